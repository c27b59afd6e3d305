/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about the day of home care and its worries. Thread of the connection. */

#include "ent-day-query.h"

#include "ent-date.h"
#include "ent-sql.h"
#include "ent-worry.h"

/* The plan that runs today names its worker; who has no plan any more, the file that is open. */
#define WORKER \
  "coalesce (worry.agent_id," \
  " (SELECT c.agent_id FROM care_plan c WHERE c.person_id = worry.person_id AND c.is_draft = 0" \
  " AND c.agent_id IS NOT NULL AND c.from_day <= ent_today ()" \
  " AND (c.to_day IS NULL OR c.to_day >= ent_today ()) ORDER BY c.from_day DESC, c.id DESC" \
  " LIMIT 1)," \
  " (SELECT f.worker_id FROM case_file f WHERE f.person_id = worry.person_id" \
  " AND f.worker_id IS NOT NULL AND f.closed_on IS NULL ORDER BY f.id DESC LIMIT 1))"

/* Who stands in for that worker today: all day, also when only hours of it are taken. */
#define STAND_IN \
  "(SELECT x.stand_in_id FROM agent_absence x WHERE x.agent_id = " WORKER \
  " AND x.stand_in_id IS NOT NULL AND x.from_day <= ent_today ()" \
  " AND (x.to_day > ent_today () OR (x.to_day = ent_today () AND coalesce (x.to_time, 1) > 0))" \
  " ORDER BY x.from_day DESC LIMIT 1)"

#define NAME_OF_AGENT \
  "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w WHERE w.id = "

