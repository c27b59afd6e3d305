/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the carers of a planning problem, their shifts, and the weights. One thread. */
#include "ent-plan-file-private.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>

#define MIN_REST (11 * 3600)
#define MAX_TRIPS 8

static void
read_break (EntPlanReading *self, EntPlanShift *shift)
{
  static const char *const members[] = { "from", "to", "length", "after", NULL };

  if (!ent_json_walk_into (self->walk, "break"))
    return;
  ent_json_walk_only (self->walk, members);
  shift->break_from = ent_plan_reading_required_time (self, "from");
  shift->break_to = ent_plan_reading_required_time (self, "to");
  if (!ent_json_walk_has (self->walk, "length"))
    ent_json_walk_fail (self->walk, "length", _ ("this is missing."));
  shift->break_length = ent_plan_reading_minutes (self, "length", 0, 1);
  shift->break_after = ent_plan_reading_minutes (self, "after", 0, 0);
  if (shift->break_to < shift->break_from)
    ent_json_walk_fail (self->walk, "to", _ ("this is before “from”."));
  ent_json_walk_out (self->walk);
}

static void
read_shift (EntPlanReading *self, int carer, int number)
{
  static const char *const members[] = { "from",   "to",        "regular_to", "start_place",
                                         "break",  "end_place", "capacity",   "max_trips",
                                         "reload", NULL };
  EntPlanShift shift = { .carer = carer };
  const double trips[] = { 1, MAX_TRIPS };

  ent_json_walk_only (self->walk, members);
  shift.from = ent_plan_reading_required_time (self, "from");
  shift.to = ent_plan_reading_required_time (self, "to");
  if (shift.to <= shift.from)
    ent_json_walk_fail (self->walk, "to", _ ("this is not after “from”."));
  shift.regular_to = ent_plan_reading_time (self, "regular_to", shift.to);
  shift.start_place = ent_plan_reading_index (self, "start_place", self->places, TRUE);
  shift.end_place = ent_plan_reading_index (self, "end_place", self->places, FALSE);
  if (shift.end_place == ENT_PLAN_NONE)
    shift.end_place = shift.start_place;
  read_break (self, &shift);
  for (int i = 0; i < ENT_PLAN_DIMENSIONS; i++)
    shift.capacity[i] = G_MAXINT;
  ent_plan_reading_loads (self, "capacity", shift.capacity);
  shift.max_trips = (int) ent_json_walk_number (self->walk, "max_trips", 1, trips);
  shift.reload = ent_plan_reading_minutes (self, "reload", 0, 0);
  self->last_end = MAX (self->last_end, shift.to);
  ent_plan_problem_add_shift (self->file->problem, &shift);
  g_array_append_val (self->file->shifts, number);
}

static void
read_carer (EntPlanReading *self)
{
  static const char *const members[] = { "id",          "skills",   "mode",
                                         "max_day",     "max_week", "contract_week",
                                         "worked_week", "min_rest", "cost_per_minute",
                                         "cost_per_km", "shifts",   NULL };
  EntPlanCarer carer = { NULL };
  int index;
  guint n;

  ent_json_walk_only (self->walk, members);
  carer.id = ent_plan_reading_enter (self, self->file->carers);
  carer.skills = ent_plan_reading_skills (self, "skills");
  carer.mode = MAX (0, ent_plan_reading_index (self, "mode", self->modes, FALSE));
  carer.max_day = ent_plan_reading_minutes (self, "max_day", 0, 0);
  carer.max_week = ent_plan_reading_minutes (self, "max_week", 0, 0);
  carer.contract_week = ent_plan_reading_minutes (self, "contract_week", 0, 0);
  carer.worked_week = ent_plan_reading_minutes (self, "worked_week", 0, 0);
  carer.min_rest = ent_plan_reading_minutes (self, "min_rest", MIN_REST, 0);
  carer.cost_per_minute = ent_plan_reading_whole (self, "cost_per_minute", 0);
  carer.cost_per_km = ent_plan_reading_whole (self, "cost_per_km", 0);
  if (!ent_json_walk_is_good (self->walk))
    return;
  index = ent_plan_problem_add_carer (self->file->problem, &carer);
  if (!ent_json_walk_into (self->walk, "shifts"))
    return;
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read_shift (self, index, (int) i);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

void
ent_plan_reading_carers (EntPlanReading *self)
{
  guint n;

  if (!ent_json_walk_into (self->walk, "carers"))
    {
      ent_json_walk_fail (self->walk, "carers", _ ("this is missing."));
      return;
    }
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read_carer (self);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

static void
read_unplaced (EntPlanReading *self, int *points)
{
  static const char *const members[] = { "vital", "important", "postponable", NULL };

  if (!ent_json_walk_into (self->walk, "unplaced"))
    return;
  ent_json_walk_only (self->walk, members);
  for (int i = 0; i < ENT_PLAN_N_PRIORITIES; i++)
    points[i] = ent_plan_reading_whole (self, members[i], points[i]);
  ent_json_walk_out (self->walk);
}

void
ent_plan_reading_weights (EntPlanReading *self)
{
  static const char *const members[] = {
    "unplaced",      "wish_early",    "wish_late",     "worst_wish",
    "travel_minute", "travel_km",     "not_preferred", "disliked",
    "wished_skill",  "further_carer", "overtime",      "balance",
    "change_carer",  "change_minute", "change_free",   NULL
  };
  EntPlanWeights *weights = &self->file->weights;
  int *const values[] = { NULL,
                          &weights->wish_early,
                          &weights->wish_late,
                          &weights->worst_wish,
                          &weights->travel_minute,
                          &weights->travel_km,
                          &weights->not_preferred,
                          &weights->disliked,
                          &weights->wished_skill,
                          &weights->further_carer,
                          &weights->overtime,
                          &weights->balance,
                          &weights->change_carer,
                          &weights->change_minute,
                          &weights->change_free };

  if (!ent_json_walk_into (self->walk, "weights"))
    return;
  ent_json_walk_only (self->walk, members);
  read_unplaced (self, weights->unplaced);
  for (guint i = 1; i < G_N_ELEMENTS (values); i++)
    *values[i] = ent_plan_reading_whole (self, members[i], *values[i]);
  ent_json_walk_out (self->walk);
}
