/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the addresses of a region. One thread at a time. */
#include "ent-address-index.h"

#include <glib/gi18n-lib.h>
#include <sqlcipher/sqlite3.h>
#include <string.h>

#include "ent-region-private.h"
#include "ent-roads-error.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Streets less alike than this are not worth showing. */
#define FLOOR 0.5

/* How many streets that share letters are looked at more closely. */
#define ALIKE 80
#define HOMONYMS 120

/* So many groups of letters are counted for one name: where they are all common, the first ones
 * must do, and the answer comes while one types. */
#define MOST_READ 60000

/* More than all of Europe has: a foreign file may tell anything. */
#define MAX_STREETS 20000000

#define COLUMNS "id, origin, place, postcode, name, name_fr, name_nl, name_de, keys, lat, lon"

typedef enum
{
  QUESTION_POSTCODE,
  QUESTION_WORDS,
  QUESTION_TRIGRAM,
  QUESTION_STREET,
  QUESTION_HOUSES,
  QUESTION_BOX,
  N_QUESTIONS
} Question;

static const char *const questions[N_QUESTIONS] = {
  "SELECT " COLUMNS " FROM street WHERE postcode = $1 ORDER BY id",
  "SELECT " COLUMNS " FROM street WHERE id IN"
  " (SELECT rowid FROM street_fts WHERE street_fts MATCH $1 LIMIT $2) ORDER BY id",
  "SELECT rowid FROM street_tri WHERE street_tri MATCH $1",
  "SELECT " COLUMNS " FROM street WHERE id = $1",
  "SELECT number, suffix, last, lat, lon FROM house WHERE street = $1",
  "SELECT " COLUMNS " FROM street WHERE id IN"
  " (SELECT id FROM street_box WHERE south <= $1 AND north >= $2 AND west <= $3 AND east >= $4)",
};

struct _EntAddressIndex
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_QUESTIONS];
  gint64 n_streets;
  guint8 *shared; /* by street: groups of letters in common */
  guint n_rows; /* of the last question */
  guint n_read; /* groups of letters counted for this name */
};

void
ent_address_wanted_init (EntAddressWanted *self, const char *street)
{
  const char *half = street != NULL ? strstr (street, " - ") : NULL;

  self->n = 0;
  ent_address_name_init (&self->forms[self->n], street);
  self->n += self->forms[0].n > 0;
  if (half != NULL && self->n > 0)
    {
      g_autofree char *first = g_strndup (street, (gsize) (half - street));

      ent_address_name_init (&self->forms[1], first);
      ent_address_name_init (&self->forms[2], half + 3);
      self->n = 3;
    }
}

static void
free_candidate (gpointer data)
{
  EntAddressCandidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate->postcode);
  g_free (candidate->keys);
  for (guint i = 0; i < G_N_ELEMENTS (candidate->names); i++)
    g_free (candidate->names[i]);
  g_free (candidate);
}

GPtrArray *
ent_address_candidates_new (void)
{
  return g_ptr_array_new_with_free_func (free_candidate);
}

static gboolean
is_fact (sqlite3 *db, EntRegion *region, const char *key)
{
  g_autoptr(sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT value FROM meta WHERE key = $1", -1, &statement, NULL) !=
      SQLITE_OK)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_ROW &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 0),
                    ent_region_get_fact (region, key)) == 0;
}

/* A region that was made anew has the old one's path, and other streets under the same numbers. */
static gboolean
check_same (sqlite3 *db, EntRegion *region, GError **error)
{
  static const char *const keys[] = { "made-time", "n-streets", "n-houses", "n-places" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (is_fact (db, region, keys[i]))
        continue;
      g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_MISSING,
                           _ ("The region was made anew meanwhile. Open it again."));
      return FALSE;
    }
  return TRUE;
}

EntAddressIndex *
ent_address_index_new (EntRegion *region, GError **error)
{
  g_autoptr(EntAddressIndex) self = g_new0 (EntAddressIndex, 1);

  self->db = ent_region_connect (region, error);
  if (self->db == NULL || !check_same (self->db, region, error))
    return NULL;
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      if (sqlite3_prepare_v3 (self->db, questions[i], -1, SQLITE_PREPARE_PERSISTENT,
                              &self->statements[i], NULL) != SQLITE_OK)
        {
          ent_region_fail (self->db, error);
          return NULL;
        }
    }
  self->n_streets = CLAMP (ent_region_get_count (region, "streets"), 0, MAX_STREETS);
  self->shared = g_new0 (guint8, self->n_streets + 1);
  return g_steal_pointer (&self);
}

void
ent_address_index_free (EntAddressIndex *self)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close_v2 (self->db);
  g_free (self->shared);
  g_free (self);
}

/* The likeness of the best form with the best line of keys. */
static double
compare (const EntAddressWanted *wanted, const char *keys, gboolean *equal)
{
  double best = 0.0;

  *equal = FALSE;
  for (const char *line = keys; line != NULL;)
    {
      EntAddressName own;

      line = ent_address_name_init_key (&own, line);
      for (guint i = 0; i < wanted->n; i++)
        {
          double likeness = ent_address_name_score (&wanted->forms[i], &own);

          *equal = *equal || likeness == 1.0;
          best = MAX (best, likeness);
        }
    }
  return best;
}

