/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a visit stands at a moment, what of a day is shown, what a report makes of a visit. */

#include "care-fixture.h"
#include "ent-clock.h"
#include "ent-day-picture.h"
#include "ent-day-query.h"
#include "ent-day-report.h"
#include "ent-cancel-notice.h"
#include "record-checks.h"

#define TODAY "2026-11-23"

static EntDayMoment
at (const char *on, int hour, int minute)
{
  return (EntDayMoment) { day (on), hour * 60 + minute };
}

static EntDayPlanned
planned_at (EntDayMoment start, int minutes)
{
  return (EntDayPlanned) { ENT_VISIT_PLANNED, 1, start, minutes };
}

static const EntDayPatience usual = { ENT_DAY_GRACE, FALSE };

static void
assert_stands (const EntDayPlanned *planned, EntDayMoment now, EntDayStanding expected, int late)
{
  int late_by = -1;

  g_assert_cmpint (ent_day_stand (planned, now, &usual, &late_by), ==, expected);
  g_assert_cmpint (late_by, ==, late);
}

static void
test_late_after_the_grace (Fixture *fixture, gconstpointer unused)
{
  EntDayPlanned planned = planned_at (at (TODAY, 8, 0), 60);

  assert_stands (&planned, at ("2026-11-22", 23, 0), ENT_DAY_AHEAD, 0);
  assert_stands (&planned, at (TODAY, 7, 59), ENT_DAY_AHEAD, 0);
  assert_stands (&planned, at (TODAY, 8, 0), ENT_DAY_UNDER_WAY, 0);
  assert_stands (&planned, at (TODAY, 9, 15), ENT_DAY_UNDER_WAY, 0);
  assert_stands (&planned, at (TODAY, 9, 16), ENT_DAY_LATE, 16);
  assert_stands (&planned, at ("2026-11-24", 9, 0), ENT_DAY_LATE, 1440);
  planned.state = ENT_VISIT_CONFIRMED;
  assert_stands (&planned, at (TODAY, 9, 16), ENT_DAY_LATE, 16);
}

static void
test_late_from_the_start (Fixture *fixture, gconstpointer unused)
{
  const EntDayPatience strict = { 20, TRUE };
  EntDayPlanned planned = planned_at (at (TODAY, 8, 0), 60);
  int late_by;

  g_assert_cmpint (ent_day_stand (&planned, at (TODAY, 8, 20), &strict, &late_by), ==,
                   ENT_DAY_UNDER_WAY);
  g_assert_cmpint (ent_day_stand (&planned, at (TODAY, 8, 21), &strict, &late_by), ==,
                   ENT_DAY_LATE);
  g_assert_cmpint (late_by, ==, 21);
}

static void
test_what_is_told_is_not_late (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    EntVisitState state;
    EntDayStanding standing;
  } cases[] = {
    { ENT_VISIT_DONE, ENT_DAY_DONE },
    { ENT_VISIT_NOBODY_HOME, ENT_DAY_NOBODY_HOME },
    { ENT_VISIT_CANCELLED_BENEFICIARY, ENT_DAY_CANCELLED },
    { ENT_VISIT_CANCELLED_SERVICE, ENT_DAY_CANCELLED },
    { ENT_VISIT_REPLACED, ENT_DAY_REPLACED },
  };
  EntDayPlanned planned = planned_at (at (TODAY, 8, 0), 60);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      planned.state = (int) cases[i].state;
      assert_stands (&planned, at (TODAY, 20, 0), cases[i].standing, 0);
      g_assert_false (ent_day_wants_report (&planned, at (TODAY, 20, 0)));
    }
}

static void
test_to_place (Fixture *fixture, gconstpointer unused)
{
  EntDayPlanned planned = planned_at (at (TODAY, 8, 0), 60);

  planned.carer_id = 0;
  assert_stands (&planned, at (TODAY, 20, 0), ENT_DAY_TO_PLACE, 0);
  planned = planned_at ((EntDayMoment) { day (TODAY), ENT_INT_NONE }, 60);
  assert_stands (&planned, at (TODAY, 20, 0), ENT_DAY_TO_PLACE, 0);
  g_assert_false (ent_day_wants_report (&planned, at (TODAY, 20, 0)));
}

