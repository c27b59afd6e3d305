/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules of a record say about a draft. Included once by a test program. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

/* What the schema of a draft says after tidying it. */
static inline EntIssues *
issues_of (gpointer draft)
{
  const EntSchema *schema = ent_record_get_schema (draft);
  EntIssues *issues = ent_issues_new ();

  if (schema->prepare != NULL)
    schema->prepare (draft);
  if (schema->validate != NULL)
    schema->validate (draft, issues);

  return issues;
}

static inline void
assert_error (gpointer draft, const char *column)
{
  g_autoptr (EntIssues) issues = issues_of (draft);

  for (guint i = 0; i < ent_issues_n (issues); i++)
    if (!ent_issues_is_warning (issues, i) && g_strcmp0 (ent_issues_field (issues, i), column) == 0)
      return;
  g_error ("No error at %s", column);
}

static inline void
assert_warning (gpointer draft, const char *column)
{
  g_autoptr (EntIssues) issues = issues_of (draft);

  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
  for (guint i = 0; i < ent_issues_n (issues); i++)
    if (g_strcmp0 (ent_issues_field (issues, i), column) == 0)
      return;
  g_error ("No warning at %s", column);
}

static inline void
assert_clean (gpointer draft)
{
  g_autoptr (EntIssues) issues = issues_of (draft);
  g_autofree char *text = ent_issues_to_text (issues);

  g_assert_cmpstr (text, ==, "");
}

G_END_DECLS
