/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bank account numbers and the structured communication of Belgian transfers. Any thread. */
#include "ent-iban.h"

#include "ent-digits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_IBAN 34

/* Lengths as recalled from the public registry of the standard; the form of what follows the check
 * digits is given for the countries that a Belgian centre pays to (9 digit, A letter, X either). */
static const struct
{
  char country[3];
  guint8 length;
  const char *form;
} countries[] = {
  { "AD", 24, NULL },
  { "AE", 23, NULL },
  { "AL", 28, NULL },
  { "AT", 20, "9999999999999999" },
  { "AZ", 28, NULL },
  { "BA", 20, NULL },
  { "BE", 16, "999999999999" },
  { "BG", 22, NULL },
  { "BH", 22, NULL },
  { "BI", 27, NULL },
  { "BR", 29, NULL },
  { "BY", 28, NULL },
  { "CH", 21, NULL },
  { "CR", 22, NULL },
  { "CY", 28, NULL },
  { "CZ", 24, NULL },
  { "DE", 22, "999999999999999999" },
  { "DJ", 27, NULL },
  { "DK", 18, NULL },
  { "DO", 28, NULL },
  { "EE", 20, NULL },
  { "EG", 29, NULL },
  { "ES", 24, "99999999999999999999" },
  { "FI", 18, NULL },
  { "FK", 18, NULL },
  { "FO", 18, NULL },
  { "FR", 27, "9999999999XXXXXXXXXXX99" },
  { "GB", 22, NULL },
  { "GE", 22, NULL },
  { "GI", 23, NULL },
  { "GL", 18, NULL },
  { "GR", 27, NULL },
  { "GT", 28, NULL },
  { "HN", 28, NULL },
  { "HR", 21, NULL },
  { "HU", 28, NULL },
  { "IE", 22, NULL },
  { "IL", 23, NULL },
  { "IQ", 23, NULL },
  { "IS", 26, NULL },
  { "IT", 27, NULL },
  { "JO", 30, NULL },
  { "KW", 30, NULL },
  { "KZ", 20, NULL },
  { "LB", 28, NULL },
  { "LC", 32, NULL },
  { "LI", 21, NULL },
  { "LT", 20, NULL },
  { "LU", 20, "999XXXXXXXXXXXXX" },
  { "LV", 21, NULL },
  { "LY", 25, NULL },
  { "MC", 27, NULL },
  { "MD", 24, NULL },
  { "ME", 22, NULL },
  { "MK", 19, NULL },
  { "MN", 20, NULL },
  { "MR", 27, NULL },
  { "MT", 31, NULL },
  { "MU", 30, NULL },
  { "NI", 28, NULL },
  { "NL", 18, "AAAA9999999999" },
  { "NO", 15, NULL },
  { "OM", 23, NULL },
  { "PK", 24, NULL },
  { "PL", 28, NULL },
  { "PS", 29, NULL },
  { "PT", 25, NULL },
  { "QA", 29, NULL },
  { "RO", 24, NULL },
  { "RS", 22, NULL },
  { "RU", 33, NULL },
  { "SA", 24, NULL },
  { "SC", 31, NULL },
  { "SD", 18, NULL },
  { "SE", 24, NULL },
  { "SI", 19, NULL },
  { "SK", 24, NULL },
  { "SM", 27, NULL },
  { "SO", 23, NULL },
  { "ST", 25, NULL },
  { "SV", 28, NULL },
  { "TL", 23, NULL },
  { "TN", 24, NULL },
  { "TR", 26, NULL },
  { "UA", 29, NULL },
  { "VA", 22, NULL },
  { "VG", 24, NULL },
  { "XK", 20, NULL },
  { "YE", 30, NULL },
};

/* Upper-case letters and digits of text, without blanks, dots and hyphens. */
static EntIbanStatus
collect (const char *text, char *out)
{
  gsize n = 0;

  out[0] = '\0';
  if (text == NULL)
    return ENT_IBAN_EMPTY;
  if (!g_utf8_validate (text, -1, NULL))
    return ENT_IBAN_CHARACTERS;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch) || ch == '.' || ch == '-' || ch == 0x2011 ||
          g_unichar_type (ch) == G_UNICODE_FORMAT)
        continue;
      if (ch >= 0x80 || !g_ascii_isalnum (ch))
        return ENT_IBAN_CHARACTERS;
      if (n == MAX_IBAN)
        return ENT_IBAN_LENGTH;
      out[n++] = g_ascii_toupper ((char) ch);
      out[n] = '\0';
    }
  return n > 0 ? ENT_IBAN_OK : ENT_IBAN_EMPTY;
}

/* Rest of the rearranged IBAN, 1 when it is right. */
static guint
iban_rest (const char *iban)
{
  char turned[MAX_IBAN + 1];
  gsize length = strlen (iban);

  memcpy (turned, iban + 4, length - 4);
  memcpy (turned + length - 4, iban, 4);
  return ent_digits_mod_97 (turned, length);
}

