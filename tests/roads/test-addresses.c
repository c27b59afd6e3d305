/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding addresses: single cases, suggestions, many at once, the house near a point. */
#include "ent-addresses.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "address-register.h"
#include "ent-roads-error.h"

static void
resolve (const char *text, EntAddressAnswer *answer)
{
  const EntAddressQuery query = { .text = text };
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_true (ent_addresses_resolve (register_addresses (), &query, answer, &error));
  g_assert_no_error (error);
}

static void
check (const char *text, const char *expected, EntAddressPrecision precision, EntAddressDoubt doubt)
{
  g_auto(EntAddressAnswer) answer = { NULL };
  const EntAddressMatch *best;
  g_autofree char *found = NULL;

  resolve (text, &answer);
  best = ent_address_answer_get_best (&answer);
  found = best != NULL ? ent_address_match_format (best) : NULL;
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (answer.doubt, ==, doubt);
  g_assert_cmpint (best != NULL ? best->precision : ENT_ADDRESS_PRECISION_NONE, ==, precision);
  g_assert_cmpuint (strlen (ent_address_doubt_text (answer.doubt)) > 0, ==,
                    doubt != ENT_ADDRESS_DOUBT_NONE);
}

#define ADDRESS ENT_ADDRESS_PRECISION_ADDRESS
#define NUMBER ENT_ADDRESS_PRECISION_NUMBER
#define INTERPOLATED ENT_ADDRESS_PRECISION_INTERPOLATED
#define STREET ENT_ADDRESS_PRECISION_STREET
#define LOCALITY ENT_ADDRESS_PRECISION_LOCALITY
#define NONE ENT_ADDRESS_DOUBT_NONE

static void
test_languages (void)
{
  check ("Rue Gallait 4, 1030 Schaerbeek", "Rue Gallait 4, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Gallaitstraat 4, 1030 Schaarbeek", "Gallaitstraat 4, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait - Gallaitstraat 4, 1030 Schaerbeek", "Rue Gallait 4, 1030 Schaerbeek",
         ADDRESS, NONE);
  check ("Neustr. 4, 4700 Eupen", "Neustraße 4, 4700 Eupen", ADDRESS, NONE);
  check ("rue neuve 4, 4700 eupen", "Rue Neuve 4, 4700 Eupen", ADDRESS, NONE);
  check ("Rue Saint-Gilles 4, 4000 Luik", "Rue Saint-Gilles 4, 4000 Liège", ADDRESS, NONE);
  check ("Pl. du 20 Août 4, 4000 Liège", "Place du Vingt Août 4, 4000 Liège", ADDRESS, NONE);
}

static void
test_numbers (void)
{
  check ("Rue Gallait 3 bis, 1030", "Rue Gallait 3 bis, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait 8A bte 4, 1030", "Rue Gallait 8A, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait 8/2, 1030", "Rue Gallait 8, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait 8C, 1030", "Rue Gallait 8, 1030 Schaerbeek", NUMBER, NONE);
  check ("Rue Gallait 7 ter, 1030", "Rue Gallait 7, 1030 Schaerbeek", NUMBER, NONE);
  check ("Rue Gallait 21, 1030", "Rue Gallait 19-21, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait 19-21, 1030", "Rue Gallait 19-21, 1030 Schaerbeek", ADDRESS, NONE);
  check ("Rue Gallait 12, 1030", "Rue Gallait 12, 1030 Schaerbeek", INTERPOLATED, NONE);
  check ("Rue Gallait 13, 1030", "Rue Gallait 13, 1030 Schaerbeek", INTERPOLATED, NONE);
  check ("Rue Gallait 400, 1030", "Rue Gallait 400, 1030 Schaerbeek", STREET,
         ENT_ADDRESS_DOUBT_NUMBER);
  check ("Rue Gallait, 1030", "Rue Gallait, 1030 Schaerbeek", STREET, ENT_ADDRESS_DOUBT_NO_NUMBER);
}

