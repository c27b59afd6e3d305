/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is it ours, and as it was? A number with its code, or a file, against the register. Reading
 * thread. */

#pragma once

#include "ent-db.h"
#include "ent-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_VERDICT_AUTHENTIC,
  ENT_VERDICT_CANCELLED, /* authentic once, and no longer valid */
  ENT_VERDICT_ALTERED,
  ENT_VERDICT_UNKNOWN
} EntVerdict;

typedef struct
{
  EntVerdict verdict;
  EntDocument *document; /* the entry it is compared with, or NULL */
  char *why; /* translated sentences */
} EntVerification;

EntVerification *ent_paper_verify_code (EntDb *db,
                                        const char *number,
                                        const char *code,
                                        GError **error);
EntVerification *ent_paper_verify_file (EntDb *db, GBytes *bytes, GError **error);
void ent_verification_free (EntVerification *self);
/* "Authentic", "Altered"… translated, borrowed. */
const char *ent_verdict_label (EntVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVerification, ent_verification_free)

G_END_DECLS
