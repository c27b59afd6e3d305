/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command plan: a planning problem from a file, planned, and written. One thread; the planner
 * has its own. */

#include "ent-ctl.h"
#include "ent-plan-answer.h"
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
  g_printerr (_ ("On the way: %" G_GINT64_FORMAT " minutes and %" G_GINT64_FORMAT " km."),
              ent_plan_get_travel_seconds (plan) / 60, ent_plan_get_travel_metres (plan) / 1000);
  g_printerr ("\n");
}

/* FALSE when the file brings no ways for a mode that somebody uses. */
static gboolean
check_ways (const EntPlanFile *file, GError **error)
{
  for (guint i = 0; i < file->modes->len; i++)
    {
      const EntPlanFileMode *mode = &g_array_index (file->modes, EntPlanFileMode, i);

      if (mode->has_ways)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The file does not tell the ways of the mode “%s”: give its seconds and "
                      "metres between all places."),
                   mode->id);
      return FALSE;
    }
  return TRUE;
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

static int
make (const Options *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) earlier = NULL;
  g_autoptr (GHashTable) former = NULL;
  g_autoptr (EntPlanFile) file = NULL;
  g_autoptr (EntPlan) start = NULL;
  g_autoptr (EntPlan) plan = NULL;
  g_autoptr (JsonNode) answer = NULL;
  EntPlannerOptions how = read_how (options);

  if (options->start != NULL)
    {
      earlier = ent_plan_file_load (options->start, &error);
      former = earlier != NULL ? ent_plan_answer_read_former (earlier, &error) : NULL;
      if (former == NULL)
        g_prefix_error (&error, "%s: ", options->start);
    }
  if (error == NULL)
    file = ent_plan_file_read (path, former, &error);
  if (file == NULL || !check_ways (file, &error) || !ent_planner_check (file->problem, &error))
    return ent_ctl_fail (error);
  if (earlier != NULL)
    start = ent_plan_answer_read (file, earlier, &error);
  if (error == NULL)
    plan = work_out (file, start, &how, &error);
  if (plan == NULL)
    return ent_ctl_fail (error);
  answer = ent_plan_answer_new (file, plan, &how);
  if (!save_answer (answer, options, &error))
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
