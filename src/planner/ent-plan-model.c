/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling a problem: the unit of costs, the visits with their windows, what kind of problem it
 * is. The parts of carers, ways and neighbours have files of their own. Any thread. */
#include "ent-plan-model-private.h"

#include "ent-plan-start.h"
#include <string.h>

/* 1/3000 of a point is a whole number for each second of a minute and each metre of a kilometre. */
#define FINEST 3000
#define LONGEST 500000000

static gint64
greatest_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

int
ent_plan_model_per_second (const EntPlanModel *self, gint64 points)
{
  return (int) MIN (points * self->unit / 60, LONGEST);
}

int
ent_plan_model_per_metre (const EntPlanModel *self, gint64 points)
{
  return (int) MIN (points * self->unit / 1000, LONGEST);
}

/* The coarsest unit in which every weight is whole, so that sums stay small. */
static gint64
find_unit (const EntPlanProblem *problem, const EntPlanWeights *w)
{
  gint64 divisor = FINEST;
  const int minutes[] = { w->wish_early, w->wish_late, w->worst_wish,   w->travel_minute,
                          w->overtime,   w->balance,   w->change_minute };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    divisor = greatest_divisor (divisor, minutes[i] * (gint64) (FINEST / 60));
  divisor = greatest_divisor (divisor, w->travel_km * (gint64) (FINEST / 1000));
  for (int i = 0; i < ent_plan_problem_get_n_carers (problem); i++)
    {
      const EntPlanCarer *carer = ent_plan_problem_get_carer (problem, i);

      divisor = greatest_divisor (divisor, carer->cost_per_minute * (gint64) (FINEST / 60));
      divisor = greatest_divisor (divisor, carer->cost_per_km * (gint64) (FINEST / 1000));
    }
  for (int i = 0; i < ent_plan_problem_get_n_visits (problem); i++)
    {
      int n;
      const EntPlanWindow *windows = ent_plan_problem_get_windows (problem, i, &n);

      for (int j = 0; j < n; j++)
        {
          divisor = greatest_divisor (divisor,
                                      windows[j].early_per_minute * (gint64) (FINEST / 60));
          divisor = greatest_divisor (divisor, windows[j].late_per_minute * (gint64) (FINEST / 60));
        }
    }
  return FINEST / divisor;
}

/* The cheapest starts of a window: the cost is convex, so they lie between two of its corners. */
static void
find_target (const EntPlanModelVisit *visit, EntPlanModelWindow *window)
{
  int corners[] = { window->from,
                    window->to,
                    window->wish_from,
                    window->wish_to,
                    visit->reference_start - visit->change_free,
                    visit->reference_start + visit->change_free };
  gint64 best = G_MAXINT64;

  window->target = window->calm = window->from;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      int start = CLAMP (corners[i], window->from, window->to);
      gint64 cost = ent_plan_model_wish_cost (window, start) +
                    ent_plan_model_change_cost (visit, start);

      if (cost < best)
        {
          best = cost;
          window->target = window->calm = start;
        }
      else if (cost == best)
        {
          window->target = MIN (window->target, start);
          window->calm = MAX (window->calm, start);
        }
    }
}

static int
own_or (int own, int general)
{
  return own > 0 ? own : general;
}

static void
build_window (EntPlanModel *self, const EntPlanModelVisit *visit, const EntPlanWindow *from)
{
  EntPlanModelWindow *window = &self->windows[visit->first_window + visit->n_windows];
  const EntPlanWeights *w = &self->weights;

  window->from = from->from;
  window->to = from->to;
  window->wish_from = from->wish_from;
  window->wish_to = from->wish_to;
  window->early = ent_plan_model_per_second (self, own_or (from->early_per_minute, w->wish_early));
  window->late = ent_plan_model_per_second (self, own_or (from->late_per_minute, w->wish_late));
}

static int
compare_windows (const void *a, const void *b)
{
  return ((const EntPlanModelWindow *) a)->from - ((const EntPlanModelWindow *) b)->from;
}

