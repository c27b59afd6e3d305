/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days: counting, reading, writing, holidays. */
#include "ent-date.h"

#include <locale.h>
#include <string.h>

static gint32
ymd (int year, int month, int mday)
{
  gint32 day = ent_day_from_ymd (year, month, mday);

  g_assert_cmpint (day, !=, ENT_DAY_NONE);
  return day;
}

static void
test_epoch_and_known_days (void)
{
  g_assert_cmpint (ent_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (ent_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (ent_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (ent_day_from_ymd (1900, 1, 1), ==, -25567);
  g_assert_cmpint (ent_day_from_ymd (1, 1, 1), ==, -719162);
  g_assert_cmpint (ent_day_from_ymd (9999, 12, 31), ==, 2932896);
}

static void
test_no_such_date (void)
{
  const int wrong[][3] = { { 1900, 2, 29 }, { 2023, 2, 29 }, { 2100, 2, 29 }, { 2026, 4, 31 },
                           { 2026, 0, 1 },  { 2026, 13, 1 }, { 2026, 1, 0 },  { 2026, 1, 32 },
                           { 0, 1, 1 },     { 10000, 1, 1 }, { -4, 2, 29 } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (ent_day_from_ymd (wrong[i][0], wrong[i][1], wrong[i][2]), ==, ENT_DAY_NONE);
  ymd (2000, 2, 29);
  ymd (2024, 2, 29);
  g_assert_false (ent_day_to_ymd (ENT_DAY_NONE, NULL, NULL, NULL));
  g_assert_false (ent_day_to_ymd (G_MAXINT32, NULL, NULL, NULL));
  g_assert_cmpint (ent_day_weekday (ENT_DAY_NONE), ==, 0);
}

/* GDate is another implementation of the same calendar. */
static void
test_every_day_agrees_with_gdate (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1);
  for (gint32 day = ymd (1, 1, 1); day <= ymd (9999, 12, 31); day++)
    {
      int year, month, mday;

      if (!ent_day_to_ymd (day, &year, &month, &mday) || year != g_date_get_year (&date) ||
          month != (int) g_date_get_month (&date) || mday != g_date_get_day (&date) ||
          ent_day_from_ymd (year, month, mday) != day ||
          ent_day_weekday (day) != (int) g_date_get_weekday (&date))
        g_error ("day %d differs", day);
      /* Far from our time a week at once is enough. */
      if (year < 1890 || year > 2110)
        {
          g_date_add_days (&date, 7);
          day += 6;
        }
      else
        g_date_add_days (&date, 1);
    }
}

static void
test_add_months (void)
{
  g_assert_cmpint (ent_day_add_months (ymd (2026, 1, 31), 1), ==, ymd (2026, 2, 28));
  g_assert_cmpint (ent_day_add_months (ymd (2024, 1, 31), 1), ==, ymd (2024, 2, 29));
  g_assert_cmpint (ent_day_add_months (ymd (2026, 3, 31), -1), ==, ymd (2026, 2, 28));
  g_assert_cmpint (ent_day_add_months (ymd (2024, 2, 29), 12), ==, ymd (2025, 2, 28));
  g_assert_cmpint (ent_day_add_months (ymd (2026, 11, 15), 3), ==, ymd (2027, 2, 15));
  g_assert_cmpint (ent_day_add_months (ymd (2026, 1, 15), -13), ==, ymd (2024, 12, 15));
  g_assert_cmpint (ent_day_add_months (ymd (2026, 5, 5), 0), ==, ymd (2026, 5, 5));
  g_assert_cmpint (ent_day_add_months (ENT_DAY_NONE, 1), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_add_months (ymd (1, 1, 1), -1), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_add_months (ymd (9999, 12, 1), 1), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_add_months (ymd (2026, 1, 1), G_MAXINT), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_add_months (ymd (2026, 1, 1), G_MININT), ==, ENT_DAY_NONE);
}

static void
test_iso (void)
{
  const char *wrong[] = {
    "",           "2026-2-01",   "2026-02-1",   "26-02-01",         "2026/02/01",
    "2026-02-30", "2026-02-01 ", " 2026-02-01", "2026-02-01T00:00", "abcd-ef-gh",
    "2026-02",    "+026-02-01",  "2026--2-01"
  };
  g_autofree char *text = ent_day_to_iso (ymd (2026, 2, 1));
  g_autofree char *first = ent_day_to_iso (ymd (1, 1, 1));
  char buffer[11] = "unchanged";

  g_assert_cmpstr (text, ==, "2026-02-01");
  g_assert_cmpstr (first, ==, "0001-01-01");
  g_assert_cmpint (ent_day_parse_iso ("2026-02-01"), ==, ymd (2026, 2, 1));
  g_assert_cmpint (ent_day_parse_iso ("0001-01-01"), ==, ymd (1, 1, 1));
  g_assert_cmpint (ent_day_parse_iso (NULL), ==, ENT_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (ent_day_parse_iso (wrong[i]), ==, ENT_DAY_NONE);
  g_assert_null (ent_day_to_iso (ENT_DAY_NONE));
  ent_day_write_iso (ENT_DAY_NONE, buffer);
  g_assert_cmpstr (buffer, ==, "");
}

static void
test_typed_dates (void)
{
  const char *february[] = { "1/2/2026",
                             "01/02/2026",
                             "01.02.26",
                             "1-2-2026",
                             "01022026",
                             "010226",
                             "1/2",
                             "1.2",
                             "01-02",
                             "2026-02-01",
                             "2026/2/1",
                             "1 2 2026",
                             " 1/2/2026 ",
                             "1\xc2\xa0"
                             "2\xc2\xa0"
                             "2026",
                             "1 février 2026",
                             "1er février 2026",
                             "1er fév. 2026",
                             "1 FEVRIER 2026",
                             "1 fe\xcc\x81vrier 26",
                             "1 februari 2026",
                             "1. Februar 2026",
                             "1 Feb 2026",
                             "February 1, 2026",
                             "1 févr. 26",
                             "dimanche 1er février 2026",
                             "zondag 1 februari 2026",
                             "Sonntag, 1. Februar 2026",
                             "1-fév-2026",
                             "1er février" };
  gint32 today = ymd (2026, 11, 21);

  for (gsize i = 0; i < G_N_ELEMENTS (february); i++)
    {
      if (ent_day_parse (february[i], today) != ymd (2026, 2, 1))
        g_error ("not read: \"%s\"", february[i]);
    }
}

static void
test_typed_months_of_all_languages (void)
{
  const char *words[] = {
    "janvier",  "januari",  "Januar",   "January", "janv.",    "Jänner", "mars",    "maart", "März",
    "mrt",      "mars",     "March",    "mai",     "mei",      "Mai",    "May",     "MAI",   "mei",
    "juin",     "juni",     "Juni",     "June",    "jun",      "juin",   "juillet", "juli",  "Juli",
    "July",     "juil.",    "jul",      "août",    "augustus", "August", "aout",    "aug",   "AOÛT",
    "décembre", "december", "Dezember", "déc.",    "dec",      "dez"
  };
  const int months[] = { 1, 3, 5, 6, 7, 8, 12 };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("5 %s 2026", words[i]);

      if (ent_day_parse (text, ymd (2026, 11, 21)) != ymd (2026, months[i / 6], 5))
        g_error ("not read: \"%s\"", text);
    }
}

static void
test_typed_nonsense (void)
{
  const char *wrong[] = { "",
                          " ",
                          "/",
                          "1",
                          "12",
                          "2026",
                          "31/2/2026",
                          "29/2/2025",
                          "32/1/2026",
                          "0/1/2026",
                          "1/13/2026",
                          "1/2/3/4",
                          "1/2/226",
                          "1/2/20266",
                          "123456789",
                          "310226",
                          "1 jui 2026",
                          "1 xyz 2026",
                          "février 2026",
                          "1 fé 2026",
                          "a/b/c",
                          "1/2/2026x",
                          "(1/2/2026)",
                          "lundi 1 février 2026",
                          "1:2:2026",
                          "001/02/2026",
                          "1/002/2026",
                          "1er/2e/2026",
                          "\xff\xfe",
                          "1/2/0999",
                          "2026-02",
                          "2026-13-01",
                          "1+2",
                          "99999999" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (ent_day_parse (wrong[i], ymd (2026, 11, 21)) != ENT_DAY_NONE)
        g_error ("read: \"%s\"", wrong[i]);
    }
  g_assert_cmpint (ent_day_parse (NULL, 0), ==, ENT_DAY_NONE);
}

static void
test_century_of_two_digits (void)
{
  gint32 today = ymd (2026, 11, 21);

  g_assert_cmpint (ent_day_parse ("1/2/36", today), ==, ymd (2036, 2, 1));
  g_assert_cmpint (ent_day_parse ("1/2/37", today), ==, ymd (1937, 2, 1));
  g_assert_cmpint (ent_day_parse ("1/2/00", today), ==, ymd (2000, 2, 1));
  g_assert_cmpint (ent_day_parse ("290200", today), ==, ymd (2000, 2, 29));
  g_assert_cmpint (ent_day_parse ("290288", today), ==, ymd (1988, 2, 29));
  g_assert_cmpint (ent_day_parse ("1/2/99", today), ==, ymd (1999, 2, 1));
}

static void
test_today_fills_the_year (void)
{
  ent_day_set_today (ymd (2019, 6, 1));
  g_assert_cmpint (ent_day_today (), ==, ymd (2019, 6, 1));
  g_assert_cmpint (ent_day_parse ("1/2", ENT_DAY_NONE), ==, ymd (2019, 2, 1));
  ent_day_set_today (ENT_DAY_NONE);
  g_assert_cmpint (ent_day_today (), >, ymd (2020, 1, 1));
}

static void
check_format (gint32 day, EntDayStyle style, const char *expected)
{
  g_autofree char *text = ent_day_format (day, style);

  g_assert_cmpstr (text, ==, expected);
}

/* The test runs in the C locale, where the source texts show. */
static void
test_format (void)
{
  check_format (ymd (2026, 11, 21), ENT_DAY_NUMERIC, "21/11/2026");
  check_format (ymd (2026, 2, 1), ENT_DAY_NUMERIC, "01/02/2026");
  check_format (ymd (2026, 11, 21), ENT_DAY_MEDIUM, "21 Nov 2026");
  check_format (ymd (2026, 2, 1), ENT_DAY_MEDIUM, "1 Feb 2026");
  check_format (ymd (2026, 2, 3), ENT_DAY_MEDIUM, "3 Feb 2026");
  check_format (ymd (2026, 11, 21), ENT_DAY_LONG, "Saturday 21 November 2026");
  check_format (ymd (2026, 5, 1), ENT_DAY_LONG, "Friday 1 May 2026");
  check_format (ENT_DAY_NONE, ENT_DAY_NUMERIC, "");
  check_format (ENT_DAY_NONE, ENT_DAY_MEDIUM, "");
  check_format (ENT_DAY_NONE, ENT_DAY_LONG, "");
  g_assert_cmpstr (ent_month_name (0), ==, "");
  g_assert_cmpstr (ent_month_name (13), ==, "");
  g_assert_cmpstr (ent_weekday_name (8), ==, "");
}

static void
test_every_format_reads_back (void)
{
  for (gint32 day = ymd (1950, 1, 1); day < ymd (2035, 1, 1); day += 13)
    {
      for (int style = ENT_DAY_NUMERIC; style <= ENT_DAY_LONG; style++)
        {
          g_autofree char *text = ent_day_format (day, (EntDayStyle) style);

          g_assert_cmpint (ent_day_parse (text, day), ==, day);
        }
    }
}

static void
test_age (void)
{
  gint32 birth = ymd (1988, 2, 29);

  g_assert_cmpint (ent_day_age (birth, ymd (2026, 2, 28)), ==, 37);
  g_assert_cmpint (ent_day_age (birth, ymd (2026, 3, 1)), ==, 38);
  g_assert_cmpint (ent_day_age (birth, ymd (2028, 2, 28)), ==, 39);
  g_assert_cmpint (ent_day_age (birth, ymd (2028, 2, 29)), ==, 40);
  g_assert_cmpint (ent_day_age (birth, birth), ==, 0);
  g_assert_cmpint (ent_day_age (birth, birth - 1), ==, -1);
  g_assert_cmpint (ent_day_age (ENT_DAY_NONE, birth), ==, -1);
  g_assert_cmpint (ent_day_age (birth, ENT_DAY_NONE), ==, -1);
  g_assert_cmpint (ent_day_age (ymd (1900, 1, 1), ymd (2026, 1, 1)), ==, 126);
}

static void
test_easter (void)
{
  const int known[][3] = { { 1818, 3, 22 }, { 1900, 4, 15 }, { 1943, 4, 25 }, { 1954, 4, 18 },
                           { 1981, 4, 19 }, { 2000, 4, 23 }, { 2008, 3, 23 }, { 2011, 4, 24 },
                           { 2019, 4, 21 }, { 2024, 3, 31 }, { 2025, 4, 20 }, { 2026, 4, 5 },
                           { 2027, 3, 28 }, { 2030, 4, 21 }, { 2038, 4, 25 }, { 2049, 4, 18 },
                           { 2076, 4, 19 } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpint (ent_day_easter (known[i][0]), ==, ymd (known[i][0], known[i][1], known[i][2]));
  for (int year = 1600; year < 3000; year++)
    {
      gint32 easter = ent_day_easter (year);

      g_assert_cmpint (ent_day_weekday (easter), ==, 7);
      g_assert_cmpint (easter, >=, ymd (year, 3, 22));
      g_assert_cmpint (easter, <=, ymd (year, 4, 25));
    }
  g_assert_cmpint (ent_day_easter (0), ==, ENT_DAY_NONE);
}

static void
test_holidays (void)
{
  const int holidays[][2] = { { 1, 1 },  { 4, 6 },  { 5, 1 },  { 5, 14 },  { 5, 25 },
                              { 7, 21 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
  guint found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    g_assert_true (ent_day_is_legal_holiday (ymd (2026, holidays[i][0], holidays[i][1])));
  for (gint32 day = ymd (2026, 1, 1); day <= ymd (2026, 12, 31); day++)
    found += ent_day_is_legal_holiday (day);
  g_assert_cmpuint (found, ==, 10);
  /* Easter Sunday, and the days of some administrations only. */
  g_assert_false (ent_day_is_legal_holiday (ymd (2026, 4, 5)));
  g_assert_false (ent_day_is_legal_holiday (ymd (2026, 9, 27)));
  g_assert_false (ent_day_is_legal_holiday (ymd (2026, 11, 15)));
  g_assert_false (ent_day_is_legal_holiday (ENT_DAY_NONE));
}

static void
test_next_working (void)
{
  g_assert_cmpint (ent_day_next_working (ymd (2026, 11, 20)), ==, ymd (2026, 11, 20));
  g_assert_cmpint (ent_day_next_working (ymd (2026, 11, 21)), ==, ymd (2026, 11, 23));
  /* Friday 1 May: Monday; Christmas on a Friday: Monday; Easter Saturday: Tuesday. */
  g_assert_cmpint (ent_day_next_working (ymd (2026, 5, 1)), ==, ymd (2026, 5, 4));
  g_assert_cmpint (ent_day_next_working (ymd (2026, 12, 25)), ==, ymd (2026, 12, 28));
  g_assert_cmpint (ent_day_next_working (ymd (2026, 4, 4)), ==, ymd (2026, 4, 7));
  g_assert_cmpint (ent_day_next_working (ENT_DAY_NONE), ==, ENT_DAY_NONE);
  /* 31 December 9999 is a Friday. */
  g_assert_cmpint (ent_day_next_working (ymd (9999, 12, 31)), ==, ymd (9999, 12, 31));
}

static void
test_stamps (void)
{
  g_autoptr(GDateTime) when = g_date_time_new_local (2026, 11, 21, 14, 5, 59);
  gint64 stamp = g_date_time_to_unix_usec (when);
  g_autofree char *text = ent_stamp_format (stamp);
  g_autofree char *far = ent_stamp_format (G_MAXINT64);

  g_assert_cmpstr (text, ==, "21/11/2026 14:05");
  g_assert_cmpint (ent_stamp_day (stamp), ==, ymd (2026, 11, 21));
  g_assert_cmpstr (far, ==, "");
  g_assert_cmpint (ent_stamp_day (G_MININT64), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_stamp_now (), >, G_GINT64_CONSTANT (1577836800000000));
}

static void
test_fuzz (void)
{
  const char signs[] = "0123456789/.- ',efévrjanmxé1212";
  g_autoptr(GRand) random = g_rand_new_with_seed (20261121);

  for (int i = 0; i < 100000; i++)
    {
      char text[16] = "";
      int length = g_rand_int_range (random, 0, 15);
      gint32 day;

      for (int j = 0; j < length; j++)
        text[j] = signs[g_rand_int_range (random, 0, (int) strlen (signs))];
      day = ent_day_parse (text, 20000);
      if (day != ENT_DAY_NONE)
        {
          g_autofree char *again = ent_day_format (day, ENT_DAY_NUMERIC);

          g_assert_cmpint (ent_day_parse (again, 20000), ==, day);
        }
      ent_day_parse_iso (text);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/epoch-and-known-days", test_epoch_and_known_days);
  g_test_add_func ("/date/no-such-date", test_no_such_date);
  g_test_add_func ("/date/every-day-agrees-with-gdate", test_every_day_agrees_with_gdate);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/typed", test_typed_dates);
  g_test_add_func ("/date/typed-months-of-all-languages", test_typed_months_of_all_languages);
  g_test_add_func ("/date/typed-nonsense", test_typed_nonsense);
  g_test_add_func ("/date/century-of-two-digits", test_century_of_two_digits);
  g_test_add_func ("/date/today-fills-the-year", test_today_fills_the_year);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/every-format-reads-back", test_every_format_reads_back);
  g_test_add_func ("/date/age", test_age);
  g_test_add_func ("/date/easter", test_easter);
  g_test_add_func ("/date/holidays", test_holidays);
  g_test_add_func ("/date/next-working", test_next_working);
  g_test_add_func ("/date/stamps", test_stamps);
  g_test_add_func ("/date/fuzz", test_fuzz);
  return g_test_run ();
}
