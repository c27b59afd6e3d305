/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the nodes of an extract lie. One thread at a time while it is filled. */
#include "ent-region-nodes.h"

#include <stdlib.h>

typedef struct
{
  gint64 id;
  EntE7 place;
  guint32 order;
} Node;

void
ent_region_nodes_init (EntRegionNodes *self)
{
  *self = (EntRegionNodes) { .sorted = TRUE };
}

void
ent_region_nodes_clear (EntRegionNodes *self)
{
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->places, g_free);
  self->n = self->capacity = 0;
}

void
ent_region_nodes_add (EntRegionNodes *self, gint64 id, EntE7 place)
{
  if (self->n == self->capacity)
    {
      self->capacity = MAX (1024, 2 * self->capacity);
      self->ids = g_renew (gint64, self->ids, self->capacity);
      self->places = g_renew (EntE7, self->places, self->capacity);
    }
  if (self->n > 0 && self->ids[self->n - 1] >= id)
    self->sorted = FALSE;
  self->ids[self->n] = id;
  self->places[self->n++] = place;
}

static int
compare_nodes_cb (gconstpointer a, gconstpointer b)
{
  const Node *one = a, *other = b;

  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

void
ent_region_nodes_sort (EntRegionNodes *self)
{
  guint n = self->n;
  g_autofree Node *nodes = NULL;

  if (self->sorted)
    return;
  nodes = g_new (Node, n);
  for (guint i = 0; i < n; i++)
    nodes[i] = (Node) { self->ids[i], self->places[i], i };
  qsort (nodes, n, sizeof *nodes, compare_nodes_cb);
  self->n = 0;
  for (guint i = 0; i < n; i++)
    if (i + 1 == n || nodes[i + 1].id != nodes[i].id)
      {
        self->ids[self->n] = nodes[i].id;
        self->places[self->n++] = nodes[i].place;
      }
  self->sorted = TRUE;
}

/* The nodes of a way were mostly drawn at once, so their ids are neighbours: steps that double go
 * out from the last one found, and halves lead back in. */
guint32
ent_region_nodes_find (const EntRegionNodes *self, gint64 id, guint32 *hint)
{
  const gint64 *ids = self->ids;
  gint64 n = self->n;
  gint64 at = *hint < n ? *hint : 0;
  gint64 low, high, step = 1;

  if (n == 0)
    return ENT_NODE_NONE;
  if (ids[at] <= id)
    {
      while (at + step < n && ids[at + step] <= id)
        step *= 2;
      low = at + step / 2;
      high = MIN (at + step, n);
    }
  else
    {
      while (at - step >= 0 && ids[at - step] > id)
        step *= 2;
      low = MAX (at - step, 0);
      high = at - step / 2;
    }
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (ids[middle] <= id)
        low = middle;
      else
        high = middle;
    }
  *hint = (guint32) low;
  return ids[low] == id ? (guint32) low : ENT_NODE_NONE;
}
