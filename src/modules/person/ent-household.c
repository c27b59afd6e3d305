/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People who live under one roof. Record: see ent-record.h for
 * threads. */

#include "ent-household.h"

#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MEMBERS \
  "SELECT string_agg (p.last_name || coalesce (' ' || p.first_names, ''), ', '" \
  " ORDER BY CASE m.role WHEN 'reference' THEN 0 ELSE 1 END, p.sort_key, p.id)" \
  " FROM household_member m JOIN person p ON p.id = m.person_id" \
  " WHERE m.household_id = household.id AND m.from_day <= CURRENT_DATE" \
  " AND (m.to_day IS NULL OR m.to_day >= CURRENT_DATE)"

static char *
summary (EntRecord *record)
{
  EntHousehold *self = ENT_HOUSEHOLD (record);

  if (self->name != NULL)
    return g_strdup (self->name);
  if (self->members != NULL)
    return g_strdup (self->members);

  return g_strdup (_("Empty household"));
}

static void
prepare (EntRecord *record)
{
  EntHousehold *self = ENT_HOUSEHOLD (record);

  ent_staff_clean_text (&self->name);
  ent_person_clean_long (&self->remark);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntHousehold, name, N_("Name"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_COMPUTED (EntHousehold, members, N_("Members"), ENT_COLUMN_IN_LIST, MEMBERS),
  ENT_TEXT (EntHousehold, remark, N_("Remark"), ENT_COLUMN_LONG),
};
/* clang-format on */

const EntSchema ent_household_schema = {
  .table = "household",
  .number = 20,
  .title = N_("Household"),
  .plural = N_("Households"),
  .icon_name = "ent-household-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "name, id",
  .type = ent_household_get_type,
  .summary = summary,
  .prepare = prepare,
};

G_DEFINE_FINAL_TYPE (EntHousehold, ent_household, ENT_TYPE_RECORD)

static void
ent_household_class_init (EntHouseholdClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_household_schema);
}

static void
ent_household_init (EntHousehold *self)
{
}
