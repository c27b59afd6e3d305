/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the network of roads out of the ways of an extract. Thread of the import. */
#pragma once

#include "ent-graph.h"
#include "ent-region-nodes.h"
#include "ent-region-part.h"
#include "ent-road-way.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  guint32 first, n; /* of its nodes */
  EntRoadWay road;
} EntBuildWay;

typedef struct
{
  gint64 id;
  EntRoadNode what;
} EntBuildNode;

typedef struct
{
  gint64 from, via, to; /* way, node, way */
  guint32 flags; /* as of EntTurn */
} EntBuildTurn;

typedef struct
{
  GArray *ways; /* EntBuildWay */
  GArray *way_nodes; /* guint32 */
  GArray *nodes; /* EntBuildNode */
  GArray *turns; /* EntBuildTurn */
} EntGraphSource;

/* @graph is filled, and owns what it points to. */
void ent_graph_build (EntGraph *graph, const EntGraphSource *source, const EntRegionNodes *nodes);

/* Notes at each edge where one may stop, by the main part of each mode. */
void ent_graph_open_edges (EntGraph *graph, const EntModeGraph *mode, const guint8 *is_main);

/* Adds the squares. */
void ent_graph_build_grid (EntGraph *graph);

/* Keeps an array behind a pointer of the graph. Transfer full. */
gconstpointer ent_graph_keep (EntGraph *graph, GArray *array);

/* Writes it to the region. */
gboolean ent_graph_save (const EntGraph *graph, EntRegionBuild *build, GError **error);

G_END_DECLS
