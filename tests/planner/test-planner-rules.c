/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule by itself: with it the plan is another, and dearer or poorer, than without. A street
 * with the office at its beginning; Anna and Bea start and end there. */
#include "plan-verify.h"
#include "planner-case.h"

#define MINUTE 60

typedef struct
{
  EntPlanWeights weights;
  EntPlanCarer anna, bea;
  EntPlanShift shift; /* of both */
  gboolean tomorrow_too;
  EntPlanVisit visits[3];
  EntPlanWindow windows[3];
  EntPlanLink link; /* least > most: none */
  EntPlanAffinity affinity; /* carer NONE: none */
} Street;

static Street
street (void)
{
  Street s = { .anna = { .id = "Anna" },
               .bea = { .id = "Bea" },
               .shift = case_shift (0),
               .link = { 0, 1, 1, 0, ENT_PLAN_ANY_CARER },
               .affinity = { ENT_PLAN_NONE, 0, ENT_PLAN_NONE, ENT_PLAN_ALLOWED } };
  static const char *const ids[] = { "first", "second", "third" };

  s.weights = (EntPlanWeights) { .unplaced = { 900000, 90000, 9000 }, .travel_minute = 60 };
  for (int i = 0; i < 3; i++)
    {
      s.visits[i] = case_visit (ids[i], i + 1);
      s.windows[i] = (EntPlanWindow) {
        9 * CASE_HOUR, 16 * CASE_HOUR, 9 * CASE_HOUR, 16 * CASE_HOUR, 0, 0
      };
    }
  return s;
}

static EntPlanProblem *
build (const Street *s)
{
  EntPlanProblem *problem = case_line (4, 10 * MINUTE);
  EntPlanShift shift = s->shift;

  ent_plan_problem_add_carer (problem, &s->anna);
  ent_plan_problem_add_carer (problem, &s->bea);
  for (shift.carer = 0; shift.carer < 2; shift.carer++)
    ent_plan_problem_add_shift (problem, &shift);
  for (shift.carer = 0; s->tomorrow_too && shift.carer < 2; shift.carer++)
    {
      EntPlanShift next = shift;

      next.from += ENT_PLAN_DAY;
      next.to += ENT_PLAN_DAY;
      next.regular_to += ENT_PLAN_DAY;
      ent_plan_problem_add_shift (problem, &next);
    }
  for (int i = 0; i < 3; i++)
    ent_plan_problem_add_visit (problem, &s->visits[i], &s->windows[i], 1);
  if (s->link.least <= s->link.most)
    ent_plan_problem_add_link (problem, &s->link);
  if (s->affinity.carer != ENT_PLAN_NONE)
    ent_plan_problem_add_affinity (problem, &s->affinity);
  return problem;
}

static EntPlan *
solve (const Street *s)
{
  g_autoptr (EntPlanProblem) problem = build (s);
  EntPlan *plan = case_run (problem, &s->weights, 800);

  plan_assert_good (plan, &s->weights);
  return plan;
}

static int
carer_of (const EntPlan *plan, int visit)
{
  return ent_plan_get_place (plan, visit)->carer;
}

static int
start_of (const EntPlan *plan, int visit)
{
  return ent_plan_get_place (plan, visit)->start;
}

static int
count_unplaced (const EntPlan *plan)
{
  int n = 0;

  for (int i = 0; i < ENT_PLAN_N_PRIORITIES; i++)
    n += ent_plan_get_n_unplaced (plan, (EntPlanPriority) i);
  return n;
}

/* Without any rule one carer walks down the street and back: an hour. */
static void
assert_plain (const Street *s, gboolean is_plain)
{
  g_autoptr (EntPlan) plan = solve (s);

  g_assert_cmpint (ent_plan_get_travel_seconds (plan) == CASE_HOUR && count_unplaced (plan) == 0,
                   ==, is_plain);
}

static void
test_plain (void)
{
  Street s = street ();

  assert_plain (&s, TRUE);
}

static void
test_skill (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.visits[0].required_skills = 1;
  s.visits[1].required_skills = 2;
  s.anna.skills = 1;
  s.bea.skills = 2;
  plan = solve (&s);
  g_assert_cmpint (carer_of (plan, 0), ==, 0);
  g_assert_cmpint (carer_of (plan, 1), ==, 1);
  assert_plain (&s, FALSE);
}

static void
test_window (void)
{
  Street s = street ();

  s.windows[0].from = s.windows[0].to = 9 * CASE_HOUR;
  s.windows[1].from = s.windows[1].to = 9 * CASE_HOUR;
  assert_plain (&s, FALSE);
}

static void
test_wish (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.windows[0].wish_from = s.windows[0].wish_to = 9 * CASE_HOUR;
  s.windows[1].wish_from = s.windows[1].wish_to = 9 * CASE_HOUR;
  s.weights.wish_late = 1;
  assert_plain (&s, TRUE);
  s.weights.wish_late = 1000;
  assert_plain (&s, FALSE);
  plan = solve (&s);
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_WISHES), ==, 0);
}

