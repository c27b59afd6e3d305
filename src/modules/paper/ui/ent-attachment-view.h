/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a piece holds, shown: pages, a picture, or a word that it cannot be. Main thread. */

#pragma once

#include "ent-attachment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_ATTACHMENT_VIEW (ent_attachment_view_get_type ())
G_DECLARE_FINAL_TYPE (EntAttachmentView, ent_attachment_view, ENT, ATTACHMENT_VIEW, AdwBin)

GtkWidget *ent_attachment_view_new (void);
/* What the register says of it. */
void ent_attachment_view_show_facts (EntAttachmentView *self, EntAttachment *piece);
/* What it holds. */
void ent_attachment_view_show_bytes (EntAttachmentView *self, EntAttachment *piece, GBytes *bytes);
void ent_attachment_view_show_failure (EntAttachmentView *self, const char *sentence);

G_END_DECLS
