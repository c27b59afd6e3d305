/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three ways to say nothing about a person, kept as "birth_date:unknown national_number:refused".
 * Threads as for records. */

#include "ent-person-silence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const nicks[] = { "not-asked", "unknown", "refused" };

static EntSilence
silence_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      return (EntSilence) i;

  return ENT_SILENCE_NOT_ASKED;
}

/* TRUE when @entry is "column:…"; @nick is what follows. */
static gboolean
entry_is_for (const char *entry, const char *column, const char **nick)
{
  gsize length = strlen (column);

  if (strncmp (entry, column, length) != 0 || entry[length] != ':')
    return FALSE;

  *nick = entry + length + 1;
  return TRUE;
}

static void
set_silences (EntPerson *self, GString *text)
{
  EntValue value = text->len > 0 ? ent_text (text->str) : ent_null ();

  ent_record_set_value (self, ent_schema_find (&ent_person_schema, "silences"), &value);
}

EntSilence
ent_person_get_silence (EntPerson *self, const char *column)
{
  g_auto (GStrv) entries = g_strsplit (self->silences != NULL ? self->silences : "", " ", -1);
  const char *nick;

  for (guint i = 0; entries[i] != NULL; i++)
    if (entry_is_for (entries[i], column, &nick))
      return silence_from_nick (nick);

  return ENT_SILENCE_NOT_ASKED;
}

void
ent_person_set_silence (EntPerson *self, const char *column, EntSilence silence)
{
  g_auto (GStrv) entries = g_strsplit (self->silences != NULL ? self->silences : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *nick;

  for (guint i = 0; entries[i] != NULL; i++)
    if (*entries[i] != '\0' && !entry_is_for (entries[i], column, &nick))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", entries[i]);

  if (silence != ENT_SILENCE_NOT_ASKED)
    g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", column, nicks[silence]);

  set_silences (self, text);
}

void
ent_person_tidy_silences (EntPerson *self)
{
  g_autoptr (GString) text = NULL;

  if (self->silences == NULL)
    return;

  text = g_string_new (NULL);
  for (guint i = 0; i < ent_person_schema.n_columns; i++)
    {
      const EntColumn *column = &ent_person_schema.columns[i];
      EntSilence silence;

      if ((column->flags & ENT_COLUMN_SILENCE) == 0 || !ent_record_is_empty (self, i))
        continue;
      silence = ent_person_get_silence (self, column->name);
      if (silence != ENT_SILENCE_NOT_ASKED)
        g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", column->name,
                                nicks[silence]);
    }

  set_silences (self, text);
}

const char *
ent_silence_label (EntSilence silence)
{
  switch (silence)
    {
    case ENT_SILENCE_UNKNOWN:
      return _ ("Unknown");
    case ENT_SILENCE_REFUSED:
      return _ ("Refused");
    case ENT_SILENCE_NOT_ASKED:
    default:
      return _ ("Not asked");
    }
}
