/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running the numbered scripts. */

#include "ent-migrate.h"

#include <glib/gi18n-lib.h>

#include "ent-apply.h"
#include "ent-error.h"
#include "ent-module.h"

int
ent_migrate_get_version (EntDb *db, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "PRAGMA user_version", ENT_NO_ARGS, error);
  gint64 application;
  gint64 n_tables;
  int version;

  if (rows == NULL || !ent_rows_next (rows, error))
    return -1;

  version = (int) ent_rows_int (rows, 0);
  application = ent_db_number (db, "PRAGMA application_id", ENT_NO_ARGS, 0);
  n_tables = ent_db_number (db, "SELECT count(*) FROM sqlite_schema", ENT_NO_ARGS, 0);
  if (application != ENT_APPLICATION_ID && (n_tables > 0 || version != 0))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_A_REGISTER,
                           _ ("This file is not an Entraide register. Choose another file."));
      return -1;
    }
  if (version > ent_registry_version ())
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NEWER,
                           _ ("This register was written by a newer version of Entraide. Install "
                              "that version to open it; nothing was changed."));
      return -1;
    }
  return version;
}

static const EntMigration *
find_migration (int number)
{
  for (guint i = 0; i < ent_registry_n_modules (); i++)
    for (const EntMigration *m = ent_registry_module (i)->migrations; m->number != 0; m++)
      if (m->number == number)
        return m;

  return NULL;
}

static gboolean
run_one (EntDb *db, const EntMigration *migration, GError **error)
{
  g_autoptr (GString) sql = g_string_new (migration->sql);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", migration->number);

  g_string_replace (sql, "@ID@", "INTEGER PRIMARY KEY AUTOINCREMENT", 0);
  g_string_replace (sql, "@BLOB@", "BLOB", 0);

  if (!ent_db_begin (db, error))
    return FALSE;
  if (ent_db_script (db, sql->str, error) && ent_db_script (db, version, error) &&
      ent_db_script (db, "PRAGMA application_id = 1162761298", error) && ent_db_commit (db, error))
    return TRUE;

  /* Which script it was matters to us only when the script itself is at fault. */
  if (error != NULL && g_error_matches (*error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED))
    g_prefix_error (error, "%s: ", migration->name);
  ent_db_rollback (db);
  return FALSE;
}

gboolean
ent_migrate_run (EntDb *db, GError **error)
{
  int version = ent_migrate_get_version (db, error);
  int ours = ent_registry_version ();

  if (version < 0)
    return FALSE;

  for (int number = version + 1; number <= ours; number++)
    {
      const EntMigration *migration = find_migration (number);

      if (migration != NULL && !run_one (db, migration, error))
        return FALSE;
    }
  return TRUE;
}

/* Until the reference data is written, so that what stopped in between is made up for. */
#define NOTE "seed.from"

static gboolean
is_newer (const EntModule *module, int version)
{
  return module->seed != NULL && (version == 0 || module->migrations[0].number > version);
}

static gboolean
has_newer (int version)
{
  for (guint i = 0; i < ent_registry_n_modules (); i++)
    if (is_newer (ent_registry_module (i), version))
      return TRUE;

  return FALSE;
}

gboolean
ent_migrate_seed (EntDb *db, int version, const char *author, GError **error)
{
  g_autoptr (EntApply) apply = NULL;

  if (!has_newer (version))
    return TRUE;
  apply = ent_apply_begin (db, _ ("Reference data"), author, error);
  if (apply == NULL)
    return FALSE;

  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < ent_registry_n_modules (); i++)
    {
      const EntModule *module = ent_registry_module (i);

      if (is_newer (module, version) && !module->seed (apply, error))
        return FALSE;
    }
  return ent_db_execute (db, "DELETE FROM setting WHERE name = $1", ENT_ARGS (ent_text (NOTE)),
                         NULL, error) &&
         ent_apply_commit (g_steal_pointer (&apply), error);
}

/* The version whose modules have written what they bring. */
static int
seeded_version (EntDb *db, int version)
{
  if (version == 0)
    return 0;
  return (int) ent_db_number (db, "SELECT CAST (value AS INTEGER) FROM setting WHERE name = $1",
                              ENT_ARGS (ent_text (NOTE)), version);
}

static gboolean
note_version (EntDb *db, int version, GError **error)
{
  if (version == 0 || !has_newer (version))
    return TRUE;
  return ent_db_execute (db, "INSERT OR REPLACE INTO setting (name, value) VALUES ($1, $2)",
                         ENT_ARGS (ent_text (NOTE), ent_int (version)), NULL, error);
}

gboolean
ent_migrate_bring_up (EntDb *db, const char *author, GError **error)
{
  int version = ent_migrate_get_version (db, error);

  if (version < 0)
    return FALSE;
  version = seeded_version (db, version);
  return note_version (db, version, error) && ent_migrate_run (db, error) &&
         ent_migrate_seed (db, version, author, error);
}