static void
test_worst_wish (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.windows[0].wish_from = s.windows[0].wish_to = 9 * CASE_HOUR;
  s.windows[1].wish_from = s.windows[1].wish_to = 9 * CASE_HOUR;
  s.weights.worst_wish = 1000;
  plan = solve (&s);
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_WORST_WISH), ==, 0);
  assert_plain (&s, FALSE);
}

static void
test_break (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;
  const EntPlanStop *stops;
  int n;

  s.shift.from = 9 * CASE_HOUR;
  s.shift.to = 11 * CASE_HOUR + 30 * MINUTE;
  assert_plain (&s, TRUE);
  s.shift.break_from = 10 * CASE_HOUR;
  s.shift.break_to = 11 * CASE_HOUR;
  s.shift.break_length = 30 * MINUTE;
  s.shift.break_after = 2 * CASE_HOUR;
  assert_plain (&s, FALSE);
  plan = solve (&s);
  for (int shift = 0; shift < 2; shift++)
    {
      stops = ent_plan_get_stops (plan, shift, &n);
      for (int i = 0; i < n; i++)
        g_assert_cmpint (stops[i].kind, ==, ENT_PLAN_STOP_VISIT);
    }
}

static void
test_two_at_once (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.link = (EntPlanLink) { 0, 1, 0, 0, ENT_PLAN_DIFFERENT_CARERS };
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 0);
  g_assert_cmpint (start_of (plan, 0), ==, start_of (plan, 1));
  g_assert_cmpint (carer_of (plan, 0), !=, carer_of (plan, 1));
}

static void
test_gap (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.link = (EntPlanLink) { 1, 0, 5 * CASE_HOUR, G_MAXINT, ENT_PLAN_SAME_CARER };
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 0);
  g_assert_cmpint (start_of (plan, 0) - start_of (plan, 1), >=, 5 * CASE_HOUR);
  g_assert_cmpint (carer_of (plan, 0), ==, carer_of (plan, 1));
}

static void
test_hours (void)
{
  Street s = street ();

  s.anna.max_day = s.bea.max_day = 2 * CASE_HOUR;
  assert_plain (&s, FALSE);
  s = street ();
  s.anna.max_week = s.bea.max_week = 2 * CASE_HOUR;
  assert_plain (&s, FALSE);
}

static void
test_overtime (void)
{
  Street s = street ();

  s.weights.overtime = 1000;
  s.anna.contract_week = s.bea.contract_week = 2 * CASE_HOUR;
  assert_plain (&s, FALSE);
  s = street ();
  s.weights.overtime = 1000;
  s.shift.regular_to = 10 * CASE_HOUR + 30 * MINUTE;
  assert_plain (&s, FALSE);
}

static void
test_balance (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.anna.contract_week = s.bea.contract_week = 20 * CASE_HOUR;
  assert_plain (&s, TRUE);
  s.weights.balance = 10000;
  assert_plain (&s, FALSE);
}

/* Late today and early tomorrow is too little rest for one carer. */
static void
test_rest (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.tomorrow_too = TRUE;
  s.bea.skills = 0;
  s.anna.skills = 1;
  for (int i = 0; i < 2; i++)
    s.visits[i].required_skills = 1;
  s.windows[0].from = s.windows[0].to = 16 * CASE_HOUR;
  s.windows[1].from = 9 * CASE_HOUR + ENT_PLAN_DAY;
  s.windows[1].to = 10 * CASE_HOUR + ENT_PLAN_DAY;
  plan = solve (&s);
  g_assert_cmpint (start_of (plan, 1), ==, s.windows[1].from);
  g_clear_pointer (&plan, ent_plan_unref);
  s.anna.min_rest = 16 * CASE_HOUR + 30 * MINUTE;
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 0);
  g_assert_cmpint (start_of (plan, 1), >, s.windows[1].from);
  g_clear_pointer (&plan, ent_plan_unref);
  s.anna.min_rest = 20 * CASE_HOUR;
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 1);
}

static void
test_load (void)
{
  Street s = street ();

  for (int i = 0; i < 3; i++)
    s.visits[i].load[2] = 2;
  s.shift.capacity[2] = 4;
  assert_plain (&s, FALSE);
}

/* One vehicle that is too small drives twice. */
static void
test_trips (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  for (int i = 0; i < 3; i++)
    {
      s.visits[i].load[0] = 2;
      s.visits[i].required_skills = 1;
    }
  s.anna.skills = 1;
  s.shift.capacity[0] = 4;
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 1);
  g_clear_pointer (&plan, ent_plan_unref);
  s.shift.max_trips = 2;
  s.shift.reload = 5 * MINUTE;
  plan = solve (&s);
  g_assert_cmpint (count_unplaced (plan), ==, 0);
  g_assert_cmpint (ent_plan_get_travel_seconds (plan), ==, 80 * MINUTE);
}

