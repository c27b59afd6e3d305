/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about absences and who is to be told. Thread of the connection. */

#include "ent-cover-query.h"

#include "ent-agent-absence.h"
#include "ent-date.h"
#include "ent-error.h"
#include "ent-rounds-query.h"
#include "ent-sql.h"
#include "ent-visit-notice.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

#define CARER \
  "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM carer c" \
  " JOIN agent w ON w.id = c.agent_id WHERE c.id = "

const char ent_cover_sql_carer[] = CARER "absence_cover.carer_id";
const char ent_cover_sql_notice_old[] = CARER "visit_notice.old_carer_id";
const char ent_cover_sql_notice_new[] = CARER "visit_notice.new_carer_id";

const char ent_cover_sql_told[] =
    "SELECT count (n.told_at) || ' / ' || count (*) FROM visit_notice n"
    " WHERE n.cover_id = absence_cover.id HAVING count (*) > 0";

const char ent_cover_sql_notice_person[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM visit v"
    " JOIN person p ON p.id = v.person_id WHERE v.id = visit_notice.visit_id";

/* Whole weeks, for the hours of a contract are counted by the week. */
static EntRoundsWeek *
read_days (EntDb *db, const EntCoverAway *away, GError **error)
{
  gint32 from = away->from_day - (away->from_time != ENT_INT_NONE);
  gint32 last = ent_cover_away_last_day (away);
  gint32 monday = from - ent_day_weekday (from) + 1;
  gint32 sunday = last - ent_day_weekday (last) + 7;

  return ent_rounds_query_week (db, monday, MIN (sunday - monday + 1, ENT_COVER_MOST_DAYS), error);
}

EntCoverPlan *
ent_cover_query_plan (EntDb *db,
                      const EntCoverAway *away,
                      EntRoads *roads,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EntRows) rows = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autoptr (EntCoverPlan) plan = NULL;

  rows = ent_db_query (db,
                       "SELECT c.agent_id, coalesce (w.first_name || ' ', '') || w.last_name"
                       " FROM carer c JOIN agent w ON w.id = c.agent_id WHERE c.id = $1",
                       ENT_ARGS (ent_int (away->carer_id)), error);
  if (rows == NULL)
    return NULL;
  if (!ent_rows_next (rows, NULL))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This carer is no longer in the register."));
      return NULL;
    }
  week = read_days (db, away, error);
  if (week == NULL || !ent_rounds_week_set_ways (week, roads, cancellable, error))
    return NULL;
  plan = ent_cover_plan_new (g_steal_pointer (&week), away, ent_rows_int (rows, 0),
                             ent_rows_text (rows, 1));
  while (ent_cover_plan_step (plan))
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  return g_steal_pointer (&plan);
}

GPtrArray *
ent_cover_query_absences (EntDb *db,
                          gint64 agent_id,
                          gint32 from_day,
                          gint32 to_day,
                          GError **error)
{
  return ent_sql_load (db, &ent_agent_absence_schema,
                       "WHERE agent_id = $1 AND from_day <= $2 AND to_day >= $3 ORDER BY id",
                       ENT_ARGS (ent_int (agent_id), ent_day (from_day), ent_day (to_day)), error);
}

GPtrArray *
ent_cover_query_notices_of (EntDb *db, gint64 person_id, gint32 from, GError **error)
{
  return ent_sql_load (db, &ent_visit_notice_schema,
                       "WHERE id IN (SELECT max (n.id) FROM visit_notice n"
                       " JOIN visit v ON v.id = n.visit_id WHERE v.person_id = $1 AND n.day >= $2"
                       " AND n.recipient IN ('beneficiary', 'family') GROUP BY n.visit_id)"
                       " ORDER BY day, coalesce (new_time, old_time), id",
                       ENT_ARGS (ent_int (person_id), ent_day (from)), error);
}

GPtrArray *
ent_cover_query_done (EntDb *db, gint32 day, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema,
                       "WHERE day = $1 AND state = 'done' ORDER BY start_time, id",
                       ENT_ARGS (ent_day (day)), error);
}

EntAbsenceCover *
ent_cover_query_by_id (EntDb *db, gint64 cover_id, GError **error)
{
  g_autoptr (GPtrArray) found = ent_sql_load (db, &ent_absence_cover_schema, "WHERE id = $1",
                                             ENT_ARGS (ent_int (cover_id)), error);

  if (found != NULL && found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));
  if (found != NULL)
    g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                         _ ("This absence is no longer in the register."));
  return NULL;
}
