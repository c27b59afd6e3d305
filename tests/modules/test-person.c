/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Persons and what belongs to them: tidying, checks, computed columns, search, numbers of files. */

#include "ent-address.h"
#include "ent-agent.h"
#include "ent-case-file.h"
#include "ent-contact-point.h"
#include "ent-national-number.h"
#include "ent-note.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-person-silence.h"
#include "ent-person.h"
#include "ent-search.h"
#include "module-fixture.h"
#include "record-checks.h"

/* Numbers from the examples of the public documentation. */
#define NUMBER_1988 "88022999990"
#define NUMBER_1993 "93051822361"

static EntPerson *
new_person (const char *last, const char *first, const char *birth)
{
  EntPerson *person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", first != NULL ? ent_text (first) : ent_null ());
  put (person, "birth_date", iso (birth));
  return person;
}

static gint64
add_person (Fixture *fixture, const char *last, const char *first, const char *birth)
{
  g_autoptr (EntPerson) person = new_person (last, first, birth);

  return insert (fixture, person);
}

static gpointer
new_owned (GType type, gint64 person)
{
  gpointer record = ent_record_new (type);

  put (record, "person_id", ent_int (person));
  return record;
}

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("  Éloy  Dupont ", " Anne   Marie ", "1950-02-03");
  g_autoptr (EntPerson) alone = new_person ("Kowalski", NULL, NULL);
  g_autofree char *summary = NULL;
  g_autofree char *short_summary = NULL;

  assert_clean (person);
  assert_clean (alone);
  summary = ent_record_get_summary (person);
  short_summary = ent_record_get_summary (alone);
  g_assert_cmpstr (summary, ==, "Éloy Dupont Anne Marie (1950)");
  g_assert_cmpstr (short_summary, ==, "Kowalski");
  g_assert_true (g_str_has_prefix (person->sort_key, "eloy dupont anne"));
}

static void
test_last_name_is_required (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("   ", "Anne", NULL);

  g_assert_true (is_refused (fixture, person, NULL));
}

static void
test_dates_of_life (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", "2026-11-22");

  assert_error (person, "birth_date");
  put (person, "birth_date", iso ("2026-11-21"));
  assert_clean (person);
  put (person, "birth_date", iso ("1890-01-01"));
  assert_warning (person, "birth_date");
  put (person, "birth_date", iso ("1950-02-03"));
  put (person, "deceased_on", iso ("1950-02-02"));
  assert_error (person, "deceased_on");
  put (person, "deceased_on", iso ("2026-11-22"));
  assert_error (person, "deceased_on");
  put (person, "deceased_on", iso ("2010-02-02"));
  assert_clean (person);
  g_assert_cmpint (ent_person_get_age (person, day ("2000-02-02")), ==, 49);
  g_assert_cmpint (ent_person_get_age (person, day ("2000-02-03")), ==, 50);
  g_assert_cmpint (ent_person_get_age (person, day ("2026-01-01")), ==, 59);
}

static void
test_number (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", NULL);

  put (person, "national_number", ent_text ("88.02.29-999.91"));
  assert_error (person, "national_number");
  put (person, "national_number", ent_text ("8802"));
  assert_error (person, "national_number");
  put (person, "national_number", ent_text ("88.02.29-999.90"));
  assert_clean (person);
  g_assert_cmpstr (person->national_number, ==, NUMBER_1988);

  put (person, "birth_date", iso ("1988-02-29"));
  assert_clean (person);
  put (person, "birth_date", iso ("1988-02-28"));
  assert_warning (person, "national_number");
  put (person, "birth_date", ent_null ());

  /* 999 is odd: a man. */
  put (person, "sex", ent_text ("male"));
  assert_clean (person);
  put (person, "sex", ent_text ("female"));
  assert_warning (person, "national_number");
  put (person, "sex", ent_text ("unspecified"));
  assert_clean (person);
}

