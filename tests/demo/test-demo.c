/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of the invented commune: the same each time, plausible, and nobody real. */

#include "demo-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ent-date.h"
#include "ent-household-member.h"
#include "ent-iban.h"
#include "ent-national-number.h"
#include "ent-person-enums.h"
#include "ent-person.h"
#include "ent-search.h"
#include "ent-sql.h"

/* One sum over everything that the modules keep. */
static char *
digest (EntDb *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", all[i]->table);
      g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_NO_ARGS, NULL);

      g_assert_nonnull (rows);
      while (ent_rows_next (rows, NULL))
        for (guint j = 0; j < ent_rows_n_columns (rows); j++)
          {
            EntValue value = ent_rows_get (rows, j);
            g_autofree char *text = value.type == ENT_VALUE_TEXT
                                        ? g_strdup (value.s)
                                        : g_strdup_printf ("%d %" G_GINT64_FORMAT, value.type,
                                                           value.type == ENT_VALUE_INT ? value.i
                                                                                       : 0);

            g_checksum_update (sum, (const guchar *) text, -1);
            g_checksum_update (sum, (const guchar *) "|", 1);
          }
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_same_seed_gives_the_same_commune (void)
{
  g_autofree char *first = digest (commune);
  g_autoptr (EntDb) again = invent (ENT_DEMO_SEED);
  g_autofree char *second = digest (again);

  g_assert_cmpstr (first, ==, second);
}

static void
test_another_seed_gives_another (void)
{
  g_autofree char *first = digest (commune);
  g_autoptr (EntDb) other = invent (1);
  g_autofree char *second = digest (other);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (count (other, "SELECT count(*) FROM person"), ==, 5000);
}

static void
test_counts (void)
{
  static const char *const filled[] = {
    "team",          "agent",        "agent_absence",    "street",    "person_number", "address",
    "contact_point", "bank_account", "relation",         "alert",     "alert_ack",     "note",
    "civil_status",  "household",    "household_member", "case_file",
  };

  g_assert_cmpint (count (commune, "SELECT count(*) FROM person"), ==, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", filled[i]);

      g_assert_cmpint (count (commune, sql), >, 5);
    }
  g_assert_cmpint (count (commune, "SELECT count(*) FROM locality WHERE postcode = '4999'"), ==, 6);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM municipality WHERE ins_code = '62999'"),
                   ==, 1);
  /* Written in bulk: the history tells of it in a few lines. */
  g_assert_cmpint (count (commune, "SELECT count(*) FROM audit"), <, 200);
}

static void
check_number (const char *text)
{
  EntNationalNumber number;
  g_autofree char *serial = g_strndup (text + 6, 3);
  gint64 drawn = g_ascii_strtoll (serial, NULL, 10);

  g_assert_cmpint (ent_national_number_parse (text, &number), ==, ENT_NUMBER_OK);
  g_assert_cmpint (drawn, >=, 900);
  g_assert_cmpint (drawn, <=, 998);
  g_assert_cmpint (number.male, ==, drawn % 2);
  g_assert_false (number.birth_day == 1 && (number.birth_month == 1 || number.birth_month == 7));
}

static void
test_numbers_are_valid_and_nobodys (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      commune,
      "SELECT national_number FROM person WHERE national_number IS NOT NULL"
      " UNION ALL SELECT number FROM person_number",
      ENT_NO_ARGS, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (ent_rows_next (rows, &error))
    {
      check_number (ent_rows_text (rows, 0));
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 4700);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM person WHERE birth_date IS NOT NULL AND "
                                   "national_number IS NOT NULL AND "
                                   "substr (birth_date, 3, 2) <> substr (national_number, 1, 2)"),
                   ==, 0);
  g_assert_cmpint (
      count (commune, "SELECT count(*) FROM person WHERE substr (national_number, 3, 1) >= '4'"), >,
      5);
}

