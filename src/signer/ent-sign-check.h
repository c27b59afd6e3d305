/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checking the CMS message of a signature: digest, signature, certificate, time-stamp. The
 * helper's only thread. */

#pragma once

#include "ent-sign-stamp.h"
#include "ent-sign-verdict.h"

G_BEGIN_DECLS

typedef struct
{
  EntSignVerdict verdict;
  const char *note; /* constant, or NULL */
  X509 *certificate; /* of the signer, or NULL */
  EntSignStamp stamp;
  gboolean names_certificate; /* as PAdES wants: signing-certificate-v2, no signing-time */
} EntSignCheck;

void ent_sign_check_message (GBytes *message,
                             GBytes *signed_bytes,
                             X509_STORE *anchors,
                             EntSignCheck *check);
/* A time-stamp over the document instead of a signature. */
void ent_sign_check_document_stamp (GBytes *token,
                                    GBytes *signed_bytes,
                                    X509_STORE *anchors,
                                    EntSignCheck *check);
void ent_sign_check_clear (EntSignCheck *check);

G_END_DECLS
