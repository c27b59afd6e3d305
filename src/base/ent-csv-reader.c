/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading of RFC 4180 tables. Any thread, one at a time for each reader. */
#include "ent-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many records are looked at to guess the separator. */
#define GUESS_RECORDS 20

struct _EntCsvReader
{
  const char *data;
  const char *end;
  const char *p;
  guint line; /* of p */
  guint record_line; /* of the last record's beginning */
  char separator;
  gboolean checked;
  gboolean failed;
};

G_DEFINE_QUARK (ent-csv-error-quark, ent_csv_error)

static gboolean
is_line_end (const char *p, const char *end)
{
  return p < end && (*p == '\n' || *p == '\r');
}

static const char *
skip_line_end (const char *p, const char *end)
{
  if (p + 1 < end && p[0] == '\r' && p[1] == '\n')
    return p + 2;
  return p + 1;
}

/* Separators outside quotes up to the end of the record; p moves to the next one. */
static guint
count_in_record (const char **p, const char *end, char separator)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (; *p < end && (quoted || !is_line_end (*p, end)); (*p)++)
    {
      if (**p == '"')
        quoted = !quoted;
      else if (!quoted && **p == separator)
        n++;
    }
  if (*p < end)
    *p = skip_line_end (*p, end);
  return n;
}

/* How well a separator explains the beginning of the data: records with as many as the first one,
 * then how many that is. */
static guint
score_of (const char *p, const char *end, char separator)
{
  guint first = 0, alike = 0, n = 0;

  while (p < end && n < GUESS_RECORDS)
    {
      const char *start = p;
      guint count = count_in_record (&p, end, separator);

      if (is_line_end (start, end))
        continue;
      if (n++ == 0)
        first = count;
      alike += count == first;
    }
  return first == 0 ? 0 : alike * 1000 / MAX (n, 1) * 1000 + MIN (first, 999);
}

static char
guess_separator (const char *p, const char *end)
{
  static const char candidates[] = ";,\t|";
  char best = ';';
  guint best_score = 0;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      guint score = score_of (p, end, *candidate);

      if (score > best_score)
        {
          best = *candidate;
          best_score = score;
        }
    }
  return best;
}

/* Excel's own hint, a first line "sep=;". */
static char
take_hint (EntCsvReader *self)
{
  char separator;

  if (self->end - self->p < 5 || g_ascii_strncasecmp (self->p, "sep=", 4) != 0)
    return '\0';
  if (self->end - self->p > 5 && !is_line_end (self->p + 5, self->end))
    return '\0';

  separator = self->p[4];
  if (strchr (";,\t|", separator) == NULL)
    return '\0';
  self->p += 5;
  if (self->p < self->end)
    {
      self->p = skip_line_end (self->p, self->end);
      self->line++;
    }
  return separator;
}

EntCsvReader *
ent_csv_reader_new (const char *data, gsize length, char separator)
{
  EntCsvReader *self = g_new0 (EntCsvReader, 1);
  char hint;

  self->data = data != NULL ? data : "";
  self->end = data != NULL ? data + length : self->data;
  self->p = self->data;
  self->line = 1;
  self->record_line = 1;
  if (length >= 3 && memcmp (self->data, "\xef\xbb\xbf", 3) == 0)
    self->p += 3;

  hint = take_hint (self);
  if (separator == '\0')
    separator = hint != '\0' ? hint : guess_separator (self->p, self->end);
  self->separator = separator;
  return self;
}

/* Passes one character, counting lines. */
static void
step (EntCsvReader *self)
{
  if (is_line_end (self->p, self->end))
    {
      self->p = skip_line_end (self->p, self->end);
      self->line++;
    }
  else
    self->p++;
}

static gboolean
at_field_end (EntCsvReader *self)
{
  return self->p >= self->end || *self->p == self->separator || is_line_end (self->p, self->end);
}

/* Reads from the opening quote to behind the closing one; NULL with error set when it is not
 * closed. */
static char *
read_quoted (EntCsvReader *self, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint opened = self->line;

  for (self->p++; self->p < self->end;)
    {
      const char *start = self->p;

      if (*self->p != '"')
        {
          step (self);
          g_string_append_len (out, start, self->p - start);
          continue;
        }
      self->p++;
      if (self->p < self->end && *self->p == '"')
        {
          g_string_append_c (out, '"');
          self->p++;
          continue;
        }

      while (!at_field_end (self) && *self->p == ' ')
        self->p++;
      if (at_field_end (self))
        return g_strdup (out->str);
      g_set_error (error, ENT_CSV_ERROR, ENT_CSV_ERROR_QUOTE,
                   _ ("Line %u: after a closing quotation mark comes more text. Quotation marks "
                      "inside a field must be doubled."),
                   self->line);
      return NULL;
    }

  g_set_error (error, ENT_CSV_ERROR, ENT_CSV_ERROR_QUOTE,
               _ ("Line %u: a quotation mark opens here and never closes."), opened);
  return NULL;
}

static char *
read_bare (EntCsvReader *self)
{
  const char *start = self->p;

  while (!at_field_end (self))
    self->p++;
  return g_strndup (start, (gsize) (self->p - start));
}

static gboolean
check_encoding (EntCsvReader *self, GError **error)
{
  const char *stop;
  guint line = self->line;

  if (self->checked || g_utf8_validate_len (self->p, (gsize) (self->end - self->p), &stop))
    {
      self->checked = TRUE;
      return TRUE;
    }

  for (const char *p = self->p; p < stop; p++)
    line += *p == '\n';
  g_set_error (error, ENT_CSV_ERROR, ENT_CSV_ERROR_ENCODING,
               _ ("Line %u: the text is not in the UTF-8 encoding."), line);
  return FALSE;
}

/* All fields of the record at p, which is not at the end of the data. */
static gboolean
read_record (EntCsvReader *self, GPtrArray *record, GError **error)
{
  self->record_line = self->line;
  for (;;)
    {
      char *field = self->p < self->end && *self->p == '"' ? read_quoted (self, error)
                                                           : read_bare (self);

      if (field == NULL)
        return FALSE;
      g_ptr_array_add (record, field);
      if (self->p >= self->end)
        return TRUE;
      if (*self->p != self->separator)
        break;
      self->p++;
    }
  step (self);
  return TRUE;
}

gboolean
ent_csv_reader_next (EntCsvReader *self, GPtrArray **fields, GError **error)
{
  g_autoptr(GPtrArray) record = NULL;

  g_return_val_if_fail (self != NULL && fields != NULL, FALSE);

  *fields = NULL;
  if (self->failed)
    return FALSE;
  if (!check_encoding (self, error))
    {
      self->failed = TRUE;
      return FALSE;
    }

  while (is_line_end (self->p, self->end))
    step (self);
  if (self->p >= self->end)
    return FALSE;

  record = g_ptr_array_new_with_free_func (g_free);
  if (!read_record (self, record, error))
    {
      self->failed = TRUE;
      return FALSE;
    }
  *fields = g_steal_pointer (&record);
  return TRUE;
}

guint
ent_csv_reader_line (EntCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->record_line;
}

gsize
ent_csv_reader_position (EntCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->p - self->data);
}

char
ent_csv_reader_separator (EntCsvReader *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->separator;
}

void
ent_csv_reader_free (EntCsvReader *self)
{
  g_free (self);
}
