/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain problems: every plan is checked here from the raw problem, with nothing of the kernel. */
#include "ent-plain.h"

#include <string.h>

#define MAX_PLACES 64

typedef struct
{
  EntPlainProblem problem;
  EntPlainVisit visits[MAX_PLACES];
  int cost[MAX_PLACES * MAX_PLACES];
  int time[MAX_PLACES * MAX_PLACES];
  int penalties[MAX_PLACES];
} Town;

/* Places on a grid; windows of @width; the way back takes longer when @is_steep. */
static Town *
make_town (guint32 seed, int n_places, int width, gboolean is_steep)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Town *town = g_new0 (Town, 1);
  int x[MAX_PLACES], y[MAX_PLACES];

  for (int i = 0; i < n_places; i++)
    {
      int ready = g_rand_int_range (rand, 0, 800);

      x[i] = g_rand_int_range (rand, 0, 100);
      y[i] = g_rand_int_range (rand, 0, 100);
      town->visits[i] = (EntPlainVisit) { g_rand_int_range (rand, 1, 10), ready, ready + width,
                                          10 };
      town->penalties[i] = g_rand_int_range (rand, 1, 5);
    }
  town->visits[0] = (EntPlainVisit) { 0, 0, 1300 + width, 0 };
  for (int i = 0; i < n_places; i++)
    for (int j = 0; j < n_places; j++)
      {
        int way = ABS (x[i] - x[j]) + ABS (y[i] - y[j]);

        town->cost[i * n_places + j] = way;
        town->time[i * n_places + j] = is_steep && y[i] < y[j] ? way * 3 / 2 : way;
      }
  town->problem = (EntPlainProblem) {
    .n_places = n_places,
    .n_vehicles = n_places,
    .capacity = 40,
    .cost = town->cost,
    .time = is_steep ? town->time : town->cost,
    .visits = town->visits,
  };
  return town;
}

/* The cost of one route, closed by 0; -1 when it breaks a rule. */
static gint64
drive (const EntPlainProblem *problem, const int *stops)
{
  int at = 0, load = 0;
  gint64 clock = problem->visits[0].ready, cost = 0;

  for (;; stops++)
    {
      const EntPlainVisit *visit = &problem->visits[*stops];

      cost += problem->cost[at * problem->n_places + *stops];
      clock += problem->time[at * problem->n_places + *stops];
      clock = MAX (clock, visit->ready);
      if (clock > visit->due)
        return -1;
      if (*stops == 0)
        return cost;
      clock += visit->service;
      load += visit->demand;
      if (load > problem->capacity)
        return -1;
      at = *stops;
    }
}

static void
assert_valid (const EntPlainProblem *problem, const EntPlainPlan *plan)
{
  int seen[MAX_PLACES] = { 0 }, n_routes = 0, n_unplaced = 0;
  gint64 cost = 0, penalty = 0;

  for (int i = 0; i < plan->n_stops; i++)
    {
      gint64 route = drive (problem, plan->stops + i);

      g_assert_cmpint (route, >=, 0);
      g_assert_cmpint (plan->stops[i], >, 0);
      cost += route;
      n_routes++;
      for (; plan->stops[i] != 0; i++)
        seen[plan->stops[i]]++;
    }
  for (int v = 1; v < problem->n_places; v++)
    {
      g_assert_cmpint (seen[v], <=, 1);
      if (seen[v] == 0)
        {
          n_unplaced++;
          penalty += problem->penalties != NULL ? problem->penalties[v] : 1;
        }
    }
  g_assert_cmpint (plan->cost, ==, cost);
  g_assert_cmpint (plan->penalty, ==, penalty);
  g_assert_cmpint (plan->n_unplaced, ==, n_unplaced);
  g_assert_cmpint (plan->n_routes, ==, n_routes);
  g_assert_cmpint (n_routes, <=, problem->n_vehicles);
}

static EntPlainPlan *
solve_with (const EntPlainProblem *problem, EntPlainOptions options)
{
  g_autoptr (GError) error = NULL;
  EntPlainPlan *plan = ent_plain_solve (problem, &options, &error);

  g_assert_no_error (error);
  assert_valid (problem, plan);
  return plan;
}

static EntPlainPlan *
solve (const EntPlainProblem *problem, gint64 iterations)
{
  return solve_with (problem, (EntPlainOptions) { .seed = 7, .iterations = iterations });
}

