/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands the tiles of a region to the map widget. They are made on threads of their own; nothing is
 * fetched, nothing is kept on the disk. Main thread. */
#pragma once

#include <shumate/shumate.h>

#include "ent-tile.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_SOURCE (ent_map_source_get_type ())
G_DECLARE_FINAL_TYPE (EntMapSource, ent_map_source, ENT, MAP_SOURCE, ShumateDataSource)

EntMapSource *ent_map_source_new (EntRegion *region, EntTileLanguage language);

/* How many tiles were made, and how many were handed out: for tests. */
guint ent_map_source_get_n_made (EntMapSource *self);
guint ent_map_source_get_n_given (EntMapSource *self);

G_END_DECLS
