/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a template while it is written: its chips look like chips and go as a whole, a brace
 * proposes them, faults are underlined. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-chip-item.h"
#include "ent-template.h"

G_BEGIN_DECLS

#define ENT_TYPE_TEMPLATE_TEXT (ent_template_text_get_type ())
G_DECLARE_FINAL_TYPE (EntTemplateText, ent_template_text, ENT, TEMPLATE_TEXT, GtkTextView)

/* Signal "edited" (EntTemplateText *): by the user, undo and redo included. */
GtkWidget *ent_template_text_new (void);
/* What the text may name; @items are proposed after a brace. */
void ent_template_text_set_chips (EntTemplateText *self, EntPaperChips *chips, GListModel *items);
/* Begins anew: what was there before does not come back by undoing. Emits nothing. */
void ent_template_text_set_text (EntTemplateText *self, const char *text);
/* Replaces all, as one step that can be undone. */
void ent_template_text_replace (EntTemplateText *self, const char *text);
/* Transfer full. */
char *ent_template_text_get_text (EntTemplateText *self);
/* In the place of the selection, which goes where the snippet has its cursor. */
void ent_template_text_insert (EntTemplateText *self, const char *snippet);
/* Whether a name is being typed behind a brace, which is not a fault yet. */
gboolean ent_template_text_is_completing (EntTemplateText *self);
/* Underlines them: (element-type EntTemplateFault). */
void ent_template_text_set_faults (EntTemplateText *self, GPtrArray *faults);
/* Selects what a fault is about and takes the focus. */
void ent_template_text_go_to (EntTemplateText *self, const EntTemplateFault *fault);

G_END_DECLS
