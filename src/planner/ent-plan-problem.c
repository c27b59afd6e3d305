/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of what is to be planned. Built on one thread, then read from any. */
#include "ent-plan-problem-private.h"

EntPlanProblem *
ent_plan_problem_new (int n_places, int n_modes)
{
  g_return_val_if_fail (n_places > 0 && n_modes > 0, NULL);

  EntPlanProblem *self = g_atomic_rc_box_new0 (EntPlanProblem);

  self->n_places = n_places;
  self->n_modes = n_modes;
  self->seconds = g_new0 (int *, n_modes);
  self->metres = g_new0 (int *, n_modes);
  self->visits = g_array_new (FALSE, FALSE, sizeof (EntPlanVisit));
  self->spans = g_array_new (FALSE, FALSE, sizeof (EntPlanSpan));
  self->windows = g_array_new (FALSE, FALSE, sizeof (EntPlanWindow));
  self->carers = g_array_new (FALSE, FALSE, sizeof (EntPlanCarer));
  self->shifts = g_array_new (FALSE, FALSE, sizeof (EntPlanShift));
  self->links = g_array_new (FALSE, FALSE, sizeof (EntPlanLink));
  self->affinities = g_array_new (FALSE, FALSE, sizeof (EntPlanAffinity));
  self->ids = g_string_chunk_new (1024);
  return self;
}

EntPlanProblem *
ent_plan_problem_ref (EntPlanProblem *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_contents (EntPlanProblem *self)
{
  for (int mode = 0; mode < self->n_modes; mode++)
    {
      g_free (self->seconds[mode]);
      g_free (self->metres[mode]);
    }
  g_free (self->seconds);
  g_free (self->metres);
  g_array_unref (self->visits);
  g_array_unref (self->spans);
  g_array_unref (self->windows);
  g_array_unref (self->carers);
  g_array_unref (self->shifts);
  g_array_unref (self->links);
  g_array_unref (self->affinities);
  g_string_chunk_free (self->ids);
}

void
ent_plan_problem_unref (EntPlanProblem *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) free_contents);
}

static void
copy_matrix (int **matrix, const int *values, int n_places)
{
  g_free (*matrix);
  *matrix = g_memdup2 (values, sizeof (int) * (gsize) n_places * (gsize) n_places);
}

void
ent_plan_problem_set_matrix (EntPlanProblem *self, int mode, const int *seconds, const int *metres)
{
  g_return_if_fail (mode >= 0 && mode < self->n_modes && seconds != NULL && metres != NULL);

  copy_matrix (&self->seconds[mode], seconds, self->n_places);
  copy_matrix (&self->metres[mode], metres, self->n_places);
}

static const char *
keep_id (EntPlanProblem *self, const char *id)
{
  return g_string_chunk_insert (self->ids, id != NULL ? id : "");
}

int
ent_plan_problem_add_visit (EntPlanProblem *self,
                            const EntPlanVisit *visit,
                            const EntPlanWindow *windows,
                            int n_windows)
{
  EntPlanVisit copy = *visit;
  EntPlanSpan span = { (int) self->windows->len, n_windows };

  copy.id = keep_id (self, visit->id);
  g_array_append_val (self->visits, copy);
  g_array_append_vals (self->windows, windows, (guint) n_windows);
  g_array_append_val (self->spans, span);
  return (int) self->visits->len - 1;
}

int
ent_plan_problem_add_carer (EntPlanProblem *self, const EntPlanCarer *carer)
{
  EntPlanCarer copy = *carer;

  copy.id = keep_id (self, carer->id);
  g_array_append_val (self->carers, copy);
  return (int) self->carers->len - 1;
}

int
ent_plan_problem_add_shift (EntPlanProblem *self, const EntPlanShift *shift)
{
  g_array_append_vals (self->shifts, shift, 1);
  return (int) self->shifts->len - 1;
}

void
ent_plan_problem_add_link (EntPlanProblem *self, const EntPlanLink *link)
{
  g_array_append_vals (self->links, link, 1);
}

void
ent_plan_problem_add_affinity (EntPlanProblem *self, const EntPlanAffinity *affinity)
{
  g_array_append_vals (self->affinities, affinity, 1);
}

int
ent_plan_problem_get_n_visits (const EntPlanProblem *self)
{
  return (int) self->visits->len;
}

int
ent_plan_problem_get_n_carers (const EntPlanProblem *self)
{
  return (int) self->carers->len;
}

