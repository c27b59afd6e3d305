/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking things up in a schema. Any thread. */

#include "ent-schema.h"

#include <string.h>

#include "ent-record.h"

static gboolean
same_name (const char *a, const char *b)
{
  for (; *a != '\0' && *b != '\0'; a++, b++)
    if (*a != *b && !((*a == '-' || *a == '_') && (*b == '-' || *b == '_')))
      return FALSE;

  return *a == *b;
}

int
ent_schema_find (const EntSchema *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (same_name (self->columns[i].name, name))
      return (int) i;

  return -1;
}

const EntColumn *
ent_schema_column (const EntSchema *self, const char *name)
{
  int position = ent_schema_find (self, name);

  return position < 0 ? NULL : &self->columns[position];
}

const EntColumn *
ent_schema_owner (const EntSchema *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].flags & ENT_COLUMN_OWNER)
      return &self->columns[i];

  return NULL;
}

const EntSchema *
ent_schema_for_type (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return ENT_RECORD_CLASS (klass)->schema;
}
