/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to a register when the world fails: a full disk, no right to write, a program
 * killed. Parts run in processes of their own. */

#define _GNU_SOURCE

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ent-error.h"
#include "toy-bench.h"

#define PASSPHRASE "correct horse"
#define WRITER "--write-until-killed"

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Rights bind an administrator only when he lays down his own. */
static void
drop_capabilities (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { { 0, 0, 0 }, { 0, 0, 0 } };

  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

static void
full_disk_child (const char *passphrase)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.entraide", NULL);
  g_autoptr (EntRegister) reg = ent_register_create (path, passphrase, "Anne", NULL);
  g_autoptr (EntDb) db = ent_register_steal_db (reg);
  g_autoptr (EntRegister) again = NULL;
  g_autoptr (EntApply) apply = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strnfill (20000, 'n');
  gboolean ok = TRUE;

  g_object_unref (toy_owner_insert (db, "Kept", NULL));
  limit_file_size (600 * 1024);
  apply = ent_apply_begin (db, "Import", "Anne", NULL);
  for (guint i = 0; i < 2000 && ok; i++)
    {
      g_autoptr (ToyOwner) owner = toy_owner_draft ("Too many", NULL);

      g_object_set (owner, "note", note, NULL);
      ok = ent_apply_insert (apply, owner, &error);
    }
  ok = ok && ent_apply_commit (g_steal_pointer (&apply), &error);
  g_assert_false (ok);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL);
  g_clear_pointer (&apply, ent_apply_abort);

  /* Nothing of it was kept, reading goes on, and with room writing does too. */
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 2);
  limit_file_size (RLIM_INFINITY);
  g_object_unref (toy_owner_insert (db, "After", NULL));
  g_clear_pointer (&db, ent_db_close);
  g_clear_pointer (&reg, ent_register_close);
  g_clear_error (&error);
  again = ent_register_open (path, passphrase, "Anne", 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (again);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 3);
  g_assert_true (ent_register_verify (db, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  toy_folder_remove (folder);
}

static void
test_full_disk (gconstpointer passphrase)
{
  if (g_test_subprocess ())
    {
      full_disk_child (passphrase);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_full_at_creation (void)
{
  char *folder;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  folder = toy_folder_new ();
  path = g_build_filename (folder, "a.entraide", NULL);
  limit_file_size (20 * 1024);
  g_assert_null (ent_register_create (path, PASSPHRASE, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL);
  g_assert_true (g_str_has_prefix (error->message, "The disk is full"));
  /* Nothing half-made stands in the way of trying again. */
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  limit_file_size (RLIM_INFINITY);
  g_clear_error (&error);
  ent_register_close (ent_register_create (path, PASSPHRASE, "Anne", &error));
  g_assert_no_error (error);
  toy_folder_remove (folder);
}

static void
check_all_refused (const char *folder, const char *path)
{
  g_autofree char *other = g_build_filename (folder, "b.entraide", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_register_open (path, NULL, "Anne", 0, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (ent_register_create (other, NULL, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
}

static void
test_no_right_to_write (void)
{
  char *folder;
  g_autofree char *path = NULL;
  g_autofree char *lock = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  folder = toy_folder_new ();
  path = g_build_filename (folder, "a.entraide", NULL);
  lock = g_strconcat (path, ".lock", NULL);
  ent_register_close (ent_register_create (path, NULL, "Anne", NULL));
  drop_capabilities ();
  /* First the file alone, then the folder as well. */
  g_chmod (path, 0400);
  g_assert_null (ent_register_open (path, NULL, "Anne", 0, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
  g_unlink (lock);
  g_chmod (folder, 0500);
  check_all_refused (folder, path);
  g_chmod (folder, 0700);
  g_chmod (path, 0600);
  g_clear_error (&error);
  reg = ent_register_open (path, NULL, "Anne", 0, &error);
  g_assert_no_error (error);
  g_clear_pointer (&reg, ent_register_close);
  toy_folder_remove (folder);
}

/* The child: each act that is durable is told on the pipe, one line each. */
static int
write_until_killed (const char *path)
{
  g_autoptr (EntRegister) reg = ent_register_open (path, PASSPHRASE, "Anne", 0, NULL);
  g_autoptr (EntDb) db = ent_register_steal_db (reg);

  while (TRUE)
    {
      g_autoptr (ToyOwner) owner = toy_owner_insert (db, "Owner", NULL);
      g_autoptr (ToyChild) child = toy_child_insert (db, ent_record_get_id (owner), "1");

      printf ("%" G_GINT64_FORMAT "\n", ent_record_get_id (child));
      fflush (stdout);
    }
  return 0;
}

static gint64
kill_in_mid_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                    "/proc/self/exe", WRITER, path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  gint64 last = 0;
  int stop_after = g_test_rand_int_range (1, 25);
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  for (int n = 0; (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL; n++)
    {
      last = g_ascii_strtoll (line, NULL, 10);
      g_free (line);
      if (n == stop_after)
        {
          g_usleep ((gulong) g_test_rand_int_range (0, 4000));
          g_subprocess_force_exit (writer);
        }
    }
  g_subprocess_wait (writer, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (writer));
  return last;
}

static void
test_killed (void)
{
  char *folder = toy_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.entraide", NULL);
  g_autoptr (GError) error = NULL;

  ent_register_close (ent_register_create (path, PASSPHRASE, "Anne", &error));
  g_assert_no_error (error);
  for (guint round = 0; round < 30; round++)
    {
      gint64 acknowledged = kill_in_mid_write (path);
      g_autoptr (EntRegister) reg = ent_register_open (path, PASSPHRASE, "Anne", 0, &error);
      g_autoptr (EntDb) db = NULL;
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

      g_assert_no_error (error);
      g_assert_cmpint (acknowledged, >, 0);
      db = ent_register_steal_db (reg);
      /* Ids are given in order and never again, so the count tells of every one of them. */
      g_assert_cmpint (toy_count (db, "SELECT max (id) FROM toy_child"), >=, acknowledged);
      g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_child"), ==,
                       toy_count (db, "SELECT max (id) FROM toy_child"));
      g_assert_cmpint (toy_count (db, "SELECT count(*) FROM search_index"), ==,
                       toy_count (db, "SELECT count(*) FROM toy_owner"));
      g_assert_cmpint (toy_count (db, "SELECT count(*) FROM change_set WHERE n_changes = 0"), ==,
                       0);
      g_assert_true (ent_register_verify (db, findings, NULL, &error));
      g_assert_cmpuint (findings->len, ==, 0);
    }
  toy_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], WRITER) == 0)
    {
      toy_register ();
      return write_until_killed (argv[2]);
    }

  toy_init (&argc, &argv);
  g_test_add_data_func ("/store/faults/full-disk/in-clear", NULL, test_full_disk);
  g_test_add_data_func ("/store/faults/full-disk/encrypted", PASSPHRASE, test_full_disk);
  g_test_add_func ("/store/faults/full-at-creation", test_full_at_creation);
  g_test_add_func ("/store/faults/no-right-to-write", test_no_right_to_write);
  g_test_add_func ("/store/faults/killed", test_killed);
  return g_test_run ();
}
