/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about carers and keys that the descriptors cannot answer. Thread of the connection. */

#include "ent-carer-query.h"

#include "ent-date.h"
#include "ent-error.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

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

const char ent_carer_sql_qualified_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM carer c"
    " JOIN agent w ON w.id = c.agent_id WHERE c.id = carer_qualification.carer_id";

const char ent_home_key_sql_holder[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM key_loan l"
    " JOIN agent w ON w.id = l.agent_id WHERE l.key_id = home_key.id AND l.returned_on IS NULL";

const char ent_key_loan_sql_agent_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = key_loan.agent_id";

const char ent_carer_shift_order[] =
    "CASE weekday WHEN 'monday' THEN 1 WHEN 'tuesday' THEN 2 WHEN 'wednesday' THEN 3"
    " WHEN 'thursday' THEN 4 WHEN 'friday' THEN 5 WHEN 'saturday' THEN 6 ELSE 7 END,"
    " from_time, week, id";

EntCarer *
ent_carer_query_of_agent (EntDb *db, gint64 agent_id, GError **error)
{
  g_autoptr (GPtrArray) carers = ent_sql_load (db, &ent_carer_schema, "WHERE agent_id = $1",
                                              ENT_ARGS (ent_int (agent_id)), error);

  return carers != NULL && carers->len > 0 ? g_object_ref (g_ptr_array_index (carers, 0)) : NULL;
}

static gpointer
load_one (EntDb *db, const EntSchema *schema, gint64 id, GError **error)
{
  g_autoptr (GPtrArray)
                found = ent_sql_load (db, schema, "WHERE id = $1", ENT_ARGS (ent_int (id)), error);

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This carer is no longer in the register."));
      return NULL;
    }
  return g_object_ref (g_ptr_array_index (found, 0));
}

EntCarerWork *
ent_carer_query_work (EntDb *db, gint64 carer_id, GError **error)
{
  g_autoptr (EntCarerWork) work = g_new0 (EntCarerWork, 1);

  work->carer = load_one (db, &ent_carer_schema, carer_id, error);
  if (work->carer == NULL)
    return NULL;
  work->agent = load_one (db, &ent_agent_schema, work->carer->agent_id, error);
  work->shifts = ent_sql_load_owned (db, &ent_carer_shift_schema, carer_id, ent_carer_shift_order,
                                     error);
  if (work->agent == NULL || work->shifts == NULL)
    return NULL;
  work->absences = ent_sql_load_owned (db, &ent_agent_absence_schema, work->carer->agent_id,
                                       "from_day, id", error);
  return work->absences != NULL ? g_steal_pointer (&work) : NULL;
}

int
ent_carer_query_next_colour (EntDb *db)
{
  guint n_used[ENT_CARER_COLOURS] = { 0 };
  g_autoptr (EntRows) rows = ent_db_query (db,
                                          "SELECT CAST (colour AS INTEGER), count(*) FROM carer"
                                          " WHERE to_day IS NULL OR to_day >= ent_today ()"
                                          " GROUP BY colour",
                                          ENT_NO_ARGS, NULL);

  while (rows != NULL && ent_rows_next (rows, NULL))
    {
      gint64 colour = ent_rows_int (rows, 0);

      if (colour >= 1 && colour <= ENT_CARER_COLOURS)
        n_used[colour - 1] = (guint) ent_rows_int (rows, 1);
    }
  return ent_carer_next_colour (n_used);
}

char *
ent_carer_query_sort_key (EntDb *db, gint64 agent_id)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "SELECT sort_key FROM agent WHERE id = $1",
                                          ENT_ARGS (ent_int (agent_id)), NULL);

  return rows != NULL && ent_rows_next (rows, NULL) ? g_strdup (ent_rows_text (rows, 0)) : NULL;
}

int
ent_home_key_query_next_number (EntDb *db)
{
  return (int) ent_db_number (db, "SELECT max (number) FROM home_key", ENT_NO_ARGS, 0) + 1;
}

GPtrArray *
ent_key_loan_query_of_key (EntDb *db, gint64 key_id, GError **error)
{
  return ent_sql_load (db, &ent_key_loan_schema, "WHERE key_id = $1 ORDER BY given_on DESC, id",
                       ENT_ARGS (ent_int (key_id)), error);
}

void
ent_held_key_free (EntHeldKey *self)
{
  g_free (self->person);
  g_free (self);
}

GPtrArray *
ent_home_key_query_held_by (EntDb *db, gint64 agent_id, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_held_key_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = NULL;

  rows = ent_db_query (db,
                       "SELECT k.id, k.number, p.last_name || coalesce (' ' || p.first_names, ''),"
                       " l.given_on FROM key_loan l JOIN home_key k ON k.id = l.key_id"
                       " JOIN person p ON p.id = k.person_id"
                       " WHERE l.agent_id = $1 AND l.returned_on IS NULL ORDER BY k.number",
                       ENT_ARGS (ent_int (agent_id)), error);
  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      EntHeldKey *key = g_new0 (EntHeldKey, 1);

      key->key_id = ent_rows_int (rows, 0);
      key->number = (int) ent_rows_int (rows, 1);
      key->person = g_strdup (ent_rows_text (rows, 2));
      key->given_on = ent_day_parse_iso (ent_rows_text (rows, 3));
      g_ptr_array_add (keys, key);
    }
  if (local_error == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
