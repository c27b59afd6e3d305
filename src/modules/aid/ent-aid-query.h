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

G_END_DECLS
