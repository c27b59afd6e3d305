/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine: arguments, statements kept, error codes, interruption. */

#include "ent-db.h"

#include <glib/gstdio.h>

#include "ent-date.h"
#include "ent-error.h"
#include "toy-bench.h"

static void
test_arguments (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (EntRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = ent_db_query (db, "SELECT $1, $2, $3, $4, $5, $1",
                       ENT_ARGS (ent_int (G_MININT64), ent_real (0.5), ent_text ("d'Août \"x\""),
                                 ent_null (), ent_day (ent_day_from_ymd (2026, 3, 1))),
                       &error);
  g_assert_no_error (error);
  g_assert_true (ent_rows_next (rows, &error));
  g_assert_cmpuint (ent_rows_n_columns (rows), ==, 6);
  g_assert_cmpint (ent_rows_int (rows, 0), ==, G_MININT64);
  g_assert_cmpfloat (ent_rows_get (rows, 1).d, ==, 0.5);
  g_assert_cmpstr (ent_rows_text (rows, 2), ==, "d'Août \"x\"");
  g_assert_cmpint (ent_rows_get (rows, 3).type, ==, ENT_VALUE_NULL);
  g_assert_cmpstr (ent_rows_text (rows, 4), ==, "2026-03-01");
  g_assert_cmpint (ent_rows_int (rows, 5), ==, G_MININT64);
  g_assert_null (ent_rows_text (rows, 0));
  g_assert_cmpint (ent_rows_int (rows, 2), ==, 0);
  g_assert_false (ent_rows_next (rows, &error));
  g_assert_no_error (error);
}

/* The number of a parameter counts, not where it stands. */
static void
test_argument_order (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (EntRows)
                rows = ent_db_query (db, "SELECT $3, $1, $2, $1",
                                     ENT_ARGS (ent_int (10), ent_int (20), ent_int (30)), NULL);

  g_assert_true (ent_rows_next (rows, NULL));
  g_assert_cmpint (ent_rows_int (rows, 0), ==, 30);
  g_assert_cmpint (ent_rows_int (rows, 1), ==, 10);
  g_assert_cmpint (ent_rows_int (rows, 2), ==, 20);
  g_assert_cmpint (ent_rows_int (rows, 3), ==, 10);
}

static void
test_too_many_arguments (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      ent_db_execute (db, "SELECT $1", ENT_ARGS (ent_int (1), ent_int (2)), NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_cmpint (ent_db_number (db, "SELECT $1", ENT_ARGS (ent_int (5)), 0), ==, 5);
}

/* Two readers of one text at the same time, again and again. */
static void
test_same_text_twice (void)
{
  static const char *const sql =
      "WITH RECURSIVE n (i) AS (SELECT $1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT i FROM n";
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (EntRows) outer = ent_db_query (db, sql, ENT_ARGS (ent_int (10)), NULL);

      for (gint64 expected = 10; ent_rows_next (outer, NULL); expected++)
        {
          g_autoptr (EntRows) inner = ent_db_query (db, sql, ENT_ARGS (ent_int (100)), NULL);

          g_assert_true (ent_rows_next (inner, NULL));
          g_assert_cmpint (ent_rows_int (inner, 0), ==, 100);
          g_assert_cmpint (ent_rows_int (outer, 0), ==, expected);
        }
    }
}

/* A statement kept from before a change of the tables still works after it. */
static void
test_kept_statement_after_alter (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  ent_db_script (db, "CREATE TABLE t (a); INSERT INTO t VALUES (1)", &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM t"), ==, 1);
  ent_db_script (db, "ALTER TABLE t ADD b; INSERT INTO t VALUES (2, 3)", &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM t"), ==, 2);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM t"), ==, 2);
}

static void
check_fails (EntDb *db, const char *sql, EntStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_db_execute (db, sql, ENT_NO_ARGS, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_constraints (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  gint64 n = 0;

  g_assert_true (
      ent_db_script (db,
                     "CREATE TABLE p (id INTEGER PRIMARY KEY, u TEXT UNIQUE, n NOT NULL);"
                     "CREATE TABLE c (p REFERENCES p (id));"
                     "INSERT INTO p VALUES (1, 'x', 1); INSERT INTO c VALUES (1);",
                     NULL));
  check_fails (db, "INSERT INTO p VALUES (2, 'x', 1)", ENT_STORE_ERROR_CONSTRAINT);
  check_fails (db, "INSERT INTO p VALUES (1, 'y', 1)", ENT_STORE_ERROR_CONSTRAINT);
  check_fails (db, "INSERT INTO p VALUES (3, 'z', NULL)", ENT_STORE_ERROR_CONSTRAINT);
  check_fails (db, "INSERT INTO c VALUES (9)", ENT_STORE_ERROR_CONSTRAINT);
  check_fails (db, "DELETE FROM p", ENT_STORE_ERROR_CONSTRAINT);
  check_fails (db, "SELEC 1", ENT_STORE_ERROR_FAILED);
  check_fails (db, "SELECT \"nothing\"", ENT_STORE_ERROR_FAILED);
  g_assert_true (ent_db_execute (db, "UPDATE p SET n = 5", ENT_NO_ARGS, &n, NULL));
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (ent_db_number (db, "SELECT n FROM p WHERE id = 4", ENT_NO_ARGS, -7), ==, -7);
}

static void
test_transactions (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  ent_db_script (db, "CREATE TABLE t (a)", NULL);
  g_assert_true (ent_db_begin (db, &error));
  g_assert_true (ent_db_in_transaction (db));
  ent_db_script (db, "INSERT INTO t VALUES (1)", NULL);
  ent_db_rollback (db);
  g_assert_false (ent_db_in_transaction (db));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM t"), ==, 0);
  /* A second time there is nothing to take back, and nothing happens. */
  ent_db_rollback (db);
  g_assert_true (ent_db_begin (db, &error));
  g_assert_true (ent_db_commit (db, &error));
  g_assert_no_error (error);
}

static void
test_busy (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (EntDb) first = ent_db_open (path, NULL, ENT_DB_CREATE, NULL);
  g_autoptr (EntDb) second = ent_db_open (path, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  ent_db_script (second, "PRAGMA busy_timeout = 20", NULL);
  g_assert_true (ent_db_begin (first, NULL));
  g_assert_false (ent_db_begin (second, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE);
  ent_db_rollback (first);
  g_clear_error (&error);
  g_assert_true (ent_db_begin (second, &error));
  ent_db_rollback (second);
  g_clear_pointer (&first, ent_db_close);
  g_clear_pointer (&second, ent_db_close);
  toy_folder_remove (folder);
}

static void
test_read_only (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (EntDb) writer = ent_db_open (path, NULL, ENT_DB_CREATE, NULL);
  g_autoptr (EntDb) reader = NULL;
  g_autoptr (GError) error = NULL;

  ent_db_script (writer, "CREATE TABLE t (a)", NULL);
  reader = ent_db_open (path, NULL, ENT_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toy_count (reader, "SELECT count(*) FROM t"), ==, 0);
  check_fails (reader, "INSERT INTO t VALUES (1)", ENT_STORE_ERROR_READ_ONLY);
  g_clear_pointer (&reader, ent_db_close);
  g_clear_pointer (&writer, ent_db_close);

  g_assert_null (ent_db_open ("/proc/no-such-folder/a.db", NULL, ENT_DB_CREATE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
  toy_folder_remove (folder);
}

static void
test_not_a_database (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *garbage = g_malloc (9000);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9000; i++)
    garbage[i] = (char) g_test_rand_int_range (0, 256);
  g_assert_true (g_file_set_contents (path, garbage, 9000, NULL));
  g_assert_null (ent_db_open (path, NULL, 0, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT);
  toy_folder_remove (folder);
}

static gpointer
interrupt_later (gpointer db)
{
  g_usleep (50 * 1000);
  ent_db_interrupt (db);
  return NULL;
}

static void
test_interrupt (void)
{
  static const char *const endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("interrupt", interrupt_later, db);

  g_assert_false (ent_db_execute (db, endless, ENT_NO_ARGS, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  /* One that comes when nothing runs does not reach the next statement. */
  ent_db_interrupt (db);
  g_assert_cmpint (toy_count (db, "SELECT 3"), ==, 3);

  g_clear_error (&error);
  ent_db_stop (db);
  g_assert_false (ent_db_execute (db, "SELECT 3", ENT_NO_ARGS, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A transaction goes on, the word index being written included; then all is as before. */
static void
test_interrupt_in_transaction (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_db_begin (db, &error));
  for (guint i = 0; i < 20; i++)
    {
      ent_db_interrupt (db);
      ent_db_script (db, "INSERT INTO search_index (words) VALUES ('some words')", &error);
      g_assert_no_error (error);
      ent_db_script (db, "DELETE FROM search_index WHERE rowid % 2", &error);
      g_assert_no_error (error);
    }
  ent_db_interrupt (db);
  ent_db_rollback (db);
  g_assert_false (ent_db_in_transaction (db));
  g_object_unref (toy_owner_insert (db, "After", NULL));
}

static void
test_serial (void)
{
  g_autoptr (EntDb) db = ent_db_open (NULL, NULL, 0, NULL);
  guint first = ent_db_serial (db);

  g_clear_pointer (&db, ent_db_close);
  db = ent_db_open (NULL, NULL, 0, NULL);
  g_assert_cmpuint (ent_db_serial (db), !=, first);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  g_test_add_func ("/store/db/arguments", test_arguments);
  g_test_add_func ("/store/db/argument-order", test_argument_order);
  g_test_add_func ("/store/db/too-many-arguments", test_too_many_arguments);
  g_test_add_func ("/store/db/same-text-twice", test_same_text_twice);
  g_test_add_func ("/store/db/kept-statement-after-alter", test_kept_statement_after_alter);
  g_test_add_func ("/store/db/constraints", test_constraints);
  g_test_add_func ("/store/db/transactions", test_transactions);
  g_test_add_func ("/store/db/busy", test_busy);
  g_test_add_func ("/store/db/read-only", test_read_only);
  g_test_add_func ("/store/db/not-a-database", test_not_a_database);
  g_test_add_func ("/store/db/interrupt", test_interrupt);
  g_test_add_func ("/store/db/interrupt-in-transaction", test_interrupt_in_transaction);
  g_test_add_func ("/store/db/serial", test_serial);
  return g_test_run ();
}
