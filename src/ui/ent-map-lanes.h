/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rounds share a street, and on which side of it each is drawn. Any thread. */
#pragma once

#include "ent-geo.h"

G_BEGIN_DECLS

typedef struct
{
  const EntPoint *points; /* borrowed */
  guint n_points;
} EntMapWay;

/* For each way an array of n_points - 1 numbers (float, transfer full): how many widths each of its
 * stretches is moved to the right of its direction, so that ways over the same stretch lie side by
 * side; 0 where a way is alone. */
GPtrArray *ent_map_lanes (const EntMapWay *ways, guint n_ways);

G_END_DECLS
