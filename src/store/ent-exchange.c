/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists out to CSV: exactly the rows, order and columns that are shown. Report thread. */

#include "ent-exchange.h"

#include "ent-csv.h"
#include "ent-row-set.h"
#include "ent-sql.h"

#define PAGE 64

typedef struct
{
  EntDb *db;
  const EntSchema *schema;
  GArray *columns; /* guint */
  EntCsvWriter *writer;
  gboolean masked;
} Export;

static void
write_head (Export *self, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      int position = ent_schema_find (self->schema, names[i]);
      guint column = (guint) position;

      if (position < 0)
        continue;
      g_array_append_val (self->columns, column);
      ent_csv_write_field (self->writer, ent_column_label (&self->schema->columns[column]));
    }
  ent_csv_write_end_row (self->writer);
}

static char *
reference_text (Export *self, const EntColumn *column, gpointer record)
{
  gint64 id = G_STRUCT_MEMBER (gint64, record, column->offset);
  g_autoptr (GPtrArray) found = NULL;

  if (id == 0)
    return g_strdup ("");
  found = ent_sql_load (self->db, ent_schema_for_type (column->type ()), "WHERE id = $1",
                        ENT_ARGS (ent_int (id)), NULL);
  return found != NULL && found->len > 0 ? ent_record_get_summary (g_ptr_array_index (found, 0))
                                         : g_strdup ("");
}

static void
write_record (Export *self, gpointer record)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const EntColumn *column = &self->schema->columns[g_array_index (self->columns, guint, i)];
      g_autofree char *text = column->kind == ENT_KIND_REF ? reference_text (self, column, record)
                              : self->masked ? ent_record_display_masked (record, column->name)
                                             : ent_record_display (record, column->name);

      ent_csv_write_field (self->writer, text);
    }
  ent_csv_write_end_row (self->writer);
}

/* The rows of a page come back in the database's order; the ids tell the list's. */
static gboolean
write_page (Export *self, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (EntRowSet) rows = ent_row_set_read_ids (self->db, self->schema, ids, n_ids, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 found[PAGE];

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < ent_row_set_n_rows (rows); i++)
    {
      found[i] = ent_row_set_get_id (rows, i);
      g_hash_table_insert (places, &found[i], GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n_ids; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &ids[i]));
      g_autoptr (GObject) record = NULL;

      if (place == 0)
        continue;
      record = ent_record_new (self->schema->type ());
      ent_row_set_fill (rows, place - 1, record);
      write_record (self, record);
    }
  return TRUE;
}

static gboolean
flush (Export *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gsize length = 0;
  g_autofree char *text = ent_csv_writer_steal (self->writer, &length);

  return g_output_stream_write_all (stream, text, length, NULL, cancellable, error);
}

gboolean
ent_exchange_export (EntDb *db,
                     const EntQuery *query,
                     const char *const *columns,
                     gboolean masked,
                     GOutputStream *stream,
                     EntProgressFunc progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GArray) ids = ent_query_run (query, db, cancellable, error);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (EntCsvWriter) writer = ent_csv_writer_new (';');
  Export self = { db, ent_query_get_schema (query), positions, writer, masked };

  if (ids == NULL)
    return FALSE;

  ent_csv_writer_set_bom (writer, TRUE);
  write_head (&self, columns);
  for (guint first = 0; first < ids->len; first += PAGE)
    {
      guint n = MIN (PAGE, ids->len - first);

      if (!write_page (&self, &g_array_index (ids, gint64, first), n, error) ||
          !flush (&self, stream, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (first + n, ids->len, progress_data);
    }
  return flush (&self, stream, cancellable, error);
}
