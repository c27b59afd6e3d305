/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a map widget looks. Main thread. */
#pragma once

#include <shumate/shumate.h>

#include "ent-geo.h"

G_BEGIN_DECLS

/* Zooms that a person can reach; a tile holds the world at 0. */
#define ENT_MAP_LEAST_ZOOM 5
#define ENT_MAP_MOST_ZOOM 19

typedef struct _EntMapCamera EntMapCamera;

/* The map must outlive it. */
EntMapCamera *ent_map_camera_new (ShumateMap *map);
void ent_map_camera_free (EntMapCamera *self);

/* Shows the whole box, at a whole or half zoom, no nearer than @most_zoom; at once, or
 * when the map has got its size. Empty boxes are passed over. */
void ent_map_camera_fit (EntMapCamera *self, EntBox box, guint most_zoom);

/* Brings the place into view, at least at that zoom (0: any); a place that is well in view stays.
 */
void ent_map_camera_show (EntMapCamera *self, EntPoint place, guint least_zoom);

/* Moves by a part of the widget's size: 1 is all of it. */
void ent_map_camera_pan (EntMapCamera *self, double east, double south);

/* One sharp zoom nearer (1) or farther (-1). */
void ent_map_camera_zoom (EntMapCamera *self, int steps);

/* What is in view; empty before the map has its size. */
EntBox ent_map_camera_get_view (EntMapCamera *self);

G_END_DECLS
