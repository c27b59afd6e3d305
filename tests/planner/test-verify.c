/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the verifier: a good plan is let through, and each way to damage it is found. One
 * thread.
 */
#include "verify-case.h"

typedef struct
{
  const char *name;
  const char *found; /* words of the sentence */
  void (*damage) (Case *self);
} Damage;

/* To what a plan tells of itself, once it is filled in truly. */
typedef struct
{
  const char *name;
  const char *found;
  void (*damage) (PlanClaim *claim);
} Lie;

static EntPlanStop *
stop_of (Case *self, int visit)
{
  for (int i = 0; i < N_SHIFTS; i++)
    for (int j = 0; j < self->routes[i].n_stops; j++)
      if (self->stops[i][j].kind == ENT_PLAN_STOP_VISIT && self->stops[i][j].visit == visit)
        return &self->stops[i][j];
  g_assert_not_reached ();
}

static void
take_out (Case *self, int shift, int stop)
{
  for (int i = stop; i + 1 < self->routes[shift].n_stops; i++)
    self->stops[shift][i] = self->stops[shift][i + 1];
  self->routes[shift].n_stops--;
}

static void
append (Case *self, int shift, EntPlanStop stop)
{
  self->stops[shift][self->routes[shift].n_stops++] = stop;
}

static void
make_twice (Case *self)
{
  append (self, 2, (EntPlanStop) { ENT_PLAN_STOP_VISIT, WASH, 117600, 117600 });
  self->routes[2].back = 120000;
}

static void
name_unknown (Case *self)
{
  self->stops[0][0].visit = N_VISITS;
}

static void
name_nobody (Case *self)
{
  self->stops[0][0].visit = ENT_PLAN_NONE;
}

static void
name_no_kind (Case *self)
{
  self->stops[0][0].kind = 17;
}

static void
need_skill (Case *self)
{
  self->visits[MEAL].required_skills = 5;
}

static void
forbid (Case *self)
{
  self->affinities[3].carer = ANNA;
}

static void
forbid_for_visit (Case *self)
{
  self->affinities[2] = (EntPlanAffinity) { ENT_PLAN_NONE, MEAL, BEN, ENT_PLAN_FORBIDDEN };
}

static void
allow_other (Case *self)
{
  self->affinities[0].carer = BEN;
}

static void
promise_to_other (Case *self)
{
  self->visits[PROMISED].fixed_carer = BEN;
}

static void
promise_other_hour (Case *self)
{
  self->visits[PROMISED].fixed_start = 50060;
}

static void
close_early (Case *self)
{
  self->windows[NURSE].to = 31199;
}

static void
open_late (Case *self)
{
  self->windows[WASH].from = 28801;
}

static void
leave_early (Case *self)
{
  self->shifts[0].from = 28201;
}

static void
come_back_late (Case *self)
{
  self->shifts[0].to = 52399;
}

static void
fly_home (Case *self)
{
  self->routes[0].back = 52399;
}

static void
fly_out (Case *self)
{
  self->routes[0].leave = 28201;
}

static void
fly_between (Case *self)
{
  stop_of (self, NURSE)->start--;
  stop_of (self, NURSE)->arrival--;
}

static void
arrive_after_start (Case *self)
{
  stop_of (self, LIFT)->arrival = 36001;
}

static void
arrive_too_soon (Case *self)
{
  stop_of (self, LIFT)->arrival = 33599;
}

static void
skip_break (Case *self)
{
  take_out (self, 0, 4);
}

/* The work after it is fifteen thousand seconds, waiting and break apart. */
static void
skip_break_just (Case *self)
{
  self->shifts[0].break_after = 14999;
  take_out (self, 0, 4);
}

static void
break_twice (Case *self)
{
  self->stops[0][7] = self->stops[0][6];
  self->stops[0][6] = self->stops[0][5];
  self->stops[0][5] = self->stops[0][4];
  self->routes[0].n_stops++;
}

static void
break_unasked (Case *self)
{
  append (self, 1, (EntPlanStop) { ENT_PLAN_STOP_BREAK, ENT_PLAN_NONE, 48300, 48300 });
}

