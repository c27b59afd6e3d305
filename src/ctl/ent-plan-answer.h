/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as JSON (see plan.schema.json), and back. One thread. */
#pragma once

#include "ent-plan-file.h"
#include "ent-planner.h"

G_BEGIN_DECLS

/* The whole answer, with why each visit left out stands nowhere. */
JsonNode *ent_plan_answer_new (const EntPlanFile *file,
                               EntPlan *plan,
                               const EntPlannerOptions *options);

/* EntPlanFormer by visit id; the keys are borrowed from answer. NULL with a sentence that names the
 * member. */
GHashTable *ent_plan_answer_read_former (JsonNode *answer, GError **error);

/* The orders of an earlier answer as a plan to start from: carers, shifts and visits that this
 * problem does not know are passed over. NULL with a sentence. */
EntPlan *ent_plan_answer_read (const EntPlanFile *file, JsonNode *answer, GError **error);

G_END_DECLS
