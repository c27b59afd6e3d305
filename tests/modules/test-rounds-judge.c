/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each rule of a move alone, a minute on either side of its edge; which of two speaks. */

#include "rounds-case.h"

#include <locale.h>

static void
test_fits (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsAnswer answer = ask (self, visit, self->luce, AT (0, 9, 0));

  EXPECT (answer, FITS);
  g_assert_cmpint (answer.other, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (answer.missing, ==, 0);
  g_assert_cmpint (answer.travel, ==, 0);
  g_assert_cmpint (answer.week_minutes, ==, 60);
  g_assert_cmpint (answer.contract_minutes, ==, ENT_INT_NONE);
  g_assert_cmpint (answer.known, ==, 0);
}

static void
test_locked (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));

  visit_at (self->week, visit)->is_locked = TRUE;
  SAYS (self, visit, self->luce, AT (0, 9, 1), LOCKED);
  SAYS (self, visit, self->marc, AT (0, 9, 0), LOCKED);
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
  visit_at (self->week, visit)->is_locked = FALSE;
  SAYS (self, visit, self->luce, AT (0, 9, 1), FITS);
  for (int state = ENT_VISIT_DONE; state <= ENT_VISIT_REPLACED; state++)
    {
      visit_at (self->week, visit)->state = (EntVisitState) state;
      SAYS (self, visit, self->luce, AT (0, 9, 1), LOCKED);
    }
}

static void
test_other_day (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  put_shift (self->week, self->marc, AT (1, 0, 0), AT (2, 0, 0));
  visit_at (self->week, visit)->day = 1;
  visit_at (self->week, visit)->earliest = 0;
  visit_at (self->week, visit)->latest = AT (7, 0, 0);
  SAYS (self, visit, self->marc, AT (0, 23, 59), OTHER_DAY);
  SAYS (self, visit, self->marc, AT (1, 0, 0), FITS);
  SAYS (self, visit, self->marc, AT (1, 23, 0), FITS);
  SAYS (self, visit, self->marc, AT (1, 23, 59), NO_SHIFT);
  SAYS (self, visit, self->marc, AT (2, 0, 0), OTHER_DAY);
  SAYS (self, visit, self->marc, -1, OTHER_DAY);
}

static void
test_not_qualified (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  visit_at (self->week, visit)->carer_kind = ENT_CARER_HOUSEHOLD_AIDE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), NOT_QUALIFIED);
  carer_at (self->week, self->luce)->kind = ENT_CARER_HOUSEHOLD_AIDE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
  visit_at (self->week, visit)->carer_kind = 0;
  SAYS (self, visit, self->marc, AT (0, 9, 0), FITS);
}

static void
test_barred (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  int other = put_visit (self->week, self->bert, NOBODY, NOBODY);

  put_bond (self->week, self->anne, self->luce, ENT_ROUNDS_REFUSED, 0);
  put_bond (self->week, self->anne, self->luce, ENT_ROUNDS_KNOWN, 12);
  SAYS (self, visit, self->luce, AT (0, 9, 0), BARRED);
  SAYS (self, visit, self->marc, AT (0, 9, 0), FITS);
  SAYS (self, other, self->luce, AT (0, 9, 0), FITS);
}

static void
test_allergy (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsClient *anne = client_at (self->week, self->anne);
  EntRoundsCarer *luce = carer_at (self->week, self->luce);

  anne->has_dog = anne->has_cat = anne->smokes = TRUE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
  luce->avoids_dogs = TRUE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), ALLERGY);
  anne->has_dog = FALSE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
  luce->avoids_cats = TRUE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), ALLERGY);
  anne->has_cat = FALSE;
  luce->avoids_smoke = TRUE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), ALLERGY);
  anne->smokes = FALSE;
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
}

