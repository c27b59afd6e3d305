/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking the answers of the signing program apart. For ent-signer.c only; any thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Each takes the whole answer; transfer full, or NULL with the translated error it tells of. */
/* In the order of the answer, or those made for signing first. */
GPtrArray *ent_signer_read_listed (GBytes *answer, GError **error);
GPtrArray *ent_signer_read_certificates (GBytes *answer, GError **error);
GPtrArray *ent_signer_read_signed (GBytes *answer, GError **error);
GPtrArray *ent_signer_read_signatures (GBytes *answer, GError **error);

G_END_DECLS