static void
assert_same (const EntPlainPlan *one, const EntPlainPlan *other)
{
  g_assert_cmpmem (one->stops, one->n_stops * sizeof (int), other->stops,
                   other->n_stops * sizeof (int));
  g_assert_cmpint (one->cost, ==, other->cost);
  g_assert_cmpint (one->iterations, ==, other->iterations);
}

/* The cheapest plan of all, by trying every order of the visits and every way of cutting it. */
typedef struct
{
  const EntPlainProblem *problem;
  int order[8];
  gint64 best;
} Search;

static gint64
cheapest_cut (const Search *search, int n)
{
  gint64 best[9] = { 0 };

  for (int end = 1; end <= n; end++)
    {
      best[end] = -1;
      for (int start = 0; start < end; start++)
        {
          int stops[9] = { 0 };
          gint64 cost;

          memcpy (stops, search->order + start, (end - start) * sizeof (int));
          cost = drive (search->problem, stops);
          if (cost >= 0 && best[start] >= 0 && (best[end] < 0 || best[start] + cost < best[end]))
            best[end] = best[start] + cost;
        }
    }
  return best[n];
}

static void
try_orders (Search *search, int from, int n)
{
  if (from == n)
    {
      gint64 cost = cheapest_cut (search, n);

      if (cost >= 0 && (search->best < 0 || cost < search->best))
        search->best = cost;
      return;
    }
  for (int i = from; i < n; i++)
    {
      int first = search->order[i];

      search->order[i] = search->order[from];
      search->order[from] = first;
      try_orders (search, from + 1, n);
      search->order[from] = search->order[i];
      search->order[i] = first;
    }
}

static void
assert_optimum (gint64 iterations, guint32 n_towns)
{
  for (guint32 seed = 1; seed <= n_towns; seed++)
    {
      g_autofree Town *town = make_town (seed, 5 + seed % 4, 300, seed % 2);
      g_autoptr (EntPlainPlan) plan = solve (&town->problem, iterations);
      Search search = { &town->problem, { 1, 2, 3, 4, 5, 6, 7 }, -1 };

      try_orders (&search, 0, town->problem.n_places - 1);
      g_assert_cmpint (plan->n_unplaced, ==, 0);
      g_assert_cmpint (plan->cost, ==, search.best);
    }
}

/* Annealed alone, bred, and bred with children that are annealed. */
static void
test_optimum (void)
{
  assert_optimum (1000, 24);
}

static void
test_optimum_bred (void)
{
  assert_optimum (7 * 3000, 8);
}

static void
test_optimum_bred_and_annealed (void)
{
  assert_optimum (7 * 10000, 4);
}

/* The fines of a search that may be late end in plans that never are. */
static void
test_rules_of_bred (void)
{
  for (guint32 seed = 70; seed < 76; seed++)
    {
      g_autofree Town *town = make_town (seed, 30, seed % 2 ? 250 : 700, seed % 3);
      g_autoptr (EntPlainPlan) plan = NULL;

      town->problem.capacity = seed % 2 ? 25 : 60;
      plan = solve (&town->problem, 29 * (seed % 3 ? 1500 : 3000));
      g_assert_cmpint (plan->n_unplaced, ==, 0);
    }
}

static void
test_rules (void)
{
  for (guint32 seed = 20; seed < 32; seed++)
    {
      g_autofree Town *town = make_town (seed, 20 + (seed % 3) * 20, seed % 2 ? 60 : 700, seed % 3);
      g_autoptr (EntPlainPlan) plan = NULL;

      town->problem.n_vehicles = 2 + seed % 5;
      town->problem.penalties = seed % 2 ? town->penalties : NULL;
      plan = solve (&town->problem, 1500);
    }
}

static void
test_same_seed_same_plan (void)
{
  g_autofree Town *town = make_town (50, 40, 200, TRUE);
  g_autoptr (EntPlainPlan) one = solve (&town->problem, 3000);
  g_autoptr (EntPlainPlan) again = solve (&town->problem, 3000);

  assert_same (one, again);
}

/* Enough steps a visit for fresh plans and their children. */
static void
test_children (void)
{
  g_autofree Town *town = make_town (51, 12, 400, FALSE);
  g_autoptr (EntPlainPlan) one = solve (&town->problem, 40000);
  g_autoptr (EntPlainPlan) again = solve (&town->problem, 40000);

  assert_same (one, again);
}

