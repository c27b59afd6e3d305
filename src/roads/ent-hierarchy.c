/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables by a contraction hierarchy: from every goal one search goes up and leaves a note at each
 * vertex that it sees; from every start another goes up and reads them. Any thread. */
#include "ent-hierarchy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-dijkstra-heap.h"
#include "ent-roads-error.h"

const char *
ent_hierarchy_name (EntRoadMode mode)
{
  static const char *const names[] = { "hierarchy-car", "hierarchy-bicycle", "hierarchy-foot" };

  return names[mode];
}

static gboolean
is_sound (const EntHierarchy *self, const EntUpGraph *graph)
{
  if (graph->first[0] != 0 || graph->first[self->n] != graph->n_arcs)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      if (graph->first[i] > graph->first[i + 1] || graph->first[i + 1] > graph->n_arcs)
        return FALSE;
      for (guint32 j = graph->first[i]; j < graph->first[i + 1]; j++)
        if (graph->arcs[j].head >= i || graph->arcs[j].ms > ENT_WEIGHT_MS (ENT_WEIGHT_NEVER))
          return FALSE;
    }
  return TRUE;
}

/* Finds the tables in the words of the file; FALSE when they do not fit. */
static gboolean
find_tables (EntHierarchy *self, const EntModeGraph *graph)
{
  gsize size;
  const guint32 *words = g_bytes_get_data (self->bytes, &size);
  gsize n_words = size / sizeof *words;
  gboolean symmetric;
  gsize needed;

  if (n_words < 4 || words[1] != graph->n || words[0] > graph->n)
    return FALSE;
  self->n = words[0];
  self->up.n_arcs = words[2];
  symmetric = words[3] == ENT_ROAD_NONE;
  self->down.n_arcs = symmetric ? 0 : words[3];
  needed = 4 + (gsize) graph->n + (symmetric ? 1 : 2) * ((gsize) self->n + 1) +
           3 * ((gsize) self->up.n_arcs + self->down.n_arcs);
  if (n_words != needed || size % sizeof *words != 0)
    return FALSE;
  self->places = words + 4;
  self->up.first = self->places + graph->n;
  self->up.arcs = (const EntUpArc *) (self->up.first + self->n + 1);
  if (symmetric)
    {
      self->down = self->up;
      return TRUE;
    }
  self->down.first = (const guint32 *) (self->up.arcs + self->up.n_arcs);
  self->down.arcs = (const EntUpArc *) (self->down.first + self->n + 1);
  return TRUE;
}

static gboolean
places_are_sound (const EntHierarchy *self, const EntModeGraph *graph)
{
  for (guint i = 0; i < graph->n; i++)
    if (self->places[i] >= self->n && self->places[i] != ENT_ROAD_NONE)
      return FALSE;
  return TRUE;
}

gboolean
ent_hierarchy_load (EntHierarchy *self,
                    EntRegion *region,
                    const EntModeGraph *graph,
                    GError **error)
{
  *self = (EntHierarchy) { ent_region_read_blob (region, ent_hierarchy_name (graph->mode), error) };
  if (self->bytes == NULL)
    return FALSE;
  if (find_tables (self, graph) && places_are_sound (self, graph) && is_sound (self, &self->up) &&
      is_sound (self, &self->down))
    return TRUE;
  ent_hierarchy_clear (self);
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                       _ ("The region is damaged. Import the extract again."));
  return FALSE;
}

