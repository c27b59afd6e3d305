/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong in a template: where, how long, and that nothing that is typed breaks the program.
 */

#include "template-fixture.h"

static EntTemplateFault *
get_fault (EntTemplate *template, guint i)
{
  GPtrArray *faults = ent_template_get_faults (template);

  g_assert_cmpuint (i, <, faults->len);
  return g_ptr_array_index (faults, i);
}

/* One fault and no other, at such a place, whose sentence holds such words. */
static void
check (const char *text, guint line, guint column, guint length, const char *words)
{
  g_autoptr(EntTemplate) template = ent_template_parse (text, fixture_chips);
  g_autoptr(EntFields) fields = fixture_fields ();
  GPtrArray *faults = ent_template_get_faults (template);

  for (guint i = 0; i < faults->len; i++)
    {
      const EntTemplateFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%.60s → %u:%u+%u %s", text, fault->line, fault->column, fault->length,
                      fault->message);
    }
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (get_fault (template, 0)->message, words));
  g_assert_cmpuint (get_fault (template, 0)->line, ==, line);
  g_assert_cmpuint (get_fault (template, 0)->column, ==, column);
  g_assert_cmpuint (get_fault (template, 0)->length, ==, length);
  g_assert_null (ent_template_fill (template, fields, NULL));
}

static void
test_unknown_names (void)
{
  check ("né\nété {person.nmae}", 2, 5, 13, "Did you mean “person.name”?");
  check ("{Person.Name}", 1, 1, 13, "“person.name”");
  check ("{if person.women}a{end}", 1, 1, 17, "“person.woman”");
  check ("{for household.member}a{end}", 1, 1, 22, "“household.members”");
  check ("{for household.member}{name}{if child}a{end}{end}{person.name}", 1, 1, 22,
         "“household.members”");
  check ("{zzzzzz.qqqqqq}", 1, 1, 15, "list of fields");
  check ("{signature}", 1, 1, 11, "“signatures”");
  check ("{page-brake}", 1, 1, 12, "“page-break”");
  check ("{for household.members}{nme}{end}", 1, 24, 5, "“name”");
}

static void
test_items_stay_in_their_list (void)
{
  check ("{name}", 1, 1, 6, "{for household.members}");
  check ("{household.members.name}", 1, 1, 24, "{for household.members}");
  check ("{for household.members}{number}{end}", 1, 24, 8, "{for household.members.cards}");
  check ("{for household.members}{end}{role}", 1, 29, 6, "{for household.members}");
}

static void
test_kinds (void)
{
  check ("{person.woman}", 1, 1, 14, "yes or no");
  check ("{household.members}", 1, 1, 19, "is a list");
  check ("{for person.name}a{end}", 1, 1, 17, "not a list");
  check ("{for household.members}{child}{end}", 1, 24, 7, "yes or no");
}

static void
test_structure (void)
{
  check ("a {if person.woman} b", 1, 3, 17, "has no end");
  check ("{for household.members}\n- {name}\n", 1, 1, 23, "has no end");
  check ("a\n{end}", 2, 1, 5, "Nothing ends here");
  check ("a {else} b", 1, 3, 6, "no {if} before");
  check ("{for household.members}{else}{end}", 1, 24, 6, "no {if} before");
  check ("{if person.woman}a{else}b{else}c{end}", 1, 26, 6, "has its {else}");
  check ("{if person.woman}a{else}b{else if person.man}c{end}", 1, 26, 20, "has its {else}");
}

static void
test_depth (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 17; i++)
    g_string_append (text, "{if person.woman}\n");
  for (guint i = 0; i < 17; i++)
    g_string_append (text, "{end}\n");
  check (text->str, 17, 1, 17, "too many {if} and {for}");
  check ("> > > > > > > > > > > > a", 1, 19, 7, "too many lists or quotations");
}

static void
test_braces (void)
{
  check ("a {person.name", 1, 3, 12, "not closed");
  check ("a {person.name b\nc", 1, 3, 14, "not closed");
  check ("{a {person.name}", 1, 1, 3, "not closed");
  check ("person.name} a", 1, 12, 1, "No brace is open");
  check ("{{person.name}}", 1, 1, 15, "One brace");
  check ("{}", 1, 1, 2, "empty");
  check ("{ }", 1, 1, 3, "empty");
  check ("{?}", 1, 1, 3, "Between braces");
  check ("{person name}", 1, 1, 13, "Between braces");
  check ("{fi person.woman}", 1, 1, 17, "“if”");
}

