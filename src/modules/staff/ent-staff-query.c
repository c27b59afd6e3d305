/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about agents that the descriptors cannot answer. Thread of the connection. */

#include "ent-staff-query.h"

#include "ent-agent-absence.h"
#include "ent-error.h"
#include "ent-sql.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

const char ent_staff_sql_team_name[] = "SELECT t.name FROM team t WHERE t.id = agent.team_id";

GPtrArray *
ent_staff_query_absences (EntDb *db, gint32 day, GError **error)
{
  return ent_sql_load (db, &ent_agent_absence_schema,
                       "WHERE from_day <= $1 AND to_day >= $1 ORDER BY id",
                       ENT_ARGS (ent_day (day)), error);
}

gint64
ent_staff_query_stand_in (EntDb *db, gint64 agent_id, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) absences = ent_staff_query_absences (db, day, error);

  if (absences == NULL)
    return 0;

  return ent_staff_who_stands_in (absences, agent_id, day);
}

EntAgent *
ent_staff_query_by_id (EntDb *db, gint64 agent_id, GError **error)
{
  g_autoptr (GPtrArray) agents = NULL;

  agents = ent_sql_load (db, &ent_agent_schema, "WHERE id = $1", ENT_ARGS (ent_int (agent_id)),
                         error);
  if (agents == NULL)
    return NULL;
  if (agents->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This agent is no longer in the register."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (agents, 0));
}

EntAgent *
ent_staff_query_by_login (EntDb *db, const char *login, GError **error)
{
  g_autoptr (GPtrArray) agents = NULL;

  agents = ent_sql_load (db, &ent_agent_schema, "WHERE login = $1", ENT_ARGS (ent_text (login)),
                         error);
  if (agents == NULL || agents->len == 0)
    return NULL;

  return g_object_ref (g_ptr_array_index (agents, 0));
}

EntAgent *
ent_staff_query_first_of_function (EntDb *db, const char *function, GError **error)
{
  g_autoptr (GPtrArray) agents = NULL;

  agents = ent_sql_load (db, &ent_agent_schema, "WHERE function = $1 ORDER BY id LIMIT 1",
                         ENT_ARGS (ent_text (function)), error);
  if (agents == NULL || agents->len == 0)
    return NULL;

  return g_object_ref (g_ptr_array_index (agents, 0));
}
