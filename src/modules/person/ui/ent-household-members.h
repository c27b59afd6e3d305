/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who lives in one household on a day, and who moved when. Main thread. */

#pragma once

#include "ent-household-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_HOUSEHOLD_MEMBERS (ent_household_members_get_type ())
G_DECLARE_FINAL_TYPE (EntHouseholdMembers,
                      ent_household_members,
                      ENT,
                      HOUSEHOLD_MEMBERS,
                      AdwPreferencesGroup)

/* @view is read now and not kept. @titled: several households stand together and need telling
 * apart. Rows use the actions "household.open-person", "household.edit", "household.leave",
 * "household.move", "household.remove" (int64, the member's id), "household.add" and
 * "household.open" (int64, the household), "household.show-day" (int32). */
GtkWidget *ent_household_members_new (EntStore *store,
                                      EntHouseholdView *view,
                                      EntHouseholdPart *part,
                                      gint32 day,
                                      gboolean titled);
/* Whether the comings and goings are in sight. */
gboolean ent_household_members_get_unfolded (EntHouseholdMembers *self);
void ent_household_members_set_unfolded (EntHouseholdMembers *self, gboolean unfolded);

G_END_DECLS
