/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chain of the search: the loop, what it accepts, the best that it remembers. One thread at a
 * time for each chain. */
#include "ent-plan-search.h"

#include "ent-plan-private.h"
#include <string.h>

#define CANCEL_EVERY 64
#define MOST_PUT_BACK 48 /* visits that one iteration tries to place */
#define COLDER 60 /* from the first temperature to the last */
#define FULL 65536
#define WARM_AGAIN 36000 /* of FULL */
#define LESS_WARM 4
#define LEAST_PENALTY 16
#define DEAREST_PENALTY (16 * 64)

static void
clear_best (EntPlanBest *best, const EntPlanModel *model)
{
  best->items = g_new0 (int, model->room + 1);
  best->n = g_new0 (int, model->n_shifts + 1);
  for (int i = 0; i < model->n_shifts; i++)
    best->n[i] = ENT_PLAN_NONE;
  best->cost = G_MAXINT64;
  for (int level = 0; level < ENT_PLAN_LEVELS; level++)
    best->lost[level] = G_MAXINT64;
}

EntPlanSearch *
ent_plan_search_new (const EntPlanModel *model, guint64 seed, int stream)
{
  EntPlanSearch *self = g_new0 (EntPlanSearch, 1);

  self->model = model;
  self->state = ent_plan_state_new (model);
  self->finder = ent_plan_finder_new (self->state);
  ent_random_init (&self->random, seed, (guint64) stream);
  clear_best (&self->best, model);
  self->key_order = g_new0 (int, model->n_visits + 1);
  self->keys = g_new0 (gint64, model->n_visits + 1);
  self->far = g_new0 (int, model->n_visits + 1);
  self->scratch = g_new0 (int, model->room + 1);
  for (int i = 0; i < model->n_visits; i++)
    if (model->visits[i].n_shifts > 0)
      {
        const EntPlanModelShift
            *shift = &model->shifts[model->shifts_of[model->visits[i].first_shift]];

        self->far[i] = ent_plan_model_time (model, shift->class, shift->start_place,
                                            model->visits[i].place);
      }
  return self;
}

void
ent_plan_search_free (EntPlanSearch *self)
{
  if (self == NULL)
    return;
  ent_plan_finder_free (self->finder);
  ent_plan_state_free (self->state);
  g_free (self->best.items);
  g_free (self->best.n);
  g_free (self->key_order);
  g_free (self->keys);
  g_free (self->far);
  g_free (self->scratch);
  g_free (self);
}

/* Which visits are hard to place and so come first, in one of several opinions. */
static gint64
sort_key (const EntPlanSearch *self, int opinion, int visit)
{
  const EntPlanModelVisit *v = &self->model->visits[visit];
  const EntPlanModelWindow *first = &self->model->windows[v->first_window];
  const EntPlanModelWindow *last = first + v->n_windows - 1;

  switch (opinion)
    {
    case 0:
      return self->model->n_dimensions > 0 ? -v->load[0] : -v->penalty;
    case 1:
      return -v->penalty;
    case 2:
      return -self->far[visit];
    case 3:
      return self->far[visit];
    case 4:
      return last->calm - first->target;
    case 5:
      return first->target;
    case 6:
      return -last->calm;
    default:
      return -v->duration;
    }
}

static int
choose_opinion (EntPlanSearch *self)
{
  static const int opinions[] = { -1, -1, -1, -1, 0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 7 };

  return opinions[ent_random_below (&self->random, G_N_ELEMENTS (opinions))];
}

/* The visits to place, the hardest first; how many. */
static int
order_unplaced (EntPlanSearch *self, int most)
{
  const EntPlanState *state = self->state;
  int opinion = choose_opinion (self);
  int n = state->n_unplaced;

  memcpy (self->key_order, state->unplaced, sizeof (int) * (gsize) n);
  for (int i = 0; i < n; i++)
    {
      int j = i + ent_random_below (&self->random, n - i);
      int visit = self->key_order[j];

      self->key_order[j] = self->key_order[i];
      self->key_order[i] = visit;
      if (i == most - 1)
        n = most;
    }
  for (int i = 0; opinion >= 0 && i < n; i++)
    {
      int visit = self->key_order[i];
      gint64 key = sort_key (self, opinion, visit);
      int j = i;

      for (; j > 0 && self->keys[j - 1] > key; j--)
        {
          self->keys[j] = self->keys[j - 1];
          self->key_order[j] = self->key_order[j - 1];
        }
      self->keys[j] = key;
      self->key_order[j] = visit;
    }
  return n;
}

void
ent_plan_search_recreate (EntPlanSearch *self, gboolean always)
{
  int n = order_unplaced (self, always ? self->model->n_visits : MOST_PUT_BACK);

  for (int i = 0; i < n && !self->state->broken; i++)
    if (self->state->route_of[self->key_order[i]] == ENT_PLAN_NONE)
      ent_plan_finder_insert (self->finder, self->key_order[i], always);
}

