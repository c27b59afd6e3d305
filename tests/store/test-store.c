/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store on the main thread: workers, news, shared records, undo, settings, closing. */

#include "ent-store.h"

#include "ent-error.h"
#include "ent-query.h"
#include "toy-bench.h"

static gpointer
sleep_a_little (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_usleep (100 * 1000);
  return NULL;
}

static gpointer
note_turn (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *turns = ((gpointer *) data)[0];

  g_ptr_array_add (turns, ((gpointer *) data)[1]);
  return NULL;
}

static void
test_priorities (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) turns = g_ptr_array_new ();
  gpointer low[] = { turns, (gpointer) "low" };
  gpointer first[] = { turns, (gpointer) "first" };
  gpointer second[] = { turns, (gpointer) "second" };
  gpointer high[] = { turns, (gpointer) "high" };
  g_auto (ToyWait) wait = { NULL, NULL };

  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, sleep_a_little, NULL, NULL,
                       NULL, NULL, NULL, NULL);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_LOW, note_turn, low, NULL, NULL, NULL,
                       toy_wait_cb, &wait);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, note_turn, first, NULL, NULL,
                       NULL, NULL, NULL);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, note_turn, second, NULL,
                       NULL, NULL, NULL, NULL);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, note_turn, high, NULL, NULL,
                       NULL, NULL, NULL);
  toy_wait (&wait);
  g_assert_cmpuint (turns->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (turns, 0), ==, "high");
  g_assert_cmpstr (g_ptr_array_index (turns, 1), ==, "first");
  g_assert_cmpstr (g_ptr_array_index (turns, 2), ==, "second");
  g_assert_cmpstr (g_ptr_array_index (turns, 3), ==, "low");
}

static gpointer
endless (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  ent_db_execute (db,
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                  "SELECT count(*) FROM n",
                  ENT_NO_ARGS, NULL, error);
  return NULL;
}

static gpointer
answer (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((int) ent_db_number (db, "SELECT 42", ENT_NO_ARGS, 0));
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Cancelling stops what runs, and never what comes after. */
static void
test_cancel (ToyFixture *self, gconstpointer unused)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_auto (ToyWait) first = { NULL, NULL };
      g_auto (ToyWait) next = { NULL, NULL };

      ent_store_run_async (self->store, ENT_LANE_READ, 0, endless, NULL, NULL, NULL, cancellable,
                           toy_wait_cb, &first);
      ent_store_run_async (self->store, ENT_LANE_READ, 0, answer, NULL, NULL, NULL, NULL,
                           toy_wait_cb, &next);
      g_timeout_add (1 + round % 5, cancel_cb, cancellable);
      ent_store_run_finish (self->store, toy_wait (&first), &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_cmpint (GPOINTER_TO_INT (
                           ent_store_run_finish (self->store, toy_wait (&next), &error)),
                       ==, 42);
      g_assert_no_error (error);
      /* Long after, it disturbs nobody. */
      g_cancellable_cancel (cancellable);
    }
}

typedef struct
{
  guint n_news;
  gboolean everything;
  gboolean owners;
  gboolean children;
  gboolean this_owner;
  gint64 owner_id;
} Heard;

static void
changed_cb (EntStore *store, const EntNews *news, Heard *heard)
{
  heard->n_news++;
  heard->everything = news->everything;
  heard->owners = ent_news_touches (news, &toy_owner_schema);
  heard->children = ent_news_touches (news, &toy_child_schema);
  heard->this_owner = ent_news_touches_record (news, &toy_owner_schema, heard->owner_id);
}

