/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the verifier's input from an EntPlan. Any thread. */
#include "plan-verify.h"

PlanClaim *
plan_claim_new (const EntPlan *plan, const EntPlanWeights *weights)
{
  PlanClaim *claim = g_new0 (PlanClaim, 1);
  const EntPlanProblem *problem = ent_plan_get_problem (plan);
  int n_shifts = ent_plan_problem_get_n_shifts (problem);
  int n_visits = ent_plan_problem_get_n_visits (problem);

  claim->problem = problem;
  claim->weights = weights;
  claim->routes = g_new0 (PlanRoute, n_shifts);
  for (int i = 0; i < n_shifts; i++)
    {
      PlanRoute *route = &claim->routes[i];
      const EntPlanStop *stops = ent_plan_get_stops (plan, i, &route->n_stops);

      route->stops = g_memdup2 (stops, sizeof *stops * route->n_stops);
      if (route->n_stops > 0)
        ent_plan_get_hours (plan, i, &route->leave, &route->back);
    }

  claim->places = g_new0 (EntPlanPlace, n_visits);
  for (int i = 0; i < n_visits; i++)
    claim->places[i] = *ent_plan_get_place (plan, i);

  claim->tells_costs = TRUE;
  for (EntPlanTerm term = 0; term < ENT_PLAN_N_TERMS; term++)
    claim->cost[term] = ent_plan_get_cost (plan, term);
  for (EntPlanPriority priority = 0; priority < ENT_PLAN_N_PRIORITIES; priority++)
    claim->n_unplaced[priority] = ent_plan_get_n_unplaced (plan, priority);
  claim->total = ent_plan_get_total (plan);
  claim->travel_seconds = ent_plan_get_travel_seconds (plan);
  claim->travel_metres = ent_plan_get_travel_metres (plan);
  return claim;
}

void
plan_claim_free (PlanClaim *claim)
{
  for (int i = 0; i < ent_plan_problem_get_n_shifts (claim->problem); i++)
    g_free (claim->routes[i].stops);
  g_free (claim->routes);
  g_free (claim->places);
  g_free (claim);
}

void
plan_assert_good (const EntPlan *plan, const EntPlanWeights *weights)
{
  g_autoptr (PlanClaim) claim = plan_claim_new (plan, weights);
  g_autoptr (GPtrArray) faults = plan_verify (claim);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}
