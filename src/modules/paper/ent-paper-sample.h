/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages about nobody: a template with the samples of its fields, the letterhead while the centre's
 * details are typed. Thread of the connection. */

#pragma once

#include "ent-paper-make.h"

G_BEGIN_DECLS

typedef struct
{
  const EntDocumentKind *kind; /* NULL: a letter that says nothing */
  const char *language;
  const char *text; /* template; NULL: a sentence */
  gint32 day;
  EntCentre *centre; /* as typed; NULL: as the register has it */
  GBytes *logo; /* in place of the centre's, or NULL */
} EntPaperSample;

EntPaperDraft *ent_paper_sample_draft (EntDb *db,
                                       const EntPaperSample *sample,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