static void
test_news (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Phone added");
  g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);
  g_autoptr (ToyChild) bad = ent_record_new (TOY_TYPE_CHILD);
  g_autoptr (EntChangeSet) refused = ent_change_set_new ("Phone added");
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &heard);
  heard.owner_id = toy_store_insert (self->store, "Dupont");
  g_assert_cmpuint (heard.n_news, ==, 1);
  g_assert_true (heard.owners);
  g_assert_false (heard.children);
  g_assert_false (heard.everything);

  /* The owner is told too: its page shows what it owns. */
  g_object_set (child, "owner-id", heard.owner_id, "phone", "1", NULL);
  ent_change_set_insert (set, child);
  g_assert_true (toy_store_apply (self->store, set, &error));
  g_assert_cmpuint (heard.n_news, ==, 2);
  g_assert_true (heard.children && heard.owners && heard.this_owner);
  g_assert_cmpint (ent_change_set_get_id (set), >, 0);

  ent_change_set_insert (refused, bad);
  g_assert_false (toy_store_apply (self->store, refused, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_cmpuint (heard.n_news, ==, 2);
  g_signal_handlers_disconnect_by_data (self->store, &heard);
}

static gboolean
insert_many (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autoptr (ToyOwner) owner = toy_owner_draft ("Imported", NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !ent_apply_insert (apply, owner, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
search_words (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);

  ent_query_set_search (query, "imp a");
  return ent_query_run (query, db, cancellable, error);
}

static void
ids_free (gpointer ids)
{
  if (ids != NULL)
    g_array_unref (ids);
}

/* The word index keeps something of its own open; an interruption must not stay in it. */
static void
test_cancel_search (ToyFixture *self, gconstpointer unused)
{
  g_auto (ToyWait) filled = { NULL, NULL };

  ent_store_write_async (self->store, "Import", insert_many, GUINT_TO_POINTER (3000), NULL, NULL,
                         toy_wait_cb, &filled);
  g_assert_cmpint (ent_store_write_finish (self->store, toy_wait (&filled), NULL), >, 0);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_auto (ToyWait) wait = { NULL, NULL };

      ent_store_run_async (self->store, ENT_LANE_REPORT, 0, search_words, NULL, NULL, ids_free,
                           cancellable, toy_wait_cb, &wait);
      g_usleep (round * 3);
      g_cancellable_cancel (cancellable);
      ids_free (ent_store_run_finish (self->store, toy_wait (&wait), NULL));
      g_assert_cmpint (toy_store_n_owners (self->store), ==, 3001);
    }
}

static void
test_long_write (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ToyWait) cancelled = { NULL, NULL };
  g_auto (ToyWait) done = { NULL, NULL };
  g_autofree char *label = NULL;
  Heard heard = { 0 };

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &heard);
  ent_store_write_async (self->store, "Import", insert_many, GUINT_TO_POINTER (10000000), NULL,
                         cancellable, toy_wait_cb, &cancelled);
  g_timeout_add (60, cancel_cb, cancellable);
  g_assert_cmpint (ent_store_write_finish (self->store, toy_wait (&cancelled), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 1);
  g_assert_cmpuint (heard.n_news, ==, 0);
  g_assert_null (ent_store_get_undo_label (self->store));
  g_clear_error (&error);

  ent_store_write_async (self->store, "Import", insert_many, GUINT_TO_POINTER (300), NULL, NULL,
                         toy_wait_cb, &done);
  g_assert_cmpint (ent_store_write_finish (self->store, toy_wait (&done), &error), >, 0);
  g_assert_true (heard.everything && heard.owners);
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 301);
  label = toy_store_undo (self->store, &error);
  g_assert_cmpstr (label, ==, "Import");
  g_assert_cmpint (toy_store_n_owners (self->store), ==, 1);
  g_signal_handlers_disconnect_by_data (self->store, &heard);
}

static gboolean
insert_then_wait (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return insert_many (apply, GUINT_TO_POINTER (50), NULL, error);
}

