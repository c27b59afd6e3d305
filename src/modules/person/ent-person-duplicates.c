/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How alike two descriptions of a person are. Pure, any thread. */

#include "ent-person-duplicates.h"

#include "ent-date.h"
#include "ent-national-number.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  NAME_DIFFERS,
  NAME_UNKNOWN,
  NAME_SIMILAR,
  NAME_EQUAL
} NameMatch;

/* Points; what is certain is worth the threshold alone, the rest needs company. */
enum
{
  POINTS_NUMBER = 100,
  POINTS_OTHER_NUMBER = -20,
  POINTS_SAME_NAME = 60,
  POINTS_INVERTED_NAME = 55,
  POINTS_SIMILAR_NAME = 45,
  POINTS_HALF_NAME = 30,
  POINTS_BIRTH = 40,
  POINTS_SIMILAR_BIRTH = 15,
  POINTS_OTHER_BIRTH = -35
};

void
ent_person_candidate_free (EntPersonCandidate *self)
{
  g_free (self->name);
  g_free (self);
}

/* Two letters may differ in a long word, fewer in a short one: Ali is not Eli's typing error. */
static guint
tolerance (const char *a, const char *b)
{
  gsize length = MIN (strlen (a), strlen (b));

  if (length <= 3)
    return 0;

  return length <= 5 ? 1 : 2;
}

static gboolean
has_token (char **tokens, const char *word)
{
  return g_strv_contains ((const char *const *) tokens, word);
}

/* Names of several words: "Marie Anne" is "Marie", "Dupont-Martin" is "Dupont". */
static NameMatch
match_words (const char *a, const char *b)
{
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;
  guint limit;

  if (a == NULL || b == NULL || *a == '\0' || *b == '\0')
    return NAME_UNKNOWN;
  if (g_str_equal (a, b))
    return NAME_EQUAL;

  limit = tolerance (a, b);
  if (limit > 0 && ent_text_distance (a, b, limit) <= limit)
    return NAME_SIMILAR;

  left = g_strsplit (a, " ", -1);
  right = g_strsplit (b, " ", -1);
  limit = tolerance (left[0], right[0]);
  if (g_str_equal (left[0], right[0]) || (strlen (a) > 3 && has_token (right, a)) ||
      (strlen (b) > 3 && has_token (left, b)) ||
      (limit > 0 && ent_text_distance (left[0], right[0], limit) <= limit))
    return NAME_SIMILAR;

  return NAME_DIFFERS;
}

/* First names count as the same when the first of them is. */
static NameMatch
match_first (const char *a, const char *b)
{
  NameMatch match = match_words (a, b);
  gsize first_a, first_b;

  if (match != NAME_SIMILAR)
    return match;

  first_a = strcspn (a, " ");
  first_b = strcspn (b, " ");

  return first_a == first_b && strncmp (a, b, first_a) == 0 ? NAME_EQUAL : NAME_SIMILAR;
}

static NameMatch
match_last (const char *last, const char *other, const char *usual)
{
  NameMatch match = match_words (last, other);
  NameMatch with_usual = match_words (last, usual);

  return MAX (match, with_usual == NAME_UNKNOWN ? NAME_DIFFERS : with_usual);
}

/* Whether every word of a name, two or more, stands in the other, whichever field it was typed in.
 */
static gboolean
all_words_in (const char *last, const char *first, const char *other_last, const char *other_first)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", last, first);
  g_autofree char *other = g_strdup_printf ("%s %s", other_last, other_first);
  g_auto (GStrv) words = ent_text_tokens (whole);
  g_auto (GStrv) others = ent_text_tokens (other);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_token (others, words[i]))
      return FALSE;

  return g_strv_length (words) >= 2;
}

