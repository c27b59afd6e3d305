/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The squares that tell which edges are near a point. Thread of the import. */
#include "ent-graph-build.h"

#include <string.h>

#define SQUARE_METRES 250.0
#define MOST_SQUARES (1 << 22)

typedef struct
{
  guint32 square, edge;
} Touch;

typedef struct
{
  EntGrid grid;
  GArray *touches;
  guint32 *last; /* of each square: the last edge that was noted there, plus one */
} Build;

static void
size_grid (EntGrid *grid, const EntGraph *graph)
{
  EntE7 low = { G_MAXINT32, G_MAXINT32 }, high = { G_MININT32, G_MININT32 };
  double height, width, times = 1.0;

  for (guint i = 0; i < graph->n_vertices; i++)
    {
      EntE7 place = graph->vertices[i];

      low = (EntE7) { MIN (low.latitude, place.latitude), MIN (low.longitude, place.longitude) };
      high = (EntE7) { MAX (high.latitude, place.latitude), MAX (high.longitude, place.longitude) };
    }
  height = SQUARE_METRES / ENT_E7_METRES;
  width = height /
          MAX (0.05, ent_e7_cosine ((gint32) (((gint64) low.latitude + high.latitude) / 2)));
  while (((double) high.latitude - low.latitude) / (height * times) *
             (((double) high.longitude - low.longitude) / (width * times)) >
         MOST_SQUARES / 2)
    times *= 2.0;
  grid->south = low.latitude;
  grid->west = low.longitude;
  grid->height = (guint32) MIN (height * times, 1e9);
  grid->width = (guint32) MIN (width * times, 1e9);
  grid->rows = (guint32) (((gint64) high.latitude - low.latitude) / grid->height) + 1;
  grid->columns = (guint32) (((gint64) high.longitude - low.longitude) / grid->width) + 1;
}

/* A shape may leave the box of the vertices: the squares at the edge take what lies beyond. */
static guint32
index_of (gint64 offset, guint32 size, guint32 n)
{
  return (guint32) CLAMP (offset / size, 0, (gint64) n - 1);
}

/* Steps are shorter than two squares, so the box of one holds little that it does not touch. */
static void
touch (Build *self, guint32 edge, EntE7 a, EntE7 b)
{
  const EntGrid *grid = &self->grid;
  gint64 south = (gint64) MIN (a.latitude, b.latitude) - grid->south;
  gint64 north = (gint64) MAX (a.latitude, b.latitude) - grid->south;
  gint64 west = (gint64) MIN (a.longitude, b.longitude) - grid->west;
  gint64 east = (gint64) MAX (a.longitude, b.longitude) - grid->west;
  guint32 last_row = index_of (north, grid->height, grid->rows);
  guint32 last_column = index_of (east, grid->width, grid->columns);

  for (guint32 row = index_of (south, grid->height, grid->rows); row <= last_row; row++)
    for (guint32 column = index_of (west, grid->width, grid->columns); column <= last_column;
         column++)
      {
        Touch touched = { row * grid->columns + column, edge };

        if (self->last[touched.square] == edge + 1)
          continue;
        self->last[touched.square] = edge + 1;
        g_array_append_val (self->touches, touched);
      }
}

static void
touch_all (Build *self, const EntGraph *graph)
{
  for (guint32 i = 0; i < graph->n_edges; i++)
    {
      const EntEdge *edge = &graph->edges[i];
      guint32 end = i + 1 < graph->n_edges ? graph->edges[i + 1].shape : graph->n_steps;
      EntE7 place = graph->vertices[edge->ends[0]];

      for (guint32 j = edge->shape; j < end; j++)
        {
          EntE7 next = { place.latitude + graph->steps[j].latitude,
                         place.longitude + graph->steps[j].longitude };

          touch (self, i, place, next);
          place = next;
        }
      touch (self, i, place, graph->vertices[edge->ends[1]]);
    }
}

void
ent_graph_build_grid (EntGraph *graph)
{
  GArray *head = g_array_new (FALSE, TRUE, 1);
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (Touch));
  g_autofree guint32 *last = NULL;
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  Build self = { .touches = touches };
  guint32 *squares;
  gsize n;

  size_grid (&self.grid, graph);
  n = (gsize) self.grid.rows * self.grid.columns;
  self.last = last = g_new0 (guint32, n);
  touch_all (&self, graph);

  g_array_set_size (head, (guint) (sizeof (EntGrid) + (n + 2) * sizeof (guint32)));
  memcpy (head->data, &self.grid, sizeof (EntGrid));
  squares = (guint32 *) (gpointer) (head->data + sizeof (EntGrid));
  g_array_set_size (sorted, touches->len);
  for (guint i = 0; i < touches->len; i++)
    squares[g_array_index (touches, Touch, i).square + 2]++;
  for (gsize i = 2; i < n + 2; i++)
    squares[i] += squares[i - 1];
  for (guint i = 0; i < touches->len; i++)
    {
      const Touch *touched = &g_array_index (touches, Touch, i);

      g_array_index (sorted, guint32, squares[touched->square + 1]++) = touched->edge;
    }
  g_array_set_size (head, (guint) (sizeof (EntGrid) + (n + 1) * sizeof (guint32)));
  graph->n_touching = sorted->len;
  graph->touching = ent_graph_keep (graph, sorted);
  graph->grid = ent_graph_keep (graph, head);
  graph->squares = (const guint32 *) (graph->grid + 1);
}
