/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about paper that the descriptors cannot answer. Thread of the connection. */

#include "ent-paper-query.h"

#include "ent-date.h"
#include "ent-paper-enums.h"
#include "ent-sql.h"

#define AGENT_NAME "SELECT coalesce (a.first_name || ' ', '') || a.last_name FROM agent a"
#define PERSON_NAME "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"

const char ent_paper_sql_signatory_name[] = AGENT_NAME " WHERE a.id = signatory.agent_id";
const char ent_paper_sql_document_person[] = PERSON_NAME " WHERE p.id = document.person_id";
const char ent_paper_sql_cancelled_by[] =
    "SELECT c.number FROM document c WHERE c.cancels_id = document.id";
const char ent_paper_sql_waiting_for[] =
    "SELECT string_agg (coalesce (a.first_name || ' ', '') || a.last_name, ', '"
    " ORDER BY r.position) FROM signature_request r JOIN agent a ON a.id = r.agent_id"
    " WHERE r.document_id = document.id AND r.state = 'waiting'";
const char ent_paper_sql_request_number[] =
    "SELECT d.number FROM document d WHERE d.id = signature_request.document_id";
const char ent_paper_sql_request_title[] =
    "SELECT d.title FROM document d WHERE d.id = signature_request.document_id";
const char ent_paper_sql_request_person[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM document d"
    " JOIN person p ON p.id = d.person_id WHERE d.id = signature_request.document_id";
const char ent_paper_sql_request_agent[] = AGENT_NAME " WHERE a.id = signature_request.agent_id";
const char ent_paper_sql_attachment_person[] = PERSON_NAME " WHERE p.id = attachment.person_id";

/* The first of those found, or NULL. */
static gpointer
first (EntDb *db,
       const EntSchema *schema,
       const char *tail,
       const EntValue *args,
       gsize n_args,
       GError **error)
{
  g_autoptr (GPtrArray) found = ent_sql_load (db, schema, tail, args, n_args, error);

  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static char *
text_of (EntDb *db, const char *sql, const EntValue *args, gsize n_args)
{
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, NULL);

  return rows != NULL && ent_rows_next (rows, NULL) ? g_strdup (ent_rows_text (rows, 0)) : NULL;
}

gpointer
ent_paper_query_record (EntDb *db, const EntSchema *schema, gint64 id, GError **error)
{
  if (id == 0)
    return NULL;
  return first (db, schema, "WHERE id = $1", ENT_ARGS (ent_int (id)), error);
}

EntCentre *
ent_paper_query_centre (EntDb *db, GError **error)
{
  return ent_paper_query_record (db, &ent_centre_schema, 1, error);
}

char *
ent_paper_query_setting (EntDb *db, const char *name)
{
  return text_of (db, "SELECT value FROM setting WHERE name = $1", ENT_ARGS (ent_text (name)));
}

EntDocumentTemplate *
ent_paper_query_template (EntDb *db,
                          const char *kind,
                          const char *language,
                          gint32 day,
                          GError **error)
{
  return first (db, &ent_document_template_schema,
                "WHERE kind = $1 AND language = $2 AND valid_from <= $3 "
                "ORDER BY edition DESC LIMIT 1",
                ENT_ARGS (ent_text (kind), ent_text (language), ent_day (day)), error);
}

EntSignatory *
ent_paper_query_signatory (EntDb *db, int role, gint32 day, GError **error)
{
  const EntChoice *choice = ent_enum_by_value (&ent_signatory_role_enum, role);

  g_return_val_if_fail (choice != NULL, NULL);

  return first (db, &ent_signatory_schema,
                "WHERE role = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2) "
                "ORDER BY from_day DESC, id DESC LIMIT 1",
                ENT_ARGS (ent_text (choice->nick), ent_day (day)), error);
}

int
ent_paper_query_last_sequence (EntDb *db, int year)
{
  return (int) ent_db_number (db,
                              "SELECT coalesce (max (sequence), 0) FROM document WHERE year = $1",
                              ENT_ARGS (ent_int (year)), 0);
}

EntDocument *
ent_paper_query_latest (EntDb *db, GError **error)
{
  return first (db, &ent_document_schema,
                "WHERE entry = 'issued' AND NOT EXISTS "
                "(SELECT 1 FROM document c WHERE c.cancels_id = document.id) "
                "ORDER BY made_on DESC, id DESC LIMIT 1",
                ENT_NO_ARGS, error);
}

EntDocument *
ent_paper_query_by_number (EntDb *db, const char *number, GError **error)
{
  return first (db, &ent_document_schema, "WHERE number = $1", ENT_ARGS (ent_text (number)), error);
}

EntDocument *
ent_paper_query_by_digest (EntDb *db, const char *digest, GError **error)
{
  return first (db, &ent_document_schema,
                "WHERE file = $1 OR signed_file = $1 OR id IN "
                "(SELECT document_id FROM signature_request WHERE file = $1 "
                "AND means = 'electronic') "
                "ORDER BY id LIMIT 1",
                ENT_ARGS (ent_text (digest)), error);
}

EntDocument *
ent_paper_query_cancellation (EntDb *db, gint64 document_id, GError **error)
{
  return first (db, &ent_document_schema, "WHERE cancels_id = $1 LIMIT 1",
                ENT_ARGS (ent_int (document_id)), error);
}

GPtrArray *
ent_paper_query_requests (EntDb *db, gint64 document_id, GError **error)
{
  return ent_sql_load (db, &ent_signature_request_schema,
                       "WHERE document_id = $1 ORDER BY position, id",
                       ENT_ARGS (ent_int (document_id)), error);
}

GPtrArray *
ent_paper_query_turn (EntDb *db, GArray *agents, GError **error)
{
  GString *list = g_string_new ("0");
  g_autofree char *tail = NULL;

  for (guint i = 0; i < agents->len; i++)
    g_string_append_printf (list, ", %" G_GINT64_FORMAT, g_array_index (agents, gint64, i));
  tail = g_strdup_printf (
      "WHERE state = 'waiting' AND agent_id IN (%s) AND NOT EXISTS "
      "(SELECT 1 FROM signature_request b WHERE b.document_id = signature_request.document_id "
      "AND b.position < signature_request.position AND b.state <> 'signed') "
      "AND NOT EXISTS (SELECT 1 FROM document c "
      "WHERE c.cancels_id = signature_request.document_id) ORDER BY asked_at, id",
      list->str);
  g_string_free (list, TRUE);

  return ent_sql_load (db, &ent_signature_request_schema, tail, ENT_NO_ARGS, error);
}

char *
ent_paper_query_signature_image (EntDb *db, gint64 agent_id)
{
  return text_of (db, "SELECT file FROM signature_image WHERE agent_id = $1",
                  ENT_ARGS (ent_int (agent_id)));
}

EntAttachment *
ent_paper_query_attachment (EntDb *db, gint64 person_id, const char *digest, GError **error)
{
  return first (db, &ent_attachment_schema, "WHERE person_id = $1 AND file = $2 LIMIT 1",
                ENT_ARGS (ent_int (person_id), ent_text (digest)), error);
}

gint64
ent_paper_query_open_file (EntDb *db, gint64 person_id, char **number)
{
  const char *sql = "SELECT id, number FROM case_file WHERE person_id = $1 "
                    "ORDER BY closed_on IS NOT NULL, opened_on DESC, id DESC LIMIT 1";
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_ARGS (ent_int (person_id)), NULL);

  if (rows == NULL || !ent_rows_next (rows, NULL))
    return 0;
  if (number != NULL)
    *number = g_strdup (ent_rows_text (rows, 1));
  return ent_rows_int (rows, 0);
}
