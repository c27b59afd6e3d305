/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a plain problem for the kernel and reads its routes back. Works on the calling thread and
 * those that the kernel starts. */
#include "ent-plan-plain.h"

#include "ent-plain.h"
#include "ent-plan-private.h"

/* Shifts are alike, so that any of them can work any route. */
static gboolean
is_like_first (const EntPlanModel *model, int shift)
{
  const EntPlanModelShift *one = &model->shifts[0], *other = &model->shifts[shift];

  return other->from == one->from && other->to == one->to &&
         other->start_place == one->start_place && other->class == one->class &&
         other->capacity[0] == one->capacity[0];
}

static gboolean
is_plain_shift (const EntPlanModel *model, int shift)
{
  const EntPlanModelShift *s = &model->shifts[shift];

  return s->start_place == s->end_place && s->break_length == 0 && s->max_trips <= 1 &&
         s->span_rate == 0 && (s->overtime_rate == 0 || s->regular_to >= s->to) &&
         s->before == ENT_PLAN_NONE && s->after == ENT_PLAN_NONE && is_like_first (model, shift);
}

static gboolean
is_plain_visit (const EntPlanModel *model, int visit)
{
  const EntPlanModelVisit *v = &model->visits[visit], *first = &model->visits[0];

  if (v->n_windows != 1 || v->n_links > 0 || v->bound != ENT_PLAN_NONE ||
      v->level != first->level || v->points != first->points || v->change_rate > 0)
    return FALSE;
  for (int s = 0; s < model->n_shifts; s++)
    if (model->pair[(gsize) visit * (gsize) model->n_shifts + (gsize) s] != 0)
      return FALSE;
  return TRUE;
}

gboolean
ent_plan_is_plain (const EntPlanModel *model)
{
  if (model->timed || model->coupled || model->rests || model->hours || model->checked ||
      model->worst_rate > 0 || (model->balance_rate > 0 && model->all_contract > 0) ||
      model->n_links > 0 || model->n_dimensions > 1 || model->has_regulars)
    return FALSE;
  if (model->n_visits == 0 || model->n_shifts == 0 || model->n_visits >= ENT_PLAIN_MAX_PLACES)
    return FALSE;
  for (int s = 0; s < model->n_shifts; s++)
    if (!is_plain_shift (model, s))
      return FALSE;
  for (int v = 0; v < model->n_visits; v++)
    if (!is_plain_visit (model, v))
      return FALSE;
  return TRUE;
}

static int
place_of (const EntPlanModel *model, int plain)
{
  return plain == 0 ? model->shifts[0].start_place : model->visits[plain - 1].place;
}

static int *
write_matrix (const EntPlanModel *model, const int *ways)
{
  int n = model->n_visits + 1;
  int *matrix = g_new (int, (gsize) n *(gsize) n);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      matrix[(gsize) i * (gsize) n + (gsize) j] =
          ways[(gsize) place_of (model, i) * (gsize) model->n_places + (gsize) place_of (model, j)];
  return matrix;
}

static EntPlainVisit *
write_visits (const EntPlanModel *model)
{
  EntPlainVisit *visits = g_new0 (EntPlainVisit, model->n_visits + 1);

  visits[0] = (EntPlainVisit) { 0, model->shifts[0].from, model->shifts[0].to, 0 };
  for (int i = 0; i < model->n_visits; i++)
    {
      const EntPlanModelVisit *v = &model->visits[i];
      const EntPlanModelWindow *window = &model->windows[v->first_window];

      visits[i + 1] = (EntPlainVisit) { .ready = window->from,
                                        .due = window->to,
                                        .service = v->duration };
      if (model->n_dimensions == 1)
        visits[i + 1].demand = v->load[0];
    }
  return visits;
}

/* The rounds of a plan whose problem has the same indexes, as the kernel reads them. */
static int *
write_start (const EntPlanModel *model, const EntPlan *start, int *n)
{
  const EntPlanProblem *problem = ent_plan_get_problem (start);
  int n_shifts = MIN (model->n_shifts, ent_plan_problem_get_n_shifts (problem));
  int *stops = g_new (int, ent_plan_problem_get_n_visits (problem) + n_shifts + 1);

  *n = 0;
  for (int s = 0; s < n_shifts; s++)
    {
      int n_stops;
      const EntPlanStop *stop = ent_plan_get_stops (start, s, &n_stops);

      for (int i = 0; i < n_stops; i++)
        if (stop[i].kind == ENT_PLAN_STOP_VISIT && stop[i].visit < model->n_visits)
          stops[(*n)++] = stop[i].visit + 1;
      stops[(*n)++] = 0;
    }
  return stops;
}

static void
progressed_cb (const EntPlainProgress *progress, gpointer data)
{
  const EntPlanPlainCall *call = data;
  gint64 units = progress->cost + progress->n_unplaced * call->model->visits[0].unplaced;
  EntPlannerProgress now = { progress->fraction, units / call->model->unit, progress->n_unplaced,
                             progress->iterations * MAX (1, call->options->threads) };

  call->progress (&now, call->data);
}

/* NULL when the kernel gave no plan, or one that the rules here do not let pass. */
static EntPlan *
read_plan (const EntPlanModel *model, const EntPlainPlan *found)
{
  g_autoptr (EntPlanState) state = NULL;
  g_autofree int *items = g_new (int, model->n_visits + 1);

  if (found == NULL)
    return NULL;
  state = ent_plan_state_new (model);
  for (int i = 0, shift = 0; i < found->n_stops; i++, shift++)
    {
      int n = 0;

      for (; found->stops[i] != 0; i++)
        items[n++] = found->stops[i] - 1;
      if (!ent_plan_state_set_order (state, shift, items, n))
        return NULL;
    }
  ent_plan_state_refresh (state);
  return state->broken ? NULL : ent_plan_new_from_state (state);
}

EntPlan *
ent_plan_plain_run (const EntPlanPlainCall *call)
{
  const EntPlanModel *model = call->model;
  const EntPlanModelClass *class = &model->classes[model->shifts[0].class];
  g_autofree int *cost = write_matrix (model, class->cost);
  g_autofree int *time = write_matrix (model, class->time);
  g_autofree EntPlainVisit *visits = write_visits (model);
  g_autofree int *start = NULL;
  g_autoptr (EntPlainPlan) found = NULL;
  EntPlainProblem problem = {
    .n_places = model->n_visits + 1,
    .n_vehicles = model->n_shifts,
    .capacity = model->n_dimensions == 1 ? model->shifts[0].capacity[0] : 0,
    .cost = cost,
    .time = time,
    .visits = visits,
  };
  EntPlainOptions options = { .seed = call->options->seed,
                              .seconds = call->options->seconds,
                              .iterations = call->options->iterations,
                              .n_threads = MIN (call->options->threads, ENT_PLAIN_MAX_THREADS),
                              .cancellable = call->cancellable,
                              .progress = call->progress != NULL ? progressed_cb : NULL,
                              .progress_data = (gpointer) call };

  if (call->start != NULL)
    problem.start = start = write_start (model, call->start, &problem.n_start);
  found = ent_plain_solve (&problem, &options, NULL);
  return read_plan (model, found);
}
