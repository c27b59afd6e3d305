/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers: one form to keep, one to read. Any thread. */
#include "ent-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* E.164: at most fifteen digits with the country prefix. Fewer than seven is no subscriber. */
#define MAX_DIGITS 15
#define MIN_DIGITS 7

static gboolean
is_mark (gunichar ch)
{
  return g_unichar_isspace (ch) || (ch < 0x80 && strchr (".-/()", (int) ch) != NULL) ||
         (ch >= 0x2010 && ch <= 0x2015) || g_unichar_type (ch) == G_UNICODE_FORMAT;
}

/* Digits of the text; *plus when it begins with +. */
static EntPhoneStatus
collect (const char *text, GString *digits, gboolean *plus)
{
  *plus = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '+' && digits->len == 0 && !*plus)
        *plus = TRUE;
      else if (ch < 0x80 && g_ascii_isdigit (ch))
        g_string_append_c (digits, (char) ch);
      else if (!is_mark (ch))
        return ENT_PHONE_CHARACTERS;

      /* "+32 (0)10": the zero in brackets is for those who call from inside the country. */
      if (ch == '(' && digits->len > 0 && (*plus || g_str_has_prefix (digits->str, "00")) &&
          g_str_has_prefix (p, "(0)"))
        p += 2;
    }
  if (digits->len == 0)
    return *plus ? ENT_PHONE_LENGTH : ENT_PHONE_EMPTY;
  return ENT_PHONE_OK;
}

/* Countries where a 0 is dialled before the number inside the country, and falls away from abroad.
 */
static gboolean
has_trunk_zero (const char *prefix)
{
  static const char *const prefixes[] = { "32", "33", "31", "49", "44", "41", "43", "40", NULL };

  return g_strv_contains (prefixes, prefix);
}

/* Length of the country prefix at the beginning of digits. */
static gsize
prefix_length (const char *digits)
{
  static const char *const two[] = { "20", "27", "30", "31", "32", "33", "34", "36", "39",
                                     "40", "41", "43", "44", "45", "46", "47", "48", "49",
                                     "51", "52", "53", "54", "55", "56", "57", "58", "60",
                                     "61", "62", "63", "64", "65", "66", "81", "82", "84",
                                     "86", "90", "91", "92", "93", "94", "95", "98", NULL };
  char begin[3] = { digits[0], digits[1], '\0' };

  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  return g_strv_contains (two, begin) ? 2 : 3;
}

/* Mobile numbers begin with 45 to 49 and have nine digits; all others have eight. */
static gboolean
begins_as_mobile (const char *national)
{
  return national[0] == '4' && national[1] >= '5' && national[1] <= '9';
}

static EntPhoneStatus
check_belgian (const char *national)
{
  gsize length = strlen (national);

  if (begins_as_mobile (national))
    return length == 9 ? ENT_PHONE_OK : ENT_PHONE_LENGTH;
  if (length == 9)
    return ENT_PHONE_PREFIX;
  return length == 8 ? ENT_PHONE_OK : ENT_PHONE_LENGTH;
}

static EntPhoneStatus
check_international (const char *digits)
{
  gsize length = strlen (digits);
  g_autofree char *prefix = NULL;

  if (digits[0] == '0')
    return ENT_PHONE_PREFIX;
  if (length < MIN_DIGITS || length > MAX_DIGITS)
    return ENT_PHONE_LENGTH;
  prefix = g_strndup (digits, prefix_length (digits));
  if (has_trunk_zero (prefix) && digits[strlen (prefix)] == '0')
    return ENT_PHONE_PREFIX;
  if (g_str_has_prefix (digits, "32"))
    return check_belgian (digits + 2);
  if (g_str_has_prefix (digits, "33") && length != 11)
    return ENT_PHONE_LENGTH;
  return ENT_PHONE_OK;
}

/* Turns the digits into country prefix and number. */
static EntPhoneStatus
complete (GString *digits, gboolean plus, const char *default_prefix)
{
  if (!plus && g_str_has_prefix (digits->str, "00"))
    {
      g_string_erase (digits, 0, 2);
      plus = TRUE;
    }

  if (!plus)
    {
      if (has_trunk_zero (default_prefix))
        {
          if (digits->str[0] != '0')
            return ENT_PHONE_PREFIX;
          g_string_erase (digits, 0, 1);
        }
      g_string_prepend (digits, default_prefix);
      return ENT_PHONE_OK;
    }

  if (digits->len > 3)
    {
      gsize length = prefix_length (digits->str);
      g_autofree char *prefix = g_strndup (digits->str, length);

      /* "+32 0470…" is a common slip. */
      if (digits->str[length] == '0' && has_trunk_zero (prefix))
        g_string_erase (digits, (gssize) length, 1);
    }
  return ENT_PHONE_OK;
}

