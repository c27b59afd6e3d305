/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds who may be the person being entered: gathers ids by indexes, then compares. Thread of the
 * connection. */

#include "ent-contact.h"
#include "ent-date.h"
#include "ent-national-number.h"
#include "ent-person-duplicates.h"
#include "ent-person.h"
#include "ent-search.h"
#include "ent-text.h"

#include <string.h>

/* How many persons are compared at most; about ten microseconds each. */
#define CANDIDATES_MAX 3000

#define POINTS_PHONE 30
#define POINTS_FORMER_NUMBER 95

typedef struct
{
  EntDb *db;
  const EntPersonClue *clue;
  GCancellable *cancellable;
  GHashTable *ids; /* gint64 → EntLikeness known already */
} Search;

static void
add_id (Search *self, gint64 id, EntLikeness reason)
{
  gpointer known;

  if (id == self->clue->exclude_id)
    return;
  known = g_hash_table_lookup (self->ids, &id);
  if (known == NULL && g_hash_table_size (self->ids) >= CANDIDATES_MAX)
    return;

  g_hash_table_replace (self->ids, g_memdup2 (&id, sizeof id),
                        GINT_TO_POINTER (GPOINTER_TO_INT (known) | (int) reason));
}

static gboolean
add_rows (Search *self, const char *sql, EntValue argument, EntLikeness reason, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (self->db, sql, &argument, 1, error);
  GError *local_error = NULL;

  if (rows == NULL)
    return FALSE;

  while (ent_rows_next (rows, &local_error))
    add_id (self, ent_rows_int (rows, 0), reason);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
gather_numbers (Search *self, GError **error)
{
  g_autofree char *number = ent_national_number_normalize (self->clue->national_number);
  g_autofree char *phone = NULL;

  if (number != NULL && (!add_rows (self, "SELECT id FROM person WHERE national_number = $1",
                                    ent_text (number), 0, error) ||
                         !add_rows (self, "SELECT person_id FROM person_number WHERE number = $1",
                                    ent_text (number), ENT_LIKENESS_FORMER_NUMBER, error)))
    return FALSE;

  if (self->clue->phone != NULL)
    phone = ent_phone_normalize (self->clue->phone, NULL, NULL);

  return phone == NULL ||
         add_rows (self, "SELECT person_id FROM contact_point WHERE value = $1 LIMIT 200",
                   ent_text (phone), ENT_LIKENESS_PHONE, error);
}

static gboolean
gather_births (Search *self, GError **error)
{
  gint32 birth = self->clue->birth_date;
  int year, month, day;
  gint32 exchanged;

  if (!ent_day_to_ymd (birth, &year, &month, &day))
    return TRUE;

  if (!add_rows (self, "SELECT id FROM person WHERE birth_date = $1 LIMIT 1000", ent_day (birth), 0,
                 error))
    return FALSE;

  exchanged = ent_day_from_ymd (year, day, month);
  return exchanged == ENT_DAY_NONE || exchanged == birth ||
         add_rows (self, "SELECT id FROM person WHERE birth_date = $1 LIMIT 1000",
                   ent_day (exchanged), 0, error);
}

/* At most @n letters of a word. */
static char *
beginning (const char *word, glong n)
{
  return g_utf8_strlen (word, -1) <= n ? g_strdup (word) : g_utf8_substring (word, 0, n);
}

static char *
longest_token (const char *text)
{
  g_auto (GStrv) tokens = ent_text_tokens (text);
  const char *longest = "";

  for (guint i = 0; tokens[i] != NULL; i++)
    if (strlen (tokens[i]) > strlen (longest))
      longest = tokens[i];

  return g_strdup (longest);
}

static gboolean
gather_words (Search *self, const char *first, const char *second, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s %s", first, second);
  g_autoptr (GArray) ids = NULL;

  if (g_hash_table_size (self->ids) >= CANDIDATES_MAX)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  ids = ent_search_ids (self->db, &ent_person_schema, text, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    add_id (self, g_array_index (ids, gint64, i), 0);

  return TRUE;
}

/* Those of the same last name whose first name begins with the same letter, or is not known. */
static gboolean
gather_namesakes (Search *self, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *last = ent_text_sort_key (self->clue->last_name);
  g_autofree char *first = ent_text_fold (self->clue->first_names);
  g_autofree char *letter = beginning (first, 1);
  g_autofree char *both = NULL;

  both = g_strdup_printf ("%s %s", self->clue->last_name, letter);
  key = ent_text_sort_key (both);

  return add_rows (self, "SELECT id FROM person WHERE sort_key = $1 LIMIT 200", ent_text (last), 0,
                   error) &&
         add_rows (self,
                   "SELECT id FROM person WHERE sort_key >= $1 "
                   "AND sort_key < $1 || '\xf4\x8f\xbf\xbf' LIMIT 500",
                   ent_text (key), 0, error);
}

/* From the narrowest words to the widest, so that the limit cuts off the least likely. The search
 * does not mind the order of words, which finds exchanged names too. */
static gboolean
gather_names (Search *self, GError **error)
{
  g_autofree char *last = longest_token (self->clue->last_name);
  g_autofree char *usual = longest_token (self->clue->usual_name);
  g_autofree char *first = longest_token (self->clue->first_names);
  g_autofree char *last_3 = beginning (last, 3);
  g_autofree char *first_3 = beginning (first, 3);
  g_autofree char *last_2 = beginning (last, 2);
  g_autofree char *first_2 = beginning (first, 2);

  /* One word alone is a name when it is not the beginning of half the register. */
  if (*last == '\0' || (*first == '\0' && strlen (last) < 3))
    return TRUE;

  if (!gather_words (self, last, first, error) ||
      (*usual != '\0' && !gather_words (self, usual, first, error)))
    return FALSE;
  if (*first == '\0')
    return TRUE;

  return gather_namesakes (self, error) && gather_words (self, last, first_2, error) &&
         gather_words (self, last_2, first, error) && gather_words (self, last_3, first_3, error);
}

static int
score_candidate (const EntPersonClue *clue, EntRows *rows, EntLikeness *reasons)
{
  EntPersonClue other = ENT_PERSON_CLUE_INIT;
  int score;

  other.last_name = ent_rows_text (rows, 0);
  other.first_names = ent_rows_text (rows, 1);
  other.usual_name = ent_rows_text (rows, 2);
  other.birth_date = ent_day_parse_iso (ent_rows_text (rows, 3));
  other.national_number = ent_rows_text (rows, 4);

  score = ent_person_compare_clues (clue, &other, reasons);
  if (*reasons & ENT_LIKENESS_PHONE)
    score += POINTS_PHONE;
  if (*reasons & ENT_LIKENESS_FORMER_NUMBER)
    score = MAX (score, POINTS_FORMER_NUMBER);

  return score;
}

static gboolean
compare_one (Search *self, gint64 id, EntLikeness reasons, GPtrArray *found, GError **error)
{
  g_autoptr (EntRows) rows = NULL;
  EntPersonCandidate *candidate;
  const char *last, *first;
  int score;

  rows = ent_db_query (self->db,
                       "SELECT last_name, first_names, usual_name, birth_date, national_number "
                       "FROM person WHERE id = $1",
                       ENT_ARGS (ent_int (id)), error);
  if (rows == NULL)
    return FALSE;
  if (!ent_rows_next (rows, NULL))
    return TRUE;

  score = score_candidate (self->clue, rows, &reasons);
  if (score < ENT_DUPLICATE_THRESHOLD)
    return TRUE;

  last = ent_rows_text (rows, 0);
  first = ent_rows_text (rows, 1);
  candidate = g_new0 (EntPersonCandidate, 1);
  candidate->id = id;
  candidate->score = score;
  candidate->reasons = reasons;
  candidate->name = first != NULL ? g_strdup_printf ("%s %s", last, first) : g_strdup (last);
  candidate->birth_date = ent_day_parse_iso (ent_rows_text (rows, 3));
  g_ptr_array_add (found, candidate);

  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const EntPersonCandidate *first = *(const EntPersonCandidate *const *) a;
  const EntPersonCandidate *second = *(const EntPersonCandidate *const *) b;

  if (first->score != second->score)
    return second->score - first->score;

  return first->id < second->id ? -1 : first->id > second->id;
}

GPtrArray *
ent_person_find_duplicates (EntDb *db,
                            const EntPersonClue *clue,
                            guint limit,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray)
                found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_person_candidate_free);
  Search search = { db, clue, cancellable, ids };
  GHashTableIter iter;
  gpointer id, reasons;

  if (!gather_numbers (&search, error) || !gather_births (&search, error) ||
      !gather_names (&search, error))
    return NULL;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, &reasons))
    if (!compare_one (&search, *(gint64 *) id, GPOINTER_TO_INT (reasons), found, error))
      return NULL;

  g_ptr_array_sort (found, compare_candidates);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);

  return g_steal_pointer (&found);
}
