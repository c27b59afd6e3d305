/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points, lines and rings on the flat map (web mercator). Any thread. */
#include "ent-map-geometry.h"

#include <math.h>

#define WORLD ((double) (1 << ENT_MAP_BITS))
/* Where the square world ends, in 1e-7 degrees. */
#define EDGE_LATITUDE 850511287

EntMapPoint
ent_map_point (gint32 latitude, gint32 longitude)
{
  double angle = CLAMP (latitude, -EDGE_LATITUDE, EDGE_LATITUDE) * 1e-7 * G_PI / 180.0;
  double x = (CLAMP (longitude, -1800000000, 1800000000) * 1e-7 + 180.0) / 360.0;
  double sine = sin (angle);
  double y = 0.5 - log ((1.0 + sine) / (1.0 - sine)) / (4.0 * G_PI);

  return (EntMapPoint) { (gint32) CLAMP (x * WORLD, 0.0, WORLD - 1.0),
                         (gint32) CLAMP (y * WORLD, 0.0, WORLD - 1.0) };
}

EntPoint
ent_map_to_earth (EntMapPoint point)
{
  double north = G_PI * (1.0 - 2.0 * point.y / WORLD);

  return (EntPoint) { atan (sinh (north)) * 180.0 / G_PI, point.x / WORLD * 360.0 - 180.0 };
}

EntMapBox
ent_map_box_of (const EntMapPoint *points, guint n_points)
{
  EntMapBox box = ENT_MAP_BOX_EMPTY;

  for (guint i = 0; i < n_points; i++)
    {
      box.west = MIN (box.west, points[i].x);
      box.east = MAX (box.east, points[i].x);
      box.north = MIN (box.north, points[i].y);
      box.south = MAX (box.south, points[i].y);
    }
  return box;
}

EntMapBox
ent_map_box_union (EntMapBox a, EntMapBox b)
{
  return (EntMapBox) { MIN (a.west, b.west), MIN (a.north, b.north), MAX (a.east, b.east),
                       MAX (a.south, b.south) };
}

gboolean
ent_map_box_intersects (EntMapBox a, EntMapBox b)
{
  return a.west <= b.east && b.west <= a.east && a.north <= b.south && b.north <= a.south;
}

gboolean
ent_map_box_holds (EntMapBox outer, EntMapBox inner)
{
  return inner.west >= outer.west && inner.east <= outer.east && inner.north >= outer.north &&
         inner.south <= outer.south;
}

/* The square of how far a point lies from the segment. */
static double
distance_squared (EntMapPoint point, EntMapPoint from, EntMapPoint to)
{
  double dx = (double) to.x - from.x, dy = (double) to.y - from.y;
  double px = (double) point.x - from.x, py = (double) point.y - from.y;
  double length = dx * dx + dy * dy;
  double along = length > 0.0 ? (px * dx + py * dy) / length : 0.0;

  along = CLAMP (along, 0.0, 1.0);
  px -= along * dx;
  py -= along * dy;
  return px * px + py * py;
}

typedef struct
{
  guint first, last;
} Span;

/* Marks the points that must stay. */
static void
keep_far_points (const EntMapPoint *points, guint8 *keep, guint n_points, double limit)
{
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Span));
  Span whole = { 0, n_points - 1 };

  g_array_append_val (stack, whole);
  while (stack->len > 0)
    {
      Span span = g_array_index (stack, Span, stack->len - 1);
      Span before, after;
      double farthest = limit;
      guint middle = 0;

      g_array_set_size (stack, stack->len - 1);
      for (guint i = span.first + 1; i < span.last; i++)
        {
          double distance = distance_squared (points[i], points[span.first], points[span.last]);

          if (distance > farthest)
            {
              farthest = distance;
              middle = i;
            }
        }
      if (middle == 0)
        continue;
      keep[middle] = 1;
      before = (Span) { span.first, middle };
      after = (Span) { middle, span.last };
      g_array_append_val (stack, before);
      g_array_append_val (stack, after);
    }
}

