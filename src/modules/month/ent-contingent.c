/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours that are subsidised in a year. Record: see ent-record.h for
 * threads. */

#include "ent-contingent.h"

#include "ent-care-activity.h"
#include "ent-month-enums.h"
#include "ent-month-query.h"
#include "ent-month-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContingent *self = ENT_CONTINGENT (record);

  /* Translators: name of an activity, year, number of hours */
  return g_strdup_printf (_ ("%s %d: %d hours"),
                          self->activity_name != NULL ? self->activity_name : "", self->year,
                          self->hours);
}

static void
prepare (EntRecord *record)
{
  EntContingent *self = ENT_CONTINGENT (record);

  ent_staff_clean_text (&self->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contingent_check (ENT_CONTINGENT (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntContingent, activity_id, N_("Activity"), ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER,
           ent_care_activity_get_type),
  ENT_COMPUTED (EntContingent, activity_name, N_("Activity"), ENT_COLUMN_IN_LIST |
                ENT_COLUMN_WIDE, ent_month_sql_contingent_activity),
  ENT_INT (EntContingent, year, N_("Year"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_ENUM (EntContingent, kind, N_("Kind"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER, &ent_contingent_kind_enum),
  ENT_INT (EntContingent, hours, N_("Hours"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_NAMED),
  ENT_DATE (EntContingent, decided_on, N_("Decided on"), ENT_COLUMN_REQUIRED |
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TEXT (EntContingent, source, N_("Source or reference"), ENT_COLUMN_IN_LIST |
            ENT_COLUMN_WIDE),
};

const EntSchema ent_contingent_schema = {
  .table = "contingent",
  .number = 57,
  .title = N_("Contingent"),
  .plural = N_("Contingents"),
  .icon_name = "ent-columns-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "year DESC, decided_on, id",
  .type = ent_contingent_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContingent, ent_contingent, ENT_TYPE_RECORD)

static void
ent_contingent_class_init (EntContingentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contingent_schema);
}

static void
ent_contingent_init (EntContingent *self)
{
  self->kind = ENT_CONTINGENT_GRANTED;
}
