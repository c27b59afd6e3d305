/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clocks of a request, from what is noted on it, by the rules that a new register has. */

#include "module-fixture.h"

#include "ent-request-clock.h"
#include "ent-request-query.h"

static EntRequestFacts *
facts_new (const char *received, guint regimes)
{
  EntRequestFacts *facts = ent_request_facts_new (day (received));

  facts->regimes = regimes;
  facts->step = ENT_STEP_REGISTERED;
  return facts;
}

#define INTEGRATION (1u << ENT_REGIME_INTEGRATION)
#define AID (1u << ENT_REGIME_AID)

static void
assert_clock (Fixture *fixture, const EntRequestFacts *facts, int kind, const char *due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = ent_request_query_rules (fixture->db, &error);
  g_autoptr (EntRequestClock) clock = ent_request_clock_of (facts, rules, (EntDeadlineKind) kind);
  g_autofree char *text = clock != NULL ? ent_day_to_iso (clock->deadline->due) : NULL;

  g_assert_cmpstr (text, ==, due);
}

static void
test_clock_of_each_regime (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequestFacts) both = facts_new ("2027-01-31", INTEGRATION | AID);
  g_autoptr (EntRequestFacts) integration = facts_new ("2027-01-31", INTEGRATION);
  g_autoptr (EntRequestFacts) aid = facts_new ("2026-10-31", AID);
  g_autoptr (EntRequestFacts) none = facts_new ("2026-10-31", 0);

  assert_clock (fixture, integration, ENT_DEADLINE_DECISION, "2027-03-02");
  /* The month of social aid is the shorter one in February, thirty days in October. */
  assert_clock (fixture, both, ENT_DEADLINE_DECISION, "2027-02-28");
  assert_clock (fixture, aid, ENT_DEADLINE_DECISION, "2026-11-30");
  aid->regimes = INTEGRATION | AID;
  assert_clock (fixture, aid, ENT_DEADLINE_DECISION, "2026-11-30");
  assert_clock (fixture, none, ENT_DEADLINE_DECISION, NULL);
}

static void
test_clocks_after_the_decision (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequestFacts) facts = facts_new ("2026-11-02", INTEGRATION);

  assert_clock (fixture, facts, ENT_DEADLINE_NOTIFICATION, NULL);
  ent_request_facts_add_step (facts, ENT_STEP_DECISION, day ("2026-11-20"));
  facts->step = ENT_STEP_DECISION;
  facts->result = ENT_RESULT_GRANTED;
  assert_clock (fixture, facts, ENT_DEADLINE_NOTIFICATION, "2026-11-28");
  assert_clock (fixture, facts, ENT_DEADLINE_PAYMENT, "2026-12-05");
  assert_clock (fixture, facts, ENT_DEADLINE_REVIEW, NULL);
  facts->step = ENT_STEP_EXECUTION;
  assert_clock (fixture, facts, ENT_DEADLINE_REVIEW, "2027-11-20");
  ent_request_facts_add_event (facts, ENT_HAPPENING_REVIEW, day ("2027-10-01"), ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_REVIEW, "2028-10-01");
  facts->result = ENT_RESULT_REFUSED;
  assert_clock (fixture, facts, ENT_DEADLINE_PAYMENT, NULL);
}

static void
test_incompetence (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequestFacts) facts = facts_new ("2026-11-19", AID);

  assert_clock (fixture, facts, ENT_DEADLINE_TRANSFER, NULL);
  ent_request_facts_add_event (facts, ENT_HAPPENING_INCOMPETENT, day ("2026-11-20"), ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_TRANSFER, "2026-11-24");
  ent_request_facts_add_event (facts, ENT_HAPPENING_CONFLICT, day ("2026-11-27"), ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_CONFLICT, "2026-12-02");
}