/* Where the two even and the two odd neighbours stand, a missing number lies between them. */
static void
test_interpolates (void)
{
  static const char *const numbers[][3] = { { "10", "12", "14" }, { "11", "13", "15" } };

  for (guint side = 0; side < 2; side++)
    {
      double latitudes[3], longitudes[3];

      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *text = g_strdup_printf ("Rue Pierreuse %s, 4000 Liège",
                                                   numbers[side][i]);
          g_auto(EntAddressAnswer) answer = { NULL };

          resolve (text, &answer);
          latitudes[i] = ent_address_answer_get_best (&answer)->point.latitude;
          longitudes[i] = ent_address_answer_get_best (&answer)->point.longitude;
        }
      g_assert_cmpfloat (fabs (latitudes[2] - latitudes[0]), >, 1e-5);
      g_assert_cmpfloat_with_epsilon (latitudes[1], (latitudes[0] + latitudes[2]) / 2, 2e-7);
      g_assert_cmpfloat_with_epsilon (longitudes[1], (longitudes[0] + longitudes[2]) / 2, 2e-7);
    }
}

static void
test_doubts (void)
{
  check ("Rue Galait 4, 1030 Schaerbeek", "Rue Gallait 4, 1030 Schaerbeek", ADDRESS,
         ENT_ADDRESS_DOUBT_NAME);
  check ("Gallait 4, 1030 Schaerbeek", "Rue Gallait 4, 1030 Schaerbeek", ADDRESS,
         ENT_ADDRESS_DOUBT_NAME);
  check ("Avenue P. Deschanel 4, 1030 Schaerbeek", "Avenue Paul Deschanel 4, 1030 Schaerbeek",
         ADDRESS, ENT_ADDRESS_DOUBT_NAME);
  check ("Rue Gallait 4, 1140 Schaerbeek", "Rue Gallait 4, 1030 Schaerbeek", ADDRESS,
         ENT_ADDRESS_DOUBT_PLACE);
  check ("Rue Gallait 4, 1030 Trooz", "Rue Gallait 4, 1030 Schaerbeek", ADDRESS,
         ENT_ADDRESS_DOUBT_PLACE);
  check ("Chaussée de Haecht 4", "Chaussée de Haecht 4, 1030 Schaerbeek", ADDRESS,
         ENT_ADDRESS_DOUBT_SEVERAL);
  check ("Chaussée de Haecht 4, Evere", "Chaussée de Haecht 4, 1140 Evere", ADDRESS, NONE);
  check ("Rue de l'Église 4, 4870", "Rue de l'Église 4, 4870 Trooz", ADDRESS, NONE);
  check ("Rue Xyzzyva 4, 4870 Trooz", "4870 Trooz", LOCALITY, ENT_ADDRESS_DOUBT_NO_STREET);
  check ("4870", "4870 Trooz", LOCALITY, ENT_ADDRESS_DOUBT_NO_STREET);
  check ("Trooz", "4870 Trooz", LOCALITY, ENT_ADDRESS_DOUBT_NO_STREET);
  check ("Rue Xyzzyva 4, 9999 Nowhere", NULL, ENT_ADDRESS_PRECISION_NONE,
         ENT_ADDRESS_DOUBT_NOT_FOUND);
  check ("", NULL, ENT_ADDRESS_PRECISION_NONE, ENT_ADDRESS_DOUBT_NOT_FOUND);
}

