/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading an act that failed. Main thread. */

#include "ent-form-check.h"

struct _EntFormChoice
{
  const EntSchema *schema;
  gint64 id;
  guint column;
  EntValue theirs;
  gboolean keep_yours;
};

void
ent_form_choice_free (EntFormChoice *self)
{
  ent_value_clear (&self->theirs);
  g_free (self);
}

static gboolean
is_record (const EntSchema *schema, gint64 id, gpointer record)
{
  return record != NULL && ent_record_get_schema (record) == schema &&
         ent_record_get_id (record) == id;
}

void
ent_form_check_choose (GPtrArray *choices,
                       const EntConflict *conflict,
                       gboolean keep_yours,
                       gpointer original,
                       gpointer draft)
{
  EntFormChoice *choice;

  if (is_record (conflict->schema, conflict->id, original))
    {
      ent_record_set_value (original, conflict->column, &conflict->theirs);
      if (!keep_yours)
        ent_record_set_value (draft, conflict->column, &conflict->theirs);
      return;
    }
  choice = g_new0 (EntFormChoice, 1);
  choice->schema = conflict->schema;
  choice->id = conflict->id;
  choice->column = conflict->column;
  choice->keep_yours = keep_yours;
  ent_value_copy (&conflict->theirs, &choice->theirs);
  g_ptr_array_add (choices, choice);
}

static void
apply_choice (const EntFormChoice *choice, EntChange *change)
{
  if (change->schema != choice->schema || change->id != choice->id || change->before == NULL ||
      change->after == NULL)
    return;

  ent_value_clear (&change->before[choice->column]);
  ent_value_copy (&choice->theirs, &change->before[choice->column]);
  if (choice->keep_yours)
    return;
  ent_value_clear (&change->after[choice->column]);
  ent_value_copy (&choice->theirs, &change->after[choice->column]);
  change->mask &= ~(G_GUINT64_CONSTANT (1) << choice->column);
}

void
ent_form_check_apply_choices (GPtrArray *choices, EntChangeSet *set)
{
  for (guint i = 0; i < choices->len; i++)
    for (guint j = 0; j < ent_change_set_n_changes (set); j++)
      apply_choice (g_ptr_array_index (choices, i), ent_change_set_get (set, j));
}

gboolean
ent_form_check_has_effect (EntChangeSet *set)
{
  for (guint i = 0; i < ent_change_set_n_changes (set); i++)
    if (ent_change_set_get (set, i)->mask != 0)
      return TRUE;

  return FALSE;
}

static gboolean
passes (const EntChange *change)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();
  g_autoptr (GObject) record = ent_record_new (change->schema->type ());

  for (guint i = 0; i < change->schema->n_columns; i++)
    ent_record_set_value (record, i, &change->after[i]);
  if (change->schema->prepare != NULL)
    change->schema->prepare (ENT_RECORD (record));
  for (guint i = 0; i < change->schema->n_columns; i++)
    if (change->schema->columns[i].flags & ENT_COLUMN_REQUIRED && ent_record_is_empty (record, i))
      return FALSE;
  if (change->schema->validate != NULL)
    change->schema->validate (ENT_RECORD (record), issues);
  return ent_issues_n_errors (issues) == 0;
}

const EntChange *
ent_form_check_find_culprit (EntChangeSet *set)
{
  guint n_changes = ent_change_set_n_changes (set);

  if (n_changes == 1)
    return ent_change_set_get (set, 0);

  for (guint i = 0; i < n_changes; i++)
    {
      const EntChange *change = ent_change_set_get (set, i);

      if (change->after != NULL && !passes (change))
        return change;
    }
  return NULL;
}

gboolean
ent_form_check_is_about (const EntChange *change, gpointer original, gpointer draft)
{
  return is_record (change->schema, change->id, original != NULL ? original : draft);
}
