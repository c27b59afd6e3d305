/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents about a person that take nothing but the person's own records, and what the documents
 * of other modules say of a household. Thread of the connection. */

#pragma once

#include "ent-document-kind.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* All of them, in the order in which they are offered; NULL-terminated. */
extern const EntDocumentKind *const ent_person_documents[];

extern const EntDocumentKind ent_person_household_attestation;
extern const EntDocumentKind ent_person_documents_letter;
extern const EntDocumentKind ent_person_free_letter;

/* "Anne DUPONT", as a document names someone; transfer full. */
char *ent_person_get_document_name (EntPerson *self);

/* Adds the fields of ENT_PERSON_HOUSEHOLD_CHIPS as of the day of the document; an empty list and no
 * size when no household is noted. */
gboolean ent_person_fill_household (EntDb *db,
                                    const EntDocumentRequest *request,
                                    EntFields *fields,
                                    GError **error);

/* clang-format off */
#define ENT_PERSON_HOUSEHOLD_CHIPS \
  { "household.size", ENT_CHIP_TEXT, N_("Number of persons in the household"), "3" }, \
  { "household.alone", ENT_CHIP_FLAG, N_("Lives alone"), NULL }, \
  { "household.members", ENT_CHIP_LIST, N_("Members of the household"), NULL }, \
  { "household.members.name", ENT_CHIP_TEXT, N_("Name of the member"), "Anne DUPONT" }, \
  { "household.members.birth_date", ENT_CHIP_TEXT, N_("Date of birth of the member"), \
    N_("3 March 1960") }, \
  { "household.members.woman", ENT_CHIP_FLAG, N_("The member is a woman"), NULL }, \
  { "household.members.man", ENT_CHIP_FLAG, N_("The member is a man"), NULL }, \
  { "household.members.reference", ENT_CHIP_FLAG, N_("Is the reference person"), NULL }, \
  { "household.members.partner", ENT_CHIP_FLAG, N_("Is spouse or partner"), NULL }, \
  { "household.members.child", ENT_CHIP_FLAG, N_("Is a child"), NULL }, \
  { "household.members.parent", ENT_CHIP_FLAG, N_("Is a parent"), NULL }, \
  { "household.members.relative", ENT_CHIP_FLAG, N_("Is another relative"), NULL }, \
  { "household.members.shared", ENT_CHIP_FLAG, N_("Custody is shared"), NULL }
/* clang-format on */

G_END_DECLS
