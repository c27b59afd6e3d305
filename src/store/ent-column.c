/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells as people read and type them. Any thread. */

#include "ent-column.h"

#include <glib/gi18n-lib.h>

#include "ent-clock.h"
#include "ent-contact.h"
#include "ent-date.h"
#include "ent-iban.h"
#include "ent-money.h"
#include "ent-national-number.h"
#include "ent-text.h"

const EntChoice *
ent_enum_by_value (const EntEnum *self, int value)
{
  for (guint i = 0; i < self->n_choices; i++)
    if (self->choices[i].value == value)
      return &self->choices[i];

  return NULL;
}

const EntChoice *
ent_enum_by_nick (const EntEnum *self, const char *nick)
{
  for (guint i = 0; i < self->n_choices; i++)
    if (g_str_equal (self->choices[i].nick, nick))
      return &self->choices[i];

  return NULL;
}

const char *
ent_enum_label (const EntEnum *self, int value)
{
  const EntChoice *choice = ent_enum_by_value (self, value);

  return choice != NULL ? _ (choice->label) : "";
}

const char *
ent_column_label (const EntColumn *self)
{
  return self->label != NULL && *self->label != '\0' ? _ (self->label) : "";
}

/* Numbers are kept bare and read with the signs that people are used to. */
static char *
display_number (EntColumnFlags flags, const char *text)
{
  char *shown = NULL;

  if (flags & ENT_COLUMN_PHONE && *text == '+')
    shown = ent_phone_format (text);
  else if (flags & ENT_COLUMN_NUMBER)
    shown = ent_national_number_format (text);
  else if (flags & ENT_COLUMN_IBAN)
    shown = ent_iban_format (text);
  return shown != NULL ? shown : g_strdup (text);
}

static char *
display_text (const EntColumn *self, const char *text)
{
  const EntChoice *choice;

  if (self->kind == ENT_KIND_TEXT)
    return display_number (self->flags, text);

  switch (self->kind)
    {
    case ENT_KIND_DATE:
      return ent_day_format (ent_day_parse_iso (text), ENT_DAY_NUMERIC);
    case ENT_KIND_ENUM:
      choice = ent_enum_by_nick (self->choices, text);
      return g_strdup (choice != NULL ? _ (choice->label) : text);
    case ENT_KIND_TEXT:
    case ENT_KIND_INT:
    case ENT_KIND_MONEY:
    case ENT_KIND_TIME:
    case ENT_KIND_STAMP:
    case ENT_KIND_BOOL:
    case ENT_KIND_REF:
    default:
      return g_strdup (text);
    }
}

char *
ent_column_display (const EntColumn *self, const EntValue *value)
{
  if (value->type == ENT_VALUE_TEXT)
    return display_text (self, value->s);
  if (value->type != ENT_VALUE_INT)
    return g_strdup ("");

  switch (self->kind)
    {
    case ENT_KIND_MONEY:
      return ent_money_format (value->i);
    case ENT_KIND_TIME:
      return ent_clock_format ((int) value->i);
    case ENT_KIND_STAMP:
      return ent_stamp_format (value->i);
    case ENT_KIND_BOOL:
      return g_strdup (value->i ? _ ("Yes") : _ ("No"));
    case ENT_KIND_TEXT:
    case ENT_KIND_INT:
    case ENT_KIND_DATE:
    case ENT_KIND_ENUM:
    case ENT_KIND_REF:
    default:
      if (self->flags & ENT_COLUMN_HOURS)
        return ent_duration_format ((int) value->i);
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->i);
    }
}

