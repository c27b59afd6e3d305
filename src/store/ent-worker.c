/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worker thread: a sorted queue of tasks. */

#include "ent-worker.h"

struct _EntWorker
{
  GThread *thread;
  GAsyncQueue *queue;
  EntDb *db;
  guint serial; /* keeps tasks of one priority in order */
};

typedef struct
{
  GTask *task;
  EntStoreFunc func; /* NULL: end */
  gpointer data;
  GDestroyNotify result_free;
  int priority;
  guint serial;
} Job;

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Job *left = a;
  const Job *right = b;

  if (left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  return left->serial < right->serial ? -1 : 1;
}

static void
interrupt_cb (GCancellable *cancellable, gpointer db)
{
  ent_db_interrupt (db);
}

/* Everything that a job holds is given back on the thread that asked: were the last reference to
 * the store dropped here, the store would wait for this very thread to end. */
typedef struct
{
  GTask *task;
  gpointer result;
  GDestroyNotify result_free;
  GError *error;
} Outcome;

static gboolean
deliver_cb (gpointer data)
{
  Outcome *outcome = data;

  if (outcome->error != NULL)
    g_task_return_error (outcome->task, g_steal_pointer (&outcome->error));
  else
    g_task_return_pointer (outcome->task, g_steal_pointer (&outcome->result), outcome->result_free);
  return G_SOURCE_REMOVE;
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_error (&outcome->error);
  g_object_unref (outcome->task);
  g_free (outcome);
}

static void
deliver (Job *job, gpointer result, GError *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->task = g_steal_pointer (&job->task);
  outcome->result = result;
  outcome->result_free = job->result_free;
  outcome->error = error;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, outcome, outcome_free);
  g_source_attach (source, g_task_get_context (outcome->task));
}

static void
run_job (EntWorker *self, Job *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  GError *error = NULL;
  gpointer result = NULL;
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      deliver (job, NULL, error);
      return;
    }

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), self->db, NULL);
  result = job->func (self->db, job->data, cancellable, &error);
  /* Waits for an interruption under way, so that none reaches the next job. */
  if (handler != 0)
    g_cancellable_disconnect (cancellable, handler);
  deliver (job, result, error);
}

static gpointer
worker_main (gpointer data)
{
  EntWorker *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->queue);
      gboolean end = job->func == NULL;

      if (!end)
        run_job (self, job);
      g_free (job);
      if (end)
        break;
    }
  ent_db_close (self->db);
  return NULL;
}

EntWorker *
ent_worker_new (const char *name, EntDb *db)
{
  EntWorker *self = g_new0 (EntWorker, 1);

  self->db = db;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, worker_main, self);
  return self;
}

static void
push_job (EntWorker *self, Job *job)
{
  job->serial = self->serial++;
  g_async_queue_push_sorted (self->queue, job, compare_jobs, NULL);
}

void
ent_worker_push (EntWorker *self,
                 GTask *task,
                 EntStoreFunc func,
                 gpointer data,
                 GDestroyNotify result_free)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->func = func;
  job->data = data;
  job->result_free = result_free;
  job->priority = g_task_get_priority (task);
  push_job (self, job);
}

void
ent_worker_stop (EntWorker *self)
{
  ent_db_stop (self->db);
}

void
ent_worker_free (EntWorker *self)
{
  Job *end = g_new0 (Job, 1);

  end->priority = G_MAXINT;
  push_job (self, end);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
