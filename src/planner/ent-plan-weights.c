/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's default weights and the names of the terms. Any thread. */
#include "ent-plan-weights.h"

const EntPlanWeights ent_plan_default_weights = {
  .unplaced = { [ENT_PLAN_VITAL] = 1000000,
                [ENT_PLAN_IMPORTANT] = 100000,
                [ENT_PLAN_POSTPONABLE] = 20000 },
  .wish_early = 10,
  .wish_late = 20,
  .travel_minute = 60,
  .not_preferred = 600,
  .disliked = 1200,
  .wished_skill = 300,
  .further_carer = 900,
  .overtime = 60,
  .balance = 5,
  .change_carer = 900,
  .change_minute = 10,
  .change_free = 10,
};

const char *
ent_plan_term_name (EntPlanTerm term)
{
  static const char *const names[ENT_PLAN_N_TERMS] = {
    [ENT_PLAN_TERM_UNPLACED] = "unplaced",
    [ENT_PLAN_TERM_WISHES] = "wishes",
    [ENT_PLAN_TERM_WORST_WISH] = "worst-wish",
    [ENT_PLAN_TERM_TRAVEL] = "travel",
    [ENT_PLAN_TERM_WORK] = "work",
    [ENT_PLAN_TERM_CARER] = "carer",
    [ENT_PLAN_TERM_CONTINUITY] = "continuity",
    [ENT_PLAN_TERM_OVERTIME] = "overtime",
    [ENT_PLAN_TERM_BALANCE] = "balance",
    [ENT_PLAN_TERM_CHANGES] = "changes",
  };

  return (guint) term < ENT_PLAN_N_TERMS ? names[term] : NULL;
}
