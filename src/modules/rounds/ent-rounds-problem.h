/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of the week in the planner's terms. Any thread. */

#pragma once

#include "ent-plan.h"
#include "ent-rounds-proposal.h"

G_BEGIN_DECLS

typedef struct
{
  EntPlanProblem *problem;
  EntPlanWeights weights;
  EntPlan *start; /* what stands and breaks no rule */
  GArray *visits; /* int, by visit of the planner: which of the picture it is */
  GArray *is_fixed; /* gboolean, by visit of the planner: it stays where it is */
  int midnight; /* of the planner, in minutes of the picture */
} EntRoundsProblem;

EntRoundsProblem *ent_rounds_problem_new (EntRoundsJudge *standing, const EntRoundsWish *wish);
void ent_rounds_problem_free (EntRoundsProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoundsProblem, ent_rounds_problem_free)

G_END_DECLS
