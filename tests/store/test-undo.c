/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo of acts, and what the history and the trash tell of them. */

#include "ent-apply.h"
#include "ent-error.h"
#include "ent-history.h"
#include "ent-search.h"
#include "toy-bench.h"

static gint64
edit (EntDb *db, gint64 id, const char *column, const char *text)
{
  g_autoptr (ToyOwner) seen = toy_load (db, &toy_owner_schema, id);
  g_autoptr (ToyOwner) draft = ent_record_dup (seen);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Edited");
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_object_set (draft, column, text, NULL);
  ent_change_set_edit (set, seen, draft);
  act = toy_apply (db, set, &error);
  g_assert_no_error (error);
  return act;
}

static gint64
last_act (EntDb *db)
{
  return toy_count (db, "SELECT max (id) FROM change_set");
}

static void
check_undo (EntDb *db, gint64 act)
{
  g_autoptr (GError) error = NULL;

  toy_undo (db, act, &error);
  g_assert_no_error (error);
}

static void
check_refused (EntDb *db, gint64 act, EntStoreError code)
{
  g_autoptr (GError) error = NULL;
  gint64 acts = toy_count (db, "SELECT count(*) FROM change_set");
  gint64 trail = toy_count (db, "SELECT count(*) FROM audit");

  g_assert_cmpint (toy_undo (db, act, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM change_set"), ==, acts);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM audit"), ==, trail);
}

static void
check_name (EntDb *db, gint64 id, const char *name)
{
  g_autoptr (ToyOwner) owner = toy_load (db, &toy_owner_schema, id);

  g_assert_cmpstr (owner != NULL ? owner->name : NULL, ==, name);
}

static void
check_found (EntDb *db, const char *words, guint n)
{
  g_autoptr (GArray) ids = ent_search_ids (db, &toy_owner_schema, words, NULL);

  g_assert_cmpuint (ids->len, ==, n);
}

static void
test_insert (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  gint64 id = ent_record_get_id (owner);
  gint64 inserted = last_act (db);
  gint64 undone;

  check_undo (db, inserted);
  undone = last_act (db);
  check_name (db, id, NULL);
  check_found (db, "dupont", 0);
  check_refused (db, inserted, ENT_STORE_ERROR_NOT_FOUND);

  /* Redo is the undo of the undo, and brings the id back. */
  check_undo (db, undone);
  check_name (db, id, "Dupont");
  check_found (db, "dupont", 1);
  g_assert_cmpint (ent_db_number (db, "SELECT undone_by FROM change_set WHERE id = $1",
                                  ENT_ARGS (ent_int (inserted)), -1),
                   ==, -1);
}

static void
test_update (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  gint64 id = ent_record_get_id (owner);
  gint64 act = edit (db, id, "name", "Durand");
  g_autoptr (ToyOwner) back = NULL;

  check_undo (db, act);
  back = toy_load (db, &toy_owner_schema, id);
  g_assert_cmpuint (ent_record_compare (owner, back), ==, 0);
  g_assert_cmpint (ent_record_get_version (back), ==, 3);
  check_found (db, "durand", 0);
  check_found (db, "dupont", 1);
  check_undo (db, last_act (db));
  check_name (db, id, "Durand");
}

static void
test_update_of_other_columns_since (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) now = NULL;
  gint64 id = ent_record_get_id (owner);
  gint64 act = edit (db, id, "name", "Durand");

  edit (db, id, "first-name", "Zoé");
  check_undo (db, act);
  now = toy_load (db, &toy_owner_schema, id);
  g_assert_cmpstr (now->name, ==, "Dupont");
  g_assert_cmpstr (now->first_name, ==, "Zoé");
  g_assert_nonnull (strstr (now->sort_key, "dupont zoe"));
}

static void
test_changed_since (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  gint64 id = ent_record_get_id (owner);
  gint64 inserted = last_act (db);
  gint64 first = edit (db, id, "name", "Durand");
  gint64 second = edit (db, id, "name", "Martin");

  check_refused (db, first, ENT_STORE_ERROR_CONFLICT);
  check_refused (db, inserted, ENT_STORE_ERROR_CONFLICT);
  check_name (db, id, "Martin");
  /* In the right order all of it goes. */
  check_undo (db, second);
  check_refused (db, inserted, ENT_STORE_ERROR_CONFLICT);
  check_undo (db, first);
  check_undo (db, inserted);
  check_name (db, id, NULL);
}

