/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a visit can start, by its own windows, and what that costs. Any thread. */
#pragma once

#include "ent-plan-model.h"

G_BEGIN_DECLS

/* Earliest start of a visit not before a time; G_MAXINT: none. */
static inline int
ent_plan_first_start (const EntPlanModel *model, int visit, int time)
{
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelWindow *w = &model->windows[v->first_window];

  for (int i = 0; i < v->n_windows; i++, w++)
    if (time <= w->to)
      return MAX (time, w->from);
  return G_MAXINT;
}

/* Latest start not after a time; G_MININT: none. */
static inline int
ent_plan_last_start (const EntPlanModel *model, int visit, int time)
{
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelWindow *w = &model->windows[v->first_window + v->n_windows - 1];

  for (int i = v->n_windows; i > 0; i--, w--)
    if (time >= w->from)
      return MIN (time, w->to);
  return G_MININT;
}

/* The window in which a start lies. */
static inline const EntPlanModelWindow *
ent_plan_window_at (const EntPlanModel *model, int visit, int start)
{
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelWindow *w = &model->windows[v->first_window];

  for (int i = 1; i < v->n_windows && start > w->to; i++)
    w++;
  return w;
}

/* Units of a visit that starts at a time inside its window: wishes and changes of time. */
static inline gint64
ent_plan_model_wish_cost (const EntPlanModelWindow *window, int start)
{
  if (start < window->wish_from)
    return (gint64) (window->wish_from - start) * window->early;
  if (start > window->wish_to)
    return (gint64) (start - window->wish_to) * window->late;
  return 0;
}

static inline gint64
ent_plan_model_change_cost (const EntPlanModelVisit *visit, int start)
{
  int off;

  if (visit->change_rate == 0)
    return 0;
  off = ABS (start - visit->reference_start) - visit->change_free;
  return off > 0 ? (gint64) off * visit->change_rate : 0;
}

/* When a visit starts: not before arrival, and not before the wish if latest allows. */
static inline int
ent_plan_wished_start (const EntPlanModel *model, int visit, int arrival, int latest)
{
  int start = ent_plan_first_start (model, visit, arrival);

  if (start == G_MAXINT || !model->timed)
    return start;
  return MAX (start, MIN (ent_plan_window_at (model, visit, start)->target, latest));
}

G_END_DECLS