static void
test_nothing_can_be_taken_for_real (void)
{
  g_autoptr (EntRows) accounts = NULL;

  accounts = ent_db_query (commune, "SELECT iban FROM bank_account", ENT_NO_ARGS, NULL);
  while (ent_rows_next (accounts, NULL))
    {
      g_autofree char *bank = ent_iban_bank_code (ent_rows_text (accounts, 0));

      g_assert_true (ent_iban_parse (ent_rows_text (accounts, 0), NULL, NULL));
      g_assert_cmpstr (bank, ==, "902");
    }
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contact_point WHERE kind = 'e-mail' AND "
                                   "value NOT LIKE '%@sart-lez-brumes.example'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contact_point WHERE kind <> 'e-mail' AND "
                                   "value NOT LIKE '+3245099____' AND "
                                   "value NOT LIKE '+3288______'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM relation WHERE phone NOT LIKE "
                                   "'+3245099____' AND phone NOT LIKE '+3288______'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM address WHERE postcode <> '4999'"), ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM address a WHERE NOT EXISTS (SELECT 1 FROM "
                                   "street s JOIN locality l ON l.id = s.locality_id WHERE "
                                   "s.name = a.street AND l.name_fr = a.locality)"),
                   ==, 0);
}

static void
test_households_have_one_reference_person (void)
{
  /* On the day itself, two years and six years before. */
  for (gint32 day = TODAY; day > TODAY - 3000; day -= 730)
    {
      gint64 wrong = ent_db_number (
          commune,
          "SELECT count(*) FROM (SELECT sum (role = 'reference') AS n FROM household_member WHERE "
          "from_day <= $1 AND (to_day IS NULL OR to_day >= $1) GROUP BY household_id) WHERE n <> 1",
          ENT_ARGS (ent_day (day)), -1);

      g_assert_cmpint (wrong, ==, 0);
    }
  g_assert_cmpint (count (commune, "SELECT count(*) FROM household h WHERE NOT EXISTS (SELECT 1 "
                                   "FROM household_member m WHERE m.household_id = h.id)"),
                   ==, 0);
}

static void
test_shared_custody_is_whole (void)
{
  gint64 shared = count (commune, "SELECT count(DISTINCT person_id) FROM household_member "
                                  "WHERE custody_percent = 50");
  gint64 beyond = count (commune,
                         "SELECT count(*) FROM (SELECT sum (coalesce (custody_percent, 100)) AS n "
                         "FROM household_member WHERE to_day IS NULL GROUP BY person_id) "
                         "WHERE n > 100");

  g_assert_cmpint (shared, >, 10);
  g_assert_cmpint (beyond, ==, 0);
}

static void
test_ages_are_plausible (void)
{
  g_autoptr (GPtrArray)
                persons = ent_sql_load (commune, &ent_person_schema, NULL, ENT_NO_ARGS, NULL);
  guint n_children = 0, n_old = 0, n_dead = 0;

  for (guint i = 0; i < persons->len; i++)
    {
      EntPerson *person = g_ptr_array_index (persons, i);
      int age = ent_person_get_age (person, TODAY);

      g_assert_cmpint (age, <=, 101);
      g_assert_true (age >= 0 || person->birth_date == ENT_DAY_NONE);
      n_children += age >= 0 && age < 18;
      n_old += age >= 75;
      n_dead += person->deceased_on != ENT_DAY_NONE;
    }
  g_assert_cmpuint (n_children, >, persons->len / 6);
  g_assert_cmpuint (n_children, <, persons->len * 2 / 5);
  g_assert_cmpuint (n_old, >, persons->len / 50);
  g_assert_cmpuint (n_old, <, persons->len / 5);
  g_assert_cmpuint (n_dead, >, 5);
}

static void
test_children_are_younger_than_their_parents (void)
{
  gint64 wrong = count (
      commune,
      "SELECT count(*) FROM household_member c JOIN person child ON child.id = c.person_id "
      "JOIN household_member r ON r.household_id = c.household_id AND r.role = 'reference' "
      "JOIN person parent ON parent.id = r.person_id WHERE c.role = 'child' "
      "AND julianday (child.birth_date) - julianday (parent.birth_date) < 12 * 365.25");

  g_assert_cmpint (wrong, ==, 0);
}

static void
test_three_of_four_are_belgian (void)
{
  gint64 belgian = count (commune, "SELECT count(*) FROM person p JOIN country c ON "
                                   "c.id = p.nationality_id WHERE c.code = 'BE'");

  g_assert_cmpint (belgian, >, 3500);
  g_assert_cmpint (belgian, <, 4000);
}

