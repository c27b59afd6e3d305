/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a PDF on the screen: its pixels, its text for who reads with a screen reader, what is
 * selected and what was found. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-pdf-reader.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_PAGE (ent_pdf_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfPage, ent_pdf_page, ENT, PDF_PAGE, GtkWidget)

/* @number counts from 0. */
GtkWidget *ent_pdf_page_new (guint number);
guint ent_pdf_page_get_number (EntPdfPage *self);

/* Shows the page of another file; the old pixels and words stay until the new are there. */
void ent_pdf_page_set_reader (EntPdfPage *self, EntPdfReader *reader);
/* The same as a picture among others: without words, and after what is more urgent. */
void ent_pdf_page_show_small (EntPdfPage *self, EntPdfReader *reader, double scale);
/* Sees to it that the page is drawn at @scale, pixels a point. */
void ent_pdf_page_draw (EntPdfPage *self, double scale);
/* Whether what is seen is the page as it is now. */
gboolean ent_pdf_page_is_drawn (EntPdfPage *self);

/* NULL until it has been read: signal "read". Borrowed. */
EntPdfText *ent_pdf_page_get_text (EntPdfPage *self);
/* From the widget's coordinates to points. */
void ent_pdf_page_to_points (EntPdfPage *self, double *x, double *y);

void ent_pdf_page_set_selection (EntPdfPage *self, guint start, guint end);
/* Within the length of the text. */
void ent_pdf_page_get_selection (EntPdfPage *self, guint *start, guint *end);
/* @hits: (element-type EntPdfHit) or NULL; @current: the one that is looked at, or -1. */
void ent_pdf_page_set_hits (EntPdfPage *self, GArray *hits, int current);

G_END_DECLS
