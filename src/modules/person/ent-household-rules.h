/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households in time: who is there on a day, who moved when, what cannot be. Pure functions on
 * records, any thread; the day is an argument. First and last day are days of presence. */

#pragma once

#include "ent-change.h"
#include "ent-household-member.h"
#include "ent-issues.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_HOUSEHOLD_ARRIVED, /* on the first day of presence */
  ENT_HOUSEHOLD_LEFT /* on the day after the last one */
} EntHouseholdMove;

typedef struct
{
  gint32 day;
  EntHouseholdMove move;
  EntHouseholdMember *member; /* borrowed from the list given */
} EntHouseholdEvent;

void ent_household_member_check (EntHouseholdMember *self, EntIssues *issues);
gboolean ent_household_member_is_present (EntHouseholdMember *self, gint32 day);

/* For all: members is (element-type EntHouseholdMember). */

/* Those present on a day, the reference person first, then partner, children and others, each by
 * date of arrival. Transfer full. */
GPtrArray *ent_household_on (GPtrArray *members, gint32 day);
/* How many of those present share household matters. */
guint ent_household_n_sharing (GPtrArray *members, gint32 day);
/* Comings and goings, oldest first: (element-type EntHouseholdEvent). Transfer full. */
GArray *ent_household_events (GPtrArray *members);

/* One household: somebody noted twice at once, two reference persons, nobody as one. Warnings. */
void ent_household_check (GPtrArray *members, gint32 day, EntIssues *issues);
/* One person in all its households: two at once without shared custody, custody above 100 %.
 * Warnings. */
void ent_household_check_person (GPtrArray *memberships, EntIssues *issues);

/* Notes in the act that the member leaves: @last_day is the last day of presence. */
void ent_household_leave (EntChangeSet *set, EntHouseholdMember *member, gint32 last_day);
/* What speaks against moving on @day to @household_id (0: a new one), at "from_day" and
 * "household_id". */
void ent_household_check_move (EntHouseholdMember *member,
                               gint64 household_id,
                               gint32 day,
                               EntIssues *issues);
/* Notes in the act that the member moves to another household on @day, keeping role, custody,
 * sharing and a last day that is known. A day before the arrival makes an act that is refused.
 * Returns the new membership, transfer full. */
EntHouseholdMember *ent_household_move (EntChangeSet *set,
                                        EntHouseholdMember *member,
                                        gint64 household_id,
                                        gint32 day);

G_END_DECLS
