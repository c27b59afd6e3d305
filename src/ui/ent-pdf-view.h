/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF to be read: scrolled, zoomed, searched, selected from. Bare; EntPdfPane puts tools around
 * it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-pdf-sheets.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_VIEW (ent_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfView, ent_pdf_view, ENT, PDF_VIEW, AdwBin)

/* Signals: "loaded" (guint n_pages); "failed" (const char *sentence), after which the view is
 * empty; "moved": another page or zoom; "search-changed". */
GtkWidget *ent_pdf_view_new (void);

/* NULL empties. A document that replaces another keeps the place, the zoom and the old pixels until
 * its own are there, so that a preview does not flash. */
void ent_pdf_view_set_document (EntPdfView *self, GBytes *pdf);
/* What is shown or being opened, or NULL. Borrowed. */
GBytes *ent_pdf_view_get_document (EntPdfView *self);
/* What is shown, or NULL. Borrowed. */
EntPdfReader *ent_pdf_view_get_reader (EntPdfView *self);
EntPdfSheets *ent_pdf_view_get_sheets (EntPdfView *self);

/* 0 when nothing is shown. */
guint ent_pdf_view_get_n_pages (EntPdfView *self);
/* From 0. */
guint ent_pdf_view_get_page (EntPdfView *self);
void ent_pdf_view_go_to (EntPdfView *self, guint page);

double ent_pdf_view_get_zoom (EntPdfView *self);
void ent_pdf_view_set_zoom (EntPdfView *self, double zoom);
void ent_pdf_view_zoom_in (EntPdfView *self);
void ent_pdf_view_zoom_out (EntPdfView *self);
void ent_pdf_view_set_fit (EntPdfView *self, EntPdfFit fit);

/* Searches as is typed; "" ends the search. */
void ent_pdf_view_search (EntPdfView *self, const char *words);
/* 1: the next hit, -1: the one before. */
void ent_pdf_view_search_step (EntPdfView *self, int direction);
/* The search under way or done, or NULL. Borrowed. */
EntPdfSearch *ent_pdf_view_get_search (EntPdfView *self);

void ent_pdf_view_select_all (EntPdfView *self);
/* Puts what is selected on the clipboard. */
void ent_pdf_view_copy (EntPdfView *self);

G_END_DECLS
