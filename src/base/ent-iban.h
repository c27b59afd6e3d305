/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bank account numbers and the structured communication of Belgian transfers. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_IBAN_OK,
  ENT_IBAN_EMPTY,
  ENT_IBAN_CHARACTERS,
  ENT_IBAN_COUNTRY,
  ENT_IBAN_LENGTH,
  ENT_IBAN_CHECK,
  ENT_IBAN_NATIONAL
} EntIbanStatus;

/* Checks an IBAN of any listed country: length, ISO 7064 mod 97, and for Belgium the national check
 * digits. A Belgian account number of twelve digits (539-0075470-34) is turned into its IBAN. On
 * success *normalized is the upper-case IBAN without blanks, owned by the caller, else NULL. Both
 * results may be NULL. */
gboolean ent_iban_parse (const char *text, char **normalized, EntIbanStatus *status);

/* Groups of four: "BE68 5390 0754 7034", owned by the caller. */
char *ent_iban_format (const char *iban);

/* The three digits of the bank in a valid Belgian IBAN, owned by the caller; NULL for others. */
char *ent_iban_bank_code (const char *iban);

/* Translated sentence: what is wrong and what to do; "" for ENT_IBAN_OK. */
const char *ent_iban_status_message (EntIbanStatus status);

/* The twelve digits of the communication for a base below 10^10, owned by the caller; NULL above.
 */
char *ent_structured_communication_from_base (guint64 base);

/* The twelve digits of a valid communication, with or without +++ *** and slashes, owned by the
 * caller; NULL when it is not one. */
char *ent_structured_communication_parse (const char *text);

/* "+++123/4567/89002+++" from twelve digits, owned by the caller; other text as it is. */
char *ent_structured_communication_format (const char *digits);

G_END_DECLS
