/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which visits an absence takes, who is offered for them, and that what is chosen never books
 * anybody twice: on pictures made by hand and on many made by chance. */

#include "rounds-case.h"

#include "ent-cover-plan.h"
#include "ent-cover-rules.h"

#include <locale.h>

#define MONDAY "2026-11-23"

static gint32
date (const char *iso)
{
  return ent_day_parse_iso (iso);
}

static EntCoverAway
away_from_to (const char *from, int from_time, const char *to, int to_time)
{
  EntCoverAway away = { .from_day = date (from),
                        .from_time = from_time,
                        .to_day = to != NULL ? date (to) : ENT_DAY_NONE,
                        .to_time = to_time };

  return away;
}

static void
test_whole_days (void)
{
  EntCoverAway away = away_from_to ("2026-11-23", ENT_INT_NONE, "2026-11-24", ENT_INT_NONE);

  g_assert_false (ent_cover_away_takes (&away, date ("2026-11-22"), 1380, 60));
  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-23"), 0, 60));
  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-24"), 1439, 60));
  g_assert_false (ent_cover_away_takes (&away, date ("2026-11-25"), 0, 60));
}

/* The visit through the night belongs to the evening on which it begins. */
static void
test_midnight_visit (void)
{
  EntCoverAway away = away_from_to ("2026-11-24", ENT_INT_NONE, "2026-11-24", ENT_INT_NONE);

  g_assert_false (ent_cover_away_takes (&away, date ("2026-11-23"), 1380, 120));
  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-24"), 1380, 120));
}

static void
test_from_noon (void)
{
  EntCoverAway away = away_from_to ("2026-11-23", 720, "2026-11-23", ENT_INT_NONE);
  gint32 monday = date ("2026-11-23");

  g_assert_false (ent_cover_away_takes (&away, monday, 660, 60));
  g_assert_true (ent_cover_away_takes (&away, monday, 661, 60));
  g_assert_true (ent_cover_away_takes (&away, monday, 720, 60));
  g_assert_true (ent_cover_away_takes (&away, monday, 1439, 60));
  g_assert_false (ent_cover_away_takes (&away, monday + 1, 0, 60));
}

static void
test_until_noon (void)
{
  EntCoverAway away = away_from_to ("2026-11-23", ENT_INT_NONE, "2026-11-24", 720);
  gint32 tuesday = date ("2026-11-24");

  g_assert_true (ent_cover_away_takes (&away, tuesday, 719, 60));
  g_assert_false (ent_cover_away_takes (&away, tuesday, 720, 60));
  g_assert_false (ent_cover_away_takes (&away, tuesday + 1, 600, 60));
}

/* Away from half past midnight: the visit that began at eleven the evening before goes on then. */
static void
test_time_reaches_back (void)
{
  EntCoverAway away = away_from_to ("2026-11-24", 30, "2026-11-24", ENT_INT_NONE);

  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-23"), 1380, 120));
  g_assert_false (ent_cover_away_takes (&away, date ("2026-11-23"), 1380, 90));
}

static void
test_open_end (void)
{
  EntCoverAway away = away_from_to ("2026-11-23", ENT_INT_NONE, NULL, 720);

  g_assert_cmpint (ent_cover_away_last_day (&away), ==, date ("2026-12-20"));
  g_assert_true (ent_cover_away_takes (&away, date ("2026-12-20"), 1200, 60));
  g_assert_false (ent_cover_away_takes (&away, date ("2026-12-21"), 0, 60));
}

static void
test_without_time (void)
{
  EntCoverAway away = away_from_to ("2026-11-23", 720, "2026-11-24", 600);

  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-23"), ENT_INT_NONE, 60));
  g_assert_true (ent_cover_away_takes (&away, date ("2026-11-24"), ENT_INT_NONE, 60));
  g_assert_false (ent_cover_away_takes (&away, date ("2026-11-25"), ENT_INT_NONE, 60));
}

static gboolean
is_sound (EntCoverAway away)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_cover_away_check (&away, issues);
  return ent_issues_n_errors (issues) == 0;
}

