/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses that begin as what is being typed. Any thread. */
#include "ent-addresses-private.h"

#include <string.h>

#include "ent-address-words.h"
#include "ent-text.h"

#define MOST 50
#define WORDS 16

/* So many localities are put into the list. */
#define LOCALITIES 3

/* Below this, nothing misspelt is looked for: there is too little to go by. */
#define SHORTEST_MISSPELT 4

typedef struct
{
  char **words; /* folded; the last one may be unfinished */
  guint n;
  gboolean unfinished;
  EntHouseNumber number;
  char *postcode;
} Typed;

static void
typed_clear (Typed *self)
{
  g_strfreev (self->words);
  g_free (self->postcode);
}

static gboolean
ends_in_letter (const char *text)
{
  const char *end = text + strlen (text);

  return end > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end)));
}

static void
typed_init (Typed *self, const char *text)
{
  const EntAddressQuery query = { .text = text };
  g_auto(EntAddressParts) parts = { NULL };
  g_autofree char *joined = NULL;
  g_autofree char *clean = ent_text_clean (text);

  ent_address_parse (&query, &parts);
  joined = g_strjoin (" ", parts.street != NULL ? parts.street : "",
                      parts.hint != NULL ? parts.hint : "", parts.town != NULL ? parts.town : "",
                      NULL);
  self->words = ent_text_tokens (joined);
  self->n = MIN (g_strv_length (self->words), WORDS);
  self->number = parts.number;
  self->postcode = g_steal_pointer (&parts.postcode);

  /* Unfinished is what stands last in the text, unless it is the number or the postcode. */
  self->unfinished = FALSE;
  if (self->n > 0 && clean != NULL && ends_in_letter (text))
    {
      g_autofree char *folded = ent_text_fold (clean);

      self->unfinished = g_str_has_suffix (folded, self->words[self->n - 1]);
    }
}

/* A number that was taken for a word of the name, as in "rue haute 12, 48". */
static gboolean
drop_numbers (Typed *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (!g_ascii_isdigit (*self->words[i]))
        {
          char *word = self->words[kept];

          self->words[kept++] = self->words[i];
          self->words[i] = word;
        }
      else if (i > 0)
        ent_house_number_parse (self->words[i], &self->number, NULL);
    }
  if (kept == self->n)
    return FALSE;
  self->unfinished = FALSE;
  self->n = kept;
  return TRUE;
}

/* "str" finds "straat" as well, "kerkstr" what is kept as "kerk" and "str". */
static void
append_word (GString *out, const char *word, gboolean unfinished)
{
  const char *full = ent_address_words_expand_kind (word);
  const char *other = ent_address_words_expand (word);
  gsize stem;

  g_string_append_printf (out, "%s(\"%s\"%s", out->len > 0 ? " AND " : "", word,
                          unfinished ? " *" : "");
  if (full != NULL)
    g_string_append_printf (out, " OR \"%s\"", full);
  if (other != NULL)
    g_string_append_printf (out, " OR \"%s\"", other);
  full = ent_address_words_cut (word, &stem);
  if (full != NULL)
    g_string_append_printf (out, " OR (\"%.*s\" AND \"%s\" *)", (int) stem, word, full);
  g_string_append_c (out, ')');
}

/* Articles are left out where other words remain: nearly every street has them. */
static char *
make_expression (const Typed *self)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      gboolean unfinished = self->unfinished && i + 1 == self->n;

      if (unfinished || !ent_address_words_is_article (self->words[i]))
        append_word (out, self->words[i], unfinished);
    }
  if (self->postcode != NULL && out->len > 0)
    g_string_append_printf (out, " AND \"%s\"", self->postcode);
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

/* How well one word goes with a name: as it is, as the beginning of a word, written out. What is
 * unfinished is rather a beginning than an abbreviation. */
