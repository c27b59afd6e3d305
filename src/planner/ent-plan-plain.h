/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems that have nothing of their own beyond ways, windows and one load go to the plain kernel.
 * Works on the calling thread and those that the kernel starts. */
#pragma once

#include "ent-plan-model.h"
#include "ent-planner.h"

G_BEGIN_DECLS

typedef struct
{
  const EntPlanModel *model;
  const EntPlan *start; /* or NULL */
  const EntPlannerOptions *options;
  EntPlannerProgressFunc progress; /* or NULL */
  gpointer data;
  GCancellable *cancellable; /* or NULL */
} EntPlanPlainCall;

/* Whether order and departure are all there is to decide: alike shifts from one place and back, one
 * hard window a visit, at most one kind of load, and only ways cost. */
gboolean ent_plan_is_plain (const EntPlanModel *model);

/* The plan of a plain problem; NULL where the kernel cannot count it, as with very long ways. */
EntPlan *ent_plan_plain_run (const EntPlanPlainCall *call);

G_END_DECLS
