/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house number of an address, and its box. Any thread. */
#include "ent-address-parser.h"

#include <string.h>

#include "ent-address-name.h"
#include "ent-address-words.h"
#include "ent-text.h"

#define T(i) ent_address_token (self->tokens, (i))

gboolean
ent_address_parser_is_marker (const char *folded)
{
  return g_str_equal (folded, "n") || g_str_equal (folded, "no") || g_str_equal (folded, "nr") ||
         g_str_equal (folded, "num") || g_str_equal (folded, "numero") ||
         g_str_equal (folded, "nummer");
}

gboolean
ent_address_parser_has_number_before (EntAddressParser *self, guint i)
{
  while (i-- > 0)
    {
      if (g_ascii_isdigit (*T (i)->text))
        return TRUE;
    }
  return FALSE;
}

/* Where the digits of "bte3" or "n°12" begin, and the letters before them, folded; NULL when the
 * text does not consist of both. */
static const char *
split_marker (const char *text, char **marker)
{
  g_autofree char *start = NULL;
  gsize letters = strcspn (text, "0123456789");

  if (letters == 0 || text[letters] == '\0')
    return NULL;
  start = g_strndup (text, letters);
  *marker = ent_text_fold (start);
  return text + letters;
}

/* "bte3", "bus12": what stands behind the letters, or NULL. */
static const char *
attached_box (const char *text)
{
  g_autofree char *marker = NULL;
  const char *digits = split_marker (text, &marker);

  return digits != NULL && ent_address_token_is_box_marker (marker) ? digits : NULL;
}

static gboolean
follows_number (EntAddressParser *self, guint i)
{
  if (i == 0)
    return FALSE;
  if (g_ascii_isdigit (*T (i - 1)->text))
    return TRUE;
  return i > 1 && ent_address_token_is_suffix (T (i - 1)->folded) &&
         g_ascii_isdigit (*T (i - 2)->text);
}

static gboolean
is_floor (const char *folded)
{
  return g_str_equal (folded, "etage") || g_str_equal (folded, "verdieping") ||
         g_str_equal (folded, "etg") || g_str_equal (folded, "verd");
}

/* "2e étage", "rez-de-chaussée", "rdc": where to ring, which no register knows; "s/n": no number.
 */
static void
drop_floors (EntAddressParser *self)
{
  for (guint i = 1; i < self->tokens->len; i++)
    {
      if (g_str_equal (T (i)->folded, "s n"))
        T (i)->used = TRUE;
      else if (is_floor (T (i)->folded) && g_ascii_isdigit (*T (i - 1)->text) &&
               (i == 1 || ent_address_parser_has_number_before (self, i - 1)))
        T (i)->used = T (i - 1)->used = TRUE;
      else if ((g_str_has_prefix (T (i)->folded, "rez") || g_str_equal (T (i)->folded, "rdc")) &&
               ent_address_parser_has_number_before (self, i))
        T (i)->used = TRUE;
    }
}

void
ent_address_parser_take_box (EntAddressParser *self)
{
  drop_floors (self);
  for (guint i = 1; i < self->tokens->len; i++)
    {
      gboolean after = follows_number (self, i);
      gboolean first = ent_address_token_is_first (self->tokens, i);
      const char *attached;

      if (T (i)->used || !(after || (first && ent_address_parser_has_number_before (self, i))))
        continue;

      attached = attached_box (T (i)->text);
      if (attached != NULL)
        {
          g_free (self->parts->box);
          self->parts->box = g_strdup (attached);
          T (i)->used = TRUE;
        }
      else if (ent_address_token_is_box_marker (T (i)->folded))
        {
          gboolean letter = T (i)->folded[1] == '\0';
          gboolean has_value = !ent_address_token_is_last (self->tokens, i);

          /* "12 B" is a suffix, "12 b 3" a box. */
          if (letter && !(has_value && g_ascii_isdigit (*T (i + 1)->text)))
            continue;
          T (i)->used = TRUE;
          if (!has_value)
            continue;
          g_free (self->parts->box);
          self->parts->box = ent_address_tokens_take (self->tokens, i + 1, i + 2);
        }
    }
}

