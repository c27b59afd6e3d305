/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the person import share. Thread of the connection. */

#pragma once

#include "ent-address.h"
#include "ent-import-kind.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* The id of the person who has a register number, 0 when nobody has. */
gint64 ent_person_import_query_number (EntDb *db, const char *number);

/* The id of the person with the same folded name and the same date of birth, unless both have a
 * register number; 0 when there is nobody. */
gint64 ent_person_import_query_namesake (EntDb *db, EntPerson *person);
/* What tells people of one name apart: a phone, an e-mail address, a home; transfer full, NULL for
 * other records. */
char *ent_person_import_detail (gpointer draft);
/* Whether somebody of the same folded name has that phone, e-mail address or home. */
gboolean ent_person_import_query_look_alike (EntDb *db, EntPerson *person, gpointer draft);

/* Writes a line without errors. Writing thread. */
gboolean ent_person_import_write (gpointer context,
                                  EntApply *apply,
                                  EntImportRow *row,
                                  GError **error);

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
} EntImportAddress;

EntImportAddress ent_person_import_split_address (const char *text);
/* "Rue des Saules 12/3": the first three parts only. */
EntImportAddress ent_person_import_split_street (const char *text);
void ent_import_address_clear (EntImportAddress *self);

G_END_DECLS
