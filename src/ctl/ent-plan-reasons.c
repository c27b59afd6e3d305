/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the planner's refusals into words. One thread. */
#include "ent-plan-reasons.h"

#include "ent-plan-query.h"

#include <glib/gi18n-lib.h>

struct _EntPlanReasons
{
  const EntPlanFile *file;
  EntPlanQuery *query;
  EntPlanOption *options; /* room for one of each shift */
};

typedef struct
{
  const char *code;
  const char *text; /* N_() */
} Words;

static const Words words[] = {
  [ENT_PLAN_FITS] = { "fits", N_ ("It could be made here, at a higher cost than leaving it out.") },
  [ENT_PLAN_REFUSED_FIXED] = { "fixed",
                               N_ ("It is promised to another carer or for another hour.") },
  [ENT_PLAN_REFUSED_FORBIDDEN] = { "forbidden", N_ ("This carer must not come here.") },
  [ENT_PLAN_REFUSED_NOT_ALLOWED] = { "not-allowed",
                                     N_ ("This carer is not among those who may come.") },
  [ENT_PLAN_REFUSED_SKILL] = { "skill", N_ ("This carer lacks a skill.") },
  [ENT_PLAN_REFUSED_DAY] = { "day", N_ ("This shift lies outside the hours of the visit.") },
  [ENT_PLAN_REFUSED_WINDOW] = { "window", N_ ("This carer cannot be there in time.") },
  [ENT_PLAN_REFUSED_NEXT] = { "next", N_ ("A visit that follows would be too late.") },
  [ENT_PLAN_REFUSED_SHIFT_END] = { "shift-end", N_ ("The shift would last too long.") },
  [ENT_PLAN_REFUSED_BREAK] = { "break", N_ ("No time would be left for the break.") },
  [ENT_PLAN_REFUSED_HOURS] = { "hours",
                               N_ ("The hours of the day or of the week would be exceeded.") },
  [ENT_PLAN_REFUSED_REST] = { "rest", N_ ("The rest between two days would be too short.") },
  [ENT_PLAN_REFUSED_CAPACITY] = { "capacity", N_ ("The vehicle is full.") },
  [ENT_PLAN_REFUSED_ON_BOARD] = { "on-board", N_ ("A meal would be on the way for too long.") },
  [ENT_PLAN_REFUSED_LINK] = { "link", N_ ("It does not go with the visit to which it is linked.") },
  [ENT_PLAN_REFUSED_UNREACHABLE] = { "unreachable", N_ ("There is no way to this place.") },
};

EntPlanReasons *
ent_plan_reasons_new (const EntPlanFile *file, EntPlan *plan)
{
  EntPlanReasons *self = g_new0 (EntPlanReasons, 1);

  self->file = file;
  self->query = ent_plan_query_new (plan, &file->weights);
  self->options = g_new0 (EntPlanOption, ent_plan_problem_get_n_shifts (file->problem));
  return self;
}

void
ent_plan_reasons_free (EntPlanReasons *self)
{
  ent_plan_query_free (self->query);
  g_free (self->options);
  g_free (self);
}

static void
reason_free (gpointer pointer)
{
  EntPlanReason *reason = pointer;

  g_free (reason->text);
  g_free (reason);
}

/* The sentence, with what stands in the way where that is known. */
static char *
say (const EntPlanFile *file, const EntPlanOption *option)
{
  const char *sentence = _ (words[option->refusal].text);
  int other = option->other;

  if (option->refusal == ENT_PLAN_REFUSED_SKILL && other >= 0 &&
      (guint) other < g_strv_length (file->skills))
    return g_strdup_printf (_ ("This carer lacks the skill “%s”."), file->skills[other]);
  if ((option->refusal == ENT_PLAN_REFUSED_NEXT || option->refusal == ENT_PLAN_REFUSED_LINK) &&
      other >= 0 && other < ent_plan_problem_get_n_visits (file->problem))
    /* Translators: the first is a sentence such as “A visit that follows would be too late.” */
    return g_strdup_printf (_ ("%s It is the visit “%s”."), sentence,
                            ent_plan_problem_get_visit (file->problem, other)->id);
  return g_strdup (sentence);
}

GPtrArray *
ent_plan_reasons_for (EntPlanReasons *self, int visit)
{
  const EntPlanProblem *problem = self->file->problem;
  GPtrArray *reasons = g_ptr_array_new_with_free_func (reason_free);
  int n = ent_plan_query_options (self->query, visit, self->options,
                                  ent_plan_problem_get_n_shifts (problem));

  for (int i = 0; i < n; i++)
    {
      const EntPlanOption *option = &self->options[i];
      int carer = ent_plan_problem_get_shift (problem, option->shift)->carer;
      EntPlanReason *reason = g_new0 (EntPlanReason, 1);

      reason->carer = ent_plan_problem_get_carer (problem, carer)->id;
      reason->shift = g_array_index (self->file->shifts, int, option->shift);
      reason->code = words[option->refusal].code;
      reason->text = say (self->file, option);
      g_ptr_array_add (reasons, reason);
    }
  return reasons;
}
