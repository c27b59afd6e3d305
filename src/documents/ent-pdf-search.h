/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search through a whole PDF, page after page from where the reader looks, so that the first
 * results are there at once. Main thread. */

#pragma once

#include "ent-pdf-reader.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_SEARCH (ent_pdf_search_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfSearch, ent_pdf_search, ENT, PDF_SEARCH, GObject)

/* Signal "found" (guint page): hits on one more page. Signal "finished". Letting go of the object
 * ends the search. */
EntPdfSearch *ent_pdf_search_new (EntPdfReader *reader, const char *words, guint first_page);

gboolean ent_pdf_search_is_finished (EntPdfSearch *self);
guint ent_pdf_search_get_n_hits (EntPdfSearch *self);
/* (element-type EntPdfHit), or NULL when nothing is known on that page. Borrowed. */
GArray *ent_pdf_search_get_hits (EntPdfSearch *self, guint page);
/* The hit that is looked at; FALSE while there is none. */
gboolean ent_pdf_search_get_current (EntPdfSearch *self, guint *page, guint *index);
/* How many hits stand before the one that is looked at, of those known. */
guint ent_pdf_search_get_position (EntPdfSearch *self);
/* Goes to the next or, with -1, to the one before, and around. */
void ent_pdf_search_step (EntPdfSearch *self, int direction);

G_END_DECLS
