/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the planner works: the same numbers give the same plan, it stops at once, tells how far it
 * is, keeps what stands, and says what is wrong with a problem. */
#include "plan-verify.h"
#include "planner-case.h"
#include <string.h>

static EntPlan *
run_with (EntPlanProblem *problem, EntPlan *start, const EntPlannerOptions *options)
{
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_planner_run (problem, &ent_plan_default_weights, start, options, NULL, NULL,
                                   NULL, &error);

  g_assert_no_error (error);
  plan_assert_good (plan, &ent_plan_default_weights);
  return plan;
}

static void
assert_same (const EntPlan *a, const EntPlan *b)
{
  EntPlanProblem *problem = ent_plan_get_problem (a);

  for (int i = 0; i < ent_plan_problem_get_n_shifts (problem); i++)
    {
      int n, m;
      const EntPlanStop *x = ent_plan_get_stops (a, i, &n);
      const EntPlanStop *y = ent_plan_get_stops (b, i, &m);

      g_assert_cmpmem (x, sizeof *x * (gsize) n, y, sizeof *y * (gsize) m);
    }
}

static void
test_deterministic (void)
{
  g_autoptr (EntPlanProblem) problem = case_random (5, CASE_BREAKS | CASE_WISHES, 40, 6);

  for (int threads = 1; threads <= 2; threads++)
    {
      EntPlannerOptions options = { .seed = 7, .threads = threads, .iterations = 400 };
      g_autoptr (EntPlan) first = run_with (problem, NULL, &options);
      g_autoptr (EntPlan) second = run_with (problem, NULL, &options);

      assert_same (first, second);
    }
}

