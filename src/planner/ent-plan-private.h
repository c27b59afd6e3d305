/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan holds and how it comes about; for the planner's own files. */
#pragma once

#include "ent-plan-insert.h"
#include "ent-plan.h"

G_BEGIN_DECLS

typedef struct
{
  int first, n; /* in stops */
  int leave, back;
} EntPlanRound;

struct _EntPlan
{
  EntPlanProblem *problem;
  GArray *stops; /* EntPlanStop */
  EntPlanRound *rounds; /* by shift */
  EntPlanPlace *places; /* by visit */
  gint64 cost[ENT_PLAN_N_TERMS];
  int n_unplaced[ENT_PLAN_N_PRIORITIES];
  gint64 lost[ENT_PLAN_LEVELS]; /* as plans are compared */
  gint64 seconds, metres;
};

/* The plan as it stands in a state that is refreshed and not broken. */
EntPlan *ent_plan_new_from_state (EntPlanState *state);

/* The visits of one shift with the break and the reloads that cost least, in items; room for all of
 * the shift's. The number of stops; ENT_PLAN_NONE: there is no way. */
int ent_plan_complete_order (EntPlanFinder *finder,
                             int shift,
                             const int *visits,
                             int n,
                             int *items);

/* Gives a new state the rounds of a plan whose problem has the same indexes; what does not fit
 * stays unplaced. */
void ent_plan_load (EntPlanFinder *finder, const EntPlan *plan);

/* Takes out what stands without a visit that it is bound to, or with the wrong carer for a link. */
void ent_plan_drop_unbound (EntPlanState *state);

/* As long as times do not hold together, takes out linked visits, then others. */
void ent_plan_mend (EntPlanState *state);

G_END_DECLS
