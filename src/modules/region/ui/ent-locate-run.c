/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading, looking up and writing, one after the other, each where it belongs. Main thread. */

#include "ent-locate-run.h"

#include "ent-location-query.h"
#include "ent-regions.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 200

/* Shared with the threads; lives until the last of them is done. */
typedef struct
{
  EntAddresses *addresses;
  GPtrArray *places; /* EntLocated */
  EntLocationFindings *findings;
  EntLocationProgress progress;
  guint n_written;
} Work;

struct _EntLocateRun
{
  GObject parent_instance;

  EntStore *store;
  GCancellable *cancellable;
  Work *work; /* reference counted */
  GError *error;
  guint ticking;
  gboolean finished;
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntLocateRun, ent_locate_run, G_TYPE_OBJECT)

static void
work_clear (gpointer data)
{
  Work *work = data;

  ent_addresses_unref (work->addresses);
  g_clear_pointer (&work->places, g_ptr_array_unref);
  g_clear_pointer (&work->findings, ent_location_findings_free);
}

static void
work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static void
end (EntLocateRun *self, GError *error)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
  self->finished = error == NULL;
  self->error = error;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
write_func (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return ent_location_write (apply, work->findings->sure, &work->n_written, cancellable, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocateRun) self = user_data;
  GError *error = NULL;

  ent_store_write_finish (ENT_STORE (source), result, &error);
  end (self, error);
}

static void
look_up_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->findings = ent_location_run (work->addresses, work->places, &work->progress, cancellable,
                                     &error);
  if (work->findings != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntLocateRun *self = ENT_LOCATE_RUN (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    end (self, error);
  else if (self->work->findings->sure->len == 0)
    end (self, NULL);
  else
    ent_store_write_async (self->store, _ ("Addresses placed on the map"), write_func,
                           g_atomic_rc_box_acquire (self->work), work_unref, self->cancellable,
                           written_cb, g_object_ref (self));
}

static gpointer
read_func (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_location_query_waiting (db, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocateRun) self = user_data;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  self->work->places = ent_store_run_finish (ENT_STORE (source), result, &error);
  if (self->work->places == NULL)
    {
      end (self, error);
      return;
    }
  task = g_task_new (self, self->cancellable, looked_up_cb, NULL);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->work), work_unref);
  g_task_run_in_thread (task, look_up_cb);
}

static gboolean
tick_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_PROGRESS], 0);
  return G_SOURCE_CONTINUE;
}

static void
ent_locate_run_finalize (GObject *object)
{
  EntLocateRun *self = ENT_LOCATE_RUN (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_pointer (&self->work, work_unref);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_object_unref (self->store);
  G_OBJECT_CLASS (ent_locate_run_parent_class)->finalize (object);
}

static void
ent_locate_run_class_init (EntLocateRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_locate_run_finalize;

  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", ENT_TYPE_LOCATE_RUN, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", ENT_TYPE_LOCATE_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_locate_run_init (EntLocateRun *self)
{
  self->cancellable = g_cancellable_new ();
}

EntLocateRun *
ent_locate_run_new (EntStore *store)
{
  EntLocateRun *self = g_object_new (ENT_TYPE_LOCATE_RUN, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
ent_locate_run_start (EntLocateRun *self)
{
  EntAddresses *addresses = ent_regions_get_addresses (ent_regions_get_default ());

  g_return_if_fail (self->work == NULL);

  if (addresses == NULL)
    {
      end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                      _ ("There is no region to look addresses up in.")));
      return;
    }
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->addresses = ent_addresses_ref (addresses);
  self->ticking = g_timeout_add (PROGRESS_MS, tick_cb, self);
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, read_func, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                       g_object_ref (self));
}

void
ent_locate_run_cancel (EntLocateRun *self)
{
  g_cancellable_cancel (self->cancellable);
}

void
ent_locate_run_get_progress (EntLocateRun *self, guint *n_done, guint *n_all)
{
  *n_all = self->work != NULL && self->work->places != NULL ? self->work->places->len : 0;
  *n_done = self->work != NULL ? (guint) g_atomic_int_get (&self->work->progress.n_done) : 0;
}

GPtrArray *
ent_locate_run_get_places (EntLocateRun *self)
{
  return self->finished ? self->work->places : NULL;
}

const EntLocationFindings *
ent_locate_run_get_findings (EntLocateRun *self)
{
  return self->finished ? self->work->findings : NULL;
}

guint
ent_locate_run_get_n_written (EntLocateRun *self)
{
  return self->work != NULL ? self->work->n_written : 0;
}

const GError *
ent_locate_run_get_error (EntLocateRun *self)
{
  return self->error;
}
