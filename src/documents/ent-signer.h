/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing and verifying PDF documents, by a program of its own that is started for each call.
 * Callbacks come on the thread of the caller; the functions that wait are for worker threads. */

#pragma once

#include <gio/gio.h>

#include "ent-signature.h"
#include "ent-signer-error.h"

G_BEGIN_DECLS

/* Where the key is: in a PKCS#12 file, or on a token behind a PKCS#11 module. */
typedef struct
{
  const char *file; /* path, or NULL */
  const char *module; /* path of the module, or NULL */
  const char *uri; /* of an EntCertificate of the token; not needed to list */
} EntSignerKey;

/* What to sign, and the words that go into the signature. */
typedef struct
{
  EntSignerKey key;
  GPtrArray *files; /* (element-type GBytes): signed with one PIN */
  const char *name; /* of the signer, or NULL: as in the certificate */
  const char *reason; /* or NULL */
  const char *location; /* or NULL */
  const char *label; /* of the field, for who cannot see it, in the language of the document */
  const char *stamp_server; /* http(s) address, or NULL: no time-stamp, no network */
} EntSignerOrder;

/* One file of an order. */
typedef struct
{
  GBytes *pdf; /* signed, or NULL */
  GError *error; /* or NULL */
} EntSigned;

void ent_signed_free (EntSigned *self);

/* @secret, here and below: PIN of the token or password of the file; NULL when the token asks
 * itself. It is handed over before the function returns, and not kept. */

/* (element-type EntCertificate), those made for signing first. A token is not asked its PIN. */
void ent_signer_list_async (const EntSignerKey *key,
                            const char *secret,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
GPtrArray *ent_signer_list_finish (GAsyncResult *result, GError **error);
GPtrArray *ent_signer_list (const EntSignerKey *key,
                            const char *secret,
                            GCancellable *cancellable,
                            GError **error);

/* (element-type EntSigned), one for each file, in order. A wrong PIN is one attempt and one error
 * for all. */
void ent_signer_sign_async (const EntSignerOrder *order,
                            const char *secret,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
GPtrArray *ent_signer_sign_finish (GAsyncResult *result, GError **error);
GPtrArray *ent_signer_sign (const EntSignerOrder *order,
                            const char *secret,
                            GCancellable *cancellable,
                            GError **error);

/* (element-type EntSignature), in the order in which they were made; empty when the document is
 * not signed. @anchors: (element-type GBytes) PEM files of the authorities that are trusted, or
 * NULL. */
void ent_signer_verify_async (GBytes *pdf,
                              GPtrArray *anchors,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
GPtrArray *ent_signer_verify_finish (GAsyncResult *result, GError **error);
GPtrArray *ent_signer_verify (GBytes *pdf,
                              GPtrArray *anchors,
                              GCancellable *cancellable,
                              GError **error);

/* What is in PEM files that are to be trusted: (element-type EntCertificate), in order. @anchors:
 * as above. */
void ent_signer_inspect_async (GPtrArray *anchors,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
GPtrArray *ent_signer_inspect_finish (GAsyncResult *result, GError **error);
GPtrArray *ent_signer_inspect (GPtrArray *anchors, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSigned, ent_signed_free)

G_END_DECLS
