/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the network of roads: finds where ways meet, numbers those places so that neighbours on the
 * ground are neighbours in memory, and cuts the ways there. Thread of the import. */
#include "ent-graph-build.h"

#include <math.h>
#include <string.h>

/* What a traffic light costs on the average, in ms; half of it at each of its sides. */
static const guint signal_ms[ENT_ROAD_N_MODES] = { 8000, 6000, 4000 };

#define SIGNALS (1 << 7) /* in the marks of a node, beside the bits of barred modes */
#define LONGEST_STEP 30000

typedef struct
{
  const EntGraphSource *source;
  const EntRegionNodes *nodes;
  guint8 *uses; /* of each node: how many ways meet there, 2 for “at least two” */
  guint8 *marks; /* of each node */
  guint32 *vertex_of; /* of each node, or ENT_ROAD_NONE */
  GArray *vertices; /* EntE7 */
  GArray *barred; /* guint8 */
  GArray *edges; /* EntEdge */
  GArray *edge_ways; /* guint32 */
  GArray *steps; /* EntStep */
  GArray *turns; /* EntTurn */
} Build;

double
ent_e7_cosine (gint32 latitude)
{
  return cos (latitude * (G_PI / 180.0 / 1e7));
}

gconstpointer
ent_graph_keep (EntGraph *graph, GArray *array)
{
  if (graph->blobs == NULL)
    graph->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (graph->blobs,
                   g_bytes_new_with_free_func (array->data,
                                               (gsize) array->len *
                                                   g_array_get_element_size (array),
                                               (GDestroyNotify) g_array_unref, array));
  return array->data;
}

static void
mark_nodes (Build *self)
{
  guint32 hint = 0;

  for (guint i = 0; i < self->source->nodes->len; i++)
    {
      const EntBuildNode *node = &g_array_index (self->source->nodes, EntBuildNode, i);
      guint32 number = ent_region_nodes_find (self->nodes, node->id, &hint);

      if (number != ENT_NODE_NONE)
        self->marks[number] = (guint8) (node->what.barred | (node->what.signals ? SIGNALS : 0));
    }
}

static void
use (Build *self, guint32 node, guint8 times)
{
  self->uses[node] = MIN (2, self->uses[node] + times);
}

static void
count_uses (Build *self)
{
  const guint32 *nodes = (const guint32 *) (gpointer) self->source->way_nodes->data;

  for (guint i = 0; i < self->source->ways->len; i++)
    {
      const EntBuildWay *way = &g_array_index (self->source->ways, EntBuildWay, i);

      for (guint32 j = way->first; j < way->first + way->n; j++)
        {
          gboolean ends = j == way->first || j == way->first + way->n - 1;

          use (self, nodes[j], ends || (self->marks[nodes[j]] & ~SIGNALS) != 0 ? 2 : 1);
        }
    }
}

/* Where a place stands on the curve of Hilbert through a square of 65,536 to a side. */
static guint32
hilbert (guint32 x, guint32 y)
{
  guint32 place = 0;

  for (guint32 side = 1 << 15; side > 0; side /= 2)
    {
      guint32 right = (x & side) != 0, up = (y & side) != 0;

      place += side * side * ((3 * right) ^ up);
      if (!up)
        {
          guint32 swap = x;

          if (right)
            {
              swap = 0xffff - x;
              y = 0xffff - y;
            }
          x = y;
          y = swap;
        }
    }
  return place;
}

/* By their upper half, a byte at a time. */
static void
sort_keys (guint64 **keys, guint n)
{
  guint64 *other = g_new (guint64, n + 1);

  for (guint shift = 32; shift < 64; shift += 8)
    {
      guint32 places[257] = { 0 };
      guint64 *swap = other;

      for (guint i = 0; i < n; i++)
        places[((*keys)[i] >> shift & 0xff) + 1]++;
      for (guint i = 0; i < 256; i++)
        places[i + 1] += places[i];
      for (guint i = 0; i < n; i++)
        other[places[(*keys)[i] >> shift & 0xff]++] = (*keys)[i];
      other = *keys;
      *keys = swap;
    }
  g_free (other);
}

