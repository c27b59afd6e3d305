/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settling and closing a month: what stands against it, what is frozen, what may still be said. */

#include "care-fixture.h"
#include "ent-contribution.h"
#include "ent-day-report.h"
#include "ent-error.h"
#include "ent-month-bill.h"
#include "ent-month-close.h"
#include "ent-month-sums.h"

#include <string.h>

static const EntMonth november = { 2026, 11 };
static const EntMonth december = { 2026, 12 };

static gint64
add_visit (Fixture *fixture, gint64 person, const char *on, EntVisitState state)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = person;
  visit->activity_id = activity (fixture, "GAD");
  visit->day = day (on);
  visit->start_time = 540;
  visit->minutes = 60;
  visit->state = (int) state;
  return insert (fixture, visit);
}

static EntMonthLedger *
load_ledger (Fixture *fixture, EntMonth month)
{
  g_autoptr (GError) error = NULL;
  EntMonthLedger *ledger = ent_month_ledger_load (fixture->db, month, month, day ("2026-12-05"),
                                                  NULL, NULL, &error);

  g_assert_no_error (error);
  return ledger;
}

static gboolean
try_close (Fixture *fixture, EntMonth month, GCancellable *cancellable, GError **error)
{
  char author[] = "tester";
  EntMonthClosingOrder order = { month, day ("2026-12-05"), author, NULL };
  EntApply *apply = ent_apply_begin (fixture->db, "Closing", author, error);

  if (ent_month_close (apply, &order, cancellable, error))
    return ent_apply_commit (apply, error);
  ent_apply_abort (apply);
  return FALSE;
}

static void
close_november (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean closed = try_close (fixture, november, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (closed);
}

/* Changes one column; the number of the act, 0 with @error. */
static gint64
try_change (Fixture *fixture, gint64 id, const char *column, EntValue value, GError **error)
{
  g_autoptr (EntVisit) original = load (fixture, &ent_visit_schema, id);
  g_autoptr (EntVisit) draft = ent_record_dup (original);
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);
  gint64 act = ent_apply_get_id (apply);

  put (draft, column, value);
  if (ent_apply_update (apply, original, draft, error))
    return ent_apply_commit (apply, error) ? act : 0;
  ent_apply_abort (apply);
  return 0;
}

static void
assert_refused (GError **error, const char *text)
{
  g_assert_error (*error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr ((*error)->message, text));
  g_clear_error (error);
}

static void
settle (Fixture *fixture, gint64 id, EntSettlement settlement, gint64 *act)
{
  g_autoptr (EntVisit) original = load (fixture, &ent_visit_schema, id);
  g_autoptr (EntVisit) draft = ent_record_dup (original);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  ent_month_settle (draft, &settlement, day ("2026-12-05"));
  ent_apply_update (apply, original, draft, &error);
  g_assert_no_error (error);
  if (act != NULL)
    *act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_settling (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
  g_autoptr (EntVisit) visit = NULL;

  settle (fixture, id, (EntSettlement) { ENT_SETTLE_AS_PLANNED, 0, 0, NULL }, NULL);
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_DONE);
  g_assert_cmpint (visit->began_at, ==, 540);
  g_assert_cmpint (visit->ended_at, ==, 600);
  g_assert_true (visit->entered_late);
  g_assert_cmpint (visit->reported_at, !=, 0);
  g_assert_cmpint (visit->settled_on, ==, day ("2026-12-05"));

  g_clear_object (&visit);
  settle (fixture, id, (EntSettlement) { ENT_SETTLE_TIMES, 1410, 30, NULL }, NULL);
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (ent_visit_done_minutes (visit), ==, 60);

  g_clear_object (&visit);
  settle (fixture, id, (EntSettlement) { ENT_SETTLE_CANCELLED_LATE, 0, 0, "Ill" }, NULL);
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_CANCELLED_BENEFICIARY);
  g_assert_true (visit->notice_late);
  g_assert_cmpint (visit->reported_at, !=, 0);
  g_assert_cmpstr (visit->cancel_reason, ==, "Ill");
  g_assert_cmpint (visit->began_at, ==, ENT_INT_NONE);

  g_clear_object (&visit);
  settle (fixture, id, (EntSettlement) { ENT_SETTLE_NOBODY_HOME, 0, 0, NULL }, NULL);
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_NOBODY_HOME);
  g_assert_false (visit->notice_late);
  g_assert_null (visit->cancel_reason);
}

