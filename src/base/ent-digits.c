/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits of an identifier as people write it. Any thread. */
#include "ent-digits.h"

#include <string.h>

static gboolean
is_mark (gunichar ch)
{
  if (g_unichar_isspace (ch) || (ch < 0x80 && strchr (".-/", (int) ch) != NULL))
    return TRUE;
  /* Hyphens and dashes that word processors put in, and invisible marks copied along from web
   * pages. */
  return (ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 || ch == 0xfeff ||
         g_unichar_type (ch) == G_UNICODE_FORMAT;
}

EntNumberStatus
ent_digits_collect (const char *text, char *digits, gsize n)
{
  gsize found = 0;
  gboolean anything = FALSE;

  digits[0] = '\0';
  if (text == NULL)
    return ENT_NUMBER_EMPTY;
  if (!g_utf8_validate (text, -1, NULL))
    return ENT_NUMBER_CHARACTERS;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      anything = anything || !g_unichar_isspace (ch);
      if (ch < 0x80 && g_ascii_isdigit (ch))
        {
          if (found < n)
            digits[found] = (char) ch;
          found++;
        }
      else if (!is_mark (ch))
        return ENT_NUMBER_CHARACTERS;
    }

  digits[MIN (found, n)] = '\0';
  if (!anything)
    return ENT_NUMBER_EMPTY;
  return found == n ? ENT_NUMBER_OK : ENT_NUMBER_LENGTH;
}

gboolean
ent_digits_are (const char *text, gsize n)
{
  return text != NULL && strlen (text) == n && strspn (text, "0123456789") == n;
}

guint
ent_digits_mod_97 (const char *text, gsize n)
{
  guint rest = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_isdigit (text[i]))
        rest = (rest * 10 + (guint) (text[i] - '0')) % 97;
      else
        rest = (rest * 100 + (guint) (g_ascii_toupper (text[i]) - 'A') + 10) % 97;
    }
  return rest;
}

char *
ent_digits_print (const char *digits, const char *pattern)
{
  char *out = g_strdup (pattern);

  for (char *p = out; *p != '\0'; p++)
    {
      if (*p == '#' && *digits != '\0')
        *p = *digits++;
    }
  return out;
}
