/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The positions of one shift for one visit: what is impossible or too dear is seen from two
 * additions, the rest is computed exactly. The innermost loops of the planner. */
#include "ent-plan-insert-private.h"

#include "ent-plan-graph.h"
#include <string.h>

/* One position on the way of the scan. */
typedef struct
{
  int k, next; /* the stops around; a break between belongs to neither */
  int arrival, way_out, leave_by;
  int more_way;
  gint64 more_cost;
} Gap;

static inline gboolean
is_break (const EntPlanModel *model, const EntPlanStops *stops, int k)
{
  return stops->item[k] == ent_plan_break_stop (model);
}

/* Whether the visit fits between the stops at k and the next as far as hard times go. Most gaps
 * fail the first comparison. */
static inline gboolean
reach (const EntPlanFinder *self, const EntPlanCandidate *c, int k, Gap *gap)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  const EntPlanStops *stops = &self->state->stops[c->shift];
  gboolean before_break = is_break (model, stops, k + 1);

  gap->k = k;
  gap->next = before_break ? k + 2 : k + 1;
  if (stops->latest[gap->next] < c->least_end)
    return FALSE;
  gap->arrival = ent_plan_route_arrival (shift, is_break (model, stops, k),
                                         stops->start[k] + stops->busy[k],
                                         c->time_to[stops->place[k]]);
  if (gap->arrival > c->last)
    return FALSE;
  gap->way_out = c->time_from[stops->place[gap->next]];
  gap->leave_by = ent_plan_route_latest_leave (shift, before_break, stops->latest[gap->next],
                                               gap->way_out);
  return MAX (gap->arrival, c->first) + c->duration <= gap->leave_by;
}

/* What the way round costs, for a route that has visits or none. */
static inline void
measure (const EntPlanFinder *self, const EntPlanCandidate *c, Gap *gap)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  int class = model->shifts[c->shift].class;
  const EntPlanStops *stops = &state->stops[c->shift];
  int here = stops->place[gap->k];
  int there = stops->place[gap->next];

  gap->more_cost = (gint64) c->cost_to[here] + c->cost_from[there];
  if (state->routes[c->shift].n_visits > 0)
    gap->more_cost -= ent_plan_model_cost (model, class, here, there);
  gap->more_way = 0;
  if (!model->hours)
    return;
  gap->more_way = c->time_to[here] + gap->way_out;
  if (state->routes[c->shift].n_visits > 0)
    gap->more_way -= ent_plan_model_time (model, class, here, there);
}

void
ent_plan_finder_scan (EntPlanFinder *self, const EntPlanCandidate *c, EntPlanSpot *spot)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanStops *stops = &state->stops[c->shift];
  int n = state->routes[c->shift].n;

  for (int k = 0; k <= n && stops->start[k] <= c->last; k++)
    {
      Gap gap;
      gint64 cost;
      int start;

      if (!reach (self, c, k, &gap))
        continue;
      measure (self, c, &gap);
      cost = c->fixed + gap.more_cost;
      if (cost >= spot->cost)
        continue;
      start = ent_plan_first_start (model, c->visit, gap.arrival);
      if (start + c->duration > gap.leave_by)
        continue;
      if (model->hours &&
          (!ent_plan_finder_hours (self, c, gap.more_way, &cost) || cost >= spot->cost))
        continue;
      if (ent_plan_finder_blinks (self))
        continue;
      if (model->checked)
        ent_plan_finder_prove (self, c, k, spot);
      else
        *spot = (EntPlanSpot) { cost, c->shift, k, start, FALSE, 0 };
    }
  if (model->checked && model->shifts[c->shift].max_trips > state->routes[c->shift].n_trips)
    for (int k = 0; k <= n; k++)
      ent_plan_finder_prove (self, c, -k - 1, spot);
}

static gint64
end_cost (const EntPlanModelShift *shift, int back)
{
  gint64 cost = (gint64) back * shift->span_rate;

  if (back > shift->regular_to)
    cost += (gint64) (back - shift->regular_to) * shift->overtime_rate;
  return cost;
}

