/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only one of preview, check, run and saving is under way at a time: the dialog starts each when
 * the one before has come back. Any thread. */

#include "ent-import-job.h"

#include "ent-date.h"
#include "ent-person-import.h"

#define PREVIEW_ROWS 20

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  EntImportJob *self = user_data;

  if (total > 0)
    g_atomic_int_set (&self->permille, (int) (done * 1000 / total));
}

EntImportJob *
ent_import_job_new (EntImport *import)
{
  EntImportJob *self = g_atomic_rc_box_new0 (EntImportJob);

  self->import = import;
  ent_import_set_progress (import, progress_cb, self);
  return self;
}

EntImportJob *
ent_import_job_ref (EntImportJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ent_import_free (((EntImportJob *) data)->import);
}

void
ent_import_job_unref (EntImportJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

double
ent_import_job_get_fraction (EntImportJob *self)
{
  return CLAMP (g_atomic_int_get (&self->permille) / 1000.0, 0.0, 1.0);
}

void
ent_import_job_reset (EntImportJob *self)
{
  g_atomic_int_set (&self->permille, 0);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (source, cancellable, NULL, &error);
  EntImport *import = NULL;

  if (bytes != NULL)
    import = ent_import_new (&ent_person_import, bytes, GPOINTER_TO_INT (data), &error);
  if (import == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, ent_import_job_new (import),
                           (GDestroyNotify) ent_import_job_unref);
}

void
ent_import_job_read_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_import_job_read_async);
  g_task_set_task_data (task, GINT_TO_POINTER (ent_day_today ()), NULL);
  g_task_run_in_thread (task, read_thread);
}

EntImportJob *
ent_import_job_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gsize length = 0;
  g_autofree char *text = ent_import_refused_to_csv (((EntImportJob *) data)->import, &length);

  if (g_file_replace_contents (source, text, length, NULL, FALSE,
                               G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ent_import_job_save_refused_async (EntImportJob *self,
                                   GFile *file,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_set_source_tag (task, ent_import_job_save_refused_async);
  g_task_set_task_data (task, ent_import_job_ref (self), (GDestroyNotify) ent_import_job_unref);
  g_task_run_in_thread (task, save_thread);
}

gboolean
ent_import_job_save_refused_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gpointer
ent_import_job_preview (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_import_preview (((EntImportJob *) data)->import, db, PREVIEW_ROWS, error);
}

gpointer
ent_import_job_check (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!ent_import_check (((EntImportJob *) data)->import, db, cancellable, error))
    return NULL;
  return ent_import_job_ref (data);
}

gboolean
ent_import_job_run (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_import_run (apply, ((EntImportJob *) data)->import, cancellable, error);
}
