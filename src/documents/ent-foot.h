/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands at the foot of each page: verification code, its text, page number, footer. One
 * thread. */

#pragma once

#include "ent-doc.h"
#include "ent-pen.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _EntFoot EntFoot;

EntFoot *ent_foot_new (const EntDoc *doc, PangoContext *context, guint n_pages);
void ent_foot_free (EntFoot *self);
/* From the foot of the sheet, in points. */
double ent_foot_get_height (const EntFoot *self);
/* The seal of the last page is told to a screen reader, all else is an artifact. */
gboolean ent_foot_draw (const EntFoot *self, EntPen *pen, gboolean last, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFoot, ent_foot_free)

G_END_DECLS
