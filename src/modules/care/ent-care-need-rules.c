/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for the needs of a care plan: rhythm, length, windows. Any thread. */

#include "ent-care-rules.h"

#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY 1440

static gboolean
is_known (int time)
{
  return time != ENT_INT_NONE;
}

/* Minutes from one time on the clock to the next such time; one a day apart for the same time. */
static int
minutes_between (int from, int to)
{
  return to > from ? to - from : to - from + MINUTES_A_DAY;
}

void
ent_care_need_complete (EntCareNeed *self)
{
  if (self->n_carers == ENT_INT_NONE)
    self->n_carers = 1;
  if (self->rhythm == ENT_CARE_ONCE && self->from_day == ENT_DAY_NONE)
    self->from_day = self->once_on;
}

static guint
n_weekdays (const EntCareNeed *self)
{
  return (guint) (!!self->monday + !!self->tuesday + !!self->wednesday + !!self->thursday +
                  !!self->friday + !!self->saturday + !!self->sunday);
}

static void
check_rhythm (EntCareNeed *self, EntIssues *issues)
{
  gboolean is_once = self->rhythm == ENT_CARE_ONCE;

  if (!is_once && n_weekdays (self) == 0)
    ent_issues_add (issues, "monday", _ ("Choose at least one day of the week."));
  if (self->rhythm == ENT_CARE_MONTHLY && self->nth == 0)
    ent_issues_add (issues, "nth", _ ("Say which one of the month."));
  if (!is_once)
    return;
  if (self->once_on == ENT_DAY_NONE)
    ent_issues_add (issues, "once_on", _ ("Say on which day."));
  else if (self->once_on < self->from_day ||
           (self->to_day != ENT_DAY_NONE && self->once_on > self->to_day))
    ent_issues_add (issues, "once_on", _ ("This day lies outside the first and the last day."));
}

/* A window may pass midnight. */
static void
check_hard_window (EntCareNeed *self, EntIssues *issues)
{
  if (!is_known (self->earliest) || !is_known (self->latest) || !is_known (self->minutes))
    return;
  if (self->earliest == self->latest ||
      minutes_between (self->earliest, self->latest) < self->minutes)
    ent_issues_add (issues, "latest", _ ("The visit does not fit between these two times."));
}

static void
check_fixed (EntCareNeed *self, EntIssues *issues)
{
  int into, room;

  if (!is_known (self->fixed_at))
    return;
  if (self->fixed_reason == NULL)
    ent_issues_add (issues, "fixed_reason", _ ("An exact time needs a reason."));
  if (!is_known (self->earliest) || !is_known (self->latest) || !is_known (self->minutes))
    return;
  into = self->fixed_at == self->earliest ? 0 : minutes_between (self->earliest, self->fixed_at);
  room = minutes_between (self->earliest, self->latest);
  if (into + self->minutes > room)
    ent_issues_add (issues, "fixed_at",
                    _ ("A visit at that time is not within its earliest and latest time."));
}

static void
check_wished (EntCareNeed *self, EntIssues *issues)
{
  if (is_known (self->wished_from) && is_known (self->wished_to) &&
      self->wished_from == self->wished_to)
    ent_issues_add (issues, "wished_to", _ ("Between beginning and end no time passes."));
  if (is_known (self->wished_from) && is_known (self->fixed_at))
    ent_issues_warn (issues, "wished_from", _ ("The exact time goes before the preferred one."));
}

/* The fewest days from one weekday of the need to the next, around the week. */
static int
closest_weekdays (const EntCareNeed *self)
{
  const gboolean days[] = { self->monday, self->tuesday,  self->wednesday, self->thursday,
                            self->friday, self->saturday, self->sunday };
  int closest = 7;

  for (int i = 0; i < 7; i++)
    for (int step = 1; step < closest; step++)
      if (days[i] && days[(i + step) % 7])
        closest = step;
  return closest;
}

static void
check_gap (EntCareNeed *self, EntIssues *issues)
{
  if (!is_known (self->min_gap_days))
    return;
  if (self->min_gap_days < 1)
    ent_issues_add (issues, "min_gap_days", _ ("Leave this empty, or fill in one day or more."));
  else if (self->rhythm == ENT_CARE_EVERY_WEEK && n_weekdays (self) > 0 &&
           closest_weekdays (self) < self->min_gap_days)
    ent_issues_warn (issues, "min_gap_days", _ ("The chosen days lie closer together."));
}

void
ent_care_need_check (EntCareNeed *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (is_known (self->minutes) && (self->minutes <= 0 || self->minutes > MINUTES_A_DAY))
    ent_issues_add (issues, "minutes", _ ("A visit lasts between one minute and 24 hours."));
  if (is_known (self->n_carers) && (self->n_carers < 1 || self->n_carers > 2))
    ent_issues_add (issues, "n_carers", _ ("A visit has one or two carers."));
  check_rhythm (self, issues);
  check_hard_window (self, issues);
  check_fixed (self, issues);
  check_wished (self, issues);
  check_gap (self, issues);
}
