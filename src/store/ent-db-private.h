/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an engine provides behind ent-db.h. Only the engines and ent-db.c include this. */

#pragma once

#include "ent-db.h"
#include "ent-vault-private.h"

G_BEGIN_DECLS

typedef struct
{
  void (*close) (EntDb *db);
  EntRows *(
      *query) (EntDb *db, const char *sql, const EntValue *args, gsize n_args, GError **error);
  gboolean (*script) (EntDb *db, const char *sql, GError **error);
  gint64 (*n_changed) (EntDb *db);
  gint64 (*last_id) (EntDb *db);
  gboolean (*in_transaction) (EntDb *db);
  void (*interrupt) (EntDb *db);
  gboolean (*rows_next) (EntRows *rows, GError **error);
  guint (*rows_n_columns) (EntRows *rows);
  EntValue (*rows_get) (EntRows *rows, guint column);
  void (*rows_free) (EntRows *rows);
} EntDbEngine;

struct _EntDb
{
  const EntDbEngine *engine;
  char *path; /* NULL: in memory */
  EntVault *vault; /* files kept beside it, with their key */
  gboolean encrypted;
  guint serial;
  gint stopped; /* atomic */
  GMutex mutex; /* of @writing */
  gboolean writing;
};

struct _EntRows
{
  EntDb *db;
};

EntDb *ent_db_open_sqlite (const char *path, const guint8 *key, EntDbFlags flags, GError **error);

G_END_DECLS
