/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter of a week: who comes when, what changes, whom to call; and the letters of all. */

#include "care-fixture.h"
#include "carer-fixture.h"

#include "ent-address.h"
#include "ent-belonging-enums.h"
#include "ent-doc.h"
#include "ent-document-kind.h"
#include "ent-paper-query.h"
#include "ent-pdf-compare.h"
#include "ent-sheet-letter.h"
#include "ent-sheet-letters.h"
#include "ent-visit.h"

#include <locale.h>
#include <string.h>

#define MONDAY "2026-11-23"

typedef struct
{
  gint64 person, plan, need, luce, marc;
} Home;

static gint64
add_one_carer (Fixture *fixture, const char *first, const char *last)
{
  g_autoptr (EntCarer) carer = new_carer (add_agent (fixture, first, last), "family-aide");

  return insert (fixture, carer);
}

static Home
set_up_home (Fixture *fixture)
{
  Home self = { 0 };

  self.person = add_person (fixture);
  self.plan = add_plan (fixture, self.person, "2026-01-05", NULL);
  self.need = add_need (fixture, self.plan);
  self.luce = add_one_carer (fixture, "Luce", "Leroy");
  self.marc = add_one_carer (fixture, "Marc", "Maes");
  return self;
}

typedef struct
{
  const char *on, *origin;
  gint64 carer;
  int start, place;
} Due;

static gint64
add_due (Fixture *fixture, const Home *home, const Due *due)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = home->person;
  visit->day = day (due->on);
  visit->start_time = due->start;
  visit->minutes = 60;
  visit->activity_id = activity (fixture, "AVQ");
  visit->carer_id = due->carer;
  visit->plan_id = home->plan;
  if (due->origin != NULL)
    {
      visit->need_id = home->need;
      visit->origin_day = day (due->origin);
      visit->place = due->place;
    }
  return insert (fixture, visit);
}

#define DUE(...) add_due (fixture, &home, &(Due) { __VA_ARGS__ })

/* @week: any day of it. NULL with the error. */
static EntFields *
fill (Fixture *fixture, gint64 person, const char *week, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EntFields) fields = ent_fields_new ();
  EntDocumentRequest request = { person, day ("2026-11-21"), "fr", answers };

  g_hash_table_insert (answers, (gpointer) ENT_SHEET_LETTER_WEEK, (gpointer) week);
  if (!ent_sheet_week_letter.fill (fixture->db, &request, fields, error))
    return NULL;
  return g_steal_pointer (&fields);
}

static EntFields *
filled (Fixture *fixture, const Home *home)
{
  g_autoptr (GError) error = NULL;
  EntFields *fields = fill (fixture, home->person, MONDAY, &error);

  g_assert_no_error (error);
  return fields;
}

static void
assert_item (EntFields *fields, const char *list, guint at, const char *path, const char *wanted)
{
  g_assert_cmpuint (at, <, ent_fields_n_items (fields, list));
  g_assert_cmpstr (ent_fields_get (ent_fields_item (fields, list, at), path), ==, wanted);
}

static void
test_visits (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntFields) fields = NULL;

  DUE (MONDAY, MONDAY, home.luce, HOURS (9, 0), 1);
  DUE (MONDAY, MONDAY, home.marc, HOURS (9, 0), 2);
  DUE ("2026-11-29", "2026-11-29", 0, ENT_INT_NONE, 1);
  DUE ("2026-11-30", "2026-11-30", home.luce, HOURS (9, 0), 1);
  fields = filled (fixture, &home);
  g_assert_cmpstr (ent_fields_get (fields, "care.from"), ==, "23 novembre 2026");
  g_assert_cmpstr (ent_fields_get (fields, "care.until"), ==, "29 novembre 2026");
  g_assert_cmpuint (ent_fields_n_items (fields, "visits"), ==, 2);
  g_assert_cmpuint (ent_fields_n_items (fields, "changes"), ==, 0);
  assert_item (fields, "visits", 0, "day", "Lundi 23 novembre");
  assert_item (fields, "visits", 0, "from", "9\u00a0h");
  assert_item (fields, "visits", 0, "until", "10\u00a0h");
  assert_item (fields, "visits", 0, "carer", "Luce Leroy");
  assert_item (fields, "visits", 0, "other", "Marc Maes");
  assert_item (fields, "visits", 1, "day", "Dimanche 29 novembre");
  assert_item (fields, "visits", 1, "from", NULL);
  assert_item (fields, "visits", 1, "carer", NULL);
}

/* Midnight ends a visit on the next day without a word. */
static void
test_midnight (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntFields) fields = NULL;

  DUE (MONDAY, MONDAY, home.luce, HOURS (23, 30), 1);
  fields = filled (fixture, &home);
  assert_item (fields, "visits", 0, "from", "23\u00a0h\u00a030");
  assert_item (fields, "visits", 0, "until", "0\u00a0h\u00a030");
}

