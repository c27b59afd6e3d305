/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settling exceptions, and closing a month. Thread of the connection. */

#include "ent-month-close.h"

#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-day-report.h"
#include "ent-error.h"
#include "ent-month-bill.h"
#include "ent-month-query.h"
#include "ent-month-sums.h"

#include <glib/gi18n-lib.h>

EntMonthHindrance
ent_month_hindrance (const EntMonthLedger *ledger, EntMonth month)
{
  g_autoptr (GPtrArray) bills = ent_month_bill (ledger);
  g_autoptr (GHashTable) persons = ent_month_bill_without_rate (bills);
  EntMonthSums total = ent_month_ledger_total (ledger);

  return (EntMonthHindrance) {
    .n_cases = ledger->cases->len,
    .n_open = (guint) total.n_open,
    .n_without_rate = g_hash_table_size (persons),
    .is_over = ent_month_last_day (month) < ledger->today,
    .is_closed = ent_month_ledger_closing (ledger, month) != NULL,
  };
}

gboolean
ent_month_may_close (const EntMonthHindrance *self)
{
  return self->n_cases == 0 && self->n_open == 0 && self->n_without_rate == 0 && self->is_over &&
         !self->is_closed;
}

GPtrArray *
ent_month_hindrance_sentences (const EntMonthHindrance *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->is_closed)
    g_ptr_array_add (sentences, g_strdup (_ ("This month is closed already.")));
  if (!self->is_over)
    g_ptr_array_add (sentences, g_strdup (_ ("This month is not over yet.")));
  if (self->n_cases > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u visit is to be settled.",
                                                "%u visits are to be settled.", self->n_cases),
                                      self->n_cases));
  if (self->n_cases == 0 && self->n_open > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u visit is not reported.",
                                                "%u visits are not reported.", self->n_open),
                                      self->n_open));
  if (self->n_without_rate > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("For %u beneficiary no rate is decided.",
                                                "For %u beneficiaries no rate is decided.",
                                                self->n_without_rate),
                                      self->n_without_rate));
  return sentences;
}

static gboolean
fail_hindered (const EntMonthHindrance *hindrance, GError **error)
{
  g_autoptr (GPtrArray) sentences = ent_month_hindrance_sentences (hindrance);
  g_autofree char *text = NULL;

  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv (" ", (char **) sentences->pdata);
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED, text);
  return FALSE;
}

static EntMonthClosing *
new_closing (const EntMonthLedger *ledger, const EntMonthClosingOrder *order)
{
  g_autoptr (GPtrArray) bills = ent_month_bill (ledger);
  EntMonthClosing *closing = ent_record_new (ENT_TYPE_MONTH_CLOSING);
  EntMonthSums total = ent_month_ledger_total (ledger);

  closing->year = order->month.year;
  closing->month = order->month.month;
  closing->closed_at = order->at != 0 ? order->at : ent_stamp_now ();
  closing->closed_by = g_strdup (order->author);
  closing->visits = (int) ledger->lines->len;
  closing->planned = (int) total.planned;
  closing->done = (int) total.done;
  closing->billable = (int) total.billable;
  closing->travel_minutes = (int) total.travel_minutes;
  closing->travel_metres = (int) total.travel_metres;
  closing->amount = ent_month_bill_amount (bills);
  closing->hash = ent_month_lines_hash (ledger->lines);
  return closing;
}

static gboolean
freeze_lines (EntApply *apply,
              const EntMonthLedger *ledger,
              gint64 closing_id,
              EntMonthProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      EntMonthLine *line = g_ptr_array_index (ledger->lines, i);

      line->closing_id = closing_id;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !ent_apply_insert (apply, line, error))
        return FALSE;
      if (progress != NULL && i % 256 == 0)
        g_atomic_int_set (&progress->done, 500 + (int) (i * (guint64) 500 / ledger->lines->len));
    }
  return TRUE;
}

gboolean
ent_month_close (EntApply *apply,
                 const EntMonthClosingOrder *order,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (EntMonthLedger) ledger = ent_month_ledger_load (ent_apply_get_db (apply), order->month,
                                                            order->month, order->today,
                                                            order->progress, cancellable, error);
  g_autoptr (EntMonthClosing) closing = NULL;
  EntMonthHindrance hindrance;

  if (ledger == NULL)
    return FALSE;
  hindrance = ent_month_hindrance (ledger, order->month);
  if (!ent_month_may_close (&hindrance))
    return fail_hindered (&hindrance, error);
  ent_apply_set_bulk (apply, TRUE);
  closing = new_closing (ledger, order);
  return ent_apply_insert (apply, closing, error) &&
         freeze_lines (apply, ledger, ent_record_get_id (closing), order->progress, cancellable,
                       error);
}

