/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before a renderer of the map library and lets it finish the tiles that it has begun. Main
 * thread. */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define ENT_TYPE_MAP_RENDERER (ent_map_renderer_get_type ())
G_DECLARE_FINAL_TYPE (EntMapRenderer, ent_map_renderer, ENT, MAP_RENDERER, ShumateMapSource)

/* Transfer full of the renderer, and of what is returned. */
ShumateMapSource *ent_map_renderer_new (ShumateVectorRenderer *renderer);

G_END_DECLS
