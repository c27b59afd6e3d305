/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A proposal beside the plan: what it would change and why, what it would bring; accepted one by
 * one, by carer, or all. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-proposal.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_PROPOSAL_PANE (ent_rounds_proposal_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    EntRoundsProposalPane, ent_rounds_proposal_pane, ENT, ROUNDS_PROPOSAL_PANE, AdwBin)

/* Signals: "ticked", when a change was taken in or out (is_accepted of the proposal follows);
 * "accepted" (GArray of int: positions of the differences that are shown and ticked);
 * "discarded". */

/* Borrowed until another is set; NULL for none. */
void ent_rounds_proposal_pane_set (EntRoundsProposalPane *self, EntRoundsProposal *proposal);

/* "1 h 20 on the way (−25 min) · 48 km (−12) · …": what it brings. Transfer full. */
char *ent_rounds_describe_figures (const EntRoundsFigures *now, const EntRoundsFigures *before);

G_END_DECLS
