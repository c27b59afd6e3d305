/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small problems for the tests of the planner. One thread. */
#include "planner-case.h"

#define MOST_SHIFTS 2
#define MOST_VISITS 8

EntPlanVisit
case_visit (const char *id, int place)
{
  return (EntPlanVisit) { .id = id,
                          .place = place,
                          .client = ENT_PLAN_NONE,
                          .duration = 1800,
                          .priority = ENT_PLAN_IMPORTANT,
                          .fixed_carer = ENT_PLAN_NONE,
                          .fixed_start = ENT_PLAN_NONE,
                          .reference_carer = ENT_PLAN_NONE,
                          .reference_start = ENT_PLAN_NONE };
}

EntPlanShift
case_shift (int carer)
{
  EntPlanShift shift = {
    .carer = carer, .from = 8 * CASE_HOUR, .to = 17 * CASE_HOUR, .regular_to = 17 * CASE_HOUR
  };

  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    shift.capacity[d] = G_MAXINT;
  shift.max_trips = 1;
  return shift;
}

EntPlanProblem *
case_line (int n_places, int step)
{
  EntPlanProblem *problem = ent_plan_problem_new (n_places, 1);
  g_autofree int *ways = g_new (int, n_places *n_places);

  for (int i = 0; i < n_places; i++)
    for (int j = 0; j < n_places; j++)
      ways[i * n_places + j] = step * ABS (i - j);
  ent_plan_problem_set_matrix (problem, 0, ways, ways);
  return problem;
}

/* A number from low to high. */
static int
draw (GRand *rand, int low, int high)
{
  return g_rand_int_range (rand, low, high + 1);
}

/* Ways in a town of so many seconds across, there and back not quite alike. */
static void
draw_matrix (GRand *rand, EntPlanProblem *problem)
{
  int n = ent_plan_problem_get_n_places (problem);
  g_autofree int *x = g_new (int, n);
  g_autofree int *y = g_new (int, n);
  g_autofree int *seconds = g_new (int, n *n);
  g_autofree int *metres = g_new (int, n *n);

  for (int i = 0; i < n; i++)
    {
      x[i] = draw (rand, 0, 20) * 60;
      y[i] = draw (rand, 0, 20) * 60;
    }
  for (int i = 0; i < n * n; i++)
    {
      int a = i / n, b = i % n;

      seconds[i] = ABS (x[a] - x[b]) + ABS (y[a] - y[b]) + (a < b ? 60 : 0);
      metres[i] = seconds[i] * 8;
    }
  ent_plan_problem_set_matrix (problem, 0, seconds, metres);
}

static void
draw_carer (GRand *rand, EntPlanProblem *problem, CaseRules rules, int day)
{
  EntPlanCarer carer = { .id = "carer", .skills = (guint64) draw (rand, 1, 3) };
  EntPlanShift shift = case_shift (0);

  if (rules & CASE_HOURS)
    {
      carer.max_day = draw (rand, 3, 6) * CASE_HOUR;
      carer.max_week = draw (rand, 4, 8) * CASE_HOUR;
      carer.contract_week = draw (rand, 2, 6) * CASE_HOUR;
    }
  if (rules & CASE_REST)
    carer.min_rest = 17 * CASE_HOUR;
  if (rules & CASE_COSTS)
    {
      carer.cost_per_minute = draw (rand, 0, 3) * 10;
      carer.cost_per_km = draw (rand, 0, 3) * 100;
      shift.regular_to = 15 * CASE_HOUR;
    }
  shift.carer = ent_plan_problem_add_carer (problem, &carer);
  if (rules & CASE_BREAKS)
    {
      shift.break_from = 12 * CASE_HOUR;
      shift.break_to = 13 * CASE_HOUR;
      shift.break_length = 1800;
      shift.break_after = draw (rand, 0, 1) * 2 * CASE_HOUR;
    }
  if (rules & CASE_LOADS)
    shift.capacity[0] = draw (rand, 3, 6);
  if (rules & CASE_TRIPS)
    {
      shift.max_trips = draw (rand, 1, 3);
      shift.reload = 600;
    }
  for (int i = 0; i <= day; i++)
    {
      ent_plan_problem_add_shift (problem, &shift);
      shift.from += ENT_PLAN_DAY;
      shift.to += ENT_PLAN_DAY;
      shift.regular_to += ENT_PLAN_DAY;
      shift.break_from += ENT_PLAN_DAY;
      shift.break_to += ENT_PLAN_DAY;
    }
}

static EntPlanWindow
draw_window (GRand *rand, CaseRules rules, int day)
{
  int from = day * ENT_PLAN_DAY + draw (rand, 16, 28) * 1800;
  int to = from + draw (rand, 1, 8) * 1800;
  EntPlanWindow window = { from, to, from, to, 0, 0 };

  if (rules & CASE_WISHES)
    {
      window.wish_from += draw (rand, 0, 3) * 900;
      window.wish_to -= draw (rand, 0, 3) * 900;
      window.wish_to = MAX (window.wish_from, window.wish_to);
    }
  return window;
}

