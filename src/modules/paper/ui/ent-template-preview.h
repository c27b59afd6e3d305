/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that a template makes while it is written, for a record of the register or with
 * samples. Main thread; pages are made on the reading thread. */

#pragma once

#include <adwaita.h>

#include "ent-document-kind.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_TEMPLATE_PREVIEW (ent_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntTemplatePreview, ent_template_preview, ENT, TEMPLATE_PREVIEW, AdwBin)

/* Signal "shown" (EntTemplatePreview *): the letter of the latest text is there. */
void ent_template_preview_set_up (EntTemplatePreview *self,
                                  EntStore *store,
                                  const EntDocumentKind *kind);
/* Makes the letter of a text without faults; one that is being made already is given up. */
void ent_template_preview_show (EntTemplatePreview *self, const char *language, const char *text);
/* Says that the text has faults: the last letter stays, dimmed. */
void ent_template_preview_set_stale (EntTemplatePreview *self);

G_END_DECLS
