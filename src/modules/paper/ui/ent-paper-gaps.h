/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft still wants before it can be issued, and what speaks against it; each leads to where
 * it is put right. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-paper-make.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_GAPS (ent_paper_gaps_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperGaps, ent_paper_gaps, ENT, PAPER_GAPS, AdwPreferencesGroup)

/* Where a gap is filled. */
typedef enum
{
  ENT_GAP_QUESTION, /* in the form itself */
  ENT_GAP_PURPOSE,
  ENT_GAP_RECIPIENT,
  ENT_GAP_PERSON,
  ENT_GAP_RECORDS, /* what the records say against it */
  ENT_GAP_ADDRESS,
  ENT_GAP_FILE,
  ENT_GAP_AGENT,
  ENT_GAP_CENTRE,
  ENT_GAP_SIGNATORY,
  ENT_GAP_TEMPLATE,
  ENT_GAP_SIGNING
} EntGapPlace;

/* Signal "activated" (int EntGapPlace, const char *label). */
GtkWidget *ent_paper_gaps_new (void);
/* @unclear: labels of rows that cannot be understood, or NULL. Keeps the rows when nothing changed.
 * Returns how many there are. */
guint ent_paper_gaps_show (EntPaperGaps *self,
                           EntPaperMade *made,
                           const EntPaperRequest *request,
                           const char *unclear);
/* The label of the first, and where it is filled; NULL when nothing is missing. Borrowed. */
const char *ent_paper_gaps_get_first (EntPaperGaps *self, EntGapPlace *place);
/* One sentence for all, or NULL when nothing is missing. Transfer full. */
char *ent_paper_gaps_sentence (EntPaperGaps *self);

G_END_DECLS
