/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to a plan, each answer held against plans that were made by hand from the same orders.
 */
#include "ent-plan-query.h"
#include "ent-planner.h"

#define HOUR 3600
#define N_PLACES 14
#define MAX_VISITS 12
#define MAX_SHIFTS 4
#define SKILL 1

static const EntPlanVisit plain_visit = {
  .client = ENT_PLAN_NONE,
  .duration = 1800,
  .priority = ENT_PLAN_IMPORTANT,
  .fixed_carer = ENT_PLAN_NONE,
  .fixed_start = ENT_PLAN_NONE,
  .reference_carer = ENT_PLAN_NONE,
  .reference_start = ENT_PLAN_NONE,
};

static EntPlanProblem *
make_places (void)
{
  EntPlanProblem *problem = ent_plan_problem_new (N_PLACES, 1);
  int seconds[N_PLACES * N_PLACES], metres[N_PLACES * N_PLACES];

  for (int i = 0; i < N_PLACES; i++)
    for (int j = 0; j < N_PLACES; j++)
      {
        seconds[i * N_PLACES + j] = 120 * ABS (i - j);
        metres[i * N_PLACES + j] = 900 * ABS (i - j);
      }
  ent_plan_problem_set_matrix (problem, 0, seconds, metres);
  return problem;
}

static int
add_carer (EntPlanProblem *problem, const char *id, guint64 skills)
{
  EntPlanCarer carer = { .id = id, .skills = skills, .min_rest = 11 * HOUR };

  return ent_plan_problem_add_carer (problem, &carer);
}

static int
add_shift (EntPlanProblem *problem, int carer, int from, int to)
{
  EntPlanShift shift = { .carer = carer, .from = from, .to = to, .regular_to = to, .max_trips = 1 };

  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    shift.capacity[d] = G_MAXINT;
  return ent_plan_problem_add_shift (problem, &shift);
}

static int
add_visit (EntPlanProblem *problem, int place, int from, int to)
{
  g_autofree char *id = g_strdup_printf ("v%d", ent_plan_problem_get_n_visits (problem));
  EntPlanVisit visit = plain_visit;
  EntPlanWindow window = { from, to, from, to, 0, 0 };

  visit.id = id;
  visit.place = place;
  return ent_plan_problem_add_visit (problem, &visit, &window, 1);
}

/* Wishes, skills, clients, breaks and limits by the dice. */
static EntPlanProblem *
make_random (GRand *rand, gboolean breaks)
{
  EntPlanProblem *problem = make_places ();
  int n_carers = g_rand_int_range (rand, 2, MAX_SHIFTS + 1);

  for (int i = 0; i < n_carers; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", i);
      EntPlanCarer carer = { .id = id,
                             .skills = (guint64) g_rand_int_range (rand, 0, 2),
                             .max_day = i == 0 ? 5 * HOUR : 0,
                             .contract_week = i == 1 ? 3 * HOUR : 0,
                             .cost_per_minute = g_rand_int_range (rand, 0, 30),
                             .cost_per_km = g_rand_int_range (rand, 0, 30) };
      EntPlanShift shift = { .carer = i, .from = 8 * HOUR, .to = 15 * HOUR, .max_trips = 1 };

      shift.regular_to = g_rand_int_range (rand, 12, 16) * HOUR;
      shift.regular_to = MIN (shift.regular_to, shift.to);
      if (breaks)
        {
          shift.break_from = 11 * HOUR;
          shift.break_to = 13 * HOUR;
          shift.break_length = 1800;
        }
      for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
        shift.capacity[d] = 6;
      ent_plan_problem_add_carer (problem, &carer);
      ent_plan_problem_add_shift (problem, &shift);
    }
  for (int i = 0; i < MAX_VISITS; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%d", i);
      EntPlanVisit visit = plain_visit;
      EntPlanWindow window = { .from = g_rand_int_range (rand, 8, 12) * HOUR,
                               .late_per_minute = 7 };

      visit.id = id;
      visit.place = g_rand_int_range (rand, 1, N_PLACES);
      visit.client = i / 2;
      visit.required_skills = g_rand_int_range (rand, 0, 3) == 0;
      visit.load[0] = g_rand_int_range (rand, 0, 3);
      visit.reference_carer = g_rand_int_range (rand, -1, n_carers);
      window.to = window.from + g_rand_int_range (rand, 1, 4) * HOUR;
      window.wish_from = window.from + 900;
      window.wish_to = window.from + 2700;
      ent_plan_problem_add_visit (problem, &visit, &window, 1);
    }
  return problem;
}