/* Windows in the order of time; a promised start leaves one of them, without width. */
static void
build_windows (EntPlanModel *self, int index)
{
  EntPlanModelVisit *visit = &self->visits[index];
  int fixed = ent_plan_problem_get_visit (self->problem, index)->fixed_start;
  int n;
  const EntPlanWindow *windows = ent_plan_problem_get_windows (self->problem, index, &n);
  EntPlanModelWindow *mine = &self->windows[visit->first_window];

  for (int i = 0; i < n; i++)
    {
      if (fixed != ENT_PLAN_NONE &&
          (visit->n_windows > 0 || fixed < windows[i].from || fixed > windows[i].to))
        continue;
      build_window (self, visit, &windows[i]);
      if (fixed != ENT_PLAN_NONE)
        mine[0].from = mine[0].to = fixed;
      visit->n_windows++;
    }
  for (int i = 0; i < visit->n_windows; i++)
    {
      find_target (visit, &mine[i]);
      if (self->worst_rate > 0)
        mine[i].calm = CLAMP (mine[i].wish_to, mine[i].target, mine[i].calm);
      if (mine[i].target > mine[i].from || mine[i].calm < mine[i].to)
        self->timed = TRUE;
    }
  qsort (mine, (gsize) visit->n_windows, sizeof *mine, compare_windows);
}

static void
build_visit (EntPlanModel *self, int index)
{
  EntPlanModelVisit *visit = &self->visits[index];
  const EntPlanVisit *from = ent_plan_problem_get_visit (self->problem, index);
  int points = own_or (from->unplaced_points, self->weights.unplaced[from->priority]);

  visit->place = from->place;
  visit->duration = from->duration;
  visit->client = from->client;
  visit->max_on_board = from->max_on_board > 0 ? from->max_on_board : G_MAXINT;
  memcpy (visit->load, from->load, sizeof visit->load);
  visit->bound = ENT_PLAN_NONE;
  visit->level = from->unplaced_points > 0 ? ENT_PLAN_N_PRIORITIES : (int) from->priority;
  visit->points = from->unplaced_points > 0 ? from->unplaced_points : 1;
  visit->unplaced = points * self->unit;
  visit->reference_start = from->reference_start;
  visit->change_free = self->weights.change_free * 60;
  if (from->reference_start != ENT_PLAN_NONE)
    visit->change_rate = ent_plan_model_per_second (self, self->weights.change_minute);
  self->n_clients = MAX (self->n_clients, from->client + 1);
  self->checked = self->checked || from->max_on_board > 0;
  build_windows (self, index);
}

static void
build_visits (EntPlanModel *self)
{
  int n_windows = 0;

  self->visits = g_new0 (EntPlanModelVisit, self->n_visits + 1);
  for (int i = 0; i < self->n_visits; i++)
    {
      int n;

      ent_plan_problem_get_windows (self->problem, i, &n);
      self->visits[i].first_window = n_windows;
      n_windows += n;
    }
  self->windows = g_new0 (EntPlanModelWindow, n_windows + 1);
  for (int i = 0; i < self->n_visits; i++)
    build_visit (self, i);
}

/* The dimensions that count come first: those where a vehicle has a limit and a visit a load. All
 * the others are left out of every loop. */
static void
find_dimensions (EntPlanModel *self)
{
  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    {
      gboolean limited = FALSE;
      gboolean loaded = FALSE;

      for (int i = 0; i < self->n_shifts; i++)
        limited = limited || self->shifts[i].capacity[d] < G_MAXINT;
      for (int i = 0; i < self->n_visits; i++)
        loaded = loaded || self->visits[i].load[d] > 0;
      if (!limited || !loaded)
        continue;
      for (int i = 0; i < self->n_shifts; i++)
        self->shifts[i].capacity[self->n_dimensions] = self->shifts[i].capacity[d];
      for (int i = 0; i < self->n_visits; i++)
        self->visits[i].load[self->n_dimensions] = self->visits[i].load[d];
      self->n_dimensions++;
    }
}

/* What leaving a visit out costs the search. Were it as much as in the total, the search would
 * never dare to exchange one visit for another. */
static void
set_penalties (EntPlanModel *self)
{
  static const int legs[] = {
    [ENT_PLAN_VITAL] = 24, [ENT_PLAN_IMPORTANT] = 14, [ENT_PLAN_POSTPONABLE] = 6
  };
  gint64 most = 1;

  for (int i = 0; i < self->n_visits; i++)
    if (self->visits[i].level == ENT_PLAN_N_PRIORITIES)
      most = MAX (most, self->visits[i].points);
  for (int i = 0; i < self->n_visits; i++)
    {
      EntPlanModelVisit *visit = &self->visits[i];

      if (visit->level == ENT_PLAN_N_PRIORITIES)
        visit->penalty = legs[0] * (gint64) self->mean_leg * visit->points / most;
      else
        visit->penalty = legs[visit->level] * (gint64) self->mean_leg;
      visit->penalty = MAX (visit->penalty, 1);
    }
}

