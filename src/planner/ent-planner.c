/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner: chains of the search on as many threads, which wait for each other after every part
 * of the budget. Works on the calling thread; the asynchronous call has a thread of its own. */
#include "ent-planner.h"

#include "ent-plan-plain.h"
#include "ent-plan-private.h"
#include "ent-plan-problem-private.h"
#include "ent-plan-search.h"
#include <time.h>

#define MOST_THREADS 16
#define PARTS 100 /* of the budget */
#define LONGEST_PART 20000 /* iterations */
#define FULL 65536
#define PUT_BACK_ORDERS 40
#define INSIST_EVERY 8 /* parts */
#define DEAREST_PENALTY (16 * 64)

typedef struct
{
  EntPlanSearch *search;
  gint64 iterations;
  int from, to;
} Part;

typedef struct
{
  const EntPlannerOptions *options;
  EntPlanSearch *searches[MOST_THREADS];
  int n;
  double began; /* seconds of processor time of this thread */
  double spent;
  double reserve; /* seconds that are needed after the search */
  gint64 done; /* iterations of each chain */
  double rate; /* iterations a second, when first measured */
} Run;

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static gpointer
run_part (gpointer data)
{
  Part *part = data;

  ent_plan_search_run (part->search, part->iterations, part->from, part->to);
  return NULL;
}

/* The chains side by side, until the last has done its part. */
static void
run_chains (Run *run, gint64 iterations, int from, int to)
{
  Part parts[MOST_THREADS];
  GThread *threads[MOST_THREADS] = { NULL };

  for (int i = 0; i < run->n; i++)
    parts[i] = (Part) { run->searches[i], iterations, from, to };
  for (int i = 1; i < run->n; i++)
    threads[i] = g_thread_new ("planner", run_part, &parts[i]);
  run_part (&parts[0]);
  for (int i = 1; i < run->n; i++)
    g_thread_join (threads[i]);
  run->done += iterations;
  run->spent = processor_time () - run->began;
}

static EntPlanSearch *
find_best (const Run *run)
{
  EntPlanSearch *best = run->searches[0];

  for (int i = 1; i < run->n; i++)
    if (ent_plan_best_compare (&run->searches[i]->best, &best->best) < 0)
      best = run->searches[i];
  return best;
}

/* The chain that stands worst goes on from where the best stands. */
static void
exchange (Run *run)
{
  EntPlanSearch *best = run->searches[0];
  EntPlanSearch *worst = run->searches[0];

  for (int i = 1; i < run->n; i++)
    {
      if (run->searches[i]->current < best->current)
        best = run->searches[i];
      if (run->searches[i]->current >= worst->current)
        worst = run->searches[i];
    }
  if (best != worst)
    ent_plan_search_take_over (worst, best);
}

/* What is left out only because it is dear weighs more from now on. */
static void
insist (Run *run)
{
  EntPlanSearch *best = find_best (run);

  if (!ent_plan_search_insist (best) || best->state->penalty_scale >= DEAREST_PENALTY)
    return;
  for (int i = 0; i < run->n; i++)
    {
      EntPlanSearch *search = run->searches[i];

      search->state->penalty_scale = search->state->penalty_scale * 3 / 2;
      search->current = ent_plan_state_cost (search->state);
    }
}

static double
fraction_done (const Run *run)
{
  double by_time = run->options->seconds > 0 ? run->spent / (run->options->seconds - run->reserve)
                                             : 0;
  double by_count = run->options->iterations > 0
                        ? (double) run->done / (double) run->options->iterations
                        : 0;

  return MIN (1, MAX (by_time, by_count));
}

static double
seconds_of_part (const Run *run)
{
  double whole = run->options->seconds - run->reserve;

  return CLAMP (whole - run->spent, 0, whole / PARTS);
}

/* How many iterations the next part has: of a count, a hundredth; of a time, what a hundredth of it
 * holds at the rate so far. */
static gint64
next_part (const Run *run)
{
  const EntPlannerOptions *options = run->options;
  gint64 part = LONGEST_PART;

  if (options->iterations > 0)
    part = MIN (CLAMP (options->iterations / PARTS, 1, LONGEST_PART),
                options->iterations - run->done);
  if (options->seconds > 0 && run->done == 0)
    part = MIN (part, 64);
  else if (options->seconds > 0)
    part = MIN (part, MAX (16, (gint64) ((double) run->done / run->spent * seconds_of_part (run))));
  return part;
}

static void
tell (const Run *run, EntPlannerProgressFunc progress, gpointer data)
{
  const EntPlanSearch *best = find_best (run);
  EntPlannerProgress now = { fraction_done (run), 0, best->best.n_unplaced, run->done * run->n };
  gint64 units = best->best.cost;

  if (progress == NULL)
    return;
  for (int i = 0; i < best->model->n_visits; i++)
    if (best->best.n_unplaced == best->model->n_visits)
      units += best->model->visits[i].unplaced;
  now.total = units / best->model->unit;
  progress (&now, data);
}

