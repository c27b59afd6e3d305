/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a report may take to come, as the centre sets it, and the page of the preferences for
 * it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-day-rules.h"
#include "ent-store.h"

G_BEGIN_DECLS

void ent_day_patience_read (EntStore *store, EntDayPatience *patience);
/* @store NULL: no register is open. Transfer floating. */
AdwPreferencesPage *ent_day_preferences_new (EntStore *store);

G_END_DECLS