static void
build_clients (EntPlanModel *self)
{
  g_autofree int *filled = g_new0 (int, self->n_clients + 1);

  self->clients_first = g_new0 (int, self->n_clients + 1);
  self->clients_visits = g_new0 (int, self->n_visits + 1);
  for (int i = 0; i < self->n_visits; i++)
    if (self->visits[i].client != ENT_PLAN_NONE)
      self->clients_first[self->visits[i].client + 1]++;
  for (int c = 0; c < self->n_clients; c++)
    {
      if (self->clients_first[c + 1] > 1 && self->further_carer > 0)
        self->has_regulars = TRUE;
      self->clients_first[c + 1] += self->clients_first[c];
    }
  for (int i = 0; i < self->n_visits; i++)
    {
      int client = self->visits[i].client;

      if (client != ENT_PLAN_NONE)
        self->clients_visits[self->clients_first[client] + filled[client]++] = i;
    }
}

/* What a second past the cheapest starts costs at least; 0 where another window follows. */
static int
delay_rate (const EntPlanModel *self, const EntPlanModelVisit *visit)
{
  const EntPlanModelWindow *window = &self->windows[visit->first_window];
  gint64 rate;

  if (visit->n_windows == 0 || (visit->n_windows == 1 && window->calm >= window->to))
    return G_MAXINT;
  if (visit->n_windows > 1)
    return 0;
  rate = ent_plan_model_wish_cost (window, window->calm + 1) +
         ent_plan_model_change_cost (visit, window->calm + 1) -
         ent_plan_model_wish_cost (window, window->calm) -
         ent_plan_model_change_cost (visit, window->calm);
  return (int) MIN (rate, LONGEST);
}

static void
find_least_delay (EntPlanModel *self)
{
  self->least_delay = LONGEST;
  for (int i = 0; i < self->n_visits; i++)
    self->least_delay = MIN (self->least_delay, delay_rate (self, &self->visits[i]));
  for (int i = 0; i < self->n_shifts; i++)
    {
      const EntPlanModelShift *shift = &self->shifts[i];
      int rate = shift->span_rate + shift->overtime_rate;

      if (shift->span_rate > 0)
        self->least_delay = MIN (self->least_delay, self->coupled ? 0 : shift->span_rate);
      else if (rate > 0 && shift->regular_to < shift->to)
        self->least_delay = MIN (self->least_delay, rate);
    }
}

EntPlanModel *
ent_plan_model_new (EntPlanProblem *problem, const EntPlanWeights *weights)
{
  EntPlanModel *self = g_new0 (EntPlanModel, 1);

  self->problem = ent_plan_problem_ref (problem);
  self->weights = *weights;
  self->unit = find_unit (problem, weights);
  self->n_visits = ent_plan_problem_get_n_visits (problem);
  self->n_shifts = ent_plan_problem_get_n_shifts (problem);
  self->n_carers = ent_plan_problem_get_n_carers (problem);
  self->n_links = ent_plan_problem_get_n_links (problem);
  self->n_places = ent_plan_problem_get_n_places (problem);
  self->matrices = g_ptr_array_new_with_free_func (g_free);
  self->worst_rate = ent_plan_model_per_second (self, weights->worst_wish);
  self->overtime_rate = ent_plan_model_per_second (self, weights->overtime);
  self->balance_rate = ent_plan_model_per_second (self, weights->balance);
  self->further_carer = (int) (weights->further_carer * self->unit);
  build_visits (self);
  build_clients (self);
  ent_plan_model_build_shifts (self);
  ent_plan_model_build_classes (self);
  ent_plan_model_build_carers (self);
  ent_plan_model_build_pairs (self);
  ent_plan_model_build_links (self);
  ent_plan_model_build_near (self);
  find_dimensions (self);
  set_penalties (self);
  self->timed = self->timed || self->coupled;
  find_least_delay (self);
  return self;
}

void
ent_plan_model_free (EntPlanModel *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_bound; i++)
    g_array_unref (self->bound_of[i]);
  g_free (self->bound_of);
  g_free (self->visits);
  g_free (self->shifts);
  g_free (self->windows);
  g_free (self->classes);
  g_free (self->days);
  g_free (self->weeks);
  g_free (self->link_ends);
  g_free (self->shifts_of);
  g_free (self->carer_cost);
  g_free (self->pair);
  g_free (self->near);
  g_free (self->clients_first);
  g_free (self->clients_visits);
  g_free (self->contract);
  g_ptr_array_unref (self->matrices);
  ent_plan_problem_unref (self->problem);
  g_free (self);
}
