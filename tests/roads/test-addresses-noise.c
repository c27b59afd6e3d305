/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many addresses are found when people write them as people do: the numbers asserted are what
 * was measured, less a small margin, and nothing wrong may be taken without asking. */
#include <gio/gio.h>
#include <string.h>

#include "address-register.h"
#include "ent-pbf.h"
#include "ent-text.h"

#define SEED 20250131

/* A street that is known to exist, and a number in it. */
typedef struct
{
  char *street;
  char *number;
  char *postcode; /* NULL: the village, whose map tells none for some */
  char *town;
  char *other_name; /* of the same street, or NULL */
} Truth;

typedef struct
{
  guint n, first, in_list, taken, wrong;
} Rates;

/* Changes a street's name in place of the original; NULL where the change does not apply. */
typedef char *(*Noise) (const Truth *truth, GRand *rand);

static void
free_truth (gpointer data)
{
  Truth *truth = data;

  g_free (truth->street);
  g_free (truth->number);
  g_free (truth->postcode);
  g_free (truth->town);
  g_free (truth->other_name);
  g_free (truth);
}

static void
add_truth (GPtrArray *truths, const char *street, const char *number, const char *postcode)
{
  Truth *truth = g_new0 (Truth, 1);

  truth->street = g_strdup (street);
  truth->number = g_strdup (number);
  truth->postcode = g_strdup (postcode);
  g_ptr_array_add (truths, truth);
}

/* One language after the other. */
static GPtrArray *
truths_of_register (void)
{
  static const char *const numbers[] = { "1", "4", "15" };
  GPtrArray *truths = g_ptr_array_new_with_free_func (free_truth);

  for (guint i = 0; i < n_register_streets; i++)
    {
      const RegisterStreet *row = &register_streets[i];
      const RegisterTown *town = register_town (row->postcode);
      const char *names[] = { row->fr, row->nl, row->de };
      const char *town_names[] = { town->fr, town->nl, town->de };

      for (guint language = 0; language < G_N_ELEMENTS (names); language++)
        {
          Truth *truth;

          if (names[language] == NULL)
            continue;
          add_truth (truths, names[language], numbers[(i + language) % 3], row->postcode);
          truth = g_ptr_array_index (truths, truths->len - 1);
          truth->town = g_strdup (town_names[language] != NULL ? town_names[language] : town->fr);
          for (guint other = 0; other < G_N_ELEMENTS (names); other++)
            {
              if (other != language && names[other] != NULL)
                g_set_str (&truth->other_name, names[other]);
            }
        }
    }
  return truths;
}

static void
take_address (const EntPbfTags *tags, gpointer data)
{
  GPtrArray *truths = data;
  const char *street = ent_pbf_tag (tags, "addr:street");
  const char *number = ent_pbf_tag (tags, "addr:housenumber");
  guint same = 0;

  if (street == NULL || number == NULL)
    return;
  for (guint i = 0; i < truths->len; i++)
    {
      const Truth *truth = g_ptr_array_index (truths, i);

      same += g_str_equal (truth->street, street);
    }
  if (same < 3)
    {
      add_truth (truths, street, number, NULL);
      ((Truth *) g_ptr_array_index (truths, truths->len - 1))->town = g_strdup ("Wechelderzande");
    }
}

static void
node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  take_address (tags, data);
}

static void
way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  take_address (tags, data);
}

