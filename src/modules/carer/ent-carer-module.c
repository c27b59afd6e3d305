/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the carer module brings: who gives home care and when, what they drive, the keys they
 * hold. Constant data,
 * any thread. */

#include "ent-carer-qualification.h"
#include "ent-carer-shift.h"
#include "ent-carer.h"
#include "ent-home-key.h"
#include "ent-key-loan.h"
#include "ent-module.h"
#include "ent-vehicle.h"

extern const EntMigration ent_carer_migrations[];
extern const EntModule ent_carer_module;

static const EntSchema *const schemas[] = {
  &ent_vehicle_schema,
  &ent_carer_schema,
  &ent_carer_shift_schema,
  &ent_carer_qualification_schema,
  &ent_home_key_schema,
  &ent_key_loan_schema,
  NULL,
};

const EntModule ent_carer_module = {
  .id = "carer",
  .schemas = schemas,
  .migrations = ent_carer_migrations,
};
