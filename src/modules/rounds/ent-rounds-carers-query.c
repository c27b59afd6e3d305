/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads who gives care on some days, and when. Thread of the connection. */

#include "ent-rounds-query-private.h"

#include "ent-carer-place.h"
#include "ent-carer-rules.h"
#include "ent-date.h"
#include "ent-rounds-round.h"
#include "ent-sql.h"
#include "ent-staff-rules.h"

#define DAYS_AROUND 2

/* All records that hours follow from. */
typedef struct
{
  GPtrArray *carers; /* EntCarer, by sort key */
  GPtrArray *agents; /* EntAgent, of carers */
  GPtrArray *shifts; /* EntCarerShift */
  GPtrArray *absences; /* EntAgentAbsence that touch the picture */
  GHashTable *by_agent; /* id (gint64 *) → position + 1 in agents */
  GHashTable *shifts_of; /* id of the carer (gint64 *) → GPtrArray of EntCarerShift */
  GHashTable *absences_of; /* id of the agent (gint64 *) → GPtrArray of EntAgentAbsence */
  GHashTable *busy; /* ids of carers (gint64 *) with visits in the picture */
} Records;

static void
clear_records (Records *records)
{
  g_clear_pointer (&records->carers, g_ptr_array_unref);
  g_clear_pointer (&records->agents, g_ptr_array_unref);
  g_clear_pointer (&records->shifts, g_ptr_array_unref);
  g_clear_pointer (&records->absences, g_ptr_array_unref);
  g_clear_pointer (&records->by_agent, g_hash_table_unref);
  g_clear_pointer (&records->shifts_of, g_hash_table_unref);
  g_clear_pointer (&records->absences_of, g_hash_table_unref);
  g_clear_pointer (&records->busy, g_hash_table_unref);
}

static gboolean
load_records (EntRoundsReading *self, Records *records, GError **error)
{
  records->carers = ent_sql_load (self->db, &ent_carer_schema, "ORDER BY sort_key, id", ENT_NO_ARGS,
                                  error);
  if (records->carers == NULL)
    return FALSE;
  records->agents = ent_sql_load (self->db, &ent_agent_schema,
                                  "WHERE id IN (SELECT c.agent_id FROM carer c)", ENT_NO_ARGS,
                                  error);
  if (records->agents == NULL)
    return FALSE;
  records->shifts = ent_sql_load (self->db, &ent_carer_shift_schema, "ORDER BY carer_id, id",
                                  ENT_NO_ARGS, error);
  if (records->shifts == NULL)
    return FALSE;
  /* One that begins at a time of the day behind the picture may cut the last night. */
  records->absences = ent_sql_load (self->db, &ent_agent_absence_schema,
                                    "WHERE from_day <= $2 AND to_day >= $1 ORDER BY from_day, id",
                                    ENT_ARGS (ent_day (self->first - 1), ent_day (self->last + 1)),
                                    error);
  return records->absences != NULL;
}

static void
add_to (GHashTable *lists, gint64 id, gpointer record)
{
  GPtrArray *own = g_hash_table_lookup (lists, &id);

  if (own == NULL)
    {
      own = g_ptr_array_new ();
      g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), own);
    }
  g_ptr_array_add (own, record);
}

static void
index_records (Records *records)
{
  records->by_agent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  records->shifts_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
  records->absences_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < records->agents->len; i++)
    ent_rounds_reading_note (records->by_agent,
                             ent_record_get_id (g_ptr_array_index (records->agents, i)), i);
  for (guint i = 0; i < records->shifts->len; i++)
    {
      EntCarerShift *shift = g_ptr_array_index (records->shifts, i);

      add_to (records->shifts_of, shift->carer_id, shift);
    }
  for (guint i = 0; i < records->absences->len; i++)
    {
      EntAgentAbsence *absence = g_ptr_array_index (records->absences, i);

      add_to (records->absences_of, absence->agent_id, absence);
    }
}

