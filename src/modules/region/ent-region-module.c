/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the region module brings: no records of its own, for where an address lies is kept with the
 * address. Constant data, any thread. */

#include "ent-module.h"

extern const EntModule ent_region_module;

static const EntSchema *const schemas[] = { NULL };
static const EntMigration migrations[] = { { 0, NULL, NULL } };

const EntModule ent_region_module = {
  .id = "region",
  .schemas = schemas,
  .migrations = migrations,
};
