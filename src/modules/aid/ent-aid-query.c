/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about aids that the descriptor cannot answer. Thread of the connection. */

#include "ent-aid-query.h"

#include "ent-aid-spans.h"
#include "ent-date.h"
#include "ent-person-query.h"
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

GPtrArray *
ent_aid_query_for_document (EntDb *db, gint64 person_id, gint32 day, GError **error)
{
  g_autoptr (EntPerson) person = ent_person_query_by_id (db, person_id, error);
  g_autoptr (GPtrArray) aids = NULL;

  if (person == NULL)
    return NULL;
  aids = ent_aid_query_of_person (db, person_id, error);
  if (aids != NULL && person->deceased_on != ENT_DAY_NONE && person->deceased_on < day)
    ent_aid_end_all (aids, person->deceased_on);
  return g_steal_pointer (&aids);
}
