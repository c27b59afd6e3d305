/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit could go in a standing plan. A query has a state of its own and leaves it as it
 * was. One thread at a time. */
#include "ent-plan-insert-private.h"
#include "ent-plan-query-private.h"

#include <string.h>

EntPlanQuery *
ent_plan_query_new (EntPlan *plan, const EntPlanWeights *weights)
{
  EntPlanQuery *self = g_new0 (EntPlanQuery, 1);

  self->plan = ent_plan_ref (plan);
  self->model = ent_plan_model_new (ent_plan_get_problem (plan), weights);
  self->state = ent_plan_state_new (self->model);
  self->finder = ent_plan_finder_new (self->state);
  ent_plan_load (self->finder, plan);
  self->options = g_new (EntPlanOption, self->model->n_shifts + 1);
  self->items = g_new (int, self->model->n_visits + 2 * ENT_PLAN_MAX_TRIPS + 4);
  return self;
}

void
ent_plan_query_free (EntPlanQuery *self)
{
  if (self == NULL)
    return;
  ent_plan_finder_free (self->finder);
  ent_plan_state_free (self->state);
  ent_plan_model_free (self->model);
  ent_plan_unref (self->plan);
  g_free (self->options);
  g_free (self->items);
  g_free (self);
}

void
ent_plan_query_begin (EntPlanQuery *self, int visit)
{
  ent_plan_state_begin (self->state);
  if (self->state->route_of[visit] == ENT_PLAN_NONE)
    return;
  ent_plan_state_take_out (self->state, visit);
  ent_plan_state_refresh (self->state);
}

void
ent_plan_query_end (EntPlanQuery *self)
{
  ent_plan_state_roll_back (self->state);
}

gint64
ent_plan_query_points (const EntPlanQuery *self, gint64 units)
{
  gint64 half = self->model->unit / 2;

  return (units + (units < 0 ? -half : half)) / self->model->unit;
}

static void
start_option (EntPlanOption *option, int shift)
{
  memset (option, 0, sizeof *option);
  option->shift = shift;
  option->after = option->start = option->other = ENT_PLAN_NONE;
}

/* Units that a round on trial costs more; G_MAXINT64: it does not hold. */
static gint64
try_items (EntPlanQuery *self, const EntPlanCandidate *candidate, const int *items, int n)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = self->model;
  const EntPlanRoute *old = &state->routes[candidate->shift];
  EntPlanStops *trial = &self->finder->trial;
  EntPlanRoute route = { .n = n };
  gint64 cost = candidate->fixed -
                model->pair[candidate->visit * model->n_shifts + candidate->shift];
  int way;

  memcpy (trial->item + 1, items, sizeof (int) * (gsize) n);
  if (!ent_plan_route_order (model, candidate->shift, trial, &route) ||
      !ent_plan_route_times (model, candidate->shift, trial, &route,
                             model->shifts[candidate->shift].from) ||
      !ent_plan_route_cost (model, candidate->shift, trial, &route, self->finder->settled))
    return G_MAXINT64;
  way = route.work - old->work - model->visits[candidate->visit].duration;
  if (model->hours && !ent_plan_finder_hours (self->finder, candidate, way, &cost))
    return G_MAXINT64;
  if (route.worst > state->worst)
    cost += (gint64) (route.worst - state->worst) * model->worst_rate;
  return cost + ent_plan_route_sum (&route) - ent_plan_route_sum (old);
}

static void
put_behind (int *items, const int *old, int n, int k, int visit)
{
  memcpy (items, old, sizeof (int) * (gsize) k);
  items[k] = visit;
  memcpy (items + k + 1, old + k, sizeof (int) * (gsize) (n - k));
}

/* Every position with the whole round computed anew: what stands before the visit may also give
 * way, which the search does not wait for. The best are in items; how many, ENT_PLAN_NONE without
 * one. */
static int
try_positions (EntPlanQuery *self, int visit, int shift, gint64 *cost)
{
  const int *old = self->state->stops[shift].item + 1;
  int n = self->state->routes[shift].n;
  EntPlanCandidate candidate;
  int best = ENT_PLAN_NONE;

  if (self->model->coupled || !ent_plan_finder_aim (self->finder, visit, shift, &candidate))
    return ENT_PLAN_NONE;
  for (int k = 0; k <= n; k++)
    {
      gint64 here;

      put_behind (self->items, old, n, k, visit);
      here = try_items (self, &candidate, self->items, n + 1);
      if (here < *cost)
        {
          *cost = here;
          best = k;
        }
    }
  if (best == ENT_PLAN_NONE)
    return ENT_PLAN_NONE;
  put_behind (self->items, old, n, best, visit);
  return n + 1;
}

