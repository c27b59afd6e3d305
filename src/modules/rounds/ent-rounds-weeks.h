/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two weeks side by side: what is otherwise than the week before, and what of a week can be copied
 * to the next. Visits answer to each other by need, day of the week and which of two carers. Pure,
 * like the judges that are asked. */

#pragma once

#include "ent-rounds-change.h"
#include "ent-rounds-judge.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_ROUNDS_OTHER_CARER = 1 << 0, /* or to place, or no longer */
  ENT_ROUNDS_OTHER_TIME = 1 << 1,
  ENT_ROUNDS_NEW = 1 << 2, /* there was none the week before, or it was cancelled */
  ENT_ROUNDS_GONE = 1 << 3, /* there is none any more, or it is cancelled */
} EntRoundsOtherwise;

typedef struct
{
  int now, before; /* visits of either picture; ENT_ROUNDS_NONE */
  guint otherwise; /* EntRoundsOtherwise */
} EntRoundsContrast;

/* Of visits that follow from a need: EntRoundsContrast, by day and time. @before begins a whole
 * number of weeks earlier. Transfer full. */
GArray *ent_rounds_weeks_compare (const EntRoundsWeek *now, const EntRoundsWeek *before);

/* A visit of the next week that cannot be as this week. */
typedef struct
{
  int visit; /* of the next week */
  int carer; /* there; ENT_ROUNDS_NONE: does not work in that week */
  EntRoundsAnswer answer;
  char *why; /* in a sentence, as things stood when it was asked */
} EntRoundsUncopied;

typedef struct
{
  GArray *moves; /* EntRoundsMove, with the lock */
  GArray *uncopied; /* EntRoundsUncopied */
  guint n_given; /* have a carer in the next week already and are left alone */
  guint n_missing; /* are not there in the next week, or cancelled */
} EntRoundsCopy;

/* What can be copied; @next: of the next week, left as if it were copied. Visits that have a carer
 * there are left alone, and none of a pair comes alone. Transfer full. */
EntRoundsCopy *ent_rounds_weeks_copy (const EntRoundsWeek *now, EntRoundsJudge *next);
void ent_rounds_copy_free (EntRoundsCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoundsCopy, ent_rounds_copy_free)

G_END_DECLS
