/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a PDF, by the right button or by the keyboard: copying, and the links of the page,
 * which no other way reaches without a mouse. Main thread. */

#pragma once

#include "ent-pdf-sheets.h"

G_BEGIN_DECLS

/* Opens it above @view, at a place in it or, with NULL, in its middle. The items are the actions
 * "pdf-view.copy", "pdf-view.select-all" and "pdf-view.follow" (u), the number of a link. */
void ent_pdf_menu_popup (GtkWidget *view, EntPdfSheets *sheets, const GdkRectangle *place);

G_END_DECLS