static guint64 *
list_vertices (const Build *self, guint *n_found)
{
  guint n_nodes = ent_region_nodes_count (self->nodes);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  EntE7 low = { G_MAXINT32, G_MAXINT32 }, high = { G_MININT32, G_MININT32 };
  double scale;

  for (guint32 i = 0; i < n_nodes; i++)
    if (self->uses[i] > 1)
      {
        EntE7 place = ent_region_nodes_place (self->nodes, i);
        guint64 key = i;

        low = (EntE7) { MIN (low.latitude, place.latitude), MIN (low.longitude, place.longitude) };
        high = (EntE7) { MAX (high.latitude, place.latitude),
                         MAX (high.longitude, place.longitude) };
        g_array_append_val (keys, key);
      }
  scale = 65535.0 / MAX (1.0, MAX ((double) high.latitude - low.latitude,
                                   (double) high.longitude - low.longitude));
  for (guint i = 0; i < keys->len; i++)
    {
      guint64 *key = &g_array_index (keys, guint64, i);
      EntE7 place = ent_region_nodes_place (self->nodes, (guint32) *key);
      guint32 x = (guint32) (((double) place.longitude - low.longitude) * scale);
      guint32 y = (guint32) (((double) place.latitude - low.latitude) * scale);

      *key |= (guint64) hilbert (x, y) << 32;
    }
  *n_found = keys->len;
  return (guint64 *) (gpointer) g_array_free (g_steal_pointer (&keys), FALSE);
}

static void
number_vertices (Build *self)
{
  guint n = 0;
  guint64 *keys = list_vertices (self, &n);

  sort_keys (&keys, n);
  for (guint i = 0; i < n; i++)
    {
      guint32 node = (guint32) keys[i];
      EntE7 place = ent_region_nodes_place (self->nodes, node);
      guint8 barred = self->marks[node] & (guint8) ~SIGNALS;

      self->vertex_of[node] = i;
      g_array_append_val (self->vertices, place);
      g_array_append_val (self->barred, barred);
    }
  g_free (keys);
}

/* Adds the way to a point as steps that fit, the last of which stays out when it is an end. */
static void
add_steps (Build *self, EntE7 from, EntE7 to, gboolean is_end)
{
  gint64 latitude = (gint64) to.latitude - from.latitude;
  gint64 longitude = (gint64) to.longitude - from.longitude;
  gint64 n = 1 + MAX (ABS (latitude), ABS (longitude)) / LONGEST_STEP;
  gint64 done_latitude = 0, done_longitude = 0;

  for (gint64 i = 1; i <= n - (is_end ? 1 : 0); i++)
    {
      EntStep step = { (gint16) (latitude * i / n - done_latitude),
                       (gint16) (longitude * i / n - done_longitude) };

      done_latitude += step.latitude;
      done_longitude += step.longitude;
      g_array_append_val (self->steps, step);
    }
}

static guint32
travel_ms (const EntBuildWay *way, EntRoadMode mode, double metres, guint half_signals)
{
  double ms = metres * 3600.0 / way->road.speed[mode] + half_signals * signal_ms[mode] / 2.0;

  return (guint32) MIN (ms + 0.5, (double) ENT_WEIGHT_MOST_MS);
}

/* The edge from one node of a way to a later one, both of them vertices. */
static void
add_edge (Build *self, guint32 way_number, const guint32 *nodes, guint n)
{
  const EntBuildWay *way = &g_array_index (self->source->ways, EntBuildWay, way_number);
  EntE7 last = ent_region_nodes_place (self->nodes, nodes[0]);
  double cosine = ent_e7_cosine (last.latitude);
  EntEdge edge = { .ends = { self->vertex_of[nodes[0]], self->vertex_of[nodes[n - 1]] },
                   .shape = self->steps->len,
                   .flags = way->road.access };
  double metres = 0.0;
  guint signals = 0; /* halves */

  for (guint i = 0; i < n; i++)
    {
      EntE7 place = ent_region_nodes_place (self->nodes, nodes[i]);
      double x = ((double) place.longitude - last.longitude) * cosine;
      double y = (double) place.latitude - last.latitude;

      metres += sqrt (x * x + y * y) * ENT_E7_METRES;
      if (i > 0)
        add_steps (self, last, place, i == n - 1);
      if ((self->marks[nodes[i]] & SIGNALS) != 0)
        signals += i == 0 || i == n - 1 ? 1 : 2;
      last = place;
    }
  if (way->road.kind <= ENT_ROAD_TRUNK)
    edge.flags |= ENT_EDGE_FAST;
  edge.length = (guint32) MIN (metres * 10.0 + 0.5, (double) G_MAXINT32);
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    edge.ms[mode] = travel_ms (way, mode, metres, signals);
  g_array_append_val (self->edges, edge);
  g_array_append_val (self->edge_ways, way_number);
}

