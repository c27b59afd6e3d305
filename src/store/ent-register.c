/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register as files: creating, opening, locking. Blocking. */

#include "ent-register.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "ent-date.h"
#include "ent-error.h"
#include "ent-keyring.h"
#include "ent-migrate.h"
#include "ent-module.h"
#include "ent-vault-private.h"

#define KEYS_SUFFIX ".keys"
#define LOCK_SUFFIX ".lock"
#define FIRST_SLOT "1"

struct _EntRegister
{
  char *path;
  char *user;
  EntKeyring *keyring;
  EntDb *db;
  int lock;
  gboolean read_only;
};

static gboolean
fail (GError **error, EntStoreError code, const char *message)
{
  g_set_error_literal (error, ENT_STORE_ERROR, code, message);
  return FALSE;
}

#define FUSE_MAGIC 0x65735546

/* Some disks of this computer come through FUSE too; those that do not are known by name. */
static gboolean
is_remote_fuse (const char *path)
{
  static const char *const remote[] = {
    "fuse.gvfsd-fuse", "fuse.sshfs",     "fuse.rclone",    "fuse.davfs2",   "davfs",
    "fuse.s3fs",       "fuse.curlftpfs", "fuse.glusterfs", "fuse.smbnetfs", NULL
  };
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  GUnixMountEntry *mount = g_unix_mount_entry_for (folder, NULL);
  gboolean is_remote = mount != NULL &&
                       g_strv_contains (remote, g_unix_mount_entry_get_fs_type (mount));

  g_clear_pointer (&mount, g_unix_mount_entry_free);
  return is_remote;
}

/* SQLite's locks do not work over a network, and the file would be damaged sooner or later. */
static gboolean
is_network_share (const char *path)
{
  static const long remote[] = {
    0x6969, /* NFS */
    0x517b, /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB 2 and later */
    0x5346414f, /* AFS */
    0x01021997, /* 9P */
    0x00c36400, /* Ceph */
  };
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (g_getenv ("ENTRAIDE_TEST_REMOTE") != NULL)
    return TRUE;
  /* The file itself when it is there: it may be a link to elsewhere. */
  if (statfs (path, &info) != 0 && statfs (folder, &info) != 0)
    return FALSE;
  if ((guint32) info.f_type == FUSE_MAGIC)
    return is_remote_fuse (path);
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) info.f_type == (guint32) remote[i])
      return TRUE;
  return FALSE;
}

static char *
lock_owner (const char *lock_path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (lock_path, &text, NULL, NULL) || *g_strstrip (text) == '\0')
    return g_strdup (_ ("another program"));
  return g_steal_pointer (&text);
}

/* The lock is the kernel's and ends with the program, however it ends. */
static gboolean
take_lock (EntRegister *self, GError **error)
{
  g_autofree char *lock_path = g_strconcat (self->path, LOCK_SUFFIX, NULL);
  g_autofree char *now = ent_stamp_format (ent_stamp_now ());
  g_autofree char *text = NULL;

  self->lock = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return fail (error, ENT_STORE_ERROR_READ_ONLY,
                 _ ("The register or its folder cannot be written. Check the rights on the folder, "
                    "or open a copy elsewhere."));
  if (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      g_autofree char *who = lock_owner (lock_path);

      close (self->lock);
      self->lock = -1;
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE,
                   /* Translators: who has it open and since when */
                   _ ("This register is already open (%s). Close it there, then try again."), who);
      return FALSE;
    }
  text = g_strdup_printf ("%s, %s", self->user, now);
  if (ftruncate (self->lock, 0) != 0 || write (self->lock, text, strlen (text)) < 0)
    g_debug ("the lock does not name its owner: %s", g_strerror (errno));
  return TRUE;
}

gboolean
ent_register_path_is_encrypted (const char *path)
{
  char head[16] = "";
  FILE *file = g_fopen (path, "rb");
  gsize n;

  if (file == NULL)
    return FALSE;
  n = fread (head, 1, sizeof head, file);
  fclose (file);
  return n == sizeof head && memcmp (head, "SQLite format 3", 16) != 0;
}

EntDb *
ent_register_connect (EntRegister *self, EntDbFlags flags, GError **error)
{
  const guint8 *key = self->keyring != NULL ? ent_keyring_get_master (self->keyring) : NULL;

  return ent_db_open (self->path, key, flags, error);
}

EntDb *
ent_register_connect_to (EntRegister *self, const char *path, GError **error)
{
  const guint8 *key = self->keyring != NULL ? ent_keyring_get_master (self->keyring) : NULL;

  return ent_db_open (path, key, ENT_DB_READ_ONLY, error);
}

