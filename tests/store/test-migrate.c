/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Migrations: numbers, order, failure, agreement of tables and descriptors, and the tool that
 * embeds the scripts. */

#include "ent-migrate.h"

#include <gio/gio.h>
#include <string.h>

#include "ent-error.h"
#include "toy-bench.h"

static void
use_module (const EntModule *module)
{
  static const EntModule *modules[1];

  modules[0] = module;
  ent_registry_set_modules (modules, 1);
}

static void
test_numbers (void)
{
  int last = 0;

  for (guint i = 0; i < ent_registry_n_modules (); i++)
    for (const EntMigration *m = ent_registry_module (i)->migrations; m->number != 0; m++)
      {
        g_autofree char *prefix = g_strdup_printf ("%04d-", m->number);

        g_assert_cmpint (m->number, >, last);
        g_assert_true (g_str_has_prefix (m->name, prefix));
        last = m->number;
      }
  g_assert_cmpint (ent_registry_version (), ==, last);
}

static void
test_fresh (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ent_migrate_get_version (db, &error), ==, 0);
  g_assert_true (ent_migrate_run (db, &error));
  g_assert_cmpint (ent_migrate_get_version (db, &error), ==, 2);
  g_assert_cmpint (toy_count (db, "PRAGMA application_id"), ==, ENT_APPLICATION_ID);
  /* A second time there is nothing to do. */
  g_assert_true (ent_migrate_run (db, &error));
  g_assert_no_error (error);
  g_assert_true (ent_migrate_seed (db, 0, "Anne", &error));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 1);
}

/* A script that fails leaves the file at the step before, whole. */
static void
test_failing_step (void)
{
  static const EntSchema *const schemas[] = { NULL };
  static const EntMigration migrations[] = {
    { 2, "0002-good", "CREATE TABLE good (a);" },
    { 3, "0003-bad", "CREATE TABLE bad (a); INSERT INTO nowhere VALUES (1);" },
    { 0, NULL, NULL },
  };
  static const EntModule module = { "bad", schemas, migrations, NULL };
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  use_module (&module);
  g_assert_false (ent_migrate_run (db, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "0003-bad"));
  g_assert_cmpint (toy_count (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM good"), ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'bad'"), ==, 0);
  g_assert_false (ent_db_in_transaction (db));
  toy_register ();
}

/* One step at a time gives the same tables as all at once. */
static void
test_steps_equal_fresh (void)
{
  static const char *const tables =
      "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
  g_autoptr (EntDb) stepwise = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (EntDb) fresh = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (EntRows) left = NULL;
  g_autoptr (EntRows) right = NULL;

  g_assert_true (ent_migrate_run (stepwise, NULL));
  use_module (&toy_module_next);
  g_assert_true (ent_migrate_run (stepwise, NULL));
  g_assert_true (ent_migrate_run (fresh, NULL));
  left = ent_db_query (stepwise, tables, ENT_NO_ARGS, NULL);
  right = ent_db_query (fresh, tables, ENT_NO_ARGS, NULL);
  g_assert_true (ent_rows_next (left, NULL) && ent_rows_next (right, NULL));
  g_assert_cmpstr (ent_rows_text (left, 0), ==, ent_rows_text (right, 0));
  toy_register ();
}

static void
test_drift (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  const EntSchema *const *all = ent_registry_schemas ();

  for (; *all != NULL; all++)
    {
      g_autoptr (EntRows)
                    rows = ent_db_query (db, "SELECT name, \"notnull\" FROM pragma_table_info ($1)",
                                         ENT_ARGS (ent_text ((*all)->table)), NULL);
      guint n_stored = 2;
      guint n_found = 0;

      for (; ent_rows_next (rows, NULL); n_found++)
        {
          const EntColumn *column = ent_schema_column (*all, ent_rows_text (rows, 0));

          if (column == NULL)
            g_assert_true (g_str_equal (ent_rows_text (rows, 0), "id") ||
                           g_str_equal (ent_rows_text (rows, 0), "version"));
          else if (column->flags & ENT_COLUMN_REQUIRED)
            g_assert_cmpint (ent_rows_int (rows, 1), ==, 1);
        }
      for (guint i = 0; i < (*all)->n_columns; i++)
        n_stored += (*all)->columns[i].expression == NULL;
      g_assert_cmpuint (n_found, ==, n_stored);
    }
}

static char *
find_tool (void)
{
  static const char *const ways[] = { "../../tools", "../tools", "tools" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      char *path = g_test_build_filename (G_TEST_DIST, ways[i], "embed-sql.py", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
  return NULL;
}

static gboolean
embed (const char *tool, const char *folder, const char *name, char **text)
{
  g_autofree char *script = g_build_filename (folder, name, NULL);
  g_autofree char *output = g_build_filename (folder, "out.c", NULL);
  g_autoptr (GSubprocess) run = NULL;

  g_assert_true (g_file_set_contents (script, "-- why\nSELECT '\"\\'; -- what\n\n", -1, NULL));
  run = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "python3", tool, "the_table",
                          output, script, NULL);
  g_assert_nonnull (run);
  if (!g_subprocess_wait_check (run, NULL, NULL))
    return FALSE;
  g_assert_true (g_file_get_contents (output, text, NULL, NULL));
  return TRUE;
}

static void
test_embedding (void)
{
  static const char *const bad[] = { "1-short.sql", "00001-long.sql", "0001.sql", "0001-Upper.sql",
                                     "0001_under.sql" };
  g_autofree char *tool = find_tool ();
  g_autofree char *text = NULL;
  char *folder;

  if (tool == NULL)
    {
      g_test_skip ("the sources are not at hand");
      return;
    }
  folder = toy_folder_new ();
  g_assert_true (embed (tool, folder, "0012-food-aid.sql", &text));
  g_assert_nonnull (strstr (text, "{ 12, \"0012-food-aid\","));
  g_assert_nonnull (strstr (text, "\"SELECT '\\\"\\\\'; -- what\\n\""));
  g_assert_null (strstr (text, "why"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (embed (tool, folder, bad[i], &text));
  toy_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/migrate/numbers", test_numbers);
  g_test_add_func ("/store/migrate/fresh", test_fresh);
  g_test_add_func ("/store/migrate/failing-step", test_failing_step);
  g_test_add_func ("/store/migrate/steps-equal-fresh", test_steps_equal_fresh);
  g_test_add_func ("/store/migrate/drift", test_drift);
  g_test_add_func ("/store/migrate/embedding", test_embedding);
  return g_test_run ();
}
