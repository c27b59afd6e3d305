/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the scales: a figure or a rule of law, from a day to a day, with its source and
 * whether it was checked. Any thread. */
#pragma once

#include "ent-calc-value.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CALC_BASE, /* of a category, a year, at the index 103,14 */
  ENT_CALC_COEFFICIENT,
  ENT_CALC_ANNUAL, /* of a category, where no base is known */
  ENT_CALC_MONTH, /* as published: compared with what is computed */
  ENT_CALC_ISP_BASE, /* a month, by EntCalcIsp */
  ENT_CALC_ISP_MONTH, /* as published */
  ENT_CALC_ISP_DAYS,
  ENT_CALC_ISP_YEARS,
  ENT_CALC_ISP_SHORTAGE_MONTHS,
  ENT_CALC_ISP_CONTRACT_MONTHS,
  ENT_CALC_GENERAL_EXEMPTION,
  ENT_CALC_CADASTRAL_EXEMPT,
  ENT_CALC_CADASTRAL_EXEMPT_CHILD,
  ENT_CALC_CADASTRAL_FACTOR,
  ENT_CALC_UNBUILT_EXEMPT,
  ENT_CALC_UNBUILT_FACTOR,
  ENT_CALC_MORTGAGE_SHARE,
  ENT_CALC_CAPITAL_FROM, /* where the bands begin */
  ENT_CALC_CAPITAL_RATE,
  ENT_CALC_ALE_HOUR,
  ENT_CALC_UNEMPLOYMENT_DAYS,
  ENT_CALC_PART_MONTH_DAYS, /* 0: those of the calendar */
  ENT_CALC_ARTICLE_34, /* which version, 1 or 2 */
  ENT_CALC_RESOURCE, /* treatment, by EntCalcResourceKind */
  ENT_CALC_RULE, /* by EntCalcRule */
  ENT_CALC_N_SCALES
} EntCalcScale;

typedef enum
{
  ENT_CALC_RULE_CATEGORY_FAMILY,
  ENT_CALC_RULE_CATEGORY_HOMELESS,
  ENT_CALC_RULE_CATEGORY_COHABITANT,
  ENT_CALC_RULE_CATEGORY_ALONE,
  ENT_CALC_RULE_CATEGORY_APART,
  ENT_CALC_RULE_CATEGORY_GIVEN,
  ENT_CALC_RULE_EQUIVALENT_AID,
  ENT_CALC_RULE_AMOUNT_FROM_MONTH,
  ENT_CALC_RULE_RESOURCES,
  ENT_CALC_RULE_RENTED,
  ENT_CALC_RULE_CO_OWNED,
  ENT_CALC_RULE_PARTNER,
  ENT_CALC_RULE_PARTNER_FAMILY,
  ENT_CALC_RULE_PARTNER_ON_INCOME,
  ENT_CALC_RULE_PARTNER_ARTICLE_60,
  ENT_CALC_RULE_PARTNER_APART,
  ENT_CALC_RULE_COHABITANT_MAY,
  ENT_CALC_RULE_COHABITANT_MUST,
  ENT_CALC_RULE_COHABITANT_FRANCHISE,
  ENT_CALC_RULE_COHABITANT_EQUITY,
  ENT_CALC_RULE_COHABITANT_NEVER,
  ENT_CALC_RULE_COHABITANT_EXEMPT,
  ENT_CALC_RULE_GRANTED,
  ENT_CALC_N_RULES
} EntCalcRule;

/* Texts are borrowed by who adds a row, and owned by the scales afterwards. */
typedef struct
{
  EntCalcScale scale;
  guint variant; /* category less 1, kind of income, band less 1…; 0 where there are none */
  gint32 from; /* ENT_DAY_NONE: has always been */
  gint32 to; /* last day; ENT_DAY_NONE: until the next row begins */
  gint64 value;
  EntCalcStatus status;
  const char *rule, *source, *note; /* note may be NULL */
} EntCalcRow;

/* How files name a scale, how people read it, and what it is told in. */
typedef struct
{
  const char *code;
  const char *label; /* to translate */
  EntCalcUnit unit;
  guint n_variants; /* 0: none, the code of the variant is empty */
} EntCalcScaleInfo;

extern const EntCalcScaleInfo ent_calc_scale_info[ENT_CALC_N_SCALES];

/* "2", "work", "category-alone"; "" where the scale has no variants. */
const char *ent_calc_scale_variant_code (EntCalcScale scale, guint variant);

G_END_DECLS
