/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the verifier share: where each visit stands, seen from the stops. */
#pragma once

#include "plan-verify.h"

G_BEGIN_DECLS

typedef struct
{
  int shift; /* ENT_PLAN_NONE: in no route */
  int carer;
  int start;
  int seconds, metres; /* from the stop before */
  int times; /* how often it is in the plan */
} PlanFact;

/* By visit; free with g_free (). Stops that name no visit are passed over. */
PlanFact *plan_facts (const PlanClaim *claim);

/* The carer's affinity to the visit: bit 1 << kind for each that holds. */
guint plan_affinities (const EntPlanProblem *problem, int visit, int carer);

/* Whether anyone is preferred for the visit. */
gboolean plan_has_preferred (const EntPlanProblem *problem, int visit);

/* Seconds of work in a route. */
int plan_hours (const PlanClaim *claim, int shift);

/* The least points that the wishes of the visit's windows cost at this start, -1 when it lies in no
 * window. late: seconds beyond the wish in that window. */
double plan_wish (const PlanClaim *claim, int visit, int start, int *late);

G_END_DECLS
