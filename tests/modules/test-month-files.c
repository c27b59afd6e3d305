/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the month: tables for pay, authority and bills, as files and on paper; how
 * contingents stand. */

#include "care-fixture.h"
#include "ent-contribution.h"
#include "ent-csv.h"
#include "ent-month-contingent.h"
#include "ent-month-document.h"
#include "ent-month-files.h"

#include <poppler.h>
#include <string.h>

#define NUMBER "85010100115"

static gint64
add_done (Fixture *fixture, gint64 person, gint64 carer, const char *on, int began, int ended)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = person;
  visit->carer_id = carer;
  visit->activity_id = activity (fixture, "AVQ");
  visit->day = day (on);
  visit->start_time = began;
  visit->minutes = 60;
  visit->state = ENT_VISIT_DONE;
  visit->began_at = began;
  visit->ended_at = ended;
  visit->travel_minutes = 12;
  visit->travel_metres = 4350;
  return insert (fixture, visit);
}

static gint64
add_known_person (Fixture *fixture)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntContribution) decision = ent_record_new (ENT_TYPE_CONTRIBUTION);

  change (fixture, &ent_person_schema, person, "national_number", ent_text (NUMBER));
  decision->person_id = person;
  decision->income = 150000;
  decision->rate = 621;
  decision->from_day = day ("2026-01-01");
  insert (fixture, decision);
  return person;
}

/* An hour and a half of a Sunday, an hour and a half over a Monday evening's ten o'clock. */
static void
fill (Fixture *fixture)
{
  gint64 person = add_known_person (fixture), carer = add_carer (fixture);

  add_done (fixture, person, carer, "2026-11-29", 540, 630);
  add_done (fixture, person, carer, "2026-11-02", 1290, 1380);
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

/* The row, counted from 0 with the head, as one text with "|" between its fields. */
static char *
csv_row (const EntMonthTable *table, guint number)
{
  g_autoptr (GBytes) bytes = ent_month_table_to_csv (table);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  EntCsvReader *reader = ent_csv_reader_new (data, length, ';');
  char *row = NULL;

  g_assert_cmpmem (data, 3, "\xef\xbb\xbf", 3);
  for (guint i = 0; i <= number; i++)
    {
      g_autoptr (GPtrArray) fields = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ent_csv_reader_next (reader, &fields, &error));
      g_assert_no_error (error);
      if (i < number)
        continue;
      g_ptr_array_add (fields, NULL);
      row = g_strjoinv ("|", (char **) fields->pdata);
    }
  ent_csv_reader_free (reader);
  return row;
}

static void
test_pay (Fixture *fixture, gconstpointer unused)
{
  EntMonth month = { 2026, 11 };
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (EntMonthTable) table = NULL;
  g_autofree char *row = NULL;
  g_autofree char *total = NULL;

  fill (fixture);
  ledger = load_ledger (fixture, month, month);
  table = ent_month_table_pay (ledger);
  row = csv_row (table, 1);
  total = csv_row (table, 2);
  /* Done, corrections, evening, Saturday, Sunday and holiday, night, on the way, kilometres. */
  g_assert_cmpstr (row, ==, "Leroy Luce|3:00|0:00|0:30|0:00|1:30|1:00|0:24|8,700");
  g_assert_true (g_str_has_suffix (total, "|3:00|0:00|0:30|0:00|1:30|1:00|0:24|8,700"));
}

static void
test_authority (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (EntMonthTable) table = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;

  fill (fixture);
  add_done (fixture, count (fixture, "SELECT min (id) FROM person"),
            count (fixture, "SELECT min (id) FROM carer"), "2026-09-30", 1410, 30);
  ledger = load_ledger (fixture, (EntMonth) { 2026, 7 }, (EntMonth) { 2026, 12 });
  table = ent_month_table_authority (ledger);
  third = csv_row (table, 1);
  fourth = csv_row (table, 2);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_true (g_str_has_prefix (third, "2026|3|AVQ|"));
  /* Begun in September, it is of the third quarter with all its minutes. */
  g_assert_true (g_str_has_suffix (third, "|Dupont Anne|1:00|0:00"));
  g_assert_true (g_str_has_prefix (fourth, "2026|4|AVQ|"));
  g_assert_true (g_str_has_suffix (fourth, "|Dupont Anne|3:00|0:00"));
}

