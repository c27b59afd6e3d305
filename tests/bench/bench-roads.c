/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the roads of an extract: how long it takes to import, stage by stage. The file to read
 * is the argument; times are of the processor, one thread. */

#include <glib/gstdio.h>
#include <time.h>

#include "ent-region-build.h"
#include "ent-region.h"

typedef struct
{
  double seconds[ENT_REGION_N_STAGES];
  EntRegionStage stage;
  double since;
} Stages;

/* Time of this thread on the processor, in seconds: what others do on the machine does not count.
 */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
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
  double start = stages.since;
  EntRegion *region;

  if (!ent_region_build (&sources, target, stage_cb, &stages, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < ENT_REGION_N_STAGES; i++)
    print_row (ent_region_stage_text (i), stages.seconds[i], "s");
  print_row ("Import", processor_time () - start, "s");
  region = ent_region_open (target, &error);
  if (region == NULL)
    g_error ("%s", error->message);
  print_row ("Region", (double) ent_region_get_size (region) / 1e6, "MB");
  return region;
}

int
main (int argc, char **argv)
{
  g_autofree char *target = NULL;
  g_autoptr (EntRegion) region = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-roads EXTRACT\n");
      return 2;
    }
  target = g_build_filename (g_get_tmp_dir (), "bench-roads.region", NULL);
  region = import (argv[1], target);
  g_unlink (target);
  return 0;
}
