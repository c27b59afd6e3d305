/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of bringing persons in from CSV: guessing columns, taking cells apart, refusing, updating,
 * undoing. */

#include <gio/gio.h>
#include <string.h>

#include "ent-date.h"
#include "ent-error.h"
#include "ent-import.h"
#include "ent-module.h"
#include "ent-person-import-private.h"
#include "ent-person-import.h"
#include "ent-person.h"
#include "ent-register.h"
#include "ent-search.h"
#include "ent-sql.h"

#define ENT_MODULE(id) extern const EntModule ent_##id##_module;
#include "ent-modules.h"
#undef ENT_MODULE

static const EntModule *const modules[] = {
#define ENT_MODULE(id) &ent_##id##_module,
#include "ent-modules.h"
#undef ENT_MODULE
};

#define TODAY (ent_day_from_ymd (2026, 6, 15))

/* Invented numbers, with serials that nobody has. */
#define ANNE "88022990092"
#define LUC "75061290165"

typedef struct
{
  EntDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_new_in_memory (&error);

  g_assert_no_error (error);
  fixture->db = ent_register_steal_db (reg);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ent_db_close (fixture->db);
}

static EntImport *
import_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  EntImport *import = ent_import_new (&ent_person_import, bytes, TODAY, &error);

  g_assert_no_error (error);
  return import;
}

static gint64
run (Fixture *fixture, EntImport *import)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Import", "test", &error);
  gint64 set_id = ent_apply_get_id (apply);

  g_assert_no_error (error);
  ent_import_run (apply, import, NULL, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return set_id;
}

static gint64
count (Fixture *fixture, const char *sql)
{
  return ent_db_number (fixture->db, sql, ENT_NO_ARGS, -1);
}

static void
test_guesses_columns_in_three_languages (void)
{
  g_autoptr (EntImport) french = import_of (
      "NOM;Prénom;Né(e) le;N° registre national;GSM;Code postal;Couleur\nA;B;;;;;\n");
  g_autoptr (EntImport) dutch = import_of (
      "Familienaam,Voornaam,Geboortedatum,Rijksregisternummer,Gemeente\nA,B,,,\n");
  g_autoptr (EntImport) english = import_of ("Last name\tFirst names\tE-mail\nA\tB\t\n");

  g_assert_cmpuint (ent_import_n_columns (french), ==, 7);
  g_assert_cmpstr (ent_import_get_field (french, 0), ==, "last_name");
  g_assert_cmpstr (ent_import_get_field (french, 1), ==, "first_names");
  g_assert_cmpstr (ent_import_get_field (french, 2), ==, "birth_date");
  g_assert_cmpstr (ent_import_get_field (french, 3), ==, "national_number");
  g_assert_cmpstr (ent_import_get_field (french, 4), ==, "mobile");
  g_assert_cmpstr (ent_import_get_field (french, 5), ==, "address.postcode");
  g_assert_null (ent_import_get_field (french, 6));
  g_assert_cmpstr (ent_import_get_field (dutch, 0), ==, "last_name");
  g_assert_cmpstr (ent_import_get_field (dutch, 2), ==, "birth_date");
  g_assert_cmpstr (ent_import_get_field (dutch, 3), ==, "national_number");
  g_assert_cmpstr (ent_import_get_field (dutch, 4), ==, "address.locality");
  g_assert_cmpstr (ent_import_get_field (english, 1), ==, "first_names");
  g_assert_cmpstr (ent_import_get_field (english, 2), ==, "e_mail");
}

static void
test_a_field_has_one_column (void)
{
  g_autoptr (EntImport) import = import_of ("Nom;Autre\nA;B\n");

  g_assert_true (ent_import_set_field (import, 1, "last_name"));
  g_assert_null (ent_import_get_field (import, 0));
  g_assert_cmpstr (ent_import_get_field (import, 1), ==, "last_name");
  g_assert_false (ent_import_set_field (import, 0, "shoe_size"));
  g_assert_true (ent_import_set_field (import, 1, NULL));
  g_assert_null (ent_import_get_field (import, 1));
}