static void
break_early (Case *self)
{
  self->stops[0][4].start = 43199;
}

static void
break_late (Case *self)
{
  self->shifts[0].break_to = 43199;
  self->shifts[0].break_from = 43000;
}

static void
break_during_visit (Case *self)
{
  self->shifts[0].break_from = 39000;
  self->stops[0][4].start = 40000;
}

static void
break_without_length (Case *self)
{
  self->shifts[0].break_length = 2401;
}

static void
part_pair (Case *self)
{
  take_out (self, 1, 0);
}

static void
pull_pair_apart (Case *self)
{
  stop_of (self, LIFT)->start += 60;
}

static void
link_too_close (Case *self)
{
  self->links[1].least = 14401;
}

static void
link_too_far (Case *self)
{
  self->links[1].least = HOUR;
  self->links[1].most = 14399;
}

static void
link_same_carer (Case *self)
{
  self->links[0].together = ENT_PLAN_SAME_CARER;
}

static void
link_other_carer (Case *self)
{
  self->links[1].together = ENT_PLAN_DIFFERENT_CARERS;
}

static void
load_too_much (Case *self)
{
  self->visits[MEAL].load[0] = 4;
}

static void
load_other_dimension (Case *self)
{
  self->visits[MEAL].load[3] = 2;
  self->shifts[1].capacity[3] = 1;
}

static void
drive_on_without_reload (Case *self)
{
  take_out (self, 1, 4);
}

static void
reload_too_fast (Case *self)
{
  self->shifts[1].reload = 901;
}

static void
reload_too_often (Case *self)
{
  self->shifts[1].max_trips = 2;
}

static void
cool_down (Case *self)
{
  self->visits[MEAL_AFTER].max_on_board = 2999;
}

static void
work_long_day (Case *self)
{
  self->carers[ANNA].max_day = 14999;
}

static void
work_long_week (Case *self)
{
  self->carers[ANNA].max_week = HOUR + 15000 + 3000 - 1;
}

static void
sleep_little (Case *self)
{
  self->carers[ANNA].min_rest = ENT_PLAN_DAY + 28200 - 52400 + 1;
}

static void
be_in_two_places (Case *self)
{
  self->shifts[1].carer = ANNA;
  self->links[0].together = ENT_PLAN_ANY_CARER;
}

static const Damage damages[] = {
  { "twice", "is made 2 times", make_twice },
  { "unknown-visit", "there is no visit 12", name_unknown },
  { "no-visit", "there is no visit -1", name_nobody },
  { "no-kind", "of no kind", name_no_kind },
  { "skill", "meal: ben lacks a skill", need_skill },
  { "forbidden", "anna is forbidden", forbid },
  { "forbidden-for-visit", "meal: ben is forbidden", forbid_for_visit },
  { "not-allowed", "trusted: anna is not allowed", allow_other },
  { "fixed-carer", "promised: anna is not its carer", promise_to_other },
  { "fixed-start", "promised starts at 50000, not at its hour", promise_other_hour },
  { "window-end", "nurse starts at 31200, outside", close_early },
  { "window-begin", "wash starts at 28800, outside", open_late },
  { "shift-begin", "anna leaves at 28200, before", leave_early },
  { "shift-end", "anna is back at 52400, after", come_back_late },
  { "way-home", "back at 52400 at the earliest", fly_home },
  { "way-out", "reached at 28801 only", fly_out },
  { "way-between", "reached at 31200 only", fly_between },
  { "arrival-late", "arrival at 36001 is none", arrive_after_start },
  { "arrival-early", "arrival at 33599 is none", arrive_too_soon },
  { "no-break", "no break", skip_break },
  { "no-break-just", "no break", skip_break_just },
  { "two-breaks", "a break too many", break_twice },
  { "break-unasked", "a break too many", break_unasked },
  { "break-early", "break at 43199 is outside", break_early },
  { "break-late", "break at 43200 is outside", break_late },
  { "break-in-visit", "begins during a visit", break_during_visit },
  { "break-short", "reached at 45601 only", break_without_length },
  { "half-pair", "without the linked one", part_pair },
  { "pair-apart", "starts -60 seconds after", pull_pair_apart },
  { "link-least", "starts 14400 seconds after", link_too_close },
  { "link-most", "starts 14400 seconds after", link_too_far },
  { "link-same", "not by the same carer", link_same_carer },
  { "link-other", "not by another carer", link_other_carer },
  { "capacity", "trip 2 carries too much in dimension 0", load_too_much },
  { "capacity-other", "carries too much in dimension 3", load_other_dimension },
  { "capacity-trip", "trip 2 carries too much", drive_on_without_reload },
  { "reload-time", "reached at 40201 only", reload_too_fast },
  { "trips", "a trip too many", reload_too_often },
  { "on-board", "meal-2: on board for 3000", cool_down },
  { "hours-day", "anna works 15000 seconds in day 0", work_long_day },
  { "hours-week", "anna works 21600 seconds in week 0", work_long_week },
  { "rest", "anna rests for 62200", sleep_little },
  { "two-routes", "anna is on two routes at once", be_in_two_places },
};

