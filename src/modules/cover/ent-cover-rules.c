/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which visits an absence takes, and who must be told what. Any thread. */

#include "ent-cover-rules.h"

#include "ent-absence-hours.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

gint32
ent_cover_away_last_day (const EntCoverAway *self)
{
  return self->to_day != ENT_DAY_NONE ? self->to_day : self->from_day + ENT_COVER_OPEN_DAYS - 1;
}

int
ent_cover_away_last_time (const EntCoverAway *self)
{
  return self->to_day != ENT_DAY_NONE ? self->to_time : ENT_INT_NONE;
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

static EntAbsencePeriod
period_of (const EntCoverAway *self)
{
  return (EntAbsencePeriod) { self->from_day, self->from_time, self->to_day, self->to_time };
}

static gint64
beginning (const EntCoverAway *self)
{
  return (gint64) self->from_day * DAY + (self->from_time != ENT_INT_NONE ? self->from_time : 0);
}

static gint64
end (const EntCoverAway *self)
{
  int time = ent_cover_away_last_time (self);

  return (gint64) ent_cover_away_last_day (self) * DAY + (time != ENT_INT_NONE ? time : DAY);
}

void
ent_cover_away_follow (const EntCoverAway *self, const EntCoverAway *before, EntCoverAway *noted)
{
  gboolean is_own = beginning (noted) == beginning (before) && end (noted) == end (before);

  if (is_own || beginning (self) < beginning (noted))
    {
      noted->from_day = self->from_day;
      noted->from_time = self->from_time;
    }
  if (is_own || end (self) > end (noted))
    {
      noted->to_time = ent_cover_away_last_time (self);
      noted->to_day = ent_cover_away_last_day (self);
    }
}

void
ent_cover_away_check (const EntCoverAway *self, EntIssues *issues)
{
  EntAbsencePeriod period = period_of (self);

  if (self->from_day == ENT_DAY_NONE)
    {
      ent_issues_add (issues, "from_day", _ ("Say from which day on."));
      return;
    }
  if (self->to_day == ENT_DAY_NONE)
    return;
  if (self->to_day < self->from_day)
    ent_issues_add (issues, "to_day", _ ("The last day lies before the first day."));
  else if (ent_absence_period_is_empty (&period))
    ent_issues_add (issues, "to_time", _ ("Between the two times no time passes."));
}

char *
ent_cover_away_describe (const EntCoverAway *self)
{
  EntAbsencePeriod period = period_of (self);

  return ent_absence_period_describe (&period);
}

EntNoticeKind
ent_cover_turn_notice (const EntCoverTurn *self)
{
  if (self->is_cancelled)
    return ENT_NOTICE_CANCELLED;
  if (self->new_carer_id == 0)
    return self->old_carer_id != 0 ? ENT_NOTICE_NO_CARER : 0;
  if (self->new_time == ENT_INT_NONE)
    return 0;
  if (self->new_time != self->old_time)
    return ENT_NOTICE_OTHER_TIME;
  return self->new_carer_id != self->old_carer_id ? ENT_NOTICE_OTHER_CARER : 0;
}

gboolean
ent_notice_kind_ends (EntNoticeKind kind)
{
  return kind == ENT_NOTICE_CANCELLED || kind == ENT_NOTICE_NO_CARER;
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
