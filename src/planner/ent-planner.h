/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner: from a problem to a plan, within a budget, better the longer it may think. Every
 * plan that it gives keeps every hard rule. The functions work on the calling thread and the
 * threads that they start themselves; nothing here logs, reads a clock of the day or knows a
 * person.
 */
#pragma once

#include <gio/gio.h>

#include "ent-plan.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PLANNER_FREE, /* from nothing, or from start as a first idea */
  ENT_PLANNER_FEW_CHANGES, /* from start; what need not change stays */
  ENT_PLANNER_PUT_BACK, /* what is placed stays; only the unplaced are inserted */
} EntPlannerFreedom;

typedef struct
{
  guint64 seed;
  int threads; /* 1 to 16; the same seed, iterations and threads give the same plan */
  double seconds; /* of processor time of one thread; 0: iterations alone decide */
  gint64 iterations; /* 0: seconds decide */
  EntPlannerFreedom freedom;
} EntPlannerOptions;

typedef struct
{
  double fraction; /* of the budget, 0 to 1 */
  gint64 total; /* of the best plan so far */
  int unplaced;
  gint64 iterations;
} EntPlannerProgress;

/* Called a few times a second on the thread that plans. */
typedef void (*EntPlannerProgressFunc) (const EntPlannerProgress *progress, gpointer data);

/* Whether the problem makes sense: indexes, matrices, windows, shifts, cycles of links. The
 * sentence names the visit or carer by its id. */
gboolean ent_planner_check (const EntPlanProblem *problem, GError **error);

/* The best plan found; when cancelled, the best so far (never NULL then). NULL only when the
 * problem does not pass ent_planner_check (). start may be NULL; its problem may be an older one
 * with the same indexes: what no longer fits is taken out. */
EntPlan *ent_planner_run (EntPlanProblem *problem,
                          const EntPlanWeights *weights,
                          EntPlan *start,
                          const EntPlannerOptions *options,
                          EntPlannerProgressFunc progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

/* The same on a thread of its own; progress is called on the caller's main context. */
void ent_planner_run_async (EntPlanProblem *problem,
                            const EntPlanWeights *weights,
                            EntPlan *start,
                            const EntPlannerOptions *options,
                            EntPlannerProgressFunc progress,
                            gpointer data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EntPlan *ent_planner_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