/* Settling writes what the day writes: nobody can tell afterwards which of the two it was. */
static void
test_settled_as_reported_by_day (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    EntSettling how;
    EntDayReportKind kind;
  } cases[] = {
    { ENT_SETTLE_AS_PLANNED, ENT_DAY_REPORT_AS_PLANNED },
    { ENT_SETTLE_TIMES, ENT_DAY_REPORT_DONE },
    { ENT_SETTLE_NOBODY_HOME, ENT_DAY_REPORT_NOBODY_HOME },
    { ENT_SETTLE_CANCELLED, ENT_DAY_REPORT_CANCELLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
      g_autoptr (EntVisit) told = load (fixture, &ent_visit_schema, id);
      g_autoptr (EntVisit) reported = ent_record_dup (told);
      g_autoptr (EntVisit) settled = ent_record_dup (told);
      EntDayReport report = { cases[i].kind, id, { day ("2026-12-05"), 0 }, told };
      EntSettlement settlement = { cases[i].how, 545, 610, "Ill" };
      guint64 mask;

      told->began_at = 545;
      told->ended_at = 610;
      told->state = ENT_VISIT_CANCELLED_BENEFICIARY;
      put (told, "cancel_reason", ent_text ("Ill"));
      ent_day_report_onto (&report, 24, reported);
      ent_month_settle (settled, &settlement, day ("2026-12-05"));
      reported->reported_at = settled->reported_at;
      reported->settled_on = settled->settled_on;
      mask = ent_record_compare (reported, settled);
      g_test_message ("%u", i);
      g_assert_cmpuint (mask, ==, 0);
    }
}

/* When it was told stays, whatever is made of it. */
static void
test_settling_keeps_the_notice (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);
  EntSettlement settlement = { ENT_SETTLE_CANCELLED, 0, 0, NULL };

  visit->day = day ("2026-11-30");
  visit->start_time = 540;
  visit->minutes = 60;
  visit->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  visit->notice_day = day ("2026-11-30");
  visit->notice_time = 480;
  visit->notice_minutes = 60;
  visit->notice_late = TRUE;
  put (visit, "cancel_reason", ent_text ("Ill"));
  ent_month_settle (visit, &settlement, day ("2026-12-05"));
  g_assert_false (visit->notice_late);
  g_assert_cmpint (visit->notice_minutes, ==, 60);
  g_assert_cmpstr (visit->cancel_reason, ==, "Ill");
  settlement.how = ENT_SETTLE_CANCELLED_LATE;
  ent_month_settle (visit, &settlement, day ("2026-12-05"));
  g_assert_true (visit->notice_late);
  settlement.how = ENT_SETTLE_AS_REPORTED;
  ent_month_settle (visit, &settlement, day ("2026-12-05"));
  g_assert_true (visit->notice_late);
  settlement.how = ENT_SETTLE_AS_PLANNED;
  ent_month_settle (visit, &settlement, day ("2026-12-05"));
  g_assert_cmpint (visit->notice_minutes, ==, ENT_INT_NONE);
  g_assert_false (visit->notice_late);
}

