/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing of RFC 4180 tables. Any thread, one at a time for each writer. */
#include "ent-csv.h"

#include <string.h>

struct _EntCsvWriter
{
  GString *out;
  char separator;
  guint n_fields; /* of the row begun */
  gboolean only_empty; /* the row has nothing but one empty field */
};

EntCsvWriter *
ent_csv_writer_new (char separator)
{
  EntCsvWriter *self = g_new0 (EntCsvWriter, 1);

  self->out = g_string_new (NULL);
  self->separator = separator != '\0' ? separator : ';';
  return self;
}

void
ent_csv_writer_set_bom (EntCsvWriter *self, gboolean bom)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->out->len == 0);

  if (bom)
    g_string_append (self->out, "\xef\xbb\xbf");
}

static gboolean
begins_formula (char ch)
{
  return ch != '\0' && strchr ("=+-@\t\r\n", ch) != NULL;
}

/* A sign, then nothing but digits and what groups them: a negative sum or a phone in E.164. A slash
 * or a bracket could be computed with. */
static gboolean
is_number (const char *text)
{
  gboolean digits = FALSE;

  if (*text != '+' && *text != '-')
    return FALSE;
  for (text++; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        digits = TRUE;
      else if (strchr (" .,", *text) == NULL)
        return FALSE;
    }
  return digits;
}

/* A text that looks as if it had been protected gets another apostrophe, so that taking one away
 * gives back exactly what was written. */
static gboolean
needs_protection (const char *text)
{
  gsize n_apostrophes = strspn (text, "'");

  return begins_formula (text[n_apostrophes]) && (n_apostrophes > 0 || !is_number (text));
}

const char *
ent_csv_unprotect (const char *field)
{
  gsize n_apostrophes = strspn (field, "'");

  return n_apostrophes > 0 && begins_formula (field[n_apostrophes]) ? field + 1 : field;
}

static gboolean
needs_quotes (const char *text, char separator)
{
  gsize length = strlen (text);

  if (length == 0)
    return FALSE;
  return strpbrk (text, "\"\r\n") != NULL || strchr (text, separator) != NULL || text[0] == ' ' ||
         text[length - 1] == ' ' ||
         g_str_has_prefix (text, "\xef\xbb\xbf")
         /* At the beginning of a file this would be Excel's hint. */
         || g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

void
ent_csv_write_field (EntCsvWriter *self, const char *text)
{
  gboolean protect, quote;

  g_return_if_fail (self != NULL);

  if (text == NULL)
    text = "";
  if (self->n_fields > 0)
    g_string_append_c (self->out, self->separator);
  self->only_empty = self->n_fields == 0 && *text == '\0';
  self->n_fields++;

  protect = needs_protection (text);
  quote = needs_quotes (text, self->separator);
  if (quote)
    g_string_append_c (self->out, '"');
  if (protect)
    g_string_append_c (self->out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *text);
    }
  if (quote)
    g_string_append_c (self->out, '"');
}

void
ent_csv_write_end_row (EntCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  /* An empty line would be taken for no row at all. */
  if (self->only_empty)
    g_string_append (self->out, "\"\"");
  g_string_append (self->out, "\r\n");
  self->n_fields = 0;
  self->only_empty = FALSE;
}

const char *
ent_csv_writer_text (EntCsvWriter *self, gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->out->len;
  return self->out->str;
}

char *
ent_csv_writer_steal (EntCsvWriter *self, gsize *length)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->out->len;
  text = g_string_free_and_steal (self->out);
  self->out = g_string_new (NULL);
  self->n_fields = 0;
  self->only_empty = FALSE;
  return text;
}

void
ent_csv_writer_free (EntCsvWriter *self)
{
  if (self == NULL)
    return;
  g_string_free (self->out, TRUE);
  g_free (self);
}
