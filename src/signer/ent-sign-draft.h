/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF file with room for a signature at its end: an incremental update, so that what was signed
 * before stays as it is. The helper's only thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the signer */
  const char *reason; /* or NULL, as the next */
  const char *location;
  const char *label; /* of the field, for who cannot see it */
  gint64 at; /* seconds since 1970 */
} EntSignWords;

typedef struct _EntSignDraft EntSignDraft;

/* @reserve: bytes of the CMS message at most. Fails with "bad-pdf", "encrypted", "too-large" or
 * "certified". */
EntSignDraft *ent_sign_draft_new (GBytes *pdf,
                                  const EntSignWords *words,
                                  gsize reserve,
                                  GError **error);
void ent_sign_draft_free (EntSignDraft *self);
/* All bytes but the room. */
GBytes *ent_sign_draft_get_signed_bytes (const EntSignDraft *self);
/* The file with the message in its room. */
GBytes *ent_sign_draft_fill (EntSignDraft *self, GBytes *message, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSignDraft, ent_sign_draft_free)

G_END_DECLS
