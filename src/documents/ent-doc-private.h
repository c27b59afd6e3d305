/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document drawn but not finished: tagged, without what Cairo cannot write. A worker thread. */

#pragma once

#include "ent-doc.h"

G_BEGIN_DECLS

/* The same bytes for the same document. @n_pages may be NULL. @figure_alts (element-type utf8) is
 * given what each Figure shows, in the order of the structure; may be NULL. */
GBytes *ent_doc_draw (EntDoc *self,
                      GPtrArray *figure_alts,
                      guint *n_pages,
                      GCancellable *cancellable,
                      GError **error);

G_END_DECLS
