/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists out to CSV: the rows, the order and the columns that are shown. */

#include "ent-exchange.h"

#include <string.h>

#include "toy-bench.h"

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static char *
export_text (EntDb *db, const EntQuery *query, const char *const *columns, guint64 *last)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (
      ent_exchange_export (db, query, columns, FALSE, stream, progress_cb, last, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_as_shown (void)
{
  static const char *const columns[] = { "first_name", "name", "friend_id", "n-children", NULL };
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (ToyOwner) luc = toy_owner_insert (db, "Martin; \"fils\"", "Luc");
  g_autoptr (ToyOwner) anne = toy_owner_insert (db, "Dupont", "Anne");
  g_autoptr (ToyOwner) draft = ent_record_dup (anne);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Linked");
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autofree char *text = NULL;
  guint64 last = 0;

  g_object_set (draft, "friend-id", ent_record_get_id (luc), NULL);
  ent_change_set_edit (set, anne, draft);
  g_assert_cmpint (toy_apply (db, set, NULL), >, 0);
  text = export_text (db, query, columns, &last);
  g_assert_cmpuint (last, ==, 3);
  g_assert_cmpstr (text, ==,
                   "\ufeffFirst name;Name;Friend;Children\r\n"
                   "Anne;Dupont;\"Martin; \"\"fils\"\" Luc\";0\r\n"
                   "Luc;\"Martin; \"\"fils\"\"\";;0\r\n"
                   ";Seedling;;0\r\n");
}

static void
test_many_pages (void)
{
  static const char *const columns[] = { "name", NULL };
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 last = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner%03u", (i * 7) % 300);
      g_autoptr (ToyOwner) owner = toy_owner_draft (name, NULL);

      g_assert_true (ent_apply_insert (apply, owner, NULL));
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), NULL));
  ent_query_set_order (query, "name", TRUE);
  text = export_text (db, query, columns, &last);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 303);
  g_assert_cmpstr (lines[1], ==, "Seedling");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Owner%03u", 299 - i);

      g_assert_cmpstr (lines[i + 2], ==, name);
    }
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/exchange/as-shown", test_as_shown);
  g_test_add_func ("/store/exchange/many-pages", test_many_pages);
  return g_test_run ();
}
