/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a module says about its CSV files: the fields that a column may fill, and how a row becomes
 * records. Thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-record.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* stable, it stands in kept mappings: "address.street" */
  const char *label; /* N_() */
  const char *headers; /* folded headers that mean it, between bars: "nom|naam|last name" */
} EntImportField;

/**
 * EntImportRow:
 *
 * One row of the file on its way to become records. @drafts holds the main record first, then what
 * it owns; @existing_id is set when the main record is in the register already.
 */
typedef struct
{
  guint line;
  GPtrArray *cells; /* as in the file */
  char **values; /* by field; NULL where the cell is empty or no column fills the field */
  char **shown; /* by field, as it would be kept: for the preview */
  GPtrArray *drafts; /* EntRecord */
  gint64 existing_id;
  EntIssues *issues; /* by name of the field */

  const EntImportField *fields;
  guint n_fields;
  gint32 today;
  GArray *places; /* where each field went: for the preview */
} EntImportRow;

typedef struct
{
  const char *id; /* "person" */
  const EntImportField *fields;
  guint n_fields;
  /* What reading rows needs to know, read once. */
  gpointer (*begin) (EntDb *db, GError **error);
  void (*end) (gpointer context);
  /* Makes the drafts and says what is wrong with them. */
  void (*read) (gpointer context, EntDb *db, EntImportRow *row);
  /* Writes a row without errors. */
  gboolean (*write) (gpointer context, EntApply *apply, EntImportRow *row, GError **error);
} EntImportKind;

/* Text of the cell that fills a field, NULL when there is none. */
const char *ent_import_row_get (EntImportRow *self, const char *field);
/* Adds a draft to the row, which owns it, and gives it back. */
gpointer ent_import_row_add (EntImportRow *self, GType type);
/* Reads the cell of a field into a column of a draft. FALSE, with an issue, when it cannot be
 * understood. */
gboolean ent_import_row_read (EntImportRow *self,
                              const char *field,
                              gpointer draft,
                              const char *column);
/* Puts another text than the cell's into the column: one that was taken apart or translated. */
gboolean ent_import_row_put (EntImportRow *self,
                             const char *field,
                             gpointer draft,
                             const char *column,
                             const char *text);
/* What the preview shows for a field whose column holds something else, like a reference. */
void ent_import_row_show (EntImportRow *self, const char *field, const char *text);
/* The rules of the draft's own type; what is wrong with a column is told at the field
 * "<prefix>column" if there is such a field in the file, else at @fallback. */
void ent_import_row_check (EntImportRow *self,
                           gpointer draft,
                           const char *prefix,
                           const char *fallback);

void ent_import_row_free (EntImportRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImportRow, ent_import_row_free)

G_END_DECLS
