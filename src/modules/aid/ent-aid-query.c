/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about aids that the descriptor cannot answer. Thread of the connection. */

#include "ent-aid-query.h"

#include "ent-sql.h"

const char ent_aid_sql_person_name[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"
    " WHERE p.id = aid.person_id";

/* A sign that every language reads, for a list has no room for a word. */
const char ent_aid_sql_runs[] =
    "CASE WHEN aid.from_day <= ent_today ()"
    " AND (aid.to_day IS NULL OR aid.to_day >= ent_today ()) THEN '✓' END";

GPtrArray *
ent_aid_query_of_person (EntDb *db, gint64 person_id, GError **error)
{
  return ent_sql_load (db, &ent_aid_schema, "WHERE person_id = $1 ORDER BY from_day, id",
                       ENT_ARGS (ent_int (person_id)), error);
}
