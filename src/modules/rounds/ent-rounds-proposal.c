/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A proposal of the planner as differences. What the planner gives is judged again, visit by visit,
 * before it is shown: no difference breaks a rule that a move on the board would. Main thread, but
 * for the problem and what follows from a plan, which take a while to make. */

#include "ent-rounds-proposal.h"

#include "ent-rounds-judge-private.h"
#include "ent-rounds-problem.h"

#define STEP 5 /* minutes; times that people tell each other are whole multiples */
#define MOST_THREADS 4

typedef struct
{
  EntRoundsWish wish;
  EntPlannerProgressFunc progress;
  gpointer progress_data;
  EntRoundsJudge *standing;
  EntRoundsProblem *problem; /* made on a thread, like what follows from it */
  EntPlan *plan; /* of the planner, until the proposal is made of it */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->plan, ent_plan_unref);
  g_clear_pointer (&job->problem, ent_rounds_problem_free);
  g_clear_pointer (&job->standing, ent_rounds_judge_free);
  g_free (job);
}

void
ent_rounds_proposal_free (EntRoundsProposal *self)
{
  g_array_unref (self->differences);
  g_clear_pointer (&self->standing, ent_rounds_judge_free);
  g_clear_pointer (&self->result, ent_rounds_judge_free);
  ent_rounds_week_unref (self->week);
  g_free (self);
}

/* Of one carer: work beyond the contract of each week. */
static int
count_overtime (EntRoundsJudge *judge, int carer)
{
  const EntRoundsWeek *week = judge->week;
  int contract = g_array_index (week->carers, EntRoundsCarer, carer).weekly_minutes;
  const GArray *round = judge->rounds[carer];
  int minutes = 0;

  for (int day = -ent_rounds_days_since_monday (week, 0);
       contract != ENT_INT_NONE && day < week->n_days; day += 7)
    {
      int work = ent_rounds_work_of_week (week, carer,
                                          (const EntRoundsStop *) (gpointer) round->data,
                                          (int) round->len, day);

      minutes += MAX (work - contract, 0);
    }
  return minutes;
}

void
ent_rounds_judge_figures (EntRoundsJudge *judge, EntRoundsFigures *figures)
{
  const EntRoundsWeek *week = judge->week;
  int n_placed = 0, n_familiar = 0;

  *figures = (EntRoundsFigures) { 0 };
  for (int i = 0; i < (int) week->carers->len; i++)
    {
      EntRoundsSums sums;

      ent_rounds_judge_sum (judge, i, &sums);
      figures->travel_minutes += sums.travel;
      figures->metres += sums.metres;
      figures->overtime_minutes += count_overtime (judge, i);
    }
  for (int i = 0; i < (int) week->visits->len; i++)
    {
      const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, i);
      const EntRoundsTie *tie;

      if (!ent_rounds_judge_is_made (judge, i))
        {
          figures->unplaced += ent_rounds_visit_is_open (visit);
          continue;
        }
      tie = ent_rounds_judge_tie (judge, visit->client, judge->places[i].carer);
      n_placed++;
      n_familiar += tie->is_wished || tie->times > 0;
    }
  figures->familiar_percent = n_placed > 0 ? (100 * n_familiar + n_placed / 2) / n_placed : 0;
}

void
ent_rounds_figures (const EntRoundsWeek *week, EntRoundsFigures *figures)
{
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new ((EntRoundsWeek *) week);

  ent_rounds_judge_figures (judge, figures);
}

/* A visit of the picture and where the planner would have it. */
typedef struct
{
  int visit;
  EntRoundsPlace from, to;
} Change;

static gboolean
is_same (EntRoundsPlace a, EntRoundsPlace b)
{
  return a.carer == b.carer && a.start == b.start;
}

static EntRoundsPlace
planned_place (const EntRoundsProblem *problem, const EntPlan *plan, int number)
{
  const EntPlanPlace *place = ent_plan_get_place (plan, number);

  if (place->shift == ENT_PLAN_NONE)
    return (EntRoundsPlace) { ENT_ROUNDS_NONE, ENT_ROUNDS_NONE };
  return (EntRoundsPlace) { place->carer, place->start / 60 + problem->midnight };
}