/* A hamlet, a former municipality: said in brackets, and no obstacle. */
static void
test_hints (void)
{
  check ("Rue de la Station 4 (Prayon), 4870 Trooz", "Rue de la Station 4, 4870 Trooz", ADDRESS,
         NONE);
  check ("Rue de la Station (Fraipont) 4, 4870 Trooz", "Rue de la Station 4, 4870 Trooz", ADDRESS,
         NONE);
  check ("Rue Haute 4 (Prayon), 4870 Trooz", "Rue Haute (Prayon) 4, 4870 Trooz", ADDRESS, NONE);
  check ("Rue Haute 4, Fraip., 4870 Trooz", "Rue Haute (Fraipont) 4, 4870 Trooz", ADDRESS, NONE);
  check ("Rue Haute 4, 4870 Trooz", "Rue Haute (Fraipont) 4, 4870 Trooz", ADDRESS,
         ENT_ADDRESS_DOUBT_SEVERAL);
  check ("Rue Franklin 4, 4870 Trooz", "Rue Franklin (Nessonvaux) 4, 4870 Trooz", ADDRESS, NONE);
  check ("Rue de la Station 4, 4870 Prayon", "Rue de la Station 4, 4870 Trooz", ADDRESS, NONE);
}

static void
test_fields (void)
{
  const EntAddressQuery query = { NULL, "Rue du 11 Novembre", "5", "2", "4870", "Trooz" };
  g_auto(EntAddressAnswer) answer = { NULL };
  g_autofree char *found = NULL;

  g_assert_true (ent_addresses_resolve (register_addresses (), &query, &answer, NULL));
  g_assert_cmpint (answer.doubt, ==, ENT_ADDRESS_DOUBT_NONE);
  found = ent_address_match_format (ent_address_answer_get_best (&answer));
  g_assert_cmpstr (found, ==, "Rue du 11 Novembre 5, 4870 Trooz");
}

/* The houses of the map and those of the register are told apart. */
static void
test_origins (void)
{
  g_auto(EntAddressAnswer) official = { NULL };
  g_auto(EntAddressAnswer) mapped = { NULL };

  resolve ("Rue Gallait 4, 1030", &official);
  g_assert_cmpint (ent_address_answer_get_best (&official)->origin, ==, ENT_ADDRESS_ORIGIN_BEST);
  resolve ("Vlimmersebaan 9, Wechelderzande", &mapped);
  g_assert_cmpint (ent_address_answer_get_best (&mapped)->origin, ==, ENT_ADDRESS_ORIGIN_OSM);
}

#define HEADER "lat,lon,house_number,postcode,postname_fr,streetname_fr,streetname_nl\n"

static EntAddresses *
open_with (const char *csv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntRegion) region = register_build ((const char *[]) { csv, NULL }, &error);
  EntAddresses *addresses;

  g_assert_no_error (error);
  addresses = ent_addresses_open (region, &error);
  g_assert_no_error (error);
  return addresses;
}

