/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a region on a thread of its own, with its progress told where the caller is. Any thread
 * that has a main context. */
#include "ent-region-build.h"

/* Steps smaller than this are not told: each wakes the window. */
#define LEAST_STEP 0.01

typedef struct
{
  char *osm_path;
  GBytes *osm;
  GStrv address_paths;
  char *name;
  gboolean is_demo;
  char *target;
  EntRegionProgress progress;
  EntRegionStage last_stage; /* the worker's */
  double last_fraction;
} Job;

typedef struct
{
  GTask *task;
  EntRegionStage stage;
  double fraction;
} Step;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->osm_path);
  g_clear_pointer (&job->osm, g_bytes_unref);
  g_strfreev (job->address_paths);
  g_free (job->name);
  g_free (job->target);
  g_free (job);
}

static gboolean
step_told_cb (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task))
    job->progress.func (step->stage, step->fraction, job->progress.data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static void
stepped_cb (EntRegionStage stage, double fraction, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  Step *step;

  if (stage == job->last_stage && fraction < job->last_fraction + LEAST_STEP && fraction < 1.0)
    return;
  job->last_stage = stage;
  job->last_fraction = fraction;
  step = g_new (Step, 1);
  *step = (Step) { g_object_ref (task), stage, fraction };
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, step_told_cb, step, step_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
work_cb (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  EntRegionSources sources = { job->osm_path, (const char *const *) job->address_paths, job->name,
                               job->osm, job->is_demo };
  GError *error = NULL;

  if (ent_region_build (&sources, job->target, job->progress.func != NULL ? stepped_cb : NULL, task,
                        cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ent_region_build_async (const EntRegionSources *sources,
                        const char *target,
                        const EntRegionProgress *progress,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->osm_path = g_strdup (sources->osm_path);
  job->osm = sources->osm != NULL ? g_bytes_ref (sources->osm) : NULL;
  job->is_demo = sources->is_demo;
  job->address_paths = g_strdupv ((GStrv) sources->address_paths);
  job->name = g_strdup (sources->name);
  job->target = g_strdup (target);
  if (progress != NULL)
    job->progress = *progress;
  job->last_fraction = -1.0;
  g_task_set_source_tag (task, ent_region_build_async);
  g_task_set_check_cancellable (task, FALSE); /* once the file is in place, it is */
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_cb);
}

gboolean
ent_region_build_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ent_region_build_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
