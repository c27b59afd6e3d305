/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph of starts and its queue; for the graph's own files. */
#pragma once

#include "ent-plan-graph.h"

G_BEGIN_DECLS

typedef struct
{
  int leave, back, worst;
  gint64 time_cost;
} Kept;

typedef struct
{
  int node, start;
} Moved;

struct _EntPlanGraph
{
  int *shift_of; /* by node: a shift's first number and a position */
  int *queue; /* a ring of room + 1 nodes */
  int head, tail, size;
  guint8 *queued;
  Moved *moved;
  int n_moved, room_moved;
  gboolean on_trial; /* what moves is noted, and not too much may */
  guint8 *is_changed; /* by shift: starts in it moved since its cost was computed */
  int *changed, n_changed;
  gint64 added; /* units by the pushes so far */
  int worst;
  int *saved_start, *saved_slack;
  Kept *kept;
};

static inline void
ent_plan_graph_enqueue (EntPlanGraph *self, int node)
{
  if (self->queued[node])
    return;
  self->queued[node] = TRUE;
  self->queue[self->tail] = node;
  self->tail = self->tail + 1 == self->size ? 0 : self->tail + 1;
}

static inline int
ent_plan_graph_dequeue (EntPlanGraph *self)
{
  int node = self->queue[self->head];

  self->queued[node] = FALSE;
  self->head = self->head + 1 == self->size ? 0 : self->head + 1;
  return node;
}

static inline int
ent_plan_graph_rest (const EntPlanModel *model, int shift)
{
  return ent_plan_problem_get_carer (model->problem, model->shifts[shift].owner)->min_rest;
}

static inline int
ent_plan_graph_way (const EntPlanModel *model, int class, const EntPlanStops *stops, int k)
{
  if (stops->item[k + 1] == ent_plan_break_stop (model))
    return 0;
  return ent_plan_model_time (model, class, stops->place[k], stops->place[k + 1]);
}

/* The slack of every stop, or of the routes that moved. */
void ent_plan_graph_settle_slack (EntPlanState *state, gboolean all);

G_END_DECLS