static int
compare_names (const EntPersonClue *a, const EntPersonClue *b, EntLikeness *reasons)
{
  g_autofree char *last_a = ent_text_fold (a->last_name);
  g_autofree char *first_a = ent_text_fold (a->first_names);
  g_autofree char *usual_a = ent_text_fold (a->usual_name);
  g_autofree char *last_b = ent_text_fold (b->last_name);
  g_autofree char *first_b = ent_text_fold (b->first_names);
  g_autofree char *usual_b = ent_text_fold (b->usual_name);
  NameMatch last = MAX (match_last (last_a, last_b, usual_b), match_last (last_b, last_a, usual_a));
  NameMatch first = match_first (first_a, first_b);

  if (last == NAME_EQUAL && first == NAME_EQUAL)
    {
      *reasons |= ENT_LIKENESS_SAME_NAME;
      return POINTS_SAME_NAME;
    }
  if (match_first (last_a, first_b) == NAME_EQUAL && match_first (first_a, last_b) == NAME_EQUAL)
    {
      *reasons |= ENT_LIKENESS_INVERTED_NAME;
      return POINTS_INVERTED_NAME;
    }
  if ((last >= NAME_SIMILAR && first >= NAME_SIMILAR) ||
      (match_words (last_a, first_b) >= NAME_SIMILAR &&
       match_words (first_a, last_b) >= NAME_SIMILAR))
    {
      *reasons |= ENT_LIKENESS_SIMILAR_NAME;
      return POINTS_SIMILAR_NAME;
    }
  if (first == NAME_UNKNOWN && (all_words_in (last_a, first_a, last_b, first_b) ||
                                all_words_in (last_b, first_b, last_a, first_a)))
    {
      *reasons |= ENT_LIKENESS_SIMILAR_NAME;
      return POINTS_SIMILAR_NAME;
    }
  if (last >= NAME_SIMILAR && first == NAME_UNKNOWN)
    {
      *reasons |= last == NAME_EQUAL ? ENT_LIKENESS_SAME_NAME : ENT_LIKENESS_SIMILAR_NAME;
      return last == NAME_EQUAL ? POINTS_SIMILAR_NAME : POINTS_HALF_NAME;
    }

  return 0;
}

static int
compare_births (gint32 a, gint32 b, EntLikeness *reasons)
{
  int year_a, month_a, day_a, year_b, month_b, day_b;
  int n_equal;

  if (!ent_day_to_ymd (a, &year_a, &month_a, &day_a) ||
      !ent_day_to_ymd (b, &year_b, &month_b, &day_b))
    return 0;

  n_equal = (year_a == year_b) + (month_a == month_b) + (day_a == day_b);
  if (n_equal == 3)
    {
      *reasons |= ENT_LIKENESS_BIRTH;
      return POINTS_BIRTH;
    }
  if ((year_a == year_b && month_a == day_b && day_a == month_b) || n_equal == 2)
    {
      *reasons |= ENT_LIKENESS_SIMILAR_BIRTH;
      return POINTS_SIMILAR_BIRTH;
    }

  return POINTS_OTHER_BIRTH;
}

static int
compare_numbers (const char *a, const char *b, EntLikeness *reasons)
{
  g_autofree char *left = ent_national_number_normalize (a);
  g_autofree char *right = ent_national_number_normalize (b);

  if (left == NULL || right == NULL)
    return 0;
  if (!g_str_equal (left, right))
    return POINTS_OTHER_NUMBER;

  *reasons |= ENT_LIKENESS_NUMBER;
  return POINTS_NUMBER;
}

int
ent_person_compare_clues (const EntPersonClue *a, const EntPersonClue *b, EntLikeness *reasons)
{
  int number = compare_numbers (a->national_number, b->national_number, reasons);
  int others = compare_names (a, b, reasons);

  others += compare_births (a->birth_date, b->birth_date, reasons);

  /* The number decides alone: names and dates are what gets misspelt. */
  return number == POINTS_NUMBER ? number : others + number;
}

char *
ent_likeness_to_text (EntLikeness reasons)
{
  /* clang-format off */
  static const char *const labels[] = {
    N_("same register number"),
    N_("a register number it had before"),
    N_("same name"),
    N_("first and last name exchanged"),
    N_("similar name"),
    N_("same date of birth"),
    N_("similar date of birth"),
    N_("same phone"),
  };
  /* clang-format on */
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (reasons & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ (labels[i]));

  return g_string_free (text, FALSE);
}
