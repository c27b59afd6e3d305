/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner on a thread of its own. The calls are made on the caller's main context. */
#include "ent-planner.h"

typedef struct
{
  EntPlanProblem *problem;
  EntPlanWeights weights;
  EntPlan *start;
  EntPlannerOptions options;
  EntPlannerProgressFunc progress;
  gpointer data;
  GMainContext *context;
} Job;

/* One call of progress on its way to the caller's context. */
typedef struct
{
  GTask *task; /* keeps the job, and with it the function, alive */
  EntPlannerProgress progress;
} News;

static void
free_job (Job *job)
{
  ent_plan_problem_unref (job->problem);
  g_clear_pointer (&job->start, ent_plan_unref);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
news_came_cb (gpointer data)
{
  News *news = data;
  Job *job = g_task_get_task_data (news->task);

  if (!g_task_get_completed (news->task))
    job->progress (&news->progress, job->data);
  return G_SOURCE_REMOVE;
}

static void
free_news (News *news)
{
  g_object_unref (news->task);
  g_free (news);
}

static void
send_news (const EntPlannerProgress *progress, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  News *news;

  if (job->progress == NULL)
    return;
  news = g_new (News, 1);
  news->task = g_object_ref (task);
  news->progress = *progress;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, news_came_cb, news,
                              (GDestroyNotify) free_news);
}

static void
run_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  EntPlan *plan = ent_planner_run (job->problem, &job->weights, job->start, &job->options,
                                   send_news, task, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) ent_plan_unref);
  else
    g_task_return_error (task, error);
}

void
ent_planner_run_async (EntPlanProblem *problem,
                       const EntPlanWeights *weights,
                       EntPlan *start,
                       const EntPlannerOptions *options,
                       EntPlannerProgressFunc progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->problem = ent_plan_problem_ref (problem);
  job->weights = *weights;
  job->start = start != NULL ? ent_plan_ref (start) : NULL;
  job->options = *options;
  job->progress = progress;
  job->data = data;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, ent_planner_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, run_job);
}

EntPlan *
ent_planner_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