static void
test_away (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsShift *away = put_shift (self->week, self->marc, AT (0, 18, 0), AT (0, 20, 0));
  EntRoundsAnswer answer;

  away->is_away = TRUE;
  away->reason = g_strdup ("Maladie");
  SAYS (self, visit, self->marc, AT (0, 17, 0), FITS);
  answer = ask_anew (self, visit, self->marc, AT (0, 17, 1));
  EXPECT (answer, AWAY);
  g_assert_cmpint (answer.shift, ==, 2);
  SAYS (self, visit, self->marc, AT (0, 19, 59), AWAY);
  SAYS (self, visit, self->marc, AT (0, 20, 0), NO_SHIFT);
}

static void
test_shift (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsAnswer answer;

  SAYS (self, visit, self->luce, AT (0, 8, 0), FITS);
  answer = ask (self, visit, self->luce, AT (0, 7, 59));
  EXPECT (answer, NO_SHIFT);
  g_assert_cmpint (answer.missing, ==, 1);
  SAYS (self, visit, self->luce, AT (0, 17, 0), FITS);
  answer = ask (self, visit, self->luce, AT (0, 17, 10));
  EXPECT (answer, NO_SHIFT);
  g_assert_cmpint (answer.missing, ==, 10);
  answer = ask (self, visit, self->luce, AT (0, 20, 0));
  EXPECT (answer, NO_SHIFT);
  g_assert_cmpint (answer.missing, ==, 0);
}

/* What touches is worked through, a gap of a minute is not. */
static void
test_shifts_that_touch (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  put_shift (self->week, self->marc, AT (0, 18, 0), AT (0, 20, 0));
  SAYS (self, visit, self->marc, AT (0, 17, 30), FITS);
  g_array_index (self->week->shifts, EntRoundsShift, 2).from++;
  SAYS (self, visit, self->marc, AT (0, 17, 30), NO_SHIFT);
}

static void
test_window (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsAnswer answer;

  visit_at (self->week, visit)->earliest = AT (0, 9, 0);
  visit_at (self->week, visit)->latest = AT (0, 11, 0);
  SAYS (self, visit, self->luce, AT (0, 9, 0), FITS);
  SAYS (self, visit, self->luce, AT (0, 10, 0), FITS);
  answer = ask (self, visit, self->luce, AT (0, 8, 58));
  EXPECT (answer, WINDOW);
  g_assert_cmpint (answer.missing, ==, 2);
  answer = ask (self, visit, self->luce, AT (0, 10, 1));
  EXPECT (answer, WINDOW);
  g_assert_cmpint (answer.missing, ==, 1);
}

static void
test_fixed_time (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  visit_at (self->week, visit)->fixed_at = AT (0, 9, 30);
  SAYS (self, visit, self->luce, AT (0, 9, 30), FITS);
  g_assert_cmpint (ask (self, visit, self->luce, AT (0, 9, 29)).reason, ==, ENT_ROUNDS_FIXED_TIME);
  g_assert_cmpint (ask (self, visit, self->luce, AT (0, 9, 33)).missing, ==, 3);
}

/* Both at one address, so that only overlapping counts. */
static void
test_overlap (Case *self, gconstpointer unused)
{
  int standing = put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  int visit = put_visit (self->week, put_client (self->week, "Voisin Éric", 0), NOBODY, NOBODY);
  EntRoundsAnswer answer = ask (self, visit, self->luce, AT (0, 9, 1));

  EXPECT (answer, OVERLAP);
  g_assert_cmpint (answer.other, ==, standing);
  g_assert_cmpint (answer.missing, ==, 1);
  EXPECT (ask (self, visit, self->luce, AT (0, 9, 0)), FITS);
  EXPECT (ask (self, visit, self->luce, AT (0, 10, 59)), OVERLAP);
  EXPECT (ask (self, visit, self->luce, AT (0, 11, 0)), FITS);
  EXPECT (ask (self, standing, self->luce, AT (0, 10, 30)), FITS);
  visit_at (self->week, standing)->state = ENT_VISIT_DONE;
  SAYS (self, visit, self->luce, AT (0, 10, 30), OVERLAP);
  visit_at (self->week, standing)->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  SAYS (self, visit, self->luce, AT (0, 10, 30), FITS);
}

