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
  ENT_PAPER_AUTHENTIC,
  ENT_PAPER_CANCELLED, /* authentic once, and no longer valid */
  ENT_PAPER_ALTERED,
  ENT_PAPER_UNKNOWN
} EntPaperVerdict;

typedef struct
{
  EntPaperVerdict verdict;
  EntDocument *document; /* the entry it is compared with, or NULL */
  char *why; /* translated sentences */
} EntPaperVerification;

EntPaperVerification *ent_paper_verify_code (EntDb *db,
                                             const char *number,
                                             const char *code,
                                             GError **error);
EntPaperVerification *ent_paper_verify_file (EntDb *db, GBytes *bytes, GError **error);
void ent_paper_verification_free (EntPaperVerification *self);
/* "Authentic", "Altered"… translated, borrowed. */
const char *ent_paper_verdict_label (EntPaperVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperVerification, ent_paper_verification_free)

G_END_DECLS
