/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about agents that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-agent.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* Absences of all agents on a day: (element-type EntAgentAbsence), transfer full. */
GPtrArray *ent_staff_query_absences (EntDb *db, gint32 day, GError **error);
/* Who does the work of an agent on a day; 0 when nobody does. See ent_staff_who_stands_in(). */
gint64 ent_staff_query_stand_in (EntDb *db, gint64 agent_id, gint32 day, GError **error);
/* Transfer full. */
EntAgent *ent_staff_query_by_id (EntDb *db, gint64 agent_id, GError **error);
/* The agent who uses this login of the operating system; transfer full, NULL when none does. */
EntAgent *ent_staff_query_by_login (EntDb *db, const char *login, GError **error);

/* The first agent who has this function, by its nick; transfer full, NULL when none has. */
EntAgent *ent_staff_query_first_of_function (EntDb *db, const char *function, GError **error);

/* The name of an agent’s team, as a computed column. */
extern const char ent_staff_sql_team_name[];

G_END_DECLS
