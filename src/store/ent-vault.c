/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of one register. A register in clear keeps them in clear under their hash; an encrypted
 * one keeps them sealed under a keyed hash, so that a name does not prove what somebody has; one in
 * memory keeps them there. Thread of the connection. */

#include "ent-vault-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ent-db-private.h"
#include "ent-error.h"
#include "ent-module.h"

#define CONTEXT "entfiles"
#define CONTENT_KEY 1
#define NAME_KEY 2

G_STATIC_ASSERT (ENT_KEY_SIZE == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (ENT_KEY_SIZE == crypto_secretstream_xchacha20poly1305_KEYBYTES);

struct _EntVault
{
  char *folder; /* NULL: in memory */
  guint8 *keys; /* sodium_malloc: of the contents, then of the names; NULL: in clear */
  GHashTable *items; /* in memory: hash → GBytes */
};

static gboolean
derive_keys (EntVault *self, const guint8 *master)
{
  self->keys = sodium_init () >= 0 ? sodium_malloc ((gsize) 2 * ENT_KEY_SIZE) : NULL;
  if (self->keys == NULL)
    return FALSE;
  crypto_kdf_derive_from_key (self->keys, ENT_KEY_SIZE, CONTENT_KEY, CONTEXT, master);
  crypto_kdf_derive_from_key (self->keys + ENT_KEY_SIZE, ENT_KEY_SIZE, NAME_KEY, CONTEXT, master);
  sodium_mprotect_readonly (self->keys);
  return TRUE;
}

EntVault *
ent_vault_new (const char *path, const guint8 *key)
{
  g_autoptr (EntVault) self = g_new0 (EntVault, 1);

  if (path == NULL)
    self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_bytes_unref);
  else
    self->folder = g_strconcat (path, ENT_VAULT_SUFFIX, NULL);
  if (path != NULL && key != NULL && !derive_keys (self, key))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_vault_free (EntVault *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  sodium_free (self->keys);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_free (self);
}

/* A hash comes out of a row, so it may be anything; it must never become a path by itself. */
static gboolean
is_hash (const char *hash)
{
  return hash != NULL && strlen (hash) == ENT_VAULT_NAME_SIZE &&
         strspn (hash, "0123456789abcdef") == ENT_VAULT_NAME_SIZE;
}

static char *
name_of (EntVault *self, const char *hash)
{
  guint8 digest[ENT_VAULT_NAME_SIZE / 2];
  char *name;

  if (self->keys == NULL)
    return g_strdup (hash);
  name = g_malloc (ENT_VAULT_NAME_SIZE + 1);
  crypto_generichash (digest, sizeof digest, (const guint8 *) hash, strlen (hash),
                      self->keys + ENT_KEY_SIZE, ENT_KEY_SIZE);
  sodium_bin2hex (name, ENT_VAULT_NAME_SIZE + 1, digest, sizeof digest);
  return name;
}

static char *
path_of (EntVault *self, const char *hash)
{
  g_autofree char *name = name_of (self, hash);

  return ent_vault_file_path (self->folder, name);
}

/* NULL when it is not there, cannot be read or is not whole; @code tells which. */
static GBytes *
read_whole (EntVault *self, const char *hash, EntStoreError *code)
{
  g_autofree char *name = name_of (self, hash);
  g_autofree char *path = ent_vault_file_path (self->folder, name);
  g_autofree char *data = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &error))
    {
      *code = g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? ENT_STORE_ERROR_NOT_FOUND
                                                                        : ENT_STORE_ERROR_FAILED;
      return NULL;
    }
  *code = ENT_STORE_ERROR_CORRUPT;

  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  if (self->keys != NULL)
    {
      GBytes *clear = ent_vault_unseal (self->keys, name, bytes);

      g_bytes_unref (g_steal_pointer (&bytes));
      bytes = clear;
    }
  sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  return g_strcmp0 (sum, hash) == 0 ? g_steal_pointer (&bytes) : NULL;
}

/* One that was there but is not whole any more is written anew. */
static gboolean
keep (EntVault *self, const char *hash, GBytes *bytes, GError **error)
{
  g_autofree char *name = name_of (self, hash);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) sealed = NULL;
  EntStoreError code;

  kept = read_whole (self, hash, &code);
  if (kept != NULL)
    return TRUE;
  sealed = self->keys != NULL ? ent_vault_seal (self->keys, name, bytes) : g_bytes_ref (bytes);
  return ent_vault_write_file (self->folder, name, sealed, error);
}