static void
test_instructions (void)
{
  check ("{if}a{end}", 1, 1, 4, "A condition");
  check ("{if person.woman person.man}a{end}", 1, 1, 28, "A condition");
  check ("{for}a{end}", 1, 1, 5, "which list");
  check ("{if person.woman}a{else person.man}b{end}", 1, 19, 17, "{else}");
  check ("{if person.woman}a{end if}", 1, 19, 8, "{end}");
  check ("a {signatures}", 1, 3, 12, "alone on its line");
  check ("{if person.woman}{page-break}{end}", 1, 18, 12, "alone on its line");
  check ("{space}", 1, 1, 7, "millimetres");
  check ("{space 0}", 1, 1, 9, "millimetres");
  check ("{space 9999}", 1, 1, 12, "millimetres");
  check ("{space ten}", 1, 1, 11, "millimetres");
  check ("{annex}", 1, 1, 7, "title");
  check ("{signatures two}", 1, 1, 16, "nothing behind");
}

static void
test_markup (void)
{
  check ("a\n\n![b](c.png)", 3, 1, 11, "no image");
  check ("a <b>c", 1, 3, 3, "no HTML");
  check ("a\n\n<div>\n", 3, 1, 5, "no HTML");
  check ("a `b` c", 1, 4, 1, "Backquotes");
  check ("a\n\n    b\n", 3, 5, 1, "four blanks");
  check ("#### a", 1, 1, 6, "three levels");
  check ("[a](b.html)", 1, 1, 11, "https://");
  check ("[a](javascript:b)", 1, 1, 17, "https://");
}

static void
test_fences (void)
{
  check ("```\na\n```\n", 1, 1, 3, "four blanks");
  check ("``` tabel\na\n```\n", 1, 1, 9, "“table”");
  check ("``` python\na\n```\n", 1, 1, 10, "a block is");
  check ("a\n``` box\nb\n", 2, 1, 7, "not closed");
  check ("``` box\né `b`\n```\n", 2, 4, 1, "Backquotes");
  check ("- a\n\n  ``` box\n  b <i>\n  ```\n", 4, 5, 3, "no HTML");
  check ("``` box\n{page-break}\n```\n", 2, 1, 12, "no place inside");
  check ("~~~~~ box\n~~~~ box\n``` box\n~~~ box\na\n~~~\n```\n~~~~\n~~~~~\n", 4, 1, 7,
         "too many blocks");
}

static void
test_tables (void)
{
  check ("``` table\nA | B\n---\na | b | c\n```\n", 4, 1, 9, "3 cells and the heads are 2");
  check ("``` table\nA | B\n---\na\n```\n", 4, 1, 1, "1 cell and the heads are 2");
  check ("``` table\nA | B\na | b\n```\n", 3, 1, 5, "---");
  check ("``` table\nA | B\n---\né | <b>\n```\n", 4, 5, 3, "no HTML");
  check ("``` table\nA | B\n---\n{space 3}\n```\n", 4, 1, 9, "no place in a table");
  check ("``` table\nA | B\n```\n", 2, 1, 5, "Below the heads");
  check ("``` table\n```\n", 1, 1, 9, "line of heads");
}

/* A fault is found in whichever case it hides, at its place behind chips. */
static void
test_every_case_is_read (void)
{
  check ("{if person.woman}a{else}{if person.man}<b>{end}{end}", 1, 40, 3, "no HTML");
  check ("{if person.woman}a{else if person.man}b{else}`c`{end}", 1, 47, 1, "Backquotes");
  check ("{person.name} {person.name} <b>", 1, 29, 3, "no HTML");
  check ("``` table\nA | B\n---\n{if person.woman}a | b{else}c{end}\n```\n", 4, 29, 1,
         "1 cell and");
  check ("{if person.woman}\na\n{end}\n\n\\{x\\} <b>", 5, 7, 3, "no HTML");
}

