/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Totals of a month and what beneficiaries pay: that they agree whatever happened, lines for each
 * price, what stands without one. */

#include "care-fixture.h"
#include "ent-contribution.h"
#include "ent-month-bill.h"
#include "ent-month-sums.h"

#include <string.h>

typedef struct
{
  gint64 persons[3];
  gint64 carers[2];
} People;

static EntVisit *
new_visit (Fixture *fixture, gint64 person, const char *on, const char *code)
{
  EntVisit *visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = person;
  visit->activity_id = activity (fixture, code);
  visit->day = day (on);
  visit->start_time = 540;
  visit->minutes = 60;
  return visit;
}

static void
add_done (Fixture *fixture, gint64 person, const char *on, int ended)
{
  g_autoptr (EntVisit) visit = new_visit (fixture, person, on, "AVQ");

  visit->state = ENT_VISIT_DONE;
  visit->began_at = 540;
  visit->ended_at = ended;
  insert (fixture, visit);
}

static void
decide (Fixture *fixture, gint64 person, const char *from, const char *to, gint64 rate)
{
  g_autoptr (EntContribution) decision = ent_record_new (ENT_TYPE_CONTRIBUTION);

  decision->person_id = person;
  decision->income = 150000;
  decision->rate = rate;
  put (decision, "from_day", iso (from));
  put (decision, "to_day", iso (to));
  insert (fixture, decision);
}

static EntMonthLedger *
load_ledger (Fixture *fixture, EntMonth from, EntMonth to)
{
  g_autoptr (GError) error = NULL;
  EntMonthLedger *ledger = ent_month_ledger_load (fixture->db, from, to, day ("2026-12-05"), NULL,
                                                  NULL, &error);

  g_assert_no_error (error);
  return ledger;
}

static EntMonthLedger *
november (Fixture *fixture)
{
  EntMonth month = { 2026, 11 };

  return load_ledger (fixture, month, month);
}

static void
random_times (EntVisit *visit, GRand *random)
{
  static const int states[] = { ENT_VISIT_DONE,
                                ENT_VISIT_DONE,
                                ENT_VISIT_DONE,
                                ENT_VISIT_PLANNED,
                                ENT_VISIT_CANCELLED_SERVICE,
                                ENT_VISIT_CANCELLED_BENEFICIARY,
                                ENT_VISIT_NOBODY_HOME,
                                ENT_VISIT_REPLACED };

  visit->state = states[g_rand_int_range (random, 0, G_N_ELEMENTS (states))];
  visit->start_time = g_rand_int_range (random, 0, 1440);
  visit->minutes = g_rand_int_range (random, 1, 480);
  visit->travel_minutes = g_rand_int_range (random, 0, 40);
  visit->travel_metres = g_rand_int_range (random, 0, 30000);
  if (visit->state == ENT_VISIT_DONE && g_rand_boolean (random))
    {
      visit->began_at = g_rand_int_range (random, 0, 1440);
      visit->ended_at = (visit->began_at + g_rand_int_range (random, 1, 600)) % 1440;
    }
  if (visit->state == ENT_VISIT_CANCELLED_SERVICE ||
      visit->state == ENT_VISIT_CANCELLED_BENEFICIARY)
    put (visit, "cancel_reason", ent_text ("Reason"));
}

static void
add_random (EntApply *apply, Fixture *fixture, const People *people, GRand *random)
{
  static const char *const codes[] = { "AVQ", "AMS", "GAD" };
  g_autoptr (EntVisit) visit = new_visit (fixture, people->persons[g_rand_int_range (random, 0, 3)],
                                         "2026-09-28", codes[g_rand_int_range (random, 0, 3)]);
  g_autoptr (GError) error = NULL;
  int carer = g_rand_int_range (random, 0, 3);

  visit->day += g_rand_int_range (random, 0, 70);
  visit->carer_id = carer < 2 ? people->carers[carer] : 0;
  random_times (visit, random);
  ent_apply_insert (apply, visit, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture, const People *people, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Visits", "tester", &error);

  for (int i = 0; i < 150; i++)
    add_random (apply, fixture, people, random);
  g_assert_true (ent_apply_commit (apply, &error));
}

/* Counted once more, straight from the register. */
static gint64
sum_sql (Fixture *fixture, const char *what)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (sum (%s), 0) FROM visit WHERE day BETWEEN '2026-10-01' AND '2026-12-31'",
      what);

  return count (fixture, sql);
}