static void
test_insert_with_attachment_since (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  gint64 inserted = last_act (db);
  g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (owner), "1");

  check_refused (db, inserted, ENT_STORE_ERROR_CONFLICT);
  check_name (db, ent_record_get_id (owner), "Dupont");
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_child"), ==, 1);
}

static void
test_delete_with_children (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyChild) one = toy_child_insert (db, ent_record_get_id (owner), "3281111111");
  g_autoptr (ToyChild) two = toy_child_insert (db, ent_record_get_id (owner), "3282222222");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  g_autoptr (ToyOwner) back = NULL;
  g_autoptr (ToyChild) child = NULL;
  gint64 act;

  ent_change_set_delete (set, owner);
  act = toy_apply (db, set, NULL);
  check_found (db, "3282222222", 0);
  check_undo (db, act);
  back = toy_load (db, &toy_owner_schema, ent_record_get_id (owner));
  g_assert_cmpuint (ent_record_compare (owner, back), ==, 0);
  g_assert_cmpstr (back->n_children, ==, "2");
  child = toy_load (db, &toy_child_schema, ent_record_get_id (two));
  g_assert_cmpstr (child->phone, ==, "3282222222");
  check_found (db, "3282222222 dupont", 1);
  check_undo (db, last_act (db));
  check_name (db, ent_record_get_id (owner), NULL);
}

/* What it belonged to is gone: a sentence, not a broken reference. */
static void
test_delete_of_child_then_owner (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (owner), "1");
  g_autoptr (EntChangeSet) first = ent_change_set_new ("Removed");
  g_autoptr (EntChangeSet) second = ent_change_set_new ("Removed");
  gint64 act;

  ent_change_set_delete (first, child);
  act = toy_apply (db, first, NULL);
  ent_change_set_delete (second, owner);
  g_assert_cmpint (toy_apply (db, second, NULL), >, 0);
  check_refused (db, act, ENT_STORE_ERROR_CONFLICT);
}

static void
test_many_at_once (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) kept = toy_owner_insert (db, "Kept", NULL);
  g_autoptr (ToyOwner) gone = toy_owner_insert (db, "Gone", NULL);
  g_autoptr (ToyOwner) draft = ent_record_dup (kept);
  g_autoptr (ToyOwner) added = toy_owner_draft ("Added", NULL);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Merged");
  gint64 act, added_id;

  g_object_set (draft, "name", "Changed", NULL);
  ent_change_set_edit (set, kept, draft);
  ent_change_set_delete (set, gone);
  added_id = ent_change_set_insert (set, added);
  act = toy_apply (db, set, NULL);
  added_id = ent_change_set_resolve (set, added_id);
  for (guint round = 0; round < 3; round++)
    {
      check_name (db, ent_record_get_id (kept), "Changed");
      check_name (db, ent_record_get_id (gone), NULL);
      check_name (db, added_id, "Added");
      check_undo (db, act);
      check_name (db, ent_record_get_id (kept), "Kept");
      check_name (db, ent_record_get_id (gone), "Gone");
      check_name (db, added_id, NULL);
      check_undo (db, last_act (db));
      act = last_act (db);
    }
}

static gint64
insert_many (EntDb *db, guint n)
{
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (GError) error = NULL;
  gint64 act = ent_apply_get_id (apply);

  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToyOwner) owner = toy_owner_draft ("Imported", "Anne");
      g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);

      ent_apply_insert (apply, owner, &error);
      g_object_set (child, "owner-id", ent_record_get_id (owner), "phone", "555", NULL);
      ent_apply_insert (apply, child, &error);
      g_assert_no_error (error);
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
  return act;
}

static void
test_bulk (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  gint64 act = insert_many (db, 800);

  check_undo (db, act);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 1);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_child"), ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM search_index"), ==, 1);
  check_undo (db, last_act (db));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_child"), ==, 800);
  check_found (db, "import 555", 800);
}

static void
test_bulk_changed_since (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  gint64 act = insert_many (db, 3);
  gint64 edited = edit (db, 3, "note", "met him");

  check_refused (db, act, ENT_STORE_ERROR_CONFLICT);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 4);
  check_undo (db, edited);
  check_undo (db, act);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 1);
}

