/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the roads of an extract: how long it takes to import, stage by stage and in all. The
 * file to read is the argument; times are of the processor, one thread. */

#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#include "bench-addresses.h"
#include "bench-tiles.h"
#include "ent-region-build.h"
#include "ent-region.h"
#include "ent-roads.h"

typedef struct
{
  double seconds[ENT_REGION_N_STAGES];
  EntRegionStage stage;
  double since;
} Stages;

/* Time on the processor, in seconds: what others do on the machine does not count. */
static double
clock_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Of this thread. */
static double
processor_time (void)
{
  return clock_time (CLOCK_THREAD_CPUTIME_ID);
}

static void
stage_cb (EntRegionStage stage, double fraction, gpointer data)
{
  Stages *stages = data;
  double now = processor_time ();

  stages->seconds[stages->stage] += now - stages->since;
  stages->stage = stage;
  stages->since = now;
}

static void
print_row (const char *what, double value, const char *unit)
{
  g_print ("%-34s %10.4f %s\n", what, value, unit);
}

static EntRegion *
import (const char *extract, const char *target)
{
  EntRegionSources sources = { extract, NULL, NULL };
  Stages stages = { .since = processor_time () };
  g_autoptr (GError) error = NULL;
  double start = clock_time (CLOCK_PROCESS_CPUTIME_ID);
  EntRegion *region;

  if (!ent_region_build (&sources, target, stage_cb, &stages, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < ENT_REGION_N_STAGES; i++)
    print_row (ent_region_stage_text (i), stages.seconds[i], "s");
  /* Of every thread, had it any: what one core needs for the roads, the addresses and the map. */
  print_row ("Import, all parts, one core", clock_time (CLOCK_PROCESS_CPUTIME_ID) - start, "s");
  region = ent_region_open (target, &error);
  if (region == NULL)
    g_error ("%s", error->message);
  print_row ("Region", (double) ent_region_get_size (region) / 1e6, "MB");
  return region;
}

/* Places near a road, the same in every run. */
static EntPoint *
choose_places (EntRegion *region, EntRoads *roads, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  EntBox box = ent_region_get_box (region);
  EntPoint *places = g_new (EntPoint, n);
  EntRoadPlace found;

  for (guint i = 0, tries = 0; i < n && tries < 1000 * n; tries++)
    {
      places[i].latitude = g_rand_double_range (random, box.south, box.north);
      places[i].longitude = g_rand_double_range (random, box.west, box.east);
      if (ent_roads_snap (roads, ENT_ROAD_CAR, places[i], &found) &&
          found.metres < ENT_ROADS_WARN_METRES)
        i++;
    }
  return places;
}

static double
time_table (EntRoads *roads, EntTravelQuery query, gboolean plain, EntTravelTable **table)
{
  g_autoptr (GError) error = NULL;
  double start = processor_time ();

  query.plain = plain;
  *table = ent_roads_table (roads, &query, NULL, &error);
  if (*table == NULL)
    g_error ("%s", error->message);
  return processor_time () - start;
}

static void
measure_tables (EntRoads *roads, EntRoadMode mode, const EntPoint *places)
{
  static const char *const names[] = { "car", "bicycle", "foot" };
  static const guint sizes[] = { 100, 300, 500 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      EntTravelQuery query = { .mode = mode, .from = places, .n_from = sizes[i] };
      g_autoptr (EntTravelTable) first = NULL;
      g_autoptr (EntTravelTable) slow = NULL;
      g_autoptr (EntTravelTable) fast = NULL;
      double first_seconds = time_table (roads, query, FALSE, &first);
      double slow_seconds = time_table (roads, query, TRUE, &slow);
      double fast_seconds = time_table (roads, query, FALSE, &fast);
      guint n_differing = 0, n_never = 0;

      for (guint j = 0; j < sizes[i] * sizes[i]; j++)
        {
          n_differing += slow->seconds[j] != fast->seconds[j] || slow->metres[j] != fast->metres[j];
          n_never += fast->seconds[j] == ENT_ROADS_NEVER;
        }
      g_print ("%-8s %4u x %-4u %10.4f s plain %10.5f s hierarchy (first %.4f) %6u differ %6u "
               "unreachable\n",
               names[mode], sizes[i], sizes[i], slow_seconds, fast_seconds, first_seconds,
               n_differing, n_never);
    }
}

static int
compare_numbers_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
print_spread (const char *what, double *seconds, gsize n)
{
  qsort (seconds, n, sizeof *seconds, compare_numbers_cb);
  g_print ("%-34s %10.3f ms median %10.3f ms at 95 %%\n", what, seconds[n / 2] * 1e3,
           seconds[n * 95 / 100] * 1e3);
}

static void
measure_ways (EntRoads *roads, const EntPoint *places, guint n)
{
  g_autofree double *seconds = g_new (double, n);

  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      for (guint i = 0; i + 1 < n; i++)
        {
          EntTravelQuery query = { .mode = mode, .from = places + i, .n_from = 2 };
          double start = processor_time ();
          g_autoptr (EntRoute) route = ent_roads_route (roads, &query, NULL);

          seconds[i] = processor_time () - start;
        }
      print_spread (mode == ENT_ROAD_CAR       ? "A way by car"
                    : mode == ENT_ROAD_BICYCLE ? "A way by bicycle"
                                               : "A way on foot",
                    seconds, n - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      EntRoadPlace found;
      double start = processor_time ();

      ent_roads_snap (roads, ENT_ROAD_CAR, places[i], &found);
      seconds[i] = processor_time () - start;
    }
  print_spread ("A place on a road", seconds, n);
}

int
main (int argc, char **argv)
{
  g_autofree char *target = NULL;
  g_autofree EntPoint *places = NULL;
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (EntRoads) roads = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  if (argc != 2 && !(argc == 3 && g_str_equal (argv[2], "--register")))
    {
      g_printerr ("Usage: bench-roads EXTRACT [--register]\n");
      return 2;
    }
  target = g_strdup_printf ("%s/bench-roads-%d.region", g_get_tmp_dir (), (int) getpid ());
  region = import (argv[1], target);
  start = processor_time ();
  roads = ent_roads_open (region, &error);
  if (roads == NULL)
    g_error ("%s", error->message);
  print_row ("Opening the roads", processor_time () - start, "s");
  print_row ("Vertices", (double) ent_region_get_count (region, "vertices"), "");
  print_row ("Edges", (double) ent_region_get_count (region, "edges"), "");
  places = choose_places (region, roads, 500);
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    measure_tables (roads, mode, places);
  measure_ways (roads, places, 200);
  bench_tiles (region);
  bench_addresses (region);
  if (argc == 3)
    bench_register (argv[1]);
  g_unlink (target);
  return 0;
}