static void
check_against_register (Fixture *fixture, const EntMonthSums *total)
{
  g_assert_cmpint (total->planned, ==,
                   sum_sql (fixture, "CASE WHEN state <> 'replaced' THEN minutes ELSE 0 END"));
  g_assert_cmpint (total->n_done, ==, sum_sql (fixture, "state = 'done'"));
  g_assert_cmpint (total->n_nobody_home, ==, sum_sql (fixture, "state = 'nobody-home'"));
  g_assert_cmpint (total->n_cancelled, ==, sum_sql (fixture, "state LIKE 'cancelled%'"));
  g_assert_cmpint (total->n_open, ==, sum_sql (fixture, "state = 'planned'"));
  g_assert_cmpint (total->travel_minutes, ==,
                   sum_sql (fixture, "CASE WHEN state = 'done' THEN travel_minutes ELSE 0 END"));
  g_assert_cmpint (total->travel_metres, ==,
                   sum_sql (fixture, "CASE WHEN state = 'done' THEN travel_metres ELSE 0 END"));
}

static EntMonthSums
sum_groups (EntMonthLedger *ledger, EntMonthGrouping by)
{
  g_autoptr (GPtrArray) groups = ent_month_ledger_group (ledger, by);
  EntMonthSums sums;

  memset (&sums, 0, sizeof sums);
  for (guint i = 0; i < groups->len; i++)
    ent_month_sums_add (&sums, &((EntMonthGroup *) g_ptr_array_index (groups, i))->sums);
  return sums;
}

static void
test_totals_agree (Fixture *fixture, gconstpointer unused)
{
  People people = { { 0 }, { 0 } };

  for (int i = 0; i < 3; i++)
    people.persons[i] = add_person (fixture);
  for (int i = 0; i < 2; i++)
    people.carers[i] = add_carer (fixture);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (EntMonthLedger) ledger = NULL;
      EntMonthSums total;

      fill (fixture, &people, seed);
      ledger = load_ledger (fixture, (EntMonth) { 2026, 10 }, (EntMonth) { 2026, 12 });
      total = ent_month_ledger_total (ledger);
      g_assert_true (ent_month_ledger_agrees (ledger));
      for (int by = 0; by < ENT_MONTH_N_GROUPINGS; by++)
        {
          EntMonthSums sums = sum_groups (ledger, (EntMonthGrouping) by);

          g_assert_true (ent_month_sums_equal (&sums, &total));
        }
      check_against_register (fixture, &total);
      g_assert_cmpint (total.unsocial[0] + total.unsocial[1] + total.unsocial[2] +
                           total.unsocial[3],
                       <=, total.done);
    }
}

/* A range is its months, each visit in one of them. */
static void
test_months_add_up (Fixture *fixture, gconstpointer unused)
{
  People people = { { 0 }, { 0 } };
  g_autoptr (EntMonthLedger) all = NULL;
  EntMonthSums sums, total;

  for (int i = 0; i < 3; i++)
    people.persons[i] = add_person (fixture);
  for (int i = 0; i < 2; i++)
    people.carers[i] = add_carer (fixture);
  fill (fixture, &people, 99);
  memset (&sums, 0, sizeof sums);
  for (int month = 9; month <= 12; month++)
    {
      EntMonth one = { 2026, month };
      g_autoptr (EntMonthLedger) ledger = load_ledger (fixture, one, one);
      EntMonthSums part = ent_month_ledger_total (ledger);

      ent_month_sums_add (&sums, &part);
    }
  all = load_ledger (fixture, (EntMonth) { 2026, 9 }, (EntMonth) { 2026, 12 });
  total = ent_month_ledger_total (all);
  g_assert_true (ent_month_sums_equal (&sums, &total));
}

/* 150 minutes until the 15th, 90 after it: the price changes on the 16th. */
static void
test_rate_changes_in_the_month (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (GPtrArray) bills = NULL;
  const EntBillLine *first, *second;

  decide (fixture, person, "2026-01-01", "2026-11-15", 621);
  decide (fixture, person, "2026-11-16", NULL, 721);
  add_done (fixture, person, "2026-11-02", 630);
  add_done (fixture, person, "2026-11-15", 600);
  add_done (fixture, person, "2026-11-16", 600);
  add_done (fixture, person, "2026-11-30", 570);
  ledger = november (fixture);
  bills = ent_month_bill (ledger);

  g_assert_cmpuint (bills->len, ==, 2);
  first = g_ptr_array_index (bills, 0);
  second = g_ptr_array_index (bills, 1);
  /* Less 1,90 an hour by the region's reduction. */
  g_assert_cmpint (first->price, ==, 431);
  g_assert_cmpint (first->minutes, ==, 150);
  g_assert_cmpint (first->amount, ==, 1078); /* 1 077,5 */
  g_assert_cmpint (first->last, ==, day ("2026-11-15"));
  g_assert_cmpint (second->price, ==, 531);
  g_assert_cmpint (second->minutes, ==, 90);
  g_assert_cmpint (second->amount, ==, 797); /* 796,5 */
  g_assert_cmpint (second->first, ==, day ("2026-11-16"));
  g_assert_cmpint (ent_month_bill_amount (bills), ==, 1875);
}

