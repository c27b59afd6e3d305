/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves of two visits at once: a pair in time, two that change places, the parts of one that is
 * split; and a person who is away. */

#include "rounds-case.h"

#include "ent-rounds-together.h"

#include <locale.h>

static EntRoundsTogether
swap (Case *self, int first, int second)
{
  EntRoundsTogether together;

  ask (self, first, self->luce, AT (0, 9, 0));
  ent_rounds_judge_swap (self->judge, first, second, &together);
  return together;
}

static EntRoundsTogether
move (Case *self, int visit, int carer, int start)
{
  EntRoundsTogether together;

  ask (self, visit, carer, start);
  ent_rounds_judge_move (self->judge, visit, carer, start, &together);
  return together;
}

static void
expect_step (const EntRoundsTogether *together, int step, int carer, int start)
{
  g_assert_cmpint (step, <, together->n_steps);
  g_assert_cmpint (together->steps[step].carer, ==, carer);
  g_assert_cmpint (together->steps[step].start, ==, start);
}

static void
expect_place (Case *self, int visit, int carer, int start)
{
  int here, at;

  ent_rounds_judge_get_place (self->judge, visit, &here, &at);
  g_assert_cmpint (here, ==, carer);
  g_assert_cmpint (at, ==, start);
}

/* Each fits only because the other is gone; the judge is as it was afterwards. */
static void
test_swap (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->bert, self->marc, AT (0, 14, 0));
  EntRoundsTogether together = swap (self, a, b);

  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  expect_step (&together, 0, self->marc, AT (0, 14, 0));
  expect_step (&together, 1, self->luce, AT (0, 9, 0));
  expect_place (self, a, self->luce, AT (0, 9, 0));
  expect_place (self, b, self->marc, AT (0, 14, 0));
}

static void
test_swap_times_of_one_carer (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->anne, self->luce, AT (0, 10, 0));
  EntRoundsTogether together = swap (self, a, b);

  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  expect_step (&together, 0, self->luce, AT (0, 10, 0));
  expect_step (&together, 1, self->luce, AT (0, 9, 0));
  visit_at (self->week, b)->minutes = 61;
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, 0);
  EXPECT (together.answer, OVERLAP);
  g_assert_cmpint (together.answer.missing, ==, 1);
}

/* Times were agreed: the carers change all the same. */
static void
test_swap_carers_only (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->bert, self->marc, AT (0, 14, 0));
  EntRoundsTogether together;

  visit_at (self->week, a)->fixed_at = AT (0, 9, 0);
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  expect_step (&together, 0, self->marc, AT (0, 9, 0));
  expect_step (&together, 1, self->luce, AT (0, 14, 0));
}

/* On different days too; each keeps its own. */
static void
test_swap_across_days (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->bert, self->marc, AT (1, 9, 0));
  EntRoundsTogether together;

  put_shift (self->week, self->marc, AT (1, 8, 0), AT (1, 18, 0));
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, 1);
  EXPECT (together.answer, NO_SHIFT);
  g_array_insert_val (self->week->shifts, 1,
                      ((EntRoundsShift) { self->luce, AT (1, 8, 0), AT (1, 18, 0), FALSE, NULL }));
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  expect_step (&together, 0, self->marc, AT (0, 9, 0));
  expect_step (&together, 1, self->luce, AT (1, 9, 0));
}

/* It names which and why. */
static void
test_swap_refused (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->bert, self->marc, AT (0, 14, 0));
  EntRoundsTogether together;
  g_autofree char *text = NULL;

  put_bond (self->week, self->bert, self->luce, ENT_ROUNDS_REFUSED, 0);
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, 1);
  EXPECT (together.answer, BARRED);
  text = ent_rounds_judge_describe_together (self->judge, &together);
  g_assert_cmpstr (text, ==,
                   "Exemple Bert with Luce Leroy: Luce Leroy is not to go to Exemple Bert’s.");
  expect_place (self, a, self->luce, AT (0, 9, 0));
}

static void
test_swap_locked (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->bert, self->marc, AT (0, 14, 0));
  EntRoundsTogether together;

  visit_at (self->week, b)->is_locked = TRUE;
  together = swap (self, a, b);
  g_assert_cmpint (together.refused, ==, 1);
  EXPECT (together.answer, LOCKED);
}

