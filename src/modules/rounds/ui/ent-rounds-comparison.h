/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is otherwise than the week before, in words and sums, beside the board. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-proposal.h"
#include "ent-rounds-weeks.h"

G_BEGIN_DECLS

typedef struct
{
  EntRoundsWeek *week, *before;
  GArray *contrasts; /* EntRoundsContrast */
  EntRoundsFigures now, then;
} EntRoundsComparison;

EntRoundsComparison *ent_rounds_comparison_new (EntRoundsWeek *week, EntRoundsWeek *before);
void ent_rounds_comparison_free (EntRoundsComparison *self);
/* "Marc Maes 09:00 → Luce Leroy 10:00"; transfer full. */
char *ent_rounds_comparison_describe (const EntRoundsComparison *self,
                                      const EntRoundsContrast *contrast);

#define ENT_TYPE_ROUNDS_COMPARISON_PANE (ent_rounds_comparison_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsComparisonPane,
                      ent_rounds_comparison_pane,
                      ENT,
                      ROUNDS_COMPARISON_PANE,
                      AdwBin)

/* Signal "visit-activated" (gint64): a visit of this week. */

/* Borrowed until another is set; NULL for none. */
void ent_rounds_comparison_pane_set (EntRoundsComparisonPane *self,
                                     const EntRoundsComparison *comparison);

G_END_DECLS
