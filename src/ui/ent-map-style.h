/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the map is drawn: its styles (data/map) in their light and dark colours. Main thread. */
#pragma once

#include <shumate/shumate.h>

#include "ent-map-source.h"

G_BEGIN_DECLS

/* The ground lies below the rounds, the labels above them. */
typedef enum
{
  ENT_MAP_STYLE_GROUND,
  ENT_MAP_STYLE_LABELS
} EntMapStylePart;

/* What draws a part from the tiles of the source. Transfer full. */
ShumateMapSource *ent_map_style_new_renderer (EntMapStylePart part,
                                              gboolean dark,
                                              EntMapSource *source);

/* A colour of data/map/colours.ini. */
GdkRGBA ent_map_style_get_colour (const char *name, gboolean dark);

/* The pictures of places (pharmacies, stops…), by their kinds. Transfer full. */
ShumateVectorSpriteSheet *ent_map_icons_new (gboolean dark);

G_END_DECLS
