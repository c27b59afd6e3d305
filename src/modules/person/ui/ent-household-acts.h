/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialogs by which households change: somebody comes, leaves, moves. Main thread. */

#pragma once

#include "ent-household-member.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @day is proposed as the first or last day. */
void ent_household_add_member (GtkWidget *parent, EntStore *store, gint64 household_id, gint32 day);
/* A household for somebody who has none. */
void ent_household_start (GtkWidget *parent, EntStore *store, gint64 person_id, gint32 day);
void ent_household_edit_member (GtkWidget *parent, EntStore *store, EntHouseholdMember *member);
void ent_household_member_leaves (GtkWidget *parent,
                                  EntStore *store,
                                  EntHouseholdMember *member,
                                  gint32 day);
/* A line noted by mistake. */
void ent_household_remove_member (GtkWidget *parent, EntHouseholdMember *member);

G_END_DECLS
