/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wrapping and unwrapping the master key: Argon2id, then XChaCha20-Poly1305 bound to the register
 * and the slot, so that a slot moved elsewhere does not open. */

#include "ent-keyring.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ent-db.h"
#include "ent-error.h"

#define SALT_SIZE crypto_pwhash_SALTBYTES
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define WRAPPED_SIZE (ENT_KEY_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define OPS 3
#define MEMORY (64 * 1024 * 1024)
#define GROUP_PREFIX "slot "

struct _EntKeyring
{
  guint8 *master; /* sodium_malloc */
  char *uuid;
  char *slot;
  GKeyFile *file;
};

static gboolean
init_sodium (void)
{
  return sodium_init () >= 0;
}

static char *
to_hex (const guint8 *bytes, gsize size)
{
  char *text = g_malloc (size * 2 + 1);

  sodium_bin2hex (text, size * 2 + 1, bytes, size);
  return text;
}

static gboolean
from_hex (GKeyFile *file, const char *group, const char *name, guint8 *bytes, gsize size)
{
  g_autofree char *text = g_key_file_get_string (file, group, name, NULL);
  gsize found = 0;

  return text != NULL &&
         sodium_hex2bin (bytes, size, text, strlen (text), NULL, &found, NULL) == 0 &&
         found == size;
}

static char *
associated_data (const char *uuid, const char *slot)
{
  return g_strdup_printf ("entraide-keyring-v1|%s|%s", uuid, slot);
}

static EntKeyring *
alloc_keyring (void)
{
  EntKeyring *self = g_new0 (EntKeyring, 1);

  self->master = sodium_malloc (ENT_KEY_SIZE);
  self->file = g_key_file_new ();
  return self;
}

EntKeyring *
ent_keyring_new (void)
{
  EntKeyring *self;

  if (!init_sodium ())
    return NULL;

  self = alloc_keyring ();
  randombytes_buf (self->master, ENT_KEY_SIZE);
  self->uuid = g_uuid_string_random ();
  g_key_file_set_string (self->file, "keyring", "register", self->uuid);
  g_key_file_set_integer (self->file, "keyring", "format", 1);
  return self;
}

/* The same passphrase typed on another keyboard may come with its accents composed otherwise. */
static gboolean
derive (const char *passphrase, const guint8 *salt, gint64 ops, gint64 memory, guint8 *key)
{
  g_autofree char *composed = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  const char *text = composed != NULL ? composed : passphrase;
  gboolean ok = crypto_pwhash (key, ENT_KEY_SIZE, text, strlen (text), salt,
                               (unsigned long long) ops, (gsize) memory,
                               crypto_pwhash_ALG_ARGON2ID13) == 0;

  if (composed != NULL)
    sodium_memzero (composed, strlen (composed));
  return ok;
}

gboolean
ent_keyring_set_passphrase (EntKeyring *self,
                            const char *slot,
                            const char *passphrase,
                            GError **error)
{
  g_autofree char *group = g_strconcat (GROUP_PREFIX, slot, NULL);
  g_autofree char *data = associated_data (self->uuid, slot);
  g_autofree char *salt_text = NULL;
  g_autofree char *nonce_text = NULL;
  g_autofree char *wrapped_text = NULL;
  guint8 *key = sodium_malloc (ENT_KEY_SIZE);
  guint8 salt[SALT_SIZE];
  guint8 nonce[NONCE_SIZE];
  guint8 wrapped[WRAPPED_SIZE];

  randombytes_buf (salt, sizeof salt);
  randombytes_buf (nonce, sizeof nonce);
  if (!derive (passphrase, salt, OPS, MEMORY, key))
    {
      sodium_free (key);
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                           _ ("There is not enough memory to protect the register. Close other "
                              "programs and try again."));
      return FALSE;
    }
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrapped, NULL, self->master, ENT_KEY_SIZE,
                                              (const guint8 *) data, strlen (data), NULL, nonce,
                                              key);
  sodium_free (key);

  salt_text = to_hex (salt, sizeof salt);
  nonce_text = to_hex (nonce, sizeof nonce);
  wrapped_text = to_hex (wrapped, sizeof wrapped);
  g_key_file_set_int64 (self->file, group, "ops", OPS);
  g_key_file_set_int64 (self->file, group, "memory", MEMORY);
  g_key_file_set_string (self->file, group, "salt", salt_text);
  g_key_file_set_string (self->file, group, "nonce", nonce_text);
  g_key_file_set_string (self->file, group, "key", wrapped_text);
  return TRUE;
}

static gboolean
open_slot (EntKeyring *self, const char *group, const char *passphrase)
{
  const char *slot = group + strlen (GROUP_PREFIX);
  g_autofree char *data = associated_data (self->uuid, slot);
  gint64 ops = g_key_file_get_int64 (self->file, group, "ops", NULL);
  gint64 memory = g_key_file_get_int64 (self->file, group, "memory", NULL);
  guint8 *key;
  guint8 salt[SALT_SIZE];
  guint8 nonce[NONCE_SIZE];
  guint8 wrapped[WRAPPED_SIZE];
  gboolean ok;

  /* A doctored file must not make us spend minutes or gigabytes. */
  if (ops < 1 || ops > 20 || memory < 8192 || memory > (gint64) 1 << 30)
    return FALSE;
  if (!from_hex (self->file, group, "salt", salt, sizeof salt) ||
      !from_hex (self->file, group, "nonce", nonce, sizeof nonce) ||
      !from_hex (self->file, group, "key", wrapped, sizeof wrapped))
    return FALSE;

  key = sodium_malloc (ENT_KEY_SIZE);
  ok = derive (passphrase, salt, ops, memory, key) &&
       crypto_aead_xchacha20poly1305_ietf_decrypt (self->master, NULL, NULL, wrapped,
                                                   sizeof wrapped, (const guint8 *) data,
                                                   strlen (data), nonce, key) == 0;
  sodium_free (key);
  if (ok)
    self->slot = g_strdup (slot);
  return ok;
}

EntKeyring *
ent_keyring_load (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (EntKeyring) self = NULL;
  g_auto (GStrv) groups = NULL;

  if (!init_sodium ())
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                           _ ("This computer gives no safe random numbers, which the protection of "
                              "the register needs."));
      return NULL;
    }
  self = alloc_keyring ();
  if (g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, NULL))
    self->uuid = g_key_file_get_string (self->file, "keyring", "register", NULL);
  if (self->uuid == NULL)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT,
                           _ ("The key file of this register cannot be read. Bring back the file "
                              "ending in “.keys” from a backup: without it the register cannot be "
                              "opened."));
      return NULL;
    }

  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], GROUP_PREFIX) && open_slot (self, groups[i], passphrase))
      return g_steal_pointer (&self);

  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY,
                       _ ("This passphrase does not open the register. Check capital letters and "
                          "the keyboard layout, then try again."));
  return NULL;
}

gboolean
ent_keyring_save (EntKeyring *self, const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *data = g_key_file_to_data (self->file, &length, NULL);

  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

const guint8 *
ent_keyring_get_master (EntKeyring *self)
{
  return self->master;
}

const char *
ent_keyring_get_slot (EntKeyring *self)
{
  return self->slot;
}

void
ent_keyring_free (EntKeyring *self)
{
  if (self == NULL)
    return;
  sodium_free (self->master);
  g_free (self->uuid);
  g_free (self->slot);
  g_key_file_unref (self->file);
  g_free (self);
}