static void
test_files_are_numbered_without_gaps (void)
{
  g_autoptr (EntRows) rows = ent_db_query (commune,
                                          "SELECT number, opened_on FROM case_file ORDER BY number",
                                          ENT_NO_ARGS, NULL);
  g_autofree char *year = g_strdup ("");
  g_autofree char *before = g_strdup ("");
  guint n = 0;

  while (ent_rows_next (rows, NULL))
    {
      const char *number = ent_rows_text (rows, 0);
      g_autofree char *expected = NULL;

      n = g_str_has_prefix (number, year) && *year != '\0' ? n + 1 : 1;
      g_free (year);
      year = g_strndup (number, 4);
      expected = g_strdup_printf ("%s-%05u", year, n);
      g_assert_cmpstr (number, ==, expected);
      g_assert_true (g_str_has_prefix (ent_rows_text (rows, 1), year));
      g_assert_cmpstr (ent_rows_text (rows, 1), >=, before);
      g_free (before);
      before = g_strdup (ent_rows_text (rows, 1));
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_nothing_lies_in_the_future (void)
{
  static const char *const days[] = {
    "person.birth_date",         "person.deceased_on",
    "address.from_day",          "address.to_day",
    "case_file.opened_on",       "case_file.closed_on",
    "household_member.from_day", "household_member.to_day",
    "civil_status.from_day",     "alert.from_day",
    "person_number.valid_to",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (GStrv) parts = g_strsplit (days[i], ".", 2);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s > $1", parts[0],
                                              parts[1]);

      g_assert_cmpint (ent_db_number (commune, sql, ENT_ARGS (ent_day (TODAY)), -1), ==, 0);
    }
}

/* The amounts are those of the law on that day, and nobody has two at once. */
static void
test_income_follows_the_law (void)
{
  g_assert_cmpint (count (commune, "SELECT count(*) FROM aid WHERE kind IN ('ris', 'eris')"), >,
                   100);
  g_assert_cmpint (count (commune,
                          "SELECT count(*) FROM aid WHERE kind IN ('ris', 'eris') AND "
                          "category = 'single' AND from_day >= '2025-02-01' AND "
                          "monthly_amount <> iif (from_day >= '2026-03-01', 134047, 131420)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM aid a JOIN aid b ON "
                                   "b.person_id = a.person_id AND b.id > a.id WHERE "
                                   "a.kind IN ('ris', 'eris') AND b.kind IN ('ris', 'eris') AND "
                                   "(a.to_day IS NULL OR b.from_day <= a.to_day)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM aid WHERE kind = 'ris' AND "
                                   "to_day IS NULL"),
                   >, 50);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM aid WHERE decision NOT LIKE 'DÉMO-%'"), ==,
                   0);
}

static void
test_appointments_are_past_and_coming (void)
{
  EntValue today[] = { ent_day (TODAY) };

  g_assert_cmpint (ent_db_number (commune,
                                  "SELECT count(*) FROM appointment WHERE day < $1 AND "
                                  "attendance = 'planned'",
                                  today, 1, -1),
                   ==, 0);
  g_assert_cmpint (ent_db_number (commune,
                                  "SELECT count(*) FROM appointment WHERE day >= $1 AND "
                                  "attendance <> 'planned'",
                                  today, 1, -1),
                   ==, 0);
  g_assert_cmpint (ent_db_number (commune, "SELECT count(*) FROM appointment WHERE day = $1", today,
                                  1, -1),
                   >, 0);
  g_assert_cmpint (ent_db_number (commune, "SELECT count(*) FROM appointment WHERE day > $1", today,
                                  1, -1),
                   >, 20);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM appointment WHERE attendance = 'absent'"),
                   >, 10);
}

static void
test_a_worker_is_away_and_replaced (void)
{
  gint64 n = ent_db_number (commune,
                            "SELECT count(*) FROM agent_absence WHERE from_day <= $1 AND "
                            "to_day >= $1 AND stand_in_id IS NOT NULL",
                            ENT_ARGS (ent_day (TODAY)), -1);

  g_assert_cmpint (n, >=, 1);
}

