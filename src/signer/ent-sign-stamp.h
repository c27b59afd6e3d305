/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time-stamps by RFC 3161: fetched from a server, which is the only network access, and checked.
 * The helper's only thread. */

#pragma once

#include "ent-sign-certificate.h"

G_BEGIN_DECLS

/* A token over the digest of @data, DER; the server gets nothing else. Fails with
 * "stamp-address", "stamp-unreachable" or "stamp-refused". */
GBytes *ent_sign_stamp_fetch (const char *address, GBytes *data, GError **error);

typedef struct
{
  gint64 at; /* seconds since 1970; 0: the token is not about @data */
  char *by; /* name of the authority */
  gboolean trusted;
} EntSignStamp;

void ent_sign_stamp_check (GBytes *token, GBytes *data, X509_STORE *anchors, EntSignStamp *stamp);

G_END_DECLS
