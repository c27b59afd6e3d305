/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the person import share. Thread of the connection. */

#pragma once

#include "ent-address.h"
#include "ent-import-kind.h"

G_BEGIN_DECLS

/* The id of the person who has a register number, 0 when nobody has. */
gint64 ent_person_import_query_number (EntDb *db, const char *number);

/* What people write in a column of choices, beside labels and nicks: the nick, or NULL. */
const char *ent_person_import_sex (const char *text);
const char *ent_person_import_language (const char *text);
const char *ent_person_import_civil_status (const char *text);

/* "Rue des Saules 12/3, 4999 Sart" taken apart; parts are transfer full and may be NULL. */
typedef struct
{
  char *street;
  char *number;
  char *box;
  char *postcode;
  char *locality;
} EntAddressParts;

EntAddressParts ent_person_import_split_address (const char *text);
/* "Rue des Saules 12/3": the first three parts only. */
EntAddressParts ent_person_import_split_street (const char *text);
void ent_address_parts_clear (EntAddressParts *self);

G_END_DECLS