static void
lie_cost (PlanClaim *claim)
{
  claim->cost[ENT_PLAN_TERM_TRAVEL] -= 300;
  claim->total -= 300;
}

static void
lie_total (PlanClaim *claim)
{
  claim->total--;
}

static void
lie_seconds (PlanClaim *claim)
{
  claim->travel_seconds--;
}

static void
lie_metres (PlanClaim *claim)
{
  claim->travel_metres++;
}

static void
lie_unplaced (PlanClaim *claim)
{
  claim->n_unplaced[ENT_PLAN_POSTPONABLE] = 0;
}

static void
lie_shift (PlanClaim *claim)
{
  claim->places[LEFT_OUT].shift = 0;
}

static void
lie_start (PlanClaim *claim)
{
  claim->places[WASH].start++;
}

static void
lie_carer (PlanClaim *claim)
{
  claim->places[WASH].carer = BEN;
}

static void
lie_way (PlanClaim *claim)
{
  claim->places[MEAL].travel = 0;
}

static const Lie lies[] = {
  { "cost", "term 3 costs", lie_cost },
  { "total", "not to the total", lie_total },
  { "seconds", "the ways are", lie_seconds },
  { "metres", "the ways are", lie_metres },
  { "unplaced", "1 visits of priority 2", lie_unplaced },
  { "shift", "left-out is said to be in shift 0", lie_shift },
  { "start", "wash is said to start elsewhere", lie_start },
  { "carer", "wash is said to start elsewhere", lie_carer },
  { "way", "meal: the way to it is 600", lie_way },
};

static gboolean
tells (GPtrArray *faults, const char *words)
{
  for (guint i = 0; i < faults->len; i++)
    if (strstr (g_ptr_array_index (faults, i), words) != NULL)
      return TRUE;
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  return FALSE;
}

static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autofree Case *self = case_new ();
  g_autoptr (EntPlanProblem) problem = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  damage->damage (self);
  problem = case_build (self);
  faults = plan_verify (
      &(PlanClaim) { .problem = problem, .weights = &self->weights, .routes = self->routes });
  g_assert_true (tells (faults, damage->found));
}

/* Tells the truth about a case. */
static void
fill_claim (PlanClaim *claim, EntPlanPlace *places)
{
  PlanWorth worth;

  plan_verify_worth (claim, &worth);
  for (int i = 0; i < ENT_PLAN_N_TERMS; i++)
    claim->total += claim->cost[i] = (gint64) worth.cost[i];
  claim->travel_seconds = worth.travel_seconds;
  claim->travel_metres = worth.travel_metres;
  memcpy (claim->n_unplaced, worth.n_unplaced, sizeof worth.n_unplaced);
  claim->tells_costs = TRUE;
  claim->places = places;
  for (int i = 0; i < N_VISITS; i++)
    places[i] = (EntPlanPlace) { .shift = ENT_PLAN_NONE, .carer = ENT_PLAN_NONE };
  for (int i = 0; i < N_SHIFTS; i++)
    for (int j = 0; j < claim->routes[i].n_stops; j++)
      {
        const EntPlanStop *stop = &claim->routes[i].stops[j];

        if (stop->kind == ENT_PLAN_STOP_VISIT)
          places[stop->visit] = (EntPlanPlace) { .shift = i,
                                                 .carer = i == 1 ? BEN : ANNA,
                                                 .start = stop->start,
                                                 .travel = 600,
                                                 .metres = 5000 };
      }
}