static EntPlan *
plan_for (EntPlanProblem *problem, guint64 seed)
{
  EntPlannerOptions options = { .seed = seed, .threads = 1, .iterations = 300 };
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_planner_run (problem, &ent_plan_default_weights, NULL, &options, NULL, NULL,
                                   NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* The plan with one visit moved behind another in a shift, or taken out; NULL: it cannot be. */
static EntPlan *
rebuild (EntPlan *plan, int visit, int shift, int after)
{
  EntPlanProblem *problem = ent_plan_get_problem (plan);
  int n_shifts = ent_plan_problem_get_n_shifts (problem);
  int orders[MAX_SHIFTS][MAX_VISITS + 2];
  const int *rows[MAX_SHIFTS];

  for (int s = 0; s < n_shifts; s++)
    {
      int n = 0;
      int n_stops;
      const EntPlanStop *stops = ent_plan_get_stops (plan, s, &n_stops);

      if (s == shift && after == ENT_PLAN_NONE)
        orders[s][n++] = visit;
      for (int i = 0; i < n_stops; i++)
        if (stops[i].kind == ENT_PLAN_STOP_VISIT && stops[i].visit != visit)
          {
            orders[s][n++] = stops[i].visit;
            if (s == shift && stops[i].visit == after)
              orders[s][n++] = visit;
          }
      orders[s][n] = ENT_PLAN_NONE;
      rows[s] = orders[s];
    }
  return ent_plan_new_from_orders (problem, &ent_plan_default_weights, rows, NULL);
}

static gint64
cost_of_placed (EntPlan *plan)
{
  return ent_plan_get_total (plan) - ent_plan_get_cost (plan, ENT_PLAN_TERM_UNPLACED);
}

/* What the visit costs there by two plans; G_MAXINT64: it cannot be there. */
static gint64
real_cost (EntPlan *plan, int visit, int shift, int after)
{
  g_autoptr (EntPlan) without = rebuild (plan, visit, ENT_PLAN_NONE, ENT_PLAN_NONE);
  g_autoptr (EntPlan) with = rebuild (plan, visit, shift, after);

  g_assert_nonnull (without);
  return with == NULL ? G_MAXINT64 : cost_of_placed (with) - cost_of_placed (without);
}

/* Terms are rounded one by one. */
static void
assert_near (gint64 a, gint64 b)
{
  g_assert_cmpint (ABS (a - b), <=, 2 * ENT_PLAN_N_TERMS);
}

static gint64
best_real_cost (EntPlan *plan, int visit, int shift)
{
  int n;
  const EntPlanStop *stops = ent_plan_get_stops (plan, shift, &n);
  gint64 best = real_cost (plan, visit, shift, ENT_PLAN_NONE);

  for (int i = 0; i < n; i++)
    if (stops[i].kind == ENT_PLAN_STOP_VISIT && stops[i].visit != visit)
      best = MIN (best, real_cost (plan, visit, shift, stops[i].visit));
  return best;
}

static void
check_option (EntPlan *plan, int visit, const EntPlanOption *option)
{
  gint64 best = best_real_cost (plan, visit, option->shift);
  gint64 sum = 0;

  if (option->refusal != ENT_PLAN_FITS)
    {
      g_assert_cmpint (best, ==, G_MAXINT64);
      return;
    }
  for (int term = 0; term < ENT_PLAN_N_TERMS; term++)
    sum += option->terms[term];
  g_assert_cmpint (sum, ==, option->cost);
  assert_near (option->cost, best);
  assert_near (option->cost, real_cost (plan, visit, option->shift, option->after));
}

static void
test_options (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 12; round++)
    {
      g_autoptr (EntPlanProblem) problem = make_random (rand, FALSE);
      g_autoptr (EntPlan) plan = plan_for (problem, (guint64) round);
      g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);

      for (int visit = 0; visit < MAX_VISITS; visit++)
        {
          EntPlanOption options[MAX_SHIFTS];
          int n = ent_plan_query_options (query, visit, options, MAX_SHIFTS);

          g_assert_cmpint (n, ==, ent_plan_problem_get_n_shifts (problem));
          for (int i = 0; i < n; i++)
            check_option (plan, visit, &options[i]);
          for (int i = 1; i < n && options[i].refusal == ENT_PLAN_FITS; i++)
            g_assert_cmpint (options[i - 1].cost, <=, options[i].cost);
        }
    }
}

