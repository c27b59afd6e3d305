/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures addresses. Times are of the processor, one thread. */

#include "bench-addresses.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ent-addresses.h"
#include "ent-region-build.h"

/* So many streets are asked for, spread over the alphabet. */
#define SAMPLE 400

#define N_POSTCODES 550
#define STREETS_EACH 120
#define HOUSES_EACH 30

/* In every postcode there are so many streets whose names recur in all. */
#define COMMON_EACH 30

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_times (const char *what, GArray *times)
{
  double *values = (double *) (gpointer) times->data;

  if (times->len == 0)
    return;
  qsort (values, times->len, sizeof *values, compare_doubles);
  g_print ("%-34s %10.3f ms median, %.3f ms 95th percentile, %.3f ms worst, %u times\n", what,
           values[times->len / 2] * 1e3, values[times->len * 95 / 100] * 1e3,
           values[times->len - 1] * 1e3, times->len);
  g_array_set_size (times, 0);
}

static GPtrArray *
suggest (EntAddresses *addresses, const char *text, GArray *times)
{
  g_autoptr(GError) error = NULL;
  double start = processor_time ();
  GPtrArray *matches = ent_addresses_suggest (addresses, text, 8, &error);
  double seconds = processor_time () - start;

  if (matches == NULL)
    g_error ("%s", error->message);
  g_array_append_val (times, seconds);
  return matches;
}

/* Streets whose words begin with each pair of letters. */
static GPtrArray *
sample_streets (EntAddresses *addresses, GArray *times)
{
  GPtrArray *sample = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_address_match_free);

  for (char first = 'a'; first <= 'z'; first++)
    {
      for (char second = 'a'; second <= 'z' && sample->len < SAMPLE; second++)
        {
          char text[] = { first, second, '\0' };
          g_autoptr(GPtrArray) matches = suggest (addresses, text, times);

          for (guint i = 0; i < matches->len && i < 2; i++)
            {
              const EntAddressMatch *match = g_ptr_array_index (matches, i);

              if (match->street != NULL)
                g_ptr_array_add (sample, ent_address_match_copy (match));
            }
        }
    }
  return sample;
}

static char *
misspell (const char *street)
{
  glong length = g_utf8_strlen (street, -1);
  g_autofree char *start = g_utf8_substring (street, 0, length * 2 / 3);
  g_autofree char *end = g_utf8_substring (street, MIN (length, length * 2 / 3 + 1), length);

  return g_strconcat (start, end, NULL);
}

/* Every key of a street's name, a number and its town. */
static void
measure_typing (EntAddresses *addresses, GPtrArray *sample, GArray *times)
{
  for (guint i = 0; i < sample->len; i += 8)
    {
      const EntAddressMatch *match = g_ptr_array_index (sample, i);
      g_autofree char *text = g_strdup_printf ("%s 12, %s", match->street,
                                               match->town != NULL ? match->town : "");

      for (const char *end = g_utf8_next_char (text); *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (text, (gsize) (end - text));
          g_autoptr(GPtrArray) matches = suggest (addresses, typed, times);

          g_assert (matches->len <= 8);
        }
    }
  print_times ("An address suggested, each key", times);
}

static void
measure_misspelt (EntAddresses *addresses, GPtrArray *sample, GArray *times)
{
  for (guint i = 0; i < sample->len; i++)
    {
      const EntAddressMatch *match = g_ptr_array_index (sample, i);
      g_autofree char *text = misspell (match->street);
      g_autoptr(GPtrArray) matches = suggest (addresses, text, times);

      g_assert (matches->len <= 8);
    }
  print_times ("Suggested for a misspelt street", times);
}

typedef struct
{
  const char *name;
  gboolean misspelt, with_place;
} Question;

static void
measure_resolutions (EntAddresses *addresses, GPtrArray *sample, GArray *times)
{
  static const Question questions[] = {
    { "An address found", FALSE, TRUE },
    { "The same, misspelt", TRUE, TRUE },
    { "The same, without a place", FALSE, FALSE },
    { "The same, misspelt, without a place", TRUE, FALSE },
  };

  for (guint question = 0; question < G_N_ELEMENTS (questions); question++)
    {
      const Question *asked = &questions[question];

      for (guint i = 0; i < sample->len; i++)
        {
          const EntAddressMatch *match = g_ptr_array_index (sample, i);
          g_autofree char *street = asked->misspelt ? misspell (match->street)
                                                    : g_strdup (match->street);
          EntAddressQuery query = { .street = street, .number = "12" };
          g_auto(EntAddressAnswer) answer = { NULL };
          double start, seconds;

          if (asked->with_place)
            {
              query.postcode = match->postcode;
              query.town = match->town;
            }
          start = processor_time ();
          if (!ent_addresses_resolve (addresses, &query, &answer, NULL))
            g_error ("An address was not answered.");
          seconds = processor_time () - start;
          g_array_append_val (times, seconds);
        }
      print_times (asked->name, times);
    }
}

