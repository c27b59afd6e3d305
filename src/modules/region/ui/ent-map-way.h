/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the way between two places, by car, by bicycle and on foot: where from and to, and a
 * table of minutes and kilometres. Main thread; ways are found in a thread. */

#pragma once

#include "ent-roads.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_MAP_WAY (ent_map_way_get_type ())
G_DECLARE_FINAL_TYPE (EntMapWay, ent_map_way, ENT, MAP_WAY, AdwBin)

typedef enum
{
  ENT_WAY_FROM,
  ENT_WAY_TO,
  ENT_WAY_N_ENDS
} EntWayEnd;

/* Signals "changed", when an end or the way is another; "picking", when an end is to be chosen on
 * the map or no longer. */
GtkWidget *ent_map_way_new (void);

/* @label: what the place is called; NULL: as the nearest address. */
void ent_map_way_set_end (EntMapWay *self, EntWayEnd end, EntPoint point, const char *label);
/* Says what an end is called, once that is known. */
void ent_map_way_name_end (EntMapWay *self, EntWayEnd end, const char *label);
gboolean ent_map_way_get_end (EntMapWay *self, EntWayEnd end, EntPoint *point);
/* TRUE while the next place chosen on the map is an end: @end. */
gboolean ent_map_way_is_picking (EntMapWay *self, EntWayEnd *end);
/* The way of the mode that is chosen; NULL while there is none. Borrowed until "changed". */
const EntRoute *ent_map_way_get_route (EntMapWay *self);
void ent_map_way_clear (EntMapWay *self);

G_END_DECLS