static gboolean
is_over (const Run *run, GCancellable *cancellable)
{
  return g_cancellable_is_cancelled (cancellable) || fraction_done (run) >= 1;
}

static void
anneal (Run *run, EntPlannerProgressFunc progress, gpointer data, GCancellable *cancellable)
{
  gboolean endless = run->options->seconds <= 0 && run->options->iterations <= 0;

  for (int i = 0; !endless && !is_over (run, cancellable); i++)
    {
      gint64 part = next_part (run);
      double before = fraction_done (run);
      double step = run->options->iterations > 0 ? (double) part / (double) run->options->iterations
                                                 : 1.0 / PARTS;

      run_chains (run, part, (int) (before * FULL), (int) (MIN (1, before + step) * FULL));
      if (run->n > 1)
        exchange (run);
      if (i % INSIST_EVERY == INSIST_EVERY - 1 && !is_over (run, cancellable))
        insist (run);
      tell (run, progress, data);
    }
}

static void
put_back (Run *run, GCancellable *cancellable)
{
  for (int i = 0; i < PUT_BACK_ORDERS && !g_cancellable_is_cancelled (cancellable); i++)
    {
      ent_plan_search_put_back (run->searches[0], TRUE);
      run->spent = processor_time () - run->began;
      if (i > 0 && run->options->seconds > 0 && run->spent > run->options->seconds)
        return;
    }
}

static EntPlan *
search (Run *run,
        EntPlan *start,
        EntPlannerProgressFunc progress,
        gpointer data,
        GCancellable *cancellable)
{
  EntPlannerFreedom freedom = run->options->freedom;
  double begun = processor_time ();

  for (int i = 0; i < run->n; i++)
    {
      run->searches[i]->cancellable = cancellable;
      ent_plan_search_start (run->searches[i], start, freedom);
    }
  run->spent = processor_time () - run->began;
  /* Insisting on the best and making a plan of it take about as long as starting. */
  run->reserve += (run->began + run->spent - begun) / run->n;
  run->reserve = MIN (run->reserve, run->options->seconds / 2);
  if (freedom == ENT_PLANNER_PUT_BACK)
    put_back (run, cancellable);
  else
    anneal (run, progress, data, cancellable);
  if (!g_cancellable_is_cancelled (cancellable) && freedom != ENT_PLANNER_PUT_BACK)
    ent_plan_search_insist (find_best (run));
  tell (run, progress, data);
  return ent_plan_search_plan (find_best (run));
}

/* The plan of a problem that refers to the start, as a plan of the problem that was asked. */
static EntPlan *
replan (EntPlanProblem *problem, const EntPlanWeights *weights, const EntPlan *plan)
{
  g_autoptr (EntPlanModel) model = ent_plan_model_new (problem, weights);
  g_autoptr (EntPlanState) state = ent_plan_state_new (model);
  g_autoptr (EntPlanFinder) finder = ent_plan_finder_new (state);

  ent_plan_load (finder, plan);
  return ent_plan_new_from_state (state);
}

EntPlan *
ent_planner_run (EntPlanProblem *problem,
                 const EntPlanWeights *weights,
                 EntPlan *start,
                 const EntPlannerOptions *options,
                 EntPlannerProgressFunc progress,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  Run run = { .options = options, .began = processor_time () };
  g_autoptr (EntPlanProblem) referring = NULL;
  g_autoptr (EntPlanModel) model = NULL;
  EntPlan *plan;

  if (!ent_planner_check (problem, error))
    return NULL;
  if (start != NULL && options->freedom == ENT_PLANNER_FEW_CHANGES)
    referring = ent_plan_problem_refer_to (problem, start);
  model = ent_plan_model_new (referring != NULL ? referring : problem, weights);
  if (options->freedom == ENT_PLANNER_FREE && ent_plan_is_plain (model))
    {
      EntPlanPlainCall call = { model, start, options, progress, data, cancellable };

      plan = ent_plan_plain_run (&call);
      if (plan != NULL)
        return plan;
    }
  if (referring != NULL)
    run.reserve = processor_time () - run.began;
  run.n = CLAMP (options->threads, 1, MOST_THREADS);
  for (int i = 0; i < run.n; i++)
    run.searches[i] = ent_plan_search_new (model, options->seed, i);
  plan = search (&run, start, progress, data, cancellable);
  for (int i = 0; i < run.n; i++)
    ent_plan_search_free (run.searches[i]);
  if (referring != NULL)
    {
      EntPlan *of_search = plan;

      plan = replan (problem, weights, of_search);
      ent_plan_unref (of_search);
    }
  return plan;
}
