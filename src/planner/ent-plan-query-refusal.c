/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a visit cannot go to a shift. Of many reasons the one that lacks least. One thread at a time.
 */
#include "ent-plan-query-private.h"

/* What stops a visit behind a stop. */
typedef struct
{
  EntPlanRefusal refusal;
  int other, missing;
} Reason;

/* A carer on the way: behind the stop at k, leaving a place. */
typedef struct
{
  int k, place, leave;
} Way;

static void
tell (EntPlanOption *option, EntPlanRefusal refusal, int other, int missing)
{
  option->refusal = refusal;
  option->other = other;
  option->missing = missing;
}

static gboolean
is_forbidden (const EntPlanModel *model, int visit, int carer)
{
  const EntPlanProblem *problem = model->problem;
  const EntPlanVisit *v = ent_plan_problem_get_visit (problem, visit);

  for (int i = 0; i < ent_plan_problem_get_n_affinities (problem); i++)
    {
      const EntPlanAffinity *affinity = ent_plan_problem_get_affinity (problem, i);
      gboolean concerned = affinity->client != ENT_PLAN_NONE ? affinity->client == v->client
                                                             : affinity->visit == visit;

      if (concerned && affinity->carer == carer && affinity->kind == ENT_PLAN_FORBIDDEN)
        return TRUE;
    }
  return FALSE;
}

static int
lowest_bit (guint64 bits)
{
  int bit = 0;

  while ((bits >> bit & 1) == 0)
    bit++;
  return bit;
}

/* Who may come at all. */
static gboolean
refuse_carer (const EntPlanModel *model, int visit, int carer, EntPlanOption *option)
{
  const EntPlanVisit *v = ent_plan_problem_get_visit (model->problem, visit);
  guint64 lacking = v->required_skills &
                    ~ent_plan_problem_get_carer (model->problem, carer)->skills;

  if (ent_plan_model_may_come (model, visit, carer))
    return FALSE;
  if (v->fixed_carer != ENT_PLAN_NONE && v->fixed_carer != carer)
    tell (option, ENT_PLAN_REFUSED_FIXED, ENT_PLAN_NONE, 0);
  else if (is_forbidden (model, visit, carer))
    tell (option, ENT_PLAN_REFUSED_FORBIDDEN, ENT_PLAN_NONE, 0);
  else if (lacking != 0)
    tell (option, ENT_PLAN_REFUSED_SKILL, lowest_bit (lacking), 0);
  else
    tell (option, ENT_PLAN_REFUSED_NOT_ALLOWED, ENT_PLAN_NONE, 0);
  return TRUE;
}

static gboolean
meets_window (const EntPlanModel *model, int visit, int shift)
{
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelShift *s = &model->shifts[shift];

  for (int i = 0; i < v->n_windows; i++)
    {
      const EntPlanModelWindow *window = &model->windows[v->first_window + i];

      if (window->from < s->to && window->to >= s->from)
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_load (const EntPlanState *state, int visit, int shift, EntPlanOption *option)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];

  for (int d = 0; d < model->n_dimensions && s->max_trips == 1; d++)
    {
      int over = state->routes[shift].load[0][d] + model->visits[visit].load[d] - s->capacity[d];

      if (over > 0)
        {
          tell (option, ENT_PLAN_REFUSED_CAPACITY, d, over);
          return TRUE;
        }
    }
  return FALSE;
}

/* The link that says another carer, or this one. */
static gboolean
refuse_link (const EntPlanState *state, int visit, int shift, EntPlanOption *option)
{
  const EntPlanModelVisit *v = &state->model->visits[visit];
  int other = ENT_PLAN_NONE;

  if (ent_plan_state_links_allow (state, visit, shift))
    return FALSE;
  for (int i = 0; i < v->n_links; i++)
    {
      int end = state->model->link_ends[v->first_link + i].other;

      if (state->route_of[end] != ENT_PLAN_NONE)
        other = end;
    }
  tell (option, ENT_PLAN_REFUSED_LINK, other, 0);
  return TRUE;
}

