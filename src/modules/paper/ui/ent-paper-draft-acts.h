/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft's page does beyond showing: issuing, and leading to where gaps are filled. Main
 * thread. */

#pragma once

#include "ent-paper-draft-page.h"

G_BEGIN_DECLS

/* Issues the document; @then: "print", "save", or "keep". The page gives way to the document's.
 * @done is called with FALSE when nothing was issued, which has been told. */
typedef void (*EntPaperIssued) (EntPaperDraftPage *page, gboolean issued);
void ent_paper_draft_issue (EntPaperDraftPage *page, const char *then, EntPaperIssued done);

/* @person_id may be 0. */
void ent_paper_draft_lead (EntPaperDraftPage *page,
                           EntGapPlace place,
                           const char *label,
                           gint64 person_id);

G_END_DECLS
