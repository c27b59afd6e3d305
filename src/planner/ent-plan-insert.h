/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit goes best: every shift and position, the exact cost of those that could win. One
 * finder to a state, one thread at a time. */
#pragma once

#include "ent-plan-state.h"
#include "ent-random.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 cost; /* units that the plan costs more; what leaving out costs apart */
  int shift; /* ENT_PLAN_NONE: nowhere */
  int k; /* behind this stop */
  int start; /* of the visit, before links move it */
  gboolean proved; /* the whole order stands in the finder */
  /* Of collected spots only: the part of cost that no start changes; the start up to which the
   * visit itself, then any other, costs no more, and up to which no other moves. G_MININT: not
   * known. */
  gint64 order_cost;
  int calm, free_until, still_until;
} EntPlanSpot;

typedef struct
{
  EntPlanState *state;
  EntRandom *random; /* NULL: nothing is passed over */
  EntPlanStops trial; /* a route on trial */
  int *numbers, *settled;
  int *order; /* of the best spot, if it is proved */
  int n_order;
  gint64 mean_share; /* seconds of work to a second of contract, in 1/65536 */
} EntPlanFinder;

EntPlanFinder *ent_plan_finder_new (EntPlanState *state);
void ent_plan_finder_free (EntPlanFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanFinder, ent_plan_finder_free)

/* The best spot for an unplaced visit that costs less than limit. Of visits that are bound to
 * others only the links to placed ones count. */
gboolean ent_plan_finder_best (EntPlanFinder *self, int visit, gint64 limit, EntPlanSpot *spot);
/* The same within one shift; spot holds the best so far. */
void ent_plan_finder_look (EntPlanFinder *self, int visit, int shift, EntPlanSpot *spot);
/* Puts the visit there. FALSE, and nothing changed, when it does not fit after all. */
gboolean ent_plan_finder_place (EntPlanFinder *self, int visit, const EntPlanSpot *spot);
/* The best places for a visit and all that are bound to it, if they cost less than leaving them
 * out; always: at any cost. FALSE: left out. */
gboolean ent_plan_finder_insert (EntPlanFinder *self, int visit, gboolean always);

G_END_DECLS