static int
last_start (const EntPlanModel *model, int visit)
{
  const EntPlanModelVisit *v = &model->visits[visit];

  return model->windows[v->first_window + v->n_windows - 1].to;
}

/* The start of a stop that is reached then; FALSE with the reason when it is too late. */
static gboolean
reach (const EntPlanModel *model, int item, int arrival, Reason *reason, int *start)
{
  *start = item < model->n_visits ? ent_plan_first_start (model, item, arrival) : arrival;
  if (*start < G_MAXINT)
    return TRUE;
  *reason = (Reason) { ENT_PLAN_REFUSED_NEXT, item, arrival - last_start (model, item) };
  return FALSE;
}

/* The stops that follow; FALSE with the reason when one is too late. */
static gboolean
walk_on (const EntPlanState *state, int shift, Way way, Reason *reason)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &state->stops[shift];
  int n = state->routes[shift].n;
  gboolean after_break = FALSE;

  for (int k = way.k + 1; k <= n; k++)
    {
      int arrival;

      if (stops->item[k] == ent_plan_break_stop (model))
        {
          *reason = (Reason) { ENT_PLAN_REFUSED_BREAK, ENT_PLAN_NONE, way.leave - s->break_to };
          if (way.leave > s->break_to)
            return FALSE;
          after_break = TRUE;
          continue;
        }
      arrival = ent_plan_model_time (model, s->class, way.place, stops->place[k]);
      arrival = ent_plan_route_arrival (s, after_break, way.leave, arrival);
      if (!reach (model, stops->item[k], arrival, reason, &way.leave))
        return FALSE;
      way.leave += stops->busy[k];
      after_break = FALSE;
      way.place = stops->place[k];
    }
  way.leave = ent_plan_route_arrival (s, after_break, way.leave,
                                      ent_plan_model_time (model, s->class, way.place,
                                                           stops->place[n + 1]));
  *reason = (Reason) { ENT_PLAN_REFUSED_SHIFT_END, ENT_PLAN_NONE, way.leave - s->to };
  return way.leave <= s->to;
}

/* The earliest that the stop at k is left. */
static Way
earliest_leave (const EntPlanState *state, int shift, int k)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &state->stops[shift];
  Way way = { k, stops->place[0], s->from };
  gboolean after_break = FALSE;

  /* Links have pushed the stops: what they leave is what there is. */
  if (model->coupled)
    return (Way) { k, stops->place[k], stops->start[k] + stops->busy[k] };
  for (int i = 1; i <= k; i++)
    {
      gboolean is_break = stops->item[i] == ent_plan_break_stop (model);
      int leg = ent_plan_model_time (model, s->class, way.place, stops->place[i]);

      if (!is_break)
        {
          way.leave = ent_plan_route_arrival (s, after_break, way.leave, leg);
          if (stops->item[i] < model->n_visits)
            way.leave = ent_plan_first_start (model, stops->item[i], way.leave);
          way.leave += stops->busy[i];
        }
      after_break = is_break;
      way.place = stops->place[i];
    }
  return way;
}

/* Whether the times let a visit in behind the stop at k, links apart. */
static gboolean
walk (const EntPlanState *state, int visit, int shift, int k, Reason *reason)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanModelVisit *v = &model->visits[visit];
  gboolean after_break = k > 0 && state->stops[shift].item[k] == ent_plan_break_stop (model);
  Way way = earliest_leave (state, shift, k);
  int leg = ent_plan_model_time (model, s->class, way.place, v->place);
  int arrival = ent_plan_route_arrival (s, after_break, way.leave, leg);

  if (!reach (model, visit, arrival, reason, &way.leave))
    {
      gboolean fixed = ent_plan_problem_get_visit (model->problem, visit)->fixed_start !=
                       ENT_PLAN_NONE;

      reason->refusal = fixed ? ENT_PLAN_REFUSED_FIXED : ENT_PLAN_REFUSED_WINDOW;
      reason->other = ENT_PLAN_NONE;
      return FALSE;
    }
  way.place = v->place;
  way.leave += v->duration;
  return walk_on (state, shift, way, reason);
}

