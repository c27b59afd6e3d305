/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of rounds on the map: in their colours, side by side where they share a street, with
 * arrows. Main thread. */
#pragma once

#include <shumate/shumate.h>

#include "ent-map-content.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_ROUTES (ent_map_routes_get_type ())
G_DECLARE_FINAL_TYPE (EntMapRoutes, ent_map_routes, ENT, MAP_ROUTES, ShumateLayer)

EntMapRoutes *ent_map_routes_new (ShumateViewport *viewport);

/* Draws these (EntMapRoute); the one of the selected stop, if any, stands out. */
void ent_map_routes_set (EntMapRoutes *self, GListModel *routes);
void ent_map_routes_set_selected (EntMapRoutes *self, EntMapRoute *route);
void ent_map_routes_set_dark (EntMapRoutes *self, gboolean dark);

G_END_DECLS
