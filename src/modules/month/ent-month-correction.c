/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something of a closed month that was wrong, or a bill that is left out. Record: see ent-record.h
 * for threads. */

#include "ent-month-correction.h"

#include "ent-care-activity.h"
#include "ent-carer.h"
#include "ent-date.h"
#include "ent-month-enums.h"
#include "ent-month-query.h"
#include "ent-month-rules.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntMonthCorrection *self = ENT_MONTH_CORRECTION (record);
  EntMonth month = { self->year, self->month };
  g_autofree char *of = ent_month_format (month);

  /* Translators: “Correction” or “Not billed”, then a month and its year */
  return g_strdup_printf (_ ("%s · %s"),
                          ent_enum_label (&ent_month_correction_kind_enum, self->kind), of);
}

static void
prepare (EntRecord *record)
{
  EntMonthCorrection *self = ENT_MONTH_CORRECTION (record);

  ent_staff_clean_text (&self->reason);
  if (self->entered_on == ENT_DAY_NONE)
    self->entered_on = ent_day_today ();
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_month_correction_check (ENT_MONTH_CORRECTION (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  ent_month_query_settle_correction (ENT_MONTH_CORRECTION (record), db, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntMonthCorrection, kind, N_("Kind"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY, &ent_month_correction_kind_enum),
  ENT_INT (EntMonthCorrection, year, N_("Year"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_FILTER),
  ENT_INT (EntMonthCorrection, month, N_("Month"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_REF (EntMonthCorrection, person_id, N_("Person"), ENT_COLUMN_FILTER | ENT_COLUMN_LATE,
           ent_person_get_type),
  ENT_COMPUTED (EntMonthCorrection, person_name, N_("Person"), ENT_COLUMN_IN_LIST,
                ent_month_sql_correction_person),
  ENT_REF (EntMonthCorrection, carer_id, N_("Carer"), ENT_COLUMN_FILTER | ENT_COLUMN_LATE,
           ent_carer_get_type),
  ENT_COMPUTED (EntMonthCorrection, carer_name, N_("Carer"), ENT_COLUMN_IN_LIST,
                ent_month_sql_correction_carer),
  ENT_REF (EntMonthCorrection, activity_id, N_("Activity"), ENT_COLUMN_FILTER,
           ent_care_activity_get_type),
  ENT_COMPUTED (EntMonthCorrection, activity_name, N_("Activity"), ENT_COLUMN_IN_LIST,
                ent_month_sql_correction_activity),
  ENT_INT (EntMonthCorrection, minutes, N_("Minutes more or less"), ENT_COLUMN_IN_LIST |
           ENT_COLUMN_NAMED),
  ENT_MONEY (EntMonthCorrection, amount, N_("Amount more or less"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntMonthCorrection, reason, N_("Reason"), ENT_COLUMN_REQUIRED | ENT_COLUMN_LONG |
            ENT_COLUMN_PRIVATE),
  ENT_DATE (EntMonthCorrection, entered_on, N_("Entered on"), ENT_COLUMN_REQUIRED |
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_month_correction_schema = {
  .table = "month_correction",
  .number = 60,
  .title = N_("Correction of a month"),
  .plural = N_("Corrections of months"),
  .icon_name = "ent-note-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "entered_on DESC, id",
  .type = ent_month_correction_get_type,
  .summary = summary,
  .is_final = TRUE,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntMonthCorrection, ent_month_correction, ENT_TYPE_RECORD)

static void
ent_month_correction_class_init (EntMonthCorrectionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_month_correction_schema);
}

static void
ent_month_correction_init (EntMonthCorrection *self)
{
  self->kind = ENT_MONTH_CORRECTED;
}
