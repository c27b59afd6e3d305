/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The modules of this program, from the registry made at build. */

#pragma once

#include "ent-place.h"

G_BEGIN_DECLS

/* Tells the store about the modules; once, first of all. */
void ent_app_modules_register (void);
/* Modules that show something; NULL-terminated. */
const EntModuleUi *const *ent_app_modules_ui (void);
/* How records of a type are shown, and by which module. NULL when by none. */
const EntRecordUi *ent_app_modules_find (const EntSchema *schema, const EntModuleUi **module);
/* All lists of a place, those that other modules add included; NULL-terminated, transfer
 * container. */
const char **ent_app_modules_tables (const EntPlace *place);
/* Lets modules add to the menu of a list. */
void ent_app_modules_extend_menu (const EntSchema *schema, GMenu *menu);
/* Lets modules add to a menu of a place. */
void ent_app_modules_extend_place_menu (const char *place, GVariant *about, GMenu *menu);
/* Lets modules add to the page of a record. */
void ent_app_modules_extend (const EntSchema *schema, EntRecordPage *page);
/* Tells modules that a register was opened. */
void ent_app_modules_opened (EntShell *shell, EntStore *store);
/* Adds the pages of modules to the preferences. */
void ent_app_modules_add_preferences (AdwPreferencesDialog *dialog, EntStore *store);

G_END_DECLS
