/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a month is counted: minutes that pass, unsocial hours, exceptions, rounding, records. */

#include "ent-error.h"
#include "ent-month-rules.h"
#include "ent-staff-rules.h"
#include "module-fixture.h"
#include "record-checks.h"

static EntVisit *
new_visit (const char *on, int start, int minutes)
{
  EntVisit *visit = ent_record_new (ENT_TYPE_VISIT);

  visit->day = day (on);
  visit->start_time = start;
  visit->minutes = minutes;
  visit->person_id = visit->activity_id = visit->carer_id = 1;
  return visit;
}

static EntVisit *
new_done (const char *on, int start, int minutes, int began, int ended)
{
  EntVisit *visit = new_visit (on, start, minutes);

  visit->state = ENT_VISIT_DONE;
  visit->began_at = began;
  visit->ended_at = ended;
  return visit;
}

static void
test_months (void)
{
  EntMonth february = { 2028, 2 };
  EntMonth december = ent_month_of_day (day ("2026-12-31"));
  EntMonth january = ent_month_add (december, 1);

  g_assert_cmpint (ent_month_last_day (february), ==, day ("2028-02-29"));
  g_assert_cmpint (ent_month_last_day ((EntMonth) { 2026, 2 }), ==, day ("2026-02-28"));
  g_assert_cmpint (january.year, ==, 2027);
  g_assert_cmpint (january.month, ==, 1);
  g_assert_cmpint (ent_month_add (january, -13).year, ==, 2025);
  g_assert_cmpint (ent_month_add (january, -13).month, ==, 12);
  g_assert_cmpint (ent_month_compare (december, january), <, 0);
  g_assert_cmpint (ent_month_quarter (december), ==, 4);
  g_assert_cmpint (ent_month_quarter ((EntMonth) { 2026, 3 }), ==, 1);
  g_assert_cmpint (ent_month_quarter ((EntMonth) { 2026, 4 }), ==, 2);
}

static void
test_done_minutes (void)
{
  g_autoptr (EntVisit) plain = new_done ("2026-11-02", 540, 60, 545, 610);
  g_autoptr (EntVisit) night = new_done ("2026-11-30", 1380, 120, 1380, 60);
  g_autoptr (EntVisit) spring = new_done ("2026-03-29", 90, 120, 90, 210);
  g_autoptr (EntVisit) autumn = new_done ("2026-10-25", 90, 120, 90, 210);
  g_autoptr (EntVisit) unknown = new_done ("2026-11-02", 540, 45, ENT_INT_NONE, ENT_INT_NONE);
  g_autoptr (EntVisit) open = new_visit ("2026-11-02", 540, 60);

  g_assert_cmpint (ent_visit_done_minutes (plain), ==, 65);
  g_assert_cmpint (ent_visit_done_minutes (night), ==, 120);
  /* From half past one to half past three by the clock. */
  g_assert_cmpint (ent_visit_done_minutes (spring), ==, 60);
  g_assert_cmpint (ent_visit_done_minutes (autumn), ==, 180);
  g_assert_cmpint (ent_visit_done_minutes (unknown), ==, 45);
  g_assert_cmpint (ent_visit_done_minutes (open), ==, 0);
  g_assert_cmpint (ent_visit_counted_from (unknown), ==, 540);
}

static void
test_billable_minutes (void)
{
  EntMonthTerms nothing = { 10, 0, 0 }, half = { 10, 100, 50 };
  g_autoptr (EntVisit) visit = new_visit ("2026-11-02", 540, 61);

  visit->state = ENT_VISIT_NOBODY_HOME;
  g_assert_cmpint (ent_visit_billable_minutes (visit, &nothing), ==, 0);
  g_assert_cmpint (ent_visit_billable_minutes (visit, &half), ==, 30);
  visit->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  g_assert_cmpint (ent_visit_billable_minutes (visit, &half), ==, 0);
  visit->notice_late = TRUE;
  g_assert_cmpint (ent_visit_billable_minutes (visit, &half), ==, 61);
  g_assert_cmpint (ent_visit_billable_minutes (visit, &nothing), ==, 0);
  visit->state = ENT_VISIT_CANCELLED_SERVICE;
  g_assert_cmpint (ent_visit_billable_minutes (visit, &half), ==, 0);
  visit->state = ENT_VISIT_PLANNED;
  g_assert_cmpint (ent_visit_billable_minutes (visit, &half), ==, 0);
}

