/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling a problem: shifts, hours, who may come to whom and at what cost. Any thread. */
#include "ent-plan-model-private.h"

#include <string.h>

static int
find_hours (GArray *slots, const EntPlanModelHours *wanted, int period, GArray *periods)
{
  for (guint i = 0; i < slots->len; i++)
    if (g_array_index (slots, EntPlanModelHours, i).owner == wanted->owner &&
        g_array_index (periods, int, i) == period)
      return (int) i;
  g_array_append_vals (slots, wanted, 1);
  g_array_append_val (periods, period);
  return (int) slots->len - 1;
}

static int
limit_or_none (int limit)
{
  return limit > 0 ? limit : G_MAXINT;
}

/* The hours of the days and weeks in which somebody has a shift. */
static void
build_hours (EntPlanModel *self)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (EntPlanModelHours));
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (EntPlanModelHours));
  g_autoptr (GArray) day_numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) week_numbers = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < self->n_shifts; i++)
    {
      EntPlanModelShift *shift = &self->shifts[i];
      const EntPlanCarer *carer = ent_plan_problem_get_carer (self->problem, shift->owner);
      int week = shift->calendar_day / 7;
      EntPlanModelHours of_day = { shift->owner, limit_or_none (carer->max_day), G_MAXINT, 0 };
      EntPlanModelHours of_week = { shift->owner, limit_or_none (carer->max_week),
                                    limit_or_none (carer->contract_week),
                                    week == 0 ? carer->worked_week : 0 };

      shift->day = find_hours (days, &of_day, shift->calendar_day, day_numbers);
      shift->week = find_hours (weeks, &of_week, week, week_numbers);
      if (of_day.most < G_MAXINT || of_week.most < G_MAXINT ||
          (of_week.contract < G_MAXINT && (self->overtime_rate > 0 || self->balance_rate > 0)))
        self->hours = TRUE;
    }
  self->n_days = (int) days->len;
  self->n_weeks = (int) weeks->len;
  self->days = (EntPlanModelHours *) g_array_steal (days, NULL);
  self->weeks = (EntPlanModelHours *) g_array_steal (weeks, NULL);
}

/* What each carer owes over the weeks in which she has shifts. */
static void
build_contracts (EntPlanModel *self)
{
  self->contract = g_new0 (gint64, self->n_carers + 1);
  for (int i = 0; i < self->n_weeks; i++)
    if (self->weeks[i].contract < G_MAXINT)
      {
        self->contract[self->weeks[i].owner] += self->weeks[i].contract;
        self->all_contract += self->weeks[i].contract;
      }
}

/* An owner's shifts in the order of time, and whether one can come too soon after another. */
static void
chain_shifts (EntPlanModel *self)
{
  for (int i = 0; i < self->n_shifts; i++)
    {
      EntPlanModelShift *shift = &self->shifts[i];
      int rest = ent_plan_problem_get_carer (self->problem, shift->owner)->min_rest;

      shift->before = shift->after = ENT_PLAN_NONE;
      for (int j = 0; j < self->n_shifts; j++)
        {
          const EntPlanModelShift *other = &self->shifts[j];

          if (j == i || other->owner != shift->owner)
            continue;
          if (other->from < shift->from &&
              (shift->before == ENT_PLAN_NONE || other->from > self->shifts[shift->before].from))
            shift->before = j;
          if (other->from > shift->from &&
              (shift->after == ENT_PLAN_NONE || other->from < self->shifts[shift->after].from))
            shift->after = j;
          if (other->from < shift->from && other->calendar_day != shift->calendar_day &&
              other->to + rest > shift->from)
            self->coupled = self->rests = TRUE;
        }
    }
}

