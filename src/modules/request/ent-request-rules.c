/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for requests. Any thread. */

#include "ent-request-rules.h"

#include "ent-date.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

gboolean
ent_request_is_open (EntRequest *self)
{
  return self->ending == 0 && self->step != ENT_STEP_EXECUTION &&
         (self->step != ENT_STEP_NOTIFICATION || self->result != ENT_RESULT_REFUSED);
}

EntRequestStage
ent_request_next_step (EntRequest *self)
{
  return ent_request_is_open (self) ? (EntRequestStage) self->step + 1 : 0;
}

char *
ent_request_format_number (int year, int sequence)
{
  return g_strdup_printf ("%d/%05d", year, sequence);
}

void
ent_request_prepare (EntRequest *self)
{
  ent_staff_clean_text (&self->asker_name);
  ent_staff_clean_text (&self->urgency_reason);
  ent_person_clean_long (&self->ending_reason);
  ent_person_clean_long (&self->note);
  if (self->step == 0)
    self->step = ENT_STEP_REGISTERED;
  self->is_open = ent_request_is_open (self);
}

static void
check_ending (EntRequest *self, EntIssues *issues)
{
  if (self->ending == 0)
    {
      if (self->ended_on != ENT_DAY_NONE)
        ent_issues_add (issues, "ending", _ ("Say how the request ended."));
      return;
    }
  if (self->ended_on == ENT_DAY_NONE)
    ent_issues_add (issues, "ended_on", _ ("Say on which day the request ended."));
  else if (self->received_on != ENT_DAY_NONE && self->ended_on < self->received_on)
    ent_issues_add (issues, "ended_on", _ ("The request was not received yet on that day."));
  if (self->ending_reason == NULL)
    ent_issues_add (issues, "ending_reason", _ ("Give the reason: it stays in the register."));
}

void
ent_request_check (EntRequest *self, EntIssues *issues)
{
  if (self->registered_on != ENT_DAY_NONE && self->received_on != ENT_DAY_NONE &&
      self->received_on > self->registered_on)
    ent_issues_add (issues, "received_on",
                    _ ("A request is not received after the day on which it is registered."));
  if ((self->asker == ENT_ASKER_MANDATED || self->asker == ENT_ASKER_REPRESENTATIVE) &&
      self->asker_name == NULL)
    ent_issues_add (issues, "asker_name", _ ("Say who asks in the person’s name."));
  if (self->unemployment_end != ENT_DAY_NONE && !self->after_unemployment)
    ent_issues_warn (issues, "unemployment_end",
                     _ ("The end of unemployment benefit is not given as the reason."));
  if (self->result != 0 && self->step < ENT_STEP_DECISION)
    ent_issues_add (issues, "result", _ ("Nothing is decided yet."));
  check_ending (self, issues);
}

static gboolean
needs_reason (int kind)
{
  return kind == ENT_HAPPENING_SUSPENSION || kind == ENT_HAPPENING_INCOMPETENT ||
         kind == ENT_HAPPENING_TRANSFER || kind == ENT_HAPPENING_CONFLICT ||
         kind == ENT_HAPPENING_OTHER;
}

void
ent_request_event_check (EntRequestEvent *self, EntIssues *issues)
{
  ent_staff_check_period (self->day, self->to_day, "to_day", issues);
  if (self->to_day != ENT_DAY_NONE && self->kind != ENT_HAPPENING_SUSPENSION)
    ent_issues_add (issues, "to_day", _ ("Only a suspension has a last day."));
  if (needs_reason (self->kind) && self->reason == NULL)
    ent_issues_add (issues, "reason", _ ("Give the reason."));
  if (self->kind == ENT_HAPPENING_TRANSFER && self->partner == NULL)
    ent_issues_add (issues, "partner", _ ("Say to which centre the request was sent."));
}

void
ent_request_piece_check (EntRequestPiece *self, EntIssues *issues)
{
  static const char *const columns[] = { "until_day", "reminded_on", "received_on" };
  const gint32 days[] = { self->until_day, self->reminded_on, self->received_on };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] != ENT_DAY_NONE && self->asked_on != ENT_DAY_NONE && days[i] < self->asked_on)
      ent_issues_add (issues, columns[i], _ ("The piece was not asked for yet on that day."));
}

void
ent_request_check_step (GPtrArray *steps, EntRequestStep *self, EntIssues *issues)
{
  for (guint i = 0; i < steps->len; i++)
    {
      EntRequestStep *other = g_ptr_array_index (steps, i);

      if (ent_record_get_id (other) == ent_record_get_id (self))
        continue;
      if (other->step == self->step)
        ent_issues_add (issues, "step", _ ("The request has reached this step already."));
      if (other->step < self->step && self->day != ENT_DAY_NONE && self->day < other->day)
        ent_issues_add (issues, "day", _ ("The step before it was reached later."));
      if (other->step > self->step && self->day != ENT_DAY_NONE && self->day > other->day)
        ent_issues_add (issues, "day", _ ("The step after it was reached earlier."));
    }
}
