/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and queries: what finds whom, in which order, whatever is typed. */

#include "ent-query.h"

#include "ent-date.h"
#include "ent-search.h"
#include "toy-bench.h"

static EntDb *
people (void)
{
  static const struct
  {
    const char *name, *first_name, *number, *phone;
    int rank, level, year;
  } list[] = {
    { "Dupont", "Anne", "85073003328", "+32475123456 0475123456", 3, TOY_LEVEL_HIGH, 1985 },
    { "Dupond", "Annie", "85.07.30-033.29", NULL, 1, TOY_LEVEL_LOW, 1990 },
    { "D'Hondt", "Éléonore", NULL, "+3281223344 081223344", 2, 0, 0 },
    { "Öztürk", "Çağla", NULL, NULL, ENT_INT_NONE, TOY_LEVEL_LOW, 2001 },
    { "Ivanov", "Иван", NULL, NULL, 5, 0, 1970 },
  };
  EntDb *db = toy_db_new ();
  g_autoptr (GError) error = NULL;

  ent_db_script (db,
                 "DELETE FROM search_index; DELETE FROM toy_owner; "
                 "DELETE FROM sqlite_sequence WHERE name = 'toy_owner'",
                 &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    {
      g_autoptr (EntApply) apply = ent_apply_begin (db, "Added", "Tester", NULL);
      g_autoptr (ToyOwner) owner = toy_owner_draft (list[i].name, list[i].first_name);
      g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);

      g_object_set (owner, "number", list[i].number, "rank", list[i].rank, "level", list[i].level,
                    "born", list[i].year ? ent_day_from_ymd (list[i].year, 1, 1) : ENT_DAY_NONE,
                    NULL);
      g_assert_true (ent_apply_insert (apply, owner, &error));
      g_object_set (child, "owner-id", ent_record_get_id (owner), "phone", list[i].phone, NULL);
      g_assert_true (ent_apply_insert (apply, child, &error));
      g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
    }
  return db;
}

/* The ids found, as "1 2 5". */
static char *
run (EntDb *db, const EntQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ent_query_run (query, db, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, i > 0 ? " %d" : "%d", (int) g_array_index (ids, gint64, i));
  return g_string_free_and_steal (text);
}

static void
check_words (EntDb *db, const char *words, const char *expected)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autofree char *found = NULL;

  ent_query_set_search (query, words);
  found = run (db, query);
  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("words: %s", words);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (EntDb) db = people ();

  check_words (db, "dupont anne", "1");
  check_words (db, "ANNE DUPONT", "1");
  check_words (db, "dup ann", "2 1");
  check_words (db, "  Dûp,  ", "2 1");
  check_words (db, "hondt eleo", "3");
  check_words (db, "d'hondt", "3");
  check_words (db, "OZTURK", "4");
  check_words (db, "çağ ÖZ", "4");
  check_words (db, "иван", "5");
  check_words (db, "ИВАН ivan", "5");
  check_words (db, "dupont zoe", "");
  check_words (db, "", "3 2 1 5 4");
  check_words (db, " .-/ ", "3 2 1 5 4");
  check_words (db, NULL, "3 2 1 5 4");
}

static void
test_numbers (void)
{
  g_autoptr (EntDb) db = people ();

  check_words (db, "85073003328", "1");
  check_words (db, "85.07.30-033.28", "1");
  check_words (db, "85.07.30", "2 1");
  check_words (db, "850730033", "2 1");
  check_words (db, "85 07 30 033 29", "2");
  check_words (db, "85073003329", "2");
  check_words (db, "dupont 85.07.30", "1");
  check_words (db, "0475 12 34 56", "1");
  check_words (db, "+32 475 12 34 56", "1");
  check_words (db, "0475/12.34.56 dup", "1");
  check_words (db, "081 22 33 44", "3");
  check_words (db, "0476", "");
}

