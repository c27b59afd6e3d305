/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the nodes of an extract lie. One thread at a time while it is filled. */
#include "ent-region-nodes.h"

typedef struct
{
  gint64 id;
  EntE7 place;
  guint32 order;
} Node;

void
ent_region_nodes_init (EntRegionNodes *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_array_new (FALSE, FALSE, sizeof (EntE7));
  self->sorted = TRUE;
}

void
ent_region_nodes_clear (EntRegionNodes *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

void
ent_region_nodes_add (EntRegionNodes *self, gint64 id, EntE7 place)
{
  if (self->ids->len > 0 && g_array_index (self->ids, gint64, self->ids->len - 1) >= id)
    self->sorted = FALSE;
  g_array_append_val (self->ids, id);
  g_array_append_val (self->places, place);
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
  guint n = self->ids->len;
  g_autofree Node *nodes = NULL;

  if (self->sorted)
    return;
  nodes = g_new (Node, n);
  for (guint i = 0; i < n; i++)
    nodes[i] = (Node) { g_array_index (self->ids, gint64, i), ent_region_nodes_place (self, i), i };
  qsort (nodes, n, sizeof *nodes, compare_nodes_cb);
  g_array_set_size (self->ids, 0);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < n; i++)
    if (i + 1 == n || nodes[i + 1].id != nodes[i].id)
      {
        g_array_append_val (self->ids, nodes[i].id);
        g_array_append_val (self->places, nodes[i].place);
      }
  self->sorted = TRUE;
}

/* The nodes of a way were mostly drawn at once, so their ids are neighbours: steps that double go
 * out from the last one found, and halves lead back in. */
guint32
ent_region_nodes_find (const EntRegionNodes *self, gint64 id, guint32 *hint)
{
  const gint64 *ids = (const gint64 *) (gpointer) self->ids->data;
  gint64 n = self->ids->len;
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
