/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Some days of home care as they stand. Any thread. */

#include "ent-rounds-week.h"

#include "ent-rounds-round.h"

#define DETOUR 1.3 /* of roads, over the way as the crow flies */

static void
clear_carer (gpointer data)
{
  g_free (((EntRoundsCarer *) data)->name);
}

static void
clear_shift (gpointer data)
{
  g_free (((EntRoundsShift *) data)->reason);
}

static void
clear_client (gpointer data)
{
  g_free (((EntRoundsClient *) data)->name);
}

static void
clear_visit (gpointer data)
{
  g_free (((EntRoundsVisit *) data)->activity);
}

EntRoundsWeek *
ent_rounds_week_new (gint32 first_day, int n_days)
{
  EntRoundsWeek *self = g_new0 (EntRoundsWeek, 1);

  g_atomic_ref_count_init (&self->refs);
  self->first_day = first_day;
  self->n_days = n_days;
  self->carers = g_array_new (FALSE, TRUE, sizeof (EntRoundsCarer));
  self->shifts = g_array_new (FALSE, TRUE, sizeof (EntRoundsShift));
  self->clients = g_array_new (FALSE, TRUE, sizeof (EntRoundsClient));
  self->visits = g_array_new (FALSE, TRUE, sizeof (EntRoundsVisit));
  self->bonds = g_array_new (FALSE, TRUE, sizeof (EntRoundsBond));
  self->places = g_array_new (FALSE, TRUE, sizeof (EntPoint));
  self->hours = g_array_new (FALSE, TRUE, sizeof (EntRoundsHours));
  g_array_set_size (self->hours, (guint) n_days);
  self->by_visit = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_array_set_clear_func (self->carers, clear_carer);
  g_array_set_clear_func (self->shifts, clear_shift);
  g_array_set_clear_func (self->clients, clear_client);
  g_array_set_clear_func (self->visits, clear_visit);
  return self;
}

void
ent_rounds_week_index (EntRoundsWeek *self)
{
  g_hash_table_remove_all (self->by_visit);
  for (guint i = 0; i < self->visits->len; i++)
    g_hash_table_insert (self->by_visit, &g_array_index (self->visits, EntRoundsVisit, i).id,
                         GUINT_TO_POINTER (i + 1));
}

EntRoundsWeek *
ent_rounds_week_ref (EntRoundsWeek *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ent_rounds_week_unref (EntRoundsWeek *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_visit);
  g_array_unref (self->carers);
  g_array_unref (self->shifts);
  g_array_unref (self->clients);
  g_array_unref (self->visits);
  g_array_unref (self->bonds);
  g_array_unref (self->places);
  g_array_unref (self->hours);
  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      g_free (self->seconds[mode]);
      g_free (self->metres[mode]);
    }
  g_free (self);
}

EntRoundsHours *
ent_rounds_week_hours (const EntRoundsWeek *self, int day)
{
  return &g_array_index (self->hours, EntRoundsHours, CLAMP (day, 0, self->n_days - 1));
}

int
ent_rounds_week_longest_day (const EntRoundsWeek *self, int day)
{
  return ENT_ROUNDS_DAY - ent_rounds_week_hours (self, day)->rest;
}

int
ent_rounds_week_find (const EntRoundsWeek *self, gint64 visit_id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_visit, &visit_id)) - 1;
}

gboolean
ent_rounds_week_is_away (const EntRoundsWeek *self, const EntRoundsVisit *visit)
{
  const EntRoundsClient *client = &g_array_index (self->clients, EntRoundsClient, visit->client);

  return (client->away >> visit->day & 1) != 0;
}

gboolean
ent_rounds_visit_is_open (const EntRoundsVisit *visit)
{
  return visit->state == ENT_VISIT_PLANNED || visit->state == ENT_VISIT_CONFIRMED;
}

gboolean
ent_rounds_visit_occupies (const EntRoundsVisit *visit)
{
  return visit->carer != ENT_ROUNDS_NONE && visit->start != ENT_ROUNDS_NONE &&
         (ent_rounds_visit_is_open (visit) || visit->state == ENT_VISIT_DONE ||
          visit->state == ENT_VISIT_NOBODY_HOME);
}

gboolean
ent_rounds_visit_allows (const EntRoundsVisit *visit, int start, int *missing)
{
  int least = G_MAXINT;

  for (int side = 0; side <= 1; side++)
    {
      int before = visit->earliest - side * ENT_ROUNDS_DAY - start;
      int behind = start + visit->minutes - visit->latest + side * ENT_ROUNDS_DAY;

      least = MIN (least, MAX (before, 0) + MAX (behind, 0));
    }
  if (missing != NULL)
    *missing = least;
  return least == 0;
}

int
ent_rounds_week_estimate (const EntRoundsWeek *self,
                          EntRoadMode mode,
                          int from,
                          int to,
                          int *metres)
{
  static const double kmh[ENT_ROAD_N_MODES] = {
    [ENT_ROAD_CAR] = 30, [ENT_ROAD_BICYCLE] = 14, [ENT_ROAD_FOOT] = 4.5
  };
  double distance = DETOUR * ent_geo_distance (g_array_index (self->places, EntPoint, from),
                                               g_array_index (self->places, EntPoint, to));

  *metres = (int) (distance + 0.5);
  return (int) (distance * 3.6 / kmh[mode] + 0.5);
}

int
ent_rounds_week_way (const EntRoundsWeek *self, EntRoadMode mode, int from, int to, int *metres)
{
  int seconds = 0, length = 0;
  gboolean is_known = from != ENT_ROUNDS_NONE && to != ENT_ROUNDS_NONE;
  gsize cell = is_known ? (gsize) from * self->places->len + (gsize) to : 0;

  if (is_known && from != to && self->seconds[mode] != NULL)
    {
      seconds = self->seconds[mode][cell];
      length = self->metres[mode][cell];
    }
  else if (is_known && from != to)
    seconds = ent_rounds_week_estimate (self, mode, from, to, &length);
  if (metres != NULL)
    *metres = length;
  return is_known ? (seconds + 59) / 60 : ENT_ROUNDS_UNKNOWN_MINUTES;
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const EntRoundsStop *left = a;
  const EntRoundsStop *right = b;

  return left->from != right->from ? left->from - right->from : left->visit - right->visit;
}

static void
sum_carer (const EntRoundsWeek *self, int carer, EntRoundsSums *sums)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (EntRoundsStop));

  for (guint i = 0; i < self->visits->len; i++)
    {
      const EntRoundsVisit *visit = &g_array_index (self->visits, EntRoundsVisit, i);

      if (visit->carer == carer && ent_rounds_visit_occupies (visit))
        {
          EntRoundsStop stop = ent_rounds_stop_make (self, (int) i, carer, visit->start);

          g_array_append_val (stops, stop);
        }
    }
  g_array_sort (stops, compare_stops);
  ent_rounds_stops_sum (self, carer, (const EntRoundsStop *) (gpointer) stops->data, stops->len,
                        sums);
}

void
ent_rounds_week_sum (const EntRoundsWeek *self,
                     int carer,
                     int *minutes,
                     int *travel_minutes,
                     int *metres)
{
  EntRoundsSums sums;

  sum_carer (self, carer, &sums);
  if (minutes != NULL)
    *minutes = sums.minutes;
  if (travel_minutes != NULL)
    *travel_minutes = sums.travel;
  if (metres != NULL)
    *metres = sums.metres;
}

int
ent_rounds_week_work (const EntRoundsWeek *self, int carer)
{
  EntRoundsSums sums;

  sum_carer (self, carer, &sums);
  return sums.work;
}