gboolean
ent_vault_put (EntDb *db, GBytes *bytes, char **hash, GError **error)
{
  EntVault *self = db->vault;
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (self->items != NULL)
    g_hash_table_replace (self->items, g_strdup (sum), g_bytes_ref (bytes));
  else if (!keep (self, sum, bytes, error))
    return FALSE;

  if (hash != NULL)
    *hash = g_steal_pointer (&sum);
  return TRUE;
}

static const char *
reason (EntStoreError code)
{
  if (code == ENT_STORE_ERROR_CORRUPT)
    return _ ("This file was damaged or altered since it was kept. Bring the folder ending in "
              "“.files” back from a backup.");
  if (code == ENT_STORE_ERROR_FAILED)
    return _ ("This file cannot be read. Check the rights on the folder ending in “.files” beside "
              "the register.");
  return _ ("This file is not in the folder ending in “.files” beside the register. Bring that "
            "folder back from a backup.");
}

GBytes *
ent_vault_get (EntDb *db, const char *hash, GError **error)
{
  EntVault *self = db->vault;
  EntStoreError code = ENT_STORE_ERROR_NOT_FOUND;
  GBytes *bytes = NULL;

  if (is_hash (hash) && self->items != NULL)
    {
      bytes = g_hash_table_lookup (self->items, hash);
      if (bytes != NULL)
        g_bytes_ref (bytes);
    }
  else if (is_hash (hash))
    bytes = read_whole (self, hash, &code);

  if (bytes == NULL)
    g_set_error_literal (error, ENT_STORE_ERROR, (int) code, reason (code));
  return bytes;
}

gboolean
ent_vault_has (EntDb *db, const char *hash)
{
  EntVault *self = db->vault;
  g_autofree char *path = NULL;

  if (!is_hash (hash))
    return FALSE;
  if (self->items != NULL)
    return g_hash_table_contains (self->items, hash);
  path = path_of (self, hash);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

guint
ent_vault_count (EntDb *db)
{
  EntVault *self = db->vault;
  g_autoptr (GPtrArray) names = NULL;

  if (self->items != NULL)
    return g_hash_table_size (self->items);
  names = ent_vault_list (self->folder);
  return names->len;
}

static gboolean
copy_items (EntVault *self, const char *folder, GError **error)
{
  GHashTableIter iter;
  gpointer hash;
  gpointer bytes;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &hash, &bytes))
    if (!ent_vault_write_file (folder, hash, bytes, error))
      return FALSE;
  return TRUE;
}

gboolean
ent_vault_copy_all (EntDb *db, const char *target, GCancellable *cancellable, GError **error)
{
  EntVault *self = db->vault;
  g_autofree char *folder = g_strconcat (target, ENT_VAULT_SUFFIX, NULL);
  g_autoptr (GPtrArray) names = NULL;

  if (self->items != NULL)
    return copy_items (self, folder, error);
  names = ent_vault_list (self->folder);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *from = ent_vault_file_path (self->folder, name);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !ent_vault_link_file (from, folder, name, error))
        return FALSE;
    }
  return TRUE;
}

/* A register of an earlier version may not have the column yet. */
static gboolean
has_column (EntDb *db, const EntSchema *schema, const EntColumn *column)
{
  return ent_db_number (db, "SELECT count(*) FROM pragma_table_info ($1) WHERE name = $2",
                        ENT_ARGS (ent_text (schema->table), ent_text (column->name)), 0) > 0;
}

static gboolean
verify_column (EntDb *db,
               const EntSchema *schema,
               const EntColumn *column,
               GPtrArray *findings,
               GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s IS NOT NULL ORDER BY id",
                                          column->name, schema->table, column->name);
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_NO_ARGS, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    {
      g_autoptr (GError) file_error = NULL;
      g_autoptr (GBytes) bytes = ent_vault_get (db, ent_rows_text (rows, 1), &file_error);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ent_rows_int (rows, 0));

      if (bytes == NULL)
        g_ptr_array_add (findings,
                         /* Translators: a kind of record, the number of its row, what is wrong */
                         g_strdup_printf (_ ("%s, row %s: %s"), _ (schema->plural), id,
                                          file_error->message));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ent_vault_verify (EntDb *db, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    for (guint j = 0; j < all[i]->n_columns; j++)
      {
        const EntColumn *column = &all[i]->columns[j];

        if (!(column->flags & ENT_COLUMN_FILE) || !has_column (db, all[i], column))
          continue;
        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !verify_column (db, all[i], column, findings, error))
          return FALSE;
      }
  return TRUE;
}
