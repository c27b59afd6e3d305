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

/* Two spots before it is known what they cost together. */
typedef struct
{
  const EntPlanSpot *a, *b;
  int starts[2];
  gint64 least; /* units */
} Couple;

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

typedef struct
{
  EntPlanTogether together;
  Distance distance;
} Wanted;

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
  gint64 later = MAX (0, start - MAX (spot->start, spot->calm));

  if (spot->free_until != G_MININT)
    later += MAX (0, start - MAX (spot->start, spot->free_until));

  return spot->cost + later * model->least_delay;
}

/* When the visits of two spots start, each moving the other as the links ask, and what that costs
 * at least. */
static void
align (const EntPlanModel *model, Couple *couple, const Distance *d)
{
  gint64 b = MAX (couple->b->start, couple->a->start + d->least);
  gint64 a = MAX (couple->a->start, b - d->most);

  couple->least = cost_at (model, couple->a, a) + cost_at (model, couple->b, b);
  couple->starts[0] = (int) MIN (a, G_MAXINT);
  couple->starts[1] = (int) MIN (b, G_MAXINT);
}

/* All couples of spots of different carers, or of one if they must be, that could cost less than
 * limit. */
static int
list_couples (const EntPlanModel *model,
              const EntPlanSpots spots[2],
              const Wanted *wanted,
              gint64 limit,
              Couple *couples)
{
  int n = 0;

  for (int i = 0; i < spots[0].n; i++)
    for (int j = 0; j < spots[1].n; j++)
      {
        Couple couple = { .a = &spots[0].spots[i], .b = &spots[1].spots[j] };
        gboolean same = model->shifts[couple.a->shift].owner ==
                        model->shifts[couple.b->shift].owner;

        if (couple.a->shift == couple.b->shift || same != (wanted->together == ENT_PLAN_SAME_CARER))
          continue;
        align (model, &couple, &wanted->distance);
        if (couple.least < limit)
          couples[n++] = couple;
      }
  return n;
}

/* Takes the couple out that costs least by the first look. */
static Couple
take_least (Couple *couples, int n)
{
  int least = 0;
  Couple found;

  for (int i = 1; i < n; i++)
    if (couples[i].least < couples[least].least)
      least = i;
  found = couples[least];
  couples[least] = couples[n - 1];
  return found;
}

/* What a couple costs: without a push where nothing else moves for it. G_MAXINT64: limit or more.
 */
static gint64
cost_of (EntPlanFinder *self, const Couple *couple, const int visits[2], gint64 limit)
{
  EntPlanState *state = self->state;
  const EntPlanModel *model = state->model;
  const EntPlanSpot *spots[2] = { couple->a, couple->b };
  gint64 order = couple->a->order_cost + couple->b->order_cost;
  EntPlanTrial trials[2];
  gboolean is_free = TRUE;
  gint64 added = 0;
  int worst = state->worst;

  for (int i = 0; i < 2; i++)
    {
      const EntPlanModelWindow *window = &model->windows[model->visits[visits[i]].first_window];

      trials[i] = (EntPlanTrial) { spots[i]->shift, spots[i]->k, visits[i], spots[i]->start };
      is_free = is_free && model->visits[visits[i]].n_windows == 1 &&
                couple->starts[i] <= spots[i]->still_until;
      added += ent_plan_model_wish_cost (window, couple->starts[i]) +
               ent_plan_model_change_cost (&model->visits[visits[i]], couple->starts[i]);
      worst = MAX (worst, couple->starts[i] - window->wish_to);
    }
  if (is_free)
    added += (gint64) (worst - state->worst) * model->worst_rate;
  else
    added = ent_plan_graph_try (state, trials, 2, limit - order);
  return added == G_MAXINT64 ? added : order + added;
}

static void
find_different (EntPlanFinder *self, int a, int b, EntPlanTogether how, Pair *best)
{
  const EntPlanModel *model = self->state->model;
  Wanted wanted = { how, distance (model, a, b) };
  EntPlanSpots spots[2];
  Couple couples[ENT_PLAN_N_SPOTS * ENT_PLAN_N_SPOTS];
  int n;

  collect (self, a, best->cost, &spots[0]);
  if (spots[0].n == 0)
    return;
  collect (self, b, best->cost - spots[0].spots[0].cost, &spots[1]);
  n = list_couples (model, spots, &wanted, best->cost, couples);
  for (; n > 0; n--)
    {
      Couple couple = take_least (couples, n);
      gint64 cost;

      if (couple.least >= best->cost)
        return;
      cost = cost_of (self, &couple, (int[]) { a, b }, best->cost);
      if (cost < best->cost && !ent_plan_finder_blinks (self))
        *best = (Pair) { *couple.a, *couple.b, cost };
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