/* The ten first digits of a Belgian account mod 97, where 0 is written 97, are the two last. */
static gboolean
is_belgian_account (const char *account)
{
  guint rest = ent_digits_mod_97 (account, 10);

  return (rest == 0 ? 97 : rest) == (guint) (account[10] - '0') * 10 + (guint) (account[11] - '0');
}

static gboolean
has_form (const char *account, const char *form)
{
  for (; *form != '\0'; form++, account++)
    {
      if ((*form == '9' && !g_ascii_isdigit (*account)) ||
          (*form == 'A' && !g_ascii_isalpha (*account)))
        return FALSE;
    }
  return TRUE;
}

static EntIbanStatus
check_iban (const char *iban)
{
  gsize length = strlen (iban);

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      if (strncmp (iban, countries[i].country, 2) != 0)
        continue;
      if (length != countries[i].length)
        return ENT_IBAN_LENGTH;
      if (!g_ascii_isdigit (iban[2]) || !g_ascii_isdigit (iban[3]))
        return ENT_IBAN_CHARACTERS;
      /* 00, 01 and 99 would pass the division, but are never computed. */
      if (iban_rest (iban) != 1 || strncmp (iban + 2, "00", 2) == 0 ||
          strncmp (iban + 2, "01", 2) == 0 || strncmp (iban + 2, "99", 2) == 0)
        return ENT_IBAN_CHECK;
      if (countries[i].form != NULL && !has_form (iban + 4, countries[i].form))
        return ENT_IBAN_NATIONAL;
      if (strcmp (countries[i].country, "BE") == 0 && !is_belgian_account (iban + 4))
        return ENT_IBAN_NATIONAL;
      return ENT_IBAN_OK;
    }
  return ENT_IBAN_COUNTRY;
}

/* Puts country and check digits before an old Belgian account of twelve digits. */
static void
complete_belgian_account (char *iban)
{
  char account[13];

  memcpy (account, iban, 13);
  g_snprintf (iban, MAX_IBAN + 1, "BE00%s", account);
  g_snprintf (iban, MAX_IBAN + 1, "BE%02u%s", 98 - iban_rest (iban), account);
}

static EntIbanStatus
read_iban (const char *text, char *iban)
{
  EntIbanStatus status = collect (text, iban);

  if (status != ENT_IBAN_OK)
    return status;
  if (ent_digits_are (iban, 12))
    {
      if (!is_belgian_account (iban))
        return ENT_IBAN_NATIONAL;
      complete_belgian_account (iban);
    }
  /* The word IBAN is often copied along. */
  if (g_str_has_prefix (iban, "IBAN"))
    memmove (iban, iban + 4, strlen (iban) - 3);
  if (strlen (iban) < 4)
    return ENT_IBAN_LENGTH;
  return check_iban (iban);
}

gboolean
ent_iban_parse (const char *text, char **normalized, EntIbanStatus *status)
{
  char iban[MAX_IBAN + 1];
  EntIbanStatus found = read_iban (text, iban);

  if (normalized != NULL)
    *normalized = found == ENT_IBAN_OK ? g_strdup (iban) : NULL;
  if (status != NULL)
    *status = found;
  return found == ENT_IBAN_OK;
}

char *
ent_iban_format (const char *iban)
{
  GString *out = g_string_new (NULL);
  gsize n = 0;

  for (const char *p = iban; p != NULL && *p != '\0'; p++)
    {
      if (*p == ' ')
        continue;
      if (n > 0 && n % 4 == 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
      n++;
    }
  return g_string_free_and_steal (out);
}

char *
ent_iban_bank_code (const char *iban)
{
  char normal[MAX_IBAN + 1];

  if (read_iban (iban, normal) != ENT_IBAN_OK || !g_str_has_prefix (normal, "BE"))
    return NULL;
  return g_strndup (normal + 4, 3);
}

const char *
ent_iban_status_message (EntIbanStatus status)
{
  switch (status)
    {
    case ENT_IBAN_EMPTY:
      return _ ("The account number is empty. Type it as it stands on the bank card.");
    case ENT_IBAN_CHARACTERS:
      return _ ("An account number has letters and digits only. Remove the other signs.");
    case ENT_IBAN_COUNTRY:
      return _ ("An account number begins with the letters of a country, such as BE. Check them.");
    case ENT_IBAN_LENGTH:
      return _ ("The account number has not the length of its country; a Belgian one has sixteen "
                "signs. Count them again.");
    case ENT_IBAN_CHECK:
      return _ ("The check digits do not agree with the account number: a sign is wrong or two are "
                "swapped. Compare with the bank card.");
    case ENT_IBAN_NATIONAL:
      return _ ("No account of this country can have this number. Compare with the bank card.");
    case ENT_IBAN_OK:
    default:
      return "";
    }
}
