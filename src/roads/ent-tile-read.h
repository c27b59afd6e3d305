/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the features out of a vector tile, for who draws the map other than by a style: on paper.
 * Any thread. */
#pragma once

#include "ent-map-kind.h"
#include "ent-map-geometry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *layer; /* as ent_map_layer_name() gives it */
  const char *kind; /* as ent_map_kind_name() gives it; "" for none */
  const char *name; /* NULL: none */
  EntMapShape shape;
  const EntMapPoint *points; /* of all parts, in units of ENT_TILE_EXTENT a side */
  const guint *counts; /* in each part; an area's rings are not closed by their first point */
  guint n_parts;
} EntTileFeature;

typedef void (*EntTileFeatureFunc) (const EntTileFeature *feature, gpointer data);

/* Calls func for each feature; what it is given lasts for the call. FALSE when the tile is damaged:
 * what came before was given. */
gboolean ent_tile_read (GBytes *tile, EntTileFeatureFunc func, gpointer data);

G_END_DECLS
