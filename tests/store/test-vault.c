/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files kept with a register: what goes in comes out, what was touched is found out, and copies
 * take them along. */

#define _GNU_SOURCE

#include "ent-vault.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "ent-error.h"
#include "toy-bench.h"

#define PASSPHRASE "correct horse"
#define SECRET "Zypperling receives four hundred"
/* Of no bytes at all. */
#define EMPTY_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct
{
  char *folder;
  char *path;
  char *files;
  EntRegister *reg;
  EntDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (GError) error = NULL;

  self->folder = toy_folder_new ();
  self->path = g_build_filename (self->folder, "a.entraide", NULL);
  self->files = g_strconcat (self->path, ".files", NULL);
  self->reg = ent_register_create (self->path, passphrase, "Anne", &error);
  g_assert_no_error (error);
  self->db = ent_register_steal_db (self->reg);
}

static void
tear_down (Fixture *self, gconstpointer passphrase)
{
  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->reg, ent_register_close);
  g_free (self->path);
  g_free (self->files);
  toy_folder_remove (self->folder);
}

static void
reopen (Fixture *self, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->reg, ent_register_close);
  self->reg = ent_register_open (self->path, passphrase, "Anne", 0, &error);
  g_assert_no_error (error);
  self->db = ent_register_steal_db (self->reg);
}

static char *
put (EntDb *db, const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  char *hash = NULL;

  g_assert_true (ent_vault_put (db, bytes, &hash, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  return hash;
}

static void
check_holds (EntDb *db, const char *hash, const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_vault_get (db, hash, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, size);
  g_assert_true (ent_vault_has (db, hash));
}

static void
check_refused (EntDb *db, const char *hash, EntStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_vault_get (db, hash, &error));
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* Paths of all files below a folder. */
static GPtrArray *
find_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_extend_and_steal (paths, find_files (path));
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return paths;
}

/* The only file kept. */
static char *
only_file (Fixture *self)
{
  g_autoptr (GPtrArray) paths = find_files (self->files);

  g_assert_cmpuint (paths->len, ==, 1);
  return g_strdup (g_ptr_array_index (paths, 0));
}

/* Sizes around the bounds of a chunk, read by this connection, by a reader and after a restart. */
static void
test_put_and_get (Fixture *self, gconstpointer passphrase)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 300000 };
  g_autoptr (EntDb) reader = ent_register_connect (self->reg, ENT_DB_READ_ONLY, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *text = g_malloc0 (sizes[i] + 1);

      for (gsize j = 0; j < sizes[i]; j++)
        text[j] = (char) (j * 7 + i);
      g_ptr_array_add (texts, text);
      g_ptr_array_add (hashes, put (self->db, text, sizes[i]));
      check_holds (reader, g_ptr_array_index (hashes, i), text, sizes[i]);
    }
  g_assert_cmpstr (g_ptr_array_index (hashes, 0), ==, EMPTY_HASH);
  g_assert_cmpuint (ent_vault_count (self->db), ==, G_N_ELEMENTS (sizes));

  g_clear_pointer (&reader, ent_db_close);
  reopen (self, passphrase);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_holds (self->db, g_ptr_array_index (hashes, i), g_ptr_array_index (texts, i), sizes[i]);
}

static void
test_twice_is_once (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *first = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *second = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *file = only_file (self);
  GStatBuf info;

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (ent_vault_count (self->db), ==, 1);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (self->files, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
}

static void
test_in_memory (void)
{
  g_autoptr (EntDb) db = toy_db_new ();
  g_autofree char *hash = put (db, SECRET, strlen (SECRET));

  check_holds (db, hash, SECRET, strlen (SECRET));
  check_refused (db, EMPTY_HASH, ENT_STORE_ERROR_NOT_FOUND);
  g_assert_false (ent_vault_has (db, EMPTY_HASH));
  g_assert_cmpuint (ent_vault_count (db), ==, 1);
}

static void
test_missing (Fixture *self, gconstpointer passphrase)
{
  static const char *const odd[] = { EMPTY_HASH, "", "abc", "../../../../etc/passwd", NULL };
  g_autofree char *upper = g_ascii_strup (EMPTY_HASH, -1);

  for (guint i = 0; odd[i] != NULL; i++)
    {
      check_refused (self->db, odd[i], ENT_STORE_ERROR_NOT_FOUND);
      g_assert_false (ent_vault_has (self->db, odd[i]));
    }
  check_refused (self->db, NULL, ENT_STORE_ERROR_NOT_FOUND);
  g_clear_pointer (&upper, g_free);
  upper = put (self->db, "", 0);
  check_holds (self->db, EMPTY_HASH, "", 0);
  for (char *c = upper; *c != '\0'; c++)
    *c = g_ascii_toupper (*c);
  check_refused (self->db, upper, ENT_STORE_ERROR_NOT_FOUND);
}

/* Neither what was kept nor its hash can be read off the disk. */
static void
test_no_plain_text (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *hash = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, SECRET);
  hash = put (self->db, text->str, text->len);
  g_object_unref (toy_paper_insert (self->db, 0, hash));

  paths = find_files (self->folder);
  g_assert_cmpuint (paths->len, >=, 4);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *data = NULL;
      gsize length;

      g_assert_null (strstr (path, hash));
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_null (memmem (data, length, "Zypperling", 10));
      g_assert_null (memmem (data, length, hash, 64));
    }
}

