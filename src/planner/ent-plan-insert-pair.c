/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two visits that are placed together: the best places of each alone, then the exact cost of what
 * they cost together. */
#include "ent-plan-insert-private.h"

#include "ent-plan-graph.h"

#define N_SAME 4 /* first places tried for two visits of one carer */

typedef struct
{
  EntPlanSpot a, b;
  gint64 cost;
} Pair;

static void
collect_in (EntPlanFinder *self, int visit, int shift, EntPlanSpots *spots)
{
  EntPlanCandidate candidate;

  if (!ent_plan_finder_aim (self, visit, shift, &candidate) || candidate.fixed >= spots->limit)
    return;
  candidate.earliest = ent_plan_graph_earliest (self->state, visit);
  ent_plan_finder_collect (self, &candidate, spots);
}

/* First where the visit was: what costs little there leaves little to look at elsewhere. */
static void
collect (EntPlanFinder *self, int visit, gint64 limit, EntPlanSpots *spots)
{
  const EntPlanModel *model = self->state->model;
  const EntPlanModelVisit *v = &model->visits[visit];
  int last_in = self->state->last_in[visit];

  spots->n = 0;
  spots->limit = limit;
  if (last_in != ENT_PLAN_NONE)
    collect_in (self, visit, last_in, spots);
  for (int i = 0; i < v->n_shifts; i++)
    if (model->shifts_of[v->first_shift + i] != last_in)
      collect_in (self, visit, model->shifts_of[v->first_shift + i], spots);
}

/* How the links between the two want their carers: an EntPlanTogether, ANY if they contradict none.
 */
static EntPlanTogether
together (const EntPlanModel *model, int a, int b)
{
  const EntPlanModelVisit *v = &model->visits[a];

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);

      if (end->other == b && link->together != ENT_PLAN_ANY_CARER)
        return link->together;
    }
  return ENT_PLAN_ANY_CARER;
}

/* How much later than the first the second of two visits must and may start, by their links. */
typedef struct
{
  gint64 least, most;
} Distance;

static Distance
distance (const EntPlanModel *model, int a, int b)
{
  const EntPlanModelVisit *v = &model->visits[a];
  Distance d = { -G_MAXINT, G_MAXINT };

  for (int i = 0; i < v->n_links; i++)
    {
      const EntPlanLinkEnd *end = &model->link_ends[v->first_link + i];
      const EntPlanLink *link = ent_plan_problem_get_link (model->problem, end->link);

      if (end->other != b)
        continue;
      d.least = MAX (d.least, end->is_first ? link->least : -(gint64) link->most);
      d.most = MIN (d.most, end->is_first ? link->most : -(gint64) link->least);
    }
  return d;
}

/* What the spot costs at least if the visit starts there only then. */
static gint64
cost_at (const EntPlanModel *model, const EntPlanSpot *spot, gint64 start)
{
  gint64 later = MAX (0, start - MAX (spot->start, spot->calm)) +
                 MAX (0, start - MAX (spot->start, spot->free_until));

  return spot->cost + later * model->least_delay;
}

/* What two spots cost at least, each moving the other as the links ask. */
static gint64
least_together (const EntPlanModel *model, const Pair *pair, const Distance *d)
{
  gint64 b = MAX (pair->b.start, pair->a.start + d->least);
  gint64 a = MAX (pair->a.start, b - d->most);

  return cost_at (model, &pair->a, a) + cost_at (model, &pair->b, b);
}

static void
find_different (EntPlanFinder *self, int a, int b, EntPlanTogether how, Pair *best)
{
  EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  EntPlanSpots of_a, of_b;
  Distance d = distance (model, a, b);

  collect (self, a, best->cost, &of_a);
  if (of_a.n == 0)
    return;
  collect (self, b, best->cost - of_a.spots[0].cost, &of_b);
  for (int i = 0; i < of_a.n; i++)
    for (int j = 0; j < of_b.n; j++)
      {
        const EntPlanSpot *x = &of_a.spots[i];
        const EntPlanSpot *y = &of_b.spots[j];
        gboolean same = model->shifts[x->shift].owner == model->shifts[y->shift].owner;
        EntPlanTrial trials[2] = { { x->shift, x->k, a, x->start },
                                   { y->shift, y->k, b, y->start } };
        gint64 order = x->order_cost + y->order_cost;
        gint64 added;

        if (x->shift == y->shift || same != (how == ENT_PLAN_SAME_CARER) ||
            least_together (model, &(Pair) { *x, *y, 0 }, &d) >= best->cost)
          continue;
        added = ent_plan_graph_try (state, trials, 2, best->cost - order);
        if (added == G_MAXINT64 || order + added >= best->cost || ent_plan_finder_blinks (self))
          continue;
        *best = (Pair) { *x, *y, order + added };
      }
}

/* Both in the hands of one carer: the second is looked for with the first in place. */
static void
find_same (EntPlanFinder *self, int a, int b, Pair *best)
{
  EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanModelVisit *v = &model->visits[b];
  EntPlanSpots of_a;

  collect (self, a, best->cost, &of_a);
  for (int i = 0; i < MIN (of_a.n, N_SAME) && !state->broken; i++)
    {
      EntPlanSpot x = of_a.spots[i];
      EntPlanSpot y = { .cost = best->cost - x.cost, .shift = ENT_PLAN_NONE };

      if (!ent_plan_finder_place (self, a, &x))
        continue;
      for (int j = 0; j < v->n_shifts; j++)
        {
          int shift = model->shifts_of[v->first_shift + j];

          if (model->shifts[shift].owner == model->shifts[x.shift].owner)
            ent_plan_finder_look (self, b, shift, &y);
        }
      ent_plan_state_take_out (state, a);
      ent_plan_state_refresh (state);
      if (y.shift != ENT_PLAN_NONE && !y.proved)
        *best = (Pair) { x, y, x.cost + y.cost };
    }
}

gboolean
ent_plan_finder_insert_pair (EntPlanFinder *self, int a, int b, gint64 limit)
{
  EntPlanState *state = self->state;
  EntPlanTogether how = together (state->model, a, b);
  Pair best = { .cost = limit, .a = { .shift = ENT_PLAN_NONE } };

  if (how != ENT_PLAN_SAME_CARER)
    find_different (self, a, b, how, &best);
  if (how != ENT_PLAN_DIFFERENT_CARERS)
    find_same (self, a, b, &best);
  if (best.a.shift == ENT_PLAN_NONE || state->broken)
    return FALSE;
  if (!ent_plan_finder_place (self, a, &best.a))
    return FALSE;
  if (ent_plan_finder_place (self, b, &best.b))
    return TRUE;
  ent_plan_state_take_out (state, a);
  ent_plan_state_refresh (state);
  return FALSE;
}