static void
test_on_board (void)
{
  Street s = street ();

  for (int i = 0; i < 3; i++)
    s.visits[i].max_on_board = 90 * MINUTE;
  assert_plain (&s, TRUE);
  for (int i = 0; i < 3; i++)
    s.visits[i].max_on_board = 45 * MINUTE;
  assert_plain (&s, FALSE);
}

static void
test_fixed (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.visits[0].fixed_carer = 0;
  s.visits[1].fixed_carer = 1;
  s.visits[1].fixed_start = 12 * CASE_HOUR;
  plan = solve (&s);
  g_assert_cmpint (carer_of (plan, 0), ==, 0);
  g_assert_cmpint (carer_of (plan, 1), ==, 1);
  g_assert_cmpint (start_of (plan, 1), ==, 12 * CASE_HOUR);
}

static void
test_affinities (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.visits[1].fixed_carer = 0;
  s.weights.not_preferred = s.weights.disliked = 100000;
  assert_plain (&s, TRUE);
  s.affinity = (EntPlanAffinity) { ENT_PLAN_NONE, 0, 0, ENT_PLAN_FORBIDDEN };
  assert_plain (&s, FALSE);
  s.affinity.kind = ENT_PLAN_DISLIKED;
  assert_plain (&s, FALSE);
  s.affinity.kind = ENT_PLAN_PREFERRED;
  assert_plain (&s, TRUE);
  s.affinity.carer = 1;
  assert_plain (&s, FALSE);
  s.affinity.kind = ENT_PLAN_ALLOWED;
  assert_plain (&s, TRUE);
  s.visits[0].only_allowed = TRUE;
  assert_plain (&s, FALSE);
}

static void
test_continuity (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.visits[0].client = s.visits[1].client = 0;
  s.windows[0].from = s.windows[0].to = 9 * CASE_HOUR;
  s.windows[1].from = s.windows[1].to = 15 * CASE_HOUR;
  s.visits[2].fixed_carer = 1;
  s.weights.further_carer = 100000;
  plan = solve (&s);
  g_assert_cmpint (carer_of (plan, 0), ==, carer_of (plan, 1));
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_CONTINUITY), ==, 0);
}

static void
test_changes (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.visits[0].reference_carer = 0;
  s.visits[1].reference_carer = 1;
  s.visits[1].reference_start = 12 * CASE_HOUR;
  s.weights.change_carer = 100000;
  s.weights.change_minute = 1000;
  s.weights.change_free = 10;
  plan = solve (&s);
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_CHANGES), ==, 0);
  g_assert_cmpint (start_of (plan, 1), ==, 12 * CASE_HOUR - 10 * MINUTE);
  assert_plain (&s, FALSE);
}

static void
test_own_cost (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.anna.cost_per_km = 100000;
  s.anna.cost_per_minute = 1000;
  plan = solve (&s);
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_WORK), ==, 0);
  g_assert_cmpint (carer_of (plan, 0), ==, 1);
}

/* Time for one visit only: the vital one. */
static void
test_priority (void)
{
  Street s = street ();
  g_autoptr (EntPlan) plan = NULL;

  s.shift.from = 9 * CASE_HOUR;
  s.shift.to = 10 * CASE_HOUR + 30 * MINUTE;
  for (int i = 0; i < 3; i++)
    {
      s.visits[i].required_skills = 1;
      s.visits[i].priority = ENT_PLAN_POSTPONABLE;
    }
  s.anna.skills = 1;
  s.visits[2].priority = ENT_PLAN_VITAL;
  plan = solve (&s);
  g_assert_cmpint (ent_plan_get_n_unplaced (plan, ENT_PLAN_VITAL), ==, 0);
  g_assert_cmpint (ent_plan_get_n_unplaced (plan, ENT_PLAN_POSTPONABLE), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/rules/plain", test_plain);
  g_test_add_func ("/planner/rules/skill", test_skill);
  g_test_add_func ("/planner/rules/window", test_window);
  g_test_add_func ("/planner/rules/wish", test_wish);
  g_test_add_func ("/planner/rules/worst-wish", test_worst_wish);
  g_test_add_func ("/planner/rules/break", test_break);
  g_test_add_func ("/planner/rules/two-at-once", test_two_at_once);
  g_test_add_func ("/planner/rules/gap", test_gap);
  g_test_add_func ("/planner/rules/hours", test_hours);
  g_test_add_func ("/planner/rules/overtime", test_overtime);
  g_test_add_func ("/planner/rules/balance", test_balance);
  g_test_add_func ("/planner/rules/rest", test_rest);
  g_test_add_func ("/planner/rules/load", test_load);
  g_test_add_func ("/planner/rules/trips", test_trips);
  g_test_add_func ("/planner/rules/on-board", test_on_board);
  g_test_add_func ("/planner/rules/fixed", test_fixed);
  g_test_add_func ("/planner/rules/affinities", test_affinities);
  g_test_add_func ("/planner/rules/continuity", test_continuity);
  g_test_add_func ("/planner/rules/changes", test_changes);
  g_test_add_func ("/planner/rules/own-cost", test_own_cost);
  g_test_add_func ("/planner/rules/priority", test_priority);
  return g_test_run ();
}
