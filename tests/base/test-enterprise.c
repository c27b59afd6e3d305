/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enterprise, establishment and VAT numbers, and the French identifiers. */
#include "ent-enterprise.h"
#include "ent-french-number.h"

#include <string.h>

typedef EntNumberStatus (*Parse) (const char *text, char **normalized);

static void
check_good (Parse parse, const char *text, const char *expected)
{
  g_autofree char *number = NULL;
  EntNumberStatus status = parse (text, &number);

  if (status != ENT_NUMBER_OK)
    g_error ("\"%s\" gives %d", text, status);
  g_assert_cmpstr (number, ==, expected);
  g_assert_cmpint (parse (text, NULL), ==, ENT_NUMBER_OK);
}

static void
check_wrong (Parse parse, const char *text, EntNumberStatus expected)
{
  char *number = (char *) "untouched";
  EntNumberStatus status = parse (text, &number);

  if (status != expected)
    g_error ("\"%s\" gives %d", text, status);
  g_assert_null (number);
}

static void
check_shown (char *shown, const char *expected)
{
  g_assert_cmpstr (shown, ==, expected);
  g_free (shown);
}

static void
test_enterprise (void)
{
  check_good (ent_enterprise_parse, "0136.695.962", "0136695962");
  check_good (ent_enterprise_parse, "136.695.962", "0136695962");
  check_good (ent_enterprise_parse, "BE 0136.695.962", "0136695962");
  check_good (ent_enterprise_parse, "TVA BE0136695962", "0136695962");
  check_good (ent_enterprise_parse, " btw: be 0136 695 962", "0136695962");
  check_good (ent_enterprise_parse, "1000000021", "1000000021");
  check_wrong (ent_enterprise_parse, NULL, ENT_NUMBER_EMPTY);
  check_wrong (ent_enterprise_parse, "", ENT_NUMBER_EMPTY);
  check_wrong (ent_enterprise_parse, "BE", ENT_NUMBER_EMPTY);
  check_wrong (ent_enterprise_parse, "0136.695.963", ENT_NUMBER_CHECK);
  check_wrong (ent_enterprise_parse, "0136.695.926", ENT_NUMBER_CHECK);
  check_wrong (ent_enterprise_parse, "01366959", ENT_NUMBER_LENGTH);
  check_wrong (ent_enterprise_parse, "01366959620", ENT_NUMBER_LENGTH);
  check_wrong (ent_enterprise_parse, "FR 0136.695.962", ENT_NUMBER_CHARACTERS);
  check_wrong (ent_enterprise_parse, "0136.695.96é", ENT_NUMBER_CHARACTERS);
  /* A right check, but the number of an establishment. */
  check_wrong (ent_enterprise_parse, "2000000042", ENT_NUMBER_CHECK);
}

static void
test_establishment (void)
{
  check_good (ent_establishment_parse, "2.000.000.042", "2000000042");
  check_good (ent_establishment_parse, "8000000071", "8000000071");
  check_wrong (ent_establishment_parse, "2.000.000.043", ENT_NUMBER_CHECK);
  check_wrong (ent_establishment_parse, "0136695962", ENT_NUMBER_CHECK);
  check_wrong (ent_establishment_parse, "9000000092", ENT_NUMBER_CHECK);
  check_wrong (ent_establishment_parse, "", ENT_NUMBER_EMPTY);
  check_wrong (ent_establishment_parse, "200000007", ENT_NUMBER_LENGTH);
}

static void
test_belgian_writings (void)
{
  check_shown (ent_enterprise_normalize ("BE 136.695.962"), "0136695962");
  check_shown (ent_enterprise_normalize ("x"), NULL);
  check_shown (ent_enterprise_format ("0136695962"), "0136.695.962");
  check_shown (ent_enterprise_format ("12"), "12");
  check_shown (ent_enterprise_format (NULL), "");
  check_shown (ent_establishment_format ("2000000042"), "2.000.000.042");
  check_shown (ent_vat_normalize ("0136.695.962"), "BE0136695962");
  check_shown (ent_vat_normalize ("0136.695.963"), NULL);
  check_shown (ent_vat_format ("BE0136695962"), "BE 0136.695.962");
  check_shown (ent_vat_format ("FR123"), "FR123");
  g_assert_cmpstr (ent_enterprise_status_message (ENT_NUMBER_OK), ==, "");
  for (int i = ENT_NUMBER_EMPTY; i <= ENT_NUMBER_DATE; i++)
    g_assert_cmpuint (strlen (ent_enterprise_status_message ((EntNumberStatus) i)), >, 20);
}

static void
test_nir (void)
{
  check_good (ent_nir_parse, "2 69 05 49 588 157 80", "269054958815780");
  check_good (ent_nir_parse, "269054958815780", "269054958815780");
  check_good (ent_nir_parse, "1 84 12 76 451 089 46", "184127645108946");
  check_wrong (ent_nir_parse, "2 69 05 49 588 157 81", ENT_NUMBER_CHECK);
  check_wrong (ent_nir_parse, "2 69 05 49 588 157", ENT_NUMBER_LENGTH);
  check_wrong (ent_nir_parse, "2 69 05 4A 588 157 80", ENT_NUMBER_CHARACTERS);
  check_wrong (ent_nir_parse, "2 69 05 49 588 157 8A", ENT_NUMBER_CHARACTERS);
  check_wrong (ent_nir_parse, "", ENT_NUMBER_EMPTY);
  check_wrong (ent_nir_parse, NULL, ENT_NUMBER_EMPTY);
}