/* A street that both sources have is one answer, which knows the houses of both. */
static void
test_twins (void)
{
  g_autoptr(EntAddresses)
                addresses = open_with (HEADER "51.2690,4.7861,998,2275,Lille,,Vlimmersebaan\n");
  static const struct
  {
    const char *text;
    EntAddressOrigin origin;
  } asked[] = { { "Vlimmersebaan 998, 2275", ENT_ADDRESS_ORIGIN_BEST },
                { "Vlimmersebaan 9, 2275", ENT_ADDRESS_ORIGIN_OSM } };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const EntAddressQuery query = { .text = asked[i].text };
      g_auto(EntAddressAnswer) answer = { NULL };
      guint n = 0;

      g_assert_true (ent_addresses_resolve (addresses, &query, &answer, NULL));
      g_assert_cmpint (answer.doubt, ==, NONE);
      g_assert_cmpint (ent_address_answer_get_best (&answer)->precision, ==, ADDRESS);
      g_assert_cmpint (ent_address_answer_get_best (&answer)->origin, ==, asked[i].origin);
      for (guint j = 0; j < answer.matches->len; j++)
        {
          const EntAddressMatch *match = g_ptr_array_index (answer.matches, j);

          n += g_strcmp0 (match->street, "Vlimmersebaan") == 0;
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* Where there are more streets of one name than are looked at, none is taken without asking. */
static void
test_many_homonyms (void)
{
  g_autoptr(GString) csv = g_string_new (HEADER);
  g_autoptr(EntAddresses) addresses = NULL;
  const EntAddressQuery vague = { .text = "Rue Haute 1" };
  const EntAddressQuery exact = { .text = "Rue Haute 1, 4321" };
  g_auto(EntAddressAnswer) several = { NULL };
  g_auto(EntAddressAnswer) one = { NULL };

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (csv, "50.%04u,5.6,1,%u,Ville%u,Rue Haute,\n", i * 20, 4000 + i, i);
  addresses = open_with (csv->str);
  g_assert_true (ent_addresses_resolve (addresses, &vague, &several, NULL));
  g_assert_cmpint (several.doubt, ==, ENT_ADDRESS_DOUBT_SEVERAL);
  g_assert_cmpuint (several.matches->len, ==, ENT_ADDRESS_CHOICES);
  g_assert_true (ent_addresses_resolve (addresses, &exact, &one, NULL));
  g_assert_cmpint (one.doubt, ==, NONE);
  g_assert_cmpstr (ent_address_answer_get_best (&one)->postcode, ==, "4321");
}

static void
check_first (const char *text, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) matches = ent_addresses_suggest (register_addresses (), text, 8, &error);
  g_autofree char *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (matches->len, <=, 8);
  first = matches->len > 0 ? ent_address_match_format (g_ptr_array_index (matches, 0)) : NULL;
  g_test_message ("%s", text);
  g_assert_cmpstr (first, ==, expected);
}

static void
test_suggests (void)
{
  check_first ("Rue Gal", "Rue Gallait, 1030 Schaerbeek");
  check_first ("gal", "Rue Gallait, 1030 Schaerbeek");
  check_first ("galla", "Rue Gallait, 1030 Schaerbeek");
  check_first ("gallaitst", "Gallaitstraat, 1030 Schaerbeek");
  check_first ("gallaitstr", "Gallaitstraat, 1030 Schaerbeek");
  check_first ("Gallaitstr. 4", "Gallaitstraat 4, 1030 Schaerbeek");
  check_first ("rue gallait 4", "Rue Gallait 4, 1030 Schaerbeek");
  check_first ("rue gallait 4, 10", "Rue Gallait 4, 1030 Schaerbeek");
  check_first ("rue gallait 4, 1030", "Rue Gallait 4, 1030 Schaerbeek");
  check_first ("rue gallait 4, 1030 scha", "Rue Gallait 4, 1030 Schaerbeek");
  check_first ("av r", "Avenue Rogier, 1030 Schaerbeek");
  check_first ("eglise tro", "Rue de l'Église, 4870 Trooz");
  check_first ("église lié", "Rue de l'Église, 4020 Liège");
  check_first ("4870 rue de l", "Rue de l'Église, 4870 Trooz");
  check_first ("st gil", "Rue Saint-Gilles, 4000 Liège");
  check_first ("11 nov", "Rue du 11 Novembre, 4870 Trooz");
  check_first ("neus", "Neustraße, 4700 Eupen");
  check_first ("Trooz", "4870 Trooz");
  check_first ("Troo", "4870 Trooz");
  check_first ("rue galait 4", "Rue Gallait 4, 1030 Schaerbeek");
  check_first ("", NULL);
  check_first ("zzzzzzzz", NULL);
}

/* Every street is among the suggestions from some key on, and stays there. */
static void
test_suggests_while_typing (void)
{
  for (guint i = 0; i < n_register_streets; i++)
    {
      const RegisterStreet *row = &register_streets[i];
      const char *name = row->fr != NULL ? row->fr : row->de;
      g_autofree char *text = g_strdup_printf ("%s %s", name, register_town (row->postcode)->fr);
      gboolean seen = FALSE;

      for (const char *end = g_utf8_next_char (text); *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (text, (gsize) (end - text));
          g_autoptr(GPtrArray)
                        matches = ent_addresses_suggest (register_addresses (), typed, 8, NULL);
          gboolean there = FALSE;

          for (guint j = 0; j < matches->len; j++)
            {
              const EntAddressMatch *match = g_ptr_array_index (matches, j);

              there = there || (g_strcmp0 (match->street, name) == 0 &&
                                g_strcmp0 (match->postcode, row->postcode) == 0);
            }
          if (end - text >= (gssize) strlen (name))
            {
              g_test_message ("%s", typed);
              g_assert_true (there);
            }
          seen = seen || there;
        }
      g_assert_true (seen);
    }
}

static void
test_near (void)
{
  g_auto(EntAddressAnswer) answer = { NULL };
  g_autoptr(EntAddressMatch) match = NULL;
  g_autofree char *found = NULL;
  EntPoint point;
  double metres = -1.0;

  resolve ("Rue Pierreuse 10, 4000 Liège", &answer);
  point = ent_address_answer_get_best (&answer)->point;
  point.longitude += 0.00003;
  match = ent_addresses_near (register_addresses (), point, &metres, NULL);
  g_assert_nonnull (match);
  found = ent_address_match_format (match);
  g_assert_cmpstr (found, ==, "Rue Pierreuse 10, 4000 Liège");
  g_assert_cmpfloat (metres, >, 1.0);
  g_assert_cmpfloat (metres, <, 4.0);
}

static void
test_near_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntAddressMatch) match = ent_addresses_near (register_addresses (),
                                                         (EntPoint) { 48.0, 2.0 }, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (match);
}

