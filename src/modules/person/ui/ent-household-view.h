/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page must know to show households on any day: read at once on the reading thread, private
 * to the main thread afterwards. */

#pragma once

#include "ent-household-member.h"
#include "ent-household-rules.h"
#include "ent-store.h"

G_BEGIN_DECLS

/* One household with all its members, past ones too. */
typedef struct
{
  gint64 id;
  GPtrArray *members; /* EntHouseholdMember */
} EntHouseholdPart;

typedef struct
{
  gint64 person_id; /* whose households these are; 0: one household, whoever is in it */
  GPtrArray *memberships; /* EntHouseholdMember of that person */
  GPtrArray *parts; /* EntHouseholdPart */
} EntHouseholdView;

/* All households in which a person is, was or will be. An EntStoreFunc; data is the id (gint64). */
gpointer ent_household_view_read_person (EntDb *db,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);
/* One household. An EntStoreFunc; data is the id (gint64). */
gpointer ent_household_view_read (EntDb *db,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
void ent_household_view_free (EntHouseholdView *self);

/* Whether the part is to be shown on that day. */
gboolean ent_household_view_shows (EntHouseholdView *self, EntHouseholdPart *part, gint32 day);
/* The membership with that id, borrowed, or NULL. */
EntHouseholdMember *ent_household_view_find (EntHouseholdView *self, gint64 member_id);
/* The nearest day before (step -1) or after (step 1) on which somebody came or went;
 * ENT_DAY_NONE when there is none. */
gint32 ent_household_view_change_near (EntHouseholdView *self, gint32 day, int step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHouseholdView, ent_household_view_free)

G_END_DECLS
