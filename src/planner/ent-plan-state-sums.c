/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to a plan under work: what it costs, who comes before and after. One thread at a time.
 */
#include "ent-plan-state.h"

gint64
ent_plan_state_overtime (const EntPlanModel *model, int week, int work)
{
  const EntPlanModelHours *hours = &model->weeks[week];
  gint64 over = (gint64) hours->worked + work - hours->contract;

  return over > 0 ? over * model->overtime_rate : 0;
}

gint64
ent_plan_state_balance (const EntPlanState *self)
{
  const EntPlanModel *model = self->model;
  gint64 sum = 0;
  gint64 n = 0;

  if (model->balance_rate == 0 || model->all_contract == 0)
    return 0;
  for (int i = 0; i < model->n_carers; i++)
    if (model->contract[i] > 0)
      {
        sum += ABS (self->work[i] * model->all_contract - model->contract[i] * self->all_work) /
               model->all_contract;
        n++;
      }
  return sum * model->balance_rate / n;
}

gint64
ent_plan_state_cost (const EntPlanState *self)
{
  gint64 cost = self->route_cost + self->continuity + self->overtime +
                self->penalty * self->penalty_scale / 16;
  int worst = 0;

  if (self->model->balance_rate > 0)
    cost += ent_plan_state_balance (self);
  if (self->model->worst_rate == 0)
    return cost;
  for (int i = 0; i < self->model->n_shifts; i++)
    worst = MAX (worst, self->routes[i].worst);
  return cost + (gint64) worst * self->model->worst_rate;
}

gboolean
ent_plan_state_links_allow (const EntPlanState *self, int visit, int shift)
{
  const EntPlanModel *model = self->model;
  const EntPlanModelVisit *v = &model->visits[visit];

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      EntPlanTogether together = ent_plan_problem_get_link (model->problem, end->link)->together;
      int other = self->route_of[end->other];
      gboolean same;

      if (other == ENT_PLAN_NONE || together == ENT_PLAN_ANY_CARER)
        continue;
      same = model->shifts[other].owner == model->shifts[shift].owner;
      if (same != (together == ENT_PLAN_SAME_CARER))
        return FALSE;
    }
  return TRUE;
}

int
ent_plan_state_worked_after (const EntPlanState *self, int shift)
{
  const EntPlanModelShift *shifts = self->model->shifts;
  int other = shifts[shift].after;

  while (other != ENT_PLAN_NONE && (self->routes[other].n_visits == 0 ||
                                    shifts[other].calendar_day == shifts[shift].calendar_day))
    other = shifts[other].after;
  return other;
}

int
ent_plan_state_worked_before (const EntPlanState *self, int shift)
{
  const EntPlanModelShift *shifts = self->model->shifts;
  int other = shifts[shift].before;

  while (other != ENT_PLAN_NONE && (self->routes[other].n_visits == 0 ||
                                    shifts[other].calendar_day == shifts[shift].calendar_day))
    other = shifts[other].before;
  return other;
}
