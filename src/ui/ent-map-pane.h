/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map and its table together: side by side where there is room, else the table in a sheet that
 * is drawn up over the map. Main thread. */
#pragma once

#include <adwaita.h>

#include "ent-map-table.h"
#include "ent-map-view.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_PANE (ent_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntMapPane, ent_map_pane, ENT, MAP_PANE, AdwBreakpointBin)

GtkWidget *ent_map_pane_new (void);

/* The content of both. NULL for none. */
void ent_map_pane_set_content (EntMapPane *self, EntMapContent *content);

/* Borrowed: for the region, the pin and the signals. */
EntMapView *ent_map_pane_get_view (EntMapPane *self);
EntMapTable *ent_map_pane_get_table (EntMapPane *self);

G_END_DECLS
