/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On which days a need falls, and how long a visit lasts on the clock. Any thread. */

#include "ent-care-calendar.h"

#include "ent-carer-rules.h"
#include "ent-date.h"

#define MINUTES_A_DAY 1440
#define SECONDS_A_DAY 86400

static gboolean
is_week_a (gint32 day)
{
  return ent_week_of_day (day) == ENT_WEEK_A;
}

static gboolean
has_weekday (const EntCareNeed *self, gint32 day)
{
  const gboolean days[] = { self->monday, self->tuesday,  self->wednesday, self->thursday,
                            self->friday, self->saturday, self->sunday };

  return days[ent_day_weekday (day) - 1];
}

/* Whether the day is the first, second… or last of its weekday in its month. */
static gboolean
is_nth (gint32 day, EntCareNth nth)
{
  int month, later, mday;

  if (!ent_day_to_ymd (day, NULL, &month, &mday))
    return FALSE;
  if (nth != ENT_CARE_LAST)
    return (mday - 1) / 7 + 1 == (int) nth;
  return ent_day_to_ymd (day + 7, NULL, &later, NULL) && later != month;
}

gboolean
ent_care_need_falls_on (const EntCareNeed *self, gint32 day)
{
  if (day == ENT_DAY_NONE || (self->from_day != ENT_DAY_NONE && day < self->from_day) ||
      (self->to_day != ENT_DAY_NONE && day > self->to_day))
    return FALSE;
  switch (self->rhythm)
    {
    case ENT_CARE_EVERY_WEEK:
      return has_weekday (self, day);
    case ENT_CARE_WEEK_A:
      return has_weekday (self, day) && is_week_a (day);
    case ENT_CARE_WEEK_B:
      return has_weekday (self, day) && !is_week_a (day);
    case ENT_CARE_MONTHLY:
      return has_weekday (self, day) && is_nth (day, (EntCareNth) self->nth);
    case ENT_CARE_ONCE:
      return day == self->once_on;
    default:
      return FALSE;
    }
}

GArray *
ent_care_need_days (const EntCareNeed *self, gint32 from, gint32 to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_return_val_if_fail (from != ENT_DAY_NONE && to != ENT_DAY_NONE, days);

  if (self->from_day != ENT_DAY_NONE)
    from = MAX (from, self->from_day);
  if (self->to_day != ENT_DAY_NONE)
    to = MIN (to, self->to_day);
  for (gint32 day = from; day <= to; day++)
    if (ent_care_need_falls_on (self, day))
      g_array_append_val (days, day);
  return days;
}

/* The clock of the beneficiaries, wherever the program runs. */
static GTimeZone *
belgium (void)
{
  static GTimeZone *zone;

  if (g_once_init_enter_pointer (&zone))
    {
      GTimeZone *found = g_time_zone_new_identifier ("Europe/Brussels");

      g_once_init_leave_pointer (&zone, found != NULL ? found : g_time_zone_new_local ());
    }
  return zone;
}

/* Seconds since 1970 UTC of a time on the clock. Of an hour that comes twice summer is the earlier;
 * a time that the clock leaps over is one after the leap. */
static gint64
instant (gint32 day, int minutes, gboolean in_summer)
{
  gint64 wall = day * (gint64) SECONDS_A_DAY + minutes * (gint64) 60;
  gint64 adjusted = wall;
  int interval = g_time_zone_adjust_time (belgium (),
                                          in_summer ? G_TIME_TYPE_DAYLIGHT : G_TIME_TYPE_STANDARD,
                                          &adjusted);

  return adjusted - g_time_zone_get_offset (belgium (), interval);
}

int
ent_care_elapsed_minutes (gint32 day, int began, int ended)
{
  int end = ended < began ? ended + MINUTES_A_DAY : ended;
  gint64 start = instant (day, began, TRUE);
  gint64 stop = instant (day, end, TRUE);

  if (stop < start)
    stop = instant (day, end, FALSE);
  return (int) ((stop - start) / 60);
}

int
ent_care_end_on_clock (gint32 day, int start, int minutes)
{
  gint64 stop = instant (day, start, TRUE) + minutes * (gint64) 60;
  int interval = g_time_zone_find_interval (belgium (), G_TIME_TYPE_UNIVERSAL, stop);
  gint64 wall = stop + g_time_zone_get_offset (belgium (), interval);

  return (int) ((wall - day * (gint64) SECONDS_A_DAY) / 60);
}
