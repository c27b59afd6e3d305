/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes vector tiles (Mapbox Vector Tile 2.1). One thread at a time. */
#pragma once

#include "ent-map-geometry.h"
#include "ent-map-kind.h"

G_BEGIN_DECLS

/* A tile's side in its own units. */
#define ENT_TILE_EXTENT 4096

typedef struct _EntTileWriter EntTileWriter;

/* What a feature says of itself; a number of 0 and a NULL text are left out. */
typedef struct
{
  const char *kind; /* static */
  const char *name; /* not ended by a zero */
  guint name_size;
  const char *structure; /* static: "bridge", "tunnel" */
} EntTileTags;

EntTileWriter *ent_tile_writer_new (void);
void ent_tile_writer_free (EntTileWriter *self);

/* One feature of a layer: begin, add its parts (tile units), end. A line's part has two points or
 * more; the rings of an area three or more, without the first again, outer rings clockwise and each
 * followed by its holes, which turn the other way. What has no part is not written. */
void ent_tile_writer_begin (EntTileWriter *self, EntMapShape shape);
void ent_tile_writer_add_part (EntTileWriter *self, const EntMapPoint *points, guint n_points);
void ent_tile_writer_end (EntTileWriter *self, EntMapLayer layer, const EntTileTags *tags);

/* The tile, and the writer is empty again. An empty tile is a tile of zero bytes. */
GBytes *ent_tile_writer_finish (EntTileWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTileWriter, ent_tile_writer_free)

G_END_DECLS
