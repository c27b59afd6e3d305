/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dijkstra's search over the arcs of a mode. Any thread. */
#include "ent-dijkstra.h"

#include <string.h>

#include "ent-dijkstra-heap.h"

typedef struct
{
  const EntModeGraph *graph;
  EntWeight *weights; /* of each vertex: the least found so far */
  guint32 *touched; /* those that are not ENT_WEIGHT_NEVER */
  guint n_touched;
  guint8 *wanted; /* vertices that have yet to be settled */
  guint32 *via; /* the place in arcs by which a vertex was reached; NULL when nobody asks */
  guint32 *tails; /* and where that began */
  EntHeap heap;
} Search;

static void
search_init (Search *self, const EntModeGraph *graph)
{
  *self = (Search) { .graph = graph };
  self->weights = g_new (EntWeight, graph->n + 1);
  memset (self->weights, ENT_WEIGHT_NEVER_BYTE, graph->n * sizeof *self->weights);
  self->touched = g_new (guint32, graph->n + 1);
  self->wanted = g_new0 (guint8, graph->n + 1);
}

static void
search_clear (Search *self)
{
  g_free (self->weights);
  g_free (self->touched);
  g_free (self->wanted);
  g_free (self->via);
  g_free (self->tails);
  ent_heap_clear (&self->heap);
}

static void
reach (Search *self, guint32 vertex, EntWeight weight)
{
  if (weight >= self->weights[vertex])
    return;
  if (self->weights[vertex] == ENT_WEIGHT_NEVER)
    self->touched[self->n_touched++] = vertex;
  self->weights[vertex] = weight;
  ent_heap_push (&self->heap, weight, vertex);
}

static void
begin (Search *self, const EntSeeds *from, guint place)
{
  for (guint i = 0; i < self->n_touched; i++)
    self->weights[self->touched[i]] = ENT_WEIGHT_NEVER;
  self->n_touched = 0;
  self->heap.n = 0;
  for (guint32 i = from->first[place]; i < from->first[place + 1]; i++)
    reach (self, from->seeds[i].vertex, from->seeds[i].weight);
}

/* Settles the nearest open vertex; FALSE when there is none. */
static gboolean
settle (Search *self, EntHeapItem *item)
{
  do
    {
      if (self->heap.n == 0)
        return FALSE;
      *item = ent_heap_pop (&self->heap);
    }
  while (item->weight != self->weights[item->vertex]);
  return TRUE;
}

static void
expand (Search *self, EntHeapItem item)
{
  const EntArc *arcs = self->graph->arcs;

  for (guint32 i = self->graph->first[item.vertex]; i < self->graph->first[item.vertex + 1]; i++)
    {
      EntWeight weight = item.weight + arcs[i].weight;

      if (self->via != NULL && weight < self->weights[arcs[i].head])
        {
          self->via[arcs[i].head] = i;
          self->tails[arcs[i].head] = item.vertex;
        }
      reach (self, arcs[i].head, weight);
    }
}

static guint
want (Search *self, const EntSeeds *to)
{
  guint n = 0;

  for (guint32 i = 0; i < to->first[to->n]; i++)
    if (!self->wanted[to->seeds[i].vertex])
      {
        self->wanted[to->seeds[i].vertex] = TRUE;
        n++;
      }
  return n;
}

static EntWeight
least (const Search *self, const EntSeeds *to, guint place, guint32 *vertex)
{
  EntWeight best = ENT_WEIGHT_NEVER;

  for (guint32 i = to->first[place]; i < to->first[place + 1]; i++)
    {
      EntWeight weight = self->weights[to->seeds[i].vertex];

      if (weight != ENT_WEIGHT_NEVER && weight + to->seeds[i].weight < best)
        {
          best = weight + to->seeds[i].weight;
          if (vertex != NULL)
            *vertex = to->seeds[i].vertex;
        }
    }
  return best;
}

gboolean
ent_dijkstra_table (const EntModeGraph *graph,
                    const EntSeeds *from,
                    const EntSeeds *to,
                    EntWeight *table,
                    GCancellable *cancellable)
{
  Search self;
  EntHeapItem item;
  guint n_wanted;
  gboolean fine = TRUE;

  search_init (&self, graph);
  n_wanted = want (&self, to);
  for (guint row = 0; fine && row < from->n; row++)
    {
      guint n_left = n_wanted;

      fine = !g_cancellable_is_cancelled (cancellable);
      begin (&self, from, row);
      while (n_left > 0 && settle (&self, &item))
        {
          n_left -= self.wanted[item.vertex];
          expand (&self, item);
        }
      for (guint column = 0; column < to->n; column++)
        table[(gsize) row * to->n + column] = least (&self, to, column, NULL);
    }
  search_clear (&self);
  return fine;
}

/* From the last vertex back to a seed, then turned round. */
static void
collect_arcs (const Search *self, EntDijkstraRoute *route)
{
  guint32 vertex = route->last;
  guint n;

  for (; self->via[vertex] != ENT_ROAD_NONE; vertex = self->tails[vertex])
    g_array_append_val (route->arcs, self->graph->arcs[self->via[vertex]].arc);
  route->first = vertex;
  n = route->arcs->len;
  for (guint i = 0; i < n / 2; i++)
    {
      guint32 *one = &g_array_index (route->arcs, guint32, i);
      guint32 *other = &g_array_index (route->arcs, guint32, n - 1 - i);
      guint32 swap = *one;

      *one = *other;
      *other = swap;
    }
}

void
ent_dijkstra_route (const EntModeGraph *graph,
                    const EntSeeds *from,
                    const EntSeeds *to,
                    EntDijkstraRoute *route)
{
  Search self;
  EntHeapItem item;
  guint n_left;

  search_init (&self, graph);
  self.via = g_new (guint32, graph->n + 1);
  self.tails = g_new (guint32, graph->n + 1);
  memset (self.via, 0xff, graph->n * sizeof *self.via);
  route->weight = ENT_WEIGHT_NEVER;
  route->first = route->last = ENT_ROAD_NONE;
  g_array_set_size (route->arcs, 0);
  n_left = want (&self, to);
  begin (&self, from, 0);
  while (n_left > 0 && settle (&self, &item) && item.weight < route->weight)
    {
      if (self.wanted[item.vertex])
        {
          n_left--;
          route->weight = least (&self, to, 0, &route->last);
        }
      expand (&self, item);
    }
  if (route->weight != ENT_WEIGHT_NEVER)
    collect_arcs (&self, route);
  search_clear (&self);
}
