/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map and its table show together: rounds, their stops, and which stop is selected. Main
 * thread. */
#pragma once

#include <gio/gio.h>

#include "ent-geo.h"

G_BEGIN_DECLS

/* A round: a way on the map. Never changes once made. */
#define ENT_TYPE_MAP_ROUTE (ent_map_route_get_type ())
G_DECLARE_FINAL_TYPE (EntMapRoute, ent_map_route, ENT, MAP_ROUTE, GObject)

struct _EntMapRoute
{
  GObject parent_instance;

  char *title; /* whose it is */
  char *detail; /* one line: length, duration; or NULL */
  guint look; /* number for ent_map_palette_get() */
  EntPoint *points;
  guint n_points;
};

/* A place where somebody stops. Never changes once made. */
#define ENT_TYPE_MAP_STOP (ent_map_stop_get_type ())
G_DECLARE_FINAL_TYPE (EntMapStop, ent_map_stop, ENT, MAP_STOP, GObject)

struct _EntMapStop
{
  GObject parent_instance;

  gint64 id; /* the caller's */
  char *label; /* in the mark: its number, three letters at most */
  char *title; /* who or what */
  char *detail; /* one line: time, address; or NULL */
  EntPoint place; /* not valid (NAN) when it has none yet: then it is in the table alone */
  EntMapRoute *route; /* or NULL */
  gboolean is_hollow; /* nobody comes yet: drawn as a ring */
};

#define ENT_TYPE_MAP_CONTENT (ent_map_content_get_type ())
G_DECLARE_FINAL_TYPE (EntMapContent, ent_map_content, ENT, MAP_CONTENT, GObject)

/* Has the property "selected" (EntMapStop) and the signal "changed" when rounds or stops did. */
EntMapContent *ent_map_content_new (void);

/* Points are copied. Transfer full; @look counts the rounds of the picture from 0. */
EntMapRoute *ent_map_route_new (guint look, const char *title, const char *detail);
void ent_map_route_take_points (EntMapRoute *self, const EntPoint *points, guint n_points);

/* @route may be NULL. Transfer full. */
EntMapStop *ent_map_stop_new (gint64 id, EntPoint place, EntMapRoute *route);
void ent_map_stop_describe (EntMapStop *self,
                            const char *label,
                            const char *title,
                            const char *detail);

/* Puts everything in the place of what was there: stops in the order of the table, by round. The
 * selection stays on a stop of the same id. Arrays of EntMapRoute and EntMapStop; transfer none. */
void ent_map_content_set (EntMapContent *self, GPtrArray *routes, GPtrArray *stops);

/* Borrowed lists of EntMapRoute and EntMapStop. */
GListModel *ent_map_content_get_routes (EntMapContent *self);
GListModel *ent_map_content_get_stops (EntMapContent *self);

EntMapStop *ent_map_content_get_selected (EntMapContent *self);
/* @stop: one of the stops, or NULL. */
void ent_map_content_select (EntMapContent *self, EntMapStop *stop);

/* The box of all places and ways; empty when there are none. */
EntBox ent_map_content_get_box (EntMapContent *self);

G_END_DECLS
