/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Older registers: a module that is new to them brings its reference data, once. */

#include "module-fixture.h"

#include <glib/gstdio.h>

/* What the file knew before home care. */
#define OLD "SELECT count(*) FROM locality"

typedef struct
{
  char *folder;
  char *path;
} Files;

static gint64
number_of (EntDb *db, const char *sql)
{
  gint64 n = ent_db_number (db, sql, ENT_NO_ARGS, -1);

  g_assert_cmpint (n, >=, 0);
  return n;
}

static guint
position_of (const char *id)
{
  guint i = 0;

  while (!g_str_equal (all_modules[i]->id, id))
    i++;
  return i;
}

/* The module as it was before a migration. */
static const EntModule *
as_before (const EntModule *module, int number)
{
  EntModule *old = g_memdup2 (module, sizeof *module);
  EntMigration *migrations;
  guint n = 0, kept = 0;

  while (module->migrations[n].number != 0)
    n++;
  migrations = g_new0 (EntMigration, n + 1);
  for (guint i = 0; i < n; i++)
    if (module->migrations[i].number < number)
      migrations[kept++] = module->migrations[i];
  old->migrations = migrations;
  return old;
}

/* A program that had only the modules below home care. */
static void
use_older_program (void)
{
  static const EntModule *older[G_N_ELEMENTS (all_modules)];
  guint n = position_of ("care");

  for (guint i = 0; i < n && older[i] == NULL; i++)
    older[i] = as_before (all_modules[i], all_modules[n]->migrations->number);
  ent_registry_set_modules (older, n);
}

static void
use_this_program (void)
{
  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
}

static EntDb *
open_register (Files *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_open (self->path, NULL, "Anne", 0, &error);

  g_assert_no_error (error);
  return ent_register_steal_db (reg);
}

static void
set_up (Files *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  EntRegister *reg;

  use_older_program ();
  self->folder = g_dir_make_tmp ("entraide-upgrade-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "old.entraide", NULL);
  reg = ent_register_create (self->path, NULL, "Anne", &error);
  g_assert_no_error (error);
  ent_register_close (reg);
  use_this_program ();
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Files *self, gconstpointer unused)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
delete_activities (EntDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const EntSchema *schema = ent_registry_schema ("care_activity");
  EntApply *apply = ent_apply_begin (db, "Delete", "Anne", &error);

  g_assert_no_error (error);
  all = ent_sql_load (db, schema, NULL, ENT_NO_ARGS, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      ent_apply_delete (apply, schema, ent_record_get_id (g_ptr_array_index (all, i)), &error);
      g_assert_no_error (error);
    }
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static void
test_new_module_brings_its_data (Files *self, gconstpointer unused)
{
  g_autoptr (EntDb) db = NULL;
  gint64 n_localities;

  use_older_program ();
  db = open_register (self);
  n_localities = number_of (db, OLD);
  g_clear_pointer (&db, ent_db_close);

  use_this_program ();
  db = open_register (self);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_activity"), ==, 3);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_task"), >, 10);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM contribution_reduction"), ==, 2);
  g_assert_cmpint (n_localities, >, 2000);
  g_assert_cmpint (number_of (db, OLD), ==, n_localities);
}

static void
test_once (Files *self, gconstpointer unused)
{
  g_autoptr (EntDb) db = open_register (self);
  gint64 n_acts = number_of (db, "SELECT count(*) FROM change_set");

  g_clear_pointer (&db, ent_db_close);
  db = open_register (self);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_activity"), ==, 3);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM change_set"), ==, n_acts);
}

static void
test_what_was_deleted_stays_so (Files *self, gconstpointer unused)
{
  g_autoptr (EntDb) db = open_register (self);

  delete_activities (db);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_activity"), ==, 0);
  g_clear_pointer (&db, ent_db_close);
  db = open_register (self);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_activity"), ==, 0);
}

static gboolean
fail_to_seed (EntApply *apply, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

/* The tables are there, the data is not: the next opening makes up for it. */
static void
test_stopped_in_between (Files *self, gconstpointer unused)
{
  const EntModule *modules[G_N_ELEMENTS (all_modules)];
  EntModule failing = *all_modules[position_of ("care")];
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all_modules); i++)
    modules[i] = all_modules[i];
  failing.seed = fail_to_seed;
  modules[position_of ("care")] = &failing;
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  reg = ent_register_open (self->path, NULL, "Anne", 0, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (reg);

  use_this_program ();
  db = open_register (self);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM care_activity"), ==, 3);
  g_assert_cmpint (number_of (db, OLD), >, 2000);
  g_assert_cmpint (number_of (db, "SELECT count(*) FROM setting WHERE name = 'seed.from'"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#undef ADD
#define ADD(name, function) g_test_add (name, Files, NULL, set_up, function, tear_down)
  ADD ("/upgrade/brings-data", test_new_module_brings_its_data);
  ADD ("/upgrade/once", test_once);
  ADD ("/upgrade/deleted-stays", test_what_was_deleted_stays_so);
  ADD ("/upgrade/stopped", test_stopped_in_between);
  return g_test_run ();
}