static void
test_over_midnight (Fixture *fixture, gconstpointer unused)
{
  EntDayPlanned planned = planned_at (at (TODAY, 22, 0), 480);

  assert_stands (&planned, at ("2026-11-24", 0, 0), ENT_DAY_UNDER_WAY, 0);
  g_assert_false (ent_day_wants_report (&planned, at ("2026-11-24", 5, 59)));
  g_assert_true (ent_day_wants_report (&planned, at ("2026-11-24", 6, 0)));
  assert_stands (&planned, at ("2026-11-24", 6, 15), ENT_DAY_UNDER_WAY, 0);
  assert_stands (&planned, at ("2026-11-24", 6, 16), ENT_DAY_LATE, 16);
  g_assert_cmpint (ent_day_minutes_done (day (TODAY), 1320, 360), ==, 480);
  g_assert_cmpint (ent_day_minutes_done (day (TODAY), 1320, ENT_INT_NONE), ==, ENT_INT_NONE);
}

/* In March the night is an hour shorter, in October longer. */
static void
test_nights_of_the_clock (Fixture *fixture, gconstpointer unused)
{
  EntDayPlanned spring = planned_at (at ("2026-03-28", 22, 0), 480);
  EntDayPlanned autumn = planned_at (at ("2026-10-24", 22, 0), 480);

  g_assert_false (ent_day_wants_report (&spring, at ("2026-03-29", 6, 59)));
  g_assert_true (ent_day_wants_report (&spring, at ("2026-03-29", 7, 0)));
  assert_stands (&spring, at ("2026-03-29", 7, 20), ENT_DAY_LATE, 20);
  g_assert_false (ent_day_wants_report (&autumn, at ("2026-10-25", 4, 59)));
  g_assert_true (ent_day_wants_report (&autumn, at ("2026-10-25", 5, 0)));
  assert_stands (&autumn, at ("2026-10-25", 5, 20), ENT_DAY_LATE, 20);
  g_assert_cmpint (ent_day_minutes_done (day ("2026-03-28"), 1320, 360), ==, 420);
  g_assert_cmpint (ent_day_minutes_done (day ("2026-10-24"), 1320, 360), ==, 540);
  g_assert_cmpint (ent_day_minutes_between (at ("2026-03-28", 12, 0), at ("2026-03-29", 12, 0)), ==,
                   23 * 60);
  g_assert_cmpint (ent_day_minutes_between (at ("2026-10-25", 12, 0), at ("2026-10-24", 12, 0)), ==,
                   -25 * 60);
}

static gint64
add_visit (Fixture *fixture, const char *on, int start, gint64 carer)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);
  static gint64 person;

  person = count (fixture, "SELECT id FROM person ORDER BY id LIMIT 1");
  visit->person_id = person > 0 ? person : add_person (fixture);
  visit->day = day (on);
  visit->start_time = start;
  visit->minutes = 60;
  visit->activity_id = activity (fixture, "AVQ");
  visit->carer_id = carer;
  return insert (fixture, visit);
}

/* Writes a report as an act; its number, or 0 with the sentence in @why. */
static gint64
tell (Fixture *fixture, const EntDayReport *report, char **why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntApply) apply = ent_apply_begin (fixture->db, "Report", "tester", &error);
  gint64 act = ent_apply_get_id (apply);

  g_assert_no_error (error);
  if (!ent_day_apply_report (apply, report, &error))
    {
      g_assert_nonnull (error);
      if (why != NULL)
        *why = g_strdup (error->message);
      return 0;
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
  return act;
}

static EntVisit *
read_visit (Fixture *fixture, gint64 id)
{
  return load (fixture, &ent_visit_schema, id);
}

