/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers as files: making, opening, every way of being refused, keys, upgrades. */

#define _GNU_SOURCE

#include "ent-register.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ent-error.h"
#include "ent-keyring.h"
#include "toy-bench.h"

#define PASSPHRASE "correct horse é"

typedef struct
{
  char *folder;
  char *path;
  char *keys;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->folder = toy_folder_new ();
  self->path = g_build_filename (self->folder, "a.entraide", NULL);
  self->keys = g_strconcat (self->path, ".keys", NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_free (self->path);
  g_free (self->keys);
  toy_folder_remove (self->folder);
}

static void
make (Fixture *self, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_create (self->path, passphrase, "Anne", &error);
  g_autoptr (EntDb) db = NULL;

  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  g_object_unref (toy_owner_insert (db, "Zypperling", "Plaintextia"));
}

static void
check_opens (Fixture *self, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_open (self->path, passphrase, "Anne", 0, &error);
  g_autoptr (EntDb) db = NULL;

  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  g_assert_null (ent_register_steal_db (reg));
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 2);
}

static void
check_refused (const char *path, const char *passphrase, EntRegisterFlags flags, EntStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_open (path, passphrase, "Anne", flags, &error);

  g_assert_null (reg);
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
test_in_clear (Fixture *self, gconstpointer unused)
{
  make (self, NULL);
  g_assert_false (ent_register_path_is_encrypted (self->path));
  g_assert_false (g_file_test (self->keys, G_FILE_TEST_EXISTS));
  check_opens (self, NULL);
  check_opens (self, "needless");
}

static void
test_encrypted (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  GStatBuf info;

  make (self, PASSPHRASE);
  g_assert_true (ent_register_path_is_encrypted (self->path));
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (self->keys, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  check_opens (self, PASSPHRASE);
  /* The same letters, composed otherwise. */
  check_opens (self, "correct horse e\u0301");

  before = read_file (self->path);
  check_refused (self->path, NULL, 0, ENT_STORE_ERROR_NEEDS_KEY);
  check_refused (self->path, "wrong horse ", 0, ENT_STORE_ERROR_BAD_KEY);
  check_refused (self->path, "", 0, ENT_STORE_ERROR_BAD_KEY);
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
  check_opens (self, PASSPHRASE);
}

/* All files of the register, while it is open and written to. */
static void
test_no_plain_text (Fixture *self, gconstpointer unused)
{
  static const char *const secrets[] = { "Zypperling", "zypperling",      "Plaintextia",
                                         "toy_owner",  "SQLite format 3", "correct horse" };
  g_autoptr (EntRegister) reg = ent_register_create (self->path, PASSPHRASE, "Anne", NULL);
  g_autoptr (EntDb) db = ent_register_steal_db (reg);
  g_autofree char *backup = g_build_filename (self->folder, "copy.entraide", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  for (guint i = 0; i < 50; i++)
    g_object_unref (toy_owner_insert (db, "Zypperling", "Plaintextia"));
  ent_register_backup (reg, db, backup, &error);
  g_assert_no_error (error);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GBytes) bytes = read_file (path);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      n_files++;
      for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
        g_assert_null (memmem (data, length, secrets[i], strlen (secrets[i])));
    }
  g_assert_cmpuint (n_files, >=, 6);
}

static void
test_create_refused (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_register_create (self->path, "too short", "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  make (self, NULL);
  g_assert_null (ent_register_create (self->path, NULL, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  check_opens (self, NULL);

  g_assert_null (ent_register_create ("/proc/none/a.entraide", NULL, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
}

/* Somebody else is making a register of that name: their files stay. */
static void
test_create_while_locked (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) first = ent_register_create (self->path, NULL, "Anne", NULL);
  g_autofree char *aside = g_strconcat (self->path, ".aside", NULL);
  g_autofree char *lock = g_strconcat (self->path, ".lock", NULL);

  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_null (ent_register_create (self->path, NULL, "Luc", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_missing_and_foreign (Fixture *self, gconstpointer unused)
{
  g_autofree char *garbage = g_strnfill (5000, 'x');
  g_autofree char *foreign = g_build_filename (self->folder, "foreign.db", NULL);
  g_autoptr (EntDb) db = NULL;

  check_refused (self->path, NULL, 0, ENT_STORE_ERROR_MISSING);
  check_refused (self->folder, NULL, 0, ENT_STORE_ERROR_MISSING);
  g_assert_true (g_file_set_contents (self->path, garbage, 5000, NULL));
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_NOT_A_REGISTER);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  check_refused (self->path, NULL, 0, ENT_STORE_ERROR_NOT_A_REGISTER);
  check_refused (self->path, NULL, ENT_REGISTER_READ_ONLY, ENT_STORE_ERROR_NOT_A_REGISTER);
  g_assert_true (g_file_set_contents (self->path, "short", 5, NULL));
  check_refused (self->path, NULL, 0, ENT_STORE_ERROR_CORRUPT);

  db = ent_db_open (foreign, NULL, ENT_DB_CREATE, NULL);
  ent_db_script (db, "CREATE TABLE theirs (a)", NULL);
  g_clear_pointer (&db, ent_db_close);
  check_refused (foreign, NULL, 0, ENT_STORE_ERROR_NOT_A_REGISTER);
}

static void
test_keys_damaged (Fixture *self, gconstpointer unused)
{
  g_autofree char *keys = NULL;
  g_autofree char *aside = g_strconcat (self->keys, ".aside", NULL);
  g_autoptr (EntKeyring) other = NULL;
  gsize length;
  char *digit;

  make (self, PASSPHRASE);
  g_assert_true (g_file_get_contents (self->keys, &keys, &length, NULL));
  g_assert_cmpint (g_rename (self->keys, aside), ==, 0);
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_NOT_A_REGISTER);

  g_assert_true (g_file_set_contents (self->keys, "garbage", -1, NULL));
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_CORRUPT);

  /* A key file of another register, though of the same passphrase. */
  g_unlink (self->keys);
  other = ent_keyring_new ();
  g_assert_true (ent_keyring_set_passphrase (other, "1", PASSPHRASE, NULL));
  g_assert_true (ent_keyring_save (other, self->keys, NULL));
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_CORRUPT);

  /* A slot that was tampered with, or moved under another name. */
  digit = strstr (keys, "key=") + 4;
  *digit = *digit == '0' ? '1' : '0';
  g_assert_true (g_file_set_contents (self->keys, keys, (gssize) length, NULL));
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_BAD_KEY);
  g_unlink (self->keys);
  g_assert_cmpint (g_rename (aside, self->keys), ==, 0);
  check_opens (self, PASSPHRASE);
}

static void
test_key_slots (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntKeyring) keyring = ent_keyring_new ();
  g_autoptr (EntKeyring) opened = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_keyring_set_passphrase (keyring, "1", "first passphrase", NULL));
  g_assert_true (ent_keyring_set_passphrase (keyring, "recovery", "second passphrase", NULL));
  g_assert_true (ent_keyring_save (keyring, self->keys, NULL));
  opened = ent_keyring_load (self->keys, "second passphrase", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_keyring_get_slot (opened), ==, "recovery");
  g_assert_cmpmem (ent_keyring_get_master (opened), ENT_KEY_SIZE, ent_keyring_get_master (keyring),
                   ENT_KEY_SIZE);

  /* Doctored costs must not make us spend minutes or gigabytes. */
  g_assert_true (g_key_file_load_from_file (file, self->keys, G_KEY_FILE_NONE, NULL));
  g_key_file_set_int64 (file, "slot 1", "memory", G_MAXINT64);
  g_key_file_set_int64 (file, "slot recovery", "ops", 1000000);
  g_assert_true (g_key_file_save_to_file (file, self->keys, NULL));
  g_assert_null (ent_keyring_load (self->keys, "first passphrase", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY);
}

static void
test_change_passphrase (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = NULL;

  make (self, PASSPHRASE);
  reg = ent_register_open (self->path, PASSPHRASE, "Anne", 0, NULL);
  g_assert_false (ent_register_change_passphrase (reg, "wrong horse", "something new", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY);
  g_clear_error (&error);
  g_assert_false (ent_register_change_passphrase (reg, PASSPHRASE, "short", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (ent_register_change_passphrase (reg, PASSPHRASE, "something new", &error));
  g_assert_no_error (error);
  g_clear_pointer (&reg, ent_register_close);
  check_refused (self->path, PASSPHRASE, 0, ENT_STORE_ERROR_BAD_KEY);
  check_opens (self, "something new");
}

static void
test_open_elsewhere (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntRegister) first = NULL;
  g_autoptr (EntRegister) reader = NULL;
  g_autoptr (GError) error = NULL;

  make (self, NULL);
  first = ent_register_open (self->path, NULL, "Béatrice", 0, NULL);
  g_assert_null (ent_register_open (self->path, NULL, "Luc", 0, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "Béatrice"));
  g_clear_error (&error);
  reader = ent_register_open (self->path, NULL, "Luc", ENT_REGISTER_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (ent_register_is_read_only (reader));
  g_clear_pointer (&reader, ent_register_close);
  g_clear_pointer (&first, ent_register_close);
  check_opens (self, NULL);
}

static void
test_read_only (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntStore) store = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", NULL);
  g_autoptr (GError) error = NULL;

  make (self, PASSPHRASE);
  reg = ent_register_open (self->path, PASSPHRASE, "Luc", ENT_REGISTER_READ_ONLY, &error);
  g_assert_no_error (error);
  store = ent_store_new (g_steal_pointer (&reg), &error);
  g_assert_no_error (error);
  ent_change_set_insert (set, owner);
  g_assert_false (toy_store_apply (store, set, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
}

static void
test_network_share (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reader = NULL;

  make (self, NULL);
  g_setenv ("ENTRAIDE_TEST_REMOTE", "1", TRUE);
  check_refused (self->path, NULL, 0, ENT_STORE_ERROR_NETWORK_SHARE);
  g_assert_null (ent_register_create (self->keys, NULL, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NETWORK_SHARE);
  g_unsetenv ("ENTRAIDE_TEST_REMOTE");
  check_opens (self, NULL);
}

static void
use_module (const EntModule *module)
{
  static const EntModule *modules[1];

  modules[0] = module;
  ent_registry_set_modules (modules, 1);
}

static void
check_upgrade (Fixture *self, const char *passphrase)
{
  g_autofree char *aside = g_strconcat (self->path, ".before-0003", NULL);
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntRegister) old = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  make (self, passphrase);
  use_module (&toy_module_next);
  reg = ent_register_open (self->path, passphrase, "Anne", 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  g_assert_cmpint (toy_count (db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_extra"), ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 2);
  g_clear_pointer (&db, ent_db_close);
  g_clear_pointer (&reg, ent_register_close);

  /* The older program refuses the new file and can still use what was put aside. */
  use_module (&toy_module);
  check_refused (self->path, passphrase, 0, ENT_STORE_ERROR_NEWER);
  check_refused (self->path, passphrase, ENT_REGISTER_READ_ONLY, ENT_STORE_ERROR_NEWER);
  old = ent_register_open (aside, passphrase, "Anne", 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (old);
  g_assert_cmpint (toy_count (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 2);
}

static void
test_upgrade_in_clear (Fixture *self, gconstpointer unused)
{
  check_upgrade (self, NULL);
}

static void
test_upgrade_encrypted (Fixture *self, gconstpointer unused)
{
  check_upgrade (self, PASSPHRASE);
}

#define ADD(name, func) g_test_add ("/store/register/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  ADD ("in-clear", test_in_clear);
  ADD ("encrypted", test_encrypted);
  ADD ("no-plain-text", test_no_plain_text);
  ADD ("create-refused", test_create_refused);
  ADD ("create-while-locked", test_create_while_locked);
  ADD ("missing-and-foreign", test_missing_and_foreign);
  ADD ("keys-damaged", test_keys_damaged);
  ADD ("key-slots", test_key_slots);
  ADD ("change-passphrase", test_change_passphrase);
  ADD ("open-elsewhere", test_open_elsewhere);
  ADD ("read-only", test_read_only);
  ADD ("network-share", test_network_share);
  ADD ("upgrade-in-clear", test_upgrade_in_clear);
  ADD ("upgrade-encrypted", test_upgrade_encrypted);
  return g_test_run ();
}
