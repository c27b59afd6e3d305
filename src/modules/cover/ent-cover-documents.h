/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that tells a beneficiary what changes in her visits. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

extern const EntDocumentKind ent_cover_letter;
extern const EntDocumentKind *const ent_cover_documents[];

G_END_DECLS
