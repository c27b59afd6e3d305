/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts: building them on the main thread. */

#include "ent-change-private.h"

struct _EntChangeSet
{
  char *label;
  GPtrArray *changes; /* EntChange */
  gint64 next_id;
  gint64 id;
  GHashTable *resolved; /* provisional → real, as gint64* */
  EntIssues *issues;
  GPtrArray *conflicts;
};

G_DEFINE_BOXED_TYPE (EntChangeSet, ent_change_set, ent_change_set_ref, ent_change_set_unref)

void
ent_change_free (EntChange *self)
{
  for (guint i = 0; i < self->schema->n_columns; i++)
    {
      if (self->before != NULL)
        ent_value_clear (&self->before[i]);
      if (self->after != NULL)
        ent_value_clear (&self->after[i]);
    }
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static EntValue *
all_values (gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);
  EntValue *values = g_new0 (EntValue, schema->n_columns);

  for (guint i = 0; i < schema->n_columns; i++)
    ent_record_get_value (record, i, &values[i]);
  return values;
}

EntChange *
ent_change_new (EntAction action, gpointer original, gpointer draft)
{
  gpointer any = draft != NULL ? draft : original;
  EntChange *self = g_new0 (EntChange, 1);

  self->schema = ent_record_get_schema (any);
  self->action = action;
  self->id = ent_record_get_id (any);
  self->version = ent_record_get_version (any);
  if (original != NULL)
    self->before = all_values (original);
  if (draft != NULL)
    self->after = all_values (draft);
  self->mask = original != NULL && draft != NULL ? ent_record_compare (original, draft)
                                                 : G_MAXUINT64;
  return self;
}

void
ent_conflict_free (EntConflict *self)
{
  ent_value_clear (&self->before);
  ent_value_clear (&self->yours);
  ent_value_clear (&self->theirs);
  g_free (self);
}

EntChangeSet *
ent_change_set_new (const char *label)
{
  EntChangeSet *self = g_atomic_rc_box_new0 (EntChangeSet);

  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_change_free);
  self->resolved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->next_id = -1;
  return self;
}

EntChangeSet *
ent_change_set_ref (EntChangeSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_set (gpointer data)
{
  EntChangeSet *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->resolved);
  g_clear_pointer (&self->issues, ent_issues_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
}

void
ent_change_set_unref (EntChangeSet *self)
{
  g_atomic_rc_box_release_full (self, clear_set);
}

const char *
ent_change_set_get_label (EntChangeSet *self)
{
  return self->label;
}

gint64
ent_change_set_insert (EntChangeSet *self, gpointer draft)
{
  gint64 id = self->next_id--;

  ent_record_set_identity (draft, id, 0);
  g_ptr_array_add (self->changes, ent_change_new (ENT_ACTION_INSERT, NULL, draft));
  return id;
}

gboolean
ent_change_set_edit (EntChangeSet *self, gpointer original, gpointer draft)
{
  if (ent_record_compare (original, draft) == 0)
    return FALSE;

  g_ptr_array_add (self->changes, ent_change_new (ENT_ACTION_UPDATE, original, draft));
  return TRUE;
}

void
ent_change_set_delete (EntChangeSet *self, gpointer record)
{
  g_ptr_array_add (self->changes, ent_change_new (ENT_ACTION_DELETE, record, NULL));
}

guint
ent_change_set_n_changes (EntChangeSet *self)
{
  return self->changes->len;
}

EntChange *
ent_change_set_get (EntChangeSet *self, guint position)
{
  return g_ptr_array_index (self->changes, position);
}

gint64
ent_change_set_get_id (EntChangeSet *self)
{
  return self->id;
}

gint64
ent_change_set_resolve (EntChangeSet *self, gint64 provisional_id)
{
  gint64 *real;

  if (provisional_id >= 0)
    return provisional_id;

  real = g_hash_table_lookup (self->resolved, &provisional_id);
  return real != NULL ? *real : 0;
}

EntIssues *
ent_change_set_get_issues (EntChangeSet *self)
{
  return self->issues;
}

GPtrArray *
ent_change_set_get_conflicts (EntChangeSet *self)
{
  return self->conflicts;
}

/* Runs on the writing thread; the main thread looks at the set again only when it is told. */
gboolean
ent_change_set_apply (EntChangeSet *self, EntApply *apply, GError **error)
{
  g_clear_pointer (&self->issues, ent_issues_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_hash_table_remove_all (self->resolved);

  for (guint i = 0; i < self->changes->len; i++)
    {
      EntChange *change = g_ptr_array_index (self->changes, i);

      if (!ent_apply_change (apply, change, error))
        {
          self->issues = ent_apply_steal_issues (apply);
          self->conflicts = ent_apply_steal_conflicts (apply);
          g_hash_table_remove_all (self->resolved);
          return FALSE;
        }
      if (change->action == ENT_ACTION_INSERT)
        {
          gint64 real = ent_apply_resolve (apply, change->id);

          g_hash_table_insert (self->resolved, g_memdup2 (&change->id, sizeof change->id),
                               g_memdup2 (&real, sizeof real));
        }
    }
  self->id = ent_apply_get_id (apply);
  return TRUE;
}