/* 70.00.00 and 70.05.00: part of the date was not known when the number was given. */
static void
test_number_without_birth_date (Fixture *fixture, gconstpointer unused)
{
  static const char *const beginnings[] = { "700000999", "700500999" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", NULL);
      int check = ent_national_number_check_digits (beginnings[i], FALSE);
      g_autofree char *number = g_strdup_printf ("%s%02d", beginnings[i], check);

      put (person, "national_number", ent_text (number));
      assert_warning (person, "national_number");
      put (person, "birth_date", iso ("1970-05-06"));
      assert_warning (person, "national_number");
      insert (fixture, person);
    }
}

static void
test_number_without_sex (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", "1988-02-29");

  /* A BIS number with 20 added to the month says nothing about the sex. */
  put (person, "national_number", ent_text ("88222999936"));
  put (person, "sex", ent_text ("female"));
  assert_clean (person);
  put (person, "sex", ent_text ("male"));
  assert_clean (person);
  put (person, "birth_date", iso ("1988-03-29"));
  assert_warning (person, "national_number");
}

static void
test_number_is_unique (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) first = new_person ("Dupont", "Anne", NULL);
  g_autoptr (EntPerson) second = new_person ("Durand", "Luc", NULL);
  g_autofree char *issues = NULL;

  put (first, "national_number", ent_text ("88.02.29-999.90"));
  put (second, "national_number", ent_text ("880229 99990"));
  insert (fixture, first);
  g_assert_true (is_refused (fixture, second, &issues));
  g_assert_cmpstr (issues, !=, "");
}

static void
test_residence (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", NULL);

  put (person, "residence_until", iso ("2027-01-01"));
  assert_warning (person, "residence_title");
  put (person, "residence_title", ent_text ("belgian"));
  assert_warning (person, "residence_until");
  put (person, "residence_title", ent_text ("a"));
  assert_clean (person);
}

static void
test_silences (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", NULL, NULL);
  g_autoptr (EntPerson) read = NULL;

  g_assert_cmpint (ent_person_get_silence (person, "birth_date"), ==, ENT_SILENCE_NOT_ASKED);
  ent_person_set_silence (person, "birth_date", ENT_SILENCE_UNKNOWN);
  ent_person_set_silence (person, "national_number", ENT_SILENCE_REFUSED);
  ent_person_set_silence (person, "birth_place", ENT_SILENCE_REFUSED);
  ent_person_set_silence (person, "birth_place", ENT_SILENCE_NOT_ASKED);
  /* Not a column that may be silent. */
  ent_person_set_silence (person, "last_name", ENT_SILENCE_REFUSED);

  read = load (fixture, &ent_person_schema, insert (fixture, person));
  g_assert_cmpint (ent_person_get_silence (read, "birth_date"), ==, ENT_SILENCE_UNKNOWN);
  g_assert_cmpint (ent_person_get_silence (read, "national_number"), ==, ENT_SILENCE_REFUSED);
  g_assert_cmpint (ent_person_get_silence (read, "birth_place"), ==, ENT_SILENCE_NOT_ASKED);
  g_assert_cmpint (ent_person_get_silence (read, "last_name"), ==, ENT_SILENCE_NOT_ASKED);

  put (read, "birth_date", iso ("1950-01-01"));
  assert_clean (read);
  g_assert_cmpint (ent_person_get_silence (read, "birth_date"), ==, ENT_SILENCE_NOT_ASKED);
  g_assert_cmpstr (read->silences, ==, "national_number:refused");
}

static void
test_number_history (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", NULL);
  g_autoptr (EntPerson) draft = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Test");
  g_autoptr (EntPersonNumber) former = NULL;

  put (person, "national_number", ent_text ("88222999936"));
  insert (fixture, person);

  draft = ent_record_dup (person);
  put (draft, "national_number", ent_text ("88.22.29-999.36"));
  g_assert_false (ent_person_keep_number (set, person, draft, day ("2026-11-21")));
  put (draft, "national_number", ent_text (NUMBER_1988));
  g_assert_true (ent_person_keep_number (set, person, draft, day ("2026-11-21")));
  g_assert_cmpuint (ent_change_set_n_changes (set), ==, 1);

  former = ent_person_former_number (7, "88.22.29-999.36", NUMBER_1988, day ("2026-11-21"), NULL);
  g_assert_cmpstr (former->number, ==, "88222999936");
  g_assert_cmpint (former->kind, ==, ENT_NUMBER_KIND_BIS);
  g_assert_cmpint (former->valid_to, ==, day ("2026-11-20"));
  g_assert_null (ent_person_former_number (7, NULL, NUMBER_1993, day ("2026-11-21"), NULL));
}