static void
cut_ways (Build *self)
{
  const guint32 *nodes = (const guint32 *) (gpointer) self->source->way_nodes->data;

  for (guint32 i = 0; i < self->source->ways->len; i++)
    {
      const EntBuildWay *way = &g_array_index (self->source->ways, EntBuildWay, i);
      guint32 start = way->first;

      for (guint32 j = way->first + 1; j < way->first + way->n; j++)
        if (self->vertex_of[nodes[j]] != ENT_ROAD_NONE)
          {
            add_edge (self, i, nodes + start, j - start + 1);
            start = j;
          }
    }
}

/* In the order of their first ends, with their steps. */
static void
sort_edges (Build *self)
{
  guint n = self->edges->len;
  g_autoptr (GArray) old = self->edges;
  g_autoptr (GArray) old_ways = self->edge_ways;
  g_autoptr (GArray) old_steps = self->steps;
  guint64 *keys = g_new (guint64, n + 1);

  self->edges = g_array_sized_new (FALSE, FALSE, sizeof (EntEdge), n);
  self->edge_ways = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (EntStep), old_steps->len);
  for (guint i = 0; i < n; i++)
    keys[i] = (guint64) g_array_index (old, EntEdge, i).ends[0] << 32 | i;
  sort_keys (&keys, n);
  for (guint i = 0; i < n; i++)
    {
      guint32 number = (guint32) keys[i];
      EntEdge edge = g_array_index (old, EntEdge, number);
      guint32 end = number + 1 < n ? g_array_index (old, EntEdge, number + 1).shape
                                   : old_steps->len;
      guint32 n_steps = end - edge.shape;
      const EntStep *steps = (const EntStep *) (gpointer) old_steps->data + edge.shape;

      edge.shape = self->steps->len;
      if (n_steps > 0)
        g_array_append_vals (self->steps, steps, n_steps);
      g_array_append_val (self->edge_ways, g_array_index (old_ways, guint32, number));
      g_array_append_val (self->edges, edge);
    }
  g_free (keys);
}

