/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rounds module brings: the rules of working time. Rounds themselves are visits in their
 * order. Constant data, any thread. */

#include "ent-module.h"
#include "ent-rounds-hours.h"
#include "ent-working-time-rule.h"

extern const EntMigration ent_rounds_migrations[];
extern const EntModule ent_rounds_module;

static const EntSchema *const schemas[] = { &ent_working_time_rule_schema, NULL };

const EntModule ent_rounds_module = {
  .id = "rounds",
  .schemas = schemas,
  .migrations = ent_rounds_migrations,
  .seed = ent_rounds_seed,
};
