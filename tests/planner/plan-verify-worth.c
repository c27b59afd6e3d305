/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recomputes what a plan costs, term by term, from its stops. Any thread. */
#include "plan-verify-private.h"

#define DAYS_OF_A_WEEK 7

static void
add (PlanWorth *worth, EntPlanTerm term, double points)
{
  worth->cost[term] += points;
  worth->roundings[term]++;
}

static gboolean
concerns (const EntPlanAffinity *affinity, int visit, int client)
{
  return affinity->client != ENT_PLAN_NONE ? affinity->client == client : affinity->visit == visit;
}

guint
plan_affinities (const EntPlanProblem *problem, int visit, int carer)
{
  int client = ent_plan_problem_get_visit (problem, visit)->client;
  guint kinds = 0;

  for (int i = 0; i < ent_plan_problem_get_n_affinities (problem); i++)
    {
      const EntPlanAffinity *affinity = ent_plan_problem_get_affinity (problem, i);

      if (affinity->carer == carer && concerns (affinity, visit, client))
        kinds |= 1u << affinity->kind;
    }
  return kinds;
}

gboolean
plan_has_preferred (const EntPlanProblem *problem, int visit)
{
  int client = ent_plan_problem_get_visit (problem, visit)->client;

  for (int i = 0; i < ent_plan_problem_get_n_affinities (problem); i++)
    {
      const EntPlanAffinity *affinity = ent_plan_problem_get_affinity (problem, i);

      if (affinity->kind == ENT_PLAN_PREFERRED && concerns (affinity, visit, client))
        return TRUE;
    }
  return FALSE;
}

/* Seconds and metres of a whole route, home included. */
static void
plan_way (const PlanClaim *claim, int shift, gint64 way[2])
{
  const EntPlanProblem *problem = claim->problem;
  const EntPlanShift *when = ent_plan_problem_get_shift (problem, shift);
  int mode = ent_plan_problem_get_carer (problem, when->carer)->mode;
  const PlanRoute *route = &claim->routes[shift];
  int at = when->start_place;

  way[0] = way[1] = 0;
  for (int i = 0; i <= route->n_stops && route->n_stops > 0; i++)
    {
      int next = when->end_place;

      if (i < route->n_stops && route->stops[i].kind == ENT_PLAN_STOP_BREAK)
        continue;
      if (i < route->n_stops)
        next = route->stops[i].kind == ENT_PLAN_STOP_RELOAD
                   ? when->start_place
                   : ent_plan_problem_get_visit (problem, route->stops[i].visit)->place;
      way[0] += ent_plan_problem_get_seconds (problem, mode, at, next);
      way[1] += ent_plan_problem_get_metres (problem, mode, at, next);
      at = next;
    }
}

int
plan_hours (const PlanClaim *claim, int shift)
{
  const EntPlanProblem *problem = claim->problem;
  const EntPlanShift *when = ent_plan_problem_get_shift (problem, shift);
  const PlanRoute *route = &claim->routes[shift];
  gint64 way[2];
  int seconds;

  plan_way (claim, shift, way);
  seconds = (int) way[0];
  for (int i = 0; i < route->n_stops; i++)
    if (route->stops[i].kind == ENT_PLAN_STOP_VISIT)
      seconds += ent_plan_problem_get_visit (problem, route->stops[i].visit)->duration;
    else if (route->stops[i].kind == ENT_PLAN_STOP_RELOAD)
      seconds += when->reload;
  return seconds;
}

double
plan_wish (const PlanClaim *claim, int visit, int start, int *late)
{
  int n;
  const EntPlanWindow *windows = ent_plan_problem_get_windows (claim->problem, visit, &n);
  double best = -1;

  *late = 0;
  for (int i = 0; i < n; i++)
    {
      const EntPlanWindow *window = &windows[i];
      int early_rate = window->early_per_minute != 0 ? window->early_per_minute
                                                     : claim->weights->wish_early;
      int late_rate = window->late_per_minute != 0 ? window->late_per_minute
                                                   : claim->weights->wish_late;
      int early = MAX (0, window->wish_from - start);
      int behind = MAX (0, start - window->wish_to);
      double points = early * (double) early_rate / 60 + behind * (double) late_rate / 60;

      if (start < window->from || start > window->to || (best >= 0 && points >= best))
        continue;
      best = points;
      *late = behind;
    }
  return best;
}

