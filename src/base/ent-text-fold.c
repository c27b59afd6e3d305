/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding of text for search and order. Any thread. */
#include "ent-text.h"

#include <string.h>

/* Folding runs over every name of the register when the search index is built. Latin letters up to
 * U+017F, that is nearly all of them, come from a table; the rest is decomposed by GLib. */

/* clang-format off */
/* U+00C0 to U+017F; an empty string is no letter. */
static const char latin[][3] = {
  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e",
  "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "",
  "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a",
  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u",
  "u", "y", "th", "y", "a", "a", "a", "a", "a", "a", "c", "c",
  "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e",
  "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
  "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i",
  "i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k",
  "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n",
  "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
  "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s",
  "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t",
  "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",
  "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
/* clang-format on */

#define LATIN_FIRST 0xc0
#define LATIN_LAST 0x17f
G_STATIC_ASSERT (G_N_ELEMENTS (latin) == LATIN_LAST - LATIN_FIRST + 1);

/* Lower-case letters of names that Unicode does not decompose: African, Azeri, Baltic. */
static const struct
{
  guint16 letter;
  char plain[3];
} more_latin[] = {
  { 0x180, "b" }, { 0x188, "c" }, { 0x18c, "d" }, { 0x192, "f" },  { 0x199, "k" }, { 0x19a, "l" },
  { 0x19e, "n" }, { 0x1a5, "p" }, { 0x1ad, "t" }, { 0x1b4, "y" },  { 0x1b6, "z" }, { 0x1dd, "e" },
  { 0x1e5, "g" }, { 0x21c, "y" }, { 0x225, "z" }, { 0x237, "j" },  { 0x23c, "c" }, { 0x23f, "s" },
  { 0x240, "z" }, { 0x247, "e" }, { 0x249, "j" }, { 0x24d, "r" },  { 0x24f, "y" }, { 0x253, "b" },
  { 0x254, "o" }, { 0x256, "d" }, { 0x257, "d" }, { 0x259, "e" },  { 0x25b, "e" }, { 0x260, "g" },
  { 0x263, "g" }, { 0x268, "i" }, { 0x269, "i" }, { 0x26b, "l" },  { 0x272, "n" }, { 0x275, "o" },
  { 0x289, "u" }, { 0x28b, "v" }, { 0x292, "z" }, { 0x2c66, "t" },
};

typedef struct
{
  GString *out;
  gboolean gap;
} Folder;

static void
put (Folder *self, const char *text)
{
  if (self->gap && self->out->len > 0)
    g_string_append_c (self->out, ' ');
  self->gap = FALSE;
  for (; *text != '\0'; text++)
    g_string_append_c (self->out, *text);
}

static inline void
put_ascii (Folder *self, char ch)
{
  if (!g_ascii_isalnum (ch))
    {
      self->gap = TRUE;
      return;
    }
  if (self->gap && self->out->len > 0)
    g_string_append_c (self->out, ' ');
  self->gap = FALSE;
  g_string_append_c (self->out, g_ascii_isupper (ch) ? (char) (ch | 0x20) : ch);
}

/* Marks that one leaves out when typing: accents, Hebrew points, Arabic vowels. The vowel signs of
 * Indic scripts and the Japanese voicing mark are letters to their readers and stay. */
static gboolean
is_accent (gunichar ch)
{
  return (ch >= 0x300 && ch <= 0x36f) || (ch >= 0x483 && ch <= 0x489) ||
         (ch >= 0x591 && ch <= 0x5c7 && g_unichar_ismark (ch)) || (ch >= 0x610 && ch <= 0x61a) ||
         (ch >= 0x64b && ch <= 0x65f) || ch == 0x670 ||
         (ch >= 0x6d6 && ch <= 0x6ed && g_unichar_ismark (ch)) || (ch >= 0x1ab0 && ch <= 0x1aff) ||
         (ch >= 0x1dc0 && ch <= 0x1dff) || (ch >= 0x20d0 && ch <= 0x20ff) ||
         (ch >= 0xfe00 && ch <= 0xfe2f);
}

/* Soft hyphens, joiners, direction marks, and the Arabic stretching stroke: nothing at all. */
static gboolean
is_invisible (gunichar ch)
{
  return ch == 0x640 || g_unichar_type (ch) == G_UNICODE_FORMAT;
}

static const char *
find_more_latin (gunichar ch)
{
  for (gsize i = 0; i < G_N_ELEMENTS (more_latin); i++)
    {
      if (more_latin[i].letter == ch)
        return more_latin[i].plain;
    }
  return NULL;
}

static void
put_letter (Folder *self, gunichar ch)
{
  char buffer[7] = "";
  const char *plain;

  ch = g_unichar_tolower (ch);
  /* The final sigma is the same letter. */
  if (ch == 0x3c2)
    ch = 0x3c3;

  plain = find_more_latin (ch);
  if (plain == NULL)
    {
      g_unichar_to_utf8 (ch, buffer);
      plain = buffer;
    }
  put (self, plain);
}

/* One character that is already decomposed. */
static void
put_simple (Folder *self, gunichar ch)
{
  if (ch < 0x80)
    put_ascii (self, (char) ch);
  else if (ch >= LATIN_FIRST && ch <= LATIN_LAST && latin[ch - LATIN_FIRST][0] != '\0')
    put (self, latin[ch - LATIN_FIRST]);
  else if (is_accent (ch) || is_invisible (ch))
    return;
  else if (ch >= 0x2b0 && ch <= 0x2ff)
    /* Spacing modifiers: apostrophes of transliteration. */
    self->gap = TRUE;
  else if (g_unichar_isalnum (ch) || g_unichar_ismark (ch))
    put_letter (self, ch);
  else
    self->gap = TRUE;
}

static void
put_decomposed (Folder *self, gunichar ch)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  /* Spacing accents (´ ¨) decompose to a blank and a mark, and are blanks here too. The capital is
   * lowered first, since some only decompose in lower case. */
  n = g_unichar_fully_decompose (g_unichar_tolower (ch), TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    put_simple (self, parts[i]);
}

char *
ent_text_fold (const char *text)
{
  Folder folder = { NULL, FALSE };
  const char *p = text != NULL ? text : "";
  const char *end = p + strlen (p);

  folder.out = g_string_sized_new ((gsize) (end - p) + 1);
  while (p < end)
    {
      gunichar ch = (guchar) *p;

      if (ch < 0x80)
        {
          put_ascii (&folder, *p++);
          continue;
        }

      ch = g_utf8_get_char_validated (p, end - p);
      if (ch == (gunichar) -1 || ch == (gunichar) -2)
        {
          folder.gap = TRUE;
          p++;
          continue;
        }

      if (ch >= LATIN_FIRST && ch <= LATIN_LAST && latin[ch - LATIN_FIRST][0] != '\0')
        put (&folder, latin[ch - LATIN_FIRST]);
      else
        put_decomposed (&folder, ch);
      p = g_utf8_next_char (p);
    }

  return g_string_free_and_steal (folder.out);
}

char *
ent_text_sort_key (const char *text)
{
  return ent_text_fold (text);
}

char **
ent_text_tokens (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  /* g_strsplit gives no word at all for an empty text, which is what is wanted. */
  return g_strsplit (folded, " ", -1);
}
