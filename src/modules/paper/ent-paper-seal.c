/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and check codes. Any thread. */

#include "ent-paper-issue.h"

#include <stdio.h>
#include <string.h>

/* Crockford's letters: none is taken for another. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define CODE_LETTERS 12
#define GROUP 4

char *
ent_paper_number (int year, int sequence)
{
  return g_strdup_printf ("D%04d-%06d", year, sequence);
}

char *
ent_paper_code (const char *secret, const char *number, const char *content)
{
  GHmac *hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret));
  GString *code = g_string_new (NULL);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) number, -1);
  g_hmac_update (hmac, (const guchar *) "\n", 1);
  g_hmac_update (hmac, (const guchar *) content, -1);
  g_hmac_get_digest (hmac, digest, &length);
  g_hmac_unref (hmac);

  for (guint i = 0; i < CODE_LETTERS; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) digest[bit / 8] << 8 | digest[bit / 8 + 1];

      if (i > 0 && i % GROUP == 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, alphabet[pair >> (11 - bit % 8) & 31]);
    }
  return g_string_free (code, FALSE);
}

char *
ent_paper_normalize_code (const char *typed)
{
  GString *code = g_string_new (NULL);
  guint n = 0;

  for (const char *p = typed; p != NULL && *p != '\0'; p++)
    {
      char letter = g_ascii_toupper (*p);

      if (letter == 'O')
        letter = '0';
      if (letter == 'I' || letter == 'L')
        letter = '1';
      if (strchr (alphabet, letter) == NULL)
        continue;
      if (n > 0 && n % GROUP == 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, letter);
      n++;
    }
  return g_string_free (code, FALSE);
}

char *
ent_paper_normalize_number (const char *typed)
{
  int year = 0, sequence = 0, end = 0;
  g_autofree char *text = g_ascii_strup (typed != NULL ? typed : "", -1);
  const char *p = g_strstrip (text);

  if (*p == 'D')
    p++;
  while (*p == ' ')
    p++;
  if (sscanf (p, "%4d%*1[-/ ]%6d%n", &year, &sequence, &end) != 2 || p[end] != '\0' || year < 1 ||
      sequence < 1)
    return g_strdup (g_strstrip (text));
  return ent_paper_number (year, sequence);
}