static EntRegister *
alloc_register (const char *path, const char *user)
{
  EntRegister *self = g_new0 (EntRegister, 1);

  self->path = g_strdup (path);
  self->user = g_strdup (user != NULL ? user : g_get_user_name ());
  self->lock = -1;
  return self;
}

static gboolean
check_new_path (const char *path, const char *passphrase, GError **error)
{
  g_autofree char *keys = g_strconcat (path, KEYS_SUFFIX, NULL);

  if (is_network_share (path))
    return fail (error, ENT_STORE_ERROR_NETWORK_SHARE,
                 _ ("This folder is on the network. A register there would be damaged sooner or "
                    "later: choose a folder on this computer."));
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (keys, G_FILE_TEST_EXISTS) ||
      ent_vault_exists (path))
    return fail (error, ENT_STORE_ERROR_EXISTS,
                 _ ("There is already a register of this name. Choose another name."));
  if (passphrase != NULL && g_utf8_strlen (passphrase, -1) < ENT_PASSPHRASE_MIN)
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                   _ ("The passphrase must have at least %d characters."), ENT_PASSPHRASE_MIN);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_keyring (EntRegister *self, const char *passphrase, GError **error)
{
  g_autofree char *keys = g_strconcat (self->path, KEYS_SUFFIX, NULL);
  g_autoptr (GError) local_error = NULL;

  self->keyring = ent_keyring_new ();
  if (self->keyring == NULL)
    return fail (error, ENT_STORE_ERROR_FAILED,
                 _ ("This computer gives no safe random numbers, which the protection of the "
                    "register needs."));
  if (!ent_keyring_set_passphrase (self->keyring, FIRST_SLOT, passphrase, error))
    return FALSE;
  if (!ent_keyring_save (self->keyring, keys, &local_error))
    {
      g_debug ("keyring: %s", local_error->message);
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
        return fail (error, ENT_STORE_ERROR_FULL,
                     _ ("The disk is full. Nothing was changed: make room, then try again."));
      return fail (error, ENT_STORE_ERROR_READ_ONLY,
                   _ ("The folder cannot be written. Choose another folder."));
    }
  return TRUE;
}

/* The file is there, ours alone and readable by nobody else, before anything is written to it; what
 * SQLite puts beside it takes the same rights. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (error, ENT_STORE_ERROR_READ_ONLY,
                 _ ("The folder cannot be written. Choose another folder."));
  close (fd);
  return TRUE;
}

/* A half-made register is worse than none. */
static void
remove_files (const char *path)
{
  static const char *const suffixes[] = {
    "", "-wal", "-shm", "-journal", KEYS_SUFFIX, LOCK_SUFFIX
  };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
  ent_vault_remove_all (path);
}

