/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan under work. One thread at a time. */
#include "ent-plan-state-private.h"

#include "ent-plan-graph.h"
#include <string.h>

static void
point_stops (const EntPlanModel *model, int *numbers, int shift, EntPlanStops *stops)
{
  int *at = numbers + model->shifts[shift].first;
  int **arrays[ENT_PLAN_STATE_ARRAYS] = { &stops->item,  &stops->place,  &stops->busy,
                                          &stops->start, &stops->latest, &stops->slack };

  for (int i = 0; i < ENT_PLAN_STATE_ARRAYS; i++)
    *arrays[i] = at + (gsize) i * (gsize) model->room;
}

/* Adds what a route costs and works to the sums, or takes it away. */
static void
account (EntPlanState *self, int shift, int sign)
{
  const EntPlanModel *model = self->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanRoute *route = &self->routes[shift];
  int *week = &self->week_work[s->week];

  self->route_cost += sign * ent_plan_route_sum (route);
  if (!model->hours || route->work == 0)
    return;
  self->overtime -= ent_plan_state_overtime (model, s->week, *week);
  *week += sign * route->work;
  self->overtime += ent_plan_state_overtime (model, s->week, *week);
  self->day_work[s->day] += sign * route->work;
  self->work[s->owner] += sign * route->work;
  if (model->contract[s->owner] > 0)
    self->all_work += sign * route->work;
}

static gboolean
hours_hold (const EntPlanState *self, int shift)
{
  const EntPlanModel *model = self->model;
  const EntPlanModelShift *s = &model->shifts[shift];

  return !model->hours ||
         (self->day_work[s->day] <= model->days[s->day].most &&
          self->week_work[s->week] <= model->weeks[s->week].most - model->weeks[s->week].worked);
}

/* The visit's own part of the sums. */
static void
enter (EntPlanState *self, int visit, int shift)
{
  const EntPlanModelVisit *v = &self->model->visits[visit];
  int last = self->unplaced[--self->n_unplaced];

  self->route_of[visit] = shift;
  self->unplaced[self->place_in_unplaced[visit]] = last;
  self->place_in_unplaced[last] = self->place_in_unplaced[visit];
  self->lost[v->level] -= v->points;
  self->penalty -= v->penalty;
  if (v->client != ENT_PLAN_NONE &&
      self->visits_of[v->client * self->model->n_carers + self->model->shifts[shift].owner]++ ==
          0 &&
      self->carers_of[v->client]++ > 0)
    self->continuity += self->model->further_carer;
}

static void
leave (EntPlanState *self, int visit)
{
  const EntPlanModelVisit *v = &self->model->visits[visit];
  int shift = self->route_of[visit];

  self->route_of[visit] = ENT_PLAN_NONE;
  self->last_in[visit] = shift;
  self->place_in_unplaced[visit] = self->n_unplaced;
  self->unplaced[self->n_unplaced++] = visit;
  self->lost[v->level] += v->points;
  self->penalty += v->penalty;
  if (v->client != ENT_PLAN_NONE &&
      --self->visits_of[v->client * self->model->n_carers + self->model->shifts[shift].owner] ==
          0 &&
      --self->carers_of[v->client] > 0)
    self->continuity -= self->model->further_carer;
}

static void
touch (EntPlanState *self, int shift)
{
  gsize size = sizeof (int) * (gsize) (self->routes[shift].n + 2);
  int *from = self->numbers + self->model->shifts[shift].first;
  int *to = self->saved_numbers + self->model->shifts[shift].first;

  if (self->is_touched[shift])
    return;
  self->is_touched[shift] = TRUE;
  self->touched[self->n_touched++] = shift;
  self->saved_routes[shift] = self->routes[shift];
  for (int i = 0; i < ENT_PLAN_STATE_ARRAYS;
       i++, from += self->model->room, to += self->model->room)
    memcpy (to, from, size);
}

void
ent_plan_state_begin (EntPlanState *self)
{
  for (int i = 0; i < self->n_touched; i++)
    self->is_touched[self->touched[i]] = FALSE;
  self->n_touched = 0;
  self->saved_n_unplaced = self->n_unplaced;
  memcpy (self->saved_unplaced, self->unplaced, sizeof (int) * (gsize) self->n_unplaced);
  if (self->graph != NULL)
    ent_plan_graph_save (self);
}