/* Each works what the contract says, on average over two weeks, and nobody without hours. */
static void
test_carers_work_their_contract (void)
{
  gint64 n = count (commune, "SELECT count(*) FROM carer");

  g_assert_cmpint (n, >=, 6);
  g_assert_cmpint (n, <=, 10);
  g_assert_cmpint (
      count (commune,
             "SELECT count(*) FROM carer c WHERE c.weekly_minutes * 2 = (SELECT sum ((s.to_time - "
             "s.from_time + (s.to_time < s.from_time) * 1440) * (1 + (s.week = 'every'))) FROM "
             "carer_shift s WHERE s.carer_id = c.id)"),
      ==, n);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM carer WHERE kind = 'home-sitter'"), >, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM carer_shift WHERE week <> 'every'"), >, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM vehicle WHERE kind = 'car' AND "
                                   "plate NOT LIKE 'DÉMO-%'"),
                   ==, 0);
  g_assert_cmpint (ent_db_number (commune,
                                  "SELECT count(*) FROM carer_qualification WHERE valid_to "
                                  "BETWEEN $1 AND $2",
                                  ENT_ARGS (ent_day (TODAY), ent_day (TODAY + 90)), -1),
                   >, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM home_key"), >, 5);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM key_loan WHERE returned_on IS NULL"), >,
                   0);
}

static void
test_some_are_entered_twice (void)
{
  gint64 twins = count (commune, "SELECT count(*) FROM person a JOIN person b ON "
                                 "b.id > a.id AND b.birth_date = a.birth_date AND "
                                 "(b.last_name = a.last_name OR b.first_names = a.last_name) AND "
                                 "b.national_number IS NULL AND a.national_number IS NOT NULL");

  g_assert_cmpint (twins, >=, 3);
}

static void
test_people_are_found_by_words (void)
{
  g_autoptr (GPtrArray) persons = ent_sql_load (commune, &ent_person_schema, "WHERE id = 1",
                                               ENT_NO_ARGS, NULL);
  EntPerson *person = g_ptr_array_index (persons, 0);
  g_autofree char *words = g_strdup_printf ("%s %s", person->first_names, person->last_name);
  g_autoptr (GArray) ids = ent_search_ids (commune, &ent_person_schema, words, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < ids->len; i++)
    found |= g_array_index (ids, gint64, i) == 1;
  g_assert_true (found);
}

static void
stop_soon (guint64 done, guint64 total, gpointer cancellable)
{
  g_assert_cmpuint (total, ==, 5000);
  g_assert_cmpuint (done, <=, total);
  if (done > 300)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelling_leaves_no_file (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ent-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "stopped.entraide", NULL);
  GDir *dir;

  g_assert_false (ent_demo_create (path, ENT_DEMO_SMALL, 1, TODAY, stop_soon, cancellable,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_dir_close (dir);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  begin ();

  g_test_add_func ("/demo/same-seed", test_same_seed_gives_the_same_commune);
  g_test_add_func ("/demo/other-seed", test_another_seed_gives_another);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/numbers", test_numbers_are_valid_and_nobodys);
  g_test_add_func ("/demo/nothing-real", test_nothing_can_be_taken_for_real);
  g_test_add_func ("/demo/households", test_households_have_one_reference_person);
  g_test_add_func ("/demo/custody", test_shared_custody_is_whole);
  g_test_add_func ("/demo/ages", test_ages_are_plausible);
  g_test_add_func ("/demo/generations", test_children_are_younger_than_their_parents);
  g_test_add_func ("/demo/nationalities", test_three_of_four_are_belgian);
  g_test_add_func ("/demo/files", test_files_are_numbered_without_gaps);
  g_test_add_func ("/demo/future", test_nothing_lies_in_the_future);
  g_test_add_func ("/demo/income", test_income_follows_the_law);
  g_test_add_func ("/demo/appointments", test_appointments_are_past_and_coming);
  g_test_add_func ("/demo/absences", test_a_worker_is_away_and_replaced);
  g_test_add_func ("/demo/carers-work-their-contract", test_carers_work_their_contract);
  g_test_add_func ("/demo/twins", test_some_are_entered_twice);
  g_test_add_func ("/demo/search", test_people_are_found_by_words);
  g_test_add_func ("/demo/cancel", test_cancelling_leaves_no_file);
  code = g_test_run ();
  ent_db_close (commune);
  return code;
}
