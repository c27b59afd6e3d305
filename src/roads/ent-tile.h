/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vector tiles of the map of a region (Mapbox Vector Tile 2.1), made when they are asked for. */
#pragma once

#include "ent-region.h"

G_BEGIN_DECLS

/* Tiles are made for zooms 0 to this; a tile is 512 pixels wide. */
#define ENT_TILE_MAX_ZOOM 18

/* In which language names are written where there is one in it; else as they are on the spot. */
typedef enum
{
  ENT_TILE_LOCAL,
  ENT_TILE_FRENCH,
  ENT_TILE_DUTCH,
  ENT_TILE_GERMAN
} EntTileLanguage;

typedef struct _EntTileMaker EntTileMaker;

/* Opens a connection of its own: a maker may be used by one thread at a time, several makers at
 * once. Errors: ENT_ROADS_ERROR. */
EntTileMaker *ent_tile_maker_new (EntRegion *region, GError **error);
void ent_tile_maker_free (EntTileMaker *self);

void ent_tile_maker_set_language (EntTileMaker *self, EntTileLanguage language);

/* The language of a locale such as "fr_BE.UTF-8"; ENT_TILE_LOCAL for others. */
EntTileLanguage ent_tile_language_of_locale (const char *locale);

/* What the map of the region covers; empty when it has none. */
EntBox ent_tile_get_box (EntRegion *region);
/* Where nearly all of it lies: what to look at first. */
EntBox ent_tile_get_core (EntRegion *region);

/* The tile at column @x and row @y of a zoom (0 to ENT_TILE_MAX_ZOOM), counted from the north-west.
 * A tile without features is zero bytes. Transfer full. Errors: ENT_ROADS_ERROR. */
GBytes *ent_tile_make (EntTileMaker *self, guint zoom, guint x, guint y, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTileMaker, ent_tile_maker_free)

G_END_DECLS
