/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that are final once written: neither deleted, nor taken back, nor changed but where that
 * is foreseen. */

#include <string.h>

#include "ent-error.h"
#include "ent-history.h"
#include "toy-bench.h"

typedef struct
{
  EntDb *db;
  ToyOwner *owner;
  ToyPaper *paper;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->db = toy_db_new ();
  self->owner = toy_owner_insert (self->db, "Dupont", "Anne");
  self->paper = toy_paper_insert (self->db, ent_record_get_id (self->owner), NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_object_unref (self->owner);
  g_object_unref (self->paper);
  ent_db_close (self->db);
}

static gint64
last_act (Fixture *self)
{
  return toy_count (self->db, "SELECT max (id) FROM change_set");
}

static gint64
edit (Fixture *self, const char *property, const char *value, GError **error)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Paper changed");
  g_autoptr (ToyPaper) draft = ent_record_dup (self->paper);

  g_object_set (draft, property, value, NULL);
  ent_change_set_edit (set, self->paper, draft);
  return toy_apply (self->db, set, error);
}

static void
check_refused (GError **error, const char *sentence)
{
  g_assert_error (*error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr ((*error)->message, ==, sentence);
  g_clear_error (error);
}

static void
test_change (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToyPaper) now = NULL;

  g_assert_cmpint (edit (self, "title", "Other", &error), ==, 0);
  check_refused (&error, "“Title” cannot be changed any more: what stands in “Papers” is final.");
  g_assert_cmpint (edit (self, "state", "Cancelled", &error), >, 0);
  g_assert_no_error (error);
  now = toy_load (self->db, &toy_paper_schema, ent_record_get_id (self->paper));
  g_assert_cmpstr (now->title, ==, "Paper");
  g_assert_cmpstr (now->state, ==, "Cancelled");
  /* What follows from it is written too. */
  g_assert_cmpstr (now->sort_key, ==, "cancelled");
}

static void
test_delete (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Paper deleted");
  g_autoptr (EntChangeSet) owner_set = ent_change_set_new ("Owner deleted");
  g_autoptr (GError) error = NULL;

  ent_change_set_delete (set, self->paper);
  g_assert_cmpint (toy_apply (self->db, set, &error), ==, 0);
  check_refused (&error, "This cannot be deleted: what stands in “Papers” is final.");

  g_object_unref (toy_paper_insert (self->db, ent_record_get_id (self->owner), NULL));
  ent_change_set_delete (owner_set, self->owner);
  g_assert_cmpint (toy_apply (self->db, owner_set, &error), ==, 0);
  check_refused (&error,
                 "This cannot be deleted: 2 × “Papers” belong to it, and those are kept for "
                 "good.");
  g_assert_cmpint (toy_count (self->db, "SELECT count(*) FROM toy_paper"), ==, 2);
}

static void
test_undo (Fixture *self, gconstpointer unused)
{
  const char *sentence = "This cannot be undone: what stands in “Papers” is final.";
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_assert_cmpint (toy_undo (self->db, last_act (self), &error), ==, 0);
  check_refused (&error, sentence);
  act = edit (self, "state", "Cancelled", &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_undo (self->db, act, &error), ==, 0);
  check_refused (&error, sentence);
  /* Nor the act that made what it hangs on. */
  g_assert_cmpint (toy_undo (self->db, last_act (self) - 2, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT);
}

/* An act of which something final is only a part is not undone by halves. */
static void
test_undo_part (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Paper issued");
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Martin", NULL);
  g_autoptr (ToyPaper) paper = ent_record_new (TOY_TYPE_PAPER);
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_object_set (paper, "title", "Second", "owner-id", ent_change_set_insert (set, owner), NULL);
  ent_change_set_insert (set, paper);
  act = toy_apply (self->db, set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_undo (self->db, act, &error), ==, 0);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (toy_count (self->db, "SELECT count(*) FROM toy_owner"), ==, 3);
  g_assert_cmpint (toy_count (self->db, "SELECT count(*) FROM toy_paper"), ==, 2);
}

/* To whom it belongs may be put right, and that goes back. */
static void
test_move (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Owners merged");
  g_autoptr (ToyOwner) other = toy_owner_insert (self->db, "Dupond", NULL);
  g_autoptr (ToyPaper) draft = ent_record_dup (self->paper);
  g_autoptr (ToyPaper) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_object_set (draft, "owner-id", ent_record_get_id (other), NULL);
  ent_change_set_edit (set, self->paper, draft);
  act = toy_apply (self->db, set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_undo (self->db, act, &error), >, 0);
  g_assert_no_error (error);
  now = toy_load (self->db, &toy_paper_schema, ent_record_get_id (self->paper));
  g_assert_cmpint (now->owner_id, ==, ent_record_get_id (self->owner));
}

static void
test_history (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = NULL;

  edit (self, "state", "Cancelled", &error);
  acts = ent_history_read_acts (self->db, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (acts->len, ==, 3);
  g_assert_true (((EntHistoryEntry *) g_ptr_array_index (acts, 0))->is_lasting);
  g_assert_true (((EntHistoryEntry *) g_ptr_array_index (acts, 1))->is_lasting);
  g_assert_false (((EntHistoryEntry *) g_ptr_array_index (acts, 2))->is_lasting);
}

/* Ctrl+Z passes over what cannot be undone, and says so beforehand. */
static void
test_not_offered (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Paper issued");
  g_autoptr (ToyPaper) paper = ent_record_new (TOY_TYPE_PAPER);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  toy_store_insert (self->store, "Dupont");
  toy_store_insert (self->store, "Martin");
  g_free (toy_store_undo (self->store, &error));
  g_assert_true (ent_store_get_redo_label (self->store) != NULL);
  g_object_set (paper, "title", "Issued", NULL);
  ent_change_set_insert (set, paper);
  g_assert_true (toy_store_apply (self->store, set, &error));
  g_assert_no_error (error);

  g_assert_false (ent_store_can_undo_latest (self->store));
  g_assert_null (ent_store_get_redo_label (self->store));
  g_assert_cmpstr (ent_store_get_undo_label (self->store), ==, "Owner added");
  undone = toy_store_undo (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Owner added");
  g_assert_false (ent_store_can_undo_latest (self->store));
  toy_store_insert (self->store, "Leroy");
  g_assert_true (ent_store_can_undo_latest (self->store));
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add ("/final/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/final/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/final/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/final/undo-part", Fixture, NULL, set_up, test_undo_part, tear_down);
  g_test_add ("/final/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/final/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/final/not-offered", ToyFixture, NULL, toy_set_up, test_not_offered, toy_tear_down);
  return g_test_run ();
}
