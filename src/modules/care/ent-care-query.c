/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about home care that the descriptors cannot answer. Thread of the connection. */

#include "ent-care-query.h"

#include "ent-care-need-task.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-task.h"
#include "ent-date.h"
#include "ent-person-stay.h"
#include "ent-sql.h"
#include "ent-visit.h"

#define PERSON \
  "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p WHERE p.id = "
#define CARER \
  "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM carer c" \
  " JOIN agent w ON w.id = c.agent_id WHERE c.id = "
#define ACTIVITY "SELECT a.name FROM care_activity a WHERE a.id = "

const char ent_care_sql_plan_person[] = PERSON "care_plan.person_id";
const char ent_care_sql_stay_person[] = PERSON "person_stay.person_id";
const char ent_care_sql_visit_person[] = PERSON "visit.person_id";
const char ent_care_sql_contribution_person[] = PERSON "contribution.person_id";
const char ent_care_sql_wish_carer[] = CARER "care_wish.carer_id";
const char ent_care_sql_visit_carer[] = CARER "visit.carer_id";
const char ent_care_sql_need_activity[] = ACTIVITY "care_need.activity_id";
const char ent_care_sql_visit_activity[] = ACTIVITY "visit.activity_id";
const char ent_care_sql_scale_activity[] = ACTIVITY "contribution_scale.activity_id";

const char ent_care_sql_plan_agent[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = care_plan.agent_id";

/* As ent_care_plan_state () says. */
const char ent_care_sql_plan_state[] =
    "CASE WHEN care_plan.is_draft <> 0 THEN 'draft'"
    " WHEN care_plan.to_day < ent_today () THEN 'ended'"
    " WHEN care_plan.from_day > ent_today () THEN 'coming'"
    " WHEN EXISTS (SELECT 1 FROM person_stay s WHERE s.person_id = care_plan.person_id"
    " AND s.from_day <= ent_today () AND (s.to_day IS NULL OR s.to_day >= ent_today ()))"
    " THEN 'suspended'"
    " WHEN care_plan.review_on <= ent_today () THEN 'to-review'"
    " ELSE 'runs' END";

const char ent_care_sql_need_tasks[] =
    "SELECT group_concat (name, ', ') FROM (SELECT t.name FROM care_need_task x"
    " JOIN care_task t ON t.id = x.task_id WHERE x.need_id = care_need.id ORDER BY t.sort, t.id)";

const char ent_care_sql_need_task_name[] =
    "SELECT t.name FROM care_task t WHERE t.id = care_need_task.task_id";

GPtrArray *
ent_care_query_plans (EntDb *db, gint64 plan_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_care_plan_schema,
                       "WHERE ($1 = 0 OR id = $1) AND is_draft = 0"
                       " AND (to_day IS NULL OR to_day >= $2) ORDER BY id",
                       ENT_ARGS (ent_int (plan_id), ent_day (from)), error);
}

GPtrArray *
ent_care_query_needs (EntDb *db, gint64 plan_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_care_need_schema,
                       "WHERE ($1 = 0 OR plan_id = $1) AND (to_day IS NULL OR to_day >= $2)"
                       " ORDER BY plan_id, id",
                       ENT_ARGS (ent_int (plan_id), ent_day (from)), error);
}

GPtrArray *
ent_care_query_stays (EntDb *db, gint64 plan_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_person_stay_schema,
                       "WHERE (to_day IS NULL OR to_day >= $2) AND ($1 = 0 OR person_id ="
                       " (SELECT p.person_id FROM care_plan p WHERE p.id = $1)) ORDER BY id",
                       ENT_ARGS (ent_int (plan_id), ent_day (from)), error);
}

GPtrArray *
ent_care_query_made (EntDb *db, gint64 plan_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema,
                       "WHERE need_id IS NOT NULL AND origin_day >= $2"
                       " AND ($1 = 0 OR plan_id = $1) ORDER BY id",
                       ENT_ARGS (ent_int (plan_id), ent_day (from)), error);
}

GHashTable *
ent_care_query_deaths (EntDb *db, GError **error)
{
  g_autoptr (GHashTable) deaths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT p.id, p.deceased_on FROM person p WHERE p.deceased_on IS NOT NULL"
      " AND p.id IN (SELECT c.person_id FROM care_plan c)",
      ENT_NO_ARGS, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);
      gint32 day = ent_day_parse_iso (ent_rows_text (rows, 1));

      g_hash_table_insert (deaths, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (day));
    }
  if (local_error == NULL)
    return g_steal_pointer (&deaths);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
ent_care_query_stays_of (EntDb *db, gint64 person_id, GError **error)
{
  return ent_sql_load (db, &ent_person_stay_schema, "WHERE person_id = $1 ORDER BY from_day, id",
                       ENT_ARGS (ent_int (person_id)), error);
}

GPtrArray *
ent_care_query_visits_of (EntDb *db, gint64 person_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema,
                       "WHERE person_id = $1 AND day >= $2 AND is_exception = 0"
                       " AND state IN ('planned', 'confirmed', 'cancelled-service')"
                       " ORDER BY day, start_time, id",
                       ENT_ARGS (ent_int (person_id), ent_day (from)), error);
}

GPtrArray *
ent_care_query_visits_of_need (EntDb *db, gint64 need_id, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema, "WHERE need_id = $1 ORDER BY id",
                       ENT_ARGS (ent_int (need_id)), error);
}

GPtrArray *
ent_care_query_tasks (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_care_task_schema, "ORDER BY activity_id, sort, id", ENT_NO_ARGS,
                       error);
}

GPtrArray *
ent_care_query_tasks_of (EntDb *db, gint64 need_id, GError **error)
{
  return ent_sql_load (db, &ent_care_need_task_schema, "WHERE need_id = $1 ORDER BY id",
                       ENT_ARGS (ent_int (need_id)), error);
}

gint64
ent_care_query_n_needs (EntDb *db, gint64 plan_id)
{
  return ent_db_number (db, "SELECT count (*) FROM care_need WHERE plan_id = $1",
                        ENT_ARGS (ent_int (plan_id)), 0);
}
