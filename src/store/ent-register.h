/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register as files: the database, its keyring, the folder of the files kept with it, the lock
 * that says who has it open. All but the lock belong together: whoever moves or renames one moves
 * or renames the three. Blocking calls for a worker thread or a command-line program; not for the
 * main thread of the window. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

typedef struct _EntRegister EntRegister;

#define ENT_REGISTER_SUFFIX ".entraide"
/* Shortest passphrase accepted for a new register, in characters. */
#define ENT_PASSPHRASE_MIN 10

typedef enum
{
  ENT_REGISTER_READ_ONLY = 1 << 0, /* no lock, no migration */
  ENT_REGISTER_UNLOCKED = 1 << 1 /* for tests: several at once */
} EntRegisterFlags;

/* Creates the file, runs all migrations and seeds it. @passphrase NULL makes a file in clear, for
 * demo data only. @user names who has it open. */
EntRegister *ent_register_create (const char *path,
                                  const char *passphrase,
                                  const char *user,
                                  GError **error);
/* Opens, locks, copies aside before an upgrade, migrates. */
EntRegister *ent_register_open (const char *path,
                                const char *passphrase,
                                const char *user,
                                EntRegisterFlags flags,
                                GError **error);
/* A migrated and seeded register in memory, for tests. */
EntRegister *ent_register_new_in_memory (GError **error);
void ent_register_close (EntRegister *self);

/* Another connection to the same file; for a register in memory there is only the first. */
EntDb *ent_register_connect (EntRegister *self, EntDbFlags flags, GError **error);
/* A read-only connection to a copy of this register, which has the same key. */
EntDb *ent_register_connect_to (EntRegister *self, const char *path, GError **error);
/* The connection that opening made; the caller owns it. NULL the second time. */
EntDb *ent_register_steal_db (EntRegister *self);
const char *ent_register_get_path (EntRegister *self);
const char *ent_register_get_user (EntRegister *self);
gboolean ent_register_is_encrypted (EntRegister *self);
gboolean ent_register_is_read_only (EntRegister *self);
gboolean ent_register_is_in_memory (EntRegister *self);
/* Whether opening @path will ask for a passphrase; no error when the file cannot be read. */
gboolean ent_register_path_is_encrypted (const char *path);
/* Database, pages and files whole? Adds one sentence per finding to @findings. */
gboolean ent_register_verify (EntDb *db, GPtrArray *findings, GCancellable *c, GError **error);
/* Writes a verified copy (with its keyring and its files) to @target, which must not exist. */
gboolean ent_register_backup (EntRegister *self, EntDb *db, const char *target, GError **error);
gboolean ent_register_change_passphrase (EntRegister *self,
                                         const char *old_passphrase,
                                         const char *new_passphrase,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRegister, ent_register_close)

G_END_DECLS
