/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book: what waits for us on the left, each document as it will be signed on the
 * right. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_BOOK_PAGE (ent_book_page_get_type ())
G_DECLARE_FINAL_TYPE (EntBookPage, ent_book_page, ENT, BOOK_PAGE, AdwNavigationPage)

AdwNavigationPage *ent_book_page_new (EntStore *store);
/* Selects the line that waits for a document, when it is in the book. */
void ent_book_page_select (EntBookPage *self, gint64 document_id);

G_END_DECLS
