/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of an encrypted register, in a small file beside it: one slot for each passphrase, each
 * holding the same random master key wrapped under a key made from the passphrase. Argon2id takes
 * a noticeable time: not for the main thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntKeyring EntKeyring;

/* A new random master key, in memory that is locked and wiped. */
EntKeyring *ent_keyring_new (void);
/* Reads the file's slots and opens one with the passphrase. ENT_STORE_ERROR_BAD_KEY when none
 * fits. */
EntKeyring *ent_keyring_load (const char *path, const char *passphrase, GError **error);
/* Puts the master key under @passphrase in the slot called @slot. */
gboolean ent_keyring_set_passphrase (EntKeyring *self,
                                     const char *slot,
                                     const char *passphrase,
                                     GError **error);
/* Writes the file whole, through a temporary one. */
gboolean ent_keyring_save (EntKeyring *self, const char *path, GError **error);
/* ENT_KEY_SIZE bytes, borrowed. */
const guint8 *ent_keyring_get_master (EntKeyring *self);
/* The slot that the passphrase opened. */
const char *ent_keyring_get_slot (EntKeyring *self);
void ent_keyring_free (EntKeyring *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntKeyring, ent_keyring_free)

G_END_DECLS
