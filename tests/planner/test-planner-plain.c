/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems that have nothing but ways, windows and one load: the plain kernel plans them, and its
 * plans are as good and as valid as any. */
#include "ent-plain.h"
#include "plan-verify.h"
#include "planner-case.h"

#define N_PLACES 31
#define N_SHIFTS 12
#define CAPACITY 20

/* The same town for the planner and for the kernel. */
typedef struct
{
  EntPlanProblem *problem;
  EntPlainVisit visits[N_PLACES];
  int ways[N_PLACES * N_PLACES];
} Town;

static void
draw_ways (GRand *rand, Town *town)
{
  int x[N_PLACES], y[N_PLACES];

  for (int i = 0; i < N_PLACES; i++)
    {
      x[i] = g_rand_int_range (rand, 0, 1500);
      y[i] = g_rand_int_range (rand, 0, 1500);
    }
  for (int i = 0; i < N_PLACES; i++)
    for (int j = 0; j < N_PLACES; j++)
      town->ways[i * N_PLACES + j] = ABS (x[i] - x[j]) + ABS (y[i] - y[j]) +
                                     (i < j && x[i] != x[j] ? 60 : 0);
}

static void
add_visit (GRand *rand, Town *town, int place)
{
  g_autofree char *id = g_strdup_printf ("v%d", place);
  EntPlanVisit visit = case_visit (id, place);
  int from = g_rand_int_range (rand, 9, 15) * CASE_HOUR, to = from + CASE_HOUR;
  EntPlanWindow window = { from, to, from, to, 0, 0 };

  visit.load[2] = g_rand_int_range (rand, 1, 6);
  visit.client = place;
  town->visits[place] = (EntPlainVisit) { visit.load[2], from, to, visit.duration };
  ent_plan_problem_add_visit (town->problem, &visit, &window, 1);
}

static Town *
town_new (guint32 seed, int contract)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Town *town = g_new0 (Town, 1);

  draw_ways (rand, town);
  town->problem = ent_plan_problem_new (N_PLACES, 1);
  ent_plan_problem_set_matrix (town->problem, 0, town->ways, town->ways);
  for (int i = 1; i < N_PLACES; i++)
    add_visit (rand, town, i);
  for (int i = 0; i < N_SHIFTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", i);
      EntPlanCarer carer = { .id = id, .contract_week = contract };
      EntPlanShift shift = case_shift (i);

      shift.capacity[2] = CAPACITY;
      ent_plan_problem_add_carer (town->problem, &carer);
      ent_plan_problem_add_shift (town->problem, &shift);
    }
  town->visits[0] = (EntPlainVisit) { 0, 8 * CASE_HOUR, 17 * CASE_HOUR, 0 };
  return town;
}

static void
town_free (Town *town)
{
  ent_plan_problem_unref (town->problem);
  g_free (town);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Town, town_free)

static EntPlan *
run (Town *town, EntPlan *start, gint64 iterations, int threads)
{
  EntPlannerOptions options = { .seed = 5, .threads = threads, .iterations = iterations };
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_planner_run (town->problem, &ent_plan_default_weights, start, &options, NULL,
                                   NULL, NULL, &error);

  g_assert_no_error (error);
  plan_assert_good (plan, &ent_plan_default_weights);
  return plan;
}

/* A point is a second on the way: the planner's plan costs what the kernel says. */
static void
test_same_worth (void)
{
  static const gint64 budgets[] = { 3000, 30 * 1500, 30 * 3000 };

  for (gsize i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      g_autoptr (Town) town = town_new (10 + (guint32) i, 0);
      EntPlainProblem problem = { .n_places = N_PLACES,
                                  .n_vehicles = N_SHIFTS,
                                  .capacity = CAPACITY,
                                  .cost = town->ways,
                                  .time = town->ways,
                                  .visits = town->visits };
      EntPlainOptions options = { .seed = 5, .iterations = budgets[i] };
      g_autoptr (EntPlainPlan) plain = ent_plain_solve (&problem, &options, NULL);
      g_autoptr (EntPlan) plan = run (town, NULL, budgets[i], 1);

      g_assert_cmpint (plain->n_unplaced, ==, 0);
      g_assert_cmpint (ent_plan_get_n_unplaced (plan, ENT_PLAN_IMPORTANT), ==, 0);
      g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_TRAVEL), ==, plain->cost);
      g_assert_cmpint (ent_plan_get_total (plan), ==, plain->cost);
    }
}