static const EntAddressQuery many[] = {
  { .text = "Rue Gallait 4, 1030 Schaerbeek" },
  { .text = "Rue Xyzzyva 4, 9999 Nowhere" },
  { .text = "Rue Galait 4, 1030 Schaerbeek" },
  { .street = "Rue de Verviers", .number = "12", .postcode = "4870" },
  { .text = "" },
};

static void
check_report (const EntAddressReport *report)
{
  static const guint order[] = { 1, 4, 2, 0, 3 };

  g_assert_cmpuint (report->n, ==, G_N_ELEMENTS (many));
  g_assert_cmpuint (report->n_not_found, ==, 2);
  g_assert_cmpuint (report->n_to_choose, ==, 1);
  g_assert_cmpuint (report->n_taken, ==, 2);
  g_assert_cmpuint (report->n_by_precision[ENT_ADDRESS_PRECISION_NONE], ==, 2);
  g_assert_cmpuint (report->n_by_precision[ENT_ADDRESS_PRECISION_ADDRESS], ==, 2);
  g_assert_cmpuint (report->n_by_precision[ENT_ADDRESS_PRECISION_INTERPOLATED], ==, 1);
  g_assert_cmpmem (report->order, report->n * sizeof (guint), order, sizeof order);
}

static void
test_many (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntAddressReport)
                report = ent_addresses_resolve_many (register_addresses (), many,
                                                     G_N_ELEMENTS (many), NULL, &error);

  g_assert_no_error (error);
  check_report (report);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static EntAddressReport *
resolve_async (GCancellable *cancellable, GError **error)
{
  g_autoptr(GArray) queries = g_array_new (FALSE, FALSE, sizeof (EntAddressQuery));
  g_autoptr(GAsyncResult) result = NULL;

  g_array_append_vals (queries, many, G_N_ELEMENTS (many));
  ent_addresses_resolve_many_async (register_addresses (), queries, cancellable, finished_cb,
                                    &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ent_addresses_resolve_many_finish (register_addresses (), result, error);
}

static void
test_many_async (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntAddressReport) report = resolve_async (NULL, &error);

  g_assert_no_error (error);
  check_report (report);
}

static void
test_many_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(EntAddressReport) report = NULL;

  g_cancellable_cancel (cancellable);
  report = resolve_async (cancellable, &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
ask_cb (gpointer data)
{
  guint n_taken = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_auto(EntAddressAnswer) answer = { NULL };
      g_autoptr(GPtrArray) matches = NULL;

      g_assert_true (ent_addresses_resolve (data, &many[0], &answer, NULL));
      n_taken += answer.doubt == ENT_ADDRESS_DOUBT_NONE;
      matches = ent_addresses_suggest (data, "rue g", 8, NULL);
      g_assert_cmpuint (matches->len, >, 0);
    }
  return GUINT_TO_POINTER (n_taken);
}