static gint64
add_agent (Fixture *fixture)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text ("Lambert"));
  put (agent, "first_name", ent_text ("Zoé"));
  put (agent, "function", ent_text ("social-worker"));
  return insert (fixture, agent);
}

static gint64
add_file (Fixture *fixture, gint64 person, int year)
{
  g_autoptr (EntCaseFile) file = new_owned (ENT_TYPE_CASE_FILE, person);
  g_autofree char *number = ent_case_file_next_number (fixture->db, year);

  put (file, "number", ent_text (number));
  put (file, "opened_on", iso ("2026-03-01"));
  return insert (fixture, file);
}

static void
test_file_numbers (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", NULL);
  g_autofree char *first = ent_case_file_next_number (fixture->db, 2026);
  g_autofree char *second = NULL;
  g_autofree char *other_year = NULL;

  g_assert_cmpstr (first, ==, "2026-00001");
  add_file (fixture, person, 2026);
  add_file (fixture, person, 2025);
  second = ent_case_file_next_number (fixture->db, 2026);
  other_year = ent_case_file_next_number (fixture->db, 2027);
  g_assert_cmpstr (second, ==, "2026-00002");
  g_assert_cmpstr (other_year, ==, "2027-00001");
}

static void
add_address (Fixture *fixture, gint64 person, const char *kind, const char *street, const char *to)
{
  g_autoptr (EntAddress) address = new_owned (ENT_TYPE_ADDRESS, person);

  put (address, "kind", ent_text (kind));
  put (address, "street", ent_text (street));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  put (address, "from_day", iso ("2001-01-01"));
  put (address, "to_day", iso (to));
  insert (fixture, address);
}

static void
add_contact (Fixture *fixture, gint64 person, const char *value, gboolean preferred)
{
  g_autoptr (EntContactPoint) contact = new_owned (ENT_TYPE_CONTACT_POINT, person);

  put (contact, "value", ent_text (value));
  put (contact, "preferred", ent_int (preferred));
  insert (fixture, contact);
}

static void
test_computed_columns (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", NULL);
  g_autoptr (EntPerson) empty = load (fixture, &ent_person_schema, person);
  g_autoptr (EntPerson) draft = ent_record_dup (empty);
  g_autoptr (EntPerson) only_street = NULL;
  g_autoptr (EntPerson) full = NULL;
  g_autoptr (EntAddress) old = new_owned (ENT_TYPE_ADDRESS, person);
  g_autoptr (EntAddress) older = new_owned (ENT_TYPE_ADDRESS, person);
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  g_assert_null (empty->address_line);
  g_assert_null (empty->phone);

  /* Entered first and last, without their ends: the youngest domicile counts. */
  put (old, "kind", ent_text ("domicile"));
  put (old, "street", ent_text ("Vieille rue"));
  put (old, "from_day", iso ("1995-01-01"));
  insert (fixture, old);
  only_street = load (fixture, &ent_person_schema, person);
  g_assert_cmpstr (only_street->address_line, ==, "Vieille rue");
  add_address (fixture, person, "residence", "Rue Haute", NULL);
  add_address (fixture, person, "domicile", "Rue Basse", "2002-01-01");
  add_address (fixture, person, "domicile", "Rue des Saules", NULL);
  add_address (fixture, person, "postal", "Poste restante", NULL);
  put (older, "kind", ent_text ("domicile"));
  put (older, "street", ent_text ("Rue Ancienne"));
  put (older, "from_day", iso ("1990-01-01"));
  insert (fixture, older);
  add_contact (fixture, person, "010 43 60 00", FALSE);
  add_contact (fixture, person, "0470 12 34 56", TRUE);
  add_contact (fixture, person, "anne@example.be", TRUE);
  add_file (fixture, person, 2026);
  add_file (fixture, person, 2025);
  put (draft, "reference_worker_id", ent_int (add_agent (fixture)));
  apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_assert_true (ent_apply_update (apply, empty, draft, &error));
  g_assert_true (ent_apply_commit (apply, &error));

  full = load (fixture, &ent_person_schema, person);
  g_assert_cmpstr (full->address_line, ==, "Rue des Saules 12, 4999 Sart");
  g_assert_cmpstr (full->postcode, ==, "4999");
  g_assert_cmpstr (full->phone, ==, "0470 12 34 56");
  g_assert_cmpstr (full->file_numbers, ==, "2025-00001, 2026-00001");
  g_assert_cmpstr (full->worker_name, ==, "Zoé Lambert");
}

