/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first of two acts: which document about this record. Main thread. */

#pragma once

#include "ent-document-kind.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_CHOOSER (ent_paper_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperChooser, ent_paper_chooser, ENT, PAPER_CHOOSER, AdwDialog)

/* The dialog, not shown yet. Signal "chosen" (const char *id of the kind), after closing. */
EntPaperChooser *ent_paper_chooser_new (const EntSchema *subject);
/* Shows it, and then the draft of what was chosen. */
void ent_paper_chooser_present (EntShell *shell, const EntSchema *subject, gint64 id);

G_END_DECLS
