/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the scales are named, in files and to people. Any thread. */
#include "ent-calc-row.h"

#include <glib/gi18n-lib.h>

#define N_CATEGORIES G_N_ELEMENTS (ent_calc_categories)
#define N_BANDS 2

const EntCalcScaleInfo ent_calc_scale_info[ENT_CALC_N_SCALES] = {
  [ENT_CALC_BASE] = { "base", N_ ("Annual base amount"), ENT_CALC_UNIT_CENTS, N_CATEGORIES },
  [ENT_CALC_COEFFICIENT] = { "coefficient", N_ ("Index coefficient"), ENT_CALC_UNIT_RATIO, 0 },
  [ENT_CALC_ANNUAL] = { "annual", N_ ("Annual amount"), ENT_CALC_UNIT_CENTS, N_CATEGORIES },
  [ENT_CALC_MONTH] = { "month", N_ ("Published monthly amount"), ENT_CALC_UNIT_CENTS,
                       N_CATEGORIES },
  [ENT_CALC_ISP_BASE] = { "isp-base", N_ ("Exemption for work or training, base a month"),
                          ENT_CALC_UNIT_CENTS, ENT_CALC_N_ISP },
  [ENT_CALC_ISP_MONTH] = { "isp-month", N_ ("Exemption for work or training, published amount"),
                           ENT_CALC_UNIT_CENTS, ENT_CALC_N_ISP },
  [ENT_CALC_ISP_DAYS] = { "isp-days", N_ ("Exemption for work or training, days in all"),
                          ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_ISP_YEARS] = { "isp-years",
                           N_ ("Exemption for work or training, years over which it is spread"),
                           ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_ISP_SHORTAGE_MONTHS] = { "isp-shortage-months",
                                     N_ ("Exemption for a shortage job, months"),
                                     ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_ISP_CONTRACT_MONTHS] = { "isp-contract-months",
                                     N_ ("Exemption for a shortage job, months of the contract at "
                                         "least"),
                                     ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_GENERAL_EXEMPTION] = { "general-exemption", N_ ("General exemption a year"),
                                   ENT_CALC_UNIT_CENTS, N_CATEGORIES },
  [ENT_CALC_CADASTRAL_EXEMPT] = { "cadastral-exempt",
                                  N_ ("Built property, exempt cadastral income"),
                                  ENT_CALC_UNIT_CENTS, 0 },
  [ENT_CALC_CADASTRAL_EXEMPT_CHILD] = { "cadastral-exempt-child",
                                        N_ ("Built property, more for each child"),
                                        ENT_CALC_UNIT_CENTS, 0 },
  [ENT_CALC_CADASTRAL_FACTOR] = { "cadastral-factor",
                                  N_ ("Built property, times the cadastral income"),
                                  ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_UNBUILT_EXEMPT] = { "unbuilt-exempt", N_ ("Unbuilt property, exempt cadastral income"),
                                ENT_CALC_UNIT_CENTS, 0 },
  [ENT_CALC_UNBUILT_FACTOR] = { "unbuilt-factor",
                                N_ ("Unbuilt property, times the cadastral income"),
                                ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_MORTGAGE_SHARE] = { "mortgage-share",
                                N_ ("Part of the counted amount that mortgage interest may reduce"),
                                ENT_CALC_UNIT_RATIO, 0 },
  [ENT_CALC_CAPITAL_FROM] = { "capital-from", N_ ("Movable property, where the band begins"),
                              ENT_CALC_UNIT_CENTS, N_BANDS },
  [ENT_CALC_CAPITAL_RATE] = { "capital-rate", N_ ("Movable property, rate of the band"),
                              ENT_CALC_UNIT_RATIO, N_BANDS },
  [ENT_CALC_ALE_HOUR] = { "ale-hour", N_ ("Local employment agency, exempt amount an hour"),
                          ENT_CALC_UNIT_CENTS, 0 },
  [ENT_CALC_UNEMPLOYMENT_DAYS] = { "unemployment-days",
                                   N_ ("Days of unemployment benefit in a month"),
                                   ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_PART_MONTH_DAYS] = { "part-month-days",
                                 N_ ("Days by which a month is divided (0: those of the calendar)"),
                                 ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_ARTICLE_34] = { "article-34", N_ ("Version of article 34 on cohabitants"),
                            ENT_CALC_UNIT_WHOLE, 0 },
  [ENT_CALC_RESOURCE] = { "resource", N_ ("How a kind of resource is treated"),
                          ENT_CALC_UNIT_TREATMENT, ENT_CALC_N_RESOURCES },
  [ENT_CALC_RULE] = { "rule", N_ ("Rule"), ENT_CALC_UNIT_NONE, ENT_CALC_N_RULES },
};

