/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People who live under one roof. Record: see ent-record.h for
 * threads. */

#include "ent-household.h"

#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntHousehold *self = ENT_HOUSEHOLD (record);

  if (self->name != NULL)
    return g_strdup (self->name);
  if (self->members != NULL)
    return g_strdup (self->members);

  return g_strdup (_ ("Empty household"));
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
  ENT_COMPUTED (EntHousehold, members, N_("Members"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_household_sql_members),
  ENT_TEXT (EntHousehold, remark, N_("Remark"), ENT_COLUMN_LONG),
};

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
/* clang-format on */

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