static void
check_follows (const EntCoverAway *now, EntCoverAway noted, const char *expected)
{
  EntCoverAway before = away_from_to (MONDAY, 720, "2026-11-24", ENT_INT_NONE);
  g_autofree char *text = NULL;
  char from[11], to[11];

  ent_cover_away_follow (now, &before, &noted);
  ent_day_write_iso (noted.from_day, from);
  ent_day_write_iso (noted.to_day, to);
  text = g_strdup_printf ("%s %d %s %d", from,
                          noted.from_time != ENT_INT_NONE ? noted.from_time : -1, to,
                          noted.to_time != ENT_INT_NONE ? noted.to_time : -1);
  g_assert_cmpstr (text, ==, expected);
}

/* Leave that was noted long before does not shrink to the days that were covered. */
static void
test_absence_follows (void)
{
  int none = ENT_INT_NONE;
  EntCoverAway shorter = away_from_to ("2026-11-24", none, "2026-11-24", 600);
  EntCoverAway longer = away_from_to ("2026-11-22", 600, "2026-11-29", none);
  EntCoverAway open = away_from_to (MONDAY, 720, NULL, none);
  EntCoverAway own = away_from_to (MONDAY, 720, "2026-11-24", none);
  EntCoverAway leave = away_from_to ("2026-11-16", none, "2026-11-27", none);

  check_follows (&shorter, own, "2026-11-24 -1 2026-11-24 600");
  check_follows (&longer, own, "2026-11-22 600 2026-11-29 -1");
  check_follows (&shorter, leave, "2026-11-16 -1 2026-11-27 -1");
  check_follows (&shorter, away_from_to (MONDAY, none, "2026-11-24", none),
                 "2026-11-23 -1 2026-11-24 -1");
  check_follows (&longer, leave, "2026-11-16 -1 2026-11-29 -1");
  check_follows (&open, own, "2026-11-23 720 2026-12-20 -1");
}

static void
test_check (void)
{
  g_assert_true (is_sound (away_from_to (MONDAY, ENT_INT_NONE, MONDAY, ENT_INT_NONE)));
  g_assert_true (is_sound (away_from_to (MONDAY, 720, MONDAY, 721)));
  g_assert_true (is_sound (away_from_to (MONDAY, 720, "2026-11-24", 600)));
  g_assert_true (is_sound (away_from_to (MONDAY, ENT_INT_NONE, NULL, ENT_INT_NONE)));
  g_assert_false (is_sound (away_from_to (MONDAY, 720, MONDAY, 720)));
  g_assert_false (is_sound (away_from_to (MONDAY, ENT_INT_NONE, MONDAY, 0)));
  g_assert_true (is_sound (away_from_to (MONDAY, ENT_INT_NONE, MONDAY, 1)));
  g_assert_false (is_sound (away_from_to (MONDAY, ENT_INT_NONE, "2026-11-22", ENT_INT_NONE)));
}

static EntNoticeKind
notice_of (gint64 carer, int time, gboolean is_cancelled)
{
  EntCoverTurn turn = { 1, carer, 480, time, is_cancelled };

  return ent_cover_turn_notice (&turn);
}

static void
test_notices (void)
{
  g_assert_cmpint (notice_of (2, 480, FALSE), ==, ENT_NOTICE_OTHER_CARER);
  g_assert_cmpint (notice_of (2, 490, FALSE), ==, ENT_NOTICE_OTHER_TIME);
  g_assert_cmpint (notice_of (1, 490, FALSE), ==, ENT_NOTICE_OTHER_TIME);
  g_assert_cmpint (notice_of (1, 480, TRUE), ==, ENT_NOTICE_CANCELLED);
  g_assert_cmpint (notice_of (0, 480, FALSE), ==, ENT_NOTICE_NO_CARER);
  g_assert_cmpint (notice_of (0, ENT_INT_NONE, FALSE), ==, ENT_NOTICE_NO_CARER);
  g_assert_cmpint (notice_of (0, 480, TRUE), ==, ENT_NOTICE_CANCELLED);
  g_assert_cmpint (notice_of (2, ENT_INT_NONE, FALSE), ==, 0);
  g_assert_cmpint (notice_of (1, 480, FALSE), ==, 0);
}

