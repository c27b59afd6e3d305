/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the care module brings: plans, visits, contributions. Constant data, any thread. */

#include "ent-care-activity.h"
#include "ent-care-need-task.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-seed.h"
#include "ent-care-task.h"
#include "ent-care-wish.h"
#include "ent-contribution-reduction.h"
#include "ent-contribution-row.h"
#include "ent-contribution-scale.h"
#include "ent-contribution.h"
#include "ent-module.h"
#include "ent-person-stay.h"
#include "ent-visit.h"

extern const EntMigration ent_care_migrations[];
extern const EntModule ent_care_module;

static const EntSchema *const schemas[] = {
  &ent_care_activity_schema,
  &ent_care_task_schema,
  &ent_care_plan_schema,
  &ent_care_need_schema,
  &ent_care_need_task_schema,
  &ent_care_wish_schema,
  &ent_person_stay_schema,
  &ent_visit_schema,
  &ent_contribution_scale_schema,
  &ent_contribution_row_schema,
  &ent_contribution_reduction_schema,
  &ent_contribution_schema,
  NULL,
};

const EntModule ent_care_module = {
  .id = "care",
  .schemas = schemas,
  .migrations = ent_care_migrations,
  .seed = ent_care_seed,
};
