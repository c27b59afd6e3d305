/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open in a search, nearest first. A vertex may stand in it several times; the search knows
 * the ones that are out of date by their weight. One thread at a time. */
#pragma once

#include "ent-graph.h"

G_BEGIN_DECLS

typedef struct
{
  EntWeight weight;
  guint32 vertex;
} EntHeapItem;

typedef struct
{
  EntHeapItem *items;
  guint n, capacity;
} EntHeap;

static inline void
ent_heap_clear (EntHeap *self)
{
  g_clear_pointer (&self->items, g_free);
  self->n = self->capacity = 0;
}

static inline void
ent_heap_push (EntHeap *self, EntWeight weight, guint32 vertex)
{
  guint at = self->n++;

  if (self->n > self->capacity)
    {
      self->capacity = MAX (256, 2 * self->capacity);
      self->items = g_renew (EntHeapItem, self->items, self->capacity);
    }
  while (at > 0 && self->items[(at - 1) / 4].weight > weight)
    {
      self->items[at] = self->items[(at - 1) / 4];
      at = (at - 1) / 4;
    }
  self->items[at] = (EntHeapItem) { weight, vertex };
}

static inline EntHeapItem
ent_heap_pop (EntHeap *self)
{
  EntHeapItem *items = self->items;
  EntHeapItem top = items[0];
  EntHeapItem last = items[--self->n];
  guint at = 0;

  for (guint child = 1; child < self->n; child = 4 * at + 1)
    {
      guint best = child, end = MIN (child + 4, self->n);

      for (guint i = child + 1; i < end; i++)
        if (items[i].weight < items[best].weight)
          best = i;
      if (items[best].weight >= last.weight)
        break;
      items[at] = items[best];
      at = best;
    }
  items[at] = last;
  return top;
}

G_END_DECLS
