/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one text to another. */

#include "ent-text-diff.h"

/* " same", "-removed", "+added", one a line. */
static char *
diff (const char *before, const char *after)
{
  static const char signs[] = { ' ', '-', '+' };
  g_autoptr (GPtrArray) lines = ent_text_diff (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const EntDiffLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%c%s", i > 0 ? "|" : "", signs[line->kind], line->text);
    }
  return g_string_free (text, FALSE);
}

static void
check (const char *before, const char *after, const char *expected)
{
  g_autofree char *found = diff (before, after);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_equal_texts (void)
{
  check ("a\nb", "a\nb", " a| b");
  check ("", "", "");
  check ("", "a", "+a");
}

static void
test_one_line (void)
{
  check ("a\nb\nc", "a\nx\nc", " a|-b|+x| c");
  check ("a\nc", "a\nb\nc", " a|+b| c");
  check ("a\nb\nc", "a\nc", " a|-b| c");
}

static void
test_ends (void)
{
  check ("a\nb", "x\na\nb", "+x| a| b");
  check ("a\nb", "a\nb\nx", " a| b|+x");
  check ("a\nb", "b", "-a| b");
}

static void
test_common_lines_are_kept (void)
{
  check ("a\nb\nc\nd\ne", "b\nx\nd\ny", "-a| b|-c|+x| d|-e|+y");
  /* The same line on both sides of a change counts once. */
  check ("a\na\nb", "a\nb", " a|-a| b");
}

static void
test_nothing_in_common (void)
{
  check ("a\nb", "x\ny", "-a|-b|+x|+y");
}

/* Whatever the texts, what is not added gives the first and what is not removed the second. */
static void
test_both_texts_come_back (void)
{
  GRand *rand = g_rand_new_with_seed (41);

  for (guint round = 0; round < 200; round++)
    {
      GString *texts[] = { g_string_new ("x"), g_string_new ("x") };
      GString *back[] = { g_string_new (NULL), g_string_new (NULL) };
      g_autoptr (GPtrArray) lines = NULL;

      for (guint side = 0; side < 2; side++)
        for (int i = g_rand_int_range (rand, 0, 20); i > 0; i--)
          g_string_append_printf (texts[side], "\n%c", 'a' + g_rand_int_range (rand, 0, 4));
      lines = ent_text_diff (texts[0]->str, texts[1]->str);
      for (guint i = 0; i < lines->len; i++)
        {
          const EntDiffLine *line = g_ptr_array_index (lines, i);

          if (line->kind != ENT_DIFF_ADDED)
            g_string_append_printf (back[0], "%s%s", back[0]->len > 0 ? "\n" : "", line->text);
          if (line->kind != ENT_DIFF_REMOVED)
            g_string_append_printf (back[1], "%s%s", back[1]->len > 0 ? "\n" : "", line->text);
        }
      for (guint side = 0; side < 2; side++)
        {
          g_assert_cmpstr (back[side]->str, ==, texts[side]->str);
          g_string_free (texts[side], TRUE);
          g_string_free (back[side], TRUE);
        }
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/equal-texts", test_equal_texts);
  g_test_add_func ("/text-diff/one-line", test_one_line);
  g_test_add_func ("/text-diff/ends", test_ends);
  g_test_add_func ("/text-diff/common-lines-are-kept", test_common_lines_are_kept);
  g_test_add_func ("/text-diff/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/text-diff/both-texts-come-back", test_both_texts_come_back);
  return g_test_run ();
}