static void
test_done_as_planned (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  EntDayReport report = { ENT_DAY_REPORT_AS_PLANNED, id, at (TODAY, 7, 59), NULL };
  g_autoptr (EntVisit) done = NULL;
  g_autoptr (EntVisit) undone = NULL;
  gint64 act;

  g_assert_cmpint (tell (fixture, &report, NULL), ==, 0);
  report.now = at (TODAY, 8, 0);
  act = tell (fixture, &report, NULL);
  g_assert_cmpint (act, !=, 0);
  done = read_visit (fixture, id);
  g_assert_cmpint (done->state, ==, ENT_VISIT_DONE);
  g_assert_cmpint (done->began_at, ==, 480);
  g_assert_cmpint (done->ended_at, ==, 540);
  g_assert_false (done->entered_late);
  g_assert_cmpint (done->reported_at, !=, 0);
  g_assert_cmpint (tell (fixture, &report, NULL), ==, 0);
  undo (fixture, act);
  undone = read_visit (fixture, id);
  g_assert_cmpint (undone->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (undone->began_at, ==, ENT_INT_NONE);
  g_assert_cmpint (undone->reported_at, ==, 0);
}

/* In the night of 25 October a visit from two to three ends an hour later on the clock. */
static void
test_done_as_planned_in_odd_nights (Fixture *fixture, gconstpointer unused)
{
  gint64 carer = add_carer (fixture);
  gint64 late = add_visit (fixture, TODAY, 1410, carer);
  gint64 spring = add_visit (fixture, "2026-03-29", 90, carer);
  gint64 autumn = add_visit (fixture, "2026-10-25", 90, carer);
  EntDayReport report = { ENT_DAY_REPORT_AS_PLANNED, late, at ("2026-11-24", 8, 0), NULL };
  const struct
  {
    gint64 id;
    int ended;
  } cases[] = { { late, 30 }, { spring, 210 }, { autumn, 150 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntVisit) visit = NULL;

      report.visit_id = cases[i].id;
      g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
      visit = read_visit (fixture, cases[i].id);
      g_assert_cmpint (visit->ended_at, ==, cases[i].ended);
      g_assert_cmpint (ent_day_minutes_done (visit->day, visit->began_at, visit->ended_at), ==, 60);
    }
}

/* A whole day ends where it began: its length says more than the same time twice. */
static void
test_whole_day_as_planned (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  EntDayReport report = { ENT_DAY_REPORT_AS_PLANNED, id, at ("2026-11-24", 9, 0), NULL };
  g_autoptr (EntVisit) done = NULL;

  change (fixture, &ent_visit_schema, id, "minutes", ent_int (1440));
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
  done = read_visit (fixture, id);
  g_assert_cmpint (done->state, ==, ENT_VISIT_DONE);
  g_assert_cmpint (done->began_at, ==, ENT_INT_NONE);
}

static void
test_done_at_other_times (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_DONE, id, at ("2026-11-25", 9, 0), told };
  g_autoptr (EntVisit) done = NULL;

  told->began_at = 1430;
  told->ended_at = 20;
  put (told, "remark", ent_text ("Porte du jardin."));
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
  done = read_visit (fixture, id);
  g_assert_cmpint (done->state, ==, ENT_VISIT_DONE);
  g_assert_cmpint (ent_day_minutes_done (done->day, done->began_at, done->ended_at), ==, 30);
  g_assert_cmpstr (done->remark, ==, "Porte du jardin.");
  g_assert_true (done->entered_late);
}

/* What cannot be is told at its field. */
static void
test_end_without_beginning (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_DONE, id, at (TODAY, 9, 0), told };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntApply) apply = ent_apply_begin (fixture->db, "Report", "tester", &error);

  told->ended_at = 540;
  g_assert_false (ent_day_apply_report (apply, &report, &error));
  g_assert_nonnull (ent_issues_for (ent_apply_get_issues (apply), "began_at"));
}

static void
test_somebody_was_at_it (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_DONE, id, at (TODAY, 9, 0), told };
  g_autofree char *why = NULL;

  change (fixture, &ent_visit_schema, id, "minutes", ent_int (45));
  g_assert_cmpint (tell (fixture, &report, &why), ==, 0);
  g_assert_nonnull (strstr (why, "somebody else"));
}

static void
test_nobody_home (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, add_carer (fixture));
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_NOBODY_HOME, id, at (TODAY, 8, 10), told };
  g_autoptr (EntVisit) visit = NULL;
  g_autoptr (EntVisit) back = NULL;

  told->did_call = told->did_tell_worker = TRUE;
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
  visit = read_visit (fixture, id);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_NOBODY_HOME);
  g_assert_true (visit->did_call);
  g_assert_false (visit->did_ask_neighbour);
  g_assert_true (visit->did_tell_worker);
  report = (EntDayReport) { ENT_DAY_REPORT_TAKEN_BACK, id, at (TODAY, 9, 0), NULL };
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
  back = read_visit (fixture, id);
  g_assert_cmpint (back->state, ==, ENT_VISIT_PLANNED);
  g_assert_false (back->did_call);
  g_assert_cmpint (back->reported_at, ==, 0);
  g_assert_cmpint (tell (fixture, &report, NULL), ==, 0);
}

