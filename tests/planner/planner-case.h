/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small problems for the tests of the planner, by hand or by lot. One thread. */
#pragma once

#include "ent-planner.h"

G_BEGIN_DECLS

#define CASE_HOUR 3600

/* Kinds of rules that a random problem may have, a bit each. */
typedef enum
{
  CASE_BREAKS = 1 << 0,
  CASE_WISHES = 1 << 1,
  CASE_LINKS = 1 << 2,
  CASE_LOADS = 1 << 3,
  CASE_BOARD = 1 << 4,
  CASE_TRIPS = 1 << 5,
  CASE_HOURS = 1 << 6,
  CASE_REST = 1 << 7,
  CASE_AFFINITIES = 1 << 8,
  CASE_WINDOWS = 1 << 9,
  CASE_COSTS = 1 << 10,
  CASE_REFERENCE = 1 << 11,
  CASE_FIXED = 1 << 12,
  CASE_ALL = (1 << 13) - 1,
} CaseRules;

/* What every visit, carer and shift has unless a test says otherwise. */
EntPlanVisit case_visit (const char *id, int place);
EntPlanShift case_shift (int carer);
/* Places on a line, so many seconds and metres from one to the next. */
EntPlanProblem *case_line (int n_places, int step);

EntPlanProblem *case_random (guint32 seed, CaseRules rules, int n_visits, int n_carers);
EntPlan *case_run (EntPlanProblem *problem, const EntPlanWeights *weights, gint64 iterations);
/* The best of all orders that keep the rules; at most a handful of visits and two shifts. */
EntPlan *case_best (EntPlanProblem *problem, const EntPlanWeights *weights);

G_END_DECLS
