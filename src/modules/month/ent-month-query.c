/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about the month that the descriptors cannot answer. Thread of the connection. */

#include "ent-month-query.h"

#include "ent-date.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

#define PERSON \
  "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p WHERE p.id = "
#define CARER \
  "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM carer c" \
  " JOIN agent w ON w.id = c.agent_id WHERE c.id = "
#define ACTIVITY "SELECT a.name FROM care_activity a WHERE a.id = "

const char ent_month_sql_contingent_activity[] = ACTIVITY "contingent.activity_id";
const char ent_month_sql_correction_person[] = PERSON "month_correction.person_id";
const char ent_month_sql_correction_carer[] = CARER "month_correction.carer_id";
const char ent_month_sql_correction_activity[] = ACTIVITY "month_correction.activity_id";

GPtrArray *
ent_month_query_rules (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_month_rule_schema, "ORDER BY id", ENT_NO_ARGS, error);
}

GPtrArray *
ent_month_query_unsocial_rates (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_unsocial_rate_schema, "ORDER BY id", ENT_NO_ARGS, error);
}

GPtrArray *
ent_month_query_activities (EntDb *db, GError **error)
{
  return ent_sql_load (db, &ent_care_activity_schema, "ORDER BY name, id", ENT_NO_ARGS, error);
}

GPtrArray *
ent_month_query_visits (EntDb *db, gint32 first, gint32 last, GError **error)
{
  return ent_sql_load (db, &ent_visit_schema,
                       "WHERE day >= $1 AND day <= $2 ORDER BY day, start_time, id",
                       ENT_ARGS (ent_day (first), ent_day (last)), error);
}

/* id (gint64 *) → something freed with g_free (). */
static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

GPtrArray *
ent_month_query_closings (EntDb *db, EntMonth from, EntMonth to, GError **error)
{
  return ent_sql_load (db, &ent_month_closing_schema,
                       "WHERE year * 12 + month >= $1 AND year * 12 + month <= $2"
                       " ORDER BY year, month",
                       ENT_ARGS (ent_int (from.year * 12 + from.month),
                                 ent_int (to.year * 12 + to.month)),
                       error);
}

GPtrArray *
ent_month_query_lines (EntDb *db, gint64 closing_id, GError **error)
{
  return ent_sql_load (db, &ent_month_line_schema, "WHERE closing_id = $1 ORDER BY day, id",
                       ENT_ARGS (ent_int (closing_id)), error);
}

GPtrArray *
ent_month_query_corrections (EntDb *db, gint32 first, gint32 last, GError **error)
{
  return ent_sql_load (db, &ent_month_correction_schema,
                       "WHERE kind = 'correction' AND entered_on >= $1 AND entered_on <= $2"
                       " ORDER BY entered_on, id",
                       ENT_ARGS (ent_day (first), ent_day (last)), error);
}

GPtrArray *
ent_month_query_set_aside (EntDb *db, EntMonth from, EntMonth to, GError **error)
{
  return ent_sql_load (db, &ent_month_correction_schema,
                       "WHERE kind = 'set-aside' AND year * 12 + month >= $1"
                       " AND year * 12 + month <= $2 ORDER BY id",
                       ENT_ARGS (ent_int (from.year * 12 + from.month),
                                 ent_int (to.year * 12 + to.month)),
                       error);
}

static GHashTable *
read_names (EntRows *rows, GError **error)
{
  g_autoptr (GHashTable) names = new_table ();
  g_autoptr (GError) local_error = NULL;

  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (ent_rows_text (rows, 1)));
    }
  if (local_error == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GHashTable *
ent_month_query_person_names (EntDb *db, gint32 first, gint32 last, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT p.id, p.last_name || coalesce (' ' || p.first_names, '') FROM person p WHERE p.id IN"
      " (SELECT v.person_id FROM visit v WHERE v.day >= $1 AND v.day <= $2"
      " UNION SELECT l.person_id FROM month_line l JOIN month_closing c ON c.id = l.closing_id"
      " WHERE l.day >= $1 AND l.day <= $2"
      " UNION SELECT k.person_id FROM month_correction k)",
      ENT_ARGS (ent_day (first), ent_day (last)), error);

  return rows != NULL ? read_names (rows, error) : NULL;
}

