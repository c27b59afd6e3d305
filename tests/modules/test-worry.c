/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Worries: no end without an outcome, by when, in whose hands. */

#include "care-fixture.h"
#include "ent-agent-absence.h"
#include "ent-day-query.h"
#include "ent-day-report.h"
#include "ent-worry-rules.h"
#include "record-checks.h"

#define HOUR G_TIME_SPAN_HOUR

static EntWorry *
new_worry (gint64 person)
{
  EntWorry *worry = ent_record_new (ENT_TYPE_WORRY);

  worry->person_id = person;
  put (worry, "what", ent_text ("N'a pas mangé depuis hier."));
  return worry;
}

static gint64
add_worry (Fixture *fixture, gint64 person)
{
  g_autoptr (EntWorry) worry = new_worry (person);

  return insert (fixture, worry);
}

static EntWorry *
read_worry (Fixture *fixture, gint64 id)
{
  return load (fixture, &ent_worry_schema, id);
}

static gint64
add_worker (Fixture *fixture, const char *name)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text (name));
  put (agent, "function", ent_text ("social-worker"));
  put (agent, "login", ent_text (name));
  return insert (fixture, agent);
}

static void
test_no_end_without_outcome (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntWorry) worry = new_worry (add_person (fixture));

  assert_clean (worry);
  worry->state = ENT_WORRY_FOLLOWED;
  assert_error (worry, "outcome");
  worry->outcome = ENT_WORRY_VISITED;
  assert_clean (worry);
  worry->outcome = ENT_WORRY_OTHER;
  assert_error (worry, "outcome_text");
  put (worry, "outcome_text", ent_text ("Serrure changée."));
  assert_clean (worry);
  worry->state = ENT_WORRY_SEEN;
  worry->outcome = 0;
  assert_error (worry, "outcome");
}

static void
test_outcome_closes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntWorry) worry = new_worry (add_person (fixture));

  worry->outcome = ENT_WORRY_CONTACTED;
  assert_clean (worry);
  g_assert_cmpint (worry->state, ==, ENT_WORRY_FOLLOWED);
  g_assert_cmpint (worry->outcome_on, ==, day ("2026-11-21"));
  put (worry, "outcome_on", iso ("2026-11-20"));
  assert_clean (worry);
  g_assert_cmpint (worry->outcome_on, ==, day ("2026-11-20"));
}

static void
test_due (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntWorry) worry = new_worry (1);
  gint32 today = day ("2026-12-30");
  gint64 noon = today * G_TIME_SPAN_DAY + 12 * HOUR;

  g_assert_cmpint (ent_worry_due_day (today, ENT_WORRY_WEEK), ==, day ("2027-01-06"));
  g_assert_cmpint (ent_worry_due_day (today, ENT_WORRY_TODAY), ==, today);
  worry->noted_at = noon;
  ent_worry_complete (worry, today + 1);
  g_assert_false (ent_worry_is_overdue (worry, today, noon));
  g_assert_true (ent_worry_is_overdue (worry, today + 1, noon));
  worry->urgency = ENT_WORRY_NOW;
  g_assert_false (ent_worry_is_overdue (worry, today, noon + HOUR));
  g_assert_true (ent_worry_is_overdue (worry, today, noon + HOUR + 1));
  worry->urgency = ENT_WORRY_WEEK;
  ent_worry_complete (worry, today + 1);
  g_assert_false (ent_worry_is_overdue (worry, today + 7, noon));
  g_assert_true (ent_worry_is_overdue (worry, today + 8, noon));
  worry->state = ENT_WORRY_FOLLOWED;
  g_assert_false (ent_worry_is_overdue (worry, today + 8, noon));
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntWorry) worry = new_worry (1);
  g_autofree char *fresh = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *followed = NULL;

  ent_worry_complete (worry, day ("2026-11-21"));
  fresh = ent_worry_describe (worry, day ("2026-11-21"), worry->noted_at);
  g_assert_cmpstr (fresh, ==, "New worry · Within the day");
  overdue = ent_worry_describe (worry, day ("2026-11-22"), worry->noted_at);
  g_assert_cmpstr (overdue, ==, "New worry · Within the day · overdue");
  worry->outcome = ENT_WORRY_PASSED_ON;
  ent_worry_complete (worry, day ("2026-11-22"));
  followed = ent_worry_describe (worry, day ("2026-11-22"), worry->noted_at);
  g_assert_cmpstr (followed, ==, "Followed up · Passed on to the doctor or the family");
}

