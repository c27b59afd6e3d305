/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times that reach over routes: links between visits and the rest between shifts. Starts are pushed
 * along until nothing more moves. Part of a state, one thread at a time. */
#pragma once

#include "ent-plan-state.h"

G_BEGIN_DECLS

typedef struct _EntPlanGraph EntPlanGraph;

/* A visit that is put behind the stop at k on trial, to start then. Of two in one shift, the
 * second's k counts the first. */
typedef struct _EntPlanTrial
{
  int shift, k, visit, start;
} EntPlanTrial;

EntPlanGraph *ent_plan_graph_new (const EntPlanModel *model);
void ent_plan_graph_free (EntPlanGraph *self);

/* All starts, costs and slacks anew. FALSE when a rule cannot hold. */
gboolean ent_plan_graph_settle (EntPlanState *state);
void ent_plan_graph_save (EntPlanState *state);
void ent_plan_graph_restore (EntPlanState *state);

/* Units of time cost that some visits would add; G_MAXINT64 when they do not
 * fit or would cost limit or more. The state is as before. */
gint64 ent_plan_graph_try (EntPlanState *state, const EntPlanTrial *trials, int n, gint64 limit);

/* Puts a visit there for good, as far as starts, costs and slacks go; the sums of the state that
 * concern work are the caller's. FALSE: it does not fit; then take it back and settle. */
gboolean ent_plan_graph_insert (EntPlanState *state, const EntPlanTrial *trial);
void ent_plan_graph_take_back (EntPlanState *state, const EntPlanTrial *trial);

/* The earliest start of a visit that its placed links leave; G_MININT: any. */
int ent_plan_graph_earliest (const EntPlanState *state, int visit);

G_END_DECLS
