/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By how much each start can be put off for nothing, over links and rests too. One thread at a
 * time. */
#include "ent-plan-graph-private.h"

/* May x be later by less than its slack says, because of what starts after it? */
static void
tighten (EntPlanState *state, int shift, int k, int slack)
{
  EntPlanStops *stops = &state->stops[shift];

  slack = MAX (0, slack);
  if (slack >= stops->slack[k])
    return;
  stops->slack[k] = slack;
  ent_plan_graph_enqueue (state->graph, state->model->shifts[shift].first + k);
}

static void
tighten_by_links (EntPlanState *state, int visit, int start, int slack)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[visit];

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);
      int shift = state->route_of[end->other];
      int k = state->position[end->other];

      if (shift == ENT_PLAN_NONE || (end->is_first && link->most == G_MAXINT))
        continue;
      tighten (state, shift, k,
               slack + start -
                   (state->stops[shift].start[k] + (end->is_first ? -link->most : link->least)));
    }
}

static void
tighten_before (EntPlanState *state, int shift, int k)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &state->stops[shift];
  int slack;

  if (k == 0)
    {
      int before = ent_plan_state_worked_before (state, shift);
      int end = before == ENT_PLAN_NONE ? 0 : state->routes[before].n + 1;

      if (before != ENT_PLAN_NONE)
        tighten (state, before, end,
                 stops->slack[0] + stops->start[0] - state->stops[before].start[end] -
                     ent_plan_graph_rest (model, before));
      return;
    }
  slack = stops->slack[k] + stops->start[k] - stops->start[k - 1] - stops->busy[k - 1] -
          ent_plan_graph_way (model, s->class, stops, k - 1);
  if (stops->item[k - 1] == ent_plan_break_stop (model))
    slack -= s->break_length;
  tighten (state, shift, k - 1, slack);
  if (k <= state->routes[shift].n && stops->item[k] < model->n_visits)
    tighten_by_links (state, stops->item[k], stops->start[k], stops->slack[k]);
}

/* A route's own slack, and the stops on which others depend. */
static void
begin_slack (EntPlanState *state, int shift)
{
  const EntPlanModel *model = state->model;
  const int *item = state->stops[shift].item;

  if (state->routes[shift].n_visits == 0)
    return;
  ent_plan_route_slack (model, shift, &state->stops[shift], &state->routes[shift]);
  if (model->rests)
    ent_plan_graph_enqueue (state->graph, model->shifts[shift].first);
  for (int k = 1; k <= state->routes[shift].n; k++)
    if (item[k] < model->n_visits && model->visits[item[k]].n_links > 0)
      ent_plan_graph_enqueue (state->graph, model->shifts[shift].first + k);
}

/* The links of a stop whose route is computed anew, as they limit it. */
static void
tighten_by_others (EntPlanState *state, int shift)
{
  const EntPlanModel *model = state->model;
  const int *item = state->stops[shift].item;

  for (int k = 1; k <= state->routes[shift].n; k++)
    {
      const EntPlanModelVisit *v = item[k] < model->n_visits ? &model->visits[item[k]] : NULL;

      for (int i = 0; v != NULL && i < v->n_links; i++)
        {
          int other = model->link_ends[v->first_link + i].other;

          if (state->route_of[other] != ENT_PLAN_NONE)
            ent_plan_graph_enqueue (state->graph, model->shifts[state->route_of[other]].first +
                                                      state->position[other]);
        }
    }
}

void
ent_plan_graph_settle_slack (EntPlanState *state, gboolean all)
{
  const EntPlanModel *model = state->model;
  EntPlanGraph *self = state->graph;

  for (int i = 0; all && i < model->n_shifts; i++)
    begin_slack (state, i);
  for (int i = 0; !all && i < self->n_changed; i++)
    begin_slack (state, self->changed[i]);
  for (int i = 0; !all && i < self->n_changed; i++)
    tighten_by_others (state, self->changed[i]);
  while (self->head != self->tail)
    {
      int node = ent_plan_graph_dequeue (self);
      int shift = self->shift_of[node];

      tighten_before (state, shift, node - model->shifts[shift].first);
    }
}
