/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a visit stands nowhere, in words: for each carer the rule that came nearest to letting it in.
 * One thread.
 */
#pragma once

#include "ent-plan-file.h"
#include "ent-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const char *carer; /* borrowed from the problem */
  int shift; /* the how-manieth of the carer */
  const char *code; /* stable, for programs */
  char *text;
} EntPlanReason;

typedef struct _EntPlanReasons EntPlanReasons;

/* file and plan must live as long. */
EntPlanReasons *ent_plan_reasons_new (const EntPlanFile *file, EntPlan *plan);
void ent_plan_reasons_free (EntPlanReasons *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanReasons, ent_plan_reasons_free)

/* EntPlanReason, by shift; the caller's. */
GPtrArray *ent_plan_reasons_for (EntPlanReasons *self, int visit);

G_END_DECLS
