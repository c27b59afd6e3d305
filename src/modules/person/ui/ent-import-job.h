/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import on its way between threads: it lives until the last of them is done with it, and says
 * how far it is. Reading and writing files happens on threads of their own. Any thread. */

#pragma once

#include "ent-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  EntImport *import;
  int permille; /* atomic */
} EntImportJob;

/* Takes the import. */
EntImportJob *ent_import_job_new (EntImport *import);
EntImportJob *ent_import_job_ref (EntImportJob *self);
void ent_import_job_unref (EntImportJob *self);

/* Part done since the last reset, 0 to 1. */
double ent_import_job_get_fraction (EntImportJob *self);
void ent_import_job_reset (EntImportJob *self);

/* Reads and decodes a file; the job is transfer full. Main thread. */
void ent_import_job_read_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EntImportJob *ent_import_job_read_finish (GAsyncResult *result, GError **error);
/* Writes the refused lines with their reasons to a file that only this user may read. Main
 * thread. */
void ent_import_job_save_refused_async (EntImportJob *self,
                                        GFile *file,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean ent_import_job_save_refused_finish (GAsyncResult *result, GError **error);

/* EntStoreFuncs with the job as data: (element-type EntImportRow) the first rows; the job itself,
 * its report filled. */
gpointer ent_import_job_preview (EntDb *db,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
gpointer ent_import_job_check (EntDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* An EntStoreWriteFunc with the job as data. */
gboolean ent_import_job_run (EntApply *apply,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
