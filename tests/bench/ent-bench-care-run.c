/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans home-care instances and prints what the plans are worth. One thread. */
#include "ent-bench-care-run.h"

#include "ent-bench-homecare.h"
#include "ent-planner.h"
#include "plan-verify.h"

#include <sys/resource.h>

static double
processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static void
write_routes (const EntBenchCare *care, int **orders, FILE *out)
{
  for (int i = 0; orders[i] != NULL; i++)
    {
      for (int j = 0; orders[i][j] != ENT_PLAN_NONE; j++)
        fprintf (out, "%s%s", j > 0 ? " " : "",
                 ent_plan_problem_get_visit (care->problem, orders[i][j])->id);
      fputs ("\n", out);
    }
}

/* By the reader, from the file; and by the verifier, from the problem. NULL: nothing is broken. */
static char *
judge (const EntBenchCare *care, const EntPlan *plan, int **orders, EntBenchWorth *worth)
{
  g_autoptr (PlanClaim) claim = plan_claim_new (plan, &care->weights);
  g_autoptr (GPtrArray) faults = plan_verify (claim);

  care->judge (care, (const int *const *) orders, worth);
  if (worth->broken != NULL)
    return g_steal_pointer (&worth->broken);
  return faults->len > 0 ? g_strdup (g_ptr_array_index (faults, 0)) : NULL;
}

static void
print_line (const EntBenchCare *care, const char *path, const EntBenchWorth *worth)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = g_strrstr (name, ".json");

  if (dot != NULL)
    *dot = '\0';
  g_print ("%-58.58s %6.0f %10.3f %10.3f %9.3f %9.3f", name, worth->lost, worth->value,
           worth->distance, worth->lateness, worth->worst_lateness);
  if (care->best > 0)
    g_print (" %10.3f %7.3f %%", care->best, 100 * (worth->value / care->best - 1));
  else
    g_print (" %10s %7s  ", "", "");
}

void
ent_bench_care_print_head (void)
{
  g_print ("%-58s %6s %10s %10s %9s %9s %10s %9s %7s\n", "instance", "lost", "value", "distance",
           "late", "latest", "published", "gap", "seconds");
}

static int
count_carers (int **orders)
{
  int n = 0;

  for (int i = 0; orders[i] != NULL; i++)
    n += orders[i][0] != ENT_PLAN_NONE;
  return n;
}

gboolean
ent_bench_care_run (const char *path,
                    const EntBenchCareOptions *options,
                    EntBenchCareSums *sums,
                    GError **error)
{
  g_autoptr (GBytes) content = ent_bench_read (path, error);
  g_autoptr (EntBenchCare) care = NULL;
  EntPlannerOptions how = { .seed = options->seed,
                            .threads = options->threads,
                            .seconds = options->seconds };
  double begun;
  g_autoptr (EntPlan) plan = NULL;
  g_autofree char *broken = NULL;
  EntBenchWorth worth = { 0 };
  int **orders;

  if (content != NULL)
    care = ent_bench_care_new (content, path, error);
  if (care == NULL)
    return FALSE;
  begun = processor_seconds ();
  plan = ent_planner_run (care->problem, &care->weights, NULL, &how, NULL, NULL, NULL, error);
  if (plan == NULL)
    return FALSE;
  begun = processor_seconds () - begun;
  orders = ent_bench_orders_new (plan);
  broken = judge (care, plan, orders, &worth);
  print_line (care, path, &worth);
  g_print (" %7.2f  %d carers  %s%s\n", begun, count_carers (orders),
           broken != NULL ? "broken: " : "ok", broken != NULL ? broken : "");
  if (options->out != NULL)
    write_routes (care, orders, options->out);
  ent_bench_orders_free (orders);
  sums->n++;
  sums->n_broken += broken != NULL;
  if (care->best > 0)
    {
      sums->n_compared++;
      sums->gap += 100 * (worth.value / care->best - 1);
    }
  return TRUE;
}
