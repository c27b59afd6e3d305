/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves plain problems: checks what is asked, runs the workers, hands out the best plan. The first
 * worker is the calling thread. */
#include "ent-plain.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "ent-plain-search.h"

/* All workers meet so often and tell each other what they found. */
#define N_MEETINGS 100

/* What a thread is taken to do in a second when the budget is a time: it decides into how many
 * rounds the budget is cut, and nothing else. */
#define STEPS_PER_SECOND 400000

/* How a budget of at least so many steps a visit is spent, for that many visits or more: the first
 * that fits. Large plans that are not annealed for long have no children worth their time. Measured
 * on the public instances. */
static const struct
{
  int steps, visits;
  int n_fresh, annealed; /* plans annealed first, within so many hundredths of the budget */
  int mutated, mutation;
  EntPlainBreeding breeding;
} recipes[] = {
  { 4000, 300, 3, 40, 4, 10, { 15, 12, 40 } }, { 10000, 150, 1, 0, 4, 10, { 40, 25, 65 } },
  { 10000, 1, 1, 0, 8, 10, { 40, 25, 65 } },   { 4000, 150, 6, 30, 8, 10, { 10, 15, 40 } },
  { 0, 300, 1, 100, 1, 0, { 1, 1, 1 } },       { 3000, 1, 1, 0, 1, 0, { 40, 25, 65 } },
  { 1500, 1, 6, 30, 1, 0, { 4, 8, 20 } },
};

/* With more visits a child takes too long to be cancelled at once. */
#define MOST_BRED 1000

#define MOST_LEG 10000000
#define MOST_TIME 100000000
#define MOST_PENALTY 1000000

typedef struct _Worker Worker;

typedef struct
{
  const EntPlainOptions *options;
  Worker *workers;
  gint64 started; /* of the clock that counts */
  gint64 budget; /* nanoseconds; 0: counted in iterations */
  clockid_t clock;
  int n_workers;
  GMutex lock;
  GCond all_here;
  int n_here, n_met;
} Team;

struct _Worker
{
  Team *team;
  int number;
  EntPlainSearch *search;
  EntPlainElite shown; /* for the others, between two meetings */
  GThread *thread;
  gint64 used; /* nanoseconds of processor time */
};

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* By time and by steps, whichever is further. */
static int
spent (gint64 iterations, gpointer data)
{
  const Team *team = data;
  double part = 0;

  if (team->budget > 0)
    part = (double) (read_clock (team->clock) - team->started) / (double) team->budget;
  else if (team->options->iterations <= 0)
    return ENT_PLAIN_WHOLE;
  if (team->options->iterations > 0)
    part = MAX (part, (double) iterations / (double) team->options->iterations);
  return (int) MIN (part * ENT_PLAIN_WHOLE, ENT_PLAIN_WHOLE);
}

/* All wait for the last to come. What a worker shows is written before one meeting and read
 * before the next, so that two meetings enclose every exchange. */
static void
meet (Team *team)
{
  int met;

  if (team->n_workers == 1)
    return;
  g_mutex_lock (&team->lock);
  met = team->n_met;
  if (++team->n_here == team->n_workers)
    {
      team->n_here = 0;
      team->n_met++;
      g_cond_broadcast (&team->all_here);
    }
  while (met == team->n_met)
    g_cond_wait (&team->all_here, &team->lock);
  g_mutex_unlock (&team->lock);
}

static const Worker *
best_worker (const Team *team)
{
  const Worker *best = &team->workers[0];

  for (int i = 1; i < team->n_workers; i++)
    if (ent_plain_elite_is_better (&team->workers[i].shown, &best->shown))
      best = &team->workers[i];
  return best;
}

/* The worst goes on from what the best has. */
static void
exchange (Worker *worker)
{
  Team *team = worker->team;
  const Worker *best;
  gboolean is_worst = TRUE;

  ent_plain_search_show (worker->search, &worker->shown);
  meet (team);
  best = best_worker (team);
  for (int i = 0; i < team->n_workers; i++)
    if (ent_plain_elite_is_better (&worker->shown, &team->workers[i].shown))
      is_worst = FALSE;
  if (best != worker && ent_plain_elite_is_better (&best->shown, &worker->shown))
    ent_plain_search_take (worker->search, &best->shown, is_worst);
  meet (team);
}

