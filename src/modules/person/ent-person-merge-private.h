/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the parts of the merge. */

#pragma once

#include "ent-household-member.h"
#include "ent-note.h"
#include "ent-person-merge.h"
#include "ent-relation.h"

G_BEGIN_DECLS

struct _EntPersonMerge
{
  EntPerson *survivor;
  EntPerson *other;
  gint32 day;
  EntMergeChoice choices[64]; /* one a column */
};

/* Same role, custody and sharing; custody that one of the two does not tell is the same. */
gboolean ent_person_merge_same_terms (EntHouseholdMember *a, EntHouseholdMember *b);
/* The notes of both stays, and on what terms the second one was when they differ; transfer full,
 * NULL when there is nothing to note. */
char *ent_person_merge_stay_note (EntHouseholdMember *kept, EntHouseholdMember *gone);
/* What a relation between the two said beyond its role; transfer full, NULL when nothing. */
EntNote *ent_person_merge_relation_note (EntRelation *relation, gint64 survivor_id);

G_END_DECLS
