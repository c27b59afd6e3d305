/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan out of a state: stops with their times, and each term of the cost by visit and in total.
 * Sums are kept in units and rounded to points at the end. Any thread. */
#include "ent-plan-private.h"

typedef struct
{
  EntPlanState *state;
  const EntPlanModel *model;
  EntPlan *plan;
  gint64 (*shares)[ENT_PLAN_N_TERMS]; /* units by visit */
  gint64 units[ENT_PLAN_N_TERMS];
  int worst, worst_visit;
  int *carers_seen; /* [client * n_carers + carer] */
  int *n_seen; /* by client */
  int *last_of_week; /* by slot: the last visit made in it */
} Build;

/* Of a visit, or of none. */
static void
add (Build *b, EntPlanTerm term, int visit, gint64 units)
{
  b->units[term] += units;
  if (visit != ENT_PLAN_NONE)
    b->shares[visit][term] += units;
}

static void
add_way (Build *b, const EntPlanModelShift *shift, int from, int to, int visit)
{
  const EntPlanModel *model = b->model;
  const EntPlanModelClass *class = &model->classes[shift->class];
  gsize cell = (gsize) from * (gsize) model->n_places + (gsize) to;
  gint64 seconds = class->time[cell];
  gint64 metres = class->metres[cell];
  gint64 unit = model->unit;

  add (b, ENT_PLAN_TERM_TRAVEL, visit,
       seconds * model->weights.travel_minute * unit / 60 +
           metres * model->weights.travel_km * unit / 1000);
  add (b, ENT_PLAN_TERM_WORK, visit, metres * class->km_points * unit / 1000);
  b->plan->seconds += seconds;
  b->plan->metres += metres;
  if (visit != ENT_PLAN_NONE && b->plan->places[visit].start == ENT_PLAN_NONE)
    {
      b->plan->places[visit].travel += (int) seconds;
      b->plan->places[visit].metres += (int) metres;
    }
}

static void
add_visit (Build *b, int shift, int visit, int start)
{
  const EntPlanModel *model = b->model;
  const EntPlanModelVisit *v = &model->visits[visit];
  const EntPlanModelWindow *window = ent_plan_window_at (model, visit, start);
  int owner = model->shifts[shift].owner;
  EntPlanPlace *place = &b->plan->places[visit];

  place->shift = shift;
  place->carer = owner;
  place->start = start;
  b->last_of_week[model->shifts[shift].week] = visit;
  add (b, ENT_PLAN_TERM_WISHES, visit, ent_plan_model_wish_cost (window, start));
  add (b, ENT_PLAN_TERM_CARER, visit, ent_plan_model_carer_cost (model, visit, owner));
  add (b, ENT_PLAN_TERM_CHANGES, visit,
       ent_plan_model_change_cost (v, start) +
           ent_plan_model_change_carer_cost (model, visit, owner));
  if (start - window->wish_to > b->worst)
    {
      b->worst = start - window->wish_to;
      b->worst_visit = visit;
    }
  if (v->client != ENT_PLAN_NONE && b->carers_seen[v->client * model->n_carers + owner]++ == 0 &&
      b->n_seen[v->client]++ > 0)
    add (b, ENT_PLAN_TERM_CONTINUITY, visit, model->further_carer);
}

static void
add_stop (Build *b, EntPlanStopKind kind, int visit, int arrival, int start)
{
  EntPlanStop stop = { kind, visit, arrival, start };

  g_array_append_val (b->plan->stops, stop);
}

/* The stop at k of a worked route, whose settled starts are given; the last visit so far. */
static int
build_stop (Build *b, int shift, int k, const int *settled, int last)
{
  const EntPlanModel *model = b->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &b->state->stops[shift];
  int item = stops->item[k];
  int way = ent_plan_model_time (model, s->class, stops->place[k - 1], stops->place[k]);
  int left = settled[k - 1] + stops->busy[k - 1];
  int arrival;

  if (item == ent_plan_break_stop (model))
    {
      add_stop (b, ENT_PLAN_STOP_BREAK, ENT_PLAN_NONE, left, MAX (left, s->break_from));
      return last;
    }
  arrival = ent_plan_route_arrival (s, stops->item[k - 1] == ent_plan_break_stop (model), left,
                                    way);
  if (item == ent_plan_reload_stop (model))
    {
      add_way (b, s, stops->place[k - 1], stops->place[k], last);
      add_stop (b, ENT_PLAN_STOP_RELOAD, ENT_PLAN_NONE, arrival, settled[k]);
      return last;
    }
  add_way (b, s, stops->place[k - 1], stops->place[k], item);
  add_stop (b, ENT_PLAN_STOP_VISIT, item, arrival, settled[k]);
  add (b, ENT_PLAN_TERM_WORK, item,
       (gint64) s->span_rate *
           (settled[k] + stops->busy[k] -
            (last == ENT_PLAN_NONE ? settled[0]
                                   : b->plan->places[last].start + model->visits[last].duration)));
  add_visit (b, shift, item, settled[k]);
  return item;
}

