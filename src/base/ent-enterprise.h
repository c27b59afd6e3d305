/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Belgian enterprise numbers (BCE/KBO), establishment unit numbers, VAT numbers. Any thread. */
#pragma once

#include "ent-national-number.h"

G_BEGIN_DECLS

/* Checks an enterprise number: ten digits beginning with 0 or 1; the old nine digits get a 0 in
 * front, "BE" and "TVA" may stand before. On success *normalized (may be NULL) is the ten digits,
 * owned by the caller, else NULL. */
EntNumberStatus ent_enterprise_parse (const char *text, char **normalized);

/* The ten digits, owned by the caller, or NULL. */
char *ent_enterprise_normalize (const char *text);

/* "0136.695.962", owned by the caller; other text than ten digits as it is. */
char *ent_enterprise_format (const char *digits);

/* Checks an establishment unit number: ten digits beginning with 2 to 8. */
EntNumberStatus ent_establishment_parse (const char *text, char **normalized);

/* "2.136.695.947", owned by the caller; other text than ten digits as it is. */
char *ent_establishment_format (const char *digits);

/* The Belgian VAT number "BE0136695962" of a valid enterprise number, owned by the caller, or NULL.
 */
char *ent_vat_normalize (const char *text);

/* "BE 0136.695.962", owned by the caller; other text as it is. */
char *ent_vat_format (const char *vat);

/* Translated sentence for an enterprise number; "" for ENT_NUMBER_OK. */
const char *ent_enterprise_status_message (EntNumberStatus status);

G_END_DECLS