/* Luce is away all Monday. The plan takes the picture. */
static EntCoverPlan *
plan_for_luce (Case *self)
{
  EntCoverAway away = away_from_to (MONDAY, ENT_INT_NONE, MONDAY, ENT_INT_NONE);
  EntCoverPlan *plan;

  away.carer_id = carer_at (self->week, self->luce)->id;
  ent_rounds_week_index (self->week);
  plan = ent_cover_plan_new (ent_rounds_week_ref (self->week), &away, 1, "Luce Leroy");
  while (ent_cover_plan_step (plan))
    ;
  return plan;
}

static void
test_orphans (Case *self, gconstpointer unused)
{
  int late = put_visit (self->week, self->anne, self->luce, AT (0, 14, 0));
  int vital = put_visit (self->week, self->bert, self->luce, AT (0, 9, 0));
  int early = put_visit (self->week, self->carl, self->luce, AT (0, 9, 0));
  int done = put_visit (self->week, self->dora, self->luce, AT (0, 8, 0));
  int cancelled = put_visit (self->week, self->dora, self->luce, AT (0, 11, 0));
  g_autoptr (EntCoverPlan) plan = NULL;

  put_visit (self->week, self->dora, self->marc, AT (0, 12, 0));
  put_visit (self->week, self->dora, self->luce, AT (1, 12, 0));
  visit_at (self->week, vital)->priority = ENT_CARE_VITAL;
  visit_at (self->week, early)->state = ENT_VISIT_CONFIRMED;
  visit_at (self->week, done)->state = ENT_VISIT_DONE;
  visit_at (self->week, cancelled)->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  plan = plan_for_luce (self);
  g_assert_cmpuint (plan->orphans->len, ==, 3);
  g_assert_cmpint (ent_cover_plan_get (plan, 0)->visit, ==, vital);
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->visit, ==, early);
  g_assert_cmpint (ent_cover_plan_get (plan, 2)->visit, ==, late);
}

static void
test_locked_is_offered (Case *self, gconstpointer unused)
{
  int locked = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  g_autoptr (EntCoverPlan) plan = NULL;
  const EntCoverOrphan *orphan;

  visit_at (self->week, locked)->is_locked = TRUE;
  plan = plan_for_luce (self);
  orphan = ent_cover_plan_get (plan, 0);
  g_assert_true (orphan->was_locked);
  g_assert_cmpint (orphan->n_offers, ==, 1);
  g_assert_cmpint (orphan->offers[0].carer, ==, self->marc);
  g_assert_cmpint (orphan->offers[0].start, ==, AT (0, 9, 0));
}

/* The one who is away is never offered; whoever is busy then comes at another time. */
static void
test_other_time (Case *self, gconstpointer unused)
{
  g_autoptr (EntCoverPlan) plan = NULL;
  const EntCoverOrphan *orphan;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->anne, self->marc, AT (0, 9, 0));
  plan = plan_for_luce (self);
  orphan = ent_cover_plan_get (plan, 0);
  g_assert_cmpint (orphan->n_offers, ==, 1);
  g_assert_cmpint (orphan->offers[0].carer, ==, self->marc);
  g_assert_cmpint (orphan->offers[0].start, !=, AT (0, 9, 0));
}

/* Two at once: the other carer of the two cannot be both, and a third must come at that time. */
static void
test_pair (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int second = put_visit (self->week, self->anne, self->marc, AT (0, 9, 0));
  int nora = put_carer (self->week, "Nora Noël");
  g_autoptr (EntCoverPlan) plan = NULL;
  const EntCoverOrphan *orphan;

  put_shift (self->week, nora, AT (0, 8, 0), AT (0, 18, 0));
  make_pair (self->week, first, second);
  plan = plan_for_luce (self);
  orphan = ent_cover_plan_get (plan, 0);
  g_assert_cmpint (orphan->n_offers, ==, 1);
  g_assert_cmpint (orphan->offers[0].carer, ==, nora);
  g_assert_cmpint (orphan->offers[0].start, ==, AT (0, 9, 0));
}

