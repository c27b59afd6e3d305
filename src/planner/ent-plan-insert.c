/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit goes best. One thread at a time. */
#include "ent-plan-insert-private.h"

#include "ent-plan-graph.h"
#include <string.h>

#define BLINK_ONCE_IN 100

EntPlanFinder *
ent_plan_finder_new (EntPlanState *state)
{
  EntPlanFinder *self = g_new0 (EntPlanFinder, 1);
  int most = state->model->n_visits + ENT_PLAN_MAX_TRIPS + 6;

  self->state = state;
  self->numbers = g_new0 (int, 8 * (gsize) most);
  self->trial = (EntPlanStops) { self->numbers,
                                 self->numbers + most,
                                 self->numbers + 2 * most,
                                 self->numbers + 3 * most,
                                 self->numbers + 4 * most,
                                 self->numbers + 5 * most };
  self->settled = self->numbers + 6 * most;
  self->order = self->numbers + 7 * most;
  return self;
}

void
ent_plan_finder_free (EntPlanFinder *self)
{
  if (self == NULL)
    return;
  g_free (self->numbers);
  g_free (self);
}

gboolean
ent_plan_finder_blinks (EntPlanFinder *self)
{
  return self->random != NULL && ent_random_once_in (self->random, BLINK_ONCE_IN);
}

/* The change of one carer's distance from the fair share, everything else standing. */
static gint64
balance_change (const EntPlanFinder *self, int owner, int more)
{
  const EntPlanModel *model = self->state->model;
  gint64 n = 0;
  gint64 off;

  if (model->balance_rate == 0 || model->contract[owner] == 0)
    return 0;
  for (int i = 0; i < model->n_carers; i++)
    n += model->contract[i] > 0;
  off = self->state->work[owner] -
        model->contract[owner] * self->state->all_work / model->all_contract;
  return (ABS (off + more) - ABS (off)) * model->balance_rate / n;
}

int
ent_plan_finder_patience (const EntPlanModel *model, gint64 limit)
{
  if (model->least_delay == 0 || model->hours)
    return G_MAXINT / 4;
  return (int) CLAMP (limit / model->least_delay, 0, G_MAXINT / 4);
}

gboolean
ent_plan_finder_hours (const EntPlanFinder *self,
                       const EntPlanCandidate *candidate,
                       int more_way,
                       gint64 *cost)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *shift = &model->shifts[candidate->shift];
  int more = more_way + model->visits[candidate->visit].duration;
  int week = state->week_work[shift->week];

  if (state->day_work[shift->day] + more > model->days[shift->day].most ||
      week + more > model->weeks[shift->week].most - model->weeks[shift->week].worked)
    return FALSE;
  *cost += ent_plan_state_overtime (model, shift->week, week + more) -
           ent_plan_state_overtime (model, shift->week, week) +
           balance_change (self, shift->owner, more);
  return TRUE;
}

static gboolean
load_fits (const EntPlanState *state, int visit, int shift)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];

  for (int d = 0; d < model->n_dimensions && s->max_trips == 1; d++)
    if (state->routes[shift].load[0][d] + model->visits[visit].load[d] > s->capacity[d])
      return FALSE;
  return TRUE;
}

/* By how much the rest since the owner's last worked shift puts off a shift that is empty. */
static int
rested (const EntPlanState *state, int shift)
{
  const EntPlanModel *model = state->model;
  int before;

  if (!model->rests || state->routes[shift].n_visits > 0)
    return 0;
  before = ent_plan_state_worked_before (state, shift);
  if (before == ENT_PLAN_NONE)
    return 0;
  return MAX (
      0, state->stops[before].start[state->routes[before].n + 1] +
             ent_plan_problem_get_carer (model->problem, model->shifts[shift].owner)->min_rest -
             model->shifts[shift].from);
}

gboolean
ent_plan_finder_aim (EntPlanFinder *self, int visit, int shift, EntPlanCandidate *candidate)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelClass *class = &model->classes[model->shifts[shift].class];
  gsize row = (gsize) v->place * (gsize) model->n_places;

  if (model->pair[visit * model->n_shifts + shift] == ENT_PLAN_FORBIDDEN_COST ||
      state->closed[shift] || state->routes[shift].n + 3 > model->shifts[shift].room ||
      !load_fits (state, visit, shift) || !ent_plan_state_links_allow (state, visit, shift))
    return FALSE;
  candidate->visit = visit;
  candidate->shift = shift;
  candidate->duration = v->duration;
  candidate->first = model->windows[v->first_window].from;
  candidate->last = model->windows[v->first_window + v->n_windows - 1].to;
  candidate->least_end = candidate->first + v->duration;
  candidate->time_to = class->time_columns + row;
  candidate->time_from = class->time + row;
  candidate->cost_to = class->cost_columns + row;
  candidate->cost_from = class->cost + row;
  candidate->fixed = model->pair[visit * model->n_shifts + shift];
  candidate->earliest = G_MININT;
  candidate->rested = rested (state, shift);
  candidate->calm = v->n_windows > 1 ? G_MAXINT / 4 : model->windows[v->first_window].calm;
  if (v->client != ENT_PLAN_NONE && state->carers_of[v->client] > 0 &&
      state->visits_of[v->client * model->n_carers + model->shifts[shift].owner] == 0)
    candidate->fixed += model->further_carer;
  return TRUE;
}

