/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a document and finishes its file. A worker thread. */

#include "ent-doc-private.h"
#include "ent-pdf-finish.h"

GBytes *
ent_doc_render (EntDoc *self, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntPenNotes) notes = ent_pen_notes_new ();
  g_autoptr (GBytes) drawn = ent_doc_draw (self, notes, n_pages, cancellable, error);
  EntPdfInfo info = {
    .language = self->language,
    .title = self->title,
    .author = self->author,
    .day = self->day,
  };

  if (drawn == NULL)
    return NULL;
  g_ptr_array_add (notes->figure_alts, NULL);
  g_ptr_array_add (notes->link_texts, NULL);
  info.figure_alts = (const char *const *) notes->figure_alts->pdata;
  info.link_texts = (const char *const *) notes->link_texts->pdata;
  info.list_marks = notes->list_marks->str;
  info.logo = notes->logo;
  return ent_pdf_finish (drawn, &info, error);
}
