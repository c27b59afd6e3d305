/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an iteration of the search breaks: strings of neighbouring visits, tails of routes. One
 * thread at a time for each chain. */
#include "ent-plan-search.h"

#include <string.h>

#define MEAN_REMOVED 10
#define LONGEST_STRING 10
#define N_NEAR_TAILS 20

/* A whole number from 1 to most. */
static int
up_to (EntPlanSearch *self, int most)
{
  return 1 + ent_random_below (&self->random, MAX (1, most));
}

static void
take_out_group (EntPlanState *state, int visit)
{
  const EntPlanModel *model = state->model;
  int bound = model->visits[visit].bound;

  if (bound == ENT_PLAN_NONE)
    {
      ent_plan_state_take_out (state, visit);
      return;
    }
  for (guint i = 0; i < model->bound_of[bound]->len; i++)
    {
      int other = g_array_index (model->bound_of[bound], int, i);

      if (state->route_of[other] != ENT_PLAN_NONE)
        ent_plan_state_take_out (state, other);
    }
}

/* A string of the route around a visit, now and then with a part in the middle that stays. */
static void
remove_string (EntPlanSearch *self, int visit, int length)
{
  EntPlanState *state = self->state;
  int shift = state->route_of[visit];
  const int *item = state->stops[shift].item;
  int n = state->routes[shift].n;
  int kept = 0;
  int span, first, gap;

  if (length > 1 && length < n && ent_random_once_in (&self->random, 2))
    for (kept = 1; length + kept < n && ent_random_below (&self->random, 100) == 0;)
      kept++;
  span = MIN (n, length + kept);
  first = state->position[visit] - ent_random_below (&self->random, span);
  first = CLAMP (first, 1, n - span + 1);
  gap = kept > 0 ? first + up_to (self, span - kept - 1) : n + 2;
  memcpy (self->scratch, item + first, sizeof (int) * (gsize) span);
  for (int i = 0; i < span; i++)
    {
      int other = self->scratch[i];

      if (other < self->model->n_visits && state->route_of[other] == shift &&
          (first + i < gap || first + i >= gap + kept))
        take_out_group (state, other);
    }
}

static int
choose_seed (EntPlanSearch *self)
{
  EntPlanState *state = self->state;

  if (state->n_unplaced > 0 &&
      ent_random_once_in (&self->random, self->freedom == ENT_PLANNER_FREE ? 4 : 2))
    return state->unplaced[ent_random_below (&self->random, state->n_unplaced)];
  return ent_random_below (&self->random, self->model->n_visits);
}

static int
mean_length (const EntPlanState *state)
{
  int n_worked = 0;

  for (int i = 0; i < state->model->n_shifts; i++)
    n_worked += state->routes[i].n_visits > 0;
  return (state->model->n_visits - state->n_unplaced) / MAX (1, n_worked);
}

/* All visits of a client, with a few around each: only together can they go to another carer. */
static void
ruin_client (EntPlanSearch *self, int client)
{
  const EntPlanModel *model = self->model;
  EntPlanState *state = self->state;

  for (int i = model->clients_first[client]; i < model->clients_first[client + 1]; i++)
    {
      int visit = model->clients_visits[i];
      int shift = state->route_of[visit];

      if (shift == ENT_PLAN_NONE)
        continue;
      if (!state->is_dirty[shift] && ent_random_once_in (&self->random, 2))
        remove_string (self, visit, up_to (self, MIN (3, state->routes[shift].n_visits)));
      if (state->route_of[visit] != ENT_PLAN_NONE)
        take_out_group (state, visit);
    }
}

static gboolean
is_among (const int *numbers, int n, int number)
{
  for (int i = 0; i < n; i++)
    if (numbers[i] == number)
      return TRUE;
  return FALSE;
}

