/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the text of a kind of document: text and letter side by side, three languages, editions.
 * Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-template-editions.h"

G_BEGIN_DECLS

#define ENT_TYPE_TEMPLATE_PAGE (ent_template_page_get_type ())
G_DECLARE_FINAL_TYPE (EntTemplatePage, ent_template_page, ENT, TEMPLATE_PAGE, AdwNavigationPage)

/* @kind: known to this program, with or without an edition of the office. */
AdwNavigationPage *ent_template_page_new (EntStore *store,
                                          const EntDocumentKind *kind,
                                          EntPaperLanguage language);
/* The page for the record of an edition, which stands in its history. */
AdwNavigationPage *ent_template_page_new_for_record (EntStore *store, gint64 id);
/* Whether something is written that was not saved. It is kept when the page goes. */
gboolean ent_template_page_is_unsaved (EntTemplatePage *self);
/* Forgets it. */
void ent_template_page_discard (EntTemplatePage *self);

G_END_DECLS