static gint64
cost_without_penalty (const EntPlanState *state)
{
  return ent_plan_state_cost (state) - state->penalty * state->penalty_scale / 16;
}

static int
compare_lost (const gint64 *a, const gint64 *b)
{
  for (int level = 0; level < ENT_PLAN_LEVELS; level++)
    if (a[level] != b[level])
      return a[level] < b[level] ? -1 : 1;
  return 0;
}

int
ent_plan_best_compare (const EntPlanBest *a, const EntPlanBest *b)
{
  int lost = compare_lost (a->lost, b->lost);

  if (lost != 0)
    return lost;
  return a->cost < b->cost ? -1 : a->cost > b->cost;
}

static void
remember (EntPlanSearch *self)
{
  const EntPlanState *state = self->state;
  EntPlanBest *best = &self->best;
  int lost;
  gint64 cost;

  if (state->broken)
    return;
  lost = compare_lost (state->lost, best->lost);
  if (lost > 0)
    return;
  cost = cost_without_penalty (state);
  if (lost == 0 && cost >= best->cost)
    return;
  memcpy (best->lost, state->lost, sizeof best->lost);
  best->cost = cost;
  best->n_unplaced = state->n_unplaced;
  for (int i = 0; i < self->model->n_shifts; i++)
    {
      best->n[i] = state->routes[i].n;
      memcpy (best->items + self->model->shifts[i].first, state->stops[i].item + 1,
              sizeof (int) * (gsize) state->routes[i].n);
    }
}

/* Moves a break within a route that was just changed: its place is nobody's visit. */
static gboolean
move_break (EntPlanSearch *self, int shift)
{
  EntPlanState *state = self->state;
  const int *item = state->stops[shift].item;
  int n = state->routes[shift].n;
  int *order = self->scratch;
  int kept = 0;
  int k;

  for (int i = 1; i <= n; i++)
    if (item[i] != ent_plan_break_stop (self->model))
      order[kept++] = item[i];
  if (kept == n)
    return FALSE;
  k = ent_random_below (&self->random, n);
  memmove (order + k + 1, order + k, sizeof (int) * (gsize) (kept - k));
  order[k] = ent_plan_break_stop (self->model);
  return ent_plan_state_set_order (state, shift, order, n);
}

/* Every third of the breaks in the routes that were changed. */
static void
move_breaks (EntPlanSearch *self)
{
  EntPlanState *state = self->state;
  gboolean moved = FALSE;

  for (int i = 0; i < state->n_touched && !state->broken; i++)
    if (self->model->shifts[state->touched[i]].break_length > 0 &&
        ent_random_once_in (&self->random, 3))
      {
        move_break (self, state->touched[i]);
        moved = TRUE;
      }
  if (moved && state->graph != NULL)
    ent_plan_state_refresh (state);
}

static void
iterate (EntPlanSearch *self, gint64 temperature)
{
  EntPlanState *state = self->state;
  gint64 cost;

  ent_plan_state_begin (state);
  if (ent_plan_search_exchange (self) && state->broken)
    {
      ent_plan_state_roll_back (state);
      ent_plan_state_begin (state);
    }
  ent_plan_search_ruin (self);
  ent_plan_state_refresh (state);
  move_breaks (self);
  if (!state->broken)
    ent_plan_search_recreate (self, FALSE);
  if (state->broken)
    {
      ent_plan_state_roll_back (state);
      return;
    }
  remember (self);
  self->n_as_good += compare_lost (state->lost, self->best.lost) <= 0;
  cost = ent_plan_state_cost (state);
  if (cost < self->current + ((temperature * ent_random_exponential (&self->random)) >> 16))
    self->current = cost;
  else
    ent_plan_state_roll_back (state);
}

/* hot · (cold / hot) to the power of part / 65,536, without floating point: COLDER is 2 to the
 * power of 5.907. Linked problems freeze in places that one warming more gets them out of. */
static gint64
temperature_at (const EntPlanSearch *self, int part)
{
  gint64 hot = self->hot;

  if (self->model->coupled && part >= WARM_AGAIN)
    {
      hot /= LESS_WARM;
      part = (int) ((gint64) (part - WARM_AGAIN) * FULL / (FULL - WARM_AGAIN));
    }
  else if (self->model->coupled)
    part = (int) ((gint64) part * FULL / WARM_AGAIN);
  return MAX (1, (hot * ent_random_halve ((guint32) ((gint64) part * 387121 / FULL))) >> 16);
}

/* When the search hardly ever leaves out as little as the best plan does, leaving out is too cheap:
 * nothing that it finds will count. Where not everything has a place, a penalty beyond twice
 * the usual would only freeze it. */