guint
ent_map_simplify (EntMapPoint *points, guint n_points, int tolerance)
{
  g_autofree guint8 *keep = NULL;
  guint n = 0;

  if (n_points <= 2 || tolerance <= 0)
    return n_points;

  /* What is as near to the point before it would be left out anyway, and this costs less. */
  for (guint i = 0; i < n_points; i++)
    {
      if (n > 0 && i + 1 < n_points && ABS (points[i].x - points[n - 1].x) < tolerance &&
          ABS (points[i].y - points[n - 1].y) < tolerance)
        continue;
      points[n++] = points[i];
    }
  if (n <= 2)
    return n;

  n_points = n;
  keep = g_malloc0 (n_points);
  keep[0] = keep[n_points - 1] = 1;
  keep_far_points (points, keep, n_points, (double) tolerance * tolerance);
  n = 0;
  for (guint i = 0; i < n_points; i++)
    if (keep[i])
      points[n++] = points[i];
  return n;
}

gint64
ent_map_ring_area (const EntMapPoint *points, guint n_points)
{
  gint64 sum = 0;

  /* From the first point, so that no product overflows. */
  for (guint i = 1; i + 1 < n_points; i++)
    sum += (gint64) (points[i].x - points[0].x) * (points[i + 1].y - points[0].y) -
           (gint64) (points[i + 1].x - points[0].x) * (points[i].y - points[0].y);
  return sum;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The widest piece of the ring on the parallel @y: its width, and its middle in @middle. */
static double
widest_span (const EntMapPoint *points, guint n_points, double y, double *middle)
{
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  double widest = 0.0;

  for (guint i = 0; i < n_points; i++)
    {
      EntMapPoint a = points[i], b = points[(i + 1) % n_points];

      if ((a.y > y) != (b.y > y))
        {
          double x = a.x + (y - a.y) * ((double) b.x - a.x) / ((double) b.y - a.y);

          g_array_append_val (crossings, x);
        }
    }
  g_array_sort (crossings, compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double from = g_array_index (crossings, double, i);
      double to = g_array_index (crossings, double, i + 1);

      if (to - from > widest)
        {
          widest = to - from;
          *middle = (from + to) / 2.0;
        }
    }
  return widest;
}

EntMapPoint
ent_map_ring_inside (const EntMapPoint *points, guint n_points)
{
  EntMapBox box = ent_map_box_of (points, n_points);
  EntMapPoint best = { box.west / 2 + box.east / 2, box.north / 2 + box.south / 2 };
  double widest = 0.0;

  /* The middle first: it wins when the shape is plain. */
  static const double tries[] = { 0.5, 0.4, 0.6, 0.3, 0.7 };
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double y = box.north + ((double) box.south - box.north) * tries[i] + 0.5;
      double middle = 0.0;
      double width = widest_span (points, n_points, y, &middle);

      if (width > widest * 1.25)
        {
          widest = width;
          best = (EntMapPoint) { (gint32) middle, (gint32) y };
        }
    }
  return best;
}

/* The stretch of the segment within the box as two fractions (Liang and Barsky). */
static gboolean
clip_segment (EntMapPoint from, EntMapPoint to, const EntMapBox *box, double *start, double *end)
{
  double dx = (double) to.x - from.x, dy = (double) to.y - from.y;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { (double) from.x - box->west, (double) box->east - from.x,
                  (double) from.y - box->north, (double) box->south - from.y };

  *start = 0.0;
  *end = 1.0;
  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0.0)
        {
          if (q[i] < 0.0)
            return FALSE;
        }
      else if (p[i] < 0.0)
        *start = MAX (*start, q[i] / p[i]);
      else
        *end = MIN (*end, q[i] / p[i]);
    }
  return *start <= *end;
}

static EntMapPoint
between (EntMapPoint from, EntMapPoint to, double fraction)
{
  return (EntMapPoint) { (gint32) lround (from.x + ((double) to.x - from.x) * fraction),
                         (gint32) lround (from.y + ((double) to.y - from.y) * fraction) };
}

