/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry of the register of documents: its frozen file, what is known of it, what may still be
 * done with it. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_DOCUMENT_PAGE (ent_document_page_get_type ())
G_DECLARE_FINAL_TYPE (EntDocumentPage, ent_document_page, ENT, DOCUMENT_PAGE, EntRecordPage)

AdwNavigationPage *ent_document_page_new (EntStore *store, gint64 id);
/* Takes the focus as soon as there is something to be done. */
void ent_document_page_take_focus (EntDocumentPage *self);

G_END_DECLS
