/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be said about a document before it is issued: its questions, its purpose, language,
 * addressee and signature. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-paper-gaps.h"
#include "ent-paper-start.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_DRAFT_FORM (ent_paper_draft_form_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperDraftForm, ent_paper_draft_form, ENT, PAPER_DRAFT_FORM, AdwBin)

/* Signals: "changed", after each edit by the user; "gap" (int EntGapPlace, const char *label), when
 * a gap is to be filled elsewhere than in the form. */
GtkWidget *ent_paper_draft_form_new (void);
/* Shows what the document starts from; @start is taken. */
void ent_paper_draft_form_take (EntPaperDraftForm *self, EntPaperStart *start);
/* What is asked now, borrowed; NULL before there is a start. */
EntPaperRequest *ent_paper_draft_form_get_request (EntPaperDraftForm *self);
/* Whether the user has changed anything. */
gboolean ent_paper_draft_form_is_touched (EntPaperDraftForm *self);
/* Shows what became of the request; returns how many things are missing. */
guint ent_paper_draft_form_show_made (EntPaperDraftForm *self, EntPaperMade *made);
/* To the first thing that is missing: where it is filled when that is here, else to what says so.
 */
void ent_paper_draft_form_focus_gap (EntPaperDraftForm *self);
/* Why it cannot be issued, or NULL. Transfer full. */
char *ent_paper_draft_form_obstacle (EntPaperDraftForm *self);

G_END_DECLS
