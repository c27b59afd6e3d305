/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan under work: the routes of all shifts, who is placed where, the sums of the cost, and the
 * way back to how it stood. Each search has its own; one thread at a time. */
#pragma once

#include "ent-plan-route.h"

G_BEGIN_DECLS

typedef struct
{
  const EntPlanModel *model;
  EntPlanRoute *routes; /* by shift, and their stops */
  EntPlanStops *stops;
  int *route_of, *position; /* by visit; route_of: ENT_PLAN_NONE, position: in its route */
  int *last_in; /* by visit: the shift in which it was before, or any that may be; ENT_PLAN_NONE */
  int *unplaced, *place_in_unplaced;
  int n_unplaced;
  gint64 lost[ENT_PLAN_LEVELS]; /* points of what is unplaced, by level */
  int *visits_of; /* [client * n_carers + carer] */
  int *carers_of; /* by client */
  int *day_work, *week_work; /* by slot, seconds in the plan */
  gint64 *work; /* by carer, outside the plan too */
  gint64 all_work; /* of the carers with a contract */
  int *closed; /* shifts that cannot be worked at all */
  gint64 route_cost, continuity, overtime, penalty; /* units */
  gint64 penalty_scale; /* in 1/16 of the visits' penalties */
  int worst; /* largest lateness, seconds; of coupled problems and those that count it */
  gboolean broken; /* a hard rule: to be rolled back */
  int *scratch; /* settled starts */

  int *numbers, *saved_numbers;
  EntPlanRoute *saved_routes;
  int *touched, *is_touched, *dirty, *is_dirty;
  int n_touched, n_dirty;
  int *saved_unplaced;
  int saved_n_unplaced;
  struct _EntPlanGraph *graph; /* NULL unless coupled */
} EntPlanState;

/* An empty plan: everything is unplaced. The model outlives it. */
EntPlanState *ent_plan_state_new (const EntPlanModel *model);
void ent_plan_state_free (EntPlanState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanState, ent_plan_state_free)

/* From here on changes can be taken back. */
void ent_plan_state_begin (EntPlanState *self);
void ent_plan_state_roll_back (EntPlanState *self);

/* Takes a visit out; the routes are right again after ent_plan_state_refresh (). */
void ent_plan_state_take_out (EntPlanState *self, int visit);
void ent_plan_state_refresh (EntPlanState *self);

/* Nobody works in the shift. */
void ent_plan_state_empty (EntPlanState *self, int shift);

/* Gives a route this order of stops. The visits in it are unplaced or in this route, those that it
 * had are unplaced unless they are in the order. FALSE, and nothing changed, if a rule of the route
 * or of hours forbids it; coupled problems also ask ent_plan_state_refresh (). */
gboolean ent_plan_state_set_order (EntPlanState *self, int shift, const int *items, int n);

/* Puts an unplaced visit behind the stop at position k. FALSE, and nothing changed, if it does not
 * fit after all. */
gboolean ent_plan_state_insert (EntPlanState *self, int shift, int k, int visit);
/* The same in a coupled problem: the visit starts then or, for its links, later. */
struct _EntPlanTrial;
gboolean ent_plan_state_insert_linked (EntPlanState *self, const struct _EntPlanTrial *trial);

/* Two routes exchange what stands behind the stops at k; broken if that does not fit. */
void ent_plan_state_exchange_tails (EntPlanState *self, const int shifts[2], const int k[2]);

/* Units: everything that the search minimises, and what the plan's total will be without what is
 * unplaced. */
gint64 ent_plan_state_cost (const EntPlanState *self);
gint64 ent_plan_state_balance (const EntPlanState *self);
/* Units of overtime of a week's work. */
gint64 ent_plan_state_overtime (const EntPlanModel *model, int week, int work);
/* Whether a link lets a visit go to a shift while its other end stands where it does. */
gboolean ent_plan_state_links_allow (const EntPlanState *self, int visit, int shift);
/* The next or last worked shift of the owner on another day; ENT_PLAN_NONE. */
int ent_plan_state_worked_after (const EntPlanState *self, int shift);
int ent_plan_state_worked_before (const EntPlanState *self, int shift);

G_END_DECLS
