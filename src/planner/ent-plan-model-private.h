/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of compiling a problem; for the model's own files. */
#pragma once

#include "ent-plan-model.h"

G_BEGIN_DECLS

/* Units in so many points a minute, for each second; in so many a kilometre, for each metre. */
int ent_plan_model_per_second (const EntPlanModel *self, gint64 points);
int ent_plan_model_per_metre (const EntPlanModel *self, gint64 points);

void ent_plan_model_build_classes (EntPlanModel *self);
void ent_plan_model_build_shifts (EntPlanModel *self);
void ent_plan_model_build_carers (EntPlanModel *self);
void ent_plan_model_build_pairs (EntPlanModel *self);
void ent_plan_model_build_near (EntPlanModel *self);
void ent_plan_model_build_links (EntPlanModel *self);

G_END_DECLS
