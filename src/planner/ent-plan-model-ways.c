/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling a problem: matrices of cost, neighbours in place and time, links. Any thread. */
#include "ent-plan-model-private.h"

#define DEAREST 500000000 /* a way beyond which nothing counts */
#define MOST_NEAR 200

static int *
new_matrix (EntPlanModel *self)
{
  int *matrix = g_new (int, (gsize) self->n_places *(gsize) self->n_places);

  g_ptr_array_add (self->matrices, matrix);
  return matrix;
}

static const int *
transpose (EntPlanModel *self, const int *matrix)
{
  int *turned = new_matrix (self);
  gsize n = (gsize) self->n_places;

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      turned[j * n + i] = matrix[i * n + j];
  return turned;
}

static void
build_class (EntPlanModel *self, EntPlanModelClass *class)
{
  gsize n = (gsize) self->n_places;
  gint64 second = ent_plan_model_per_second (self, self->weights.travel_minute);
  gint64 metre = ent_plan_model_per_metre (self, self->weights.travel_km + class->km_points);
  int *time = new_matrix (self);
  int *metres = new_matrix (self);
  int *cost;

  for (gsize i = 0; i < n * n; i++)
    {
      int from = (int) (i / n), to = (int) (i % n);

      time[i] = ent_plan_problem_get_seconds (self->problem, class->mode, from, to);
      metres[i] = ent_plan_problem_get_metres (self->problem, class->mode, from, to);
    }
  class->time = time;
  class->metres = metres;
  class->time_columns = transpose (self, time);
  class->cost = class->time;
  class->cost_columns = class->time_columns;
  if (second == 1 && metre == 0)
    return;
  cost = new_matrix (self);
  for (gsize i = 0; i < n * n; i++)
    cost[i] = (int) MIN (time[i] * second + metres[i] * metre, DEAREST);
  class->cost = cost;
  class->cost_columns = transpose (self, cost);
}

static int
find_class (const EntPlanModel *self, int mode, int km_points)
{
  for (int i = 0; i < self->n_classes; i++)
    if (self->classes[i].mode == mode && self->classes[i].km_points == km_points)
      return i;
  return ENT_PLAN_NONE;
}

void
ent_plan_model_build_classes (EntPlanModel *self)
{
  self->classes = g_new0 (EntPlanModelClass, self->n_shifts + 1);
  for (int i = 0; i < self->n_shifts; i++)
    {
      EntPlanModelShift *shift = &self->shifts[i];
      const EntPlanCarer *carer = ent_plan_problem_get_carer (self->problem, shift->owner);

      shift->class = find_class (self, carer->mode, carer->cost_per_km);
      if (shift->class != ENT_PLAN_NONE)
        continue;
      shift->class = self->n_classes;
      self->classes[self->n_classes].mode = carer->mode;
      self->classes[self->n_classes].km_points = carer->cost_per_km;
      self->n_classes++;
    }
  for (int i = 0; i < self->n_classes; i++)
    build_class (self, &self->classes[i]);
}

/* Seconds between the windows of two visits; 0 if some overlap. */
static int
time_between (const EntPlanModel *self, const EntPlanModelVisit *a, const EntPlanModelVisit *b)
{
  int least = G_MAXINT;

  for (int i = 0; i < a->n_windows; i++)
    for (int j = 0; j < b->n_windows; j++)
      {
        const EntPlanModelWindow *v = &self->windows[a->first_window + i];
        const EntPlanModelWindow *w = &self->windows[b->first_window + j];

        least = MIN (least, MAX (0, MAX (w->target - v->calm, v->target - w->calm)));
      }
  return least;
}

typedef struct
{
  gint64 key;
  int visit;
} Near;

static int
compare_near (const void *a, const void *b)
{
  const Near *x = a;
  const Near *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->visit - y->visit;
}

