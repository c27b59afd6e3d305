/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where chips stand in a text, and which are right. */

#include "template-fixture.h"

#include "ent-template-chips.h"

/* "{person.name}=field", or "!field" when it is wrong, one a line. */
static void
check (const char *text, const char *expected)
{
  static const char *const names[] = { "field", "if", "for", "else", "end", "directive", "brace" };
  g_autoptr(GArray) ranges = ent_template_find_chips (text, fixture_chips);
  g_autoptr(GString) out = g_string_new (NULL);
  gsize end = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const EntChipRange *range = &g_array_index (ranges, EntChipRange, i);

      g_assert_cmpuint (range->offset, >=, end);
      end = range->offset + range->length;
      g_assert_cmpuint (end, <=, strlen (text));
      g_string_append_len (out, text + range->offset, (gssize) range->length);
      g_string_append_printf (out, "%c%s ", range->valid ? '=' : '!', names[range->kind]);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_kinds (void)
{
  check ("", "");
  check ("é{person.name}à {person.phone?}", "{person.name}=field {person.phone?}=field ");
  check ("{if person.woman}a{else if person.man}b{else}c{end}",
         "{if person.woman}=if {else if person.man}=if {else}=else {end}=end ");
  check ("{for household.members}{name}{if child}x{end}{end}",
         "{for household.members}=for {name}=field {if child}=if {end}=end {end}=end ");
  check ("a\r\n{signatures}\r\n{space 3}", "{signatures}=directive {space 3}=directive ");
  check ("\\{person.name\\}", "");
}

static void
test_wrong_ones (void)
{
  check ("{person.nam} {name}", "{person.nam}!field {name}!field ");
  check ("{person.woman}", "{person.woman}!field ");
  check ("{if person.woman}a", "{if person.woman}!if ");
  check ("{end}{else}", "{end}!end {else}!else ");
  check ("a {signatures}", "{signatures}!directive ");
  check ("é {person.na\nb} c", "{person.na!brace }!brace ");
  check ("{{person.name}}", "{{person.name}}!field ");
  check ("a\xff{person.name}", "");
}

static void
test_without_chips (void)
{
  g_autoptr(GArray) ranges = ent_template_find_chips ("{a.b} {c}", NULL);

  g_assert_cmpuint (ranges->len, ==, 2);
  g_assert_true (g_array_index (ranges, EntChipRange, 1).valid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/chips/kinds", test_kinds);
  g_test_add_func ("/template/chips/wrong-ones", test_wrong_ones);
  g_test_add_func ("/template/chips/names-unchecked", test_without_chips);
  return g_test_run ();
}
