/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for plans, needs, wishes, stays and visits. Any thread. */

#include "ent-care-rules.h"

#include "ent-care-calendar.h"
#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY 1440

static void
check_minutes (int minutes, EntIssues *issues)
{
  if (minutes != ENT_INT_NONE && (minutes <= 0 || minutes > MINUTES_A_DAY))
    ent_issues_add (issues, "minutes", _ ("A visit lasts between one minute and 24 hours."));
}

void
ent_care_activity_check (EntCareActivity *self, EntIssues *issues)
{
  check_minutes (self->minutes, issues);
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

gint32
ent_care_review_day (gint32 from, gint32 to)
{
  gint32 day = from != ENT_DAY_NONE ? ent_day_add_months (from, 12) : ENT_DAY_NONE;

  return to != ENT_DAY_NONE && to < day ? ENT_DAY_NONE : day;
}

void
ent_care_plan_complete (EntCarePlan *self)
{
  if (self->review_on == ENT_DAY_NONE)
    self->review_on = ent_care_review_day (self->from_day, self->to_day);
}

void
ent_care_plan_check (EntCarePlan *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  ent_staff_check_contact (NULL, self->phone, issues);
  if (self->review_on != ENT_DAY_NONE && self->review_on < self->from_day)
    ent_issues_add (issues, "review_on", _ ("The review lies before the first day."));
  if (self->most_carers != ENT_INT_NONE && self->most_carers < 1)
    ent_issues_add (issues, "most_carers", _ ("Somebody has to come: at least one carer."));
}

EntCarePlanState
ent_care_plan_state_on (const EntCarePlan *self, GPtrArray *stays, gint32 day)
{
  if (self->is_draft)
    return ENT_CARE_PLAN_DRAFT;
  if (self->to_day != ENT_DAY_NONE && self->to_day < day)
    return ENT_CARE_PLAN_ENDED;
  if (self->from_day > day)
    return ENT_CARE_PLAN_COMING;
  if (ent_person_stay_find (stays, self->person_id, day) != NULL)
    return ENT_CARE_PLAN_SUSPENDED;
  if (self->review_on != ENT_DAY_NONE && self->review_on <= day)
    return ENT_CARE_PLAN_TO_REVIEW;
  return ENT_CARE_PLAN_RUNS;
}

void
ent_care_wish_check (EntCareWish *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->kind == ENT_CARE_INCIDENT && self->reason == NULL)
    ent_issues_add (issues, "reason", _ ("Say what happened."));
}

