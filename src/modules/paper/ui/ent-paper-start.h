/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft starts from: a request with proposals, who makes it, which languages there are. */

#pragma once

#include "ent-paper-request.h"
#include "ent-store.h"

G_BEGIN_DECLS

typedef struct
{
  EntPaperRequest *request;
  GPtrArray *languages; /* (element-type utf8) nicks in which there is a template */
  gboolean has_signature; /* whether the one who makes it has a scanned signature */
  gint64 person_id; /* whom it is about, or 0 */
} EntPaperStart;

/* Reads on the reading thread: the request is copied, answers are proposed where there are none. */
void ent_paper_start_async (EntStore *store,
                            const EntPaperRequest *request,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EntPaperStart *ent_paper_start_finish (EntStore *store, GAsyncResult *result, GError **error);
void ent_paper_start_free (EntPaperStart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperStart, ent_paper_start_free)

G_END_DECLS
