/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for keys and their loans. Any thread. */

#include "ent-key-rules.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

gboolean
ent_key_loan_is_open (const EntKeyLoan *self)
{
  return self->returned_on == ENT_DAY_NONE;
}

EntKeyLoan *
ent_key_loan_find_open (GPtrArray *loans)
{
  for (guint i = 0; i < loans->len; i++)
    if (ent_key_loan_is_open (g_ptr_array_index (loans, i)))
      return g_ptr_array_index (loans, i);

  return NULL;
}

void
ent_home_key_check (EntHomeKey *self, EntIssues *issues)
{
  if (self->number != ENT_INT_NONE && self->number < 1)
    ent_issues_add (issues, "number", _ ("Keys are numbered from 1."));
}

void
ent_key_loan_check (const EntKeyLoan *self, EntIssues *issues)
{
  if (self->returned_on != ENT_DAY_NONE && self->given_on != ENT_DAY_NONE &&
      self->returned_on < self->given_on)
    ent_issues_add (issues, "returned_on", _ ("The key came back before it was given."));
}

static const char *
name_of (const EntKeyLoan *loan)
{
  return loan->agent_name != NULL ? loan->agent_name : _ ("Somebody");
}

void
ent_key_loan_check_others (GPtrArray *loans, const EntKeyLoan *self, EntIssues *issues)
{
  for (guint i = 0; i < loans->len; i++)
    {
      EntKeyLoan *other = g_ptr_array_index (loans, i);

      if (ent_record_get_id (other) == ent_record_get_id ((gpointer) self) ||
          (!ent_key_loan_is_open (other) && other->returned_on <= self->given_on) ||
          (!ent_key_loan_is_open (self) && self->returned_on <= other->given_on))
        continue;
      if (ent_key_loan_is_open (other))
        ent_issues_add (issues, "given_on",
                        /* Translators: the name of an agent */
                        _ ("%s holds this key: note first when it came back."), name_of (other));
      else
        ent_issues_add (issues, "given_on",
                        /* Translators: the name of an agent */
                        _ ("%s held this key on some of these days."), name_of (other));
      return;
    }
}

void
ent_key_loan_check_key (const EntHomeKey *key, const EntKeyLoan *self, EntIssues *issues)
{
  if (key->returned_on == ENT_DAY_NONE)
    return;
  if (ent_key_loan_is_open (self) || self->returned_on > key->returned_on)
    ent_issues_add (issues, "returned_on",
                    _ ("This key was given back to the person: nobody holds it any more."));
}

void
ent_home_key_check_return (const EntHomeKey *self, GPtrArray *loans, EntIssues *issues)
{
  for (guint i = 0; self->returned_on != ENT_DAY_NONE && i < loans->len; i++)
    {
      EntKeyLoan *loan = g_ptr_array_index (loans, i);

      if (!ent_key_loan_is_open (loan) && loan->returned_on <= self->returned_on)
        continue;
      /* Translators: the name of an agent */
      ent_issues_add (issues, "returned_on", _ ("%s holds this key: note first when it came back."),
                      name_of (loan));
      return;
    }
}
