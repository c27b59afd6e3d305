/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way between two places by each means, found in a thread. Main thread. */

#pragma once

#include "ent-roads.h"

G_BEGIN_DECLS

typedef struct
{
  EntRoute *routes[ENT_ROAD_N_MODES]; /* NULL: a place is not near any road of the mode */
  double off_road[ENT_ROAD_N_MODES]; /* metres of the farther end from its road */
} EntMapWays;

void ent_map_ways_free (EntMapWays *self);

/* Transfer full. Errors: ENT_ROADS_ERROR, G_IO_ERROR_CANCELLED. */
void ent_map_ways_find_async (EntRoads *roads,
                              EntPoint from,
                              EntPoint to,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
EntMapWays *ent_map_ways_find_finish (GAsyncResult *result, GError **error);

/* "12 min" and "8.4 km"; transfer full. */
char *ent_map_ways_time_text (guint32 seconds);
char *ent_map_ways_length_text (guint32 metres);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMapWays, ent_map_ways_free)

G_END_DECLS