static void
test_good (void)
{
  g_autofree Case *self = case_new ();
  g_autoptr (EntPlanProblem) problem = case_build (self);
  EntPlanPlace places[N_VISITS];
  PlanClaim claim = { .problem = problem, .weights = &self->weights, .routes = self->routes };
  g_autoptr (GPtrArray) faults = NULL;

  fill_claim (&claim, places);
  faults = plan_verify (&claim);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_lie (gconstpointer data)
{
  const Lie *lie = data;
  g_autofree Case *self = case_new ();
  g_autoptr (EntPlanProblem) problem = case_build (self);
  EntPlanPlace places[N_VISITS];
  PlanClaim claim = { .problem = problem, .weights = &self->weights, .routes = self->routes };
  g_autoptr (GPtrArray) faults = NULL;

  fill_claim (&claim, places);
  lie->damage (&claim);
  faults = plan_verify (&claim);
  g_assert_true (tells (faults, lie->found));
}

/* The costs of the good plan, reckoned by hand. */
static void
test_worth (void)
{
  g_autofree Case *self = case_new ();
  g_autoptr (EntPlanProblem) problem = case_build (self);
  PlanClaim claim = { .problem = problem, .weights = &self->weights, .routes = self->routes };
  double out = (52400 - 28200) + (48900 - 35400) + 3000; /* seconds away from home */
  double hours[] = { HOUR + 15000 + 3000, 13200 };
  PlanWorth worth;

  plan_verify_worth (&claim, &worth);
  g_assert_cmpint (worth.travel_seconds, ==, 600 * (7 + 7 + 2));
  g_assert_cmpint (worth.travel_metres, ==, 5000 * (7 + 7 + 2));
  g_assert_cmpint (worth.worst_late_seconds, ==, 600);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_UNPLACED], 9000, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_WISHES], 600, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_WORST_WISH], 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_TRAVEL], 9600 + 800, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_WORK], out / 20 + 160, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_CARER], 2 * 300 + 700 + 110, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_CONTINUITY], 3 * 600, 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_OVERTIME],
                                  2 * (400 + hours[0] - 5 * HOUR), 1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_BALANCE], (hours[0] - hours[1]) / 2 / 5,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (worth.cost[ENT_PLAN_TERM_CHANGES], 500 + 20 * 15, 1e-6);
}

/* The planner's own reading of the same orders. */
static void
test_planner_agrees (void)
{
  static const int anna[] = { WASH, NURSE, LIFT, TRUSTED, EVENING, PROMISED, ENT_PLAN_NONE };
  static const int ben[] = { LIFT_TOO, MEAL, MEAL_AFTER, MEAL_LAST, ENT_PLAN_NONE };
  static const int later[] = { NEXT_DAY, ENT_PLAN_NONE };
  static const int nobody[] = { ENT_PLAN_NONE };
  static const int *const orders[N_SHIFTS] = { anna, ben, later, nobody };
  g_autofree Case *self = case_new ();
  g_autoptr (EntPlanProblem) problem = case_build (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPlan) plan = ent_plan_new_from_orders (problem, &self->weights, orders, &error);

  g_assert_no_error (error);
  plan_assert_good (plan, &self->weights);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/good", test_good);
  g_test_add_func ("/verify/worth", test_worth);
  g_test_add_func ("/verify/planner-agrees", test_planner_agrees);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verify/damage/%s", damages[i].name);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verify/lie/%s", lies[i].name);

      g_test_add_data_func (path, &lies[i], test_lie);
    }
  return g_test_run ();
}
