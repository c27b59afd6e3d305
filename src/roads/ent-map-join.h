/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are put together from pieces: streets from ways of the same name, the rings of areas
 * from the members of a relation. Thread of the import. */
#pragma once

#include "ent-map-geometry.h"

G_BEGIN_DECLS

/* A piece of a line: pieces are only joined when their groups are the same. */
typedef struct
{
  guint32 group;
  guint32 n_points;
  const EntMapPoint *points; /* borrowed */
} EntMapPiece;

/* Told of each line that came out: where it begins and ends nothing more could be added. @first is
 * the number of its first piece; the points are valid in the callback only. */
typedef void (*EntMapJoinFunc) (guint first,
                                const EntMapPoint *points,
                                guint n_points,
                                gpointer data);

/* Joins pieces end to end, each used once, turning them round where needed. */
void ent_map_join (const EntMapPiece *pieces, guint n_pieces, EntMapJoinFunc func, gpointer data);

G_END_DECLS
