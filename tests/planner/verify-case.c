/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the case: a day and a half of three carers. One thread. */
#include "verify-case.h"

static void
fill_visits (Case *self)
{
  static const char *names[N_VISITS] = { "wash",    "nurse",    "lift",    "lift-too",
                                         "meal",    "meal-2",   "meal-3",  "next-day",
                                         "evening", "left-out", "trusted", "promised" };
  static const int places[N_VISITS] = { 1, 2, 3, 3, 4, 5, 6, 1, 2, 5, 4, 6 };
  static const int clients[N_VISITS] = { 0, 0, 1, 1, 2, 3, 4, 0, 0, 3, 2, 4 };
  static const int hours[N_VISITS][2] = { { 8, 10 },  { 8, 11 },  { 10, 12 }, { 10, 12 },
                                          { 11, 14 }, { 11, 14 }, { 11, 14 }, { 32, 34 },
                                          { 12, 16 }, { 8, 16 },  { 8, 16 },  { 8, 16 } };

  for (int i = 0; i < N_VISITS; i++)
    {
      int from = hours[i][0] * HOUR, to = hours[i][1] * HOUR;

      self->visits[i] = (EntPlanVisit) { .id = names[i],
                                         .place = places[i],
                                         .client = clients[i],
                                         .duration = 1800,
                                         .priority = ENT_PLAN_IMPORTANT,
                                         .required_skills = 1,
                                         .fixed_carer = ENT_PLAN_NONE,
                                         .fixed_start = ENT_PLAN_NONE,
                                         .reference_carer = ENT_PLAN_NONE,
                                         .reference_start = ENT_PLAN_NONE };
      self->windows[i] = (EntPlanWindow) { from, to, from, to, 0, 0 };
    }
  for (int i = MEAL; i <= MEAL_LAST; i++)
    {
      self->visits[i].load[0] = 3;
      self->visits[i].max_on_board = HOUR;
    }
  self->visits[WASH].wished_skills = 8;
  self->visits[WASH].reference_carer = BEN;
  self->visits[WASH].reference_start = 27000;
  self->visits[NURSE].required_skills = 2;
  self->windows[NURSE].wish_to = 30600;
  self->visits[LEFT_OUT].priority = ENT_PLAN_POSTPONABLE;
  self->visits[TRUSTED].only_allowed = TRUE;
  self->visits[PROMISED].fixed_carer = ANNA;
  self->visits[PROMISED].fixed_start = 50000;
}

static void
fill_carers (Case *self)
{
  static const char *names[N_CARERS] = { "anna", "ben", "cleo" };

  for (int i = 0; i < N_CARERS; i++)
    self->carers[i] = (EntPlanCarer) { .id = names[i],
                                       .skills = i == ANNA ? 3 : 1,
                                       .max_day = 10 * HOUR,
                                       .max_week = 38 * HOUR,
                                       .min_rest = 11 * HOUR,
                                       .cost_per_minute = 3,
                                       .cost_per_km = 2 };
  self->carers[ANNA].contract_week = 5 * HOUR;
  self->carers[ANNA].worked_week = HOUR;
  self->carers[BEN].contract_week = 5 * HOUR;
  for (int i = 0; i < N_SHIFTS; i++)
    {
      EntPlanShift shift = {
        .from = 7 * HOUR, .to = 17 * HOUR, .regular_to = 17 * HOUR, .max_trips = 1
      };

      for (int j = 0; j < ENT_PLAN_DIMENSIONS; j++)
        shift.capacity[j] = G_MAXINT;
      self->shifts[i] = shift;
    }
  self->shifts[0].break_from = 12 * HOUR;
  self->shifts[0].break_to = 13 * HOUR;
  self->shifts[0].break_length = 1800;
  self->shifts[0].break_after = 4 * HOUR;
  self->shifts[0].regular_to = 52000;
  self->shifts[1].carer = BEN;
  self->shifts[1].capacity[0] = 6;
  self->shifts[1].max_trips = 3;
  self->shifts[1].reload = 900;
  self->shifts[2].from = self->shifts[2].from + ENT_PLAN_DAY;
  self->shifts[2].to = self->shifts[2].regular_to = self->shifts[2].to + ENT_PLAN_DAY;
  self->shifts[3].carer = CLEO;
}

