/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an address apart. The order is: postcode and town, box, house number, and what is left is
 * the street. Any thread. */
#include "ent-address-parse.h"

#include "ent-address-name.h"
#include "ent-address-parser.h"
#include "ent-address-words.h"
#include "ent-text.h"

#include <string.h>

#define T(i) ent_address_token (self->tokens, (i))

/* The digits of "4870", "B-4870", "BE4870", "69115"; NULL for anything else. Points into text. */
static const char *
postcode_in (const char *text)
{
  const char *p = text;
  gsize n;

  while (g_ascii_isalpha (*p) && p - text < 3)
    p++;
  if (p > text + 2)
    return NULL;
  if (p > text && *p == '-')
    p++;
  n = strspn (p, "0123456789");
  if (p[n] != '\0' || n < 4 || n > 5 || (n == 4 && *p == '0'))
    return NULL;
  return p;
}

/* A word of a town's name, no digit in it, and neither suffix nor box nor street. */
static gboolean
is_town_word (const char *folded)
{
  return strpbrk (folded, "0123456789") == NULL && !ent_address_token_is_suffix (folded) &&
         !ent_address_token_is_box_marker (folded) && !ent_address_word_is_kind (folded);
}

/* How much a token looks like the postcode, 0 not at all. */
static guint
postcode_likeness (EntAddressParser *self, guint i)
{
  const char *digits = postcode_in (T (i)->text);
  gboolean last = ent_address_token_is_last (self->tokens, i);

  if (digits == NULL || (i > 0 && ent_address_parser_is_marker (T (i - 1)->folded)))
    return 0;
  if (digits > T (i)->text || strlen (digits) == 5)
    return 4;
  if (self->known_postcode != NULL && *self->known_postcode != '\0')
    return g_str_equal (digits, self->known_postcode) &&
                   ent_address_parser_has_number_before (self, i)
               ? 4
               : 0;
  if (!last && is_town_word (T (i + 1)->folded))
    return 3;
  if (self->known_postcode != NULL)
    return 0;
  /* "4870 Rue Haute 12": so large a number hardly stands in front. */
  if (!last)
    return i == 0 && ent_address_word_is_kind (T (1)->folded) ? 1 : 0;
  if (ent_address_token_is_first (self->tokens, i))
    return 2;
  return i + 1 == self->tokens->len || ent_address_parser_has_number_before (self, i) ? 1 : 0;
}

static guint
find_postcode (EntAddressParser *self)
{
  guint best = self->tokens->len, best_likeness = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint likeness = postcode_likeness (self, i);

      if (likeness > 0 && likeness >= best_likeness)
        {
          best = i;
          best_likeness = likeness;
        }
    }
  return best;
}

/* The end of the town that begins at from: the end of its segment, or a street that follows where
 * nothing stood before the postcode. */
static guint
end_of_town (EntAddressParser *self, guint from, gboolean street_may_follow)
{
  guint i = from;

  while (i < self->tokens->len && T (i)->segment == T (from)->segment)
    {
      if (street_may_follow && ent_address_word_is_kind (T (i)->folded))
        break;
      i++;
    }
  return i;
}

/* "Trooz 4870" in a segment of its own. */
static void
take_town_before (EntAddressParser *self, guint postcode)
{
  guint from = postcode;

  while (from > 0 && T (from - 1)->segment == T (postcode)->segment)
    {
      from--;
      if (!is_town_word (T (from)->folded))
        return;
    }
  if (from > 0)
    self->parts->town = ent_address_tokens_take (self->tokens, from, postcode);
}

/* "B 4870 Trooz", "Rue Haute 12, B - 4870 Trooz", "12 à 4870 Trooz"; not the letter of "12 B". */
static void
drop_before_postcode (EntAddressParser *self, guint at)
{
  EntAddressToken *before = at > 0 ? T (at - 1) : NULL;
  gboolean together, alone;

  if (before == NULL || !ent_address_parser_has_number_before (self, at))
    return;
  together = before->segment == T (at)->segment;
  alone = ent_address_token_is_first (self->tokens, at - 1) && T (at)->dash;
  if (g_str_equal (before->folded, "b"))
    before->used = together || alone;
  else if (g_str_equal (before->folded, "a") || g_str_equal (before->folded, "te"))
    before->used = together;
}

