/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The times, loads and cost of one shift's stops. Any thread, on the caller's data. */
#include "ent-plan-route.h"

#include <string.h>

/* The way to the next stop; to a break there is none. */
static int
way_after (const EntPlanModel *model, int class, const EntPlanStops *stops, int k)
{
  if (stops->item[k + 1] == ent_plan_break_stop (model))
    return 0;
  return ent_plan_model_time (model, class, stops->place[k], stops->place[k + 1]);
}

static gboolean
is_break (const EntPlanModel *model, const EntPlanStops *stops, int k)
{
  return stops->item[k] == ent_plan_break_stop (model);
}

static gboolean
add_load (const EntPlanModel *model, const EntPlanModelShift *shift, EntPlanRoute *route, int visit)
{
  int *load = route->load[route->n_trips - 1];

  for (int d = 0; d < model->n_dimensions; d++)
    {
      load[d] += model->visits[visit].load[d];
      if (load[d] > shift->capacity[d])
        return FALSE;
    }
  return TRUE;
}

/* Place and time at each stop. */
static gboolean
fill_stops (const EntPlanModel *model, int shift, EntPlanStops *stops, EntPlanRoute *route)
{
  const EntPlanModelShift *s = &model->shifts[shift];
  int n_breaks = 0;

  stops->place[0] = s->start_place;
  stops->item[0] = stops->item[route->n + 1] = ENT_PLAN_NONE;
  stops->busy[0] = stops->busy[route->n + 1] = 0;
  for (int k = 1; k <= route->n; k++)
    {
      int item = stops->item[k];

      if (item < model->n_visits)
        {
          stops->place[k] = model->visits[item].place;
          stops->busy[k] = model->visits[item].duration;
          route->order_cost += model->pair[item * model->n_shifts + shift];
          route->n_visits++;
          if (!add_load (model, s, route, item))
            return FALSE;
        }
      else if (is_break (model, stops, k))
        {
          stops->place[k] = stops->place[k - 1];
          stops->busy[k] = 0;
          n_breaks++;
        }
      else
        {
          if (route->n_trips == s->max_trips)
            return FALSE;
          memset (route->load[route->n_trips++], 0, sizeof route->load[0]);
          stops->place[k] = s->start_place;
          stops->busy[k] = s->reload;
        }
    }
  stops->place[route->n + 1] = s->end_place;
  return n_breaks <= 1 && (n_breaks == 0 || s->break_length > 0);
}

gboolean
ent_plan_route_order (const EntPlanModel *model,
                      int shift,
                      EntPlanStops *stops,
                      EntPlanRoute *route)
{
  const EntPlanModelShift *s = &model->shifts[shift];
  gboolean has_break = FALSE;

  route->n_visits = route->work = route->travel = 0;
  route->n_trips = 1;
  route->order_cost = 0;
  memset (route->load[0], 0, sizeof route->load[0]);
  if (!fill_stops (model, shift, stops, route))
    return FALSE;
  if (route->n_visits == 0)
    return TRUE;
  for (int k = 0; k <= route->n; k++)
    {
      route->work += stops->busy[k];
      route->travel += way_after (model, s->class, stops, k);
      if (is_break (model, stops, k + 1))
        has_break = TRUE;
      else
        route->order_cost += ent_plan_model_cost (model, s->class, stops->place[k],
                                                  stops->place[k + 1]);
    }
  route->work += route->travel;
  return has_break ==
         (s->break_length > 0 && (s->break_after == 0 || route->work > s->break_after));
}

