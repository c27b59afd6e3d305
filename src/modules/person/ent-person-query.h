/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about persons, households and files that the descriptors cannot answer. Thread of the
 * connection. */

#pragma once

#include "ent-address.h"
#include "ent-db.h"
#include "ent-household-member.h"
#include "ent-issues.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* What the computed columns of person and household are. */
extern const char ent_person_sql_address_line[];
extern const char ent_person_sql_postcode[];
extern const char ent_person_sql_phone[];
extern const char ent_person_sql_file_numbers[];
extern const char ent_person_sql_worker_name[];
extern const char ent_household_sql_members[];
extern const char ent_case_file_sql_person_name[];
extern const char ent_case_file_sql_worker_name[];

/* Transfer full. */
EntPerson *ent_person_query_by_id (EntDb *db, gint64 person_id, GError **error);
/* What a person owns of one type (addresses, contact points, notes…), in the order of that type.
 * Transfer full. */
GPtrArray *ent_person_query_owned (EntDb *db,
                                   const EntSchema *schema,
                                   gint64 person_id,
                                   GError **error);
/* Records of one type whose reference @column leads to the person. Transfer full. */
GPtrArray *ent_person_query_referring (EntDb *db,
                                       const EntSchema *schema,
                                       const char *column,
                                       gint64 person_id,
                                       GError **error);

/* Members of a household, past ones too: (element-type EntHouseholdMember), transfer full. */
GPtrArray *ent_household_query_members (EntDb *db, gint64 household_id, GError **error);
/* Memberships of a person in all households: (element-type EntHouseholdMember), transfer full. */
GPtrArray *ent_household_query_memberships (EntDb *db, gint64 person_id, GError **error);
/* The household where a person lives on a day; where the larger part of custody is, when there are
 * several. 0 when there is none. */
gint64 ent_household_query_current (EntDb *db, gint64 person_id, gint32 day);

/* Alerts of a person in force on a day that the agent has not read yet: (element-type EntAlert),
 * transfer full. */
GPtrArray *ent_alert_query_pending (EntDb *db,
                                    gint64 person_id,
                                    gint64 agent_id,
                                    gint32 day,
                                    GError **error);

/* The number for the next file of a year, "2026-00042": one more than the highest given. Ask for it
 * where the file is inserted; a number taken meanwhile is refused as not unique. Transfer full. */
char *ent_case_file_next_number (EntDb *db, int year);

/* Warns when the postcode is not in the list of places, or has no locality of that name. */
void ent_address_check_place (EntDb *db, EntAddress *address, EntIssues *issues);

G_END_DECLS
