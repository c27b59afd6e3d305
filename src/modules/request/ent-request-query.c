/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about requests that the descriptors cannot answer. Thread of the connection. */

#include "ent-request-query.h"

#include "ent-date.h"
#include "ent-deadline-rule.h"
#include "ent-module.h"
#include "ent-request-documents.h"
#include "ent-request-event.h"
#include "ent-request-kind.h"
#include "ent-request-rules.h"
#include "ent-request-step.h"
#include "ent-sql.h"
#include "ent-staff-query.h"
#include "ent-team.h"

#define AGENT "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w WHERE w.id = "

const char ent_request_sql_person[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"
    " WHERE p.id = request.person_id";

const char ent_request_sql_objects[] =
    "SELECT k.name || coalesce ((SELECT group_concat (', ' || x.name, '') FROM request_object o"
    " JOIN request_kind x ON x.id = o.kind_id WHERE o.request_id = request.id), '')"
    " FROM request_kind k WHERE k.id = request.kind_id";

const char ent_request_sql_worker[] = AGENT "request.worker_id";

const char ent_request_sql_team[] = "SELECT t.name FROM team t WHERE t.id = request.team_id";

const char ent_request_sql_object_kind[] =
    "SELECT k.name FROM request_kind k WHERE k.id = request_object.kind_id";

/* All that a request asks for. */
#define KINDS \
  "SELECT k.regime, k.has_project FROM request r JOIN request_kind k ON k.id = r.kind_id" \
  " OR k.id IN (SELECT o.kind_id FROM request_object o WHERE o.request_id = r.id)" \
  " WHERE r.id = $1"

int
ent_request_query_last_sequence (EntDb *db, int year)
{
  return (int) ent_db_number (db, "SELECT max (sequence) FROM request WHERE year = $1",
                              ENT_ARGS (ent_int (year)), 0);
}

void
ent_request_query_give_number (EntDb *db, EntRequest *request)
{
  if (request->registered_on == ENT_DAY_NONE)
    request->registered_on = ent_day_today ();
  ent_day_to_ymd (request->registered_on, &request->year, NULL, NULL);
  request->sequence = ent_request_query_last_sequence (db, request->year) + 1;
  g_free (request->number);
  request->number = ent_request_format_number (request->year, request->sequence);
}

char *
ent_request_query_author (EntDb *db)
{
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);

  if (agent == NULL)
    return g_strdup (g_get_user_name ());
  return agent->first_name != NULL ? g_strconcat (agent->first_name, " ", agent->last_name, NULL)
                                   : g_strdup (agent->last_name);
}

gboolean
ent_request_query_has_documents (EntDb *db, gint64 request_id)
{
  return ent_db_number (db,
                        "SELECT count (*) FROM document WHERE subject_table = 'request'"
                        " AND subject_id = $1",
                        ENT_ARGS (ent_int (request_id)), 1) > 0;
}

GPtrArray *
ent_request_query_steps (EntDb *db, gint64 request_id, GError **error)
{
  return ent_sql_load (db, &ent_request_step_schema, "WHERE request_id = $1 ORDER BY day, id",
                       ENT_ARGS (ent_int (request_id)), error);
}

GPtrArray *
ent_request_query_events (EntDb *db, gint64 request_id, GError **error)
{
  return ent_sql_load (db, &ent_request_event_schema, "WHERE request_id = $1 ORDER BY day, id",
                       ENT_ARGS (ent_int (request_id)), error);
}

GPtrArray *
ent_request_query_rules (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_deadline_rule_schema, "ORDER BY id", ENT_NO_ARGS, error);
}

GPtrArray *
ent_request_query_kinds (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_request_kind_schema, "ORDER BY name, id", ENT_NO_ARGS, error);
}

GPtrArray *
ent_request_query_teams (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_team_schema, "ORDER BY name, id", ENT_NO_ARGS, error);
}

guint
ent_request_query_regimes (EntDb *db, gint64 request_id)
{
  g_autoptr (EntRows) rows = ent_db_query (db, KINDS, ENT_ARGS (ent_int (request_id)), NULL);
  guint regimes = 0;

  while (rows != NULL && ent_rows_next (rows, NULL))
    {
      const EntChoice *choice = ent_enum_by_nick (&ent_regime_enum, ent_rows_text (rows, 0));

      if (choice != NULL)
        regimes |= 1u << choice->value;
    }
  return regimes;
}

gboolean
ent_request_query_has_project (EntDb *db, gint64 request_id)
{
  return ent_db_number (db, "SELECT max (has_project) FROM (" KINDS ")",
                        ENT_ARGS (ent_int (request_id)), 0) > 0;
}

gint32
ent_request_query_receipt_day (EntDb *db, gint64 request_id)
{
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT min (d.made_on) FROM document d WHERE d.subject_table = 'request'"
      " AND d.subject_id = $1 AND d.kind = $2"
      " AND NOT EXISTS (SELECT 1 FROM document c WHERE c.cancels_id = d.id)",
      ENT_ARGS (ent_int (request_id), ent_text (ent_request_receipt.id)), NULL);

  return rows != NULL && ent_rows_next (rows, NULL) ? ent_day_parse_iso (ent_rows_text (rows, 0))
                                                    : ENT_DAY_NONE;
}

char *
ent_request_query_open_numbers (EntDb *db, gint64 person_id, gint64 but_id)
{
  g_autoptr (EntRows)
          rows = ent_db_query (db,
                               "SELECT group_concat (number, ', ') FROM (SELECT number FROM request"
                               " WHERE person_id = $1 AND is_open = 1 AND id <> $2 ORDER BY id)",
                               ENT_ARGS (ent_int (person_id), ent_int (but_id)), NULL);

  return rows != NULL && ent_rows_next (rows, NULL) ? g_strdup (ent_rows_text (rows, 0)) : NULL;
}

gint64
ent_request_query_worker_of (EntDb *db, gint64 person_id)
{
  return ent_db_number (
      db,
      "SELECT coalesce ((SELECT p.reference_worker_id FROM person p WHERE p.id = $1),"
      " (SELECT f.worker_id FROM case_file f WHERE f.person_id = $1 AND f.worker_id IS NOT NULL"
      " AND f.closed_on IS NULL ORDER BY f.id DESC LIMIT 1), 0)",
      ENT_ARGS (ent_int (person_id)), 0);
}
