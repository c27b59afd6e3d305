/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a visit stands at a moment. Any thread. */

#include "ent-day-rules.h"

#include "ent-care-calendar.h"
#include "ent-clock.h"
#include "ent-date.h"

EntDayMoment
ent_day_now (void)
{
  return (EntDayMoment) { ent_day_today (), ent_clock_now () };
}

int
ent_day_moment_compare (EntDayMoment a, EntDayMoment b)
{
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return (a.minutes > b.minutes) - (a.minutes < b.minutes);
}

int
ent_day_minutes_between (EntDayMoment from, EntDayMoment to)
{
  if (ent_day_moment_compare (from, to) > 0)
    return -ent_day_minutes_between (to, from);
  return ent_care_elapsed_minutes (from.day, from.minutes,
                                   to.minutes + (to.day - from.day) * ENT_DAY_MINUTES);
}

EntDayMoment
ent_day_moment_after (EntDayMoment from, int minutes)
{
  int clock = ent_care_end_on_clock (from.day, from.minutes, minutes);

  return (EntDayMoment) { from.day + clock / ENT_DAY_MINUTES, clock % ENT_DAY_MINUTES };
}

static gboolean
is_open (const EntDayPlanned *planned)
{
  return planned->state == ENT_VISIT_PLANNED || planned->state == ENT_VISIT_CONFIRMED;
}

static gboolean
is_placed (const EntDayPlanned *planned)
{
  return planned->carer_id != 0 && planned->start.minutes != ENT_INT_NONE;
}

static EntDayStanding
stand_closed (int state)
{
  switch (state)
    {
    case ENT_VISIT_DONE:
      return ENT_DAY_DONE;
    case ENT_VISIT_NOBODY_HOME:
      return ENT_DAY_NOBODY_HOME;
    case ENT_VISIT_REPLACED:
      return ENT_DAY_REPLACED;
    default:
      return ENT_DAY_CANCELLED;
    }
}

EntDayStanding
ent_day_stand (const EntDayPlanned *planned,
               EntDayMoment now,
               const EntDayPatience *patience,
               int *late_by)
{
  int since_start, since;

  if (late_by != NULL)
    *late_by = 0;
  if (!is_open (planned))
    return stand_closed (planned->state);
  if (!is_placed (planned))
    return ENT_DAY_TO_PLACE;
  since_start = ent_day_minutes_between (planned->start, now);
  since = patience->from_start ? since_start : since_start - planned->minutes;
  if (since_start < 0)
    return ENT_DAY_AHEAD;
  if (since <= patience->grace)
    return ENT_DAY_UNDER_WAY;
  if (late_by != NULL)
    *late_by = since;
  return ENT_DAY_LATE;
}

gboolean
ent_day_wants_report (const EntDayPlanned *planned, EntDayMoment now)
{
  return is_open (planned) && is_placed (planned) &&
         ent_day_minutes_between (planned->start, now) >= planned->minutes;
}

int
ent_day_minutes_done (gint32 day, int began, int ended)
{
  if (began == ENT_INT_NONE || ended == ENT_INT_NONE)
    return ENT_INT_NONE;
  return ent_care_elapsed_minutes (day, began, ended);
}