/* A plan made by hand may have its break elsewhere, so that only what fits is compared. */
static void
test_options_with_breaks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr (EntPlanProblem) problem = make_random (rand, TRUE);
      g_autoptr (EntPlan) plan = plan_for (problem, (guint64) round);
      g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);

      for (int visit = 0; visit < MAX_VISITS; visit++)
        {
          EntPlanOption options[MAX_SHIFTS];
          int n = ent_plan_query_options (query, visit, options, MAX_SHIFTS);

          for (int i = 0; i < n && options[i].refusal == ENT_PLAN_FITS; i++)
            g_assert_cmpint (real_cost (plan, visit, options[i].shift, options[i].after), <,
                             G_MAXINT64);
        }
    }
}

static void
check_drop (EntPlanQuery *query, EntPlan *plan, int visit, int shift, int after)
{
  EntPlanOption option;
  gint64 real = real_cost (plan, visit, shift, after);

  ent_plan_query_drop (query, visit, shift, after, &option);
  g_assert_cmpint (option.refusal == ENT_PLAN_FITS, ==, real < G_MAXINT64);
  g_assert_cmpint (option.shift, ==, shift);
  if (option.refusal == ENT_PLAN_FITS)
    {
      g_autoptr (EntPlan) there = rebuild (plan, visit, shift, after);

      assert_near (option.cost, real);
      g_assert_cmpint (option.start, ==, ent_plan_get_place (there, visit)->start);
    }
}

static void
test_drop (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr (EntPlanProblem) problem = make_random (rand, FALSE);
      g_autoptr (EntPlan) plan = plan_for (problem, (guint64) round);
      g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);

      for (int visit = 0; visit < MAX_VISITS; visit++)
        for (int shift = 0; shift < ent_plan_problem_get_n_shifts (problem); shift++)
          {
            int n;
            const EntPlanStop *stops = ent_plan_get_stops (plan, shift, &n);

            check_drop (query, plan, visit, shift, ENT_PLAN_NONE);
            for (int i = 0; i < n; i++)
              if (stops[i].kind == ENT_PLAN_STOP_VISIT && stops[i].visit != visit)
                check_drop (query, plan, visit, shift, stops[i].visit);
          }
    }
}

/* One carer with a full morning, and what hinders a further visit there. */
typedef struct
{
  EntPlanProblem *problem;
  int carer, shift, visit;
} Case;

static Case
make_case (int from, int to)
{
  Case c = { .problem = make_places () };

  c.carer = add_carer (c.problem, "Carer", SKILL);
  c.shift = add_shift (c.problem, c.carer, 8 * HOUR, 12 * HOUR);
  c.visit = add_visit (c.problem, 2, from, to);
  return c;
}

static EntPlan *
plan_orders (EntPlanProblem *problem, const int *order)
{
  const int none = ENT_PLAN_NONE;
  const int *rows[MAX_SHIFTS] = { order, &none, &none, &none };
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_plan_new_from_orders (problem, &ent_plan_default_weights, rows, &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_refused (Case *c, const int *order, EntPlanRefusal refusal, int other, int missing)
{
  g_autoptr (EntPlanProblem) problem = c->problem;
  g_autoptr (EntPlan) plan = plan_orders (problem, order);
  g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);
  EntPlanOption option;

  g_assert_cmpint (ent_plan_query_options (query, c->visit, &option, 1), ==, 1);
  g_assert_cmpint (option.refusal, ==, refusal);
  g_assert_cmpint (option.other, ==, other);
  g_assert_cmpint (option.missing, ==, missing);
}

static const int nothing[] = { ENT_PLAN_NONE };

static void
test_refused_day (void)
{
  Case c = make_case (14 * HOUR, 15 * HOUR);

  assert_refused (&c, nothing, ENT_PLAN_REFUSED_DAY, ENT_PLAN_NONE, 0);
}

static void
test_refused_window (void)
{
  Case c = make_case (8 * HOUR, 8 * HOUR + 60);

  /* Four minutes away, and one is left. */
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_WINDOW, ENT_PLAN_NONE, 180);
}

