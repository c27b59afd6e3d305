/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above the text on the first page: logo, sender, address in the window, references.
 * One thread. */

#pragma once

#include "ent-doc.h"
#include "ent-logo.h"
#include "ent-pen.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct
{
  EntLogo *logo; /* or NULL */
  char *logo_alt;
  double logo_x;
  double logo_y;
  GPtrArray *pieces; /* texts and where they stand, in reading order */
  gboolean fold_marks;
  double rule_y; /* of the line below the letterhead, 0: none */
  double bottom; /* below it the text may begin */
} EntLetterhead;

EntLetterhead *ent_letterhead_new (const EntDoc *doc, PangoContext *context, GError **error);
void ent_letterhead_free (EntLetterhead *self);
void ent_letterhead_draw (const EntLetterhead *self, const EntDoc *doc, EntPen *pen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLetterhead, ent_letterhead_free)

G_END_DECLS
