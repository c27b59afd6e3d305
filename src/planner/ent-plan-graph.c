/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pushing starts along routes, links and rests. One thread at a time. */
#include "ent-plan-graph-private.h"

#include <string.h>

#define TRIAL_STEPS 3000 /* a pair may chase another for ever */
#define SETTLE_STEPS 100000

EntPlanGraph *
ent_plan_graph_new (const EntPlanModel *model)
{
  EntPlanGraph *self = g_new0 (EntPlanGraph, 1);

  self->shift_of = g_new0 (int, model->room + 1);
  for (int i = 0; i < model->n_shifts; i++)
    for (int k = 0; k < model->shifts[i].room; k++)
      self->shift_of[model->shifts[i].first + k] = i;
  self->size = model->room + 1;
  self->queue = g_new0 (int, self->size);
  self->queued = g_new0 (guint8, self->size);
  self->room_moved = 2 * TRIAL_STEPS;
  self->moved = g_new (Moved, self->room_moved);
  self->saved_start = g_new0 (int, self->size);
  self->saved_slack = g_new0 (int, self->size);
  self->kept = g_new0 (Kept, model->n_shifts + 1);
  self->is_changed = g_new0 (guint8, model->n_shifts + 1);
  self->changed = g_new0 (int, model->n_shifts + 1);
  return self;
}

void
ent_plan_graph_free (EntPlanGraph *self)
{
  if (self == NULL)
    return;
  g_free (self->shift_of);
  g_free (self->queue);
  g_free (self->queued);
  g_free (self->moved);
  g_free (self->saved_start);
  g_free (self->saved_slack);
  g_free (self->kept);
  g_free (self->is_changed);
  g_free (self->changed);
  g_free (self);
}

void
ent_plan_graph_save (EntPlanState *state)
{
  EntPlanGraph *self = state->graph;

  for (int i = 0; i < state->model->n_shifts; i++)
    {
      const EntPlanRoute *route = &state->routes[i];
      gsize size = sizeof (int) * (gsize) (route->n + 2);
      int first = state->model->shifts[i].first;

      if (route->n_visits == 0)
        continue;
      memcpy (self->saved_start + first, state->stops[i].start, size);
      memcpy (self->saved_slack + first, state->stops[i].slack, size);
      self->kept[i] = (Kept) { route->leave, route->back, route->worst, route->time_cost };
    }
}

void
ent_plan_graph_restore (EntPlanState *state)
{
  EntPlanGraph *self = state->graph;

  state->route_cost = 0;
  for (int i = 0; i < state->model->n_shifts; i++)
    {
      EntPlanRoute *route = &state->routes[i];
      gsize size = sizeof (int) * (gsize) (route->n + 2);
      int first = state->model->shifts[i].first;

      if (route->n_visits == 0)
        continue;
      memcpy (state->stops[i].start, self->saved_start + first, size);
      memcpy (state->stops[i].slack, self->saved_slack + first, size);
      route->leave = self->kept[i].leave;
      route->back = self->kept[i].back;
      route->worst = self->kept[i].worst;
      route->time_cost = self->kept[i].time_cost;
      state->route_cost += ent_plan_route_sum (route);
    }
}

static void
empty_queue (EntPlanGraph *self)
{
  while (self->head != self->tail)
    ent_plan_graph_dequeue (self);
}

static gint64
visit_cost (const EntPlanModel *model, int visit, int start, int *late)
{
  const EntPlanModelWindow *window = ent_plan_window_at (model, visit, start);

  *late = start - window->wish_to;
  return ent_plan_model_wish_cost (window, start) +
         ent_plan_model_change_cost (&model->visits[visit], start);
}

static gint64
end_cost (const EntPlanModelShift *shift, int back)
{
  gint64 cost = (gint64) back * shift->span_rate;

  if (back > shift->regular_to)
    cost += (gint64) (back - shift->regular_to) * shift->overtime_rate;
  return cost;
}

/* What a stop that moves adds. */
static void
add_cost (EntPlanState *state, int shift, int k, int start)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &state->stops[shift];
  int late = 0;
  int before;

  if (k == state->routes[shift].n + 1)
    state->graph->added += end_cost (s, start) - end_cost (s, stops->start[k]);
  else if (k > 0 && stops->item[k] < model->n_visits)
    state->graph->added += visit_cost (model, stops->item[k], start, &late) -
                           visit_cost (model, stops->item[k], stops->start[k], &before);
  if (k == 1)
    state->graph->added -= (gint64) s->span_rate * (start - stops->start[1]);
  state->graph->worst = MAX (state->graph->worst, late);
}

static void
mark_changed (EntPlanGraph *self, int shift)
{
  if (self->is_changed[shift])
    return;
  self->is_changed[shift] = TRUE;
  self->changed[self->n_changed++] = shift;
}

static void
forget_changed (EntPlanGraph *self)
{
  while (self->n_changed > 0)
    self->is_changed[self->changed[--self->n_changed]] = FALSE;
}

