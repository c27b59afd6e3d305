/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of one carer. Any thread. */

#include "ent-rounds-round.h"

#include "ent-date.h"

int
ent_rounds_day_of (int time)
{
  return time >= 0 ? time / ENT_ROUNDS_DAY : -((ENT_ROUNDS_DAY - 1 - time) / ENT_ROUNDS_DAY);
}

int
ent_rounds_days_since_monday (const EntRoundsWeek *week, int day)
{
  return ent_day_weekday (week->first_day + day) - 1;
}

/* The first shift of the carer or of one behind. */
static int
lower_bound (const GArray *shifts, int carer)
{
  guint low = 0, high = shifts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (shifts, EntRoundsShift, middle).carer < carer)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low;
}

void
ent_rounds_week_shifts_of (const EntRoundsWeek *week, int carer, int *first, int *end)
{
  *first = lower_bound (week->shifts, carer);
  *end = lower_bound (week->shifts, carer + 1);
}

EntRoundsStop
ent_rounds_stop_make (const EntRoundsWeek *week, int visit, int carer, int start)
{
  const EntRoundsVisit *v = &g_array_index (week->visits, EntRoundsVisit, visit);
  EntRoundsStop stop = { visit, start, start + v->minutes, ENT_ROUNDS_NONE,
                         ent_rounds_day_of (start) };
  int first, end;

  ent_rounds_week_shifts_of (week, carer, &first, &end);
  for (int i = first; i < end; i++)
    {
      const EntRoundsShift *shift = &g_array_index (week->shifts, EntRoundsShift, i);

      if (shift->from <= start && start < shift->to)
        {
          stop.shift = i;
          stop.day = ent_rounds_day_of (shift->from);
        }
    }
  return stop;
}

gboolean
ent_rounds_stop_joins (const EntRoundsStop *a, const EntRoundsStop *b)
{
  return a->shift == b->shift && a->day == b->day;
}

static const EntRoundsClient *
client_of (const EntRoundsWeek *week, const EntRoundsStop *stop)
{
  int client = g_array_index (week->visits, EntRoundsVisit, stop->visit).client;

  return &g_array_index (week->clients, EntRoundsClient, client);
}

int
ent_rounds_stop_way (const EntRoundsWeek *week,
                     int carer,
                     const EntRoundsStop *from,
                     const EntRoundsStop *to,
                     int *metres)
{
  const EntRoundsCarer *c = &g_array_index (week->carers, EntRoundsCarer, carer);
  const EntRoundsClient *a = from != NULL ? client_of (week, from) : NULL;
  const EntRoundsClient *b = to != NULL ? client_of (week, to) : NULL;
  gboolean is_counted = a != b && (a != NULL || c->start_place != ENT_ROUNDS_NONE) &&
                        (b != NULL || c->end_place != ENT_ROUNDS_NONE);

  if (metres != NULL)
    *metres = 0;
  if (!is_counted)
    return 0;
  return ent_rounds_week_way (week, c->mode, a != NULL ? a->place : c->start_place,
                              b != NULL ? b->place : c->end_place, metres);
}

static void
add_way (const EntRoundsWeek *week,
         int carer,
         const EntRoundsStop *from,
         const EntRoundsStop *to,
         EntRoundsSums *sums)
{
  int metres;
  int minutes = ent_rounds_stop_way (week, carer, from, to, &metres);

  sums->travel += minutes;
  sums->metres += metres;
  if (from != NULL && to != NULL)
    sums->work += minutes;
}

void
ent_rounds_stops_sum (const EntRoundsWeek *week,
                      int carer,
                      const EntRoundsStop *stops,
                      guint n,
                      EntRoundsSums *sums)
{
  *sums = (EntRoundsSums) { 0 };
  for (guint i = 0; i < n; i++)
    {
      gboolean begins = i == 0 || !ent_rounds_stop_joins (&stops[i - 1], &stops[i]);
      gboolean ends = i + 1 == n || !ent_rounds_stop_joins (&stops[i], &stops[i + 1]);

      sums->minutes += stops[i].to - stops[i].from;
      sums->work += stops[i].to - stops[i].from;
      add_way (week, carer, begins ? NULL : &stops[i - 1], &stops[i], sums);
      if (ends)
        add_way (week, carer, &stops[i], NULL, sums);
    }
}