static void
build_near_of (EntPlanModel *self, int visit, Near *all)
{
  const EntPlanModelVisit *a = &self->visits[visit];
  int n = 0;

  for (int i = 0; i < self->n_visits; i++)
    {
      const EntPlanModelVisit *b = &self->visits[i];

      if (i == visit)
        continue;
      all[n].visit = i;
      all[n].key = self->n_classes == 0
                       ? 0
                       : 5 * ((gint64) ent_plan_model_time (self, 0, a->place, b->place) +
                              ent_plan_model_time (self, 0, b->place, a->place)) +
                             time_between (self, a, b);
      n++;
    }
  qsort (all, (gsize) n, sizeof *all, compare_near);
  for (int i = 0; i < self->n_near; i++)
    self->near[visit * self->n_near + i] = all[i].visit;
}

/* The way to one of the ten nearest: the scale of all costs of the search. */
static void
find_mean_leg (EntPlanModel *self)
{
  gint64 sum = 0;
  gint64 n = 0;

  for (int i = 0; i < self->n_visits && self->n_classes > 0; i++)
    for (int j = 0; j < MIN (10, self->n_near); j++, n++)
      sum += ent_plan_model_cost (self, 0, self->visits[i].place,
                                  self->visits[self->near[i * self->n_near + j]].place);
  self->mean_leg = (int) MAX (1, sum / MAX (n, 1));
}

void
ent_plan_model_build_near (EntPlanModel *self)
{
  g_autofree Near *all = g_new (Near, self->n_visits + 1);

  self->n_near = CLAMP (self->n_visits - 1, 0, MOST_NEAR);
  self->near = g_new (int, (gsize) self->n_visits *(gsize) self->n_near + 1);
  for (int i = 0; i < self->n_visits; i++)
    build_near_of (self, i, all);
  find_mean_leg (self);
}

static void
bind (EntPlanModel *self, int first, int second)
{
  int old = self->visits[second].bound;
  GArray *group = self->bound_of[self->visits[first].bound];

  if (old == self->visits[first].bound)
    return;
  for (guint i = 0; i < self->bound_of[old]->len; i++)
    {
      int visit = g_array_index (self->bound_of[old], int, i);

      self->visits[visit].bound = self->visits[first].bound;
      g_array_append_val (group, visit);
    }
  g_array_set_size (self->bound_of[old], 0);
}

static void
bind_alone (EntPlanModel *self, int visit)
{
  if (self->visits[visit].bound != ENT_PLAN_NONE)
    return;
  self->visits[visit].bound = self->n_bound;
  self->bound_of[self->n_bound] = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (self->bound_of[self->n_bound++], visit);
}

static void
add_end (EntPlanModel *self, int visit, const EntPlanLinkEnd *end)
{
  EntPlanModelVisit *v = &self->visits[visit];

  self->link_ends[v->first_link + v->n_links++] = *end;
}

/* Each visit's links side by side, and the groups that are placed together or not at all. */
void
ent_plan_model_build_links (EntPlanModel *self)
{
  g_autofree int *n_ends = g_new0 (int, self->n_visits + 1);
  int first = 0;

  self->link_ends = g_new0 (EntPlanLinkEnd, 2 * self->n_links + 1);
  self->bound_of = g_new0 (GArray *, 2 * self->n_links + 1);
  for (int i = 0; i < self->n_links; i++)
    {
      n_ends[ent_plan_problem_get_link (self->problem, i)->first]++;
      n_ends[ent_plan_problem_get_link (self->problem, i)->second]++;
    }
  for (int i = 0; i < self->n_visits; i++)
    {
      self->visits[i].first_link = first;
      first += n_ends[i];
    }
  for (int i = 0; i < self->n_links; i++)
    {
      const EntPlanLink *link = ent_plan_problem_get_link (self->problem, i);

      add_end (self, link->first, &(EntPlanLinkEnd) { i, link->second, TRUE });
      add_end (self, link->second, &(EntPlanLinkEnd) { i, link->first, FALSE });
      if (link->most == G_MAXINT)
        continue;
      bind_alone (self, link->first);
      bind_alone (self, link->second);
      bind (self, link->first, link->second);
    }
  if (self->n_links > 0)
    self->coupled = TRUE;
}
