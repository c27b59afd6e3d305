/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks the places where words may be divided. Any thread. */

#include "ent-hyphen.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#define SHORTEST 6 /* letters of a word worth dividing */
#define LONGEST 80
#define LEFT 3 /* letters before and after a division, at least */
#define RIGHT 3

typedef struct
{
  const char *language;
  const char *file;
  gboolean capitals; /* common words begin with one */
  HyphenDict *dictionary;
  gboolean tried;
} Language;

static Language languages[] = {
  { "fr", "hyph_fr.dic", FALSE },
  { "nl", "hyph_nl.dic", FALSE },
  { "de", "hyph_de_DE.dic", TRUE },
  { "en", "hyph_en_GB.dic", FALSE },
};

static GMutex languages_lock;

static HyphenDict *
load (const char *file)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "hyphen", file, NULL);
      HyphenDict *dictionary = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        dictionary = hnj_hyphen_load (path);
      if (dictionary != NULL)
        return dictionary;
    }
  return NULL;
}

static const Language *
find_language (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (language != NULL && g_str_has_prefix (language, languages[i].language))
      {
        g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&languages_lock);

        if (!languages[i].tried)
          languages[i].dictionary = load (languages[i].file);
        languages[i].tried = TRUE;
        return languages[i].dictionary != NULL ? &languages[i] : NULL;
      }
  return NULL;
}

/* The word in lower case in the bytes of the dictionary; FALSE when it has no such letters. */
static gboolean
encode (const HyphenDict *dictionary, const char *word, gsize length, char *out)
{
  char *end = out;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

      if (dictionary->utf8)
        end += g_unichar_to_utf8 (letter, end);
      else if (letter < 256)
        *end++ = (char) letter;
      else
        return FALSE;
    }
  *end = '\0';
  return TRUE;
}

static gboolean
is_divisible (const Language *language, const char *word, gsize length)
{
  glong letters = g_utf8_strlen (word, length);
  gboolean first = TRUE;

  if (letters < SHORTEST || letters > LONGEST)
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      if (g_unichar_isupper (g_utf8_get_char (p)) && !(first && language->capitals))
        return FALSE;
      first = FALSE;
    }
  return TRUE;
}

/* Where dividing a word changes its spelling, it is left alone; in Dutch that is before every
 * diaeresis ("financi-ële" would have to become "financi-ele"). */
static gboolean
may_divide (const Language *language, const char *replacement, const char *next)
{
  gunichar base = 0;
  gunichar mark = 0;

  if (replacement != NULL)
    return FALSE;
  if (!g_str_equal (language->language, "nl"))
    return TRUE;
  return !g_unichar_decompose (g_utf8_get_char (next), &base, &mark) || mark != 0x308;
}

static void
append_divided (const Language *language, const char *word, gsize length, GString *out)
{
  char bytes[LONGEST * 4 + 1];
  char marks[LONGEST * 4 + 6] = "";
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  const char *p = word;
  guint n;

  if (!encode (language->dictionary, word, length, bytes))
    {
      g_string_append_len (out, word, length);
      return;
    }
  n = strlen (bytes);
  hnj_hyphen_hyphenate3 (language->dictionary, bytes, n, marks, NULL, &replacements, &positions,
                         &cuts, LEFT, RIGHT, LEFT, RIGHT);
  for (guint i = 0; p < word + length; i++)
    {
      const char *next = g_utf8_next_char (p);

      g_string_append_len (out, p, next - p);
      if (next < word + length && (marks[i] & 1) &&
          may_divide (language, replacements != NULL ? replacements[i] : NULL, next))
        g_string_append (out, "\u00ad");
      p = next;
    }
  for (guint i = 0; replacements != NULL && i < n; i++)
    free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
}

/* A hyphen too many in an address would lead nowhere. */
static gboolean
is_address (const char *token, gsize length)
{
  return memchr (token, '@', length) != NULL || g_strstr_len (token, length, "://") != NULL ||
         (length > 4 && g_ascii_strncasecmp (token, "www.", 4) == 0);
}

static void
append_token (const Language *language, const char *token, gsize length, GString *out)
{
  const char *end = token + length;

  for (const char *p = token; p < end;)
    {
      const char *start = p;

      while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (is_divisible (language, start, p - start))
        append_divided (language, start, p - start, out);
      else
        g_string_append_len (out, start, p - start);
      for (start = p; p < end && !g_unichar_isalpha (g_utf8_get_char (p));)
        p = g_utf8_next_char (p);
      g_string_append_len (out, start, p - start);
    }
}

char *
ent_hyphen_mark (const char *name, const char *text)
{
  const Language *language = find_language (name);
  GString *out;

  if (language == NULL)
    return g_strdup (text);
  out = g_string_sized_new (strlen (text) * 5 / 4);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, " ");

      if (is_address (p, length))
        g_string_append_len (out, p, length);
      else
        append_token (language, p, length, out);
      p += length;
      for (; *p == ' '; p++)
        g_string_append_c (out, ' ');
    }
  return g_string_free_and_steal (out);
}