static void
fill_rules (Case *self)
{
  self->links[0] = (EntPlanLink) { LIFT, LIFT_TOO, 0, 0, ENT_PLAN_DIFFERENT_CARERS };
  self->links[1] = (EntPlanLink) { NURSE, EVENING, 4 * HOUR, 8 * HOUR, ENT_PLAN_SAME_CARER };
  self->affinities[0] = (EntPlanAffinity) { ENT_PLAN_NONE, TRUSTED, ANNA, ENT_PLAN_ALLOWED };
  self->affinities[1] = (EntPlanAffinity) { 1, ENT_PLAN_NONE, CLEO, ENT_PLAN_PREFERRED };
  self->affinities[2] = (EntPlanAffinity) { 1, ENT_PLAN_NONE, BEN, ENT_PLAN_DISLIKED };
  self->affinities[3] = (EntPlanAffinity) { 0, ENT_PLAN_NONE, CLEO, ENT_PLAN_FORBIDDEN };
  self->weights = (EntPlanWeights) { .unplaced = { 90000, 30000, 9000 },
                                     .wish_early = 30,
                                     .wish_late = 60,
                                     .worst_wish = 6,
                                     .travel_minute = 60,
                                     .travel_km = 10,
                                     .not_preferred = 300,
                                     .disliked = 700,
                                     .wished_skill = 110,
                                     .further_carer = 600,
                                     .overtime = 120,
                                     .balance = 12,
                                     .change_carer = 500,
                                     .change_minute = 15,
                                     .change_free = 10 };
}

static void
fill_plan (Case *self)
{
  static const EntPlanStop anna[] = {
    { ENT_PLAN_STOP_VISIT, WASH, 28800, 28800 },    { ENT_PLAN_STOP_VISIT, NURSE, 31200, 31200 },
    { ENT_PLAN_STOP_VISIT, LIFT, 33600, 36000 },    { ENT_PLAN_STOP_VISIT, TRUSTED, 38400, 38400 },
    { ENT_PLAN_STOP_BREAK, -1, 43200, 43200 },      { ENT_PLAN_STOP_VISIT, EVENING, 45000, 45600 },
    { ENT_PLAN_STOP_VISIT, PROMISED, 48000, 50000 }
  };
  static const EntPlanStop ben[] = { { ENT_PLAN_STOP_VISIT, LIFT_TOO, 36000, 36000 },
                                     { ENT_PLAN_STOP_RELOAD, -1, 38400, 38700 },
                                     { ENT_PLAN_STOP_VISIT, MEAL, 40200, 40200 },
                                     { ENT_PLAN_STOP_VISIT, MEAL_AFTER, 42600, 42600 },
                                     { ENT_PLAN_STOP_RELOAD, -1, 45000, 45000 },
                                     { ENT_PLAN_STOP_VISIT, MEAL_LAST, 46500, 46500 } };
  static const EntPlanStop later[] = { { ENT_PLAN_STOP_VISIT, NEXT_DAY, ENT_PLAN_DAY + 28800,
                                         ENT_PLAN_DAY + 28800 } };

  memcpy (self->stops[0], anna, sizeof anna);
  memcpy (self->stops[1], ben, sizeof ben);
  memcpy (self->stops[2], later, sizeof later);
  self->routes[0] = (PlanRoute) { self->stops[0], G_N_ELEMENTS (anna), 28200, 52400 };
  self->routes[1] = (PlanRoute) { self->stops[1], G_N_ELEMENTS (ben), 35400, 48900 };
  self->routes[2] = (PlanRoute) { self->stops[2], G_N_ELEMENTS (later), ENT_PLAN_DAY + 28200,
                                  ENT_PLAN_DAY + 31200 };
  self->routes[3] = (PlanRoute) { self->stops[3], 0, 0, 0 };
}

/* Ten minutes and five kilometres between any two places. */
static void
fill_ways (EntPlanProblem *problem)
{
  int seconds[N_PLACES * N_PLACES], metres[N_PLACES * N_PLACES];

  for (int i = 0; i < N_PLACES * N_PLACES; i++)
    {
      seconds[i] = i % (N_PLACES + 1) == 0 ? 0 : 600;
      metres[i] = i % (N_PLACES + 1) == 0 ? 0 : 5000;
    }
  ent_plan_problem_set_matrix (problem, 0, seconds, metres);
}

Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);

  fill_visits (self);
  fill_carers (self);
  fill_rules (self);
  fill_plan (self);
  return self;
}

EntPlanProblem *
case_build (const Case *self)
{
  EntPlanProblem *problem = ent_plan_problem_new (N_PLACES, 1);

  fill_ways (problem);
  for (int i = 0; i < N_VISITS; i++)
    ent_plan_problem_add_visit (problem, &self->visits[i], &self->windows[i], 1);
  for (int i = 0; i < N_CARERS; i++)
    ent_plan_problem_add_carer (problem, &self->carers[i]);
  for (int i = 0; i < N_SHIFTS; i++)
    ent_plan_problem_add_shift (problem, &self->shifts[i]);
  for (int i = 0; i < N_LINKS; i++)
    ent_plan_problem_add_link (problem, &self->links[i]);
  for (int i = 0; i < N_AFFINITIES; i++)
    ent_plan_problem_add_affinity (problem, &self->affinities[i]);
  return problem;
}