static void
build_shift (EntPlanModel *self, int index)
{
  EntPlanModelShift *shift = &self->shifts[index];
  const EntPlanShift *from = ent_plan_problem_get_shift (self->problem, index);
  const EntPlanCarer *carer = ent_plan_problem_get_carer (self->problem, from->carer);

  shift->owner = from->carer;
  shift->from = from->from;
  shift->to = from->to;
  shift->regular_to = MIN (from->regular_to, from->to);
  shift->start_place = from->start_place;
  shift->end_place = from->end_place;
  shift->break_from = from->break_from;
  shift->break_to = from->break_to;
  shift->break_length = from->break_length;
  shift->break_after = from->break_after;
  memcpy (shift->capacity, from->capacity, sizeof shift->capacity);
  shift->max_trips = from->max_trips;
  shift->reload = from->reload;
  shift->calendar_day = from->from / ENT_PLAN_DAY;
  shift->span_rate = ent_plan_model_per_second (self, carer->cost_per_minute);
  shift->overtime_rate = shift->regular_to < shift->to ? self->overtime_rate : 0;
  if (shift->span_rate > 0 || shift->overtime_rate > 0)
    self->timed = TRUE;
  if (shift->max_trips > 1 || (shift->break_length > 0 && shift->break_after > 0))
    self->checked = TRUE;
}

void
ent_plan_model_build_shifts (EntPlanModel *self)
{
  self->shifts = g_new0 (EntPlanModelShift, self->n_shifts + 1);
  for (int i = 0; i < self->n_shifts; i++)
    build_shift (self, i);
  chain_shifts (self);
  build_hours (self);
  build_contracts (self);
}

static gboolean
concerns (const EntPlanAffinity *affinity, const EntPlanVisit *visit, int index)
{
  return affinity->client != ENT_PLAN_NONE ? affinity->client == visit->client
                                           : affinity->visit == index;
}

/* The kinds of affinity between a visit and each carer, a bit each. */
static void
fill_affinities (const EntPlanModel *self, int index, guint8 *bits)
{
  const EntPlanVisit *visit = ent_plan_problem_get_visit (self->problem, index);

  memset (bits, 0, (gsize) self->n_carers);
  for (int i = 0; i < ent_plan_problem_get_n_affinities (self->problem); i++)
    {
      const EntPlanAffinity *affinity = ent_plan_problem_get_affinity (self->problem, i);

      if (concerns (affinity, visit, index))
        bits[affinity->carer] |= (guint8) (1u << affinity->kind);
    }
}

static gboolean
may_come (const EntPlanModel *self, int index, int carer, guint bits)
{
  const EntPlanVisit *visit = ent_plan_problem_get_visit (self->problem, index);
  guint64 skills = ent_plan_problem_get_carer (self->problem, carer)->skills;

  if ((visit->required_skills & ~skills) != 0 ||
      (visit->fixed_carer != ENT_PLAN_NONE && visit->fixed_carer != carer))
    return FALSE;
  if ((bits & (1u << ENT_PLAN_FORBIDDEN)) != 0)
    return FALSE;
  return !visit->only_allowed ||
         (bits & ((1u << ENT_PLAN_ALLOWED) | (1u << ENT_PLAN_PREFERRED))) != 0;
}

/* What a carer costs at each visit of its kind, whether another is preferred or not. */
static int
affinity_cost (const EntPlanModel *self, int index, int carer, guint bits, gboolean has_preferred)
{
  const EntPlanVisit *visit = ent_plan_problem_get_visit (self->problem, index);
  guint64 skills = ent_plan_problem_get_carer (self->problem, carer)->skills;
  gint64 points = 0;

  if (has_preferred && (bits & (1u << ENT_PLAN_PREFERRED)) == 0)
    points += self->weights.not_preferred;
  if ((bits & (1u << ENT_PLAN_DISLIKED)) != 0)
    points += self->weights.disliked;
  for (guint64 missing = visit->wished_skills & ~skills; missing != 0; missing &= missing - 1)
    points += self->weights.wished_skill;
  return (int) MIN (points * self->unit, G_MAXINT / 4);
}

