/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling templates: what comes out as blocks. */

#include "template-fixture.h"

static void
check_with (const char *text, const EntFields *fields, const char *expected)
{
  g_autoptr(EntTemplate) template = ent_template_parse (text, fixture_chips);
  GPtrArray *faults = ent_template_get_faults (template);
  g_autoptr(GPtrArray) blocks = NULL;
  g_autofree char *written = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      const EntTemplateFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%u:%u %s", fault->line, fault->column, fault->message);
    }
  g_assert_cmpuint (faults->len, ==, 0);
  blocks = ent_template_fill (template, fields, NULL);
  written = fixture_write_blocks (blocks);
  g_assert_cmpstr (written, ==, expected);
}

static void
check (const char *text, const char *expected)
{
  g_autoptr(EntFields) fields = fixture_fields ();

  check_with (text, fields, expected);
}

static void
check_value (const char *text, const char *value, const char *expected)
{
  g_autoptr(EntFields) fields = fixture_fields ();

  ent_fields_set (fields, "person.name", value);
  check_with (text, fields, expected);
}

static void
test_common_mark (void)
{
  check ("", "");
  check ("# Title\n\n## Part\n\n### Detail\nText *light* **strong** ***both***.\n",
         "h1[Title]h2[Part]h3[Detail]"
         "p[Text <i>light</> <b>strong</> <b><i>both</>.]");
  check ("one\ntwo\\\nthree  \nfour\n", "p[one two/three/four]");
  check ("- a\n- b\n  1. c\n  2. d\n\n3. e\n",
         "l[li[p[a]]li[p[b]l1[li[p[c]]li[p[d]]]]]l3[li[p[e]]]");
  check ("[site](https://a.example) <mailto:a@b.example>",
         "p[<https://a.example>site</> <mailto:a@b.example>mailto:a@b.example</>]");
  check ("> quoted\n>\n> twice\n\n---\n", "p1[quoted]p1[twice]rule[]");
  check ("a &amp; b &lt; c", "p[a & b < c]");
  check ("né à Liège\r\nle 1er\r\n\r\nfin", "p[né à Liège le 1er]p[fin]");
}

static void
test_values (void)
{
  check ("# Attestation: {person.name}\n", "h1[Attestation: Anne DUPONT]");
  check ("**{person.name}** _{ person.birth_date }_", "p[<b>Anne DUPONT</> <i>1er mars 1980</>]");
  check ("{person.name}", "p[Anne DUPONT]");
  check ("[{person.name}]({centre.website}/a)", "p[<https://cpas.example/a>Anne DUPONT</>]");
  check ("[x]({person.name})", "p[x]");
}

static void
test_values_are_never_markup (void)
{
  static const char *const values[] = { "*a*",
                                        "_a_",
                                        "**a**",
                                        "# a",
                                        "a | b",
                                        "- a",
                                        "1. a",
                                        "`a`",
                                        "<b>",
                                        "[a](http://)",
                                        "![a](b)",
                                        "&amp;",
                                        "\\*",
                                        "---",
                                        "> a",
                                        "{a}",
                                        "{end}",
                                        "```",
                                        "<http://a.example>",
                                        "=== ",
                                        "\\",
                                        "    a",
                                        "\xee\x80\x80\xee\x80\x90\xee\x80\x81" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *trimmed = g_strstrip (g_strdup (values[i]));
      g_autofree char *alone = g_strdup_printf ("p[%s]", trimmed);
      g_autofree char *among = g_strdup_printf ("p[a %s b]", trimmed);
      g_autofree char *cell = g_strdup_printf ("table[row1[cell[H]cell[I]]row[cell[%s]cell[x]]]",
                                               trimmed);
      g_autofree char *heading = g_strdup_printf ("h2[%s]", trimmed);

      check_value ("{person.name}", trimmed, alone);
      check_value ("a {person.name} b", trimmed, among);
      check_value ("``` table\nH | I\n---\n{person.name} | x\n```\n", trimmed, cell);
      check_value ("## {person.name}\n", trimmed, heading);
    }
}

static void
test_line_breaks_in_values (void)
{
  check_value ("To: {person.name}.", "a\nb", "p[To: a/b.]");
  check_value ("{person.name}", "a\n\nb\n\n", "p[a//b]");
  check_value ("**{person.name}**", "a\nb", "p[<b>a</>/<b>b</>]");
  check_value ("{person.name}\\\nx", "a\n", "p[a/x]");
}

static void
test_empty_values (void)
{
  check ("Tel. {person.phone}.", "p[Tel. <gap>Telephone</>.]");
  check ("Tel. {person.phone?}.", "p[Tel. .]");
  check ("a {person.phone?} b", "p[a b]");
  check ("{person.phone?} a", "p[a]");
  check ("a\\\n{person.phone?}\\\nb", "p[a/b]");
  check ("a\\\n{person.phone?}", "p[a]");
  check ("a\\\n{if person.man}b\\\n{end}", "p[a]");
  check ("{person.phone?}\n\n- {person.phone?}\n\n# {person.phone?}\n\nx", "p[x]");
}

