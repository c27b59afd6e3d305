/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on a thread of their own. Any thread that has a main context. */
#include "ent-roads.h"

typedef struct
{
  EntRoads *roads;
  EntTravelQuery query; /* with what it points to */
  EntTravelFactors factors;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free ((gpointer) job->query.from);
  g_free ((gpointer) job->query.to);
  ent_roads_unref (job->roads);
  g_free (job);
}

static void
free_table (gpointer data)
{
  ent_travel_table_free (data);
}

static void
work_cb (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  EntTravelTable *table = ent_roads_table (job->roads, &job->query, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, free_table);
  else
    g_task_return_error (task, error);
}

/* NULL stays NULL, which tells a missing list from an empty one. */
static EntPoint *
copy_points (const EntPoint *points, guint n)
{
  EntPoint *copy = points != NULL ? g_new (EntPoint, n + 1) : NULL;

  for (guint i = 0; copy != NULL && i < n; i++)
    copy[i] = points[i];
  return copy;
}

void
ent_roads_table_async (EntRoads *self,
                       const EntTravelQuery *query,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->roads = ent_roads_ref (self);
  job->query = *query;
  job->query.from = copy_points (query->from, query->n_from);
  job->query.to = copy_points (query->to, query->n_to);
  if (query->factors != NULL)
    {
      job->factors = *query->factors;
      job->query.factors = &job->factors;
    }
  g_task_set_source_tag (task, ent_roads_table_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_cb);
}

EntTravelTable *
ent_roads_table_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ent_roads_table_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
