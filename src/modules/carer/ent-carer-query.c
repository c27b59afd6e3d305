/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about carers that the descriptors cannot answer. Thread of the connection. */

#include "ent-carer-query.h"

#include "ent-sql.h"

const char ent_carer_sql_agent_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = carer.agent_id";

const char ent_carer_sql_team_name[] =
    "SELECT t.name FROM agent w JOIN team t ON t.id = w.team_id WHERE w.id = carer.agent_id";

/* A sign that every language reads, for a list has no room for a word. Who has left the centre
 * gives no care either. */
const char ent_carer_sql_in_service[] =
    "SELECT '✓' FROM agent w WHERE w.id = carer.agent_id"
    " AND (carer.from_day IS NULL OR carer.from_day <= ent_today ())"
    " AND (carer.to_day IS NULL OR carer.to_day >= ent_today ())"
    " AND (w.active_from IS NULL OR w.active_from <= ent_today ())"
    " AND (w.active_to IS NULL OR w.active_to >= ent_today ())";

EntCarer *
ent_carer_query_of_agent (EntDb *db, gint64 agent_id, GError **error)
{
  g_autoptr (GPtrArray) carers = ent_sql_load (db, &ent_carer_schema, "WHERE agent_id = $1",
                                              ENT_ARGS (ent_int (agent_id)), error);

  return carers != NULL && carers->len > 0 ? g_object_ref (g_ptr_array_index (carers, 0)) : NULL;
}
