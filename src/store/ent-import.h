/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing a table from a CSV file into the register: which column is what, how the rows would
 * become records, what is wrong in which line, and the import itself as one act. What the rows
 * become is told by an EntImportKind. One thread at a time: the mapping is chosen where the
 * window is, then preview and check run on a reading thread, run on the writing thread. */

#pragma once

#include "ent-apply.h"
#include "ent-exchange.h"
#include "ent-import-kind.h"

G_BEGIN_DECLS

typedef struct _EntImport EntImport;

/* What to do with a row about somebody who is in the register already. */
typedef enum
{
  ENT_IMPORT_SKIP,
  ENT_IMPORT_UPDATE
} EntImportKnown;

/* One thing that keeps a line from being imported, or that is told about the line as a whole. */
typedef struct
{
  guint line;
  gboolean warning;
  char *column; /* its header, NULL for the line as a whole */
  char *message;
} EntImportFault;

/* How it went, or how it would. */
typedef struct
{
  guint n_rows;
  guint n_added;
  guint n_updated;
  guint n_known; /* in the register already, passed over */
  guint n_refused;
  GPtrArray *faults; /* EntImportFault, in the order of the file */
} EntImportReport;

/* Reads the header; the encoding, the separator and the mapping are guessed. @today resolves short
 * dates. */
EntImport *ent_import_new (const EntImportKind *kind, GBytes *bytes, gint32 today, GError **error);
void ent_import_free (EntImport *self);

/* The columns of the file. */
guint ent_import_n_columns (EntImport *self);
const char *ent_import_get_header (EntImport *self, guint column);
/* Name of the field that a column fills, NULL when it is left out. */
const char *ent_import_get_field (EntImport *self, guint column);
/* A field is filled by one column: another one that had it gives it up. FALSE: no such field. */
gboolean ent_import_set_field (EntImport *self, guint column, const char *field);
/* The mapping as text to keep for the next file of the same kind; transfer full. */
char *ent_import_mapping_to_text (EntImport *self);
/* Takes a kept mapping; columns that it does not name are left out. FALSE, changing nothing, when
 * it fits no column at all or is not a mapping. */
gboolean ent_import_mapping_from_text (EntImport *self, const char *text, GError **error);
void ent_import_set_known (EntImport *self, EntImportKnown known);
/* Called on the thread that checks or runs; counts bytes. */
void ent_import_set_progress (EntImport *self, EntProgressFunc progress, gpointer data);

/* The first rows as they would become: (element-type EntImportRow), transfer full. Reading
 * thread. */
GPtrArray *ent_import_preview (EntImport *self, EntDb *db, guint n_rows, GError **error);
/* Reads all rows and writes nothing: fills the report. Reading thread. */
gboolean ent_import_check (EntImport *self, EntDb *db, GCancellable *cancellable, GError **error);
/* An EntStoreWriteFunc with the import as its data: writes what can be written, lists the rest.
 * FALSE takes everything back. */
gboolean ent_import_run (EntApply *apply,
                         gpointer import,
                         GCancellable *cancellable,
                         GError **error);

/* Of the latest check or run; borrowed. */
const EntImportReport *ent_import_get_report (EntImport *self);
/* The lines that were refused, as a CSV file with the reason in one more column; transfer full. */
char *ent_import_refused_to_csv (EntImport *self, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImport, ent_import_free)

G_END_DECLS
