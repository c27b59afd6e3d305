/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the queries share. */
#pragma once

#include "ent-plan-private.h"
#include "ent-plan-query.h"

G_BEGIN_DECLS

struct _EntPlanQuery
{
  EntPlan *plan;
  EntPlanModel *model;
  EntPlanState *state;
  EntPlanFinder *finder;
  EntPlanOption *options; /* one a shift */
  int *items; /* a round on trial */
};

/* Takes a visit out in thought, if it is placed; what follows is undone by the second. */
void ent_plan_query_begin (EntPlanQuery *self, int visit);
void ent_plan_query_end (EntPlanQuery *self);

/* The best place of a shift for a visit that is out, or why there is none. */
void ent_plan_query_look (EntPlanQuery *self, int visit, int shift, EntPlanOption *option);

/* Why a visit that is out cannot go to a shift: behind the stop at k, or, k being ENT_PLAN_NONE, at
 * any of them. */
void ent_plan_query_refuse (EntPlanQuery *self, int visit, int shift, int k, EntPlanOption *option);

/* Costs by term and start of a visit that goes into a round as the first n items of self say. sum:
 * units that all of it costs; what the round alone does not explain goes to the wishes of others.
 */
void ent_plan_query_explain (EntPlanQuery *self,
                             EntPlanOption *option,
                             int visit,
                             int n,
                             gint64 sum);

/* Units as points. */
gint64 ent_plan_query_points (const EntPlanQuery *self, gint64 units);

G_END_DECLS
