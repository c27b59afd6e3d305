/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a problem is kept; for the planner's own files. */
#pragma once

#include "ent-plan.h"

G_BEGIN_DECLS

/* A visit's own part of the array of all windows. */
typedef struct
{
  int first, n;
} EntPlanSpan;

struct _EntPlanProblem
{
  int n_places, n_modes;
  int **seconds, **metres; /* by mode; NULL until set */
  GArray *visits, *spans, *windows;
  GArray *carers, *shifts, *links, *affinities;
  GStringChunk *ids;
};

/* A copy in which visits without a reference have those of a plan. */
EntPlanProblem *ent_plan_problem_refer_to (const EntPlanProblem *self, const EntPlan *plan);

G_END_DECLS