static EntVisit *
cancel (Fixture *fixture, gint64 id, const char *told_on, int told_at)
{
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_CANCELLED, id, at (TODAY, 9, 0), told };

  told->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  put (told, "cancel_reason", ent_text ("Chez sa fille"));
  told->notice_day = day (told_on);
  told->notice_time = told_at;
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
  return read_visit (fixture, id);
}

static void
test_notice_at_the_edges (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *day, *told_on;
    int told_at, minutes;
    gboolean is_late;
  } cases[] = {
    { "2026-12-01", "2026-11-30", 480, 1440, FALSE }, /* over the end of a month */
    { "2026-12-01", "2026-11-30", 481, 1439, TRUE },
    { "2026-03-01", "2026-02-28", 480, 1440, FALSE },
    { "2027-01-01", "2026-12-31", 540, 1380, TRUE },
    { "2026-03-29", "2026-03-28", 480, 1380, TRUE }, /* a day of 23 hours */
    { "2026-10-25", "2026-10-24", 540, 1440, FALSE }, /* and one of 25 */
    { "2026-11-23", "2026-11-23", 500, 0, TRUE }, /* told when the carer stood at the door */
  };
  gint64 carer = add_carer (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add_visit (fixture, cases[i].day, 480, carer);
      g_autoptr (EntVisit) visit = cancel (fixture, id, cases[i].told_on, cases[i].told_at);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (visit->notice_minutes, ==, cases[i].minutes);
      g_assert_cmpint (visit->notice_late, ==, cases[i].is_late);
      g_assert_true (visit->is_exception);
    }
}

/* Its notice was judged from where it stood. */
static void
test_cancelled_stays_where_it_was (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, "2026-12-01", 480, add_carer (fixture));
  g_autoptr (EntVisit) visit = cancel (fixture, id, "2026-11-30", 481);

  visit->start_time = 481;
  assert_error (visit, "start_time");
  visit->start_time = 480;
  visit->day++;
  assert_error (visit, "start_time");
  visit->day--;
  visit->minutes = 30;
  assert_clean (visit);
}

/* A state changed by hand leaves nothing behind of the one before. */
static void
test_state_by_hand (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) cancelled = cancel (fixture, add_visit (fixture, TODAY, 480, 0), TODAY, 400);
  g_autoptr (EntVisit) draft = ent_record_dup (cancelled);

  g_assert_true (draft->notice_late);
  draft->state = ENT_VISIT_NOBODY_HOME;
  draft->did_call = TRUE;
  ent_visit_follow_state (cancelled, draft, day ("2026-11-24"));
  assert_clean (draft);
  g_assert_false (draft->notice_late);
  g_assert_cmpint (draft->notice_day, ==, ENT_DAY_NONE);
  g_assert_cmpint (draft->notice_time, ==, ENT_INT_NONE);
  g_assert_cmpint (draft->notice_minutes, ==, ENT_INT_NONE);
  g_assert_null (draft->cancel_reason);
  g_assert_true (draft->did_call);
  g_assert_true (draft->entered_late);
  draft->state = ENT_VISIT_PLANNED;
  draft->settled_on = day ("2026-12-01");
  assert_clean (draft);
  g_assert_false (draft->did_call);
  g_assert_false (draft->entered_late);
  g_assert_cmpint (draft->reported_at, ==, 0);
  g_assert_cmpint (draft->settled_on, ==, ENT_DAY_NONE);
}