static void
test_two_threads (void)
{
  static const gint64 budgets[] = { 3000, 20000, 40000 };

  for (gsize i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      g_autofree Town *town = make_town (52, i == 0 ? 40 : 12, 300, TRUE);
      EntPlainOptions options = { .seed = 3, .iterations = budgets[i], .n_threads = 2 };
      g_autoptr (EntPlainPlan) one = solve_with (&town->problem, options);
      g_autoptr (EntPlainPlan) again = solve_with (&town->problem, options);

      assert_same (one, again);
      g_assert_cmpint (one->iterations, >=, 2 * budgets[i]);
    }
}

static void
test_seconds (void)
{
  g_autofree Town *town = make_town (53, 40, 300, FALSE);
  EntPlainOptions options = { .seed = 3, .seconds = 0.02 };
  g_autoptr (EntPlainPlan) plan = solve_with (&town->problem, options);

  g_assert_cmpint (plan->iterations, >, 0);
  g_assert_cmpfloat (plan->seconds, >, 0.0);
  g_assert_cmpfloat (plan->seconds, <, 1.0);
}

static void
test_cancelled (void)
{
  g_autofree Town *town = make_town (54, 40, 300, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntPlainOptions options = { .seconds = 1000, .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  for (options.n_threads = 1; options.n_threads <= 2; options.n_threads++)
    {
      g_autoptr (EntPlainPlan) plan = solve_with (&town->problem, options);

      g_assert_cmpint (plan->n_unplaced, ==, 0);
      g_assert_cmpint (plan->iterations, ==, 0);
    }
}

typedef struct
{
  GCancellable *cancellable;
  gint64 cost;
  double fraction;
  int n_calls;
} Watch;

static void
progressed_cb (const EntPlainProgress *progress, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (progress->fraction, >=, watch->fraction);
  g_assert_cmpint (progress->cost, <=, watch->cost);
  g_assert_cmpint (progress->n_unplaced, ==, 0);
  watch->fraction = progress->fraction;
  watch->cost = progress->cost;
  if (++watch->n_calls == 5)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_stopped_midway (void)
{
  g_autofree Town *town = make_town (55, 40, 300, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { cancellable, G_MAXINT64, 0, 0 };
  EntPlainOptions options = { .iterations = 20000,
                              .cancellable = cancellable,
                              .progress = progressed_cb,
                              .progress_data = &watch };
  g_autoptr (EntPlainPlan) plan = solve_with (&town->problem, options);

  g_assert_cmpint (watch.n_calls, >=, 5);
  g_assert_cmpint (plan->iterations, <, 2000);
  g_assert_cmpint (plan->cost, ==, watch.cost);
}

/* A bred plan is no worse than what it starts from. */
static void
test_warm_breeding (void)
{
  g_autofree Town *town = make_town (62, 20, 300, TRUE);
  g_autoptr (EntPlainPlan) good = solve (&town->problem, 19 * 3000);
  g_autoptr (EntPlainPlan) better = NULL;

  town->problem.start = good->stops;
  town->problem.n_start = good->n_stops;
  better = solve (&town->problem, 19 * 1500);
  g_assert_cmpint (better->cost, <=, good->cost);
}

static void
test_warm_start (void)
{
  g_autofree Town *town = make_town (56, 40, 300, TRUE);
  g_autoptr (EntPlainPlan) good = solve (&town->problem, 20000);
  g_autoptr (EntPlainPlan) same = NULL, fewer = NULL;

  town->problem.start = good->stops;
  town->problem.n_start = good->n_stops;
  same = solve (&town->problem, 0);
  assert_same (same, same);
  g_assert_cmpint (same->cost, ==, good->cost);
  g_assert_cmpmem (same->stops, same->n_stops * sizeof (int), good->stops,
                   good->n_stops * sizeof (int));

  /* A visit that no longer fits gives way to the others. */
  town->visits[good->stops[0]].due = -1;
  town->visits[good->stops[0]].ready = -2;
  fewer = solve (&town->problem, 200);
  g_assert_cmpint (fewer->n_unplaced, ==, 1);
}

static void
test_nonsense_start (void)
{
  g_autofree Town *town = make_town (57, 10, 300, FALSE);
  const int start[] = { 0, 0, 3, 3, 1, 1, 0, 2, 9, 3, 0, 0, 8 };
  g_autoptr (EntPlainPlan) plan = NULL;

  town->problem.start = start;
  town->problem.n_start = G_N_ELEMENTS (start);
  plan = solve (&town->problem, 500);
  g_assert_cmpint (plan->n_unplaced, ==, 0);
}

/* With room for half of the visits, those stay that weigh most. */
static void
test_left_out (void)
{
  g_autofree Town *town = make_town (58, 11, 1000, FALSE);
  gint64 expected = 0;

  for (int v = 1; v <= 10; v++)
    {
      town->visits[v].demand = 1;
      town->penalties[v] = v;
      expected += v <= 5 ? v : 0;
    }
  town->problem.capacity = 5;
  town->problem.n_vehicles = 1;
  town->problem.penalties = town->penalties;
  for (gint64 iterations = 5000; iterations <= 80000; iterations *= 4)
    {
      g_autoptr (EntPlainPlan) plan = solve (&town->problem, iterations);

      g_assert_cmpint (plan->n_unplaced, ==, 5);
      g_assert_cmpint (plan->penalty, ==, expected);
    }
}

static void
test_cannot_be_placed (void)
{
  g_autofree Town *town = make_town (59, 10, 300, FALSE);
  g_autoptr (EntPlainPlan) plan = NULL, none = NULL;

  town->visits[3].demand = town->problem.capacity + 1;
  town->visits[4].due = -5;
  town->visits[5].service = 5000;
  plan = solve (&town->problem, 1000);
  g_assert_cmpint (plan->n_unplaced, ==, 3);
  town->problem.n_vehicles = 0;
  none = solve (&town->problem, 1000);
  g_assert_cmpint (none->n_unplaced, ==, 9);
  g_assert_cmpint (none->n_routes, ==, 0);
}

static void
test_smallest (void)
{
  for (int n = 1; n <= 3; n++)
    {
      g_autofree Town *town = make_town (60, n, 300, FALSE);
      g_autoptr (EntPlainPlan) plan = solve (&town->problem, 200);

      g_assert_cmpint (plan->n_unplaced, ==, 0);
    }
}

static void
assert_refused (const EntPlainProblem *problem)
{
  g_autoptr (GError) error = NULL;
  EntPlainOptions options = { .iterations = 10 };

  g_assert_null (ent_plain_solve (problem, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_refused (void)
{
  g_autofree Town *town = make_town (61, 10, 300, FALSE);
  const int start[] = { 1, 10, 0 };
  EntPlainProblem problem = town->problem;

  problem.n_places = 0;
  assert_refused (&problem);
  problem = town->problem;
  problem.capacity = -1;
  assert_refused (&problem);
  problem = town->problem;
  problem.start = start;
  problem.n_start = 3;
  assert_refused (&problem);
  town->visits[9].demand = -1;
  assert_refused (&town->problem);
  town->visits[9].demand = 1;
  town->cost[99] = -1;
  assert_refused (&town->problem);
  town->cost[99] = 0;
  town->penalties[1] = 0;
  town->problem.penalties = town->penalties;
  assert_refused (&town->problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/optimum", test_optimum);
  g_test_add_func ("/plain/optimum-bred", test_optimum_bred);
  g_test_add_func ("/plain/optimum-bred-and-annealed", test_optimum_bred_and_annealed);
  g_test_add_func ("/plain/rules", test_rules);
  g_test_add_func ("/plain/rules-of-bred", test_rules_of_bred);
  g_test_add_func ("/plain/same-seed-same-plan", test_same_seed_same_plan);
  g_test_add_func ("/plain/children", test_children);
  g_test_add_func ("/plain/two-threads", test_two_threads);
  g_test_add_func ("/plain/seconds", test_seconds);
  g_test_add_func ("/plain/cancelled", test_cancelled);
  g_test_add_func ("/plain/stopped-midway", test_stopped_midway);
  g_test_add_func ("/plain/warm-start", test_warm_start);
  g_test_add_func ("/plain/warm-breeding", test_warm_breeding);
  g_test_add_func ("/plain/nonsense-start", test_nonsense_start);
  g_test_add_func ("/plain/left-out", test_left_out);
  g_test_add_func ("/plain/cannot-be-placed", test_cannot_be_placed);
  g_test_add_func ("/plain/smallest", test_smallest);
  g_test_add_func ("/plain/refused", test_refused);
  return g_test_run ();
}