static EntUnsocialRate *
new_rate (EntUnsocialKind kind, int from, int to, int percent)
{
  EntUnsocialRate *rate = ent_record_new (ENT_TYPE_UNSOCIAL_RATE);

  rate->kind = (int) kind;
  rate->from_minute = from;
  rate->to_minute = to;
  rate->percent = percent;
  rate->from_day = day ("2026-01-01");
  return rate;
}

static GPtrArray *
usual_rates (void)
{
  GPtrArray *rates = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_EVENING, 1200, 1320, 20));
  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_SATURDAY, 0, 1440, 26));
  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_HOLIDAY, 0, 1440, 56));
  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_NIGHT, 1320, 360, 35));
  return rates;
}

/* Evening, Saturday, Sunday and holiday, night. */
static void
assert_split (GPtrArray *rates, const char *on, int began, int minutes, const int expected[4])
{
  g_autoptr (EntUnsocialDays) days = ent_unsocial_days_new (rates);
  int found[ENT_UNSOCIAL_KINDS];

  ent_unsocial_days_count (days, day (on), began, minutes, found);
  for (int i = 0; i < ENT_UNSOCIAL_KINDS; i++)
    g_assert_cmpint (found[i], ==, expected[i]);
}

static void
test_unsocial (void)
{
  g_autoptr (GPtrArray) rates = usual_rates ();

  /* A Monday: by day nothing; from eight in the evening; from ten night, through midnight. */
  assert_split (rates, "2026-11-02", 540, 60, (int[]) { 0, 0, 0, 0 });
  assert_split (rates, "2026-11-02", 1170, 60, (int[]) { 30, 0, 0, 0 });
  assert_split (rates, "2026-11-02", 1290, 180, (int[]) { 30, 0, 0, 150 });
  assert_split (rates, "2026-11-03", 330, 60, (int[]) { 0, 0, 0, 30 });
  /* Saturday goes before evening, night before Saturday: the higher percentage. */
  assert_split (rates, "2026-11-07", 1290, 60, (int[]) { 0, 30, 0, 30 });
  /* Saturday night into Sunday: each under its own day. */
  assert_split (rates, "2026-11-07", 1380, 120, (int[]) { 0, 0, 60, 60 });
  /* 11 November is a holiday; so is Easter Monday. The month of the beginning keeps it all. */
  assert_split (rates, "2026-11-11", 540, 60, (int[]) { 0, 0, 60, 0 });
  assert_split (rates, "2026-04-06", 540, 60, (int[]) { 0, 0, 60, 0 });
  assert_split (rates, "2026-10-31", 1410, 60, (int[]) { 0, 0, 30, 30 });
  assert_split (rates, "2026-12-31", 1410, 60, (int[]) { 0, 0, 30, 30 });
}

static void
test_unsocial_clock_change (void)
{
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func (g_object_unref);

  /* Only between three and four of the clock: half past one, two hours later it is half past four
   * in spring and half past two in autumn. */
  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_NIGHT, 180, 240, 35));
  assert_split (rates, "2026-03-29", 90, 120, (int[]) { 0, 0, 0, 60 });
  assert_split (rates, "2026-10-25", 90, 120, (int[]) { 0, 0, 0, 0 });
  assert_split (rates, "2026-10-25", 90, 180, (int[]) { 0, 0, 0, 30 });
  /* The hour from two to three comes twice. */
  g_ptr_array_add (rates, new_rate (ENT_UNSOCIAL_EVENING, 120, 180, 20));
  assert_split (rates, "2026-10-25", 90, 180, (int[]) { 120, 0, 0, 30 });
}

static void
test_unsocial_dated (void)
{
  g_autoptr (GPtrArray) rates = usual_rates ();
  EntUnsocialRate *night = g_ptr_array_index (rates, 3);

  night->to_day = day ("2026-11-02");
  assert_split (rates, "2026-11-02", 1380, 120, (int[]) { 0, 0, 0, 60 });
  g_assert_cmpint (ent_unsocial_percent (rates, ENT_UNSOCIAL_NIGHT, day ("2026-11-02")), ==, 35);
  g_assert_cmpint (ent_unsocial_percent (rates, ENT_UNSOCIAL_NIGHT, day ("2026-11-03")), ==, 0);
  g_assert_cmpint (ent_unsocial_percent (rates, ENT_UNSOCIAL_HOLIDAY, day ("2025-12-31")), ==, 0);
}

