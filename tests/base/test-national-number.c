/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Register and BIS numbers. All numbers are published examples or made up. */
#include "ent-national-number.h"

#include "ent-date.h"

#include <string.h>

static EntNationalNumber
parse_good (const char *text)
{
  EntNationalNumber number;

  g_assert_cmpint (ent_national_number_parse (text, &number), ==, ENT_NUMBER_OK);
  g_assert_cmpint (number.status, ==, ENT_NUMBER_OK);
  return number;
}

static void
check_birth (EntNationalNumber number, int year, int month, int day)
{
  g_assert_cmpint (number.birth_year, ==, year);
  g_assert_cmpint (number.birth_month, ==, month);
  g_assert_cmpint (number.birth_day, ==, day);
  if (day != 0)
    g_assert_cmpint (number.birth_day_number, ==, ent_day_from_ymd (year, month, day));
  else
    g_assert_cmpint (number.birth_day_number, ==, ENT_DAY_NONE);
}

/* A number with right check digits from its nine first ones. */
static char *
complete (const char *nine, gboolean from_2000)
{
  return g_strdup_printf ("%s%02d", nine, ent_national_number_check_digits (nine, from_2000));
}

static void
test_ordinary (void)
{
  EntNationalNumber number = parse_good ("88022999990");

  check_birth (number, 1988, 2, 29);
  g_assert_false (number.is_bis);
  g_assert_true (number.sex_known);
  g_assert_true (number.male);

  number = parse_good ("93051822361");
  check_birth (number, 1993, 5, 18);
  g_assert_true (number.male);
}

static void
test_bis (void)
{
  EntNationalNumber number = parse_good ("88222999936");

  check_birth (number, 1988, 2, 29);
  g_assert_true (number.is_bis);
  g_assert_false (number.sex_known);
  g_assert_false (number.male);

  number = parse_good ("88422999979");
  check_birth (number, 1988, 2, 29);
  g_assert_true (number.is_bis);
  g_assert_true (number.sex_known);
  g_assert_true (number.male);

  number = parse_good ("08222999934");
  check_birth (number, 2008, 2, 29);
  g_assert_false (number.sex_known);

  number = parse_good ("08422999977");
  check_birth (number, 2008, 2, 29);
  g_assert_true (number.sex_known);
}

static void
test_woman_and_both_centuries (void)
{
  g_autofree char *old_woman = complete ("050101002", FALSE);
  g_autofree char *young_woman = complete ("050101002", TRUE);
  EntNationalNumber number = parse_good (old_woman);

  check_birth (number, 1905, 1, 1);
  g_assert_true (number.sex_known);
  g_assert_false (number.male);
  check_birth (parse_good (young_woman), 2005, 1, 1);
  g_assert_cmpstr (old_woman, !=, young_woman);
}

static void
test_unknown_birth (void)
{
  g_autofree char *no_day = complete ("500600001", FALSE);
  g_autofree char *no_month = complete ("500000001", FALSE);
  g_autofree char *counted = complete ("500003001", FALSE);
  g_autofree char *nothing = complete ("000001001", FALSE);
  g_autofree char *bis = complete ("502000001", FALSE);
  g_autofree char *bis_sex = complete ("504000002", TRUE);
  EntNationalNumber number;

  check_birth (parse_good (no_day), 1950, 6, 0);
  check_birth (parse_good (no_month), 1950, 0, 0);
  check_birth (parse_good (counted), 1950, 0, 0);
  check_birth (parse_good (nothing), 0, 0, 0);
  number = parse_good (bis);
  check_birth (number, 1950, 0, 0);
  g_assert_true (number.is_bis);
  g_assert_false (number.sex_known);
  number = parse_good (bis_sex);
  check_birth (number, 2050, 0, 0);
  g_assert_true (number.sex_known);
  g_assert_false (number.male);
}

static void
test_check_digits_at_their_bounds (void)
{
  gboolean seen[98] = { FALSE };

  for (int serial = 1; serial < 999; serial++)
    {
      g_autofree char *nine = g_strdup_printf ("880229%03d", serial);
      int check = ent_national_number_check_digits (nine, FALSE);
      g_autofree char *number = complete (nine, FALSE);

      g_assert_cmpint (check, >=, 1);
      g_assert_cmpint (check, <=, 97);
      seen[check] = TRUE;
      check_birth (parse_good (number), 1988, 2, 29);
    }
  for (int check = 1; check <= 97; check++)
    g_assert_true (seen[check]);
  g_assert_cmpint (ent_national_number_check_digits ("12345678", FALSE), ==, 0);
  g_assert_cmpint (ent_national_number_check_digits ("12345678x", FALSE), ==, 0);
}

static void
check_status (const char *text, EntNumberStatus expected)
{
  EntNationalNumber number;

  if (ent_national_number_parse (text, &number) != expected)
    g_error ("\"%s\" gives %d", text, number.status);
  g_assert_cmpint (number.status, ==, expected);
  g_assert_cmpint (ent_national_number_parse (text, NULL), ==, expected);
}

static void
test_writings (void)
{
  const char *good[] = { "88.02.29-999.90",
                         "88 02 29 999 90",
                         "880229-999-90",
                         " 88022999990 ",
                         "88/02/29 999-90",
                         "88.02.29‑999.90",
                         "88.02.29–999.90",
                         "88\xc2\xa0"
                         "0229\xc2\xa0"
                         "99990",
                         "\xe2\x80\x8e"
                         "88022999990" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *digits = ent_national_number_normalize (good[i]);

      check_status (good[i], ENT_NUMBER_OK);
      g_assert_cmpstr (digits, ==, "88022999990");
    }
}

