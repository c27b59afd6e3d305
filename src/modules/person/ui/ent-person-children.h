/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the things that a person owns look and are edited on the person's page. Constant data, used
 * on the main thread. */

#pragma once

#include "ent-child-group.h"

G_BEGIN_DECLS

extern const EntChildSpec ent_person_addresses;
extern const EntChildSpec ent_person_contact_points;
extern const EntChildSpec ent_person_case_files;
extern const EntChildSpec ent_person_relations;
extern const EntChildSpec ent_person_civil_statuses;
extern const EntChildSpec ent_person_bank_accounts;
extern const EntChildSpec ent_person_alerts;
extern const EntChildSpec ent_person_notes;
extern const EntChildSpec ent_person_numbers;

G_END_DECLS
