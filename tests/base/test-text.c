/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts: folding, cleaning, initials, file names, likeness. */
#include "ent-text.h"

#include <string.h>

static void
check_fold (const char *text, const char *expected)
{
  g_autofree char *folded = ent_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold_latin (void)
{
  check_fold ("", "");
  check_fold (NULL, "");
  check_fold ("Dupont", "dupont");
  check_fold ("ÉLÉONORE Lefèvre", "eleonore lefevre");
  check_fold ("Cœur Æther œ Œ", "coeur aether oe oe");
  check_fold ("Straße GROẞ", "strasse gross");
  check_fold ("Łukasz Żółć", "lukasz zolc");
  check_fold ("Søren Ðorđe Þór", "soren dorde thor");
  check_fold ("IŞIK ışık İstanbul", "isik isik istanbul");
  check_fold ("Çağla Öztürk", "cagla ozturk");
  check_fold ("Ștefan Ţurcanu", "stefan turcanu");
  check_fold ("Nguyễn Thị Ấn", "nguyen thi an");
  check_fold ("Əliyev Ɓello", "eliyev bello");
  check_fold ("ﬁn ﬃ Ａｎｎｅ ª", "fin ffi anne a");
  check_fold ("ĳsberg Ŀ ŉ ĸ ſ", "ijsberg l n k s");
  /* Composed or not, it is the same. */
  check_fold ("e\xcc\x81le\xcc\x80ve", "eleve");
}

static void
test_fold_marks_become_one_blank (void)
{
  check_fold ("D'Hondt", "d hondt");
  check_fold ("D’Hondt", "d hondt");
  check_fold ("Dʼhondt", "d hondt");
  check_fold ("Jean-Pierre", "jean pierre");
  check_fold ("Jean‑Pierre – Marie", "jean pierre marie");
  check_fold ("  a \t\n b\xc2\xa0\xe2\x80\xaf"
              "c  ",
              "a b c");
  check_fold ("a...b///c", "a b c");
  check_fold ("...", "");
  check_fold ("«Café»", "cafe");
  check_fold ("3 × 4 ÷ 2", "3 4 2");
  check_fold ("n° 12/3", "n 12 3");
  check_fold ("a´b¨c", "a b c");
  check_fold ("soft\xc2\xad"
              "hyphen zero\xe2\x80\x8b"
              "width",
              "softhyphen zerowidth");
  check_fold ("a\xff\xfe"
              "b",
              "a b");
  check_fold ("tronqué \xc3", "tronque");
}

static void
test_fold_other_scripts (void)
{
  check_fold ("Ελένη ΟΔΥΣΣΕΎΣ Οδυσσεύς", "ελενη οδυσσευσ οδυσσευσ");
  check_fold ("Йосиф Ёлкин", "иосиф елкин");
  check_fold ("مُحَمَّد", "محمد");
  check_fold ("أحمد", "احمد");
  check_fold ("محـــمد", "محمد");
  check_fold ("שָׁלוֹם", "שלום");
  check_fold ("王 小明", "王 小明");
  check_fold ("हिन्दी", "हिन्दी");
}

static void
test_fold_twice_is_once (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (99);

  for (int i = 0; i < 30000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (int j = g_rand_int_range (random, 0, 12); j > 0; j--)
        {
          int top = g_rand_int_range (random, 0, 4);
          gunichar ch = (gunichar) g_rand_int_range (random, 1,
                                                     top == 0   ? 0x80
                                                     : top == 1 ? 0x250
                                                     : top == 2 ? 0x3000
                                                                : 0x20000);

          if (ch < 0xd800 || ch > 0xdfff)
            g_string_append_unichar (text, ch);
        }
      once = ent_text_fold (text->str);
      twice = ent_text_fold (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
      g_assert_null (strstr (once, "  "));
    }
}

static void
test_fold_survives_any_bytes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (100);

  for (int i = 0; i < 30000; i++)
    {
      char bytes[24] = "";
      g_autofree char *folded = NULL;
      g_autofree char *clean = NULL;
      g_autofree char *name = NULL;
      g_autofree char *initials = NULL;

      for (int j = g_rand_int_range (random, 0, 23) - 1; j >= 0; j--)
        bytes[j] = (char) g_rand_int_range (random, 1, 256);
      folded = ent_text_fold (bytes);
      clean = ent_text_clean (bytes);
      name = ent_text_safe_file_name (bytes);
      initials = ent_text_initials (bytes);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (clean == NULL || g_utf8_validate (clean, -1, NULL));
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_utf8_validate (initials, -1, NULL));
      g_assert_null (strpbrk (name, "/\\:*?\"<>|\n\t"));
      g_assert_cmpuint (strlen (name), >, 0);
      ent_text_distance (bytes, folded, 3);
    }
}

