/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a move costs, who could stand in and in which order, and the sentences that tell it. */

#include "rounds-case.h"

#include <locale.h>

static void
test_cost (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->dora, NOBODY, NOBODY);
  EntRoundsCarer *luce = carer_at (self->week, self->luce);
  EntRoundsAnswer answer;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->bert, self->luce, AT (0, 14, 0));
  luce->start_place = luce->end_place = 0;
  luce->weekly_minutes = 180 + 30 + 20;
  visit_at (self->week, visit)->wished_from = AT (0, 11, 0);
  visit_at (self->week, visit)->wished_to = AT (0, 12, 0);
  put_bond (self->week, self->dora, self->luce, ENT_ROUNDS_WISHED, 0);
  put_bond (self->week, self->dora, self->luce, ENT_ROUNDS_KNOWN, 7);
  put_visit (self->week, self->dora, self->luce, AT (3, 9, 0));
  visit_at (self->week, 3)->state = ENT_VISIT_CANCELLED_SERVICE;
  answer = ask (self, visit, self->luce, AT (0, 11, 0));
  EXPECT (answer, FITS);
  g_assert_cmpint (answer.travel, ==, 30 + 20 - 10);
  g_assert_cmpint (answer.metres, ==, 20000);
  g_assert_cmpint (answer.week_minutes, ==, 230);
  g_assert_false (answer.is_overtime);
  g_assert_false (answer.is_outside_wish);
  g_assert_true (answer.is_wished);
  g_assert_cmpint (answer.known, ==, 7);
  g_assert_true (ask (self, visit, self->luce, AT (0, 11, 1)).is_outside_wish);
  g_assert_true (ask (self, visit, self->luce, AT (0, 10, 59)).is_outside_wish);
  luce->weekly_minutes--;
  g_assert_true (ask_anew (self, visit, self->luce, AT (0, 11, 0)).is_overtime);
}

/* Where it now stands does not stand in its own way, nor count twice. */
static void
test_taken_out_first (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  EntRoundsAnswer answer = ask (self, visit, self->luce, AT (0, 9, 30));

  EXPECT (answer, FITS);
  g_assert_cmpint (answer.week_minutes, ==, 60);
  g_assert_cmpint (answer.known, ==, 0);
  g_assert_cmpint (visit_at (self->week, visit)->start, ==, AT (0, 9, 0));
}