static void
test_gaps_are_named (void)
{
  g_autoptr(EntTemplate) template = ent_template_parse (
      "{person.phone} {person.first_names} {person.phone}\n\n"
      "{for household.members}\n{role}\n{end}\n",
      fixture_chips);
  g_autoptr(EntTemplate) unchecked = ent_template_parse ("{no.such}", NULL);
  g_autoptr(EntFields) fields = fixture_fields ();
  g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) blocks = ent_template_fill (template, fields, gaps);
  g_autoptr(GPtrArray) others = ent_template_fill (unchecked, fields, gaps);
  g_autofree char *written = fixture_write_blocks (others);

  g_assert_cmpuint (gaps->len, ==, 4);
  g_assert_cmpstr (gaps->pdata[0], ==, "person.phone");
  g_assert_cmpstr (gaps->pdata[1], ==, "person.first_names");
  g_assert_cmpstr (gaps->pdata[2], ==, "household.members.role");
  g_assert_cmpstr (gaps->pdata[3], ==, "no.such");
  g_assert_cmpstr (written, ==, "p[<gap>no.such</>]");
}

static void
test_conditions_in_a_line (void)
{
  check ("{if person.woman}née{else}né{end} le", "p[née le]");
  check ("{if person.man}né{else}née{end} le", "p[née le]");
  check ("{if not person.man}a{end}b", "p[ab]");
  check ("{if person.man}a{else if person.phone}b{else if person.name}c{else}d{end}", "p[c]");
  check ("{if person.man}a{else if person.phone}b{else if not person.name}c{else}d{end}", "p[d]");
  check ("{if person.man}a{else if person.phone}b{end}x", "p[x]");
  check ("{if person.woman}{if person.man}a{else}b{end}{else}{if person.man}c{else}d{end}{end}",
         "p[b]");
  check ("one {if person.woman}two\nthree\n{end}\nfour", "p[one two three four]");
  check ("{if household.members}list{end}", "p[list]");
  check ("**{if person.man}x{end}**\n\na **{if person.man}x{end}** b", "p[a b]");
  check ("**{if person.woman}x{end}** **a**{if person.woman} b{end} *{if person.man}x"
         "{end}*",
         "p[<b>x</> <b>a</> b]");
}

static void
test_conditions_around_blocks (void)
{
  check ("a\n{if person.woman}\nb\n{end}\nc\n", "p[a]p[b]p[c]");
  check ("a\n{if person.man}\nb\n{else}\nd\n{end}\nc\n", "p[a]p[d]p[c]");
  check ("- a\n{if person.woman}\n- b\n{end}\n- c\n", "l[li[p[a]]li[p[b]]li[p[c]]]");
  check ("a\\\n{if person.woman}\nb\\\n{end}\nc\n", "p[a/b/c]");
  check ("{if person.man}\n# a\n{else}\n# b\n{end}\n", "h1[b]");
}

static void
test_lists (void)
{
  check ("{for household.members}{name}, {end}fin", "p[Anne, Bram, fin]");
  check ("{for household.members}\n- {name}\n{end}\n", "l[li[p[Anne]]li[p[Bram]]]");
  check ("{for household.members}\n{name} of {person.name}\n{end}\n",
         "p[Anne of Anne DUPONT]p[Bram of Anne DUPONT]");
  check ("{for household.members}{name}{if child} (child){end}: "
         "{for cards}{number} {name} {end}{end}",
         "p[Anne: Bram (child): 1 Bram 2 Bram]");
  check ("x\n{for household.members}\n{for cards}\n- {number}\n{end}\n{end}\ny",
         "p[x]l[li[p[1]]li[p[2]]]p[y]");
}

static void
test_items_come_before_the_document (void)
{
  g_autoptr(EntTemplate) template = ent_template_parse ("{for l}{a}{b}{end}{a}", NULL);
  g_autoptr(EntFields) fields = ent_fields_new ();
  g_autoptr(GPtrArray) blocks = NULL;
  g_autofree char *written = NULL;
  EntFields *item = ent_fields_append (fields, "l");

  ent_fields_set (fields, "a", "outer");
  ent_fields_set (fields, "b", "outside");
  ent_fields_set (item, "a", "inner-");
  item = ent_fields_append (fields, "l");
  ent_fields_set (item, "a", NULL);
  blocks = ent_template_fill (template, fields, NULL);
  written = fixture_write_blocks (blocks);
  g_assert_cmpstr (written, ==, "p[inner-outside<gap>a</>outsideouter]");
}

static void
test_braces (void)
{
  check ("\\{person.name\\}", "p[{person.name}]");
  check ("\\\\{person.name}", "p[\\Anne DUPONT]");
  check ("a\\*b \\_", "p[a*b _]");
}

