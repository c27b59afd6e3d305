/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody joins another household, found by a person who lives there, or starts one. Main
 * thread. */

#pragma once

#include "ent-household-member.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @member leaves and goes elsewhere on @day. */
void ent_household_move_member (GtkWidget *parent,
                                EntStore *store,
                                EntHouseholdMember *member,
                                gint32 day);
/* Somebody who is in no household joins one. */
void ent_household_join (GtkWidget *parent, EntStore *store, gint64 person_id, gint32 day);

G_END_DECLS
