/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread of a PDF and its heap of requests. Pushed to on the main thread. */

#include "ent-pdf-worker.h"

#include <stdlib.h>

struct _EntPdfWorker
{
  gatomicrefcount ref_count; /* one of the reader, one of the thread */
  GMutex mutex;
  GCond cond;
  GQueue jobs; /* (element-type Job), newest first */
  gboolean stopped;
};

typedef struct
{
  GTask *task;
  EntPdfWork work;
  GDestroyNotify result_free;
  gpointer result;
  GError *error;
} Job;

/* All threads that run, for the end of the program: Poppler takes its own things away then, and no
 * thread may be at work with them. */
static struct
{
  GMutex mutex;
  GCond cond;
  GList *workers;
} running;

static void
worker_unref (EntPdfWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

/* What a task holds belongs to the main thread and is given back there. */
static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, job, job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static gboolean
is_cancelled (Job *job)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (job->task));
}

/* Called with the lock. The cancelled come first: they cost nothing and somebody waits for them. */
static Job *
take_next (EntPdfWorker *self)
{
  GList *best = NULL;

  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (is_cancelled (job) || self->stopped)
        {
          best = link;
          break;
        }
      if (best == NULL ||
          g_task_get_priority (job->task) < g_task_get_priority (((Job *) best->data)->task))
        best = link;
    }
  if (best == NULL)
    return NULL;
  {
    Job *job = best->data;

    g_queue_delete_link (&self->jobs, best);
    return job;
  }
}

static Job *
wait_for_job (EntPdfWorker *self, gboolean *stopped)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  while ((job = take_next (self)) == NULL && !self->stopped)
    g_cond_wait (&self->cond, &self->mutex);
  *stopped = self->stopped;
  g_mutex_unlock (&self->mutex);
  return job;
}

static void
leave (EntPdfWorker *self)
{
  g_mutex_lock (&running.mutex);
  running.workers = g_list_remove (running.workers, self);
  g_cond_signal (&running.cond);
  g_mutex_unlock (&running.mutex);
}

static gpointer
worker_main (gpointer data)
{
  EntPdfWorker *self = data;
  PopplerDocument *document = NULL;
  gboolean stopped;
  Job *job;

  while ((job = wait_for_job (self, &stopped)) != NULL)
    {
      GCancellable *cancellable = g_task_get_cancellable (job->task);

      if (stopped)
        g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      else if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
        job->result = job->work (&document, g_task_get_task_data (job->task), cancellable,
                                 &job->error);
      deliver (job);
    }
  g_clear_object (&document);
  leave (self);
  worker_unref (self);
  return NULL;
}

static void
begin_end (EntPdfWorker *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Lasts as long as the page that is being drawn. */
static void
end_all (void)
{
  g_mutex_lock (&running.mutex);
  for (GList *link = running.workers; link != NULL; link = link->next)
    begin_end (link->data);
  while (running.workers != NULL)
    g_cond_wait (&running.cond, &running.mutex);
  g_mutex_unlock (&running.mutex);
}

static void
enter (EntPdfWorker *self)
{
  static gboolean is_set = FALSE;

  g_mutex_lock (&running.mutex);
  if (!is_set)
    atexit (end_all);
  is_set = TRUE;
  running.workers = g_list_prepend (running.workers, self);
  g_mutex_unlock (&running.mutex);
}

EntPdfWorker *
ent_pdf_worker_new (void)
{
  EntPdfWorker *self = g_new0 (EntPdfWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  enter (self);
  g_thread_unref (g_thread_new ("pdf", worker_main, self));
  return self;
}

void
ent_pdf_worker_stop (EntPdfWorker *self)
{
  begin_end (self);
  worker_unref (self);
}

void
ent_pdf_worker_push (EntPdfWorker *self, GTask *task, EntPdfWork work, GDestroyNotify result_free)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->work = work;
  job->result_free = result_free;
  g_mutex_lock (&self->mutex);
  g_queue_push_head (&self->jobs, job);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}