GHashTable *
ent_month_query_carer_names (EntDb *db, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT c.id, w.last_name || coalesce (' ' || w.first_name, '') FROM carer c"
      " JOIN agent w ON w.id = c.agent_id",
      ENT_NO_ARGS, error);

  return rows != NULL ? read_names (rows, error) : NULL;
}

static GHashTable *
decisions_by_person (GPtrArray *decisions)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < decisions->len; i++)
    {
      EntContribution *decision = g_ptr_array_index (decisions, i);
      GPtrArray *of = g_hash_table_lookup (found, &decision->person_id);

      if (of == NULL)
        {
          of = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (found, g_memdup2 (&decision->person_id, sizeof (gint64)), of);
        }
      g_ptr_array_add (of, g_object_ref (decision));
    }
  return found;
}

gboolean
ent_month_query_tariff (EntDb *db,
                        gint32 first,
                        gint32 last,
                        EntMonthTariff *tariff,
                        GError **error)
{
  g_autoptr (GPtrArray)
          decisions = ent_sql_load (db, &ent_contribution_schema,
                                    "WHERE from_day <= $2 AND (to_day IS NULL OR to_day >= $1)"
                                    " ORDER BY from_day DESC, id DESC",
                                    ENT_ARGS (ent_day (first), ent_day (last)), error);

  if (decisions == NULL)
    return FALSE;
  tariff->decisions = decisions_by_person (decisions);
  return (tariff->tables.scales = ent_sql_load (db, &ent_contribution_scale_schema, "ORDER BY id",
                                                ENT_NO_ARGS, error)) != NULL &&
         (tariff->tables.rows = ent_sql_load (db, &ent_contribution_row_schema, "ORDER BY id",
                                              ENT_NO_ARGS, error)) != NULL &&
         (tariff->tables.reductions = ent_sql_load (db, &ent_contribution_reduction_schema,
                                                    "ORDER BY id", ENT_NO_ARGS, error)) != NULL;
}

gboolean
ent_month_query_is_closed (EntDb *db, EntMonth month)
{
  return ent_db_number (db, "SELECT 1 FROM month_closing WHERE year = $1 AND month = $2",
                        ENT_ARGS (ent_int (month.year), ent_int (month.month)), 0) != 0;
}

gint32
ent_month_query_visit_day (EntDb *db, gint64 id)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "SELECT day FROM visit WHERE id = $1",
                                          ENT_ARGS (ent_int (id)), NULL);

  return rows != NULL && ent_rows_next (rows, NULL) ? ent_day_parse_iso (ent_rows_text (rows, 0))
                                                    : ENT_DAY_NONE;
}

void
ent_month_query_settle_correction (EntMonthCorrection *self, EntDb *db, EntIssues *issues)
{
  EntMonth about = { self->year, self->month };
  gboolean closed = ent_month_query_is_closed (db, about);
  g_autofree char *name = NULL;

  if (self->month == ENT_INT_NONE || self->month < 1 || self->month > 12)
    return;
  name = ent_month_format (about);
  if (self->kind == ENT_MONTH_CORRECTED && !closed)
    ent_issues_add (issues, "month", _ ("%s is still open: change its visits instead."), name);
  if (self->kind == ENT_MONTH_SET_ASIDE && closed)
    ent_issues_add (issues, "month", _ ("%s is closed: enter a correction."), name);
  if (self->kind == ENT_MONTH_CORRECTED && self->entered_on != ENT_DAY_NONE &&
      ent_month_query_is_closed (db, ent_month_of_day (self->entered_on)))
    ent_issues_add (issues, "entered_on",
                    _ ("The month in which a correction is entered must still be open."));
}