static void
test_bill (Fixture *fixture, gconstpointer unused)
{
  EntMonth month = { 2026, 11 };
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (EntMonthTable) table = NULL;
  g_autofree char *row = NULL;

  fill (fixture);
  ledger = load_ledger (fixture, month, month);
  table = ent_month_table_bill (ledger);
  row = csv_row (table, 1);
  g_assert_nonnull (strstr (row, "|02/11/2026|29/11/2026|2|3:00|4,31|12,93|"));
}

/* No file of the month tells a number of the national register. */
static void
test_no_number_leaves (Fixture *fixture, gconstpointer unused)
{
  EntMonth month = { 2026, 11 };
  g_autoptr (EntMonthLedger) ledger = NULL;

  fill (fixture);
  ledger = load_ledger (fixture, month, month);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (EntMonthTable) table = i == 0   ? ent_month_table_pay (ledger)
                                       : i == 1 ? ent_month_table_authority (ledger)
                                       : i == 2
                                           ? ent_month_table_bill (ledger)
                                           : ent_month_table_totals (ledger, ENT_MONTH_BY_PERSON);
      g_autoptr (GBytes) csv = ent_month_table_to_csv (table);
      gsize length;
      const char *data = g_bytes_get_data (csv, &length);

      g_assert_null (g_strstr_len (data, (gssize) length, NUMBER));
      g_assert_null (g_strstr_len (data, (gssize) length, "85.01.01"));
      if (i == 0)
        g_assert_null (g_strstr_len (data, (gssize) length, "Dupont"));
    }
}

static void
test_paper (Fixture *fixture, gconstpointer unused)
{
  EntMonth month = { 2026, 11 };
  g_autoptr (EntMonthLedger) ledger = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) document = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  fill (fixture);
  ledger = load_ledger (fixture, month, month);
  pdf = ent_month_document (ledger, "CPAS de Sart-lez-Brumes", NULL, &error);
  g_assert_no_error (error);
  document = G_OBJECT (poppler_document_new_from_bytes (pdf, NULL, &error));
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (POPPLER_DOCUMENT (document)); i++)
    {
      PopplerPage *page = poppler_document_get_page (POPPLER_DOCUMENT (document), i);
      g_autofree char *words = poppler_page_get_text (page);

      g_string_append (text, words);
      g_object_unref (page);
    }
  g_assert_nonnull (strstr (text->str, "CPAS de Sart-lez-Brumes"));
  g_assert_nonnull (strstr (text->str, "Leroy Luce"));
  g_assert_nonnull (strstr (text->str, "Dupont Anne"));
  g_assert_nonnull (strstr (text->str, "12,93"));
  g_assert_nonnull (strstr (text->str, "3:00"));
  g_assert_null (strstr (text->str, "85.01.01"));
}

static void
test_reckoning (void)
{
  EntContingentStanding standing = { .granted = 6000, .done = 3000, .planned = 3001 };

  /* Half of a leap year lies behind on 2 July. */
  ent_contingent_reckon (&standing, 2028, day ("2028-07-02"));
  g_assert_cmpint (standing.left, ==, 3000);
  g_assert_cmpint (standing.forecast, ==, 6001);
  g_assert_cmpint (standing.straight, ==, 6000);
  g_assert_cmpuint (ent_contingent_warnings (&standing), ==, ENT_CONTINGENT_OVER_BY_PLAN);
  ent_contingent_reckon (&standing, 2028, day ("2028-07-01"));
  g_assert_cmpint (standing.straight, ==, 6032);
  /* The year behind: what was done is all. The first day of it: nothing is known. */
  ent_contingent_reckon (&standing, 2028, day ("2029-03-01"));
  g_assert_cmpint (standing.straight, ==, 3000);
  ent_contingent_reckon (&standing, 2028, day ("2028-01-01"));
  g_assert_cmpint (standing.straight, ==, 0);
  standing.done = 6001;
  standing.planned = 0;
  ent_contingent_reckon (&standing, 2028, day ("2029-03-01"));
  g_assert_cmpint (standing.left, ==, -1);
  g_assert_true ((ent_contingent_warnings (&standing) & ENT_CONTINGENT_OVER) != 0);
}

