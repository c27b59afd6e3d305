/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random mixes of all rules: every plan is judged from outside, and where all plans can be tried
 * none is better. */
#include "plan-verify.h"
#include "planner-case.h"

static EntPlanWeights
rich_weights (void)
{
  EntPlanWeights weights = ent_plan_default_weights;

  weights.worst_wish = 30;
  weights.travel_km = 100;
  return weights;
}

static void
test_rules_hold (gconstpointer data)
{
  CaseRules rules = (CaseRules) GPOINTER_TO_INT (data);
  EntPlanWeights weights = rich_weights ();

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      CaseRules mix = rules == CASE_ALL ? (CaseRules) g_rand_int_range (rand, 0, CASE_ALL + 1)
                                        : rules;
      g_autoptr (EntPlanProblem) problem = case_random (seed, mix, 20, 4);
      g_autoptr (EntPlan) plan = case_run (problem, &weights, 150);

      g_test_message ("seed %u, rules %x", seed, mix);
      plan_assert_good (plan, &weights);
    }
}

static void
test_best (gconstpointer data)
{
  CaseRules rules = (CaseRules) GPOINTER_TO_INT (data);
  EntPlanWeights weights = rich_weights ();

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 100);
      CaseRules mix = rules == CASE_ALL ? (CaseRules) g_rand_int_range (rand, 0, CASE_ALL + 1)
                                        : rules;
      CaseRules one_day = (CaseRules) (mix & ~CASE_REST);
      g_autoptr (EntPlanProblem) problem = (mix & CASE_REST) ? case_random (seed, mix, 4, 1)
                                                            : case_random (seed, one_day, 4, 2);
      g_autoptr (EntPlan) found = case_run (problem, &weights, 6000);
      g_autoptr (EntPlan) best = case_best (problem, &weights);

      plan_assert_good (found, &weights);
      g_test_message ("seed %u, rules %x: %" G_GINT64_FORMAT " against %" G_GINT64_FORMAT, seed,
                      mix, ent_plan_get_total (found), ent_plan_get_total (best));
      g_assert_cmpint (ent_plan_compare (found, best), <=, 0);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    CaseRules rules;
  } kinds[] = {
    { "none", 0 },
    { "breaks", CASE_BREAKS },
    { "wishes", CASE_WISHES },
    { "links", CASE_LINKS },
    { "loads", CASE_LOADS | CASE_TRIPS },
    { "board", CASE_BOARD | CASE_LOADS | CASE_TRIPS },
    { "hours", CASE_HOURS },
    { "rest", CASE_REST | CASE_COSTS },
    { "affinities", CASE_AFFINITIES | CASE_REFERENCE },
    { "windows", CASE_WINDOWS | CASE_FIXED },
    { "all", CASE_ALL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *rules = g_strdup_printf ("/planner/random/rules-hold/%s", kinds[i].name);
      g_autofree char *best = g_strdup_printf ("/planner/random/best/%s", kinds[i].name);

      g_test_add_data_func (rules, GINT_TO_POINTER (kinds[i].rules), test_rules_hold);
      g_test_add_data_func (best, GINT_TO_POINTER (kinds[i].rules), test_best);
    }
  return g_test_run ();
}
