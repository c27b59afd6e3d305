/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The faults of a template: where they stand for who reads the text, each said once. Any thread,
 * one at a time. */

#include "ent-template-private.h"

#include <string.h>

/* Nobody reads more, and the time that a text full of nonsense takes stays bounded. */
#define MAX_FAULTS 200

struct _EntFaults
{
  const char *source;
  GArray *lines; /* (element-type gsize): where they begin */
  GPtrArray *list;
  GHashTable *said;
};

static void
fault_free (gpointer data)
{
  EntTemplateFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const EntTemplateFault *first = *(const EntTemplateFault *const *) a;
  const EntTemplateFault *second = *(const EntTemplateFault *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return strcmp (first->message, second->message);
}

/* The line in which a byte stands, from 0. */
static guint
find_line (EntFaults *self, gsize offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* So many bytes, but not beyond the end of the line, as characters. */
static guint
count_characters (const char *text, gsize length)
{
  gsize in_line = MIN (strcspn (text, "\n"), length);

  return MAX (1, (guint) g_utf8_strlen (text, (gssize) in_line));
}

EntFaults *
ent_faults_new (const char *source)
{
  EntFaults *self = g_new0 (EntFaults, 1);
  gsize start = 0;

  self->source = source;
  self->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->list = g_ptr_array_new_with_free_func (fault_free);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (self->lines, start);
  for (const char *end = strchr (source, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    {
      start = end + 1 - source;
      g_array_append_val (self->lines, start);
    }
  return self;
}

void
ent_faults_free (EntFaults *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lines);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_hash_table_unref (self->said);
  g_free (self);
}

gboolean
ent_faults_is_full (EntFaults *self)
{
  return self == NULL || self->list->len >= MAX_FAULTS;
}

void
ent_faults_add (EntFaults *self, gsize offset, gsize length, const char *format, ...)
{
  g_autofree char *message = NULL, *key = NULL;
  EntTemplateFault *fault;
  gsize start;
  guint line;
  va_list args;

  if (ent_faults_is_full (self))
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  line = find_line (self, offset);
  start = g_array_index (self->lines, gsize, line);
  key = g_strdup_printf ("%" G_GSIZE_FORMAT " %s", offset, message);
  if (!g_hash_table_add (self->said, g_steal_pointer (&key)))
    return;

  fault = g_new0 (EntTemplateFault, 1);
  fault->line = line + 1;
  fault->column = (guint) g_utf8_strlen (self->source + start, (gssize) (offset - start)) + 1;
  fault->length = count_characters (self->source + offset, length);
  fault->message = g_steal_pointer (&message);
  g_ptr_array_add (self->list, fault);
}

GPtrArray *
ent_faults_take (EntFaults *self)
{
  g_ptr_array_sort (self->list, compare_faults);
  return g_steal_pointer (&self->list);
}