static const char *
column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* In the language in which it was asked for, else as people write it there. */
static const char *
pick_name (const EntAddressCandidate *candidate, const EntAddressWanted *wanted)
{
  const char *best = candidate->names[0];
  double best_likeness = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (candidate->names) && wanted->n > 0; i++)
    {
      EntAddressName own;

      if (candidate->names[i] == NULL)
        continue;
      ent_address_name_init (&own, candidate->names[i]);
      for (guint j = 0; j < wanted->n; j++)
        {
          double likeness = ent_address_name_score (&wanted->forms[j], &own);

          if (likeness > best_likeness)
            {
              best = candidate->names[i];
              best_likeness = likeness;
            }
        }
    }
  return best != NULL ? best : "";
}

/* The file may come from a stranger: bad text becomes readable text. */
static char *
valid_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
is_known (GPtrArray *candidates, gint64 id)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const EntAddressCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->id == id)
        return TRUE;
    }
  return FALSE;
}

static void
consider (sqlite3_stmt *statement, const EntAddressWanted *wanted, GPtrArray *candidates)
{
  const char *keys = column_text (statement, 8);
  gint64 id = sqlite3_column_int64 (statement, 0);
  gboolean equal = FALSE;
  double likeness;
  EntAddressCandidate *candidate;

  if (keys == NULL)
    return;
  likeness = wanted->n > 0 ? compare (wanted, keys, &equal) : FLOOR;
  if (likeness < FLOOR || is_known (candidates, id))
    return;

  candidate = g_new0 (EntAddressCandidate, 1);
  candidate->id = id;
  candidate->origin = (EntAddressOrigin) sqlite3_column_int (statement, 1);
  candidate->place = sqlite3_column_int64 (statement, 2);
  candidate->postcode = valid_text (column_text (statement, 3));
  candidate->keys = valid_text (keys);
  for (int i = 0; i < 4; i++)
    candidate->names[i] = valid_text (column_text (statement, 4 + i));
  candidate->name = g_strdup (pick_name (candidate, wanted));
  candidate->point = (EntE7) { sqlite3_column_int (statement, 9),
                               sqlite3_column_int (statement, 10) };
  candidate->likeness = likeness;
  candidate->equal = equal;
  g_ptr_array_add (candidates, candidate);
}