static void
test_history (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  gint64 id = ent_record_get_id (owner);
  gint64 act = edit (db, id, "name", "Durand");
  g_autoptr (ToyChild) child = toy_child_insert (db, id, "3281");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  EntHistoryEntry *entry;
  EntHistoryField *field;

  check_undo (db, act);
  entries = ent_history_read (db, &toy_owner_schema, id, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  entry = g_ptr_array_index (entries, 1);
  g_assert_true (entry->schema == &toy_child_schema);
  g_assert_cmpint (entry->record_id, ==, ent_record_get_id (child));
  entry = g_ptr_array_index (entries, 2);
  g_assert_true (entry->undone);
  g_assert_cmpint (entry->action, ==, ENT_ACTION_UPDATE);
  g_assert_cmpstr (entry->author, ==, "Tester");
  g_assert_cmpstr (entry->label, ==, "Edited");
  g_assert_cmpint (entry->set_id, ==, act);
  g_assert_cmpint (entry->at, >, 0);
  g_assert_cmpuint (entry->fields->len, ==, 1);
  field = g_ptr_array_index (entry->fields, 0);
  g_assert_cmpstr (field->column->name, ==, "name");
  g_assert_cmpstr (field->before, ==, "Dupont");
  g_assert_cmpstr (field->after, ==, "Durand");
  entry = g_ptr_array_index (entries, 3);
  g_assert_cmpint (entry->action, ==, ENT_ACTION_INSERT);
  g_assert_false (entry->undone);
  g_assert_cmpstr (entry->summary, ==, "Dupont Anne");

  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = ent_history_read (db, &toy_owner_schema, id, 2, &error);
  g_assert_cmpuint (entries->len, ==, 2);
}

static void
test_history_of_import (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (GPtrArray) entries = NULL;
  EntHistoryEntry *entry;

  insert_many (db, 5);
  entries = ent_history_read (db, &toy_owner_schema, 4, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->record_id, ==, 4);
  g_assert_cmpstr (entry->label, ==, "Import");
  g_assert_cmpstr (entry->summary, ==, "Imported Anne");
}

static guint
n_in_trash (EntDb *db, gint64 since)
{
  g_autoptr (GPtrArray) entries = ent_history_read_trash (db, since, 50, NULL);

  return entries->len;
}

static void
test_trash (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (owner), "1");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  EntHistoryEntry *entry;
  gint64 act;

  g_assert_cmpuint (n_in_trash (db, 0), ==, 0);
  ent_change_set_delete (set, owner);
  act = toy_apply (db, set, NULL);
  trash = ent_history_read_trash (db, 0, 50, NULL);
  g_assert_cmpuint (trash->len, ==, 1);
  entry = g_ptr_array_index (trash, 0);
  g_assert_cmpstr (entry->summary, ==, "Dupont Anne");
  g_assert_cmpint (entry->set_id, ==, act);
  g_assert_cmpuint (n_in_trash (db, entry->at + 1), ==, 0);

  acts = ent_history_read_acts (db, 2, NULL);
  g_assert_cmpuint (acts->len, ==, 2);
  entry = g_ptr_array_index (acts, 0);
  g_assert_cmpint (entry->set_id, ==, act);

  /* Out of the trash, then in again by redo. An undone insertion is nobody's trash. */
  check_undo (db, act);
  g_assert_cmpuint (n_in_trash (db, 0), ==, 0);
  check_undo (db, last_act (db));
  g_assert_cmpuint (n_in_trash (db, 0), ==, 1);
  g_clear_object (&owner);
  owner = toy_owner_insert (db, "Martin", NULL);
  check_undo (db, last_act (db));
  g_assert_cmpuint (n_in_trash (db, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/undo/insert", test_insert);
  g_test_add_func ("/store/undo/update", test_update);
  g_test_add_func ("/store/undo/other-columns-since", test_update_of_other_columns_since);
  g_test_add_func ("/store/undo/changed-since", test_changed_since);
  g_test_add_func ("/store/undo/attachment-since", test_insert_with_attachment_since);
  g_test_add_func ("/store/undo/delete-with-children", test_delete_with_children);
  g_test_add_func ("/store/undo/delete-of-child-then-owner", test_delete_of_child_then_owner);
  g_test_add_func ("/store/undo/many-at-once", test_many_at_once);
  g_test_add_func ("/store/undo/bulk", test_bulk);
  g_test_add_func ("/store/undo/bulk-changed-since", test_bulk_changed_since);
  g_test_add_func ("/store/history/entries", test_history);
  g_test_add_func ("/store/history/import", test_history_of_import);
  g_test_add_func ("/store/history/trash", test_trash);
  return g_test_run ();
}
