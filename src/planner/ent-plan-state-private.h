/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginnings of a state; for its own files. */
#pragma once

#include "ent-plan-state.h"

G_BEGIN_DECLS

#define ENT_PLAN_STATE_ARRAYS 6 /* of EntPlanStops */

void ent_plan_state_allocate (EntPlanState *self);
void ent_plan_state_start_sums (EntPlanState *self);

G_END_DECLS
