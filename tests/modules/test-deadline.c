/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines at their edges: leap years, month ends, days off, suspensions, and why they are what
 * they are. */

#include "ent-deadline.h"
#include "module-fixture.h"
#include "record-checks.h"

static EntDeadlineRule *
rule_new (int amount, int unit, int first, int last)
{
  EntDeadlineRule *rule = ent_record_new (ENT_TYPE_DEADLINE_RULE);

  rule->kind = ENT_DEADLINE_DECISION;
  rule->start = ENT_START_RECEPTION;
  rule->amount = amount;
  rule->unit = unit;
  rule->first_day = first;
  rule->last_day = last;
  rule->from_day = day ("2000-01-01");
  rule->source = g_strdup ("Act, article 1");
  rule->standing = ENT_STANDING_VERIFIED;
  return rule;
}

static void
assert_due (EntDeadlineRule *rule, const char *start, const char *due)
{
  g_autoptr (EntDeadline) deadline = ent_deadline_count (rule, day (start), NULL);
  g_autofree char *text = ent_day_to_iso (deadline->due);

  g_assert_cmpstr (text, ==, due);
}

static void
test_days (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule) rule = rule_new (30, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  g_autoptr (EntDeadlineRule) none = rule_new (0, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);

  assert_due (rule, "2026-11-21", "2026-12-21");
  assert_due (rule, "2026-12-15", "2027-01-14");
  assert_due (rule, "2028-02-01", "2028-03-02");
  assert_due (rule, "2027-02-01", "2027-03-03");
  /* A Sunday, and Christmas, stay. */
  assert_due (rule, "2026-11-06", "2026-12-06");
  assert_due (rule, "2026-11-25", "2026-12-25");
  assert_due (none, "2026-11-22", "2026-11-22");
  g_assert_null (ent_deadline_count (rule, ENT_DAY_NONE, NULL));
}

static void
test_no_30_february (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (ent_day_from_ymd (2026, 2, 30), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_from_ymd (2027, 2, 29), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_from_ymd (2028, 2, 29), !=, ENT_DAY_NONE);
}

static void
test_months (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule) month = rule_new (1, ENT_UNIT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  g_autoptr (EntDeadlineRule) year = rule_new (12, ENT_UNIT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS);

  assert_due (month, "2026-11-21", "2026-12-21");
  assert_due (month, "2027-01-31", "2027-02-28");
  assert_due (month, "2028-01-31", "2028-02-29");
  assert_due (month, "2027-01-28", "2027-02-28");
  assert_due (month, "2027-02-28", "2027-03-28");
  assert_due (month, "2026-12-31", "2027-01-31");
  assert_due (year, "2028-02-29", "2029-02-28");
  assert_due (year, "2027-02-28", "2028-02-28");
}

static void
test_court_months (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule)
                rule = rule_new (3, ENT_UNIT_COURT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS);

  assert_due (rule, "2026-01-14", "2026-04-14");
  /* From 1 March to 31 May, not to 28 May. */
  assert_due (rule, "2027-02-28", "2027-05-31");
  assert_due (rule, "2026-11-30", "2027-02-28");
  /* From 30 November: February has no 30th. */
  assert_due (rule, "2026-11-29", "2027-02-28");
  assert_due (rule, "2027-11-29", "2028-02-29");
  assert_due (rule, "2026-11-28", "2027-02-28");
  assert_due (rule, "2026-11-27", "2027-02-27");
}

static void
test_appeal_moves_to_working_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule)
                rule = rule_new (3, ENT_UNIT_COURT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_MOVES);
  g_autoptr (EntDeadline) christmas = NULL;

  /* 25 December 2026 is a Friday and a holiday: Monday the 28th. */
  assert_due (rule, "2026-09-25", "2026-12-28");
  /* A Saturday, a Sunday. */
  assert_due (rule, "2026-09-12", "2026-12-14");
  assert_due (rule, "2026-09-13", "2026-12-14");
  assert_due (rule, "2026-09-14", "2026-12-14");
  /* Easter Monday 2027 is 29 March. */
  assert_due (rule, "2026-12-27", "2027-03-30");
  christmas = ent_deadline_count (rule, day ("2026-09-25"), NULL);
  g_assert_cmpuint (christmas->days_off->len, ==, 1);
  g_assert_cmpint (g_array_index (christmas->days_off, gint32, 0), ==, day ("2026-12-25"));
}