/* Not before a time: FALSE when the stop's own rules do not let it be so late. */
static gboolean
raise_start (EntPlanState *state, int shift, int k, int start)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;
  EntPlanStops *stops = &state->stops[shift];
  int node = model->shifts[shift].first + k;

  if (start <= stops->start[k])
    return TRUE;
  if (k > 0 && k <= state->routes[shift].n && stops->item[k] < model->n_visits)
    start = ent_plan_wished_start (model, stops->item[k], start, stops->latest[k]);
  if (start > stops->latest[k] || (self->on_trial && self->n_moved == self->room_moved))
    return FALSE;
  if (self->on_trial)
    {
      add_cost (state, shift, k, start);
      self->moved[self->n_moved++] = (Moved) { node, stops->start[k] };
    }
  else
    mark_changed (self, shift);
  stops->start[k] = start;
  ent_plan_graph_enqueue (self, node);
  return TRUE;
}

static gboolean
push_links (EntPlanState *state, int visit, int start)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[visit];

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);
      int shift = state->route_of[end->other];

      if (shift == ENT_PLAN_NONE || (!end->is_first && link->most == G_MAXINT))
        continue;
      if (!raise_start (state, shift, state->position[end->other],
                        end->is_first ? start + link->least : start - link->most))
        return FALSE;
    }
  return TRUE;
}

/* What a stop's start means for the stops after it. */
static gboolean
push_from (EntPlanState *state, int shift, int k)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &state->stops[shift];
  int start = stops->start[k];

  if (k == state->routes[shift].n + 1)
    {
      int next = model->rests ? ent_plan_state_worked_after (state, shift) : ENT_PLAN_NONE;

      return next == ENT_PLAN_NONE ||
             raise_start (state, next, 0, start + ent_plan_graph_rest (model, shift));
    }
  if (k > 0 && stops->item[k] < model->n_visits && !push_links (state, stops->item[k], start))
    return FALSE;
  return raise_start (state, shift, k + 1,
                      ent_plan_route_arrival (s, stops->item[k] == ent_plan_break_stop (model),
                                              start + stops->busy[k],
                                              ent_plan_graph_way (model, s->class, stops, k)));
}

static gint64
worst_added (const EntPlanState *state)
{
  return state->graph->worst > state->worst
             ? (gint64) (state->graph->worst - state->worst) * state->model->worst_rate
             : 0;
}

static gboolean
run (EntPlanState *state, gint64 limit, int steps)
{
  EntPlanGraph *self = state->graph;

  while (self->head != self->tail)
    {
      int node = ent_plan_graph_dequeue (self);
      int shift = self->shift_of[node];

      if (steps-- == 0 || !push_from (state, shift, node - state->model->shifts[shift].first) ||
          self->added + worst_added (state) >= limit)
        {
          empty_queue (self);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
settle_starts (EntPlanState *state)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;
  gboolean good = TRUE;

  self->on_trial = FALSE;
  self->added = self->worst = 0;
  for (int i = 0; i < model->n_shifts && good; i++)
    {
      if (state->routes[i].n_visits == 0)
        continue;
      good = ent_plan_route_times (model, i, &state->stops[i], &state->routes[i],
                                   model->shifts[i].from);
      if (model->rests)
        ent_plan_graph_enqueue (self, model->shifts[i].first + state->routes[i].n + 1);
      for (int k = 1; k <= state->routes[i].n; k++)
        if (state->stops[i].item[k] < model->n_visits &&
            model->visits[state->stops[i].item[k]].n_links > 0)
          ent_plan_graph_enqueue (self, model->shifts[i].first + k);
    }
  if (good)
    return run (state, G_MAXINT64, SETTLE_STEPS + 50 * model->room);
  empty_queue (self);
  return FALSE;
}

gboolean
ent_plan_graph_settle (EntPlanState *state)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;
  gboolean good = settle_starts (state);

  state->route_cost = 0;
  state->worst = 0;
  for (int i = 0; i < model->n_shifts; i++)
    {
      EntPlanRoute *route = &state->routes[i];

      if (route->n_visits == 0)
        continue;
      if (good)
        good = ent_plan_route_cost (model, i, &state->stops[i], route, state->scratch);
      state->route_cost += ent_plan_route_sum (route);
      state->worst = MAX (state->worst, route->worst);
    }
  forget_changed (self);
  if (good)
    ent_plan_graph_settle_slack (state, TRUE);
  return good;
}

/* Opens (by 1) or closes (by −1) a gap behind the stop at k in every array but slack. */
static void
shift_stops (EntPlanState *state, int shift, int k, int by)
{
  EntPlanStops *stops = &state->stops[shift];
  EntPlanRoute *route = &state->routes[shift];
  int *arrays[] = { stops->item, stops->place, stops->busy, stops->start, stops->latest };
  gsize size = sizeof (int) * (gsize) (route->n + 1 - k - (by < 0 ? 1 : 0));

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (by > 0)
      memmove (arrays[i] + k + 2, arrays[i] + k + 1, size);
    else
      memmove (arrays[i] + k + 1, arrays[i] + k + 2, size);
  route->n += by;
  for (int i = by > 0 ? k + 2 : k + 1; i <= route->n; i++)
    if (stops->item[i] < state->model->n_visits)
      state->position[stops->item[i]] = i;
}

static void
put_in (EntPlanState *state, const EntPlanTrial *trial)
{
  const EntPlanModel *model = state->model;
  EntPlanStops *stops = &state->stops[trial->shift];
  int k = trial->k + 1;
  int late;

  shift_stops (state, trial->shift, trial->k, 1);
  stops->item[k] = trial->visit;
  stops->place[k] = model->visits[trial->visit].place;
  stops->busy[k] = model->visits[trial->visit].duration;
  stops->start[k] = trial->start;
  stops->latest[k] = ent_plan_last_start (model, trial->visit, model->shifts[trial->shift].to);
  state->position[trial->visit] = k;
  state->route_of[trial->visit] = trial->shift;
  if (stops->item[k + 1] == ent_plan_break_stop (model))
    stops->place[k + 1] = stops->place[k];
  state->graph->added += visit_cost (model, trial->visit, trial->start, &late);
  state->graph->worst = MAX (state->graph->worst, late);
  ent_plan_graph_enqueue (state->graph, model->shifts[trial->shift].first + k);
}

static void
take_back (EntPlanState *state, const EntPlanTrial *trial)
{
  EntPlanStops *stops = &state->stops[trial->shift];
  int k = trial->k + 1;

  if (stops->item[k + 1] == ent_plan_break_stop (state->model))
    stops->place[k + 1] = stops->place[k - 1];
  shift_stops (state, trial->shift, trial->k, -1);
  state->route_of[trial->visit] = ENT_PLAN_NONE;
}

int
ent_plan_graph_earliest (const EntPlanState *state, int visit)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[visit];
  int earliest = G_MININT;

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);
      int shift = state->route_of[end->other];
      int start;

      if (shift == ENT_PLAN_NONE || (end->is_first && link->most == G_MAXINT))
        continue;
      start = state->stops[shift].start[state->position[end->other]];
      earliest = MAX (earliest, end->is_first ? start - link->most : start + link->least);
    }
  return earliest;
}