static EntPhoneStatus
read_phone (const char *text, const char *default_prefix, GString *digits)
{
  EntPhoneStatus status;
  gboolean plus;

  if (text == NULL)
    return ENT_PHONE_EMPTY;
  if (!g_utf8_validate (text, -1, NULL))
    return ENT_PHONE_CHARACTERS;

  status = collect (text, digits, &plus);
  if (status == ENT_PHONE_OK)
    status = complete (digits, plus, default_prefix != NULL ? default_prefix : "32");
  if (status == ENT_PHONE_OK)
    status = check_international (digits->str);
  return status;
}

char *
ent_phone_normalize (const char *text, const char *default_prefix, EntPhoneStatus *status)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  EntPhoneStatus found = read_phone (text, default_prefix, digits);

  if (status != NULL)
    *status = found;
  return found == ENT_PHONE_OK ? g_strconcat ("+", digits->str, NULL) : NULL;
}

static gboolean
is_e164 (const char *phone)
{
  return phone != NULL && phone[0] == '+' && phone[1] != '\0' && phone[1] != '0' &&
         strspn (phone + 1, "0123456789") == strlen (phone + 1) &&
         strlen (phone + 1) >= MIN_DIGITS && strlen (phone + 1) <= MAX_DIGITS;
}

/* The national digits of a Belgian E.164 number, or NULL. */
static const char *
belgian_part (const char *phone)
{
  if (!is_e164 (phone) || !g_str_has_prefix (phone, "+32"))
    return NULL;
  return check_belgian (phone + 3) == ENT_PHONE_OK ? phone + 3 : NULL;
}

/* Groups as printed in the country, without the zero: 470 12 34 56 · 2 123 45 67 · 10 43 60 00 ·
 * 800 12 345. */
static char *
group_belgian (const char *n)
{
  if (strlen (n) == 9)
    return g_strdup_printf ("%.3s %.2s %.2s %s", n, n + 3, n + 5, n + 7);
  if ((n[0] == '8' || n[0] == '9') && n[1] == '0')
    return g_strdup_printf ("%.3s %.2s %s", n, n + 3, n + 5);
  if (strchr ("2349", n[0]) != NULL)
    return g_strdup_printf ("%.1s %.3s %.2s %s", n, n + 1, n + 4, n + 6);
  return g_strdup_printf ("%.2s %.2s %.2s %s", n, n + 2, n + 4, n + 6);
}

/* Pairs after the prefix, the odd digit first: "+33 1 23 45 67 89". */
static char *
group_foreign (const char *phone)
{
  gsize length = prefix_length (phone + 1);
  const char *rest = phone + 1 + length;
  gsize n_rest = strlen (rest);
  GString *out = g_string_new_len (phone, (gssize) length + 1);

  for (gsize i = 0; i < n_rest; i++)
    {
      if (i == 0 || (n_rest - i) % 2 == 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, rest[i]);
    }
  return g_string_free_and_steal (out);
}

char *
ent_phone_format (const char *phone)
{
  const char *national = belgian_part (phone);
  g_autofree char *groups = NULL;

  if (national == NULL)
    return is_e164 (phone) ? group_foreign (phone) : g_strdup (phone != NULL ? phone : "");

  groups = group_belgian (national);
  return g_strconcat ("0", groups, NULL);
}

char *
ent_phone_format_international (const char *phone)
{
  const char *national = belgian_part (phone);
  g_autofree char *groups = NULL;

  if (national == NULL)
    return ent_phone_format (phone);

  groups = group_belgian (national);
  return g_strconcat ("+32 ", groups, NULL);
}

gboolean
ent_phone_is_mobile (const char *phone)
{
  const char *national = belgian_part (phone);

  return national != NULL && strlen (national) == 9;
}

const char *
ent_phone_status_message (EntPhoneStatus status)
{
  switch (status)
    {
    case ENT_PHONE_EMPTY:
      return _ ("The phone number is empty. Type it, or remove the line.");
    case ENT_PHONE_CHARACTERS:
      return _ ("A phone number is made of digits. Put remarks into the note beside it.");
    case ENT_PHONE_LENGTH:
      return _ ("The phone number is too short or too long. Count its digits again.");
    case ENT_PHONE_PREFIX:
      return _ ("The phone number must begin with 0, or with + and the prefix of a country. A "
                "Belgian mobile number begins with 045 to 049.");
    case ENT_PHONE_OK:
    default:
      return "";
    }
}
