/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read from a register for the sheets: home, key, plan, habits; and what is never read. */

#include "care-fixture.h"
#include "carer-fixture.h"

#include "ent-address.h"
#include "ent-agent-absence.h"
#include "ent-belonging-enums.h"
#include "ent-care-need-task.h"
#include "ent-care-task.h"
#include "ent-contact-point.h"
#include "ent-home-key.h"
#include "ent-key-loan.h"
#include "ent-pdf-compare.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-query.h"
#include "ent-sheet-words.h"
#include "ent-visit.h"

#include <locale.h>
#include <string.h>

#define MONDAY "2026-11-23"
#define NISS "60030300126"
#define KEY_NUMBER 7531

typedef struct
{
  gint64 person, plan, need, agent, carer, visit;
} Home;

static void
add_address (Fixture *fixture, gint64 person)
{
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);

  address->person_id = person;
  address->kind = ENT_ADDRESS_DOMICILE;
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "box", ent_text ("3"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  put (address, "access_note", ent_text ("third floor"));
  insert (fixture, address);
}

static void
add_visit (Fixture *fixture, Home *home, const char *on, gint64 carer, int start)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = home->person;
  visit->day = day (on);
  visit->start_time = start;
  visit->minutes = 60;
  visit->activity_id = activity (fixture, "AVQ");
  visit->carer_id = carer;
  visit->plan_id = home->plan;
  visit->need_id = home->need;
  visit->origin_day = day (on);
  visit->place = 1;
  home->visit = insert (fixture, visit);
}

/* Anne, seen on Mondays at nine by Luce. */
static Home
set_up_home (Fixture *fixture)
{
  Home self = { 0 };
  g_autoptr (EntCarer) carer = NULL;

  self.person = add_person (fixture);
  change (fixture, &ent_person_schema, self.person, "birth_date", iso ("1960-03-03"));
  change (fixture, &ent_person_schema, self.person, "national_number", ent_text (NISS));
  add_address (fixture, self.person);
  self.plan = add_plan (fixture, self.person, "2026-01-05", NULL);
  self.need = add_need (fixture, self.plan);
  self.agent = add_agent (fixture, "Luce", "Leroy");
  carer = new_carer (self.agent, "family-aide");
  self.carer = insert (fixture, carer);
  add_visit (fixture, &self, MONDAY, self.carer, HOURS (9, 0));
  return self;
}

static EntSheetBook *
read_book (Fixture *fixture, int n_days)
{
  g_autoptr (GError) error = NULL;
  EntSheetBook *book = ent_sheet_query_book (fixture->db, day (MONDAY), n_days, &error);

  g_assert_no_error (error);
  g_assert_cmpint (book->n_days, ==, n_days);
  return book;
}

static void
test_door (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntContactPoint) phone = ent_record_new (ENT_TYPE_CONTACT_POINT);
  g_autoptr (EntSheetBook) own = NULL;
  g_autoptr (EntSheetBook) planned = NULL;
  const EntSheetVisit *line;

  phone->person_id = home.person;
  put (phone, "value", ent_text ("010 43 60 00"));
  insert (fixture, phone);
  change (fixture, &ent_care_plan_schema, home.plan, "access", ent_text ("ring twice"));
  change (fixture, &ent_care_plan_schema, home.plan, "alerts", ent_text ("wet floor"));
  change (fixture, &ent_care_plan_schema, home.plan, "has_cat", ent_int (1));
  change (fixture, &ent_care_need_schema, home.need, "note", ent_text ("bread first"));
  own = read_book (fixture, 1);
  line = ent_sheet_book_line (own, 0);
  g_assert_cmpstr (line->street, ==, "Rue des Saules 12/3");
  g_assert_cmpstr (line->town, ==, "4999 Sart");
  g_assert_cmpstr (line->entry, ==, "third floor");
  g_assert_cmpstr (line->phone, ==, "010 43 60 00");
  g_assert_cmpstr (line->access, ==, "ring twice");
  g_assert_cmpstr (line->alerts, ==, "wet floor");
  g_assert_cmpstr (line->note, ==, "bread first");
  g_assert_true (line->has_cat && !line->has_dog && !line->smokes && !line->has_key);
  change (fixture, &ent_care_plan_schema, home.plan, "phone", ent_text ("+32470123456"));
  planned = read_book (fixture, 1);
  g_assert_cmpstr (ent_sheet_book_line (planned, 0)->phone, ==, "0470 12 34 56");
}

static void
add_task (Fixture *fixture, gint64 need, const char *name, int sort)
{
  g_autoptr (EntCareTask) task = ent_record_new (ENT_TYPE_CARE_TASK);
  g_autoptr (EntCareNeedTask) link = ent_record_new (ENT_TYPE_CARE_NEED_TASK);

  task->activity_id = activity (fixture, "AVQ");
  put (task, "name", ent_text (name));
  task->sort = sort;
  link->need_id = need;
  link->task_id = insert (fixture, task);
  insert (fixture, link);
}

