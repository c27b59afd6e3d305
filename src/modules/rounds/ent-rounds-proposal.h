/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a picture of the week to a proposal of the planner, as differences that can be understood
 * and accepted one by one. Main thread; planning goes on in a thread. */

#pragma once

#include <gio/gio.h>

#include "ent-planner.h"
#include "ent-rounds-judge.h"

G_BEGIN_DECLS

typedef struct
{
  int visit;
  int from_carer, to_carer; /* ENT_ROUNDS_NONE: not placed */
  int from_start, to_start;
  gboolean is_accepted; /* by the person who looks at it; TRUE at first */
} EntRoundsDifference;

typedef struct
{
  int travel_minutes, metres;
  int unplaced; /* open visits that nobody makes */
  int familiar_percent; /* of placed visits, by a carer who is wished or has been there */
  int overtime_minutes;
} EntRoundsFigures;

typedef struct
{
  EntRoundsWeek *week;
  GArray *differences; /* EntRoundsDifference, by day, time */
  EntRoundsFigures before, after;
  EntRoundsJudge *standing; /* of what stands */
  EntRoundsJudge *result; /* as if all differences were accepted */
} EntRoundsProposal;

void ent_rounds_proposal_free (EntRoundsProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoundsProposal, ent_rounds_proposal_free)

typedef enum
{
  ENT_ROUNDS_PLACE_REST, /* what stands stays; only what is to place is placed */
  ENT_ROUNDS_FEW_CHANGES,
  ENT_ROUNDS_FREELY, /* locked visits stay all the same */
} EntRoundsFreedom;

typedef struct
{
  EntRoundsFreedom freedom;
  double seconds; /* of thinking */
  gint64 iterations; /* of one thread, in place of seconds: gives the same every time; 0 */
  guint64 seed;
  int first_day, last_day; /* in the picture; visits of other days stay */
} EntRoundsWish;

/* What stands now, in the terms of a proposal. */
void ent_rounds_figures (const EntRoundsWeek *week, EntRoundsFigures *figures);
/* As visits stand for the judge. */
void ent_rounds_judge_figures (EntRoundsJudge *judge, EntRoundsFigures *figures);

/* @progress: on the main thread, a few times a second. When cancelled, the best so far comes. */
void ent_rounds_propose_async (EntRoundsWeek *week,
                               const EntRoundsWish *wish,
                               EntPlannerProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EntRoundsProposal *ent_rounds_propose_finish (GAsyncResult *result, GError **error);

/* Whether what is accepted can stand together with what stays. Otherwise FALSE with the position of
 * a difference that cannot, and why. */
gboolean ent_rounds_proposal_check (EntRoundsProposal *self,
                                    guint *difference,
                                    EntRoundsAnswer *answer);

/* What is left of it in a later picture of the same days: changes of visits that still stand as
 * they did. Transfer full. */
EntRoundsProposal *ent_rounds_proposal_carry (const EntRoundsProposal *self, EntRoundsWeek *week);

/* Why this difference: "Knows Mrs X · 6 min less on the way". Transfer full; "" when there is
 * nothing to say. */
char *ent_rounds_proposal_explain (EntRoundsProposal *self, const EntRoundsDifference *difference);

G_END_DECLS