static void
test_warnings_in_words (void)
{
  EntContingentStanding nothing = { 0 };
  EntContingentStanding well = { .granted = 6000, .done = 60, .forecast = 60, .straight = 100 };
  EntContingentStanding unknown = { .done = 60, .forecast = 60 };
  EntContingentStanding over = { .granted = 60, .done = 60, .forecast = 120, .straight = 60 };
  g_autofree char *text = ent_contingent_warning_text (&over);
  g_autofree char *of_unknown = ent_contingent_warning_text (&unknown);
  g_autofree char *none = ent_contingent_warning_text (&nothing);
  g_autofree char *of_well = ent_contingent_warning_text (&well);

  g_assert_null (none);
  g_assert_null (of_well);
  g_assert_nonnull (of_unknown);
  g_assert_nonnull (strstr (text, "1 h"));
}

static void
add_hours (Fixture *fixture, EntContingentKind kind, int hours)
{
  g_autoptr (EntContingent) contingent = ent_record_new (ENT_TYPE_CONTINGENT);

  contingent->activity_id = activity (fixture, "AVQ");
  contingent->year = 2026;
  contingent->kind = (int) kind;
  contingent->hours = hours;
  contingent->decided_on = day ("2026-01-05");
  insert (fixture, contingent);
}

static EntContingentStanding *
find_standing (GPtrArray *standings, gint64 activity_id)
{
  for (guint i = 0; i < standings->len; i++)
    if (((EntContingentStanding *) g_ptr_array_index (standings, i))->activity_id == activity_id)
      return g_ptr_array_index (standings, i);
  return NULL;
}

static void
test_standing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = NULL;
  EntContingentStanding *standing;
  gint64 plan;

  fill (fixture);
  plan = add_plan (fixture, count (fixture, "SELECT min (id) FROM person"), "2026-01-01", NULL);
  add_need (fixture, plan);
  generate (fixture, plan, "2026-12-06", NULL); /* Mondays 23 and 30 November */
  add_hours (fixture, ENT_CONTINGENT_GRANTED, 100);
  add_hours (fixture, ENT_CONTINGENT_CORRECTION, -10);
  standings = ent_contingent_query_standings (fixture->db, 2026, day ("2026-11-23"), NULL, &error);
  g_assert_no_error (error);
  standing = find_standing (standings, activity (fixture, "AVQ"));
  g_assert_nonnull (standing);
  g_assert_cmpint (standing->granted, ==, 90 * 60);
  g_assert_cmpint (standing->done, ==, 180);
  /* Two that are made, and 7, 14, 21 and 28 December that the plan promises. */
  g_assert_cmpint (standing->planned, ==, 6 * 60);
  g_assert_cmpint (standing->left, ==, 87 * 60);
}

static void
test_standing_of_another_year (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = NULL;

  fill (fixture);
  add_hours (fixture, ENT_CONTINGENT_GRANTED, 100);
  standings = ent_contingent_query_standings (fixture->db, 2025, day ("2026-11-23"), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < standings->len; i++)
    {
      EntContingentStanding *standing = g_ptr_array_index (standings, i);

      g_assert_cmpint (standing->granted, ==, 0);
      g_assert_cmpint (standing->done, ==, 0);
      g_assert_cmpint (standing->planned, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/month/files/pay", test_pay);
  ADD ("/month/files/authority", test_authority);
  ADD ("/month/files/bill", test_bill);
  ADD ("/month/files/no-number-leaves", test_no_number_leaves);
  ADD ("/month/files/paper", test_paper);
  g_test_add_func ("/month/contingent/reckoning", test_reckoning);
  g_test_add_func ("/month/contingent/warnings-in-words", test_warnings_in_words);
  ADD ("/month/contingent/standing", test_standing);
  ADD ("/month/contingent/standing-of-another-year", test_standing_of_another_year);

  return g_test_run ();
}
