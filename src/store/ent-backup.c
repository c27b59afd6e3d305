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

/**
 * ent_register_verify:
 *
 * Checks every page (and, when encrypted, its seal), every index and every reference. A register
 * is whole when nothing was added to @findings.
 */
gboolean
ent_register_verify (EntDb *db, GPtrArray *findings, GCancellable *cancellable, GError **error)
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

static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* The history only ever grows, so its length tells between which two moments a copy was taken. */
static gint64
count_acts (EntDb *db)
{
  return ent_db_number (db, "SELECT count(*) FROM change_set", ENT_NO_ARGS, -1);
}

/* Opens the copy as a stranger would and reads it whole. */
static gboolean
prove (EntRegister *self, EntDb *original, gint64 n_before, const char *copy_path, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntDb) copy = ent_register_connect_to (self, copy_path, error);
  gint64 n_acts;

  if (copy == NULL || !ent_register_verify (copy, findings, NULL, error))
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

/**
 * ent_register_backup:
 *
 * Writes a compact copy of what @db holds now to @target, encrypted with the same key, proves it by
 * reopening, then gives it its name. Nothing remains at @target after a failure.
 */
gboolean
ent_register_backup (EntRegister *self, EntDb *db, const char *target, GError **error)
{
  g_autofree char *partial = g_strconcat (target, ".part", NULL);
  g_autofree char *keys = g_strconcat (target, ".keys", NULL);
  g_autofree char *folder = g_path_get_dirname (target);
  gint64 n_before = count_acts (db);
  gboolean ok;

  if (g_file_test (target, G_FILE_TEST_EXISTS) || g_file_test (keys, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS,
                           _ ("There is already a file of this name. Choose another name."));
      return FALSE;
    }
  g_unlink (partial);
  if (!make_partial (partial, error))
    return FALSE;
  ok = ent_db_execute (db, "VACUUM INTO $1", ENT_ARGS (ent_text (partial)), NULL, error) &&
       prove (self, db, n_before, partial, error) && copy_keys (self, target, error);
  if (ok && (!sync_path (partial) || g_rename (partial, target) != 0 || !sync_path (folder)))
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                   _ ("The copy could not be written: %s."), g_strerror (errno));
      ok = FALSE;
    }
  if (!ok)
    {
      g_unlink (partial);
      g_unlink (keys);
    }
  return ok;
}