/* Each visit is judged by the rule of its own day. */
static void
test_notice_rule_is_dated (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCancelNotice) longer = ent_record_new (ENT_TYPE_CANCEL_NOTICE);
  gint64 carer = add_carer (fixture);
  gint64 before = add_visit (fixture, "2026-12-31", 480, carer);
  gint64 after = add_visit (fixture, "2027-01-01", 480, carer);
  g_autoptr (EntVisit) in_time = NULL;
  g_autoptr (EntVisit) late = NULL;

  put (longer, "from_day", iso ("2027-01-01"));
  longer->hours = 48;
  insert (fixture, longer);
  g_assert_cmpint (ent_day_query_notice_hours (fixture->db, day ("2026-12-31")), ==, 24);
  g_assert_cmpint (ent_day_query_notice_hours (fixture->db, day ("2027-01-01")), ==, 48);
  g_assert_cmpint (ent_day_query_notice_hours (fixture->db, day ("2011-12-31")), ==, ENT_INT_NONE);
  in_time = cancel (fixture, before, "2026-12-30", 480);
  late = cancel (fixture, after, "2026-12-31", 480);
  g_assert_false (in_time->notice_late);
  g_assert_true (late->notice_late);
  longer->hours = -1;
  assert_error (longer, "hours");
}

static void
test_cancelling_wants_a_reason (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_visit (fixture, TODAY, 480, 0);
  g_autoptr (EntVisit) told = read_visit (fixture, id);
  EntDayReport report = { ENT_DAY_REPORT_CANCELLED, id, at (TODAY, 7, 0), told };

  told->state = ENT_VISIT_CANCELLED_SERVICE;
  g_assert_cmpint (tell (fixture, &report, NULL), ==, 0);
  put (told, "cancel_reason", ent_text ("Personne n'était libre"));
  g_assert_cmpint (tell (fixture, &report, NULL), !=, 0);
}

