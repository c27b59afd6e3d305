/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures what a coordinator waits for. One thread. */
#include "ent-bench-commune-run.h"

#include "ent-plan-query.h"
#include "ent-planner.h"
#include "plan-verify.h"
#include <time.h>

#define SICK_SECONDS 1.0

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static EntPlan *
run (EntPlanProblem *problem, EntPlan *start, const EntPlannerOptions *how)
{
  g_autoptr (GError) error = NULL;
  EntPlan *plan = ent_planner_run (problem, &ent_plan_default_weights, start, how, NULL, NULL, NULL,
                                   &error);

  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

static int
count_further_carers (const EntPlan *plan)
{
  return (int) (ent_plan_get_cost (plan, ENT_PLAN_TERM_CONTINUITY) /
                MAX (1, ent_plan_default_weights.further_carer));
}

static void
print_plan (const char *what, const EntPlan *plan, double seconds, EntBenchCareSums *sums)
{
  g_autoptr (PlanClaim) claim = plan_claim_new (plan, &ent_plan_default_weights);
  g_autoptr (GPtrArray) faults = plan_verify (claim);

  g_print ("%-24s %7.2f s  left out %d vital, %d important, %d postponable; %.1f h and %.0f km on "
           "the way, %d further carers, %" G_GINT64_FORMAT " points  %s\n",
           what, seconds, ent_plan_get_n_unplaced (plan, ENT_PLAN_VITAL),
           ent_plan_get_n_unplaced (plan, ENT_PLAN_IMPORTANT),
           ent_plan_get_n_unplaced (plan, ENT_PLAN_POSTPONABLE),
           (double) ent_plan_get_travel_seconds (plan) / 3600,
           (double) ent_plan_get_travel_metres (plan) / 1000, count_further_carers (plan),
           ent_plan_get_total (plan), faults->len > 0 ? (char *) faults->pdata[0] : "ok");
  sums->n++;
  sums->n_broken += faults->len > 0;
}

static int
busiest_carer (const EntPlan *plan, const EntPlanProblem *problem)
{
  g_autofree int *visits = g_new0 (int, ent_plan_problem_get_n_carers (problem));
  int best = 0;

  for (int i = 0; i < ent_plan_problem_get_n_visits (problem); i++)
    {
      const EntPlanPlace *place = ent_plan_get_place (plan, i);

      if (place->carer != ENT_PLAN_NONE && ++visits[place->carer] > visits[best])
        best = place->carer;
    }
  return best;
}

static int
count_moved (const EntPlan *before, const EntPlan *after, int sick, int n)
{
  int moved = 0;

  for (int i = 0; i < n; i++)
    {
      const EntPlanPlace *a = ent_plan_get_place (before, i);
      const EntPlanPlace *b = ent_plan_get_place (after, i);

      moved += a->carer != sick && a->carer != ENT_PLAN_NONE && a->carer != b->carer;
    }
  return moved;
}

/* Milliseconds a visit, in the mean: everywhere that each could go. */
static void
print_queries (EntPlan *plan, int n_visits, int n_shifts)
{
  g_autofree EntPlanOption *options = g_new (EntPlanOption, n_shifts);
  double begun = now ();
  g_autoptr (EntPlanQuery) query = ent_plan_query_new (plan, &ent_plan_default_weights);
  double ready = now ();
  double worst = 0;

  for (int i = 0; i < n_visits; i++)
    {
      double start = now ();

      ent_plan_query_options (query, i, options, n_shifts);
      worst = MAX (worst, now () - start);
    }
  g_print ("%-24s %7.3f ms a visit, at most %.3f; prepared in %.1f ms\n", "  where it could go",
           1000 * (now () - ready) / n_visits, 1000 * worst, 1000 * (ready - begun));
}

static int
count_of (const EntPlan *plan, int carer, int n_visits)
{
  int n = 0;

  for (int i = 0; i < n_visits; i++)
    n += ent_plan_get_place (plan, i)->carer == carer;
  return n;
}

void
ent_bench_commune_run (const EntBenchCommune *commune,
                       const EntBenchCareOptions *options,
                       EntBenchCareSums *sums)
{
  g_autoptr (EntPlanProblem) problem = ent_bench_commune_new (commune, 1, ENT_PLAN_NONE);
  EntPlannerOptions how = { .seed = options->seed,
                            .threads = options->threads,
                            .seconds = options->seconds };
  double begun = now ();
  g_autoptr (EntPlan) plan = run (problem, NULL, &how);
  int sick = busiest_carer (plan, problem);
  g_autoptr (EntPlanProblem) without = ent_bench_commune_new (commune, 1, sick);
  g_autoptr (EntPlan) again = NULL;

  print_plan (commune->name, plan, now () - begun, sums);
  print_queries (plan, commune->n_visits, ent_plan_problem_get_n_shifts (problem));
  how.seconds = SICK_SECONDS;
  how.freedom = ENT_PLANNER_FEW_CHANGES;
  begun = now ();
  again = run (without, plan, &how);
  print_plan ("  one carer sick", again, now () - begun, sums);
  g_print ("%-24s %d visits, and %d of others moved\n", "  she had",
           count_of (plan, sick, commune->n_visits),
           count_moved (plan, again, sick, commune->n_visits));
}
