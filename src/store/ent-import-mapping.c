/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a file fills which field: guessed from the headers, chosen, kept as text. Any
 * thread, one at a time. */

#include "ent-import-private.h"

#include "ent-error.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
find_field (EntImport *self, const char *name)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (g_str_equal (self->kind->fields[i].name, name))
      return (int) i;

  return -1;
}

static gboolean
is_taken (EntImport *self, int field)
{
  for (guint i = 0; i < self->headers->len; i++)
    if (self->fields[i] == field)
      return TRUE;

  return FALSE;
}

/* By the words listed, by the label in the language of the interface, by the label in English, by
 * the name itself. */
static gboolean
is_called (const EntImportField *field, const char *folded)
{
  g_auto (GStrv) headers = g_strsplit (field->headers, "|", -1);
  g_autofree char *label = ent_text_fold (_ (field->label));
  g_autofree char *english = ent_text_fold (field->label);
  g_autofree char *name = ent_text_fold (field->name);

  return g_strv_contains ((const char *const *) headers, folded) || g_str_equal (label, folded) ||
         g_str_equal (english, folded) || g_str_equal (name, folded);
}

void
ent_import_guess (EntImport *self)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *folded = ent_text_fold (g_ptr_array_index (self->headers, i));

      self->fields[i] = -1;
      for (guint j = 0; j < self->kind->n_fields && self->fields[i] < 0 && *folded != '\0'; j++)
        if (!is_taken (self, (int) j) && is_called (&self->kind->fields[j], folded))
          self->fields[i] = (int) j;
    }
}

const char *
ent_import_get_field (EntImport *self, guint column)
{
  g_return_val_if_fail (column < self->headers->len, NULL);

  return self->fields[column] >= 0 ? self->kind->fields[self->fields[column]].name : NULL;
}

gboolean
ent_import_set_field (EntImport *self, guint column, const char *field)
{
  int position = field != NULL ? find_field (self, field) : -1;

  g_return_val_if_fail (column < self->headers->len, FALSE);

  if (field != NULL && position < 0)
    return FALSE;
  for (guint i = 0; i < self->headers->len && position >= 0; i++)
    if (self->fields[i] == position)
      self->fields[i] = -1;
  self->fields[column] = position;
  return TRUE;
}

char *
ent_import_mapping_to_text (EntImport *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < self->headers->len; i++)
    if (self->fields[i] >= 0)
      g_key_file_set_string (file, self->kind->id, self->kind->fields[self->fields[i]].name,
                             g_ptr_array_index (self->headers, i));
  return g_key_file_to_data (file, NULL, NULL);
}

static int
find_column (EntImport *self, const char *header)
{
  g_autofree char *wanted = ent_text_fold (header);

  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *folded = ent_text_fold (g_ptr_array_index (self->headers, i));

      if (g_str_equal (folded, wanted))
        return (int) i;
    }
  return -1;
}

gboolean
ent_import_mapping_from_text (EntImport *self, const char *text, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree int *fields = g_new (int, self->headers->len + 1);
  guint n_found = 0;

  for (guint i = 0; i < self->headers->len; i++)
    fields[i] = -1;
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    for (guint i = 0; i < self->kind->n_fields; i++)
      {
        g_autofree char *header = g_key_file_get_string (file, self->kind->id,
                                                         self->kind->fields[i].name, NULL);
        int column = header != NULL ? find_column (self, header) : -1;

        if (column < 0)
          continue;
        fields[column] = (int) i;
        n_found++;
      }

  if (n_found == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                           _ ("This mapping fits none of the columns of the file."));
      return FALSE;
    }
  memcpy (self->fields, fields, self->headers->len * sizeof (int));
  return TRUE;
}