/* What the day notes of a report: settling is one that comes late. */
static EntDayReportKind
report_of (EntSettling how)
{
  switch (how)
    {
    case ENT_SETTLE_AS_PLANNED:
      return ENT_DAY_REPORT_AS_PLANNED;
    case ENT_SETTLE_NOBODY_HOME:
      return ENT_DAY_REPORT_NOBODY_HOME;
    case ENT_SETTLE_CANCELLED:
    case ENT_SETTLE_CANCELLED_LATE:
    case ENT_SETTLE_CANCELLED_SERVICE:
      return ENT_DAY_REPORT_CANCELLED;
    case ENT_SETTLE_TIMES:
    case ENT_SETTLE_AS_REPORTED:
    default:
      return ENT_DAY_REPORT_DONE;
    }
}

/* When a cancellation was told stays, should it be known. */
static void
tell (EntVisit *told, const EntSettlement *settlement)
{
  const char *reason = settlement->reason;

  told->began_at = settlement->began;
  told->ended_at = settlement->ended;
  told->state = settlement->how == ENT_SETTLE_CANCELLED_SERVICE ? ENT_VISIT_CANCELLED_SERVICE
                                                                : ENT_VISIT_CANCELLED_BENEFICIARY;
  if (reason == NULL)
    reason = told->cancel_reason != NULL ? told->cancel_reason : _ ("Settled for the month");
  g_set_str (&told->cancel_reason, reason);
}

static void
report (EntVisit *draft, const EntVisit *before, const EntSettlement *settlement, gint32 today)
{
  g_autoptr (EntVisit) told = ent_record_dup ((gpointer) before);
  EntDayReport report = {
    report_of (settlement->how), ent_record_get_id (draft), { today, 0 }, told
  };
  EntDayReport back = { .kind = ENT_DAY_REPORT_TAKEN_BACK };

  tell (told, settlement);
  if (!ent_visit_is_open (draft))
    ent_day_report_onto (&back, ENT_INT_NONE, draft);
  ent_day_report_onto (&report, ENT_INT_NONE, draft);
  draft->notice_late = settlement->how == ENT_SETTLE_CANCELLED_LATE;
}

void
ent_month_settle (EntVisit *draft, const EntSettlement *settlement, gint32 today)
{
  g_autoptr (EntVisit) before = ent_record_dup (draft);

  if (settlement->how != ENT_SETTLE_AS_REPORTED)
    report (draft, before, settlement, today);
  draft->settled_on = today;
  ent_visit_note_exception (before, draft);
}

gboolean
ent_month_may_settle_rest (const EntMonthCase *self, EntSettling how)
{
  gboolean unreported = (self->exceptions & ENT_MONTH_NOT_REPORTED) != 0;

  if (how == ENT_SETTLE_AS_PLANNED)
    return unreported;
  return how == ENT_SETTLE_AS_REPORTED && !unreported &&
         (self->exceptions & ENT_MONTH_OVERLAP) == 0;
}

static gboolean
check_day (EntDb *db, gint32 day, GError **error)
{
  EntMonth month = ent_month_of_day (day);
  g_autofree char *name = NULL;

  if (day == ENT_DAY_NONE || !ent_month_query_is_closed (db, month))
    return TRUE;
  name = ent_month_format (month);
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED,
               /* Translators: a month and its year */
               _ ("%s is closed: enter a correction."), name);
  return FALSE;
}

gboolean
ent_month_guard (EntDb *db, const EntWrite *write, GError **error)
{
  guint64 person = (guint64) 1 << ent_schema_find (&ent_visit_schema, "person_id");
  EntVisit *visit;

  if (ent_record_get_schema (write->record) != &ent_visit_schema)
    return TRUE;
  visit = write->record;
  if (write->action == ENT_ACTION_UPDATE && (write->mask & ~person) == 0)
    return TRUE;
  return check_day (db, visit->day, error) &&
         (write->action != ENT_ACTION_UPDATE ||
          check_day (db, ent_month_query_visit_day (db, ent_record_get_id (visit)), error));
}