static void
test_at_most_five (Case *self, gconstpointer unused)
{
  g_autoptr (EntCoverPlan) plan = NULL;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  for (int i = 0; i < 7; i++)
    {
      int more = put_carer (self->week, "Jeanne Jacobs");

      put_shift (self->week, more, AT (0, 8, 0), AT (0, 18, 0));
    }
  plan = plan_for_luce (self);
  g_assert_cmpint (ent_cover_plan_get (plan, 0)->n_offers, ==, ENT_COVER_MOST);
}

/* Two visits at one time and one carer: who takes the first is busy for the second. */
static void
test_choice_counts (Case *self, gconstpointer unused)
{
  g_autoptr (EntCoverPlan) plan = NULL;
  EntRoundsOffer offer;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->bert, self->luce, AT (0, 9, 0));
  for (int i = 0; i < 2; i++)
    visit_at (self->week, i)->fixed_at = AT (0, 9, 0);
  plan = plan_for_luce (self);
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->n_offers, ==, 1);
  offer = ent_cover_plan_get (plan, 1)->offers[0];
  g_assert_true (ent_cover_plan_give (plan, 0, &ent_cover_plan_get (plan, 0)->offers[0]));
  while (ent_cover_plan_step (plan))
    ;
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->n_offers, ==, 0);
  g_assert_false (ent_cover_plan_give (plan, 1, &offer));
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->fate, ==, ENT_COVER_OPEN);
  ent_cover_plan_reopen (plan, 0);
  while (ent_cover_plan_step (plan))
    ;
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->n_offers, ==, 1);
}

/* The vital one gets the only carer, though it comes later in the day. */
static void
test_accept_all_by_priority (Case *self, gconstpointer unused)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int vital = put_visit (self->week, self->bert, self->luce, AT (0, 9, 30));
  g_autoptr (EntCoverPlan) plan = NULL;

  visit_at (self->week, first)->fixed_at = AT (0, 9, 0);
  visit_at (self->week, vital)->fixed_at = AT (0, 9, 30);
  visit_at (self->week, vital)->priority = ENT_CARE_VITAL;
  plan = plan_for_luce (self);
  ent_cover_plan_accept_all (plan);
  while (ent_cover_plan_step (plan))
    ;
  g_assert_cmpint (ent_cover_plan_get (plan, 0)->fate, ==, ENT_COVER_OPEN);
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->fate, ==, ENT_COVER_GIVEN);
  g_assert_cmpint (ent_cover_plan_get (plan, 1)->chosen.carer, ==, self->marc);
}

static void
test_accept_all_keeps_choices (Case *self, gconstpointer unused)
{
  g_autoptr (EntCoverPlan) plan = NULL;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->bert, self->luce, AT (0, 11, 0));
  visit_at (self->week, 1)->priority = ENT_CARE_POSTPONABLE;
  plan = plan_for_luce (self);
  ent_cover_plan_leave (plan, 0);
  g_assert_true (ent_cover_plan_cancel (plan, 1, " Peut attendre "));
  ent_cover_plan_accept_all (plan);
  while (ent_cover_plan_step (plan))
    ;
  g_assert_cmpuint (ent_cover_plan_count (plan, ENT_COVER_LEFT), ==, 1);
  g_assert_cmpuint (ent_cover_plan_count (plan, ENT_COVER_CANCELLED), ==, 1);
  g_assert_cmpuint (ent_cover_plan_count (plan, ENT_COVER_GIVEN), ==, 0);
  g_assert_cmpstr (ent_cover_plan_get (plan, 1)->reason, ==, "Peut attendre");
}

static void
test_only_what_can_wait_is_cancelled (Case *self, gconstpointer unused)
{
  g_autoptr (EntCoverPlan) plan = NULL;

  put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  put_visit (self->week, self->bert, self->luce, AT (0, 11, 0));
  visit_at (self->week, 0)->priority = ENT_CARE_VITAL;
  visit_at (self->week, 1)->priority = ENT_CARE_POSTPONABLE;
  plan = plan_for_luce (self);
  g_assert_false (ent_cover_plan_cancel (plan, 0, "Peut attendre"));
  g_assert_false (ent_cover_plan_cancel (plan, 1, "  "));
  g_assert_cmpuint (ent_cover_plan_count (plan, ENT_COVER_OPEN), ==, 2);
}

