/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit that returns by a rhythm, as a care plan promises it. Record: see ent-record.h for
 * threads. */

#include "ent-care-need.h"

#include "ent-care-activity.h"
#include "ent-care-plan.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-care-sentence.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice rhythms[] = {
  { ENT_CARE_EVERY_WEEK, "every-week", N_("Every week") },
  { ENT_CARE_WEEK_A, "week-a", N_("Weeks A (odd)") },
  { ENT_CARE_WEEK_B, "week-b", N_("Weeks B (even)") },
  { ENT_CARE_MONTHLY, "monthly", N_("Once a month") },
  { ENT_CARE_ONCE, "once", N_("Once") },
};
static const EntChoice nths[] = {
  { ENT_CARE_FIRST, "first", N_("The first") },
  { ENT_CARE_SECOND, "second", N_("The second") },
  { ENT_CARE_THIRD, "third", N_("The third") },
  { ENT_CARE_FOURTH, "fourth", N_("The fourth") },
  { ENT_CARE_LAST, "last", N_("The last") },
};
/* clang-format on */

const EntEnum ent_care_rhythm_enum = { "care-rhythm", rhythms, G_N_ELEMENTS (rhythms) };
const EntEnum ent_care_nth_enum = { "care-nth", nths, G_N_ELEMENTS (nths) };

static char *
summary (EntRecord *record)
{
  return ent_care_need_sentence (ENT_CARE_NEED (record));
}

static void
prepare (EntRecord *record)
{
  EntCareNeed *self = ENT_CARE_NEED (record);

  ent_staff_clean_text (&self->fixed_reason);
  ent_staff_clean_text (&self->note);
  ent_care_need_complete (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_care_need_check (ENT_CARE_NEED (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCareNeed, plan_id, N_("Care plan"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_care_plan_get_type),
  ENT_REF (EntCareNeed, activity_id, N_("Activity"),
           ENT_COLUMN_REQUIRED, ent_care_activity_get_type),
  ENT_COMPUTED (EntCareNeed, activity_name, N_("Activity"),
                ENT_COLUMN_IN_LIST, ent_care_sql_need_activity),
  ENT_COMPUTED (EntCareNeed, tasks, N_("Tasks"), ENT_COLUMN_IN_LIST, ent_care_sql_need_tasks),
  ENT_ENUM (EntCareNeed, rhythm, N_("Rhythm"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST, &ent_care_rhythm_enum),
  ENT_BOOL (EntCareNeed, monday, N_("Monday"), 0),
  ENT_BOOL (EntCareNeed, tuesday, N_("Tuesday"), 0),
  ENT_BOOL (EntCareNeed, wednesday, N_("Wednesday"), 0),
  ENT_BOOL (EntCareNeed, thursday, N_("Thursday"), 0),
  ENT_BOOL (EntCareNeed, friday, N_("Friday"), 0),
  ENT_BOOL (EntCareNeed, saturday, N_("Saturday"), 0),
  ENT_BOOL (EntCareNeed, sunday, N_("Sunday"), 0),
  ENT_ENUM (EntCareNeed, nth, N_("Which one of the month"), 0, &ent_care_nth_enum),
  ENT_DATE (EntCareNeed, once_on, N_("Day"), 0),
  ENT_DATE (EntCareNeed, from_day, N_("First day"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCareNeed, to_day, N_("Last day"), ENT_COLUMN_IN_LIST),
  ENT_INT (EntCareNeed, minutes, N_("Minutes"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_INT (EntCareNeed, n_carers, N_("Carers at once"), ENT_COLUMN_REQUIRED),
  ENT_TIME (EntCareNeed, earliest, N_("Not before"), 0),
  ENT_TIME (EntCareNeed, latest, N_("Over by"), 0),
  ENT_TIME (EntCareNeed, wished_from, N_("Preferably from"), 0),
  ENT_TIME (EntCareNeed, wished_to, N_("Preferably until"), 0),
  ENT_TIME (EntCareNeed, fixed_at, N_("Begins exactly at"), 0),
  ENT_TEXT (EntCareNeed, fixed_reason, N_("Reason of the exact time"), 0),
  ENT_ENUM (EntCareNeed, priority, N_("Priority"), ENT_COLUMN_REQUIRED, &ent_care_priority_enum),
  ENT_INT (EntCareNeed, min_gap_days, N_("Days between two visits, at least"), ENT_COLUMN_NAMED),
  ENT_TEXT (EntCareNeed, note, N_("Note for the carer"), ENT_COLUMN_LONG),
};

const EntSchema ent_care_need_schema = {
  .table = "care_need",
  .number = 43,
  .title = N_("Visit that returns"),
  .plural = N_("Visits that return"),
  .icon_name = "ent-calendar-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_care_need_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCareNeed, ent_care_need, ENT_TYPE_RECORD)

static void
ent_care_need_class_init (EntCareNeedClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_need_schema);
}

static void
ent_care_need_init (EntCareNeed *self)
{
  self->rhythm = ENT_CARE_EVERY_WEEK;
  self->priority = ENT_CARE_IMPORTANT;
}