static void
measure_near (EntAddresses *addresses, GPtrArray *sample, GArray *times)
{
  for (guint i = 0; i < sample->len; i++)
    {
      const EntAddressMatch *match = g_ptr_array_index (sample, i);
      double start = processor_time ();
      g_autoptr(EntAddressMatch) near = ent_addresses_near (addresses, match->point, NULL, NULL);
      double seconds = processor_time () - start;

      g_array_append_val (times, seconds);
    }
  print_times ("The house near a point", times);
}

void
bench_addresses (EntRegion *region)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) sample = NULL;
  double start = processor_time ();
  g_autoptr(EntAddresses) addresses = ent_addresses_open (region, &error);

  if (addresses == NULL)
    g_error ("%s", error->message);
  g_print ("%-34s %10.4f s\n", "Opening the addresses", processor_time () - start);
  g_print ("%-34s %10" G_GINT64_FORMAT " streets, %" G_GINT64_FORMAT " houses\n", "Addresses",
           ent_region_get_count (region, "streets"), ent_region_get_count (region, "houses"));
  sample = sample_streets (addresses, times);
  print_times ("Suggested for two letters", times);
  measure_typing (addresses, sample, times);
  measure_misspelt (addresses, sample, times);
  measure_resolutions (addresses, sample, times);
  measure_near (addresses, sample, times);
}

static const char *const syllables[] = { "ba",  "cer", "don", "fla",  "gri",   "hal", "jo",
                                         "lu",  "mon", "nès", "pré",  "quin",  "ros", "ser",
                                         "tal", "val", "wan", "bois", "champ", "vil" };

#define N_SYLLABLES G_N_ELEMENTS (syllables)

/* Two words of syllables: some millions of names. */
static void
invent_name (GRand *rand, char *name, gsize size)
{
  static const char *const kinds[] = { "Rue", "Avenue", "Place", "Chemin", "Rue", "Rue" };
  static const char *const articles[] = { " de la ", " du ", " des ", " ", " de l'", " " };
  guint n = (guint) g_rand_int_range (rand, 4, 7);

  g_strlcpy (name, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))], size);
  g_strlcat (name, articles[g_rand_int_range (rand, 0, G_N_ELEMENTS (articles))], size);
  for (guint i = 0; i < n; i++)
    {
      if (i == 3)
        g_strlcat (name, "-", size);
      g_strlcat (name, syllables[g_rand_int_range (rand, 0, N_SYLLABLES)], size);
    }
}

static void
write_street (FILE *file, guint postcode, guint street, const char *name)
{
  double latitude = 49.6 + 0.04 * (postcode / 22) + 0.003 * (street / 11);
  double longitude = 3.0 + 0.06 * (postcode % 22) + 0.005 * (street % 11);

  g_autofree char *town = g_strconcat (syllables[postcode % N_SYLLABLES], "en",
                                       syllables[postcode / N_SYLLABLES % N_SYLLABLES],
                                       syllables[postcode / N_SYLLABLES / 2 % N_SYLLABLES], NULL);

  for (guint house = 1; house <= HOUSES_EACH; house++)
    fprintf (file, "%.5f,%.5f,%u,,%u,1,,%s,,%u,%s,,%u,,%s,,BE-WAL,current\n",
             latitude + 0.0001 * house, longitude + (house % 2 == 0 ? 0.0002 : 0.0),
             postcode * 10000 + street * 100 + house, house, town, 4000 + postcode, town,
             postcode * 1000 + street, name);
}

static void
write_register (const char *path)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  char common[COMMON_EACH][80];
  FILE *file = g_fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written.", path);
  fputs ("EPSG:4326_lat,EPSG:4326_lon,address_id,box_number,house_number,municipality_id,"
         "municipality_name_de,municipality_name_fr,municipality_name_nl,postcode,postname_fr,"
         "postname_nl,street_id,streetname_de,streetname_fr,streetname_nl,region_code,status\n",
         file);
  for (guint i = 0; i < COMMON_EACH; i++)
    invent_name (rand, common[i], sizeof common[i]);
  for (guint postcode = 0; postcode < N_POSTCODES; postcode++)
    {
      for (guint street = 0; street < STREETS_EACH; street++)
        {
          char name[80];

          invent_name (rand, name, sizeof name);
          write_street (file, postcode, street, street < COMMON_EACH ? common[street] : name);
        }
    }
  fclose (file);
}

void
bench_register (const char *extract)
{
  g_autofree char *csv = g_strdup_printf ("%s/bench-register-%d.csv", g_get_tmp_dir (),
                                          (int) getpid ());
  g_autofree char *target = g_strdup_printf ("%s/bench-register-%d.region", g_get_tmp_dir (),
                                             (int) getpid ());
  const char *paths[] = { csv, NULL };
  EntRegionSources sources = { extract, paths, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(EntRegion) region = NULL;
  double start;

  write_register (csv);
  start = processor_time ();
  if (!ent_region_build (&sources, target, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_unlink (csv);
  g_print ("\n%-34s %10.4f s\n", "Import with a large register", processor_time () - start);
  region = ent_region_open (target, &error);
  if (region == NULL)
    g_error ("%s", error->message);
  g_print ("%-34s %10.4f MB\n", "Region", (double) ent_region_get_size (region) / 1e6);
  bench_addresses (region);
  g_unlink (target);
}
