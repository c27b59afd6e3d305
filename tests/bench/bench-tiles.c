/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the tiles of a region's map: every tile of every zoom. */

#include "bench-tiles.h"

#include <math.h>
#include <time.h>

#include "ent-map-geometry.h"
#include "ent-road-position.h"
#include "ent-tile.h"

/* The deepest zoom has so many tiles that a sample serves. */
#define SAMPLE_ZOOM 17
#define SAMPLE_STEP 7

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
make_tiles (EntTileMaker *maker, EntBox box, guint zoom, GArray *times, gsize *bytes)
{
  EntE7 north_west = ent_e7_from_point ((EntPoint) { box.north, box.west });
  EntE7 south_east = ent_e7_from_point ((EntPoint) { box.south, box.east });
  EntMapPoint low = ent_map_point (north_west.latitude, north_west.longitude);
  EntMapPoint high = ent_map_point (south_east.latitude, south_east.longitude);
  guint shift = ENT_MAP_BITS - zoom, step = zoom >= SAMPLE_ZOOM ? SAMPLE_STEP : 1;

  for (guint y = (guint) low.y >> shift; y <= (guint) high.y >> shift; y += step)
    for (guint x = (guint) low.x >> shift; x <= (guint) high.x >> shift; x += step)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) tile = NULL;
        double start = processor_time (), time;

        tile = ent_tile_make (maker, zoom, x, y, &error);
        time = (processor_time () - start) * 1e3;
        if (tile == NULL)
          g_error ("%s", error->message);
        *bytes += g_bytes_get_size (tile);
        g_array_append_val (times, time);
      }
}

void
bench_tiles (EntRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTileMaker) maker = ent_tile_maker_new (region, &error);

  if (maker == NULL)
    g_error ("%s", error->message);
  g_print ("%-34s %10s %10s %10s %10s\n", "Tiles", "number", "p95 ms", "most ms", "mean kB");
  for (guint zoom = 8; zoom <= ENT_TILE_MAX_ZOOM; zoom++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      g_autofree char *what = g_strdup_printf ("  zoom %u", zoom);
      gsize bytes = 0;

      make_tiles (maker, ent_tile_get_box (region), zoom, times, &bytes);
      g_array_sort (times, compare_times);
      g_print ("%-34s %10u %10.3f %10.3f %10.2f\n", what, times->len,
               g_array_index (times, double, (guint) floor (0.95 * (times->len - 1))),
               g_array_index (times, double, times->len - 1), (double) bytes / times->len / 1e3);
    }
}
