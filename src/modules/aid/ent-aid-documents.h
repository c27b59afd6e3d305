/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attestations that speak of aid. Constant data; filled on the thread of the connection. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

/* All of them, in the order in which they are offered; NULL-terminated. */
extern const EntDocumentKind *const ent_aid_documents[];

/* Of a period: ent-aid-period-documents.c. */
extern const EntDocumentKind ent_aid_attestation;
extern const EntDocumentKind ent_aid_no_aid_attestation;

/* Of a day: ent-aid-documents.c. */
extern const EntDocumentKind ent_aid_ris_attestation;
extern const EntDocumentKind ent_aid_bim_attestation;
extern const EntDocumentKind ent_aid_reference_address_attestation;
extern const EntDocumentKind ent_aid_accommodation_attestation;
extern const EntDocumentKind ent_aid_food_card_attestation;
extern const EntDocumentKind ent_aid_article_60_attestation;

G_END_DECLS