/* However late the cancellation: either all is taken back, or the store knows of the act. */
static void
test_late_cancel (ToyFixture *self, gconstpointer unused)
{
  Heard heard = { 0 };
  guint n_committed = 0;

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &heard);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_auto (ToyWait) wait = { NULL, NULL };
      gint64 act;

      ent_store_write_async (self->store, "Import", insert_then_wait, NULL, NULL, cancellable,
                             toy_wait_cb, &wait);
      g_usleep (round * 200);
      g_cancellable_cancel (cancellable);
      act = ent_store_write_finish (self->store, toy_wait (&wait), &error);
      g_assert_true ((act > 0) == (error == NULL));
      n_committed += act > 0;
      g_assert_cmpint (toy_store_n_owners (self->store), ==, 1 + 50 * (int) n_committed);
      g_assert_cmpuint (heard.n_news, ==, n_committed);
    }
  g_signal_handlers_disconnect_by_data (self->store, &heard);
}

static void
test_shared_records (ToyFixture *self, gconstpointer unused)
{
  gint64 id = toy_store_insert (self->store, "Dupont");
  g_autoptr (GError) error = NULL;
  g_autoptr (ToyOwner) hollow = ent_store_peek (self->store, TOY_TYPE_OWNER, id);
  g_autoptr (ToyOwner) loaded = NULL;
  g_autoptr (ToyOwner) draft = NULL;
  g_autoptr (EntChangeSet) edit = ent_change_set_new ("Edited");
  g_autoptr (EntChangeSet) removal = ent_change_set_new ("Removed");
  g_autofree char *label = NULL;

  g_assert_false (ent_record_is_loaded (hollow));
  loaded = toy_store_load (self->store, TOY_TYPE_OWNER, id, &error);
  g_assert_true (loaded == hollow);
  g_assert_cmpstr (hollow->name, ==, "Dupont");

  draft = ent_record_dup (loaded);
  g_object_set (draft, "name", "Durand", NULL);
  ent_change_set_edit (edit, loaded, draft);
  g_assert_true (toy_store_apply (self->store, edit, &error));
  toy_settle (self->store);
  g_assert_cmpstr (loaded->name, ==, "Durand");
  g_assert_cmpint (ent_record_get_version (loaded), ==, 2);

  /* What is gone becomes hollow; undo fills the same object again. */
  ent_change_set_delete (removal, loaded);
  g_assert_true (toy_store_apply (self->store, removal, &error));
  toy_settle (self->store);
  g_assert_false (ent_record_is_loaded (loaded));
  g_assert_null (toy_store_load (self->store, TOY_TYPE_OWNER, id, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  label = toy_store_undo (self->store, &error);
  toy_settle (self->store);
  g_assert_true (ent_record_is_loaded (loaded));
  g_assert_cmpstr (loaded->name, ==, "Durand");
}

static void
test_peek_fills_itself (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner %u", i);
      gint64 id = toy_store_insert (self->store, name);

      g_ptr_array_add (held, ent_store_peek (self->store, TOY_TYPE_OWNER, id));
    }
  toy_settle (self->store);
  for (guint i = 0; i < held->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner %u", i);

      g_assert_cmpstr (TOY_OWNER (g_ptr_array_index (held, i))->name, ==, name);
    }
}

static gpointer
read_setting (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "SELECT value FROM setting WHERE name = 'centre'",
                                          ENT_NO_ARGS, error);

  return rows != NULL && ent_rows_next (rows, error) ? g_strdup (ent_rows_text (rows, 0)) : NULL;
}

