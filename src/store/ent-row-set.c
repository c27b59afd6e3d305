/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain rows: one array of values, one arena of text. */

#include "ent-row-set.h"

#include "ent-record.h"
#include "ent-sql.h"

struct _EntRowSet
{
  GArray *values; /* n_columns + 2 a row */
  GStringChunk *texts;
  guint width;
};

static void
add_row (EntRowSet *self, EntRows *rows)
{
  for (guint i = 0; i < self->width; i++)
    {
      EntValue value = ent_rows_get (rows, i);

      if (value.type == ENT_VALUE_TEXT)
        value.s = g_string_chunk_insert (self->texts, value.s);
      g_array_append_val (self->values, value);
    }
}

EntRowSet *
ent_row_set_read (EntDb *db,
                  const EntSchema *schema,
                  const char *sql,
                  const EntValue *args,
                  gsize n_args,
                  GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, error);
  g_autoptr (EntRowSet) self = NULL;
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;

  self = g_new0 (EntRowSet, 1);
  self->width = schema->n_columns + 2;
  self->values = g_array_new (FALSE, FALSE, sizeof (EntValue));
  self->texts = g_string_chunk_new (4096);
  while (ent_rows_next (rows, &local_error))
    add_row (self, rows);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Always 64 parameters, the rest null, so that one prepared statement serves every page. */
EntRowSet *
ent_row_set_read_ids (EntDb *db,
                      const EntSchema *schema,
                      const gint64 *ids,
                      guint n_ids,
                      GError **error)
{
  g_autoptr (GString) tail = g_string_new ("WHERE id IN (");
  g_autofree char *sql = NULL;
  EntValue args[64];

  g_return_val_if_fail (n_ids <= G_N_ELEMENTS (args), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (args); i++)
    {
      g_string_append_printf (tail, i == 0 ? "$%u" : ", $%u", i + 1);
      args[i] = i < n_ids ? ent_int (ids[i]) : ent_null ();
    }
  g_string_append_c (tail, ')');
  sql = ent_sql_select (schema, tail->str);
  return ent_row_set_read (db, schema, sql, args, G_N_ELEMENTS (args), error);
}

guint
ent_row_set_n_rows (EntRowSet *self)
{
  return self->values->len / self->width;
}

static const EntValue *
cell (EntRowSet *self, guint row, guint column)
{
  return &g_array_index (self->values, EntValue, row * self->width + column);
}

gint64
ent_row_set_get_id (EntRowSet *self, guint row)
{
  return cell (self, row, 0)->i;
}

void
ent_row_set_fill (EntRowSet *self, guint row, gpointer record)
{
  g_object_freeze_notify (record);
  ent_record_set_identity (record, cell (self, row, 0)->i, cell (self, row, 1)->i);
  for (guint i = 0; i + 2 < self->width; i++)
    ent_record_set_value (record, i, cell (self, row, i + 2));
  ent_record_set_loaded (record, TRUE);
  g_object_thaw_notify (record);
}

void
ent_row_set_free (EntRowSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_string_chunk_free (self->texts);
  g_free (self);
}
