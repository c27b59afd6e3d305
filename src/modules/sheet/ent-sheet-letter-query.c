/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits of one person. Thread of the connection. */

#include "ent-sheet-letter-query.h"

#include "ent-contact.h"
#include "ent-date.h"
#include "ent-paper-query.h"
#include "ent-visit.h"

static void
due_free (gpointer data)
{
  EntSheetDue *self = data;

  g_free (self->carer);
  g_free (self->activity);
  g_free (self);
}

static EntSheetDue *
due_of (EntRows *rows)
{
  EntSheetDue *self = g_new0 (EntSheetDue, 1);
  EntValue start = ent_rows_get (rows, 2);
  const EntChoice *state = ent_enum_by_nick (&ent_visit_state_enum, ent_rows_text (rows, 5));

  self->day = ent_day_parse_iso (ent_rows_text (rows, 0));
  self->origin_day = ent_day_parse_iso (ent_rows_text (rows, 1));
  self->start = start.type == ENT_VALUE_INT ? (int) start.i : ENT_INT_NONE;
  self->minutes = (int) ent_rows_int (rows, 3);
  self->place = (int) ent_rows_int (rows, 4);
  self->state = state != NULL ? state->value : 0;
  self->need_id = ent_rows_int (rows, 6);
  self->carer_id = ent_rows_int (rows, 7);
  self->carer = g_strdup (ent_rows_text (rows, 8));
  self->activity = g_strdup (ent_rows_text (rows, 9));
  return self;
}

GPtrArray *
ent_sheet_letter_query_visits (EntDb *db,
                               gint64 person_id,
                               gint32 first_day,
                               int n_days,
                               GError **error)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func (due_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT v.day, v.origin_day, v.start_time, v.minutes, v.place, v.state, v.need_id, "
      "v.carer_id,"
      " coalesce (w.first_name || ' ', '') || w.last_name, a.name FROM visit v"
      " JOIN care_activity a ON a.id = v.activity_id LEFT JOIN carer c ON c.id = v.carer_id"
      " LEFT JOIN agent w ON w.id = c.agent_id WHERE v.person_id = $1 AND v.day BETWEEN $2 AND $3"
      " ORDER BY v.day, v.start_time NULLS LAST, v.need_id, v.origin_day, v.place, v.id",
      ENT_ARGS (ent_int (person_id), ent_day (first_day), ent_day (first_day + n_days - 1)), error);

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    g_ptr_array_add (dues, due_of (rows));
  if (local_error == NULL)
    return g_steal_pointer (&dues);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

char *
ent_sheet_letter_query_phone (EntDb *db, gint64 person_id, gint32 monday)
{
  g_autoptr (EntCentre) centre = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT w.phone FROM care_plan c JOIN agent w ON w.id = c.agent_id WHERE c.person_id = $1"
      " AND w.phone IS NOT NULL AND c.is_draft = 0 AND c.from_day <= $3"
      " AND (c.to_day IS NULL OR c.to_day >= $2) ORDER BY c.from_day DESC, c.id DESC LIMIT 1",
      ENT_ARGS (ent_int (person_id), ent_day (monday), ent_day (monday + 6)), NULL);

  if (rows != NULL && ent_rows_next (rows, NULL))
    return ent_phone_format (ent_rows_text (rows, 0));
  centre = ent_paper_query_centre (db, NULL);
  return centre != NULL && centre->phone != NULL ? ent_phone_format (centre->phone) : NULL;
}
