/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a map widget looks. Main thread.
 *
 * The library puts off the loading of tiles while the view jumps, and may then never load them
 * (seen in 1.4): for a moment after each move the view is set again, a hair's breadth aside. */
#include "ent-map-camera.h"

#include <gtk/gtk.h>
#include <math.h>

#include "ent-map-project.h"

#define NUDGE_MS 70
#define N_NUDGES 6
/* About a tenth of a millimetre. */
#define NUDGE_DEGREES 1e-9
#define ZOOM_MS 140
/* Kept free around what is fitted, for marks and buttons. */
#define PADDING 44.0

struct _EntMapCamera
{
  ShumateMap *map;
  ShumateViewport *viewport;
  guint nudge_id;
  guint n_nudges;
  gboolean is_nudging;
  guint wait_id; /* tick callback: for the size */
  EntBox wanted;
  guint most_zoom;
};

static EntPoint
get_centre (EntMapCamera *self)
{
  return (EntPoint) { shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)),
                      shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport)) };
}

static gboolean
nudge_cb (gpointer data)
{
  EntMapCamera *self = data;
  EntPoint centre = get_centre (self);

  self->is_nudging = TRUE;
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport),
                                 centre.latitude +
                                     (self->n_nudges % 2 == 0 ? NUDGE_DEGREES : -NUDGE_DEGREES),
                                 centre.longitude);
  self->is_nudging = FALSE;
  if (--self->n_nudges > 0)
    return G_SOURCE_CONTINUE;
  self->nudge_id = 0;
  return G_SOURCE_REMOVE;
}

static void
settle (EntMapCamera *self)
{
  if (self->is_nudging)
    return;
  self->n_nudges = N_NUDGES;
  if (self->nudge_id == 0)
    self->nudge_id = g_timeout_add (NUDGE_MS, nudge_cb, self);
}

EntMapCamera *
ent_map_camera_new (ShumateMap *map)
{
  EntMapCamera *self = g_new0 (EntMapCamera, 1);

  self->map = map;
  self->viewport = g_object_ref (shumate_map_get_viewport (map));
  shumate_viewport_set_min_zoom_level (self->viewport, ENT_MAP_LEAST_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, ENT_MAP_MOST_ZOOM);
  g_signal_connect_swapped (self->viewport, "notify", G_CALLBACK (settle), self);
  g_signal_connect_swapped (map, "map", G_CALLBACK (settle), self);
  return self;
}

void
ent_map_camera_free (EntMapCamera *self)
{
  g_signal_handlers_disconnect_by_data (self->viewport, self);
  g_signal_handlers_disconnect_by_data (self->map, self);
  g_clear_handle_id (&self->nudge_id, g_source_remove);
  if (self->wait_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->wait_id);
  g_object_unref (self->viewport);
  g_free (self);
}

static void
look_at (EntMapCamera *self, EntPoint centre, double zoom)
{
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (self->viewport,
                                   CLAMP (zoom, ENT_MAP_LEAST_ZOOM, ENT_MAP_MOST_ZOOM));
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), centre.latitude,
                                 centre.longitude);
}

static void
fit_now (EntMapCamera *self)
{
  EntMapSpot north_west = ent_map_project ((EntPoint) { self->wanted.north, self->wanted.west });
  EntMapSpot south_east = ent_map_project ((EntPoint) { self->wanted.south, self->wanted.east });
  double width = gtk_widget_get_width (GTK_WIDGET (self->map)) - 2.0 * PADDING;
  double height = gtk_widget_get_height (GTK_WIDGET (self->map)) - 2.0 * PADDING;
  double across = MAX (south_east.x - north_west.x, 1e-9);
  double down = MAX (south_east.y - north_west.y, 1e-9);
  double zoom = log2 (MIN (MAX (width, 64.0) / across, MAX (height, 64.0) / down) / 512.0);

  look_at (self, ent_box_centre (self->wanted), MIN (floor (zoom * 2.0) / 2.0, self->most_zoom));
}

static gboolean
size_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntMapCamera *self = data;

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  self->wait_id = 0;
  fit_now (self);
  return G_SOURCE_REMOVE;
}

void
ent_map_camera_fit (EntMapCamera *self, EntBox box, guint most_zoom)
{
  if (ent_box_is_empty (box))
    return;
  self->wanted = box;
  self->most_zoom = most_zoom;
  if (gtk_widget_get_width (GTK_WIDGET (self->map)) > 0)
    fit_now (self);
  else if (self->wait_id == 0)
    self->wait_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), size_cb, self, NULL);
}

EntBox
ent_map_camera_get_view (EntMapCamera *self)
{
  GtkWidget *widget = GTK_WIDGET (self->map);
  EntPoint north_west, south_east;

  if (gtk_widget_get_width (widget) == 0)
    return ent_box_empty ();
  north_west = ent_map_project_from_widget (self->viewport, widget, 0, 0);
  south_east = ent_map_project_from_widget (self->viewport, widget, gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget));
  return (EntBox) { south_east.latitude, north_west.longitude, north_west.latitude,
                    south_east.longitude };
}

void
ent_map_camera_show (EntMapCamera *self, EntPoint place, guint least_zoom)
{
  EntBox view = ent_map_camera_get_view (self);
  double zoom = shumate_viewport_get_zoom_level (self->viewport);
  double tall = (view.north - view.south) * 0.12, wide = (view.east - view.west) * 0.12;

  if (ent_box_is_empty (view))
    {
      ent_map_camera_fit (self, ent_box_extend (ent_box_empty (), place), MAX (least_zoom, 15));
      return;
    }
  view = (EntBox) { view.south + tall, view.west + wide, view.north - tall, view.east - wide };
  if (!ent_box_contains (view, place) || zoom < least_zoom)
    look_at (self, place, MAX (zoom, least_zoom));
}

void
ent_map_camera_pan (EntMapCamera *self, double east, double south)
{
  GtkWidget *widget = GTK_WIDGET (self->map);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  EntPoint centre = ent_map_project_from_widget (self->viewport, widget, width * (0.5 + east),
                                                 height * (0.5 + south));

  shumate_map_stop_go_to (self->map);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), centre.latitude,
                                 centre.longitude);
}

void
ent_map_camera_zoom (EntMapCamera *self, int steps)
{
  double zoom = shumate_viewport_get_zoom_level (self->viewport);
  double next = steps > 0 ? floor (zoom + 0.01) + steps : ceil (zoom - 0.01) + steps;
  EntPoint centre = get_centre (self);
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->map)), "gtk-enable-animations",
                &animated, NULL);
  shumate_map_go_to_full_with_duration (self->map, centre.latitude, centre.longitude,
                                        CLAMP (next, ENT_MAP_LEAST_ZOOM, ENT_MAP_MOST_ZOOM),
                                        animated ? ZOOM_MS : 0);
}
