/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of the vault, shared by ent-vault*.c, ent-db.c and ent-backup.c. */

#pragma once

#include <glib.h>

#include "ent-vault.h"

G_BEGIN_DECLS

typedef struct _EntVault EntVault;

/* The vault of the register at @path, NULL for one in memory; @key NULL for one in clear. NULL only
 * when this computer gives no protected memory. */
EntVault *ent_vault_new (const char *path, const guint8 *key);
void ent_vault_free (EntVault *self);

/* Brings to the folder of the register at @target whatever is not there yet, by a second name for
 * the same file where the disk allows, else by a copy. */
gboolean ent_vault_copy_all (EntDb *db,
                             const char *target,
                             GCancellable *cancellable,
                             GError **error);
/* Removes the folder of the register at @path with the files in it. */
void ent_vault_remove_all (const char *path);
/* Whether files lie beside @path. */
gboolean ent_vault_exists (const char *path);
/* Reads each file that a row names; one sentence in @findings for each that is missing or damaged.
 */
gboolean ent_vault_verify (EntDb *db,
                           GPtrArray *findings,
                           GCancellable *cancellable,
                           GError **error);

/* Sealing (ent-vault-seal.c). @name binds what is sealed to the file's name. */
#define ENT_VAULT_NAME_SIZE 64
GBytes *ent_vault_seal (const guint8 *key, const char *name, GBytes *bytes);
/* NULL when it was not sealed so, or was altered since. */
GBytes *ent_vault_unseal (const guint8 *key, const char *name, GBytes *sealed);

/* Files (ent-vault-files.c). The folder of one name: "ab" of "ab12…"; transfer full. */
char *ent_vault_file_path (const char *folder, const char *name);
gboolean ent_vault_write_file (const char *folder, const char *name, GBytes *bytes, GError **error);
gboolean ent_vault_link_file (const char *from,
                              const char *folder,
                              const char *name,
                              GError **error);
/* Names of the files in a folder of the vault; (element-type utf8), transfer full. */
GPtrArray *ent_vault_list (const char *folder);
gboolean ent_vault_sync (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVault, ent_vault_free)

G_END_DECLS