static void
test_first_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule)
                first = rule_new (3, ENT_UNIT_COURT_MONTHS, ENT_FIRST_WORKING, ENT_LAST_STAYS);
  g_autoptr (EntDeadlineRule) third = rule_new (3, ENT_UNIT_COURT_MONTHS, ENT_FIRST_THIRD_WORKING,
                                               ENT_LAST_STAYS);

  /* Posted on a Friday: Monday counts first, or Wednesday. */
  assert_due (first, "2026-11-20", "2027-02-22");
  assert_due (third, "2026-11-20", "2027-02-24");
  /* Posted on 10 November: the 11th is a holiday. */
  assert_due (first, "2026-11-10", "2027-02-11");
  assert_due (third, "2026-11-10", "2027-02-15");
}

static void
test_working_days (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule)
                rule = rule_new (5, ENT_UNIT_WORKING_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  g_autoptr (EntDeadline) deadline = NULL;

  assert_due (rule, "2026-11-20", "2026-11-27");
  /* Over the 11th. */
  assert_due (rule, "2026-11-09", "2026-11-17");
  deadline = ent_deadline_count (rule, day ("2026-12-23"), NULL);
  g_assert_cmpint (deadline->due, ==, day ("2026-12-31"));
  g_assert_cmpuint (deadline->days_off->len, ==, 1);
}

static GArray *
standstills_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (EntStandstill));
}

static void
stand_still (GArray *all, const char *from, const char *to)
{
  const EntStandstill still = { day (from), to != NULL ? day (to) : ENT_DAY_NONE };

  g_array_append_val (all, still);
}

static void
test_suspensions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule) rule = rule_new (30, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  g_autoptr (GArray) stills = standstills_new ();
  g_autoptr (EntDeadline) longer = NULL;
  g_autoptr (EntDeadline) overlapping = NULL;
  g_autoptr (EntDeadline) unmoved = NULL;

  stand_still (stills, "2026-11-30", "2026-12-04");
  longer = ent_deadline_count (rule, day ("2026-11-21"), stills);
  g_assert_cmpint (longer->due, ==, day ("2026-12-26"));
  g_assert_cmpint (longer->plain, ==, day ("2026-12-21"));
  g_assert_cmpint (longer->n_still, ==, 5);
  /* What overlaps counts once; what begins in the longer term counts too. */
  stand_still (stills, "2026-12-03", "2026-12-05");
  stand_still (stills, "2026-12-27", "2026-12-27");
  overlapping = ent_deadline_count (rule, day ("2026-11-21"), stills);
  g_assert_cmpint (overlapping->due, ==, day ("2026-12-28"));
  /* Before the start and after the end nothing moves. */
  g_array_set_size (stills, 0);
  stand_still (stills, "2026-11-01", "2026-11-21");
  stand_still (stills, "2026-12-22", NULL);
  unmoved = ent_deadline_count (rule, day ("2026-11-21"), stills);
  g_assert_cmpint (unmoved->due, ==, day ("2026-12-21"));
  g_assert_cmpuint (unmoved->standstills->len, ==, 0);
}

static void
test_standing_still (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule) rule = rule_new (30, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  g_autoptr (GArray) stills = standstills_new ();
  g_autoptr (EntDeadline) deadline = NULL;
  g_autofree char *text = NULL;

  stand_still (stills, "2026-12-21", NULL);
  deadline = ent_deadline_count (rule, day ("2026-11-21"), stills);
  g_assert_cmpint (deadline->due, ==, ENT_DAY_NONE);
  text = ent_deadline_format_left (deadline, day ("2027-05-01"));
  g_assert_cmpstr (text, ==, "The clock stands still");
}

static void
assert_left (const char *due, const char *today, const char *expected)
{
  g_autofree char *text = ent_deadline_format_days (day (due), day (today));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days_left (Fixture *fixture, gconstpointer unused)
{
  assert_left ("2026-11-21", "2026-11-19", "2 days left");
  assert_left ("2026-11-21", "2026-11-20", "1 day left");
  assert_left ("2026-11-21", "2026-11-21", "Today is the last day");
  assert_left ("2026-11-21", "2026-11-22", "1 day late");
  assert_left ("2026-11-21", "2026-12-21", "30 days late");
}

static const char *
reason_of (GPtrArray *reasons, const char *title)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const EntDeadlineReason *reason = g_ptr_array_index (reasons, i);

      if (g_str_equal (reason->title, title))
        return reason->text;
    }
  return NULL;
}