static void
test_travel (Case *self, gconstpointer unused)
{
  int standing = put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  int visit = put_visit (self->week, self->carl, NOBODY, NOBODY);
  EntRoundsAnswer answer = ask (self, visit, self->luce, AT (0, 8, 41));

  EXPECT (answer, TRAVEL);
  g_assert_cmpint (answer.other, ==, standing);
  g_assert_cmpint (answer.missing, ==, 1);
  EXPECT (ask (self, visit, self->luce, AT (0, 8, 40)), FITS);
  answer = ask (self, visit, self->luce, AT (0, 11, 17));
  EXPECT (answer, TRAVEL);
  g_assert_cmpint (answer.missing, ==, 3);
  EXPECT (ask (self, visit, self->luce, AT (0, 11, 20)), FITS);
}

/* Without a place on the map ten minutes count, at the same person's none. */
static void
test_travel_unknown (Case *self, gconstpointer unused)
{
  int here = put_client (self->week, "Sansplace Fanny", ENT_ROUNDS_NONE);
  int visit = put_visit (self->week, here, NOBODY, NOBODY);
  int again = put_visit (self->week, here, NOBODY, NOBODY);

  put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  put_visit (self->week, here, self->marc, AT (0, 10, 0));
  EXPECT (ask (self, visit, self->luce, AT (0, 11, 9)), TRAVEL);
  EXPECT (ask (self, visit, self->luce, AT (0, 11, 10)), FITS);
  EXPECT (ask (self, again, self->marc, AT (0, 11, 0)), FITS);
}

static void
test_pair (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  int second = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsAnswer answer;

  make_pair (self->week, first, second);
  EXPECT (ask (self, second, self->marc, AT (0, 10, 0)), FITS);
  answer = ask (self, second, self->marc, AT (0, 10, 1));
  EXPECT (answer, PAIR);
  g_assert_cmpint (answer.other, ==, first);
  g_assert_cmpint (answer.missing, ==, 1);
  answer = ask (self, second, self->luce, AT (0, 10, 0));
  EXPECT (answer, PAIR);
  g_assert_cmpint (answer.missing, ==, 0);
  EXPECT (ask (self, first, self->luce, AT (0, 13, 0)), FITS);
  visit_at (self->week, first)->state = ENT_VISIT_CANCELLED_SERVICE;
  SAYS (self, second, self->marc, AT (0, 15, 0), FITS);
}

/* Both of a pair go on together. */
static void
test_pair_moves_together (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  int second = put_visit (self->week, self->anne, self->marc, AT (0, 10, 0));

  make_pair (self->week, first, second);
  EXPECT (ask (self, first, self->luce, AT (0, 14, 0)), PAIR);
  ent_rounds_judge_place (self->judge, second, NOBODY, NOBODY);
  EXPECT (ask (self, first, self->luce, AT (0, 14, 0)), FITS);
  ent_rounds_judge_place (self->judge, first, self->luce, AT (0, 14, 0));
  EXPECT (ask (self, second, self->marc, AT (0, 10, 0)), PAIR);
  EXPECT (ask (self, second, self->marc, AT (0, 14, 0)), FITS);
}

/* Two hours and ten minutes of way between them are work; the way home is not. */
static void
test_day_hours (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->bert, NOBODY, NOBODY);
  EntRoundsCarer *luce = carer_at (self->week, self->luce);
  EntRoundsAnswer answer;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  luce->start_place = luce->end_place = 5;
  luce->daily_minutes = 130;
  SAYS (self, visit, self->luce, AT (0, 12, 0), FITS);
  luce->daily_minutes = 129;
  answer = ask_anew (self, visit, self->luce, AT (0, 12, 0));
  EXPECT (answer, DAY_HOURS);
  g_assert_cmpint (answer.missing, ==, 1);
}

