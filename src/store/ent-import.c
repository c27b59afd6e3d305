/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a CSV file row by row: for a preview, for a check, for good. Threads: see the header. */

#include "ent-import-private.h"

#include "ent-csv.h"
#include "ent-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Asking whether to stop, and telling how far it is, once in so many rows. */
#define ROWS_A_STEP 50

static void
fault_free (gpointer data)
{
  EntImportFault *fault = data;

  g_free (fault->column);
  g_free (fault->message);
  g_free (fault);
}

static void
read_headers (EntImport *self, GPtrArray *cells)
{
  self->headers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = ent_csv_unprotect (g_ptr_array_index (cells, i));
      g_autofree char *text = g_strstrip (g_strdup (cell));

      if (*text == '\0')
        g_ptr_array_add (self->headers, g_strdup_printf (_ ("Column %u"), i + 1));
      else
        g_ptr_array_add (self->headers, g_steal_pointer (&text));
    }
}

static gboolean
fail_empty (GError **error)
{
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                       _ ("This file holds no table. The first line names the columns, the others "
                          "are one row each."));
  return FALSE;
}

EntImport *
ent_import_new (const EntImportKind *kind, GBytes *bytes, gint32 today, GError **error)
{
  g_autoptr (EntImport) self = g_new0 (EntImport, 1);
  g_autoptr (EntCsvReader) reader = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size = 0;
  const char *raw = g_bytes_get_data (bytes, &size);

  self->kind = kind;
  self->today = today;
  self->report.faults = g_ptr_array_new_with_free_func (fault_free);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->data = ent_csv_decode (raw, size, NULL);
  self->length = strlen (self->data);

  reader = ent_csv_reader_new (self->data, self->length, 0);
  if (!ent_csv_reader_next (reader, &cells, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        fail_empty (error);
      return NULL;
    }
  self->separator = ent_csv_reader_separator (reader);
  read_headers (self, cells);
  self->fields = g_new0 (int, self->headers->len + 1);
  for (guint i = 0; i < self->headers->len; i++)
    self->fields[i] = -1;
  ent_import_guess (self);
  return g_steal_pointer (&self);
}

void
ent_import_free (EntImport *self)
{
  g_free (self->data);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_free (self->fields);
  g_ptr_array_unref (self->report.faults);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

guint
ent_import_n_columns (EntImport *self)
{
  return self->headers->len;
}

const char *
ent_import_get_header (EntImport *self, guint column)
{
  g_return_val_if_fail (column < self->headers->len, NULL);

  return g_ptr_array_index (self->headers, column);
}

void
ent_import_set_known (EntImport *self, EntImportKnown known)
{
  self->known = known;
}

void
ent_import_set_progress (EntImport *self, EntProgressFunc progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

const EntImportReport *
ent_import_get_report (EntImport *self)
{
  return &self->report;
}

/* One pass through the file. */
typedef struct
{
  EntImport *import;
  EntDb *db;
  EntApply *apply; /* NULL: nothing is written */
  EntCsvReader *reader;
  gpointer context;
  guint n_done;
} Pass;

static gboolean
pass_begin (Pass *pass, GError **error)
{
  EntImport *self = pass->import;
  g_autoptr (GPtrArray) headers = NULL;

  g_ptr_array_set_size (self->report.faults, 0);
  g_ptr_array_set_size (self->refused, 0);
  self->report.n_rows = self->report.n_added = self->report.n_updated = 0;
  self->report.n_known = self->report.n_refused = 0;

  pass->context = self->kind->begin (pass->db, error);
  if (pass->context == NULL)
    return FALSE;
  pass->reader = ent_csv_reader_new (self->data, self->length, self->separator);
  return ent_csv_reader_next (pass->reader, &headers, error);
}

static void
pass_end (Pass *pass)
{
  if (pass->context != NULL)
    pass->import->kind->end (pass->context);
  g_clear_pointer (&pass->reader, ent_csv_reader_free);
}

/* The next row with its drafts and what is wrong with them; NULL at the end or with @error set. */
static EntImportRow *
pass_next (Pass *pass, GError **error)
{
  EntImport *self = pass->import;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *cells = NULL;
  EntImportRow *row;

  if (!ent_csv_reader_next (pass->reader, &cells, &local_error))
    {
      if (local_error != NULL)
        g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID, _ ("Line %u: %s"),
                     ent_csv_reader_line (pass->reader), local_error->message);
      return NULL;
    }

  row = ent_import_row_new (self, cells, ent_csv_reader_line (pass->reader));
  for (guint i = self->headers->len; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      {
        ent_issues_add (row->issues, NULL,
                        _ ("This line has more cells than the first one. A text with the separator "
                           "in it must stand between quotes."));
        break;
      }
  self->kind->read (pass->context, pass->db, row);
  return row;
}

GPtrArray *
ent_import_preview (EntImport *self, EntDb *db, guint n_rows, GError **error)
{
  GDestroyNotify row_free = (GDestroyNotify) ent_import_row_free;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) local_error = NULL;
  Pass pass = { .import = self, .db = db };
  EntImportRow *row;

  if (pass_begin (&pass, &local_error))
    while (rows->len < n_rows && (row = pass_next (&pass, &local_error)) != NULL)
      {
        ent_import_row_fill_shown (row);
        g_ptr_array_add (rows, row);
      }
  pass_end (&pass);
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* The header of the column that fills a field; NULL when none does. */
static const char *
header_of (EntImport *self, const char *field)
{
  for (guint i = 0; i < self->headers->len && field != NULL; i++)
    if (g_strcmp0 (ent_import_get_field (self, i), field) == 0)
      return g_ptr_array_index (self->headers, i);

  return NULL;
}

static EntImportFault *
add_fault (EntImport *self, EntImportRow *row, guint issue)
{
  EntImportFault *fault = g_new0 (EntImportFault, 1);

  fault->line = row->line;
  fault->warning = ent_issues_is_warning (row->issues, issue);
  fault->column = g_strdup (header_of (self, ent_issues_field (row->issues, issue)));
  fault->message = g_strdup (ent_issues_message (row->issues, issue));
  g_ptr_array_add (self->report.faults, fault);
  return fault;
}

/* Why a line is taken for somebody known; what is only unusual in a column is not told. */
static void
tell_warnings (EntImport *self, EntImportRow *row)
{
  for (guint i = 0; i < ent_issues_n (row->issues); i++)
    if (ent_issues_is_warning (row->issues, i) && ent_issues_field (row->issues, i) == NULL)
      add_fault (self, row, i);
}

static void
refuse (EntImport *self, EntImportRow *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < ent_issues_n (row->issues); i++)
    {
      EntImportFault *fault;

      if (ent_issues_is_warning (row->issues, i))
        continue;
      fault = add_fault (self, row, i);
      g_string_append_printf (reasons, "%s%s%s%s", reasons->len > 0 ? " " : "",
                              fault->column != NULL ? fault->column : "",
                              fault->column != NULL ? ": " : "", fault->message);
    }
  for (guint i = 0; i < row->cells->len; i++)
    g_ptr_array_add (cells, g_strdup (ent_csv_unprotect (g_ptr_array_index (row->cells, i))));
  while (cells->len < self->headers->len)
    g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_string_free_and_steal (g_steal_pointer (&reasons)));
  g_ptr_array_add (self->refused, cells);
  self->report.n_refused++;
}

/* Writes, counts or refuses one row. FALSE only for what ends the whole import. */
static gboolean
pass_take (Pass *pass, EntImportRow *row, GError **error)
{
  EntImport *self = pass->import;
  g_autoptr (GError) local_error = NULL;

  self->report.n_rows++;
  if (ent_issues_n_errors (row->issues) > 0)
    {
      refuse (self, row);
      return TRUE;
    }
  tell_warnings (self, row);
  if (row->existing_id != 0 && self->known == ENT_IMPORT_SKIP)
    {
      self->report.n_known++;
      return TRUE;
    }

  if (pass->apply != NULL && !self->kind->write (pass->context, pass->apply, row, &local_error))
    {
      if (!g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local_error), _ ("Line %u: "),
                                      row->line);
          return FALSE;
        }
      ent_issues_add (row->issues, NULL, "%s", local_error->message);
      refuse (self, row);
      return TRUE;
    }
  if (row->existing_id != 0)
    self->report.n_updated++;
  else
    self->report.n_added++;
  return TRUE;
}

