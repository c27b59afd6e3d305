/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small problem with every kind of rule and a good plan for it, both open to damage before the
 * problem is built. One thread.
 */
#pragma once

#include "plan-verify.h"

G_BEGIN_DECLS

#define HOUR 3600
#define N_PLACES 7
#define N_VISITS 12
#define N_CARERS 3
#define N_SHIFTS 4
#define N_LINKS 2
#define N_AFFINITIES 4
#define MAX_STOPS 10

/* Visits and carers by what they are for. */
enum
{
  WASH,
  NURSE,
  LIFT,
  LIFT_TOO,
  MEAL,
  MEAL_AFTER,
  MEAL_LAST,
  NEXT_DAY,
  EVENING,
  LEFT_OUT,
  TRUSTED,
  PROMISED,
};

enum
{
  ANNA,
  BEN,
  CLEO,
};

typedef struct
{
  EntPlanVisit visits[N_VISITS];
  EntPlanWindow windows[N_VISITS];
  EntPlanCarer carers[N_CARERS];
  EntPlanShift shifts[N_SHIFTS];
  EntPlanLink links[N_LINKS];
  EntPlanAffinity affinities[N_AFFINITIES];
  EntPlanWeights weights;
  EntPlanStop stops[N_SHIFTS][MAX_STOPS];
  PlanRoute routes[N_SHIFTS];
} Case;

/* Good as it stands; free with g_free (). */
Case *case_new (void);
EntPlanProblem *case_build (const Case *self);

G_END_DECLS