/* The same file in two registers of one passphrase has two names and two contents. */
static void
test_registers_share_nothing (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *other_path = g_build_filename (self->folder, "b.entraide", NULL);
  g_autofree char *other_files = g_strconcat (other_path, ".files", NULL);
  g_autoptr (EntRegister) other = ent_register_create (other_path, passphrase, "Luc", NULL);
  g_autoptr (EntDb) db = ent_register_steal_db (other);
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *same = put (db, SECRET, strlen (SECRET));
  g_autofree char *file = only_file (self);
  g_autoptr (GPtrArray) others = find_files (other_files);
  g_autofree char *name = g_path_get_basename (file);

  g_assert_cmpstr (hash, ==, same);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_null (strstr (g_ptr_array_index (others, 0), name));
}

static void
check_spoiled (Fixture *self, const char *file, const char *hash, GBytes *bytes, gssize size)
{
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_true (g_file_set_contents (file, data, size, NULL));
  check_refused (self->db, hash, ENT_STORE_ERROR_CORRUPT);
}

static void
test_tampered (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *hash = put (self->db, text, 200000);
  g_autofree char *file = only_file (self);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (file, &data, &size, NULL));
  whole = g_bytes_new (data, size);
  for (gsize at = 0; at < size; at += size / 7)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) spoiled = NULL;

      copy[at] ^= 1;
      spoiled = g_bytes_new (copy, size);
      check_spoiled (self, file, hash, spoiled, (gssize) size);
    }
  /* Cut short: by a byte, at a chunk's end, to nothing. */
  check_spoiled (self, file, hash, whole, (gssize) size - 1);
  check_spoiled (self, file, hash, whole, 8 + 24 + 2 * (65536 + 17));
  check_spoiled (self, file, hash, whole, 20);
  check_spoiled (self, file, hash, whole, 0);

  /* Kept again, it is whole again. */
  g_free (put (self->db, text, 200000));
  check_holds (self->db, hash, text, 200000);
  g_assert_cmpuint (ent_vault_count (self->db), ==, 1);
}

/* One file under the name of another is not taken for it. */
static void
test_swapped (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *first = put (self->db, "first", 5);
  g_autofree char *first_file = only_file (self);
  g_autofree char *second = put (self->db, "other", 5);
  g_autoptr (GPtrArray) paths = find_files (self->files);

  for (guint i = 0; i < paths->len; i++)
    if (!g_str_equal (g_ptr_array_index (paths, i), first_file))
      g_assert_cmpint (g_rename (g_ptr_array_index (paths, i), first_file), ==, 0);
  check_refused (self->db, first, ENT_STORE_ERROR_CORRUPT);
  check_refused (self->db, second, ENT_STORE_ERROR_NOT_FOUND);
}

/* The three files of a register move together. */
static void
test_renamed (Fixture *self, gconstpointer passphrase)
{
  static const char *const suffixes[] = { "", ".keys", ".files" };
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *to = g_build_filename (self->folder, "renamed.entraide", NULL);

  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->reg, ent_register_close);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old_name = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *new_name = g_strconcat (to, suffixes[i], NULL);

      if (g_file_test (old_name, G_FILE_TEST_EXISTS))
        g_assert_cmpint (g_rename (old_name, new_name), ==, 0);
    }
  g_free (self->path);
  self->path = g_steal_pointer (&to);
  reopen (self, passphrase);
  check_holds (self->db, hash, SECRET, strlen (SECRET));
}

static void
check_findings (EntDb *db, guint n, const char *word)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_register_verify (db, findings, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (g_ptr_array_index (findings, i), word));
}

static void
test_verify (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *file = only_file (self);
  g_autoptr (ToyPaper) paper = toy_paper_insert (self->db, 0, hash);

  g_object_unref (toy_paper_insert (self->db, 0, NULL));
  check_findings (self->db, 0, NULL);
  g_assert_true (g_file_set_contents (file, "spoiled", -1, NULL));
  check_findings (self->db, 1, "Papers, row 1: This file was damaged");
  g_assert_cmpint (g_unlink (file), ==, 0);
  check_findings (self->db, 1, "Papers, row 1: This file is not in the folder");
}

static void
check_restores (const char *path, const char *passphrase, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_open (path, passphrase, "Luc", 0, &error);
  g_autoptr (EntDb) db = NULL;

  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  check_holds (db, hash, SECRET, strlen (SECRET));
  check_findings (db, 0, NULL);
}

