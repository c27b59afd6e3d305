/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which visits an absence takes, and who must be told what. Any thread. */

#include "ent-cover-rules.h"

#include "ent-clock.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

gint32
ent_cover_away_last_day (const EntCoverAway *self)
{
  return self->to_day != ENT_DAY_NONE ? self->to_day : self->from_day + ENT_COVER_OPEN_DAYS - 1;
}

gboolean
ent_cover_away_takes (const EntCoverAway *self, gint32 day, int start, int minutes)
{
  gint32 last = ent_cover_away_last_day (self);
  gint64 from = (gint64) day * DAY + start;

  if (start == ENT_INT_NONE)
    return self->from_day <= day && day <= last;
  if (self->from_time == ENT_INT_NONE
          ? day < self->from_day
          : from + minutes <= (gint64) self->from_day * DAY + self->from_time)
    return FALSE;
  return self->to_time == ENT_INT_NONE || self->to_day == ENT_DAY_NONE
             ? day <= last
             : from < (gint64) last * DAY + self->to_time;
}

void
ent_cover_away_follow (const EntCoverAway *self,
                       const EntCoverAway *before,
                       gint32 *from_day,
                       gint32 *to_day)
{
  gint32 last = ent_cover_away_last_day (self);
  gboolean is_own = *from_day == before->from_day && *to_day == ent_cover_away_last_day (before);

  *from_day = is_own ? self->from_day : MIN (*from_day, self->from_day);
  *to_day = is_own ? last : MAX (*to_day, last);
}

void
ent_cover_away_check (const EntCoverAway *self, EntIssues *issues)
{
  if (self->from_day == ENT_DAY_NONE)
    {
      ent_issues_add (issues, "from_day", _ ("Say from which day on."));
      return;
    }
  if (self->to_day == ENT_DAY_NONE)
    return;
  if (self->to_day < self->from_day)
    ent_issues_add (issues, "to_day", _ ("The last day lies before the first day."));
  else if (self->to_day == self->from_day && self->from_time != ENT_INT_NONE &&
           self->to_time != ENT_INT_NONE && self->to_time <= self->from_time)
    ent_issues_add (issues, "to_time", _ ("Between the two times no time passes."));
}

static char *
moment (gint32 day, int time)
{
  g_autofree char *date = ent_day_format (day, ENT_DAY_NUMERIC);
  g_autofree char *clock = NULL;

  if (time == ENT_INT_NONE)
    return g_steal_pointer (&date);
  clock = ent_clock_format (time);
  return g_strdup_printf (_ ("%s at %s"), date, clock);
}

char *
ent_cover_away_describe (const EntCoverAway *self)
{
  g_autofree char *from = moment (self->from_day, self->from_time);
  g_autofree char *to = NULL;

  if (self->to_day == ENT_DAY_NONE)
    /* Translators: a day, perhaps with a time; how long an absence lasts */
    return g_strdup_printf (_ ("from %s until further notice"), from);
  if (self->to_day == self->from_day && self->from_time == ENT_INT_NONE &&
      self->to_time == ENT_INT_NONE)
    return g_steal_pointer (&from);
  to = moment (self->to_day, self->to_time);
  /* Translators: two days, perhaps with times */
  return g_strdup_printf (_ ("from %1$s to %2$s"), from, to);
}

EntNoticeKind
ent_cover_turn_notice (const EntCoverTurn *self)
{
  if (self->is_cancelled)
    return ENT_NOTICE_CANCELLED;
  if (self->new_carer_id == 0 || self->new_time == ENT_INT_NONE)
    return 0;
  if (self->new_time != self->old_time)
    return ENT_NOTICE_OTHER_TIME;
  return self->new_carer_id != self->old_carer_id ? ENT_NOTICE_OTHER_CARER : 0;
}

gboolean
ent_notice_outcome_is_final (EntNoticeOutcome outcome)
{
  return outcome == ENT_NOTICE_AGREED || outcome == ENT_NOTICE_REFUSED;
}

void
ent_visit_notice_check (EntVisitNotice *self, EntIssues *issues)
{
  if (self->recipient == ENT_NOTICE_CARER && self->new_carer_id == 0)
    ent_issues_add (issues, "recipient", _ ("Nobody is noted who takes the visit."));
  if (self->told_at != 0 && self->outcome == ENT_NOTICE_NOT_REACHED)
    ent_issues_add (issues, "outcome", _ ("Who was not reached has not been told."));
}
