/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Belgian enterprise numbers (BCE/KBO), establishment unit numbers, VAT numbers. Any thread. */
#include "ent-enterprise.h"

#include "ent-digits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_DIGITS 10

/* The last two digits are 97 - (first eight mod 97). The same sum for establishment units is
 * recalled, not read in a source. */
static gboolean
has_right_check (const char *digits)
{
  guint check = (guint) (digits[8] - '0') * 10 + (guint) (digits[9] - '0');

  return check == 97 - ent_digits_mod_97 (digits, 8);
}

/* The text after "BE", "TVA", "BTW", "TVA BE"… */
static const char *
skip_vat_words (const char *text)
{
  static const char *const words[] = { "TVA", "BTW", "VAT", "BE" };

  while (g_ascii_isspace (*text))
    text++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) != 0)
        continue;
      text += strlen (words[i]);
      while (g_ascii_isspace (*text) || *text == ':')
        text++;
    }
  return text;
}

static EntNumberStatus
give (EntNumberStatus status, const char *digits, char **normalized)
{
  if (normalized != NULL)
    *normalized = status == ENT_NUMBER_OK ? g_strdup (digits) : NULL;
  return status;
}

EntNumberStatus
ent_enterprise_parse (const char *text, char **normalized)
{
  char digits[N_DIGITS + 1];
  const char *bare = text != NULL ? skip_vat_words (text) : NULL;
  EntNumberStatus status = ent_digits_collect (bare, digits, N_DIGITS);

  if (status == ENT_NUMBER_LENGTH && strlen (digits) == N_DIGITS - 1)
    {
      /* Written before 2005, without its leading zero. */
      memmove (digits + 1, digits, N_DIGITS);
      digits[0] = '0';
      status = ENT_NUMBER_OK;
    }
  if (status != ENT_NUMBER_OK)
    return give (status, NULL, normalized);
  if (digits[0] > '1' || !has_right_check (digits))
    return give (ENT_NUMBER_CHECK, NULL, normalized);
  return give (ENT_NUMBER_OK, digits, normalized);
}

char *
ent_enterprise_normalize (const char *text)
{
  char *digits;

  ent_enterprise_parse (text, &digits);
  return digits;
}

char *
ent_enterprise_format (const char *digits)
{
  if (!ent_digits_are (digits, N_DIGITS))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "####.###.###");
}

EntNumberStatus
ent_establishment_parse (const char *text, char **normalized)
{
  char digits[N_DIGITS + 1];
  EntNumberStatus status = ent_digits_collect (text, digits, N_DIGITS);

  if (status == ENT_NUMBER_OK && (digits[0] < '2' || digits[0] > '8' || !has_right_check (digits)))
    status = ENT_NUMBER_CHECK;
  return give (status, digits, normalized);
}

char *
ent_establishment_format (const char *digits)
{
  if (!ent_digits_are (digits, N_DIGITS))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "#.###.###.###");
}

char *
ent_vat_normalize (const char *text)
{
  g_autofree char *digits = ent_enterprise_normalize (text);

  return digits != NULL ? g_strconcat ("BE", digits, NULL) : NULL;
}

char *
ent_vat_format (const char *vat)
{
  if (vat == NULL || !g_str_has_prefix (vat, "BE") || !ent_digits_are (vat + 2, N_DIGITS))
    return g_strdup (vat != NULL ? vat : "");
  return ent_digits_print (vat + 2, "BE ####.###.###");
}

const char *
ent_enterprise_status_message (EntNumberStatus status)
{
  switch (status)
    {
    case ENT_NUMBER_EMPTY:
      return _ ("The enterprise number is empty. Type its ten digits.");
    case ENT_NUMBER_LENGTH:
      return _ ("An enterprise number has ten digits. Count them again.");
    case ENT_NUMBER_CHARACTERS:
      return _ ("An enterprise number is made of digits only. Remove the other signs.");
    case ENT_NUMBER_CHECK:
    case ENT_NUMBER_DATE:
      return _ ("This is no enterprise number: a digit is wrong or two are swapped.");
    case ENT_NUMBER_OK:
    default:
      return "";
    }
}
