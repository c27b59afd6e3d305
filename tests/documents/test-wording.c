/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, amounts, times and words in the four languages of documents. */

#include "ent-wording.h"

#include "ent-date.h"
#include "ent-money.h"

#include <string.h>

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"

static const char *const codes[] = { "fr", "nl", "de", "en" };

static void
assert_taken (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_every_month (void)
{
  static const char *const months[4][12] = {
    { "2 janvier 2026", "2 février 2026", "2 mars 2026", "2 avril 2026", "2 mai 2026",
      "2 juin 2026", "2 juillet 2026", "2 août 2026", "2 septembre 2026", "2 octobre 2026",
      "2 novembre 2026", "2 décembre 2026" },
    { "2 januari 2026", "2 februari 2026", "2 maart 2026", "2 april 2026", "2 mei 2026",
      "2 juni 2026", "2 juli 2026", "2 augustus 2026", "2 september 2026", "2 oktober 2026",
      "2 november 2026", "2 december 2026" },
    { "2. Januar 2026", "2. Februar 2026", "2. März 2026", "2. April 2026", "2. Mai 2026",
      "2. Juni 2026", "2. Juli 2026", "2. August 2026", "2. September 2026", "2. Oktober 2026",
      "2. November 2026", "2. Dezember 2026" },
    { "2 January 2026", "2 February 2026", "2 March 2026", "2 April 2026", "2 May 2026",
      "2 June 2026", "2 July 2026", "2 August 2026", "2 September 2026", "2 October 2026",
      "2 November 2026", "2 December 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (int month = 1; month <= 12; month++)
      assert_taken (ent_wording_day (codes[i], ent_day_from_ymd (2026, month, 2)),
                    months[i][month - 1]);
}

static void
test_first_of_the_month (void)
{
  for (int month = 1; month <= 12; month++)
    {
      gint32 first = ent_day_from_ymd (2026, month, 1);
      g_autofree char *fr = ent_wording_day ("fr", first);
      g_autofree char *later = ent_wording_day ("fr", ent_day_from_ymd (2026, month, 21));

      g_assert_true (g_str_has_prefix (fr, "1er "));
      g_assert_true (g_str_has_prefix (later, "21 "));
    }
  assert_taken (ent_wording_day ("fr", ent_day_from_ymd (2026, 3, 1)), "1er mars 2026");
  assert_taken (ent_wording_day ("nl", ent_day_from_ymd (2026, 3, 1)), "1 maart 2026");
  assert_taken (ent_wording_day ("de", ent_day_from_ymd (2026, 3, 1)), "1. März 2026");
  assert_taken (ent_wording_day ("en", ent_day_from_ymd (2026, 3, 1)), "1 March 2026");
  assert_taken (ent_wording_day ("fr", ENT_DAY_NONE), "");
}

static void
test_every_weekday (void)
{
  static const char *const days[4][7] = {
    { "lundi 16 novembre 2026", "mardi 17 novembre 2026", "mercredi 18 novembre 2026",
      "jeudi 19 novembre 2026", "vendredi 20 novembre 2026", "samedi 21 novembre 2026",
      "dimanche 22 novembre 2026" },
    { "maandag 16 november 2026", "dinsdag 17 november 2026", "woensdag 18 november 2026",
      "donderdag 19 november 2026", "vrijdag 20 november 2026", "zaterdag 21 november 2026",
      "zondag 22 november 2026" },
    { "Montag, 16. November 2026", "Dienstag, 17. November 2026", "Mittwoch, 18. November 2026",
      "Donnerstag, 19. November 2026", "Freitag, 20. November 2026", "Samstag, 21. November 2026",
      "Sonntag, 22. November 2026" },
    { "Monday 16 November 2026", "Tuesday 17 November 2026", "Wednesday 18 November 2026",
      "Thursday 19 November 2026", "Friday 20 November 2026", "Saturday 21 November 2026",
      "Sunday 22 November 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (int day = 0; day < 7; day++)
      assert_taken (ent_wording_weekday_and_day (codes[i], ent_day_from_ymd (2026, 11, 16 + day)),
                    days[i][day]);
  assert_taken (ent_wording_weekday_and_day ("fr", ent_day_from_ymd (2026, 3, 1)),
                "dimanche 1er mars 2026");
  assert_taken (ent_wording_weekday_and_day ("de", ENT_DAY_NONE), "");
}

static void
test_money (void)
{
  assert_taken (ent_wording_money ("fr", 131420), "1" NARROW_NBSP "314,20" NBSP "€");
  assert_taken (ent_wording_money ("nl", 131420), "1.314,20" NBSP "€");
  assert_taken (ent_wording_money ("nl_BE", 131420), "1.314,20" NBSP "€");
  assert_taken (ent_wording_money ("de", 131420), "1.314,20" NBSP "€");
  assert_taken (ent_wording_money ("en", 131420), "€1,314.20");
  assert_taken (ent_wording_money ("fr", 5), "0,05" NBSP "€");
  assert_taken (ent_wording_money ("en", 5), "€0.05");
  assert_taken (ent_wording_money ("nl", 123456789), "1.234.567,89" NBSP "€");
  assert_taken (ent_wording_money ("fr", 123456789),
                "1" NARROW_NBSP "234" NARROW_NBSP "567,89" NBSP "€");
  assert_taken (ent_wording_money ("de", -131420), "-1.314,20" NBSP "€");
  assert_taken (ent_wording_money ("en", -131420), "-€1,314.20");
  assert_taken (ent_wording_money ("en", ENT_MONEY_NONE), "");
}

static void
test_time (void)
{
  assert_taken (ent_wording_time ("fr", 14 * 60 + 5), "14" NBSP "h" NBSP "05");
  assert_taken (ent_wording_time ("nl", 14 * 60 + 5), "14.05" NBSP "uur");
  assert_taken (ent_wording_time ("de", 14 * 60 + 5), "14.05" NBSP "Uhr");
  assert_taken (ent_wording_time ("en", 14 * 60 + 5), "14:05");
  assert_taken (ent_wording_time ("fr", 9 * 60), "9" NBSP "h");
  assert_taken (ent_wording_time ("nl", 9 * 60), "9" NBSP "uur");
  assert_taken (ent_wording_time ("de", 9 * 60), "9" NBSP "Uhr");
  assert_taken (ent_wording_time ("en", 0), "0:00");
  assert_taken (ent_wording_time ("fr", -1), "");
  assert_taken (ent_wording_time ("fr", 1440), "");
}

static void
check_ordinal (int number, const char *fr, const char *nl, const char *en)
{
  g_autofree char *de = g_strdup_printf ("%d.", number);

  assert_taken (ent_wording_ordinal ("fr", number), fr);
  assert_taken (ent_wording_ordinal ("nl", number), nl);
  assert_taken (ent_wording_ordinal ("de", number), de);
  assert_taken (ent_wording_ordinal ("en", number), en);
}

static void
test_ordinals (void)
{
  check_ordinal (1, "1er", "1ste", "1st");
  check_ordinal (2, "2e", "2de", "2nd");
  check_ordinal (3, "3e", "3de", "3rd");
  check_ordinal (4, "4e", "4de", "4th");
  check_ordinal (8, "8e", "8ste", "8th");
  check_ordinal (11, "11e", "11de", "11th");
  check_ordinal (12, "12e", "12de", "12th");
  check_ordinal (13, "13e", "13de", "13th");
  check_ordinal (19, "19e", "19de", "19th");
  check_ordinal (20, "20e", "20ste", "20th");
  check_ordinal (21, "21e", "21ste", "21st");
  check_ordinal (32, "32e", "32ste", "32nd");
  check_ordinal (100, "100e", "100ste", "100th");
  check_ordinal (101, "101e", "101ste", "101st");
  check_ordinal (102, "102e", "102de", "102nd");
  check_ordinal (111, "111e", "111de", "111th");
}

/* The formats are handed to printf: the same arguments in each language. */
static void
test_words_are_complete (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (EntWord word = 0; word < ENT_N_WORDS; word++)
      {
        const char *text = ent_wording_word (codes[i], word);
        gboolean one = word == ENT_WORD_SEAL_ALT || word == ENT_WORD_SIGNED_ELECTRONICALLY ||
                       word == ENT_WORD_FOR_ABSENT;
        const char *percent = strchr (text, '%');

        g_assert_cmpstr (text, !=, "");
        if (word == ENT_WORD_PAGE)
          g_assert_true (g_str_has_suffix (text, "%u/%u"));
        else if (one)
          g_assert_true (g_str_has_prefix (percent, "%s"));
        else if (word == ENT_WORD_PLACE_AND_DAY)
          g_assert_true (g_str_has_prefix (text, "%s, ") && g_str_has_suffix (text, "%s"));
        else
          g_assert_null (percent);
      }
  g_assert_cmpstr (ent_wording_word ("fr", ENT_WORD_DRAFT), ==, "PROJET");
  g_assert_cmpstr (ent_wording_word ("nl", ENT_WORD_ANNEX), ==, "Bijlage");
  g_assert_cmpstr (ent_wording_word ("de", ENT_WORD_PLACE_AND_DAY), ==, "%s, den %s");
}

static void
test_languages (void)
{
  g_assert_true (ent_wording_knows ("fr"));
  g_assert_true (ent_wording_knows ("de_BE.UTF-8"));
  g_assert_true (ent_wording_knows ("nl-BE"));
  g_assert_false (ent_wording_knows ("es"));
  g_assert_false (ent_wording_knows ("den"));
  g_assert_false (ent_wording_knows ("f"));
  g_assert_false (ent_wording_knows (""));
  g_assert_false (ent_wording_knows (NULL));
  assert_taken (ent_wording_day ("es", ent_day_from_ymd (2026, 8, 2)), "2 août 2026");
  g_assert_cmpstr (ent_wording_word (NULL, ENT_WORD_PHONE), ==, "Téléphone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/every-month", test_every_month);
  g_test_add_func ("/wording/first-of-the-month", test_first_of_the_month);
  g_test_add_func ("/wording/every-weekday", test_every_weekday);
  g_test_add_func ("/wording/money", test_money);
  g_test_add_func ("/wording/time", test_time);
  g_test_add_func ("/wording/ordinals", test_ordinals);
  g_test_add_func ("/wording/words-are-complete", test_words_are_complete);
  g_test_add_func ("/wording/languages", test_languages);
  return g_test_run ();
}
