/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one write path: validation, references, optimistic lock, deletion, audit, bulk. */

#include "ent-apply.h"

#include "ent-error.h"
#include "ent-search.h"
#include "toy-bench.h"

static guint
n_found (EntDb *db, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ent_search_ids (db, &toy_owner_schema, words, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_insert_update_delete (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) draft = ent_record_dup (owner);
  g_autoptr (ToyOwner) again = NULL;
  g_autoptr (EntChangeSet) edit = ent_change_set_new ("Edited");
  g_autoptr (EntChangeSet) removal = ent_change_set_new ("Removed");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ent_record_get_version (owner), ==, 1);
  g_assert_cmpstr (owner->n_children, ==, "0");
  g_assert_false (ent_change_set_edit (edit, owner, draft));
  g_object_set (draft, "first-name", "Anne-Marie", "level", TOY_LEVEL_HIGH, NULL);
  g_assert_true (ent_change_set_edit (edit, owner, draft));
  g_assert_cmpint (toy_apply (db, edit, &error), >, 0);
  again = toy_load (db, &toy_owner_schema, ent_record_get_id (owner));
  g_assert_cmpstr (again->first_name, ==, "Anne-Marie");
  g_assert_cmpint (again->level, ==, TOY_LEVEL_HIGH);
  g_assert_cmpint (ent_record_get_version (again), ==, 2);
  g_assert_nonnull (again->sort_key);
  g_assert_cmpstr (again->sort_key, !=, owner->sort_key);

  ent_change_set_delete (removal, again);
  g_assert_cmpint (toy_apply (db, removal, &error), >, 0);
  g_assert_null (toy_load (db, &toy_owner_schema, ent_record_get_id (owner)));
  g_assert_cmpuint (n_found (db, "dupont"), ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM audit WHERE action = 'D'"), ==, 1);

  g_assert_cmpint (toy_apply (db, removal, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
}

static void
test_validation (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) draft = toy_owner_draft (NULL, "Anne");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  g_autoptr (GError) error = NULL;
  gint64 acts = toy_count (db, "SELECT count(*) FROM change_set");

  g_object_set (draft, "rank", -1, NULL);
  ent_change_set_insert (set, draft);
  g_assert_cmpint (toy_apply (db, set, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_nonnull (ent_issues_for (ent_change_set_get_issues (set), "name"));
  g_assert_cmpstr (ent_issues_for (ent_change_set_get_issues (set), "rank"), ==,
                   "The rank is below zero.");
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM change_set"), ==, acts);

  /* A warning does not stand in the way. */
  g_object_set (draft, "name", "Dupont", "rank", 0, NULL);
  g_clear_pointer (&set, ent_change_set_unref);
  g_clear_error (&error);
  set = ent_change_set_new ("Added");
  ent_change_set_insert (set, draft);
  g_assert_cmpint (toy_apply (db, set, &error), >, 0);
}

/* The register completes and refuses by what else it holds, what the act wrote before included. */
static void
test_settled_beside_others (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Added", "Tester", NULL);
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_apply_insert (apply, owner, &error));
  g_object_set (child, "owner-id", ent_record_get_id (owner), NULL);
  g_assert_true (ent_apply_insert (apply, child, &error));
  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (ToyGrandchild) one = ent_record_new (TOY_TYPE_GRANDCHILD);
      g_autoptr (ToyGrandchild) saved = NULL;
      g_autofree char *place = g_strdup_printf ("%d", i);

      g_object_set (one, "child-id", ent_record_get_id (child), "text", i == 3 ? "twin" : NULL,
                    NULL);
      g_assert_cmpint (ent_apply_insert (apply, one, &error), ==, i < 3);
      if (i == 3)
        break;
      saved = ent_apply_load (apply, &toy_grandchild_schema, ent_record_get_id (one), &error);
      g_assert_cmpstr (saved->text, ==, place);
    }
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_cmpstr (ent_issues_for (ent_apply_get_issues (apply), "text"), ==,
                   "There are two already.");
}

static void
test_unique_tells_who (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) first = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyOwner) second = toy_owner_draft ("Martin", "Luc");
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (GError) error = NULL;

  g_object_set (first, "number", "85073003328", NULL);
  g_object_set (second, "number", "85073003328", NULL);
  g_assert_true (ent_apply_insert (apply, first, &error));
  g_assert_false (ent_apply_insert (apply, second, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_nonnull (
      strstr (ent_issues_for (ent_apply_get_issues (apply), "number"), "Dupont Anne"));
  /* The act goes on without the one that was refused. */
  g_object_set (second, "number", "85073003329", NULL);
  g_clear_error (&error);
  g_assert_true (ent_apply_insert (apply, second, &error));
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 3);
}

static void
test_provisional_ids (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyOwner) friend = toy_owner_draft ("Martin", NULL);
  g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);
  g_autoptr (ToyChild) saved = NULL;
  g_autoptr (ToyOwner) saved_friend = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  g_autoptr (GError) error = NULL;
  gint64 owner_id = ent_change_set_insert (set, owner);
  gint64 friend_id, child_id;

  g_object_set (friend, "friend-id", owner_id, "number", "1", NULL);
  friend_id = ent_change_set_insert (set, friend);
  g_object_set (child, "owner-id", owner_id, "phone", "+32475", NULL);
  child_id = ent_change_set_insert (set, child);
  g_assert_cmpint (owner_id, <, 0);
  g_assert_cmpint (friend_id, !=, owner_id);

  /* An act that failed leaves nothing in the set: the second try is like the first. */
  ent_db_script (db, "INSERT INTO toy_owner (name, number) VALUES ('x', '1')", NULL);
  g_assert_cmpint (toy_apply (db, set, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_cmpint (ent_change_set_resolve (set, owner_id), ==, 0);
  ent_db_script (db,
                 "DELETE FROM toy_owner WHERE number = '1';"
                 "INSERT INTO toy_owner (name) VALUES ('takes the id of the first try')",
                 NULL);
  g_clear_error (&error);
  g_assert_cmpint (toy_apply (db, set, &error), >, 0);
  g_assert_no_error (error);

  saved = toy_load (db, &toy_child_schema, ent_change_set_resolve (set, child_id));
  saved_friend = toy_load (db, &toy_owner_schema, ent_change_set_resolve (set, friend_id));
  g_assert_cmpint (saved->owner_id, ==, ent_change_set_resolve (set, owner_id));
  g_assert_cmpint (saved_friend->friend_id, ==, saved->owner_id);
  g_assert_cmpuint (n_found (db, "dupont 475"), ==, 0);
  g_assert_cmpuint (n_found (db, "dupont 32475"), ==, 1);
}

/* A record made, edited and referred to within one act. */
static void
test_edit_of_what_the_act_made (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyOwner) edited = NULL;
  g_autoptr (ToyOwner) saved = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  g_autoptr (GError) error = NULL;
  gint64 id = ent_change_set_insert (set, owner);
  gint64 act;

  edited = ent_record_dup (owner);
  g_object_set (edited, "name", "Durand", NULL);
  ent_change_set_edit (set, owner, edited);
  act = toy_apply (db, set, &error);
  g_assert_no_error (error);
  saved = toy_load (db, &toy_owner_schema, ent_change_set_resolve (set, id));
  g_assert_cmpstr (saved->name, ==, "Durand");
  g_assert_cmpuint (n_found (db, "durand"), ==, 1);
  g_assert_cmpint (toy_undo (db, act, &error), >, 0);
  g_assert_no_error (error);
  g_assert_null (toy_load (db, &toy_owner_schema, ent_change_set_resolve (set, id)));
}

