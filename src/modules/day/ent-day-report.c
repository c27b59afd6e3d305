/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of a visit afterwards, and taken back. Each visit is read again inside the act:
 * somebody else may have been at it meanwhile. Thread of the connection. */

#include "ent-day-report.h"

#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-error.h"

#include <glib/gi18n-lib.h>

static gboolean
fail (EntVisit *visit, const char *problem, GError **error)
{
  g_autofree char *when = ent_visit_format_when (visit);

  /* Translators: a person, a day with a time, a sentence: “Dupont Anne, 21/11/2026 at 14:30: …” */
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT, _ ("%1$s, %2$s: %3$s"),
               visit->person_name != NULL ? visit->person_name : "", when, problem);
  return FALSE;
}

static EntVisit *
load (EntApply *apply, const EntDayReport *report, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntVisit)
                visit = ent_apply_load (apply, &ent_visit_schema, report->visit_id, &local_error);

  if (local_error != NULL &&
      !g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (visit == NULL)
    g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                         _ ("This visit is no longer in the register."));
  else if (report->told != NULL &&
           ent_record_get_version ((gpointer) report->told) != ent_record_get_version (visit))
    fail (visit, _ ("somebody else has changed this visit meanwhile."), error);
  else
    return g_steal_pointer (&visit);
  return NULL;
}

static gboolean
has_begun (const EntVisit *visit, EntDayMoment now)
{
  int start = visit->start_time != ENT_INT_NONE ? visit->start_time : 0;

  return ent_day_moment_compare ((EntDayMoment) { visit->day, start }, now) <= 0;
}

/* What was noted may be a little before the hour planned, not before now. */
static gboolean
is_told_too_soon (const EntDayReport *report, const EntVisit *visit)
{
  if (report->kind == ENT_DAY_REPORT_AS_PLANNED)
    return !has_begun (visit, report->now);
  if (report->kind == ENT_DAY_REPORT_DONE || report->kind == ENT_DAY_REPORT_NOBODY_HOME)
    return visit->day > report->now.day;
  return FALSE;
}

static gboolean
check (const EntDayReport *report, EntVisit *visit, GError **error)
{
  gboolean is_open = ent_visit_is_open (visit);

  if (report->kind == ENT_DAY_REPORT_TAKEN_BACK)
    {
      if (is_open)
        return fail (visit, _ ("nothing has been reported of this visit yet."), error);
      if (visit->state == ENT_VISIT_REPLACED)
        return fail (visit, _ ("this visit was replaced by another one."), error);
      return TRUE;
    }
  if (!is_open)
    return fail (visit, _ ("this visit has been reported already: take that back first."), error);
  if (is_told_too_soon (report, visit))
    return fail (visit, _ ("this visit has not begun yet."), error);
  if (report->kind == ENT_DAY_REPORT_AS_PLANNED &&
      (visit->start_time == ENT_INT_NONE || visit->carer_id == 0))
    return fail (visit, _ ("say who made this visit, and from when to when."), error);
  return TRUE;
}

static void
copy_text (char **to, const char *from)
{
  g_free (*to);
  *to = g_strdup (from);
}

static void
note_cancellation (const EntDayReport *report, int notice_hours, EntVisit *visit)
{
  visit->state = report->told->state;
  visit->is_exception = TRUE;
  copy_text (&visit->cancel_reason, report->told->cancel_reason);
  visit->notice_day = report->told->notice_day;
  visit->notice_time = report->told->notice_time;
  visit->notice_minutes = ent_visit_notice_of (visit);
  visit->notice_late = visit->notice_minutes != ENT_INT_NONE && notice_hours != ENT_INT_NONE &&
                       visit->notice_minutes < notice_hours * 60;
}

static void
note_nobody (const EntVisit *told, EntVisit *visit)
{
  visit->state = ENT_VISIT_NOBODY_HOME;
  visit->did_call = told->did_call;
  visit->did_ask_neighbour = told->did_ask_neighbour;
  visit->did_tell_worker = told->did_tell_worker;
  copy_text (&visit->remark, told->remark);
}

