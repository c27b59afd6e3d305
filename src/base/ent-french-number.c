/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French identifiers: social security number (NIR), SIREN and SIRET. Any thread. */
#include "ent-french-number.h"

#include "ent-digits.h"

#include <string.h>

#define NIR_LENGTH 15
#define LA_POSTE "356000000"

static EntNumberStatus
give (EntNumberStatus status, const char *number, char **normalized)
{
  if (normalized != NULL)
    *normalized = status == ENT_NUMBER_OK ? g_strdup (number) : NULL;
  return status;
}

/* Where A or B of a Corsican department stands: the seventh sign. NULL for others. */
static char *
find_corsica (char *bare)
{
  guint n = 0;

  for (char *p = bare; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n++;
      else if (n == 6 && p > bare && strchr ("ABab", *p) != NULL && p[-1] == '2')
        return p;
    }
  return NULL;
}

/* Months 01–12; from 20 on they stand for people whose birth act is missing (recalled). */
static gboolean
is_nir_month (int month)
{
  return (month >= 1 && month <= 12) || month >= 20;
}

EntNumberStatus
ent_nir_parse (const char *text, char **normalized)
{
  g_autofree char *bare = g_strdup (text);
  char *corsica = bare != NULL ? find_corsica (bare) : NULL;
  char letter = corsica != NULL ? g_ascii_toupper (*corsica) : '\0';
  char number[NIR_LENGTH + 1];
  EntNumberStatus status;
  guint check;

  /* The key is computed with 19 for 2A and 18 for 2B. */
  if (corsica != NULL)
    *corsica = letter == 'A' ? '9' : '8';
  status = ent_digits_collect (bare, number, NIR_LENGTH);
  if (status != ENT_NUMBER_OK)
    return give (status, NULL, normalized);

  if (corsica != NULL)
    number[5] = '1';
  check = (guint) (number[13] - '0') * 10 + (guint) (number[14] - '0');
  if (check != 97 - ent_digits_mod_97 (number, 13) || strchr ("123478", number[0]) == NULL)
    return give (ENT_NUMBER_CHECK, NULL, normalized);
  if (!is_nir_month ((number[3] - '0') * 10 + number[4] - '0'))
    return give (ENT_NUMBER_DATE, NULL, normalized);

  if (corsica != NULL)
    {
      number[5] = '2';
      number[6] = letter;
    }
  return give (ENT_NUMBER_OK, number, normalized);
}

static gboolean
passes_luhn (const char *digits, gsize n)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      int digit = digits[n - 1 - i] - '0';

      if (i % 2 == 1)
        digit *= 2;
      sum += digit > 9 ? digit - 9 : digit;
    }
  return sum % 10 == 0;
}

static gboolean
is_post_office (const char *siret)
{
  int sum = 0;

  if (strncmp (siret, LA_POSTE, 9) != 0)
    return FALSE;
  for (const char *p = siret; *p != '\0'; p++)
    sum += *p - '0';
  return sum % 5 == 0;
}

EntNumberStatus
ent_siren_parse (const char *text, char **normalized)
{
  char digits[10];
  EntNumberStatus status = ent_digits_collect (text, digits, 9);

  if (status == ENT_NUMBER_OK && !passes_luhn (digits, 9))
    status = ENT_NUMBER_CHECK;
  return give (status, digits, normalized);
}

EntNumberStatus
ent_siret_parse (const char *text, char **normalized)
{
  char digits[15];
  EntNumberStatus status = ent_digits_collect (text, digits, 14);

  /* The seat of La Poste passes Luhn, its offices the other sum. The first nine digits are a SIREN.
   */
  if (status == ENT_NUMBER_OK &&
      ((!passes_luhn (digits, 14) && !is_post_office (digits)) || !passes_luhn (digits, 9)))
    status = ENT_NUMBER_CHECK;
  return give (status, digits, normalized);
}

char *
ent_nir_format (const char *nir)
{
  if (nir == NULL || strlen (nir) != NIR_LENGTH)
    return g_strdup (nir != NULL ? nir : "");
  return ent_digits_print (nir, "# ## ## ## ### ### ##");
}

char *
ent_siren_format (const char *digits)
{
  if (!ent_digits_are (digits, 9))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "### ### ###");
}

char *
ent_siret_format (const char *digits)
{
  if (!ent_digits_are (digits, 14))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "### ### ### #####");
}
