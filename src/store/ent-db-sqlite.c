/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQLite engine, by way of SQLCipher: one file, encrypted page by page when a key is given.
 * Thread of the connection, except interrupt. */

#include "ent-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlcipher/sqlite3.h>
#include <string.h>

#include "ent-date.h"
#include "ent-error.h"
#include "ent-text.h"

typedef struct
{
  EntDb parent;
  sqlite3 *handle;
  GHashTable *statements; /* text → idle sqlite3_stmt */
} EntDbSqlite;

typedef struct
{
  EntRows parent;
  sqlite3_stmt *statement;
  const char *sql; /* owned by the statement */
} EntRowsSqlite;

static sqlite3 *
handle_of (EntDb *db)
{
  return ((EntDbSqlite *) db)->handle;
}

static const char *
constraint_message (int extended)
{
  if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
    return _ ("Another record already has this value, and it must be unique.");
  if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
    return _ ("This refers to a record that is not there any more, or another record still refers "
              "to it.");
  return _ ("The register refuses this value.");
}

/* SQLCipher tells of a page whose seal is broken as an error without a text of its own. */
static int
without_disguise (EntDbSqlite *self, int code)
{
  if (self != NULL && self->parent.encrypted && code == SQLITE_ERROR &&
      strcmp (sqlite3_errmsg (self->handle), sqlite3_errstr (SQLITE_ERROR)) == 0)
    return SQLITE_CORRUPT;
  return code;
}

static void
set_error (EntDbSqlite *self, int code, GError **error)
{
  sqlite3 *handle = self != NULL ? self->handle : NULL;
  int extended = handle != NULL ? sqlite3_extended_errcode (handle) : code;

  switch (without_disguise (self, code) & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT,
                           constraint_message (extended));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL,
                           _ ("The disk is full. Nothing was changed: make room, then try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY,
                           _ ("The register or its folder cannot be written. Check the rights on "
                              "the folder, or open a copy elsewhere."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE,
                           _ ("The register is being written by another program. Try again in a "
                              "moment."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT,
                           _ ("The file is damaged. Do not write to it any more: restore the "
                              "latest backup, and keep this file for repair."));
      break;
    case SQLITE_IOERR:
      if (handle != NULL &&
          (sqlite3_system_errno (handle) == EFBIG || sqlite3_system_errno (handle) == ENOSPC ||
           sqlite3_system_errno (handle) == EDQUOT))
        g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL,
                             _ ("The disk is full. Nothing was changed: make room, then try "
                                "again."));
      else
        g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                             _ ("The disk could not be read or written. Nothing was changed."));
      break;
    default:
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                   _ ("The register could not do this (%s)."),
                   handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
      break;
    }
}

/* To SQLite “$2” is a name like any other, numbered by where it stands first in the text; to us it
 * is the second argument, wherever it stands. 0 when the text has no such parameter. */
static int
parameter_position (sqlite3_stmt *statement, gsize number)
{
  char name[24];
  const char *found;

  g_snprintf (name, sizeof name, "$%" G_GSIZE_FORMAT, number);
  found = sqlite3_bind_parameter_name (statement, (int) number);
  if (found != NULL && strcmp (found, name) == 0)
    return (int) number;
  return sqlite3_bind_parameter_index (statement, name);
}

static gboolean
bind_args (sqlite3_stmt *statement, const EntValue *args, gsize n_args)
{
  for (gsize i = 0; i < n_args; i++)
    {
      int position = parameter_position (statement, i + 1);
      int code = SQLITE_OK;

      switch (args[i].type)
        {
        case ENT_VALUE_INT:
          code = sqlite3_bind_int64 (statement, position, args[i].i);
          break;
        case ENT_VALUE_REAL:
          code = sqlite3_bind_double (statement, position, args[i].d);
          break;
        case ENT_VALUE_TEXT:
          code = sqlite3_bind_text (statement, position, args[i].s, -1, SQLITE_TRANSIENT);
          break;
        case ENT_VALUE_NULL:
        default:
          code = sqlite3_bind_null (statement, position);
          break;
        }
      if (code != SQLITE_OK)
        return FALSE;
    }
  return TRUE;
}

/* An idle statement of the same text, or a new one. It leaves the table while it is in use, so two
 * readers of one text do not disturb each other. */
static sqlite3_stmt *
take_statement (EntDbSqlite *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  if (g_hash_table_steal_extended (self->statements, sql, NULL, (gpointer *) &statement))
    return statement;

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }
  return statement;
}

static EntRows *
sqlite_query (EntDb *db, const char *sql, const EntValue *args, gsize n_args, GError **error)
{
  EntDbSqlite *self = (EntDbSqlite *) db;
  sqlite3_stmt *statement = take_statement (self, sql, error);
  EntRowsSqlite *rows;

  if (statement == NULL)
    return NULL;
  if (!bind_args (statement, args, n_args))
    {
      set_error (self, sqlite3_errcode (self->handle), error);
      sqlite3_finalize (statement);
      return NULL;
    }

  rows = g_new0 (EntRowsSqlite, 1);
  rows->parent.db = db;
  rows->statement = statement;
  rows->sql = sqlite3_sql (statement);
  return &rows->parent;
}

