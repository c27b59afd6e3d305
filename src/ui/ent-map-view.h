/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of a region with rounds, stops and a pin on it. Everything is drawn from the region file:
 * nothing is fetched. What it shows, ent-map-table.h says in words. Main thread. */
#pragma once

#include <adwaita.h>

#include "ent-map-content.h"
#include "ent-region.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_VIEW (ent_map_view_get_type ())
G_DECLARE_FINAL_TYPE (EntMapView, ent_map_view, ENT, MAP_VIEW, AdwBin)

/* Signals:
 * "pin-moved" (double latitude, double longitude, gboolean done): a person moved the pin, in
 * degrees; done when they let go of it; "place-clicked" (double latitude, double longitude): the
 * map was clicked beside all marks; "stop-activated" (EntMapStop): a stop was clicked, or Enter was
 * pressed on it; it is then selected in the content, too. */
GtkWidget *ent_map_view_new (void);

/* The region to draw; NULL shows the empty state. The view then looks at the content, or at the
 * whole region. */
void ent_map_view_set_region (EntMapView *self, EntRegion *region);

/* Why the empty state stands there, a translated sentence; NULL: nothing was imported yet. */
void ent_map_view_set_empty_reason (EntMapView *self, const char *reason);
/* What the empty state offers: a button with that label and detailed action, or none (NULL). */
void ent_map_view_set_empty_act (EntMapView *self, const char *label, const char *action);

/* The rounds and stops to show and whose selection to follow; NULL for none. */
void ent_map_view_set_content (EntMapView *self, EntMapContent *content);

/* Looks at all rounds and stops; at the region when there are none. */
void ent_map_view_fit (EntMapView *self);
/* Looks at the whole region. */
void ent_map_view_show_region (EntMapView *self);
/* Brings a place into view, at least at @least_zoom (5–19; 0: as it is; house numbers show at 16).
 */
void ent_map_view_show_place (EntMapView *self, EntPoint place, guint least_zoom);

/* A pin at the place, which drags and arrow keys move if @movable; a place that is not valid (NAN)
 * takes it away. */
void ent_map_view_set_pin (EntMapView *self, EntPoint place, gboolean movable);
/* Not valid when there is no pin. */
EntPoint ent_map_view_get_pin (EntMapView *self);

/* Makes what the popover of a stop shows; NULL for no popover. Transfer full (floating). */
typedef GtkWidget *(*EntMapPopoverFunc) (EntMapStop *stop, gpointer data);
void ent_map_view_set_popover_func (EntMapView *self,
                                    EntMapPopoverFunc func,
                                    gpointer data,
                                    GDestroyNotify destroy);

G_END_DECLS
