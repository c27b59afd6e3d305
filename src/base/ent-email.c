/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-mail addresses. Any thread. */
#include "ent-contact.h"

#include <string.h>

/* Limits of RFC 5321, in bytes. */
#define MAX_ADDRESS 254
#define MAX_LOCAL 64
#define MAX_LABEL 63

/* Dot-separated words of RFC 5322; the quoted form exists on paper only and is refused. */
static gboolean
is_local_part (const char *text, gsize length)
{
  gboolean after_dot = TRUE;

  if (length == 0 || length > MAX_LOCAL)
    return FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '.')
        {
          if (after_dot)
            return FALSE;
          after_dot = TRUE;
          continue;
        }
      if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch) &&
          (ch >= 0x80 || strchr ("!#$%&'*+-/=?^_`{|}~", (int) ch) == NULL))
        return FALSE;
      after_dot = FALSE;
    }
  return !after_dot;
}

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > MAX_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch != '-' && !g_unichar_isalnum (ch) && !g_unichar_ismark (ch))
        return FALSE;
    }
  return TRUE;
}

/* At least two labels, the last of two letters or more and not a number. */
static gboolean
is_domain (const char *text)
{
  g_auto(GStrv) labels = g_strsplit (text, ".", -1);
  guint n = g_strv_length (labels);
  const char *last;

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!is_label (labels[i]))
        return FALSE;
    }
  last = labels[n - 1];
  return g_utf8_strlen (last, -1) >= 2 && strspn (last, "0123456789") < strlen (last);
}

gboolean
ent_email_is_valid (const char *text)
{
  g_autofree char *address = ent_email_normalize (text);

  return address != NULL;
}

char *
ent_email_normalize (const char *text)
{
  g_autofree char *address = NULL;
  g_autofree char *domain = NULL;
  const char *at;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  address = g_strstrip (g_strdup (text));
  at = strrchr (address, '@');
  if (at == NULL || strlen (address) > MAX_ADDRESS)
    return NULL;
  if (!is_local_part (address, (gsize) (at - address)) || !is_domain (at + 1))
    return NULL;

  domain = g_utf8_strdown (at + 1, -1);
  return g_strdup_printf ("%.*s@%s", (int) (at - address), address, domain);
}
