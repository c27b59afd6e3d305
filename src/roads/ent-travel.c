/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is learned from the travel times of the past. Any thread. */
#include "ent-travel.h"

#include <math.h>
#include <stdlib.h>

#define SHORTEST_TRIP 60.0
#define WILDEST_RATIO 10.0

/* As many trips count as much as the belief that the map is right. */
#define TRIPS_OF_DOUBT 8.0

EntTravelSlot
ent_travel_slot (guint minute)
{
  if (minute < 7 * 60 || minute >= 18 * 60 + 30)
    return ENT_TRAVEL_QUIET;
  if (minute < 9 * 60)
    return ENT_TRAVEL_MORNING;
  return minute < 15 * 60 + 30 ? ENT_TRAVEL_DAY : ENT_TRAVEL_EVENING;
}

void
ent_travel_factors_init (EntTravelFactors *self)
{
  *self = (EntTravelFactors) { 0 };
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    for (guint slot = 0; slot < ENT_TRAVEL_N_SLOTS; slot++)
      self->factor[mode][slot] = 1.0;
}

static gboolean
is_slip (const EntTravelObservation *trip)
{
  return !(trip->predicted >= SHORTEST_TRIP) || !(trip->real >= SHORTEST_TRIP) ||
         trip->real > trip->predicted * WILDEST_RATIO ||
         trip->predicted > trip->real * WILDEST_RATIO;
}

static int
compare_numbers_cb (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Of the logarithms, so that half and double are equally far from right. */
static double
median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_numbers_cb);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2.0;
}

void
ent_travel_factors_learn (EntTravelFactors *self, const EntTravelObservation *trips, gsize n_trips)
{
  g_autofree double *logs = g_new (double, n_trips + 1);

  ent_travel_factors_init (self);
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    for (guint slot = 0; slot < ENT_TRAVEL_N_SLOTS; slot++)
      {
        gsize n = 0;

        for (gsize i = 0; i < n_trips; i++)
          if (trips[i].mode == mode && trips[i].slot == slot && !is_slip (&trips[i]))
            logs[n++] = log (trips[i].real / trips[i].predicted);
        if (n == 0)
          continue;
        self->n[mode][slot] = (guint) n;
        self->factor[mode][slot] = CLAMP (exp (median (logs, n) * (double) n /
                                               ((double) n + TRIPS_OF_DOUBT)),
                                          ENT_TRAVEL_LEAST_FACTOR, ENT_TRAVEL_MOST_FACTOR);
      }
}

guint32
ent_travel_factors_seconds (const EntTravelFactors *self,
                            EntRoadMode mode,
                            EntTravelSlot slot,
                            guint32 milliseconds)
{
  double factor = self != NULL ? self->factor[mode][slot] : 1.0;
  double seconds = milliseconds * factor / 1000.0;

  return (guint32) (seconds + 0.5);
}