static void
test_all_until_now_is_one_act (Fixture *fixture, gconstpointer unused)
{
  gint64 carer = add_carer (fixture);
  gint64 first = add_visit (fixture, TODAY, 480, carer);
  gint64 second = add_visit (fixture, TODAY, 600, carer);
  gint64 third = add_visit (fixture, TODAY, 660, carer);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVisit) later = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Report", "tester", &error);
  gint64 act = ent_apply_get_id (apply);
  EntDayUntil until = { carer, day (TODAY), at (TODAY, 11, 0) };
  guint n = 0;

  g_assert_true (ent_day_apply_until_now (apply, &until, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE state = 'done'"), ==, 2);
  later = read_visit (fixture, third);
  g_assert_cmpint (later->state, ==, ENT_VISIT_PLANNED);
  undo (fixture, act);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE state = 'planned'"), ==, 3);

  apply = ent_apply_begin (fixture->db, "Report", "tester", &error);
  until.now = at (TODAY, 8, 30);
  g_assert_false (ent_day_apply_until_now (apply, &until, &n, &error));
  g_assert_nonnull (error);
  ent_apply_abort (apply);
  g_assert_cmpint (first, !=, second);
}

static EntDayView
view_at (EntDayMoment now, gboolean by_carer, EntDayFilter filter)
{
  return (EntDayView) { by_carer, filter, now, usual };
}

static char *
arranged (EntDayPicture *picture, const EntDayView *view)
{
  g_autoptr (GArray) rows = ent_day_picture_arrange (picture, view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const EntDayEntry *row = &g_array_index (rows, EntDayEntry, i);
      const EntDayVisit *visit = ent_day_picture_get (picture, row->visit);

      if (row->kind == ENT_DAY_ROW_NOW)
        g_string_append (text, "now ");
      else if (row->kind == ENT_DAY_ROW_CARER)
        g_string_append_printf (text, "%s:%u ", visit->carer != NULL ? visit->carer : "-", row->n);
      else
        g_string_append_printf (text, "%d ",
                                visit->planned.start.minutes != ENT_INT_NONE
                                    ? visit->planned.start.minutes
                                    : 0);
    }
  return g_string_free_and_steal (text);
}

static void
assert_arranged (EntDayPicture *picture, EntDayView view, const char *expected)
{
  g_autofree char *text = arranged (picture, &view);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_picture (Fixture *fixture, gconstpointer unused)
{
  gint64 carer = add_carer (fixture);
  gint64 night = add_visit (fixture, "2026-11-22", 1400, carer);
  g_autoptr (EntDayPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  EntDayFigures figures;

  add_visit (fixture, "2026-11-22", 1380, carer); /* ends at midnight */
  add_visit (fixture, TODAY, 600, carer);
  add_visit (fixture, TODAY, 480, carer);
  add_visit (fixture, TODAY, 540, 0);
  add_visit (fixture, TODAY, ENT_INT_NONE, 0);
  add_visit (fixture, "2026-11-24", 480, carer);
  picture = ent_day_query_picture (fixture->db, day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_day_picture_find (picture, night), ==, 0);
  g_assert_cmpint (ent_day_picture_find (picture, 999), ==, -1);

  assert_arranged (picture, view_at (at (TODAY, 9, 30), FALSE, ENT_DAY_ALL),
                   "1400 0 480 540 now 600 ");
  assert_arranged (picture, view_at (at (TODAY, 8, 0), FALSE, ENT_DAY_ALL),
                   "1400 0 480 now 540 600 ");
  assert_arranged (picture, view_at (at (TODAY, 23, 0), FALSE, ENT_DAY_ALL),
                   "1400 0 480 540 600 now ");
  assert_arranged (picture, view_at (at ("2026-11-24", 9, 0), FALSE, ENT_DAY_ALL),
                   "1400 0 480 540 600 ");
  assert_arranged (picture, view_at (at (TODAY, 9, 10), FALSE, ENT_DAY_ONLY_LATE), "1400 now ");
  assert_arranged (picture, view_at (at (TODAY, 9, 10), FALSE, ENT_DAY_NOT_REPORTED),
                   "1400 480 now ");
  assert_arranged (picture, view_at (at (TODAY, 9, 10), FALSE, ENT_DAY_ONLY_TO_PLACE),
                   "0 540 now ");
  assert_arranged (picture, view_at (at (TODAY, 9, 30), TRUE, ENT_DAY_ALL),
                   "-:2 0 540 Luce Leroy:3 1400 480 600 ");

  ent_day_picture_count (picture, at (TODAY, 9, 10), &usual, &figures);
  g_assert_cmpuint (figures.n[ENT_DAY_LATE], ==, 1);
  g_assert_cmpuint (figures.n[ENT_DAY_UNDER_WAY], ==, 1);
  g_assert_cmpuint (figures.n[ENT_DAY_TO_PLACE], ==, 2);
  g_assert_cmpuint (figures.n[ENT_DAY_AHEAD], ==, 1);
  g_assert_cmpuint (figures.n[ENT_DAY_DONE], ==, 0);
}

static void
test_clock (Fixture *fixture, gconstpointer unused)
{
  ent_clock_set_now (605);
  g_assert_cmpint (ent_day_now ().minutes, ==, 605);
  g_assert_cmpint (ent_day_now ().day, ==, day ("2026-11-21"));
  ent_clock_set_now (ENT_CLOCK_NONE);
  g_assert_cmpint (ent_day_now ().minutes, >=, 0);
  g_assert_cmpint (ent_day_now ().minutes, <, 1440);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/day/late/grace", test_late_after_the_grace);
  ADD ("/day/late/from-start", test_late_from_the_start);
  ADD ("/day/late/told", test_what_is_told_is_not_late);
  ADD ("/day/to-place", test_to_place);
  ADD ("/day/midnight", test_over_midnight);
  ADD ("/day/nights-of-the-clock", test_nights_of_the_clock);
  ADD ("/day/report/as-planned", test_done_as_planned);
  ADD ("/day/report/odd-nights", test_done_as_planned_in_odd_nights);
  ADD ("/day/report/whole-day", test_whole_day_as_planned);
  ADD ("/day/report/other-times", test_done_at_other_times);
  ADD ("/day/report/end-without-beginning", test_end_without_beginning);
  ADD ("/day/report/conflict", test_somebody_was_at_it);
  ADD ("/day/report/nobody-home", test_nobody_home);
  ADD ("/day/report/notice", test_notice_at_the_edges);
  ADD ("/day/notice/not-moved", test_cancelled_stays_where_it_was);
  ADD ("/day/state-by-hand", test_state_by_hand);
  ADD ("/day/report/notice-rule", test_notice_rule_is_dated);
  ADD ("/day/report/reason", test_cancelling_wants_a_reason);
  ADD ("/day/report/until-now", test_all_until_now_is_one_act);
  ADD ("/day/picture", test_picture);
  ADD ("/day/clock", test_clock);
  return g_test_run ();
}