static void
give_back (EntPlanState *self, int shift)
{
  const EntPlanModel *model = self->model;
  EntPlanStops *stops = &self->stops[shift];
  int *to = self->numbers + model->shifts[shift].first;
  const int *from = self->saved_numbers + model->shifts[shift].first;

  account (self, shift, -1);
  self->routes[shift] = self->saved_routes[shift];
  account (self, shift, 1);
  for (int i = 0; i < ENT_PLAN_STATE_ARRAYS; i++, from += model->room, to += model->room)
    memcpy (to, from, sizeof (int) * (gsize) (self->routes[shift].n + 2));
  for (int k = 1; k <= self->routes[shift].n; k++)
    if (stops->item[k] < model->n_visits)
      {
        enter (self, stops->item[k], shift);
        self->position[stops->item[k]] = k;
      }
  self->is_dirty[shift] = FALSE;
}

/* Coupled problems find it when they settle. */
static void
find_worst (EntPlanState *self)
{
  if (self->model->worst_rate == 0 || self->graph != NULL)
    return;
  self->worst = 0;
  for (int i = 0; i < self->model->n_shifts; i++)
    self->worst = MAX (self->worst, self->routes[i].worst);
}

void
ent_plan_state_roll_back (EntPlanState *self)
{
  const EntPlanModel *model = self->model;

  for (int i = 0; i < self->n_touched; i++)
    {
      int shift = self->touched[i];

      for (int k = 1; k <= self->routes[shift].n; k++)
        {
          int item = self->stops[shift].item[k];

          if (item < model->n_visits && self->route_of[item] == shift)
            leave (self, item);
        }
    }
  for (int i = 0; i < self->n_touched; i++)
    give_back (self, self->touched[i]);
  for (int i = 0; i < self->saved_n_unplaced; i++)
    {
      self->unplaced[i] = self->saved_unplaced[i];
      self->place_in_unplaced[self->unplaced[i]] = i;
    }
  self->n_dirty = 0;
  self->broken = FALSE;
  find_worst (self);
  if (self->graph != NULL)
    ent_plan_graph_restore (self);
}

void
ent_plan_state_take_out (EntPlanState *self, int visit)
{
  int shift = self->route_of[visit];

  touch (self, shift);
  leave (self, visit);
  if (!self->is_dirty[shift])
    {
      self->is_dirty[shift] = TRUE;
      self->dirty[self->n_dirty++] = shift;
    }
}

/* Leaves out what is in the route no more, and reloads that no visit stands behind or before. */
static void
compact (EntPlanState *self, int shift)
{
  const EntPlanModel *model = self->model;
  EntPlanRoute *route = &self->routes[shift];
  int *item = self->stops[shift].item;
  int n = 0;
  int last_reload = 0;
  gboolean loaded = FALSE;

  for (int k = 1; k <= route->n; k++)
    {
      if (item[k] < model->n_visits && self->route_of[item[k]] != shift)
        continue;
      if (item[k] == ent_plan_reload_stop (model))
        {
          if (!loaded)
            continue;
          loaded = FALSE;
          last_reload = n + 1;
        }
      loaded = loaded || item[k] < model->n_visits;
      item[++n] = item[k];
    }
  if (!loaded && last_reload > 0)
    {
      memmove (item + last_reload, item + last_reload + 1,
               sizeof (int) * (gsize) (n - last_reload));
      n--;
    }
  route->n = n;
}

static void
drop_break (const EntPlanModel *model, EntPlanStops *stops, EntPlanRoute *route)
{
  int n = 0;

  for (int k = 1; k <= route->n; k++)
    if (stops->item[k] != ent_plan_break_stop (model))
      stops->item[++n] = stops->item[k];
  route->n = n;
}

static int
earliest_leave (const EntPlanState *self, int shift)
{
  return self->model->shifts[shift].from;
}

/* Everything that the route's order decides. */
static gboolean
compute (EntPlanState *self, int shift)
{
  const EntPlanModel *model = self->model;
  EntPlanStops *stops = &self->stops[shift];
  EntPlanRoute *route = &self->routes[shift];

  if (!ent_plan_route_order (model, shift, stops, route) ||
      !ent_plan_route_times (model, shift, stops, route, earliest_leave (self, shift)) ||
      !ent_plan_route_cost (model, shift, stops, route, self->scratch))
    return FALSE;
  if (model->timed)
    ent_plan_route_slack (model, shift, stops, route);
  return TRUE;
}

