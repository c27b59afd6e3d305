/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command plan: a planning problem from a file, planned, and written. One thread; the planner
 * has its own. */

#include "ent-ctl.h"
#include "ent-plan-answer.h"
#include "ent-plan-map.h"
#include "ent-plan-ways.h"
#include "ent-planner.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>

#define DEFAULT_SECONDS 10
#define MAX_THREADS 16

typedef struct
{
  char *output;
  char *start;
  char *region;
  char *map;
  double seconds;
  gint64 iterations;
  gint64 seed;
  int threads;
  gboolean few_changes;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->start);
  g_free (self->region);
  g_free (self->map);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  EntPlan *plan;
  GError *error;
} Work;

static void
progress_cb (const EntPlannerProgress *progress, gpointer word)
{
  ent_ctl_progress ((guint64) (progress->fraction * 1000), 1000, word);
}

/* The best plan so far is written all the same. */
static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;

  work->plan = ent_planner_run_finish (result, &work->error);
  g_main_loop_quit (work->loop);
}

/* NULL with error. */
static EntPlan *
work_out (EntPlanFile *file, EntPlan *start, const EntPlannerOptions *how, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work work = { loop, cancellable, NULL, NULL };
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, cancellable);

  ent_planner_run_async (file->problem, &file->weights, start, how, progress_cb,
                         (gpointer) _ ("Planning…"), cancellable, planned_cb, &work);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  ent_ctl_progress_end ();
  if (work.error != NULL)
    g_propagate_error (error, work.error);
  return work.plan;
}

static gboolean
save_answer (JsonNode *answer, const Options *options, GError **error)
{
  g_autofree char *text = json_to_string (answer, TRUE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return ent_ctl_save (line, strlen (line), options->output, error);
}

static void
tell (const EntPlanFile *file, EntPlan *plan)
{
  int n_visits = ent_plan_problem_get_n_visits (file->problem);
  int left_out = 0;
  g_autofree char *placed = NULL;

  for (EntPlanPriority i = 0; i < ENT_PLAN_N_PRIORITIES; i++)
    left_out += ent_plan_get_n_unplaced (plan, i);
  placed = g_strdup_printf (ngettext ("%d of %d visit is planned.", "%d of %d visits are planned.",
                                      (gulong) n_visits),
                            n_visits - left_out, n_visits);
  g_printerr ("%s ", placed);
  g_printerr (_ ("On the way: %d minutes and %d km."),
              (int) (ent_plan_get_travel_seconds (plan) / 60),
              (int) (ent_plan_get_travel_metres (plan) / 1000));
  g_printerr ("\n");
}

static EntPlannerOptions
read_how (const Options *options)
{
  EntPlannerOptions how = { .seed = (guint64) options->seed,
                            .threads = options->threads,
                            .seconds = options->seconds,
                            .iterations = options->iterations };

  if (options->iterations > 0 && options->seconds == 0)
    how.seconds = 0;
  else if (options->seconds == 0)
    how.seconds = DEFAULT_SECONDS;
  if (options->few_changes)
    how.freedom = ENT_PLANNER_FEW_CHANGES;
  return how;
}

/* The map beside the answer, when it is asked for. */
static gboolean
save_map (const Options *options,
          const EntPlanFile *file,
          EntPlan *plan,
          EntRoads *roads,
          GError **error)
{
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gsize length;
  gconstpointer data;

  if (options->map == NULL)
    return TRUE;
  if (options->region != NULL)
    region = ent_region_open (options->region, error);
  if (options->region != NULL && region == NULL)
    return FALSE;
  pdf = ent_plan_map_draw (file, plan, region, roads, error);
  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  return ent_ctl_save (data, length, options->map, error);
}

/* NULL without error when no region is named. */
static EntRoads *
open_roads (const Options *options, GError **error)
{
  g_autoptr (EntRegion) region = NULL;

  if (options->region == NULL)
    return NULL;
  region = ent_region_open (options->region, error);
  if (region != NULL)
    return ent_roads_open (region, error);
  g_prefix_error (error, "%s: ", options->region);
  return NULL;
}

/* An earlier answer, and by visit what it said; NULL without error when none is named. */
static JsonNode *
read_earlier (const Options *options, GHashTable **former, GError **error)
{
  g_autoptr (JsonNode) earlier = NULL;

  if (options->start == NULL)
    return NULL;
  earlier = ent_plan_file_load (options->start, error);
  *former = earlier != NULL ? ent_plan_answer_read_former (earlier, error) : NULL;
  if (*former != NULL)
    return g_steal_pointer (&earlier);
  g_prefix_error (error, "%s: ", options->start);
  return NULL;
}

/* The problem with all its ways, checked. */
static EntPlanFile *
read_problem (const char *path, GHashTable *former, EntRoads *roads, GError **error)
{
  g_autoptr (EntPlanFile) file = ent_plan_file_read (path, former, error);

  return file != NULL && ent_plan_ways_fill (file, roads, error) &&
                 ent_planner_check (file->problem, error)
             ? g_steal_pointer (&file)
             : NULL;
}

static int
make (const Options *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) former = NULL;
  g_autoptr (JsonNode) earlier = read_earlier (options, &former, &error);
  g_autoptr (EntRoads) roads = error == NULL ? open_roads (options, &error) : NULL;
  g_autoptr (EntPlanFile) file = NULL;
  g_autoptr (EntPlan) start = NULL;
  g_autoptr (EntPlan) plan = NULL;
  g_autoptr (JsonNode) answer = NULL;
  EntPlannerOptions how = read_how (options);

  if (error == NULL)
    file = read_problem (path, former, roads, &error);
  if (file != NULL && options->map != NULL)
    ent_plan_map_check (file, &error);
  if (error == NULL && earlier != NULL)
    start = ent_plan_answer_read (file, earlier, &error);
  if (error == NULL)
    plan = work_out (file, start, &how, &error);
  if (plan == NULL)
    return ent_ctl_fail (error);
  answer = ent_plan_answer_new (file, plan, &how);
  if (!save_answer (answer, options, &error) || !save_map (options, file, plan, roads, &error))
    return ent_ctl_fail (error);
  tell (file, plan);
  return ENT_CTL_OK;
}