/* A contract makes the same town one for the other search, which finds nothing better. */
static void
test_no_worse_than_rich (void)
{
  g_autoptr (Town) town = town_new (20, 0);
  g_autoptr (Town) rich_town = town_new (20, 40 * CASE_HOUR);
  g_autoptr (EntPlan) plan = run (town, NULL, 30 * 3000, 1);
  g_autoptr (EntPlan) rich = run (rich_town, NULL, 4000, 1);

  g_assert_cmpint (ent_plan_get_n_unplaced (rich, ENT_PLAN_IMPORTANT), ==, 0);
  g_assert_cmpint (ent_plan_get_cost (plan, ENT_PLAN_TERM_TRAVEL), <=,
                   ent_plan_get_cost (rich, ENT_PLAN_TERM_TRAVEL));
}

static void
test_same_seed_same_plan (void)
{
  g_autoptr (Town) town = town_new (30, 0);

  for (int threads = 1; threads <= 2; threads++)
    {
      g_autoptr (EntPlan) one = run (town, NULL, 30 * 1500, threads);
      g_autoptr (EntPlan) other = run (town, NULL, 30 * 1500, threads);

      for (int s = 0; s < N_SHIFTS; s++)
        {
          int n, m;
          const EntPlanStop *x = ent_plan_get_stops (one, s, &n);
          const EntPlanStop *y = ent_plan_get_stops (other, s, &m);

          g_assert_cmpmem (x, sizeof *x * (gsize) n, y, sizeof *y * (gsize) m);
        }
    }
}

static void
test_warm_start (void)
{
  g_autoptr (Town) town = town_new (40, 0);
  g_autoptr (EntPlan) good = run (town, NULL, 30 * 3000, 1);
  g_autoptr (EntPlan) same = run (town, good, 1, 1);

  g_assert_cmpint (ent_plan_compare (same, good), <=, 0);
}

typedef struct
{
  GCancellable *cancellable;
  EntPlannerProgress last;
} Watch;

static void
progressed_cb (const EntPlannerProgress *progress, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (progress->fraction, >=, watch->last.fraction);
  watch->last = *progress;
  if (progress->fraction > 0.1)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_told_and_cancelled (void)
{
  g_autoptr (Town) town = town_new (50, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntPlannerOptions options = { .seed = 5, .threads = 1, .iterations = 30 * 3000 };
  Watch watch = { cancellable, { 0 } };
  g_autoptr (EntPlan) plan = ent_planner_run (town->problem, &ent_plan_default_weights, NULL,
                                             &options, progressed_cb, &watch, cancellable, NULL);

  plan_assert_good (plan, &ent_plan_default_weights);
  g_assert_cmpint (watch.last.iterations, >, 0);
  g_assert_cmpint (watch.last.iterations, <, 30 * 1500);
  g_assert_cmpint (watch.last.total, ==, ent_plan_get_total (plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/plain/same-worth", test_same_worth);
  g_test_add_func ("/planner/plain/no-worse-than-rich", test_no_worse_than_rich);
  g_test_add_func ("/planner/plain/same-seed-same-plan", test_same_seed_same_plan);
  g_test_add_func ("/planner/plain/warm-start", test_warm_start);
  g_test_add_func ("/planner/plain/told-and-cancelled", test_told_and_cancelled);
  return g_test_run ();
}
