/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a document and finishes its file. A worker thread. */

#include "ent-doc-private.h"
#include "ent-pdf-finish.h"

GBytes *
ent_doc_render (EntDoc *self, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) alts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) drawn = ent_doc_draw (self, alts, n_pages, cancellable, error);
  EntPdfInfo info = {
    .language = self->language,
    .title = self->title,
    .author = self->author,
    .day = self->day,
  };

  if (drawn == NULL)
    return NULL;
  g_ptr_array_add (alts, NULL);
  info.figure_alts = (const char *const *) alts->pdata;
  return ent_pdf_finish (drawn, &info, error);
}
