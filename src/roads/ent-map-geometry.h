/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points, lines and rings on the flat map (web mercator). Any thread. */
#pragma once

#include "ent-geo.h"

G_BEGIN_DECLS

/* The world is a square of 2^28 units a side, x to the east from 180° W, y to the south from
 * 85.05° N: a unit is 9.6 cm at 50° N. */
#define ENT_MAP_BITS 28

typedef struct
{
  gint32 x, y;
} EntMapPoint;

/* Both corners are inside; empty while west > east. */
typedef struct
{
  gint32 west, north, east, south;
} EntMapBox;

#define ENT_MAP_BOX_EMPTY ((EntMapBox) { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 })

/* The place of a position in 1e-7 degrees (WGS 84); latitudes are cut at ±85.05°. */
EntMapPoint ent_map_point (gint32 latitude, gint32 longitude);
/* And back, in degrees. */
EntPoint ent_map_to_earth (EntMapPoint point);

EntMapBox ent_map_box_of (const EntMapPoint *points, guint n_points);
EntMapBox ent_map_box_union (EntMapBox a, EntMapBox b);
gboolean ent_map_box_intersects (EntMapBox a, EntMapBox b);
/* Whether @inner lies wholly within @outer. */
gboolean ent_map_box_holds (EntMapBox outer, EntMapBox inner);

/* Leaves out in place what lies less than @tolerance units off the line (Douglas and Peucker); the
 * first and last points stay. Returns how many points are left. */
guint ent_map_simplify (EntMapPoint *points, guint n_points, int tolerance);

/* Twice the area of a ring whose last point is not the first again: positive when it turns
 * clockwise on the map, whose y points south. */
gint64 ent_map_ring_area (const EntMapPoint *points, guint n_points);

/* A point inside the ring, as far from its edge as a few tries find: where its name can stand. */
EntMapPoint ent_map_ring_inside (const EntMapPoint *points, guint n_points);

/* The parts of a line within the box: their points are put after one another into @cut (emptied
 * first), the number of points of each part into @counts (guint32). */
void ent_map_clip_line (const EntMapPoint *points,
                        guint n_points,
                        const EntMapBox *box,
                        GArray *cut,
                        GArray *counts);

/* What lies within the box of the area inside a ring, into @cut (emptied first); fewer than three
 * points when nothing does. @scratch is overwritten. */
void ent_map_clip_ring (const EntMapPoint *points,
                        guint n_points,
                        const EntMapBox *box,
                        GArray *cut,
                        GArray *scratch);

/* Place along a Hilbert curve over the world, below 2^40: near numbers are near places. */
guint64 ent_map_hilbert (EntMapPoint point);

G_END_DECLS