static void
draw_visit (GRand *rand, EntPlanProblem *problem, CaseRules rules, int last_day)
{
  int index = ent_plan_problem_get_n_visits (problem);
  g_autofree char *id = g_strdup_printf ("v%d", index);
  EntPlanVisit visit = case_visit (id, draw (rand, 1, ent_plan_problem_get_n_places (problem) - 1));
  EntPlanWindow windows[2] = { draw_window (rand, rules, draw (rand, 0, last_day)) };
  int n_windows = 1;

  visit.duration = draw (rand, 1, 6) * 600;
  visit.client = draw (rand, 0, 4);
  visit.priority = (EntPlanPriority) draw (rand, 0, 2);
  visit.required_skills = draw (rand, 0, 3) == 0 ? 2 : 0;
  visit.wished_skills = (guint64) draw (rand, 0, 1);
  if (rules & CASE_LOADS)
    visit.load[0] = draw (rand, 0, 2);
  if (rules & CASE_BOARD)
    visit.max_on_board = draw (rand, 0, 2) * CASE_HOUR;
  if ((rules & CASE_WINDOWS) && draw (rand, 0, 1))
    {
      windows[1] = draw_window (rand, rules, draw (rand, 0, last_day));
      n_windows = windows[1].from > windows[0].to || windows[1].to < windows[0].from ? 2 : 1;
    }
  if ((rules & CASE_REFERENCE) && draw (rand, 0, 1))
    {
      visit.reference_carer = 0;
      visit.reference_start = windows[0].from + 900;
    }
  if ((rules & CASE_FIXED) && draw (rand, 0, 4) == 0)
    visit.fixed_start = windows[0].from + 600;
  ent_plan_problem_add_visit (problem, &visit, windows, n_windows);
}

static void
draw_links (GRand *rand, EntPlanProblem *problem)
{
  int n = ent_plan_problem_get_n_visits (problem);

  for (int i = 0; i + 1 < n; i += 3)
    {
      EntPlanLink link = { i, i + 1, 0, 0, ENT_PLAN_DIFFERENT_CARERS };

      switch (draw (rand, 0, 4))
        {
        case 0:
          link = (EntPlanLink) { i, i + 1, CASE_HOUR, 4 * CASE_HOUR, ENT_PLAN_SAME_CARER };
          break;
        case 1:
          link = (EntPlanLink) { i, i + 1, CASE_HOUR, G_MAXINT, ENT_PLAN_ANY_CARER };
          break;
        case 2:
          link = (EntPlanLink) { i, i + 1, 1800, CASE_HOUR, ENT_PLAN_ANY_CARER };
          break;
        default:
          break;
        }
      ent_plan_problem_add_link (problem, &link);
    }
}

EntPlanProblem *
case_random (guint32 seed, CaseRules rules, int n_visits, int n_carers)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  EntPlanProblem *problem = ent_plan_problem_new (n_visits + 1, 1);
  int last_day = (rules & CASE_REST) ? 1 : 0;

  draw_matrix (rand, problem);
  for (int i = 0; i < n_carers; i++)
    draw_carer (rand, problem, rules, last_day);
  for (int i = 0; i < n_visits; i++)
    draw_visit (rand, problem, rules, last_day);
  if (rules & CASE_LINKS)
    draw_links (rand, problem);
  for (int i = 0; (rules & CASE_AFFINITIES) && i < n_visits; i++)
    ent_plan_problem_add_affinity (problem,
                                   &(EntPlanAffinity) { draw (rand, 0, 4), ENT_PLAN_NONE,
                                                        draw (rand, 0, n_carers - 1),
                                                        (EntPlanAffinityKind) draw (rand, 0, 3) });
  return problem;
}

EntPlan *
case_run (EntPlanProblem *problem, const EntPlanWeights *weights, gint64 iterations)
{
  EntPlannerOptions options = { .seed = 1, .threads = 1, .iterations = iterations };
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_planner_run (problem, weights, NULL, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

typedef struct
{
  EntPlanProblem *problem;
  const EntPlanWeights *weights;
  int orders[MOST_SHIFTS][MOST_VISITS + 1];
  int length[MOST_SHIFTS];
  EntPlan *best;
} Enumeration;

static void
try_orders (Enumeration *e)
{
  const int *orders[MOST_SHIFTS];
  g_autoptr (EntPlan) plan = NULL;

  for (int i = 0; i < MOST_SHIFTS; i++)
    {
      e->orders[i][e->length[i]] = ENT_PLAN_NONE;
      orders[i] = e->orders[i];
    }
  plan = ent_plan_new_from_orders (e->problem, e->weights, orders, NULL);
  if (plan == NULL || (e->best != NULL && ent_plan_compare (plan, e->best) >= 0))
    return;
  g_clear_pointer (&e->best, ent_plan_unref);
  e->best = g_steal_pointer (&plan);
}

/* Every visit from this one on in every place of every order, or nowhere. */
static void
enumerate (Enumeration *e, int visit)
{
  if (visit == ent_plan_problem_get_n_visits (e->problem))
    {
      try_orders (e);
      return;
    }
  enumerate (e, visit + 1);
  for (int s = 0; s < ent_plan_problem_get_n_shifts (e->problem); s++)
    for (int k = 0; k <= e->length[s]; k++)
      {
        int *order = e->orders[s];

        for (int i = e->length[s]++; i > k; i--)
          order[i] = order[i - 1];
        order[k] = visit;
        enumerate (e, visit + 1);
        e->length[s]--;
        for (int i = k; i < e->length[s]; i++)
          order[i] = order[i + 1];
      }
}

EntPlan *
case_best (EntPlanProblem *problem, const EntPlanWeights *weights)
{
  Enumeration e = { .problem = problem, .weights = weights };

  g_assert_cmpint (ent_plan_problem_get_n_shifts (problem), ==, MOST_SHIFTS);
  enumerate (&e, 0);
  return e.best;
}