static void
assert_hands (Fixture *fixture, gint64 worry_id, const char *worker, const char *login)
{
  g_autoptr (EntWorry) worry = read_worry (fixture, worry_id);

  g_assert_cmpstr (worry->worker_name, ==, worker);
  g_assert_cmpstr (worry->hands_login, ==, login);
}

/* While it is open it follows the plan; then it stays with who followed it. */
static void
test_lands_with_the_worker (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 plan = add_plan (fixture, person, "2026-01-01", NULL);
  gint64 worry = add_worry (fixture, person);
  gint64 first = add_worker (fixture, "Ancion");
  gint64 second = add_worker (fixture, "Bodart");
  g_autoptr (EntWorry) followed = NULL;

  assert_hands (fixture, worry, NULL, NULL);
  change (fixture, &ent_care_plan_schema, plan, "agent_id", ent_int (first));
  assert_hands (fixture, worry, "Ancion", "Ancion");
  change (fixture, &ent_care_plan_schema, plan, "agent_id", ent_int (second));
  assert_hands (fixture, worry, "Bodart", "Bodart");
  change (fixture, &ent_worry_schema, worry, "outcome", ent_text ("visited"));
  followed = read_worry (fixture, worry);
  g_assert_cmpint (followed->agent_id, ==, second);
  change (fixture, &ent_care_plan_schema, plan, "agent_id", ent_int (first));
  assert_hands (fixture, worry, "Bodart", "Bodart");
}

static void
test_plan_that_runs (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 ended = add_plan (fixture, person, "2026-01-01", "2026-11-20");
  gint64 runs = add_plan (fixture, person, "2026-11-21", NULL);
  gint64 coming = add_plan (fixture, person, "2026-11-22", NULL);
  gint64 worry = add_worry (fixture, person);

  change (fixture, &ent_care_plan_schema, ended, "agent_id",
          ent_int (add_worker (fixture, "Ancion")));
  change (fixture, &ent_care_plan_schema, coming, "agent_id",
          ent_int (add_worker (fixture, "Collin")));
  assert_hands (fixture, worry, NULL, NULL);
  change (fixture, &ent_care_plan_schema, runs, "agent_id",
          ent_int (add_worker (fixture, "Bodart")));
  assert_hands (fixture, worry, "Bodart", "Bodart");
  change (fixture, &ent_worry_schema, worry, "agent_id", ent_int (add_worker (fixture, "Delvaux")));
  assert_hands (fixture, worry, "Delvaux", "Delvaux");
}

static void
test_stand_in (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 plan = add_plan (fixture, person, "2026-01-01", NULL);
  gint64 worry = add_worry (fixture, person);
  gint64 away = add_worker (fixture, "Ancion");
  gint64 present = add_worker (fixture, "Bodart");
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  change (fixture, &ent_care_plan_schema, plan, "agent_id", ent_int (away));
  absence->agent_id = away;
  absence->stand_in_id = present;
  put (absence, "kind", ent_text ("leave"));
  put (absence, "from_day", iso ("2026-11-16"));
  put (absence, "to_day", iso ("2026-11-21"));
  insert (fixture, absence);
  assert_hands (fixture, worry, "Ancion", "Bodart");
  ent_day_set_today (day ("2026-11-22"));
  assert_hands (fixture, worry, "Ancion", "Ancion");
}

/* Hours of a day give the stand-in all of it; an absence that ends at midnight takes nothing of the
 * day that begins then. */
static void
test_stand_in_for_hours (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 plan = add_plan (fixture, person, "2026-01-01", NULL);
  gint64 worry = add_worry (fixture, person);
  gint64 away = add_worker (fixture, "Ancion");
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  change (fixture, &ent_care_plan_schema, plan, "agent_id", ent_int (away));
  absence->agent_id = away;
  absence->stand_in_id = add_worker (fixture, "Bodart");
  put (absence, "kind", ent_text ("leave"));
  put (absence, "from_day", iso ("2026-11-21"));
  put (absence, "to_day", iso ("2026-11-22"));
  absence->from_time = 720;
  absence->to_time = 1;
  insert (fixture, absence);
  assert_hands (fixture, worry, "Ancion", "Bodart");
  ent_day_set_today (day ("2026-11-22"));
  assert_hands (fixture, worry, "Ancion", "Bodart");
  change (fixture, &ent_agent_absence_schema, ent_record_get_id (absence), "to_time", ent_int (0));
  assert_hands (fixture, worry, "Ancion", "Ancion");
}

