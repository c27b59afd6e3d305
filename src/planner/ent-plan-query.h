/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to a standing plan: where could this visit go, why does it stand there, why does it
 * stand nowhere. Answers come from the evaluator that planned; no text, the caller writes the
 * sentences. Any thread; a query prepares itself once for a plan and then answers in less than a
 * millisecond.
 */
#pragma once

#include <glib.h>

#include "ent-plan.h"

G_BEGIN_DECLS

/* The first rule that refuses a carer or a place, ENT_PLAN_FITS when none does. */
typedef enum
{
  ENT_PLAN_FITS,
  ENT_PLAN_REFUSED_FIXED, /* the visit is promised to another carer or hour */
  ENT_PLAN_REFUSED_FORBIDDEN, /* this carer must not come here */
  ENT_PLAN_REFUSED_NOT_ALLOWED,
  ENT_PLAN_REFUSED_SKILL,
  ENT_PLAN_REFUSED_DAY, /* the carer has no shift in the visit's windows */
  ENT_PLAN_REFUSED_WINDOW, /* cannot be there in time */
  ENT_PLAN_REFUSED_NEXT, /* would make a visit that follows too late */
  ENT_PLAN_REFUSED_SHIFT_END,
  ENT_PLAN_REFUSED_BREAK,
  ENT_PLAN_REFUSED_HOURS, /* of the day or the week */
  ENT_PLAN_REFUSED_REST,
  ENT_PLAN_REFUSED_CAPACITY,
  ENT_PLAN_REFUSED_ON_BOARD,
  ENT_PLAN_REFUSED_LINK, /* the other visit of a pair or sequence */
  ENT_PLAN_REFUSED_UNREACHABLE,
} EntPlanRefusal;

typedef struct
{
  EntPlanRefusal refusal;
  int shift;
  int after; /* visit before it in the shift; ENT_PLAN_NONE: first */
  int start;
  int other; /* the visit (or skill bit) that stands in the way, ENT_PLAN_NONE */
  int missing; /* how many seconds, units of load, … are lacking; 0 when it cannot be said */
  gint64 cost; /* points more than without the visit, when it fits */
  gint64 terms[ENT_PLAN_N_TERMS];
} EntPlanOption;

typedef struct _EntPlanQuery EntPlanQuery;

EntPlanQuery *ent_plan_query_new (EntPlan *plan, const EntPlanWeights *weights);
void ent_plan_query_free (EntPlanQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanQuery, ent_plan_query_free)

/* Where a visit could go, the others staying: the best option of each shift, cheapest first,
 * refused ones after them with the rule that comes nearest to letting it in. A placed visit is
 * taken out in thought first. Returns how many of options (room for max) were filled. */
int ent_plan_query_options (EntPlanQuery *self, int visit, EntPlanOption *options, int max);

/* The same for one shift and one position (after a visit, ENT_PLAN_NONE: first): what a drop there
 * would cost, or why not. Visits that must go along (the other of a pair) are not moved. */
void ent_plan_query_drop (EntPlanQuery *self,
                          int visit,
                          int shift,
                          int after,
                          EntPlanOption *option);

/* What would have to give for a visit that stands nowhere: each gift is one rule loosened alone. */
typedef struct
{
  EntPlanRefusal rule;
  int shift;
  int other; /* the visit to leave out, the missing skill bit, … */
  int amount; /* seconds of window, shift or break; units of load */
  gint64 cost;
} EntPlanGift;

int ent_plan_query_gifts (EntPlanQuery *self, int visit, EntPlanGift *gifts, int max);

G_END_DECLS