static double
word_worth (const char *word, gboolean unfinished, const EntAddressName *name, char **raw)
{
  const char *full = ent_address_words_expand (word);
  const char *kind = ent_address_words_expand_kind (word);
  gsize stem = 0;
  const char *cut = ent_address_words_cut (word, &stem);
  double worth = 0.0;

  for (guint i = 0; i < name->n; i++)
    {
      const char *own = name->words[i].text;

      if (g_str_equal (own, word))
        return 1.0;
      if (g_strcmp0 (own, full) == 0 || g_strcmp0 (own, kind) == 0)
        worth = unfinished ? 0.8 : 1.0;
      /* "kerkstr" */
      if (cut != NULL && i + 1 < name->n && name->words[i].length == stem &&
          memcmp (own, word, stem) == 0 && g_str_has_prefix (name->words[i + 1].text, cut))
        worth = MAX (worth, 0.9);
    }
  for (guint i = 0; raw[i] != NULL; i++)
    {
      if (g_str_equal (raw[i], word))
        return 1.0;
      if (unfinished && g_str_has_prefix (raw[i], word))
        worth = MAX (worth, 0.9);
    }
  return worth;
}

/* Words found in the name of the street count more than those found in its town, and a name that
 * says no more than what was typed goes before longer ones. */
static double
name_worth (const Typed *self, const char *text)
{
  g_auto(GStrv) raw = ent_text_tokens (text);
  EntAddressName name;
  double sum = 0.0;

  ent_address_name_init (&name, text);
  for (guint i = 0; i < self->n; i++)
    {
      double weight = ent_address_words_is_article (self->words[i]) ? 0.1 : 1.0;

      sum += weight * word_worth (self->words[i], self->unfinished && i + 1 == self->n, &name, raw);
    }
  return sum - 0.05 * name.n;
}

static gboolean
begins_so (const Typed *self, const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  return self->n > 0 && g_str_has_prefix (folded, self->words[0]);
}