static void
weigh_carer (const PlanClaim *claim, int visit, const PlanFact *fact, PlanWorth *worth)
{
  const EntPlanWeights *weights = claim->weights;
  const EntPlanVisit *what = ent_plan_problem_get_visit (claim->problem, visit);
  const EntPlanCarer *who = ent_plan_problem_get_carer (claim->problem, fact->carer);
  guint kinds = plan_affinities (claim->problem, visit, fact->carer);
  int missing = __builtin_popcountll (what->wished_skills & ~who->skills);

  if (plan_has_preferred (claim->problem, visit) && (kinds & 1u << ENT_PLAN_PREFERRED) == 0)
    add (worth, ENT_PLAN_TERM_CARER, weights->not_preferred);
  if (kinds & 1u << ENT_PLAN_DISLIKED)
    add (worth, ENT_PLAN_TERM_CARER, weights->disliked);
  add (worth, ENT_PLAN_TERM_CARER, (double) missing * weights->wished_skill);
}

static void
weigh_changes (const PlanClaim *claim, int visit, const PlanFact *fact, PlanWorth *worth)
{
  const EntPlanWeights *weights = claim->weights;
  const EntPlanVisit *what = ent_plan_problem_get_visit (claim->problem, visit);
  int moved = ABS (fact->start - what->reference_start) - 60 * weights->change_free;

  if (what->reference_carer != ENT_PLAN_NONE && what->reference_carer != fact->carer)
    add (worth, ENT_PLAN_TERM_CHANGES, weights->change_carer);
  if (what->reference_start != ENT_PLAN_NONE && moved > 0)
    add (worth, ENT_PLAN_TERM_CHANGES, moved * (double) weights->change_minute / 60);
}

static void
weigh_visit (const PlanClaim *claim, int visit, const PlanFact *fact, PlanWorth *worth)
{
  const EntPlanVisit *what = ent_plan_problem_get_visit (claim->problem, visit);
  int late;
  double wish;

  if (fact->shift == ENT_PLAN_NONE)
    {
      worth->n_unplaced[what->priority]++;
      add (worth, ENT_PLAN_TERM_UNPLACED,
           what->unplaced_points != 0 ? what->unplaced_points
                                      : claim->weights->unplaced[what->priority]);
      return;
    }
  wish = plan_wish (claim, visit, fact->start, &late);
  add (worth, ENT_PLAN_TERM_WISHES, MAX (wish, 0));
  worth->late_seconds += late;
  worth->worst_late_seconds = MAX (worth->worst_late_seconds, late);
  weigh_carer (claim, visit, fact, worth);
  weigh_changes (claim, visit, fact, worth);
}

static void
weigh_route (const PlanClaim *claim, int shift, PlanWorth *worth)
{
  const EntPlanWeights *weights = claim->weights;
  const EntPlanShift *when = ent_plan_problem_get_shift (claim->problem, shift);
  const EntPlanCarer *who = ent_plan_problem_get_carer (claim->problem, when->carer);
  const PlanRoute *route = &claim->routes[shift];
  gint64 way[2];

  if (route->n_stops == 0)
    return;
  plan_way (claim, shift, way);
  worth->travel_seconds += way[0];
  worth->travel_metres += way[1];
  add (worth, ENT_PLAN_TERM_TRAVEL,
       way[0] * (double) weights->travel_minute / 60 + way[1] * (double) weights->travel_km / 1000);
  worth->roundings[ENT_PLAN_TERM_TRAVEL] += 2 * (route->n_stops + 1);
  add (worth, ENT_PLAN_TERM_WORK,
       (route->back - route->leave) * (double) who->cost_per_minute / 60 +
           way[1] * (double) who->cost_per_km / 1000);
  worth->roundings[ENT_PLAN_TERM_WORK] += 2 * (route->n_stops + 1);
  add (worth, ENT_PLAN_TERM_OVERTIME,
       MAX (0, route->back - when->regular_to) * (double) weights->overtime / 60);
}

/* Hours of a carer in a week, the ones worked before included. */
static gint64
week_hours (const PlanClaim *claim, int carer, int week)
{
  gint64 hours = week == 0 ? ent_plan_problem_get_carer (claim->problem, carer)->worked_week : 0;

  for (int i = 0; i < ent_plan_problem_get_n_shifts (claim->problem); i++)
    {
      const EntPlanShift *shift = ent_plan_problem_get_shift (claim->problem, i);

      if (shift->carer == carer && shift->from / ENT_PLAN_DAY / DAYS_OF_A_WEEK == week)
        hours += plan_hours (claim, i);
    }
  return hours;
}

