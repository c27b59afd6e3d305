/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only one of preview, check and run is under way at a time: the dialog sees to it. Any thread. */

#include "ent-import-job.h"

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
