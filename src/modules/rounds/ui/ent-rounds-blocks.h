/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of home care as rows and blocks of a board: rows are its carers in their order, blocks
 * have the ids of their visits. Main thread. */

#pragma once

#include "ent-board-content.h"
#include "ent-rounds-comparison.h"
#include "ent-rounds-judge.h"
#include "ent-rounds-proposal.h"

G_BEGIN_DECLS

/* What stands; with @proposal (or NULL) what would stand, changes marked; with @comparison (or
 * NULL) marked what is otherwise than the week before. */
EntBoardContent *ent_rounds_blocks (EntRoundsJudge *judge,
                                    const EntRoundsProposal *proposal,
                                    const EntRoundsComparison *comparison);

/* "Tuesday, 8:00 to 12:00 · 60 min · daily-life help": when a visit is to be made, and what for.
 * Transfer full. */
char *ent_rounds_describe_wanted (const EntRoundsWeek *week, int visit);
/* "Dupont Anne · Tuesday": whose visit and on which day. Transfer full. */
char *ent_rounds_describe_whose (const EntRoundsWeek *week, int visit);
/* "Luce Leroy 09:00", or nobody. Transfer full. */
char *ent_rounds_describe_stand (const EntRoundsWeek *week, int carer, int start);
/* "vital", "important", "can wait"; borrowed. */
const char *ent_rounds_priority_word (EntCarePriority priority);

G_END_DECLS
