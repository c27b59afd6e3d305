/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an address. Any thread. */
#include "ent-address-token.h"

#include "ent-text.h"

#include <string.h>

#define TEXT_BYTES 400

static const char *const countries[] = { "belgique", "belgie",     "belgien", "belgium",
                                         "be",       "luxembourg", "france" };
static const char *const box_markers[] = { "bte",     "boite", "bt",    "bus",    "box",
                                           "app",     "apt",   "appt",  "appart", "appartement",
                                           "postbus", "b",     "etage", "etg",    "verd" };
static const char *const suffixes[] = { "bis", "ter", "quater", "quinquies", "sexies" };
static const char *const months[] = { "janvier",   "fevrier", "mars",     "avril",
                                      "mai",       "juin",    "juillet",  "aout",
                                      "septembre", "octobre", "novembre", "decembre",
                                      "mei",       "juli",    "augustus", "oktober" };

static gboolean
is_one_of (const char *folded, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (folded, words[i]))
        return TRUE;
    }
  return FALSE;
}

static void
clear_token (gpointer data)
{
  EntAddressToken *token = data;

  g_free (token->text);
  g_free (token->folded);
}

/* One line with commas for breaks, plain hyphens, and of bounded length. */
static char *
tidy (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr(GString) plain = g_string_new (NULL);
  const char *end = text + strnlen (text, TEXT_BYTES);

  valid = g_utf8_make_valid (text, end - text);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '\n' || ch == '\r' || ch == ';' || ch == '|')
        ch = ',';
      else if (ch == '\t')
        ch = ' ';
      else if (ch >= 0x2010 && ch <= 0x2015)
        ch = '-';
      g_string_append_unichar (plain, ch);
    }
  return ent_text_clean (plain->str);
}

typedef struct
{
  GArray *tokens;
  GString *bracket;
  guint segment;
  gboolean dash;
} Cutter;

static void
begin_segment (Cutter *self, gboolean dash)
{
  self->segment++;
  self->dash = dash;
}

static void
add_token (Cutter *self, const char *start, gsize length)
{
  EntAddressToken token = { NULL, NULL, self->segment, self->dash, FALSE };

  while (length > 0 && strchr (".:\"*", start[length - 1]) != NULL)
    length--;
  while (length > 0 && strchr (".:\"*", *start) != NULL)
    {
      start++;
      length--;
    }
  if (length == 0)
    return;

  token.text = g_strndup (start, length);
  token.folded = ent_text_fold (token.text);
  if (*token.folded == '\0' || is_one_of (token.folded, countries, G_N_ELEMENTS (countries)))
    {
      /* "B-4870 BE", "Belgique": nobody's street ends so. A street may begin so. */
      if (*token.folded == '\0' || self->tokens->len > 0)
        {
          clear_token (&token);
          return;
        }
    }
  g_array_append_val (self->tokens, token);
}

/* A word up to the next blank, comma or bracket; "12 / 3" counts as one. */
static const char *
cut_word (Cutter *self, const char *p)
{
  const char *end = p + strcspn (p, " ,()");

  while (g_ascii_isdigit (*p) && end[0] == ' ' && end[1] == '/' && end[2] == ' ')
    end += 3 + strcspn (end + 3, " ,()");
  if (end - p == 1 && *p == '-')
    begin_segment (self, TRUE);
  else
    add_token (self, p, (gsize) (end - p));
  return end;
}

static const char *
cut_bracket (Cutter *self, const char *p)
{
  const char *end = p + strcspn (p, ")");

  if (self->bracket->len > 0)
    g_string_append_c (self->bracket, ' ');
  g_string_append_len (self->bracket, p, end - p);
  return *end == ')' ? end + 1 : end;
}

GArray *
ent_address_tokens_new (const char *text, char **bracket)
{
  g_autofree char *clean = tidy (text != NULL ? text : "");
  g_autoptr(GString) in_bracket = g_string_new (NULL);
  Cutter cutter = { g_array_new (FALSE, FALSE, sizeof (EntAddressToken)), in_bracket, 0, FALSE };
  const char *p = clean != NULL ? clean : "";

  g_array_set_clear_func (cutter.tokens, clear_token);
  while (*p != '\0')
    {
      if (*p == ',')
        begin_segment (&cutter, FALSE);
      if (*p == '(')
        p = cut_bracket (&cutter, p + 1);
      else if (*p == ' ' || *p == ',' || *p == ')')
        p++;
      else
        p = cut_word (&cutter, p);
    }
  *bracket = ent_text_clean (in_bracket->str);
  return cutter.tokens;
}

gboolean
ent_address_token_is_first (GArray *tokens, guint i)
{
  for (guint before = i; before-- > 0;)
    {
      if (ent_address_token (tokens, before)->used)
        continue;
      return ent_address_token (tokens, before)->segment != ent_address_token (tokens, i)->segment;
    }
  return TRUE;
}

guint
ent_address_token_next (GArray *tokens, guint i)
{
  for (i++; i < tokens->len && ent_address_token (tokens, i)->used;)
    i++;
  return i;
}

gboolean
ent_address_token_is_last (GArray *tokens, guint i)
{
  guint next = ent_address_token_next (tokens, i);

  return next == tokens->len ||
         ent_address_token (tokens, next)->segment != ent_address_token (tokens, i)->segment;
}

char *
ent_address_tokens_take (GArray *tokens, guint from, guint to)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const EntAddressToken *previous = NULL;

  for (guint i = from; i < to; i++)
    {
      EntAddressToken *token = ent_address_token (tokens, i);

      if (token->used)
        continue;
      if (previous != NULL)
        g_string_append (out, token->dash && token->segment != previous->segment ? " - " : " ");
      g_string_append (out, token->text);
      token->used = TRUE;
      previous = token;
    }
  return previous != NULL ? g_strdup (out->str) : NULL;
}

gboolean
ent_address_token_is_box_marker (const char *folded)
{
  return is_one_of (folded, box_markers, G_N_ELEMENTS (box_markers));
}

gboolean
ent_address_token_is_suffix (const char *folded)
{
  return (g_ascii_isalpha (folded[0]) && folded[1] == '\0') ||
         is_one_of (folded, suffixes, G_N_ELEMENTS (suffixes));
}

/* Also while it is being typed, or abbreviated. */
gboolean
ent_address_token_is_month (const char *folded)
{
  for (gsize i = 0; strlen (folded) >= 3 && i < G_N_ELEMENTS (months); i++)
    {
      if (g_str_has_prefix (months[i], folded))
        return TRUE;
    }
  return FALSE;
}
