/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A month that was closed, with its totals. Record: see ent-record.h for
 * threads. */

#include "ent-month-closing.h"

#include "ent-date.h"
#include "ent-month-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntMonthClosing *self = ENT_MONTH_CLOSING (record);
  EntMonth month = { self->year, self->month };

  return ent_month_format (month);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_INT (EntMonthClosing, year, N_("Year"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_SORT | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, month, N_("Month"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_READ_ONLY),
  ENT_STAMP (EntMonthClosing, closed_at, N_("Closed at"), ENT_COLUMN_REQUIRED |
             ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntMonthClosing, closed_by, N_("Closed by"), ENT_COLUMN_REQUIRED |
            ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, visits, N_("Visits"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, planned, N_("Hours planned"), ENT_COLUMN_REQUIRED | ENT_COLUMN_HOURS |
           ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, done, N_("Hours done"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
           ENT_COLUMN_HOURS | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, billable, N_("Hours to bill"), ENT_COLUMN_REQUIRED | ENT_COLUMN_HOURS |
           ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, travel_minutes, N_("On the way"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_HOURS | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntMonthClosing, travel_metres, N_("Metres on the way"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_NAMED | ENT_COLUMN_READ_ONLY),
  ENT_MONEY (EntMonthClosing, amount, N_("Amount billed"), ENT_COLUMN_REQUIRED |
             ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntMonthClosing, hash, N_("Digest"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_month_closing_schema = {
  .table = "month_closing",
  .number = 58,
  .title = N_("Closed month"),
  .plural = N_("Closed months"),
  .icon_name = "ent-lock-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "year DESC, month DESC, id",
  .type = ent_month_closing_get_type,
  .summary = summary,
  .is_final = TRUE,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntMonthClosing, ent_month_closing, ENT_TYPE_RECORD)

static void
ent_month_closing_class_init (EntMonthClosingClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_month_closing_schema);
}

static void
ent_month_closing_init (EntMonthClosing *self)
{
}
