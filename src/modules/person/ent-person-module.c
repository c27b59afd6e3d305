/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person module brings: persons, what belongs to them, households, files. Constant data,
 * any thread. */

#include "ent-address.h"
#include "ent-alert-ack.h"
#include "ent-alert.h"
#include "ent-bank-account.h"
#include "ent-case-file.h"
#include "ent-civil-status.h"
#include "ent-contact-point.h"
#include "ent-household-member.h"
#include "ent-household.h"
#include "ent-module.h"
#include "ent-note.h"
#include "ent-person-documents.h"
#include "ent-person-number.h"
#include "ent-person.h"
#include "ent-relation.h"

extern const EntMigration ent_person_migrations[];
extern const EntModule ent_person_module;

static const EntSchema *const schemas[] = {
  &ent_person_schema,       &ent_person_number_schema,
  &ent_address_schema,      &ent_contact_point_schema,
  &ent_bank_account_schema, &ent_relation_schema,
  &ent_alert_schema,        &ent_alert_ack_schema,
  &ent_note_schema,         &ent_civil_status_schema,
  &ent_household_schema,    &ent_household_member_schema,
  &ent_case_file_schema,    NULL,
};

const EntModule ent_person_module = {
  .id = "person",
  .schemas = schemas,
  .migrations = ent_person_migrations,
  .documents = ent_person_documents,
};