void
ent_plan_finder_look (EntPlanFinder *self, int visit, int shift, EntPlanSpot *spot)
{
  EntPlanCandidate candidate;

  if (!ent_plan_finder_aim (self, visit, shift, &candidate) || candidate.fixed >= spot->cost)
    return;
  if (!self->state->model->timed)
    {
      ent_plan_finder_scan (self, &candidate, spot);
      return;
    }
  if (self->state->graph != NULL)
    candidate.earliest = ent_plan_graph_earliest (self->state, visit);
  ent_plan_finder_scan_timed (self, &candidate, spot);
}

gboolean
ent_plan_finder_best (EntPlanFinder *self, int visit, gint64 limit, EntPlanSpot *spot)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelVisit *v = &model->visits[visit];

  int last_in = self->state->last_in[visit];

  *spot = (EntPlanSpot) { .cost = limit, .shift = ENT_PLAN_NONE };
  if (last_in != ENT_PLAN_NONE)
    ent_plan_finder_look (self, visit, last_in, spot);
  for (int i = 0; i < v->n_shifts; i++)
    if (model->shifts_of[v->first_shift + i] != last_in)
      ent_plan_finder_look (self, visit, model->shifts_of[v->first_shift + i], spot);
  return spot->shift != ENT_PLAN_NONE;
}

/* Times reach over routes: only now is it seen whether they hold. */
static gboolean
settle_or_undo (EntPlanFinder *self, int visit, int shift, const int *old, int n_old)
{
  EntPlanState *state = self->state;

  if (state->graph == NULL || ent_plan_graph_settle (state))
    return TRUE;
  if (!ent_plan_state_set_order (state, shift, old, n_old) || !ent_plan_graph_settle (state))
    state->broken = TRUE;
  g_assert (state->broken || state->route_of[visit] == ENT_PLAN_NONE);
  return FALSE;
}

gboolean
ent_plan_finder_place (EntPlanFinder *self, int visit, const EntPlanSpot *spot)
{
  EntPlanState *state = self->state;
  int n_old = state->routes[spot->shift].n;
  int *old = self->settled;

  if (state->graph != NULL && !spot->proved)
    return ent_plan_state_insert_linked (state, &(EntPlanTrial) { spot->shift, spot->k, visit,
                                                                  spot->start });
  if (state->graph != NULL)
    memcpy (old, state->stops[spot->shift].item + 1, sizeof (int) * (gsize) n_old);
  if (spot->proved ? !ent_plan_state_set_order (state, spot->shift, self->order, self->n_order)
                   : !ent_plan_state_insert (state, spot->shift, spot->k, visit))
    {
      if (state->graph != NULL && !ent_plan_graph_settle (state))
        state->broken = TRUE;
      return FALSE;
    }
  return settle_or_undo (self, visit, spot->shift, old, n_old);
}

static gint64
penalty_of (const EntPlanFinder *self, int visit)
{
  return self->state->model->visits[visit].penalty * self->state->penalty_scale / 16;
}

/* More than two that stand or fall together: one after the other. */
static gboolean
insert_chain (EntPlanFinder *self, const GArray *group, gint64 limit)
{
  EntPlanState *state = self->state;
  EntPlanSpot spot;
  guint n = 0;

  for (; n < group->len; n++)
    {
      int visit = g_array_index (group, int, n);

      if (!ent_plan_finder_best (self, visit, limit, &spot) ||
          !ent_plan_finder_place (self, visit, &spot))
        break;
      limit -= spot.cost;
    }
  if (n == group->len)
    return TRUE;
  while (n > 0 && !state->broken)
    ent_plan_state_take_out (state, g_array_index (group, int, --n));
  ent_plan_state_refresh (state);
  return FALSE;
}

gboolean
ent_plan_finder_insert (EntPlanFinder *self, int visit, gboolean always)
{
  const EntPlanModel *model = self->state->model;
  int bound = model->visits[visit].bound;
  const GArray *group = bound == ENT_PLAN_NONE ? NULL : model->bound_of[bound];
  gint64 limit = penalty_of (self, visit);
  EntPlanSpot spot;

  for (guint i = 0; group != NULL && i < group->len; i++)
    if (g_array_index (group, int, i) != visit)
      limit += penalty_of (self, g_array_index (group, int, i));
  if (always)
    limit = G_MAXINT64 / 4;
  if (group == NULL)
    return ent_plan_finder_best (self, visit, limit, &spot) &&
           ent_plan_finder_place (self, visit, &spot);
  if (group->len == 2)
    return ent_plan_finder_insert_pair (self, g_array_index (group, int, 0),
                                        g_array_index (group, int, 1), limit);
  return insert_chain (self, group, limit);
}
