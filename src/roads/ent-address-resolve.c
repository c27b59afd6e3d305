/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding one address: candidates, their order, the house, and whether a person must choose. Any
 * thread. */
#include "ent-addresses-private.h"

#include <string.h>

/* A name this much alike is not looked for elsewhere. */
#define GOOD 0.9

/* The first must lead the second by this much to be taken without asking. */
#define CLEAR 0.04

/* What else is known speaks for or against a street, a little. */
#define SAME_POSTCODE 0.03
#define NEAR_POSTCODE -0.03
#define OTHER_POSTCODE -0.06
#define SAME_TOWN 0.02
#define OTHER_TOWN -0.02
#define SAME_HINT 0.02
#define NAMED_HINT 0.05
#define HOUSE_KNOWN 0.01

/* How much a street with the hint in its name must be like what was asked. */
#define NAMED_FLOOR 0.85

/* A hint names a place that lies no farther from the street than this. */
#define HINT_METRES 3000.0

typedef struct
{
  EntAddresses *addresses;
  EntAddressIndex *index;
  EntAddressParts parts;
  EntAddressWanted wanted;
  EntAddressName hinted; /* the street with the hint behind it */
  GPtrArray *towns; /* borrowed rows that go by the town's name */
  GPtrArray *hints; /* the same for the hint */
  gboolean town_known; /* exactly */
  gboolean hint_known;
  gboolean cut; /* there are more candidates than were looked at */
  GPtrArray *candidates;
} Search;

typedef struct
{
  const EntAddressCandidate *candidate;
  EntAddressMatch *match;
  gboolean place_agrees;
  double total;
} Ranked;

static void
search_clear (Search *self)
{
  ent_address_parts_clear (&self->parts);
  g_ptr_array_unref (self->towns);
  g_ptr_array_unref (self->hints);
  g_ptr_array_unref (self->candidates);
}

static double
best_likeness (const Search *self)
{
  double best = 0.0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const EntAddressCandidate *candidate = g_ptr_array_index (self->candidates, i);

      best = MAX (best, candidate->likeness);
    }
  return best;
}