static gint64
visit_cost (const EntPlanModel *model, int visit, int start, int *worst)
{
  const EntPlanModelWindow *window = ent_plan_window_at (model, visit, start);

  *worst = MAX (*worst, start - window->wish_to);
  return ent_plan_model_wish_cost (window, start) +
         ent_plan_model_change_cost (&model->visits[visit], start);
}

/* How the stops behind a gap are reached, and what they may cost. */
typedef struct
{
  int arrival;
  gint64 limit;
} Tail;

/* Time cost that the stops from k on add when the first is reached then; G_MAXINT64: impossible, or
 * limit is reached. */
static gint64
walk_tail (const EntPlanFinder *self,
           const EntPlanCandidate *c,
           const Gap *gap,
           const Tail *tail,
           int *worst)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  const EntPlanStops *stops = &state->stops[c->shift];
  gint64 added = 0;
  int arrival = tail->arrival;
  int n = state->routes[c->shift].n;

  if (state->routes[c->shift].n_visits > 0 &&
      arrival <= stops->start[gap->next] + stops->slack[gap->next])
    return 0;
  for (int k = gap->next; k <= n + 1; k++)
    {
      int start = arrival;
      int way;

      if (k <= n && stops->item[k] < model->n_visits)
        start = ent_plan_wished_start (model, stops->item[k], arrival, stops->latest[k]);
      if (start <= stops->start[k])
        return added;
      if (start > stops->latest[k] || added >= tail->limit)
        return G_MAXINT64;
      if (k > n)
        return added + end_cost (shift, start) - end_cost (shift, stops->start[k]);
      if (stops->item[k] < model->n_visits)
        {
          int before = 0;

          added += visit_cost (model, stops->item[k], start, worst) -
                   visit_cost (model, stops->item[k], stops->start[k], &before);
        }
      way = is_break (model, stops, k + 1)
                ? 0
                : ent_plan_model_time (model, shift->class, stops->place[k], stops->place[k + 1]);
      arrival = ent_plan_route_arrival (shift, is_break (model, stops, k), start + stops->busy[k],
                                        way);
    }
  return added;
}

/* What the carer's leaving earlier costs, and for a first visit the whole time out. */
static gint64
span_change (const EntPlanFinder *self, const EntPlanCandidate *c, const Gap *gap, int start)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  const EntPlanStops *stops = &state->stops[c->shift];
  const EntPlanRoute *route = &state->routes[c->shift];
  gboolean after_break = is_break (model, stops, gap->k);
  int leave, back;

  if (gap->k > (after_break ? 1 : 0) && route->n_visits > 0)
    return 0;
  leave = ent_plan_route_latest_leave (shift, after_break, start, c->time_to[stops->place[gap->k]]);
  if (route->n_visits > 0)
    return (gint64) shift->span_rate * (route->leave - leave);
  back = ent_plan_route_arrival (shift, gap->next > gap->k + 1,
                                 start + model->visits[c->visit].duration, gap->way_out);
  /* The pushes of coupled problems start from when the empty shift would end. */
  return end_cost (shift, state->graph == NULL ? back : stops->start[route->n + 1]) -
         (gint64) shift->span_rate * leave;
}

/* By how much the links of the visit, starting then, push a placed one further than is free. */
static int
push_on_links (const EntPlanState *state, int visit, int start)
{
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[visit];
  int most = 0;

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);
      int shift = state->route_of[end->other];
      int k = state->position[end->other];
      int asked;

      if (shift == ENT_PLAN_NONE || (!end->is_first && link->most == G_MAXINT))
        continue;
      asked = end->is_first ? start + link->least : start - link->most;
      most = MAX (most, asked - state->stops[shift].start[k] - state->stops[shift].slack[k]);
    }
  return most;
}

/* By how much a visit that starts then pushes others further than is free. In a shift that is empty
 * its own end counts, not a stop behind. */
static int
push_beyond (const EntPlanFinder *self, const EntPlanCandidate *c, const Gap *gap, int arrival)
{
  const EntPlanStops *stops = &self->state->stops[c->shift];

  if (self->state->routes[c->shift].n_visits == 0)
    return 0;
  return MAX (0, arrival - stops->start[gap->next] - stops->slack[gap->next]);
}