static void
build_round (Build *b, int shift)
{
  const EntPlanModel *model = b->model;
  const EntPlanModelShift *s = &model->shifts[shift];
  const EntPlanStops *stops = &b->state->stops[shift];
  EntPlanRoute *route = &b->state->routes[shift];
  EntPlanRound *round = &b->plan->rounds[shift];
  int *settled = b->state->scratch;
  int last = ENT_PLAN_NONE;

  round->first = (int) b->plan->stops->len;
  if (route->n_visits == 0)
    return;
  ent_plan_route_cost (model, shift, stops, route, settled);
  for (int k = 1; k <= route->n; k++)
    last = build_stop (b, shift, k, settled, last);
  add_way (b, s, stops->place[route->n], stops->place[route->n + 1], last);
  round->n = (int) b->plan->stops->len - round->first;
  round->leave = route->leave;
  round->back = route->back;
  add (b, ENT_PLAN_TERM_WORK, last,
       (gint64) s->span_rate *
           (round->back - b->plan->places[last].start - model->visits[last].duration));
  if (round->back > s->regular_to)
    add (b, ENT_PLAN_TERM_OVERTIME, last,
         (gint64) s->overtime_rate * (round->back - s->regular_to));
}

static int
compare_shifts (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntPlanModel *model = data;
  int x = *(const int *) a, y = *(const int *) b;

  if (model->shifts[x].from != model->shifts[y].from)
    return model->shifts[x].from - model->shifts[y].from;
  return x - y;
}

/* In the order of time, that a further carer is the later one. */
static void
build_rounds (Build *b)
{
  int n = b->model->n_shifts;
  g_autofree int *order = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, (gsize) n, sizeof (int), compare_shifts, (gpointer) b->model);
  for (int i = 0; i < n; i++)
    build_round (b, order[i]);
}

static void
build_unplaced (Build *b)
{
  for (int i = 0; i < b->model->n_visits; i++)
    if (b->state->route_of[i] == ENT_PLAN_NONE)
      {
        add (b, ENT_PLAN_TERM_UNPLACED, i, b->model->visits[i].unplaced);
        b->plan->n_unplaced[ent_plan_problem_get_visit (b->plan->problem, i)->priority]++;
      }
  for (int level = 0; level < ENT_PLAN_LEVELS; level++)
    b->plan->lost[level] = b->state->lost[level];
}

static void
build_weeks (Build *b)
{
  for (int i = 0; i < b->model->n_weeks; i++)
    add (b, ENT_PLAN_TERM_OVERTIME, b->last_of_week[i],
         ent_plan_state_overtime (b->model, i, b->state->week_work[i]));
  add (b, ENT_PLAN_TERM_BALANCE, ENT_PLAN_NONE, ent_plan_state_balance (b->state));
  if (b->worst > 0)
    add (b, ENT_PLAN_TERM_WORST_WISH, b->worst_visit, (gint64) b->worst * b->model->worst_rate);
}

static gint64
to_points (gint64 units, gint64 unit)
{
  return (units + unit / 2) / unit;
}

static void
build_costs (Build *b)
{
  for (int term = 0; term < ENT_PLAN_N_TERMS; term++)
    {
      b->plan->cost[term] = to_points (b->units[term], b->model->unit);
      for (int i = 0; i < b->model->n_visits; i++)
        b->plan->places[i].cost[term] = to_points (b->shares[i][term], b->model->unit);
    }
}

static EntPlan *
new_plan (const EntPlanModel *model)
{
  EntPlan *plan = g_atomic_rc_box_new0 (EntPlan);

  plan->problem = ent_plan_problem_ref (model->problem);
  plan->stops = g_array_new (FALSE, FALSE, sizeof (EntPlanStop));
  plan->rounds = g_new0 (EntPlanRound, model->n_shifts + 1);
  plan->places = g_new0 (EntPlanPlace, model->n_visits + 1);
  for (int i = 0; i < model->n_visits; i++)
    plan->places[i].shift = plan->places[i].carer = plan->places[i].start = ENT_PLAN_NONE;
  return plan;
}

EntPlan *
ent_plan_new_from_state (EntPlanState *state)
{
  const EntPlanModel *model = state->model;
  Build b = { .state = state, .model = model, .plan = new_plan (model) };

  b.worst_visit = ENT_PLAN_NONE;
  b.shares = g_malloc0_n ((gsize) model->n_visits + 1, sizeof *b.shares);
  b.carers_seen = g_new0 (int, (gsize) model->n_clients *(gsize) model->n_carers + 1);
  b.n_seen = g_new0 (int, model->n_clients + 1);
  b.last_of_week = g_new (int, model->n_weeks + 1);
  for (int i = 0; i < model->n_weeks; i++)
    b.last_of_week[i] = ENT_PLAN_NONE;
  build_rounds (&b);
  build_unplaced (&b);
  build_weeks (&b);
  build_costs (&b);
  g_free (b.shares);
  g_free (b.carers_seen);
  g_free (b.n_seen);
  g_free (b.last_of_week);
  return b.plan;
}
