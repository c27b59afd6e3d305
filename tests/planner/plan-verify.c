/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a plan rule by rule. Any thread. */
#include "plan-verify-private.h"

#define DAYS_OF_A_WEEK 7

typedef struct
{
  const PlanClaim *claim;
  const EntPlanProblem *problem;
  PlanFact *facts;
  GPtrArray *faults;
} Judge;

/* A carer on the way through a route. */
typedef struct
{
  const EntPlanShift *shift;
  int mode;
  const char *name; /* of the carer */
  int index; /* of the shift */
  int place;
  int free_at; /* done with the stop before */
  int pause; /* breaks taken since then */
  int not_before; /* end of the last break */
  int loaded_at; /* left the kitchen */
  int trips;
  int breaks;
  gint64 load[ENT_PLAN_DIMENSIONS];
} Walk;

static void fault (Judge *judge, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
fault (Judge *judge, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (judge->faults, g_strdup_vprintf (format, args));
  va_end (args);
}

static const EntPlanVisit *
visit_of (Judge *judge, int visit)
{
  return ent_plan_problem_get_visit (judge->problem, visit);
}

static gboolean
know_visits (Judge *judge)
{
  for (int i = 0; i < ent_plan_problem_get_n_shifts (judge->problem); i++)
    for (int j = 0; j < judge->claim->routes[i].n_stops; j++)
      {
        const EntPlanStop *stop = &judge->claim->routes[i].stops[j];

        if (stop->kind != ENT_PLAN_STOP_VISIT && stop->kind != ENT_PLAN_STOP_BREAK &&
            stop->kind != ENT_PLAN_STOP_RELOAD)
          fault (judge, "shift %d: stop %d is of no kind", i, j);
        else if (stop->kind == ENT_PLAN_STOP_VISIT &&
                 (stop->visit < 0 || stop->visit >= ent_plan_problem_get_n_visits (judge->problem)))
          fault (judge, "shift %d: there is no visit %d", i, stop->visit);
      }
  return judge->faults->len == 0;
}

/* The earliest that a carer can be at a place. */
static int
reach (Judge *judge, Walk *walk, int place)
{
  int way = ent_plan_problem_get_seconds (judge->problem, walk->mode, walk->place, place);

  return MAX (walk->free_at + way + walk->pause, walk->not_before);
}

static void
arrive (Judge *judge, Walk *walk, const EntPlanStop *stop, int place)
{
  int way = ent_plan_problem_get_seconds (judge->problem, walk->mode, walk->place, place);

  if (stop->start < reach (judge, walk, place))
    fault (judge, "%s, shift %d: the stop at %d is reached at %d only", walk->name, walk->index,
           stop->start, reach (judge, walk, place));
  if (stop->arrival > stop->start || stop->arrival < walk->free_at + way)
    fault (judge, "%s, shift %d: the arrival at %d is none before %d", walk->name, walk->index,
           stop->arrival, stop->start);
}

static void
leave_stop (Walk *walk, int place, int at)
{
  walk->place = place;
  walk->free_at = at;
  walk->pause = 0;
  walk->not_before = 0;
}

static void
load_up (Judge *judge, Walk *walk, const EntPlanVisit *visit)
{
  for (int i = 0; i < ENT_PLAN_DIMENSIONS; i++)
    {
      walk->load[i] += visit->load[i];
      if (visit->load[i] > 0 && walk->load[i] > walk->shift->capacity[i])
        fault (judge, "%s: trip %d carries too much in dimension %d", walk->name, walk->trips, i);
    }
}

static void
judge_start (Judge *judge, int index, int start)
{
  const EntPlanVisit *visit = visit_of (judge, index);
  int late;

  if (visit->fixed_start != ENT_PLAN_NONE && start != visit->fixed_start)
    fault (judge, "visit %s starts at %d, not at its hour", visit->id, start);
  if (plan_wish (judge->claim, index, start, &late) < 0)
    fault (judge, "visit %s starts at %d, outside its windows", visit->id, start);
}

static void
pass_visit (Judge *judge, Walk *walk, const EntPlanStop *stop)
{
  const EntPlanVisit *visit = visit_of (judge, stop->visit);

  arrive (judge, walk, stop, visit->place);
  judge_start (judge, stop->visit, stop->start);
  load_up (judge, walk, visit);
  if (visit->max_on_board > 0 && stop->start - walk->loaded_at > visit->max_on_board)
    fault (judge, "visit %s: on board for %d seconds", visit->id, stop->start - walk->loaded_at);
  leave_stop (walk, visit->place, stop->start + visit->duration);
}

static void
pass_break (Judge *judge, Walk *walk, const EntPlanStop *stop)
{
  if (walk->shift->break_length == 0 || ++walk->breaks > 1)
    fault (judge, "%s, shift %d: a break too many", walk->name, walk->index);
  if (stop->start < walk->shift->break_from || stop->start > walk->shift->break_to)
    fault (judge, "%s: the break at %d is outside its window", walk->name, stop->start);
  if (stop->start < walk->free_at)
    fault (judge, "%s: the break at %d begins during a visit", walk->name, stop->start);
  walk->pause += walk->shift->break_length;
  walk->not_before = stop->start + walk->shift->break_length;
}

static void
pass_reload (Judge *judge, Walk *walk, const EntPlanStop *stop)
{
  arrive (judge, walk, stop, walk->shift->start_place);
  if (++walk->trips > MAX (1, walk->shift->max_trips))
    fault (judge, "%s, shift %d: a trip too many", walk->name, walk->index);
  leave_stop (walk, walk->shift->start_place, stop->start + walk->shift->reload);
  walk->loaded_at = walk->free_at;
  memset (walk->load, 0, sizeof walk->load);
}

static void
judge_ends (Judge *judge, Walk *walk, const PlanRoute *route)
{
  const EntPlanShift *shift = walk->shift;

  if (route->leave < shift->from)
    fault (judge, "%s leaves at %d, before the shift", walk->name, route->leave);
  if (route->back > shift->to)
    fault (judge, "%s is back at %d, after the shift", walk->name, route->back);
  if (route->back < reach (judge, walk, shift->end_place))
    fault (judge, "%s is back at %d at the earliest, not at %d", walk->name,
           reach (judge, walk, shift->end_place), route->back);
  if (shift->break_length > 0 && walk->breaks == 0 &&
      plan_hours (judge->claim, walk->index) > shift->break_after)
    fault (judge, "%s, shift %d: no break", walk->name, walk->index);
}

static void
judge_route (Judge *judge, int index)
{
  const PlanRoute *route = &judge->claim->routes[index];
  const EntPlanShift *shift = ent_plan_problem_get_shift (judge->problem, index);
  const EntPlanCarer *carer = ent_plan_problem_get_carer (judge->problem, shift->carer);
  Walk walk = { .shift = shift,
                .mode = carer->mode,
                .name = carer->id,
                .index = index,
                .place = shift->start_place,
                .free_at = route->leave,
                .loaded_at = route->leave,
                .trips = 1 };

  if (route->n_stops == 0)
    return;
  for (int i = 0; i < route->n_stops; i++)
    switch (route->stops[i].kind)
      {
      case ENT_PLAN_STOP_VISIT:
        pass_visit (judge, &walk, &route->stops[i]);
        break;
      case ENT_PLAN_STOP_BREAK:
        pass_break (judge, &walk, &route->stops[i]);
        break;
      case ENT_PLAN_STOP_RELOAD:
        pass_reload (judge, &walk, &route->stops[i]);
        break;
      }
  judge_ends (judge, &walk, route);
}

static void
judge_carer (Judge *judge, int index)
{
  const PlanFact *fact = &judge->facts[index];
  const EntPlanVisit *visit = visit_of (judge, index);
  const EntPlanCarer *carer = ent_plan_problem_get_carer (judge->problem, fact->carer);
  guint kinds = plan_affinities (judge->problem, index, fact->carer);

  if ((visit->required_skills & ~carer->skills) != 0)
    fault (judge, "visit %s: %s lacks a skill", visit->id, carer->id);
  if (kinds & 1u << ENT_PLAN_FORBIDDEN)
    fault (judge, "visit %s: %s is forbidden", visit->id, carer->id);
  if (visit->only_allowed && (kinds & (1u << ENT_PLAN_ALLOWED | 1u << ENT_PLAN_PREFERRED)) == 0)
    fault (judge, "visit %s: %s is not allowed", visit->id, carer->id);
  if (visit->fixed_carer != ENT_PLAN_NONE && visit->fixed_carer != fact->carer)
    fault (judge, "visit %s: %s is not its carer", visit->id, carer->id);
}

static void
judge_visits (Judge *judge)
{
  for (int i = 0; i < ent_plan_problem_get_n_visits (judge->problem); i++)
    {
      if (judge->facts[i].times > 1)
        fault (judge, "visit %s is made %d times", visit_of (judge, i)->id, judge->facts[i].times);
      if (judge->facts[i].times > 0)
        judge_carer (judge, i);
    }
}

static void
judge_link (Judge *judge, const EntPlanLink *link)
{
  const PlanFact *first = &judge->facts[link->first];
  const PlanFact *second = &judge->facts[link->second];
  const char *name = visit_of (judge, link->first)->id;
  gint64 apart = (gint64) second->start - first->start;

  if (first->times == 0 || second->times == 0)
    {
      if (first->times != second->times && link->most < visit_of (judge, link->first)->duration)
        fault (judge, "visit %s is made without the linked one", name);
      return;
    }
  if (apart < link->least || apart > link->most)
    fault (judge, "visit %s: the linked visit starts %" G_GINT64_FORMAT " seconds after it", name,
           apart);
  if (link->together == ENT_PLAN_SAME_CARER && first->carer != second->carer)
    fault (judge, "visit %s: the linked visit is not by the same carer", name);
  if (link->together == ENT_PLAN_DIFFERENT_CARERS && first->carer == second->carer)
    fault (judge, "visit %s: the linked visit is not by another carer", name);
}

static int
day_of (Judge *judge, int shift)
{
  return ent_plan_problem_get_shift (judge->problem, shift)->from / ENT_PLAN_DAY;
}

/* Two routes of one carer: neither at once nor without the night's rest. */
static void
judge_rest (Judge *judge, int one, int other)
{
  const EntPlanShift *shift = ent_plan_problem_get_shift (judge->problem, one);
  const EntPlanCarer *carer = ent_plan_problem_get_carer (judge->problem, shift->carer);
  const PlanRoute *first = &judge->claim->routes[one];
  const PlanRoute *second = &judge->claim->routes[other];

  if (first->leave > second->leave)
    {
      const PlanRoute *swap = first;

      first = second;
      second = swap;
    }
  if (second->leave < first->back)
    fault (judge, "%s is on two routes at once", carer->id);
  else if (day_of (judge, one) != day_of (judge, other) &&
           second->leave - first->back < carer->min_rest)
    fault (judge, "%s rests for %d seconds", carer->id, second->leave - first->back);
}

/* Hours of the day and week of this shift, told once: by the first shift of the span. */
static void
judge_hours (Judge *judge, int index, int days, gint64 most)
{
  int carer = ent_plan_problem_get_shift (judge->problem, index)->carer;
  int span = day_of (judge, index) / days;
  const EntPlanCarer *who = ent_plan_problem_get_carer (judge->problem, carer);
  gint64 hours = days > 1 && span == 0 ? who->worked_week : 0;

  for (int i = 0; i < ent_plan_problem_get_n_shifts (judge->problem); i++)
    if (ent_plan_problem_get_shift (judge->problem, i)->carer == carer &&
        day_of (judge, i) / days == span)
      hours += plan_hours (judge->claim, i);
  if (most > 0 && hours > most)
    fault (judge, "%s works %" G_GINT64_FORMAT " seconds in %s %d", who->id, hours,
           days > 1 ? "week" : "day", span);
}

static void
judge_carers_time (Judge *judge)
{
  int n = ent_plan_problem_get_n_shifts (judge->problem);

  for (int i = 0; i < n; i++)
    {
      int carer = ent_plan_problem_get_shift (judge->problem, i)->carer;
      const EntPlanCarer *who = ent_plan_problem_get_carer (judge->problem, carer);

      if (judge->claim->routes[i].n_stops == 0)
        continue;
      judge_hours (judge, i, 1, who->max_day);
      judge_hours (judge, i, DAYS_OF_A_WEEK, who->max_week);
      for (int j = i + 1; j < n; j++)
        if (ent_plan_problem_get_shift (judge->problem, j)->carer == carer &&
            judge->claim->routes[j].n_stops > 0)
          judge_rest (judge, i, j);
    }
}

static void
judge_places (Judge *judge)
{
  for (int i = 0; i < ent_plan_problem_get_n_visits (judge->problem); i++)
    {
      const EntPlanPlace *place = &judge->claim->places[i];
      const PlanFact *fact = &judge->facts[i];
      const char *name = visit_of (judge, i)->id;

      if (place->shift != fact->shift)
        fault (judge, "visit %s is said to be in shift %d, and is in %d", name, place->shift,
               fact->shift);
      else if (fact->shift != ENT_PLAN_NONE &&
               (place->carer != fact->carer || place->start != fact->start))
        fault (judge, "visit %s is said to start elsewhere or with another", name);
      else if (fact->shift != ENT_PLAN_NONE &&
               (place->travel != fact->seconds || place->metres != fact->metres))
        fault (judge, "visit %s: the way to it is %d seconds and %d metres, not %d and %d", name,
               fact->seconds, fact->metres, place->travel, place->metres);
    }
}

static void
judge_costs (Judge *judge)
{
  const PlanClaim *claim = judge->claim;
  PlanWorth worth;
  gint64 sum = 0;

  plan_verify_worth (claim, &worth);
  for (EntPlanTerm term = 0; term < ENT_PLAN_N_TERMS; term++)
    {
      sum += claim->cost[term];
      if (ABS (claim->cost[term] - worth.cost[term]) > worth.roundings[term])
        fault (judge, "term %d costs %.1f, not %" G_GINT64_FORMAT, term, worth.cost[term],
               claim->cost[term]);
    }
  if (sum != claim->total)
    fault (judge, "the terms add up to %" G_GINT64_FORMAT ", not to the total", sum);
  if (worth.travel_seconds != claim->travel_seconds || worth.travel_metres != claim->travel_metres)
    fault (judge, "the ways are %" G_GINT64_FORMAT " seconds and %" G_GINT64_FORMAT " metres",
           worth.travel_seconds, worth.travel_metres);
  for (EntPlanPriority i = 0; i < ENT_PLAN_N_PRIORITIES; i++)
    if (worth.n_unplaced[i] != claim->n_unplaced[i])
      fault (judge, "%d visits of priority %d are unplaced, not %d", worth.n_unplaced[i], i,
             claim->n_unplaced[i]);
}

GPtrArray *
plan_verify (const PlanClaim *claim)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree PlanFact *facts = plan_facts (claim);
  Judge judge = { claim, claim->problem, facts, faults };

  if (!know_visits (&judge))
    return faults;
  for (int i = 0; i < ent_plan_problem_get_n_shifts (claim->problem); i++)
    judge_route (&judge, i);
  judge_visits (&judge);
  for (int i = 0; i < ent_plan_problem_get_n_links (claim->problem); i++)
    judge_link (&judge, ent_plan_problem_get_link (claim->problem, i));
  judge_carers_time (&judge);
  if (claim->places != NULL)
    judge_places (&judge);
  if (claim->tells_costs)
    judge_costs (&judge);
  return faults;
}
