/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day of one carer as it is printed: stops in order, the ways between them, breaks, sums. Pure;
 * any thread. */

#pragma once

#include "ent-rounds-round.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

typedef struct
{
  int visit;
  int from, to; /* minutes of the picture */
  int way, metres; /* to it; 0 both: none, or not known */
} EntSheetStop;

typedef struct
{
  int from, to;
} EntSheetBreak;

typedef struct
{
  GArray *stops; /* EntSheetStop */
  GArray *breaks; /* EntSheetBreak: half an hour and more between stops beyond the way */
  GArray *dropped; /* int: visits of the carer that are not to be made any more */
  EntRoundsSums sums;
} EntSheetRound;

/* @day of the picture: a night belongs to the day on which its shift begins. */
EntSheetRound *ent_sheet_round_new (const EntSheetBook *book, int carer, int day);
void ent_sheet_round_free (EntSheetRound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSheetRound, ent_sheet_round_free)

/* Whether the carer has a visit in the days that are printed, or had one that was dropped. */
gboolean ent_sheet_round_has_any (const EntSheetBook *book, int carer);

G_END_DECLS