static gboolean
sqlite_rows_next (EntRows *rows, GError **error)
{
  EntRowsSqlite *self = (EntRowsSqlite *) rows;
  int code = sqlite3_step (self->statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    set_error ((EntDbSqlite *) rows->db, code, error);
  return FALSE;
}

static guint
sqlite_rows_n_columns (EntRows *rows)
{
  return (guint) sqlite3_column_count (((EntRowsSqlite *) rows)->statement);
}

static EntValue
sqlite_rows_get (EntRows *rows, guint column)
{
  sqlite3_stmt *statement = ((EntRowsSqlite *) rows)->statement;

  switch (sqlite3_column_type (statement, (int) column))
    {
    case SQLITE_INTEGER:
      return ent_int (sqlite3_column_int64 (statement, (int) column));
    case SQLITE_FLOAT:
      return ent_real (sqlite3_column_double (statement, (int) column));
    case SQLITE_NULL:
      return ent_null ();
    default:
      return ent_text ((const char *) sqlite3_column_text (statement, (int) column));
    }
}

static void
sqlite_rows_free (EntRows *rows)
{
  EntRowsSqlite *self = (EntRowsSqlite *) rows;
  EntDbSqlite *db = (EntDbSqlite *) rows->db;

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  if (g_hash_table_contains (db->statements, self->sql) || g_hash_table_size (db->statements) > 300)
    sqlite3_finalize (self->statement);
  else
    g_hash_table_insert (db->statements, (char *) self->sql, self->statement);
  g_free (self);
}

static gboolean
sqlite_script (EntDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (handle_of (db), sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  set_error ((EntDbSqlite *) db, code, error);
  return FALSE;
}

static gint64
sqlite_n_changed (EntDb *db)
{
  return sqlite3_changes64 (handle_of (db));
}

static gint64
sqlite_last_id (EntDb *db)
{
  return sqlite3_last_insert_rowid (handle_of (db));
}

static gboolean
sqlite_in_transaction (EntDb *db)
{
  return sqlite3_get_autocommit (handle_of (db)) == 0;
}

static void
sqlite_interrupt (EntDb *db)
{
  sqlite3_interrupt (handle_of (db));
}

static void
sqlite_close (EntDb *db)
{
  EntDbSqlite *self = (EntDbSqlite *) db;

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (db->path);
  g_free (self);
}

static const EntDbEngine sqlite_engine = {
  .close = sqlite_close,
  .query = sqlite_query,
  .script = sqlite_script,
  .n_changed = sqlite_n_changed,
  .last_id = sqlite_last_id,
  .in_transaction = sqlite_in_transaction,
  .interrupt = sqlite_interrupt,
  .rows_next = sqlite_rows_next,
  .rows_n_columns = sqlite_rows_n_columns,
  .rows_get = sqlite_rows_get,
  .rows_free = sqlite_rows_free,
};

/* The raw key spares SQLCipher's own slow derivation: ours has been through Argon2id already. */
static gboolean
set_key (sqlite3 *handle, const guint8 *key)
{
  char text[3 + 2 * ENT_KEY_SIZE + 1] = "x'";
  int code;

  for (guint i = 0; i < ENT_KEY_SIZE; i++)
    g_snprintf (text + 2 + 2 * i, 3, "%02x", key[i]);
  strcat (text, "'");
  code = sqlite3_key (handle, text, (int) strlen (text));
  explicit_bzero (text, sizeof text);
  return code == SQLITE_OK;
}

static gboolean
check_wal (EntDb *db, GError **error)
{
  g_autoptr (EntRows) rows = sqlite_query (db, "PRAGMA journal_mode", NULL, 0, error);

  if (rows == NULL || !sqlite_rows_next (rows, error))
    return FALSE;
  if (g_strcmp0 (sqlite_rows_get (rows, 0).s, "wal") == 0)
    return TRUE;
  set_error (NULL, SQLITE_READONLY, error);
  return FALSE;
}

/* ent_fold (text): letters without case and accents, for ordering and comparing. */
static void
fold_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, ent_text_fold (text), -1, g_free);
}

/* ent_today (): the day as the rest of the program has it, so that lists and tests agree. */
static void
today_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char text[11];

  ent_day_write_iso (ent_day_today (), text);
  sqlite3_result_text (context, text, -1, SQLITE_TRANSIENT);
}

static gboolean
set_pragmas (EntDb *db, EntDbFlags flags, GError **error)
{
  /* Sorting spills to memory only: a temporary file would hold names in clear. */
  if (!sqlite_script (db,
                      "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                      "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;"
                      "PRAGMA cache_size = -16000; PRAGMA busy_timeout = 5000;",
                      error))
    return FALSE;
  if (flags & ENT_DB_READ_ONLY || db->path == NULL)
    return TRUE;
  /* SQLite falls back silently, to reading only or to another journal; neither will do. */
  if (sqlite3_db_readonly (handle_of (db), "main") == 1)
    {
      set_error (NULL, SQLITE_READONLY, error);
      return FALSE;
    }
  return sqlite_script (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error) &&
         check_wal (db, error);
}

EntDb *
ent_db_open_sqlite (const char *path, const guint8 *key, EntDbFlags flags, GError **error)
{
  g_autoptr (EntDb) db = NULL;
  EntDbSqlite *self = g_new0 (EntDbSqlite, 1);
  int open_flags = SQLITE_OPEN_NOMUTEX;
  int code;

  open_flags |= flags & ENT_DB_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (flags & ENT_DB_CREATE || path == NULL)
    open_flags |= SQLITE_OPEN_CREATE;

  db = &self->parent;
  db->engine = &sqlite_engine;
  db->path = g_strdup (path);
  db->encrypted = key != NULL;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) sqlite3_finalize);

  code = sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->handle, open_flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_exec (self->handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
  if (key != NULL && !set_key (self->handle, key))
    {
      set_error (self, SQLITE_ERROR, error);
      return NULL;
    }
  sqlite3_create_function (self->handle, "ent_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                           fold_func, NULL, NULL);
  /* Deterministic within a statement, so that it is asked once and not for each row. */
  sqlite3_create_function (self->handle, "ent_today", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                           today_func, NULL, NULL);
  if (!set_pragmas (db, flags, error))
    return NULL;
  return g_steal_pointer (&db);
}