int
ent_plan_problem_get_n_shifts (const EntPlanProblem *self)
{
  return (int) self->shifts->len;
}

int
ent_plan_problem_get_n_links (const EntPlanProblem *self)
{
  return (int) self->links->len;
}

int
ent_plan_problem_get_n_affinities (const EntPlanProblem *self)
{
  return (int) self->affinities->len;
}

int
ent_plan_problem_get_n_places (const EntPlanProblem *self)
{
  return self->n_places;
}

int
ent_plan_problem_get_n_modes (const EntPlanProblem *self)
{
  return self->n_modes;
}

const EntPlanVisit *
ent_plan_problem_get_visit (const EntPlanProblem *self, int visit)
{
  return &g_array_index (self->visits, EntPlanVisit, visit);
}

const EntPlanWindow *
ent_plan_problem_get_windows (const EntPlanProblem *self, int visit, int *n_windows)
{
  const EntPlanSpan *span = &g_array_index (self->spans, EntPlanSpan, visit);

  *n_windows = span->n;
  return &g_array_index (self->windows, EntPlanWindow, span->first);
}

const EntPlanCarer *
ent_plan_problem_get_carer (const EntPlanProblem *self, int carer)
{
  return &g_array_index (self->carers, EntPlanCarer, carer);
}

const EntPlanShift *
ent_plan_problem_get_shift (const EntPlanProblem *self, int shift)
{
  return &g_array_index (self->shifts, EntPlanShift, shift);
}

const EntPlanLink *
ent_plan_problem_get_link (const EntPlanProblem *self, int link)
{
  return &g_array_index (self->links, EntPlanLink, link);
}

const EntPlanAffinity *
ent_plan_problem_get_affinity (const EntPlanProblem *self, int affinity)
{
  return &g_array_index (self->affinities, EntPlanAffinity, affinity);
}

gboolean
ent_plan_problem_has_matrix (const EntPlanProblem *self, int mode)
{
  return self->seconds[mode] != NULL;
}

int
ent_plan_problem_get_seconds (const EntPlanProblem *self, int mode, int from, int to)
{
  return self->seconds[mode][(gsize) from * (gsize) self->n_places + (gsize) to];
}

int
ent_plan_problem_get_metres (const EntPlanProblem *self, int mode, int from, int to)
{
  return self->metres[mode][(gsize) from * (gsize) self->n_places + (gsize) to];
}

static EntPlanProblem *
copy_problem (const EntPlanProblem *self)
{
  EntPlanProblem *copy = ent_plan_problem_new (self->n_places, self->n_modes);

  for (int mode = 0; mode < self->n_modes; mode++)
    ent_plan_problem_set_matrix (copy, mode, self->seconds[mode], self->metres[mode]);
  for (guint i = 0; i < self->visits->len; i++)
    {
      int n;
      const EntPlanWindow *windows = ent_plan_problem_get_windows (self, (int) i, &n);

      ent_plan_problem_add_visit (copy, ent_plan_problem_get_visit (self, (int) i), windows, n);
    }
  for (guint i = 0; i < self->carers->len; i++)
    ent_plan_problem_add_carer (copy, ent_plan_problem_get_carer (self, (int) i));
  for (guint i = 0; i < self->shifts->len; i++)
    ent_plan_problem_add_shift (copy, ent_plan_problem_get_shift (self, (int) i));
  for (guint i = 0; i < self->links->len; i++)
    ent_plan_problem_add_link (copy, ent_plan_problem_get_link (self, (int) i));
  for (guint i = 0; i < self->affinities->len; i++)
    ent_plan_problem_add_affinity (copy, ent_plan_problem_get_affinity (self, (int) i));
  return copy;
}

EntPlanProblem *
ent_plan_problem_refer_to (const EntPlanProblem *self, const EntPlan *plan)
{
  EntPlanProblem *copy = copy_problem (self);
  int n = ent_plan_problem_get_n_visits (ent_plan_get_problem (plan));

  for (int i = 0; i < MIN (n, (int) copy->visits->len); i++)
    {
      EntPlanVisit *visit = &g_array_index (copy->visits, EntPlanVisit, i);
      const EntPlanPlace *place = ent_plan_get_place (plan, i);

      if (place->shift == ENT_PLAN_NONE || place->carer >= (int) copy->carers->len)
        continue;
      if (visit->reference_carer == ENT_PLAN_NONE)
        visit->reference_carer = place->carer;
      if (visit->reference_start == ENT_PLAN_NONE)
        visit->reference_start = place->start;
    }
  return copy;
}