static void
test_standing (Case *self, gconstpointer unused)
{
  int good = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int late = put_visit (self->week, self->carl, self->luce, AT (0, 10, 10));
  int open = put_visit (self->week, self->carl, NOBODY, NOBODY);
  int done = put_visit (self->week, self->bert, self->marc, AT (0, 3, 0));
  int other;

  visit_at (self->week, good)->is_locked = TRUE;
  visit_at (self->week, done)->state = ENT_VISIT_DONE;
  ask (self, open, self->marc, AT (0, 9, 0));
  g_assert_cmpint (ent_rounds_judge_standing (self->judge, late, &other), ==, ENT_ROUNDS_TRAVEL);
  g_assert_cmpint (other, ==, good);
  g_assert_cmpint (ent_rounds_judge_standing (self->judge, good, &other), ==, ENT_ROUNDS_TRAVEL);
  g_assert_cmpint (other, ==, late);
  g_assert_cmpint (ent_rounds_judge_standing (self->judge, open, &other), ==, ENT_ROUNDS_FITS);
  g_assert_cmpint (other, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (ent_rounds_judge_standing (self->judge, done, NULL), ==, ENT_ROUNDS_FITS);
}

static int
offers_of (Case *self, int visit, EntRoundsOffer *offers, int max)
{
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  ent_rounds_week_index (self->week);
  self->judge = ent_rounds_judge_new (self->week);
  return ent_rounds_judge_offers (self->judge, visit, offers, max);
}

/* Everybody can: the same time goes before a wish, that before knowing, that before overtime, that
 * before the way. */
static void
test_order_of_offers (Case *self, gconstpointer unused)
{
  int far, over, known, wished, late, visit;
  EntRoundsOffer offers[8];

  g_array_set_size (self->week->shifts, 0);
  g_array_set_size (self->week->carers, 0);
  late = put_carer (self->week, "Tard Théo");
  far = put_carer (self->week, "Loin Léa");
  over = put_carer (self->week, "Plein Paul");
  known = put_carer (self->week, "Connu Cora");
  wished = put_carer (self->week, "Voulu Vera");
  put_carer (self->week, "Autre Ada");
  for (int i = 0; i < 6; i++)
    put_shift (self->week, i, i == late ? AT (0, 10, 0) : AT (0, 8, 0), AT (0, 18, 0));
  carer_at (self->week, 5)->kind = ENT_CARER_HOME_SITTER;
  carer_at (self->week, far)->start_place = 5;
  carer_at (self->week, over)->weekly_minutes = 30;
  carer_at (self->week, known)->start_place = 3;
  carer_at (self->week, known)->weekly_minutes = 30;
  put_bond (self->week, self->anne, wished, ENT_ROUNDS_WISHED, 0);
  put_bond (self->week, self->anne, late, ENT_ROUNDS_WISHED, 0);
  put_bond (self->week, self->anne, known, ENT_ROUNDS_KNOWN, 1);
  visit = put_visit (self->week, self->anne, NOBODY, AT (0, 9, 0));
  g_assert_cmpint (offers_of (self, visit, offers, 8), ==, 5);
  g_assert_cmpint (offers[0].carer, ==, wished);
  g_assert_cmpint (offers[1].carer, ==, known);
  g_assert_cmpint (offers[2].carer, ==, far);
  g_assert_cmpint (offers[3].carer, ==, over);
  g_assert_cmpint (offers[4].carer, ==, late);
  g_assert_cmpint (offers[0].start, ==, AT (0, 9, 0));
  g_assert_cmpint (offers[4].start, ==, AT (0, 10, 0));
  g_assert_cmpint (offers_of (self, visit, offers, 2), ==, 2);
  g_assert_cmpint (offers[1].carer, ==, known);
}

/* The nearest time that fits, told in fives, on either side. */
static void
test_nearest_time (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->bert, NOBODY, AT (0, 10, 0));
  EntRoundsOffer offers[2];

  put_visit (self->week, self->anne, self->luce, AT (0, 10, 3));
  put_visit (self->week, self->anne, self->marc, AT (0, 9, 13));
  visit_at (self->week, 2)->minutes = 120;
  g_assert_cmpint (offers_of (self, visit, offers, 2), ==, 2);
  g_assert_cmpint (offers[0].carer, ==, self->luce);
  g_assert_cmpint (offers[0].start, ==, AT (0, 8, 50));
  g_assert_cmpint (offers[1].carer, ==, self->marc);
  g_assert_cmpint (offers[1].start, ==, AT (0, 11, 25));
  visit_at (self->week, visit)->latest = AT (0, 9, 50);
  g_assert_cmpint (offers_of (self, visit, offers, 2), ==, 2);
  g_assert_cmpint (offers[1].start, ==, AT (0, 8, 0));
  visit_at (self->week, visit)->earliest = AT (0, 8, 51);
  g_assert_cmpint (offers_of (self, visit, offers, 2), ==, 0);
}

/* A promised time is not moved, and who makes the visit already is no offer. */
static void
test_no_offer (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  EntRoundsOffer offers[4];

  g_assert_cmpint (offers_of (self, visit, offers, 4), ==, 1);
  g_assert_cmpint (offers[0].carer, ==, self->marc);
  visit_at (self->week, visit)->fixed_at = AT (0, 9, 0);
  put_visit (self->week, self->anne, self->marc, AT (0, 9, 30));
  g_assert_cmpint (offers_of (self, visit, offers, 4), ==, 0);
}

/* The second of a pair is offered when the first comes, by others. */
static void
test_offer_of_a_pair (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 13, 15));
  int second = put_visit (self->week, self->anne, NOBODY, NOBODY);
  EntRoundsOffer offers[4];

  make_pair (self->week, first, second);
  g_assert_cmpint (offers_of (self, second, offers, 4), ==, 1);
  g_assert_cmpint (offers[0].carer, ==, self->marc);
  g_assert_cmpint (offers[0].start, ==, AT (0, 13, 15));
}

