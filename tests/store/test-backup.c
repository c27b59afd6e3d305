/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that open, and the proof that finds damage. */

#include <glib/gstdio.h>

#include "ent-error.h"
#include "ent-register.h"
#include "toy-bench.h"

#define PASSPHRASE "correct horse"

typedef struct
{
  char *folder;
  char *path;
  EntRegister *reg;
  EntDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (EntApply) apply = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = toy_folder_new ();
  self->path = g_build_filename (self->folder, "a.entraide", NULL);
  self->reg = ent_register_create (self->path, passphrase, "Anne", &error);
  g_assert_no_error (error);
  self->db = ent_register_steal_db (self->reg);
  apply = ent_apply_begin (self->db, "Import", "Anne", NULL);
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");

      g_assert_true (ent_apply_insert (apply, owner, &error));
    }
  g_assert_true (ent_apply_commit (g_steal_pointer (&apply), &error));
}

static void
tear_down (Fixture *self, gconstpointer passphrase)
{
  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->reg, ent_register_close);
  g_free (self->path);
  toy_folder_remove (self->folder);
}

static void
check_copy (const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntRegister) reg = ent_register_open (path, passphrase, "Luc", 0, &error);
  g_autoptr (EntDb) db = NULL;

  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  g_assert_true (ent_register_verify (db, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM toy_owner"), ==, 401);
  g_assert_cmpint (toy_count (db, "SELECT count(*) FROM search_index WHERE "
                                  "search_index MATCH '\"dup\"*'"),
                   ==, 400);
  /* And it can be worked with. */
  g_object_unref (toy_owner_insert (db, "New", NULL));
}

static void
test_backup (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *writer_copy = g_build_filename (self->folder, "b.entraide", NULL);
  g_autofree char *reader_copy = g_build_filename (self->folder, "c.entraide", NULL);
  g_autoptr (EntDb) reader = ent_register_connect (self->reg, ENT_DB_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (ent_register_backup (self->reg, self->db, writer_copy, &error));
  g_assert_no_error (error);
  g_assert_true (ent_register_backup (self->reg, reader, reader_copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (reader_copy, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (ent_register_path_is_encrypted (reader_copy), ==, passphrase != NULL);
  check_copy (writer_copy, passphrase);
  check_copy (reader_copy, passphrase);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_backup_refused (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *copy = g_build_filename (self->folder, "b.entraide", NULL);
  g_autofree char *keys = g_strconcat (copy, ".keys", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "none", "b.entraide", NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (g_file_set_contents (keys, "the keys of another", -1, NULL));
  g_assert_false (ent_register_backup (self->reg, self->db, copy, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  n = n_files (self->folder);
  g_assert_false (ent_register_backup (self->reg, self->db, self->path, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (ent_register_backup (self->reg, self->db, nowhere, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (n_files (self->folder), ==, n);
}

static gpointer
write_meanwhile (gpointer data)
{
  Fixture *self = data;

  for (guint i = 0; i < 60; i++)
    g_object_unref (toy_owner_insert (self->db, "Meanwhile", NULL));
  return NULL;
}

/* What is written while the copy is being made is in it or not, but never half. */
static void
test_backup_meanwhile (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (EntDb) reader = ent_register_connect (self->reg, ENT_DB_READ_ONLY, NULL);
  GThread *thread = g_thread_new ("writer", write_meanwhile, self);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("copy%u", i);
      g_autofree char *copy = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError) error = NULL;

      ent_register_backup (self->reg, reader, copy, &error);
      g_assert_no_error (error);
    }
  g_thread_join (thread);
}

static void
flip_bit (const char *path, gsize position, guint bit)
{
  FILE *file = g_fopen (path, "r+b");
  int byte;

  g_assert_nonnull (file);
  fseek (file, (long) position, SEEK_SET);
  byte = fgetc (file);
  fseek (file, (long) position, SEEK_SET);
  fputc (byte ^ 1 << bit, file);
  fclose (file);
}

/* One bit anywhere: found, every time. */
static void
test_flipped_bits (Fixture *self, gconstpointer passphrase)
{
  g_autofree char *copy = g_build_filename (self->folder, "b.entraide", NULL);
  GStatBuf info;

  g_assert_true (ent_register_backup (self->reg, self->db, copy, NULL));
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  for (guint round = 0; round < 60; round++)
    {
      gsize position = (gsize) g_test_rand_int_range (0, (int) info.st_size);
      guint bit = (guint) g_test_rand_int_range (0, 8);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDb) db = NULL;

      flip_bit (copy, position, bit);
      db = ent_register_connect_to (self->reg, copy, &error);
      if (db != NULL && ent_register_verify (db, findings, NULL, &error))
        g_assert_cmpuint (findings->len, >, 0);
      else
        g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT);
      g_clear_pointer (&db, ent_db_close);
      flip_bit (copy, position, bit);
    }
}

static void
test_broken_reference (Fixture *self, gconstpointer passphrase)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  ent_db_script (self->db,
                 "PRAGMA foreign_keys = OFF; INSERT INTO toy_child (owner_id) VALUES (9999)",
                 &error);
  g_assert_no_error (error);
  g_assert_true (ent_register_verify (self->db, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 1);
}

#define ADD(name, func) \
  G_STMT_START \
  { \
    g_test_add ("/store/backup/" name, Fixture, PASSPHRASE, set_up, func, tear_down); \
    g_test_add ("/store/backup/in-clear/" name, Fixture, NULL, set_up, func, tear_down); \
  } \
  G_STMT_END

int
main (int argc, char **argv)
{
  toy_init (&argc, &argv);
  ADD ("copies", test_backup);
  ADD ("refused", test_backup_refused);
  ADD ("meanwhile", test_backup_meanwhile);
  ADD ("broken-reference", test_broken_reference);
  g_test_add ("/store/backup/flipped-bits", Fixture, PASSPHRASE, set_up, test_flipped_bits,
              tear_down);
  return g_test_run ();
}
