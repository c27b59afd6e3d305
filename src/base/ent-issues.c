/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a validation found: (field, sentence) pairs, errors and warnings. Any thread, one at a time.
 */
#include "ent-issues.h"

typedef struct
{
  char *field;
  char *message;
  gboolean warning;
} Issue;

struct _EntIssues
{
  GPtrArray *issues;
  guint n_errors;
};

static void
issue_free (gpointer data)
{
  Issue *issue = data;

  g_free (issue->field);
  g_free (issue->message);
  g_free (issue);
}

EntIssues *
ent_issues_new (void)
{
  EntIssues *self = g_new0 (EntIssues, 1);

  self->issues = g_ptr_array_new_with_free_func (issue_free);
  return self;
}

void
ent_issues_free (EntIssues *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->issues);
  g_free (self);
}

static void G_GNUC_PRINTF (4, 0)
    add (EntIssues *self, gboolean warning, const char *field, const char *format, va_list args)
{
  Issue *issue = g_new0 (Issue, 1);

  issue->field = g_strdup (field);
  issue->message = g_strdup_vprintf (format, args);
  issue->warning = warning;
  g_ptr_array_add (self->issues, issue);
  if (!warning)
    self->n_errors++;
}

void
ent_issues_add (EntIssues *self, const char *field, const char *format, ...)
{
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  add (self, FALSE, field, format, args);
  va_end (args);
}

void
ent_issues_warn (EntIssues *self, const char *field, const char *format, ...)
{
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  add (self, TRUE, field, format, args);
  va_end (args);
}

guint
ent_issues_n_errors (EntIssues *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_errors;
}

guint
ent_issues_n (EntIssues *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->issues->len;
}

static const Issue *
get_issue (EntIssues *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->issues->len, NULL);

  return g_ptr_array_index (self->issues, i);
}

const char *
ent_issues_field (EntIssues *self, guint i)
{
  const Issue *issue = get_issue (self, i);

  return issue != NULL ? issue->field : NULL;
}

const char *
ent_issues_message (EntIssues *self, guint i)
{
  const Issue *issue = get_issue (self, i);

  return issue != NULL ? issue->message : NULL;
}

gboolean
ent_issues_is_warning (EntIssues *self, guint i)
{
  const Issue *issue = get_issue (self, i);

  return issue != NULL && issue->warning;
}

const char *
ent_issues_for (EntIssues *self, const char *field)
{
  const char *warning = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->issues->len; i++)
    {
      const Issue *issue = g_ptr_array_index (self->issues, i);

      if (g_strcmp0 (issue->field, field) != 0)
        continue;
      if (!issue->warning)
        return issue->message;
      if (warning == NULL)
        warning = issue->message;
    }
  return warning;
}

char *
ent_issues_to_text (EntIssues *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free_and_steal (out));

  for (guint i = 0; i < self->issues->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, ent_issues_message (self, i));
    }
  return g_string_free_and_steal (out);
}