/* The exact time cost that the visit adds to the others. */
static gint64
others_cost (EntPlanFinder *self,
             const EntPlanCandidate *c,
             const Gap *gap,
             EntPlanSpot *spot,
             gint64 limit)
{
  EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  gboolean coupled = state->graph != NULL;
  int leave = spot->start + model->visits[c->visit].duration;
  int arrival = ent_plan_route_arrival (shift, gap->next > gap->k + 1, leave, gap->way_out);
  int worst = 0;
  gint64 own = visit_cost (model, c->visit, spot->start, &worst);
  gint64 added = 0;
  int beyond = push_beyond (self, c, gap, arrival);

  if (coupled)
    beyond = MAX (beyond, push_on_links (state, c->visit, spot->start));
  if (own + (gint64) beyond * model->least_delay >= limit)
    return G_MAXINT64;
  if (coupled && (beyond > 0 || state->routes[c->shift].n_visits == 0))
    {
      EntPlanTrial trial = { c->shift, gap->k, c->visit, spot->start };

      return ent_plan_graph_try (state, &trial, 1, limit);
    }
  if (beyond > 0)
    added = walk_tail (self, c, gap, &(Tail) { arrival, limit - own }, &worst);
  if (added == G_MAXINT64)
    return added;
  if (worst > state->worst)
    added += (gint64) (worst - state->worst) * model->worst_rate;
  return own + added;
}

/* The start in a gap and all of its cost that other stops do not bear. */
static gboolean
fill_gap (EntPlanFinder *self, const EntPlanCandidate *c, const Gap *gap, EntPlanSpot *here)
{
  const EntPlanModel *model = self->state->model;
  int arrival = MAX (gap->arrival + c->rested, c->earliest);
  int latest = ent_plan_last_start (model, c->visit,
                                    gap->leave_by - model->visits[c->visit].duration);

  *here = (EntPlanSpot) { .cost = c->fixed + gap->more_cost, .shift = c->shift, .k = gap->k };
  here->start = ent_plan_wished_start (model, c->visit, arrival, latest);
  if (here->start > latest ||
      (model->hours && !ent_plan_finder_hours (self, c, gap->more_way, &here->cost)))
    return FALSE;
  here->cost += span_change (self, c, gap, here->start);
  return TRUE;
}

static void
look_at_gap (EntPlanFinder *self, const EntPlanCandidate *c, const Gap *gap, EntPlanSpot *spot)
{
  const EntPlanModel *model = self->state->model;
  EntPlanSpot here;
  gint64 others;

  if (!fill_gap (self, c, gap, &here) || here.cost >= spot->cost)
    return;
  if (model->checked)
    {
      if (!ent_plan_finder_blinks (self))
        ent_plan_finder_prove (self, c, gap->k, spot);
      return;
    }
  others = others_cost (self, c, gap, &here, spot->cost - here.cost);
  if (others == G_MAXINT64)
    return;
  here.cost += others;
  if (here.cost < spot->cost && !ent_plan_finder_blinks (self))
    *spot = here;
}

/* Whether a gap is seen to be too early or too dear from the stop behind it alone. */
static inline gboolean
is_hopeless (const EntPlanStops *stops, int k, int least_end, int patience)
{
  return least_end > stops->start[k + 1] + stops->slack[k + 1] + patience;
}

void
ent_plan_finder_scan_timed (EntPlanFinder *self, const EntPlanCandidate *c, EntPlanSpot *spot)
{
  const EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanStops *stops = &state->stops[c->shift];
  int n = state->routes[c->shift].n;
  gint64 limit = spot->cost;
  int patience = ent_plan_finder_patience (model, limit - c->fixed);
  int least_end = MAX (c->least_end, c->earliest + c->duration);
  int last = MIN (c->last, c->calm + patience);

  for (int k = 0; k <= n && stops->start[k] <= last; k++)
    {
      Gap gap;

      if (is_hopeless (stops, k, least_end, patience) || !reach (self, c, k, &gap))
        continue;
      measure (self, c, &gap);
      if (c->fixed + gap.more_cost < spot->cost)
        look_at_gap (self, c, &gap, spot);
      if (spot->cost == limit)
        continue;
      limit = spot->cost;
      patience = ent_plan_finder_patience (model, limit - c->fixed);
      last = MIN (c->last, c->calm + patience);
    }
  if (model->checked && model->shifts[c->shift].max_trips > state->routes[c->shift].n_trips)
    for (int k = 0; k <= n; k++)
      ent_plan_finder_prove (self, c, -k - 1, spot);
}

