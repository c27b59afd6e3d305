/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of a merge: what the one person will look like. Main thread. */

#include "ent-person-merge-private.h"

#include "ent-person-rules.h"

static gboolean
same_value (EntPersonMerge *self, guint column)
{
  EntValue a, b;
  gboolean same;

  ent_record_get_value (self->survivor, column, &a);
  ent_record_get_value (self->other, column, &b);
  same = ent_value_equal (&a, &b);
  ent_value_clear (&a);
  ent_value_clear (&b);

  return same;
}

static EntMergeChoice
default_choice (EntPersonMerge *self, guint column)
{
  const EntColumn *description = &ent_person_schema.columns[column];

  if (description->kind == ENT_KIND_BOOL)
    {
      EntValue other;

      /* "Needs an interpreter" is true when either record says so. */
      ent_record_get_value (self->other, column, &other);
      return other.i != 0 ? ENT_MERGE_TAKE : ENT_MERGE_KEEP;
    }
  if (ent_record_is_empty (self->other, column))
    return ENT_MERGE_KEEP;
  if (ent_record_is_empty (self->survivor, column))
    return ENT_MERGE_TAKE;
  if ((description->flags & ENT_COLUMN_LONG) != 0 && !same_value (self, column))
    return ENT_MERGE_JOIN;

  return ENT_MERGE_KEEP;
}

EntPersonMerge *
ent_person_merge_new (EntPerson *survivor, EntPerson *other, gint32 day)
{
  EntPersonMerge *self;

  g_return_val_if_fail (ent_record_get_id (survivor) != ent_record_get_id (other), NULL);

  self = g_new0 (EntPersonMerge, 1);
  self->survivor = ent_record_dup (survivor);
  self->other = ent_record_dup (other);
  self->day = day;
  for (guint i = 0; i < ent_person_schema.n_columns; i++)
    self->choices[i] = default_choice (self, i);

  return self;
}

void
ent_person_merge_free (EntPersonMerge *self)
{
  g_object_unref (self->survivor);
  g_object_unref (self->other);
  g_free (self);
}

EntPerson *
ent_person_merge_get_survivor (EntPersonMerge *self)
{
  return self->survivor;
}

EntPerson *
ent_person_merge_get_other (EntPersonMerge *self)
{
  return self->other;
}

gboolean
ent_person_merge_differs (EntPersonMerge *self, guint column)
{
  const EntColumn *description = &ent_person_schema.columns[column];

  return description->expression == NULL && (description->flags & ENT_COLUMN_HIDDEN) == 0 &&
         !ent_record_is_empty (self->survivor, column) &&
         !ent_record_is_empty (self->other, column) && !same_value (self, column);
}

EntMergeChoice
ent_person_merge_get_choice (EntPersonMerge *self, guint column)
{
  return self->choices[column];
}

void
ent_person_merge_set_choice (EntPersonMerge *self, guint column, EntMergeChoice choice)
{
  g_return_if_fail (column < ent_person_schema.n_columns);

  self->choices[column] = choice;
}

static void
join_texts (EntPersonMerge *self, guint column, EntPerson *result)
{
  const char *name = ent_person_schema.columns[column].name;
  g_autofree char *joined = NULL;
  EntValue a, b;

  ent_record_get_value (self->survivor, column, &a);
  ent_record_get_value (self->other, column, &b);
  joined = g_strdup_printf ("%s\n\n%s", a.type == ENT_VALUE_TEXT ? a.s : "",
                            b.type == ENT_VALUE_TEXT ? b.s : "");
  ent_draft_set (result, name, ent_text (joined));
  ent_value_clear (&a);
  ent_value_clear (&b);
}

EntPerson *
ent_person_merge_get_result (EntPersonMerge *self)
{
  EntPerson *result = ent_record_dup (self->survivor);

  for (guint i = 0; i < ent_person_schema.n_columns; i++)
    {
      EntValue value;

      if (ent_person_schema.columns[i].expression != NULL || self->choices[i] == ENT_MERGE_KEEP)
        continue;
      if (self->choices[i] == ENT_MERGE_JOIN)
        {
          join_texts (self, i, result);
          continue;
        }
      ent_record_get_value (self->other, i, &value);
      ent_record_set_value (result, i, &value);
      ent_value_clear (&value);
    }
  ent_person_schema.prepare (ENT_RECORD (result));

  return result;
}