void
ent_plan_model_build_carers (EntPlanModel *self)
{
  g_autofree guint8 *bits = g_new0 (guint8, self->n_carers + 1);

  self->carer_cost = g_new (int, (gsize) self->n_visits *(gsize) self->n_carers + 1);
  for (int i = 0; i < self->n_visits; i++)
    {
      gboolean has_preferred = FALSE;

      fill_affinities (self, i, bits);
      for (int c = 0; c < self->n_carers; c++)
        has_preferred = has_preferred || (bits[c] & (1u << ENT_PLAN_PREFERRED)) != 0;
      for (int c = 0; c < self->n_carers; c++)
        self->carer_cost[i * self->n_carers + c] = may_come (self, i, c, bits[c])
                                                       ? affinity_cost (self, i, c, bits[c],
                                                                        has_preferred)
                                                       : ENT_PLAN_FORBIDDEN_COST;
    }
}

gboolean
ent_plan_model_may_come (const EntPlanModel *self, int visit, int carer)
{
  return ent_plan_model_carer_cost (self, visit, carer) != ENT_PLAN_FORBIDDEN_COST;
}

int
ent_plan_model_carer_cost (const EntPlanModel *self, int visit, int carer)
{
  return self->carer_cost[visit * self->n_carers + carer];
}

int
ent_plan_model_change_carer_cost (const EntPlanModel *self, int index, int carer)
{
  int reference = ent_plan_problem_get_visit (self->problem, index)->reference_carer;

  if (reference == ENT_PLAN_NONE || reference == carer)
    return 0;
  return (int) MIN (self->weights.change_carer * self->unit, G_MAXINT / 4);
}

static gboolean
has_time (const EntPlanModel *self, const EntPlanModelVisit *visit, const EntPlanModelShift *shift)
{
  for (int i = 0; i < visit->n_windows; i++)
    {
      const EntPlanModelWindow *window = &self->windows[visit->first_window + i];

      if (MAX (window->from, shift->from) <= MIN (window->to, shift->to - visit->duration))
        return TRUE;
    }
  return FALSE;
}

static int
compare_ints (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* No more stops than its shortest visits would fill the shift with, and breaks and reloads. */
static void
set_room (EntPlanModel *self, int index)
{
  EntPlanModelShift *shift = &self->shifts[index];
  g_autofree int *durations = g_new (int, self->n_visits + 1);
  int n = 0;
  int room = 0;
  gint64 left = shift->to - shift->from;

  for (int i = 0; i < self->n_visits; i++)
    if (self->pair[i * self->n_shifts + index] != ENT_PLAN_FORBIDDEN_COST)
      durations[n++] = self->visits[i].duration;
  qsort (durations, (gsize) n, sizeof (int), compare_ints);
  while (room < n && left >= durations[room])
    left -= durations[room++];
  shift->first = self->room;
  shift->room = room + shift->max_trips + 4;
  self->room += shift->room;
}

void
ent_plan_model_build_pairs (EntPlanModel *self)
{
  g_autoptr (GArray) shifts_of = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *by_carer = g_new (int, self->n_carers + 1);

  self->pair = g_new (int, (gsize) self->n_visits *(gsize) self->n_shifts + 1);
  for (int i = 0; i < self->n_visits; i++)
    {
      EntPlanModelVisit *visit = &self->visits[i];

      visit->first_shift = (int) shifts_of->len;
      for (int c = 0; c < self->n_carers; c++)
        by_carer[c] = !ent_plan_model_may_come (self, i, c)
                          ? ENT_PLAN_FORBIDDEN_COST
                          : ent_plan_model_carer_cost (self, i, c) +
                                ent_plan_model_change_carer_cost (self, i, c);
      for (int s = 0; s < self->n_shifts; s++)
        {
          int cost = by_carer[self->shifts[s].owner];

          if (!has_time (self, visit, &self->shifts[s]))
            cost = ENT_PLAN_FORBIDDEN_COST;
          self->pair[i * self->n_shifts + s] = cost;
          if (cost != ENT_PLAN_FORBIDDEN_COST)
            g_array_append_val (shifts_of, s);
        }
      visit->n_shifts = (int) shifts_of->len - visit->first_shift;
    }
  self->shifts_of = (int *) g_array_steal (shifts_of, NULL);
  for (int s = 0; s < self->n_shifts; s++)
    set_room (self, s);
}
