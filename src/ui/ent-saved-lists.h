/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that users keep: conditions and order under a name, in the register's settings. Main
 * thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

/* Adds a section with the lists of the page's record type: ready ones of the module (which may be
 * NULL), then saved ones. */
void ent_saved_lists_append_menu (EntListPage *page, const EntModuleUi *module, GMenu *menu);
/* Asks for a name and keeps what the page shows. */
void ent_saved_lists_ask_name (EntListPage *page);
void ent_saved_lists_open (EntListPage *page, const EntModuleUi *module, const char *name);
void ent_saved_lists_delete (EntListPage *page, const char *name);

G_END_DECLS