static gboolean
collect (EntAddressIndex *self,
         Question question,
         const EntAddressWanted *wanted,
         GPtrArray *candidates,
         GError **error)
{
  sqlite3_stmt *statement = self->statements[question];
  int code;

  for (self->n_rows = 0; (code = sqlite3_step (statement)) == SQLITE_ROW; self->n_rows++)
    consider (statement, wanted, candidates);
  if (code != SQLITE_DONE)
    ent_region_fail (self->db, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

gboolean
ent_address_index_find_postcode (EntAddressIndex *self,
                                 const char *postcode,
                                 const EntAddressWanted *wanted,
                                 GPtrArray *candidates,
                                 GError **error)
{
  sqlite3_bind_text (self->statements[QUESTION_POSTCODE], 1, postcode, -1, SQLITE_TRANSIENT);
  return collect (self, QUESTION_POSTCODE, wanted, candidates, error);
}

gboolean
ent_address_index_find_words (EntAddressIndex *self,
                              const char *expression,
                              const EntAddressWanted *wanted,
                              GPtrArray *candidates,
                              GError **error)
{
  sqlite3_bind_text (self->statements[QUESTION_WORDS], 1, expression, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (self->statements[QUESTION_WORDS], 2, ENT_ADDRESS_FOUND);
  return collect (self, QUESTION_WORDS, wanted, candidates, error);
}

gboolean
ent_address_index_was_cut (EntAddressIndex *self)
{
  return self->n_rows >= ENT_ADDRESS_FOUND;
}

static gboolean
count_trigram (EntAddressIndex *self, const char *letters, GError **error)
{
  sqlite3_stmt *statement = self->statements[QUESTION_TRIGRAM];
  g_autofree char *expression = g_strdup_printf ("\"%s\"", letters);
  int code;

  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      self->n_read++;
      if (id >= 1 && id <= self->n_streets && self->shared[id] < G_MAXUINT8)
        self->shared[id]++;
    }
  if (code != SQLITE_DONE)
    ent_region_fail (self->db, error);
  sqlite3_reset (statement);
  sqlite3_bind_null (statement, 1);
  return code == SQLITE_DONE;
}

/* Groups of three letters of a word, the blank before it and the one behind it included. */
static gboolean
count_word (EntAddressIndex *self, const EntAddressWord *word, GError **error)
{
  g_autofree char *padded = g_strconcat (" ", word->text, " ", NULL);

  for (const char *p = padded; g_utf8_strlen (p, -1) >= 3 && self->n_read < MOST_READ;
       p = g_utf8_next_char (p))
    {
      g_autofree char *letters = g_utf8_substring (p, 0, 3);

      if (!count_trigram (self, letters, error))
        return FALSE;
    }
  return TRUE;
}

/* The least number of groups in common that leaves no more than ALIKE streets; where even the best
 * are more, they are homonyms, and all of them are left. At least one. */
static guint
find_threshold (EntAddressIndex *self)
{
  guint n_with[G_MAXUINT8 + 1] = { 0 };
  guint sum = 0, least = G_MAXUINT8;

  for (gint64 id = 1; id <= self->n_streets; id++)
    n_with[self->shared[id]]++;
  while (least > 1 && sum + n_with[least] <= ALIKE)
    sum += n_with[least--];
  return sum == 0 || sum + n_with[least] <= ALIKE ? least : least + 1;
}

static gboolean
collect_shared (EntAddressIndex *self,
                const EntAddressWanted *wanted,
                GPtrArray *candidates,
                GError **error)
{
  guint threshold = find_threshold (self);
  guint n = 0;

  for (gint64 id = 1; id <= self->n_streets && n < HOMONYMS; id++)
    {
      if (self->shared[id] < threshold)
        continue;
      n++;
      sqlite3_bind_int64 (self->statements[QUESTION_STREET], 1, id);
      if (!collect (self, QUESTION_STREET, wanted, candidates, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_only_general (const EntAddressName *name)
{
  for (guint i = 0; i < name->n; i++)
    {
      if (name->words[i].kind == ENT_ADDRESS_WORD_PLAIN)
        return FALSE;
    }
  return TRUE;
}

gboolean
ent_address_index_find_alike (EntAddressIndex *self,
                              const EntAddressWanted *wanted,
                              GPtrArray *candidates,
                              GError **error)
{
  const EntAddressName *name = &wanted->forms[wanted->n > 1 ? 1 : 0];

  if (wanted->n == 0 || is_only_general (name))
    return TRUE;
  memset (self->shared, 0, (gsize) self->n_streets + 1);
  self->n_read = 0;
  for (guint i = 0; i < name->n; i++)
    {
      if (name->words[i].kind == ENT_ADDRESS_WORD_PLAIN &&
          !count_word (self, &name->words[i], error))
        return FALSE;
    }
  return collect_shared (self, wanted, candidates, error);
}

GArray *
ent_address_index_read_houses (EntAddressIndex *self, gint64 street, GError **error)
{
  sqlite3_stmt *statement = self->statements[QUESTION_HOUSES];
  g_autoptr(GArray) houses = g_array_new (FALSE, FALSE, sizeof (EntHouse));
  int code;

  sqlite3_bind_int64 (statement, 1, street);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *suffix = column_text (statement, 1);
      EntHouse house = { { sqlite3_column_int (statement, 0), sqlite3_column_int (statement, 2),
                           "" },
                         { sqlite3_column_int (statement, 3), sqlite3_column_int (statement, 4) } };

      g_strlcpy (house.number.suffix, suffix != NULL ? suffix : "", ENT_HOUSE_SUFFIX_BYTES);
      g_array_append_val (houses, house);
    }
  if (code != SQLITE_DONE)
    ent_region_fail (self->db, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&houses) : NULL;
}

gboolean
ent_address_index_find_box (EntAddressIndex *self,
                            EntBox box,
                            GPtrArray *candidates,
                            GError **error)
{
  sqlite3_stmt *statement = self->statements[QUESTION_BOX];
  const EntAddressWanted any = { .n = 0 };
  EntE7 low = ent_e7_from_point ((EntPoint) { box.south, box.west });
  EntE7 high = ent_e7_from_point ((EntPoint) { box.north, box.east });

  sqlite3_bind_int (statement, 1, high.latitude);
  sqlite3_bind_int (statement, 2, low.latitude);
  sqlite3_bind_int (statement, 3, high.longitude);
  sqlite3_bind_int (statement, 4, low.longitude);
  return collect (self, QUESTION_BOX, &any, candidates, error);
}

/* Kinds of street that stand for two, as "str" does, are none to search by. */
static gboolean
is_searched (const EntAddressWord *word, gboolean with_kinds)
{
  return word->kind == ENT_ADDRESS_WORD_PLAIN ||
         (with_kinds && word->kind == ENT_ADDRESS_WORD_KIND && word->length >= 3 &&
          !g_str_equal (word->text, "str"));
}

char *
ent_address_wanted_expression (const EntAddressWanted *self, gboolean with_kinds)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const EntAddressName *name = &self->forms[self->n > 1 ? 1 : 0];

  for (guint i = 0; self->n > 0 && i < name->n; i++)
    {
      const EntAddressWord *word = &name->words[i];

      if (is_searched (word, with_kinds || is_only_general (name)))
        g_string_append_printf (out, "%s\"%s\"", out->len > 0 ? " " : "", word->text);
    }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}