static void
test_threads (void)
{
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_cb, register_addresses ());
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 40);
}

/* Whoever has a connection to the old region goes on with it; nobody mixes the two. */
static void
test_replaced (void)
{
  g_autoptr(EntRegion) region = register_build (NULL, NULL);
  g_autoptr(EntRegion) other = register_build (
      (const char *[]) { HEADER "50.5,5.6,1,4870,Trooz,Rue Haute,\n", NULL }, NULL);
  g_autoptr(EntAddresses) open_before = ent_addresses_open (region, NULL);
  g_autoptr(EntAddresses) open_after = NULL;
  g_autoptr(GPtrArray) matches = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_rename (ent_region_get_path (other), ent_region_get_path (region)), ==, 0);
  matches = ent_addresses_suggest (open_before, "vlimm", 8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (matches->len, >, 0);
  open_after = ent_addresses_open (region, &error);
  g_assert_null (open_after);
  g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_MISSING);
}

/* A region whose pages were altered answers with an error or with something, and never crashes. */
static void
test_damaged (void)
{
  g_autoptr(EntRegion) region = register_build (NULL, NULL);
  g_autofree char *path = g_build_filename (register_folder (), "damaged", NULL);
  g_autofree char *data = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  gsize length;

  g_assert_true (g_file_get_contents (ent_region_get_path (region), &data, &length, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr(EntRegion) damaged = NULL;
      g_autoptr(EntAddresses) addresses = NULL;
      g_auto(EntAddressAnswer) answer = { NULL };
      g_autoptr(GPtrArray) matches = NULL;
      g_autoptr(EntAddressMatch) near = NULL;

      for (guint n = 0; n < 200; n++)
        copy[g_rand_int_range (rand, 100, (gint32) length)] = (char) g_rand_int_range (rand, 0,
                                                                                       256);
      g_assert_true (g_file_set_contents (path, copy, (gssize) length, NULL));
      damaged = ent_region_open (path, NULL);
      addresses = damaged != NULL ? ent_addresses_open (damaged, NULL) : NULL;
      if (addresses == NULL)
        continue;
      ent_addresses_resolve (addresses, &(EntAddressQuery) { .text = "Vlimmersebaan 1, 2275" },
                             &answer, NULL);
      matches = ent_addresses_suggest (addresses, "vlim", 8, NULL);
      near = ent_addresses_near (addresses, (EntPoint) { 51.263, 4.785 }, NULL, NULL);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addresses/languages", test_languages);
  g_test_add_func ("/addresses/numbers", test_numbers);
  g_test_add_func ("/addresses/interpolates", test_interpolates);
  g_test_add_func ("/addresses/doubts", test_doubts);
  g_test_add_func ("/addresses/hints", test_hints);
  g_test_add_func ("/addresses/fields", test_fields);
  g_test_add_func ("/addresses/origins", test_origins);
  g_test_add_func ("/addresses/twins", test_twins);
  g_test_add_func ("/addresses/homonyms", test_many_homonyms);
  g_test_add_func ("/addresses/suggests", test_suggests);
  g_test_add_func ("/addresses/suggests/typing", test_suggests_while_typing);
  g_test_add_func ("/addresses/near", test_near);
  g_test_add_func ("/addresses/near/nothing", test_near_nothing);
  g_test_add_func ("/addresses/many", test_many);
  g_test_add_func ("/addresses/many/async", test_many_async);
  g_test_add_func ("/addresses/many/cancelled", test_many_cancelled);
  g_test_add_func ("/addresses/threads", test_threads);
  g_test_add_func ("/addresses/replaced", test_replaced);
  g_test_add_func ("/addresses/damaged", test_damaged);
  status = g_test_run ();
  register_clear ();
  return status;
}