static gint64
edit_column (EntDb *db,
             ToyOwner *seen,
             const char *column,
             const char *text,
             EntChangeSet **set,
             GError **error)
{
  g_autoptr (ToyOwner) draft = ent_record_dup (seen);

  g_object_set (draft, column, text, NULL);
  *set = ent_change_set_new ("Edited");
  ent_change_set_edit (*set, seen, draft);
  return toy_apply (db, *set, error);
}

static void
test_rebase_and_conflict (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) seen = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) now = NULL;
  g_autoptr (EntChangeSet) first = NULL;
  g_autoptr (EntChangeSet) other = NULL;
  g_autoptr (EntChangeSet) same = NULL;
  g_autoptr (EntChangeSet) equal = NULL;
  g_autoptr (GError) error = NULL;
  EntConflict *conflict;

  g_assert_cmpint (edit_column (db, seen, "first-name", "Annie", &first, &error), >, 0);
  /* Another column of the same stale copy: both changes stand, the order follows. */
  g_assert_cmpint (edit_column (db, seen, "name", "Durand", &other, &error), >, 0);
  now = toy_load (db, &toy_owner_schema, ent_record_get_id (seen));
  g_assert_cmpstr (now->name, ==, "Durand");
  g_assert_cmpstr (now->first_name, ==, "Annie");
  g_assert_cmpint (ent_record_get_version (now), ==, 3);
  g_assert_nonnull (strstr (now->sort_key, "durand annie"));

  g_assert_cmpint (edit_column (db, seen, "first-name", "Anouk", &same, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (ent_change_set_get_conflicts (same)->len, ==, 1);
  conflict = g_ptr_array_index (ent_change_set_get_conflicts (same), 0);
  g_assert_cmpstr (toy_owner_schema.columns[conflict->column].name, ==, "first_name");
  g_assert_cmpstr (conflict->before.s, ==, "Anne");
  g_assert_cmpstr (conflict->yours.s, ==, "Anouk");
  g_assert_cmpstr (conflict->theirs.s, ==, "Annie");
  g_clear_error (&error);

  /* Both meant the same: no conflict and nothing to do. */
  g_assert_cmpint (edit_column (db, seen, "first-name", "Annie", &equal, &error), >, 0);
  g_clear_object (&now);
  now = toy_load (db, &toy_owner_schema, ent_record_get_id (seen));
  g_assert_cmpint (ent_record_get_version (now), ==, 3);
}

/* A derived order typed along by a form does not make two people disagree. */
static void
test_derived_column_is_no_conflict (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) seen = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) draft = ent_record_dup (seen);
  g_autoptr (ToyOwner) now = NULL;
  g_autoptr (EntChangeSet) first = NULL;
  g_autoptr (EntChangeSet) second = ent_change_set_new ("Edited");
  g_autoptr (GError) error = NULL;

  edit_column (db, seen, "first-name", "Annie", &first, &error);
  g_object_set (draft, "name", "Durand", NULL);
  toy_owner_schema.prepare (ENT_RECORD (draft));
  ent_change_set_edit (second, seen, draft);
  g_assert_cmpint (toy_apply (db, second, &error), >, 0);
  now = toy_load (db, &toy_owner_schema, ent_record_get_id (seen));
  g_assert_nonnull (strstr (now->sort_key, "durand annie"));
}