/* Corsica counts as 19 or 18 in the sum, and keeps its letter. */
static void
test_nir_of_corsica (void)
{
  const char letters[] = { 'A', 'B' };
  const gint64 counted[] = { G_GINT64_CONSTANT (1840119451089), G_GINT64_CONSTANT (1840118451089) };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      int key = (int) (97 - counted[i] % 97);
      g_autofree char *text = g_strdup_printf ("1 84 01 2%c 451 089 %02d", letters[i], key);
      g_autofree char *lower = g_ascii_strdown (text, -1);
      g_autofree char *expected = g_strdup_printf ("184012%c451089%02d", letters[i], key);
      g_autofree char *other = g_strdup_printf ("1 84 01 2%c 451 089 %02d", letters[1 - i], key);

      check_good (ent_nir_parse, text, expected);
      check_good (ent_nir_parse, lower, expected);
      check_wrong (ent_nir_parse, other, ENT_NUMBER_CHECK);
      check_shown (ent_nir_format (expected), text);
    }
}

static void
test_nir_month_and_sex (void)
{
  const struct
  {
    gint64 number;
    EntNumberStatus status;
  } cases[] = { { G_GINT64_CONSTANT (2691349588157), ENT_NUMBER_DATE },
                { G_GINT64_CONSTANT (2690049588157), ENT_NUMBER_DATE },
                { G_GINT64_CONSTANT (2693149588157), ENT_NUMBER_OK },
                { G_GINT64_CONSTANT (2695049588157), ENT_NUMBER_OK },
                { G_GINT64_CONSTANT (8690549588157), ENT_NUMBER_OK },
                { G_GINT64_CONSTANT (5690549588157), ENT_NUMBER_CHECK } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "%02d", cases[i].number,
                                               (int) (97 - cases[i].number % 97));

      g_assert_cmpint (ent_nir_parse (text, NULL), ==, cases[i].status);
    }
}

static void
test_siren_and_siret (void)
{
  check_good (ent_siren_parse, "732 829 320", "732829320");
  check_good (ent_siren_parse, "356000000", "356000000");
  check_wrong (ent_siren_parse, "732829321", ENT_NUMBER_CHECK);
  check_wrong (ent_siren_parse, "73282932", ENT_NUMBER_LENGTH);
  check_wrong (ent_siren_parse, "73282932A", ENT_NUMBER_CHARACTERS);
  check_good (ent_siret_parse, "732 829 320 00074", "73282932000074");
  check_wrong (ent_siret_parse, "73282932000075", ENT_NUMBER_CHECK);
  check_wrong (ent_siret_parse, "7328293200007", ENT_NUMBER_LENGTH);
  check_wrong (ent_siret_parse, "", ENT_NUMBER_EMPTY);
  /* La Poste: by digit sum, its seat by Luhn. */
  check_good (ent_siret_parse, "35600000049837", "35600000049837");
  check_good (ent_siret_parse, "35600000000048", "35600000000048");
  check_wrong (ent_siret_parse, "35600000049838", ENT_NUMBER_CHECK);
  check_shown (ent_siren_format ("732829320"), "732 829 320");
  check_shown (ent_siret_format ("73282932000074"), "732 829 320 00074");
  check_shown (ent_siret_format ("7"), "7");
  check_shown (ent_siren_format (NULL), "");
  check_shown (ent_nir_format ("269054958815780"), "2 69 05 49 588 157 80");
  check_shown (ent_nir_format (NULL), "");
}

static void
test_fuzz (void)
{
  const Parse parsers[] = { ent_enterprise_parse, ent_establishment_parse, ent_nir_parse,
                            ent_siren_parse, ent_siret_parse };
  const char signs[] = "0123456789012345678901234567890123456789 .-AB2bBE\xc3";
  g_autoptr(GRand) random = g_rand_new_with_seed (13);
  guint n_good = 0;

  for (int i = 0; i < 200000; i++)
    {
      char text[24] = "";
      int length = g_rand_int_range (random, 0, 18);
      Parse parse = parsers[i % 5];
      g_autofree char *number = NULL;

      for (int j = 0; j < length; j++)
        text[j] = signs[g_rand_int_range (random, 0, (int) sizeof signs - 1)];
      if (parse (text, &number) == ENT_NUMBER_OK)
        {
          check_good (parse, number, number);
          n_good++;
        }
      else
        g_assert_null (number);
    }
  g_assert_cmpuint (n_good, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/enterprise/enterprise", test_enterprise);
  g_test_add_func ("/enterprise/establishment", test_establishment);
  g_test_add_func ("/enterprise/writings", test_belgian_writings);
  g_test_add_func ("/french/nir", test_nir);
  g_test_add_func ("/french/nir-corsica", test_nir_of_corsica);
  g_test_add_func ("/french/nir-month-and-sex", test_nir_month_and_sex);
  g_test_add_func ("/french/siren-siret", test_siren_and_siret);
  g_test_add_func ("/enterprise/fuzz", test_fuzz);
  return g_test_run ();
}
