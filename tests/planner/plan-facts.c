/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each visit stands, by the stops of a plan. Any thread. */
#include "plan-verify-private.h"

static void
find_in_route (const PlanClaim *claim, int shift, PlanFact *facts)
{
  const EntPlanProblem *problem = claim->problem;
  const EntPlanShift *when = ent_plan_problem_get_shift (problem, shift);
  int mode = ent_plan_problem_get_carer (problem, when->carer)->mode;
  int at = when->start_place;

  for (int i = 0; i < claim->routes[shift].n_stops; i++)
    {
      const EntPlanStop *stop = &claim->routes[shift].stops[i];

      if (stop->kind == ENT_PLAN_STOP_RELOAD)
        at = when->start_place;
      if (stop->kind == ENT_PLAN_STOP_VISIT && stop->visit >= 0 &&
          stop->visit < ent_plan_problem_get_n_visits (problem))
        {
          PlanFact *fact = &facts[stop->visit];
          int place = ent_plan_problem_get_visit (problem, stop->visit)->place;

          fact->times++;
          fact->shift = shift;
          fact->carer = when->carer;
          fact->start = stop->start;
          fact->seconds = ent_plan_problem_get_seconds (problem, mode, at, place);
          fact->metres = ent_plan_problem_get_metres (problem, mode, at, place);
          at = place;
        }
    }
}

PlanFact *
plan_facts (const PlanClaim *claim)
{
  int n = ent_plan_problem_get_n_visits (claim->problem);
  PlanFact *facts = g_new0 (PlanFact, n);

  for (int i = 0; i < n; i++)
    facts[i].shift = facts[i].carer = ENT_PLAN_NONE;
  for (int i = 0; i < ent_plan_problem_get_n_shifts (claim->problem); i++)
    find_in_route (claim, i, facts);
  return facts;
}
