/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit of a carer to a beneficiary, planned or done. Record: see ent-record.h for threads. */

#include "ent-visit.h"

#include "ent-care-activity.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-carer.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice states[] = {
  { ENT_VISIT_PLANNED, "planned", N_("Scheduled") },
  { ENT_VISIT_CONFIRMED, "confirmed", N_("Confirmed") },
  { ENT_VISIT_DONE, "done", N_("Done") },
  { ENT_VISIT_CANCELLED_BENEFICIARY, "cancelled-beneficiary", N_("Cancelled by the beneficiary") },
  { ENT_VISIT_CANCELLED_SERVICE, "cancelled-service", N_("Cancelled by the service") },
  { ENT_VISIT_NOBODY_HOME, "nobody-home", N_("Nobody at home") },
  { ENT_VISIT_REPLACED, "replaced", N_("Replaced") },
};
/* clang-format on */

const EntEnum ent_visit_state_enum = { "visit-state", states, G_N_ELEMENTS (states) };

char *
ent_visit_format_when (EntVisit *self)
{
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_NUMERIC);
  g_autofree char *time = NULL;

  if (self->start_time == ENT_INT_NONE)
    return g_steal_pointer (&day);
  time = ent_clock_format (self->start_time);
  /* Translators: a day, then a time of that day, like “21/11/2026 at 14:30” */
  return g_strdup_printf (_ ("%s at %s"), day, time);
}

static char *
summary (EntRecord *record)
{
  EntVisit *self = ENT_VISIT (record);
  g_autofree char *when = ent_visit_format_when (self);

  return self->person_name != NULL ? g_strdup_printf ("%s · %s", self->person_name, when)
                                   : g_steal_pointer (&when);
}

static void
prepare (EntRecord *record)
{
  EntVisit *self = ENT_VISIT (record);

  ent_staff_clean_text (&self->cancel_reason);
  ent_staff_clean_text (&self->remark);
  ent_visit_complete (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_visit_check (ENT_VISIT (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntVisit, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_DATE (EntVisit, day, N_("Day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntVisit, start_time, N_("Starts at"), ENT_COLUMN_IN_LIST),
  ENT_INT (EntVisit, minutes, N_("Minutes"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_NAMED),
  ENT_COMPUTED (EntVisit, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_care_sql_visit_person),
  ENT_REF (EntVisit, activity_id, N_("Activity"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER, ent_care_activity_get_type),
  ENT_COMPUTED (EntVisit, activity_name, N_("Activity"),
                ENT_COLUMN_IN_LIST, ent_care_sql_visit_activity),
  ENT_REF (EntVisit, carer_id, N_("Carer"), ENT_COLUMN_FILTER, ent_carer_get_type),
  ENT_COMPUTED (EntVisit, carer_name, N_("Carer"), ENT_COLUMN_IN_LIST, ent_care_sql_visit_carer),
  ENT_ENUM (EntVisit, state, N_("State"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_visit_state_enum),
  ENT_REF (EntVisit, plan_id, N_("Care plan"), 0, ent_care_plan_get_type),
  ENT_REF (EntVisit, need_id, N_("Visit that returns"), 0, ent_care_need_get_type),
  ENT_DATE (EntVisit, origin_day, N_("Day of the rhythm"), ENT_COLUMN_READ_ONLY),
  ENT_INT (EntVisit, place, N_("Which of the carers"), ENT_COLUMN_READ_ONLY),
  ENT_BOOL (EntVisit, is_locked, N_("Locked"), ENT_COLUMN_QUIET),
  ENT_BOOL (EntVisit, is_exception, N_("Exception"),
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY | ENT_COLUMN_QUIET),
  ENT_TEXT (EntVisit, cancel_reason, N_("Reason of the cancellation"), ENT_COLUMN_PRIVATE),
  ENT_STAMP (EntVisit, told_at, N_("Beneficiary told"), ENT_COLUMN_READ_ONLY),
  ENT_TIME (EntVisit, began_at, N_("Began at"), 0),
  ENT_TIME (EntVisit, ended_at, N_("Ended at"), 0),
  ENT_BOOL (EntVisit, entered_late, N_("Entered late"),
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY | ENT_COLUMN_QUIET),
  ENT_STAMP (EntVisit, reported_at, N_("Reported at"), ENT_COLUMN_READ_ONLY),
  ENT_DATE (EntVisit, notice_day, N_("Cancellation told on"), 0),
  ENT_TIME (EntVisit, notice_time, N_("Cancellation told at"), 0),
  ENT_INT (EntVisit, notice_minutes, N_("Notice of the cancellation"),
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_HOURS | ENT_COLUMN_NAMED),
  ENT_BOOL (EntVisit, notice_late, N_("Cancelled too late"),
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY | ENT_COLUMN_QUIET),
  ENT_BOOL (EntVisit, did_call, N_("The carer rang up"), ENT_COLUMN_QUIET),
  ENT_BOOL (EntVisit, did_ask_neighbour, N_("A neighbour was asked"), ENT_COLUMN_QUIET),
  ENT_BOOL (EntVisit, did_tell_worker, N_("The reference worker was told"), ENT_COLUMN_QUIET),
  ENT_TEXT (EntVisit, remark, N_("Remark"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_INT (EntVisit, travel_minutes, N_("Minutes on the way"), ENT_COLUMN_NAMED),
  ENT_INT (EntVisit, travel_metres, N_("Metres on the way"), ENT_COLUMN_NAMED),
  ENT_DATE (EntVisit, settled_on, N_("Settled for the month on"), ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_visit_schema = {
  .table = "visit",
  .number = 47,
  .title = N_("Home-care visit"),
  .plural = N_("Visits"),
  .icon_name = "ent-rounds-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "day DESC, start_time, id",
  .type = ent_visit_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntVisit, ent_visit, ENT_TYPE_RECORD)

static void
ent_visit_class_init (EntVisitClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_visit_schema);
}

static void
ent_visit_init (EntVisit *self)
{
  self->state = ENT_VISIT_PLANNED;
}
