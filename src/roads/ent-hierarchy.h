/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contraction hierarchy: the vertices in an order of weight, with shortcuts over the lesser ones,
 * so that every shortest way first goes up and then down, and a search sees a few hundred vertices
 * instead of the whole region. Made at the import; any thread afterwards. */
#pragma once

#include "ent-region-part.h"
#include "ent-snap.h"

G_BEGIN_DECLS

/* As it stands in the file. */
typedef struct
{
  guint32 head;
  guint32 ms, dm;
} EntUpArc;

/* One direction: arcs from each vertex to weightier ones, whose numbers are smaller. */
typedef struct
{
  const guint32 *first; /* n + 1 places in arcs */
  const EntUpArc *arcs;
  guint n_arcs;
} EntUpGraph;

typedef struct
{
  GBytes *bytes;
  guint n; /* vertices of the hierarchy */
  const guint32 *places; /* of each vertex of the mode's graph: its number here, ENT_ROAD_NONE */
  EntUpGraph up; /* along the arcs */
  EntUpGraph down; /* against them */
} EntHierarchy;

/* Makes the hierarchy of a mode and writes it to the region. */
gboolean ent_hierarchy_build (const EntModeGraph *graph, EntRegionBuild *build, GError **error);

/* Reads and checks it; errors: ENT_ROADS_ERROR. */
gboolean ent_hierarchy_load (EntHierarchy *self,
                             EntRegion *region,
                             const EntModeGraph *graph,
                             GError **error);
void ent_hierarchy_clear (EntHierarchy *self);

/* As ent_dijkstra_table(), with the same answer in every cell. */
gboolean ent_hierarchy_table (const EntHierarchy *self,
                              const EntSeeds *from,
                              const EntSeeds *to,
                              EntWeight *table,
                              GCancellable *cancellable);

/* The name of a mode's hierarchy in the region. */
const char *ent_hierarchy_name (EntRoadMode mode);

G_END_DECLS
