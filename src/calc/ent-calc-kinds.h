/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the calculator: kinds of income, of persons under the same roof, of exemptions. Each
 * has a code, which files and the table of scales use, and a label to translate. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_CALC_RIS, /* integration income, law of 26 May 2002 */
  ENT_CALC_ERIS, /* equivalent social aid, law of 8 July 1976 */
  ENT_CALC_N_REGIMES
} EntCalcRegime;

typedef enum
{
  ENT_CALC_A_YEAR,
  ENT_CALC_A_MONTH,
  ENT_CALC_A_DAY, /* as unemployment benefit is told */
  ENT_CALC_N_PERIODS
} EntCalcPeriod;

typedef enum
{
  ENT_CALC_WORK,
  ENT_CALC_TRAINING,
  ENT_CALC_ARTICLE_60,
  ENT_CALC_ALE,
  ENT_CALC_UNEMPLOYMENT,
  ENT_CALC_SICKNESS,
  ENT_CALC_PENSION,
  ENT_CALC_REPLACEMENT_ALLOWANCE,
  ENT_CALC_OWN_MAINTENANCE,
  ENT_CALC_OWN_CHILD_BENEFIT,
  ENT_CALC_APPLICANT_CHILD_BENEFIT,
  ENT_CALC_REGULAR_GIFT,
  ENT_CALC_OTHER,
  ENT_CALC_CPAS_AID,
  ENT_CALC_CHILD_BENEFIT,
  ENT_CALC_HANDICAP_SUPPLEMENT,
  ENT_CALC_CHILD_MAINTENANCE,
  ENT_CALC_STUDY_GRANT,
  ENT_CALC_ELDERLY_ALLOWANCE,
  ENT_CALC_IRREGULAR_GIFT,
  ENT_CALC_VOLUNTEERING,
  ENT_CALC_SCHOOL_HELP,
  ENT_CALC_HOUSING_PREMIUM,
  ENT_CALC_FOSTER_ALLOWANCE,
  ENT_CALC_TRAINING_BONUS,
  ENT_CALC_WAR_RENT,
  ENT_CALC_INTEGRATION_ALLOWANCE,
  ENT_CALC_ENERGY_PREMIUM,
  ENT_CALC_GERMAN_DETENTION,
  ENT_CALC_N_RESOURCES
} EntCalcResourceKind;

/* In this order: partner and first degree, further debtors of maintenance, others. */
typedef enum
{
  ENT_CALC_PARTNER, /* spouse, or partner for life */
  ENT_CALC_PARENT,
  ENT_CALC_CHILD,
  ENT_CALC_GRANDPARENT,
  ENT_CALC_GREAT_GRANDPARENT,
  ENT_CALC_GRANDCHILD,
  ENT_CALC_PARENT_IN_LAW,
  ENT_CALC_CHILD_IN_LAW,
  ENT_CALC_FORMER_SPOUSE,
  ENT_CALC_SIBLING,
  ENT_CALC_SOMEONE,
  ENT_CALC_N_RELATIONS
} EntCalcRelation;

/* Whether the income of somebody under the same roof counts. */
typedef enum
{
  ENT_CALC_COUNT_BY_RULE,
  ENT_CALC_COUNT_YES,
  ENT_CALC_COUNT_NO,
  ENT_CALC_N_COUNTS
} EntCalcCount;

/* Exemptions for those who begin to work or to train (art. 35). */
typedef enum
{
  ENT_CALC_ISP_GENERAL,
  ENT_CALC_ISP_STUDENT,
  ENT_CALC_ISP_SHORTAGE,
  ENT_CALC_ISP_ARTIST,
  ENT_CALC_N_ISP,
  ENT_CALC_ISP_NONE = ENT_CALC_N_ISP
} EntCalcIsp;

typedef struct
{
  const char *code;
  const char *label; /* to translate */
} EntCalcName;

extern const EntCalcName ent_calc_regimes[ENT_CALC_N_REGIMES];
extern const EntCalcName ent_calc_periods[ENT_CALC_N_PERIODS];
extern const EntCalcName ent_calc_resources[ENT_CALC_N_RESOURCES];
extern const EntCalcName ent_calc_relations[ENT_CALC_N_RELATIONS];
extern const EntCalcName ent_calc_counts[ENT_CALC_N_COUNTS];
extern const EntCalcName ent_calc_isps[ENT_CALC_N_ISP];
extern const EntCalcName ent_calc_categories[3];

G_END_DECLS
