/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a visit in a round costs, term by term. One thread at a time. */
#include "ent-plan-query-private.h"

#include <string.h>

static void
add_ways (const EntPlanQuery *self, int shift, int n, gint64 *terms)
{
  const EntPlanModel *model = self->model;
  const EntPlanModelClass *class = &model->classes[model->shifts[shift].class];
  const EntPlanStops *stops = &self->finder->trial;

  for (int k = 1; k <= n + 1; k++)
    {
      gsize cell = (gsize) stops->place[k - 1] * (gsize) model->n_places + (gsize) stops->place[k];
      gint64 metres = class->metres[cell];

      terms[ENT_PLAN_TERM_TRAVEL] += class->time[cell] * (gint64) model->weights.travel_minute *
                                         model->unit / 60 +
                                     metres * model->weights.travel_km * model->unit / 1000;
      terms[ENT_PLAN_TERM_WORK] += metres * class->km_points * model->unit / 1000;
    }
}

/* Units of each term that the order and the times of a round cost by themselves, and the start of a
 * visit; nothing when the round does not hold. */
static gboolean
sum_round (EntPlanQuery *self, int shift, const int *items, EntPlanRoute *route, gint64 *terms)
{
  const EntPlanModel *model = self->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  EntPlanStops *stops = &self->finder->trial;
  const int *settled = self->finder->settled;
  int n = route->n;

  memmove (stops->item + 1, items, sizeof (int) * (gsize) n);
  if (!ent_plan_route_order (model, shift, stops, route) ||
      !ent_plan_route_times (model, shift, stops, route, s->from) ||
      !ent_plan_route_cost (model, shift, stops, route, self->finder->settled))
    return FALSE;
  if (route->n_visits == 0)
    return TRUE;
  add_ways (self, shift, n, terms);
  for (int k = 1; k <= n; k++)
    if (items[k - 1] < model->n_visits)
      {
        const EntPlanModelWindow *window = ent_plan_window_at (model, items[k - 1], settled[k]);

        terms[ENT_PLAN_TERM_WISHES] += ent_plan_model_wish_cost (window, settled[k]);
        terms[ENT_PLAN_TERM_CHANGES] += ent_plan_model_change_cost (&model->visits[items[k - 1]],
                                                                    settled[k]);
      }
  terms[ENT_PLAN_TERM_WORK] += (gint64) s->span_rate * (route->back - route->leave);
  if (route->back > s->regular_to)
    terms[ENT_PLAN_TERM_OVERTIME] += (gint64) s->overtime_rate * (route->back - s->regular_to);
  return TRUE;
}

/* What comes with the carer, whatever the hour. */
static void
add_carer (EntPlanQuery *self, int visit, int shift, int more_work, gint64 *terms)
{
  const EntPlanModel *model = self->model;
  const EntPlanState *state = self->state;
  const EntPlanModelVisit *v = &model->visits[visit];
  int owner = model->shifts[shift].owner;
  int week = model->shifts[shift].week;

  terms[ENT_PLAN_TERM_CARER] += ent_plan_model_carer_cost (model, visit, owner);
  terms[ENT_PLAN_TERM_CHANGES] += ent_plan_model_change_carer_cost (model, visit, owner);
  if (v->client != ENT_PLAN_NONE && state->carers_of[v->client] > 0 &&
      state->visits_of[v->client * model->n_carers + owner] == 0)
    terms[ENT_PLAN_TERM_CONTINUITY] += model->further_carer;
  if (model->hours)
    terms[ENT_PLAN_TERM_OVERTIME] += ent_plan_state_overtime (model, week,
                                                              state->week_work[week] + more_work) -
                                     ent_plan_state_overtime (model, week, state->week_work[week]);
}

/* How much more unlike the carers' shares are with so much more work of one of them. */
static gint64
balance_change (EntPlanState *state, int owner, int more_work)
{
  gint64 before = ent_plan_state_balance (state);
  int counted = state->model->contract[owner] > 0 ? more_work : 0;
  gint64 after;

  if (!state->model->hours)
    return 0;
  state->work[owner] += more_work;
  state->all_work += counted;
  after = ent_plan_state_balance (state);
  state->work[owner] -= more_work;
  state->all_work -= counted;
  return after - before;
}

static int
visit_before (const EntPlanModel *model, const int *items, int at)
{
  for (int k = at - 1; k >= 0; k--)
    if (items[k] < model->n_visits)
      return items[k];
  return ENT_PLAN_NONE;
}

void
ent_plan_query_explain (EntPlanQuery *self, EntPlanOption *option, int visit, int n, gint64 sum)
{
  const EntPlanModel *model = self->model;
  EntPlanState *state = self->state;
  int shift = option->shift;
  gint64 old[ENT_PLAN_N_TERMS] = { 0 };
  gint64 new[ENT_PLAN_N_TERMS] = { 0 };
  EntPlanRoute before = { .n = state->routes[shift].n };
  EntPlanRoute after = { .n = n };
  const int *items = self->items;
  int at = 0;

  while (items[at] != visit)
    at++;
  sum_round (self, shift, state->stops[shift].item + 1, &before, old);
  sum_round (self, shift, items, &after, new);
  option->after = visit_before (model, items, at);
  option->start = self->finder->settled[at + 1];
  add_carer (self, visit, shift, after.work - before.work, new);
  new[ENT_PLAN_TERM_BALANCE] += balance_change (state, model->shifts[shift].owner,
                                                after.work - before.work);
  if (after.worst > state->worst)
    new[ENT_PLAN_TERM_WORST_WISH] += (gint64) (after.worst - state->worst) * model->worst_rate;
  for (int i = 0; i < ENT_PLAN_N_TERMS; i++)
    {
      new[i] -= old[i];
      sum -= new[i];
    }
  /* Links move the visits of other rounds. */
  if (model->coupled)
    new[ENT_PLAN_TERM_WISHES] += sum;
  option->cost = 0;
  for (int i = 0; i < ENT_PLAN_N_TERMS; i++)
    {
      option->terms[i] = ent_plan_query_points (self, new[i]);
      option->cost += option->terms[i];
    }
}
