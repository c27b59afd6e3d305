/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of all pages of a PDF, to go to one at a glance. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-pdf-reader.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_THUMBNAILS (ent_pdf_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfThumbnails, ent_pdf_thumbnails, ENT, PDF_THUMBNAILS, AdwBin)

/* Signal "chosen" (guint page). */
GtkWidget *ent_pdf_thumbnails_new (void);
/* NULL: none. */
void ent_pdf_thumbnails_set_reader (EntPdfThumbnails *self, EntPdfReader *reader);
/* Marks the page that is looked at. */
void ent_pdf_thumbnails_set_page (EntPdfThumbnails *self, guint page);

G_END_DECLS