/* The copy holds the files, and keeps them whatever becomes of the register. */
static void
test_backup (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *target = g_build_filename (self->folder, "copy.entraide", NULL);
  g_autofree char *partial = g_strconcat (target, ".part.files", NULL);
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *file = only_file (self);
  g_autoptr (GError) error = NULL;

  g_object_unref (toy_paper_insert (self->db, 0, hash));
  /* What a copy that was broken off left behind does not stay in this one. */
  g_assert_cmpint (g_mkdir (partial, 0700), ==, 0);
  g_assert_true (ent_register_backup (self->reg, self->db, target, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (file), ==, 0);
  check_refused (self->db, hash, ENT_STORE_ERROR_NOT_FOUND);
  check_restores (target, passphrase, hash);
  /* Kept anew here, what the copy has is untouched. */
  g_free (put (self->db, SECRET, strlen (SECRET)));
  check_restores (target, passphrase, hash);
}

/* A damaged file is no reason to save nothing at all; the copy says so as the register does. */
static void
test_backup_of_damaged (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *target = g_build_filename (self->folder, "copy.entraide", NULL);
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *file = only_file (self);
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (toy_paper_insert (self->db, 0, hash));
  g_assert_true (g_file_set_contents (file, "spoiled", -1, NULL));
  g_assert_true (ent_register_backup (self->reg, self->db, target, &error));
  g_assert_no_error (error);
  reg = ent_register_open (target, passphrase, "Luc", 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  check_findings (db, 1, "damaged");
}

static void
test_folder_in_the_way (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *target = g_build_filename (self->folder, "copy.entraide", NULL);
  g_autofree char *files = g_strconcat (target, ".files", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (files, 0700), ==, 0);
  g_assert_false (ent_register_backup (self->reg, self->db, target, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (ent_register_create (target, passphrase, "Anne", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_assert_true (g_file_test (files, G_FILE_TEST_IS_DIR));
}

/* The copy made before a step up has the files too. */
static void
test_upgrade (Fixture *self, gconstpointer passphrase)
{
  static const EntModule *const now[] = { &toy_module };
  static const EntModule *const next[] = { &toy_module_next };
  g_autofree char *hash = put (self->db, SECRET, strlen (SECRET));
  g_autofree char *aside = g_strconcat (self->path, ".before-0003", NULL);

  g_object_unref (toy_paper_insert (self->db, 0, hash));
  ent_registry_set_modules (next, 1);
  reopen (self, passphrase);
  check_holds (self->db, hash, SECRET, strlen (SECRET));
  ent_registry_set_modules (now, 1);
  check_restores (aside, passphrase, hash);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
full_disk_child (const char *passphrase)
{
  Fixture self;
  g_autofree char *text = g_strnfill (300000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 300000);
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  set_up (&self, passphrase);
  limit_file_size (100000);
  g_assert_false (ent_vault_put (self.db, bytes, &hash, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL);
  g_assert_null (hash);
  paths = find_files (self.files);
  g_assert_cmpuint (paths->len, ==, 0);

  limit_file_size (RLIM_INFINITY);
  hash = put (self.db, text, 300000);
  check_holds (self.db, hash, text, 300000);
  tear_down (&self, passphrase);
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

/* Something that is no folder stands where the folder should. */
static void
test_folder_refused (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->files, "in the way", -1, NULL));
  g_assert_false (ent_vault_put (self->db, bytes, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

typedef void (*Test) (Fixture *self, gconstpointer passphrase);

static void
add_both (const char *name, Test func)
{
  g_autofree char *clear = g_strdup_printf ("/vault/%s/clear", name);
  g_autofree char *sealed = g_strdup_printf ("/vault/%s/encrypted", name);

  g_test_add (clear, Fixture, NULL, set_up, func, tear_down);
  g_test_add (sealed, Fixture, PASSPHRASE, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  add_both ("put-and-get", test_put_and_get);
  add_both ("twice-is-once", test_twice_is_once);
  add_both ("missing", test_missing);
  add_both ("tampered", test_tampered);
  add_both ("swapped", test_swapped);
  add_both ("renamed", test_renamed);
  add_both ("verify", test_verify);
  add_both ("backup", test_backup);
  add_both ("backup-of-damaged", test_backup_of_damaged);
  add_both ("folder-in-the-way", test_folder_in_the_way);
  add_both ("upgrade", test_upgrade);
  add_both ("folder-refused", test_folder_refused);
  g_test_add_func ("/vault/in-memory", test_in_memory);
  g_test_add ("/vault/no-plain-text", Fixture, PASSPHRASE, set_up, test_no_plain_text, tear_down);
  g_test_add ("/vault/registers-share-nothing", Fixture, PASSPHRASE, set_up,
              test_registers_share_nothing, tear_down);
  g_test_add_data_func ("/vault/full-disk/clear", NULL, test_full_disk);
  g_test_add_data_func ("/vault/full-disk/encrypted", PASSPHRASE, test_full_disk);
  return g_test_run ();
}
