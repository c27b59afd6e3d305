/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an absence and what was decided about its visits as one act: the absence, the visits, who
 * must be told. Thread of the connection, but for the decision, which is drawn from a plan. */

#pragma once

#include "ent-apply.h"
#include "ent-cover-plan.h"
#include "ent-rounds-change.h"

G_BEGIN_DECLS

/* What is written of one visit. */
typedef struct
{
  EntRoundsMove move; /* as it will stand */
  gboolean was_locked;
  gint64 old_carer_id;
  int old_time; /* ENT_INT_NONE: none */
  char *reason; /* of a cancellation; NULL: it is not cancelled */
} EntCoverChange;

/* Everything that is written; a copy, so that the plan may go on. */
typedef struct
{
  EntCoverAway away;
  gint64 agent_id;
  GArray *changes; /* EntCoverChange */
} EntCoverDecision;

EntCoverDecision *ent_cover_decision_new (const EntCoverPlan *plan);
void ent_cover_decision_free (EntCoverDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCoverDecision, ent_cover_decision_free)

/* The new record of the cover in @cover_id, which may be NULL. An absence that is already noted for
 * all that time is used. FALSE with a sentence when a visit has been changed meanwhile. */
gboolean ent_cover_apply (EntApply *apply,
                          const EntCoverDecision *decision,
                          gint64 *cover_id,
                          GError **error);

/* How somebody was told. */
typedef struct
{
  EntNoticeOutcome outcome;
  EntNoticeHow how;
  gint64 agent_id; /* who did it; 0: not known */
  gint64 at; /* microseconds UTC */
} EntNoticeAnswer;

/* Notes an answer in notices; when the beneficiary knows, the visit says so too. */
gboolean ent_cover_apply_answer (EntApply *apply,
                                 const gint64 *notices,
                                 guint n_notices,
                                 const EntNoticeAnswer *answer,
                                 GError **error);

G_END_DECLS