static void
take_postcode (EntAddressParser *self)
{
  guint at = find_postcode (self);
  guint next;

  if (at == self->tokens->len)
    return;
  self->parts->postcode = g_strdup (postcode_in (T (at)->text));
  T (at)->used = TRUE;
  drop_before_postcode (self, at);

  next = at + 1;
  if (next < self->tokens->len && T (next)->segment == T (at)->segment)
    self->parts->town = ent_address_tokens_take (self->tokens, next,
                                                 end_of_town (self, next, at == 0));
  else
    take_town_before (self, at);
  if (self->parts->town == NULL && next < self->tokens->len && is_town_word (T (next)->folded))
    self->parts->town = ent_address_tokens_take (self->tokens, next,
                                                 end_of_town (self, next, at == 0));
}

static guint
segment_end (EntAddressParser *self, guint from)
{
  guint i = from;

  while (i < self->tokens->len && (T (i)->segment == T (from)->segment ||
                                   (T (i)->dash && T (i)->segment != T (from)->segment)))
    i++;
  return i;
}

/* The segment from..to that says the kind of street, the last such; else the first one that is
 * left. tokens->len when nothing is. */
static guint
pick_street (EntAddressParser *self, guint from, guint to)
{
  guint first = self->tokens->len, best = self->tokens->len;

  for (guint i = from; i < to; i = segment_end (self, i))
    {
      for (guint j = i; j < segment_end (self, i) && j < to; j++)
        {
          if (T (j)->used)
            continue;
          if (first == self->tokens->len)
            first = i;
          if (ent_address_word_is_kind (T (j)->folded))
            best = i;
        }
    }
  return best < self->tokens->len ? best : first;
}

static guint
segment_start (EntAddressParser *self, guint i)
{
  while (i > 0 && (T (i - 1)->segment == T (i)->segment || T (i)->dash))
    i--;
  return i;
}

static gboolean
has_unused (EntAddressParser *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      if (!T (i)->used)
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_kind (EntAddressParser *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      if (!T (i)->used && ent_address_word_is_kind (T (i)->folded))
        return TRUE;
    }
  return FALSE;
}

static void
take_street (EntAddressParser *self, const EntAddressFound *found)
{
  guint len = self->tokens->len;
  guint from = 0, to = len;

  if (found->at < len)
    {
      guint start = segment_start (self, found->at);

      /* "Rue Haute, Prayon 12": the street is where its kind is said. */
      if (has_unused (self, start, found->at) &&
          (says_kind (self, start, found->at) || !says_kind (self, 0, start)))
        {
          self->parts->street = ent_address_tokens_take (self->tokens, start, found->at);
          return;
        }
      /* "Rue Haute, 12" looks back; "12, rue Haute" and "12 rue Haute" look ahead. */
      if (!ent_address_token_is_last (self->tokens, found->at + found->n - 1) ||
          !has_unused (self, 0, found->at))
        from = found->at;
      else
        to = found->at;
    }

  from = pick_street (self, from, to);
  if (from < len)
    self->parts->street = ent_address_tokens_take (self->tokens, from,
                                                   MIN (segment_end (self, from), to));
}

static void
add_hint (EntAddressParts *parts, char *text)
{
  char *joined;

  if (text == NULL || parts->hint == NULL)
    joined = text != NULL ? text : parts->hint;
  else
    {
      joined = g_strconcat (parts->hint, " ", text, NULL);
      g_free (parts->hint);
      g_free (text);
    }
  parts->hint = joined;
}

/* What nobody claimed: the last piece is the town when none is known, the rest hints. */
static void
take_rest (EntAddressParser *self, const EntAddressFound *found)
{
  guint len = self->tokens->len;
  guint last = len;

  for (guint i = 0; i < len; i++)
    {
      if (!T (i)->used && (i > found->at || found->at == len))
        last = i;
    }
  if (last < len && self->parts->town == NULL && self->parts->street != NULL &&
      strpbrk (T (last)->folded, "0123456789") == NULL)
    {
      guint from = segment_start (self, last);

      from = found->at < len ? MAX (from, found->at + found->n) : from;
      if (!T (from)->used &&
          (g_str_equal (T (from)->folded, "a") || g_str_equal (T (from)->folded, "te")))
        T (from)->used = TRUE;
      self->parts->town = ent_address_tokens_take (self->tokens, from, last + 1);
    }
  add_hint (self->parts, ent_address_tokens_take (self->tokens, 0, len));
}

