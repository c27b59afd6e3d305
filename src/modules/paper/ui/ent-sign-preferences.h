/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences of signing: software of the card, certificate file, time-stamps, whom to trust.
 * Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_SIGN_PREFERENCES (ent_sign_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EntSignPreferences,
                      ent_sign_preferences,
                      ENT,
                      SIGN_PREFERENCES,
                      AdwPreferencesPage)

/* A page for a preferences dialog. @store NULL: without what is kept in the register. */
AdwPreferencesPage *ent_sign_preferences_new (EntStore *store);
/* A dialog with this page alone, borrowed. */
AdwDialog *ent_sign_preferences_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