static gboolean
parse_enum (const EntColumn *self, const char *text, EntValue *value)
{
  g_autofree char *wanted = ent_text_fold (text);

  for (guint i = 0; i < self->choices->n_choices; i++)
    {
      const EntChoice *choice = &self->choices->choices[i];
      g_autofree char *label = ent_text_fold (_ (choice->label));
      g_autofree char *nick = ent_text_fold (choice->nick);

      if (g_str_equal (label, wanted) || g_str_equal (nick, wanted))
        {
          *value = ent_text (choice->nick);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
parse_bool (const char *text, EntValue *value)
{
  static const char *const yes[] = { "1", "yes", "oui", "ja", "true", "vrai", "x", NULL };
  static const char *const no[] = { "0", "no", "non", "nee", "nein", "false", "faux", NULL };
  g_autofree char *folded = ent_text_fold (text);

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return FALSE;

  *value = ent_int (g_strv_contains (yes, folded));
  return TRUE;
}

static gboolean
parse_int (const EntColumn *self, const char *text, gint64 *number)
{
  if (!(self->flags & ENT_COLUMN_HOURS))
    return g_ascii_string_to_signed (text, 10, G_MININT + 1, G_MAXINT, number, NULL);

  *number = ent_duration_parse (text);
  return *number >= 0;
}

static gboolean
parse_number (const EntColumn *self, const char *text, EntValue *value)
{
  gint64 number;
  int minutes;

  switch (self->kind)
    {
    case ENT_KIND_MONEY:
      if (!ent_money_parse (text, &number))
        return FALSE;
      break;
    case ENT_KIND_TIME:
      minutes = ent_clock_parse (text);
      if (minutes < 0)
        return FALSE;
      number = minutes;
      break;
    case ENT_KIND_INT:
    case ENT_KIND_REF:
    case ENT_KIND_STAMP:
    case ENT_KIND_TEXT:
    case ENT_KIND_DATE:
    case ENT_KIND_BOOL:
    case ENT_KIND_ENUM:
    default:
      if (!parse_int (self, text, &number))
        return FALSE;
      break;
    }
  *value = ent_int (number);
  return TRUE;
}

static const char *
parse_hint (const EntColumn *self)
{
  if (self->flags & ENT_COLUMN_HOURS)
    return _ ("This is not a number of hours. Type it as 19 h 30.");

  switch (self->kind)
    {
    case ENT_KIND_DATE:
      return _ ("This is not a date. Type it as 31/12/2026.");
    case ENT_KIND_MONEY:
      return _ ("This is not an amount. Type it as 1234,56.");
    case ENT_KIND_TIME:
      return _ ("This is not a time. Type it as 8:30.");
    case ENT_KIND_BOOL:
      return _ ("Type “yes” or “no”.");
    case ENT_KIND_ENUM:
      return _ ("This is not one of the possible values.");
    case ENT_KIND_INT:
    case ENT_KIND_REF:
    case ENT_KIND_STAMP:
    case ENT_KIND_TEXT:
    default:
      return _ ("This is not a whole number.");
    }
}

gboolean
ent_column_parse (const EntColumn *self,
                  const char *text,
                  gint32 today,
                  EntValue *value,
                  char **message)
{
  g_autofree char *clean = NULL;
  EntValue parsed = ent_null ();
  gint32 day;
  gboolean ok = TRUE;

  *value = ent_null ();
  clean = text != NULL && self->flags & ENT_COLUMN_LONG ? g_strstrip (g_strdup (text))
                                                        : ent_text_clean (text != NULL ? text : "");
  if (clean == NULL || *clean == '\0')
    return TRUE;

  switch (self->kind)
    {
    case ENT_KIND_TEXT:
      parsed = ent_text (clean);
      break;
    case ENT_KIND_DATE:
      day = ent_day_parse (clean, today);
      ok = day != ENT_DAY_NONE;
      parsed = ent_day (day);
      break;
    case ENT_KIND_BOOL:
      ok = parse_bool (clean, &parsed);
      break;
    case ENT_KIND_ENUM:
      ok = parse_enum (self, clean, &parsed);
      break;
    case ENT_KIND_INT:
    case ENT_KIND_MONEY:
    case ENT_KIND_TIME:
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
    default:
      ok = parse_number (self, clean, &parsed);
      break;
    }

  if (!ok)
    {
      if (message != NULL)
        *message = g_strdup (parse_hint (self));
      return FALSE;
    }
  ent_value_copy (&parsed, value);
  return TRUE;
}
