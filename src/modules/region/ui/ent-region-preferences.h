/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences of the region: which file is used, what it holds, importing another. Main thread.
 */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_REGION_PREFERENCES (ent_region_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EntRegionPreferences,
                      ent_region_preferences,
                      ENT,
                      REGION_PREFERENCES,
                      AdwPreferencesPage)

/* A page for a preferences dialog, named "region". @store is not needed. */
AdwPreferencesPage *ent_region_preferences_new (EntStore *store);

G_END_DECLS
