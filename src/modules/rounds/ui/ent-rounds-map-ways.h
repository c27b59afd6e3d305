/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of ways over the roads, found on a thread. Main thread. */

#pragma once

#include "ent-roads.h"

G_BEGIN_DECLS

/* One round: the places in the order in which they are driven to. */
typedef struct
{
  EntRoadMode mode;
  GArray *places; /* EntPoint */
  GArray *points; /* EntPoint, of the way; straight from place to place where no road leads */
} EntRoundsTrip;

void ent_rounds_trip_free (EntRoundsTrip *self);

/* @trips: EntRoundsTrip, whose points are filled. Takes the trips. */
void ent_rounds_map_ways_async (EntRoads *roads,
                                GPtrArray *trips,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* The trips. Transfer full. */
GPtrArray *ent_rounds_map_ways_finish (GAsyncResult *result, GError **error);

G_END_DECLS
