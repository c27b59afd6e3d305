/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an update that was appended to a signed PDF file changes. The helper's only thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes [@before, @after) of the file @bytes add further signatures and what proves them, and
 * nothing else: nothing that anybody can see or hear differs between the two revisions. */
gboolean ent_sign_revision_only_signs (const guint8 *bytes, gsize before, gsize after);

G_END_DECLS
