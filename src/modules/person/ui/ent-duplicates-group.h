/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Persons of the register who may be the one being typed. Main thread. */

#pragma once

#include "ent-person-duplicates.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_DUPLICATES_GROUP (ent_duplicates_group_get_type ())
G_DECLARE_FINAL_TYPE (EntDuplicatesGroup,
                      ent_duplicates_group,
                      ENT,
                      DUPLICATES_GROUP,
                      AdwPreferencesGroup)

/* Hidden while nobody is alike. Signal "picked" (EntDuplicatesGroup *, gint64 person). */
GtkWidget *ent_duplicates_group_new (EntStore *store);
/* Asks shortly after the last call; the clue is copied. */
void ent_duplicates_group_ask (EntDuplicatesGroup *self, const EntPersonClue *clue);

G_END_DECLS
