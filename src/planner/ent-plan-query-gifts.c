/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to give for a visit that stands nowhere: each rule is loosened alone, in the
 * query's own copy of the problem, and proved by finding a place. One thread at a time. */
#include "ent-plan-query-private.h"

typedef struct
{
  EntPlanQuery *query;
  int visit;
  EntPlanGift *gifts;
  int n, max;
} Search;

/* Cheapest first; dear ones fall off the end. */
static void
keep (Search *search, const EntPlanGift *gift)
{
  int i = search->n < search->max ? search->n : search->max - 1;

  if (i < 0 || (search->n == search->max && search->gifts[i].cost <= gift->cost))
    return;
  search->n = MAX (search->n, i + 1);
  for (; i > 0 && search->gifts[i - 1].cost > gift->cost; i--)
    search->gifts[i] = search->gifts[i - 1];
  search->gifts[i] = *gift;
}

/* Whether the visit now finds a place in the shift; other costs come on top. */
static void
offer (Search *search, const EntPlanOption *refused, gint64 extra)
{
  EntPlanQuery *query = search->query;
  EntPlanGift gift = { refused->refusal, refused->shift, refused->other, refused->missing, 0 };
  EntPlanOption option;

  ent_plan_query_look (query, search->visit, refused->shift, &option);
  if (option.refusal != ENT_PLAN_FITS)
    return;
  gift.cost = option.cost + ent_plan_query_points (query, extra);
  keep (search, &gift);
}

static void
let_carer_come (Search *search, const EntPlanOption *refused)
{
  EntPlanModel *model = search->query->model;
  int *pair = &model->pair[search->visit * model->n_shifts + refused->shift];
  int kept = *pair;

  *pair = 0;
  offer (search, refused, 0);
  *pair = kept;
}

static void
widen_window (Search *search, const EntPlanOption *refused)
{
  EntPlanModel *model = search->query->model;
  const EntPlanModelVisit *v = &model->visits[search->visit];
  EntPlanModelWindow *window = &model->windows[v->first_window + v->n_windows - 1];
  int kept = window->to;

  window->to += refused->missing;
  offer (search, refused, 0);
  window->to = kept;
}

/* Gives the round its times anew after its shift has changed. */
static void
renew (EntPlanState *state, int shift)
{
  int n = state->routes[shift].n;
  g_autofree int *items = g_memdup2 (state->stops[shift].item + 1, sizeof (int) * (gsize) (n + 1));

  if (ent_plan_state_set_order (state, shift, items, n))
    ent_plan_state_refresh (state);
}

static void
lengthen_shift (Search *search, const EntPlanOption *refused)
{
  EntPlanQuery *query = search->query;
  EntPlanModelShift *shift = &query->model->shifts[refused->shift];
  int kept = shift->to;

  shift->to += refused->missing;
  renew (query->state, refused->shift);
  offer (search, refused, 0);
  shift->to = kept;
  renew (query->state, refused->shift);
}

static void
let_break_wait (Search *search, const EntPlanOption *refused)
{
  EntPlanQuery *query = search->query;
  EntPlanModelShift *shift = &query->model->shifts[refused->shift];
  int kept = shift->break_to;

  shift->break_to += refused->missing;
  renew (query->state, refused->shift);
  offer (search, refused, 0);
  shift->break_to = kept;
  renew (query->state, refused->shift);
}

static void
raise_hours (Search *search, const EntPlanOption *refused)
{
  EntPlanModel *model = search->query->model;
  EntPlanModelHours *day = &model->days[model->shifts[refused->shift].day];
  EntPlanModelHours *week = &model->weeks[model->shifts[refused->shift].week];
  EntPlanModelHours kept_day = *day, kept_week = *week;

  day->most = week->most = G_MAXINT;
  offer (search, refused, 0);
  *day = kept_day;
  *week = kept_week;
}

static void
raise_capacity (Search *search, const EntPlanOption *refused)
{
  EntPlanModelShift *shift = &search->query->model->shifts[refused->shift];
  int kept = shift->capacity[refused->other];

  shift->capacity[refused->other] += refused->missing;
  offer (search, refused, 0);
  shift->capacity[refused->other] = kept;
}

/* In exchange for a visit that matters no more; it is then left out with its own cost. */
static void
leave_out (Search *search, const EntPlanOption *refused)
{
  EntPlanQuery *query = search->query;
  const EntPlanModelVisit *mine = &query->model->visits[search->visit];
  const EntPlanModelVisit *other = &query->model->visits[refused->other];

  if (other->level < mine->level || other->bound != ENT_PLAN_NONE ||
      query->state->route_of[refused->other] == ENT_PLAN_NONE)
    return;
  ent_plan_query_begin (query, refused->other);
  offer (search, refused, other->unplaced);
  ent_plan_query_end (query);
}

static void
loosen (Search *search, const EntPlanOption *refused)
{
  switch (refused->refusal)
    {
    case ENT_PLAN_REFUSED_FORBIDDEN:
    case ENT_PLAN_REFUSED_NOT_ALLOWED:
    case ENT_PLAN_REFUSED_SKILL:
      let_carer_come (search, refused);
      break;
    case ENT_PLAN_REFUSED_FIXED:
      if (refused->missing > 0)
        widen_window (search, refused);
      else
        let_carer_come (search, refused);
      break;
    case ENT_PLAN_REFUSED_WINDOW:
      widen_window (search, refused);
      break;
    case ENT_PLAN_REFUSED_NEXT:
      leave_out (search, refused);
      break;
    case ENT_PLAN_REFUSED_SHIFT_END:
      lengthen_shift (search, refused);
      break;
    case ENT_PLAN_REFUSED_BREAK:
      if (refused->missing > 0)
        let_break_wait (search, refused);
      break;
    case ENT_PLAN_REFUSED_HOURS:
      raise_hours (search, refused);
      break;
    case ENT_PLAN_REFUSED_CAPACITY:
      if (refused->missing > 0)
        raise_capacity (search, refused);
      break;
    default:
      break;
    }
}

int
ent_plan_query_gifts (EntPlanQuery *self, int visit, EntPlanGift *gifts, int max)
{
  Search search = { self, visit, gifts, 0, max };

  for (int shift = 0; shift < self->model->n_shifts; shift++)
    {
      EntPlanOption option;

      ent_plan_query_begin (self, visit);
      ent_plan_query_look (self, visit, shift, &option);
      ent_plan_query_end (self);
      if (option.refusal != ENT_PLAN_FITS)
        loosen (&search, &option);
    }
  return search.n;
}
