/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLCipher is inside the program and stays there: beside a library that brings its own SQLite, the
 * two must never meet. */

#define _GNU_SOURCE
#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC
#endif

#include <dlfcn.h>
#include <string.h>

#include <sqlcipher/sqlite3.h>

#include "toy-bench.h"

static void
test_inside (void)
{
  Dl_info ours, open_call, key_call;

  g_assert_cmpint (dladdr ((void *) toy_init, &ours), !=, 0);
  g_assert_cmpint (dladdr ((void *) sqlite3_open_v2, &open_call), !=, 0);
  g_assert_cmpint (dladdr ((void *) sqlite3_key, &key_call), !=, 0);
  g_assert_true (open_call.dli_fbase == ours.dli_fbase);
  g_assert_true (key_call.dli_fbase == ours.dli_fbase);
}

static void
test_nothing_exported (void)
{
  g_autofree char *output = NULL;
  g_autofree char *tool = g_find_program_in_path ("nm");
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *command[] = { tool, (char *) "-D", (char *) "--defined-only", self, NULL };

  if (tool == NULL)
    {
      g_test_skip ("nm is not installed");
      return;
    }
  g_spawn_sync (NULL, command, NULL, 0, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (output, "sqlite3"));
  g_assert_null (strstr (output, "sqlcipher"));
  g_assert_null (dlsym (RTLD_DEFAULT, "sqlite3_open_v2"));
}

static void
test_it_is_sqlcipher (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (EntRows) rows = ent_db_query (db, "PRAGMA cipher_version", ENT_NO_ARGS, NULL);

  g_assert_true (ent_rows_next (rows, NULL));
  g_assert_nonnull (ent_rows_text (rows, 0));
  g_assert_cmpstr (ent_rows_text (rows, 0), !=, "");
}

static void
check_pragma (EntDb *db, const char *name, gint64 expected)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", name, NULL);

  g_assert_cmpint (toy_count (db, sql), ==, expected);
}

static void
test_settings_of_the_engine (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  guint8 key[ENT_KEY_SIZE] = "not a secret";
  g_autoptr (EntDb) db = ent_db_open (path, key, ENT_DB_CREATE, NULL);
  g_autoptr (EntRows) rows = ent_db_query (db, "PRAGMA journal_mode", ENT_NO_ARGS, NULL);

  g_assert_true (ent_rows_next (rows, NULL));
  g_assert_cmpstr (ent_rows_text (rows, 0), ==, "wal");
  check_pragma (db, "synchronous", 2);
  check_pragma (db, "foreign_keys", 1);
  check_pragma (db, "temp_store", 2);
  check_pragma (db, "trusted_schema", 0);
  check_pragma (db, "recursive_triggers", 1);
  check_pragma (db, "busy_timeout", 5000);
  g_clear_pointer (&rows, ent_rows_free);
  g_clear_pointer (&db, ent_db_close);
  toy_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/linking/inside", test_inside);
  g_test_add_func ("/store/linking/nothing-exported", test_nothing_exported);
  g_test_add_func ("/store/linking/it-is-sqlcipher", test_it_is_sqlcipher);
  g_test_add_func ("/store/linking/settings-of-the-engine", test_settings_of_the_engine);
  return g_test_run ();
}
