/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a plan by first principles, from the public data of the problem alone: no code of the
 * planner beyond getters. Whoever made the plan, also another program, puts it into a PlanClaim.
 * Any thread.
 *
 * How the rules are read where their one line leaves a choice:
 * - a break may lie anywhere on the way: the way is then as much longer;
 * - a meal is on board from leaving the kitchen to the start of the visit;
 * - each missing wished skill counts; a client's carers are counted over the whole plan;
 * - balance goes by the carers with a contract: work beside its share of all their work.
 */
#pragma once

#include "ent-plan.h"

G_BEGIN_DECLS

typedef struct
{
  EntPlanStop *stops; /* owned by whoever fills the claim */
  int n_stops; /* 0: the carer stays at home */
  int leave, back; /* seconds */
} PlanRoute;

typedef struct
{
  const EntPlanProblem *problem;
  const EntPlanWeights *weights;
  PlanRoute *routes; /* one for each shift */
  EntPlanPlace *places; /* one for each visit; NULL: the plan does not tell */
  gboolean tells_costs; /* what follows is filled */
  gint64 cost[ENT_PLAN_N_TERMS];
  gint64 total, travel_seconds, travel_metres;
  int n_unplaced[ENT_PLAN_N_PRIORITIES];
} PlanClaim;

/* What a plan is worth by its stops alone. */
typedef struct
{
  double cost[ENT_PLAN_N_TERMS]; /* points, not rounded */
  int roundings[ENT_PLAN_N_TERMS]; /* how many shares were added up */
  gint64 travel_seconds, travel_metres;
  gint64 late_seconds, worst_late_seconds;
  int n_unplaced[ENT_PLAN_N_PRIORITIES];
} PlanWorth;

/* What is wrong, a sentence each; an empty array for a good plan. */
GPtrArray *plan_verify (const PlanClaim *claim);

/* Needs stops that name visits and shifts that exist. */
void plan_verify_worth (const PlanClaim *claim, PlanWorth *worth);

/* What an EntPlan says of itself; free with plan_claim_free (). The plan must live as long. */
PlanClaim *plan_claim_new (const EntPlan *plan, const EntPlanWeights *weights);
void plan_claim_free (PlanClaim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanClaim, plan_claim_free)

/* Fails the running test with the sentences when the plan is not good. */
void plan_assert_good (const EntPlan *plan, const EntPlanWeights *weights);

G_END_DECLS