static void
test_reasons (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule)
                rule = rule_new (3, ENT_UNIT_COURT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_MOVES);
  g_autoptr (GArray) stills = standstills_new ();
  g_autoptr (EntDeadline) deadline = NULL;
  g_autoptr (GPtrArray) reasons = NULL;

  rule->standing = ENT_STANDING_TO_CHECK;
  stand_still (stills, "2026-10-01", "2026-10-02");
  deadline = ent_deadline_count (rule, day ("2026-09-23"), stills);
  reasons = ent_deadline_explain (deadline);
  g_assert_nonnull (strstr (reason_of (reasons, "Rule"), "3 months"));
  g_assert_cmpstr (reason_of (reasons, "Source"), ==, "Act, article 1 – to be checked");
  g_assert_nonnull (strstr (reason_of (reasons, "Start"), "Reception of the request"));
  g_assert_nonnull (strstr (reason_of (reasons, "Suspension"), "from 01/10/2026 to 02/10/2026"));
  g_assert_nonnull (strstr (reason_of (reasons, "Suspension"), "2 days longer"));
  g_assert_nonnull (strstr (reason_of (reasons, "Legal holidays met"), "25"));
  g_assert_nonnull (strstr (reason_of (reasons, "Last day"), "28"));
}

static void
test_rule_in_force (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  EntDeadlineRule *old = rule_new (30, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  EntDeadlineRule *other = rule_new (20, ENT_UNIT_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS);
  EntDeadlineRule *own = rule_new (1, ENT_UNIT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS);

  g_ptr_array_add (rules, old);
  g_ptr_array_add (rules, other);
  g_ptr_array_add (rules, own);
  old->to_day = day ("2026-02-28");
  other->from_day = day ("2026-03-01");
  own->regime = ENT_REGIME_AID;
  g_assert_true (ent_deadline_find_rule (rules, ENT_DEADLINE_DECISION, ENT_REGIME_INTEGRATION,
                                         day ("2026-02-28")) == old);
  g_assert_true (ent_deadline_find_rule (rules, ENT_DEADLINE_DECISION, ENT_REGIME_INTEGRATION,
                                         day ("2026-03-01")) == other);
  g_assert_true (ent_deadline_find_rule (rules, ENT_DEADLINE_DECISION, ENT_REGIME_AID,
                                         day ("2026-03-01")) == own);
  g_assert_null (ent_deadline_find_rule (rules, ENT_DEADLINE_DECISION, 0, day ("1999-12-31")));
  g_assert_null (ent_deadline_find_rule (rules, ENT_DEADLINE_REVIEW, 0, day ("2026-03-01")));
}

static void
test_rule_is_checked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntDeadlineRule) rule = rule_new (0, ENT_UNIT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS);

  assert_error (rule, "amount");
  rule->unit = ENT_UNIT_DAYS;
  rule->amount = -1;
  assert_error (rule, "amount");
  rule->amount = 3661;
  assert_error (rule, "amount");
  rule->amount = 30;
  rule->to_day = day ("1999-12-31");
  assert_error (rule, "to_day");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/deadline/calendar-days", test_days);
  ADD ("/deadline/no-30-february", test_no_30_february);
  ADD ("/deadline/months-from-date-to-date", test_months);
  ADD ("/deadline/months-to-the-day-before", test_court_months);
  ADD ("/deadline/last-day-off-moves", test_appeal_moves_to_working_day);
  ADD ("/deadline/first-day-that-counts", test_first_day);
  ADD ("/deadline/working-days", test_working_days);
  ADD ("/deadline/suspensions-make-longer", test_suspensions);
  ADD ("/deadline/stands-still", test_standing_still);
  ADD ("/deadline/days-left-in-words", test_days_left);
  ADD ("/deadline/says-why", test_reasons);
  ADD ("/deadline/rule-in-force", test_rule_in_force);
  ADD ("/deadline/rule-is-checked", test_rule_is_checked);
  return g_test_run ();
}