static guint
waiting_for (Fixture *fixture, const char *login, gboolean is_agent)
{
  gboolean is_mine;
  guint n = ent_day_query_n_worries (fixture->db, login, &is_mine);

  g_assert_cmpint (is_mine, ==, is_agent);
  return n;
}

static void
test_how_many_wait (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 plan = add_plan (fixture, person, "2026-01-01", NULL);
  gint64 first = add_worry (fixture, person);

  add_worry (fixture, person);
  add_worry (fixture, add_person (fixture));
  change (fixture, &ent_care_plan_schema, plan, "agent_id",
          ent_int (add_worker (fixture, "Ancion")));
  add_worker (fixture, "Bodart");
  g_assert_cmpuint (waiting_for (fixture, "Ancion", TRUE), ==, 2);
  g_assert_cmpuint (waiting_for (fixture, "Bodart", TRUE), ==, 0);
  g_assert_cmpuint (waiting_for (fixture, "nobody", FALSE), ==, 3);
  change (fixture, &ent_worry_schema, first, "state", ent_text ("seen"));
  g_assert_cmpuint (waiting_for (fixture, "Ancion", TRUE), ==, 2);
  change (fixture, &ent_worry_schema, first, "outcome", ent_text ("contacted"));
  g_assert_cmpuint (waiting_for (fixture, "Ancion", TRUE), ==, 1);
  g_assert_cmpuint (waiting_for (fixture, "nobody", FALSE), ==, 2);
}

/* The most pressing first, and what is followed up below. */
static void
test_open_ones_on_top (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntWorry) calm = new_worry (person);
  gint64 later, followed, urgent;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *tail = g_strdup_printf ("ORDER BY %s", ent_worry_schema.order);

  calm->urgency = ENT_WORRY_WEEK;
  later = insert (fixture, calm);
  followed = add_worry (fixture, person);
  urgent = add_worry (fixture, person);
  change (fixture, &ent_worry_schema, followed, "outcome", ent_text ("contacted"));
  all = ent_sql_load (fixture->db, &ent_worry_schema, tail, ENT_NO_ARGS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (all, 0)), ==, urgent);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (all, 1)), ==, later);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (all, 2)), ==, followed);
}

/* Generation may not take away a visit that a worry tells of. */
static void
test_visit_is_kept (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 need = add_need (fixture, add_plan (fixture, person, "2026-01-01", NULL));
  g_autoptr (EntWorry) worry = new_worry (person);
  g_autoptr (EntVisit) visit = NULL;
  g_autoptr (EntVisit) kept = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  generate (fixture, 0, "2026-12-20", NULL);
  visit = visit_of (fixture, need, "2026-11-23");
  worry->visit_id = ent_record_get_id (visit);
  apply = ent_apply_begin (fixture->db, "Worry", "tester", &error);
  g_assert_true (ent_day_apply_worry (apply, worry, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  change (fixture, &ent_care_need_schema, need, "to_day", iso ("2026-11-22"));
  generate (fixture, 0, "2026-12-20", NULL);
  kept = visit_of (fixture, need, "2026-11-23");
  g_assert_nonnull (kept);
  g_assert_null (visit_of (fixture, need, "2026-11-30"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/worry/no-end-without-outcome", test_no_end_without_outcome);
  ADD ("/worry/outcome-closes", test_outcome_closes);
  ADD ("/worry/due", test_due);
  ADD ("/worry/words", test_words);
  ADD ("/worry/lands-with-the-worker", test_lands_with_the_worker);
  ADD ("/worry/plan-that-runs", test_plan_that_runs);
  ADD ("/worry/stand-in", test_stand_in);
  ADD ("/worry/stand-in-for-hours", test_stand_in_for_hours);
  ADD ("/worry/how-many-wait", test_how_many_wait);
  ADD ("/worry/open-ones-on-top", test_open_ones_on_top);
  ADD ("/worry/visit-is-kept", test_visit_is_kept);
  return g_test_run ();
}
