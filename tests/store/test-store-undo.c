/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's list of steps: undo, redo, their number, and acts reversed by name. */

#include "ent-store.h"

#include "ent-error.h"
#include "toy-bench.h"

static void
test_undo_redo (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gboolean can_undo, can_redo;
  gint64 id;

  g_free (toy_store_undo (self->store, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  id = toy_store_insert (self->store, "Dupont");
  g_assert_cmpstr (ent_store_get_undo_label (self->store), ==, "Owner added");
  for (guint round = 0; round < 3; round++)
    {
      g_autofree char *undone = toy_store_undo (self->store, &error);
      g_autofree char *redone = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (undone, ==, "Owner added");
      g_assert_null (toy_store_load (self->store, TOY_TYPE_OWNER, id, NULL));
      g_object_get (self->store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
      g_assert_true (!can_undo && can_redo);
      redone = toy_store_redo (self->store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (redone, ==, "Owner added");
      g_object_get (self->store, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
      g_assert_true (can_undo && !can_redo);
    }
  /* A new act ends the way forward. */
  g_free (toy_store_undo (self->store, &error));
  toy_store_insert (self->store, "Martin");
  g_assert_null (ent_store_get_redo_label (self->store));
}

static void
test_fifty_steps (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 55; i++)
    toy_store_insert (self->store, "Dupont");
  while (ent_store_get_undo_label (self->store) != NULL)
    {
      g_free (toy_store_undo (self->store, &error));
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpuint (n, ==, 50);
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 6);
  for (; n > 0; n--)
    g_free (toy_store_redo (self->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 56);
}

/* Two quick presses of Ctrl+Z mean two acts. */
static void
test_undo_twice_at_once (ToyFixture *self, gconstpointer unused)
{
  g_auto (ToyWait) first = { NULL, NULL };
  g_auto (ToyWait) second = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  toy_store_insert (self->store, "Dupont");
  toy_store_insert (self->store, "Martin");
  ent_store_undo_async (self->store, NULL, toy_wait_cb, &first);
  ent_store_undo_async (self->store, NULL, toy_wait_cb, &second);
  g_free (ent_store_undo_finish (self->store, toy_wait (&first), &error));
  g_assert_no_error (error);
  g_free (ent_store_undo_finish (self->store, toy_wait (&second), &error));
  g_assert_no_error (error);
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 1);
}

static void
test_undo_refused (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  g_autoptr (ToyOwner) owner = NULL;
  g_auto (ToyWait) wait = { NULL, NULL };
  gint64 inserted;
  g_autofree char *label = NULL;

  toy_store_insert (self->store, "Martin");
  owner = toy_store_load (self->store, TOY_TYPE_OWNER, toy_store_insert (self->store, "Dupont"),
                          NULL);
  ent_change_set_delete (set, owner);
  g_assert_true (toy_store_apply (self->store, set, &error));
  inserted = ent_change_set_get_id (set) - 1;

  ent_store_undo_act_async (self->store, inserted, NULL, toy_wait_cb, &wait);
  g_assert_null (ent_store_undo_finish (self->store, toy_wait (&wait), &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  label = toy_store_undo (self->store, &error);
  g_assert_cmpstr (label, ==, "Removed");
  g_assert_cmpstr (ent_store_get_undo_label (self->store), ==, "Owner added");
}

/* From the trash: not a step of this session, so bringing back is itself what undo takes back. */
static void
test_undo_act (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  g_autoptr (ToyOwner) owner = NULL;
  g_auto (ToyWait) wait = { NULL, NULL };
  g_autofree char *label = NULL;

  owner = toy_store_load (self->store, TOY_TYPE_OWNER, toy_store_insert (self->store, "Dupont"),
                          NULL);
  ent_change_set_delete (set, owner);
  g_assert_true (toy_store_apply (self->store, set, &error));
  for (guint i = 0; i < 50; i++)
    toy_store_insert (self->store, "Martin");
  ent_store_undo_act_async (self->store, ent_change_set_get_id (set), NULL, toy_wait_cb, &wait);
  label = ent_store_undo_finish (self->store, toy_wait (&wait), &error);
  g_assert_cmpstr (label, ==, "Removed");
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 52);
  g_assert_null (ent_store_get_redo_label (self->store));
  g_free (toy_store_undo (self->store, &error));
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 51);
}

static void
test_author (ToyFixture *self, gconstpointer unused)
{
  g_autofree char *path = g_strdup (ent_register_get_path (ent_store_get_register (self->store)));
  g_autoptr (EntDb) db = NULL;

  toy_store_insert (self->store, "Dupont");
  g_free (toy_store_undo (self->store, NULL));
  g_free (toy_store_redo (self->store, NULL));
  db = ent_db_open (path, NULL, ENT_DB_READ_ONLY, NULL);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM change_set WHERE author = 'Tester'"), ==,
                   4);
}

#define ADD(name, func) \
  G_STMT_START \
  { \
    g_test_add ("/store/steps/" name, ToyFixture, NULL, toy_set_up, func, toy_tear_down); \
    g_test_add ("/store/steps/in-memory/" name, ToyFixture, "memory", toy_set_up, func, \
                toy_tear_down); \
  } \
  G_STMT_END

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  ADD ("undo-redo", test_undo_redo);
  ADD ("fifty-steps", test_fifty_steps);
  ADD ("undo-twice-at-once", test_undo_twice_at_once);
  ADD ("undo-refused", test_undo_refused);
  ADD ("undo-act", test_undo_act);
  g_test_add ("/store/steps/author", ToyFixture, NULL, toy_set_up, test_author, toy_tear_down);
  return g_test_run ();
}
