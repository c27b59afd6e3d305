/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about requests that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-module.h"
#include "ent-deadline-enums.h"
#include "ent-request.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_request_sql_person[];
extern const char ent_request_sql_objects[];
extern const char ent_request_sql_worker[];
extern const char ent_request_sql_team[];
extern const char ent_request_sql_object_kind[];

/* Gives the next number of the year, inside the act that writes the request. */
void ent_request_query_give_number (EntDb *db, EntRequest *request);
/* The highest number of a year, 0 when there is none. */
int ent_request_query_last_sequence (EntDb *db, int year);
/* Whether a document about it was ever issued. */
gboolean ent_request_query_has_documents (EntDb *db, gint64 request_id);
/* Whoever works at this computer, as an agent when the login is known; transfer full. */
char *ent_request_query_author (EntDb *db);

/* (element-type EntRequestStep), in their order, transfer full. */
GPtrArray *ent_request_query_steps (EntDb *db, gint64 request_id, GError **error);
/* (element-type EntRequestEvent), oldest first, transfer full. */
GPtrArray *ent_request_query_events (EntDb *db, gint64 request_id, GError **error);
/* (element-type EntDeadlineRule), transfer full. */
GPtrArray *ent_request_query_rules (EntDb *db, GError **error);
/* What can be asked for, and who can be asked: (element-type EntRequestKind) and (element-type
 * EntTeam), by name, transfer full. */
GPtrArray *ent_request_query_kinds (EntDb *db, GError **error);
GPtrArray *ent_request_query_teams (EntDb *db, GError **error);
/* The regimes of all that is asked for, as bits 1 << EntRegime. */
guint ent_request_query_regimes (EntDb *db, gint64 request_id);
/* Whether an integration project goes with something that is asked for. */
gboolean ent_request_query_has_project (EntDb *db, gint64 request_id);
/* The first day on which its receipt was issued, and not cancelled since; ENT_DAY_NONE. */
gint32 ent_request_query_receipt_day (EntDb *db, gint64 request_id);

/* The numbers of the open requests of a person, but for one; NULL when there are none. Transfer
 * full. */
char *ent_request_query_open_numbers (EntDb *db, gint64 person_id, gint64 but_id);
/* Who follows the person; 0 when nobody does. */
gint64 ent_request_query_worker_of (EntDb *db, gint64 person_id);

/* A number stays as it was given, and in its place; see EntModule.guard. */
gboolean ent_request_guard (EntDb *db, const EntWrite *write, GError **error);

G_END_DECLS
