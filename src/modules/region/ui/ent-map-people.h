/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where beneficiaries live, as stops of a map: read when they are asked for, and again when
 * addresses change. Main thread. */

#pragma once

#include "ent-geo.h"
#include "ent-location-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_PEOPLE (ent_map_people_get_type ())
G_DECLARE_FINAL_TYPE (EntMapPeople, ent_map_people, ENT, MAP_PEOPLE, GObject)

/* Signal "changed": the counts, or whom to show. */
EntMapPeople *ent_map_people_new (EntStore *store);
/* Whether they are shown; not so at first. */
void ent_map_people_set_shown (EntMapPeople *self, gboolean shown);
/* Adds an EntMapStop for each home, the nearest to the point first and no more than
 * ENT_MAP_PEOPLE_MOST; a point that is not valid is the middle of them all. */
#define ENT_MAP_PEOPLE_MOST 400
void ent_map_people_add_stops (EntMapPeople *self, EntPoint around, GPtrArray *stops);
/* Homes in all; fewer may be on the map. 0 while they are not shown. */
guint ent_map_people_get_n_homes (EntMapPeople *self);
/* Who lives at a stop that was added: (element-type EntLocated), borrowed until "changed"; NULL
 * when the stop is none of these. */
GPtrArray *ent_map_people_get_home (EntMapPeople *self, gint64 stop_id);
const EntLocationCounts *ent_map_people_get_counts (EntMapPeople *self);

G_END_DECLS