EntRegister *
ent_register_create (const char *path, const char *passphrase, const char *user, GError **error)
{
  g_autoptr (EntRegister) self = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (!check_new_path (path, passphrase, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (error, ENT_STORE_ERROR_READ_ONLY,
            _ ("The folder cannot be written. Choose another folder."));
      return NULL;
    }

  self = alloc_register (path, user);
  /* Whoever holds the lock is making a register of this name now: its files are not ours. */
  if (!take_lock (self, error))
    return NULL;
  if ((passphrase == NULL || make_keyring (self, passphrase, error)) && make_file (path, error))
    self->db = ent_register_connect (self, ENT_DB_CREATE, error);
  if (self->db == NULL || !ent_migrate_bring_up (self->db, self->user, error))
    {
      g_clear_pointer (&self->db, ent_db_close);
      remove_files (path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
is_empty (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size == 0;
}

static gboolean
unlock (EntRegister *self, const char *passphrase, GError **error)
{
  g_autofree char *keys = g_strconcat (self->path, KEYS_SUFFIX, NULL);

  if (is_empty (self->path))
    return g_file_test (keys, G_FILE_TEST_EXISTS)
               ? fail (error, ENT_STORE_ERROR_CORRUPT,
                       _ ("This file is empty, though there is a key file beside it. Restore the "
                          "latest backup."))
               : fail (error, ENT_STORE_ERROR_NOT_A_REGISTER,
                       _ ("This file is empty, so it is not an Entraide register. Choose another "
                          "file."));
  if (!ent_register_path_is_encrypted (self->path))
    return TRUE;
  if (!g_file_test (keys, G_FILE_TEST_EXISTS))
    return fail (error, ENT_STORE_ERROR_NOT_A_REGISTER,
                 _ ("This file is not an Entraide register, or its key file (ending in “.keys”) is "
                    "missing beside it. Bring back both from a backup."));
  if (passphrase == NULL)
    return fail (error, ENT_STORE_ERROR_NEEDS_KEY, _ ("This register needs its passphrase."));

  self->keyring = ent_keyring_load (keys, passphrase, error);
  return self->keyring != NULL;
}

/* Before a step up the file is copied aside, so that the older program can still be gone back to.
 * The files kept with it are never written to again, so on one disk the copy only names them anew.
 */
static gboolean
upgrade (EntRegister *self, GError **error)
{
  int version = ent_migrate_get_version (self->db, error);
  g_autofree char *aside = NULL;

  if (version < 0)
    return FALSE;
  if (version > 0 && version < ent_registry_version ())
    {
      aside = g_strdup_printf ("%s.before-%04d", self->path, ent_registry_version ());
      if (!g_file_test (aside, G_FILE_TEST_EXISTS) &&
          !ent_register_backup (self, self->db, aside, error))
        return FALSE;
    }
  return ent_migrate_bring_up (self->db, self->user, error);
}

/* An encrypted page that does not decrypt looks the same as a file of another kind; the keyring
 * has told a wrong passphrase from damage before. */
static gboolean
check_readable (EntRegister *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = NULL;

  rows = ent_db_query (self->db, "SELECT count(*) FROM sqlite_schema", ENT_NO_ARGS, &local_error);
  if (rows != NULL && ent_rows_next (rows, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

EntRegister *
ent_register_open (const char *path,
                   const char *passphrase,
                   const char *user,
                   EntRegisterFlags flags,
                   GError **error)
{
  g_autoptr (EntRegister) self = alloc_register (path, user);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      fail (error, ENT_STORE_ERROR_MISSING,
            _ ("This register is not there any more. It may have been moved or renamed."));
      return NULL;
    }
  self->read_only = (flags & ENT_REGISTER_READ_ONLY) != 0;
  if (!self->read_only && is_network_share (path))
    {
      fail (error, ENT_STORE_ERROR_NETWORK_SHARE,
            _ ("This register is on the network, where it would be damaged sooner or later. Copy "
               "it to a folder on this computer and open the copy."));
      return NULL;
    }
  if (!(flags & (ENT_REGISTER_READ_ONLY | ENT_REGISTER_UNLOCKED)) && !take_lock (self, error))
    return NULL;
  if (!unlock (self, passphrase, error))
    return NULL;

  self->db = ent_register_connect (self, self->read_only ? ENT_DB_READ_ONLY : 0, error);
  if (self->db == NULL || !check_readable (self, error))
    return NULL;
  if (self->read_only ? ent_migrate_get_version (self->db, error) < 0 : !upgrade (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

EntRegister *
ent_register_new_in_memory (GError **error)
{
  g_autoptr (EntRegister) self = alloc_register (NULL, "test");

  self->db = ent_db_open (NULL, NULL, 0, error);
  if (self->db == NULL || !ent_migrate_bring_up (self->db, self->user, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_register_close (EntRegister *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->keyring, ent_keyring_free);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self->user);
  g_free (self);
}

EntDb *
ent_register_steal_db (EntRegister *self)
{
  return g_steal_pointer (&self->db);
}

const char *
ent_register_get_path (EntRegister *self)
{
  return self->path;
}

const char *
ent_register_get_user (EntRegister *self)
{
  return self->user;
}

gboolean
ent_register_is_encrypted (EntRegister *self)
{
  return self->keyring != NULL;
}

gboolean
ent_register_is_read_only (EntRegister *self)
{
  return self->read_only;
}

gboolean
ent_register_is_in_memory (EntRegister *self)
{
  return self->path == NULL;
}

gboolean
ent_register_change_passphrase (EntRegister *self,
                                const char *old_passphrase,
                                const char *new_passphrase,
                                GError **error)
{
  g_autofree char *keys = g_strconcat (self->path, KEYS_SUFFIX, NULL);
  g_autoptr (EntKeyring) fresh = NULL;

  if (g_utf8_strlen (new_passphrase, -1) < ENT_PASSPHRASE_MIN)
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                   _ ("The passphrase must have at least %d characters."), ENT_PASSPHRASE_MIN);
      return FALSE;
    }
  fresh = ent_keyring_load (keys, old_passphrase, error);
  if (fresh == NULL)
    return FALSE;
  return ent_keyring_set_passphrase (fresh, ent_keyring_get_slot (fresh), new_passphrase, error) &&
         ent_keyring_save (fresh, keys, error);
}
