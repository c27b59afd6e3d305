/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of issues of a validation. */
#include "ent-issues.h"

static void
test_empty (void)
{
  g_autoptr(EntIssues) issues = ent_issues_new ();
  g_autofree char *text = ent_issues_to_text (issues);

  g_assert_cmpuint (ent_issues_n (issues), ==, 0);
  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
  g_assert_null (ent_issues_for (issues, "last_name"));
  g_assert_null (ent_issues_for (issues, NULL));
  g_assert_cmpstr (text, ==, "");
  ent_issues_free (NULL);
}

static void
test_order_and_kind (void)
{
  g_autoptr(EntIssues) issues = ent_issues_new ();
  g_autofree char *text = NULL;

  ent_issues_warn (issues, "birth", "Older than %d years", 110);
  ent_issues_add (issues, "last_name", "Type a name");
  ent_issues_add (issues, NULL, "%s: 100%%", "Too much");

  g_assert_cmpuint (ent_issues_n (issues), ==, 3);
  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 2);
  g_assert_cmpstr (ent_issues_field (issues, 0), ==, "birth");
  g_assert_cmpstr (ent_issues_message (issues, 0), ==, "Older than 110 years");
  g_assert_true (ent_issues_is_warning (issues, 0));
  g_assert_cmpstr (ent_issues_field (issues, 1), ==, "last_name");
  g_assert_false (ent_issues_is_warning (issues, 1));
  g_assert_null (ent_issues_field (issues, 2));
  g_assert_cmpstr (ent_issues_for (issues, NULL), ==, "Too much: 100%");
  text = ent_issues_to_text (issues);
  g_assert_cmpstr (text, ==, "Older than 110 years\nType a name\nToo much: 100%");
}

static void
test_error_goes_before_warning (void)
{
  g_autoptr(EntIssues) issues = ent_issues_new ();

  ent_issues_warn (issues, "niss", "first warning");
  ent_issues_warn (issues, "niss", "second warning");
  g_assert_cmpstr (ent_issues_for (issues, "niss"), ==, "first warning");
  ent_issues_add (issues, "niss", "first error");
  ent_issues_add (issues, "niss", "second error");
  g_assert_cmpstr (ent_issues_for (issues, "niss"), ==, "first error");
  g_assert_null (ent_issues_for (issues, "birth"));
}

static void
test_keeps_its_own_copy (void)
{
  g_autoptr(EntIssues) issues = ent_issues_new ();
  char field[] = "iban";

  ent_issues_add (issues, field, "%s", "wrong");
  field[0] = 'x';
  g_assert_cmpstr (ent_issues_field (issues, 0), ==, "iban");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/issues/empty", test_empty);
  g_test_add_func ("/issues/order-and-kind", test_order_and_kind);
  g_test_add_func ("/issues/error-before-warning", test_error_goes_before_warning);
  g_test_add_func ("/issues/own-copy", test_keeps_its_own_copy);
  return g_test_run ();
}
