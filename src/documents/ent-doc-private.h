/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document drawn but not finished: tagged, without what Cairo cannot write. A worker thread. */

#pragma once

#include "ent-doc.h"
#include "ent-pen.h"

G_BEGIN_DECLS

/* The same bytes for the same document. @n_pages and @notes may be NULL. */
GBytes *ent_doc_draw (EntDoc *self,
                      EntPenNotes *notes,
                      guint *n_pages,
                      GCancellable *cancellable,
                      GError **error);

G_END_DECLS