static gboolean
load_busy (EntRoundsReading *self, Records *records, GError **error)
{
  g_autoptr (EntRows) rows = ent_rounds_reading_query (
      self,
      "SELECT DISTINCT v.carer_id FROM visit v WHERE v.day BETWEEN $1 AND $2"
      " AND v.carer_id IS NOT NULL",
      error);
  g_autoptr (GError) local_error = NULL;

  records->busy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    ent_rounds_reading_note (records->busy, ent_rows_int (rows, 0), 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static EntAgent *
agent_of (const Records *records, const EntCarer *carer)
{
  int position = ent_rounds_reading_find (records->by_agent, carer->agent_id);

  return position != ENT_ROUNDS_NONE ? g_ptr_array_index (records->agents, position) : NULL;
}

static gboolean
is_concerned (EntRoundsReading *self, const Records *records, EntCarer *carer)
{
  EntAgent *agent = agent_of (records, carer);
  gint64 id = ent_record_get_id (carer);

  if (g_hash_table_contains (records->busy, &id))
    return TRUE;
  for (gint32 day = self->first; day <= self->last; day++)
    if (ent_carer_is_in_service (carer, agent, day))
      return TRUE;
  return FALSE;
}

static EntRoadMode
mode_of (const EntCarer *carer)
{
  return carer->travel_mode == ENT_TRAVEL_BICYCLE ? ENT_ROAD_BICYCLE
         : carer->travel_mode == ENT_TRAVEL_FOOT  ? ENT_ROAD_FOOT
                                                  : ENT_ROAD_CAR;
}

static void
add_carer (EntRoundsReading *self, EntCarer *carer)
{
  EntRoundsCarer added = { .id = ent_record_get_id (carer),
                           .agent_id = carer->agent_id,
                           .name = g_strdup (carer->agent_name),
                           .kind = carer->kind,
                           .colour = carer->colour,
                           .mode = mode_of (carer),
                           .weekly_minutes = carer->weekly_minutes,
                           .daily_minutes = carer->daily_minutes,
                           .avoids_dogs = carer->avoids_dogs,
                           .avoids_cats = carer->avoids_cats,
                           .avoids_smoke = carer->avoids_smoke,
                           .start_place = ENT_ROUNDS_NONE,
                           .end_place = ENT_ROUNDS_NONE,
                           .busy_before = ENT_INT_NONE,
                           .busy_after = ENT_INT_NONE };
  EntPoint point;

  if (ent_carer_get_start (carer, &point))
    added.start_place = ent_rounds_reading_add_place (self, point);
  if (ent_carer_get_end (carer, &point))
    added.end_place = ent_rounds_reading_add_place (self, point);
  ent_rounds_reading_note (self->carers, added.id, self->week->carers->len);
  g_array_append_val (self->week->carers, added);
}

/* Some of what the pattern says of a day; @absence NULL: nobody is away. */
static void
add_part (EntRoundsReading *self, const EntCarerSpan *part, const EntAgentAbsence *absence)
{
  gint64 midnight = (gint64) self->first * ENT_ROUNDS_DAY;
  EntRoundsShift shift = { .carer = (int) self->week->carers->len - 1,
                           .from = (int) (part->from - midnight),
                           .to = (int) (part->to - midnight),
                           .is_away = absence != NULL };

  if (shift.to <= 0 || shift.from >= shift.to)
    return;
  if (absence != NULL)
    shift.reason = g_strdup (ent_enum_label (&ent_absence_kind_enum, absence->kind));
  g_array_append_val (self->week->shifts, shift);
}

/* What the pattern says of one day, cut where an absence begins and ends. */
static void
add_shifts_of_day (EntRoundsReading *self,
                   const EntCarerWork *pattern,
                   const EntCarerWork *work,
                   gint32 day)
{
  g_autoptr (GArray) spans = ent_carer_spans (pattern, day, day);

  for (guint i = 0; i < spans->len; i++)
    {
      EntCarerSpan rest = g_array_index (spans, EntCarerSpan, i);

      while (rest.from < rest.to)
        {
          EntCarerSpan away = rest;
          const EntAgentAbsence *absence = ent_carer_next_absence (work, day, &away);

          add_part (self, &(EntCarerSpan) { rest.from, away.from }, NULL);
          add_part (self, &away, absence);
          rest.from = away.to;
        }
    }
}

static void
add_shifts (EntRoundsReading *self, const Records *records, EntCarer *carer)
{
  gint64 id = ent_record_get_id (carer);
  EntCarerWork work = { .carer = carer,
                        .agent = agent_of (records, carer),
                        .shifts = g_hash_table_lookup (records->shifts_of, &id),
                        .absences = g_hash_table_lookup (records->absences_of, &carer->agent_id) };
  EntCarerWork pattern = work;

  if (work.shifts == NULL)
    return;
  pattern.absences = NULL;
  for (gint32 day = self->first - 1; day <= self->last; day++)
    add_shifts_of_day (self, &pattern, &work, day);
}

/* A visit of the days around the picture. */
static void
take_edge (EntRoundsReading *self, EntRows *rows)
{
  int position = ent_rounds_reading_find (self->carers, ent_rows_int (rows, 0));
  int from = (ent_day_parse_iso (ent_rows_text (rows, 1)) - self->first) * ENT_ROUNDS_DAY +
             (int) ent_rows_int (rows, 2);
  int to = from + (int) ent_rows_int (rows, 3);
  EntRoundsCarer *carer;

  if (position == ENT_ROUNDS_NONE)
    return;
  carer = &g_array_index (self->week->carers, EntRoundsCarer, position);
  if (from < 0)
    carer->busy_before = MAX (carer->busy_before, to);
  else if (carer->busy_after == ENT_INT_NONE || from < carer->busy_after)
    carer->busy_after = from;
}

static gboolean
read_edges (EntRoundsReading *self, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (
      self->db,
      "SELECT v.carer_id, v.day, v.start_time, v.minutes FROM visit v"
      " WHERE (v.day BETWEEN $1 AND $2 OR v.day BETWEEN $3 AND $4)"
      " AND v.carer_id IS NOT NULL AND v.start_time IS NOT NULL"
      " AND v.state IN ('planned', 'confirmed', 'done', 'nobody-home')",
      ENT_ARGS (ent_day (self->first - DAYS_AROUND), ent_day (self->first - 1),
                ent_day (self->last + 1), ent_day (self->last + DAYS_AROUND)),
      error);

  return ent_rounds_reading_each (self, rows, take_edge, error);
}

gboolean
ent_rounds_read_carers (EntRoundsReading *self, GError **error)
{
  Records records = { NULL };
  gboolean ok = load_records (self, &records, error) && load_busy (self, &records, error);

  if (ok)
    {
      index_records (&records);
      for (guint i = 0; i < records.carers->len; i++)
        {
          EntCarer *carer = g_ptr_array_index (records.carers, i);

          if (!is_concerned (self, &records, carer))
            continue;
          add_carer (self, carer);
          add_shifts (self, &records, carer);
        }
      ok = read_edges (self, error);
    }
  clear_records (&records);
  return ok;
}
