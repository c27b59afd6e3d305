/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the module's entry in the window needs for templates, signatories and the centre: pages,
 * actions, menu entries. Main thread. */

#pragma once

#include "ent-place.h"

G_BEGIN_DECLS

/* For EntRecordUi. */
AdwNavigationPage *ent_paper_settings_open_template (EntShell *shell, EntStore *store, gint64 id);
void ent_paper_settings_create_template (EntShell *shell, EntStore *store);
extern const EntPlainSpec ent_paper_settings_signatory;

/* Adds "win.paper-centre", "win.paper-templates", "win.paper-signers" and
 * "win.paper-own-signature". */
void ent_paper_settings_install (EntShell *shell);
void ent_paper_settings_extend_menu (const EntSchema *schema, GMenu *menu);

G_END_DECLS
