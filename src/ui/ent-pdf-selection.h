/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected in a PDF, from a spot on one page to a spot on another, and its text. Main
 * thread. */

#pragma once

#include "ent-pdf-reader.h"

G_BEGIN_DECLS

typedef struct
{
  guint page;
  guint position; /* characters before it on the page */
} EntPdfSpot;

typedef struct
{
  EntPdfSpot anchor; /* where it began; may stand behind the other */
  EntPdfSpot focus;
} EntPdfSelection;

gboolean ent_pdf_selection_is_empty (const EntPdfSelection *self);
/* The part on one page; @end may lie beyond its text. */
void ent_pdf_selection_on_page (const EntPdfSelection *self, guint page, guint *start, guint *end);
/* Reads the pages concerned; the finish gives their text, transfer full. */
void ent_pdf_selection_read_async (const EntPdfSelection *self,
                                   EntPdfReader *reader,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *ent_pdf_selection_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
