/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads back what was drawn. Any thread. */

#pragma once

#include <poppler.h>

#include "ent-doc.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Draws, fails the test on an error. */
GBytes *pdf_draw (EntDoc *doc);
PopplerDocument *pdf_open (GBytes *bytes);
/* Draws and opens. */
PopplerDocument *pdf_of (EntDoc *doc);
char *pdf_page_text (PopplerDocument *pdf, guint page);
/* All pages, on one line, with words divided at line ends put together again. */
char *pdf_text (PopplerDocument *pdf);
guint pdf_count (const char *text, const char *part);
/* Where a text first stands on a page, in mm from the left and the top. */
gboolean pdf_find (PopplerDocument *pdf, guint page, const char *text, PopplerRectangle *mm);
/* Fails the test when letters stand one over the other, or less than @margin mm from an edge. */
void pdf_check_layout (PopplerDocument *pdf, double margin);

G_END_DECLS
