/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structured communication of Belgian transfers. Any thread. */
#include "ent-iban.h"

#include "ent-digits.h"

#define N_DIGITS 12

/* Ten digits and their rest by 97, where 0 is written 97. */
static guint
check_of (const char *base)
{
  guint rest = ent_digits_mod_97 (base, 10);

  return rest == 0 ? 97 : rest;
}

char *
ent_structured_communication_from_base (guint64 base)
{
  char digits[24];

  if (base > G_GUINT64_CONSTANT (9999999999))
    return NULL;
  g_snprintf (digits, sizeof digits, "%010" G_GUINT64_FORMAT, base);
  return g_strdup_printf ("%s%02u", digits, check_of (digits));
}

char *
ent_structured_communication_parse (const char *text)
{
  char digits[N_DIGITS + 1];
  g_autofree char *bare = NULL;

  if (text == NULL)
    return NULL;

  bare = g_strdelimit (g_strdup (text), "+*", ' ');
  if (ent_digits_collect (bare, digits, N_DIGITS) != ENT_NUMBER_OK)
    return NULL;
  if (check_of (digits) != (guint) (digits[10] - '0') * 10 + (guint) (digits[11] - '0'))
    return NULL;
  return g_strdup (digits);
}

char *
ent_structured_communication_format (const char *digits)
{
  if (!ent_digits_are (digits, N_DIGITS))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "+++###/####/#####+++");
}
