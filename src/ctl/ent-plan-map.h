/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes of a plan on paper: a map, and the stops of each carer in a table. One thread. */
#pragma once

#include "ent-plan-file.h"
#include "ent-plan.h"
#include "ent-roads.h"

G_BEGIN_DECLS

/* Whether all places have coordinates; FALSE with a sentence. */
gboolean ent_plan_map_check (const EntPlanFile *file, GError **error);

/* A PDF on A4. region and roads may be NULL: then routes are straight lines on empty ground. NULL
 * with a sentence, as when places have no coordinates. */
GBytes *ent_plan_map_draw (const EntPlanFile *file,
                           EntPlan *plan,
                           EntRegion *region,
                           EntRoads *roads,
                           GError **error);

G_END_DECLS
