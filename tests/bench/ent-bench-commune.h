/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home-care plans of invented communes, for measuring: the same size and seed give the same plan on
 * every machine. Any thread.
 */
#pragma once

#include "ent-plan-problem.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int n_visits;
  int n_carers;
  int n_days;
} EntBenchCommune;

/* "medium-week": 650 visits, 30 carers, seven days; "large-day": 800 visits, 250 carers;
 * "medium-day": 130 visits, 30 carers. NULL for another name. */
const EntBenchCommune *ent_bench_commune_find (const char *name);

/* Full. @sick: a carer whose shifts have no time for a visit, ENT_PLAN_NONE when all are well; the
 * rest does not change, indexes neither.
 */
EntPlanProblem *ent_bench_commune_new (const EntBenchCommune *commune, guint64 seed, int sick);

G_END_DECLS
