/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points on the earth, in degrees (WGS 84), and boxes around them. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double latitude;
  double longitude;
} EntPoint;

/* South-west and north-east corners; empty while south > north. Never crosses the 180th meridian.
 */
typedef struct
{
  double south, west, north, east;
} EntBox;

/* Whether the numbers are finite and within ±90 and ±180. */
gboolean ent_point_is_valid (EntPoint point);

/* Metres as the crow flies (haversine on a sphere of 6,371,008.8 m; within 0.6 % of the truth). */
double ent_geo_distance (EntPoint a, EntPoint b);

/* Metres per degree of longitude at a latitude, for flat sums over a commune. */
double ent_geo_metres_per_degree (double latitude);

/* A box that holds nothing. */
EntBox ent_box_empty (void);
gboolean ent_box_is_empty (EntBox box);

/* The smallest box holding both. */
EntBox ent_box_extend (EntBox box, EntPoint point);
EntBox ent_box_union (EntBox a, EntBox b);

/* The box that holds every point within so many metres. */
EntBox ent_box_around (EntPoint centre, double metres);

gboolean ent_box_contains (EntBox box, EntPoint point);
gboolean ent_box_intersects (EntBox a, EntBox b);
EntPoint ent_box_centre (EntBox box);

G_END_DECLS
