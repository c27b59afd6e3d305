/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain search, which the hierarchy has to agree with, and which finds the shape of a way. Any
 * thread. */
#pragma once

#include "ent-snap.h"

G_BEGIN_DECLS

/* From every place of one list to every place of the other, row by row into @table. FALSE when it
 * was stopped. */
gboolean ent_dijkstra_table (const EntModeGraph *graph,
                             const EntSeeds *from,
                             const EntSeeds *to,
                             EntWeight *table,
                             GCancellable *cancellable);

typedef struct
{
  EntWeight weight; /* of the whole way, or ENT_WEIGHT_NEVER */
  guint32 first, last; /* where the network is entered and left */
  GArray *arcs; /* guint32, in order: see EntArc; without the parts of edges at both ends */
} EntDijkstraRoute;

/* From the first place of one list to the first of the other. Fills @route, whose arcs the caller
 * made and keeps. */
void ent_dijkstra_route (const EntModeGraph *graph,
                         const EntSeeds *from,
                         const EntSeeds *to,
                         EntDijkstraRoute *route);

G_END_DECLS
