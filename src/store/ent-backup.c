/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that are proved by reopening them, and the proof itself. Blocking: report or write
 * thread. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ent-error.h"
#include "ent-register.h"
#include "ent-vault-private.h"

static gboolean
run_check (EntDb *db, const char *pragma, const char *good, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (db, pragma, ENT_NO_ARGS, &local_error);

  while (rows != NULL && ent_rows_next (rows, &local_error))
    {
      const char *text = ent_rows_text (rows, 0);

      if (text != NULL && g_strcmp0 (text, good) != 0)
        g_ptr_array_add (findings, g_strdup (text));
    }
  if (local_error == NULL)
    return TRUE;
  /* Damage is what we are looking for. */
  if (g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (findings, g_strdup (local_error->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_references (EntDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "PRAGMA foreign_key_check", ENT_NO_ARGS, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    g_ptr_array_add (findings,
                     g_strdup_printf (_ ("A row of %s refers to a row of %s that is not there."),
                                      ent_rows_text (rows, 0), ent_rows_text (rows, 2)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_database (EntDb *db, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  if (ent_db_is_encrypted (db) &&
      !run_check (db, "PRAGMA cipher_integrity_check", NULL, findings, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!run_check (db, "PRAGMA integrity_check", "ok", findings, error))
    return FALSE;
  return findings->len > 0 || check_references (db, findings, error);
}

/**
 * ent_register_verify:
 *
 * Checks every page (and, when encrypted, its seal), every index, every reference, and every file
 * that a record names. A register is whole when nothing was added to @findings.
 */
gboolean
ent_register_verify (EntDb *db, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  if (!check_database (db, findings, cancellable, error))
    return FALSE;
  return findings->len > 0 || ent_vault_verify (db, findings, cancellable, error);
}

/* The history only ever grows, so its length tells between which two moments a copy was taken. */
static gint64
count_acts (EntDb *db)
{
  return ent_db_number (db, "SELECT count(*) FROM change_set", ENT_NO_ARGS, -1);
}

/* A file that is missing or damaged here is so in the copy too; that must not stand in the way of
 * saving all the rest. Only what the copy alone lacks speaks against it. */
static gboolean
compare_files (EntDb *original, EntDb *copy, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!ent_vault_verify (copy, found, NULL, error))
    return FALSE;
  if (found->len > 0 && !ent_vault_verify (original, known, NULL, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!g_ptr_array_find_with_equal_func (known, g_ptr_array_index (found, i), g_str_equal, NULL))
      g_ptr_array_add (findings, g_strdup (g_ptr_array_index (found, i)));
  return TRUE;
}

/* Opens the copy as a stranger would and reads it whole. */
static gboolean
prove (EntRegister *self, EntDb *original, gint64 n_before, const char *copy_path, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntDb) copy = ent_register_connect_to (self, copy_path, error);
  gint64 n_acts;

  if (copy == NULL || !check_database (copy, findings, NULL, error) ||
      !compare_files (original, copy, findings, error))
    return FALSE;
  n_acts = count_acts (copy);
  if (findings->len > 0 || n_acts < n_before || n_acts > count_acts (original))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT,
                           _ ("The copy differs from the register and was not kept. Try another "
                              "disk."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
copy_keys (EntRegister *self, const char *target, GError **error)
{
  g_autofree char *from = g_strconcat (ent_register_get_path (self), ".keys", NULL);
  g_autofree char *to = g_strconcat (target, ".keys", NULL);
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!ent_register_is_encrypted (self))
    return TRUE;
  return g_file_get_contents (from, &data, &length, error) &&
         g_file_set_contents_full (to, data, (gssize) length, G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error);
}

/* Readable by nobody else from the first byte; VACUUM INTO accepts a file that is empty. */
static gboolean
make_partial (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY,
               _ ("The copy could not be written: %s."), g_strerror (errno));
  return FALSE;
}

/* The three that make the copy get its name, the database last: without it there is no register. */
static gboolean
give_name (const char *partial, const char *target, GError **error)
{
  g_autofree char *partial_files = g_strconcat (partial, ENT_VAULT_SUFFIX, NULL);
  g_autofree char *files = g_strconcat (target, ENT_VAULT_SUFFIX, NULL);
  g_autofree char *folder = g_path_get_dirname (target);

  if ((!ent_vault_exists (partial) || g_rename (partial_files, files) == 0) &&
      ent_vault_sync (partial) && g_rename (partial, target) == 0 && ent_vault_sync (folder))
    return TRUE;
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
               _ ("The copy could not be written: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
is_taken (const char *target)
{
  g_autofree char *keys = g_strconcat (target, ".keys", NULL);

  return g_file_test (target, G_FILE_TEST_EXISTS) || g_file_test (keys, G_FILE_TEST_EXISTS) ||
         ent_vault_exists (target);
}

/**
 * ent_register_backup:
 *
 * Writes a compact copy of what @db holds now to @target, encrypted with the same key, with the
 * files that it names, proves it by reopening, then gives it its name. Files come after the
 * database, so those of acts written meanwhile are at most too many. Nothing remains at @target
 * after a failure.
 */
gboolean
ent_register_backup (EntRegister *self, EntDb *db, const char *target, GError **error)
{
  g_autofree char *partial = g_strconcat (target, ".part", NULL);
  g_autofree char *keys = g_strconcat (target, ".keys", NULL);
  gint64 n_before = count_acts (db);

  if (is_taken (target))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS,
                           _ ("There is already a file of this name. Choose another name."));
      return FALSE;
    }
  g_unlink (partial);
  ent_vault_remove_all (partial);
  if (!make_partial (partial, error))
    return FALSE;
  if (ent_db_execute (db, "VACUUM INTO $1", ENT_ARGS (ent_text (partial)), NULL, error) &&
      ent_vault_copy_all (db, partial, NULL, error) && prove (self, db, n_before, partial, error) &&
      copy_keys (self, target, error) && give_name (partial, target, error))
    return TRUE;

  g_unlink (partial);
  g_unlink (keys);
  ent_vault_remove_all (partial);
  ent_vault_remove_all (target);
  return FALSE;
}
