/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a PDF one below the other, inside a scrolled window. Only those in sight and their
 * neighbours are there and drawn, however many there are. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-pdf-page.h"
#include "ent-pdf-search.h"
#include "ent-pdf-selection.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PDF_FIT_WIDTH,
  ENT_PDF_FIT_PAGE,
  ENT_PDF_FIT_NONE
} EntPdfFit;

#define ENT_PDF_MIN_ZOOM 0.1
#define ENT_PDF_MAX_ZOOM 5.0

#define ENT_TYPE_PDF_SHEETS (ent_pdf_sheets_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfSheets, ent_pdf_sheets, ENT, PDF_SHEETS, GtkWidget)

/* Signal "moved": another page, another zoom. */
GtkWidget *ent_pdf_sheets_new (void);

/* The place, the zoom and the old pixels stay when a reader replaces another. May be NULL. */
void ent_pdf_sheets_set_reader (EntPdfSheets *self, EntPdfReader *reader);
/* Borrowed, or NULL. */
EntPdfReader *ent_pdf_sheets_get_reader (EntPdfSheets *self);

EntPdfFit ent_pdf_sheets_get_fit (EntPdfSheets *self);
void ent_pdf_sheets_set_fit (EntPdfSheets *self, EntPdfFit fit);
/* 1: the size of the paper. Ends fitting; what stands @y pixels below the upper edge stays there.
 */
void ent_pdf_sheets_set_zoom (EntPdfSheets *self, double zoom, double y);
double ent_pdf_sheets_get_zoom (EntPdfSheets *self);

/* The page that fills most of what is seen, from 0. */
guint ent_pdf_sheets_get_page (EntPdfSheets *self);
/* Brings a page, and the place @y points below its upper edge, to the top. */
void ent_pdf_sheets_go_to (EntPdfSheets *self, guint page, double y);
/* Scrolls no further than it takes to see the area. */
void ent_pdf_sheets_reveal (EntPdfSheets *self, guint page, const EntPdfArea *area);

/* The page at a place in the widget, which becomes a place in points on the page; or NULL. With
 * @nearest the page above or below does too. Borrowed. */
EntPdfPage *ent_pdf_sheets_page_at (EntPdfSheets *self, double *x, double *y, gboolean nearest);
/* The page when it is there, or NULL. Borrowed. */
EntPdfPage *ent_pdf_sheets_peek_page (EntPdfSheets *self, guint page);

void ent_pdf_sheets_set_selection (EntPdfSheets *self, const EntPdfSelection *selection);
const EntPdfSelection *ent_pdf_sheets_get_selection (EntPdfSheets *self);
/* What to highlight; NULL: nothing. Call again when the search knows more. */
void ent_pdf_sheets_show_search (EntPdfSheets *self, EntPdfSearch *search);

G_END_DECLS
