/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for worries, and by when something must come of them. Any thread. */

#include "ent-worry-rules.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_A_WEEK 7
#define AT_ONCE (G_TIME_SPAN_HOUR)

gint32
ent_worry_due_day (gint32 noted_on, EntWorryUrgency urgency)
{
  if (noted_on == ENT_DAY_NONE)
    return ENT_DAY_NONE;
  return urgency == ENT_WORRY_WEEK ? noted_on + DAYS_OF_A_WEEK : noted_on;
}

void
ent_worry_complete (EntWorry *self, gint32 today)
{
  gint32 noted_on = self->noted_at != 0 ? ent_stamp_day (self->noted_at) : today;

  self->due_on = ent_worry_due_day (noted_on, (EntWorryUrgency) self->urgency);
  if (self->noted_at == 0)
    self->noted_at = ent_stamp_now ();
  if (self->outcome == 0)
    {
      self->outcome_on = ENT_DAY_NONE;
      return;
    }
  self->state = ENT_WORRY_FOLLOWED;
  if (self->outcome_on == ENT_DAY_NONE)
    self->outcome_on = today;
}

void
ent_worry_check (EntWorry *self, EntIssues *issues)
{
  if (self->state == ENT_WORRY_FOLLOWED && self->outcome == 0)
    ent_issues_add (issues, "outcome",
                    _ ("Say what came of it: a worry stays open until it has an outcome."));
  if (self->outcome == ENT_WORRY_OTHER && self->outcome_text == NULL)
    ent_issues_add (issues, "outcome_text", _ ("Say in a few words what was done."));
  if (self->outcome == 0 && self->outcome_text != NULL)
    ent_issues_add (issues, "outcome", _ ("Choose the kind of outcome too."));
}

gboolean
ent_worry_is_open (const EntWorry *self)
{
  return self->state != ENT_WORRY_FOLLOWED;
}

gboolean
ent_worry_is_overdue (const EntWorry *self, gint32 today, gint64 now)
{
  if (!ent_worry_is_open (self))
    return FALSE;
  if (self->due_on != ENT_DAY_NONE && self->due_on < today)
    return TRUE;
  return self->urgency == ENT_WORRY_NOW && self->noted_at != 0 && now - self->noted_at > AT_ONCE;
}

char *
ent_worry_describe (const EntWorry *self, gint32 today, gint64 now)
{
  const char *state = ent_enum_label (&ent_worry_state_enum, self->state);
  const char *urgency = ent_enum_label (&ent_worry_urgency_enum, self->urgency);

  if (!ent_worry_is_open (self))
    return g_strdup_printf ("%s · %s", state,
                            ent_enum_label (&ent_worry_outcome_enum, self->outcome));
  if (ent_worry_is_overdue (self, today, now))
    return g_strdup_printf ("%s · %s · %s", state, urgency, _ ("overdue"));
  return g_strdup_printf ("%s · %s", state, urgency);
}
