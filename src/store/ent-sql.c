/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQL text from schemas. */

#include "ent-sql.h"

const char *
ent_sql_columns (const EntSchema *schema)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GString *text;
  const char *found;

  if (known == NULL)
    known = g_hash_table_new (g_direct_hash, g_direct_equal);
  found = g_hash_table_lookup (known, schema);
  if (found != NULL)
    return found;

  text = g_string_new ("id, version");
  for (guint i = 0; i < schema->n_columns; i++)
    g_string_append_printf (text, schema->columns[i].expression ? ", (%s)" : ", %s",
                            schema->columns[i].expression ? schema->columns[i].expression
                                                          : schema->columns[i].name);
  g_hash_table_insert (known, (gpointer) schema, text->str);
  return g_string_free_and_steal (text);
}

char *
ent_sql_select (const EntSchema *schema, const char *tail)
{
  return g_strdup_printf ("SELECT %s FROM %s %s", ent_sql_columns (schema), schema->table,
                          tail != NULL ? tail : "");
}

void
ent_sql_fill (gpointer record, EntRows *rows, guint first)
{
  const EntSchema *schema = ent_record_get_schema (record);

  ent_record_set_identity (record, ent_rows_int (rows, first), ent_rows_int (rows, first + 1));
  for (guint i = 0; i < schema->n_columns; i++)
    {
      EntValue value = ent_rows_get (rows, first + 2 + i);

      ent_record_set_value (record, i, &value);
    }
  ent_record_set_loaded (record, TRUE);
}

GPtrArray *
ent_sql_load (EntDb *db,
              const EntSchema *schema,
              const char *tail,
              const EntValue *args,
              gsize n_args,
              GError **error)
{
  g_autofree char *sql = ent_sql_select (schema, tail);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;

  while (ent_rows_next (rows, &local_error))
    {
      gpointer record = ent_record_new (schema->type ());

      ent_sql_fill (record, rows, 0);
      g_ptr_array_add (records, record);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&records);
}

GPtrArray *
ent_sql_load_owned (EntDb *db,
                    const EntSchema *schema,
                    gint64 owner_id,
                    const char *order,
                    GError **error)
{
  g_autofree char *tail = g_strdup_printf ("WHERE %s = $1 ORDER BY %s",
                                           ent_schema_owner (schema)->name, order);

  return ent_sql_load (db, schema, tail, ENT_ARGS (ent_int (owner_id)), error);
}