static void
fill_by_chance (Case *self, GRand *rand)
{
  int carers[8] = { self->luce, self->marc };
  int clients[] = { self->anne, self->bert, self->carl, self->dora };

  for (int i = 2; i < 8; i++)
    {
      carers[i] = put_carer (self->week, "Carer");
      put_shift (self->week, carers[i], AT (0, 8, 0), AT (0, 18, 0));
    }
  for (int i = 0; i < 40; i++)
    {
      int visit = put_visit (self->week, clients[g_rand_int_range (rand, 0, 4)],
                             i < 12 ? self->luce : carers[g_rand_int_range (rand, 1, 8)],
                             AT (0, 8, 0) + 15 * g_rand_int_range (rand, 0, 36));

      visit_at (self->week, visit)->priority = (EntCarePriority) g_rand_int_range (rand, 1, 4);
      visit_at (self->week, visit)->minutes = 15 * g_rand_int_range (rand, 1, 5);
    }
}

/* Nobody whom a choice concerns is at two places at once, or too late on the way. */
static void
check_choices (const EntCoverPlan *plan)
{
  for (guint i = 0; i < plan->orphans->len; i++)
    {
      const EntCoverOrphan *orphan = ent_cover_plan_get (plan, i);
      int carer, start;

      ent_rounds_judge_get_place (plan->judge, orphan->visit, &carer, &start);
      if (orphan->fate != ENT_COVER_GIVEN)
        {
          g_assert_cmpint (carer, ==, plan->carer);
          continue;
        }
      g_assert_cmpint (carer, ==, orphan->chosen.carer);
      g_assert_cmpint (carer, !=, plan->carer);
      g_assert_cmpint (start, ==, orphan->chosen.start);
      g_assert_cmpint (ent_rounds_judge_standing (plan->judge, orphan->visit, NULL), ==,
                       ENT_ROUNDS_FITS);
    }
}

static void
test_no_double_booking (void)
{
  guint n_given = 0;

  for (guint seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (EntCoverPlan) plan = NULL;
      Case self = { 0 };

      set_up (&self, NULL);
      fill_by_chance (&self, rand);
      plan = plan_for_luce (&self);
      ent_cover_plan_accept_all (plan);
      while (ent_cover_plan_step (plan))
        ;
      check_choices (plan);
      n_given += ent_cover_plan_count (plan, ENT_COVER_GIVEN);
      tear_down (&self, NULL);
    }
  g_assert_cmpuint (n_given, >, 100);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cover/absence-follows", test_absence_follows);
  g_test_add_func ("/cover/away/whole-days", test_whole_days);
  g_test_add_func ("/cover/away/midnight-visit", test_midnight_visit);
  g_test_add_func ("/cover/away/from-noon", test_from_noon);
  g_test_add_func ("/cover/away/until-noon", test_until_noon);
  g_test_add_func ("/cover/away/time-reaches-back", test_time_reaches_back);
  g_test_add_func ("/cover/away/open-end", test_open_end);
  g_test_add_func ("/cover/away/without-time", test_without_time);
  g_test_add_func ("/cover/away/check", test_check);
  g_test_add_func ("/cover/notices", test_notices);
  CASE ("/cover/plan/orphans", test_orphans);
  CASE ("/cover/plan/locked-is-offered", test_locked_is_offered);
  CASE ("/cover/plan/other-time", test_other_time);
  CASE ("/cover/plan/pair", test_pair);
  CASE ("/cover/plan/at-most-five", test_at_most_five);
  CASE ("/cover/plan/choice-counts", test_choice_counts);
  CASE ("/cover/plan/accept-all-by-priority", test_accept_all_by_priority);
  CASE ("/cover/plan/accept-all-keeps-choices", test_accept_all_keeps_choices);
  CASE ("/cover/plan/only-what-can-wait-is-cancelled", test_only_what_can_wait_is_cancelled);
  g_test_add_func ("/cover/plan/no-double-booking", test_no_double_booking);
  return g_test_run ();
}
