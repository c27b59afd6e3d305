/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits of a carer who is away, who could make them instead, and what was chosen. Choices
 * stand in the judge, so that what is offered next takes them into account. It knows a picture of
 * the week, no connection. One thread at a time; the work is cut into steps of a few milliseconds.
 */

#pragma once

#include "ent-cover-rules.h"
#include "ent-rounds-judge.h"

G_BEGIN_DECLS

#define ENT_COVER_MOST 5

typedef enum
{
  ENT_COVER_OPEN, /* nothing chosen yet; if it stays so, the visit is to place */
  ENT_COVER_GIVEN,
  ENT_COVER_LEFT, /* to place, on purpose */
  ENT_COVER_CANCELLED,
} EntCoverFate;

typedef struct
{
  int visit; /* in the picture */
  gboolean was_locked;
  int old_start; /* ENT_ROUNDS_NONE: it had none */
  EntRoundsOffer offers[ENT_COVER_MOST]; /* the best first */
  int n_offers;
  gboolean is_stale; /* offers are to be found anew; see ent_cover_plan_step () */
  EntCoverFate fate;
  EntRoundsOffer chosen; /* of ENT_COVER_GIVEN */
  char *reason; /* of ENT_COVER_CANCELLED */
} EntCoverOrphan;

typedef struct
{
  EntCoverAway away;
  gint64 agent_id;
  char *carer_name;
  int carer; /* in the picture; ENT_ROUNDS_NONE: neither works nor has visits there */
  EntRoundsWeek *week;
  EntRoundsJudge *judge;
  GArray *orphans; /* EntCoverOrphan, by day, time, the vital first */
  gboolean is_accepting; /* every open visit is being given to the best offered */
} EntCoverPlan;

/* Takes @week, whose only owner the caller must be: a lock holds nobody to a carer who is away.
 * @agent_id and @carer_name: of the carer. */
EntCoverPlan *ent_cover_plan_new (EntRoundsWeek *week,
                                  const EntCoverAway *away,
                                  gint64 agent_id,
                                  const char *carer_name);
void ent_cover_plan_free (EntCoverPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCoverPlan, ent_cover_plan_free)

EntCoverOrphan *ent_cover_plan_get (const EntCoverPlan *self, guint orphan);
const EntRoundsVisit *ent_cover_plan_visit (const EntCoverPlan *self, guint orphan);
const EntRoundsClient *ent_cover_plan_client (const EntCoverPlan *self, guint orphan);

/* Finds the offers of one visit, or gives one to the best. FALSE when there is no more to do. */
gboolean ent_cover_plan_step (EntCoverPlan *self);

/* FALSE when what was offered no longer fits. */
gboolean ent_cover_plan_give (EntCoverPlan *self, guint orphan, const EntRoundsOffer *offer);
/* Every open visit to the best who is left, the vital first; the steps that follow do it. */
void ent_cover_plan_accept_all (EntCoverPlan *self);
void ent_cover_plan_leave (EntCoverPlan *self, guint orphan);
/* FALSE for a visit that cannot wait, or without a reason. */
gboolean ent_cover_plan_cancel (EntCoverPlan *self, guint orphan, const char *reason);
/* Forgets what was chosen. */
void ent_cover_plan_reopen (EntCoverPlan *self, guint orphan);

guint ent_cover_plan_count (const EntCoverPlan *self, EntCoverFate fate);

G_END_DECLS
