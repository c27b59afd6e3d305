/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a plan as JSON. One thread. */
#include "ent-plan-answer.h"

#include "ent-date.h"
#include "ent-plan-reasons.h"

typedef struct
{
  const EntPlanFile *file;
  EntPlan *plan;
  JsonBuilder *builder;
} Writing;

static void
add_number (Writing *self, const char *member, gint64 value)
{
  json_builder_set_member_name (self->builder, member);
  json_builder_add_int_value (self->builder, value);
}

static void
add_text (Writing *self, const char *member, const char *text)
{
  json_builder_set_member_name (self->builder, member);
  json_builder_add_string_value (self->builder, text);
}

static void
add_time (Writing *self, const char *member, int seconds)
{
  g_autofree char *text = ent_plan_file_write_time (self->file, seconds);

  add_text (self, member, text);
}

static void
add_list (Writing *self, const char *member)
{
  json_builder_set_member_name (self->builder, member);
  json_builder_begin_array (self->builder);
}

static void
add_object (Writing *self, const char *member)
{
  if (member != NULL)
    json_builder_set_member_name (self->builder, member);
  json_builder_begin_object (self->builder);
}

static void
add_way (Writing *self, gint64 seconds, gint64 metres)
{
  add_object (self, "way");
  add_number (self, "seconds", seconds);
  add_number (self, "metres", metres);
  json_builder_end_object (self->builder);
}

/* Of one visit; what costs nothing is not told. */
static void
add_visit_costs (Writing *self, const EntPlanPlace *place)
{
  add_object (self, "cost");
  for (EntPlanTerm term = 0; term < ENT_PLAN_N_TERMS; term++)
    if (place->cost[term] != 0)
      add_number (self, ent_plan_term_name (term), place->cost[term]);
  json_builder_end_object (self->builder);
}

static int
mode_of (Writing *self, const EntPlanShift *shift)
{
  return ent_plan_problem_get_carer (self->file->problem, shift->carer)->mode;
}

/* From one place to the next; moves there. */
static void
add_way_to (Writing *self, const EntPlanShift *shift, int *at, int next)
{
  const EntPlanProblem *problem = self->file->problem;
  int mode = mode_of (self, shift);

  add_way (self, ent_plan_problem_get_seconds (problem, mode, *at, next),
           ent_plan_problem_get_metres (problem, mode, *at, next));
  *at = next;
}

static void
add_stop (Writing *self, const EntPlanShift *shift, const EntPlanStop *stop, int *at)
{
  static const char *const kinds[] = { "visit", "break", "reload" };
  int length = stop->kind == ENT_PLAN_STOP_BREAK ? shift->break_length : shift->reload;

  add_object (self, NULL);
  add_text (self, "kind", kinds[stop->kind]);
  if (stop->kind == ENT_PLAN_STOP_VISIT)
    {
      const EntPlanVisit *visit = ent_plan_problem_get_visit (self->file->problem, stop->visit);

      length = visit->duration;
      add_text (self, "visit", visit->id);
      add_way_to (self, shift, at, visit->place);
    }
  else if (stop->kind == ENT_PLAN_STOP_RELOAD)
    add_way_to (self, shift, at, shift->start_place);
  add_time (self, "arrival", stop->arrival);
  add_time (self, "start", stop->start);
  add_time (self, "end", stop->start + length);
  if (stop->kind == ENT_PLAN_STOP_VISIT)
    add_visit_costs (self, ent_plan_get_place (self->plan, stop->visit));
  json_builder_end_object (self->builder);
}

static void
add_route (Writing *self, int index, const EntPlanStop *stops, int n_stops)
{
  const EntPlanShift *shift = ent_plan_problem_get_shift (self->file->problem, index);
  int leave, back, at = shift->start_place;

  ent_plan_get_hours (self->plan, index, &leave, &back);
  add_object (self, NULL);
  add_text (self, "carer", ent_plan_problem_get_carer (self->file->problem, shift->carer)->id);
  add_number (self, "shift", g_array_index (self->file->shifts, int, index));
  add_time (self, "leave", leave);
  add_time (self, "back", back);
  add_list (self, "stops");
  for (int i = 0; i < n_stops; i++)
    add_stop (self, shift, &stops[i], &at);
  json_builder_end_array (self->builder);
  add_object (self, "home");
  add_way_to (self, shift, &at, shift->end_place);
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

static void
add_routes (Writing *self)
{
  add_list (self, "routes");
  for (int i = 0; i < ent_plan_problem_get_n_shifts (self->file->problem); i++)
    {
      int n_stops;
      const EntPlanStop *stops = ent_plan_get_stops (self->plan, i, &n_stops);

      if (n_stops > 0)
        add_route (self, i, stops, n_stops);
    }
  json_builder_end_array (self->builder);
}

static void
add_reason (Writing *self, const EntPlanReason *reason)
{
  add_object (self, NULL);
  add_text (self, "carer", reason->carer);
  add_number (self, "shift", reason->shift);
  add_text (self, "code", reason->code);
  add_text (self, "text", reason->text);
  json_builder_end_object (self->builder);
}

static void
add_left_out (Writing *self)
{
  static const char *const priorities[] = { "vital", "important", "postponable" };
  g_autoptr (EntPlanReasons) reasons = ent_plan_reasons_new (self->file, self->plan);

  add_list (self, "unplaced");
  for (int i = 0; i < ent_plan_problem_get_n_visits (self->file->problem); i++)
    {
      const EntPlanVisit *visit = ent_plan_problem_get_visit (self->file->problem, i);
      const EntPlanPlace *place = ent_plan_get_place (self->plan, i);
      g_autoptr (GPtrArray) why = NULL;

      if (place->shift != ENT_PLAN_NONE)
        continue;
      why = ent_plan_reasons_for (reasons, i);
      add_object (self, NULL);
      add_text (self, "visit", visit->id);
      add_text (self, "priority", priorities[visit->priority]);
      add_visit_costs (self, place);
      add_list (self, "reasons");
      for (guint j = 0; j < why->len; j++)
        add_reason (self, g_ptr_array_index (why, j));
      json_builder_end_array (self->builder);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_totals (Writing *self)
{
  add_number (self, "total", ent_plan_get_total (self->plan));
  add_object (self, "terms");
  for (EntPlanTerm term = 0; term < ENT_PLAN_N_TERMS; term++)
    add_number (self, ent_plan_term_name (term), ent_plan_get_cost (self->plan, term));
  json_builder_end_object (self->builder);
  add_way (self, ent_plan_get_travel_seconds (self->plan), ent_plan_get_travel_metres (self->plan));
}

JsonNode *
ent_plan_answer_new (const EntPlanFile *file, EntPlan *plan, const EntPlannerOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *first_day = ent_day_to_iso (file->first_day);
  Writing self = { file, plan, builder };

  add_object (&self, NULL);
  add_text (&self, "first_day", first_day);
  add_number (&self, "seed", (gint64) options->seed);
  add_number (&self, "threads", options->threads);
  if (options->iterations > 0)
    add_number (&self, "iterations", options->iterations);
  add_totals (&self);
  add_routes (&self);
  add_left_out (&self);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