static int
count_weeks (const EntPlanProblem *problem)
{
  int weeks = 1;

  for (int i = 0; i < ent_plan_problem_get_n_shifts (problem); i++)
    weeks = MAX (weeks,
                 ent_plan_problem_get_shift (problem, i)->from / ENT_PLAN_DAY / DAYS_OF_A_WEEK + 1);
  return weeks;
}

static void
weigh_contracts (const PlanClaim *claim, PlanWorth *worth)
{
  int weeks = count_weeks (claim->problem);

  for (int carer = 0; carer < ent_plan_problem_get_n_carers (claim->problem); carer++)
    for (int week = 0; week < weeks; week++)
      {
        int contract = ent_plan_problem_get_carer (claim->problem, carer)->contract_week;
        gint64 over = week_hours (claim, carer, week) - contract;

        if (contract > 0 && over > 0)
          add (worth, ENT_PLAN_TERM_OVERTIME, over * (double) claim->weights->overtime / 60);
      }
}

static void
weigh_continuity (const PlanClaim *claim, const PlanFact *facts, PlanWorth *worth)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < ent_plan_problem_get_n_visits (claim->problem); i++)
    {
      int client = ent_plan_problem_get_visit (claim->problem, i)->client;
      gint64 pair = client * (gint64) G_MAXUINT32 + facts[i].carer;

      if (client == ENT_PLAN_NONE || facts[i].shift == ENT_PLAN_NONE ||
          !g_hash_table_add (pairs, g_memdup2 (&pair, sizeof pair)))
        continue;
      if (!g_hash_table_add (seen, GINT_TO_POINTER (client)))
        add (worth, ENT_PLAN_TERM_CONTINUITY, claim->weights->further_carer);
    }
}

/* Seconds that a carer owes over the weeks in which she has shifts. */
static double
owed (const EntPlanProblem *problem, int carer, int weeks)
{
  double sum = 0;

  for (int week = 0; week < weeks; week++)
    for (int i = 0; i < ent_plan_problem_get_n_shifts (problem); i++)
      {
        const EntPlanShift *shift = ent_plan_problem_get_shift (problem, i);

        if (shift->carer == carer && shift->from / (7 * ENT_PLAN_DAY) == week)
          {
            sum += ent_plan_problem_get_carer (problem, carer)->contract_week;
            break;
          }
      }
  return sum;
}

/* The mean of how far each carer's hours are from her share of all hours. */
static void
weigh_balance (const PlanClaim *claim, PlanWorth *worth)
{
  const EntPlanProblem *problem = claim->problem;
  int weeks = count_weeks (problem), n = 0;
  g_autofree double *hours = g_new0 (double, ent_plan_problem_get_n_carers (problem));
  double sum = 0, contracts = 0, away = 0;

  for (int i = 0; i < ent_plan_problem_get_n_carers (problem); i++)
    if (owed (problem, i, weeks) > 0)
      {
        for (int week = 0; week < weeks; week++)
          hours[i] += week_hours (claim, i, week);
        sum += hours[i];
        contracts += owed (problem, i, weeks);
        n++;
      }
  if (n == 0)
    return;
  for (int i = 0; i < ent_plan_problem_get_n_carers (problem); i++)
    {
      double contract = owed (problem, i, weeks);

      if (contract > 0)
        away += ABS (hours[i] - sum * contract / contracts);
    }
  add (worth, ENT_PLAN_TERM_BALANCE, away / n / 60 * claim->weights->balance);
}

void
plan_verify_worth (const PlanClaim *claim, PlanWorth *worth)
{
  g_autofree PlanFact *facts = plan_facts (claim);

  *worth = (PlanWorth) { { 0 } };
  for (int i = 0; i < ent_plan_problem_get_n_visits (claim->problem); i++)
    weigh_visit (claim, i, &facts[i], worth);
  for (int i = 0; i < ent_plan_problem_get_n_shifts (claim->problem); i++)
    weigh_route (claim, i, worth);
  add (worth, ENT_PLAN_TERM_WORST_WISH,
       worth->worst_late_seconds * (double) claim->weights->worst_wish / 60);
  weigh_contracts (claim, worth);
  weigh_continuity (claim, facts, worth);
  weigh_balance (claim, worth);
}
