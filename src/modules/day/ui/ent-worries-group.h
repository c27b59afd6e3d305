/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worries that wait for an agent, on the page of that agent. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_WORRIES_GROUP (ent_worries_group_get_type ())
G_DECLARE_FINAL_TYPE (EntWorriesGroup, ent_worries_group, ENT, WORRIES_GROUP, AdwPreferencesGroup)

/* Not shown while there are none. */
GtkWidget *ent_worries_group_new (EntStore *store, gint64 agent_id);

G_END_DECLS
