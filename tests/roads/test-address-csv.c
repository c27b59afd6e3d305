/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading files of official addresses, good ones and bad ones. */
#include "ent-address-csv.h"

#include <string.h>

#include "address-register.h"
#include "ent-roads-error.h"

#define HEADER "EPSG:4326_lat,EPSG:4326_lon,house_number,postcode,streetname_fr,street_id,status\n"
#define GOOD "50.5,5.6,1,4870,Rue Haute,7,current\n"

/* Reads a file; NULL when it is refused. */
static EntAddressCsvReport *
read_bytes (const char *data, gsize length, GError **error)
{
  g_autoptr(EntAddressBook) book = ent_address_book_new (ENT_ADDRESS_ORIGIN_BEST);
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, length);
  const EntAddressCsvFile file = { bytes, "file.csv", NULL, NULL };
  EntAddressCsvReport *report = g_new0 (EntAddressCsvReport, 1);

  if (ent_address_csv_read (&file, book, report, error))
    return report;
  g_free (report);
  return NULL;
}

static EntAddressCsvReport *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  EntAddressCsvReport *report = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_lines, ==, report->n_taken + report->n_passed + report->n_bad);
  return report;
}

static void
check_taken (const char *text, guint taken)
{
  g_autofree EntAddressCsvReport *report = read_text (text);

  g_assert_cmpuint (report->n_taken, ==, taken);
  g_assert_cmpuint (report->n_bad, ==, 0);
}

static void
check_refused (const char *text, const char *missing)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_bytes (text, strlen (text), &error));
  g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "file.csv"));
  g_assert_nonnull (strstr (error->message, missing));
}

static void
check_bad (const char *line, EntAddressCsvReason reason)
{
  g_autofree char *shown = g_utf8_make_valid (line, (gssize) MIN (strlen (line), 60));
  g_autofree char *text = g_strconcat (HEADER GOOD, line, "\n", GOOD, NULL);
  g_autofree EntAddressCsvReport *report = read_text (text);

  g_test_message ("%s", shown);
  g_assert_cmpuint (report->n_bad, ==, 1);
  g_assert_cmpuint (report->n_by_reason[reason], ==, 1);
  g_assert_cmpuint (report->n_kept, ==, 1);
  g_assert_cmpuint (report->kept[0].line, ==, 3);
  g_assert_cmpint (report->kept[0].reason, ==, reason);
  g_assert_cmpuint (strlen (ent_address_csv_reason_text (reason)), >, 0);
}

static void
test_reads_register (void)
{
  g_autofree char *csv = register_csv ();
  g_autofree EntAddressCsvReport *report = read_text (csv);

  g_assert_cmpuint (report->n_taken, ==, n_register_streets * 16);
  g_assert_cmpuint (report->n_passed, ==, n_register_streets);
  g_assert_cmpuint (report->n_bad, ==, 0);
}

static void
test_forms (void)
{
  check_taken (HEADER GOOD, 1);
  check_taken (HEADER "50.5,5.6,1,4870,Rue Haute,7,current", 1);
  check_taken ("\xef\xbb\xbf" HEADER GOOD, 1);
  check_taken ("STATUS;Postcode;HOUSE_NUMBER;StreetName_NL;epsg:4326_LON;EPSG:4326_lat;x\r\n"
               "Current;1030;12A;Rogierlaan;4,37;50,86;\r\n\r\n",
               1);
  check_taken ("lat|lon|house_number|postcode|streetname_de\n50.6|6.0|3|4700|Neustraße\n", 1);
  check_taken ("lat\tlon\thouse_number\tpostcode\tstreetname_fr\n"
               "50.6\t6.0\t3\t4700\t\"Rue \"\"Neuve\"\"\"\n",
               1);
}

static void
test_passes_over (void)
{
  g_autofree EntAddressCsvReport *report = read_text (
      HEADER "50.5,5.6,1,4870,Rue Haute,7,retired\n"
             "50.5,5.6,1,4870,Rue Haute,7,proposed\n" GOOD GOOD "50.5,5.6,2,4870,Rue Haute,7,\n");

  g_assert_cmpuint (report->n_taken, ==, 2);
  g_assert_cmpuint (report->n_passed, ==, 3);
  g_assert_cmpuint (report->n_bad, ==, 0);
}