static int
count_unplaced (const EntPlainData *data, const EntPlainElite *elite)
{
  int n = data->n_visits;

  for (int i = 0; elite->stops[i] != 0; i++)
    for (; elite->stops[i] != 0; i++)
      n--;
  return n;
}

static void
tell_progress (const Worker *worker, int part)
{
  const Team *team = worker->team;
  const EntPlainElite *best = &worker->search->best;
  EntPlainProgress progress = { part / (double) ENT_PLAIN_WHOLE, best->cost, 0,
                                worker->search->chain->iterations };

  if (worker->number != 0 || team->options->progress == NULL)
    return;
  progress.n_unplaced = count_unplaced (worker->search->chain->data, best);
  team->options->progress (&progress, team->options->progress_data);
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Team *team = worker->team;
  gint64 began = read_clock (CLOCK_THREAD_CPUTIME_ID);

  ent_plain_search_begin (worker->search);
  for (int i = 1; i <= N_MEETINGS; i++)
    {
      int until = (int) ((gint64) ENT_PLAIN_WHOLE * i / N_MEETINGS);

      ent_plain_search_run (worker->search, until, spent, team, team->options->cancellable);
      if (team->n_workers > 1 && i < N_MEETINGS)
        exchange (worker);
      tell_progress (worker, until);
    }
  worker->used = read_clock (CLOCK_THREAD_CPUTIME_ID) - began;
  return NULL;
}

static void
run_team (Team *team)
{
  for (int i = 1; i < team->n_workers; i++)
    team->workers[i].thread = g_thread_new ("planner", work, &team->workers[i]);
  work (&team->workers[0]);
  for (int i = 1; i < team->n_workers; i++)
    g_thread_join (team->workers[i].thread);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("The planning problem cannot be read: %s is out of range."), what);
  return FALSE;
}

static gboolean
is_within (const int *numbers, gsize n, int least, int most)
{
  for (gsize i = 0; i < n; i++)
    if (numbers[i] < least || numbers[i] > most)
      return FALSE;
  return TRUE;
}

static gboolean
check_visits (const EntPlainProblem *problem, GError **error)
{
  for (int v = 0; v < problem->n_places; v++)
    {
      const EntPlainVisit *visit = &problem->visits[v];
      const int times[] = { visit->ready, visit->due };

      if (!is_within (&visit->demand, 1, 0, MOST_TIME))
        return refuse (error, "demand");
      if (!is_within (&visit->service, 1, 0, MOST_TIME))
        return refuse (error, "service");
      if (!is_within (times, 2, -MOST_TIME, MOST_TIME))
        return refuse (error, "window");
    }
  return TRUE;
}

static gboolean
check_problem (const EntPlainProblem *problem, GError **error)
{
  gsize n = (gsize) MAX (problem->n_places, 0);

  if (!is_within (&problem->n_places, 1, 1, ENT_PLAIN_MAX_PLACES))
    return refuse (error, "n_places");
  if (!is_within (&problem->n_vehicles, 1, 0, G_MAXINT))
    return refuse (error, "n_vehicles");
  if (!is_within (&problem->capacity, 1, 0, MOST_TIME))
    return refuse (error, "capacity");
  if (!is_within (problem->cost, n * n, 0, MOST_LEG))
    return refuse (error, "cost");
  if (problem->time != problem->cost && !is_within (problem->time, n * n, 0, MOST_LEG))
    return refuse (error, "time");
  if (problem->penalties != NULL && !is_within (problem->penalties + 1, n - 1, 1, MOST_PENALTY))
    return refuse (error, "penalties");
  if (problem->n_start > 0 && !is_within (problem->start, problem->n_start, 0, n - 1))
    return refuse (error, "start");
  return check_visits (problem, error);
}

static gboolean
check_options (const EntPlainOptions *options, GError **error)
{
  if (!is_within (&options->n_threads, 1, 0, ENT_PLAIN_MAX_THREADS))
    return refuse (error, "n_threads");
  if (!(options->seconds >= 0 && options->seconds <= 1e6))
    return refuse (error, "seconds");
  if (options->iterations < 0)
    return refuse (error, "iterations");
  return TRUE;
}

