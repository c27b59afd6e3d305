/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the carer module brings: who gives home care, and what they drive. Constant data, any
 * thread. */

#include "ent-carer.h"
#include "ent-module.h"
#include "ent-vehicle.h"

extern const EntMigration ent_carer_migrations[];
extern const EntModule ent_carer_module;

static const EntSchema *const schemas[] = {
  &ent_vehicle_schema,
  &ent_carer_schema,
  NULL,
};

const EntModule ent_carer_module = {
  .id = "carer",
  .schemas = schemas,
  .migrations = ent_carer_migrations,
};
