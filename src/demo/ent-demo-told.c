/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was told of the visits of the past year, and when: by the carer in the evening or a day
 * late, by the beneficiary days or an hour before. It follows from the visit itself, so that the
 * dice fall as they do without it. Thread of the connection. */

#include "ent-demo-told.h"

#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-month-query.h"

#define MINUTES_A_DAY 1440
#define MINUTE_US (60 * G_USEC_PER_SEC)
/* When the office opens and notes what was not told the day before. */
#define OFFICE_OPENS 540
#define SHORT_NOTICE 75

EntDemoTold *
ent_demo_told_new (EntDemo *demo)
{
  EntDemoTold *self = g_new0 (EntDemoTold, 1);

  self->settled_until = ent_demo_month_last_day (demo);
  self->rules = ent_month_query_rules (ent_apply_get_db (demo->apply), &demo->error);
  return self;
}

void
ent_demo_told_free (EntDemoTold *self)
{
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

static gint64
stamp_at (gint32 day, int minutes)
{
  return ((gint64) day * MINUTES_A_DAY + minutes) * MINUTE_US;
}

/* Some days before in office hours; on the day itself shortly before the carer sets out. */
static void
note_notice (EntDemo *demo, EntVisit *visit)
{
  int hours = ent_day_query_notice_hours (ent_apply_get_db (demo->apply), visit->day);
  int days = (visit->start_time / 30 + visit->day) % 6;

  visit->notice_day = visit->day - days;
  visit->notice_time = days > 0 ? OFFICE_OPENS + visit->minutes
                                : MAX (0, visit->start_time - SHORT_NOTICE);
  visit->notice_minutes = ent_visit_notice_of (visit);
  visit->notice_late = hours != ENT_INT_NONE && visit->notice_minutes < hours * 60;
  visit->reported_at = stamp_at (visit->notice_day, visit->notice_time);
}

static void
note_nobody (EntVisit *visit)
{
  visit->did_call = TRUE;
  visit->did_ask_neighbour = visit->start_time / 30 % 2 == 0;
  visit->did_tell_worker = visit->start_time / 30 % 3 == 0;
}

static void
note_report (EntVisit *visit)
{
  int ended = visit->ended_at != ENT_INT_NONE ? visit->ended_at : visit->start_time;

  visit->reported_at = visit->entered_late ? stamp_at (visit->day + 1, OFFICE_OPENS)
                                           : stamp_at (visit->day, MAX (ended, visit->start_time));
}

static void
settle (EntDemoTold *self, EntVisit *visit)
{
  EntMonthTerms terms = ent_month_terms (self->rules, visit->day);
  EntMonthFacts facts = { FALSE, TRUE };

  if (ent_month_exceptions (visit, &terms, &facts) != 0)
    visit->settled_on = ent_demo_month_closed_on (
        ent_month_last_day (ent_month_of_day (visit->day)));
}

void
ent_demo_told_note (EntDemoTold *self, EntDemo *demo, EntVisit *visit)
{
  if (demo->error != NULL || ent_visit_is_open (visit) || ent_visit_is_freed (visit) ||
      visit->start_time == ENT_INT_NONE)
    return;
  note_report (visit);
  if (visit->state == ENT_VISIT_CANCELLED_BENEFICIARY)
    note_notice (demo, visit);
  else if (visit->state == ENT_VISIT_NOBODY_HOME)
    note_nobody (visit);
  if (visit->day <= self->settled_until)
    settle (self, visit);
}
