/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of an import, shared by ent-import.c, ent-import-mapping.c and ent-import-row.c. */

#pragma once

#include "ent-import.h"

G_BEGIN_DECLS

struct _EntImport
{
  const EntImportKind *kind;
  char *data; /* UTF-8 */
  gsize length;
  char separator;
  gint32 today;
  GPtrArray *headers;
  int *fields; /* by column: position of the field, -1 for none */
  EntImportKnown known;
  EntProgressFunc progress;
  gpointer progress_data;
  EntImportReport report;
  GPtrArray *refused; /* (element-type GPtrArray) cells and the reason */
};

/* Sets the fields of columns by their headers. */
void ent_import_guess (EntImport *self);

EntImportRow *ent_import_row_new (EntImport *self, GPtrArray *cells, guint line);
/* Fills what the preview shows from the drafts. */
void ent_import_row_fill_shown (EntImportRow *self);

G_END_DECLS