/* The digits of "n°12" and "nr.12"; else text itself. */
static const char *
without_marker (const char *text)
{
  g_autofree char *marker = NULL;
  const char *digits = split_marker (text, &marker);

  return digits != NULL && ent_address_parser_is_marker (marker) ? digits : text;
}

/* How many tokens from i make one house number, which goes to *number and *box; 0 none. */
static guint
number_at (EntAddressParser *self, guint i, EntHouseNumber *number, char **box)
{
  guint next = ent_address_token_next (self->tokens, i);
  gboolean last = ent_address_token_is_last (self->tokens, i);
  guint after;

  if (T (i)->used || !ent_house_number_parse (without_marker (T (i)->text), number, box))
    return 0;
  if (next == self->tokens->len || *box != NULL)
    return 1;

  after = ent_address_token_next (self->tokens, next);
  if (!last && number->suffix[0] == '\0' &&
      (T (next)->folded[1] != '\0' || ent_address_token_is_last (self->tokens, next) ||
       ent_address_word_is_kind (T (after)->folded)))
    {
      g_autofree char *both = g_strconcat (without_marker (T (i)->text), " ", T (next)->text, NULL);
      EntHouseNumber longer;
      char *longer_box;

      if (g_ascii_isalpha (*T (next)->text) && ent_house_number_parse (both, &longer, &longer_box))
        {
          *number = longer;
          *box = longer_box;
          return next + 1 - i;
        }
    }

  /* "19 - 21", "19 à 21", "19 et 21" */
  if (!last && after < self->tokens->len &&
      (g_str_equal (T (next)->folded, "a") || g_str_equal (T (next)->folded, "et") ||
       g_str_equal (T (next)->folded, "en") || g_str_equal (T (next)->folded, "tot")))
    next = after;
  else if (!(last && T (next)->dash))
    return 1;
  {
    EntHouseNumber end;

    if (!ent_house_number_parse (T (next)->text, &end, NULL) || end.number <= number->number ||
        !ent_address_token_is_last (self->tokens, next))
      return 1;
    number->last = end.number;
  }
  return next + 1 - i;
}

/* "du 4 août", "des 600 Franchimontois": more of the name follows. */
static gboolean
is_in_name (EntAddressParser *self, guint i, guint n)
{
  guint next = ent_address_token_next (self->tokens, i + n - 1);

  if (ent_address_token_is_last (self->tokens, i + n - 1))
    return FALSE;
  if (ent_address_token_is_month (T (next)->folded))
    return TRUE;
  return !ent_address_token_is_first (self->tokens, i) &&
         (ent_address_words_is_article (T (i - 1)->folded) ||
          ent_address_word_is_kind (T (i - 1)->folded));
}

/* The number at the end of its segment, the last such; else one in front; else the last one that is
 * not part of a name. */
static EntAddressFound
find_number (EntAddressParser *self)
{
  EntAddressFound best = { self->tokens->len, 0, { 0, 0, "" }, NULL };
  guint best_rank = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      EntAddressFound found = { i, 0, { 0, 0, "" }, NULL };
      guint rank;

      found.n = number_at (self, i, &found.number, &found.box);
      if (found.n == 0)
        continue;
      if (is_in_name (self, i, found.n))
        rank = 0;
      else if (ent_address_token_is_last (self->tokens, i + found.n - 1))
        rank = 3;
      else
        rank = i == 0 ? 2 : 1;

      if (rank > 0 && rank >= best_rank)
        {
          g_free (best.box);
          best = found;
          best_rank = rank;
        }
      else
        g_free (found.box);
      i += found.n - 1;
    }
  return best;
}

void
ent_address_parser_take_number (EntAddressParser *self, EntAddressFound *found)
{
  *found = find_number (self);
  if (found->at == self->tokens->len)
    return;

  self->parts->number = found->number;
  if (self->parts->box == NULL)
    self->parts->box = g_steal_pointer (&found->box);
  g_clear_pointer (&found->box, g_free);
  for (guint i = found->at; i < found->at + found->n; i++)
    T (i)->used = TRUE;
  if (found->at > 0 && ent_address_parser_is_marker (T (found->at - 1)->folded))
    T (found->at - 1)->used = TRUE;
}
