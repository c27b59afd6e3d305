/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lazy list: exact length, minimal changes, one object a row, pages, memory. */

#include "ent-query-model.h"

#include "toy-bench.h"

typedef struct
{
  EntStore *store;
  char *folder;
  EntQueryModel *model;
  guint n_signals;
  guint position, removed, added;
} Fixture;

static gboolean
insert_many (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner%05u", i);
      g_autoptr (ToyOwner) owner = toy_owner_draft (name, NULL);

      if (!ent_apply_insert (apply, owner, error))
        return FALSE;
    }
  return TRUE;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->n_signals++;
  self->position = position;
  self->removed = removed;
  self->added = added;
}

static void
wait_refreshed (EntQueryModel *model)
{
  while (ent_query_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_auto (ToyWait) wait = { NULL, NULL };

  self->store = toy_store_new (&self->folder);
  ent_store_write_async (self->store, "Import", insert_many, (gpointer) n_owners, NULL, NULL,
                         toy_wait_cb, &wait);
  g_assert_cmpint (ent_store_write_finish (self->store, toy_wait (&wait), NULL), >, 0);
  self->model = ent_query_model_new (self->store, query);
  g_assert_true (ent_query_model_get_loading (self->model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
  wait_refreshed (self->model);
}

static void
tear_down (Fixture *self, gconstpointer n_owners)
{
  toy_settle (self->store);
  g_assert_finalize_object (self->model);
  ent_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->store);
  toy_folder_remove (self->folder);
}

static ToyOwner *
row (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

static void
test_first_page_at_once (Fixture *self, gconstpointer n_owners)
{
  guint n = GPOINTER_TO_UINT (n_owners) + 1;

  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_cmpuint (self->position, ==, 0);
  g_assert_cmpuint (self->removed, ==, 0);
  g_assert_cmpuint (self->added, ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n);
  for (guint i = 0; i < MIN (n, 64); i++)
    {
      g_autoptr (ToyOwner) owner = row (self, i);

      g_assert_true (ent_record_is_loaded (owner));
    }
  g_assert_null (row (self, n));
}

static void
loaded_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_hollow_then_loaded (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (ToyOwner) far = row (self, 700);
  g_autoptr (ToyOwner) again = row (self, 700);
  guint n = 0;

  g_assert_true (far == again);
  g_assert_false (ent_record_is_loaded (far));
  g_signal_connect (far, "notify::loaded", G_CALLBACK (loaded_cb), &n);
  toy_settle (self->store);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (far->name, ==, "Owner00700");
  g_assert_cmpuint (self->n_signals, ==, 1);
}

static void
test_insert_and_delete (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (ToyOwner) before = row (self, 10);
  g_autoptr (ToyOwner) after = row (self, 11);
  g_autoptr (ToyOwner) last = row (self, 11);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Removed");
  gint64 id = toy_store_insert (self->store, "Owner00010 between");
  g_autoptr (ToyOwner) fresh = NULL;

  wait_refreshed (self->model);
  g_assert_cmpuint (self->n_signals, ==, 2);
  g_assert_cmpuint (self->position, ==, 11);
  g_assert_cmpuint (self->removed, ==, 0);
  g_assert_cmpuint (self->added, ==, 1);
  g_assert_cmpuint (ent_query_model_find (self->model, id), ==, 11);
  g_assert_cmpint (ent_query_model_get_id (self->model, 11), ==, id);
  g_clear_object (&last);
  last = row (self, 12);
  g_assert_true (last == after);
  fresh = row (self, 11);
  g_assert_cmpstr (fresh->name, ==, "Owner00010 between");

  ent_change_set_delete (set, before);
  g_assert_true (toy_store_apply (self->store, set, NULL));
  wait_refreshed (self->model);
  g_assert_cmpuint (self->n_signals, ==, 3);
  g_assert_cmpuint (self->position, ==, 10);
  g_assert_cmpuint (self->removed, ==, 1);
  g_assert_cmpuint (self->added, ==, 0);
  g_assert_cmpuint (ent_query_model_find (self->model, ent_record_get_id (before)), ==, G_MAXUINT);
}

/* A change that moves nothing sends no items-changed, and the row says so itself. */
static void
test_change_in_place (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (ToyOwner) owner = row (self, 5);
  g_autoptr (ToyOwner) draft = ent_record_dup (owner);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Edited");

  g_object_set (draft, "note", "seen", NULL);
  ent_change_set_edit (set, owner, draft);
  g_assert_true (toy_store_apply (self->store, set, NULL));
  toy_settle (self->store);
  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_cmpstr (owner->note, ==, "seen");
}

/* Rows that wait for their page still get it when something else changes meanwhile. */
static void
test_refresh_while_waiting (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (ToyOwner) far = row (self, 600);
  g_autoptr (ToyOwner) other = row (self, 5);
  g_autoptr (ToyOwner) draft = ent_record_dup (other);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Edited");

  g_object_set (draft, "note", "seen", NULL);
  ent_change_set_edit (set, other, draft);
  g_assert_true (toy_store_apply (self->store, set, NULL));
  toy_settle (self->store);
  g_assert_true (ent_record_is_loaded (far));
}

static void
test_inactive (Fixture *self, gconstpointer n_owners)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  ent_query_model_set_active (self->model, FALSE);
  toy_store_insert (self->store, "Zz");
  toy_store_insert (self->store, "Zzz");
  toy_settle (self->store);
  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n);
  ent_query_model_set_active (self->model, TRUE);
  wait_refreshed (self->model);
  g_assert_cmpuint (self->n_signals, ==, 2);
  g_assert_cmpuint (self->added, ==, 2);
  /* Nothing was missed: looking again reads nothing. */
  ent_query_model_set_active (self->model, FALSE);
  ent_query_model_set_active (self->model, TRUE);
  g_assert_false (ent_query_model_get_loading (self->model));
}

static void
test_search (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autoptr (EntQuery) wide = ent_query_new (&toy_owner_schema);
  g_autoptr (ToyOwner) seen = row (self, 42);
  g_autoptr (ToyOwner) found = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_assert_cmpstr (seen->name, ==, "Owner00042");
  /* Only the last of what was typed quickly is shown. */
  for (const char *const *typed = (const char *const[]) { "o", "own", "owner0004", NULL };
       *typed != NULL; typed++)
    {
      ent_query_set_search (query, *typed);
      ent_query_model_set_query (self->model, query);
    }
  wait_refreshed (self->model);
  g_assert_cmpuint (self->n_signals, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 10);
  found = row (self, 2);
  g_assert_true (found == seen);

  /* The same question again is no question. */
  ent_query_model_set_query (self->model, query);
  g_assert_false (ent_query_model_get_loading (self->model));
  ent_query_model_set_query (self->model, wide);
  wait_refreshed (self->model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n);
}

static void
gone_cb (gpointer data, GObject *where_the_object_was)
{
  *(gboolean *) data = FALSE;
}

/* A walk through the whole list keeps a few pages alive, not all. */
static void
test_memory (Fixture *self, gconstpointer n_owners)
{
  guint n_pages = GPOINTER_TO_UINT (n_owners) / 64;
  g_autofree gboolean *alive = g_new0 (gboolean, n_pages);
  guint n_alive = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (ToyOwner) owner = row (self, page * 64 + 30);

      alive[page] = TRUE;
      g_object_weak_ref (G_OBJECT (owner), gone_cb, &alive[page]);
      toy_settle (self->store);
      g_assert_true (ent_record_is_loaded (owner));
    }
  for (guint page = 0; page < n_pages; page++)
    if (alive[page])
      {
        g_autoptr (ToyOwner) owner = row (self, page * 64 + 30);

        g_object_weak_unref (G_OBJECT (owner), gone_cb, &alive[page]);
        n_alive++;
      }
  g_assert_cmpuint (n_alive, <=, 16);
  g_assert_true (alive[n_pages - 1]);
}