static void
keep_spot (EntPlanSpots *spots, const EntPlanSpot *spot)
{
  int i = spots->n < ENT_PLAN_N_SPOTS ? spots->n++ : ENT_PLAN_N_SPOTS - 1;

  for (; i > 0 && spots->spots[i - 1].cost > spot->cost; i--)
    spots->spots[i] = spots->spots[i - 1];
  spots->spots[i] = *spot;
  if (spots->n == ENT_PLAN_N_SPOTS)
    spots->limit = MIN (spots->limit, spots->spots[ENT_PLAN_N_SPOTS - 1].cost);
}

/* How long the visit may be put off. In a shift in which nobody works that is not known where its
 * end may cost, nor before a break. */
static void
set_patience (const EntPlanFinder *self,
              const EntPlanCandidate *c,
              const Gap *gap,
              EntPlanSpot *spot)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  const EntPlanStops *stops = &self->state->stops[c->shift];
  int way = gap->way_out + c->duration;

  spot->calm = c->calm;
  spot->free_until = spot->still_until = G_MININT;
  if (gap->next > gap->k + 1)
    return;
  if (self->state->routes[c->shift].n_visits > 0)
    {
      spot->still_until = stops->start[gap->next] - way;
      spot->free_until = spot->still_until + stops->slack[gap->next];
    }
  else if (!model->rests && shift->span_rate == 0 && shift->overtime_rate == 0)
    spot->still_until = spot->free_until = shift->to - way;
}

/* One gap, for the list, with what it costs at least; whether it was kept. */
static gboolean
collect_gap (EntPlanFinder *self, const EntPlanCandidate *c, const Gap *gap, EntPlanSpots *spots)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelShift *shift = &model->shifts[c->shift];
  gboolean before_break = gap->next > gap->k + 1;
  EntPlanSpot here;
  int worst = 0;
  int arrival;

  if (c->fixed + gap->more_cost >= spots->limit || !fill_gap (self, c, gap, &here))
    return FALSE;
  arrival = ent_plan_route_arrival (shift, before_break, here.start + c->duration, gap->way_out);
  here.order_cost = here.cost;
  here.cost += (gint64) push_beyond (self, c, gap, arrival) * model->least_delay;
  if (here.cost >= spots->limit)
    return FALSE;
  here.cost += visit_cost (model, c->visit, here.start, &worst);
  if (here.cost >= spots->limit)
    return FALSE;
  set_patience (self, c, gap, &here);
  keep_spot (spots, &here);
  return TRUE;
}

void
ent_plan_finder_collect (EntPlanFinder *self, const EntPlanCandidate *c, EntPlanSpots *spots)
{
  const EntPlanState *state = self->state;
  const EntPlanStops *stops = &state->stops[c->shift];
  int n = state->routes[c->shift].n;
  int patience = ent_plan_finder_patience (state->model, spots->limit - c->fixed);
  int least_end = MAX (c->least_end, c->earliest + c->duration);
  int last = MIN (c->last, c->calm + patience);

  for (int k = 0; k <= n && stops->start[k] <= last; k++)
    {
      Gap gap;

      if (is_hopeless (stops, k, least_end, patience) || !reach (self, c, k, &gap))
        continue;
      measure (self, c, &gap);
      if (!collect_gap (self, c, &gap, spots))
        continue;
      patience = ent_plan_finder_patience (state->model, spots->limit - c->fixed);
      last = MIN (c->last, c->calm + patience);
    }
}
