/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the standing of contingents is reckoned from. Thread of the connection. */

#include "ent-month-contingent.h"

#include "ent-care-calendar.h"
#include "ent-care-query.h"
#include "ent-date.h"
#include "ent-month-query.h"

typedef struct
{
  EntDb *db;
  int year;
  gint32 first, last; /* of the year */
  gint32 today;
  GPtrArray *standings; /* EntContingentStanding */
  GError **error;
} Reading;

static EntContingentStanding *
standing_of (Reading *self, gint64 activity_id)
{
  for (guint i = 0; i < self->standings->len; i++)
    {
      EntContingentStanding *standing = g_ptr_array_index (self->standings, i);

      if (standing->activity_id == activity_id)
        return standing;
    }
  return NULL;
}

/* Adds minutes by activity to one of the sums. @rows: activity, minutes. */
static gboolean
add_sums (Reading *self, EntRows *rows, gsize offset)
{
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && ent_rows_next (rows, &local_error))
    {
      EntContingentStanding *standing = standing_of (self, ent_rows_int (rows, 0));

      if (standing != NULL)
        G_STRUCT_MEMBER (gint64, standing, offset) += ent_rows_int (rows, 1);
    }
  if (local_error == NULL)
    return rows != NULL;
  g_propagate_error (self->error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_sums (Reading *self, const char *sql, gsize offset)
{
  g_autoptr (EntRows) rows = ent_db_query (self->db, sql,
                                          ENT_ARGS (ent_day (self->first), ent_day (self->last)),
                                          self->error);

  return add_sums (self, rows, offset);
}

static gboolean
read_granted (Reading *self)
{
  g_autoptr (EntRows) rows = ent_db_query (
      self->db,
      "SELECT activity_id, sum (hours) * 60 FROM contingent WHERE year = $1 GROUP BY activity_id",
      ENT_ARGS (ent_int (self->year)), self->error);

  return add_sums (self, rows, G_STRUCT_OFFSET (EntContingentStanding, granted));
}

/* What was done in months that are still open lasts as its times say. */
static gboolean
read_open_done (Reading *self)
{
  g_autoptr (EntRows) rows = ent_db_query (
      self->db,
      "SELECT activity_id, day, minutes, began_at, ended_at FROM visit"
      " WHERE day >= $1 AND day <= $2 AND state = 'done' AND substr (day, 1, 7) NOT IN"
      " (SELECT substr ('0000' || c.year, -4) || '-' || substr ('00' || c.month, -2)"
      " FROM month_closing c)",
      ENT_ARGS (ent_day (self->first), ent_day (self->last)), self->error);
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && ent_rows_next (rows, &local_error))
    {
      EntContingentStanding *standing = standing_of (self, ent_rows_int (rows, 0));
      gboolean timed = ent_rows_get (rows, 3).type == ENT_VALUE_INT &&
                       ent_rows_get (rows, 4).type == ENT_VALUE_INT;
      gint32 day = ent_day_parse_iso (ent_rows_text (rows, 1));

      if (standing != NULL)
        standing->done += timed ? ent_care_elapsed_minutes (day, (int) ent_rows_int (rows, 3),
                                                            (int) ent_rows_int (rows, 4))
                                : ent_rows_int (rows, 2);
    }
  if (local_error == NULL)
    return rows != NULL;
  g_propagate_error (self->error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_done (Reading *self)
{
  gsize done = G_STRUCT_OFFSET (EntContingentStanding, done);

  return read_sums (self,
                    "SELECT activity_id, sum (done) FROM month_line"
                    " WHERE day >= $1 AND day <= $2 GROUP BY activity_id",
                    done) &&
         read_sums (self,
                    "SELECT activity_id, sum (minutes) FROM month_correction"
                    " WHERE kind = 'correction' AND entered_on >= $1 AND entered_on <= $2"
                    " AND minutes IS NOT NULL AND activity_id IS NOT NULL GROUP BY activity_id",
                    done) &&
         read_open_done (self);
}

/* Until which day visits of a need are made already: id (gint64 *) → day (GINT_TO_POINTER). */
static GHashTable *
read_horizons (Reading *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (EntRows) rows = ent_db_query (
      self->db, "SELECT need_id, max (origin_day) FROM visit WHERE need_id IS NOT NULL GROUP BY 1",
      ENT_NO_ARGS, self->error);
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_hash_table_insert (found, g_memdup2 (&id, sizeof id),
                           GINT_TO_POINTER (ent_day_parse_iso (ent_rows_text (rows, 1))));
    }
  if (local_error != NULL)
    g_propagate_error (self->error, g_steal_pointer (&local_error));
  else if (rows != NULL)
    return g_steal_pointer (&found);
  return NULL;
}

static EntCarePlan *
find_plan (GPtrArray *plans, gint64 id)
{
  for (guint i = 0; i < plans->len; i++)
    if (ent_record_get_id (g_ptr_array_index (plans, i)) == id)
      return g_ptr_array_index (plans, i);
  return NULL;
}

/* What plans promise behind the visits that are made. */
static gboolean
add_needs (Reading *self, GCancellable *cancellable)
{
  gint32 today = MAX (self->today, self->first);
  g_autoptr (GPtrArray) plans = ent_care_query_plans (self->db, 0, today, self->error);
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (GHashTable) horizons = NULL;

  if (plans == NULL || (needs = ent_care_query_needs (self->db, 0, today, self->error)) == NULL ||
      (stays = ent_care_query_stays (self->db, 0, today, self->error)) == NULL ||
      (horizons = read_horizons (self)) == NULL)
    return FALSE;
  for (guint i = 0; i < needs->len; i++)
    {
      EntCareNeed *need = g_ptr_array_index (needs, i);
      EntCarePlan *plan = find_plan (plans, need->plan_id);
      EntContingentStanding *standing = standing_of (self, need->activity_id);
      gint64 id = ent_record_get_id (need);
      gpointer made = g_hash_table_lookup (horizons, &id);
      gint32 from = made != NULL ? MAX (today, GPOINTER_TO_INT (made) + 1) : today;

      if (g_cancellable_set_error_if_cancelled (cancellable, self->error))
        return FALSE;
      if (plan != NULL && standing != NULL)
        standing->planned += ent_contingent_need_minutes (need, plan, stays, from, self->last);
    }
  return TRUE;
}

static gboolean
read_planned (Reading *self, GCancellable *cancellable)
{
  return read_sums (self,
                    "SELECT activity_id, sum (minutes) FROM visit WHERE day >= $1 AND day <= $2"
                    " AND state IN ('planned', 'confirmed') GROUP BY activity_id",
                    G_STRUCT_OFFSET (EntContingentStanding, planned)) &&
         (self->today > self->last || add_needs (self, cancellable));
}

static gboolean
add_activities (Reading *self)
{
  g_autoptr (GPtrArray) activities = ent_month_query_activities (self->db, self->error);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (activities, i);
      EntContingentStanding *standing = g_new0 (EntContingentStanding, 1);

      standing->activity_id = ent_record_get_id (activity);
      standing->name = g_strdup (activity->name);
      g_ptr_array_add (self->standings, standing);
    }
  return activities != NULL;
}

/* Without what is neither subsidised nor granted. */
static gboolean
drop_others (Reading *self)
{
  g_autoptr (GPtrArray) activities = ent_month_query_activities (self->db, self->error);

  for (guint i = activities != NULL ? activities->len : 0; i-- > 0;)
    {
      EntCareActivity *activity = g_ptr_array_index (activities, i);
      EntContingentStanding *standing = g_ptr_array_index (self->standings, i);

      if (!activity->is_subsidised && standing->granted == 0)
        g_ptr_array_remove_index (self->standings, i);
      else
        ent_contingent_reckon (standing, self->year, self->today);
    }
  return activities != NULL;
}

GPtrArray *
ent_contingent_query_standings (EntDb *db,
                                int year,
                                gint32 today,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) ent_contingent_standing_free);
  Reading self = {
    db,        year, ent_day_from_ymd (year, 1, 1), ent_day_from_ymd (year, 12, 31), today,
    standings, error
  };

  if (!add_activities (&self) || !read_granted (&self) || !read_done (&self) ||
      !read_planned (&self, cancellable) || !drop_others (&self))
    return NULL;
  return g_steal_pointer (&standings);
}