static void
test_wrong (void)
{
  g_autofree char *thirtieth = complete ("880230001", FALSE);
  g_autofree char *leap_1900 = complete ("000229001", FALSE);
  g_autofree char *leap_2000 = complete ("000229001", TRUE);
  g_autofree char *month_13 = complete ("881301001", FALSE);
  g_autofree char *month_33 = complete ("883301001", FALSE);
  g_autofree char *month_53 = complete ("885301001", FALSE);
  g_autofree char *day_32 = complete ("880032001", FALSE);

  check_status (NULL, ENT_NUMBER_EMPTY);
  check_status ("", ENT_NUMBER_EMPTY);
  check_status ("  \t", ENT_NUMBER_EMPTY);
  check_status ("..-", ENT_NUMBER_LENGTH);
  check_status ("8802299999", ENT_NUMBER_LENGTH);
  check_status ("880229999900", ENT_NUMBER_LENGTH);
  check_status ("88O22999990", ENT_NUMBER_CHARACTERS);
  check_status ("88022999990x", ENT_NUMBER_CHARACTERS);
  check_status ("٨٨٠٢٢٩٩٩٩٩٠", ENT_NUMBER_CHARACTERS);
  check_status ("8802299999\xff", ENT_NUMBER_CHARACTERS);
  check_status ("88022999991", ENT_NUMBER_CHECK);
  check_status ("88022999909", ENT_NUMBER_CHECK);
  check_status ("00000000000", ENT_NUMBER_CHECK);
  check_status (thirtieth, ENT_NUMBER_DATE);
  check_status (leap_1900, ENT_NUMBER_DATE);
  check_status (leap_2000, ENT_NUMBER_OK);
  check_status (month_13, ENT_NUMBER_DATE);
  check_status (month_33, ENT_NUMBER_DATE);
  check_status (month_53, ENT_NUMBER_DATE);
  check_status (day_32, ENT_NUMBER_DATE);
  g_assert_null (ent_national_number_normalize ("88022999991"));
  g_assert_null (ent_national_number_normalize (thirtieth));
}

/* Any one wrong digit and any swap of neighbours is found. */
static void
test_finds_slips (void)
{
  const char *right = "93051822361";

  for (int i = 0; i < 11; i++)
    {
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = digit;
          if (digit != right[i])
            g_assert_cmpint (ent_national_number_parse (wrong, NULL), !=, ENT_NUMBER_OK);
        }
      if (i < 10 && right[i] != right[i + 1])
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = right[i + 1];
          wrong[i + 1] = right[i];
          g_assert_cmpint (ent_national_number_parse (wrong, NULL), !=, ENT_NUMBER_OK);
        }
    }
}

static void
test_format_and_mask (void)
{
  g_autofree char *shown = ent_national_number_format ("88022999990");
  g_autofree char *masked = ent_national_number_mask ("88022999990");
  g_autofree char *other = ent_national_number_format ("123");
  g_autofree char *hidden = ent_national_number_mask ("88.02.29");
  g_autofree char *none = ent_national_number_mask (NULL);
  g_autofree char *back = ent_national_number_normalize (shown);

  g_assert_cmpstr (shown, ==, "88.02.29-999.90");
  g_assert_cmpstr (masked, ==, "••.••.••-•••.90");
  g_assert_cmpstr (other, ==, "123");
  g_assert_cmpstr (hidden, ==, "••.••.••-•••.••");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (back, ==, "88022999990");
}

static void
test_messages (void)
{
  g_assert_cmpstr (ent_number_status_message (ENT_NUMBER_OK), ==, "");
  for (int i = ENT_NUMBER_EMPTY; i <= ENT_NUMBER_DATE; i++)
    {
      g_assert_cmpuint (strlen (ent_number_status_message ((EntNumberStatus) i)), >, 20);
      for (int j = ENT_NUMBER_EMPTY; j < i; j++)
        g_assert_cmpstr (ent_number_status_message ((EntNumberStatus) i), !=,
                         ent_number_status_message ((EntNumberStatus) j));
    }
}

static void
test_fuzz (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  guint n_good = 0;

  for (int i = 0; i < 200000; i++)
    {
      char text[16];
      EntNationalNumber number;
      int length = g_rand_int_range (random, 9, 13);

      for (int j = 0; j < length; j++)
        text[j] = (char) ('0' + g_rand_int_range (random, 0, 10));
      text[length] = '\0';
      if (g_rand_int_range (random, 0, 4) == 0)
        text[g_rand_int_range (random, 0, length)] = (char) g_rand_int_range (random, 1, 256);
      if (ent_national_number_parse (text, &number) == ENT_NUMBER_OK)
        {
          g_autofree char *digits = ent_national_number_normalize (text);
          g_autofree char *shown = ent_national_number_format (digits);
          g_autofree char *again = ent_national_number_normalize (shown);

          g_assert_cmpstr (digits, ==, again);
          n_good++;
        }
    }
  g_assert_cmpuint (n_good, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/national-number/ordinary", test_ordinary);
  g_test_add_func ("/national-number/bis", test_bis);
  g_test_add_func ("/national-number/centuries", test_woman_and_both_centuries);
  g_test_add_func ("/national-number/unknown-birth", test_unknown_birth);
  g_test_add_func ("/national-number/check-digits", test_check_digits_at_their_bounds);
  g_test_add_func ("/national-number/writings", test_writings);
  g_test_add_func ("/national-number/wrong", test_wrong);
  g_test_add_func ("/national-number/finds-slips", test_finds_slips);
  g_test_add_func ("/national-number/format-and-mask", test_format_and_mask);
  g_test_add_func ("/national-number/messages", test_messages);
  g_test_add_func ("/national-number/fuzz", test_fuzz);
  return g_test_run ();
}