const char ent_day_sql_worry_person[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"
    " WHERE p.id = worry.person_id";
const char ent_day_sql_worry_worker[] = NAME_OF_AGENT WORKER;
const char ent_day_sql_worry_hands[] =
    "SELECT w.login FROM agent w WHERE w.id = coalesce (" STAND_IN ", " WORKER ")";
const char ent_day_sql_worry_carer[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM carer c"
    " JOIN agent w ON w.id = c.agent_id WHERE c.id = worry.carer_id";

static int
int_of (EntRows *rows, guint column)
{
  EntValue value = ent_rows_get (rows, column);

  return value.type == ENT_VALUE_INT ? (int) value.i : ENT_INT_NONE;
}

static const char *
text_of (EntDayPicture *picture, EntRows *rows, guint column)
{
  const char *text = ent_rows_text (rows, column);

  return text != NULL ? g_string_chunk_insert_const (picture->texts, text) : NULL;
}

static void
take_visit (EntDayPicture *picture, EntRows *rows)
{
  const char *state = ent_rows_text (rows, 5);
  const EntChoice *choice = state != NULL ? ent_enum_by_nick (&ent_visit_state_enum, state) : NULL;
  EntDayVisit visit = {
    .id = ent_rows_int (rows, 0),
    .planned = { .state = choice != NULL ? choice->value : 0,
                 .carer_id = ent_rows_int (rows, 4),
                 .start = { ent_day_parse_iso (ent_rows_text (rows, 1)), int_of (rows, 2) },
                 .minutes = int_of (rows, 3) },
    .person_id = ent_rows_int (rows, 6),
    .person = text_of (picture, rows, 7),
    .activity = text_of (picture, rows, 8),
    .carer = text_of (picture, rows, 9),
    .began_at = int_of (rows, 10),
    .ended_at = int_of (rows, 11),
    .entered_late = ent_rows_int (rows, 12) != 0,
    .reported_at = ent_rows_int (rows, 13),
    .notice_minutes = int_of (rows, 14),
    .notice_late = ent_rows_int (rows, 15) != 0,
    .has_worry = ent_rows_int (rows, 16) != 0,
  };

  visit.from_before = visit.planned.start.day < picture->day;
  g_array_append_val (picture->visits, visit);
}

static const char picture_sql[] =
    "SELECT v.id, v.day, v.start_time, v.minutes, v.carer_id, v.state, v.person_id,"
    " p.last_name || coalesce (' ' || p.first_names, ''), a.name,"
    " coalesce (w.first_name || ' ', '') || w.last_name, v.began_at, v.ended_at, v.entered_late,"
    " v.reported_at, v.notice_minutes, v.notice_late,"
    " EXISTS (SELECT 1 FROM worry o WHERE o.visit_id = v.id AND o.state <> 'followed')"
    " FROM visit v JOIN person p ON p.id = v.person_id"
    " JOIN care_activity a ON a.id = v.activity_id"
    " LEFT JOIN carer c ON c.id = v.carer_id LEFT JOIN agent w ON w.id = c.agent_id"
    " WHERE v.day = $2 OR (v.day = $1 AND v.start_time + v.minutes > 1440"
    " AND v.state IN ('planned', 'confirmed', 'done', 'nobody-home'))"
    " ORDER BY v.day, v.start_time IS NULL DESC, v.start_time, p.last_name, p.first_names, v.id";

static gboolean
read_visits (EntDb *db, EntDayPicture *picture, GError **error)
{
  g_autoptr (EntRows)
                rows = ent_db_query (db, picture_sql,
                                     ENT_ARGS (ent_day (picture->day - 1), ent_day (picture->day)),
                                     error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    take_visit (picture, rows);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

EntDayPicture *
ent_day_query_picture (EntDb *db, gint32 day, GError **error)
{
  g_autoptr (EntDayPicture) picture = ent_day_picture_new (day);

  if (!read_visits (db, picture, error))
    return NULL;
  picture->n_worries = (guint)
      ent_db_number (db, "SELECT count (*) FROM worry WHERE state <> 'followed'", ENT_NO_ARGS, 0);
  return g_steal_pointer (&picture);
}

GArray *
ent_day_query_ended (EntDb *db, gint64 carer_id, gint32 day, EntDayMoment now, GError **error)
{
  g_autoptr (EntDayPicture) picture = ent_day_picture_new (day);
  GArray *ids;

  if (!read_visits (db, picture, error))
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < picture->visits->len; i++)
    {
      const EntDayVisit *visit = ent_day_picture_get (picture, i);

      if (visit->planned.carer_id == carer_id && ent_day_wants_report (&visit->planned, now))
        g_array_append_val (ids, visit->id);
    }
  return ids;
}

GPtrArray *
ent_day_query_reported (EntDb *db, gint32 from, gint32 to, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema,
                       "WHERE day BETWEEN $1 AND $2 AND state IN ('done', 'nobody-home')"
                       " ORDER BY day, start_time, id",
                       ENT_ARGS (ent_day (from), ent_day (to)), error);
}

int
ent_day_query_notice_hours (EntDb *db, gint32 day)
{
  return (int) ent_db_number (db,
                              "SELECT hours FROM cancel_notice WHERE from_day <= $1"
                              " AND (to_day IS NULL OR to_day >= $1)"
                              " ORDER BY from_day DESC, id DESC LIMIT 1",
                              ENT_ARGS (ent_day (day)), ENT_INT_NONE);
}

gint64
ent_day_query_worker (EntDb *db, gint64 person_id, gint32 day)
{
  return ent_db_number (
      db,
      "SELECT coalesce ((SELECT c.agent_id FROM care_plan c WHERE c.person_id = $1"
      " AND c.is_draft = 0 AND c.agent_id IS NOT NULL AND c.from_day <= $2"
      " AND (c.to_day IS NULL OR c.to_day >= $2) ORDER BY c.from_day DESC, c.id DESC LIMIT 1),"
      " (SELECT f.worker_id FROM case_file f WHERE f.person_id = $1 AND f.worker_id IS NOT NULL"
      " AND f.closed_on IS NULL ORDER BY f.id DESC LIMIT 1), 0)",
      ENT_ARGS (ent_int (person_id), ent_day (day)), 0);
}

GPtrArray *
ent_day_query_worries_of (EntDb *db, gint64 agent_id, GError **error)
{
  return ent_sql_load (db, &ent_worry_schema,
                       "WHERE state <> 'followed' AND coalesce (" STAND_IN ", " WORKER ") = $1"
                       " ORDER BY due_on, noted_at, id",
                       ENT_ARGS (ent_int (agent_id)), error);
}

guint
ent_day_query_n_worries (EntDb *db, const char *login, gboolean *is_mine)
{
  gint64 me = ent_db_number (db, "SELECT id FROM agent WHERE login = $1",
                             ENT_ARGS (ent_text (login)), 0);

  *is_mine = me != 0;
  if (me == 0)
    return (guint) ent_db_number (db, "SELECT count (*) FROM worry WHERE state <> 'followed'",
                                  ENT_NO_ARGS, 0);
  return (guint) ent_db_number (db,
                                "SELECT count (*) FROM worry WHERE state <> 'followed'"
                                " AND (SELECT w.login FROM agent w WHERE w.id = coalesce (" STAND_IN
                                ", " WORKER ")) = $1",
                                ENT_ARGS (ent_text (login)), 0);
}