static gboolean
says (GPtrArray *why, const char *text)
{
  for (guint i = 0; i < why->len; i++)
    if (strstr (g_ptr_array_index (why, i), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_why (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (GPtrArray) bills = NULL;
  g_autoptr (GPtrArray) why = NULL;

  decide (fixture, person, "2026-01-01", NULL, 621);
  add_done (fixture, person, "2026-11-02", 630);
  ledger = november (fixture);
  bills = ent_month_bill (ledger);
  why = ent_month_bill_why (ledger, g_ptr_array_index (bills, 0));
  g_assert_true (says (why, "6,21"));
  g_assert_true (says (why, "1,90"));
  g_assert_true (says (why, "4,31"));
  g_assert_true (says (why, "6,47"));
}

static void
test_no_rate_is_told (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture), free_of_charge = add_person (fixture);
  g_autoptr (EntVisit) sitting = new_visit (fixture, free_of_charge, "2026-11-02", "GAD");
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (GPtrArray) bills = NULL;
  g_autoptr (GHashTable) without = NULL;

  add_done (fixture, person, "2026-11-02", 600);
  sitting->state = ENT_VISIT_DONE;
  insert (fixture, sitting);
  ledger = november (fixture);
  bills = ent_month_bill (ledger);
  without = ent_month_bill_without_rate (bills);
  g_assert_cmpuint (g_hash_table_size (without), ==, 1);
  g_assert_true (g_hash_table_contains (without, &person));
  g_assert_cmpint (ent_month_bill_amount (bills), ==, 0);
}

static void
test_set_aside (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntMonthCorrection) aside = ent_record_new (ENT_TYPE_MONTH_CORRECTION);
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (GPtrArray) bills = NULL;
  g_autoptr (GHashTable) without = NULL;

  add_done (fixture, person, "2026-11-02", 600);
  aside->kind = ENT_MONTH_SET_ASIDE;
  aside->year = 2026;
  aside->month = 11;
  aside->person_id = person;
  put (aside, "reason", ent_text ("Inquiry runs"));
  insert (fixture, aside);
  ledger = november (fixture);
  bills = ent_month_bill (ledger);
  without = ent_month_bill_without_rate (bills);
  g_assert_cmpuint (g_hash_table_size (without), ==, 0);
  g_assert_cmpint (((EntBillLine *) g_ptr_array_index (bills, 0))->kind, ==, ENT_BILL_SET_ASIDE);
  g_assert_cmpstr (((EntBillLine *) g_ptr_array_index (bills, 0))->reason, ==, "Inquiry runs");
}

/* Begun on the last evening of a month, a visit is of that month with all its minutes. */
static void
test_month_end (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntVisit) visit = new_visit (fixture, person, "2026-10-31", "AVQ");
  g_autoptr (EntMonthLedger) october = NULL;
  g_autoptr (EntMonthLedger) none = NULL;
  EntMonthSums before, after;
  EntMonth month = { 2026, 10 };

  visit->state = ENT_VISIT_DONE;
  visit->start_time = visit->began_at = 1380;
  visit->ended_at = 60;
  insert (fixture, visit);
  october = load_ledger (fixture, month, month);
  none = november (fixture);
  before = ent_month_ledger_total (october);
  after = ent_month_ledger_total (none);
  g_assert_cmpint (before.done, ==, 120);
  /* An hour of Saturday night; an hour of the holiday that 1 November is. */
  g_assert_cmpint (before.unsocial[ENT_UNSOCIAL_NIGHT - 1], ==, 60);
  g_assert_cmpint (before.unsocial[ENT_UNSOCIAL_HOLIDAY - 1], ==, 60);
  g_assert_cmpint (after.done, ==, 0);
  g_assert_cmpint (after.unsocial[ENT_UNSOCIAL_HOLIDAY - 1], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/month/sums/totals-agree", test_totals_agree);
  ADD ("/month/sums/months-add-up", test_months_add_up);
  ADD ("/month/sums/rate-changes-in-the-month", test_rate_changes_in_the_month);
  ADD ("/month/sums/why", test_why);
  ADD ("/month/sums/no-rate-is-told", test_no_rate_is_told);
  ADD ("/month/sums/set-aside", test_set_aside);
  ADD ("/month/sums/month-end", test_month_end);

  return g_test_run ();
}
