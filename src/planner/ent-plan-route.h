/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One shift's stops: their times, loads and cost, from the order alone. Where other routes push the
 * starts later (ent-plan-graph.h), costs are computed again. Plain data of whoever owns it. */
#pragma once

#include "ent-plan-start.h"

G_BEGIN_DECLS

/* Each array has the start of the shift at 0, the stops from 1 to n and the end at n + 1. A stop is
 * a visit, ent_plan_break_stop or ent_plan_reload_stop. A break has its place from the stop before
 * and takes no time there: it lies on the way to the next (see ent_plan_route_arrival). */
typedef struct
{
  int *item;
  int *place;
  int *busy; /* seconds */
  int *start; /* of a break: when the stop before was left */
  int *latest; /* start that no hard rule of this route forbids */
  int *slack; /* later by so much: nothing costs more. Only of timed problems */
} EntPlanStops;

typedef struct
{
  int n; /* stops */
  int n_visits; /* 0: the carer stays at home, nothing costs */
  int n_trips;
  int leave, back; /* of the carer, set by ent_plan_route_cost */
  int work; /* seconds */
  int worst; /* largest lateness, seconds */
  int travel; /* seconds */
  int load[ENT_PLAN_MAX_TRIPS][ENT_PLAN_DIMENSIONS];
  gint64 order_cost; /* units: ways and pairs */
  gint64 time_cost; /* units: wishes, changes of time, span, late end */
} EntPlanRoute;

static inline int
ent_plan_break_stop (const EntPlanModel *model)
{
  return model->n_visits;
}

static inline int
ent_plan_reload_stop (const EntPlanModel *model)
{
  return model->n_visits + 1;
}

/* Arrival after so long a way from a stop that is left at a time; is_break: the stop is a break. */
static inline int
ent_plan_route_arrival (const EntPlanModelShift *shift, gboolean is_break, int leave, int way)
{
  if (!is_break)
    return leave + way;
  return MAX (leave + way, shift->break_from) + shift->break_length;
}

/* When a stop must be left to arrive not after a time. */
static inline int
ent_plan_route_latest_leave (const EntPlanModelShift *shift, gboolean is_break, int time, int way)
{
  if (!is_break)
    return time - way;
  time -= shift->break_length;
  return time < shift->break_from ? G_MININT / 2 : MIN (shift->break_to, time - way);
}

/* Places, work, loads and the cost of the order. FALSE when a load, the trips or the break that the
 * work asks for do not fit. */
gboolean ent_plan_route_order (const EntPlanModel *model,
                               int shift,
                               EntPlanStops *stops,
                               EntPlanRoute *route);
/* Starts, as soon as arrivals and wishes allow, and latest starts; leaving not before earliest.
 * FALSE when a stop is too late. */
gboolean ent_plan_route_times (const EntPlanModel *model,
                               int shift,
                               EntPlanStops *stops,
                               const EntPlanRoute *route,
                               int earliest);
/* The latest starts alone. */
gboolean ent_plan_route_latest (const EntPlanModel *model,
                                int shift,
                                EntPlanStops *stops,
                                const EntPlanRoute *route);
/* Hours, lateness and time cost from the starts. settled, n + 2 numbers, are the starts that the
 * plan shows: a trip that carries something hot leaves as late as its last delivery allows. FALSE
 * when it is too long on board nevertheless. */
gboolean ent_plan_route_cost (const EntPlanModel *model,
                              int shift,
                              const EntPlanStops *stops,
                              EntPlanRoute *route,
                              int *settled);
/* The slack of every stop, from its starts, as if nothing but the route held. */
void ent_plan_route_slack (const EntPlanModel *model,
                           int shift,
                           EntPlanStops *stops,
                           const EntPlanRoute *route);

static inline gint64
ent_plan_route_sum (const EntPlanRoute *route)
{
  return route->order_cost + route->time_cost;
}

G_END_DECLS
