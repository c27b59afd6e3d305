/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan out of orders that somebody gives: breaks and trips are found, every rule is checked. Any
 * thread. */
#include "ent-plan-private.h"

#include "ent-plan-graph.h"
#include "ent-planner.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Orders of one shift on trial. */
typedef struct
{
  EntPlanFinder *finder;
  int shift;
  int *items, n; /* the best so far; n is ENT_PLAN_NONE without one */
  gint64 cost;
} Completion;

static void
try_items (Completion *c, const int *items, int n)
{
  EntPlanFinder *finder = c->finder;
  const EntPlanModel *model = finder->state->model;
  EntPlanRoute route = { .n = n };

  if (n + 2 > model->shifts[c->shift].room)
    return;
  memcpy (finder->trial.item + 1, items, sizeof (int) * (gsize) n);
  if (!ent_plan_route_order (model, c->shift, &finder->trial, &route) ||
      !ent_plan_route_times (model, c->shift, &finder->trial, &route, 0) ||
      !ent_plan_route_cost (model, c->shift, &finder->trial, &route, finder->settled) ||
      ent_plan_route_sum (&route) >= c->cost)
    return;
  c->cost = ent_plan_route_sum (&route);
  c->n = n;
  memcpy (c->items, items, sizeof (int) * (gsize) n);
}

/* Without a break, and with one at every place. */
static void
try_breaks (Completion *c, const int *items, int n)
{
  const EntPlanModel *model = c->finder->state->model;
  g_autofree int *with = NULL;

  try_items (c, items, n);
  if (model->shifts[c->shift].break_length == 0)
    return;
  with = g_new (int, n + 1);
  memcpy (with + 1, items, sizeof (int) * (gsize) n);
  for (int k = 0; k <= n; k++)
    {
      with[k] = ent_plan_break_stop (model);
      try_items (c, with, n + 1);
      if (k < n)
        with[k] = items[k];
    }
}

/* So many reloads, the first behind the visit at from or later. */
static void
try_reloads (Completion *c, int *items, int n, int from, int left)
{
  const EntPlanModel *model = c->finder->state->model;

  if (left == 0)
    {
      try_breaks (c, items, n);
      return;
    }
  for (int k = from + 1; k < n; k++)
    {
      memmove (items + k + 1, items + k, sizeof (int) * (gsize) (n - k));
      items[k] = ent_plan_reload_stop (model);
      try_reloads (c, items, n + 1, k + 1, left - 1);
      memmove (items + k, items + k + 1, sizeof (int) * (gsize) (n - k));
    }
}

int
ent_plan_complete_order (EntPlanFinder *finder, int shift, const int *visits, int n, int *items)
{
  const EntPlanModel *model = finder->state->model;
  Completion c = { finder, shift, items, ENT_PLAN_NONE, G_MAXINT64 };
  g_autofree int *work = g_new (int, n + ENT_PLAN_MAX_TRIPS + 1);

  if (n == 0)
    {
      memcpy (items, finder->state->stops[shift].item + 1, sizeof (int));
      return model->shifts[shift].break_length > 0 && model->shifts[shift].break_after == 0;
    }
  memcpy (work, visits, sizeof (int) * (gsize) n);
  for (int reloads = 0; reloads < model->shifts[shift].max_trips && c.n < 0; reloads++)
    try_reloads (&c, work, n, 0, reloads);
  return c.n;
}

static gboolean
fail (const char *sentence, const EntPlanModel *model, int visit, GError **error)
{
  const char *id = ent_plan_problem_get_visit (model->problem, visit)->id;
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);
  g_autofree char *text = g_strjoinv (id, parts);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, text);
  return FALSE;
}

static gboolean
check_visit (const EntPlanState *state, int shift, int visit, GError **error)
{
  const EntPlanModel *model = state->model;

  if (visit < 0 || visit >= model->n_visits)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("The plan names a visit that does not exist."));
      return FALSE;
    }
  if (state->route_of[visit] != ENT_PLAN_NONE)
    return fail (_ ("The visit “%s” stands twice in the plan."), model, visit, error);
  if (!ent_plan_model_may_come (model, visit, model->shifts[shift].owner))
    return fail (_ ("The visit “%s” must not be made by this carer."), model, visit, error);
  if (model->pair[visit * model->n_shifts + shift] == ENT_PLAN_FORBIDDEN_COST)
    return fail (_ ("The visit “%s” cannot be made within this shift."), model, visit, error);
  return TRUE;
}

/* The visit at which an order of a shift becomes impossible. */
static int
find_culprit (EntPlanFinder *finder, int shift, const int *visits, int n)
{
  g_autofree int *items = g_new (int, n + ENT_PLAN_MAX_TRIPS + 1);

  for (int i = 1; i < n; i++)
    if (ent_plan_complete_order (finder, shift, visits, i, items) < 0)
      return visits[i - 1];
  return visits[n - 1];
}

static gboolean
set_round (EntPlanFinder *finder, int shift, const int *visits, GError **error)
{
  EntPlanState *state = finder->state;
  g_autofree int *items = NULL;
  int n = 0;
  int n_items;

  for (; visits[n] != ENT_PLAN_NONE; n++)
    {
      if (!check_visit (state, shift, visits[n], error))
        return FALSE;
      for (int i = 0; i < n; i++)
        if (visits[i] == visits[n])
          return fail (_ ("The visit “%s” stands twice in the plan."), state->model, visits[n],
                       error);
    }
  if (n == 0)
    return TRUE;
  items = g_new (int, n + ENT_PLAN_MAX_TRIPS + 1);
  n_items = ent_plan_complete_order (finder, shift, visits, n, items);
  if (n_items < 0)
    return fail (_ ("The visit “%s” cannot be made in this order: there is too little time, or too "
                    "much to carry."),
                 state->model, find_culprit (finder, shift, visits, n), error);
  if (!ent_plan_state_set_order (state, shift, items, n_items))
    return fail (_ ("With the visit “%s” the carer works longer than she may."), state->model,
                 visits[n - 1], error);
  return TRUE;
}