static void
test_tasks (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntSheetBook) book = NULL;

  add_task (fixture, home.need, "Cook", 92);
  add_task (fixture, home.need, "Wash", 91);
  book = read_book (fixture, 1);
  g_assert_cmpstr (ent_sheet_book_line (book, 0)->tasks, ==, "Wash\nCook");
}

static gint64
lend_key (Fixture *fixture, const Home *home, const char *from, const char *to)
{
  g_autoptr (EntHomeKey) key = ent_record_new (ENT_TYPE_HOME_KEY);
  g_autoptr (EntKeyLoan) loan = ent_record_new (ENT_TYPE_KEY_LOAN);

  key->person_id = home->person;
  key->number = KEY_NUMBER;
  loan->key_id = insert (fixture, key);
  loan->agent_id = home->agent;
  put (loan, "given_on", iso (from));
  put (loan, "returned_on", iso (to));
  return insert (fixture, loan);
}

/* From the day it is given until the day before it comes back. */
static void
test_key (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  gint64 loan = lend_key (fixture, &home, MONDAY, NULL);
  g_autoptr (EntSheetBook) out = read_book (fixture, 1);
  g_autoptr (EntSheetBook) back = NULL;
  g_autoptr (EntSheetBook) later = NULL;

  g_assert_true (ent_sheet_book_line (out, 0)->has_key);
  change (fixture, &ent_key_loan_schema, loan, "returned_on", iso ("2026-11-24"));
  later = read_book (fixture, 1);
  g_assert_true (ent_sheet_book_line (later, 0)->has_key);
  change (fixture, &ent_key_loan_schema, loan, "returned_on", iso (MONDAY));
  back = read_book (fixture, 1);
  g_assert_false (ent_sheet_book_line (back, 0)->has_key);
}

/* No register number, no birth, no number of a key, whatever the register knows. */
static void
test_secrets (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntSheetBook) book = NULL;
  g_autoptr (EntDoc) doc = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  lend_key (fixture, &home, MONDAY, NULL);
  book = read_book (fixture, 1);
  doc = ent_sheet_doc_new (book, ent_sheet_book_find_carer (book, home.carer));
  pdf = ent_doc_render (doc, NULL, NULL, &error);
  g_assert_no_error (error);
  pages = ent_pdf_page_texts (pdf, &error);
  g_assert_no_error (error);
  text = g_strjoinv ("\n", pages);
  g_assert_nonnull (strstr (text, "Dupont Anne"));
  g_assert_nonnull (strstr (text, "Key in hand"));
  g_assert_null (strstr (text, NISS));
  g_assert_null (strstr (text, "60.03.03"));
  g_assert_null (strstr (text, "1960"));
  g_assert_null (strstr (text, "7531"));
}

/* Twice, and more often than not. */
static void
test_habit (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntCarer) carer = new_carer (add_agent (fixture, "Marc", "Maes"), "family-aide");
  gint64 marc = insert (fixture, carer);
  g_autoptr (EntSheetBook) once = NULL;
  g_autoptr (EntSheetBook) twice = NULL;
  g_autoptr (EntSheetBook) even = NULL;
  g_autofree char *words = NULL;

  add_visit (fixture, &home, "2026-11-16", marc, HOURS (8, 0));
  once = read_book (fixture, 1);
  g_assert_cmpint (ent_sheet_book_line (once, 0)->usual_carer_id, ==, 0);
  g_assert_cmpint (ent_sheet_book_line (once, 0)->usual_start, ==, ENT_INT_NONE);
  add_visit (fixture, &home, "2026-11-09", marc, HOURS (8, 0));
  add_visit (fixture, &home, "2026-09-14", home.carer, HOURS (9, 0));
  twice = read_book (fixture, 1);
  g_assert_cmpint (ent_sheet_book_line (twice, 0)->usual_carer_id, ==, marc);
  g_assert_cmpint (ent_sheet_book_line (twice, 0)->usual_start, ==, HOURS (8, 0));
  words = ent_sheet_words_change (twice, 0);
  g_assert_cmpstr (words, ==, "usually at 08:00 · in place of Marc Maes");
  add_visit (fixture, &home, "2026-11-02", home.carer, HOURS (9, 0));
  add_visit (fixture, &home, "2026-10-26", home.carer, HOURS (9, 0));
  even = read_book (fixture, 1);
  g_assert_cmpint (ent_sheet_book_line (even, 0)->usual_carer_id, ==, 0);
}

static void
test_persons (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) some = ent_sheet_query_persons (fixture->db, day (MONDAY), 7, &error);
  g_autoptr (GArray) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (g_array_index (some, gint64, 0), ==, home.person);
  change (fixture, &ent_visit_schema, home.visit, "cancel_reason", ent_text ("Strike"));
  change (fixture, &ent_visit_schema, home.visit, "state", ent_text ("cancelled-service"));
  none = ent_sheet_query_persons (fixture->db, day (MONDAY), 7, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheet-query/door", test_door);
  ADD ("/sheet-query/tasks", test_tasks);
  ADD ("/sheet-query/key", test_key);
  ADD ("/sheet-query/secrets", test_secrets);
  ADD ("/sheet-query/habit", test_habit);
  ADD ("/sheet-query/persons", test_persons);
  return g_test_run ();
}