static gboolean
find_postcodes (Search *self, GError **error)
{
  const char *given = self->parts.postcode;

  if (given != NULL &&
      !ent_address_index_find_postcode (self->index, given, &self->wanted, self->candidates, error))
    return FALSE;
  for (guint i = 0; i < self->towns->len; i++)
    {
      const EntAddressPlaceRow *row = g_ptr_array_index (self->towns, i);

      if (row->postcode == NULL || g_strcmp0 (row->postcode, given) == 0)
        continue;
      if (!ent_address_index_find_postcode (self->index, row->postcode, &self->wanted,
                                            self->candidates, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_words (Search *self, gboolean with_kinds, GError **error)
{
  g_autofree char *expression = ent_address_wanted_expression (&self->wanted, with_kinds);

  return expression == NULL || ent_address_index_find_words (self->index, expression, &self->wanted,
                                                             self->candidates, error);
}

/* Everywhere: by all words, by those that count, by groups of letters. */
static gboolean
find_anywhere (Search *self, GError **error)
{
  if (!find_words (self, TRUE, error))
    return FALSE;
  self->cut = ent_address_index_was_cut (self->index);
  if (best_likeness (self) < GOOD && !find_words (self, FALSE, error))
    return FALSE;
  return best_likeness (self) >= GOOD ||
         ent_address_index_find_alike (self->index, &self->wanted, self->candidates, error);
}

static gboolean
find_candidates (Search *self, GError **error)
{
  if (self->wanted.n == 0)
    return TRUE;
  if (!find_postcodes (self, error))
    return FALSE;
  if (best_likeness (self) < GOOD && !find_anywhere (self, error))
    return FALSE;
  ent_addresses_join_twins (self->candidates);
  return TRUE;
}

/* Whether the street lies in one of these places: by its own locality, by postcode, or, where the
 * place has neither streets nor postcode, by being near it. */
static gboolean
lies_in (const Search *self, const EntAddressCandidate *candidate, const GPtrArray *rows)
{
  const EntAddressPlaceRow *own = ent_address_places_get (self->addresses->places,
                                                          candidate->place);

  for (guint i = 0; i < rows->len; i++)
    {
      const EntAddressPlaceRow *row = g_ptr_array_index (rows, i);

      if (row == own)
        return TRUE;
      if (row->post && own != NULL && row->postcode != NULL &&
          g_strcmp0 (row->postcode, candidate->postcode) == 0)
        return TRUE;
      if (!row->post && row->has_point &&
          ent_geo_distance (ent_e7_to_point (row->point), ent_e7_to_point (candidate->point)) <
              HINT_METRES)
        return TRUE;
    }
  return FALSE;
}

static double
judge_postcode (const Search *self, const EntAddressCandidate *candidate)
{
  const char *given = self->parts.postcode;

  if (given == NULL)
    return 0.0;
  if (candidate->postcode == NULL)
    return NEAR_POSTCODE;
  if (g_str_equal (candidate->postcode, given))
    return SAME_POSTCODE;
  return strncmp (candidate->postcode, given, 2) == 0 ? NEAR_POSTCODE : OTHER_POSTCODE;
}

/* What is given of postcode and town must all go with the street. */
static gboolean
place_agrees (const Search *self, const EntAddressCandidate *candidate)
{
  gboolean in_town = lies_in (self, candidate, self->towns);

  if (self->parts.postcode != NULL && candidate->postcode != NULL &&
      !g_str_equal (self->parts.postcode, candidate->postcode))
    return FALSE;
  if (self->parts.postcode != NULL && candidate->postcode == NULL && !in_town)
    return FALSE;
  /* A town that nobody knows, a hamlet or a misspelling, does not speak against the postcode. */
  if (self->parts.town != NULL && self->town_known)
    return in_town;
  return self->parts.town == NULL || self->parts.postcode != NULL;
}

static void
free_ranked (gpointer data)
{
  Ranked *ranked = data;

  if (ranked->match != NULL)
    ent_address_match_free (ranked->match);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->total != right->total)
    return left->total > right->total ? -1 : 1;
  return (left->candidate->id > right->candidate->id) -
         (left->candidate->id < right->candidate->id);
}

/* "Rue Haute (Prayon)", in the register itself. */
static gboolean
is_named_so (const Search *self, const EntAddressCandidate *candidate)
{
  for (const char *line = candidate->keys; line != NULL && self->hinted.n > 0;)
    {
      EntAddressName own;

      line = ent_address_name_init_key (&own, line);
      if (ent_address_name_score (&own, &self->hinted) >= NAMED_FLOOR)
        return TRUE;
    }
  return FALSE;
}

static double
total_of (const Search *self, const EntAddressCandidate *candidate)
{
  double total = candidate->likeness + judge_postcode (self, candidate);

  if (self->towns->len > 0)
    total += lies_in (self, candidate, self->towns) ? SAME_TOWN : OTHER_TOWN;
  if (self->hints->len > 0 && lies_in (self, candidate, self->hints))
    total += SAME_HINT;
  if (is_named_so (self, candidate))
    total += NAMED_HINT;
  return total;
}

/* The candidates in order, the houses of the first ones looked up; NULL on error. */
static GArray *
rank (Search *self, GError **error)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  g_array_set_clear_func (ranked, free_ranked);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const EntAddressCandidate *candidate = g_ptr_array_index (self->candidates, i);
      Ranked one = { candidate, NULL, place_agrees (self, candidate), total_of (self, candidate) };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);

  for (guint i = 0; i < ranked->len && i < 2 * ENT_ADDRESS_CHOICES; i++)
    {
      Ranked *one = &g_array_index (ranked, Ranked, i);

      one->match = ent_addresses_match (self->addresses, self->index, one->candidate,
                                        &self->parts.number, error);
      if (one->match == NULL)
        return NULL;
      one->total += HOUSE_KNOWN *
                    (one->match->precision > ENT_ADDRESS_PRECISION_STREET ? 1.0 : 0.0);
    }
  g_array_sort (ranked, compare_ranked);
  return g_steal_pointer (&ranked);
}

static EntAddressDoubt
find_doubt (const Search *self, const GArray *ranked)
{
  const Ranked *best = &g_array_index (ranked, Ranked, 0);

  if (!best->candidate->equal)
    return ENT_ADDRESS_DOUBT_NAME;
  if (!best->place_agrees)
    return ENT_ADDRESS_DOUBT_PLACE;
  if (self->cut)
    return ENT_ADDRESS_DOUBT_SEVERAL;
  for (guint i = 1; i < ranked->len; i++)
    {
      const Ranked *other = &g_array_index (ranked, Ranked, i);

      if (best->total - other->total < CLEAR)
        return ENT_ADDRESS_DOUBT_SEVERAL;
    }
  if (self->parts.number.number == 0)
    return ENT_ADDRESS_DOUBT_NO_NUMBER;
  if (best->match->precision == ENT_ADDRESS_PRECISION_STREET)
    return ENT_ADDRESS_DOUBT_NUMBER;
  return ENT_ADDRESS_DOUBT_NONE;
}

static double
confidence_of (const Search *self, const Ranked *ranked)
{
  double confidence = ranked->candidate->likeness +
                      MIN (judge_postcode (self, ranked->candidate), 0.0);

  if (!ranked->place_agrees)
    confidence -= 0.05;
  if (ranked->match->precision == ENT_ADDRESS_PRECISION_STREET)
    confidence -= 0.1;
  else if (ranked->match->precision < ENT_ADDRESS_PRECISION_ADDRESS)
    confidence -= 0.05;
  return CLAMP (confidence, 0.0, 1.0);
}

static gboolean
is_listed (const EntAddressAnswer *answer, const EntAddressPlaceRow *row)
{
  for (guint i = 0; i < answer->matches->len; i++)
    {
      const EntAddressMatch *match = g_ptr_array_index (answer->matches, i);

      if (g_strcmp0 (match->town, row->name) == 0 &&
          g_strcmp0 (match->postcode, row->postcode) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_place (EntAddressAnswer *answer, const EntAddressPlaceRow *row, double confidence)
{
  EntAddressMatch *match;

  if (!row->has_point || answer->matches->len >= ENT_ADDRESS_CHOICES || is_listed (answer, row))
    return;
  match = g_new0 (EntAddressMatch, 1);
  match->precision = ENT_ADDRESS_PRECISION_LOCALITY;
  match->confidence = confidence;
  match->point = ent_e7_to_point (row->point);
  match->origin = row->origin;
  match->postcode = g_strdup (row->postcode);
  match->town = g_strdup (row->name);
  g_ptr_array_add (answer->matches, match);
}

/* Where no street answers: what goes by the town's name, then what has the postcode; what was taken
 * for a street may be a town. */
static void
add_localities (Search *self, EntAddressAnswer *answer)
{
  GPtrArray *rows = self->addresses->places->rows;
  g_autoptr(GPtrArray) named = NULL;
  gboolean exact = FALSE;

  for (guint i = 0; i < self->towns->len; i++)
    {
      const EntAddressPlaceRow *row = g_ptr_array_index (self->towns, i);

      if (self->parts.postcode == NULL || g_strcmp0 (row->postcode, self->parts.postcode) == 0)
        add_place (answer, row, self->town_known ? 0.5 : 0.4);
    }
  for (guint i = 0; self->parts.postcode != NULL && i < rows->len; i++)
    {
      const EntAddressPlaceRow *row = g_ptr_array_index (rows, i);

      if (row->post && g_strcmp0 (row->postcode, self->parts.postcode) == 0)
        add_place (answer, row, 0.4);
    }
  for (guint i = 0; i < self->towns->len; i++)
    add_place (answer, g_ptr_array_index (self->towns, i), 0.3);
  if (answer->matches->len > 0 || self->parts.street == NULL)
    return;

  named = ent_address_places_find (self->addresses->places, self->parts.street, &exact);
  for (guint i = 0; exact && i < named->len; i++)
    add_place (answer, g_ptr_array_index (named, i), 0.3);
}

static gboolean
answer_search (Search *self, EntAddressAnswer *answer, GError **error)
{
  g_autoptr(GArray) ranked = NULL;

  if (!find_candidates (self, error))
    return FALSE;
  ranked = rank (self, error);
  if (ranked == NULL)
    return FALSE;

  for (guint i = 0; i < ranked->len && i < ENT_ADDRESS_CHOICES; i++)
    {
      Ranked *one = &g_array_index (ranked, Ranked, i);

      one->match->confidence = confidence_of (self, one);
      g_ptr_array_add (answer->matches, ent_address_match_copy (one->match));
    }
  if (ranked->len > 0)
    {
      answer->doubt = find_doubt (self, ranked);
      return TRUE;
    }
  add_localities (self, answer);
  answer->doubt = answer->matches->len > 0 ? ENT_ADDRESS_DOUBT_NO_STREET
                                           : ENT_ADDRESS_DOUBT_NOT_FOUND;
  return TRUE;
}

static void
init_hinted (Search *self)
{
  const char *hint = self->parts.hint;
  g_autofree char *both = hint != NULL ? g_strjoin (" ", self->parts.street, hint, NULL) : NULL;

  ent_address_name_init (&self->hinted, self->parts.street != NULL ? both : NULL);
}

gboolean
ent_addresses_resolve_with (EntAddresses *self,
                            EntAddressIndex *index,
                            const EntAddressQuery *query,
                            EntAddressAnswer *answer,
                            GError **error)
{
  Search search = { .addresses = self, .index = index };
  gboolean fine;

  answer->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_address_match_free);
  answer->doubt = ENT_ADDRESS_DOUBT_NOT_FOUND;
  ent_address_parse (query, &search.parts);
  ent_address_wanted_init (&search.wanted, search.parts.street);
  init_hinted (&search);
  search.towns = ent_address_places_find (self->places, search.parts.town, &search.town_known);
  search.hints = ent_address_places_find (self->places, search.parts.hint, &search.hint_known);
  search.candidates = ent_address_candidates_new ();
  fine = answer_search (&search, answer, error);
  search_clear (&search);
  if (!fine)
    ent_address_answer_clear (answer);
  return fine;
}

gboolean
ent_addresses_resolve (EntAddresses *self,
                       const EntAddressQuery *query,
                       EntAddressAnswer *answer,
                       GError **error)
{
  EntAddressIndex *index;
  gboolean fine;

  g_return_val_if_fail (self != NULL && query != NULL && answer != NULL, FALSE);

  index = ent_addresses_take_index (self, error);
  if (index == NULL)
    return FALSE;
  fine = ent_addresses_resolve_with (self, index, query, answer, error);
  ent_addresses_put_index (self, index);
  return fine;
}