/* Seconds by which the shortest way to the visit makes the carer's day or week too long. */
static int
too_long (const EntPlanState *state, int visit, int shift)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanModelVisit *v = &model->visits[visit];
  const int *place = state->stops[shift].place;
  const EntPlanModelHours *week = &model->weeks[s->week];
  int more = G_MAXINT;

  for (int k = 0; k <= state->routes[shift].n; k++)
    {
      int way = ent_plan_model_time (model, s->class, place[k], v->place) +
                ent_plan_model_time (model, s->class, v->place, place[k + 1]);

      if (state->routes[shift].n_visits > 0)
        way -= ent_plan_model_time (model, s->class, place[k], place[k + 1]);
      more = MIN (more, way + v->duration);
    }
  return MAX (state->day_work[s->day] + more - model->days[s->day].most,
              state->week_work[s->week] + more - week->most + week->worked);
}

/* Times leave room: what else can it be? */
static void
refuse_rest (const EntPlanState *state, int visit, int shift, EntPlanOption *option)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  int over = model->hours ? too_long (state, visit, shift) : 0;

  if (over > 0)
    tell (option, ENT_PLAN_REFUSED_HOURS, ENT_PLAN_NONE, over);
  else if (model->visits[visit].n_links > 0)
    tell (option, ENT_PLAN_REFUSED_LINK, model->link_ends[model->visits[visit].first_link].other,
          0);
  else if (state->routes[shift].n_visits == 0 && model->coupled &&
           (ent_plan_state_worked_before (state, shift) != ENT_PLAN_NONE ||
            ent_plan_state_worked_after (state, shift) != ENT_PLAN_NONE))
    tell (option, ENT_PLAN_REFUSED_REST, ENT_PLAN_NONE, 0);
  else if (model->visits[visit].max_on_board < G_MAXINT)
    tell (option, ENT_PLAN_REFUSED_ON_BOARD, ENT_PLAN_NONE, 0);
  else if (s->max_trips > 1)
    tell (option, ENT_PLAN_REFUSED_CAPACITY, ENT_PLAN_NONE, 0);
  else if (s->break_length > 0)
    tell (option, ENT_PLAN_REFUSED_BREAK, ENT_PLAN_NONE, 0);
  else if (model->hours)
    tell (option, ENT_PLAN_REFUSED_HOURS, ENT_PLAN_NONE, 0);
  else
    tell (option, ENT_PLAN_REFUSED_LINK, ENT_PLAN_NONE, 0);
}

void
ent_plan_query_refuse (EntPlanQuery *self, int visit, int shift, int k, EntPlanOption *option)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = self->model;
  int first = k == ENT_PLAN_NONE ? 0 : k;
  int last = k == ENT_PLAN_NONE ? state->routes[shift].n : k;
  Reason best = { .missing = G_MAXINT };

  if (refuse_carer (model, visit, model->shifts[shift].owner, option))
    return;
  if (!meets_window (model, visit, shift))
    {
      tell (option, ENT_PLAN_REFUSED_DAY, ENT_PLAN_NONE, 0);
      return;
    }
  if (state->closed[shift])
    {
      tell (option, ENT_PLAN_REFUSED_BREAK, ENT_PLAN_NONE, 0);
      return;
    }
  if (refuse_link (state, visit, shift, option) || refuse_load (state, visit, shift, option))
    return;
  for (int i = first; i <= last; i++)
    {
      Reason reason;

      if (walk (state, visit, shift, i, &reason))
        {
          refuse_rest (state, visit, shift, option);
          return;
        }
      if (reason.missing < best.missing)
        best = reason;
    }
  tell (option, best.refusal, best.other, best.missing);
}