static void
test_all_faults_by_line (void)
{
  g_autoptr(EntTemplate) template = ent_template_parse (
      "a <b>\n{nothing.here}\n`x` {person.nam}\n{end}\n", fixture_chips);
  guint lines[] = { 1, 2, 3, 3, 4 };

  g_assert_cmpuint (ent_template_get_faults (template)->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (get_fault (template, i)->line, ==, lines[i]);
}

static void
test_characters (void)
{
  check ("a\nb\x01\x02 c", 2, 2, 2, "cannot be printed");
  check ("a\xff", 1, 2, 1, "cannot be printed");
  check ("\xee\x80\x80\xee\x80\x90\xee\x80\x81", 1, 1, 3, "cannot be printed");
}

static void
test_placeholders_cannot_be_forged (void)
{
  static const char *const texts[] = { "&#xE000;&#xE010;&#xE001;",
                                       "&#xE000;&#xE01F;&#xE001; {person.name}",
                                       "&#xE003;&#xE010;&#xE001; {person.name}", "&#xE000;&#xE010;",
                                       "&#xE000;" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(EntTemplate) template = ent_template_parse (texts[i], fixture_chips);
      g_autoptr(EntFields) fields = fixture_fields ();
      g_autoptr(GPtrArray) blocks = ent_template_fill (template, fields, NULL);

      g_assert_nonnull (blocks);
    }
}

/* Whatever it is, it is read or refused; and the refusal stands inside of the text. */
static void
swallow (const char *text)
{
  g_autoptr(EntTemplate) template = ent_template_parse (text, fixture_chips);
  g_autoptr(EntTemplate) unchecked = ent_template_parse (text, NULL);
  g_autoptr(EntFields) fields = fixture_fields ();
  g_autoptr(GPtrArray) blocks = ent_template_fill (template, fields, NULL);
  g_autoptr(GPtrArray) others = ent_template_fill (unchecked, fields, NULL);
  GPtrArray *faults = ent_template_get_faults (template);

  g_assert_true ((blocks == NULL) == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      g_assert_cmpuint (get_fault (template, i)->line, >=, 1);
      g_assert_cmpuint (get_fault (template, i)->column, >=, 1);
      g_assert_cmpuint (get_fault (template, i)->length, >=, 1);
      g_assert_true (g_utf8_validate (get_fault (template, i)->message, -1, NULL));
    }
}

static void
swallow_repeated (const char *part, gsize length)
{
  g_autoptr(GString) text = g_string_new (NULL);

  while (text->len < length)
    g_string_append (text, part);
  swallow (text->str);
}

static void
test_floods (void)
{
  static const char *const parts[] = { "{",
                                       "}",
                                       "{{",
                                       "{}",
                                       "{a}",
                                       "{if a}",
                                       "{for a}",
                                       "{end}",
                                       "{else}",
                                       "{if person.woman}",
                                       "{for household.members}",
                                       "{if person.woman}\n",
                                       ">",
                                       "> ",
                                       "- ",
                                       "*",
                                       "*a ",
                                       "**a ",
                                       "[",
                                       "![",
                                       "[a](",
                                       "`",
                                       "`a` ",
                                       "<",
                                       "<a ",
                                       "<!--",
                                       "&",
                                       "|",
                                       "a|",
                                       "\\",
                                       "``` box\n",
                                       "``` table\na\n---\n",
                                       "#",
                                       "\n",
                                       " ",
                                       "\t",
                                       "\xff",
                                       "\x01",
                                       "_a*",
                                       "1. ",
                                       "{annex a}\n",
                                       "{signatures}\n",
                                       "é{" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    swallow_repeated (parts[i], 20000);
  swallow_repeated ("{", 1024 * 1024);
  swallow_repeated ("{if person.woman}", 120 * 1024);
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (200 * 1024, 'a');

  check (text, 1, 1, 1, "too long");
}

/* Pieces of the language in a wrong order, and bytes; always the same ones. */
static void
test_nonsense (void)
{
  static const char *const parts[] = { "{",
                                       "}",
                                       "{if person.woman}",
                                       "{else}",
                                       "{else if person.man}",
                                       "{end}",
                                       "{for household.members}",
                                       "{name}",
                                       "{person.name}",
                                       "{person.phone?}",
                                       "\n",
                                       "\n\n",
                                       "- ",
                                       "1. ",
                                       "> ",
                                       "``` table\n",
                                       "```\n",
                                       "---\n",
                                       " | ",
                                       "a",
                                       "*",
                                       "**",
                                       "_",
                                       "[x](",
                                       ")",
                                       "<b>",
                                       "\\",
                                       "# ",
                                       "{signatures}\n",
                                       "{annex T}\n",
                                       "{space 3}\n",
                                       "    ",
                                       "é",
                                       "\xc3",
                                       "``` box\n",
                                       "&#xE000;",
                                       "``` right\n",
                                       "\t",
                                       "!" };
  g_autoptr(GRand) random = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      gint32 n_parts = g_rand_int_range (random, 1, 40);

      for (gint32 i = 0; i < n_parts; i++)
        if (g_rand_int_range (random, 0, 12) == 0)
          g_string_append_c (text, (char) g_rand_int_range (random, 1, 256));
        else
          g_string_append (text,
                           parts[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (parts))]);
      swallow (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/faults/unknown-names", test_unknown_names);
  g_test_add_func ("/template/faults/items", test_items_stay_in_their_list);
  g_test_add_func ("/template/faults/kinds", test_kinds);
  g_test_add_func ("/template/faults/structure", test_structure);
  g_test_add_func ("/template/faults/depth", test_depth);
  g_test_add_func ("/template/faults/braces", test_braces);
  g_test_add_func ("/template/faults/instructions", test_instructions);
  g_test_add_func ("/template/faults/markup", test_markup);
  g_test_add_func ("/template/faults/fences", test_fences);
  g_test_add_func ("/template/faults/tables", test_tables);
  g_test_add_func ("/template/faults/every-case", test_every_case_is_read);
  g_test_add_func ("/template/faults/all-by-line", test_all_faults_by_line);
  g_test_add_func ("/template/faults/characters", test_characters);
  g_test_add_func ("/template/faults/forged", test_placeholders_cannot_be_forged);
  g_test_add_func ("/template/faults/floods", test_floods);
  g_test_add_func ("/template/faults/too-long", test_too_long);
  g_test_add_func ("/template/faults/nonsense", test_nonsense);
  return g_test_run ();
}
