/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves that belong together: the two of a pair in time, two visits that change places, the parts
 * of a visit that is split. Pure, like the judge that is asked; it is left as it was. */

#pragma once

#include "ent-rounds-judge.h"

G_BEGIN_DECLS

typedef struct
{
  int visit;
  int carer, start;
} EntRoundsStep;

typedef struct
{
  EntRoundsStep steps[2];
  int n_steps;
  int refused; /* which step cannot be; ENT_ROUNDS_NONE: all fit together */
  EntRoundsAnswer answer; /* of the step that cannot be, or else of the first */
} EntRoundsTogether;

/* The visit there; when two carers come, the other at the same time. */
void ent_rounds_judge_move (EntRoundsJudge *self,
                            int visit,
                            int carer,
                            int start,
                            EntRoundsTogether *together);

/* Each where the other stands; where that cannot be, or on different days, each at its own time
 * with the carer of the other. Both stand somewhere. */
void ent_rounds_judge_swap (EntRoundsJudge *self,
                            int first,
                            int second,
                            EntRoundsTogether *together);

/* What the move costs, or whose visit stands in the way, with whom and why. Transfer full. */
char *ent_rounds_judge_describe_together (EntRoundsJudge *self, const EntRoundsTogether *together);

#define ENT_ROUNDS_LEAST_PART 15 /* minutes */

/* Whether it can be split at all: open, not locked, one carer, long enough. */
gboolean ent_rounds_visit_can_split (const EntRoundsVisit *visit);

/* The second part of a placed visit, from @minutes on, by a carer; the first stays. */
void ent_rounds_judge_ask_part (EntRoundsJudge *self,
                                int visit,
                                int minutes,
                                int carer,
                                EntRoundsAnswer *answer);

G_END_DECLS