static gboolean
pass_run (Pass *pass, GCancellable *cancellable, GError **error)
{
  EntImport *self = pass->import;
  g_autoptr (GError) local_error = NULL;
  gboolean ok = pass_begin (pass, error);

  while (ok)
    {
      g_autoptr (EntImportRow) row = pass_next (pass, &local_error);

      if (row == NULL)
        break;
      ok = pass_take (pass, row, error);
      if (pass->n_done++ % ROWS_A_STEP != 0 || !ok)
        continue;
      if (self->progress != NULL)
        self->progress (ent_csv_reader_position (pass->reader), self->length, self->progress_data);
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  pass_end (pass);
  if (local_error == NULL)
    return ok;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ent_import_check (EntImport *self, EntDb *db, GCancellable *cancellable, GError **error)
{
  Pass pass = { .import = self, .db = db };

  return pass_run (&pass, cancellable, error);
}

gboolean
ent_import_run (EntApply *apply, gpointer import, GCancellable *cancellable, GError **error)
{
  Pass pass = { .import = import, .db = ent_apply_get_db (apply), .apply = apply };

  ent_apply_set_bulk (apply, TRUE);
  return pass_run (&pass, cancellable, error);
}

char *
ent_import_refused_to_csv (EntImport *self, gsize *length)
{
  g_autoptr (EntCsvWriter) writer = ent_csv_writer_new (self->separator);

  ent_csv_writer_set_bom (writer, TRUE);
  for (guint i = 0; i < self->headers->len; i++)
    ent_csv_write_field (writer, g_ptr_array_index (self->headers, i));
  ent_csv_write_field (writer, _ ("Why it was refused"));
  ent_csv_write_end_row (writer);

  for (guint i = 0; i < self->refused->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (self->refused, i);

      for (guint j = 0; j < cells->len; j++)
        ent_csv_write_field (writer, g_ptr_array_index (cells, j));
      ent_csv_write_end_row (writer);
    }
  return ent_csv_writer_steal (writer, length);
}
