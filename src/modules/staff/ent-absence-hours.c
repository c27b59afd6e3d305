/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an absence takes of a day, and how long it lasts, in words. Any thread. */

#include "ent-absence-hours.h"

#include "ent-clock.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

gboolean
ent_agent_absence_clip (const EntAgentAbsence *self, gint32 day, gint64 *from, gint64 *to)
{
  if (self->from_day == ENT_DAY_NONE || self->to_day == ENT_DAY_NONE)
    return FALSE;
  if (self->from_time != ENT_INT_NONE)
    *from = MAX (*from, (gint64) self->from_day * DAY + self->from_time);
  else if (day < self->from_day)
    return FALSE;
  if (self->to_time != ENT_INT_NONE)
    *to = MIN (*to, (gint64) self->to_day * DAY + self->to_time);
  else if (day > self->to_day)
    return FALSE;
  return *from < *to;
}

gboolean
ent_agent_absence_covers (const EntAgentAbsence *self, gint32 day)
{
  gint64 from = (gint64) day * DAY;
  gint64 to = from + DAY;

  return ent_agent_absence_clip (self, day, &from, &to);
}

gboolean
ent_agent_absence_takes_day (const EntAgentAbsence *self, gint32 day)
{
  gint64 from = (gint64) day * DAY;
  gint64 to = from + DAY;

  return ent_agent_absence_clip (self, day, &from, &to) && to - from == DAY;
}

gboolean
ent_agent_absence_span (const EntAgentAbsence *self, gint64 *from, gint64 *to)
{
  if (self->from_day == ENT_DAY_NONE || self->to_day == ENT_DAY_NONE)
    return FALSE;
  *from = (gint64) self->from_day * DAY + (self->from_time != ENT_INT_NONE ? self->from_time : 0);
  *to = (gint64) self->to_day * DAY + (self->to_time != ENT_INT_NONE ? self->to_time : DAY);
  return TRUE;
}

gboolean
ent_absence_period_is_empty (const EntAbsencePeriod *self)
{
  int from = self->from_time != ENT_INT_NONE ? self->from_time : 0;

  return self->from_day != ENT_DAY_NONE && self->from_day == self->to_day &&
         self->to_time != ENT_INT_NONE && self->to_time <= from;
}

static char *
describe_day (const EntAbsencePeriod *self)
{
  g_autofree char *day = ent_day_format (self->from_day, ENT_DAY_NUMERIC);
  g_autofree char *from = self->from_time != ENT_INT_NONE ? ent_clock_format (self->from_time)
                                                          : NULL;
  g_autofree char *to = self->to_time != ENT_INT_NONE ? ent_clock_format (self->to_time) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: a day, and two times of that day */
    return g_strdup_printf (_ ("%1$s from %2$s to %3$s"), day, from, to);
  if (from != NULL)
    /* Translators: a day, and from what time of that day on */
    return g_strdup_printf (_ ("%1$s from %2$s"), day, from);
  if (to != NULL)
    /* Translators: a day, and until what time of that day */
    return g_strdup_printf (_ ("%1$s until %2$s"), day, to);
  return g_steal_pointer (&day);
}

static char *
describe_moment (gint32 day, int time)
{
  g_autofree char *date = ent_day_format (day, ENT_DAY_NUMERIC);
  g_autofree char *clock = NULL;

  if (time == ENT_INT_NONE)
    return g_steal_pointer (&date);
  clock = ent_clock_format (time);
  /* Translators: a day, then a time of that day, like “21/11/2026 at 14:30” */
  return g_strdup_printf (_ ("%s at %s"), date, clock);
}

char *
ent_absence_period_describe (const EntAbsencePeriod *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->from_day == self->to_day)
    return describe_day (self);
  from = describe_moment (self->from_day, self->from_time);
  if (self->to_day == ENT_DAY_NONE)
    /* Translators: a day, perhaps with a time; how long an absence lasts */
    return g_strdup_printf (_ ("from %s until further notice"), from);
  to = describe_moment (self->to_day, self->to_time);
  /* Translators: two days, perhaps with times */
  return g_strdup_printf (_ ("from %1$s to %2$s"), from, to);
}

EntAbsencePeriod
ent_agent_absence_get_period (const EntAgentAbsence *self)
{
  return (EntAbsencePeriod) { self->from_day, self->from_time, self->to_day, self->to_time };
}

char *
ent_agent_absence_describe (gpointer absence)
{
  EntAbsencePeriod period = ent_agent_absence_get_period (absence);

  return ent_absence_period_describe (&period);
}
