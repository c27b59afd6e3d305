/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about aids that the descriptor cannot answer. Thread of the connection. */

#pragma once

#include "ent-aid.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_aid_sql_person_name[];
extern const char ent_aid_sql_runs[];

/* All aids of a person, oldest first: (element-type EntAid), transfer full. */
GPtrArray *ent_aid_query_of_person (EntDb *db, gint64 person_id, GError **error);

/* The same as a document of @day may tell them: what was left open is over with the life of the
 * person. Not to be written back. */
GPtrArray *ent_aid_query_for_document (EntDb *db, gint64 person_id, gint32 day, GError **error);

G_END_DECLS