/* Thirteen hours are what eleven hours of rest leave of a day. */
static void
test_day_hours_of_nobody (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  g_array_index (self->week->shifts, EntRoundsShift, 1).to = AT (1, 0, 0);
  g_array_index (self->week->shifts, EntRoundsShift, 1).from = 0;
  visit_at (self->week, visit)->minutes = 780;
  SAYS (self, visit, self->marc, AT (0, 8, 0), FITS);
  visit_at (self->week, visit)->minutes = 781;
  SAYS (self, visit, self->marc, AT (0, 8, 0), DAY_HOURS);
}

static void
test_rest (Case *self, gconstpointer unused)
{
  int monday = put_visit (self->week, self->anne, self->marc, AT (0, 17, 0));
  int tuesday = put_visit (self->week, self->anne, NOBODY, AT (1, 9, 0));
  EntRoundsAnswer answer;

  put_shift (self->week, self->marc, AT (1, 4, 0), AT (1, 12, 0));
  SAYS (self, tuesday, self->marc, AT (1, 5, 0), FITS);
  answer = ask (self, tuesday, self->marc, AT (1, 4, 59));
  EXPECT (answer, REST);
  g_assert_cmpint (answer.other, ==, monday);
  g_assert_cmpint (answer.missing, ==, 1);
  ent_rounds_judge_place (self->judge, tuesday, self->marc, AT (1, 4, 30));
  EXPECT (ask (self, monday, self->marc, AT (0, 16, 30)), FITS);
  answer = ask (self, monday, self->marc, AT (0, 16, 31));
  EXPECT (answer, REST);
  g_assert_cmpint (answer.other, ==, tuesday);
}

/* Sunday's and Monday's visits outside the picture. */
static void
test_rest_at_the_edges (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, NOBODY, AT (0, 9, 0));
  int last = put_visit (self->week, self->anne, NOBODY, AT (6, 18, 0));
  EntRoundsCarer *marc = carer_at (self->week, self->marc);

  put_shift (self->week, self->marc, AT (6, 8, 0), AT (6, 23, 0));
  marc->busy_before = AT (0, 8, 0) - 660;
  marc->busy_after = AT (7, 6, 0);
  SAYS (self, first, self->marc, AT (0, 8, 0), FITS);
  marc->busy_before++;
  g_assert_cmpint (ask_anew (self, first, self->marc, AT (0, 8, 0)).missing, ==, 1);
  SAYS (self, first, self->marc, AT (0, 8, 0), REST);
  SAYS (self, last, self->marc, AT (6, 18, 0), FITS);
  SAYS (self, last, self->marc, AT (6, 18, 1), REST);
  marc->busy_before = AT (0, 8, 1);
  SAYS (self, first, self->marc, AT (0, 8, 0), OVERLAP);
}

/* A night belongs to the evening on which it begins: no rest is due at midnight. */
static void
test_night (Case *self, gconstpointer unused)
{
  int evening = put_visit (self->week, self->anne, self->marc, AT (0, 22, 0));
  int small_hours = put_visit (self->week, self->anne, NOBODY, AT (1, 2, 0));
  int across = put_visit (self->week, self->anne, NOBODY, AT (0, 23, 30));
  int next = put_visit (self->week, self->anne, NOBODY, AT (1, 20, 0));

  put_shift (self->week, self->marc, AT (0, 21, 0), AT (1, 6, 0));
  put_shift (self->week, self->marc, AT (1, 12, 0), AT (1, 22, 0));
  SAYS (self, small_hours, self->marc, AT (1, 2, 0), FITS);
  SAYS (self, small_hours, self->marc, AT (1, 5, 1), NO_SHIFT);
  SAYS (self, across, self->marc, AT (0, 23, 30), FITS);
  SAYS (self, across, self->marc, AT (1, 0, 0), OTHER_DAY);
  ent_rounds_judge_place (self->judge, across, self->marc, AT (0, 23, 30));
  EXPECT (ask (self, next, self->marc, AT (1, 12, 0)), FITS);
  ent_rounds_judge_place (self->judge, small_hours, self->marc, AT (1, 2, 0));
  EXPECT (ask (self, next, self->marc, AT (1, 13, 59)), REST);
  EXPECT (ask (self, next, self->marc, AT (1, 14, 0)), FITS);
  EXPECT (ask (self, evening, self->marc, AT (0, 22, 0)), FITS);
}

