/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a file to UTF-8 text. Any thread. */
#include "ent-csv.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* Windows-1252 from 0x80 to 0x9f; the five places without a character are 0. */
static const guint16 windows[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Whether the bytes are UTF-8, where NUL is let pass. */
static gboolean
is_utf8 (const char *bytes, gsize length)
{
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *stop;

      if (g_utf8_validate_len (bytes, (gsize) (end - bytes), &stop))
        return TRUE;
      if (*stop != '\0')
        return FALSE;
      bytes = stop + 1;
    }
  return TRUE;
}

static char *
copy_utf8 (const char *bytes, gsize length)
{
  GString *out = g_string_sized_new (length);
  const char *end = bytes + length;

  while (bytes < end)
    {
      gsize run = strnlen (bytes, (gsize) (end - bytes));

      g_string_append_len (out, bytes, (gssize) run);
      bytes += run;
      if (bytes < end)
        {
          g_string_append_unichar (out, REPLACEMENT);
          bytes++;
        }
    }
  return g_string_free_and_steal (out);
}

static char *
decode_windows (const char *bytes, gsize length)
{
  GString *out = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];
      gunichar ch = byte >= 0x80 && byte <= 0x9f ? windows[byte - 0x80] : byte;

      g_string_append_unichar (out, ch != 0 ? ch : REPLACEMENT);
    }
  return g_string_free_and_steal (out);
}

static guint
unit_at (const char *bytes, gsize i, gboolean little)
{
  guint first = (guchar) bytes[i];
  guint second = (guchar) bytes[i + 1];

  return little ? first | second << 8 : first << 8 | second;
}

static char *
decode_utf16 (const char *bytes, gsize length, gboolean little)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar ch = unit_at (bytes, i, little);

      if (ch >= 0xd800 && ch <= 0xdbff && i + 3 < length)
        {
          guint low = unit_at (bytes, i + 2, little);

          if (low >= 0xdc00 && low <= 0xdfff)
            {
              ch = 0x10000 + ((ch - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (ch == 0 || (ch >= 0xd800 && ch <= 0xdfff))
        ch = REPLACEMENT;
      g_string_append_unichar (out, ch);
    }
  /* A last odd byte is half a character. */
  if (length % 2 == 1)
    g_string_append_unichar (out, REPLACEMENT);
  return g_string_free_and_steal (out);
}

char *
ent_csv_decode (const char *bytes, gsize length, char **encoding_used)
{
  const char *encoding;
  char *text;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 && is_utf8 (bytes + 3, length - 3))
    {
      bytes += 3;
      length -= 3;
    }

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      encoding = "UTF-16";
      text = decode_utf16 (bytes + 2, length - 2, (guchar) bytes[0] == 0xff);
    }
  else if (is_utf8 (bytes, length))
    {
      encoding = "UTF-8";
      text = copy_utf8 (bytes, length);
    }
  else
    {
      encoding = "WINDOWS-1252";
      text = decode_windows (bytes, length);
    }

  if (encoding_used != NULL)
    *encoding_used = g_strdup (encoding);
  return text;
}