static void
number_positions (EntPlanState *self, int shift)
{
  const int *item = self->stops[shift].item;

  for (int k = 1; k <= self->routes[shift].n; k++)
    if (item[k] < self->model->n_visits)
      self->position[item[k]] = k;
}

static void
refresh_route (EntPlanState *self, int shift)
{
  const EntPlanModelShift *s = &self->model->shifts[shift];
  gboolean good;

  account (self, shift, -1);
  compact (self, shift);
  good = compute (self, shift);
  if (!good && s->break_length > 0 && s->break_after > 0)
    {
      drop_break (self->model, &self->stops[shift], &self->routes[shift]);
      good = compute (self, shift);
    }
  if (!good)
    self->broken = TRUE;
  account (self, shift, 1);
  number_positions (self, shift);
  if (!hours_hold (self, shift))
    self->broken = TRUE;
}

void
ent_plan_state_refresh (EntPlanState *self)
{
  for (int i = 0; i < self->n_dirty; i++)
    {
      self->is_dirty[self->dirty[i]] = FALSE;
      refresh_route (self, self->dirty[i]);
    }
  self->n_dirty = 0;
  find_worst (self);
  if (self->graph != NULL && !self->broken && !ent_plan_graph_settle (self))
    self->broken = TRUE;
}

/* The route and its stops as they were before a trial; kept beside the journal. */
static void
swap_order (EntPlanState *self, int shift, const int *items, int n)
{
  EntPlanStops *stops = &self->stops[shift];

  account (self, shift, -1);
  if (n > 0)
    memcpy (stops->item + 1, items, sizeof (int) * (gsize) n);
  self->routes[shift].n = n;
}

static void
move_visits (EntPlanState *self, int shift, const int *old, int n_old)
{
  const int *item = self->stops[shift].item;

  for (int k = 0; k < n_old; k++)
    if (old[k] < self->model->n_visits)
      leave (self, old[k]);
  for (int k = 1; k <= self->routes[shift].n; k++)
    if (item[k] < self->model->n_visits)
      enter (self, item[k], shift);
  number_positions (self, shift);
}

void
ent_plan_state_empty (EntPlanState *self, int shift)
{
  EntPlanStops *stops = &self->stops[shift];
  const EntPlanModelShift *s = &self->model->shifts[shift];

  touch (self, shift);
  account (self, shift, -1);
  for (int k = 1; k <= self->routes[shift].n; k++)
    if (stops->item[k] < self->model->n_visits && self->route_of[stops->item[k]] == shift)
      leave (self, stops->item[k]);
  self->routes[shift].n = 0;
  if (s->break_length > 0 && s->break_after == 0)
    stops->item[++self->routes[shift].n] = ent_plan_break_stop (self->model);
  compute (self, shift);
  account (self, shift, 1);
}

gboolean
ent_plan_state_set_order (EntPlanState *self, int shift, const int *items, int n)
{
  int n_old = self->routes[shift].n;
  g_autofree int *old = NULL;
  gboolean good;

  if (n + 2 > self->model->shifts[shift].room)
    return FALSE;
  touch (self, shift);
  old = g_memdup2 (self->stops[shift].item + 1, sizeof (int) * (gsize) n_old);
  swap_order (self, shift, items, n);
  good = compute (self, shift);
  account (self, shift, 1);
  if (good && hours_hold (self, shift))
    {
      move_visits (self, shift, old, n_old);
      find_worst (self);
      return TRUE;
    }
  swap_order (self, shift, old, n_old);
  compute (self, shift);
  account (self, shift, 1);
  return FALSE;
}

gboolean
ent_plan_state_insert_linked (EntPlanState *self, const EntPlanTrial *trial)
{
  int shift = trial->shift;
  gboolean good;

  if (self->routes[shift].n + 3 > self->model->shifts[shift].room)
    return FALSE;
  touch (self, shift);
  account (self, shift, -1);
  self->route_cost += ent_plan_route_sum (&self->routes[shift]);
  good = ent_plan_graph_insert (self, trial);
  self->route_cost -= ent_plan_route_sum (&self->routes[shift]);
  account (self, shift, 1);
  self->route_of[trial->visit] = ENT_PLAN_NONE;
  if (good && hours_hold (self, shift))
    {
      enter (self, trial->visit, shift);
      return TRUE;
    }
  account (self, shift, -1);
  ent_plan_graph_take_back (self, trial);
  compute (self, shift);
  account (self, shift, 1);
  if (!ent_plan_graph_settle (self))
    self->broken = TRUE;
  return FALSE;
}

