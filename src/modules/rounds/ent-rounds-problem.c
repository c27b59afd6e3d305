/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of the week in the planner's terms: visits, who may make them, and what stands. Any
 * thread. */

#include "ent-rounds-problem.h"

#include "ent-rounds-problem-private.h"

#define FIXED_POINTS 5000000 /* more than any visit that is to be placed */
#define FREE_CHANGE 60 /* minutes that a visit may move without cost when all may change */
#define LOOSE_END 10000000 /* seconds */

static const EntRoundsVisit *
visit_at (const EntRoundsBuild *self, int visit)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, visit);
}

static gboolean
is_planned_day (const EntRoundsBuild *self, const EntRoundsVisit *visit)
{
  return visit->day >= self->wish->first_day && visit->day <= self->wish->last_day;
}

gboolean
ent_rounds_build_is_fixed (const EntRoundsBuild *self, int visit)
{
  const EntRoundsVisit *v = visit_at (self, visit);

  return is_planned_day (self, v) && ent_rounds_visit_occupies (v) &&
         (v->is_locked || !ent_rounds_visit_is_open (v) ||
          self->wish->freedom == ENT_ROUNDS_PLACE_REST);
}

static gboolean
is_allergic (const EntRoundsCarer *carer, const EntRoundsClient *client)
{
  return (carer->avoids_dogs && client->has_dog) || (carer->avoids_cats && client->has_cat) ||
         (carer->avoids_smoke && client->smokes);
}

static gboolean
may_not_come (const EntRoundsBuild *self, int client, int carer)
{
  return ent_rounds_judge_tie (self->judge, client, carer)->is_refused ||
         is_allergic (&g_array_index (self->week->carers, EntRoundsCarer, carer),
                      &g_array_index (self->week->clients, EntRoundsClient, client));
}

/* Who has been there most. */
static int
most_familiar (const EntRoundsBuild *self, const EntRoundsVisit *visit)
{
  int best = ENT_PLAN_NONE, most = 0;

  for (int i = 0; i < (int) self->week->carers->len; i++)
    {
      int times = ent_rounds_judge_tie (self->judge, visit->client, i)->times;
      int kind = g_array_index (self->week->carers, EntRoundsCarer, i).kind;

      if (times <= most || (visit->carer_kind != 0 && visit->carer_kind != kind) ||
          may_not_come (self, visit->client, i))
        continue;
      most = times;
      best = i;
    }
  return best;
}

/* In seconds of the planner, as starts; FALSE when there is none. */
static gboolean
make_window (const EntRoundsBuild *self, const EntRoundsVisit *visit, int from, EntPlanWindow *made)
{
  int midnight = self->out->midnight;
  int day = visit->day * ENT_ROUNDS_DAY;
  int side = from < visit->earliest ? ENT_ROUNDS_DAY : 0;
  int first = MAX (from, day);
  int last = MIN (visit->latest - side - visit->minutes, day + ENT_ROUNDS_DAY - 1);
  int wish_from, wish_to;

  if (visit->fixed_at != ENT_ROUNDS_NONE)
    first = last = visit->fixed_at;
  if (first > last || !ent_rounds_visit_allows (visit, first, NULL))
    return FALSE;
  wish_from = visit->wished_from != ENT_ROUNDS_NONE ? visit->wished_from : first;
  wish_to = visit->wished_to != ENT_ROUNDS_NONE ? visit->wished_to - visit->minutes : last;
  *made = (EntPlanWindow) { .from = 60 * (first - midnight),
                            .to = 60 * (last - midnight),
                            .wish_from = 60 * (wish_from - midnight),
                            .wish_to = 60 * (MAX (wish_from, wish_to) - midnight) };
  return TRUE;
}

/* The small hours of its day, when the window passes midnight, and what lies from its beginning. */
static int
make_windows (const EntRoundsBuild *self, const EntRoundsVisit *visit, EntPlanWindow windows[2])
{
  int n = 0;
  gboolean passes = visit->latest - ENT_ROUNDS_DAY - visit->minutes >= visit->day * ENT_ROUNDS_DAY;

  if (passes && visit->fixed_at == ENT_ROUNDS_NONE &&
      visit->latest - ENT_ROUNDS_DAY - visit->minutes < visit->earliest)
    n += make_window (self, visit, visit->earliest - ENT_ROUNDS_DAY, &windows[n]);
  n += make_window (self, visit, visit->earliest, &windows[n]);
  return n;
}

