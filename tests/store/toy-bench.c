/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the store have in common. Main thread. */

#include "toy-bench.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "ent-change-private.h"
#include "ent-sql.h"

void
toy_register (void)
{
  static const EntModule *const modules[] = { &toy_module };

  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
}

void
toy_init (int *argc, char ***argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  toy_register ();
}

EntDb *
toy_db_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_new_in_memory (&error);

  g_assert_no_error (error);
  return ent_register_steal_db (reg);
}

EntStore *
toy_store_new_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  EntStore *store = ent_store_new (ent_register_new_in_memory (NULL), &error);

  g_assert_no_error (error);
  return store;
}

EntStore *
toy_store_new (char **folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  EntRegister *reg;
  EntStore *store;

  *folder = toy_folder_new ();
  path = g_build_filename (*folder, "toys.entraide", NULL);
  reg = ent_register_create (path, NULL, "Tester", &error);
  g_assert_no_error (error);
  store = ent_store_new (reg, &error);
  g_assert_no_error (error);
  return store;
}

char *
toy_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("entraide-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
toy_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          toy_folder_remove (path);
          continue;
        }
      g_unlink (path);
      g_free (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

ToyOwner *
toy_owner_draft (const char *name, const char *first_name)
{
  ToyOwner *owner = ent_record_new (TOY_TYPE_OWNER);

  g_object_set (owner, "name", name, "first-name", first_name, NULL);
  return owner;
}

static gint64
insert_alone (EntDb *db, gpointer draft)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (db, "Added", "Tester", &error);

  g_assert_no_error (error);
  ent_apply_insert (apply, draft, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return ent_record_get_id (draft);
}

ToyOwner *
toy_owner_insert (EntDb *db, const char *name, const char *first_name)
{
  g_autoptr (ToyOwner) draft = toy_owner_draft (name, first_name);

  return toy_load (db, &toy_owner_schema, insert_alone (db, draft));
}

ToyChild *
toy_child_insert (EntDb *db, gint64 owner_id, const char *phone)
{
  g_autoptr (ToyChild) draft = ent_record_new (TOY_TYPE_CHILD);

  g_object_set (draft, "owner-id", owner_id, "phone", phone, NULL);
  return toy_load (db, &toy_child_schema, insert_alone (db, draft));
}

ToyPaper *
toy_paper_insert (EntDb *db, gint64 owner_id, const char *file)
{
  g_autoptr (ToyPaper) draft = ent_record_new (TOY_TYPE_PAPER);

  g_object_set (draft, "owner-id", owner_id, "title", "Paper", "file", file, NULL);
  return toy_load (db, &toy_paper_schema, insert_alone (db, draft));
}

gpointer
toy_load (EntDb *db, const EntSchema *schema, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
                found = ent_sql_load (db, schema, "WHERE id = $1", ENT_ARGS (ent_int (id)), &error);

  g_assert_no_error (error);
  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

gint64
toy_count (EntDb *db, const char *sql)
{
  return ent_db_number (db, sql, ENT_NO_ARGS, -1);
}

/* What ent_store_apply_async() does, on this thread. */
gint64
toy_apply (EntDb *db, EntChangeSet *set, GError **error)
{
  const char *label = ent_change_set_get_label (set);
  g_autoptr (EntApply) apply = ent_apply_begin (db, label, "Tester", error);
  gint64 id;

  if (apply == NULL || !ent_change_set_apply (set, apply, error))
    return 0;
  id = ent_apply_get_id (apply);
  return ent_apply_commit (g_steal_pointer (&apply), error) ? id : 0;
}

gint64
toy_undo (EntDb *db, gint64 set_id, GError **error)
{
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Undone", "Tester", error);
  gint64 id;

  if (apply == NULL || !ent_apply_undo (apply, set_id, error))
    return 0;
  id = ent_apply_get_id (apply);
  return ent_apply_commit (g_steal_pointer (&apply), error) ? id : 0;
}

void
toy_wait_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ToyWait *wait = user_data;

  g_set_object (&wait->result, result);
  if (wait->loop != NULL)
    g_main_loop_quit (wait->loop);
}

GAsyncResult *
toy_wait (ToyWait *wait)
{
  if (wait->loop == NULL)
    wait->loop = g_main_loop_new (NULL, FALSE);
  if (wait->result == NULL)
    g_main_loop_run (wait->loop);
  return wait->result;
}

void
toy_wait_clear (ToyWait *wait)
{
  g_clear_pointer (&wait->loop, g_main_loop_unref);
  g_clear_object (&wait->result);
}

void
toy_wait_for (const gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
nothing (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

void
toy_settle (EntStore *store)
{
  for (guint round = 0; round < 3; round++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      for (int lane = ENT_LANE_READ; lane <= ENT_LANE_WRITE; lane++)
        {
          g_auto (ToyWait) wait = { NULL, NULL };

          ent_store_run_async (store, (EntLane) lane, G_PRIORITY_LOW * 10, nothing, NULL, NULL,
                               NULL, NULL, toy_wait_cb, &wait);
          toy_wait (&wait);
        }
    }
}

gboolean
toy_store_apply (EntStore *store, EntChangeSet *set, GError **error)
{
  g_auto (ToyWait) wait = { NULL, NULL };

  ent_store_apply_async (store, set, NULL, toy_wait_cb, &wait);
  return ent_store_apply_finish (store, toy_wait (&wait), error);
}

char *
toy_store_undo (EntStore *store, GError **error)
{
  g_auto (ToyWait) wait = { NULL, NULL };

  ent_store_undo_async (store, NULL, toy_wait_cb, &wait);
  return ent_store_undo_finish (store, toy_wait (&wait), error);
}

char *
toy_store_redo (EntStore *store, GError **error)
{
  g_auto (ToyWait) wait = { NULL, NULL };

  ent_store_redo_async (store, NULL, toy_wait_cb, &wait);
  return ent_store_undo_finish (store, toy_wait (&wait), error);
}

gint64
toy_store_insert (EntStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Owner added");
  g_autoptr (ToyOwner) draft = toy_owner_draft (name, NULL);
  gint64 provisional = ent_change_set_insert (set, draft);

  toy_store_apply (store, set, &error);
  g_assert_no_error (error);
  return ent_change_set_resolve (set, provisional);
}

gpointer
toy_store_load (EntStore *store, GType type, gint64 id, GError **error)
{
  g_auto (ToyWait) wait = { NULL, NULL };

  ent_store_load_async (store, type, id, NULL, toy_wait_cb, &wait);
  return ent_store_load_finish (store, toy_wait (&wait), error);
}

static gpointer
count_owners (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *sql = "SELECT count(*) FROM toy_owner";
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_NO_ARGS, error);

  return rows != NULL && ent_rows_next (rows, error)
             ? GINT_TO_POINTER ((int) ent_rows_int (rows, 0))
             : NULL;
}

int
toy_store_n_owners (EntStore *store)
{
  g_auto (ToyWait) wait = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  int n;

  ent_store_run_async (store, ENT_LANE_REPORT, 0, count_owners, NULL, NULL, NULL, NULL, toy_wait_cb,
                       &wait);
  n = GPOINTER_TO_INT (ent_store_run_finish (store, toy_wait (&wait), &error));
  g_assert_no_error (error);
  return n;
}

void
toy_set_up (ToyFixture *self, gconstpointer in_memory)
{
  self->store = in_memory ? toy_store_new_in_memory () : toy_store_new (&self->folder);
}

void
toy_tear_down (ToyFixture *self, gconstpointer in_memory)
{
  ent_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->store);
  if (self->folder != NULL)
    toy_folder_remove (self->folder);
}