static void
test_exceptions (void)
{
  EntMonthTerms terms = { 10, 0, 0 };
  EntMonthFacts nothing = { FALSE, FALSE }, overlap = { TRUE, FALSE };
  g_autoptr (EntVisit) open = new_visit ("2026-11-02", 540, 60);
  g_autoptr (EntVisit) exact = new_done ("2026-11-02", 540, 60, 550, 610);
  g_autoptr (EntVisit) longer = new_done ("2026-11-02", 540, 60, 540, 611);
  g_autoptr (EntVisit) moved = new_done ("2026-11-02", 540, 60, 551, 611);
  g_autoptr (EntVisit) late = new_done ("2026-11-02", 540, 60, 540, 600);

  g_assert_cmpuint (ent_month_exceptions (open, &terms, &nothing), ==, ENT_MONTH_NOT_REPORTED);
  open->settled_on = day ("2026-12-01");
  g_assert_cmpuint (ent_month_exceptions (open, &terms, &nothing), ==, ENT_MONTH_NOT_REPORTED);
  g_assert_cmpuint (ent_month_exceptions (exact, &terms, &nothing), ==, 0);
  g_assert_cmpuint (ent_month_exceptions (exact, &terms, &overlap), ==, ENT_MONTH_OVERLAP);
  g_assert_cmpuint (ent_month_exceptions (longer, &terms, &nothing), ==, ENT_MONTH_OTHER_TIMES);
  g_assert_cmpuint (ent_month_exceptions (moved, &terms, &nothing), ==, ENT_MONTH_OTHER_TIMES);
  late->entered_late = TRUE;
  g_assert_cmpuint (ent_month_exceptions (late, &terms, &nothing), ==, ENT_MONTH_ENTERED_LATE);
  late->settled_on = day ("2026-12-01");
  g_assert_cmpuint (ent_month_exceptions (late, &terms, &overlap), ==, 0);
  late->settled_on = ENT_DAY_NONE;
  late->state = ENT_VISIT_NOBODY_HOME;
  g_assert_cmpuint (ent_month_exceptions (late, &terms, &nothing), ==, ENT_MONTH_NOBODY_HOME);
  late->state = ENT_VISIT_CANCELLED_SERVICE;
  g_assert_cmpuint (ent_month_exceptions (late, &terms, &nothing), ==, 0);
}

/* Whether it was late is what the day judged; where nobody noted how long before, a rule asks. */
static void
test_notice (void)
{
  EntMonthTerms terms = { 10, 0, 0 };
  g_autoptr (EntVisit) visit = new_visit ("2026-11-01", 540, 60);
  EntMonthFacts no_rule = { FALSE, FALSE }, rule = { FALSE, TRUE };

  visit->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &no_rule), ==, 0);
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &rule), ==, ENT_MONTH_NO_NOTICE);
  visit->notice_minutes = 1440;
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &rule), ==, 0);
  visit->notice_minutes = 1439;
  visit->notice_late = TRUE;
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &rule), ==, ENT_MONTH_CANCELLED_LATE);
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &no_rule), ==, ENT_MONTH_CANCELLED_LATE);
  visit->state = ENT_VISIT_CANCELLED_SERVICE;
  g_assert_cmpuint (ent_month_exceptions (visit, &terms, &rule), ==, 0);
}

/* Ids are what the register gives: the record must know its own. */
static EntVisit *
with_id (EntVisit *visit, gint64 id)
{
  ent_record_set_identity (visit, id, 1);
  return visit;
}

static gboolean
has (GHashTable *found, gint64 id)
{
  return g_hash_table_contains (found, &id);
}

static void
test_overlaps (void)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) found = NULL;
  EntVisit *other;

  /* One after the other; then a long one that covers two; across midnight. */
  g_ptr_array_add (visits, with_id (new_done ("2026-11-02", 540, 60, 540, 600), 1));
  g_ptr_array_add (visits, with_id (new_done ("2026-11-02", 600, 60, 600, 780), 2));
  g_ptr_array_add (visits, with_id (new_done ("2026-11-02", 660, 30, 660, 690), 3));
  g_ptr_array_add (visits, with_id (new_done ("2026-11-02", 720, 30, 720, 750), 4));
  g_ptr_array_add (visits, with_id (new_done ("2026-11-02", 1380, 120, 1380, 60), 5));
  g_ptr_array_add (visits, with_id (new_done ("2026-11-03", 30, 60, 30, 90), 6));
  other = with_id (new_done ("2026-11-02", 540, 60, 540, 600), 7);
  other->carer_id = 2;
  g_ptr_array_add (visits, other);

  found = ent_month_overlaps (visits, 0);
  g_assert_cmpuint (g_hash_table_size (found), ==, 5);
  for (gint64 id = 2; id <= 6; id++)
    g_assert_true (has (found, id));
  /* All of these lie over one another for half an hour. */
  g_hash_table_unref (found);
  found = ent_month_overlaps (visits, 29);
  g_assert_cmpuint (g_hash_table_size (found), ==, 5);
  g_hash_table_unref (found);
  found = ent_month_overlaps (visits, 30);
  g_assert_cmpuint (g_hash_table_size (found), ==, 0);
}