static void
test_sort_key_orders (void)
{
  const char *ordered[] = {
    "De Smet", "Delvaux", "Éloi", "Emond", "Œuvre", "Ørsted", "Özil", "Zoé"
  };

  for (gsize i = 1; i < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *before = ent_text_sort_key (ordered[i - 1]);
      g_autofree char *after = ent_text_sort_key (ordered[i]);

      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

static void
test_tokens (void)
{
  g_auto(GStrv) words = ent_text_tokens (" Van den Bossche, Anne-Élise ");
  g_auto(GStrv) none = ent_text_tokens ("--");
  const char *expected[] = { "van", "den", "bossche", "anne", "elise", NULL };

  g_assert_cmpstrv (words, expected);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
check_clean (const char *text, const char *expected)
{
  g_autofree char *clean = ent_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  check_clean (NULL, NULL);
  check_clean ("", NULL);
  check_clean (" \t\n\xc2\xa0", NULL);
  check_clean ("  Anne   Marie ", "Anne Marie");
  check_clean ("Anne\nMarie", "Anne Marie");
  check_clean ("e\xcc\x81"
               "t\xcc\xb1"
               "e\xcc\x81",
               "é\xe1\xb9\xaf"
               "é");
  check_clean ("a\x01"
               "b\x7f"
               "c",
               "abc");
  check_clean ("\xe2\x80\xae"
               "evil",
               "evil");
  check_clean ("a\xff"
               "b",
               "a b");
  check_clean ("\xe2\x80\x8b", NULL);
  check_clean ("D’Hondt-Œuf", "D’Hondt-Œuf");
}

static void
check_initials (const char *text, const char *expected)
{
  g_autofree char *initials = ent_text_initials (text);

  g_assert_cmpstr (initials, ==, expected);
}

static void
test_initials (void)
{
  check_initials ("Anne Dupont", "AD");
  check_initials ("Jean-Pierre Dupont", "JPD");
  check_initials ("élise", "É");
  check_initials ("Marie de la Croix Blanche", "MDL");
  check_initials ("", "");
  check_initials (NULL, "");
  check_initials ("- -", "");
}

static void
check_file_name (const char *text, const char *expected)
{
  g_autofree char *name = ent_text_safe_file_name (text);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_safe_file_name (void)
{
  g_autofree char *long_text = g_strnfill (300, 'x');
  g_autofree char *long_name = g_strconcat (long_text, ".pdf", NULL);
  g_autofree char *shortened = ent_text_safe_file_name (long_name);
  g_autoptr(GString) accents = g_string_new ("a");
  g_autofree char *cut = NULL;

  check_file_name ("Décision n° 12.pdf", "Décision n° 12.pdf");
  check_file_name ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
  check_file_name ("../../etc", "-..-etc");
  check_file_name ("..", "_");
  check_file_name (".hidden", "hidden");
  check_file_name ("", "_");
  check_file_name (NULL, "_");
  check_file_name ("name. . ", "name");
  check_file_name ("CON", "_CON");
  check_file_name ("nul.txt", "_nul.txt");
  check_file_name ("com1.csv", "_com1.csv");
  check_file_name ("console", "console");
  g_assert_cmpuint (strlen (shortened), ==, 120);
  g_assert_true (g_str_has_suffix (shortened, "x.pdf"));

  for (int i = 0; i < 200; i++)
    g_string_append (accents, "é");
  cut = ent_text_safe_file_name (accents->str);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_cmpuint (strlen (cut), <=, 120);
  g_assert_cmpuint (strlen (cut), >=, 118);
}

static void
test_distance (void)
{
  g_assert_cmpuint (ent_text_distance ("", "", 3), ==, 0);
  g_assert_cmpuint (ent_text_distance (NULL, "ab", 3), ==, 2);
  g_assert_cmpuint (ent_text_distance ("dupont", "dupont", 3), ==, 0);
  g_assert_cmpuint (ent_text_distance ("dupont", "dupond", 3), ==, 1);
  g_assert_cmpuint (ent_text_distance ("dupont", "dupotn", 3), ==, 1);
  g_assert_cmpuint (ent_text_distance ("dupont", "dupon", 3), ==, 1);
  g_assert_cmpuint (ent_text_distance ("kitten", "sitting", 5), ==, 3);
  g_assert_cmpuint (ent_text_distance ("kitten", "sitting", 2), ==, 3);
  g_assert_cmpuint (ent_text_distance ("ca", "abc", 5), ==, 3);
  g_assert_cmpuint (ent_text_distance ("élise", "elise", 2), ==, 1);
  g_assert_cmpuint (ent_text_distance ("abcdef", "ghijkl", 2), ==, 3);
  g_assert_cmpuint (ent_text_distance ("a", "b", 0), ==, 1);
  g_assert_cmpuint (ent_text_distance ("abcdef", "ghijkl", G_MAXUINT), ==, 6);
}

/* The definition itself, without band or early end. */
static guint
plain_distance (const char *a, const char *b)
{
  guint table[16][16];
  guint n_a = (guint) strlen (a), n_b = (guint) strlen (b);

  for (guint i = 0; i <= n_a; i++)
    {
      for (guint j = 0; j <= n_b; j++)
        {
          guint best = MAX (i, j);

          if (i > 0 && j > 0)
            {
              best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
              best = MIN (best, MIN (table[i - 1][j], table[i][j - 1]) + 1);
            }
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, table[i - 2][j - 2] + 1);
          table[i][j] = best;
        }
    }
  return table[n_a][n_b];
}

static void
test_distance_agrees_with_its_definition (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 50000; i++)
    {
      char a[12] = "", b[12] = "";
      guint limit = (guint) g_rand_int_range (random, 0, 8);

      for (int j = g_rand_int_range (random, 0, 11) - 1; j >= 0; j--)
        a[j] = (char) ('a' + g_rand_int_range (random, 0, 3));
      for (int j = g_rand_int_range (random, 0, 11) - 1; j >= 0; j--)
        b[j] = (char) ('a' + g_rand_int_range (random, 0, 3));
      g_assert_cmpuint (MIN (plain_distance (a, b), limit + 1), ==,
                        MIN (ent_text_distance (a, b, limit), limit + 1));
      g_assert_cmpuint (ent_text_distance (a, b, 20), ==, ent_text_distance (b, a, 20));
    }
}

static void
test_distance_of_long_texts (void)
{
  g_autofree char *a = g_strnfill (500, 'a');
  g_autofree char *b = g_strnfill (500, 'b');

  g_assert_cmpuint (ent_text_distance (a, b, 1000), ==, 500);
  g_assert_cmpuint (ent_text_distance (a, b, 10), ==, 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/latin", test_fold_latin);
  g_test_add_func ("/text/fold/marks-become-one-blank", test_fold_marks_become_one_blank);
  g_test_add_func ("/text/fold/other-scripts", test_fold_other_scripts);
  g_test_add_func ("/text/fold/twice-is-once", test_fold_twice_is_once);
  g_test_add_func ("/text/survives-any-bytes", test_fold_survives_any_bytes);
  g_test_add_func ("/text/sort-key-orders", test_sort_key_orders);
  g_test_add_func ("/text/tokens", test_tokens);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/safe-file-name", test_safe_file_name);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/distance/definition", test_distance_agrees_with_its_definition);
  g_test_add_func ("/text/distance/long", test_distance_of_long_texts);
  return g_test_run ();
}