/* "c/o Dupont": whoever lives there. */
static void
drop_care_of (EntAddressParser *self)
{
  guint end;

  if (self->tokens->len == 0 ||
      !(g_str_equal (T (0)->folded, "c o") || g_str_equal (T (0)->folded, "chez")))
    return;
  end = segment_end (self, 0);
  for (guint i = 0; i < end && end < self->tokens->len; i++)
    T (i)->used = TRUE;
}

/* "(Haul)" is a hint, "Église (rue de l')" a street turned round, "(bte 3)" a box. */
static void
take_bracket (EntAddressParts *parts, char *bracket)
{
  g_auto(GStrv) words = ent_text_tokens (bracket);

  if (words[0] == NULL)
    {
      g_free (bracket);
      return;
    }
  if (words[1] != NULL && ent_address_token_is_box_marker (words[0]) && parts->box == NULL)
    {
      parts->box = g_strdup (words[1]);
      g_free (bracket);
    }
  else if (parts->street != NULL && ent_address_word_is_kind (words[0]))
    {
      const char *blank = g_str_has_suffix (bracket, "'") ? "" : " ";
      char *street = g_strconcat (bracket, blank, parts->street, NULL);

      g_free (parts->street);
      parts->street = street;
      g_free (bracket);
    }
  else
    add_hint (parts, bracket);
}

static void
parse_text (const char *text, const char *known_postcode, EntAddressParts *parts)
{
  char *bracket = NULL;
  g_autoptr(GArray) tokens = ent_address_tokens_new (text, &bracket);
  EntAddressParser parser = { tokens, parts, known_postcode };
  EntAddressFound found;

  drop_care_of (&parser);
  take_postcode (&parser);
  ent_address_parser_take_box (&parser);
  ent_address_parser_take_number (&parser, &found);
  take_street (&parser, &found);
  take_rest (&parser, &found);
  take_bracket (parts, bracket);
}

static void
replace (char **field, char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = text;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
take_number_field (const EntAddressQuery *query, EntAddressParts *parts)
{
  g_auto(EntAddressParts) field = { NULL };
  /* As behind a street, so that boxes are understood. */
  g_autofree char *text = g_strconcat ("x ", query->number, NULL);

  parse_text (text, "", &field);
  if (field.number.number == 0)
    return;
  /* The street's own number then is part of its name, unless it says the same. */
  if (parts->number.number != 0 && parts->number.number != field.number.number &&
      is_given (query->street))
    replace (&parts->street, ent_text_clean (query->street));
  parts->number = field.number;
  replace (&parts->box, g_steal_pointer (&field.box));
}

static void
take_town_field (const char *town, EntAddressParts *parts)
{
  char *bracket = NULL;
  g_autoptr(GArray) tokens = ent_address_tokens_new (town, &bracket);

  for (guint i = 0; i < tokens->len; i++)
    {
      EntAddressToken *token = ent_address_token (tokens, i);
      const char *digits = postcode_in (token->text);

      if (digits == NULL)
        continue;
      token->used = TRUE;
      if (parts->postcode == NULL)
        parts->postcode = g_strdup (digits);
    }
  replace (&parts->town, ent_address_tokens_take (tokens, 0, tokens->len));
  add_hint (parts, bracket);
}

void
ent_address_parse (const EntAddressQuery *query, EntAddressParts *parts)
{
  g_autofree char *postcode = ent_text_clean (query->postcode);
  g_autofree char *text = NULL;
  const char *digits = postcode != NULL ? postcode_in (postcode) : NULL;

  memset (parts, 0, sizeof *parts);
  if (is_given (query->street) && is_given (query->text))
    text = g_strconcat (query->street, ", ", query->text, NULL);
  else
    text = g_strdup (is_given (query->street) ? query->street : query->text);
  if (digits == NULL && is_given (query->number))
    digits = "";
  parse_text (text, digits, parts);

  if (is_given (query->number))
    take_number_field (query, parts);
  replace (&parts->box, ent_text_clean (query->box));
  if (is_given (digits))
    replace (&parts->postcode, g_strdup (digits));
  if (is_given (query->town))
    take_town_field (query->town, parts);
}

void
ent_address_parts_clear (EntAddressParts *parts)
{
  g_clear_pointer (&parts->street, g_free);
  g_clear_pointer (&parts->box, g_free);
  g_clear_pointer (&parts->postcode, g_free);
  g_clear_pointer (&parts->town, g_free);
  g_clear_pointer (&parts->hint, g_free);
}
