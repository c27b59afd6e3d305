/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for a person and what belongs to it. Pure functions on records and values, any
 * thread; the day is an argument. */

#pragma once

#include "ent-address.h"
#include "ent-case-file.h"
#include "ent-change.h"
#include "ent-contact-point.h"
#include "ent-issues.h"
#include "ent-person-number.h"
#include "ent-person.h"
#include "ent-relation.h"

G_BEGIN_DECLS

/* Sets one field of a draft by the name of its column. */
void ent_draft_set (gpointer draft, const char *column, EntValue value);
/* Takes blanks off both ends of a text of several lines; NULL when nothing remains. */
void ent_person_clean_long (char **field);

void ent_person_check (EntPerson *self, gint32 today, EntIssues *issues);
void ent_address_check (EntAddress *self, EntIssues *issues);
void ent_contact_point_check (EntContactPoint *self, EntIssues *issues);
void ent_relation_check (EntRelation *self, EntIssues *issues);
void ent_case_file_check (EntCaseFile *self, EntIssues *issues);

/* The line of history that a change of register number leaves behind: @former of @person_id, valid
 * until the day before @day. Transfer full; NULL when the number did not change or was empty. */
EntPersonNumber *ent_person_former_number (gint64 person_id,
                                           const char *former,
                                           const char *current,
                                           gint32 day,
                                           const char *reason);
/* Adds that line to the act which changes the number. TRUE when there was one to add. */
gboolean ent_person_keep_number (EntChangeSet *set,
                                 EntPerson *original,
                                 EntPerson *draft,
                                 gint32 day);

G_END_DECLS