const EntCalcName ent_calc_statuses[ENT_CALC_N_STATUSES] = {
  [ENT_CALC_VERIFIED] = { "verified", N_ ("Verified") },
  [ENT_CALC_DERIVED] = { "derived", N_ ("Computed from verified figures") },
  [ENT_CALC_TO_CHECK] = { "to-check", N_ ("To be checked") },
};

const EntCalcName ent_calc_treatments[ENT_CALC_N_TREATMENTS] = {
  [ENT_CALC_COUNTED] = { "counted", N_ ("Counted") },
  [ENT_CALC_EXEMPT] = { "exempt", N_ ("Exempt") },
  [ENT_CALC_BY_ISP] = { "work", N_ ("Counted, with the exemption for work or training") },
  [ENT_CALC_BY_HOUR] = { "ale", N_ ("Counted beyond an exempt amount an hour") },
  [ENT_CALC_OPEN] = { "open", N_ ("Not settled") },
};

static const char *const rule_codes[ENT_CALC_N_RULES] = {
  [ENT_CALC_RULE_CATEGORY_FAMILY] = "category-family",
  [ENT_CALC_RULE_CATEGORY_HOMELESS] = "category-homeless",
  [ENT_CALC_RULE_CATEGORY_COHABITANT] = "category-cohabitant",
  [ENT_CALC_RULE_CATEGORY_ALONE] = "category-alone",
  [ENT_CALC_RULE_CATEGORY_APART] = "category-apart",
  [ENT_CALC_RULE_CATEGORY_GIVEN] = "category-given",
  [ENT_CALC_RULE_EQUIVALENT_AID] = "equivalent-aid",
  [ENT_CALC_RULE_AMOUNT_FROM_MONTH] = "amount-from-month",
  [ENT_CALC_RULE_RESOURCES] = "resources",
  [ENT_CALC_RULE_RENTED] = "rented",
  [ENT_CALC_RULE_CO_OWNED] = "co-owned",
  [ENT_CALC_RULE_PARTNER] = "partner",
  [ENT_CALC_RULE_PARTNER_FAMILY] = "partner-family",
  [ENT_CALC_RULE_PARTNER_ON_INCOME] = "partner-on-income",
  [ENT_CALC_RULE_PARTNER_ARTICLE_60] = "partner-article-60",
  [ENT_CALC_RULE_PARTNER_APART] = "partner-apart",
  [ENT_CALC_RULE_COHABITANT_MAY] = "cohabitant-may",
  [ENT_CALC_RULE_COHABITANT_MUST] = "cohabitant-must",
  [ENT_CALC_RULE_COHABITANT_FRANCHISE] = "cohabitant-franchise",
  [ENT_CALC_RULE_COHABITANT_EQUITY] = "cohabitant-equity",
  [ENT_CALC_RULE_COHABITANT_NEVER] = "cohabitant-never",
  [ENT_CALC_RULE_COHABITANT_EXEMPT] = "cohabitant-exempt",
  [ENT_CALC_RULE_GRANTED] = "granted",
};

const char *
ent_calc_scale_variant_code (EntCalcScale scale, guint variant)
{
  g_return_val_if_fail (scale < ENT_CALC_N_SCALES, "");
  g_return_val_if_fail (variant < MAX (1, ent_calc_scale_info[scale].n_variants), "");

  switch (scale)
    {
    case ENT_CALC_ISP_BASE:
    case ENT_CALC_ISP_MONTH:
      return ent_calc_isps[variant].code;
    case ENT_CALC_RESOURCE:
      return ent_calc_resources[variant].code;
    case ENT_CALC_RULE:
      return rule_codes[variant];
    default:
      /* Bands are numbered as categories are. */
      return ent_calc_scale_info[scale].n_variants > 0 ? ent_calc_categories[variant].code : "";
    }
}
