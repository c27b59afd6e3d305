/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a document and finishes its file. A worker thread. */

#include "ent-doc-private.h"
#include "ent-pdf-finish.h"

GBytes *
ent_doc_render (EntDoc *self, guint *n_pages, GCancellable *cancellable, GError **error)
{
  EntPdfInfo info = { .language = self->language,
                      .title = self->title,
                      .author = self->author,
                      .day = self->day };
  g_autoptr (GBytes) drawn = ent_doc_draw (self, NULL, n_pages, cancellable, error);

  if (drawn == NULL)
    return NULL;
  return ent_pdf_finish (drawn, &info, error);
}