static void
test_search_finds_owner (Fixture *fixture, gconstpointer unused)
{
  static const char *const typed[] = { "dupont anne",     "ANNE DUPONT",  "dup ann",
                                       "88.02.29-999.90", NUMBER_1988,    "0470 12 34 56",
                                       "0470123456",      "+32470123456", "2026-00001",
                                       "saules sart",     "anne érables" };
  g_autoptr (EntPerson) person = new_person ("Dupont", "Anne", NULL);
  gint64 id, other;

  put (person, "national_number", ent_text (NUMBER_1988));
  put (person, "usual_name", ent_text ("Erables"));
  id = insert (fixture, person);
  other = add_person (fixture, "Durand", "Luc", NULL);
  add_address (fixture, id, "domicile", "Rue des Saules", NULL);
  add_contact (fixture, id, "0470 12 34 56", TRUE);
  add_file (fixture, id, 2026);
  g_assert_cmpint (other, !=, id);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GArray) found = NULL;

      g_test_message ("%s", typed[i]);
      found = ent_search_ids (fixture->db, &ent_person_schema, typed[i], NULL);
      g_assert_nonnull (found);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (g_array_index (found, gint64, 0), ==, id);
    }
}

static void
test_owned_records (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", NULL);
  g_autoptr (EntNote) note = new_owned (ENT_TYPE_NOTE, person);
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  EntAddress *first;

  add_address (fixture, person, "domicile", "Rue Basse", "2002-01-01");
  add_address (fixture, person, "domicile", "Rue Haute", NULL);
  put (note, "written_at", ent_int (5));
  put (note, "text", ent_text ("\n Came with her sister. \n"));
  insert (fixture, note);

  addresses = ent_person_query_owned (fixture->db, &ent_address_schema, person, NULL);
  g_assert_cmpuint (addresses->len, ==, 2);
  first = g_ptr_array_index (addresses, 0);
  g_assert_cmpstr (first->street, ==, "Rue Haute"); /* the one that still holds */
  notes = ent_person_query_owned (fixture->db, &ent_note_schema, person, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (((EntNote *) g_ptr_array_index (notes, 0))->text, ==, "Came with her sister.");
}

static void
test_deleting_takes_along (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", NULL);
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  add_address (fixture, person, "domicile", "Rue Basse", NULL);
  add_contact (fixture, person, "0470 12 34 56", TRUE);
  apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_assert_true (ent_apply_delete (apply, &ent_person_schema, person, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM address"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM contact_point"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/person/names", test_names);
  ADD ("/person/last-name-is-required", test_last_name_is_required);
  ADD ("/person/dates-of-life", test_dates_of_life);
  ADD ("/person/number", test_number);
  ADD ("/person/number-without-birth-date", test_number_without_birth_date);
  ADD ("/person/number-without-sex", test_number_without_sex);
  ADD ("/person/number-is-unique", test_number_is_unique);
  ADD ("/person/number-history", test_number_history);
  ADD ("/person/residence", test_residence);
  ADD ("/person/silences", test_silences);
  ADD ("/person/file-numbers", test_file_numbers);
  ADD ("/person/computed-columns", test_computed_columns);
  ADD ("/person/search-finds-owner", test_search_finds_owner);
  ADD ("/person/owned-records", test_owned_records);
  ADD ("/person/deleting-takes-along", test_deleting_takes_along);

  return g_test_run ();
}
