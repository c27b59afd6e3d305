/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network of roads: vertices where ways meet, end or are barred, edges between them, and for
 * each mode the arcs that one may go. Never changes once loaded: any thread. */
#pragma once

#include "ent-region.h"
#include "ent-road-mode.h"
#include "ent-road-position.h"

G_BEGIN_DECLS

#define ENT_ROAD_NONE G_MAXUINT32

/* Milliseconds in the upper half and decimetres in the lower, so that one sum adds both and one
 * comparison puts time first: among ways of the same time the shortest is the only answer. */
typedef guint64 EntWeight;

/* Above all others, and yet the sum of two fits: whatever reaches it is too far to be told. Each of
 * its bytes is the same, for memset(). */
#define ENT_WEIGHT_NEVER G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f)
#define ENT_WEIGHT_NEVER_BYTE 0x7f
#define ENT_WEIGHT_MOST_MS 0x7f000000 /* of one edge: 24 days */

#define ENT_WEIGHT(ms, dm) ((EntWeight) (ms) << 32 | (guint32) (dm))
#define ENT_WEIGHT_MS(weight) ((guint32) ((weight) >> 32))
#define ENT_WEIGHT_DM(weight) ((guint32) (weight))

/* As it stands in the file. */
typedef struct
{
  guint32 ends[2]; /* vertices */
  guint32 length; /* dm */
  guint32 shape; /* the first of its inner points; they go on to the next edge's */
  guint32 ms[ENT_ROAD_N_MODES];
  guint32 flags; /* ENT_ROAD_FORWARD(), ENT_ROAD_BACKWARD(), and those below */
} EntEdge;

/* One may stop there: come from the main part of the mode's network and go back to it. */
#define ENT_EDGE_OPEN(mode) (1u << (6 + (mode)))
/* A motorway or trunk road: nobody stops there. */
#define ENT_EDGE_FAST (1u << 9)

/* From one edge into another, by way of a vertex. As it stands in the file. */
typedef struct
{
  guint32 from, via, to;
  guint32 flags; /* ENT_TURN_ONLY, and 1 << mode for each mode it binds */
} EntTurn;
#define ENT_TURN_ONLY (1u << 8)

/* Squares of about 250 m and the edges that touch each. As it stands in the file, before the
 * (rows * columns + 1) places where each square begins. */
typedef struct
{
  gint32 south, west;
  guint32 height, width; /* of a square, in 1e-7 degree */
  guint32 rows, columns;
} EntGrid;

typedef struct
{
  gint16 latitude, longitude; /* from the point before, 1e-7 degree */
} EntStep;

typedef struct
{
  GPtrArray *blobs; /* what the pointers below point into */
  const EntE7 *vertices;
  const guint8 *barred; /* of each vertex: 1 << mode */
  const EntEdge *edges;
  const EntStep *steps;
  const EntTurn *turns;
  const EntGrid *grid;
  const guint32 *squares;
  const guint32 *touching;
  guint n_vertices, n_edges, n_steps, n_turns, n_touching;
} EntGraph;

/* Reads and checks the network of a region; errors: ENT_ROADS_ERROR. */
gboolean ent_graph_load (EntGraph *self, EntRegion *region, GError **error);
void ent_graph_clear (EntGraph *self);

/* The points of an edge, both ends included, from its first end; @points: EntE7, emptied first. */
void ent_graph_points (const EntGraph *self, guint32 edge, GArray *points);

/* Metres on the plane that touches the earth at a latitude, per 1e-7 degree. */
#define ENT_E7_METRES 0.011119508
double ent_e7_cosine (gint32 latitude);

static inline EntWeight
ent_edge_weight (const EntEdge *edge, EntRoadMode mode)
{
  return ENT_WEIGHT (edge->ms[mode], edge->length);
}

/* An arc is an edge and a direction: twice the edge's number, plus one when it is gone against. */
typedef struct
{
  EntWeight weight;
  guint32 head;
  guint32 arc;
} EntArc;

/* What one may do in one mode. Behind the vertices come their copies: whoever enters by an arc that
 * has forbidden exits arrives at a copy of the vertex that lacks them. */
typedef struct
{
  EntRoadMode mode;
  guint n; /* vertices and copies */
  guint n_vertices; /* the copies' numbers begin here */
  guint32 *first; /* n + 1 places in arcs */
  EntArc *arcs;
  guint32 *heads; /* of each arc number; ENT_ROAD_NONE where it may not be gone */
  guint32 *copied; /* the vertex that each copy is of, in order */
} EntModeGraph;

void ent_mode_graph_init (EntModeGraph *self, const EntGraph *graph, EntRoadMode mode);
void ent_mode_graph_clear (EntModeGraph *self);

/* Whether each vertex is in the largest part within which one can go from anywhere to anywhere.
 * Transfer full, n bytes. */
guint8 *ent_mode_graph_find_main (const EntModeGraph *self);

G_END_DECLS
