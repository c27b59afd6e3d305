/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature itself: a CMS message as PAdES-B-B wants it, B-T with a time-stamp. The helper's
 * only thread. */

#pragma once

#include "ent-sign-key.h"

G_BEGIN_DECLS

/* Bytes that the message may take at most. */
gsize ent_sign_cms_reserve (const EntSignKey *key, gboolean stamped);
/* @tsa: address of the time-stamp server, or NULL. DER. */
GBytes *ent_sign_cms_make (const EntSignKey *key,
                           GBytes *signed_bytes,
                           const char *tsa,
                           GError **error);

G_END_DECLS
