/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine interface: what every engine shares. Thread of the connection. */

#include "ent-db.h"

#include <glib/gi18n-lib.h>

#include "ent-db-private.h"
#include "ent-error.h"

EntDb *
ent_db_open (const char *path, const guint8 *key, EntDbFlags flags, GError **error)
{
  static gint last_serial;
  g_autoptr (EntVault) vault = ent_vault_new (path, key);
  EntDb *db;

  if (vault == NULL)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                           _ ("There is not enough memory to protect the register. Close other "
                              "programs and try again."));
      return NULL;
    }
  db = ent_db_open_sqlite (path, key, flags, error);
  if (db != NULL)
    {
      db->serial = (guint) g_atomic_int_add (&last_serial, 1) + 1;
      db->vault = g_steal_pointer (&vault);
      g_mutex_init (&db->mutex);
    }
  return db;
}

void
ent_db_close (EntDb *db)
{
  if (db == NULL)
    return;
  g_mutex_clear (&db->mutex);
  ent_vault_free (db->vault);
  db->engine->close (db);
}

EntRows *
ent_db_query (EntDb *db, const char *sql, const EntValue *args, gsize n_args, GError **error)
{
  g_return_val_if_fail (db != NULL && sql != NULL, NULL);

  if (g_atomic_int_get (&db->stopped))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
      return NULL;
    }
  return db->engine->query (db, sql, args, n_args, error);
}

gboolean
ent_db_execute (EntDb *db,
                const char *sql,
                const EntValue *args,
                gsize n_args,
                gint64 *n_changed,
                GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  while (ent_rows_next (rows, &local_error))
    continue;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (n_changed != NULL)
    *n_changed = db->engine->n_changed (db);
  return TRUE;
}

gboolean
ent_db_script (EntDb *db, const char *sql, GError **error)
{
  return db->engine->script (db, sql, error);
}

gint64
ent_db_last_id (EntDb *db)
{
  return db->engine->last_id (db);
}

gint64
ent_db_number (EntDb *db, const char *sql, const EntValue *args, gsize n_args, gint64 fallback)
{
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, NULL);

  if (rows == NULL || !ent_rows_next (rows, NULL))
    return fallback;

  return ent_rows_get (rows, 0).type == ENT_VALUE_NULL ? fallback : ent_rows_int (rows, 0);
}

/* A transaction is never interrupted from outside. SQLite remembers an interruption as long as any
 * statement is active, the word index keeps one of its own active while it is written, and so even
 * the ROLLBACK would be interrupted, and everything after it. */
static void
set_writing (EntDb *db, gboolean writing)
{
  g_mutex_lock (&db->mutex);
  db->writing = writing;
  g_mutex_unlock (&db->mutex);
}

gboolean
ent_db_begin (EntDb *db, GError **error)
{
  set_writing (db, TRUE);
  if (ent_db_execute (db, "BEGIN IMMEDIATE", ENT_NO_ARGS, NULL, error))
    return TRUE;
  set_writing (db, ent_db_in_transaction (db));
  return FALSE;
}

gboolean
ent_db_commit (EntDb *db, GError **error)
{
  if (!ent_db_execute (db, "COMMIT", ENT_NO_ARGS, NULL, error))
    return FALSE;
  set_writing (db, FALSE);
  return TRUE;
}

void
ent_db_rollback (EntDb *db)
{
  g_autoptr (GError) error = NULL;

  /* A full disk has already taken the transaction back: then there is none to end. */
  if (ent_db_in_transaction (db) && !ent_db_execute (db, "ROLLBACK", ENT_NO_ARGS, NULL, &error))
    g_debug ("rollback: %s", error->message);
  set_writing (db, FALSE);
}

gboolean
ent_db_in_transaction (EntDb *db)
{
  return db->engine->in_transaction (db);
}

void
ent_db_interrupt (EntDb *db)
{
  g_mutex_lock (&db->mutex);
  if (!db->writing)
    db->engine->interrupt (db);
  g_mutex_unlock (&db->mutex);
}

void
ent_db_stop (EntDb *db)
{
  g_atomic_int_set (&db->stopped, TRUE);
  ent_db_interrupt (db);
}

guint
ent_db_serial (EntDb *db)
{
  return db->serial;
}

gboolean
ent_db_is_encrypted (EntDb *db)
{
  return db->encrypted;
}

const char *
ent_db_path (EntDb *db)
{
  return db->path;
}

gboolean
ent_rows_next (EntRows *rows, GError **error)
{
  return rows->db->engine->rows_next (rows, error);
}

guint
ent_rows_n_columns (EntRows *rows)
{
  return rows->db->engine->rows_n_columns (rows);
}

EntValue
ent_rows_get (EntRows *rows, guint column)
{
  return rows->db->engine->rows_get (rows, column);
}

gint64
ent_rows_int (EntRows *rows, guint column)
{
  EntValue value = ent_rows_get (rows, column);

  return value.type == ENT_VALUE_INT ? value.i : 0;
}

const char *
ent_rows_text (EntRows *rows, guint column)
{
  EntValue value = ent_rows_get (rows, column);

  return value.type == ENT_VALUE_TEXT ? value.s : NULL;
}

void
ent_rows_free (EntRows *rows)
{
  if (rows != NULL)
    rows->db->engine->rows_free (rows);
}
