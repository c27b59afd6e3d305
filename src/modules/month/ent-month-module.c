/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the month module brings: what is subsidised, what is paid more, closed months. Constant
 * data, any thread. */

#include "ent-contingent.h"
#include "ent-module.h"
#include "ent-month-close.h"
#include "ent-month-correction.h"
#include "ent-month-seed.h"

extern const EntMigration ent_month_migrations[];
extern const EntModule ent_month_module;

static const EntSchema *const schemas[] = {
  &ent_unsocial_rate_schema,
  &ent_month_rule_schema,
  &ent_contingent_schema,
  &ent_month_closing_schema,
  &ent_month_line_schema,
  &ent_month_correction_schema,
  NULL,
};

const EntModule ent_month_module = {
  .id = "month",
  .schemas = schemas,
  .migrations = ent_month_migrations,
  .seed = ent_month_seed,
  .guard = ent_month_guard,
};
