/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan under work takes, and its sums before anybody is placed. One thread at a time. */
#include "ent-plan-state-private.h"

#include "ent-plan-graph.h"

void
ent_plan_state_start_sums (EntPlanState *self)
{
  const EntPlanModel *model = self->model;

  for (int i = 0; i < model->n_weeks; i++)
    {
      const EntPlanModelHours *week = &model->weeks[i];

      self->overtime += ent_plan_state_overtime (model, i, 0);
      self->work[week->owner] += week->worked;
      if (model->contract[week->owner] > 0)
        self->all_work += week->worked;
    }
  for (int i = 0; i < model->n_visits; i++)
    {
      const EntPlanModelVisit *v = &model->visits[i];

      self->route_of[i] = ENT_PLAN_NONE;
      self->last_in[i] = v->n_shifts > 0 ? model->shifts_of[v->first_shift] : ENT_PLAN_NONE;
      self->unplaced[i] = self->place_in_unplaced[i] = i;
      self->lost[v->level] += v->points;
      self->penalty += v->penalty;
    }
  self->n_unplaced = model->n_visits;
}

void
ent_plan_state_allocate (EntPlanState *self)
{
  const EntPlanModel *model = self->model;
  gsize n_visits = (gsize) model->n_visits + 1;
  gsize n_shifts = (gsize) model->n_shifts + 1;
  gsize n_carers = (gsize) model->n_carers + 1;

  self->routes = g_new0 (EntPlanRoute, n_shifts);
  self->saved_routes = g_new0 (EntPlanRoute, n_shifts);
  self->stops = g_new0 (EntPlanStops, n_shifts);
  self->numbers = g_new0 (int, (gsize) model->room *ENT_PLAN_STATE_ARRAYS + 1);
  self->saved_numbers = g_new0 (int, (gsize) model->room *ENT_PLAN_STATE_ARRAYS + 1);
  self->route_of = g_new0 (int, n_visits);
  self->last_in = g_new0 (int, n_visits);
  self->position = g_new0 (int, n_visits);
  self->unplaced = g_new0 (int, n_visits);
  self->saved_unplaced = g_new0 (int, n_visits);
  self->place_in_unplaced = g_new0 (int, n_visits);
  self->scratch = g_new0 (int, n_visits + ENT_PLAN_MAX_TRIPS + 4);
  self->visits_of = g_new0 (int, (gsize) model->n_clients *n_carers + 1);
  self->carers_of = g_new0 (int, (gsize) model->n_clients + 1);
  self->day_work = g_new0 (int, (gsize) model->n_days + 1);
  self->week_work = g_new0 (int, (gsize) model->n_weeks + 1);
  self->work = g_new0 (gint64, n_carers);
  self->closed = g_new0 (int, n_shifts);
  self->touched = g_new0 (int, n_shifts);
  self->is_touched = g_new0 (int, n_shifts);
  self->dirty = g_new0 (int, n_shifts);
  self->is_dirty = g_new0 (int, n_shifts);
}

void
ent_plan_state_free (EntPlanState *self)
{
  if (self == NULL)
    return;
  ent_plan_graph_free (self->graph);
  g_free (self->routes);
  g_free (self->saved_routes);
  g_free (self->stops);
  g_free (self->numbers);
  g_free (self->saved_numbers);
  g_free (self->route_of);
  g_free (self->last_in);
  g_free (self->position);
  g_free (self->unplaced);
  g_free (self->saved_unplaced);
  g_free (self->place_in_unplaced);
  g_free (self->scratch);
  g_free (self->visits_of);
  g_free (self->carers_of);
  g_free (self->day_work);
  g_free (self->week_work);
  g_free (self->work);
  g_free (self->closed);
  g_free (self->touched);
  g_free (self->is_touched);
  g_free (self->dirty);
  g_free (self->is_dirty);
  g_free (self);
}
