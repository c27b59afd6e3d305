/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money: what is typed, what is shown. Any thread. */
#include "ent-money.h"

#include <string.h>

#define NARROW_NBSP "\xe2\x80\xaf"
#define NBSP "\xc2\xa0"

/* Euros of at most thirteen digits: far from any budget, far from overflow. */
#define MAX_DIGITS 13

/* The text as ASCII: blanks and apostrophes as one blank each, the typographic minus as a hyphen,
 * the euro sign as 'E'. NULL when another character stands in it. */
static char *
to_plain (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch) || ch == '\'' || ch == 0x2019)
        g_string_append_c (plain, ' ');
      else if (ch == 0x2212)
        g_string_append_c (plain, '-');
      else if (ch == 0x20ac)
        g_string_append_c (plain, 'E');
      else if (ch < 0x80)
        g_string_append_c (plain, (char) ch);
      else
        return NULL;
    }

  g_strstrip (plain->str);
  return g_strdup (plain->str);
}

/* Takes the name of the currency off either end; FALSE when it stands at both. */
static gboolean
strip_currency (char *plain)
{
  static const char *const names[] = { "euros", "euro", "eur", "e" };
  guint n_found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && n_found == 0; i++)
    {
      gsize length = strlen (names[i]);
      gsize total = strlen (plain);

      if (total > length && g_ascii_strncasecmp (plain, names[i], length) == 0)
        {
          memset (plain, ' ', length);
          n_found++;
        }
      else if (total > length && g_ascii_strcasecmp (plain + total - length, names[i]) == 0)
        {
          plain[total - length] = '\0';
          n_found++;
        }
    }

  g_strstrip (plain);
  return strpbrk (plain, "eEuUrRoOsS") == NULL;
}

static gboolean
strip_sign (char *plain, gboolean *negative)
{
  if (plain[0] != '-' && plain[0] != '+')
    return FALSE;

  *negative = plain[0] == '-';
  plain[0] = ' ';
  g_strstrip (plain);
  return TRUE;
}

static guint
count_of (const char *text, char wanted)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == wanted;
  return n;
}

/* Where the decimal mark stands, or NULL; see the header for the rule. */
static char *
find_decimal_mark (char *plain)
{
  char *dot = strrchr (plain, '.');
  char *comma = strrchr (plain, ',');

  if (dot != NULL && comma != NULL)
    return MAX (dot, comma);
  if (comma != NULL)
    return comma;
  if (dot == NULL || count_of (plain, '.') > 1)
    return NULL;
  if (strspn (dot + 1, "0123456789") == 3 && dot[4] == '\0' && strchr (plain, ' ') == NULL)
    return NULL;
  return dot;
}

/* Reads whole euros with at most one kind of mark between groups of three. */
static gboolean
read_whole (const char *text, gint64 *euros)
{
  char mark = '\0';
  guint in_group = 0, n_digits = 0;

  *euros = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          *euros = *euros * 10 + (*p - '0');
          in_group++;
          if (++n_digits > MAX_DIGITS || (mark != '\0' && in_group > 3))
            return FALSE;
          continue;
        }
      if (strchr ("., ", *p) == NULL || (mark != '\0' && mark != *p))
        return FALSE;
      if (in_group == 0 || in_group > 3 || (mark != '\0' && in_group != 3) || text[0] == '0')
        return FALSE;
      mark = *p;
      in_group = 0;
    }
  return mark == '\0' || in_group == 3;
}

gboolean
ent_money_parse (const char *text, gint64 *cents)
{
  g_autofree char *plain = NULL;
  char *mark;
  gboolean negative = FALSE, has_sign;
  gint64 euros, fraction = 0;

  *cents = ENT_MONEY_NONE;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  plain = to_plain (text);
  if (plain == NULL)
    return FALSE;
  has_sign = strip_sign (plain, &negative);
  if (!strip_currency (plain) || (!has_sign && strip_sign (plain, &negative) && plain[0] == '\0'))
    return FALSE;

  mark = find_decimal_mark (plain);
  if (mark != NULL)
    {
      gsize n_decimals = strlen (mark + 1);

      if (n_decimals < 1 || n_decimals > 2 || strspn (mark + 1, "0123456789") != n_decimals)
        return FALSE;
      fraction = (mark[1] - '0') * 10 + (n_decimals == 2 ? mark[2] - '0' : 0);
      /* The same mark cannot both group and part the cents. */
      if (count_of (plain, *mark) > 1)
        return FALSE;
      *mark = '\0';
    }
  else if (plain[0] == '\0')
    return FALSE;

  if (!read_whole (plain, &euros))
    return FALSE;
  *cents = (euros * 100 + fraction) * (negative ? -1 : 1);
  return TRUE;
}

static guint64
magnitude (gint64 cents)
{
  return cents < 0 ? (guint64) 0 - (guint64) cents : (guint64) cents;
}

char *
ent_money_format (gint64 cents)
{
  guint64 amount = magnitude (cents);
  g_autofree char *whole = NULL;
  gsize length;
  GString *out;

  if (cents == ENT_MONEY_NONE)
    return g_strdup ("");

  whole = g_strdup_printf ("%" G_GUINT64_FORMAT, amount / 100);
  length = strlen (whole);
  out = g_string_new (cents < 0 ? "-" : "");
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (out, NARROW_NBSP);
      g_string_append_c (out, whole[i]);
    }
  g_string_append_printf (out, ",%02u" NBSP "€", (guint) (amount % 100));
  return g_string_free_and_steal (out);
}

char *
ent_money_format_plain (gint64 cents)
{
  guint64 amount = magnitude (cents);

  if (cents == ENT_MONEY_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ",%02u", cents < 0 ? "-" : "", amount / 100,
                          (guint) (amount % 100));
}