/* Also chooses the language. */
static void
judge (const Typed *self, EntAddressCandidate *candidate)
{
  double bonus = 0.0;

  candidate->likeness = -G_MAXDOUBLE;
  for (guint i = 0; i < G_N_ELEMENTS (candidate->names); i++)
    {
      double worth;

      if (candidate->names[i] == NULL)
        continue;
      worth = name_worth (self, candidate->names[i]);
      if (begins_so (self, candidate->names[i]))
        bonus = 0.1;
      if (worth > candidate->likeness)
        {
          candidate->likeness = worth;
          g_set_str (&candidate->name, candidate->names[i]);
        }
    }
  candidate->likeness += bonus;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const EntAddressCandidate *left = *(EntAddressCandidate *const *) a;
  const EntAddressCandidate *right = *(EntAddressCandidate *const *) b;

  if (left->likeness != right->likeness)
    return left->likeness > right->likeness ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
is_listed (GPtrArray *matches, const EntAddressMatch *match)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const EntAddressMatch *other = g_ptr_array_index (matches, i);

      if (g_strcmp0 (other->street, match->street) == 0 &&
          g_strcmp0 (other->postcode, match->postcode) == 0 &&
          g_strcmp0 (other->town, match->town) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_match (GPtrArray *matches, EntAddressMatch *match, guint limit)
{
  if (matches->len >= limit || is_listed (matches, match))
    ent_address_match_free (match);
  else
    g_ptr_array_add (matches, match);
}

/* Localities that begin as the text does. Whole: only those that are no longer than it. */
static void
add_localities (EntAddresses *self, const Typed *typed, gboolean whole, GPtrArray *matches)
{
  g_autofree char *begin = NULL;
  guint n = 0;

  if (typed->n == 0 || typed->number.number != 0)
    return;
  begin = g_strjoinv (" ", typed->words);
  for (guint i = 0; i < self->places->rows->len && n < LOCALITIES; i++)
    {
      const EntAddressPlaceRow *row = g_ptr_array_index (self->places->rows, i);
      const char *rest = g_str_has_prefix (row->keys, begin) ? row->keys + strlen (begin) : NULL;
      EntAddressMatch *match;

      if (rest == NULL || !row->has_point || (*rest == '\0' || *rest == '\n') != whole ||
          (typed->postcode != NULL && g_strcmp0 (row->postcode, typed->postcode) != 0))
        continue;
      match = g_new0 (EntAddressMatch, 1);
      match->precision = ENT_ADDRESS_PRECISION_LOCALITY;
      match->confidence = whole ? 1.0 : 0.5;
      match->point = ent_e7_to_point (row->point);
      match->origin = row->origin;
      match->postcode = g_strdup (row->postcode);
      match->town = g_strdup (row->name);
      add_match (matches, match, MOST);
      n++;
    }
}

/* Else the words are those of a town, and all of its streets were found by them. */
static gboolean
names_a_street (GPtrArray *candidates)
{
  const EntAddressCandidate *first = candidates->len > 0 ? g_ptr_array_index (candidates, 0) : NULL;

  return first != NULL && first->likeness > 0.5;
}

static gboolean
find_streets (EntAddressIndex *index, Typed *typed, GPtrArray *candidates, GError **error)
{
  const EntAddressWanted any = { .n = 0 };
  g_autofree char *expression = make_expression (typed);

  return expression == NULL ||
         ent_address_index_find_words (index, expression, &any, candidates, error);
}

static gboolean
add_streets (EntAddresses *self,
             EntAddressIndex *index,
             Typed *typed,
             GPtrArray *matches,
             GError **error)
{
  g_autoptr(GPtrArray) candidates = ent_address_candidates_new ();

  if (!find_streets (index, typed, candidates, error))
    return FALSE;
  if (candidates->len == 0 && drop_numbers (typed) &&
      !find_streets (index, typed, candidates, error))
    return FALSE;

  ent_addresses_join_twins (candidates);
  for (guint i = 0; i < candidates->len; i++)
    judge (typed, g_ptr_array_index (candidates, i));
  g_ptr_array_sort (candidates, compare_candidates);
  if (!names_a_street (candidates))
    add_localities (self, typed, FALSE, matches);
  for (guint i = 0; i < candidates->len && matches->len < MOST && i < MOST; i++)
    {
      EntAddressCandidate *candidate = g_ptr_array_index (candidates, i);
      EntAddressMatch *match = ent_addresses_match (self, index, candidate, &typed->number, error);

      if (match == NULL)
        return FALSE;
      match->confidence = CLAMP (candidate->likeness / MAX (typed->n, 1), 0.0, 1.0);
      add_match (matches, match, MOST);
    }
  return TRUE;
}

/* Nothing begins so: perhaps it is misspelt. */
static gboolean
add_misspelt (EntAddresses *self,
              EntAddressIndex *index,
              const char *text,
              GPtrArray *matches,
              GError **error)
{
  const EntAddressQuery query = { .text = text };
  g_auto(EntAddressAnswer) answer = { NULL };

  if (!ent_addresses_resolve_with (self, index, &query, &answer, error))
    return FALSE;
  for (guint i = 0; i < answer.matches->len; i++)
    {
      const EntAddressMatch *match = g_ptr_array_index (answer.matches, i);

      if (match->street != NULL)
        add_match (matches, ent_address_match_copy (match), MOST);
    }
  return TRUE;
}

static gboolean
fill (EntAddresses *self,
      EntAddressIndex *index,
      const char *text,
      GPtrArray *matches,
      GError **error)
{
  Typed typed;
  gboolean fine;

  typed_init (&typed, text);
  add_localities (self, &typed, TRUE, matches);
  fine = add_streets (self, index, &typed, matches, error);
  add_localities (self, &typed, FALSE, matches);
  if (fine && matches->len == 0 && strlen (text) >= SHORTEST_MISSPELT)
    fine = add_misspelt (self, index, text, matches, error);
  typed_clear (&typed);
  return fine;
}

GPtrArray *
ent_addresses_suggest (EntAddresses *self, const char *text, guint limit, GError **error)
{
  g_autoptr(GPtrArray)
                matches = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_address_match_free);
  EntAddressIndex *index;
  gboolean fine;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  index = ent_addresses_take_index (self, error);
  if (index == NULL)
    return NULL;
  fine = fill (self, index, text, matches, error);
  ent_addresses_put_index (self, index);
  if (!fine)
    return NULL;
  if (matches->len > limit)
    g_ptr_array_set_size (matches, (int) CLAMP (limit, 1, MOST));
  return g_steal_pointer (&matches);
}
