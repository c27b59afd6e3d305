/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about appointments that the descriptor cannot answer. Thread of the connection. */

#include "ent-agenda-query.h"

#include "ent-sql.h"

const char ent_agenda_sql_person_name[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"
    " WHERE p.id = appointment.person_id";

const char ent_agenda_sql_agent_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = appointment.agent_id";

GPtrArray *
ent_agenda_query_of_person (EntDb *db, gint64 person_id, GError **error)
{
  return ent_sql_load (db, &ent_appointment_schema,
                       "WHERE person_id = $1 ORDER BY day, from_time, id",
                       ENT_ARGS (ent_int (person_id)), error);
}

GPtrArray *
ent_agenda_query_of_day (EntDb *db, gint32 day, gint64 agent_id, GError **error)
{
  return ent_sql_load (db, &ent_appointment_schema,
                       "WHERE day = $1 AND ($2 = 0 OR agent_id = $2) ORDER BY from_time, id",
                       ENT_ARGS (ent_day (day), ent_int (agent_id)), error);
}
