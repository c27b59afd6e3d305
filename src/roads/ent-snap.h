/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a point to the nearest place on a road where one may stop. Any thread. */
#pragma once

#include "ent-graph.h"

G_BEGIN_DECLS

/* A place on the network. */
typedef struct
{
  guint32 edge; /* ENT_ROAD_NONE when there is none near by */
  guint32 along; /* dm from the edge's first end */
  EntE7 place;
  double metres; /* from the point that was asked for */
} EntSnap;

/* Farther away than this, in metres, nothing is looked for. */
#define ENT_SNAP_FARTHEST 2000.0

/* The nearest open edge of the mode, which is never a motorway or trunk road. */
gboolean ent_snap_find (const EntGraph *graph, EntRoadMode mode, EntPoint point, EntSnap *snap);

/* What one goes from a place to a vertex, or from a vertex to the place. */
typedef struct
{
  EntWeight weight;
  guint32 vertex;
  guint32 arc; /* of the edge on which the place lies */
} EntSeed;

/* The seeds of several places, one after the other. */
typedef struct
{
  guint n;
  guint32 *first; /* n + 1 places in seeds */
  EntSeed *seeds;
} EntSeeds;

typedef struct
{
  const EntGraph *graph;
  const EntModeGraph *arcs;
} EntModeView;

/* Of n places: where they lead to, or with @arriving, where they are reached from. A place that is
 * nowhere has none. */
void ent_seeds_init (EntSeeds *self,
                     EntModeView view,
                     const EntSnap *snaps,
                     guint n,
                     gboolean arriving);
void ent_seeds_clear (EntSeeds *self);

/* Along the edge on which both lie; ENT_WEIGHT_NEVER when they do not, or it may not be gone. */
EntWeight ent_snap_direct (EntModeView view, const EntSnap *from, const EntSnap *to);

G_END_DECLS