static void
test_rounding (void)
{
  g_assert_cmpint (ent_month_amount (60, 431), ==, 431);
  g_assert_cmpint (ent_month_amount (90, 431), ==, 647); /* 646,5 */
  g_assert_cmpint (ent_month_amount (89, 431), ==, 639); /* 639,3 */
  g_assert_cmpint (ent_month_amount (30, 1), ==, 1);
  g_assert_cmpint (ent_month_amount (29, 1), ==, 0);
  g_assert_cmpint (ent_month_amount (0, 431), ==, 0);
  g_assert_cmpint (ent_month_amount (-90, 431), ==, -647);
}

static void
test_terms (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = ent_sql_load (fixture->db, &ent_month_rule_schema, "ORDER BY id",
                                             ENT_NO_ARGS, &error);
  g_autoptr (EntMonthRule) newer = ent_record_new (ENT_TYPE_MONTH_RULE);
  EntMonthTerms terms;

  g_assert_no_error (error);
  terms = ent_month_terms (rules, day ("2026-11-02"));
  g_assert_cmpint (terms.tolerance, ==, 10);
  g_assert_cmpint (terms.late_cancel, ==, 0);
  g_assert_cmpint (terms.nobody_home, ==, 0);
  newer->kind = ENT_MONTH_BILL_NOBODY_HOME;
  newer->value = 50;
  newer->from_day = day ("2026-11-15");
  g_ptr_array_add (rules, g_object_ref (newer));
  g_assert_cmpint (ent_month_terms (rules, day ("2026-11-14")).nobody_home, ==, 0);
  g_assert_cmpint (ent_month_terms (rules, day ("2026-11-15")).nobody_home, ==, 50);
}

static void
test_records (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntUnsocialRate) rate = new_rate (ENT_UNSOCIAL_NIGHT, 1320, 1320, 301);
  g_autoptr (EntMonthRule) rule = ent_record_new (ENT_TYPE_MONTH_RULE);
  g_autoptr (EntContingent) contingent = ent_record_new (ENT_TYPE_CONTINGENT);
  g_autoptr (EntMonthCorrection) correction = ent_record_new (ENT_TYPE_MONTH_CORRECTION);

  assert_error (rate, "percent");
  assert_error (rate, "to_minute");
  rule->kind = ENT_MONTH_BILL_NOBODY_HOME;
  rule->value = 101;
  assert_error (rule, "value");
  rule->value = 100;
  rule->from_day = day ("2026-11-02");
  assert_clean (rule);
  rule->to_day = day ("2026-11-01");
  assert_error (rule, "to_day");
  contingent->year = 26;
  contingent->hours = -1;
  assert_error (contingent, "year");
  assert_error (contingent, "hours");
  contingent->year = 2026;
  contingent->kind = ENT_CONTINGENT_CORRECTION;
  assert_clean (contingent);
  correction->month = 13;
  correction->amount = 100;
  assert_error (correction, "month");
  assert_error (correction, "person_id");
  correction->amount = 0;
  assert_error (correction, "minutes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/month/rules/months", test_months);
  g_test_add_func ("/month/rules/done-minutes", test_done_minutes);
  g_test_add_func ("/month/rules/billable-minutes", test_billable_minutes);
  g_test_add_func ("/month/rules/unsocial", test_unsocial);
  g_test_add_func ("/month/rules/unsocial-clock-change", test_unsocial_clock_change);
  g_test_add_func ("/month/rules/unsocial-dated", test_unsocial_dated);
  g_test_add_func ("/month/rules/exceptions", test_exceptions);
  g_test_add_func ("/month/rules/notice", test_notice);
  g_test_add_func ("/month/rules/overlaps", test_overlaps);
  g_test_add_func ("/month/rules/rounding", test_rounding);
  ADD ("/month/rules/terms", test_terms);
  ADD ("/month/rules/records", test_records);

  return g_test_run ();
}
