/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All signatures of a PDF file, judged. The helper's only thread. */

#pragma once

#include "ent-sign-certificate.h"

G_BEGIN_DECLS

/* One object a signature, in the order in which they were made: field, verdict, note, level, whole,
 * claimed, stamped, stamp-by, stamp-trusted, reason, location, name, certificate. Fails only when
 * the file cannot be read at all. */
JsonArray *ent_sign_verify (GBytes *pdf, X509_STORE *anchors, GError **error);
/* What has been signed before is as it was, whoever signed it. */
gboolean ent_sign_verify_untouched (GBytes *pdf);

G_END_DECLS
