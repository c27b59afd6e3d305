/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions whose rules concern the route as a whole: time on board, a further trip, a break that
 * more work brings. The route is computed anew with the visit in it. */
#include "ent-plan-insert-private.h"

#include "ent-plan-graph.h"
#include <string.h>

static int
earliest_leave (const EntPlanState *state, int shift)
{
  const EntPlanModel *model = state->model;
  int before = state->graph == NULL ? ENT_PLAN_NONE : ent_plan_state_worked_before (state, shift);

  if (before == ENT_PLAN_NONE)
    return model->shifts[shift].from;
  return MAX (
      model->shifts[shift].from,
      state->stops[before].start[state->routes[before].n + 1] +
          ent_plan_problem_get_carer (model->problem, model->shifts[shift].owner)->min_rest);
}

/* The route on trial, n stops: spot if it is better. */
static gboolean
try_order (EntPlanFinder *self, const EntPlanCandidate *c, int n, EntPlanSpot *spot)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanRoute *old = &state->routes[c->shift];
  EntPlanRoute route = { .n = n };
  int more;
  gint64 cost;

  if (!ent_plan_route_order (model, c->shift, &self->trial, &route))
    return FALSE;
  cost = c->fixed - model->pair[c->visit * model->n_shifts + c->shift];
  more = route.work - old->work - model->visits[c->visit].duration;
  if (model->hours && !ent_plan_finder_hours (self, c, more, &cost))
    return TRUE;
  if (cost + route.order_cost - ent_plan_route_sum (old) >= spot->cost ||
      !ent_plan_route_times (model, c->shift, &self->trial, &route,
                             earliest_leave (state, c->shift)) ||
      !ent_plan_route_cost (model, c->shift, &self->trial, &route, self->settled))
    return TRUE;
  cost += ent_plan_route_sum (&route) - ent_plan_route_sum (old);
  if (route.worst > state->worst)
    cost += (gint64) (route.worst - state->worst) * model->worst_rate;
  if (cost < spot->cost)
    {
      *spot = (EntPlanSpot) { cost, c->shift, 0, 0, TRUE, 0 };
      memcpy (self->order, self->trial.item + 1, sizeof (int) * (gsize) n);
      self->n_order = n;
    }
  return TRUE;
}

static gboolean
has_break (const EntPlanModel *model, const int *items, int n)
{
  for (int i = 0; i < n; i++)
    if (items[i] == ent_plan_break_stop (model))
      return TRUE;
  return FALSE;
}

/* The same with a break, which the work now asks for, at every place. */
static void
try_breaks (EntPlanFinder *self, const EntPlanCandidate *c, int n, EntPlanSpot *spot)
{
  const EntPlanModel *model = self->state->model;
  int *item = self->trial.item;

  if (n + 3 > model->shifts[c->shift].room)
    return;
  memmove (item + 2, item + 1, sizeof (int) * (gsize) n);
  for (int k = 1; k <= n + 1; k++)
    {
      item[k] = ent_plan_break_stop (model);
      try_order (self, c, n + 1, spot);
      if (k <= n)
        {
          item[k] = item[k + 1];
          item[k + 1] = ent_plan_break_stop (model);
        }
    }
}

/* The stops up to k, some new ones, the rest. */
static void
try_with (EntPlanFinder *self,
          const EntPlanCandidate *c,
          int k,
          const int news[2],
          EntPlanSpot *spot)
{
  const EntPlanState *state = self->state;
  const EntPlanModelShift *shift = &state->model->shifts[c->shift];
  const int *old = state->stops[c->shift].item;
  int n_old = state->routes[c->shift].n;
  int n_new = news[1] == ENT_PLAN_NONE ? 1 : 2;
  int *item = self->trial.item;

  if (n_old + n_new + 2 > shift->room)
    return;
  memcpy (item + 1, old + 1, sizeof (int) * (gsize) k);
  memcpy (item + 1 + k, news, sizeof (int) * (gsize) n_new);
  memcpy (item + 1 + k + n_new, old + 1 + k, sizeof (int) * (gsize) (n_old - k));
  if (!try_order (self, c, n_old + n_new, spot) && shift->break_after > 0 &&
      shift->break_length > 0)
    {
      memcpy (item + 1, old + 1, sizeof (int) * (gsize) k);
      memcpy (item + 1 + k, news, sizeof (int) * (gsize) n_new);
      memcpy (item + 1 + k + n_new, old + 1 + k, sizeof (int) * (gsize) (n_old - k));
      if (!has_break (state->model, item + 1, n_old + n_new))
        try_breaks (self, c, n_old + n_new, spot);
    }
}

/* Whether the last delivery of a single trip would come too late even if nobody ever waited. */
static gboolean
is_too_long (const EntPlanFinder *self, const EntPlanCandidate *c, int k)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  const EntPlanRoute *route = &self->state->routes[c->shift];
  const EntPlanStops *stops = &self->state->stops[c->shift];
  int last = stops->item[route->n];
  int driven;

  if (shift->max_trips > 1 || route->n_visits == 0 || last >= model->n_visits)
    return FALSE;
  driven = route->work -
           ent_plan_model_time (model, shift->class, stops->place[route->n], shift->end_place);
  if (k == route->n)
    return driven + c->time_to[stops->place[k]] > model->visits[c->visit].max_on_board;
  driven += c->duration - stops->busy[route->n] + c->time_to[stops->place[k]] +
            c->time_from[stops->place[k + 1]] -
            ent_plan_model_time (model, shift->class, stops->place[k], stops->place[k + 1]);
  return driven > model->visits[last].max_on_board;
}

void
ent_plan_finder_prove (EntPlanFinder *self, const EntPlanCandidate *c, int k, EntPlanSpot *spot)
{
  int reload = ent_plan_reload_stop (self->state->model);

  if (k >= 0)
    {
      if (is_too_long (self, c, k))
        return;
      try_with (self, c, k, (int[]) { c->visit, ENT_PLAN_NONE }, spot);
      return;
    }
  try_with (self, c, -k - 1, (int[]) { reload, c->visit }, spot);
  try_with (self, c, -k - 1, (int[]) { c->visit, reload }, spot);
}