/* Costs and slacks of the routes in which starts moved. */
static gboolean
settle_changed (EntPlanState *state)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;

  for (int i = 0; i < self->n_changed; i++)
    {
      int shift = self->changed[i];
      EntPlanRoute *route = &state->routes[shift];

      state->route_cost -= ent_plan_route_sum (route);
      if (!ent_plan_route_cost (model, shift, &state->stops[shift], route, state->scratch))
        return FALSE;
      state->route_cost += ent_plan_route_sum (route);
      state->worst = MAX (state->worst, route->worst);
    }
  ent_plan_graph_settle_slack (state, FALSE);
  return TRUE;
}

gboolean
ent_plan_graph_insert (EntPlanState *state, const EntPlanTrial *trial)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;
  EntPlanStops *stops = &state->stops[trial->shift];
  EntPlanRoute *route = &state->routes[trial->shift];
  int earliest = ent_plan_graph_earliest (state, trial->visit);
  gboolean good;

  self->added = self->worst = 0;
  put_in (state, trial);
  self->on_trial = FALSE;
  mark_changed (self, trial->shift);
  state->route_cost -= ent_plan_route_sum (route);
  good = ent_plan_route_order (model, trial->shift, stops, route);
  state->route_cost += ent_plan_route_sum (route);
  good = good && ent_plan_route_latest (model, trial->shift, stops, route) &&
         stops->start[trial->k + 1] <= stops->latest[trial->k + 1] &&
         raise_start (state, trial->shift, trial->k + 1, earliest) &&
         run (state, G_MAXINT64, SETTLE_STEPS) && settle_changed (state);
  empty_queue (self);
  forget_changed (self);
  return good;
}

void
ent_plan_graph_take_back (EntPlanState *state, const EntPlanTrial *trial)
{
  take_back (state, trial);
}

gint64
ent_plan_graph_try (EntPlanState *state, const EntPlanTrial *trials, int n, gint64 limit)
{
  EntPlanGraph *self = state->graph;
  gboolean good;

  self->added = 0;
  self->worst = state->worst;
  self->n_moved = 0;
  self->on_trial = TRUE;
  for (int i = 0; i < n; i++)
    put_in (state, &trials[i]);
  good = run (state, limit, TRIAL_STEPS);
  while (self->n_moved > 0)
    {
      const Moved *moved = &self->moved[--self->n_moved];
      int shift = self->shift_of[moved->node];

      state->stops[shift].start[moved->node - state->model->shifts[shift].first] = moved->start;
    }
  for (int i = n - 1; i >= 0; i--)
    take_back (state, &trials[i]);
  return good ? self->added + worst_added (state) : G_MAXINT64;
}
