/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rounds module brings: no records of its own, for rounds are visits in their order.
 * Constant data, any thread. */

#include "ent-module.h"

extern const EntModule ent_rounds_module;

static const EntSchema *const schemas[] = { NULL };
static const EntMigration migrations[] = { { 0, NULL, NULL } };

const EntModule ent_rounds_module = {
  .id = "rounds",
  .schemas = schemas,
  .migrations = migrations,
};
