/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads vector tiles as strictly as the format is written down: whatever breaks a rule fails the
 * test. One thread. */
#pragma once

#include "ent-map-geometry.h"
#include "ent-map-kind.h"

typedef struct
{
  char *layer;
  char *kind;
  char *name; /* or NULL */
  char *structure; /* or NULL */
  EntMapShape shape;
  GPtrArray *parts; /* GArray of EntMapPoint; rings without the first point again */
} TileFeature;

/* Of all layers, in the order of the tile. */
GPtrArray *tile_read (GBytes *tile);

/* The first feature of the layer and kind (NULL: any) with that name (NULL: any), or NULL. */
TileFeature *tile_find (GPtrArray *features, const char *layer, const char *kind, const char *name);
guint tile_count (GPtrArray *features, const char *layer, const char *kind);