/* Where there are few steps a visit, one plan is annealed; with more, some plans are and have
 * children; with many, children of quickly improved plans find more. */
static EntPlainSchedule
make_schedule (const EntPlainProblem *problem, const EntPlainOptions *options)
{
  EntPlainSchedule schedule = { .n_fresh = 1, .is_warm = problem->n_start > 0, .mutated = 1 };
  gint64 visits = MAX (1, problem->n_places - 1), steps = options->iterations;

  if (options->seconds > 0)
    steps = (gint64) (options->seconds * STEPS_PER_SECOND);
  for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++)
    if (steps / visits >= recipes[i].steps && visits >= recipes[i].visits && visits <= MOST_BRED)
      {
        schedule.n_fresh = recipes[i].n_fresh;
        schedule.anneal_until = (int) ((gint64) ENT_PLAIN_WHOLE * recipes[i].annealed / 100);
        schedule.breed_until = ENT_PLAIN_WHOLE;
        schedule.mutated = recipes[i].mutated;
        schedule.mutation = recipes[i].mutation;
        schedule.breeding = recipes[i].breeding;
        return schedule;
      }
  schedule.anneal_until = ENT_PLAIN_WHOLE;
  return schedule;
}

static EntPlainPlan *
write_plan (const EntPlainData *data, const EntPlainElite *best)
{
  EntPlainPlan *plan = g_new0 (EntPlainPlan, 1);

  plan->stops = g_new0 (int, 2 * data->n_places);
  for (int i = 0; best->stops[i] != 0; i++, plan->n_routes++)
    {
      for (; best->stops[i] != 0; i++)
        plan->stops[plan->n_stops++] = best->stops[i];
      plan->stops[plan->n_stops++] = 0;
    }
  plan->cost = best->cost;
  plan->penalty = best->penalty;
  plan->n_unplaced = count_unplaced (data, best);
  return plan;
}

static EntPlainPlan *
solve (const EntPlainData *data, const EntPlainProblem *problem, Team *team)
{
  EntPlainSchedule schedule = make_schedule (problem, team->options);
  const Worker *best;
  EntPlainPlan *plan;
  gint64 iterations = 0, used = 0;

  for (int i = 0; i < team->n_workers; i++)
    {
      Worker *worker = &team->workers[i];

      *worker = (Worker) { .team = team, .number = i };
      worker->search = ent_plain_search_new (data, &schedule, team->options->seed, i);
      ent_plain_elite_init (&worker->shown, data);
      ent_plain_chain_start (worker->search->chain, problem->start, problem->n_start);
    }
  run_team (team);
  for (int i = 0; i < team->n_workers; i++)
    {
      Worker *worker = &team->workers[i];

      ent_plain_elite_copy (data, &worker->shown, &worker->search->best);
      iterations += worker->search->chain->iterations;
      used += worker->used;
    }
  best = best_worker (team);
  plan = write_plan (data, &best->shown);
  plan->iterations = iterations;
  plan->seconds = (double) used / 1e9;
  for (int i = 0; i < team->n_workers; i++)
    {
      ent_plain_search_free (team->workers[i].search);
      g_free (team->workers[i].shown.stops);
    }
  return plan;
}

EntPlainPlan *
ent_plain_solve (const EntPlainProblem *problem, const EntPlainOptions *options, GError **error)
{
  Worker workers[ENT_PLAIN_MAX_THREADS];
  Team team = { .options = options, .workers = workers };
  EntPlainData *data;
  EntPlainPlan *plan;

  g_return_val_if_fail (problem != NULL && options != NULL, NULL);
  if (!check_problem (problem, error) || !check_options (options, error))
    return NULL;
  team.n_workers = MAX (1, options->n_threads);
  team.clock = team.n_workers > 1 ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID;
  team.budget = (gint64) (options->seconds * 1e9);
  team.started = read_clock (team.clock);
  g_mutex_init (&team.lock);
  g_cond_init (&team.all_here);
  data = ent_plain_data_new (problem);
  plan = solve (data, problem, &team);
  ent_plain_data_free (data);
  g_cond_clear (&team.all_here);
  g_mutex_clear (&team.lock);
  return plan;
}

void
ent_plain_plan_free (EntPlainPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->stops);
  g_free (plan);
}