void
ent_person_stay_check (EntPersonStay *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

gboolean
ent_person_stay_covers (const EntPersonStay *self, gint32 day)
{
  return self->from_day != ENT_DAY_NONE && self->from_day <= day &&
         (self->to_day == ENT_DAY_NONE || day <= self->to_day);
}

EntPersonStay *
ent_person_stay_find (GPtrArray *stays, gint64 person_id, gint32 day)
{
  for (guint i = 0; i < stays->len; i++)
    {
      EntPersonStay *stay = g_ptr_array_index (stays, i);

      if (stay->person_id == person_id && ent_person_stay_covers (stay, day))
        return stay;
    }
  return NULL;
}

static gboolean
is_cancelled (const EntVisit *self)
{
  return self->state == ENT_VISIT_CANCELLED_BENEFICIARY ||
         self->state == ENT_VISIT_CANCELLED_SERVICE;
}

gboolean
ent_visit_is_open (const EntVisit *self)
{
  return self->state == ENT_VISIT_PLANNED || self->state == ENT_VISIT_CONFIRMED;
}

gboolean
ent_visit_is_freed (const EntVisit *self)
{
  return self->state == ENT_VISIT_CANCELLED_SERVICE && !self->is_exception;
}

gboolean
ent_visit_follow_stay (EntVisit *self, const EntPersonStay *stay)
{
  if (self->is_exception)
    return FALSE;
  if (stay != NULL && ent_visit_is_open (self))
    {
      self->state = ENT_VISIT_CANCELLED_SERVICE;
      g_free (self->cancel_reason);
      /* Translators: why somebody is not at home, like “Away: Hospital” */
      self->cancel_reason = g_strdup_printf (_ ("Away: %s"),
                                             ent_enum_label (&ent_stay_reason_enum, stay->reason));
      return TRUE;
    }
  if (stay == NULL && ent_visit_is_freed (self))
    {
      self->state = ENT_VISIT_PLANNED;
      g_clear_pointer (&self->cancel_reason, g_free);
      return TRUE;
    }
  return FALSE;
}

void
ent_visit_note_exception (const EntVisit *original, EntVisit *draft)
{
  gboolean moved = original->day != draft->day || original->minutes != draft->minutes ||
                   (original->start_time != ENT_INT_NONE &&
                    original->start_time != draft->start_time);
  gboolean cancelled = original->state != draft->state &&
                       (is_cancelled (draft) || is_cancelled (original));

  draft->is_exception = draft->is_exception || moved || cancelled;
}

void
ent_visit_mark_done (EntVisit *self, int began, int ended, gint32 today)
{
  self->state = ENT_VISIT_DONE;
  self->began_at = began;
  self->ended_at = ended;
  self->entered_late = self->day < today;
}

int
ent_visit_notice_of (const EntVisit *self)
{
  int start;

  if (self->notice_day == ENT_DAY_NONE || self->notice_time == ENT_INT_NONE ||
      self->day == ENT_DAY_NONE || self->start_time == ENT_INT_NONE)
    return ENT_INT_NONE;
  start = self->start_time + (self->day - self->notice_day) * MINUTES_A_DAY;
  return start > self->notice_time
             ? ent_care_elapsed_minutes (self->notice_day, self->notice_time, start)
             : 0;
}

static void
forget_notice (EntVisit *self)
{
  self->notice_day = ENT_DAY_NONE;
  self->notice_time = self->notice_minutes = ENT_INT_NONE;
  self->notice_late = FALSE;
}

void
ent_visit_complete (EntVisit *self)
{
  if (!is_cancelled (self))
    forget_notice (self);
  if (self->state != ENT_VISIT_NOBODY_HOME)
    self->did_call = self->did_ask_neighbour = self->did_tell_worker = FALSE;
  if (!ent_visit_is_open (self))
    return;
  self->reported_at = 0;
  self->entered_late = FALSE;
  self->settled_on = ENT_DAY_NONE;
}

void
ent_visit_follow_state (const EntVisit *original, EntVisit *draft, gint32 today)
{
  if (original->state == draft->state)
    return;
  if (draft->state != ENT_VISIT_DONE)
    draft->began_at = draft->ended_at = ENT_INT_NONE;
  if (!is_cancelled (draft))
    g_clear_pointer (&draft->cancel_reason, g_free);
  if (ent_visit_is_open (draft) || draft->state == ENT_VISIT_REPLACED)
    return;
  draft->entered_late = draft->day < today;
  draft->reported_at = ent_stamp_now ();
}

static void
check_notice (EntVisit *self, EntIssues *issues)
{
  if (self->notice_minutes != ENT_INT_NONE && self->notice_minutes != ent_visit_notice_of (self))
    ent_issues_add (issues, "start_time",
                    _ ("A cancelled visit is not moved: take its report back first."));
}

void
ent_visit_check (EntVisit *self, EntIssues *issues)
{
  check_notice (self, issues);
  check_minutes (self->minutes, issues);
  if (self->place != ENT_INT_NONE && (self->place < 1 || self->place > 2))
    ent_issues_add (issues, "place", _ ("A visit has one or two carers."));
  if (is_cancelled (self) && self->cancel_reason == NULL)
    ent_issues_add (issues, "cancel_reason", _ ("Say why it was cancelled."));
  if (self->ended_at != ENT_INT_NONE && self->began_at == ENT_INT_NONE)
    ent_issues_add (issues, "began_at", _ ("An end needs a beginning: fill in from when."));
  if (self->ended_at != ENT_INT_NONE && self->ended_at == self->began_at)
    ent_issues_add (issues, "ended_at", _ ("Between beginning and end no time passes."));
  if (self->began_at != ENT_INT_NONE && ent_visit_is_open (self))
    ent_issues_add (issues, "state", _ ("What has begun is not planned any more."));
  if (self->state == ENT_VISIT_DONE && self->carer_id == 0)
    ent_issues_warn (issues, "carer_id", _ ("Nobody is noted who did it."));
}
