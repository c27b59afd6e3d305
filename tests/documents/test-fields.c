/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of templates: texts, flags, lists, and their one line of JSON. */

#include "ent-fields.h"

static void
test_texts (void)
{
  g_autoptr(EntFields) fields = ent_fields_new ();

  ent_fields_set (fields, "person.name", "Anne DUPONT");
  ent_fields_set (fields, "person.phone", "");
  ent_fields_set (fields, "person.e_mail", NULL);

  g_assert_cmpstr (ent_fields_get (fields, "person.name"), ==, "Anne DUPONT");
  g_assert_null (ent_fields_get (fields, "person.phone"));
  g_assert_null (ent_fields_get (fields, "person.e_mail"));
  g_assert_null (ent_fields_get (fields, "person.other"));
  g_assert_true (ent_fields_has (fields, "person.phone"));
  g_assert_false (ent_fields_has (fields, "person.other"));
  g_assert_true (ent_fields_is_true (fields, "person.name"));
  g_assert_false (ent_fields_is_true (fields, "person.phone"));

  ent_fields_set (fields, "person.name", "Bea DUPONT");
  g_assert_cmpstr (ent_fields_get (fields, "person.name"), ==, "Bea DUPONT");
}

static void
test_texts_are_made_fit_for_paper (void)
{
  g_autoptr(EntFields) fields = ent_fields_new ();

  ent_fields_set (fields, "a", "one\r\ntwo\rthree\nfour\tfive\x01\x7f");
  ent_fields_set (fields, "b",
                  "x\xff"
                  "y");
  g_assert_cmpstr (ent_fields_get (fields, "a"), ==, "one\ntwo\nthree\nfour five");
  g_assert_cmpstr (ent_fields_get (fields, "b"), ==, "x\xef\xbf\xbdy");
}

static void
test_flags (void)
{
  g_autoptr(EntFields) fields = ent_fields_new ();

  ent_fields_set_flag (fields, "person.woman", TRUE);
  ent_fields_set_flag (fields, "person.man", FALSE);
  g_assert_true (ent_fields_is_true (fields, "person.woman"));
  g_assert_false (ent_fields_is_true (fields, "person.man"));
  g_assert_true (ent_fields_has (fields, "person.man"));
  g_assert_null (ent_fields_get (fields, "person.woman"));
}

static void
test_lists (void)
{
  g_autoptr(EntFields) fields = ent_fields_new ();

  g_assert_cmpuint (ent_fields_n_items (fields, "aids"), ==, 0);
  ent_fields_set_empty_list (fields, "aids");
  g_assert_true (ent_fields_has (fields, "aids"));
  g_assert_false (ent_fields_is_true (fields, "aids"));

  ent_fields_set (ent_fields_append (fields, "aids"), "label", "Chauffage");
  ent_fields_set (ent_fields_append (fields, "aids"), "label", "Loyer");
  g_assert_true (ent_fields_is_true (fields, "aids"));
  g_assert_cmpuint (ent_fields_n_items (fields, "aids"), ==, 2);
  g_assert_cmpstr (ent_fields_get (ent_fields_item (fields, "aids", 1), "label"), ==, "Loyer");

  ent_fields_set_empty_list (fields, "aids");
  g_assert_cmpuint (ent_fields_n_items (fields, "aids"), ==, 0);
}

static void
test_json (void)
{
  g_autoptr(EntFields) fields = ent_fields_new ();
  g_autoptr(EntFields) same = ent_fields_new ();
  g_autofree char *json = NULL, *again = NULL;

  ent_fields_set_flag (fields, "z", TRUE);
  ent_fields_set (fields, "b", "l'\"été\\\nà");
  ent_fields_set (ent_fields_append (fields, "m"), "name", "A");
  ent_fields_append (fields, "m");
  ent_fields_set (fields, "empty", NULL);
  ent_fields_set_flag (fields, "a", FALSE);
  json = ent_fields_to_json (fields);
  g_assert_cmpstr (json, ==,
                   "{\"a\":false,\"b\":\"l'\\\"été\\\\\\nà\",\"empty\":\"\","
                   "\"m\":[{\"name\":\"A\"},{}],\"z\":true}");

  ent_fields_set_flag (same, "a", FALSE);
  ent_fields_set (same, "empty", "");
  ent_fields_set (ent_fields_append (same, "m"), "name", "A");
  ent_fields_append (same, "m");
  ent_fields_set (same, "b", "l'\"été\\\nà");
  ent_fields_set_flag (same, "z", TRUE);
  again = ent_fields_to_json (same);
  g_assert_cmpstr (again, ==, json);
}

static void
test_lives_as_long_as_it_is_held (void)
{
  EntFields *fields = ent_fields_new ();
  EntFields *held = ent_fields_ref (fields);

  ent_fields_set (fields, "a", "b");
  ent_fields_unref (fields);
  g_assert_cmpstr (ent_fields_get (held, "a"), ==, "b");
  ent_fields_unref (held);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fields/texts", test_texts);
  g_test_add_func ("/fields/fit-for-paper", test_texts_are_made_fit_for_paper);
  g_test_add_func ("/fields/flags", test_flags);
  g_test_add_func ("/fields/lists", test_lists);
  g_test_add_func ("/fields/json", test_json);
  g_test_add_func ("/fields/held", test_lives_as_long_as_it_is_held);
  return g_test_run ();
}