static void
test_cancelled_before (void)
{
  g_autoptr (EntPlanProblem) problem = case_random (5, CASE_BREAKS, 40, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntPlannerOptions options = { .seed = 7, .threads = 2, .iterations = G_MAXINT64 };
  g_autoptr (EntPlan) plan = NULL;

  g_cancellable_cancel (cancellable);
  plan = ent_planner_run (problem, &ent_plan_default_weights, NULL, &options, NULL, NULL,
                          cancellable, NULL);
  g_assert_nonnull (plan);
  plan_assert_good (plan, &ent_plan_default_weights);
}

typedef struct
{
  EntPlannerProgress last;
  GCancellable *cancellable;
  int n_calls;
} Watch;

static void
progress_made_cb (const EntPlannerProgress *progress, gpointer data)
{
  Watch *watch = data;

  if (watch->n_calls++ > 0)
    {
      g_assert_cmpfloat (progress->fraction, >=, watch->last.fraction);
      g_assert_cmpint (progress->unplaced, <=, watch->last.unplaced);
      if (progress->unplaced == watch->last.unplaced)
        g_assert_cmpint (progress->total, <=, watch->last.total);
    }
  watch->last = *progress;
  if (watch->cancellable != NULL && watch->n_calls == 3)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress_grows (void)
{
  g_autoptr (EntPlanProblem) problem = case_random (9, CASE_WISHES, 30, 4);
  EntPlanWeights weights = ent_plan_default_weights;
  EntPlannerOptions options = { .seed = 1, .threads = 1, .iterations = 600 };
  Watch watch = { 0 };
  g_autoptr (EntPlan) plan = NULL;

  for (int i = 0; i < ENT_PLAN_N_PRIORITIES; i++)
    weights.unplaced[i] = 100000;
  plan = ent_planner_run (problem, &weights, NULL, &options, progress_made_cb, &watch, NULL, NULL);
  g_assert_cmpint (watch.n_calls, >, 50);
  g_assert_cmpfloat (watch.last.fraction, ==, 1);
  g_assert_cmpint (watch.last.iterations, ==, 600);
}

static void
run_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EntPlan **plan = data;
  g_autoptr (GError) error = NULL;

  *plan = ent_planner_run_finish (result, &error);
  g_assert_no_error (error);
}

/* Without a cancel this would go on for ever. */
static void
test_cancelled_under_way (void)
{
  g_autoptr (EntPlanProblem) problem = case_random (5, CASE_LINKS, 30, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntPlannerOptions options = { .seed = 7, .threads = 2, .seconds = 0.5, .iterations = 0 };
  Watch watch = { .cancellable = cancellable };
  g_autoptr (EntPlan) plan = NULL;

  ent_planner_run_async (problem, &ent_plan_default_weights, NULL, &options, progress_made_cb,
                         &watch, cancellable, run_ended_cb, &plan);
  while (plan == NULL)
    g_main_context_iteration (NULL, TRUE);
  plan_assert_good (plan, &ent_plan_default_weights);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_cmpfloat (watch.last.fraction, <, 1);
}

static void
test_start_is_kept (void)
{
  const CaseRules rules = CASE_BREAKS | CASE_LOADS | CASE_TRIPS;
  g_autoptr (EntPlanProblem) problem = case_random (3, rules, 30, 5);
  EntPlannerOptions good = { .seed = 1, .threads = 1, .iterations = 2000 };
  EntPlannerOptions none = { .seed = 2, .threads = 1 };
  g_autoptr (EntPlan) first = run_with (problem, NULL, &good);
  g_autoptr (EntPlan) second = run_with (problem, first, &none);

  g_assert_cmpint (ent_plan_compare (second, first), <=, 0);
}

static int
count_changes (const EntPlan *a, const EntPlan *b, int but_of)
{
  int n = 0;

  for (int i = 0; i < ent_plan_problem_get_n_visits (ent_plan_get_problem (a)); i++)
    n += ent_plan_get_place (a, i)->carer != ent_plan_get_place (b, i)->carer &&
         ent_plan_get_place (a, i)->carer != but_of;
  return n;
}

/* The carer of one shift is ill: it shrinks to almost nothing. */
static EntPlanProblem *
without_first_carer (guint32 seed, int n_visits, int n_carers)
{
  g_autoptr (EntPlanProblem) whole = case_random (seed, 0, n_visits, n_carers);
  EntPlanProblem *problem = ent_plan_problem_new (n_visits + 1, 1);
  g_autofree int *ways = g_new (int, (n_visits + 1) * (n_visits + 1));

  for (int i = 0; i < (n_visits + 1) * (n_visits + 1); i++)
    ways[i] = ent_plan_problem_get_seconds (whole, 0, i / (n_visits + 1), i % (n_visits + 1));
  ent_plan_problem_set_matrix (problem, 0, ways, ways);
  for (int i = 0; i < n_carers; i++)
    {
      EntPlanShift shift = *ent_plan_problem_get_shift (whole, i);

      ent_plan_problem_add_carer (problem, ent_plan_problem_get_carer (whole, i));
      if (i == 0)
        shift.to = shift.regular_to = shift.from + 1;
      ent_plan_problem_add_shift (problem, &shift);
    }
  for (int i = 0; i < n_visits; i++)
    {
      int n;
      const EntPlanWindow *windows = ent_plan_problem_get_windows (whole, i, &n);

      ent_plan_problem_add_visit (problem, ent_plan_problem_get_visit (whole, i), windows, n);
    }
  return problem;
}

static void
test_sick_carer (void)
{
  g_autoptr (EntPlanProblem) before = case_random (4, 0, 40, 8);
  g_autoptr (EntPlanProblem) after = without_first_carer (4, 40, 8);
  EntPlannerOptions options = { .seed = 1, .threads = 1, .iterations = 2000 };
  g_autoptr (EntPlan) plan = run_with (before, NULL, &options);
  g_autoptr (EntPlan) few = NULL;
  g_autoptr (EntPlan) back = NULL;
  g_autoptr (EntPlan) free_plan = run_with (after, NULL, &options);

  options.freedom = ENT_PLANNER_FEW_CHANGES;
  few = run_with (after, plan, &options);
  options.freedom = ENT_PLANNER_PUT_BACK;
  back = run_with (after, plan, &options);
  g_assert_cmpint (count_changes (plan, few, 0), <=, 3);
  g_assert_cmpint (count_changes (plan, back, 0), ==, 0);
  g_assert_cmpint (count_changes (plan, free_plan, 0), >, count_changes (plan, few, 0));
}

/* A problem that passes, and one thing wrong with it. */
static void
check_says (const char *what, EntPlanVisit visit, EntPlanWindow window, EntPlanShift shift)
{
  g_autoptr (EntPlanProblem) problem = case_line (3, 60);
  g_autoptr (GError) error = NULL;
  EntPlanCarer carer = { .id = "Anna" };

  ent_plan_problem_add_carer (problem, &carer);
  ent_plan_problem_add_shift (problem, &shift);
  ent_plan_problem_add_visit (problem, &visit, &window, 1);
  if (what == NULL)
    {
      g_assert_true (ent_planner_check (problem, &error));
      g_assert_no_error (error);
      return;
    }
  g_assert_false (ent_planner_check (problem, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_sentences (void)
{
  const EntPlanWindow window = {
    9 * CASE_HOUR, 10 * CASE_HOUR, 9 * CASE_HOUR, 10 * CASE_HOUR, 0, 0
  };
  const EntPlanVisit visit = case_visit ("bath", 1);
  const EntPlanShift shift = case_shift (0);
  EntPlanVisit v;
  EntPlanWindow w;
  EntPlanShift s;

  check_says (NULL, visit, window, shift);
#define WRONG_VISIT(set) (v = visit, v.set, check_says ("bath", v, window, shift))
#define WRONG_WINDOW(set) (w = window, w.set, check_says ("bath", visit, w, shift))
#define WRONG_SHIFT(set) (s = shift, s.set, check_says ("Anna", visit, window, s))
  WRONG_VISIT (place = 3);
  WRONG_VISIT (duration = 0);
  WRONG_VISIT (client = -2);
  WRONG_VISIT (fixed_carer = 1);
  WRONG_VISIT (fixed_start = 8 * CASE_HOUR);
  WRONG_VISIT (reference_carer = 4);
  WRONG_VISIT (load[1] = -1);
  WRONG_VISIT (max_on_board = -1);
  WRONG_WINDOW (to = 8 * CASE_HOUR);
  WRONG_WINDOW (wish_from = 11 * CASE_HOUR);
  WRONG_WINDOW (late_per_minute = -1);
  WRONG_SHIFT (to = 0);
  WRONG_SHIFT (end_place = -1);
  WRONG_SHIFT (break_length = -1);
  WRONG_SHIFT (max_trips = 0);
  WRONG_SHIFT (capacity[0] = -1);
#undef WRONG_VISIT
#undef WRONG_WINDOW
#undef WRONG_SHIFT
}

static void
test_link_cycle (void)
{
  g_autoptr (EntPlanProblem) problem = case_random (1, 0, 4, 2);
  g_autoptr (GError) error = NULL;

  ent_plan_problem_add_link (problem, &(EntPlanLink) { 0, 1, 600, G_MAXINT, ENT_PLAN_ANY_CARER });
  g_assert_true (ent_planner_check (problem, NULL));
  ent_plan_problem_add_link (problem, &(EntPlanLink) { 1, 0, 600, G_MAXINT, ENT_PLAN_ANY_CARER });
  g_assert_false (ent_planner_check (problem, &error));
  g_assert_nonnull (strstr (error->message, "before itself"));
}

static void
test_empty (void)
{
  g_autoptr (EntPlanProblem) nothing = case_line (1, 0);
  g_autoptr (EntPlanProblem) nobody = case_random (1, 0, 3, 0);
  EntPlannerOptions options = { .seed = 1, .threads = 1, .iterations = 100 };
  g_autoptr (EntPlan) plan = run_with (nothing, NULL, &options);
  g_autoptr (EntPlan) unplaced = run_with (nobody, NULL, &options);

  g_assert_cmpint (ent_plan_get_total (plan), ==, 0);
  g_assert_cmpint (ent_plan_get_cost (unplaced, ENT_PLAN_TERM_UNPLACED), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/deterministic", test_deterministic);
  g_test_add_func ("/planner/cancelled-before", test_cancelled_before);
  g_test_add_func ("/planner/cancelled-under-way", test_cancelled_under_way);
  g_test_add_func ("/planner/progress-grows", test_progress_grows);
  g_test_add_func ("/planner/start-is-kept", test_start_is_kept);
  g_test_add_func ("/planner/sick-carer", test_sick_carer);
  g_test_add_func ("/planner/sentences", test_sentences);
  g_test_add_func ("/planner/link-cycle", test_link_cycle);
  g_test_add_func ("/planner/empty", test_empty);
  return g_test_run ();
}