/* A window past midnight holds in the small hours of its day too. */
static void
test_window_past_midnight (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  put_shift (self->week, self->marc, AT (1, 0, 0), AT (2, 8, 0));
  visit_at (self->week, visit)->day = 1;
  visit_at (self->week, visit)->earliest = AT (1, 22, 0);
  visit_at (self->week, visit)->latest = AT (2, 6, 0);
  SAYS (self, visit, self->marc, AT (1, 22, 0), FITS);
  SAYS (self, visit, self->marc, AT (1, 23, 59), FITS);
  SAYS (self, visit, self->marc, AT (1, 21, 59), WINDOW);
  SAYS (self, visit, self->marc, AT (1, 5, 0), FITS);
  SAYS (self, visit, self->marc, AT (1, 5, 1), WINDOW);
  SAYS (self, visit, self->marc, AT (1, 12, 0), WINDOW);
}

/* The clock's minutes count on the nights when it is changed, and at the end of a month. */
static void
test_any_night_alike (Case *self, gconstpointer unused)
{
  const char *nights[] = { "2026-03-28", "2026-10-24", "2026-11-30", "2026-12-31", "2028-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr (EntRoundsWeek) week = picture_new (nights[i], 2, 1);
      g_autoptr (EntRoundsJudge) judge = NULL;
      int client = put_client (week, "Dupont Anne", 0);
      int carer = put_carer (week, "Luce Leroy");
      int before = put_visit (week, client, carer, AT (0, 22, 0));
      int visit = put_visit (week, client, NOBODY, AT (1, 3, 0));
      EntRoundsAnswer answer;

      put_shift (week, carer, AT (0, 22, 0), AT (1, 7, 0));
      visit_at (week, before)->minutes = 300;
      judge = ent_rounds_judge_new (week);
      ent_rounds_judge_ask (judge, visit, carer, AT (1, 3, 0), &answer);
      EXPECT (answer, FITS);
      g_assert_cmpint (answer.week_minutes, ==, 360);
      ent_rounds_judge_ask (judge, visit, carer, AT (1, 2, 59), &answer);
      EXPECT (answer, OVERLAP);
      ent_rounds_judge_ask (judge, visit, carer, AT (1, 6, 1), &answer);
      EXPECT (answer, NO_SHIFT);
    }
}

/* Of two rules that refuse the one that comes first in the list speaks. */
static void
test_first_reason_wins (Case *self, gconstpointer unused)
{
  int locked = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int visit = put_visit (self->week, self->bert, NOBODY, NOBODY);
  EntRoundsVisit *v;

  visit_at (self->week, locked)->is_locked = TRUE;
  client_at (self->week, self->bert)->has_dog = TRUE;
  carer_at (self->week, self->luce)->avoids_dogs = TRUE;
  carer_at (self->week, self->luce)->daily_minutes = 1;
  put_bond (self->week, self->bert, self->luce, ENT_ROUNDS_REFUSED, 0);
  v = visit_at (self->week, visit);
  v->carer_kind = ENT_CARER_HOME_SITTER;
  v->fixed_at = AT (0, 9, 45);
  v->earliest = AT (0, 9, 20);
  SAYS (self, locked, self->luce, AT (1, 9, 0), LOCKED);
  SAYS (self, visit, self->luce, AT (1, 9, 0), OTHER_DAY);
  SAYS (self, visit, self->luce, AT (0, 7, 0), NOT_QUALIFIED);
  visit_at (self->week, visit)->carer_kind = 0;
  SAYS (self, visit, self->luce, AT (0, 7, 0), BARRED);
  g_array_set_size (self->week->bonds, 0);
  SAYS (self, visit, self->luce, AT (0, 7, 0), ALLERGY);
  carer_at (self->week, self->luce)->avoids_dogs = FALSE;
  SAYS (self, visit, self->luce, AT (0, 7, 0), NO_SHIFT);
  SAYS (self, visit, self->luce, AT (0, 9, 0), WINDOW);
  SAYS (self, visit, self->luce, AT (0, 9, 30), FIXED_TIME);
  SAYS (self, visit, self->luce, AT (0, 9, 45), OVERLAP);
  visit_at (self->week, visit)->fixed_at = AT (0, 10, 5);
  SAYS (self, visit, self->luce, AT (0, 10, 5), TRAVEL);
  visit_at (self->week, visit)->fixed_at = AT (0, 10, 10);
  SAYS (self, visit, self->luce, AT (0, 10, 10), DAY_HOURS);
  make_pair (self->week, visit, put_visit (self->week, self->bert, self->marc, AT (0, 9, 0)));
  SAYS (self, visit, self->luce, AT (0, 10, 10), PAIR);
}

