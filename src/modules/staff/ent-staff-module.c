/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the staff module brings: teams, agents, absences. Constant data, any thread. */

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-module.h"
#include "ent-team.h"

extern const EntMigration ent_staff_migrations[];
extern const EntModule ent_staff_module;

static const EntSchema *const schemas[] = {
  &ent_team_schema,
  &ent_agent_schema,
  &ent_agent_absence_schema,
  NULL,
};

const EntModule ent_staff_module = {
  .id = "staff",
  .schemas = schemas,
  .migrations = ent_staff_migrations,
};