/* Moved in time the other comes along; given to somebody else it stays. */
static void
test_pair (Case *self, gconstpointer unused)
{
  int zoe = put_carer (self->week, "Zoé Zuber");
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->anne, self->marc, AT (0, 9, 0));
  EntRoundsTogether together;

  put_shift (self->week, zoe, AT (0, 8, 0), AT (0, 18, 0));
  make_pair (self->week, a, b);
  together = move (self, a, self->luce, AT (0, 11, 0));
  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (together.n_steps, ==, 2);
  g_assert_cmpint (together.steps[1].visit, ==, b);
  expect_step (&together, 1, self->marc, AT (0, 11, 0));
  expect_place (self, b, self->marc, AT (0, 9, 0));
  together = move (self, a, zoe, AT (0, 9, 0));
  g_assert_cmpint (together.refused, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (together.n_steps, ==, 1);
  together = move (self, a, zoe, AT (0, 11, 0));
  g_assert_cmpint (together.n_steps, ==, 2);
  together = move (self, a, self->marc, AT (0, 9, 0));
  g_assert_cmpint (together.refused, ==, 0);
  EXPECT (together.answer, PAIR);
}

static void
test_pair_refused (Case *self, gconstpointer unused)
{
  int a = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int b = put_visit (self->week, self->anne, self->marc, AT (0, 9, 0));
  int busy = put_visit (self->week, self->anne, self->marc, AT (0, 11, 0));
  EntRoundsTogether together;

  make_pair (self->week, a, b);
  together = move (self, a, self->luce, AT (0, 10, 30));
  g_assert_cmpint (together.refused, ==, 1);
  EXPECT (together.answer, OVERLAP);
  g_assert_cmpint (together.answer.other, ==, busy);
  visit_at (self->week, b)->is_locked = TRUE;
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  together = move (self, a, self->luce, AT (0, 14, 0));
  g_assert_cmpint (together.refused, ==, 1);
  EXPECT (together.answer, LOCKED);
}

static void
test_can_split (Case *self, gconstpointer unused)
{
  EntRoundsVisit *visit = visit_at (self->week,
                                    put_visit (self->week, self->anne, self->luce, AT (0, 9, 0)));

  visit->minutes = 30;
  g_assert_true (ent_rounds_visit_can_split (visit));
  visit->minutes = 29;
  g_assert_false (ent_rounds_visit_can_split (visit));
  visit->minutes = 30;
  visit->is_locked = TRUE;
  g_assert_false (ent_rounds_visit_can_split (visit));
  visit->is_locked = FALSE;
  visit->pair = 1;
  g_assert_false (ent_rounds_visit_can_split (visit));
  visit->pair = ENT_ROUNDS_NONE;
  visit->state = ENT_VISIT_DONE;
  g_assert_false (ent_rounds_visit_can_split (visit));
}

/* The part is as long as what is left, begins where the first ends, and has no promised time. */
static void
test_ask_part (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  EntRoundsAnswer answer;

  visit_at (self->week, visit)->fixed_at = AT (0, 9, 0);
  put_visit (self->week, self->anne, self->marc, AT (0, 10, 0));
  ask (self, visit, self->luce, AT (0, 9, 0));
  ent_rounds_judge_ask_part (self->judge, visit, 45, self->marc, &answer);
  EXPECT (answer, FITS);
  g_assert_cmpint (answer.start, ==, AT (0, 9, 45));
  g_assert_cmpint (answer.week_minutes, ==, 75);
  visit_at (self->week, visit)->minutes = 61;
  ent_rounds_judge_ask_part (self->judge, visit, 45, self->marc, &answer);
  EXPECT (answer, OVERLAP);
  g_assert_cmpint (answer.missing, ==, 1);
}

/* In hospital on Monday only; what stands there breaks a rule. */
static void
test_not_home (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int other = put_visit (self->week, self->bert, self->marc, AT (0, 9, 0));

  client_at (self->week, self->anne)->away = 1;
  SAYS (self, visit, self->luce, AT (0, 9, 0), NOT_HOME);
  g_assert_cmpint (ent_rounds_judge_standing (self->judge, visit, NULL), ==, ENT_ROUNDS_NOT_HOME);
  EXPECT (ask (self, other, self->marc, AT (0, 9, 0)), FITS);
  client_at (self->week, self->anne)->away = 2;
  EXPECT (ask (self, visit, self->luce, AT (0, 9, 0)), FITS);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/rounds-together/swap", test_swap);
  CASE ("/rounds-together/swap-times-of-one-carer", test_swap_times_of_one_carer);
  CASE ("/rounds-together/swap-carers-only", test_swap_carers_only);
  CASE ("/rounds-together/swap-across-days", test_swap_across_days);
  CASE ("/rounds-together/swap-refused", test_swap_refused);
  CASE ("/rounds-together/swap-locked", test_swap_locked);
  CASE ("/rounds-together/pair", test_pair);
  CASE ("/rounds-together/pair-refused", test_pair_refused);
  CASE ("/rounds-together/can-split", test_can_split);
  CASE ("/rounds-together/ask-part", test_ask_part);
  CASE ("/rounds-together/not-home", test_not_home);
  return g_test_run ();
}