static void
test_project (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequestFacts) facts = facts_new ("2026-11-02", INTEGRATION);

  ent_request_facts_add_step (facts, ENT_STEP_DECISION, day ("2026-11-30"));
  assert_clock (fixture, facts, ENT_DEADLINE_PROJECT, NULL);
  facts->has_project = TRUE;
  assert_clock (fixture, facts, ENT_DEADLINE_PROJECT, "2027-02-28");
  ent_request_facts_add_event (facts, ENT_HAPPENING_PROJECT_OFFERED, day ("2026-12-23"),
                               ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_REFLECTION, "2026-12-31");
  ent_request_facts_add_event (facts, ENT_HAPPENING_PROJECT_SIGNED, day ("2027-01-04"),
                               ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_EVALUATION, "2027-04-04");
}

static void
test_both_readings_of_the_appeal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = ent_request_query_rules (fixture->db, &error);
  g_autoptr (EntRequestFacts) facts = facts_new ("2026-10-01", INTEGRATION);
  g_autoptr (GPtrArray) posted = NULL;
  g_autoptr (GPtrArray) presented = NULL;

  ent_request_facts_add_event (facts, ENT_HAPPENING_POSTING, day ("2026-11-20"), ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_APPEAL_POSTED, "2027-02-22");
  assert_clock (fixture, facts, ENT_DEADLINE_APPEAL_SIMPLE, "2027-02-24");
  assert_clock (fixture, facts, ENT_DEADLINE_APPEAL_PRESENTED, NULL);
  posted = ent_request_clocks (facts, rules);
  g_assert_cmpint (ent_request_appeal_end (posted), ==, day ("2027-02-24"));
  ent_request_facts_add_event (facts, ENT_HAPPENING_PRESENTATION, day ("2026-11-27"), ENT_DAY_NONE);
  assert_clock (fixture, facts, ENT_DEADLINE_APPEAL_PRESENTED, "2027-03-01");
  assert_clock (fixture, facts, ENT_DEADLINE_APPEAL_SIMPLE, NULL);
  presented = ent_request_clocks (facts, rules);
  g_assert_cmpint (ent_request_appeal_end (presented), ==, day ("2027-03-01"));
}

static void
test_next_clock (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rules = ent_request_query_rules (fixture->db, NULL);
  g_autoptr (EntRequestFacts) facts = facts_new ("2026-11-19", INTEGRATION);
  g_autoptr (EntRequestClock) first = ent_request_clock_next (facts, rules);
  g_autoptr (EntRequestClock) second = NULL;
  g_autoptr (EntRequestClock) still = NULL;

  g_assert_cmpint (first->kind, ==, ENT_DEADLINE_RECEIPT);
  g_assert_cmpint (first->deadline->due, ==, day ("2026-11-19"));
  ent_request_facts_add_event (facts, ENT_HAPPENING_RECEIPT, day ("2026-11-19"), ENT_DAY_NONE);
  second = ent_request_clock_next (facts, rules);
  g_assert_cmpint (second->kind, ==, ENT_DEADLINE_DECISION);
  ent_request_facts_add_event (facts, ENT_HAPPENING_SUSPENSION, day ("2026-11-30"), ENT_DAY_NONE);
  still = ent_request_clock_next (facts, rules);
  g_assert_cmpint (still->deadline->due, ==, ENT_DAY_NONE);
}

static void
test_groups (Fixture *fixture, gconstpointer unused)
{
  gint32 friday = day ("2026-11-20");

  g_assert_cmpint (ent_due_group (friday - 1, friday), ==, ENT_DUE_LATE);
  g_assert_cmpint (ent_due_group (friday, friday), ==, ENT_DUE_TODAY);
  g_assert_cmpint (ent_due_group (friday + 2, friday), ==, ENT_DUE_WEEK);
  g_assert_cmpint (ent_due_group (friday + 3, friday), ==, ENT_DUE_LATER);
  g_assert_cmpint (ent_due_group (ENT_DAY_NONE, friday), ==, ENT_DUE_STILL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/request/clock/each-regime", test_clock_of_each_regime);
  ADD ("/request/clock/after-the-decision", test_clocks_after_the_decision);
  ADD ("/request/clock/incompetence", test_incompetence);
  ADD ("/request/clock/project", test_project);
  ADD ("/request/clock/both-readings-of-the-appeal", test_both_readings_of_the_appeal);
  ADD ("/request/clock/next", test_next_clock);
  ADD ("/request/clock/groups", test_groups);
  return g_test_run ();
}
