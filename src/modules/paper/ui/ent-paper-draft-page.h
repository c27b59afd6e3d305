/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document before it is issued: the page as it would come out, filled at once and kept up to date
 * as its questions are answered, and the button that issues it. Main thread. */

#pragma once

#include "ent-paper-draft-form.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_DRAFT_PAGE (ent_paper_draft_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperDraftPage,
                      ent_paper_draft_page,
                      ENT,
                      PAPER_DRAFT_PAGE,
                      AdwNavigationPage)

/* @request is copied; its day, author and agent are those of now. */
AdwNavigationPage *ent_paper_draft_page_new (EntStore *store, const EntPaperRequest *request);
/* The same for a kind of document about a record, with nothing answered yet; shows it. */
void ent_paper_draft_page_start (EntShell *shell, const EntDocumentKind *kind, gint64 subject_id);

/* For the acts of the page, and tests. Borrowed. */
EntPaperDraftForm *ent_paper_draft_page_get_form (EntPaperDraftPage *self);
EntStore *ent_paper_draft_page_get_store (EntPaperDraftPage *self);
/* Whether the page shown is that of the request as it stands, and nothing is missing. */
gboolean ent_paper_draft_page_is_ready (EntPaperDraftPage *self);

G_END_DECLS