void
ent_map_clip_line (const EntMapPoint *points,
                   guint n_points,
                   const EntMapBox *box,
                   GArray *cut,
                   GArray *counts)
{
  guint32 n_part = 0;

  g_array_set_size (cut, 0);
  g_array_set_size (counts, 0);
  for (guint i = 0; i + 1 < n_points; i++)
    {
      EntMapPoint a, b;
      double start, end;

      if (!clip_segment (points[i], points[i + 1], box, &start, &end))
        continue;
      a = start > 0.0 ? between (points[i], points[i + 1], start) : points[i];
      b = end < 1.0 ? between (points[i], points[i + 1], end) : points[i + 1];
      if (n_part > 0 && start > 0.0)
        {
          g_array_append_val (counts, n_part);
          n_part = 0;
        }
      if (n_part == 0)
        {
          g_array_append_val (cut, a);
          n_part = 1;
        }
      g_array_append_val (cut, b);
      n_part++;
      if (end < 1.0)
        {
          g_array_append_val (counts, n_part);
          n_part = 0;
        }
    }
  if (n_part > 0)
    g_array_append_val (counts, n_part);
}

/* Cuts a ring along one edge of the box: @edge 0 west, 1 east, 2 north, 3 south. */
static gboolean
is_within (EntMapPoint point, int edge, gint32 limit)
{
  switch (edge)
    {
    case 0:
      return point.x >= limit;
    case 1:
      return point.x <= limit;
    case 2:
      return point.y >= limit;
    default:
      return point.y <= limit;
    }
}

static EntMapPoint
cross_edge (EntMapPoint a, EntMapPoint b, int edge, gint32 limit)
{
  if (edge < 2)
    return (EntMapPoint) { limit,
                           (gint32) lround (a.y + ((double) limit - a.x) * ((double) b.y - a.y) /
                                                      ((double) b.x - a.x)) };
  return (EntMapPoint) { (gint32) lround (a.x + ((double) limit - a.y) * ((double) b.x - a.x) /
                                                    ((double) b.y - a.y)),
                         limit };
}

static void
cut_along (GArray *ring, int edge, gint32 limit, GArray *cut)
{
  EntMapPoint before;

  g_array_set_size (cut, 0);
  if (ring->len == 0)
    return;
  before = g_array_index (ring, EntMapPoint, ring->len - 1);
  for (guint i = 0; i < ring->len; i++)
    {
      EntMapPoint point = g_array_index (ring, EntMapPoint, i);
      gboolean inside = is_within (point, edge, limit);

      if (inside != is_within (before, edge, limit))
        {
          EntMapPoint crossing = cross_edge (before, point, edge, limit);

          g_array_append_val (cut, crossing);
        }
      if (inside)
        g_array_append_val (cut, point);
      before = point;
    }
}

void
ent_map_clip_ring (const EntMapPoint *points,
                   guint n_points,
                   const EntMapBox *box,
                   GArray *cut,
                   GArray *scratch)
{
  gint32 limits[4] = { box->west, box->east, box->north, box->south };

  g_array_set_size (cut, 0);
  g_array_append_vals (cut, points, n_points);
  for (int edge = 0; edge < 4; edge += 2)
    {
      cut_along (cut, edge, limits[edge], scratch);
      cut_along (scratch, edge + 1, limits[edge + 1], cut);
    }
}

guint64
ent_map_hilbert (EntMapPoint point)
{
  guint32 x = (guint32) point.x, y = (guint32) point.y;
  guint64 place = 0;

  for (guint32 side = 1u << (ENT_MAP_BITS - 1); side >= 1u << (ENT_MAP_BITS - 20); side >>= 1)
    {
      guint32 right = (x & side) != 0, low = (y & side) != 0;

      place = (place << 2) | ((3 * right) ^ low);
      if (low == 0)
        {
          guint32 swap;

          if (right == 1)
            {
              x = ~x;
              y = ~y;
            }
          swap = x;
          x = y;
          y = swap;
        }
    }
  return place;
}