static void
test_mapping_is_kept_as_text (void)
{
  g_autoptr (EntImport) first = import_of ("Klant;Voornaam;X\nA;B;C\n");
  g_autoptr (EntImport) second = import_of ("X;klant\nC;A\n");
  g_autoptr (EntImport) other = import_of ("Un;Deux\n1;2\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ent_import_set_field (first, 0, "last_name");
  ent_import_set_field (first, 2, "remark");
  text = ent_import_mapping_to_text (first);
  g_assert_true (ent_import_mapping_from_text (second, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ent_import_get_field (second, 0), ==, "remark");
  g_assert_cmpstr (ent_import_get_field (second, 1), ==, "last_name");
  g_assert_false (ent_import_mapping_from_text (other, text, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ent_import_mapping_from_text (other, "no mapping at all", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
}

static void
test_an_empty_file_is_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\n\n", 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_import_new (&ent_person_import, bytes, TODAY, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
}

static void
check_parts (const char *text,
             const char *street,
             const char *number,
             const char *box,
             const char *postcode,
             const char *locality)
{
  EntImportAddress parts = ent_person_import_split_address (text);

  g_assert_cmpstr (parts.street, ==, street);
  g_assert_cmpstr (parts.number, ==, number);
  g_assert_cmpstr (parts.box, ==, box);
  g_assert_cmpstr (parts.postcode, ==, postcode);
  g_assert_cmpstr (parts.locality, ==, locality);
  ent_import_address_clear (&parts);
}

static void
test_addresses_are_taken_apart (void)
{
  check_parts ("Rue des Saules 12/3, 4999 Sart", "Rue des Saules", "12", "3", "4999", "Sart");
  check_parts ("Rue des Saules, 12 bte 3 - B-4999 Sart-lez-Brumes", "Rue des Saules", "12", "3",
               "4999", "Sart-lez-Brumes");
  check_parts ("Avenue du 8 Mai 14A 4999 Sart", "Avenue du 8 Mai", "14A", NULL, "4999", "Sart");
  check_parts ("Place du Marché, 4999 Sart", "Place du Marché", NULL, NULL, "4999", "Sart");
  check_parts ("Wilgenstraat 5 bus 0201", "Wilgenstraat", "5", "0201", NULL, NULL);
  check_parts ("4999 Sart", NULL, NULL, NULL, "4999", "Sart");
}

static void
test_a_full_line_becomes_a_person (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of (
      "Nom;Prénom;Sexe;Date de naissance;NISS;Nationalité;Langue;État civil;Adresse;GSM;Tél;"
      "E-mail;Compte\n"
      "Dupont;Anne;F;29/02/1988;88.02.29-900.92;belge;français;mariée;"
      "\"Rue des Saules 12/3, 4999 Sart\";0450 99 12 34;088 12 34 56;anne@x.example;"
      "BE49 9020 0000 0171\n");
  const EntImportReport *report = ent_import_get_report (import);
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GArray) found = NULL;
  EntPerson *person;

  run (fixture, import);
  if (report->faults->len > 0)
    g_test_message ("%s", ((EntImportFault *) g_ptr_array_index (report->faults, 0))->message);
  g_assert_cmpuint (report->n_added, ==, 1);
  g_assert_cmpuint (report->n_refused, ==, 0);

  persons = ent_sql_load (fixture->db, &ent_person_schema, NULL, ENT_NO_ARGS, NULL);
  person = g_ptr_array_index (persons, 0);
  g_assert_cmpstr (person->last_name, ==, "Dupont");
  g_assert_cmpstr (person->national_number, ==, ANNE);
  g_assert_cmpint (person->birth_date, ==, ent_day_from_ymd (1988, 2, 29));
  g_assert_cmpint (person->nationality_id, >, 0);
  g_assert_cmpstr (person->address_line, ==, "Rue des Saules 12/3, 4999 Sart");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE sex = 'female' AND "
                                   "language = 'fr'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM contact_point WHERE value IN "
                                   "('+32450991234', '+3288123456', 'anne@x.example')"),
                   ==, 3);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM bank_account"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM civil_status WHERE status = 'married'"),
                   ==, 1);
  found = ent_search_ids (fixture->db, &ent_person_schema, "saules anne", NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_reads_what_spreadsheets_write (Fixture *fixture, gconstpointer unused)
{
  /* Windows-1252 with Excel's line, a day with midnight, a protected formula. */
  g_autoptr (EntImport) import = import_of ("sep=;\r\nNom;Pr\xe9nom;Date de naissance;Remarque\r\n"
                                           "Lef\xe8vre;Zo\xe9;1988-02-29 00:00:00;'=1+1\r\n");
  g_autoptr (GPtrArray) persons = NULL;

  run (fixture, import);
  persons = ent_sql_load (fixture->db, &ent_person_schema, NULL, ENT_NO_ARGS, NULL);
  g_assert_cmpuint (persons->len, ==, 1);
  g_assert_cmpstr (ENT_PERSON (persons->pdata[0])->last_name, ==, "Lefèvre");
  g_assert_cmpstr (ENT_PERSON (persons->pdata[0])->first_names, ==, "Zoé");
  g_assert_cmpint (ENT_PERSON (persons->pdata[0])->birth_date, ==, ent_day_from_ymd (1988, 2, 29));
  g_assert_cmpstr (ENT_PERSON (persons->pdata[0])->remark, ==, "=1+1");
}

#define MIXED \
  "Nom;Date de naissance;NISS;Code postal;Localité\n" \
  "Bon;1/1/1980;;4999;Sart\n" \
  ";1/1/1980;;;\n" \
  "Mauvais;32/13/1980;;;\n" \
  "Faux;;12345678901;;\n" \
  "Loin;;;99999;Sart\n" \
  "Anne;;" ANNE ";;\n" \
  "Double;;" ANNE ";;\n" \
  "Trop;;;;;;de cellules\n"

static void
check_fault (const EntImportReport *report, guint position, guint line, const char *column)
{
  const EntImportFault *fault = g_ptr_array_index (report->faults, position);

  g_assert_cmpuint (fault->line, ==, line);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_cmpuint (strlen (fault->message), >, 10);
}

static void
check_mixed (EntImport *import)
{
  const EntImportReport *report = ent_import_get_report (import);

  g_assert_cmpuint (report->n_rows, ==, 8);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_refused, ==, 6);
  g_assert_cmpuint (report->faults->len, ==, 6);
  check_fault (report, 0, 3, "Nom");
  check_fault (report, 1, 4, "Date de naissance");
  check_fault (report, 2, 5, "NISS");
  check_fault (report, 3, 6, "Code postal");
  check_fault (report, 4, 8, "NISS");
  check_fault (report, 5, 9, NULL);
}