/* What the beneficiary cancelled wants to be looked at while a rule asks how long before. */
static void
test_notice_nobody_noted (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 id = add_visit (fixture, person, "2026-11-30", ENT_VISIT_PLANNED);
  g_autoptr (EntVisit) visit = load (fixture, &ent_visit_schema, id);
  g_autoptr (EntVisit) draft = ent_record_dup (visit);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_autoptr (EntMonthLedger) before = NULL;
  g_autoptr (EntMonthLedger) after = NULL;

  draft->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  put (draft, "cancel_reason", ent_text ("Ill"));
  ent_apply_update (apply, visit, draft, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  before = load_ledger (fixture, november);
  g_assert_cmpuint (before->cases->len, ==, 1);
  g_assert_cmpuint (((EntMonthCase *) g_ptr_array_index (before->cases, 0))->exceptions, ==,
                    ENT_MONTH_NO_NOTICE);
  ent_db_execute (fixture->db, "DELETE FROM cancel_notice", ENT_NO_ARGS, NULL, &error);
  g_assert_no_error (error);
  after = load_ledger (fixture, november);
  g_assert_cmpuint (after->cases->len, ==, 0);
}

/* A report taken back is no settled visit any more. */
static void
test_taking_back_unsettles (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
  EntDayReport back = { ENT_DAY_REPORT_TAKEN_BACK, id, { day ("2026-12-05"), 0 }, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVisit) visit = NULL;
  EntApply *apply;

  settle (fixture, id, (EntSettlement) { ENT_SETTLE_NOBODY_HOME, 0, 0, NULL }, NULL);
  apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_assert_true (ent_day_apply_report (apply, &back, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (visit->settled_on, ==, ENT_DAY_NONE);
  g_assert_cmpint (visit->reported_at, ==, 0);
}

static void
test_whole_day_as_planned (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);
  EntSettlement settlement = { ENT_SETTLE_AS_PLANNED, 0, 0, NULL };

  visit->day = day ("2026-11-30");
  visit->start_time = 540;
  visit->minutes = 1440;
  ent_month_settle (visit, &settlement, day ("2026-12-05"));
  g_assert_cmpint (ent_visit_done_minutes (visit), ==, 1440);
}

static void
test_rest (Fixture *fixture, gconstpointer unused)
{
  EntMonthCase unreported = { NULL, ENT_MONTH_NOT_REPORTED };
  EntMonthCase late = { NULL, ENT_MONTH_ENTERED_LATE | ENT_MONTH_OTHER_TIMES };
  EntMonthCase overlap = { NULL, ENT_MONTH_OVERLAP | ENT_MONTH_ENTERED_LATE };

  g_assert_true (ent_month_may_settle_rest (&unreported, ENT_SETTLE_AS_PLANNED));
  g_assert_false (ent_month_may_settle_rest (&unreported, ENT_SETTLE_AS_REPORTED));
  g_assert_false (ent_month_may_settle_rest (&late, ENT_SETTLE_AS_PLANNED));
  g_assert_true (ent_month_may_settle_rest (&late, ENT_SETTLE_AS_REPORTED));
  g_assert_false (ent_month_may_settle_rest (&overlap, ENT_SETTLE_AS_REPORTED));
}

static void
test_hindrances (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
  g_autoptr (EntMonthLedger) ledger = load_ledger (fixture, november);
  EntMonthHindrance hindrance = ent_month_hindrance (ledger, november);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (hindrance.n_cases, ==, 1);
  g_assert_true (hindrance.is_over);
  g_assert_false (ent_month_may_close (&hindrance));
  g_assert_false (try_close (fixture, november, NULL, &error));
  assert_refused (&error, "1");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM month_closing"), ==, 0);
  /* December is not over, whatever is in it. */
  g_assert_false (try_close (fixture, december, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);

  settle (fixture, id, (EntSettlement) { ENT_SETTLE_AS_PLANNED, 0, 0, NULL }, NULL);
  close_november (fixture);
}

static void
test_no_rate_hinders (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 id = add_visit (fixture, person, "2026-11-30", ENT_VISIT_DONE);
  g_autoptr (EntMonthCorrection) aside = ent_record_new (ENT_TYPE_MONTH_CORRECTION);
  g_autoptr (GError) error = NULL;

  change (fixture, &ent_visit_schema, id, "activity_id", ent_int (activity (fixture, "AVQ")));
  g_assert_false (try_close (fixture, november, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);

  aside->kind = ENT_MONTH_SET_ASIDE;
  aside->year = 2026;
  aside->month = 11;
  aside->person_id = person;
  put (aside, "reason", ent_text ("Inquiry runs"));
  insert (fixture, aside);
  close_november (fixture);
}

static void
test_closing_freezes (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 id = add_visit (fixture, person, "2026-11-30", ENT_VISIT_DONE);
  gint64 later = add_visit (fixture, person, "2026-12-01", ENT_VISIT_DONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVisit) extra = load (fixture, &ent_visit_schema, id);
  EntApply *apply;

  close_november (fixture);
  g_assert_cmpint (try_change (fixture, id, "minutes", ent_int (90), &error), ==, 0);
  assert_refused (&error, "2026");
  /* Neither out of the month nor into it. */
  g_assert_cmpint (try_change (fixture, id, "day", ent_day (day ("2026-12-01")), &error), ==, 0);
  assert_refused (&error, "2026");
  g_assert_cmpint (try_change (fixture, later, "day", ent_day (day ("2026-11-30")), &error), ==, 0);
  assert_refused (&error, "2026");
  g_assert_cmpint (try_change (fixture, later, "minutes", ent_int (90), &error), >, 0);
  g_assert_no_error (error);

  apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);
  g_assert_false (ent_apply_insert (apply, extra, &error));
  assert_refused (&error, "2026");
  g_assert_false (ent_apply_delete (apply, &ent_visit_schema, id, &error));
  g_assert_nonnull (error);
  ent_apply_abort (apply);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE day < '2026-12-01'"), ==, 1);
}

static void
test_undo_is_refused (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
  gint64 act = 0;
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  settle (fixture, id, (EntSettlement) { ENT_SETTLE_AS_PLANNED, 0, 0, NULL }, &act);
  close_november (fixture);
  apply = ent_apply_begin (fixture->db, "Undo", "tester", NULL);
  g_assert_false (ent_apply_undo (apply, act, &error));
  assert_refused (&error, "2026");
  ent_apply_abort (apply);

  /* The closing itself is final. */
  act = count (fixture, "SELECT max (set_id) FROM audit WHERE schema_no = 58");
  apply = ent_apply_begin (fixture->db, "Undo", "tester", NULL);
  g_assert_false (ent_apply_undo (apply, act, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  ent_apply_abort (apply);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM month_line"), ==, 1);
}

/* While the month is open, settling is taken back like anything else. */
static void
test_undo_of_settling (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_PLANNED);
  gint64 act = 0;
  g_autoptr (EntVisit) visit = NULL;

  settle (fixture, id, (EntSettlement) { ENT_SETTLE_AS_PLANNED, 0, 0, NULL }, &act);
  undo (fixture, act);
  visit = load (fixture, &ent_visit_schema, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (visit->began_at, ==, ENT_INT_NONE);
  g_assert_cmpint (visit->settled_on, ==, ENT_DAY_NONE);
}

/* Two records of one person become one, whatever is closed; the figures stay. */
static void
test_beneficiary_may_move (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_DONE);
  gint64 other = add_person (fixture);
  gint64 line;
  g_autoptr (EntMonthLedger) ledger = NULL;

  close_november (fixture);
  line = count (fixture, "SELECT id FROM month_line");
  change (fixture, &ent_visit_schema, id, "person_id", ent_int (other));
  change (fixture, &ent_month_line_schema, line, "person_id", ent_int (other));
  ledger = load_ledger (fixture, november);
  g_assert_true (ent_month_ledger_agrees (ledger));
  g_assert_cmpint (((EntMonthLine *) g_ptr_array_index (ledger->lines, 0))->person_id, ==, other);
}

static void
test_closed_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_DONE);
  close_november (fixture);
  g_assert_false (try_close (fixture, november, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM month_line"), ==, 1);
}

/* What is decided later on prices and rules does not reach it. */
static void
test_closed_month_keeps_its_counts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntMonthLedger) before = NULL;
  g_autoptr (EntMonthLedger) after = NULL;
  EntMonthSums open, closed;

  add_visit (fixture, add_person (fixture), "2026-11-29", ENT_VISIT_DONE);
  before = load_ledger (fixture, november);
  open = ent_month_ledger_total (before);
  close_november (fixture);
  g_assert_cmpint (open.unsocial[ENT_UNSOCIAL_HOLIDAY - 1], ==, 60);
  ent_db_execute (fixture->db, "UPDATE unsocial_rate SET percent = 0", ENT_NO_ARGS, NULL, NULL);
  after = load_ledger (fixture, november);
  closed = ent_month_ledger_total (after);
  g_assert_true (ent_month_sums_equal (&open, &closed));
  g_assert_true (ent_month_ledger_agrees (after));
}

static void
test_altered_lines_are_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntMonthLedger) ledger = NULL;

  add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_DONE);
  close_november (fixture);
  ent_db_execute (fixture->db, "UPDATE month_line SET night = night + 1", ENT_NO_ARGS, NULL, NULL);
  ledger = load_ledger (fixture, november);
  g_assert_cmpuint (ledger->n_altered, ==, 1);
  g_assert_false (ent_month_ledger_agrees (ledger));
}

