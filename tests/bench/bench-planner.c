/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans public instances and prints what the plans cost:
 * bench-planner INSTANCE... [--seconds S] [--iterations N] [--threads N] [--seed K] [--out FILE].
 * An instance is a file of Solomon's form, a home-care file (JSON, gzip or not), or the name of an
 * invented commune (ent-bench-commune.h). Seconds are of processor time with one thread and of the
 * wall with more. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "ent-bench-commune-run.h"
#include "ent-bench-homecare.h"
#include "ent-bench-vrptw.h"

static double seconds = 10;
static gint64 iterations, seed = 1;
static int n_threads = 1;
static char *out;
static char **paths;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, "Processor time an instance", "S" },
  { "iterations", 0, 0, G_OPTION_ARG_INT64, &iterations, "Steps a thread, in place of S", "N" },
  { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, "Threads; with more than one, S is wall time",
    "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Seed of the random numbers", "K" },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "File for the routes, one a line", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "INSTANCE..." },
  { NULL },
};

typedef struct
{
  double sum;
  int n, n_seen;
  EntBenchCareSums care;
} Mean;

static void
write_routes (FILE *file, const EntPlainPlan *plan)
{
  for (int i = 0; i < plan->n_stops; i++)
    if (plan->stops[i] == 0)
      fputc ('\n', file);
    else
      fprintf (file, i > 0 && plan->stops[i - 1] != 0 ? " %d" : "%d", plan->stops[i]);
}

static void
print_plan (const EntBenchVrptw *instance, const EntPlainPlan *plan, double best)
{
  printf ("%-12s %10.1f %8d %8.2f %10" G_GINT64_FORMAT, instance->name, (double) plan->cost / 10,
          plan->n_routes, plan->seconds, plan->iterations / 1000);
  if (best > 0)
    printf (" %8.3f %%", (plan->cost / 10.0 / best - 1) * 100);
  if (plan->n_unplaced > 0)
    printf ("  %d not placed", plan->n_unplaced);
  printf ("\n");
  fflush (stdout);
}

static void
print_head (void)
{
  printf ("%-12s %10s %8s %8s %10s %10s\n", "instance", "cost", "vehicles", "seconds", "10^3 steps",
          "gap");
}

static gboolean
run_vrptw (const char *path, const char *text, FILE *file, Mean *mean, GError **error)
{
  g_autoptr (EntBenchVrptw) instance = ent_bench_vrptw_parse (text, error);
  g_autoptr (EntPlainPlan) plan = NULL;
  EntPlainOptions options = { .seed = (guint64) seed, .n_threads = n_threads };
  double best;

  if (instance == NULL)
    return FALSE;
  if (mean->n_seen++ == 0)
    print_head ();
  if (iterations > 0)
    options.iterations = iterations;
  else
    options.seconds = seconds;
  plan = ent_plain_solve (&instance->problem, &options, error);
  if (plan == NULL)
    return FALSE;
  best = ent_bench_vrptw_best_known (path, instance->name);
  print_plan (instance, plan, best);
  if (best > 0)
    {
      mean->sum += (plan->cost / 10.0 / best - 1) * 100;
      mean->n++;
    }
  if (file != NULL && g_strv_length (paths) > 1)
    fprintf (file, "# %s\n", instance->name);
  if (file != NULL)
    write_routes (file, plan);
  return TRUE;
}

static void
print_name (const char *path, FILE *file)
{
  g_autofree char *name = g_path_get_basename (path);

  if (file != NULL && g_strv_length (paths) > 1)
    fprintf (file, "# %s\n", name);
}

static gboolean
run_instance (const char *path, FILE *file, Mean *mean, GError **error)
{
  EntBenchCareOptions care = { seconds, n_threads, (guint64) seed, file };
  const EntBenchCommune *commune = ent_bench_commune_find (path);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *text = NULL;

  if (commune != NULL)
    {
      ent_bench_commune_run (commune, &care, &mean->care);
      return TRUE;
    }
  content = ent_bench_read (path, error);
  if (content == NULL)
    return FALSE;
  if (ent_bench_care_knows (content))
    {
      if (mean->care.n == 0)
        ent_bench_care_print_head ();
      print_name (path, file);
      return ent_bench_care_run (path, &care, &mean->care, error);
    }
  text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (ent_bench_vrptw_is_like (text))
    return run_vrptw (path, text, file, mean, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not an instance that is known here");
  return FALSE;
}

static int
run_all (FILE *file)
{
  Mean mean = { 0 };
  int status = EXIT_SUCCESS;

  for (int i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!run_instance (paths[i], file, &mean, &error))
        {
          g_printerr ("%s: %s\n", paths[i], error->message);
          status = EXIT_FAILURE;
        }
    }
  if (mean.n > 1)
    printf ("%-12s %50.3f %%\n", "mean", mean.sum / mean.n);
  if (mean.care.n_compared > 1)
    printf ("%-12s %50.3f %%\n", "mean", mean.care.gap / mean.care.n_compared);
  return mean.care.n_broken > 0 ? EXIT_FAILURE : status;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  FILE *file = NULL;
  int status;

  setlocale (LC_NUMERIC, "C");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || paths == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Which instance?");
      return EXIT_FAILURE;
    }
  if (out != NULL && (file = fopen (out, "w")) == NULL)
    {
      g_printerr ("%s cannot be written.\n", out);
      return EXIT_FAILURE;
    }
  status = run_all (file);
  if (file != NULL && fclose (file) != 0)
    status = EXIT_FAILURE;
  return status;
}