static void
test_cascade (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (owner), "+3281223344");
  g_autoptr (ToyGrandchild) grandchild = ent_record_new (TOY_TYPE_GRANDCHILD);
  g_autoptr (EntChangeSet) added = ent_change_set_new ("Added");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_object_set (grandchild, "child-id", ent_record_get_id (child), "text", "deep", NULL);
  ent_change_set_insert (added, grandchild);
  g_assert_cmpint (toy_apply (db, added, &error), >, 0);
  g_assert_cmpuint (n_found (db, "dupont 3281223344"), ==, 1);

  ent_change_set_delete (set, owner);
  act = toy_apply (db, set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_child"), ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_grandchild"), ==, 0);
  g_assert_cmpuint (n_found (db, "3281223344"), ==, 0);
  /* The history of all three is the owner's. */
  g_assert_cmpint (ent_db_number (db,
                                  "SELECT count(*) FROM audit WHERE set_id = $1 AND action = 'D' "
                                  "AND root_no = 201 AND root_id = $2",
                                  ENT_ARGS (ent_int (act), ent_int (ent_record_get_id (owner))), 0),
                   ==, 3);
}

static void
test_referred_to (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) friend = toy_owner_insert (db, "Martin", "Luc");
  g_autoptr (ToyOwner) draft = ent_record_dup (friend);
  g_autoptr (ToyOwner) self = ent_record_dup (owner);
  g_autoptr (EntChangeSet) link = ent_change_set_new ("Linked");
  g_autoptr (EntChangeSet) removal = ent_change_set_new ("Removed");
  g_autoptr (EntChangeSet) missing = ent_change_set_new ("Linked");
  g_autoptr (GError) error = NULL;
  gint64 before;

  g_object_set (draft, "friend-id", ent_record_get_id (owner), NULL);
  ent_change_set_edit (link, friend, draft);
  /* One that refers to itself does not stand in its own way. */
  g_object_set (self, "friend-id", ent_record_get_id (owner), NULL);
  ent_change_set_edit (link, owner, self);
  g_assert_cmpint (toy_apply (db, link, &error), >, 0);

  before = toy_count (db, "SELECT count(*) FROM audit");
  ent_change_set_delete (removal, owner);
  g_assert_cmpint (toy_apply (db, removal, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "1 × “Owners”"));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM audit"), ==, before);

  ent_db_script (db, "UPDATE toy_owner SET friend_id = NULL WHERE name = 'Martin'", NULL);
  g_clear_error (&error);
  g_assert_cmpint (toy_apply (db, removal, &error), >, 0);

  g_clear_object (&draft);
  draft = toy_owner_draft ("Nobody's friend", NULL);
  g_object_set (draft, "friend-id", (gint64) 99999, NULL);
  ent_change_set_insert (missing, draft);
  g_assert_cmpint (toy_apply (db, missing, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
}

static void
test_index_follows (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) first = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) second = toy_owner_insert (db, "Martin", "Luc");
  g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (first), "+32475123456");
  g_autoptr (ToyChild) moved = ent_record_dup (child);
  g_autoptr (EntChangeSet) move = ent_change_set_new ("Moved");
  g_autoptr (EntChangeSet) removal = ent_change_set_new ("Removed");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_found (db, "dup 32475"), ==, 1);
  g_object_set (moved, "owner-id", ent_record_get_id (second), NULL);
  ent_change_set_edit (move, child, moved);
  g_assert_cmpint (toy_apply (db, move, &error), >, 0);
  g_assert_cmpuint (n_found (db, "dup 32475"), ==, 0);
  g_assert_cmpuint (n_found (db, "martin 32475"), ==, 1);

  ent_change_set_delete (removal, child);
  g_assert_cmpint (toy_apply (db, removal, &error), >, 0);
  g_assert_cmpuint (n_found (db, "32475"), ==, 0);
  g_assert_cmpuint (n_found (db, "martin"), ==, 1);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM search_index"), ==, 3);
}