static void
test_refused_shift_end (void)
{
  Case c = make_case (11 * HOUR + 1800, 12 * HOUR);

  /* Half an hour there and four minutes home. */
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_SHIFT_END, ENT_PLAN_NONE, 240);
}

static void
test_refused_next (void)
{
  Case c = make_case (8 * HOUR + 240, 8 * HOUR + 240);
  int other = add_visit (c.problem, 2, 8 * HOUR + 300, 8 * HOUR + 600);
  int order[] = { other, ENT_PLAN_NONE };

  assert_refused (&c, order, ENT_PLAN_REFUSED_NEXT, other, 240 + 1800 - 600);
}

static void
test_refused_forbidden (void)
{
  Case c = make_case (9 * HOUR, 10 * HOUR);
  EntPlanAffinity affinity = { ENT_PLAN_NONE, c.visit, c.carer, ENT_PLAN_FORBIDDEN };

  ent_plan_problem_add_affinity (c.problem, &affinity);
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_FORBIDDEN, ENT_PLAN_NONE, 0);
}

static int
add_special (EntPlanProblem *problem, const EntPlanVisit *wanted, int from, int to)
{
  EntPlanVisit visit = *wanted;
  EntPlanWindow window = { from, to, from, to, 0, 0 };

  visit.id = "special";
  visit.place = 2;
  return ent_plan_problem_add_visit (problem, &visit, &window, 1);
}

static void
test_refused_skill (void)
{
  Case c = make_case (9 * HOUR, 10 * HOUR);
  EntPlanVisit visit = plain_visit;

  visit.required_skills = SKILL | 8;
  c.visit = add_special (c.problem, &visit, 9 * HOUR, 10 * HOUR);
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_SKILL, 3, 0);
}

static void
test_refused_not_allowed (void)
{
  Case c = make_case (9 * HOUR, 10 * HOUR);
  EntPlanVisit visit = plain_visit;

  visit.only_allowed = TRUE;
  c.visit = add_special (c.problem, &visit, 9 * HOUR, 10 * HOUR);
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_NOT_ALLOWED, ENT_PLAN_NONE, 0);
}

static void
test_refused_hours (void)
{
  Case c = { .problem = make_places () };
  EntPlanCarer carer = { .id = "Short", .max_day = 2000 };

  c.carer = ent_plan_problem_add_carer (c.problem, &carer);
  c.shift = add_shift (c.problem, c.carer, 8 * HOUR, 12 * HOUR);
  c.visit = add_visit (c.problem, 2, 8 * HOUR, 11 * HOUR);
  /* The time there fits, the eight minutes on the way do not. */
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_HOURS, ENT_PLAN_NONE, 1800 + 480 - 2000);
}

static void
test_refused_capacity (void)
{
  Case c = { .problem = make_places () };
  EntPlanVisit visit = plain_visit;
  EntPlanShift shift = {
    .from = 8 * HOUR, .to = 12 * HOUR, .regular_to = 12 * HOUR, .capacity = { 5 }, .max_trips = 1
  };

  c.carer = add_carer (c.problem, "Driver", 0);
  shift.carer = c.carer;
  c.shift = ent_plan_problem_add_shift (c.problem, &shift);
  visit.load[0] = 7;
  c.visit = add_special (c.problem, &visit, 9 * HOUR, 10 * HOUR);
  assert_refused (&c, nothing, ENT_PLAN_REFUSED_CAPACITY, 0, 2);
}

static void
test_refused_link (void)
{
  Case c = make_case (9 * HOUR, 10 * HOUR);
  int other = add_visit (c.problem, 2, 9 * HOUR, 10 * HOUR);
  EntPlanLink link = { c.visit, other, -HOUR, G_MAXINT, ENT_PLAN_DIFFERENT_CARERS };
  int order[] = { other, ENT_PLAN_NONE };

  ent_plan_problem_add_link (c.problem, &link);
  assert_refused (&c, order, ENT_PLAN_REFUSED_LINK, other, 0);
}