static void
weigh_penalty (EntPlanSearch *self, gint64 iterations)
{
  EntPlanState *state = self->state;
  gboolean overloaded = self->best.n_unplaced > 0;
  gint64 most = overloaded ? LEAST_PENALTY * 2 : DEAREST_PENALTY;

  if ((overloaded ? 64 : 8) * self->n_as_good < iterations && state->penalty_scale < most)
    state->penalty_scale = state->penalty_scale * (overloaded ? 9 : 10) / 8;
  else if (2 * self->n_as_good > iterations && state->penalty_scale > LEAST_PENALTY)
    state->penalty_scale = MAX (LEAST_PENALTY, state->penalty_scale * 15 / 16);
  self->current = ent_plan_state_cost (state);
}

void
ent_plan_search_run (EntPlanSearch *self, gint64 iterations, int from, int to)
{
  gint64 temperature = 0;

  if (self->model->n_visits == 0)
    return;
  self->finder->random = &self->random;
  self->n_as_good = 0;
  for (gint64 i = 0; i < iterations; i++, self->iterations++)
    {
      if (i % CANCEL_EVERY == 0)
        {
          if (g_cancellable_is_cancelled (self->cancellable))
            return;
          temperature = temperature_at (self, from + (int) (i * (to - from) / iterations));
        }
      iterate (self, temperature);
    }
  weigh_penalty (self, iterations);
}

/* The state with the orders of another: each shift's at its place in items, so many in n. */
static void
take_orders (EntPlanSearch *self, const int *items, const int *n)
{
  EntPlanState *state = self->state;

  ent_plan_state_begin (state);
  state->broken = FALSE;
  for (int i = 0; i < self->model->n_shifts; i++)
    if (!state->closed[i])
      ent_plan_state_empty (state, i);
  for (int i = 0; i < self->model->n_shifts; i++)
    if (!state->closed[i])
      ent_plan_state_set_order (state, i, items + self->model->shifts[i].first, n[i]);
  ent_plan_state_refresh (state);
  ent_plan_mend (state);
  self->current = ent_plan_state_cost (state);
}

static void
restore (EntPlanSearch *self)
{
  take_orders (self, self->best.items, self->best.n);
}

/* Linked problems have steep slopes. Where not everything can be placed, more heat would only
 * change what is left out. */
static void
set_heat (EntPlanSearch *self)
{
  const EntPlanModel *model = self->model;
  int legs = self->best.n_unplaced > 0 ? 4 : 12;

  self->hot = (model->coupled ? legs : 2) * (gint64) model->mean_leg;
  if (model->has_regulars)
    self->hot = MAX (self->hot, model->further_carer);
  if (self->freedom == ENT_PLANNER_FEW_CHANGES)
    self->hot /= 10;
}

void
ent_plan_search_start (EntPlanSearch *self, const EntPlan *plan, EntPlannerFreedom freedom)
{
  self->freedom = freedom;
  self->finder->random = NULL;
  if (plan != NULL)
    ent_plan_load (self->finder, plan);
  ent_plan_state_begin (self->state);
  remember (self);
  self->current = ent_plan_state_cost (self->state);
  if (freedom == ENT_PLANNER_PUT_BACK)
    return;
  ent_plan_search_recreate (self, TRUE);
  if (self->state->broken)
    ent_plan_state_roll_back (self->state);
  remember (self);
  self->current = ent_plan_state_cost (self->state);
  set_heat (self);
}

void
ent_plan_search_put_back (EntPlanSearch *self, gboolean always)
{
  self->finder->random = NULL;
  ent_plan_state_begin (self->state);
  ent_plan_search_recreate (self, always);
  remember (self);
  ent_plan_state_roll_back (self->state);
  self->iterations++;
}

void
ent_plan_search_take_over (EntPlanSearch *self, const EntPlanSearch *other)
{
  g_autofree int *n = g_new (int, self->model->n_shifts + 1);

  for (int i = 0; i < self->model->n_shifts; i++)
    n[i] = other->state->routes[i].n;
  take_orders (self, other->state->numbers + 1, n);
}

gboolean
ent_plan_search_insist (EntPlanSearch *self)
{
  EntPlanState *state = self->state;
  g_autofree int *items = NULL;
  g_autofree int *n = NULL;
  gint64 before[ENT_PLAN_LEVELS];

  if (self->best.n_unplaced == 0)
    return FALSE;
  items = g_memdup2 (state->numbers + 1, sizeof (int) * (gsize) self->model->room);
  n = g_new (int, self->model->n_shifts + 1);
  for (int i = 0; i < self->model->n_shifts; i++)
    n[i] = state->routes[i].n;
  memcpy (before, self->best.lost, sizeof before);
  restore (self);
  self->finder->random = NULL;
  ent_plan_search_recreate (self, TRUE);
  remember (self);
  take_orders (self, items, n);
  return compare_lost (self->best.lost, before) < 0;
}

EntPlan *
ent_plan_search_plan (EntPlanSearch *self)
{
  restore (self);
  return ent_plan_new_from_state (self->state);
}
