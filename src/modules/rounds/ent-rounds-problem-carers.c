/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carers and shifts of a planner's problem. Any thread. */

#include "ent-rounds-problem-private.h"

#define BREAK_FROM_ENDS (2 * 60)

static const EntRoundsStop *
stops_of (const EntRoundsBuild *self, int carer, int *n)
{
  const GArray *round = self->judge->rounds[carer];

  *n = (int) round->len;
  return (const EntRoundsStop *) (gpointer) round->data;
}

/* Work of the first week that is done on days the planner does not see. */
static int
worked_elsewhere (const EntRoundsBuild *self, int carer)
{
  int n, end = 0, begin;
  int day = self->wish->first_day;
  const EntRoundsStop *stops = stops_of (self, carer, &n);

  while (end < n && stops[end].day < self->wish->first_day)
    end++;
  for (begin = end; begin < n && stops[begin].day <= self->wish->last_day;)
    begin++;
  return ent_rounds_work_of_week (self->week, carer, stops, end, day) +
         ent_rounds_work_of_week (self->week, carer, stops + begin, n - begin, day);
}

/* The planner has one for all days. */
static int
longest_rest (const EntRoundsBuild *self)
{
  int longest = 0;

  for (int day = self->wish->first_day; day <= self->wish->last_day; day++)
    longest = MAX (longest, ent_rounds_week_hours (self->week, day)->rest);
  return longest;
}

static void
add_carer (EntRoundsBuild *self, int index)
{
  const EntRoundsCarer *carer = &g_array_index (self->week->carers, EntRoundsCarer, index);
  g_autofree char *id = g_strdup_printf ("%d", index);
  EntPlanCarer added = { .id = id,
                         .skills = G_GUINT64_CONSTANT (1) << carer->kind,
                         .mode = (int) carer->mode,
                         .max_day = 60 * (carer->daily_minutes != ENT_INT_NONE
                                              ? carer->daily_minutes
                                              : ENT_ROUNDS_DAY - longest_rest (self)),
                         .worked_week = 60 * worked_elsewhere (self, index),
                         .min_rest = 60 * longest_rest (self) };

  if (carer->weekly_minutes != ENT_INT_NONE)
    added.contract_week = 60 * carer->weekly_minutes;
  ent_plan_problem_add_carer (self->out->problem, &added);
}

/* When the work of the days before ends, and when that of the days behind begins. */
static void
find_edges (const EntRoundsBuild *self, int carer, int *before, int *behind)
{
  const EntRoundsCarer *c = &g_array_index (self->week->carers, EntRoundsCarer, carer);
  int n;
  const EntRoundsStop *stops = stops_of (self, carer, &n);

  *before = c->busy_before;
  *behind = c->busy_after != ENT_INT_NONE ? c->busy_after : G_MAXINT;
  for (int i = 0; i < n; i++)
    if (stops[i].day < self->wish->first_day)
      *before = MAX (*before, stops[i].to);
    else if (stops[i].day > self->wish->last_day)
      *behind = MIN (*behind, stops[i].from);
}

/* A night that began before the first day goes on without rest. */
static void
add_shift (EntRoundsBuild *self, const EntRoundsShift *shift, int before, int behind)
{
  const EntRoundsCarer *carer = &g_array_index (self->week->carers, EntRoundsCarer, shift->carer);
  int day = ent_rounds_day_of (shift->from);
  int rest = day < self->wish->first_day ? 0 : ent_rounds_week_hours (self->week, day)->rest;
  EntPlanShift added = { .carer = shift->carer,
                         .from = MAX (shift->from, self->wish->first_day * ENT_ROUNDS_DAY),
                         .to = shift->to,
                         .start_place = ent_rounds_map_home (&self->map, carer->start_place),
                         .end_place = ent_rounds_map_home (&self->map, carer->end_place),
                         .max_trips = 1 };

  if (shift->is_away || day > self->wish->last_day)
    return;
  if (before != ENT_INT_NONE)
    added.from = MAX (added.from, before + rest);
  if (behind != G_MAXINT)
    added.to = MIN (added.to, behind - ent_rounds_week_hours (self->week, day + 1)->rest);
  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    added.capacity[d] = G_MAXINT;
  if (added.from < added.to)
    g_array_append_val (self->shifts, added);
}