/* By time; what the planner left out comes last. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *left = a;
  const Change *right = b;
  gboolean is_left[] = { left->to.carer == ENT_ROUNDS_NONE, right->to.carer == ENT_ROUNDS_NONE };

  if (is_left[0] != is_left[1])
    return is_left[0] ? 1 : -1;
  return left->to.start != right->to.start ? left->to.start - right->to.start
                                           : left->visit - right->visit;
}

static GArray *
find_changes (const Job *job, const EntPlan *plan)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < job->problem->visits->len; i++)
    {
      int visit = g_array_index (job->problem->visits, int, i);
      Change change = { visit, job->standing->places[visit],
                        planned_place (job->problem, plan, (int) i) };

      if (!g_array_index (job->problem->is_fixed, gboolean, i) &&
          (change.to.carer == ENT_ROUNDS_NONE || !is_same (change.from, change.to)))
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes);
  return changes;
}

static gboolean
place_if_fits (EntRoundsJudge *judge, int visit, EntRoundsPlace place)
{
  EntRoundsAnswer answer;

  if (place.carer == ENT_ROUNDS_NONE || place.start == ENT_ROUNDS_NONE)
    return FALSE;
  ent_rounds_judge_ask (judge, visit, place.carer, place.start, &answer);
  if (answer.reason != ENT_ROUNDS_FITS)
    return FALSE;
  ent_rounds_judge_place (judge, visit, place.carer, place.start);
  return TRUE;
}

/* As planned, else as it stood. */
static void
place_change (EntRoundsJudge *judge, const Change *change)
{
  if (!place_if_fits (judge, change->visit, change->to))
    place_if_fits (judge, change->visit, change->from);
}

/* What is left to place goes where it fits best. Of two carers none comes alone. */
static gboolean
fill_in (EntRoundsJudge *judge, const Change *change)
{
  int pair = g_array_index (judge->week->visits, EntRoundsVisit, change->visit).pair;
  EntRoundsOffer offer;

  if (ent_rounds_judge_is_made (judge, change->visit) ||
      (pair != ENT_ROUNDS_NONE && !ent_rounds_judge_is_made (judge, pair)) ||
      ent_rounds_judge_offers (judge, change->visit, &offer, 1) == 0)
    return FALSE;
  ent_rounds_judge_place (judge, change->visit, offer.carer, offer.start);
  return TRUE;
}

/* With the same carer the time that stood is kept where it may; a new one is told in fives. */
static void
round_time (EntRoundsJudge *judge, const Change *change)
{
  EntRoundsPlace here = judge->places[change->visit];
  EntRoundsPlace rounded = { here.carer, (here.start + STEP - 1) / STEP * STEP };

  if (here.carer == ENT_ROUNDS_NONE || is_same (here, change->from))
    return;
  if (here.carer == change->from.carer && place_if_fits (judge, change->visit, change->from))
    return;
  if (!is_same (here, rounded))
    place_if_fits (judge, change->visit, rounded);
}

static void
settle_changes (EntRoundsJudge *judge, const GArray *changes)
{
  gboolean has_more = TRUE; /* what is filled in may bring somebody near to another */

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      ent_rounds_judge_place (judge, change->visit, ENT_ROUNDS_NONE, change->from.start);
    }
  for (guint i = 0; i < changes->len; i++)
    place_change (judge, &g_array_index (changes, Change, i));
  for (guint i = changes->len; i > 0; i--)
    round_time (judge, &g_array_index (changes, Change, i - 1));
  while (has_more)
    {
      has_more = FALSE;
      for (guint i = 0; i < changes->len; i++)
        has_more = fill_in (judge, &g_array_index (changes, Change, i)) || has_more;
    }
}

static int
compare_differences (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntRoundsDifference *left = a;
  const EntRoundsDifference *right = b;
  const EntRoundsWeek *week = data;
  int starts[] = { left->to_start != ENT_ROUNDS_NONE ? left->to_start : left->from_start,
                   right->to_start != ENT_ROUNDS_NONE ? right->to_start : right->from_start };
  int days[] = { g_array_index (week->visits, EntRoundsVisit, left->visit).day,
                 g_array_index (week->visits, EntRoundsVisit, right->visit).day };

  if (days[0] != days[1])
    return days[0] - days[1];
  return starts[0] != starts[1] ? starts[0] - starts[1] : left->visit - right->visit;
}

