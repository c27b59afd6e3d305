/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row in, one row changed, one row out: the statements behind an act. Thread of the
 * connection. */

#include <glib/gi18n-lib.h>

#include "ent-apply-private.h"
#include "ent-error.h"
#include "ent-module.h"

/* Asked here, where every way of writing comes by. */
static gboolean
is_allowed (EntApply *self, const EntWrite *write, GError **error)
{
  for (guint i = 0; i < ent_registry_n_modules (); i++)
    {
      const EntModule *module = ent_registry_module (i);

      if (module->guard != NULL && !module->guard (self->db, write, error))
        return FALSE;
    }
  return TRUE;
}

/* "INSERT INTO t (id, version, a, b) VALUES ($1, $2, $3, $4)", made once a schema. */
static const char *
insert_sql (const EntSchema *schema)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (GString) values = g_string_new (") VALUES ($1, $2");
  GString *sql;
  const char *found;
  guint n = 2;

  if (known == NULL)
    known = g_hash_table_new (g_direct_hash, g_direct_equal);
  found = g_hash_table_lookup (known, schema);
  if (found != NULL)
    return found;

  sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO %s (id, version", schema->table);
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].expression == NULL)
      {
        g_string_append_printf (sql, ", %s", schema->columns[i].name);
        g_string_append_printf (values, ", $%u", ++n);
      }
  g_string_append_printf (sql, "%s)", values->str);
  g_hash_table_insert (known, (gpointer) schema, sql->str);
  return g_string_free_and_steal (sql);
}

static void
clear_args (EntValue *args, guint n)
{
  for (guint i = 0; i < n; i++)
    ent_value_clear (&args[i]);
}

/* @id 0: the register gives one. */
gboolean
ent_apply_write_insert (EntApply *self, gpointer record, gint64 id, gint64 version, GError **error)
{
  const EntSchema *schema = ent_record_get_schema (record);
  EntWrite write = { ENT_ACTION_INSERT, record, G_MAXUINT64 };
  EntValue args[66];
  guint n = 2;
  gboolean ok;

  if (!is_allowed (self, &write, error))
    return FALSE;
  args[0] = id > 0 ? ent_int (id) : ent_null ();
  args[1] = ent_int (version);
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].expression == NULL)
      ent_record_get_value (record, i, &args[n++]);

  ok = ent_db_execute (self->db, insert_sql (schema), args, n, NULL, error);
  clear_args (args, n);
  if (ok)
    ent_record_set_identity (record, id > 0 ? id : ent_db_last_id (self->db), version);
  return ok;
}

gboolean
ent_apply_write_update (EntApply *self, gpointer record, guint64 mask, GError **error)
{
  const EntSchema *schema = ent_record_get_schema (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  EntWrite write = { ENT_ACTION_UPDATE, record, mask };
  EntValue args[66];
  gint64 n_changed = 0;
  guint n = 0;
  gboolean ok;

  if (!is_allowed (self, &write, error))
    return FALSE;
  g_string_append_printf (sql, "UPDATE %s SET version = version + 1", schema->table);
  for (guint i = 0; i < schema->n_columns; i++)
    if (mask >> i & 1)
      {
        ent_record_get_value (record, i, &args[n++]);
        g_string_append_printf (sql, ", %s = $%u", schema->columns[i].name, n);
      }
  g_string_append_printf (sql, " WHERE id = $%u AND version = $%u", n + 1, n + 2);
  args[n] = ent_int (ent_record_get_id (record));
  args[n + 1] = ent_int (ent_record_get_version (record));

  ok = ent_db_execute (self->db, sql->str, args, n + 2, &n_changed, error);
  clear_args (args, n);
  if (ok && n_changed == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT,
                           _ ("Somebody else changed this record meanwhile."));
      return FALSE;
    }
  if (ok)
    ent_record_set_identity (record, ent_record_get_id (record),
                             ent_record_get_version (record) + 1);
  return ok;
}

gboolean
ent_apply_write_delete (EntApply *self, gpointer record, GError **error)
{
  const EntSchema *schema = ent_record_get_schema (record);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = $1", schema->table);
  EntWrite write = { ENT_ACTION_DELETE, record, 0 };

  return is_allowed (self, &write, error) &&
         ent_db_execute (self->db, sql, ENT_ARGS (ent_int (ent_record_get_id (record))), NULL,
                         error);
}

gboolean
ent_apply_set_setting (EntApply *self, const char *name, const char *value, GError **error)
{
  return ent_db_execute (self->db,
                         "INSERT INTO setting (name, value) VALUES ($1, $2) "
                         "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                         ENT_ARGS (ent_text (name), ent_text (value)), NULL, error);
}
