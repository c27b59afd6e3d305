/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF with the tools to read it: page, zoom, search, small pictures. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-pdf-view.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_PANE (ent_pdf_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfPane, ent_pdf_pane, ENT, PDF_PANE, AdwBreakpointBin)

GtkWidget *ent_pdf_pane_new (void);

/* As ent_pdf_view_set_document (); what cannot be shown is told in its place. */
void ent_pdf_pane_set_document (EntPdfPane *self, GBytes *pdf);
/* As with no document, and says why there is none. */
void ent_pdf_pane_show_none (EntPdfPane *self, const char *title, const char *sentence);
/* For its signals. Borrowed. */
EntPdfView *ent_pdf_pane_get_view (EntPdfPane *self);
/* Adds a button at the end of the tools. */
void ent_pdf_pane_add_tool (EntPdfPane *self, GtkWidget *tool);
/* Opens the search. */
void ent_pdf_pane_find (EntPdfPane *self);

G_END_DECLS
