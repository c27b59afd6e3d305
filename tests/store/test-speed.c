/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the store takes on an encrypted register, printed: machines differ, so nothing is
 * asserted of the times. A quick round of a few thousand, 100,000 with -m perf. */

#include "ent-query.h"
#include "ent-register.h"
#include "ent-row-set.h"
#include "ent-search.h"
#include "toy-bench.h"

static const char *const names[] = { "Dupont",   "Martin", "Lambert", "Dubois",  "Peeters",
                                     "Janssens", "Maes",   "Jacobs",  "Mertens", "Willems" };
static const char *const first_names[] = { "Anne", "Luc", "Marie", "Jean", "Nathalie", "Zoé" };

static void
insert_many (EntDb *db, guint n)
{
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (GError) error = NULL;

  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%011u", i * 37);
      g_autoptr (ToyOwner) owner = toy_owner_draft (names[i % G_N_ELEMENTS (names)],
                                                   first_names[i / 7 % G_N_ELEMENTS (first_names)]);

      g_object_set (owner, "number", number, "born", (int) (i % 20000), NULL);
      ent_apply_insert (apply, owner, &error);
      g_assert_no_error (error);
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
}

static void
tell (const char *what, gint64 *start)
{
  g_test_message ("%-40s %8.2f ms", what, (double) (g_get_monotonic_time () - *start) / 1000);
  *start = g_get_monotonic_time ();
}

static void
run_query (EntDb *db, const char *words, const char *what, gint64 *start)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autoptr (GArray) ids = NULL;

  ent_query_set_search (query, words);
  ids = ent_query_run (query, db, NULL, NULL);
  g_assert_cmpuint (ids->len, >, 0);
  tell (what, start);
}

static void
test_speed (void)
{
  guint n = g_test_perf () ? 100000 : 3000;
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.entraide", NULL);
  g_autoptr (EntRegister) reg = ent_register_create (path, "correct horse", "Anne", NULL);
  g_autoptr (EntDb) db = ent_register_steal_db (reg);
  g_autoptr (EntRowSet) page = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 ids[64];

  insert_many (db, n);
  tell ("bulk insert", &start);
  run_query (db, NULL, "all ids in order, first time", &start);
  run_query (db, NULL, "all ids in order, again", &start);
  run_query (db, "dup an", "two beginnings, in order", &start);
  run_query (db, "d a", "two single letters, in order", &start);
  hits = ent_search_ids (db, &toy_owner_schema, "dup an", NULL);
  tell ("two beginnings, words alone", &start);
  for (guint i = 0; i < 64; i++)
    ids[i] = (gint64) (i * 41 % n + 1);
  page = ent_row_set_read_ids (db, &toy_owner_schema, ids, 64, NULL);
  tell ("page of 64, first time", &start);
  g_clear_pointer (&page, ent_row_set_free);
  page = ent_row_set_read_ids (db, &toy_owner_schema, ids, 64, NULL);
  tell ("page of 64, again", &start);
  g_object_unref (toy_owner_insert (db, "Single", "One"));
  tell ("one act, durable", &start);
  toy_undo (db, 2, &error);
  g_assert_no_error (error);
  tell ("undo of the bulk insert", &start);
  g_clear_pointer (&db, ent_db_close);
  toy_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/speed", test_speed);
  return g_test_run ();
}