/* Three houses of each street of the village, as its map tells them. */
static GPtrArray *
truths_of_village (void)
{
  GPtrArray *truths = g_ptr_array_new_with_free_func (free_truth);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                 "wechelderzande-be.osm.pbf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(EntPbf) pbf = NULL;
  const EntPbfHandler handler = { .node = node_cb, .way = way_cb };

  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  pbf = ent_pbf_new (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (ent_pbf_read (pbf, &handler, truths, NULL, &error));
  g_assert_cmpuint (truths->len, >, 150);
  return truths;
}

static char *
as_written (const Truth *truth, GRand *rand)
{
  return g_strdup (truth->street);
}

static char *
replace_all (const char *text, const char *from, const char *to)
{
  g_auto(GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static char *
abbreviated (const Truth *truth, GRand *rand)
{
  static const char *const pairs[][2] = {
    { "Rue ", "r. " },       { "Avenue ", "av. " },    { "Boulevard ", "Bd " },
    { "Place ", "pl. " },    { "Chaussée ", "Chée " }, { "Square ", "sq. " },
    { "Saint-", "St-" },     { "Sainte-", "Ste " },    { "Sint-", "St-" },
    { "Général ", "Gén. " }, { "straat", "str." },     { "steenweg", "stwg" },
    { "laan", "ln" },        { "plein", "pln" },       { "straße", "str." },
    { "Straße", "Str." },
  };
  char *text = g_strdup (truth->street);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      char *next = replace_all (text, pairs[i][0], pairs[i][1]);

      g_free (text);
      text = next;
    }
  return text;
}

static char *
in_capitals (const Truth *truth, GRand *rand)
{
  g_autofree char *folded = ent_text_fold (truth->street);

  return g_ascii_strup (folded, -1);
}

static char *
misspell (const char *text, GRand *rand)
{
  g_autofree gunichar *letters = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  glong n;
  gint at, kind = g_rand_int_range (rand, 0, 4);

  letters = g_utf8_to_ucs4_fast (text, -1, &n);
  do
    at = g_rand_int_range (rand, 0, (gint32) n - 1);
  while (!g_unichar_isalpha (letters[at]));
  for (glong i = 0; i < n; i++)
    {
      gunichar other = (gunichar) g_rand_int_range (rand, 'a', 'z' + 1);

      if (i == at && kind == 0)
        continue;
      if (i == at && kind == 1)
        g_string_append_unichar (out, other);
      else if (i == at && kind == 2)
        {
          g_string_append_unichar (out, letters[i + 1]);
          g_string_append_unichar (out, letters[i++]);
        }
      else
        g_string_append_unichar (out, letters[i]);
      if (i == at && kind == 3)
        g_string_append_unichar (out, other);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
one_error (const Truth *truth, GRand *rand)
{
  return misspell (truth->street, rand);
}

static char *
two_errors (const Truth *truth, GRand *rand)
{
  g_autofree char *once = misspell (truth->street, rand);

  return misspell (once, rand);
}

static char *
without_kind (const Truth *truth, GRand *rand)
{
  static const char *const kinds[] = { "Rue ", "Avenue ", "Place ", "Boulevard ", "Chaussée " };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (truth->street, kinds[i]))
        return g_strdup (truth->street + strlen (kinds[i]));
    }
  return NULL;
}

/* "Avenue Paul Deschanel" becomes "Avenue P. Deschanel". */
static char *
with_initial (const Truth *truth, GRand *rand)
{
  g_auto(GStrv) words = g_strsplit (truth->street, " ", -1);

  if (g_strv_length (words) != 3 || strlen (words[1]) < 4 || strchr (words[1], '-') != NULL ||
      !g_ascii_isupper (*words[1]))
    return NULL;
  words[1][1] = '.';
  words[1][2] = '\0';
  return g_strjoinv (" ", words);
}

static gboolean
is_right (const Truth *truth, const EntAddressMatch *match)
{
  g_autofree char *found = ent_text_fold (match->street);
  g_autofree char *street = ent_text_fold (truth->street);
  g_autofree char *other = ent_text_fold (truth->other_name);

  if (truth->postcode != NULL && g_strcmp0 (match->postcode, truth->postcode) != 0)
    return FALSE;
  return g_str_equal (found, street) || g_str_equal (found, other);
}

/* What is taken has the very number that was asked for, since all of them exist. */
static void
check_number (const Truth *truth, const EntAddressMatch *match)
{
  EntHouseNumber asked, found;

  g_assert_cmpint (match->precision, ==, ENT_ADDRESS_PRECISION_ADDRESS);
  g_assert_true (ent_house_number_parse (truth->number, &asked, NULL));
  g_assert_true (ent_house_number_parse (match->number, &found, NULL));
  g_assert_cmpint (ent_house_number_compare (&asked, &found), ==, 0);
}

static void
ask (const Truth *truth, const EntAddressQuery *query, Rates *rates)
{
  g_auto(EntAddressAnswer) answer = { NULL };
  g_autoptr(GError) error = NULL;
  guint at = ENT_ADDRESS_CHOICES;

  g_assert_true (ent_addresses_resolve (register_addresses (), query, &answer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (answer.matches->len, <=, ENT_ADDRESS_CHOICES);
  for (guint i = answer.matches->len; i-- > 0;)
    {
      const EntAddressMatch *match = g_ptr_array_index (answer.matches, i);

      if (match->street != NULL && is_right (truth, match))
        at = i;
    }
  rates->n++;
  rates->first += at == 0;
  rates->in_list += at < ENT_ADDRESS_CHOICES;
  rates->taken += answer.doubt == ENT_ADDRESS_DOUBT_NONE;
  rates->wrong += answer.doubt == ENT_ADDRESS_DOUBT_NONE && at != 0;
  if (answer.doubt == ENT_ADDRESS_DOUBT_NONE && at == 0)
    check_number (truth, ent_address_answer_get_best (&answer));
  if (answer.doubt == ENT_ADDRESS_DOUBT_NONE && at != 0)
    g_test_message ("wrong: %s for %s", query->text, truth->street);
}

typedef enum
{
  WITH_BOTH,
  WITH_POSTCODE,
  WITH_TOWN,
  WITH_NEITHER,
  WITH_WRONG_POSTCODE
} Place;

static const char *
neighbour_of (const char *postcode)
{
  static const char *const pairs[][2] = { { "1030", "1140" }, { "1140", "1030" },
                                          { "4000", "4020" }, { "4020", "4000" },
                                          { "4870", "4020" }, { "4700", "4870" } };

  for (gsize i = 0; postcode != NULL && i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (pairs[i][0], postcode))
        return pairs[i][1];
    }
  return "2270";
}

static char *
write_address (const Truth *truth, const char *street, Place place)
{
  const char *postcode = truth->postcode != NULL ? truth->postcode : "2275";

  switch (place)
    {
    case WITH_BOTH:
      return g_strdup_printf ("%s %s, %s %s", street, truth->number, postcode, truth->town);
    case WITH_POSTCODE:
      return g_strdup_printf ("%s %s, %s", street, truth->number, postcode);
    case WITH_TOWN:
      return g_strdup_printf ("%s %s, %s", street, truth->number, truth->town);
    case WITH_WRONG_POSTCODE:
      return g_strdup_printf ("%s %s, %s %s", street, truth->number, neighbour_of (truth->postcode),
                              truth->town);
    case WITH_NEITHER:
    default:
      return g_strdup_printf ("%s %s", street, truth->number);
    }
}

static Rates
measure (GPtrArray *truths, Noise noise, Place place)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  Rates rates = { 0 };

  for (guint i = 0; i < truths->len; i++)
    {
      const Truth *truth = g_ptr_array_index (truths, i);
      g_autofree char *street = noise (truth, rand);
      g_autofree char *text = NULL;
      EntAddressQuery query = { .text = NULL };

      if (street == NULL)
        continue;
      text = write_address (truth, street, place);
      query.text = text;
      ask (truth, &query, &rates);
    }
  return rates;
}

static double
percent (guint part, guint whole)
{
  return 100.0 * part / MAX (whole, 1);
}

typedef struct
{
  const char *name;
  Noise noise;
  Place place;
  double first, in_list, taken; /* per cent at least */
} Expectation;

static void
check (GPtrArray *truths, const Expectation *expectations, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const Expectation *expected = &expectations[i];
      Rates rates = measure (truths, expected->noise, expected->place);

      g_test_message ("%s: %u asked, first %.1f, listed %.1f, taken %.1f, wrong %u", expected->name,
                      rates.n, percent (rates.first, rates.n), percent (rates.in_list, rates.n),
                      percent (rates.taken, rates.n), rates.wrong);
      g_assert_cmpuint (rates.n, >, 0);
      g_assert_cmpfloat (percent (rates.first, rates.n), >=, expected->first);
      g_assert_cmpfloat (percent (rates.in_list, rates.n), >=, expected->in_list);
      g_assert_cmpfloat (percent (rates.taken, rates.n), >=, expected->taken);
      g_assert_cmpuint (rates.wrong, ==, 0);
    }
}

static void
test_register (void)
{
  static const Expectation expectations[] = {
    { "as written", as_written, WITH_BOTH, 100, 100, 99 },
    { "abbreviated", abbreviated, WITH_BOTH, 100, 100, 99 },
    { "capitals", in_capitals, WITH_BOTH, 100, 100, 99 },
    { "one error", one_error, WITH_BOTH, 99, 99, 0 },
    { "two errors", two_errors, WITH_BOTH, 99, 99, 0 },
    { "without kind", without_kind, WITH_BOTH, 96, 99, 0 },
    { "initial", with_initial, WITH_BOTH, 99, 99, 0 },
    { "without town", as_written, WITH_POSTCODE, 100, 100, 99 },
    { "without postcode", as_written, WITH_TOWN, 100, 100, 99 },
    /* Three streets have the same name as one elsewhere. */
    { "neither", as_written, WITH_NEITHER, 97, 99, 94 },
    { "neither, one error", one_error, WITH_NEITHER, 96, 99, 0 },
    { "neither, two errors", two_errors, WITH_NEITHER, 94, 96, 0 },
    { "wrong postcode", as_written, WITH_WRONG_POSTCODE, 95, 99, 0 },
    { "wrong postcode, one error", one_error, WITH_WRONG_POSTCODE, 95, 99, 0 },
  };
  g_autoptr(GPtrArray) truths = truths_of_register ();

  check (truths, expectations, G_N_ELEMENTS (expectations));
}

static void
test_village (void)
{
  static const Expectation expectations[] = {
    { "as written", as_written, WITH_BOTH, 99, 99, 97 },
    { "abbreviated", abbreviated, WITH_BOTH, 99, 99, 97 },
    { "capitals", in_capitals, WITH_BOTH, 99, 99, 97 },
    { "one error", one_error, WITH_BOTH, 99, 99, 0 },
    { "two errors", two_errors, WITH_BOTH, 94, 95, 0 },
    { "without postcode", as_written, WITH_TOWN, 99, 99, 97 },
    { "neither", as_written, WITH_NEITHER, 99, 99, 97 },
    { "neither, one error", one_error, WITH_NEITHER, 97, 98, 0 },
    { "wrong postcode", as_written, WITH_WRONG_POSTCODE, 99, 99, 0 },
  };
  g_autoptr(GPtrArray) truths = truths_of_village ();

  check (truths, expectations, G_N_ELEMENTS (expectations));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addresses/noise/register", test_register);
  g_test_add_func ("/addresses/noise/village", test_village);
  status = g_test_run ();
  register_clear ();
  return status;
}
