/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem and its weights compiled into flat arrays: what the planner really reads. Costs are in
 * units, so many to a point that every weight is a whole number of them per second or metre. Built
 * once, then only read, from any thread. */
#pragma once

#include "ent-plan-weights.h"

G_BEGIN_DECLS

#define ENT_PLAN_FORBIDDEN_COST G_MAXINT
#define ENT_PLAN_MAX_TRIPS 8
#define ENT_PLAN_LEVELS 4 /* the priorities, then the visits that have their own points */

typedef struct
{
  int from, to; /* a start never lies outside */
  int target, calm; /* the cheapest starts, from first to last */
  int wish_from, wish_to;
  int early, late; /* units a second */
} EntPlanModelWindow;

typedef struct
{
  int place, duration, client;
  int first_window, n_windows;
  int first_link, n_links; /* in link_ends */
  int first_shift, n_shifts; /* in shifts_of: who may come */
  int reference_start, change_rate, change_free; /* seconds; units a second beyond change_free */
  int bound; /* in bound_of: visits that are placed together or not at all; ENT_PLAN_NONE */
  int max_on_board;
  int load[ENT_PLAN_DIMENSIONS];
  int level;
  gint64 unplaced; /* units in the total */
  gint64 penalty; /* units in the search: low enough to be traded */
  gint64 points; /* in the comparison, at its level */
} EntPlanModelVisit;

typedef struct
{
  int owner, day, week; /* day and week: slots of hours */
  int from, to, regular_to;
  int start_place, end_place;
  int break_from, break_to, break_length, break_after;
  int capacity[ENT_PLAN_DIMENSIONS];
  int max_trips, reload;
  int span_rate, overtime_rate; /* units a second */
  int class; /* of travel */
  int first, room; /* where its route is kept, how many stops it may have */
  int before, after; /* the owner's shifts in time; ENT_PLAN_NONE */
  int calendar_day;
} EntPlanModelShift;

/* Ways of a travel mode and a cost per kilometre. The columns are the transposed matrices. */
typedef struct
{
  int mode, km_points;
  const int *time, *time_columns, *metres;
  const int *cost, *cost_columns;
} EntPlanModelClass;

/* A carer's hours of one day or week. */
typedef struct
{
  int owner;
  int most; /* G_MAXINT: no limit */
  int contract; /* beyond it: overtime; G_MAXINT: none */
  int worked; /* before */
} EntPlanModelHours;

typedef struct
{
  int link;
  int other; /* visit */
  gboolean is_first; /* whether this end is the link's first */
} EntPlanLinkEnd;

typedef struct
{
  EntPlanProblem *problem;
  EntPlanWeights weights;
  gint64 unit; /* units in a point */
  int n_visits, n_shifts, n_carers, n_clients, n_places, n_links;
  int n_dimensions; /* of loads that anything limits */
  gboolean timed; /* the cost depends on when, not on the order alone */
  gboolean coupled; /* a route's times depend on other routes */
  gboolean rests; /* by the rest of their carer */
  gboolean hours; /* limits or costs of hours */
  gboolean checked; /* time on board, trips or breaks by work: a route is proved as a whole */
  int worst_rate; /* units a second of the largest lateness */
  int further_carer, overtime_rate, balance_rate; /* units */
  int mean_leg; /* units: what a way to a near visit costs */
  int least_delay; /* units that a second beyond any slack costs at least; 0: not known */
  EntPlanModelVisit *visits;
  EntPlanModelShift *shifts;
  EntPlanModelWindow *windows;
  EntPlanModelClass *classes;
  EntPlanModelHours *days, *weeks;
  int n_classes, n_days, n_weeks;
  EntPlanLinkEnd *link_ends;
  int *shifts_of;
  int *carer_cost; /* [visit * n_carers + carer] units, ENT_PLAN_FORBIDDEN_COST: never */
  int *pair; /* [visit * n_shifts + shift] units, ENT_PLAN_FORBIDDEN_COST: never */
  int *near; /* [visit * n_near …] the nearest in place and time first */
  int n_near;
  int *clients_first,
      *clients_visits; /* the visits of client c: from clients_first[c] to [c + 1] */
  gboolean has_regulars; /* some client has several visits, and who comes to them counts */
  GArray **bound_of; /* of int */
  int n_bound;
  gint64 *contract; /* by carer: seconds over the plan's weeks; 0: not counted in the balance */
  gint64 all_contract;
  int room; /* of all routes together */
  GPtrArray *matrices;
} EntPlanModel;

/* The problem has passed ent_planner_check (). */
EntPlanModel *ent_plan_model_new (EntPlanProblem *problem, const EntPlanWeights *weights);
void ent_plan_model_free (EntPlanModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanModel, ent_plan_model_free)

/* Units of a carer who may come to a visit: CARER and, apart, CHANGES. */
int ent_plan_model_carer_cost (const EntPlanModel *self, int visit, int carer);
int ent_plan_model_change_carer_cost (const EntPlanModel *self, int visit, int carer);
/* Whether a carer may come at all, apart from times. */
gboolean ent_plan_model_may_come (const EntPlanModel *self, int visit, int carer);

static inline int
ent_plan_model_time (const EntPlanModel *self, int class, int from, int to)
{
  return self->classes[class].time[(gsize) from * (gsize) self->n_places + (gsize) to];
}

static inline int
ent_plan_model_cost (const EntPlanModel *self, int class, int from, int to)
{
  return self->classes[class].cost[(gsize) from * (gsize) self->n_places + (gsize) to];
}

G_END_DECLS
