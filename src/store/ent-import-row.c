/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a file on its way to become records. Thread of the connection. */

#include "ent-import-private.h"

#include "ent-csv.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The draft and column that a field went into. */
typedef struct
{
  guint field;
  gpointer draft;
  guint column;
} Place;

static int
find_field (EntImportRow *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].name, name))
      return (int) i;

  return -1;
}

EntImportRow *
ent_import_row_new (EntImport *import, GPtrArray *cells, guint line)
{
  EntImportRow *self = g_new0 (EntImportRow, 1);

  self->line = line;
  self->cells = cells;
  self->fields = import->kind->fields;
  self->n_fields = import->kind->n_fields;
  self->today = import->today;
  self->values = g_new0 (char *, self->n_fields + 1);
  self->shown = g_new0 (char *, self->n_fields + 1);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->issues = ent_issues_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < import->headers->len && i < cells->len; i++)
    if (import->fields[i] >= 0)
      {
        const char *cell = ent_csv_unprotect (g_ptr_array_index (cells, i));
        g_autofree char *text = g_strstrip (g_strdup (cell));

        if (*text != '\0')
          self->values[import->fields[i]] = g_steal_pointer (&text);
      }
  return self;
}

void
ent_import_row_free (EntImportRow *self)
{
  g_ptr_array_unref (self->cells);
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_free (self->values[i]);
      g_free (self->shown[i]);
    }
  g_free (self->values);
  g_free (self->shown);
  g_ptr_array_unref (self->drafts);
  ent_issues_free (self->issues);
  g_array_unref (self->places);
  g_free (self);
}

const char *
ent_import_row_get (EntImportRow *self, const char *field)
{
  int position = find_field (self, field);

  g_return_val_if_fail (position >= 0, NULL);

  return self->values[position];
}

gpointer
ent_import_row_add (EntImportRow *self, GType type)
{
  gpointer draft = ent_record_new (type);

  g_ptr_array_add (self->drafts, draft);
  return draft;
}

/* Spreadsheets write days with a midnight behind: "1988-02-29 00:00:00". */
static char *
without_time (const char *text)
{
  const char *blank = strpbrk (text, " T");

  if (blank != NULL && strstr (blank, "00:00") == blank + 1)
    return g_strndup (text, (gsize) (blank - text));
  return g_strdup (text);
}

gboolean
ent_import_row_put (EntImportRow *self,
                    const char *field,
                    gpointer draft,
                    const char *column,
                    const char *text)
{
  const EntSchema *schema = ent_record_get_schema (draft);
  Place place = { (guint) find_field (self, field), draft,
                  (guint) ent_schema_find (schema, column) };
  const EntColumn *target = &schema->columns[place.column];
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;
  EntValue value;

  if (target->kind == ENT_KIND_DATE)
    text = day = without_time (text);
  if (!ent_column_parse (target, text, self->today, &value, &message))
    {
      ent_issues_add (self->issues, field, "%s", message);
      return FALSE;
    }
  ent_record_set_value (draft, place.column, &value);
  ent_value_clear (&value);
  g_array_append_val (self->places, place);
  return TRUE;
}

gboolean
ent_import_row_read (EntImportRow *self, const char *field, gpointer draft, const char *column)
{
  const char *text = ent_import_row_get (self, field);

  return text == NULL || ent_import_row_put (self, field, draft, column, text);
}

void
ent_import_row_show (EntImportRow *self, const char *field, const char *text)
{
  int position = find_field (self, field);

  g_return_if_fail (position >= 0);

  g_set_str (&self->shown[position], text);
}

void
ent_import_row_fill_shown (EntImportRow *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const EntSchema *schema = ent_record_get_schema (place->draft);
      g_autofree char *part = ent_record_display (place->draft,
                                                  schema->columns[place->column].name);
      char *before = self->shown[place->field];

      /* A cell that was taken apart shows its parts one after the other. */
      self->shown[place->field] = before != NULL ? g_strjoin (" · ", before, part, NULL)
                                                 : g_steal_pointer (&part);
      g_free (before);
    }
}

/* Where the user looks for what is wrong with a column. */
static const char *
field_of (EntImportRow *self, const char *prefix, const char *column, const char *fallback)
{
  g_autofree char *name = g_strconcat (prefix, column != NULL ? column : "", NULL);
  int position = find_field (self, name);

  return position >= 0 && self->values[position] != NULL ? self->fields[position].name : fallback;
}

void
ent_import_row_check (EntImportRow *self, gpointer draft, const char *prefix, const char *fallback)
{
  const EntSchema *schema = ent_record_get_schema (draft);
  g_autoptr (EntIssues) found = ent_issues_new ();

  if (schema->prepare != NULL)
    schema->prepare (draft);
  /* The owner is not known before it is written. */
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_REQUIRED &&
        !(schema->columns[i].flags & ENT_COLUMN_OWNER) && ent_record_is_empty (draft, i))
      ent_issues_add (found, schema->columns[i].name,
                      /* Translators: name of a field, like “Last name” */
                      _ ("“%s” is missing."), ent_column_label (&schema->columns[i]));
  if (schema->validate != NULL)
    schema->validate (draft, found);

  for (guint i = 0; i < ent_issues_n (found); i++)
    {
      const char *field = field_of (self, prefix, ent_issues_field (found, i), fallback);

      if (ent_issues_is_warning (found, i))
        ent_issues_warn (self->issues, field, "%s", ent_issues_message (found, i));
      else
        ent_issues_add (self->issues, field, "%s", ent_issues_message (found, i));
    }
}