void
ent_plan_query_look (EntPlanQuery *self, int visit, int shift, EntPlanOption *option)
{
  EntPlanSpot spot = { .cost = G_MAXINT64 / 4, .shift = ENT_PLAN_NONE };
  gint64 cost = G_MAXINT64 / 4;
  int n;

  start_option (option, shift);
  n = try_positions (self, visit, shift, &cost);
  spot.cost = cost;
  if (self->model->coupled || self->model->checked)
    ent_plan_finder_look (self->finder, visit, shift, &spot);
  if (spot.shift != ENT_PLAN_NONE)
    {
      n = self->state->routes[shift].n + 1;
      if (spot.proved)
        {
          n = self->finder->n_order;
          memcpy (self->items, self->finder->order, sizeof (int) * (gsize) n);
        }
      else
        put_behind (self->items, self->state->stops[shift].item + 1, n - 1, spot.k, visit);
    }
  if (n == ENT_PLAN_NONE)
    {
      ent_plan_query_refuse (self, visit, shift, ENT_PLAN_NONE, option);
      return;
    }
  ent_plan_query_explain (self, option, visit, n, spot.cost);
  if (spot.shift != ENT_PLAN_NONE && !spot.proved)
    option->start = spot.start;
}

static int
compare_options (const void *a, const void *b)
{
  const EntPlanOption *x = a, *y = b;

  if ((x->refusal == ENT_PLAN_FITS) != (y->refusal == ENT_PLAN_FITS))
    return x->refusal == ENT_PLAN_FITS ? -1 : 1;
  if (x->refusal == ENT_PLAN_FITS && x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  /* What lacks a few minutes is nearer than what is a matter of principle. */
  if ((x->missing > 0) != (y->missing > 0))
    return x->missing > 0 ? -1 : 1;
  if (x->missing != y->missing)
    return x->missing - y->missing;
  return x->shift - y->shift;
}

int
ent_plan_query_options (EntPlanQuery *self, int visit, EntPlanOption *options, int max)
{
  int n = self->model->n_shifts;

  ent_plan_query_begin (self, visit);
  for (int shift = 0; shift < n; shift++)
    ent_plan_query_look (self, visit, shift, &self->options[shift]);
  ent_plan_query_end (self);
  qsort (self->options, (gsize) n, sizeof *options, compare_options);
  n = MIN (n, max);
  memcpy (options, self->options, sizeof *options * (gsize) n);
  return n;
}

/* The visits of a round with one more behind another; its place among them, ENT_PLAN_NONE when the
 * other is not there. */
static int
list_visits (const EntPlanQuery *self, int shift, int visit, int after, int *visits)
{
  const EntPlanStops *stops = &self->state->stops[shift];
  int found = ENT_PLAN_NONE;
  int n = 0;

  if (after == ENT_PLAN_NONE)
    {
      found = n;
      visits[n++] = visit;
    }
  for (int k = 1; k <= self->state->routes[shift].n; k++)
    {
      if (stops->item[k] >= self->model->n_visits)
        continue;
      visits[n++] = stops->item[k];
      if (stops->item[k] == after)
        {
          found = n;
          visits[n++] = visit;
        }
    }
  return found;
}

/* Behind itself is where it stands: behind the one before. */
static int
before_in_round (const EntPlanQuery *self, int visit, int after)
{
  const EntPlanState *state = self->state;
  int k;

  if (after != visit || state->route_of[visit] == ENT_PLAN_NONE)
    return after;
  for (k = state->position[visit] - 1; k > 0; k--)
    if (state->stops[state->route_of[visit]].item[k] < self->model->n_visits)
      return state->stops[state->route_of[visit]].item[k];
  return ENT_PLAN_NONE;
}

/* Gives the round its new order; FALSE when a rule forbids it. */
static gboolean
try_round (EntPlanQuery *self, int shift, int n)
{
  EntPlanState *state = self->state;

  if (n < 0 || state->closed[shift] || !ent_plan_state_set_order (state, shift, self->items, n))
    return FALSE;
  ent_plan_state_refresh (state);
  return !state->broken;
}

static gint64
placed_cost (const EntPlanState *state)
{
  return ent_plan_state_cost (state) - state->penalty * state->penalty_scale / 16;
}

void
ent_plan_query_drop (EntPlanQuery *self, int visit, int shift, int after, EntPlanOption *option)
{
  EntPlanState *state = self->state;
  const EntPlanModel *model = self->model;
  g_autofree int *visits = g_new (int, model->n_visits + 1);
  gboolean allowed;
  gint64 before;
  int n, at;

  start_option (option, shift);
  after = before_in_round (self, visit, after);
  ent_plan_query_begin (self, visit);
  at = list_visits (self, shift, visit, after, visits);
  g_return_if_fail (at != ENT_PLAN_NONE);
  allowed = model->pair[visit * model->n_shifts + shift] != ENT_PLAN_FORBIDDEN_COST &&
            ent_plan_state_links_allow (state, visit, shift);
  before = placed_cost (state);
  n = state->routes[shift].n_visits + 1;
  n = allowed ? ent_plan_complete_order (self->finder, shift, visits, n, self->items)
              : ENT_PLAN_NONE;
  if (try_round (self, shift, n))
    {
      gint64 sum = placed_cost (state) - before;
      int start = state->stops[shift].start[state->position[visit]];

      ent_plan_query_end (self);
      ent_plan_query_begin (self, visit);
      ent_plan_query_explain (self, option, visit, n, sum);
      if (model->coupled)
        option->start = start;
    }
  else
    {
      ent_plan_query_end (self);
      ent_plan_query_begin (self, visit);
      ent_plan_query_refuse (self, visit, shift,
                             after == ENT_PLAN_NONE ? 0 : state->position[after], option);
    }
  ent_plan_query_end (self);
  option->after = after;
}
