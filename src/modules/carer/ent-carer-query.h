/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about carers that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-carer.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_carer_sql_agent_name[];
extern const char ent_carer_sql_team_name[];
extern const char ent_carer_sql_in_service[];

/* The carer that an agent is; transfer full, NULL without an error when the agent is none. */
EntCarer *ent_carer_query_of_agent (EntDb *db, gint64 agent_id, GError **error);

G_END_DECLS