static void
test_changes (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntFields) fields = NULL;
  gint64 cancelled;

  DUE ("2026-11-09", "2026-11-09", home.marc, HOURS (8, 0), 1);
  DUE ("2026-11-16", "2026-11-16", home.marc, HOURS (8, 0), 1);
  DUE (MONDAY, MONDAY, home.luce, HOURS (9, 0), 1);
  DUE ("2026-11-25", "2026-11-24", home.luce, HOURS (9, 0), 1);
  DUE ("2026-11-26", NULL, home.luce, HOURS (9, 0), 0);
  cancelled = DUE ("2026-11-27", "2026-11-27", home.luce, HOURS (9, 0), 1);
  change (fixture, &ent_visit_schema, cancelled, "cancel_reason", ent_text ("In hospital"));
  change (fixture, &ent_visit_schema, cancelled, "state", ent_text ("cancelled-service"));
  fields = filled (fixture, &home);
  g_assert_cmpuint (ent_fields_n_items (fields, "visits"), ==, 3);
  g_assert_cmpuint (ent_fields_n_items (fields, "changes"), ==, 5);
  assert_item (fields, "changes", 0, "day", "Lundi 23 novembre");
  assert_item (fields, "changes", 0, "was_time", "8\u00a0h");
  assert_item (fields, "changes", 1, "usual", "Marc Maes");
  assert_item (fields, "changes", 1, "carer", "Luce Leroy");
  assert_item (fields, "changes", 2, "was_day", "mardi 24 novembre");
  g_assert_true (ent_fields_is_true (ent_fields_item (fields, "changes", 3), "extra"));
  g_assert_true (ent_fields_is_true (ent_fields_item (fields, "changes", 4), "cancelled"));
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFields) sunday = NULL;

  DUE (MONDAY, MONDAY, home.luce, HOURS (9, 0), 1);
  g_assert_null (fill (fixture, home.person, "2026-11-22", &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);
  sunday = fill (fixture, home.person, "2026-11-29", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_fields_n_items (sunday, "visits"), ==, 1);
}

static void
add_address (Fixture *fixture, gint64 person)
{
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);

  address->person_id = person;
  address->kind = ENT_ADDRESS_DOMICILE;
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  insert (fixture, address);
}

static void
write_centre (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_autoptr (EntCentre) centre = ent_paper_query_centre (fixture->db, &error);
  g_autoptr (EntCentre) draft = ent_record_dup (centre);

  g_object_set (draft, "name", "CPAS de Sart-lez-Brumes", "street", "Place des Brumes", "number",
                "1", "postcode", "4999", "locality", "Sart", "phone", "+3210436000", NULL);
  ent_apply_update (apply, centre, draft, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static GPtrArray *
letters_of (Fixture *fixture, gint64 person, GError **error)
{
  EntSheetWish wish = {
    .kind = ENT_SHEET_LETTERS, .first_day = day (MONDAY), .n_days = 7, .person_id = person
  };

  return ent_sheet_letters_make (fixture->db, &wish, NULL, error);
}

/* The words of a document, blanks as one. */
static char *
words_of_doc (EntDoc *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_doc_render (doc, NULL, NULL, &error);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\\x{a0}\\x{202f}]+", 0, 0, NULL);
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  pages = ent_pdf_page_texts (pdf, &error);
  g_assert_no_error (error);
  text = g_strjoinv (" ", pages);
  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

static void
test_letter (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) docs = NULL;
  g_autofree char *text = NULL;
  const EntDoc *doc;

  change (fixture, &ent_person_schema, home.person, "birth_date", iso ("1960-03-03"));
  add_address (fixture, home.person);
  write_centre (fixture);
  DUE ("2026-11-09", "2026-11-09", home.marc, HOURS (9, 0), 1);
  DUE ("2026-11-16", "2026-11-16", home.marc, HOURS (9, 0), 1);
  DUE (MONDAY, MONDAY, home.luce, HOURS (9, 0), 1);
  docs = letters_of (fixture, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (docs->len, ==, 1);
  doc = g_ptr_array_index (docs, 0);
  g_assert_cmpfloat (doc->text_size, >=, 12);
  g_assert_cmpint (doc->window, !=, ENT_WINDOW_NONE);
  g_assert_false (doc->draft);
  g_assert_cmpstr (doc->recipient[0], ==, "Anne DUPONT");
  text = words_of_doc (g_ptr_array_index (docs, 0));
  g_assert_nonnull (strstr (text, "Vos prestations du 23 novembre 2026 au 29 novembre 2026"));
  g_assert_nonnull (strstr (text, "Rue des Saules 12"));
  g_assert_nonnull (strstr (text, "Lundi 23 novembre, de 9 h à 10 h : "));
  g_assert_nonnull (strstr (text, ", avec Luce Leroy"));
  g_assert_nonnull (strstr (text, "Luce Leroy vient à la place de Marc Maes."));
  g_assert_nonnull (strstr (text, "Appelez-nous au 010 43 60 00."));
  g_assert_null (strstr (text, "1960"));
}

/* Who cannot get a letter stands on a page behind the others, with the reason. */
static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) docs = NULL;
  g_autofree char *text = NULL;

  write_centre (fixture);
  DUE (MONDAY, MONDAY, home.luce, HOURS (9, 0), 1);
  docs = letters_of (fixture, home.person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (docs->len, ==, 1);
  text = words_of_doc (g_ptr_array_index (docs, 0));
  g_assert_nonnull (strstr (text, "Letters that are missing"));
  g_assert_nonnull (strstr (text, "Dupont Anne · "));
  g_assert_nonnull (strstr (text, "address"));
}

static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  set_up_home (fixture);
  g_assert_null (letters_of (fixture, 0, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheet-letter/visits", test_visits);
  ADD ("/sheet-letter/midnight", test_midnight);
  ADD ("/sheet-letter/changes", test_changes);
  ADD ("/sheet-letter/nothing", test_nothing);
  ADD ("/sheet-letter/letter", test_letter);
  ADD ("/sheet-letter/missing", test_missing);
  ADD ("/sheet-letter/nobody", test_nobody);
  return g_test_run ();
}
