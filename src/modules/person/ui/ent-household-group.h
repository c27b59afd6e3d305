/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The household of a person, or one household, as of any day. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_HOUSEHOLD_GROUP (ent_household_group_get_type ())
G_DECLARE_FINAL_TYPE (EntHouseholdGroup, ent_household_group, ENT, HOUSEHOLD_GROUP, AdwBin)

GtkWidget *ent_household_group_new_for_person (EntStore *store, gint64 person_id);
GtkWidget *ent_household_group_new (EntStore *store, gint64 household_id);

G_END_DECLS
