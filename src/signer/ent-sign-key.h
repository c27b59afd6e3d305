/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A private key with its certificates: from a PKCS#12 file or on a token. The helper's only
 * thread. */

#pragma once

#include <glib.h>

#include "ent-sign-certificate.h"

G_BEGIN_DECLS

typedef struct
{
  EVP_PKEY *pkey;
  X509 *certificate;
  STACK_OF (X509) * chain; /* what leads to the authority, without @certificate */
} EntSignKey;

/* @secret: the password. */
EntSignKey *ent_sign_key_open_file (const char *path, const char *secret, GError **error);
/* @uri: as listed. @secret: the PIN, or NULL when the token asks itself. One attempt. When it
 * fails, @pin_state tells how the PIN stands, or is NULL. */
EntSignKey *ent_sign_key_open_token (const char *module,
                                     const char *uri,
                                     const char *secret,
                                     const char **pin_state,
                                     GError **error);
void ent_sign_key_free (EntSignKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSignKey, ent_sign_key_free)

G_END_DECLS
