/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a certificate says, and whether one may sign with it. The helper's only thread. */

#pragma once

#include <glib.h>
#include <openssl/cms.h>
#include <openssl/x509.h>

#include "ent-sign-json.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE, X509_STORE_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)

X509 *ent_sign_certificate_parse (GBytes *der);
/* Of a person or a server, with the right to sign. */
gboolean ent_sign_certificate_can_sign (X509 *certificate);
gboolean ent_sign_certificate_is_non_repudiation (X509 *certificate);
/* FALSE with "expired" or "not-yet-valid". @at: seconds since 1970. */
gboolean ent_sign_certificate_check_time (X509 *certificate, gint64 at, GError **error);
/* Seconds since 1970, or 0. */
gint64 ent_sign_time_to_unix (const ASN1_TIME *time);
char *ent_sign_name_to_text (const X509_NAME *name);
/* subject, issuer, serial, not-before, not-after, non-repudiation. */
JsonObject *ent_sign_certificate_to_json (X509 *certificate);

G_END_DECLS