static EntMonthCorrection *
new_correction (gint64 person)
{
  EntMonthCorrection *correction = ent_record_new (ENT_TYPE_MONTH_CORRECTION);

  correction->year = 2026;
  correction->month = 11;
  correction->person_id = person;
  correction->minutes = -30;
  correction->amount = -216;
  correction->entered_on = day ("2026-12-05");
  put (correction, "reason", ent_text ("Went home earlier"));
  return correction;
}

static void
test_corrections_count_once (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntMonthCorrection) correction = new_correction (person);
  g_autofree char *issues = NULL;
  g_autoptr (EntMonthLedger) closed = NULL;
  g_autoptr (EntMonthLedger) open = NULL;
  g_autoptr (GPtrArray) bills = NULL;
  EntMonthSums of_november, of_december;

  add_visit (fixture, person, "2026-11-30", ENT_VISIT_DONE);
  g_assert_true (is_refused (fixture, correction, &issues));
  close_november (fixture);
  insert (fixture, correction);

  closed = load_ledger (fixture, november);
  open = load_ledger (fixture, december);
  of_november = ent_month_ledger_total (closed);
  of_december = ent_month_ledger_total (open);
  bills = ent_month_bill (open);
  g_assert_cmpint (of_november.corrected, ==, 0);
  g_assert_cmpint (of_december.corrected, ==, -30);
  g_assert_cmpint (of_december.amount, ==, -216);
  g_assert_cmpint (ent_month_bill_amount (bills), ==, -216);
  g_assert_true (ent_month_ledger_agrees (closed));
  g_assert_true (ent_month_ledger_agrees (open));
}