static void
note_visit (EntRoundsBuild *self, int index, gboolean is_fixed, int number)
{
  self->planner_of[index] = number;
  g_array_append_val (self->out->visits, index);
  g_array_append_val (self->out->is_fixed, is_fixed);
}

static void
add_visit (EntRoundsBuild *self, int index, gboolean is_fixed)
{
  const EntRoundsVisit *visit = visit_at (self, index);
  g_autofree char *id = g_strdup_printf ("%d", index);
  gboolean stands = ent_rounds_visit_occupies (visit);
  int start = 60 * (visit->start - self->out->midnight);
  EntPlanWindow windows[2];
  EntPlanVisit added = { .id = id,
                         .place = self->map.client_place[visit->client],
                         .client = visit->client,
                         .duration = 60 * visit->minutes,
                         .priority = (EntPlanPriority) MAX ((int) visit->priority - 1, 0),
                         .fixed_carer = ENT_PLAN_NONE,
                         .fixed_start = ENT_PLAN_NONE,
                         .reference_carer = visit->carer,
                         .reference_start = ENT_PLAN_NONE };
  int n = 1;

  if (is_fixed)
    {
      windows[0] = (EntPlanWindow) { start, start, start, start, 0, 0 };
      added.fixed_carer = visit->carer;
      added.fixed_start = start;
      added.unplaced_points = FIXED_POINTS;
    }
  else
    n = make_windows (self, visit, windows);
  if (n == 0)
    return;
  if (visit->start != ENT_ROUNDS_NONE)
    added.reference_start = start;
  if (!is_fixed && visit->carer_kind != 0)
    added.required_skills = G_GUINT64_CONSTANT (1) << visit->carer_kind;
  if (!stands || (!is_fixed && self->wish->freedom == ENT_ROUNDS_FREELY))
    added.reference_carer = most_familiar (self, visit);
  note_visit (self, index, is_fixed,
              ent_plan_problem_add_visit (self->out->problem, &added, windows, n));
}

static void
add_visits (EntRoundsBuild *self)
{
  for (int i = 0; i < (int) self->week->visits->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (self, i);

      self->planner_of[i] = ENT_PLAN_NONE;
      if (!is_planned_day (self, visit) || visit->minutes <= 0)
        continue;
      if (ent_rounds_build_is_fixed (self, i))
        add_visit (self, i, TRUE);
      else if (ent_rounds_visit_is_open (visit) && !visit->is_locked &&
               !ent_rounds_week_is_away (self->week, visit))
        add_visit (self, i, FALSE);
    }
}

static void
add_links (EntRoundsBuild *self)
{
  for (int i = 0; i < (int) self->week->visits->len; i++)
    {
      int pair = visit_at (self, i)->pair;
      EntPlanLink link = { .together = ENT_PLAN_DIFFERENT_CARERS };

      if (pair <= i || self->planner_of[i] == ENT_PLAN_NONE ||
          self->planner_of[pair] == ENT_PLAN_NONE)
        continue;
      link.first = self->planner_of[i];
      link.second = self->planner_of[pair];
      ent_plan_problem_add_link (self->out->problem, &link);
    }
}

/* What stays may stay even where it should not. */
static void
add_affinities (EntRoundsBuild *self)
{
  for (guint i = 0; i < self->out->visits->len; i++)
    {
      int client = visit_at (self, g_array_index (self->out->visits, int, i))->client;

      if (g_array_index (self->out->is_fixed, gboolean, i))
        continue;
      for (int c = 0; c < (int) self->week->carers->len; c++)
        {
          EntPlanAffinity affinity = { ENT_PLAN_NONE, (int) i, c, ENT_PLAN_FORBIDDEN };

          if (!may_not_come (self, client, c))
            affinity.kind = ENT_PLAN_PREFERRED;
          if (affinity.kind == ENT_PLAN_FORBIDDEN ||
              ent_rounds_judge_tie (self->judge, client, c)->is_wished)
            ent_plan_problem_add_affinity (self->out->problem, &affinity);
        }
    }
}

/* The same numbers with no rule at all: what stands fits whatever it breaks, and the planner leaves
 * out what its own problem does not allow. */