static void
expect_words (Case *self, int visit, int start, const char *words)
{
  EntRoundsAnswer answer = ask_anew (self, visit, self->luce, start);
  g_autofree char *text = ent_rounds_judge_describe (self->judge, self->luce, &answer);

  g_assert_cmpstr (text, ==, words);
}

static void
test_words (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->bert, NOBODY, NOBODY);
  EntRoundsShift *away;

  put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  carer_at (self->week, self->luce)->weekly_minutes = 19 * 60;
  expect_words (self, visit, AT (0, 9, 15), "At Dupont Anne’s from 10:00 to 11:00");
  expect_words (self, visit, AT (0, 8, 55), "5 min too little for the way to Dupont Anne’s");
  expect_words (self, visit, AT (0, 11, 5), "5 min too little for the way from Dupont Anne’s");
  expect_words (self, visit, AT (0, 17, 10), "10 min outside the working hours of Luce Leroy");
  expect_words (self, visit, AT (0, 20, 0), "Luce Leroy does not work then.");
  expect_words (self, visit, AT (0, 8, 0), "+10 min on the way · 2 h 10 of 19 h · new there");
  visit_at (self->week, visit)->earliest = AT (0, 9, 0);
  expect_words (self, visit, AT (0, 8, 0), "Agreed: not before 09:00");
  visit_at (self->week, visit)->latest = AT (0, 12, 0);
  expect_words (self, visit, AT (0, 8, 0), "Agreed: between 09:00 and 12:00");
  visit_at (self->week, visit)->fixed_at = AT (0, 9, 30);
  expect_words (self, visit, AT (0, 10, 0), "Promised for exactly 09:30");
  client_at (self->week, self->bert)->has_cat = TRUE;
  carer_at (self->week, self->luce)->avoids_cats = TRUE;
  expect_words (self, visit, AT (0, 10, 0), "Luce Leroy avoids cats, and Exemple Bert has one.");
  put_bond (self->week, self->bert, self->luce, ENT_ROUNDS_REFUSED, 0);
  expect_words (self, visit, AT (0, 10, 0), "Luce Leroy is not to go to Exemple Bert’s.");
  g_array_set_size (self->week->bonds, 0);
  carer_at (self->week, self->luce)->avoids_cats = FALSE;
  away = &g_array_index (self->week->shifts, EntRoundsShift, 0);
  away->is_away = TRUE;
  away->reason = g_strdup ("Maladie");
  expect_words (self, visit, AT (0, 10, 0), "Luce Leroy is away: Maladie");
}

/* What the picture sums up, home and back with it, and what of it is work. */
static void
test_sums (Case *self, gconstpointer unused)
{
  int minutes, travel, metres;

  carer_at (self->week, self->luce)->start_place = 4;
  carer_at (self->week, self->luce)->end_place = 0;
  put_visit (self->week, self->carl, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->bert, self->luce, AT (0, 12, 0));
  put_visit (self->week, self->anne, self->luce, AT (0, 15, 0));
  visit_at (self->week, 2)->state = ENT_VISIT_REPLACED;
  ent_rounds_week_sum (self->week, self->luce, &minutes, &travel, &metres);
  g_assert_cmpint (minutes, ==, 120);
  g_assert_cmpint (travel, ==, 20 + 10 + 10);
  g_assert_cmpint (metres, ==, 20000);
  g_assert_cmpint (ent_rounds_week_work (self->week, self->luce), ==, 130);
  g_assert_cmpint (ent_rounds_week_work (self->week, self->marc), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/rounds-offers/cost", test_cost);
  CASE ("/rounds-offers/taken-out-first", test_taken_out_first);
  CASE ("/rounds-offers/standing", test_standing);
  CASE ("/rounds-offers/order", test_order_of_offers);
  CASE ("/rounds-offers/nearest-time", test_nearest_time);
  CASE ("/rounds-offers/none", test_no_offer);
  CASE ("/rounds-offers/pair", test_offer_of_a_pair);
  CASE ("/rounds-offers/words", test_words);
  CASE ("/rounds-offers/sums", test_sums);
  return g_test_run ();
}