static int
compare_turns_cb (gconstpointer a, gconstpointer b)
{
  const EntTurn *one = a, *other = b;

  if (one->via != other->via)
    return one->via < other->via ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

/* The one edge of a way at a vertex; ENT_ROAD_NONE when there are none, or two. */
static guint32
edge_at (const Build *self,
         const guint32 *places,
         const guint32 *meeting,
         gint64 way,
         guint32 vertex)
{
  guint32 found = ENT_ROAD_NONE;

  for (guint32 i = places[vertex]; i < places[vertex + 1]; i++)
    {
      guint32 number = g_array_index (self->edge_ways, guint32, meeting[i]);

      if (g_array_index (self->source->ways, EntBuildWay, number).id != way)
        continue;
      if (found != ENT_ROAD_NONE && found != meeting[i])
        return ENT_ROAD_NONE;
      found = meeting[i];
    }
  return found;
}

static void
resolve_turns (Build *self, const guint32 *places, const guint32 *meeting)
{
  guint32 hint = 0;

  for (guint i = 0; i < self->source->turns->len; i++)
    {
      const EntBuildTurn *told = &g_array_index (self->source->turns, EntBuildTurn, i);
      guint32 node = ent_region_nodes_find (self->nodes, told->via, &hint);
      EntTurn turn = { .flags = told->flags };

      turn.via = node != ENT_NODE_NONE ? self->vertex_of[node] : ENT_ROAD_NONE;
      if (turn.via == ENT_ROAD_NONE)
        continue;
      turn.from = edge_at (self, places, meeting, told->from, turn.via);
      turn.to = edge_at (self, places, meeting, told->to, turn.via);
      if (turn.from != ENT_ROAD_NONE && turn.to != ENT_ROAD_NONE)
        g_array_append_val (self->turns, turn);
    }
  g_array_sort (self->turns, compare_turns_cb);
}

static void
find_turns (Build *self)
{
  guint n = self->vertices->len;
  g_autofree guint32 *places = g_new0 (guint32, (gsize) n + 3);
  g_autofree guint32 *meeting = g_new (guint32, 2 * (gsize) self->edges->len + 1);

  if (self->source->turns->len == 0)
    return;
  for (guint32 i = 0; i < self->edges->len; i++)
    for (guint end = 0; end < 2; end++)
      places[g_array_index (self->edges, EntEdge, i).ends[end] + 2]++;
  for (guint i = 2; i <= n + 1; i++)
    places[i] += places[i - 1];
  for (guint32 i = 0; i < self->edges->len; i++)
    for (guint end = 0; end < 2; end++)
      meeting[places[g_array_index (self->edges, EntEdge, i).ends[end] + 1]++] = i;
  resolve_turns (self, places, meeting);
}

static void
hand_over (Build *self, EntGraph *graph)
{
  graph->n_vertices = self->vertices->len;
  graph->n_edges = self->edges->len;
  graph->n_steps = self->steps->len;
  graph->n_turns = self->turns->len;
  graph->vertices = ent_graph_keep (graph, self->vertices);
  graph->barred = ent_graph_keep (graph, self->barred);
  graph->edges = ent_graph_keep (graph, self->edges);
  graph->steps = ent_graph_keep (graph, self->steps);
  graph->turns = ent_graph_keep (graph, self->turns);
  g_array_unref (self->edge_ways);
}

void
ent_graph_build (EntGraph *graph, const EntGraphSource *source, const EntRegionNodes *nodes)
{
  guint n = ent_region_nodes_count (nodes);
  g_autofree guint8 *uses = g_new0 (guint8, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  g_autofree guint32 *vertex_of = g_new (guint32, n + 1);
  Build self = { source, nodes, uses, marks, vertex_of };

  memset (vertex_of, 0xff, n * sizeof *vertex_of);
  self.vertices = g_array_new (FALSE, FALSE, sizeof (EntE7));
  self.barred = g_array_new (FALSE, FALSE, sizeof (guint8));
  self.edges = g_array_new (FALSE, FALSE, sizeof (EntEdge));
  self.edge_ways = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.steps = g_array_new (FALSE, FALSE, sizeof (EntStep));
  self.turns = g_array_new (FALSE, FALSE, sizeof (EntTurn));
  mark_nodes (&self);
  count_uses (&self);
  number_vertices (&self);
  cut_ways (&self);
  sort_edges (&self);
  find_turns (&self);
  hand_over (&self, graph);
}

void
ent_graph_open_edges (EntGraph *graph, const EntModeGraph *mode, const guint8 *is_main)
{
  EntEdge *edges = (EntEdge *) graph->edges; /* ours until it is saved */
  g_autofree guint8 *begins = g_new0 (guint8, 2 * (gsize) graph->n_edges + 1); /* of each arc */

  /* A vertex may be reached at its copies only, and left from them. */
  for (guint32 i = 0; i < mode->n; i++)
    for (guint32 j = mode->first[i]; is_main[i] && j < mode->first[i + 1]; j++)
      begins[mode->arcs[j].arc] = TRUE;
  for (guint32 i = 0; i < graph->n_edges; i++)
    {
      gboolean leads_in = FALSE, leads_out = FALSE;

      for (guint32 arc = 2 * i; arc < 2 * i + 2; arc++)
        if (mode->heads[arc] != ENT_ROAD_NONE)
          {
            leads_out |= is_main[mode->heads[arc]];
            leads_in |= begins[arc] || is_main[edges[i].ends[arc & 1]];
          }
      if (leads_in && leads_out && (edges[i].flags & ENT_EDGE_FAST) == 0)
        edges[i].flags |= ENT_EDGE_OPEN (mode->mode);
    }
}