static void
failed_cb (EntQueryModel *model, GError *error, gboolean *failed)
{
  g_assert_nonnull (error);
  *failed = TRUE;
}

static void
test_failure (Fixture *self, gconstpointer n_owners)
{
  gboolean failed = FALSE;

  g_signal_connect (self->model, "failed", G_CALLBACK (failed_cb), &failed);
  ent_store_close (self->store);
  ent_query_model_set_active (self->model, FALSE);
  {
    g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);

    ent_query_set_search (query, "x");
    ent_query_model_set_query (self->model, query);
  }
  ent_query_model_set_active (self->model, TRUE);
  toy_wait_for (&failed);
  g_assert_false (ent_query_model_get_loading (self->model));
}

/* GTK asks for each item that takes the place of a removed one: a long answer must not make it ask
 * for them all. */
static void
test_long_replacement_is_told_in_two_steps (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  guint n = GPOINTER_TO_UINT (n_owners) + 1;

  ent_query_set_order (query, "name", TRUE);
  self->n_signals = 0;
  ent_query_model_set_query (self->model, query);
  wait_refreshed (self->model);
  g_assert_cmpuint (self->n_signals, ==, 2);
  g_assert_cmpuint (self->removed, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n);
}

/* While somebody types, the first rows are enough; the rest comes by itself. */
static void
test_stepwise (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  guint n = GPOINTER_TO_UINT (n_owners);
  gint64 first;

  ent_query_model_set_stepwise (self->model, TRUE);
  ent_query_set_search (query, "owner");
  ent_query_model_set_query (self->model, query);
  wait_refreshed (self->model);
  g_assert_cmpuint (ent_query_model_get_total (self->model), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), <, 64);
  first = ent_query_model_get_id (self->model, 0);

  while (g_list_model_get_n_items (G_LIST_MODEL (self->model)) < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ent_query_model_get_id (self->model, 0), ==, first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n);
}

/* A list that nobody has looked at yet reads nothing. */
static void
test_idle (Fixture *self, gconstpointer n_owners)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autoptr (EntQueryModel) model = ent_query_model_new_idle (self->store, query);

  g_assert_false (ent_query_model_get_loading (model));
  ent_query_model_set_active (model, TRUE);
  wait_refreshed (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >,
                    GPOINTER_TO_UINT (n_owners));
}

static void
tear_down_closed (Fixture *self, gconstpointer n_owners)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->model);
  g_assert_finalize_object (self->store);
  toy_folder_remove (self->folder);
}

#define ADD(name, n, func) \
  g_test_add ("/store/query-model/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  ADD ("first-page-at-once", 1000, test_first_page_at_once);
  ADD ("first-page-only", 20, test_first_page_at_once);
  ADD ("hollow-then-loaded", 1000, test_hollow_then_loaded);
  ADD ("insert-and-delete", 1000, test_insert_and_delete);
  ADD ("change-in-place", 1000, test_change_in_place);
  ADD ("refresh-while-waiting", 1000, test_refresh_while_waiting);
  ADD ("inactive", 200, test_inactive);
  ADD ("search", 1000, test_search);
  ADD ("memory", 3000, test_memory);
  ADD ("long-replacement", 1000, test_long_replacement_is_told_in_two_steps);
  ADD ("stepwise", 1000, test_stepwise);
  ADD ("idle", 30, test_idle);
  g_test_add ("/store/query-model/failure", Fixture, GUINT_TO_POINTER (10), set_up, test_failure,
              tear_down_closed);
  return g_test_run ();
}
