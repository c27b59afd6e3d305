/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark on the map: a stop of a round, or the pin that shows a place to set by hand. Main
 * thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-map-content.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_MARK (ent_map_mark_get_type ())
G_DECLARE_FINAL_TYPE (EntMapMark, ent_map_mark, ENT, MAP_MARK, GtkWidget)

/* Has the signals "activated", when it is clicked or Enter is pressed, and "nudged" (int, int),
 * when the arrow keys move a pin by so many pixels to the east and south. */
EntMapMark *ent_map_mark_new (EntMapStop *stop);
EntMapMark *ent_map_mark_new_pin (void);

/* NULL for the pin. Borrowed. */
EntMapStop *ent_map_mark_get_stop (EntMapMark *self);
void ent_map_mark_set_selected (EntMapMark *self, gboolean selected);
void ent_map_mark_set_dark (EntMapMark *self, gboolean dark);
/* Whether the arrow keys move the pin. */
void ent_map_mark_set_movable (EntMapMark *self, gboolean movable);
gboolean ent_map_mark_get_movable (EntMapMark *self);

/* The pixel of the mark that stands on its place. */
graphene_point_t ent_map_mark_get_foot (EntMapMark *self);

G_END_DECLS
