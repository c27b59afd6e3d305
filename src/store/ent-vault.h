/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files kept with a register: scans, documents that were issued. They lie in the folder
 * "<register>.files" beside it, each sealed under a key that follows from the register's, and are
 * called for by the hash of what they hold. They are added and never changed. Blocking; thread of
 * the connection. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

#define ENT_VAULT_SUFFIX ".files"

/* Keeps @bytes; when it returns they are on the disk, so that a row may name them. @hash: lowercase
 * SHA-256 of @bytes, transfer full. What is there already is kept once. */
gboolean ent_vault_put (EntDb *db, GBytes *bytes, char **hash, GError **error);
/* What was kept under @hash, proved to be that. ENT_STORE_ERROR_NOT_FOUND or _CORRUPT. */
GBytes *ent_vault_get (EntDb *db, const char *hash, GError **error);
/* Whether a file stands under @hash; it is not read. */
gboolean ent_vault_has (EntDb *db, const char *hash);
guint ent_vault_count (EntDb *db);

G_END_DECLS