static void
test_checking_writes_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of (MIXED);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_import_check (import, fixture->db, NULL, &error));
  g_assert_no_error (error);
  check_mixed (import);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 0);
}

static void
test_bad_lines_are_listed_and_left_out (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of (MIXED);
  g_autofree char *refused = NULL;

  run (fixture, import);
  check_mixed (import);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 2);

  refused = ent_import_refused_to_csv (import, NULL);
  g_assert_nonnull (strstr (refused, "Nom;Date de naissance;NISS;Code postal;Localité;"));
  g_assert_nonnull (strstr (refused, "Mauvais;32/13/1980;;;;"));
  g_assert_null (strstr (refused, "Bon;"));
}

static void
test_preview_shows_what_rows_become (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of (
      "Nom;Date de naissance;Adresse;Nationalité\n dupont ;29021988;Rue X 5, 4999 Sart;BE\nB;?;;\n"
      "C;;;\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ent_import_preview (import, fixture->db, 2, &error);
  EntImportRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (ent_issues_n_errors (row->issues), ==, 0);
  g_assert_cmpstr (row->shown[0], ==, "dupont");
  for (guint i = 0; i < row->n_fields; i++)
    if (g_str_equal (row->fields[i].name, "birth_date"))
      g_assert_cmpstr (row->shown[i], ==, "29/02/1988");
    else if (g_str_equal (row->fields[i].name, "address.line"))
      g_assert_cmpstr (row->shown[i], ==, "Rue X · 5 · 4999 · Sart");
    else if (g_str_equal (row->fields[i].name, "nationality"))
      g_assert_cmpstr (row->shown[i], ==, "BE");
  row = g_ptr_array_index (rows, 1);
  g_assert_nonnull (ent_issues_for (row->issues, "birth_date"));
}

static void
test_known_persons_are_passed_over (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of ("Nom;NISS\nDupont;" ANNE "\n");
  g_autoptr (EntImport)
                again = import_of ("Nom;NISS;Remarque\nDurand;" ANNE ";x\nMartin;" LUC ";\n");

  run (fixture, first);
  run (fixture, again);
  g_assert_cmpuint (ent_import_get_report (again)->n_known, ==, 1);
  g_assert_cmpuint (ent_import_get_report (again)->n_added, ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE last_name = 'Dupont'"), ==,
                   1);
}

#define HEAD "Nom;Prénom;NISS;GSM;Adresse\n"

static void
test_known_persons_are_completed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport)
                first = import_of (HEAD "Dupont;Anne;" ANNE ";0450991234;Rue X 1, 4999 Sart\n");
  g_autoptr (EntImport) again = import_of (HEAD "Dupont;;" ANNE ";0450991234;Rue Y 2, 4999 Sart\n");
  g_autoptr (GPtrArray) persons = NULL;

  run (fixture, first);
  ent_import_set_known (again, ENT_IMPORT_UPDATE);
  run (fixture, again);
  g_assert_cmpuint (ent_import_get_report (again)->n_updated, ==, 1);

  persons = ent_sql_load (fixture->db, &ent_person_schema, NULL, ENT_NO_ARGS, NULL);
  g_assert_cmpuint (persons->len, ==, 1);
  /* An empty cell leaves what was there, a known phone is not added twice. */
  g_assert_cmpstr (ENT_PERSON (persons->pdata[0])->first_names, ==, "Anne");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM contact_point"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM address"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM address WHERE street = 'Rue X' AND "
                                   "to_day = '2026-06-14'"),
                   ==, 1);
}

