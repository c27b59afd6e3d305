/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one visit counts for in a month, as it was when the month was closed. Record: see
 * ent-record.h for threads. */

#include "ent-month-line.h"

#include "ent-care-activity.h"
#include "ent-carer.h"
#include "ent-month-closing.h"
#include "ent-person.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntMonthLine, closing_id, N_("Closed month"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_OWNER, ent_month_closing_get_type),
  ENT_REF (EntMonthLine, visit_id, N_("Home-care visit"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_READ_ONLY, ent_visit_get_type),
  ENT_REF (EntMonthLine, person_id, N_("Person"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_LATE, ent_person_get_type),
  ENT_REF (EntMonthLine, carer_id, N_("Carer"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_LATE,
           ent_carer_get_type),
  ENT_REF (EntMonthLine, activity_id, N_("Activity"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY,
           ent_care_activity_get_type),
  ENT_DATE (EntMonthLine, day, N_("Day"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_TIME (EntMonthLine, began, N_("Began at"), ENT_COLUMN_READ_ONLY),
  ENT_ENUM (EntMonthLine, state, N_("State"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY,
            &ent_visit_state_enum),
  ENT_INT (EntMonthLine, planned, N_("Hours planned"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, done, N_("Hours done"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, billable, N_("Hours to bill"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, evening, N_("Evening"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, saturday, N_("Saturday"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, holiday, N_("Sunday and holiday"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, night, N_("Night"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY |
           ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, travel_minutes, N_("On the way"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_HOURS),
  ENT_INT (EntMonthLine, travel_metres, N_("Metres on the way"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_NAMED),
  ENT_MONEY (EntMonthLine, price_before, N_("Price an hour before the reduction"),
             ENT_COLUMN_READ_ONLY | ENT_COLUMN_PRIVATE),
  ENT_MONEY (EntMonthLine, price, N_("Price an hour"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_month_line_schema = {
  .table = "month_line",
  .number = 59,
  .title = N_("Visit of a closed month"),
  .plural = N_("Visits of closed months"),
  .icon_name = "ent-rounds-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "day, id",
  .type = ent_month_line_get_type,
  .is_final = TRUE,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntMonthLine, ent_month_line, ENT_TYPE_RECORD)

static void
ent_month_line_class_init (EntMonthLineClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_month_line_schema);
}

static void
ent_month_line_init (EntMonthLine *self)
{
}