/* The carer lacks a skill: that is what would have to give. */
static void
test_gift_skill (void)
{
  Case c = make_case (9 * HOUR, 10 * HOUR);
  g_autoptr (EntPlanProblem) problem = c.problem;
  g_autoptr (EntPlan) plan = NULL;
  g_autoptr (EntPlanQuery) query = NULL;
  EntPlanVisit visit = plain_visit;
  EntPlanGift gifts[4];

  visit.required_skills = 8;
  c.visit = add_special (problem, &visit, 9 * HOUR, 10 * HOUR);
  plan = plan_orders (problem, nothing);
  query = ent_plan_query_new (plan, &ent_plan_default_weights);
  g_assert_cmpint (ent_plan_query_gifts (query, c.visit, gifts, 4), ==, 1);
  g_assert_cmpint (gifts[0].rule, ==, ENT_PLAN_REFUSED_SKILL);
  g_assert_cmpint (gifts[0].other, ==, 3);
}

/* Five minutes later, a longer shift, or a visit left out: the cheapest first, the plan as before.
 */
static void
test_gifts_of_time (void)
{
  Case c = make_case (11 * HOUR + 1800, 12 * HOUR);
  g_autoptr (EntPlanProblem) problem = c.problem;
  g_autoptr (EntPlan) plan = NULL;
  g_autoptr (EntPlanQuery) query = NULL;
  EntPlanOption before, after;
  EntPlanGift gifts[4];

  plan = plan_orders (problem, nothing);
  query = ent_plan_query_new (plan, &ent_plan_default_weights);
  ent_plan_query_options (query, c.visit, &before, 1);
  g_assert_cmpint (ent_plan_query_gifts (query, c.visit, gifts, 4), ==, 1);
  g_assert_cmpint (gifts[0].rule, ==, ENT_PLAN_REFUSED_SHIFT_END);
  g_assert_cmpint (gifts[0].amount, ==, 240);
  ent_plan_query_options (query, c.visit, &after, 1);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
}

static void
test_gift_leave_out (void)
{
  Case c = make_case (8 * HOUR + 240, 8 * HOUR + 240);
  g_autoptr (EntPlanProblem) problem = c.problem;
  int other = add_visit (problem, 2, 8 * HOUR + 300, 8 * HOUR + 600);
  int order[] = { other, ENT_PLAN_NONE };
  g_autoptr (EntPlan) plan = plan_orders (problem, order);
  g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);
  EntPlanGift gifts[4];

  g_assert_cmpint (ent_plan_query_gifts (query, c.visit, gifts, 4), ==, 1);
  g_assert_cmpint (gifts[0].rule, ==, ENT_PLAN_REFUSED_NEXT);
  g_assert_cmpint (gifts[0].other, ==, other);
  g_assert_cmpint (gifts[0].cost, >=, ent_plan_default_weights.unplaced[ENT_PLAN_IMPORTANT]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-query/options", test_options);
  g_test_add_func ("/plan-query/options/breaks", test_options_with_breaks);
  g_test_add_func ("/plan-query/drop", test_drop);
  g_test_add_func ("/plan-query/refused/day", test_refused_day);
  g_test_add_func ("/plan-query/refused/window", test_refused_window);
  g_test_add_func ("/plan-query/refused/shift-end", test_refused_shift_end);
  g_test_add_func ("/plan-query/refused/next", test_refused_next);
  g_test_add_func ("/plan-query/refused/forbidden", test_refused_forbidden);
  g_test_add_func ("/plan-query/refused/skill", test_refused_skill);
  g_test_add_func ("/plan-query/refused/not-allowed", test_refused_not_allowed);
  g_test_add_func ("/plan-query/refused/hours", test_refused_hours);
  g_test_add_func ("/plan-query/refused/capacity", test_refused_capacity);
  g_test_add_func ("/plan-query/refused/link", test_refused_link);
  g_test_add_func ("/plan-query/gifts/skill", test_gift_skill);
  g_test_add_func ("/plan-query/gifts/time", test_gifts_of_time);
  g_test_add_func ("/plan-query/gifts/leave-out", test_gift_leave_out);
  return g_test_run ();
}
