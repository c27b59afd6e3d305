/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection to a database engine. A connection belongs to one thread; only
 * ent_db_interrupt() may be called from another. SQL is portable, parameters are $1, $2, … */

#pragma once

#include <gio/gio.h>

#include "ent-value.h"

G_BEGIN_DECLS

typedef struct _EntDb EntDb;
typedef struct _EntRows EntRows;

typedef enum
{
  ENT_DB_READ_ONLY = 1 << 0,
  ENT_DB_CREATE = 1 << 1
} EntDbFlags;

#define ENT_KEY_SIZE 32

/* Opens a file, or a private database in memory when @path is NULL. @key is ENT_KEY_SIZE bytes, or
 * NULL for a file in clear. */
EntDb *ent_db_open (const char *path, const guint8 *key, EntDbFlags flags, GError **error);
void ent_db_close (EntDb *db);

/* Statements are prepared once and kept. The rows borrow the connection: free them before the next
 * call with the same text. */
EntRows *ent_db_query (EntDb *db,
                       const char *sql,
                       const EntValue *args,
                       gsize n_args,
                       GError **error);
gboolean ent_db_execute (EntDb *db,
                         const char *sql,
                         const EntValue *args,
                         gsize n_args,
                         gint64 *n_changed,
                         GError **error);
/* Runs several statements without parameters, as a migration does. */
gboolean ent_db_script (EntDb *db, const char *sql, GError **error);
gint64 ent_db_last_id (EntDb *db);
/* The single integer of a query's first row, or @fallback when there is no row or an error. */
gint64 ent_db_number (EntDb *db,
                      const char *sql,
                      const EntValue *args,
                      gsize n_args,
                      gint64 fallback);

gboolean ent_db_begin (EntDb *db, GError **error);
gboolean ent_db_commit (EntDb *db, GError **error);
void ent_db_rollback (EntDb *db);
/* FALSE also when the engine took the transaction back by itself: a full disk, an interruption. */
gboolean ent_db_in_transaction (EntDb *db);

/* Stops what the connection is reading; callable from any thread. A transaction goes on: whoever
 * writes long looks at its GCancellable in between. */
void ent_db_interrupt (EntDb *db);
/* The same, and refuses whatever is asked afterwards. Any thread. */
void ent_db_stop (EntDb *db);
/* A number that no other connection of this program ever has. */
guint ent_db_serial (EntDb *db);
gboolean ent_db_is_encrypted (EntDb *db);
const char *ent_db_path (EntDb *db);

/* TRUE when there is a row to read; FALSE at the end or with @error set. */
gboolean ent_rows_next (EntRows *rows, GError **error);
guint ent_rows_n_columns (EntRows *rows);
/* The text is valid until the next step. */
EntValue ent_rows_get (EntRows *rows, guint column);
gint64 ent_rows_int (EntRows *rows, guint column);
const char *ent_rows_text (EntRows *rows, guint column);
void ent_rows_free (EntRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDb, ent_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRows, ent_rows_free)

G_END_DECLS
