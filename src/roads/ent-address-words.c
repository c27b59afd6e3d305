/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that recur in Belgian street names. Any thread. */
#include "ent-address-words.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Pair;

/* All tables are in the order of their bytes, for searching by halves. Straat and Straße share
 * their abbreviation and so their full form, "str"; "ch" is either chaussée or chemin and stays. */

/* clang-format off */
static const Pair kind_pairs[] = {
  { "al", "allee" }, { "all", "allee" }, { "av", "avenue" }, { "ave", "avenue" },
  { "aven", "avenue" }, { "bd", "boulevard" }, { "bld", "boulevard" }, { "blvd", "boulevard" },
  { "boul", "boulevard" }, { "bould", "boulevard" }, { "bvd", "boulevard" },
  { "bvld", "boulevard" }, { "chauss", "chaussee" }, { "chee", "chaussee" }, { "chem", "chemin" },
  { "chn", "chemin" }, { "chss", "chaussee" }, { "chssee", "chaussee" }, { "clo", "clos" },
  { "dom", "domaine" }, { "espl", "esplanade" }, { "fbg", "faubourg" }, { "fg", "faubourg" },
  { "imp", "impasse" }, { "ln", "laan" }, { "lot", "lotissement" }, { "pass", "passage" },
  { "pl", "place" }, { "pln", "plein" }, { "pnt", "pont" }, { "prom", "promenade" },
  { "r", "rue" }, { "res", "residence" }, { "rle", "ruelle" }, { "rte", "route" },
  { "sent", "sentier" }, { "sq", "square" }, { "squ", "square" }, { "steenw", "steenweg" },
  { "stw", "steenweg" }, { "stwg", "steenweg" }, { "ven", "venelle" },
};

static const char *const kinds[] = {
  "allee", "avenue", "baan", "boulevard", "ch", "chaussee", "chemin", "cite", "clos", "cour",
  "domaine", "dreef", "dreve", "esplanade", "faubourg", "galerie", "gasse", "hof", "impasse",
  "kaai", "laan", "lotissement", "montagne", "pad", "parc", "passage", "place", "platz", "plein",
  "pont", "promenade", "quai", "residence", "route", "rue", "ruelle", "sentier", "square",
  "steenweg", "str", "straat", "strasse", "thier", "tienne", "venelle", "voie", "weg",
};

static const Pair pairs[] = {
  { "1e", "1" }, { "1er", "1" }, { "1ere", "1" }, { "1re", "1" }, { "1ste", "1" },
  { "bgm", "bourgmestre" }, { "bgmr", "bourgmestre" }, { "bourgm", "bourgmestre" },
  { "bourgmest", "bourgmestre" }, { "burg", "burgemeester" }, { "burgem", "burgemeester" },
  { "cap", "capitaine" }, { "capt", "capitaine" }, { "card", "cardinal" },
  { "cdt", "commandant" }, { "cinq", "5" }, { "col", "colonel" }, { "cpt", "capitaine" },
  { "deux", "2" }, { "doctor", "docteur" }, { "doktor", "docteur" }, { "dr", "docteur" },
  { "gal", "general" }, { "gd", "grand" }, { "gde", "grande" }, { "gen", "general" },
  { "generaal", "general" }, { "gl", "general" }, { "gnl", "general" }, { "gouv", "gouverneur" },
  { "gr", "grand" }, { "huit", "8" }, { "ier", "1" }, { "ing", "ingenieur" }, { "jos", "joseph" },
  { "lieut", "lieutenant" }, { "lt", "lieutenant" }, { "mal", "marechal" }, { "mar", "marechal" },
  { "mgr", "monseigneur" }, { "min", "ministre" }, { "onze", "11" }, { "past", "pastoor" },
  { "premier", "1" }, { "premiere", "1" }, { "pres", "president" }, { "prof", "professeur" },
  { "professor", "professeur" }, { "quatre", "4" }, { "sankt", "saint" }, { "sint", "saint" },
  { "st", "saint" }, { "ste", "sainte" }, { "trois", "3" }, { "vingt", "20" },
};

static const char *const articles[] = {
  "a", "aan", "am", "an", "au", "aux", "d", "das", "de", "dem", "den", "der", "des", "die", "du",
  "en", "et", "het", "im", "in", "l", "la", "le", "les", "op", "s", "sur", "t", "te", "ten",
  "ter", "van", "vom", "von", "zu", "zum", "zur",
};

/* In the order in which they are tried: "pln" also ends in "ln". */
static const Pair endings[] = {
  { "steenweg", "steenweg" }, { "strasse", "strasse" }, { "straat", "straat" },
  { "dreef", "dreef" }, { "gasse", "gasse" }, { "platz", "platz" }, { "plein", "plein" },
  { "baan", "baan" }, { "kaai", "kaai" }, { "laan", "laan" }, { "stwg", "steenweg" },
  { "pln", "plein" }, { "str", "str" }, { "weg", "weg" }, { "ln", "laan" },
};
/* clang-format on */

static int
compare_pair (const void *key, const void *element)
{
  return strcmp (key, ((const Pair *) element)->from);
}

static int
compare_word (const void *key, const void *element)
{
  return strcmp (key, *(const char *const *) element);
}

static const char *
find_pair (const Pair *table, gsize n, const char *word)
{
  const Pair *pair = bsearch (word, table, n, sizeof *table, compare_pair);

  return pair != NULL ? pair->to : NULL;
}

/* Roman numerals of two letters and more, up to 39: single letters are initials, and the higher
 * ones (mi, di, li) are words as well. */
static const char *
expand_roman (const char *word)
{
  static const char *const tens[] = { "", "x", "xx", "xxx" };
  static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
  static const char digits[40][3] = { "",   "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",
                                      "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
                                      "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
                                      "30", "31", "32", "33", "34", "35", "36", "37", "38", "39" };

  if (word[0] == '\0' || word[1] == '\0' || word[strspn (word, "ivx")] != '\0')
    return NULL;

  for (guint ten = G_N_ELEMENTS (tens); ten-- > 0;)
    {
      const char *rest = word + strlen (tens[ten]);

      if (!g_str_has_prefix (word, tens[ten]))
        continue;
      for (guint one = 0; one < G_N_ELEMENTS (ones); one++)
        {
          if (g_str_equal (rest, ones[one]))
            return digits[ten * 10 + one];
        }
      return NULL;
    }
  return NULL;
}

const char *
ent_address_words_expand_kind (const char *word)
{
  return find_pair (kind_pairs, G_N_ELEMENTS (kind_pairs), word);
}

const char *
ent_address_words_expand (const char *word)
{
  const char *full = find_pair (pairs, G_N_ELEMENTS (pairs), word);

  return full != NULL ? full : expand_roman (word);
}

const char *
ent_address_words_cut (const char *word, gsize *stem)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i].from);

      if (length >= ending + 3 && memcmp (word + length - ending, endings[i].from, ending) == 0)
        {
          *stem = length - ending;
          return endings[i].to;
        }
    }
  return NULL;
}

gboolean
ent_address_words_is_kind (const char *word)
{
  return bsearch (word, kinds, G_N_ELEMENTS (kinds), sizeof *kinds, compare_word) != NULL;
}

gboolean
ent_address_words_is_article (const char *word)
{
  return bsearch (word, articles, G_N_ELEMENTS (articles), sizeof *articles, compare_word) != NULL;
}
