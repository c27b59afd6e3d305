/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a problem makes sense at all, before anything is planned. Any thread. */
#include "ent-planner.h"

#include <glib/gi18n-lib.h>

#define LATEST 100000000 /* beyond it sums of times could overflow */

/* problem: what is wrong with the thing called id, a sentence with one %s for it; NULL: nothing. */
static gboolean
check_thing (const char *problem, const char *id, GError **error)
{
  g_autofree char *sentence = NULL;
  g_auto (GStrv) parts = NULL;

  if (problem == NULL)
    return TRUE;
  parts = g_strsplit (problem, "%s", 2);
  sentence = g_strjoinv (id, parts);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

static gboolean
fail (const char *sentence, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

static gboolean
is_index (int i, int n)
{
  return i >= 0 && i < n;
}

static gboolean
is_time (int time)
{
  return time >= 0 && time <= LATEST;
}

static gboolean
check_matrix (const EntPlanProblem *problem, int mode, GError **error)
{
  int n = ent_plan_problem_get_n_places (problem);

  if (!ent_plan_problem_has_matrix (problem, mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Travel mode %d has no travel times."), mode);
      return FALSE;
    }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      if (!is_time (ent_plan_problem_get_seconds (problem, mode, i, j)) ||
          !is_time (ent_plan_problem_get_metres (problem, mode, i, j)))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The way from place %d to place %d is negative or too long."), i, j);
          return FALSE;
        }
  return TRUE;
}

static const char *
windows_problem (const EntPlanProblem *problem, int visit)
{
  int n;
  const EntPlanWindow *windows = ent_plan_problem_get_windows (problem, visit, &n);
  int fixed = ent_plan_problem_get_visit (problem, visit)->fixed_start;
  gboolean in_window = fixed == ENT_PLAN_NONE;

  if (n < 1)
    return _ ("The visit “%s” has no time window.");
  for (int i = 0; i < n; i++)
    {
      const EntPlanWindow *w = &windows[i];

      if (!is_time (w->from) || !is_time (w->to) || w->from > w->to)
        return _ ("A time window of the visit “%s” ends before it begins.");
      if (w->wish_from > w->wish_to || w->wish_from < -LATEST || w->wish_to > LATEST)
        return _ ("A wished time of the visit “%s” ends before it begins.");
      if (w->early_per_minute < 0 || w->late_per_minute < 0)
        return _ ("A wished time of the visit “%s” has a negative weight.");
      in_window = in_window || (fixed >= w->from && fixed <= w->to);
    }
  return in_window ? NULL : _ ("The promised time of the visit “%s” is in none of its windows.");
}

static const char *
visit_problem (const EntPlanProblem *problem, int visit)
{
  const EntPlanVisit *v = ent_plan_problem_get_visit (problem, visit);
  int n_carers = ent_plan_problem_get_n_carers (problem);

  if (!is_index (v->place, ent_plan_problem_get_n_places (problem)))
    return _ ("The place of the visit “%s” does not exist.");
  if (v->duration <= 0 || !is_time (v->duration))
    return _ ("The visit “%s” has no duration.");
  if (v->client < ENT_PLAN_NONE)
    return _ ("The client of the visit “%s” does not exist.");
  if (!is_index ((int) v->priority, ENT_PLAN_N_PRIORITIES))
    return _ ("The visit “%s” has an unknown priority.");
  if (v->fixed_carer != ENT_PLAN_NONE && !is_index (v->fixed_carer, n_carers))
    return _ ("The promised carer of the visit “%s” does not exist.");
  if (v->reference_carer != ENT_PLAN_NONE && !is_index (v->reference_carer, n_carers))
    return _ ("The former carer of the visit “%s” does not exist.");
  if (v->reference_start != ENT_PLAN_NONE && !is_time (v->reference_start))
    return _ ("The former time of the visit “%s” is not a time.");
  if (v->max_on_board < 0 || v->unplaced_points < 0)
    return _ ("The visit “%s” has a negative limit or weight.");
  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    if (!is_time (v->load[d]))
      return _ ("The visit “%s” brings a negative or too large load.");
  return windows_problem (problem, visit);
}

static gboolean
check_visits (const EntPlanProblem *problem, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < ent_plan_problem_get_n_visits (problem); i++)
    {
      const char *id = ent_plan_problem_get_visit (problem, i)->id;

      if (!check_thing (visit_problem (problem, i), id, error))
        return FALSE;
      if (!g_hash_table_add (ids, (gpointer) id))
        return check_thing (_ ("Two visits are called “%s”."), id, error);
    }
  return TRUE;
}

static const char *
carer_problem (const EntPlanProblem *problem, const EntPlanCarer *carer)
{
  if (!is_index (carer->mode, ent_plan_problem_get_n_modes (problem)))
    return _ ("The travel mode of the carer “%s” does not exist.");
  if (!is_time (carer->max_day) || !is_time (carer->max_week) || !is_time (carer->contract_week) ||
      !is_time (carer->worked_week) || !is_time (carer->min_rest))
    return _ ("The hours or the rest of the carer “%s” are negative.");
  if (carer->cost_per_minute < 0 || carer->cost_per_km < 0)
    return _ ("The carer “%s” has a negative cost.");
  return NULL;
}

static const char *
shift_problem (const EntPlanProblem *problem, const EntPlanShift *shift)
{
  int n_places = ent_plan_problem_get_n_places (problem);

  if (!is_time (shift->from) || !is_time (shift->to) || shift->from >= shift->to)
    return _ ("A shift of the carer “%s” ends before it begins.");
  if (!is_index (shift->start_place, n_places) || !is_index (shift->end_place, n_places))
    return _ ("A shift of the carer “%s” begins or ends at a place that does not exist.");
  if (shift->break_length < 0 || shift->break_after < 0 ||
      (shift->break_length > 0 && shift->break_from > shift->break_to) ||
      !is_time (shift->break_length))
    return _ ("The break of the carer “%s” ends before it begins.");
  if (shift->max_trips < 1 || shift->max_trips > 8 || !is_time (shift->reload))
    return _ ("A shift of the carer “%s” has no trips, or too many.");
  for (int d = 0; d < ENT_PLAN_DIMENSIONS; d++)
    if (shift->capacity[d] < 0)
      return _ ("The vehicle of the carer “%s” has a negative capacity.");
  return NULL;
}

static gboolean
overlaps_another (const EntPlanProblem *problem, int i)
{
  const EntPlanShift *shift = ent_plan_problem_get_shift (problem, i);

  for (int j = 0; j < i; j++)
    {
      const EntPlanShift *other = ent_plan_problem_get_shift (problem, j);

      if (other->carer == shift->carer && other->from < shift->to && shift->from < other->to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_carers (const EntPlanProblem *problem, GError **error)
{
  int n_carers = ent_plan_problem_get_n_carers (problem);

  for (int i = 0; i < n_carers; i++)
    {
      const EntPlanCarer *carer = ent_plan_problem_get_carer (problem, i);

      if (!check_thing (carer_problem (problem, carer), carer->id, error))
        return FALSE;
    }
  for (int i = 0; i < ent_plan_problem_get_n_shifts (problem); i++)
    {
      const EntPlanShift *shift = ent_plan_problem_get_shift (problem, i);
      const char *id;

      if (!is_index (shift->carer, n_carers))
        return fail (_ ("A shift belongs to no carer."), error);
      id = ent_plan_problem_get_carer (problem, shift->carer)->id;
      if (!check_thing (shift_problem (problem, shift), id, error))
        return FALSE;
      if (overlaps_another (problem, i))
        return check_thing (_ ("Two shifts of the carer “%s” overlap."), id, error);
    }
  return TRUE;
}

/* The longest way through the links: if it still grows after as many rounds as there are visits,
 * some must start both before and after each other. */
static gboolean
has_link_cycle (const EntPlanProblem *problem, int *where)
{
  int n = ent_plan_problem_get_n_visits (problem);
  g_autofree gint64 *start = g_new0 (gint64, (gsize) n);
  gboolean changed = TRUE;

  for (int round = 0; changed && round <= n; round++)
    {
      changed = FALSE;
      for (int i = 0; i < ent_plan_problem_get_n_links (problem); i++)
        {
          const EntPlanLink *link = ent_plan_problem_get_link (problem, i);
          gint64 second = MAX (start[link->second], start[link->first] + link->least);
          gint64 first = link->most == G_MAXINT ? start[link->first]
                                                : MAX (start[link->first], second - link->most);

          changed = changed || second != start[link->second] || first != start[link->first];
          start[link->second] = second;
          start[link->first] = first;
          *where = link->first;
        }
    }
  return changed;
}

static gboolean
check_links (const EntPlanProblem *problem, GError **error)
{
  int n_visits = ent_plan_problem_get_n_visits (problem);
  int where = 0;

  for (int i = 0; i < ent_plan_problem_get_n_links (problem); i++)
    {
      const EntPlanLink *link = ent_plan_problem_get_link (problem, i);

      if (!is_index (link->first, n_visits) || !is_index (link->second, n_visits))
        return fail (_ ("A link names a visit that does not exist."), error);
      if (link->first == link->second || link->least > link->most || ABS (link->least) > LATEST ||
          (link->most != G_MAXINT && ABS (link->most) > LATEST))
        return check_thing (_ ("The visit “%s” is linked to itself or by an impossible gap."),
                            ent_plan_problem_get_visit (problem, link->first)->id, error);
    }
  if (has_link_cycle (problem, &where))
    return check_thing (_ ("The visit “%s” would have to start before itself."),
                        ent_plan_problem_get_visit (problem, where)->id, error);
  return TRUE;
}

static gboolean
check_affinities (const EntPlanProblem *problem, GError **error)
{
  int n_visits = ent_plan_problem_get_n_visits (problem);

  for (int i = 0; i < ent_plan_problem_get_n_affinities (problem); i++)
    {
      const EntPlanAffinity *affinity = ent_plan_problem_get_affinity (problem, i);

      if (!is_index (affinity->carer, ent_plan_problem_get_n_carers (problem)))
        return fail (_ ("An affinity names a carer who does not exist."), error);
      if (affinity->client == ENT_PLAN_NONE && !is_index (affinity->visit, n_visits))
        return fail (_ ("An affinity names a visit that does not exist."), error);
    }
  return TRUE;
}

gboolean
ent_planner_check (const EntPlanProblem *problem, GError **error)
{
  for (int mode = 0; mode < ent_plan_problem_get_n_modes (problem); mode++)
    if (!check_matrix (problem, mode, error))
      return FALSE;
  return check_visits (problem, error) && check_carers (problem, error) &&
         check_links (problem, error) && check_affinities (problem, error);
}
