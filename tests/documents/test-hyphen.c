/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words may be divided. */

#include "ent-hyphen.h"

static void
assert_marked (const char *language, const char *text, const char *expected)
{
  g_autofree char *marked = ent_hyphen_mark (language, text);
  g_autoptr (GString) shown = g_string_new (marked);

  g_string_replace (shown, "\u00ad", "=", 0);
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
words_are_divided (void)
{
  assert_marked ("fr", "l’intervention", "l’inter=ven=tion");
  assert_marked ("fr", "été hébergement", "été héber=ge=ment");
  assert_marked ("nl", "onderhoudsplichtigen", "onder=houds=plich=ti=gen");
  assert_marked ("de", "Existenzmittel", "Exis=tenz=mit=tel");
  assert_marked ("en", "circumstances", "cir=cum=stances");
}

static void
names_and_numbers_are_not (void)
{
  assert_marked ("fr", "Bergeronnette SPINETTE 2026-000123", "Bergeronnette SPINETTE 2026-000123");
  assert_marked ("fr", "court", "court");
}

static void
addresses_are_not (void)
{
  assert_marked ("fr", "écrit à intervention@hebergement.example, ou intervention",
                 "écrit à intervention@hebergement.example, ou inter=ven=tion");
  assert_marked ("fr", "www.hebergement.example", "www.hebergement.example");
  assert_marked ("nl", "https://onderhoudsplichtigen.example",
                 "https://onderhoudsplichtigen.example");
}

static void
spelling_is_not_changed (void)
{
  g_autofree char *marked = ent_hyphen_mark ("nl", "financiële");

  g_assert_null (g_strstr_len (marked, -1, "\u00adë"));
}

static void
unknown_languages_are_left_alone (void)
{
  assert_marked ("tlh", "intervention", "intervention");
  assert_marked (NULL, "intervention", "intervention");
  assert_marked ("fr", "", "");
  assert_marked ("nl", "самостоятельность", "самостоятельность");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphen/words-are-divided", words_are_divided);
  g_test_add_func ("/hyphen/names-and-numbers-are-not", names_and_numbers_are_not);
  g_test_add_func ("/hyphen/addresses-are-not", addresses_are_not);
  g_test_add_func ("/hyphen/spelling-is-not-changed", spelling_is_not_changed);
  g_test_add_func ("/hyphen/unknown-languages-are-left-alone", unknown_languages_are_left_alone);
  return g_test_run ();
}