gboolean
ent_plan_route_latest (const EntPlanModel *model,
                       int shift,
                       EntPlanStops *stops,
                       const EntPlanRoute *route)
{
  const EntPlanModelShift *s = &model->shifts[shift];

  stops->latest[route->n + 1] = s->to;
  for (int k = route->n; k >= 0; k--)
    {
      int leave = ent_plan_route_latest_leave (s, is_break (model, stops, k), stops->latest[k + 1],
                                               way_after (model, s->class, stops, k));

      stops->latest[k] = leave - stops->busy[k];
      if (k > 0 && stops->item[k] < model->n_visits)
        stops->latest[k] = ent_plan_last_start (model, stops->item[k], stops->latest[k]);
      if (stops->latest[k] < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
ent_plan_route_times (const EntPlanModel *model,
                      int shift,
                      EntPlanStops *stops,
                      const EntPlanRoute *route,
                      int earliest)
{
  const EntPlanModelShift *s = &model->shifts[shift];

  if (!ent_plan_route_latest (model, shift, stops, route))
    return FALSE;
  stops->start[0] = MAX (earliest, s->from);
  if (stops->start[0] > stops->latest[0])
    return FALSE;
  for (int k = 1; k <= route->n + 1; k++)
    {
      int arrival = ent_plan_route_arrival (s, is_break (model, stops, k - 1),
                                            stops->start[k - 1] + stops->busy[k - 1],
                                            way_after (model, s->class, stops, k - 1));

      if (k <= route->n && stops->item[k] < model->n_visits)
        arrival = ent_plan_wished_start (model, stops->item[k], arrival, stops->latest[k]);
      if (arrival > stops->latest[k])
        return FALSE;
      stops->start[k] = arrival;
    }
  return TRUE;
}

/* When the stop at k is left so that the next still starts as it does. */
static int
latest_leave_for (const EntPlanModel *model, int shift, const EntPlanStops *stops, int k, int next)
{
  const EntPlanModelShift *s = &model->shifts[shift];

  return ent_plan_route_latest_leave (s, is_break (model, stops, k), next,
                                      way_after (model, s->class, stops, k));
}

/* Delays the trip from a (the start or a reload) to z so that z starts as before; leave is when the
 * trip then begins. */
static int
delay_trip (const EntPlanModel *model,
            int shift,
            const EntPlanStops *stops,
            int *settled,
            int ends[2])
{
  const EntPlanModelShift *s = &model->shifts[shift];
  int a = ends[0];
  int leave = settled[a] + stops->busy[a];

  if (!model->coupled)
    for (int k = ends[1] - 1; k > a; k--)
      {
        settled[k] = latest_leave_for (model, shift, stops, k, settled[k + 1]) - stops->busy[k];
        if (stops->item[k] < model->n_visits)
          settled[k] = ent_plan_last_start (model, stops->item[k], settled[k]);
      }
  leave = MAX (leave, latest_leave_for (model, shift, stops, a, settled[a + 1]));
  settled[a] = leave - stops->busy[a];
  for (int k = a + 1; k < ends[1] && !model->coupled; k++)
    {
      int arrival = ent_plan_route_arrival (s, is_break (model, stops, k - 1),
                                            settled[k - 1] + stops->busy[k - 1],
                                            way_after (model, s->class, stops, k - 1));

      if (stops->item[k] < model->n_visits)
        arrival = ent_plan_wished_start (model, stops->item[k], arrival, settled[k]);
      settled[k] = arrival;
    }
  return leave;
}

/* One trip; FALSE if something stays on board for too long. */
static gboolean
settle_trip (const EntPlanModel *model,
             int shift,
             const EntPlanStops *stops,
             int *settled,
             int ends[2])
{
  gboolean limited = FALSE;
  int leave;

  for (int k = ends[0] + 1; k <= ends[1]; k++)
    limited = limited || (stops->item[k] < model->n_visits &&
                          model->visits[stops->item[k]].max_on_board < G_MAXINT);
  if (!limited)
    return TRUE;
  while (stops->item[ends[1]] >= model->n_visits)
    ends[1]--;
  leave = delay_trip (model, shift, stops, settled, ends);
  for (int k = ends[0] + 1; k <= ends[1]; k++)
    if (stops->item[k] < model->n_visits &&
        settled[k] - leave > model->visits[stops->item[k]].max_on_board)
      return FALSE;
  return TRUE;
}

static gboolean
settle (const EntPlanModel *model,
        int shift,
        const EntPlanStops *stops,
        const EntPlanRoute *route,
        int *settled)
{
  int a = 0;

  memcpy (settled, stops->start, sizeof (int) * (gsize) (route->n + 2));
  if (!model->checked)
    return TRUE;
  for (int k = 1; k <= route->n + 1; k++)
    if (k > route->n || stops->item[k] == ent_plan_reload_stop (model))
      {
        int ends[2] = { a, k - 1 };

        if (!settle_trip (model, shift, stops, settled, ends))
          return FALSE;
        a = k;
      }
  return TRUE;
}

gboolean
ent_plan_route_cost (const EntPlanModel *model,
                     int shift,
                     const EntPlanStops *stops,
                     EntPlanRoute *route,
                     int *settled)
{
  const EntPlanModelShift *s = &model->shifts[shift];

  route->time_cost = 0;
  route->worst = 0;
  route->leave = route->back = stops->start[0];
  if (route->n_visits == 0)
    return TRUE;
  if (!settle (model, shift, stops, route, settled))
    return FALSE;
  route->back = settled[route->n + 1];
  route->leave = latest_leave_for (model, shift, stops, 0, settled[1]);
  settled[0] = route->leave;
  if (!model->timed)
    return TRUE;
  for (int k = 1; k <= route->n; k++)
    {
      int item = stops->item[k];
      const EntPlanModelWindow *window;

      if (item >= model->n_visits)
        continue;
      window = ent_plan_window_at (model, item, settled[k]);
      route->time_cost += ent_plan_model_wish_cost (window, settled[k]) +
                          ent_plan_model_change_cost (&model->visits[item], settled[k]);
      route->worst = MAX (route->worst, settled[k] - window->wish_to);
    }
  route->time_cost += (gint64) s->span_rate * (route->back - route->leave);
  if (route->back > s->regular_to)
    route->time_cost += (gint64) s->overtime_rate * (route->back - s->regular_to);
  return TRUE;
}

static int
end_slack (const EntPlanModelShift *shift, int start)
{
  if (shift->span_rate > 0)
    return 0;
  return MAX (0, (shift->overtime_rate > 0 ? shift->regular_to : shift->to) - start);
}

void
ent_plan_route_slack (const EntPlanModel *model,
                      int shift,
                      EntPlanStops *stops,
                      const EntPlanRoute *route)
{
  const EntPlanModelShift *s = &model->shifts[shift];
  int n = route->n;

  stops->slack[n + 1] = route->n_visits > 0 ? end_slack (s, stops->start[n + 1]) : G_MAXINT / 4;
  for (int k = n; k >= 0; k--)
    {
      int way = way_after (model, s->class, stops, k);
      int leave = stops->start[k] + stops->busy[k] + way;
      int slack = stops->slack[k + 1] + stops->start[k + 1] - leave;

      if (is_break (model, stops, k))
        slack = MIN (slack - s->break_length, s->break_to - stops->start[k]);
      else if (k > 0 && stops->item[k] < model->n_visits)
        {
          const EntPlanModelWindow *window = ent_plan_window_at (model, stops->item[k],
                                                                 stops->start[k]);

          slack = MIN (slack, window->calm - stops->start[k]);
        }
      stops->slack[k] = MAX (0, slack);
    }
}