int
ent_ctl_plan (int argc, char **argv)
{
  g_auto (Options) options = { .seed = 1, .threads = 1 };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds,
      N_("How long to plan; 10 when nothing is said"), N_("NUMBER") },
    { "iterations", 0, 0, G_OPTION_ARG_INT64, &options.iterations,
      N_("How many steps to plan instead: the same number gives the same plan"), N_("NUMBER") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads,
      N_("How many threads plan, up to 16"), N_("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed,
      N_("Another number may find another plan"), N_("NUMBER") },
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &options.start,
      N_("Start from the plan that an earlier call wrote"), N_("FILE") },
    { "few-changes", 0, 0, G_OPTION_ARG_NONE, &options.few_changes,
      N_("Leave what need not change as it is in that plan"), NULL },
    { "region", 0, 0, G_OPTION_ARG_FILENAME, &options.region,
      N_("Take the ways from the roads of this region, by the coordinates of the places"),
      N_("FILE") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &options.map,
      N_("Write the routes on a map, and the stops in tables, as PDF"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;

  if (!ent_ctl_parse ("plan", entries, argc, argv, 1, 1, &words))
    return ENT_CTL_USAGE;
  if (options.threads < 1 || options.threads > MAX_THREADS)
    return ent_ctl_misused (_ ("Plan with 1 to %d threads."), MAX_THREADS);
  if (options.seconds < 0 || options.iterations < 0 || options.seed < 0)
    return ent_ctl_misused (_ ("Seconds, iterations and seed are not below 0."));
  if (options.few_changes && options.start == NULL)
    return ent_ctl_misused (_ ("With --few-changes, name the plan with --start."));
  return make (&options, words[0]);
}
