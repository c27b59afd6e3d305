/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: who makes which visit when, and what it costs by the coordinator's terms. Immutable once
 * the planner has given it; any thread.
 */
#pragma once

#include <glib.h>

#include "ent-plan-problem.h"
#include "ent-plan-weights.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PLAN_STOP_VISIT,
  ENT_PLAN_STOP_BREAK, /* visit is ENT_PLAN_NONE; taken where the carer then is */
  ENT_PLAN_STOP_RELOAD, /* back at the start place for the next trip */
} EntPlanStopKind;

typedef struct
{
  EntPlanStopKind kind;
  int visit;
  int arrival; /* before waiting */
  int start; /* of the visit, break or reload */
} EntPlanStop;

typedef struct
{
  int shift; /* ENT_PLAN_NONE: unplaced */
  int carer;
  int start;
  int travel; /* seconds from the stop before */
  int metres;
  gint64 cost[ENT_PLAN_N_TERMS]; /* this visit's own share */
} EntPlanPlace;

typedef struct _EntPlan EntPlan;

EntPlan *ent_plan_ref (EntPlan *self);
void ent_plan_unref (EntPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlan, ent_plan_unref)

/* Makes a plan out of orders: for each shift its visits from first to last (ENT_PLAN_NONE ends the
 * list), and computes times, breaks and costs as the planner does. NULL with a sentence in error if
 * a hard rule is broken. This is how a standing plan, or one that a person made, comes in. */
EntPlan *ent_plan_new_from_orders (EntPlanProblem *problem,
                                   const EntPlanWeights *weights,
                                   const int *const *orders,
                                   GError **error);

EntPlanProblem *ent_plan_get_problem (const EntPlan *self);
/* By shift; n_stops 0 when the carer stays at home. leave and back: seconds. */
const EntPlanStop *ent_plan_get_stops (const EntPlan *self, int shift, int *n_stops);
void ent_plan_get_hours (const EntPlan *self, int shift, int *leave, int *back);
const EntPlanPlace *ent_plan_get_place (const EntPlan *self, int visit);

int ent_plan_get_n_unplaced (const EntPlan *self, EntPlanPriority priority);
gint64 ent_plan_get_cost (const EntPlan *self, EntPlanTerm term);
gint64 ent_plan_get_total (const EntPlan *self);
gint64 ent_plan_get_travel_seconds (const EntPlan *self);
gint64 ent_plan_get_travel_metres (const EntPlan *self);

/* < 0 when a is better: fewer vital, then important, then postponable visits left out, then less
 * unplaced points of the visits that have their own, then total. */
int ent_plan_compare (const EntPlan *a, const EntPlan *b);

G_END_DECLS