/* A visit whose link is broken by who makes the other, or by nobody making it. */
static int
find_unbound (const EntPlanState *state)
{
  const EntPlanModel *model = state->model;

  for (int i = 0; i < model->n_links; i++)
    {
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, i);
      int a = state->route_of[link->first];
      int b = state->route_of[link->second];

      if (a == ENT_PLAN_NONE && b == ENT_PLAN_NONE)
        continue;
      if (a != ENT_PLAN_NONE && b != ENT_PLAN_NONE &&
          ent_plan_state_links_allow (state, link->first, a))
        continue;
      if (link->most < G_MAXINT || (a != ENT_PLAN_NONE && b != ENT_PLAN_NONE))
        return a != ENT_PLAN_NONE ? link->first : link->second;
    }
  return ENT_PLAN_NONE;
}

void
ent_plan_drop_unbound (EntPlanState *state)
{
  for (int visit = find_unbound (state); visit != ENT_PLAN_NONE; visit = find_unbound (state))
    ent_plan_state_take_out (state, visit);
  ent_plan_state_refresh (state);
}

EntPlan *
ent_plan_new_from_orders (EntPlanProblem *problem,
                          const EntPlanWeights *weights,
                          const int *const *orders,
                          GError **error)
{
  g_autoptr (EntPlanModel) model = NULL;
  g_autoptr (EntPlanState) state = NULL;
  g_autoptr (EntPlanFinder) finder = NULL;
  int unbound;

  if (!ent_planner_check (problem, error))
    return NULL;
  model = ent_plan_model_new (problem, weights);
  state = ent_plan_state_new (model);
  finder = ent_plan_finder_new (state);
  for (int i = 0; i < model->n_shifts; i++)
    if (!set_round (finder, i, orders[i], error))
      return NULL;
  unbound = find_unbound (state);
  if (unbound != ENT_PLAN_NONE)
    {
      fail (
          _ ("The visit “%s” stands without the one that belongs to it, or with the wrong carer."),
          model, unbound, error);
      return NULL;
    }
  ent_plan_state_refresh (state);
  if (!state->broken)
    return ent_plan_new_from_state (state);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Linked visits cannot start as they must, or a carer rests too little."));
  return NULL;
}

/* The stops that still make sense: of visits that the shift may hold. */
static int
keep_possible (const EntPlanState *state, int shift, const EntPlanStop *stops, int *items, int n)
{
  const EntPlanModel *model = state->model;
  int kept = 0;

  for (int i = 0; i < n; i++)
    {
      int visit = stops[i].visit;

      if (stops[i].kind == ENT_PLAN_STOP_BREAK)
        items[kept++] = ent_plan_break_stop (model);
      else if (stops[i].kind == ENT_PLAN_STOP_RELOAD)
        items[kept++] = ent_plan_reload_stop (model);
      else if (visit < model->n_visits && state->route_of[visit] == ENT_PLAN_NONE &&
               model->pair[visit * model->n_shifts + shift] != ENT_PLAN_FORBIDDEN_COST)
        items[kept++] = visit;
    }
  return kept;
}

static void
load_one_by_one (EntPlanFinder *finder, int shift, const int *items, int n)
{
  const EntPlanModel *model = finder->state->model;
  g_autofree int *visits = g_new (int, n + 1);
  g_autofree int *order = g_new (int, n + ENT_PLAN_MAX_TRIPS + 2);
  int n_visits = 0;

  for (int i = 0; i < n; i++)
    {
      int n_order;

      if (items[i] >= model->n_visits)
        continue;
      visits[n_visits] = items[i];
      n_order = ent_plan_complete_order (finder, shift, visits, n_visits + 1, order);
      if (n_order > 0 && ent_plan_state_set_order (finder->state, shift, order, n_order))
        n_visits++;
    }
}

/* A placed visit that may be why times do not hold together: one with links if there is any. */
static int
find_doubtful (const EntPlanState *state)
{
  int found = ENT_PLAN_NONE;

  for (int i = 0; i < state->model->n_visits; i++)
    if (state->route_of[i] != ENT_PLAN_NONE)
      {
        if (state->model->visits[i].n_links > 0)
          return i;
        found = i;
      }
  return found;
}

void
ent_plan_mend (EntPlanState *state)
{
  while (state->broken && state->n_unplaced < state->model->n_visits)
    {
      state->broken = FALSE;
      ent_plan_state_take_out (state, find_doubtful (state));
      ent_plan_drop_unbound (state);
    }
}

void
ent_plan_load (EntPlanFinder *finder, const EntPlan *plan)
{
  EntPlanState *state = finder->state;
  int n_shifts = ent_plan_problem_get_n_shifts (plan->problem);

  for (int i = 0; i < MIN (state->model->n_shifts, n_shifts); i++)
    {
      int n;
      const EntPlanStop *stops = ent_plan_get_stops (plan, i, &n);
      g_autofree int *items = g_new (int, n + 1);

      n = keep_possible (state, i, stops, items, n);
      if (n > 0 && !state->closed[i] && !ent_plan_state_set_order (state, i, items, n))
        load_one_by_one (finder, i, items, n);
    }
  ent_plan_drop_unbound (state);
  ent_plan_mend (state);
}