static void
test_settings (ToyFixture *self, gconstpointer unused)
{
  g_auto (ToyWait) wait = { NULL, NULL };
  g_autofree char *kept = NULL;

  g_assert_cmpstr (ent_store_get_setting (self->store, "centre", "none"), ==, "none");
  ent_store_set_setting (self->store, "centre", "first");
  ent_store_set_setting (self->store, "centre", "Centre d'Été");
  g_assert_cmpstr (ent_store_get_setting (self->store, "centre", NULL), ==, "Centre d'Été");
  toy_settle (self->store);
  ent_store_run_async (self->store, ENT_LANE_READ, 0, read_setting, NULL, NULL, g_free, NULL,
                       toy_wait_cb, &wait);
  kept = ent_store_run_finish (self->store, toy_wait (&wait), NULL);
  g_assert_cmpstr (kept, ==, "Centre d'Été");
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Closing finishes what was written, drops what was read, and answers everybody. */
static void
test_close_with_jobs (ToyFixture *self, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Owner added");
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", NULL);
  g_autofree char *path = g_strdup (ent_register_get_path (ent_store_get_register (self->store)));
  g_autoptr (EntRegister) again = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  ent_change_set_insert (set, owner);
  ent_store_run_async (self->store, ENT_LANE_REPORT, 0, endless, NULL, NULL, NULL, NULL,
                       finished_cb, &n);
  for (guint i = 0; i < 20; i++)
    ent_store_run_async (self->store, ENT_LANE_REPORT, 0, endless, NULL, NULL, NULL, NULL,
                         finished_cb, &n);
  ent_store_apply_async (self->store, set, NULL, finished_cb, &n);
  g_usleep (20 * 1000);
  ent_store_close (self->store);
  ent_store_close (self->store);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);

  /* Afterwards everything is refused politely. */
  ent_store_apply_async (self->store, set, NULL, finished_cb, &n);
  ent_store_undo_act_async (self->store, 1, NULL, finished_cb, &n);
  ent_store_set_setting (self->store, "a", "b");
  g_object_unref (ent_store_peek (self->store, TOY_TYPE_OWNER, 1));
  while (n < 24)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  again = ent_register_open (path, NULL, NULL, 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (again);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 2);
}

/* The last reference goes while a worker is busy: it must not wait for itself. */
static void
test_dropped_while_busy (void)
{
  for (guint round = 0; round < 30; round++)
    {
      char *folder;
      EntStore *store = toy_store_new (&folder);
      guint n = 0;

      ent_store_run_async (store, ENT_LANE_READ, 0, answer, NULL, NULL, NULL, NULL, finished_cb,
                           &n);
      g_object_unref (store);
      while (n == 0)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      toy_folder_remove (folder);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  toy_wait_cb (NULL, result, user_data);
}

static void
test_open_async (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.entraide", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (ToyWait) made = { NULL, NULL };
  g_auto (ToyWait) refused = { NULL, NULL };
  g_autoptr (EntStore) store = NULL;

  ent_store_open_async (path, "correct horse", "Anne", TRUE, NULL, opened_cb, &made);
  store = ent_store_open_finish (toy_wait (&made), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_register_get_user (ent_store_get_register (store)), ==, "Anne");
  toy_store_insert (store, "Dupont");
  ent_store_close (store);

  ent_store_open_async (path, "wrong horse", "Anne", FALSE, NULL, opened_cb, &refused);
  g_assert_null (ent_store_open_finish (toy_wait (&refused), &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY);
  toy_folder_remove (folder);
}

#define ADD(name, func) \
  G_STMT_START \
  { \
    g_test_add ("/store/store/" name, ToyFixture, NULL, toy_set_up, func, toy_tear_down); \
    g_test_add ("/store/store/in-memory/" name, ToyFixture, "memory", toy_set_up, func, \
                toy_tear_down); \
  } \
  G_STMT_END

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  ADD ("priorities", test_priorities);
  ADD ("cancel", test_cancel);
  ADD ("cancel-search", test_cancel_search);
  ADD ("news", test_news);
  ADD ("long-write", test_long_write);
  ADD ("late-cancel", test_late_cancel);
  ADD ("shared-records", test_shared_records);
  ADD ("peek-fills-itself", test_peek_fills_itself);
  ADD ("settings", test_settings);
  g_test_add ("/store/store/close-with-jobs", ToyFixture, NULL, toy_set_up, test_close_with_jobs,
              toy_tear_down);
  g_test_add_func ("/store/store/dropped-while-busy", test_dropped_while_busy);
  g_test_add_func ("/store/store/open-async", test_open_async);
  return g_test_run ();
}
