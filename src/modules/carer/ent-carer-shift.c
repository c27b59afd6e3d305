/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours of the week in which a carer works, each week or every other one. Record: see ent-record.h
 * for threads. */

#include "ent-carer-shift.h"

#include "ent-carer-enums.h"
#include "ent-carer-query.h"
#include "ent-carer-rules.h"
#include "ent-carer-words.h"
#include "ent-carer.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return ent_carer_shift_to_text (ENT_CARER_SHIFT (record));
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_carer_shift_check (ENT_CARER_SHIFT (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntCarerShift *self = ENT_CARER_SHIFT (record);
  g_autoptr (EntCarerWork) work = ent_carer_query_work (db, self->carer_id, NULL);

  if (work == NULL)
    return;
  ent_carer_shift_check_night (work->carer, self, issues);
  ent_carer_shift_check_overlap (work->shifts, self, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCarerShift, carer_id, N_("Carer"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE | ENT_COLUMN_FILTER,
           ent_carer_get_type),
  ENT_ENUM (EntCarerShift, weekday, N_("Day of the week"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_weekday_enum),
  ENT_ENUM (EntCarerShift, week, N_("Weeks"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_week_enum),
  ENT_TIME (EntCarerShift, from_time, N_("Starts at"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_TIME (EntCarerShift, to_time, N_("Ends at"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCarerShift, from_day, N_("From"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCarerShift, to_day, N_("Until"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_carer_shift_schema = {
  .table = "carer_shift",
  .number = 33,
  .title = N_("Working hours"),
  .plural = N_("Working hours"),
  .icon_name = "ent-calendar-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "carer_id, from_day, from_time, id",
  .type = ent_carer_shift_get_type,
  .summary = summary,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCarerShift, ent_carer_shift, ENT_TYPE_RECORD)

static void
ent_carer_shift_class_init (EntCarerShiftClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_carer_shift_schema);
}

static void
ent_carer_shift_init (EntCarerShift *self)
{
  self->week = ENT_WEEK_EVERY;
}