static void
test_bad_lines (void)
{
  g_autofree char *long_name = g_strnfill (1 << 20, 'a');
  g_autofree char *long_line = g_strconcat ("50.5,5.6,1,4870,", long_name, ",7,current", NULL);

  check_bad ("50.5,5.6,1,4870,Rue Haute", ENT_ADDRESS_CSV_FIELDS);
  check_bad ("50.5,5.6,1,4870,Rue Haute,7,current,more", ENT_ADDRESS_CSV_FIELDS);
  check_bad ("50.5,5.6,1,4870,\"Rue Haute,7,current", ENT_ADDRESS_CSV_QUOTE);
  check_bad ("50.5,5.6,1,4870,\"Rue\" Haute,7,current", ENT_ADDRESS_CSV_QUOTE);
  check_bad ("50.5,5.6,1,4870,Rue de l'\xc9glise,7,current", ENT_ADDRESS_CSV_ENCODING);
  check_bad ("50.5,5.6,1,4870,,7,current", ENT_ADDRESS_CSV_STREET);
  check_bad ("50.5,5.6,,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_NUMBER);
  check_bad ("50.5,5.6,ZZ,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_NUMBER);
  check_bad ("50.5,5.6,123456,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_NUMBER);
  check_bad ("50.5,5.6,1,48,Rue Haute,7,current", ENT_ADDRESS_CSV_POSTCODE);
  check_bad ("50.5,5.6,1,487x,Rue Haute,7,current", ENT_ADDRESS_CSV_POSTCODE);
  check_bad (",5.6,1,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_POINT);
  check_bad ("0,0,1,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_POINT);
  check_bad ("95,5.6,1,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_POINT);
  check_bad ("nan,5.6,1,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_POINT);
  check_bad ("50.5 N,5.6,1,4870,Rue Haute,7,current", ENT_ADDRESS_CSV_POINT);
  check_bad (long_line, ENT_ADDRESS_CSV_TOO_LONG);
}

static void
test_nul (void)
{
  static const char data[] = HEADER GOOD "50.5,5.6,1,4870,Rue\0Haute,7,current\n" GOOD;
  g_autoptr(GError) error = NULL;
  g_autofree EntAddressCsvReport *report = read_bytes (data, sizeof data - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_by_reason[ENT_ADDRESS_CSV_ENCODING], ==, 1);
  g_assert_cmpuint (report->n_taken, ==, 1);
}

static void
test_keeps_first_bad_lines (void)
{
  g_autoptr(GString) text = g_string_new (HEADER);
  g_autofree EntAddressCsvReport *report = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "nothing\n");
  report = read_text (text->str);
  g_assert_cmpuint (report->n_bad, ==, 100);
  g_assert_cmpuint (report->n_kept, ==, ENT_ADDRESS_CSV_KEPT);
  g_assert_cmpuint (report->kept[ENT_ADDRESS_CSV_KEPT - 1].line, ==, ENT_ADDRESS_CSV_KEPT + 1);
}

static void
test_refuses (void)
{
  g_autofree char *long_header = g_strnfill (1 << 20, 'x');

  check_refused ("", "UTF-8");
  check_refused ("\xff\xfe"
                 "a",
                 "UTF-8");
  check_refused ("lat,lon,postcode,streetname_fr\n", "house_number");
  check_refused ("lat,lon,house_number,streetname_fr\n", "postcode");
  check_refused ("lat,lon,house_number,postcode\n", "streetname_fr");
  check_refused ("lon,house_number,postcode,streetname_nl\n", "EPSG:4326_lat");
  check_refused ("lat,house_number,postcode,streetname_nl\n", "EPSG:4326_lon");
  check_refused (long_header, "house_number");
}

/* Changed at random, a file is read to the end or refused, and each line counts once. */
static void
test_mutations (void)
{
  g_autofree char *csv = register_csv ();
  gsize length = 6000;
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *copy = g_memdup2 (csv, length);
      g_autofree EntAddressCsvReport *report = NULL;

      for (gint n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      report = read_bytes (copy, length, NULL);
      if (report != NULL)
        g_assert_cmpuint (report->n_lines, ==, report->n_taken + report->n_passed + report->n_bad);
    }
}

/* Bad lines do not stop an import, and the region tells about them. */
static void
test_import_tells_bad_lines (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntRegion) region = register_build ((const char *[]) { HEADER GOOD "bad\n",
                                                                   HEADER "bad\n" GOOD, NULL },
                                                &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ent_region_get_fact (region, "address-lines"), ==, "4");
  g_assert_cmpstr (ent_region_get_fact (region, "address-bad-lines"), ==, "2");
  g_assert_nonnull (strstr (ent_region_get_fact (region, "address-bad"), "addresses-0.csv"));
  g_assert_nonnull (strstr (ent_region_get_fact (region, "address-bad"), "addresses-1.csv"));
  g_assert_cmpint (ent_region_get_address_time (region), >, 0);
}

static void
test_import_refuses (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (register_build ((const char *[]) { "a,b,c\n1,2,3\n", NULL }, &error));
  g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-csv/register", test_reads_register);
  g_test_add_func ("/address-csv/forms", test_forms);
  g_test_add_func ("/address-csv/passes-over", test_passes_over);
  g_test_add_func ("/address-csv/bad-lines", test_bad_lines);
  g_test_add_func ("/address-csv/nul", test_nul);
  g_test_add_func ("/address-csv/keeps-first", test_keeps_first_bad_lines);
  g_test_add_func ("/address-csv/refuses", test_refuses);
  g_test_add_func ("/address-csv/mutations", test_mutations);
  g_test_add_func ("/address-csv/import/bad-lines", test_import_tells_bad_lines);
  g_test_add_func ("/address-csv/import/refuses", test_import_refuses);
  status = g_test_run ();
  register_clear ();
  return status;
}
