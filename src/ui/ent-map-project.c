/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the earth and the pixels of a map widget. Main thread. */
#include "ent-map-project.h"

#include <gtk/gtk.h>
#include <math.h>

/* Tiles are 512 pixels wide, and one holds the world at zoom 0. */
#define TILE_SIDE 512.0

EntMapSpot
ent_map_project (EntPoint point)
{
  double latitude = CLAMP (point.latitude, SHUMATE_MIN_LATITUDE, SHUMATE_MAX_LATITUDE);

  return (EntMapSpot) { (point.longitude + 180.0) / 360.0,
                        0.5 - asinh (tan (latitude * G_PI / 180.0)) / (2.0 * G_PI) };
}

double
ent_map_project_scale (ShumateViewport *viewport)
{
  return TILE_SIDE * exp2 (shumate_viewport_get_zoom_level (viewport));
}

static EntMapSpot
centre (ShumateViewport *viewport)
{
  return ent_map_project (
      (EntPoint) { shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                   shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) });
}

graphene_point_t
ent_map_project_to_widget (ShumateViewport *viewport, GtkWidget *widget, EntMapSpot spot)
{
  EntMapSpot middle = centre (viewport);
  double scale = ent_map_project_scale (viewport);

  return GRAPHENE_POINT_INIT (
      (float) ((spot.x - middle.x) * scale + gtk_widget_get_width (widget) / 2.0),
      (float) ((spot.y - middle.y) * scale + gtk_widget_get_height (widget) / 2.0));
}

EntPoint
ent_map_project_from_widget (ShumateViewport *viewport, GtkWidget *widget, double x, double y)
{
  EntMapSpot middle = centre (viewport);
  double scale = ent_map_project_scale (viewport);
  double to_east = middle.x + (x - gtk_widget_get_width (widget) / 2.0) / scale;
  double to_south = middle.y + (y - gtk_widget_get_height (widget) / 2.0) / scale;

  return (EntPoint) { atan (sinh ((0.5 - to_south) * 2.0 * G_PI)) * 180.0 / G_PI,
                      CLAMP (to_east * 360.0 - 180.0, -180.0, 180.0) };
}
