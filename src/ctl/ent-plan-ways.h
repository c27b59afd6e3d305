/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways between the places of a planning problem, by the roads of a region. One thread. */
#pragma once

#include "ent-plan-file.h"
#include "ent-roads.h"

G_BEGIN_DECLS

/* Which way of getting about a mode of the file is; FALSE when a region knows none of its id. */
gboolean ent_plan_ways_mode (const char *id, EntRoadMode *mode);

/* Fills the modes that the file leaves open; roads may be NULL when there are none. Places far from
 * every road are told on standard error. FALSE with a sentence. */
gboolean ent_plan_ways_fill (EntPlanFile *file, EntRoads *roads, GError **error);

G_END_DECLS