static EntPlanProblem *
make_loose (const EntRoundsBuild *self)
{
  EntPlanProblem *loose = ent_plan_problem_new (1, 1);
  const EntPlanProblem *strict = self->out->problem;
  const int zero = 0;
  const EntPlanWindow any = { 0, LOOSE_END, 0, LOOSE_END, 0, 0 };

  ent_plan_problem_set_matrix (loose, 0, &zero, &zero);
  for (int i = 0; i < ent_plan_problem_get_n_visits (strict); i++)
    {
      EntPlanVisit visit = { .id = ent_plan_problem_get_visit (strict, i)->id,
                             .client = ENT_PLAN_NONE,
                             .duration = 1,
                             .fixed_carer = ENT_PLAN_NONE,
                             .fixed_start = ENT_PLAN_NONE,
                             .reference_carer = ENT_PLAN_NONE,
                             .reference_start = ENT_PLAN_NONE };

      ent_plan_problem_add_visit (loose, &visit, &any, 1);
    }
  for (int i = 0; i < ent_plan_problem_get_n_carers (strict); i++)
    {
      EntPlanCarer carer = { .id = ent_plan_problem_get_carer (strict, i)->id };

      ent_plan_problem_add_carer (loose, &carer);
    }
  for (int i = 0; i < ent_plan_problem_get_n_shifts (strict); i++)
    {
      EntPlanShift shift = *ent_plan_problem_get_shift (strict, i);

      shift.start_place = shift.end_place = 0;
      shift.break_length = 0;
      ent_plan_problem_add_shift (loose, &shift);
    }
  return loose;
}

/* The visits that stand well in a shift, in order; ended by ENT_PLAN_NONE. */
static int *
order_of (const EntRoundsBuild *self, int shift)
{
  const EntPlanShift *s = ent_plan_problem_get_shift (self->out->problem, shift);
  const GArray *round = self->judge->rounds[s->carer];
  int *order = g_new (int, round->len + 1);
  int n = 0;

  for (guint i = 0; i < round->len; i++)
    {
      const EntRoundsStop *stop = &g_array_index (round, EntRoundsStop, i);
      int number = self->planner_of[stop->visit];
      int start = 60 * (stop->from - self->out->midnight);

      if (number == ENT_PLAN_NONE || start < s->from || start >= s->to)
        continue;
      if (g_array_index (self->out->is_fixed, gboolean, number) ||
          ent_rounds_judge_standing (self->judge, stop->visit, NULL) == ENT_ROUNDS_FITS)
        order[n++] = number;
    }
  order[n] = ENT_PLAN_NONE;
  return order;
}

static void
make_start (EntRoundsBuild *self)
{
  g_autoptr (EntPlanProblem) loose = make_loose (self);
  int n = ent_plan_problem_get_n_shifts (loose);
  g_autofree int **orders = g_new (int *, n + 1);

  for (int i = 0; i < n; i++)
    orders[i] = order_of (self, i);
  self->out->start = ent_plan_new_from_orders (loose, &ent_plan_default_weights,
                                               (const int *const *) orders, NULL);
  for (int i = 0; i < n; i++)
    g_free (orders[i]);
}

EntRoundsProblem *
ent_rounds_problem_new (EntRoundsJudge *standing, const EntRoundsWish *wish)
{
  EntRoundsProblem *self = g_new0 (EntRoundsProblem, 1);
  EntRoundsBuild build = {
    .judge = standing, .week = ent_rounds_judge_get_week (standing), .wish = wish, .out = self
  };

  self->visits = g_array_new (FALSE, FALSE, sizeof (int));
  self->is_fixed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  /* Weeks of the planner begin on Mondays as well. */
  self->midnight = ENT_ROUNDS_DAY *
                   (wish->first_day - ent_rounds_days_since_monday (build.week, wish->first_day));
  self->weights = ent_plan_default_weights;
  self->weights.travel_km = self->weights.travel_minute;
  self->weights.change_free = wish->freedom == ENT_ROUNDS_FREELY ? FREE_CHANGE : 0;
  ent_rounds_map_init (&build.map, build.week);
  self->problem = ent_rounds_map_new_problem (&build.map);
  build.shifts = g_array_new (FALSE, FALSE, sizeof (EntPlanShift));
  build.planner_of = g_new (int, build.week->visits->len + 1);
  ent_rounds_build_carers (&build);
  add_visits (&build);
  add_links (&build);
  add_affinities (&build);
  make_start (&build);
  ent_rounds_map_clear (&build.map);
  g_array_unref (build.shifts);
  g_free (build.planner_of);
  return self;
}

void
ent_rounds_problem_free (EntRoundsProblem *self)
{
  ent_plan_problem_unref (self->problem);
  g_clear_pointer (&self->start, ent_plan_unref);
  g_array_unref (self->visits);
  g_array_unref (self->is_fixed);
  g_free (self);
}
