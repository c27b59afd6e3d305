/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the insertion share. */
#pragma once

#include "ent-plan-insert.h"

G_BEGIN_DECLS

/* A visit before a shift's positions are looked at. */
typedef struct
{
  int visit, shift, duration;
  int first, last; /* starts that its windows allow at all */
  int least_end; /* it is never left sooner */
  const int *time_to, *time_from, *cost_to, *cost_from; /* by place */
  gint64 fixed; /* units that come with the shift, wherever in it */
  int earliest; /* by links */
  int rested; /* seconds by which the rest puts off the whole shift, nobody working in it yet */
  int calm; /* starting later costs the visit itself; G_MAXINT / 4: another window may follow */
} EntPlanCandidate;

#define ENT_PLAN_N_SPOTS 12

/* The cheapest spots, as if only the route itself were moved. */
typedef struct
{
  EntPlanSpot spots[ENT_PLAN_N_SPOTS];
  int n;
  gint64 limit; /* what costs as much need not be kept */
} EntPlanSpots;

/* Work and its cost if the visit comes with so many seconds more on the way; FALSE: too long. */
gboolean ent_plan_finder_hours (const EntPlanFinder *self,
                                const EntPlanCandidate *candidate,
                                int more_way,
                                gint64 *cost);
/* Tries the visit behind k with the whole route proved; spot is better or as before. */
void ent_plan_finder_prove (EntPlanFinder *self,
                            const EntPlanCandidate *candidate,
                            int k,
                            EntPlanSpot *spot);
/* The positions of a shift by arrival and departure alone, or with the cost of every start. */
void ent_plan_finder_scan (EntPlanFinder *self,
                           const EntPlanCandidate *candidate,
                           EntPlanSpot *spot);
void ent_plan_finder_scan_timed (EntPlanFinder *self,
                                 const EntPlanCandidate *candidate,
                                 EntPlanSpot *spot);
/* The same for the best spots of timed problems, whatever their number in one shift. */
void ent_plan_finder_collect (EntPlanFinder *self,
                              const EntPlanCandidate *candidate,
                              EntPlanSpots *spots);
/* A pair that is placed together. FALSE: nothing fits below limit. */
gboolean ent_plan_finder_insert_pair (EntPlanFinder *self, int a, int b, gint64 limit);
/* Whether this better place is passed over, that the search may see others. */
gboolean ent_plan_finder_blinks (EntPlanFinder *self);
/* Seconds by which something may be put off for less than limit. */
int ent_plan_finder_patience (const EntPlanModel *model, gint64 limit);
/* Reads a shift for a visit; FALSE: it cannot go there. */
gboolean ent_plan_finder_aim (EntPlanFinder *self,
                              int visit,
                              int shift,
                              EntPlanCandidate *candidate);

G_END_DECLS
