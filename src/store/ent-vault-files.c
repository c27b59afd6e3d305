/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of the vault on the disk: a folder for the first two letters, each file written aside,
 * synced and only then given its name, so that a name always stands for a whole file. Blocking, any
 * thread. */

#include "ent-vault-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ent-error.h"

#define ASIDE ".part-XXXXXX"

static gboolean
fail_errno (int code, GError **error)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL,
                           _ ("The disk is full. Nothing was changed: make room, then try again."));
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY,
                           _ ("The register or its folder cannot be written. Check the rights on "
                              "the folder, or open a copy elsewhere."));
      break;
    default:
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                           _ ("The disk could not be read or written. Nothing was changed."));
      break;
    }
  return FALSE;
}

gboolean
ent_vault_sync (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

char *
ent_vault_file_path (const char *folder, const char *name)
{
  char letters[3] = { name[0], name[1], '\0' };

  return g_build_filename (folder, letters, name, NULL);
}

/* A new folder is on the disk only when the one above it is. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *above = NULL;

  if (g_mkdir (path, 0700) != 0)
    return errno == EEXIST || fail_errno (errno, error);
  above = g_path_get_dirname (path);
  return ent_vault_sync (above) || fail_errno (errno, error);
}

static gboolean
make_folders (const char *folder, const char *inner, GError **error)
{
  return make_folder (folder, error) && make_folder (inner, error);
}

static int
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : EIO;
      data += n;
      size -= (gsize) n;
    }
  return fsync (fd) == 0 ? 0 : errno;
}

/* What lies aside gets its name, for good. */
static gboolean
settle (const char *aside, const char *path, const char *inner, GError **error)
{
  if (g_rename (aside, path) == 0 && ent_vault_sync (inner))
    return TRUE;
  return fail_errno (errno, error);
}

gboolean
ent_vault_write_file (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = ent_vault_file_path (folder, name);
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *aside = g_strconcat (path, ASIDE, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean ok;
  int code;
  int fd;

  if (!make_folders (folder, inner, error))
    return FALSE;
  fd = g_mkstemp_full (aside, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (errno, error);

  code = write_all (fd, data, size);
  if (close (fd) != 0 && code == 0)
    code = errno;
  ok = code == 0 ? settle (aside, path, inner, error) : fail_errno (code, error);
  if (!ok)
    g_unlink (aside);
  return ok;
}

/* Files are never written to again, so two registers may share one. */
gboolean
ent_vault_link_file (const char *from, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = ent_vault_file_path (folder, name);
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size;

  if (!make_folders (folder, inner, error))
    return FALSE;
  if (link (from, path) == 0)
    return ent_vault_sync (inner) || fail_errno (errno, error);
  if (errno == EEXIST)
    return TRUE;
  if (!g_file_get_contents (from, &data, &size, &local_error))
    return fail_errno (EIO, error);

  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  return ent_vault_write_file (folder, name, bytes, error);
}

static gboolean
is_name (const char *name)
{
  return strlen (name) == ENT_VAULT_NAME_SIZE &&
         strspn (name, "0123456789abcdef") == ENT_VAULT_NAME_SIZE;
}

GPtrArray *
ent_vault_list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) outer = g_dir_open (folder, 0, NULL);
  const char *letters;

  while (outer != NULL && (letters = g_dir_read_name (outer)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, letters, NULL);
      g_autoptr (GDir) inner = strlen (letters) == 2 ? g_dir_open (path, 0, NULL) : NULL;
      const char *name;

      while (inner != NULL && (name = g_dir_read_name (inner)) != NULL)
        if (is_name (name) && strncmp (name, letters, 2) == 0)
          g_ptr_array_add (names, g_strdup (name));
    }
  return names;
}

/* Only what has the look of ours is removed; a folder that holds anything else stays. */
void
ent_vault_remove_all (const char *path)
{
  g_autofree char *folder = g_strconcat (path, ENT_VAULT_SUFFIX, NULL);
  g_autoptr (GDir) outer = g_dir_open (folder, 0, NULL);
  const char *letters;

  while (outer != NULL && (letters = g_dir_read_name (outer)) != NULL)
    {
      g_autofree char *inner_path = g_build_filename (folder, letters, NULL);
      g_autoptr (GDir) inner = strlen (letters) == 2 ? g_dir_open (inner_path, 0, NULL) : NULL;
      const char *name;

      while (inner != NULL && (name = g_dir_read_name (inner)) != NULL)
        if (strlen (name) >= ENT_VAULT_NAME_SIZE && strncmp (name, letters, 2) == 0)
          {
            g_autofree char *file = g_build_filename (inner_path, name, NULL);

            g_unlink (file);
          }
      g_rmdir (inner_path);
    }
  g_rmdir (folder);
}

gboolean
ent_vault_exists (const char *path)
{
  g_autofree char *folder = g_strconcat (path, ENT_VAULT_SUFFIX, NULL);

  return g_file_test (folder, G_FILE_TEST_EXISTS);
}