void
ent_plan_search_ruin (EntPlanSearch *self)
{
  const EntPlanModel *model = self->model;
  EntPlanState *state = self->state;
  int longest = CLAMP (mean_length (state), 1, LONGEST_STRING);
  int n_routes = up_to (self, 4 * MEAN_REMOVED / (1 + longest) - 1);
  int seed = choose_seed (self);
  int ruined[2 * MEAN_REMOVED];
  int n_ruined = 0;

  if (model->has_regulars && model->visits[seed].client != ENT_PLAN_NONE &&
      ent_random_once_in (&self->random, 5))
    {
      ruin_client (self, model->visits[seed].client);
      return;
    }
  for (int i = -1; i < model->n_near && n_ruined < n_routes; i++)
    {
      int visit = i < 0 ? seed : model->near[seed * model->n_near + i];
      int shift = state->route_of[visit];

      if (shift == ENT_PLAN_NONE || is_among (ruined, n_ruined, shift))
        continue;
      remove_string (self, visit, up_to (self, MIN (longest, state->routes[shift].n_visits)));
      ruined[n_ruined++] = shift;
    }
}

/* Whether a carer may make every visit behind the stop at k of a route. */
static gboolean
may_take (const EntPlanState *state, int from, int k, int to)
{
  const EntPlanModel *model = state->model;

  for (int i = k + 1; i <= state->routes[from].n; i++)
    {
      int item = state->stops[from].item[i];

      if (item < model->n_visits &&
          model->pair[item * model->n_shifts + to] == ENT_PLAN_FORBIDDEN_COST)
        return FALSE;
    }
  return TRUE;
}

/* Whether the stops behind k of one route come in time after the stop at j of another. */
static gboolean
joins (const EntPlanState *state, int to, int j, int from, int k)
{
  const EntPlanModel *model = state->model;
  const EntPlanStops *a = &state->stops[to];
  const EntPlanStops *b = &state->stops[from];
  gboolean at_end = k == state->routes[from].n;
  int end = state->routes[to].n + 1;
  int place = at_end ? a->place[end] : b->place[k + 1];
  int latest = at_end ? a->latest[end] : b->latest[k + 1];
  int way = ent_plan_model_time (model, model->shifts[to].class, a->place[j], place);

  return a->start[j] + a->busy[j] + way <= latest;
}

static gboolean
try_exchange (EntPlanState *state, const int shifts[2], const int k[2])
{
  int a = shifts[0], b = shifts[1];
  int length_a = k[0] + state->routes[b].n - k[1];
  int length_b = k[1] + state->routes[a].n - k[0];

  if (state->closed[a] || state->closed[b] || length_a + 3 > state->model->shifts[a].room ||
      length_b + 3 > state->model->shifts[b].room || !joins (state, a, k[0], b, k[1]) ||
      !joins (state, b, k[1], a, k[0]) || !may_take (state, a, k[0], b) ||
      !may_take (state, b, k[1], a))
    return FALSE;
  ent_plan_state_exchange_tails (state, shifts, k);
  return TRUE;
}

/* The tail of a random route goes to a shift in which nobody works: routes are opened only when
 * nothing else fits, so without this there would be too few. */
static gboolean
split_route (EntPlanSearch *self)
{
  const EntPlanModel *model = self->model;
  EntPlanState *state = self->state;
  int visit = ent_random_below (&self->random, model->n_visits);
  const EntPlanModelVisit *v = &model->visits[visit];
  int shift = state->route_of[visit];
  int other;

  if (shift == ENT_PLAN_NONE || v->n_shifts < 2)
    return FALSE;
  other = model->shifts_of[v->first_shift + ent_random_below (&self->random, v->n_shifts)];
  if (other == shift || state->routes[other].n_visits > 0)
    return FALSE;
  return try_exchange (state, (int[]) { shift, other },
                       (int[]) { state->position[visit] - 1, state->routes[other].n });
}

gboolean
ent_plan_search_exchange (EntPlanSearch *self)
{
  const EntPlanModel *model = self->model;
  EntPlanState *state = self->state;
  int dice = ent_random_below (&self->random, 100);
  int visit, near;

  if (dice == 0)
    return split_route (self);
  if (dice > 30 || model->n_near == 0)
    return FALSE;
  visit = ent_random_below (&self->random, model->n_visits);
  near = model->near[visit * model->n_near +
                     ent_random_below (&self->random, MIN (N_NEAR_TAILS, model->n_near))];
  if (state->route_of[visit] == ENT_PLAN_NONE || state->route_of[near] == ENT_PLAN_NONE ||
      state->route_of[visit] == state->route_of[near])
    return FALSE;
  return try_exchange (state, (int[]) { state->route_of[visit], state->route_of[near] },
                       (int[]) { state->position[visit], state->position[near] - 1 });
}