static void
test_bulk (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (GError) error = NULL;
  gint64 act = ent_apply_get_id (apply);

  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Bulk%03u", i);
      g_autoptr (ToyOwner) owner = toy_owner_draft (name, "Anne");
      g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);

      g_assert_true (ent_apply_insert (apply, owner, &error));
      g_object_set (child, "owner-id", ent_record_get_id (owner), "phone", name, NULL);
      g_assert_true (ent_apply_insert (apply, child, &error));
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
  g_assert_cmpint (ent_db_number (db, "SELECT count(*) FROM audit WHERE set_id = $1",
                                  ENT_ARGS (ent_int (act)), 0),
                   ==, 2);
  g_assert_cmpint (ent_db_number (db, "SELECT n_changes FROM change_set WHERE id = $1",
                                  ENT_ARGS (ent_int (act)), 0),
                   ==, 1000);
  g_assert_cmpuint (n_found (db, "bulk4 ann"), ==, 100);
}

/* When the engine has taken the act back by itself, going on must not write outside of it. */
static void
test_act_lost (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", NULL);
  g_autoptr (GError) error = NULL;

  ent_db_rollback (db);
  g_assert_false (ent_apply_insert (apply, owner, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (ent_apply_delete (apply, &toy_owner_schema, 1, &error));
  g_clear_error (&error);
  g_assert_false (ent_apply_commit (g_steal_pointer (&apply), &error));
  g_assert_nonnull (error);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 1);
}

static void
test_bad_text (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) owner = toy_owner_insert (db,
                                                "Dup\xff"
                                                "ont \"x\"\\\n\t",
                                                "\x01"
                                                "é");
  g_autoptr (EntChangeSet) removal = ent_change_set_new ("Removed");
  g_autoptr (ToyOwner) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_assert_true (g_utf8_validate (owner->name, -1, NULL));
  ent_change_set_delete (removal, owner);
  act = toy_apply (db, removal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_undo (db, act, &error), >, 0);
  back = toy_load (db, &toy_owner_schema, ent_record_get_id (owner));
  g_assert_cmpuint (ent_record_compare (owner, back), ==, 0);
}

static void
test_history_is_never_rewritten (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_db_execute (db, "UPDATE audit SET action = 'U'", ENT_NO_ARGS, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (ent_db_execute (db, "DELETE FROM audit", ENT_NO_ARGS, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/apply/insert-update-delete", test_insert_update_delete);
  g_test_add_func ("/store/apply/validation", test_validation);
  g_test_add_func ("/store/apply/settled-beside-others", test_settled_beside_others);
  g_test_add_func ("/store/apply/unique-tells-who", test_unique_tells_who);
  g_test_add_func ("/store/apply/provisional-ids", test_provisional_ids);
  g_test_add_func ("/store/apply/edit-of-what-the-act-made", test_edit_of_what_the_act_made);
  g_test_add_func ("/store/apply/rebase-and-conflict", test_rebase_and_conflict);
  g_test_add_func ("/store/apply/derived-column", test_derived_column_is_no_conflict);
  g_test_add_func ("/store/apply/cascade", test_cascade);
  g_test_add_func ("/store/apply/referred-to", test_referred_to);
  g_test_add_func ("/store/apply/index-follows", test_index_follows);
  g_test_add_func ("/store/apply/bulk", test_bulk);
  g_test_add_func ("/store/apply/act-lost", test_act_lost);
  g_test_add_func ("/store/apply/bad-text", test_bad_text);
  g_test_add_func ("/store/apply/history-is-never-rewritten", test_history_is_never_rewritten);
  return g_test_run ();
}