/* Each rule with the one behind it: absence before pattern, hours of the day before rest. */
static void
test_pairs_of_rules (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, AT (1, 4, 0));
  EntRoundsShift *away;

  put_visit (self->week, self->anne, self->marc, AT (0, 17, 0));
  away = put_shift (self->week, self->marc, AT (1, 4, 0), AT (1, 4, 30));
  away->is_away = TRUE;
  SAYS (self, visit, self->marc, AT (1, 4, 0), AWAY);
  SAYS (self, visit, self->marc, AT (1, 5, 0), NO_SHIFT);
  g_array_index (self->week->shifts, EntRoundsShift, 2).is_away = FALSE;
  g_array_index (self->week->shifts, EntRoundsShift, 2).to = AT (1, 12, 0);
  carer_at (self->week, self->marc)->daily_minutes = 59;
  SAYS (self, visit, self->marc, AT (1, 4, 0), DAY_HOURS);
  carer_at (self->week, self->marc)->daily_minutes = 60;
  SAYS (self, visit, self->marc, AT (1, 4, 0), REST);
  SAYS (self, visit, self->marc, AT (1, 5, 0), FITS);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/rounds-judge/fits", test_fits);
  CASE ("/rounds-judge/locked", test_locked);
  CASE ("/rounds-judge/other-day", test_other_day);
  CASE ("/rounds-judge/not-qualified", test_not_qualified);
  CASE ("/rounds-judge/barred", test_barred);
  CASE ("/rounds-judge/allergy", test_allergy);
  CASE ("/rounds-judge/away", test_away);
  CASE ("/rounds-judge/shift", test_shift);
  CASE ("/rounds-judge/shifts-that-touch", test_shifts_that_touch);
  CASE ("/rounds-judge/window", test_window);
  CASE ("/rounds-judge/fixed-time", test_fixed_time);
  CASE ("/rounds-judge/overlap", test_overlap);
  CASE ("/rounds-judge/travel", test_travel);
  CASE ("/rounds-judge/travel-unknown", test_travel_unknown);
  CASE ("/rounds-judge/pair", test_pair);
  CASE ("/rounds-judge/pair-moves-together", test_pair_moves_together);
  CASE ("/rounds-judge/day-hours", test_day_hours);
  CASE ("/rounds-judge/day-hours-of-nobody", test_day_hours_of_nobody);
  CASE ("/rounds-judge/rest", test_rest);
  CASE ("/rounds-judge/rest-at-the-edges", test_rest_at_the_edges);
  CASE ("/rounds-judge/night", test_night);
  CASE ("/rounds-judge/window-past-midnight", test_window_past_midnight);
  CASE ("/rounds-judge/any-night-alike", test_any_night_alike);
  CASE ("/rounds-judge/first-reason-wins", test_first_reason_wins);
  CASE ("/rounds-judge/pairs-of-rules", test_pairs_of_rules);
  return g_test_run ();
}
