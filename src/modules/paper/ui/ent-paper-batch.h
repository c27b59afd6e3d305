/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with paper by the dozen, from the menus of lists: letters and labels for the persons
 * shown, scans to file. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Adds "win.paper-series", "win.paper-labels" and "win.paper-file-scans"; for the pages of other
 * modules "win.paper-letters" (sax): a kind of document and the persons it is for, and
 * "win.paper-draft" (sx): a kind and the record that it is about. */
void ent_paper_batch_install (EntShell *shell);
void ent_paper_batch_extend_menu (const EntSchema *schema, GMenu *menu);

G_END_DECLS
