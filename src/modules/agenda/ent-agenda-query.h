/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about appointments that the descriptor cannot answer. Thread of the connection. */

#pragma once

#include "ent-appointment.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_agenda_sql_person_name[];
extern const char ent_agenda_sql_agent_name[];

/* All appointments of a person, oldest first: (element-type EntAppointment), transfer full. */
GPtrArray *ent_agenda_query_of_person (EntDb *db, gint64 person_id, GError **error);
/* Those of a day in order of time, of one agent or (0) of all; transfer full. */
GPtrArray *ent_agenda_query_of_day (EntDb *db, gint32 day, gint64 agent_id, GError **error);

G_END_DECLS
