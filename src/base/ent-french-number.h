/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French identifiers: social security number (NIR), SIREN and SIRET. Any thread. */
#pragma once

#include "ent-national-number.h"

G_BEGIN_DECLS

/* On success *normalized (may be NULL) is the bare number, owned by the caller, else NULL. */

/* 13 signs and 2 check digits, blanks and dots allowed; 2A and 2B for Corsica. */
EntNumberStatus ent_nir_parse (const char *text, char **normalized);

/* 9 digits, Luhn. */
EntNumberStatus ent_siren_parse (const char *text, char **normalized);

/* 14 digits, Luhn; the establishments of La Poste follow their own sum. */
EntNumberStatus ent_siret_parse (const char *text, char **normalized);

/* "2 69 05 49 588 157 80", "732 829 320", "732 829 320 00074"; owned by the caller; other text as
 * it is. */
char *ent_nir_format (const char *nir);
char *ent_siren_format (const char *digits);
char *ent_siret_format (const char *digits);

G_END_DECLS