/* The remark stays: it tells of the visit, not of its report. */
static void
take_back (EntVisit *visit)
{
  if (visit->state == ENT_VISIT_CANCELLED_BENEFICIARY ||
      visit->state == ENT_VISIT_CANCELLED_SERVICE)
    visit->is_exception = TRUE;
  visit->state = ENT_VISIT_PLANNED;
  visit->began_at = visit->ended_at = ENT_INT_NONE;
  g_clear_pointer (&visit->cancel_reason, g_free);
  ent_visit_complete (visit);
}

/* A whole day ends where it began, and of some nobody said when: no times say that, the length
 * does. */
static void
note_as_planned (const EntDayReport *report, EntVisit *visit)
{
  EntDayMoment start = { visit->day, visit->start_time };
  int began = visit->start_time;
  int ended = ENT_INT_NONE;

  if (began != ENT_INT_NONE)
    ended = ent_day_moment_after (start, visit->minutes).minutes;
  if (ended == began)
    began = ended = ENT_INT_NONE;
  ent_visit_mark_done (visit, began, ended, report->now.day);
}

void
ent_day_report_onto (const EntDayReport *report, int notice_hours, EntVisit *visit)
{
  const EntVisit *told = report->told;

  switch (report->kind)
    {
    case ENT_DAY_REPORT_AS_PLANNED:
      note_as_planned (report, visit);
      break;
    case ENT_DAY_REPORT_DONE:
      visit->carer_id = told->carer_id;
      copy_text (&visit->remark, told->remark);
      ent_visit_mark_done (visit, told->began_at, told->ended_at, report->now.day);
      break;
    case ENT_DAY_REPORT_NOBODY_HOME:
      note_nobody (told, visit);
      break;
    case ENT_DAY_REPORT_CANCELLED:
      note_cancellation (report, notice_hours, visit);
      break;
    case ENT_DAY_REPORT_TAKEN_BACK:
    default:
      take_back (visit);
      return;
    }
  visit->entered_late = visit->day < report->now.day;
  visit->reported_at = ent_stamp_now ();
}

gboolean
ent_day_apply_report (EntApply *apply, const EntDayReport *report, GError **error)
{
  g_autoptr (EntVisit) visit = load (apply, report, error);
  g_autoptr (EntVisit) draft = NULL;
  int hours = ENT_INT_NONE;

  if (visit == NULL || !check (report, visit, error))
    return FALSE;
  if (report->kind == ENT_DAY_REPORT_CANCELLED)
    hours = ent_day_query_notice_hours (ent_apply_get_db (apply), visit->day);
  draft = ent_record_dup (visit);
  ent_day_report_onto (report, hours, draft);
  return ent_apply_update (apply, visit, draft, error);
}

gboolean
ent_day_apply_until_now (EntApply *apply, const EntDayUntil *until, guint *n, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  ids = ent_day_query_ended (ent_apply_get_db (apply), until->carer_id, until->day, until->now,
                             error);
  if (ids == NULL)
    return FALSE;
  *n = ids->len;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      EntDayReport report = { ENT_DAY_REPORT_AS_PLANNED, id, until->now, NULL };

      if (!ent_day_apply_report (apply, &report, error))
        return FALSE;
    }
  if (ids->len > 0)
    return TRUE;
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                       _ ("No visit of this carer has ended without a report."));
  return FALSE;
}

gboolean
ent_day_apply_worry (EntApply *apply, EntWorry *worry, GError **error)
{
  g_autoptr (EntVisit) visit = NULL;
  g_autoptr (EntVisit) draft = NULL;

  if (!ent_apply_insert (apply, worry, error))
    return FALSE;
  if (worry->visit_id == 0)
    return TRUE;
  visit = ent_apply_load (apply, &ent_visit_schema, worry->visit_id, error);
  if (visit == NULL)
    return FALSE;
  if (visit->is_exception)
    return TRUE;
  draft = ent_record_dup (visit);
  draft->is_exception = TRUE;
  return ent_apply_update (apply, visit, draft, error);
}
