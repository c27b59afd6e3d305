/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The receipt that everybody who asks is owed the same day. Constant data; filled on the thread of
 * the connection. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

extern const EntDocumentKind ent_request_receipt;

/* All of them, NULL-terminated. */
extern const EntDocumentKind *const ent_request_documents[];

G_END_DECLS
