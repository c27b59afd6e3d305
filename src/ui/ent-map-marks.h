/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layer of the map that holds the stops and the pin. Main thread. */
#pragma once

#include <shumate/shumate.h>

#include "ent-map-content.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_MARKS (ent_map_marks_get_type ())
G_DECLARE_FINAL_TYPE (EntMapMarks, ent_map_marks, ENT, MAP_MARKS, ShumateLayer)

/* Has the signals "stop-activated" (EntMapStop), "stop-focused" (EntMapStop, by keyboard) and
 * "pin-moved" (gboolean: whether the person has let go of it). */
EntMapMarks *ent_map_marks_new (ShumateViewport *viewport);

/* Shows the stops (EntMapStop) that have a place. */
void ent_map_marks_set (EntMapMarks *self, GListModel *stops);
void ent_map_marks_set_selected (EntMapMarks *self, EntMapStop *stop);
void ent_map_marks_set_dark (EntMapMarks *self, gboolean dark);

/* A place that is not valid takes the pin away. */
void ent_map_marks_set_pin (EntMapMarks *self, EntPoint place, gboolean movable);
EntPoint ent_map_marks_get_pin (EntMapMarks *self);

/* The mark of a stop, or NULL; NULL asks for the pin. Borrowed. */
GtkWidget *ent_map_marks_find (EntMapMarks *self, EntMapStop *stop);

G_END_DECLS