#define NAMED "Nom;Prénom;Date de naissance;Remarque\n"

static void
test_a_line_twice_is_one_person (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of (NAMED "Dupont;Anne;29/02/1988;\n"
                                                "DUPONT;ANNÉ;29/02/1988;x\n"
                                                "Dupont;Anne;28/02/1988;\n");
  g_autoptr (EntImport) again = import_of (NAMED "Dupont;Anne;29/02/1988;y\n");
  const EntImportReport *report = ent_import_get_report (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  EntImportRow *row;

  g_assert_true (ent_import_check (first, fixture->db, NULL, &error));
  g_assert_cmpuint (report->n_added, ==, 2);
  check_fault (report, 0, 3, NULL);
  run (fixture, first);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_refused, ==, 1);

  rows = ent_import_preview (again, fixture->db, 5, &error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->existing_id, >, 0);
  g_assert_cmpstr (ent_issues_for (row->issues, NULL), ==,
                   "Already in the register: Dupont Anne, born 29/02/1988.");
  run (fixture, again);
  g_assert_cmpuint (ent_import_get_report (again)->n_known, ==, 1);
  ent_import_set_known (again, ENT_IMPORT_UPDATE);
  run (fixture, again);
  g_assert_cmpuint (ent_import_get_report (again)->n_updated, ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE remark = 'y'"), ==, 1);
}

/* Equal names and dates of birth with different register numbers are different persons. */
static void
test_numbers_tell_namesakes_apart (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of ("Nom;Date de naissance;NISS\n"
                                          "Dupont;29/02/1988;" ANNE "\n"
                                          "Dupont;29/02/1988;" LUC "\n");
  g_autoptr (EntImport) bare = import_of ("Nom;Date de naissance\nDupont;29/02/1988\n");

  run (fixture, first);
  g_assert_cmpuint (ent_import_get_report (first)->n_added, ==, 2);
  run (fixture, bare);
  g_assert_cmpuint (ent_import_get_report (bare)->n_known, ==, 1);
}

static void
test_a_refused_line_can_be_corrected (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of ("Nom;Date de naissance;GSM\n"
                                           "Dupont;29/02/1988;12\nDupont;29/02/1988;0450991234\n");

  run (fixture, import);
  g_assert_cmpuint (ent_import_get_report (import)->n_refused, ==, 1);
  g_assert_cmpuint (ent_import_get_report (import)->n_added, ==, 1);
}

static const char *
only_warning (Fixture *fixture, const char *text, guint position)
{
  g_autoptr (EntImport) import = import_of (text);
  g_autoptr (GPtrArray) rows = ent_import_preview (import, fixture->db, 5, NULL);
  EntImportRow *row = g_ptr_array_index (rows, position);

  g_assert_cmpuint (ent_issues_n_errors (row->issues), ==, 0);
  g_assert_cmpint (row->existing_id, ==, 0);
  return g_intern_string (ent_issues_for (row->issues, NULL));
}

static void
test_without_a_birth_date_it_is_only_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of (HEAD "Dupont;Anne;;0450991234;Rue X 1, 4999 Sart\n");

  run (fixture, first);
  g_assert_nonnull (only_warning (fixture, HEAD "Dupont;Anne;;0450 99 12 34;\n", 0));
  g_assert_nonnull (only_warning (fixture, HEAD "Dupont;Anne;;;Rue X 1, 4999 Sart\n", 0));
  g_assert_null (only_warning (fixture, HEAD "Dupont;Anne;;0450991235;Rue X 2, 4999 Sart\n", 0));
  g_assert_null (only_warning (fixture, HEAD "Dupont;Nina;;0450991234;\n", 0));
  g_assert_nonnull (strstr (only_warning (fixture,
                                          HEAD "Leroy;Luc;;0450991111;\n"
                                               "Leroy;Luc;;0450991111;\n",
                                          1),
                            "Line 2"));
}

