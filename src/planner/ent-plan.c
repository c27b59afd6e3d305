/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a plan. Any thread. */
#include "ent-plan-private.h"

EntPlan *
ent_plan_ref (EntPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_contents (EntPlan *self)
{
  ent_plan_problem_unref (self->problem);
  g_array_unref (self->stops);
  g_free (self->rounds);
  g_free (self->places);
}

void
ent_plan_unref (EntPlan *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) free_contents);
}

EntPlanProblem *
ent_plan_get_problem (const EntPlan *self)
{
  return self->problem;
}

const EntPlanStop *
ent_plan_get_stops (const EntPlan *self, int shift, int *n_stops)
{
  *n_stops = self->rounds[shift].n;
  return &g_array_index (self->stops, EntPlanStop, self->rounds[shift].first);
}

void
ent_plan_get_hours (const EntPlan *self, int shift, int *leave, int *back)
{
  *leave = self->rounds[shift].leave;
  *back = self->rounds[shift].back;
}

const EntPlanPlace *
ent_plan_get_place (const EntPlan *self, int visit)
{
  return &self->places[visit];
}

int
ent_plan_get_n_unplaced (const EntPlan *self, EntPlanPriority priority)
{
  return self->n_unplaced[priority];
}

gint64
ent_plan_get_cost (const EntPlan *self, EntPlanTerm term)
{
  return self->cost[term];
}

gint64
ent_plan_get_total (const EntPlan *self)
{
  gint64 total = 0;

  for (int term = 0; term < ENT_PLAN_N_TERMS; term++)
    total += self->cost[term];
  return total;
}

gint64
ent_plan_get_travel_seconds (const EntPlan *self)
{
  return self->seconds;
}

gint64
ent_plan_get_travel_metres (const EntPlan *self)
{
  return self->metres;
}

int
ent_plan_compare (const EntPlan *a, const EntPlan *b)
{
  gint64 x, y;

  for (int level = 0; level < ENT_PLAN_LEVELS; level++)
    if (a->lost[level] != b->lost[level])
      return a->lost[level] < b->lost[level] ? -1 : 1;
  x = ent_plan_get_total (a);
  y = ent_plan_get_total (b);
  return x < y ? -1 : x > y;
}