static void
test_hostile_words (void)
{
  static const char *const hostile[] = { "\"",          "\"\"",
                                         "'",           "dup*",
                                         "AND",         "OR NOT",
                                         "NEAR(a b)",   "dupont AND",
                                         "dupont OR x", "words:dupont",
                                         "^dupont",     "-dupont",
                                         "(",           ")(",
                                         "((((",        "{a b}",
                                         "a + b",       "\\",
                                         "%",           "_",
                                         "$1",          "?",
                                         ";",           "-- x",
                                         "/* x",        "'; DROP TABLE toy_owner; --",
                                         "😀",          "a😀b",
                                         "\u200b",      "\u0301",
                                         "ﷺ",           "\xff\xfe",
                                         "\xc3",        "٣٤ ٥",
                                         "ß",           "ﬁ",
                                         "ª",           "²",
                                         "①",           "\u00ad",
                                         "汉字",        "\U0001F1E7\U0001F1EA",
                                         "\U0001E900",  "\U00011F02x\U00010D4A" };
  g_autoptr (EntDb) db = people ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
      g_autofree char *found = NULL;

      ent_query_set_search (query, hostile[i]);
      found = run (db, query);
    }
  check_words (db, "dupont", "1");
  check_words (db, "dupont\"", "1");
  check_words (db, "(dupont)", "1");
  check_words (db, "dupont AND", "");
}

/* Anything that can be typed, pasted or scanned: never an error. */
static void
test_random_words (void)
{
  g_autoptr (EntDb) db = people ();

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *found = NULL;
      int length = g_test_rand_int_range (0, 30);

      for (int i = 0; i < length; i++)
        if (round % 3 == 0)
          g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
        else if (round % 3 == 1)
          g_string_append_c (text, " \"'*()-+:^{}AN0D5dup."[g_test_rand_int_range (0, 20)]);
        else
          {
            gunichar c = (gunichar) g_test_rand_int_range (1, 0x1FFFF);

            if (g_unichar_validate (c))
              g_string_append_unichar (text, c);
          }
      ent_query_set_search (query, text->str);
      found = run (db, query);
    }
}

static void
test_very_long_words (void)
{
  g_autoptr (EntDb) db = people ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 2 ? "dup " : "12 ");
  check_words (db, text->str, "");
}

static void
check_condition (EntDb *db, const char *column, EntOp op, EntValue value, const char *expected)
{
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autoptr (EntQuery) copy = NULL;
  g_autoptr (EntQuery) read = NULL;
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_again = NULL;

  ent_query_add_condition (query, column, op, value.type == ENT_VALUE_NULL ? NULL : &value);
  found = run (db, query);
  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("condition: %s %d", column, op);
  g_assert_cmpstr (found, ==, expected);

  copy = ent_query_copy (query);
  g_assert_true (ent_query_equal (query, copy));
  text = ent_query_to_text (query);
  read = ent_query_from_text (&toy_owner_schema, text);
  g_assert_true (ent_query_equal (query, read));
  found_again = run (db, read);
  g_assert_cmpstr (found_again, ==, expected);
}

static void
test_conditions (void)
{
  g_autoptr (EntDb) db = people ();

  check_condition (db, "level", ENT_OP_EQUAL, ent_text ("low"), "2 4");
  check_condition (db, "level", ENT_OP_NOT_EQUAL, ent_text ("low"), "3 1 5");
  check_condition (db, "level", ENT_OP_EQUAL, ent_null (), "3 5");
  check_condition (db, "level", ENT_OP_NOT_EQUAL, ent_null (), "2 1 4");
  check_condition (db, "rank", ENT_OP_AT_LEAST, ent_int (3), "1 5");
  check_condition (db, "rank", ENT_OP_AT_MOST, ent_int (2), "3 2");
  check_condition (db, "born", ENT_OP_AT_LEAST, ent_day (ent_day_from_ymd (1990, 1, 1)), "2 4");
  check_condition (db, "born", ENT_OP_AT_MOST, ent_text ("1985-01-01"), "1 5");
  check_condition (db, "sort-key", ENT_OP_BEGINS, ent_text ("dup"), "2 1");
  check_condition (db, "name", ENT_OP_BEGINS, ent_text ("D'"), "3");
  check_condition (db, "name", ENT_OP_CONTAINS, ent_text ("PON"), "2 1");
  check_condition (db, "name", ENT_OP_EQUAL, ent_text ("x' OR 1 = 1 --"), "");
  check_condition (db, "n_children", ENT_OP_EQUAL, ent_int (1), "3 2 1 5 4");
  check_condition (db, "n_children", ENT_OP_AT_LEAST, ent_int (2), "");
}

