/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chain of the search: ruin a few strings of neighbouring visits, put each back where it costs
 * least, accept by simulated annealing. One thread at a time for each chain. */
#pragma once

#include <gio/gio.h>

#include "ent-plan-insert.h"
#include "ent-planner.h"

G_BEGIN_DECLS

/* The order of the best plan so far and what it is worth. */
typedef struct
{
  int *items; /* each shift's at its place in the routes' room */
  int *n; /* by shift; ENT_PLAN_NONE: nothing is kept */
  gint64 lost[ENT_PLAN_LEVELS];
  gint64 cost; /* units, what is unplaced apart */
  int n_unplaced;
} EntPlanBest;

typedef struct
{
  const EntPlanModel *model;
  EntPlanState *state;
  EntPlanFinder *finder;
  EntRandom random;
  EntPlanBest best;
  EntPlannerFreedom freedom;
  gint64 current; /* units, of the state */
  gint64 hot, cold; /* temperatures in units */
  gint64 iterations; /* done */
  gint64 n_as_good; /* of the part: left out no more than the best does */
  int *key_order; /* visits to put back */
  gint64 *keys;
  int *far; /* seconds from where somebody starts, by visit */
  int *scratch;
  GCancellable *cancellable;
} EntPlanSearch;

EntPlanSearch *ent_plan_search_new (const EntPlanModel *model, guint64 seed, int stream);
void ent_plan_search_free (EntPlanSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanSearch, ent_plan_search_free)

/* From a plan or from nothing; whatever is unplaced is put in. */
void ent_plan_search_start (EntPlanSearch *self, const EntPlan *plan, EntPlannerFreedom freedom);
/* So many iterations, the budget being used from one part of 65,536 to another. */
void ent_plan_search_run (EntPlanSearch *self, gint64 iterations, int from, int to);
/* Only the insertion of what is unplaced, in another order; the state is as before. */
void ent_plan_search_put_back (EntPlanSearch *self, gboolean always);
/* Goes on from where another chain stands. */
void ent_plan_search_take_over (EntPlanSearch *self, const EntPlanSearch *other);
/* Tries to place at any price what the best plan leaves out; TRUE if that did. */
gboolean ent_plan_search_insist (EntPlanSearch *self);
/* The best plan, in the state of a model for the same problem. */
EntPlan *ent_plan_search_plan (EntPlanSearch *self);
/* < 0 when a is better. */
int ent_plan_best_compare (const EntPlanBest *a, const EntPlanBest *b);

/* The parts of an iteration. */
void ent_plan_search_ruin (EntPlanSearch *self);
gboolean ent_plan_search_exchange (EntPlanSearch *self);
void ent_plan_search_recreate (EntPlanSearch *self, gboolean always);

G_END_DECLS
