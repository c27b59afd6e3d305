/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a point to the nearest place on a road, and tells how the network is entered and left
 * there. Any thread. */
#include "ent-snap.h"

#include <math.h>

typedef struct
{
  const EntGraph *graph;
  EntE7 point;
  double cosine;
  double best; /* square of metres */
  EntSnap *snap;
} Search;

static void
try_segment (Search *self, guint32 edge, EntE7 a, EntE7 b, double *metres)
{
  double ax = ((double) a.longitude - self->point.longitude) * self->cosine * ENT_E7_METRES;
  double ay = ((double) a.latitude - self->point.latitude) * ENT_E7_METRES;
  double dx = ((double) b.longitude - a.longitude) * self->cosine * ENT_E7_METRES;
  double dy = ((double) b.latitude - a.latitude) * ENT_E7_METRES;
  double square = dx * dx + dy * dy;
  double part = square > 0.0 ? CLAMP (-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0.0;
  double x = ax + part * dx, y = ay + part * dy;
  double length = sqrt (square);

  if (x * x + y * y < self->best)
    {
      self->best = x * x + y * y;
      self->snap->edge = edge;
      self->snap->along = (guint32) ((*metres + part * length) * 10.0 + 0.5);
      self->snap->place = (EntE7) {
        (gint32) (a.latitude + part * ((double) b.latitude - a.latitude)),
        (gint32) (a.longitude + part * ((double) b.longitude - a.longitude)),
      };
    }
  *metres += length;
}

static void
try_edge (Search *self, guint32 number)
{
  const EntGraph *graph = self->graph;
  guint32 end = number + 1 < graph->n_edges ? graph->edges[number + 1].shape : graph->n_steps;
  EntE7 place = graph->vertices[graph->edges[number].ends[0]];
  double metres = 0.0;

  for (guint32 i = graph->edges[number].shape; i < end; i++)
    {
      EntE7 next = { place.latitude + graph->steps[i].latitude,
                     place.longitude + graph->steps[i].longitude };

      try_segment (self, number, place, next, &metres);
      place = next;
    }
  try_segment (self, number, place, graph->vertices[graph->edges[number].ends[1]], &metres);
}

static void
try_square (Search *self, EntRoadMode mode, gint64 row, gint64 column)
{
  const EntGrid *grid = self->graph->grid;
  gsize square;

  if (row < 0 || column < 0 || row >= grid->rows || column >= grid->columns)
    return;
  square = (gsize) row * grid->columns + (gsize) column;
  for (guint32 i = self->graph->squares[square]; i < self->graph->squares[square + 1]; i++)
    if ((self->graph->edges[self->graph->touching[i]].flags & ENT_EDGE_OPEN (mode)) != 0)
      try_edge (self, self->graph->touching[i]);
}

/* The squares that lie so many rows or columns away. */
static void
try_ring (Search *self, EntRoadMode mode, gint64 row, gint64 column, gint64 away)
{
  for (gint64 i = -away; i <= away; i++)
    {
      try_square (self, mode, row - away, column + i);
      if (away == 0)
        return;
      try_square (self, mode, row + away, column + i);
      if (i != -away && i != away)
        {
          try_square (self, mode, row + i, column - away);
          try_square (self, mode, row + i, column + away);
        }
    }
}

gboolean
ent_snap_find (const EntGraph *graph, EntRoadMode mode, EntPoint point, EntSnap *snap)
{
  Search self = { .graph = graph, .best = ENT_SNAP_FARTHEST * ENT_SNAP_FARTHEST, .snap = snap };
  const EntGrid *grid = graph->grid;
  double side;
  gint64 row, column;

  *snap = (EntSnap) { .edge = ENT_ROAD_NONE };
  if (!ent_point_is_valid (point))
    return FALSE;
  self.point = ent_e7_from_point (point);
  self.cosine = ent_e7_cosine (self.point.latitude);
  row = (gint64) floor (((double) self.point.latitude - grid->south) / grid->height);
  column = (gint64) floor (((double) self.point.longitude - grid->west) / grid->width);
  side = MAX (1.0, MIN ((double) grid->height, grid->width * self.cosine) * ENT_E7_METRES);

  /* Whatever a ring holds is at least as far away as the rings inside it are wide. */
  for (gint64 away = 0; away == 0 || (away - 1) * side < sqrt (self.best); away++)
    try_ring (&self, mode, row, column, away);
  if (snap->edge == ENT_ROAD_NONE)
    return FALSE;
  snap->metres = sqrt (self.best);
  snap->along = MIN (snap->along, graph->edges[snap->edge].length);
  return TRUE;
}

/* What part of an edge's weight lies before a place. */
static EntWeight
weight_before (const EntModeView *view, const EntSnap *snap)
{
  const EntEdge *edge = &view->graph->edges[snap->edge];
  guint64 ms = edge->ms[view->arcs->mode];

  return edge->length == 0 ? 0 : ENT_WEIGHT (ms * snap->along / edge->length, snap->along);
}

static EntWeight
weight_of (const EntModeView *view, const EntSnap *snap)
{
  return ent_edge_weight (&view->graph->edges[snap->edge], view->arcs->mode);
}

static gboolean
begins_at (const EntModeGraph *arcs, guint32 vertex, guint32 arc)
{
  for (guint32 i = arcs->first[vertex]; i < arcs->first[vertex + 1]; i++)
    if (arcs->arcs[i].arc == arc)
      return TRUE;
  return FALSE;
}

/* The first copy of a vertex, or where it would stand. */
static guint32
first_copy (const EntModeGraph *arcs, guint32 vertex)
{
  guint32 low = 0, high = arcs->n - arcs->n_vertices;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (arcs->copied[middle] < vertex)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_arrivals (const EntModeView *view, GArray *seeds, guint32 arc, EntWeight weight)
{
  const EntModeGraph *arcs = view->arcs;
  guint32 n_copies = arcs->n - arcs->n_vertices;
  EntSeed seed = { weight, view->graph->edges[arc / 2].ends[arc & 1], arc };

  g_array_append_val (seeds, seed);
  for (guint32 i = first_copy (arcs, seed.vertex); i < n_copies && arcs->copied[i] == seed.vertex;
       i++)
    if (begins_at (arcs, arcs->n_vertices + i, arc))
      {
        EntSeed copy = { weight, arcs->n_vertices + i, arc };

        g_array_append_val (seeds, copy);
      }
}

/* One may turn round at a barrier, which is not worth telling, but not go through it. */
static gboolean
is_barred (const EntModeView *view, guint32 arc, guint end)
{
  guint32 vertex = view->graph->edges[arc / 2].ends[(arc & 1) ^ end];

  return (view->graph->barred[vertex] >> view->arcs->mode & 1) != 0;
}

static void
add_seeds (const EntModeView *view, const EntSnap *snap, gboolean arriving, GArray *seeds)
{
  EntWeight before = weight_before (view, snap);
  EntWeight behind = weight_of (view, snap) - before;

  for (guint32 arc = 2 * snap->edge; arc < 2 * snap->edge + 2; arc++)
    {
      gboolean against = (arc & 1) != 0;
      EntSeed seed = { against ? before : behind, view->arcs->heads[arc], arc };

      if (seed.vertex == ENT_ROAD_NONE)
        continue;
      if (arriving && !is_barred (view, arc, 0))
        add_arrivals (view, seeds, arc, against ? behind : before);
      if (!arriving && !is_barred (view, arc, 1))
        g_array_append_val (seeds, seed);
    }
}

void
ent_seeds_init (EntSeeds *self, EntModeView view, const EntSnap *snaps, guint n, gboolean arriving)
{
  GArray *seeds = g_array_new (FALSE, FALSE, sizeof (EntSeed));

  self->n = n;
  self->first = g_new0 (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (snaps[i].edge != ENT_ROAD_NONE)
        add_seeds (&view, &snaps[i], arriving, seeds);
      self->first[i + 1] = seeds->len;
    }
  self->seeds = (EntSeed *) (gpointer) g_array_free (seeds, FALSE);
}

void
ent_seeds_clear (EntSeeds *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->seeds, g_free);
}

EntWeight
ent_snap_direct (EntModeView view, const EntSnap *from, const EntSnap *to)
{
  EntWeight a, b;

  if (from->edge != to->edge || from->edge == ENT_ROAD_NONE)
    return ENT_WEIGHT_NEVER;
  a = weight_before (&view, from);
  b = weight_before (&view, to);
  if (from->along == to->along)
    return 0;
  if (from->along < to->along)
    return view.arcs->heads[2 * from->edge] != ENT_ROAD_NONE ? b - a : ENT_WEIGHT_NEVER;
  return view.arcs->heads[2 * from->edge + 1] != ENT_ROAD_NONE ? a - b : ENT_WEIGHT_NEVER;
}