static void
test_a_new_civil_status_ends_the_one_before (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of ("Nom;NISS;Etat civil\nDupont;" ANNE ";Marié\n");
  g_autoptr (EntImport) same = import_of ("Nom;NISS;Etat civil\nDupont;" ANNE ";Marié\n");
  g_autoptr (EntImport) next = import_of ("Nom;NISS;Etat civil\nDupont;" ANNE ";Veuve\n");

  run (fixture, first);
  ent_import_set_known (same, ENT_IMPORT_UPDATE);
  run (fixture, same);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM civil_status"), ==, 1);
  ent_import_set_known (next, ENT_IMPORT_UPDATE);
  run (fixture, next);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM civil_status WHERE to_day IS NULL AND "
                                   "status = 'widowed' AND from_day = '2026-06-15'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM civil_status WHERE status = 'married' AND "
                                   "to_day = '2026-06-14'"),
                   ==, 1);
}

static void
test_the_whole_import_is_undone_as_one_act (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) first = import_of (HEAD "Dupont;Anne;" ANNE ";;\n");
  g_autoptr (EntImport) second = import_of (HEAD "Dupont;Nina;" ANNE
                                                ";0450991234;Rue X 1, 4999 Sart\nMartin;Luc;" LUC
                                                ";0450995678;Rue Y 2, 4999 Sart\n");
  g_autoptr (GError) error = NULL;
  gint64 set_id;
  EntApply *apply;

  run (fixture, first);
  ent_import_set_known (second, ENT_IMPORT_UPDATE);
  set_id = run (fixture, second);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE first_names = 'Nina'"), ==,
                   1);

  apply = ent_apply_begin (fixture->db, "Undo", "test", &error);
  g_assert_no_error (error);
  ent_apply_undo (apply, set_id, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person WHERE first_names = 'Anne'"), ==,
                   1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM address"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM contact_point"), ==, 0);
}

static void
test_an_open_quote_takes_everything_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntImport) import = import_of ("Nom;Prénom\nDupont;Anne\nMartin;\"Luc\n");
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Import", "test", NULL);

  g_assert_false (ent_import_run (apply, import, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  ent_apply_abort (apply);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 0);
}

static void
stop_at_once (guint64 done, guint64 total, gpointer cancellable)
{
  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelling_takes_everything_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Nom\n");
  g_autoptr (EntImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "Nom%u\n", i);
  import = import_of (text->str);
  ent_import_set_progress (import, stop_at_once, cancellable);
  apply = ent_apply_begin (fixture->db, "Import", "test", NULL);
  g_assert_false (ent_import_run (apply, import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ent_apply_abort (apply);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  ent_day_set_today (TODAY);

  g_test_add_func ("/import/guess", test_guesses_columns_in_three_languages);
  g_test_add_func ("/import/one-column", test_a_field_has_one_column);
  g_test_add_func ("/import/mapping-text", test_mapping_is_kept_as_text);
  g_test_add_func ("/import/empty", test_an_empty_file_is_refused);
  g_test_add_func ("/import/addresses", test_addresses_are_taken_apart);
  ADD ("/import/full-line", test_a_full_line_becomes_a_person);
  ADD ("/import/spreadsheet", test_reads_what_spreadsheets_write);
  ADD ("/import/check", test_checking_writes_nothing);
  ADD ("/import/refused", test_bad_lines_are_listed_and_left_out);
  ADD ("/import/preview", test_preview_shows_what_rows_become);
  ADD ("/import/known", test_known_persons_are_passed_over);
  ADD ("/import/update", test_known_persons_are_completed);
  ADD ("/import/twice", test_a_line_twice_is_one_person);
  ADD ("/import/namesakes", test_numbers_tell_namesakes_apart);
  ADD ("/import/corrected", test_a_refused_line_can_be_corrected);
  ADD ("/import/look-alikes", test_without_a_birth_date_it_is_only_told);
  ADD ("/import/civil-status", test_a_new_civil_status_ends_the_one_before);
  ADD ("/import/undo", test_the_whole_import_is_undone_as_one_act);
  ADD ("/import/open-quote", test_an_open_quote_takes_everything_back);
  ADD ("/import/cancel", test_cancelling_takes_everything_back);
  return g_test_run ();
}
