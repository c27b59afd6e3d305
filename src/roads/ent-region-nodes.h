/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the nodes of an extract lie: a number for each id, and its position. One thread at a time
 * while it is filled; many may look into it afterwards, each with its own hint. */
#pragma once

#include "ent-road-position.h"

G_BEGIN_DECLS

/* No such node: ways at the edge of an extract name some that lie beyond. */
#define ENT_NODE_NONE G_MAXUINT32

typedef struct
{
  gint64 *ids; /* in order once sorted */
  EntE7 *places;
  guint n, capacity;
  gboolean sorted;
} EntRegionNodes;

void ent_region_nodes_init (EntRegionNodes *self);
void ent_region_nodes_clear (EntRegionNodes *self);
void ent_region_nodes_add (EntRegionNodes *self, gint64 id, EntE7 place);

/* Brings the ids into order, which changes the numbers; of an id given twice, the last stays. */
void ent_region_nodes_sort (EntRegionNodes *self);

/* The number of an id, or ENT_NODE_NONE. @hint: a number near by; what was found is put there. */
guint32 ent_region_nodes_find (const EntRegionNodes *self, gint64 id, guint32 *hint);

static inline guint
ent_region_nodes_count (const EntRegionNodes *self)
{
  return self->n;
}

/* Of a number that is not ENT_NODE_NONE. */
static inline EntE7
ent_region_nodes_place (const EntRegionNodes *self, guint32 number)
{
  return self->places[number];
}

G_END_DECLS
