/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents that speak of appointments. Constant data; filled on the thread of the connection. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

extern const EntDocumentKind ent_agenda_presence_attestation;
extern const EntDocumentKind ent_agenda_convocation_letter;

/* All of them, in the order in which they are offered; NULL-terminated. */
extern const EntDocumentKind *const ent_agenda_documents[];

G_END_DECLS