static void
test_correction_into_closed_month (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntMonthCorrection) correction = new_correction (person);

  close_november (fixture);
  correction->entered_on = day ("2026-11-30");
  g_assert_true (is_refused (fixture, correction, NULL));
  correction->entered_on = day ("2026-12-01");
  insert (fixture, correction);
}

static void
test_cancelled_closing_leaves_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_visit (fixture, add_person (fixture), "2026-11-30", ENT_VISIT_DONE);
  g_cancellable_cancel (cancellable);
  g_assert_false (try_close (fixture, november, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM month_closing"), ==, 0);
  close_november (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/month/close/settling", test_settling);
  ADD ("/month/close/as-reported-by-day", test_settled_as_reported_by_day);
  ADD ("/month/close/keeps-the-notice", test_settling_keeps_the_notice);
  ADD ("/month/close/notice-nobody-noted", test_notice_nobody_noted);
  ADD ("/month/close/taking-back-unsettles", test_taking_back_unsettles);
  ADD ("/month/close/whole-day-as-planned", test_whole_day_as_planned);
  ADD ("/month/close/rest", test_rest);
  ADD ("/month/close/hindrances", test_hindrances);
  ADD ("/month/close/no-rate-hinders", test_no_rate_hinders);
  ADD ("/month/close/closing-freezes", test_closing_freezes);
  ADD ("/month/close/undo-is-refused", test_undo_is_refused);
  ADD ("/month/close/undo-of-settling", test_undo_of_settling);
  ADD ("/month/close/beneficiary-may-move", test_beneficiary_may_move);
  ADD ("/month/close/closed-once", test_closed_once);
  ADD ("/month/close/closed-month-keeps-its-counts", test_closed_month_keeps_its_counts);
  ADD ("/month/close/altered-lines-are-told", test_altered_lines_are_told);
  ADD ("/month/close/corrections-count-once", test_corrections_count_once);
  ADD ("/month/close/correction-into-closed-month", test_correction_into_closed_month);
  ADD ("/month/close/cancelled-closing-leaves-nothing", test_cancelled_closing_leaves_nothing);

  return g_test_run ();
}