/* Who stood nowhere and stands nowhere makes no difference. */
static void
list_differences (EntRoundsProposal *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      EntRoundsPlace to = self->result->places[change->visit];
      gboolean is_placed = to.carer != ENT_ROUNDS_NONE;
      EntRoundsDifference difference = { .visit = change->visit,
                                         .from_carer = change->from.carer,
                                         .to_carer = to.carer,
                                         .from_start = change->from.start,
                                         .to_start = is_placed ? to.start : ENT_ROUNDS_NONE,
                                         .is_accepted = TRUE };
      gboolean stood = ent_rounds_judge_is_made (self->standing, change->visit);

      if (!is_placed && !stood)
        ent_rounds_judge_place (self->result, change->visit, change->from.carer,
                                change->from.start);
      else if (!is_same (to, change->from))
        g_array_append_val (self->differences, difference);
    }
  g_array_sort_with_data (self->differences, compare_differences, self->week);
}

/* On a thread. */
static void
make_proposal (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  EntRoundsProposal *self = g_new0 (EntRoundsProposal, 1);
  g_autoptr (GArray) changes = find_changes (job, job->plan);

  self->standing = g_steal_pointer (&job->standing);
  self->week = ent_rounds_week_ref (self->standing->week);
  self->result = ent_rounds_judge_new (self->week);
  self->differences = g_array_new (FALSE, FALSE, sizeof (EntRoundsDifference));
  settle_changes (self->result, changes);
  list_differences (self, changes);
  ent_rounds_judge_figures (self->standing, &self->before);
  ent_rounds_judge_figures (self->result, &self->after);
  g_task_return_pointer (task, self, (GDestroyNotify) ent_rounds_proposal_free);
}

static void
planner_ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->plan = ent_planner_run_finish (result, &error);
  if (job->plan != NULL)
    g_task_run_in_thread (task, make_proposal);
  else
    g_task_return_error (task, error);
}

static void
set_options (EntPlannerOptions *options, const EntRoundsWish *wish)
{
  static const EntPlannerFreedom freedoms[] = {
    [ENT_ROUNDS_PLACE_REST] = ENT_PLANNER_PUT_BACK,
    [ENT_ROUNDS_FEW_CHANGES] = ENT_PLANNER_FEW_CHANGES,
    [ENT_ROUNDS_FREELY] = ENT_PLANNER_FREE,
  };

  *options = (EntPlannerOptions) { .seed = wish->seed,
                                   .threads = 1,
                                   .seconds = wish->seconds,
                                   .iterations = wish->iterations,
                                   .freedom = freedoms[wish->freedom] };
  if (wish->iterations > 0)
    options->seconds = 0;
  else
    options->threads = CLAMP ((int) g_get_num_processors () - 1, 1, MOST_THREADS);
}

static void
make_problem (GTask *building, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = g_task_get_task_data (task_data);

  job->problem = ent_rounds_problem_new (job->standing, &job->wish);
  g_task_return_boolean (building, TRUE);
}

static void
problem_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  EntPlannerOptions options;

  set_options (&options, &job->wish);
  ent_planner_run_async (job->problem->problem, &job->problem->weights, job->problem->start,
                         &options, job->progress, job->progress_data, g_task_get_cancellable (task),
                         planner_ran_cb, task);
}

void
ent_rounds_propose_async (EntRoundsWeek *week,
                          const EntRoundsWish *wish,
                          EntPlannerProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) building = NULL;
  Job *job;

  g_return_if_fail (wish->first_day >= 0 && wish->first_day <= wish->last_day &&
                    wish->last_day < week->n_days);

  task = g_task_new (NULL, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->wish = *wish;
  job->progress = progress;
  job->progress_data = progress_data;
  job->standing = ent_rounds_judge_new (week);
  g_task_set_source_tag (task, ent_rounds_propose_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  building = g_task_new (NULL, NULL, problem_made_cb, task);
  g_task_set_source_tag (building, make_problem);
  g_task_set_task_data (building, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (building, make_problem);
}

EntRoundsProposal *
ent_rounds_propose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ent_rounds_proposal_check (EntRoundsProposal *self, guint *difference, EntRoundsAnswer *answer)
{
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (self->week);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const EntRoundsDifference *d = &g_array_index (self->differences, EntRoundsDifference, i);

      if (d->is_accepted)
        ent_rounds_judge_place (judge, d->visit, d->to_carer, d->to_start);
    }
  for (guint i = 0; i < self->differences->len; i++)
    {
      const EntRoundsDifference *d = &g_array_index (self->differences, EntRoundsDifference, i);

      if (!d->is_accepted || d->to_carer == ENT_ROUNDS_NONE)
        continue;
      ent_rounds_judge_ask (judge, d->visit, d->to_carer, d->to_start, answer);
      *difference = i;
      if (answer->reason != ENT_ROUNDS_FITS)
        return FALSE;
    }
  return TRUE;
}