static gboolean
is_free (const EntRoundsBuild *self, int carer, int from, int to, int but)
{
  for (int i = 0; i < (int) self->shifts->len; i++)
    {
      const EntPlanShift *shift = &g_array_index (self->shifts, EntPlanShift, i);

      if (i != but && shift->carer == carer && shift->from < to && from < shift->to)
        return FALSE;
    }
  return TRUE;
}

/* What stays lies in a shift, whatever the pattern says. */
static void
cover (EntRoundsBuild *self, int carer, const EntRoundsStop *stop)
{
  EntPlanShift added = { .carer = carer,
                         .from = stop->from,
                         .to = stop->to,
                         .start_place = self->map.first_home,
                         .end_place = self->map.first_home,
                         .max_trips = 1 };

  for (int i = 0; i < (int) self->shifts->len; i++)
    {
      EntPlanShift *shift = &g_array_index (self->shifts, EntPlanShift, i);
      int from = MIN (shift->from, stop->from), to = MAX (shift->to, stop->to);

      if (shift->carer != carer || shift->from >= stop->to || stop->from >= shift->to)
        continue;
      if (is_free (self, carer, from, to, i))
        {
          shift->from = from;
          shift->to = to;
        }
      return;
    }
  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    added.capacity[d] = G_MAXINT;
  g_array_append_val (self->shifts, added);
}

/* Whether what stays leaves room for a break, or does not need one. */
static gboolean
leaves_break (const EntRoundsBuild *self, const EntPlanShift *shift, const EntRoundsHours *hours)
{
  int n, work = 0, last = shift->from, widest = 0;
  const EntRoundsStop *stops = stops_of (self, shift->carer, &n);

  for (int i = 0; i < n; i++)
    {
      if (stops[i].from < shift->from || stops[i].from >= shift->to ||
          !ent_rounds_build_is_fixed (self, stops[i].visit))
        continue;
      widest = MAX (widest, stops[i].from - last);
      work += stops[i].to - stops[i].from;
      last = stops[i].to;
    }
  return work <= hours->break_after ||
         MAX (widest, shift->to - last) >= hours->break_length + BREAK_FROM_ENDS;
}

/* Minutes become seconds of the planner. */
static void
finish_shift (EntRoundsBuild *self, EntPlanShift *shift)
{
  int midnight = self->out->midnight;
  const EntRoundsHours *hours = ent_rounds_week_hours (self->week, ent_rounds_day_of (shift->from));

  if (hours->break_length > 0 &&
      shift->to - shift->from > MAX (hours->break_after, 2 * BREAK_FROM_ENDS) &&
      leaves_break (self, shift, hours))
    {
      shift->break_length = 60 * hours->break_length;
      shift->break_after = 60 * hours->break_after;
      shift->break_from = 60 * (shift->from + BREAK_FROM_ENDS - midnight);
      shift->break_to = 60 * (shift->to - BREAK_FROM_ENDS - midnight);
    }
  shift->from = 60 * (shift->from - midnight);
  shift->to = shift->regular_to = 60 * (shift->to - midnight);
  ent_plan_problem_add_shift (self->out->problem, shift);
}

static void
add_shifts (EntRoundsBuild *self, int carer)
{
  int first, end, before, behind, n;
  const EntRoundsStop *stops = stops_of (self, carer, &n);

  find_edges (self, carer, &before, &behind);
  ent_rounds_week_shifts_of (self->week, carer, &first, &end);
  for (int i = first; i < end; i++)
    add_shift (self, &g_array_index (self->week->shifts, EntRoundsShift, i), before, behind);
  for (int i = 0; i < n; i++)
    if (ent_rounds_build_is_fixed (self, stops[i].visit))
      cover (self, carer, &stops[i]);
}

void
ent_rounds_build_carers (EntRoundsBuild *self)
{
  for (int i = 0; i < (int) self->week->carers->len; i++)
    {
      add_carer (self, i);
      add_shifts (self, i);
    }
  for (guint i = 0; i < self->shifts->len; i++)
    {
      EntPlanShift shift = g_array_index (self->shifts, EntPlanShift, i);

      finish_shift (self, &shift);
    }
}