static void
test_order (void)
{
  g_autoptr (EntDb) db = people ();
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (EntQuery) read = NULL;
  gboolean descending = FALSE;

  ent_query_set_order (query, "rank", FALSE);
  up = run (db, query);
  g_assert_cmpstr (up, ==, "4 2 3 1 5");
  ent_query_set_order (query, "rank", TRUE);
  down = run (db, query);
  g_assert_cmpstr (down, ==, "5 1 3 2 4");
  ent_query_set_search (query, "d");
  words = run (db, query);
  g_assert_cmpstr (words, ==, "1 3 2");

  text = ent_query_to_text (query);
  read = ent_query_from_text (&toy_owner_schema, text);
  g_assert_cmpstr (ent_query_get_order (read, &descending), ==, "rank");
  g_assert_true (descending);
  g_assert_false (ent_query_equal (query, read));
  ent_query_set_search (read, "  D ");
  g_assert_true (ent_query_equal (query, read));

  ent_query_set_order (query, NULL, FALSE);
  ent_query_set_search (query, NULL);
  plain = run (db, query);
  g_assert_cmpstr (plain, ==, "3 2 1 5 4");
}

/* A saved list may come from another version, or from a hand that knew better. */
static void
test_odd_texts (void)
{
  static const char *const odd[] = {
    NULL,
    "",
    "{",
    "[]",
    "3",
    "null",
    "{\"order\": 3}",
    "{\"order\": {}}",
    "{\"order\": \"nothing\", \"descending\": \"x\"}",
    "{\"conditions\": 3}",
    "{\"conditions\": [3, null, [], [1, 2, 3], [\"name\", 1, 2], [\"name\", \"=\"]]}",
    "{\"conditions\": [[\"gone\", \"=\", 1], [\"name\", \"~\", 1], [null, \"=\", {}]]}",
    "{\"descending\": {}}"
  };
  g_autoptr (EntDb) db = people ();

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (EntQuery) query = ent_query_from_text (&toy_owner_schema, odd[i]);
      g_autofree char *found = run (db, query);

      g_assert_cmpuint (ent_query_n_conditions (query), ==, 0);
      g_assert_cmpstr (found, ==, "3 2 1 5 4");
    }
}

/* The kept order must not outlive a change, nor serve another register. */
static void
test_kept_order (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (EntDb) db = people ();
      g_autoptr (ToyOwner) owner = NULL;

      check_words (db, "", "3 2 1 5 4");
      if (round == 1)
        {
          owner = toy_owner_insert (db, "Aardvark", NULL);
          check_words (db, "", "6 3 2 1 5 4");
          check_words (db, "aard", "6");
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (EntDb) db = people ();
  g_autoptr (EntQuery) query = ent_query_new (&toy_owner_schema);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntApply) apply = ent_apply_begin (db, "Import", "Tester", NULL);

  ent_apply_set_bulk (apply, TRUE);
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (ToyOwner) owner = toy_owner_draft ("Many", NULL);

      ent_apply_insert (apply, owner, NULL);
    }
  ent_apply_commit (g_steal_pointer (&apply), NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (ent_query_run (query, db, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_everything (void)
{
  g_autoptr (EntDb) db = people ();
  g_autoptr (GPtrArray) hits = ent_search_everything (db, "dup", 10, NULL);
  g_autoptr (GPtrArray) one = ent_search_everything (db, "dup", 1, NULL);
  g_autoptr (GPtrArray) none = ent_search_everything (db, " ", 10, NULL);
  EntSearchHit *hit = g_ptr_array_index (hits, 0);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_true (hit->schema == &toy_owner_schema);
  g_assert_cmpint (hit->id, ==, 2);
  g_assert_cmpstr (hit->summary, ==, "Dupond Annie");
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/query/words", test_words);
  g_test_add_func ("/store/query/numbers", test_numbers);
  g_test_add_func ("/store/query/hostile-words", test_hostile_words);
  g_test_add_func ("/store/query/random-words", test_random_words);
  g_test_add_func ("/store/query/very-long-words", test_very_long_words);
  g_test_add_func ("/store/query/conditions", test_conditions);
  g_test_add_func ("/store/query/order", test_order);
  g_test_add_func ("/store/query/odd-texts", test_odd_texts);
  g_test_add_func ("/store/query/kept-order", test_kept_order);
  g_test_add_func ("/store/query/cancelled", test_cancelled);
  g_test_add_func ("/store/search/everything", test_everything);
  return g_test_run ();
}