static void
test_directives (void)
{
  check ("a\n{signatures}\nb", "p[a]signatures[]p[b]");
  check ("{page-break}\n  {space 10}  \n{space 2,5}\n{space 5 mm}",
         "page[]space:10[]space:2.5[]space:5[]");
  check ("a\n\n{annex One *thing*}\n\nb\n\n{space 1}\n\n{annex Two}\nc",
         "p[a]annex[One *thing*p[b]space:1[]]annex[Twop[c]]");
  check ("{if person.woman}\n{signatures}\n{end}\n", "signatures[]");
  check ("a\\\n{signatures}\n", "p[a]signatures[]");
}

static void
test_tables (void)
{
  check ("``` table\nNom:40|Né le : 20|Rôle\n---\n{for household.members}\n"
         "**{name}** | x |{role?}\n{end}\n```\n",
         "table[row1[cell:40[Nom]cell:20[Né le]cell[Rôle]]"
         "row[cell[<b>Anne</>]cell[x]cell[référence]]row[cell[<b>Bram</>]cell[x]cell[]]]");
  check ("``` table\n| A | B |\n|---|---|\n| - a | 1. b |\n\n| c\\|d | # e |\n```\n",
         "table[row1[cell[A]cell[B]]row[cell[- a]cell[1. b]]row[cell[c|d]cell[# e]]]");
}

static void
test_table_rows_in_cases (void)
{
  check ("``` table\nA | B\n---\n{if person.man}a | b{else}c | d{end}\n{if person.woman}\ne | f\n"
         "{end}\n```\n",
         "table[row1[cell[A]cell[B]]row[cell[c]cell[d]]row[cell[e]cell[f]]]");
}

static void
test_fences (void)
{
  check ("``` box\n# a\n\n- b\n```\nc", "box[h1[a]l[li[p[b]]]]p[c]");
  check ("``` right\n{person.name}\\\nb\n\nc\n```\n```center\nd\n```\ne",
         ">p[Anne DUPONT/b]>p[c]^p[d]p[e]");
  check ("```` box\na\n``` table\nA\n---\nb\n```\n````\n",
         "box[p[a]table[row1[cell[A]]row[cell[b]]]]");
}

static void
test_title (void)
{
  g_autoptr(EntTemplate) template = ent_template_parse ("a\n\n# The {person.name}\\\n*title*\n## b",
                                                        fixture_chips);
  g_autoptr(EntTemplate) untitled = ent_template_parse ("a", NULL);
  g_autoptr(EntFields) fields = fixture_fields ();
  g_autoptr(GPtrArray) blocks = NULL, none = NULL;
  g_autofree char *title = NULL, *no_title = NULL;

  ent_fields_set (fields, "person.name", "two\nlines");
  blocks = ent_template_fill (template, fields, NULL);
  none = ent_template_fill (untitled, fields, NULL);
  title = ent_template_title (blocks);
  no_title = ent_template_title (none);
  g_assert_cmpstr (title, ==, "The two lines");
  g_assert_cmpstr (no_title, ==, "");
}

static void
test_filled_again_is_the_same (void)
{
  g_autoptr(EntTemplate) template = ent_template_parse (
      "# {person.name}\n{for household.members}\n- {name}\n{end}\n", fixture_chips);
  g_autoptr(EntFields) fields = fixture_fields ();
  g_autoptr(GPtrArray) first = ent_template_fill (template, fields, NULL);
  g_autoptr(GPtrArray) second = ent_template_fill (template, fields, NULL);
  g_autofree char *a = fixture_write_blocks (first), *b = fixture_write_blocks (second);

  g_assert_cmpstr (a, ==, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/common-mark", test_common_mark);
  g_test_add_func ("/template/values", test_values);
  g_test_add_func ("/template/values/never-markup", test_values_are_never_markup);
  g_test_add_func ("/template/values/line-breaks", test_line_breaks_in_values);
  g_test_add_func ("/template/values/empty", test_empty_values);
  g_test_add_func ("/template/values/gaps", test_gaps_are_named);
  g_test_add_func ("/template/conditions/in-a-line", test_conditions_in_a_line);
  g_test_add_func ("/template/conditions/around-blocks", test_conditions_around_blocks);
  g_test_add_func ("/template/lists", test_lists);
  g_test_add_func ("/template/lists/items-first", test_items_come_before_the_document);
  g_test_add_func ("/template/braces", test_braces);
  g_test_add_func ("/template/directives", test_directives);
  g_test_add_func ("/template/tables", test_tables);
  g_test_add_func ("/template/tables/cases", test_table_rows_in_cases);
  g_test_add_func ("/template/fences", test_fences);
  g_test_add_func ("/template/title", test_title);
  g_test_add_func ("/template/filled-again", test_filled_again_is_the_same);
  return g_test_run ();
}