void
ent_hierarchy_clear (EntHierarchy *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/* What a search left at a vertex. */
typedef struct
{
  EntWeight weight;
  guint32 vertex;
  guint32 place;
} Note;

typedef struct
{
  const EntHierarchy *hierarchy;
  EntWeight *weights;
  GArray *seen; /* EntHeapItem, settled and not stalled */
  guint32 *touched;
  guint n_touched;
  EntHeap heap;
} Search;

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

/* A vertex that is reached better by way of a weightier one is on no shortest way: @opposite holds
 * the arcs that come down to it. */
static gboolean
is_stalled (const Search *self, const EntUpGraph *opposite, EntHeapItem item)
{
  for (guint32 i = opposite->first[item.vertex]; i < opposite->first[item.vertex + 1]; i++)
    {
      const EntUpArc *arc = &opposite->arcs[i];
      EntWeight weight = self->weights[arc->head];

      if (weight != ENT_WEIGHT_NEVER && weight + ENT_WEIGHT (arc->ms, arc->dm) < item.weight)
        return TRUE;
    }
  return FALSE;
}

static void
climb (Search *self, const EntUpGraph *graph, const EntUpGraph *opposite)
{
  while (self->heap.n > 0)
    {
      EntHeapItem item = ent_heap_pop (&self->heap);

      if (item.weight != self->weights[item.vertex] || is_stalled (self, opposite, item))
        continue;
      g_array_append_val (self->seen, item);
      for (guint32 i = graph->first[item.vertex]; i < graph->first[item.vertex + 1]; i++)
        {
          const EntUpArc *arc = &graph->arcs[i];

          reach (self, arc->head, item.weight + ENT_WEIGHT (arc->ms, arc->dm));
        }
    }
}

static void
search_place (Search *self, const EntSeeds *seeds, guint place, gboolean backwards)
{
  const EntHierarchy *hierarchy = self->hierarchy;

  for (guint i = 0; i < self->n_touched; i++)
    self->weights[self->touched[i]] = ENT_WEIGHT_NEVER;
  self->n_touched = 0;
  self->heap.n = 0;
  g_array_set_size (self->seen, 0);
  for (guint32 i = seeds->first[place]; i < seeds->first[place + 1]; i++)
    {
      guint32 vertex = hierarchy->places[seeds->seeds[i].vertex];

      if (vertex != ENT_ROAD_NONE)
        reach (self, vertex, seeds->seeds[i].weight);
    }
  climb (self, backwards ? &hierarchy->down : &hierarchy->up,
         backwards ? &hierarchy->up : &hierarchy->down);
}

/* The notes of all goals, in the order of vertices; @first: n + 1 places in them. */
static Note *
leave_notes (Search *self, const EntSeeds *to, guint32 *first)
{
  guint n = self->hierarchy->n;
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_autofree guint32 *at = g_new0 (guint32, n + 1);
  Note *sorted;

  for (guint place = 0; place < to->n; place++)
    {
      search_place (self, to, place, TRUE);
      for (guint i = 0; i < self->seen->len; i++)
        {
          EntHeapItem item = g_array_index (self->seen, EntHeapItem, i);
          Note note = { item.weight, item.vertex, place };

          first[item.vertex + 1]++;
          g_array_append_val (notes, note);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      first[i + 1] += first[i];
      at[i] = first[i];
    }
  sorted = g_new (Note, notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);

      sorted[at[note->vertex]++] = *note;
    }
  return sorted;
}

static void
read_notes (const Search *self, const Note *notes, const guint32 *first, EntWeight *row)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      EntHeapItem item = g_array_index (self->seen, EntHeapItem, i);

      for (guint32 j = first[item.vertex]; j < first[item.vertex + 1]; j++)
        {
          EntWeight weight = item.weight + notes[j].weight;

          row[notes[j].place] = MIN (row[notes[j].place], weight);
        }
    }
}

gboolean
ent_hierarchy_table (const EntHierarchy *hierarchy,
                     const EntSeeds *from,
                     const EntSeeds *to,
                     EntWeight *table,
                     GCancellable *cancellable)
{
  guint n = hierarchy->n;
  Search self = { .hierarchy = hierarchy };
  g_autofree EntWeight *weights = g_new (EntWeight, n + 1);
  g_autofree guint32 *touched = g_new (guint32, n + 1);
  g_autofree guint32 *first = g_new0 (guint32, n + 2);
  g_autofree Note *notes = NULL;
  gboolean fine = TRUE;

  self.weights = weights;
  self.touched = touched;
  self.seen = g_array_new (FALSE, FALSE, sizeof (EntHeapItem));
  memset (weights, ENT_WEIGHT_NEVER_BYTE, n * sizeof *weights);
  memset (table, ENT_WEIGHT_NEVER_BYTE, (gsize) from->n * to->n * sizeof *table);
  notes = leave_notes (&self, to, first);
  for (guint row = 0; fine && row < from->n; row++)
    {
      search_place (&self, from, row, FALSE);
      read_notes (&self, notes, first, table + (gsize) row * to->n);
      fine = !g_cancellable_is_cancelled (cancellable);
    }
  g_array_unref (self.seen);
  ent_heap_clear (&self.heap);
  return fine;
}
