/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys that an agent holds now, each opening its page. Hidden while there are none. Main
 * thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_HELD_KEYS_GROUP (ent_held_keys_group_get_type ())
G_DECLARE_FINAL_TYPE (EntHeldKeysGroup,
                      ent_held_keys_group,
                      ENT,
                      HELD_KEYS_GROUP,
                      AdwPreferencesGroup)

GtkWidget *ent_held_keys_group_new (EntStore *store, gint64 agent_id);

G_END_DECLS
