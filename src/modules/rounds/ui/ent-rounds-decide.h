/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was decided on the page of rounds, to be written as one act. Main thread. */

#pragma once

#include "ent-rounds-change.h"
#include "ent-rounds-page.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *moves; /* EntRoundsMove */
  gint64 locked; /* a visit to lock or unlock; 0: none */
  gboolean is_locked;
  EntRoundsSplit split; /* of no visit: none */
} EntRoundsDecision;

EntRoundsDecision *ent_rounds_decision_new (void);
void ent_rounds_decision_free (EntRoundsDecision *decision);

/* The visit of the picture there: positions and minutes of the picture; ENT_ROUNDS_NONE twice takes
 * it off the board. */
void ent_rounds_decision_add (EntRoundsDecision *decision,
                              const EntRoundsWeek *week,
                              int visit,
                              int carer,
                              int start);

/* Writes it and says so, or why not. Takes the decision. */
void ent_rounds_page_decide (EntRoundsPage *self, const char *label, EntRoundsDecision *decision);

G_END_DECLS
