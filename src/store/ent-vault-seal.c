/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sealing and unsealing the bytes of a file: XChaCha20-Poly1305 as a stream of chunks, the last one
 * marked, so that a chunk that is missing, moved or cut short is found. Any thread. */

#include "ent-vault-private.h"

#include <sodium.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define SEALED_CHUNK (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)
#define HEAD crypto_secretstream_xchacha20poly1305_HEADERBYTES

/* What the file begins with, for a later format to differ from. */
static const char magic[8] = "EntFile1";

/* No bytes at all are one empty chunk. */
static gsize
count_chunks (gsize size, gsize chunk)
{
  return size == 0 ? 1 : (size + chunk - 1) / chunk;
}

GBytes *
ent_vault_seal (const guint8 *key, const char *name, GBytes *bytes)
{
  crypto_secretstream_xchacha20poly1305_state state;
  gsize size;
  const guint8 *from = g_bytes_get_data (bytes, &size);
  gsize n_chunks = count_chunks (size, CHUNK);
  gsize total = sizeof magic + HEAD + size +
                n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  guint8 *sealed = g_malloc (total);
  guint8 *to = sealed + sizeof magic;

  memcpy (sealed, magic, sizeof magic);
  crypto_secretstream_xchacha20poly1305_init_push (&state, to, key);
  to += HEAD;
  for (gsize i = 0; i < n_chunks; i++)
    {
      gsize length = MIN (size - i * CHUNK, CHUNK);
      guint8 tag = i + 1 == n_chunks ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                     : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

      crypto_secretstream_xchacha20poly1305_push (&state, to, NULL, from + i * CHUNK, length,
                                                  (const guint8 *) name, strlen (name), tag);
      to += length + crypto_secretstream_xchacha20poly1305_ABYTES;
    }
  sodium_memzero (&state, sizeof state);
  return g_bytes_new_take (sealed, total);
}

/* FALSE at the first chunk that is not what was sealed. */
static gboolean
pull_chunks (const guint8 *key, const char *name, const guint8 *from, gsize size, guint8 *to)
{
  crypto_secretstream_xchacha20poly1305_state state;
  gsize n_chunks = count_chunks (size - HEAD, SEALED_CHUNK);
  gboolean ok = crypto_secretstream_xchacha20poly1305_init_pull (&state, from, key) == 0;

  from += HEAD;
  size -= HEAD;
  for (gsize i = 0; ok && i < n_chunks; i++)
    {
      gsize length = MIN (size - i * SEALED_CHUNK, SEALED_CHUNK);
      guint8 wanted = i + 1 == n_chunks ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                        : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
      guint8 tag = 0;

      ok = length >= crypto_secretstream_xchacha20poly1305_ABYTES &&
           crypto_secretstream_xchacha20poly1305_pull (&state, to + i * CHUNK, NULL, &tag,
                                                       from + i * SEALED_CHUNK, length,
                                                       (const guint8 *) name, strlen (name)) == 0 &&
           tag == wanted;
    }
  sodium_memzero (&state, sizeof state);
  return ok;
}

GBytes *
ent_vault_unseal (const guint8 *key, const char *name, GBytes *sealed)
{
  gsize size;
  const guint8 *from = g_bytes_get_data (sealed, &size);
  guint8 *clear;
  gsize n_chunks;

  if (size < sizeof magic + HEAD + crypto_secretstream_xchacha20poly1305_ABYTES ||
      memcmp (from, magic, sizeof magic) != 0)
    return NULL;

  from += sizeof magic;
  size -= sizeof magic;
  n_chunks = count_chunks (size - HEAD, SEALED_CHUNK);
  clear = g_malloc (n_chunks * CHUNK);
  if (!pull_chunks (key, name, from, size, clear))
    {
      g_free (clear);
      return NULL;
    }
  size -= HEAD + n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  return g_bytes_new_take (clear, size);
}