gboolean
ent_plan_state_insert (EntPlanState *self, int shift, int k, int visit)
{
  EntPlanRoute *route = &self->routes[shift];
  int *item = self->stops[shift].item;
  gboolean good;

  if (route->n + 3 > self->model->shifts[shift].room)
    return FALSE;
  touch (self, shift);
  account (self, shift, -1);
  memmove (item + k + 2, item + k + 1, sizeof (int) * (gsize) (route->n - k));
  item[k + 1] = visit;
  route->n++;
  good = compute (self, shift);
  account (self, shift, 1);
  if (good && hours_hold (self, shift))
    {
      enter (self, visit, shift);
      number_positions (self, shift);
      find_worst (self);
      return TRUE;
    }
  account (self, shift, -1);
  memmove (item + k + 1, item + k + 2, sizeof (int) * (gsize) (route->n - k - 1));
  route->n--;
  compute (self, shift);
  account (self, shift, 1);
  return FALSE;
}

/* Gives the stops behind k of one route to the other and the other way round. */
static void
exchange (EntPlanState *self, const int shifts[2], const int k[2])
{
  int *a = self->stops[shifts[0]].item + k[0] + 1;
  int *b = self->stops[shifts[1]].item + k[1] + 1;
  int n_a = self->routes[shifts[0]].n - k[0];
  int n_b = self->routes[shifts[1]].n - k[1];
  int *old = self->scratch;

  memcpy (old, a, sizeof (int) * (gsize) n_a);
  memcpy (a, b, sizeof (int) * (gsize) n_b);
  memcpy (b, old, sizeof (int) * (gsize) n_a);
  self->routes[shifts[0]].n += n_b - n_a;
  self->routes[shifts[1]].n += n_a - n_b;
}

static gboolean
links_hold (const EntPlanState *self, int shift)
{
  const int *item = self->stops[shift].item;

  for (int k = 1; k <= self->routes[shift].n; k++)
    if (item[k] < self->model->n_visits && !ent_plan_state_links_allow (self, item[k], shift))
      return FALSE;
  return TRUE;
}

void
ent_plan_state_exchange_tails (EntPlanState *self, const int shifts[2], const int k[2])
{
  for (int i = 0; i < 2; i++)
    {
      int shift = shifts[i];

      touch (self, shift);
      account (self, shift, -1);
      for (int j = 1; j <= self->routes[shift].n; j++)
        if (self->stops[shift].item[j] < self->model->n_visits)
          leave (self, self->stops[shift].item[j]);
    }
  exchange (self, shifts, k);
  for (int i = 0; i < 2; i++)
    {
      int shift = shifts[i];

      for (int j = 1; j <= self->routes[shift].n; j++)
        if (self->stops[shift].item[j] < self->model->n_visits)
          enter (self, self->stops[shift].item[j], shift);
      if (!compute (self, shift))
        self->broken = TRUE;
      account (self, shift, 1);
      number_positions (self, shift);
      if (!hours_hold (self, shift) || !links_hold (self, shift))
        self->broken = TRUE;
    }
}

/* Where a break is due whatever the work, the empty route has it already. */
static void
start_route (EntPlanState *self, int shift)
{
  const EntPlanModelShift *s = &self->model->shifts[shift];
  EntPlanRoute *route = &self->routes[shift];

  point_stops (self->model, self->numbers, shift, &self->stops[shift]);
  route->n = 0;
  if (s->break_length > 0 && s->break_after == 0)
    self->stops[shift].item[++route->n] = ent_plan_break_stop (self->model);
  self->closed[shift] = !compute (self, shift);
}

EntPlanState *
ent_plan_state_new (const EntPlanModel *model)
{
  EntPlanState *self = g_new0 (EntPlanState, 1);

  self->model = model;
  self->penalty_scale = 16;
  ent_plan_state_allocate (self);
  for (int i = 0; i < model->n_shifts; i++)
    start_route (self, i);
  ent_plan_state_start_sums (self);
  if (model->coupled)
    self->graph = ent_plan_graph_new (model);
  return self;
}
