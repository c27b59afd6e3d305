/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points on the earth, in degrees (WGS 84), and boxes around them. Any thread. */
#include "ent-geo.h"

#include <math.h>

/* Mean radius of the earth in metres (IUGG). */
#define RADIUS 6371008.8

static double
radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

gboolean
ent_point_is_valid (EntPoint point)
{
  return isfinite (point.latitude) && isfinite (point.longitude) && fabs (point.latitude) <= 90.0 &&
         fabs (point.longitude) <= 180.0;
}

double
ent_geo_distance (EntPoint a, EntPoint b)
{
  double half_latitude = sin (radians (b.latitude - a.latitude) / 2.0);
  double half_longitude = sin (radians (b.longitude - a.longitude) / 2.0);
  double h = half_latitude * half_latitude + cos (radians (a.latitude)) *
                                                 cos (radians (b.latitude)) * half_longitude *
                                                 half_longitude;

  return 2.0 * RADIUS * asin (sqrt (CLAMP (h, 0.0, 1.0)));
}

double
ent_geo_metres_per_degree (double latitude)
{
  return radians (1.0) * RADIUS * cos (radians (latitude));
}

EntBox
ent_box_empty (void)
{
  return (EntBox) { .south = 90.0, .west = 180.0, .north = -90.0, .east = -180.0 };
}

gboolean
ent_box_is_empty (EntBox box)
{
  return box.south > box.north || box.west > box.east;
}

EntBox
ent_box_extend (EntBox box, EntPoint point)
{
  return ent_box_union (box, (EntBox) { point.latitude, point.longitude, point.latitude,
                                        point.longitude });
}

EntBox
ent_box_union (EntBox a, EntBox b)
{
  if (ent_box_is_empty (a))
    return b;
  if (ent_box_is_empty (b))
    return a;
  return (EntBox) { MIN (a.south, b.south), MIN (a.west, b.west), MAX (a.north, b.north),
                    MAX (a.east, b.east) };
}

EntBox
ent_box_around (EntPoint centre, double metres)
{
  double angle = metres / RADIUS;
  double height = angle * 180.0 / G_PI;
  double ratio, width;

  if (!(metres >= 0.0))
    return ent_box_empty ();

  /* The widest place of the circle lies a little nearer the pole than its centre; a circle that
   * holds the pole has every longitude. */
  ratio = sin (angle) / cos (radians (centre.latitude));
  if (angle >= G_PI / 2.0 || fabs (centre.latitude) + height >= 90.0 || ratio >= 1.0)
    width = 360.0;
  else
    width = asin (ratio) * 180.0 / G_PI;

  return (EntBox) { MAX (centre.latitude - height, -90.0), MAX (centre.longitude - width, -180.0),
                    MIN (centre.latitude + height, 90.0), MIN (centre.longitude + width, 180.0) };
}

gboolean
ent_box_contains (EntBox box, EntPoint point)
{
  return point.latitude >= box.south && point.latitude <= box.north &&
         point.longitude >= box.west && point.longitude <= box.east;
}

gboolean
ent_box_intersects (EntBox a, EntBox b)
{
  return !ent_box_is_empty (a) && !ent_box_is_empty (b) && a.south <= b.north &&
         b.south <= a.north && a.west <= b.east && b.west <= a.east;
}

EntPoint
ent_box_centre (EntBox box)
{
  return (EntPoint) { (box.south + box.north) / 2.0, (box.west + box.east) / 2.0 };
}
