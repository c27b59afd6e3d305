/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the embedded lists of the demo and drawing from them. One thread. */

#include "ent-demo-words.h"

#include "ent-csv.h"
#include "ent-demo-resources.h"

#include <gio/gio.h>

#define FOLDER "/org/entraide/Entraide/demo/"

/* A name, the birth years in which it was given, and how often. */
typedef struct
{
  char *text;
  int from;
  int to;
  guint weight;
} Word;

typedef struct
{
  char *name;
  guint village;
} Street;

struct _EntDemoWords
{
  GHashTable *values;
  GPtrArray *villages;
  guint shares[ENT_DEMO_VILLAGES];
  GArray *streets;
  GArray *last_names[ENT_DEMO_ORIGINS];
  GArray *first_names[ENT_DEMO_ORIGINS][2];
  GArray *functions;
  GArray *organisations;
};

static const char *const origins[ENT_DEMO_ORIGINS] = {
  "wal", "vla", "ita", "tur", "mar", "con", "pol", "ukr", "por", "esp", "syr", "afg",
};

static int
origin_of (const char *text)
{
  for (int i = 0; i < ENT_DEMO_ORIGINS; i++)
    if (g_str_equal (origins[i], text))
      return i;

  return ENT_DEMO_WALLOON;
}

static guint
number_of (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
add_word (GArray *words, const char *text, int from, int to, guint weight)
{
  Word word = { g_strdup (text), from, to, weight };

  g_array_append_val (words, word);
}

static void
read_value (EntDemoWords *self, char **row)
{
  g_hash_table_insert (self->values, g_strdup (row[0]), g_strdup (row[1]));
}

static void
read_village (EntDemoWords *self, char **row)
{
  if (self->villages->len == ENT_DEMO_VILLAGES)
    return;
  self->shares[self->villages->len] = number_of (row[1]);
  g_ptr_array_add (self->villages, g_strdup (row[0]));
}

static void
read_street (EntDemoWords *self, char **row)
{
  Street street = { NULL, 0 };

  for (guint i = 0; i < self->villages->len; i++)
    if (g_str_equal (g_ptr_array_index (self->villages, i), row[0]))
      street.village = i;
  street.name = g_strdup (row[1]);
  g_array_append_val (self->streets, street);
}

static void
read_last_name (EntDemoWords *self, char **row)
{
  add_word (self->last_names[origin_of (row[1])], row[0], 0, 9999, number_of (row[2]));
}

static void
read_first_name (EntDemoWords *self, char **row)
{
  guint male = *row[1] == 'M';

  add_word (self->first_names[origin_of (row[2])][male], row[0], (int) number_of (row[3]),
            (int) number_of (row[4]), number_of (row[5]));
}

static void
read_function (EntDemoWords *self, char **row)
{
  EntDemoFunction function = { g_strdup (row[0]), g_strdup (row[1]), g_strdup (row[2]),
                               number_of (row[3]) };

  g_array_append_val (self->functions, function);
}

static void
read_organisation (EntDemoWords *self, char **row)
{
  EntDemoOrganisation organisation = { g_strdup (row[0]), g_strdup (row[1]) };

  g_array_append_val (self->organisations, organisation);
}

/* Villages stand before streets, which name them. */
static const struct
{
  const char *file;
  guint n_columns;
  void (*read) (EntDemoWords *self, char **row);
} lists[] = {
  { "commune.csv", 2, read_value },
  { "villages.csv", 2, read_village },
  { "streets.csv", 2, read_street },
  { "last-names.csv", 3, read_last_name },
  { "first-names.csv", 6, read_first_name },
  { "functions.csv", 4, read_function },
  { "organisations.csv", 2, read_organisation },
};

/* A static library's constructor may be left out by the linker, so the lists register by hand. */
void
ent_demo_words_register_lists (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      ent_demo_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

static gboolean
read_list (EntDemoWords *self, guint position, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, lists[position].file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntCsvReader) reader = NULL;
  GPtrArray *row = NULL;
  GError *local_error = NULL;
  gboolean is_head = TRUE;

  ent_demo_words_register_lists ();
  bytes = g_resource_lookup_data (ent_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (bytes == NULL)
    return FALSE;

  reader = ent_csv_reader_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), ',');
  while (ent_csv_reader_next (reader, &row, &local_error))
    {
      if (!is_head && row->len >= lists[position].n_columns)
        lists[position].read (self, (char **) row->pdata);
      is_head = FALSE;
      g_clear_pointer (&row, g_ptr_array_unref);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
word_clear (gpointer word)
{
  g_free (((Word *) word)->text);
}

static void
street_clear (gpointer street)
{
  g_free (((Street *) street)->name);
}

static void
function_clear (gpointer data)
{
  EntDemoFunction *function = data;

  g_free (function->code);
  g_free (function->masculine);
  g_free (function->feminine);
}

static void
organisation_clear (gpointer data)
{
  EntDemoOrganisation *organisation = data;

  g_free (organisation->kind);
  g_free (organisation->pattern);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

EntDemoWords *
ent_demo_words_new (GError **error)
{
  g_autoptr (EntDemoWords) self = g_new0 (EntDemoWords, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->villages = g_ptr_array_new_with_free_func (g_free);
  self->streets = array_new (sizeof (Street), street_clear);
  for (guint i = 0; i < ENT_DEMO_ORIGINS; i++)
    {
      self->last_names[i] = array_new (sizeof (Word), word_clear);
      self->first_names[i][0] = array_new (sizeof (Word), word_clear);
      self->first_names[i][1] = array_new (sizeof (Word), word_clear);
    }
  self->functions = array_new (sizeof (EntDemoFunction), function_clear);
  self->organisations = array_new (sizeof (EntDemoOrganisation), organisation_clear);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (self, i, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
ent_demo_words_free (EntDemoWords *self)
{
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->villages);
  g_array_unref (self->streets);
  for (guint i = 0; i < ENT_DEMO_ORIGINS; i++)
    {
      g_array_unref (self->last_names[i]);
      g_array_unref (self->first_names[i][0]);
      g_array_unref (self->first_names[i][1]);
    }
  g_array_unref (self->functions);
  g_array_unref (self->organisations);
  g_free (self);
}

const char *
ent_demo_words_get (EntDemoWords *self, const char *key)
{
  return g_hash_table_lookup (self->values, key);
}

const char *
ent_demo_words_village (EntDemoWords *self, guint village)
{
  return g_ptr_array_index (self->villages, village);
}

const guint *
ent_demo_words_village_shares (EntDemoWords *self)
{
  return self->shares;
}

guint
ent_demo_words_n_streets (EntDemoWords *self)
{
  return self->streets->len;
}

const char *
ent_demo_words_street (EntDemoWords *self, guint street, guint *village)
{
  const Street *found = &g_array_index (self->streets, Street, street);

  *village = found->village;
  return found->name;
}

static gboolean
is_of_year (const Word *word, int year)
{
  return word->from <= year && year <= word->to;
}

/* A name given in that year, by weight; NULL when none was. */
static const char *
draw (GArray *words, GRand *rand, int year)
{
  guint total = 0;
  guint drawn;

  for (guint i = 0; i < words->len; i++)
    if (is_of_year (&g_array_index (words, Word, i), year))
      total += g_array_index (words, Word, i).weight;
  if (total == 0)
    return NULL;

  drawn = (guint) g_rand_int_range (rand, 0, (gint32) total);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (!is_of_year (word, year))
        continue;
      if (drawn < word->weight)
        return word->text;
      drawn -= word->weight;
    }
  return NULL;
}

const char *
ent_demo_words_last_name (EntDemoWords *self, GRand *rand, EntDemoOrigin origin)
{
  return draw (self->last_names[origin], rand, 0);
}

const char *
ent_demo_words_first_name (EntDemoWords *self,
                           GRand *rand,
                           EntDemoOrigin origin,
                           gboolean male,
                           int year)
{
  GArray *words = self->first_names[origin][male != FALSE];
  int first = G_MAXINT;
  int last = 0;

  for (guint i = 0; i < words->len; i++)
    {
      first = MIN (first, g_array_index (words, Word, i).from);
      last = MAX (last, g_array_index (words, Word, i).to);
    }
  return draw (words, rand, CLAMP (year, first, last));
}

const GArray *
ent_demo_words_functions (EntDemoWords *self)
{
  return self->functions;
}

char *
ent_demo_words_organisation (EntDemoWords *self, GRand *rand, const char *kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GString) text = NULL;
  guint village = (guint) g_rand_int_range (rand, 0, (gint32) self->villages->len);

  for (guint i = 0; i < self->organisations->len; i++)
    if (g_str_equal (g_array_index (self->organisations, EntDemoOrganisation, i).kind, kind))
      g_ptr_array_add (found, g_array_index (self->organisations, EntDemoOrganisation, i).pattern);
  if (found->len == 0)
    return NULL;

  text = g_string_new (g_ptr_array_index (found, g_rand_int_range (rand, 0, (gint32) found->len)));
  g_string_replace (text, "{village}", g_ptr_array_index (self->villages, village), 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
