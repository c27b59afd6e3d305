/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the calculator, with their codes. Any thread. */
#include "ent-calc-kinds.h"

#include <glib/gi18n-lib.h>

const EntCalcName ent_calc_regimes[ENT_CALC_N_REGIMES] = {
  [ENT_CALC_RIS] = { "ris", N_ ("Integration income") },
  [ENT_CALC_ERIS] = { "eris", N_ ("Equivalent social aid") },
};

const EntCalcName ent_calc_periods[ENT_CALC_N_PERIODS] = {
  [ENT_CALC_A_YEAR] = { "year", N_ ("a year") },
  [ENT_CALC_A_MONTH] = { "month", N_ ("a month") },
  [ENT_CALC_A_DAY] = { "day", N_ ("a day") },
};

const EntCalcName ent_calc_resources[ENT_CALC_N_RESOURCES] = {
  [ENT_CALC_WORK] = { "work", N_ ("Wages or professional income") },
  [ENT_CALC_TRAINING] = { "training", N_ ("Training pay") },
  [ENT_CALC_ARTICLE_60] = { "article-60", N_ ("Wages under article 60 § 7") },
  [ENT_CALC_ALE] = { "ale", N_ ("Work for the local employment agency (ALE)") },
  [ENT_CALC_UNEMPLOYMENT] = { "unemployment", N_ ("Unemployment benefit") },
  [ENT_CALC_SICKNESS] = { "sickness", N_ ("Sickness benefit") },
  [ENT_CALC_PENSION] = { "pension", N_ ("Pension") },
  [ENT_CALC_REPLACEMENT_ALLOWANCE] = { "replacement-allowance",
                                       N_ ("Income replacement allowance") },
  [ENT_CALC_OWN_MAINTENANCE] = { "own-maintenance", N_ ("Maintenance received for oneself") },
  [ENT_CALC_OWN_CHILD_BENEFIT] = { "own-child-benefit", N_ ("Child benefit received for oneself") },
  [ENT_CALC_APPLICANT_CHILD_BENEFIT] = { "applicant-child-benefit",
                                         N_ ("Child benefit for the applicant") },
  [ENT_CALC_REGULAR_GIFT] = { "regular-gift", N_ ("Regular gifts") },
  [ENT_CALC_OTHER] = { "other", N_ ("Other resources") },
  [ENT_CALC_CPAS_AID] = { "cpas-aid", N_ ("Aid of a social welfare centre") },
  [ENT_CALC_CHILD_BENEFIT] = { "child-benefit", N_ ("Child benefit for children in one’s care") },
  [ENT_CALC_HANDICAP_SUPPLEMENT] = { "handicap-supplement",
                                     N_ ("Child benefit supplement for a handicap") },
  [ENT_CALC_CHILD_MAINTENANCE] = { "child-maintenance",
                                   N_ ("Maintenance received for one’s children") },
  [ENT_CALC_STUDY_GRANT] = { "study-grant", N_ ("Study grant") },
  [ENT_CALC_ELDERLY_ALLOWANCE] = { "elderly-allowance",
                                   N_ ("Allowance for assistance to the elderly (APA)") },
  [ENT_CALC_IRREGULAR_GIFT] = { "irregular-gift", N_ ("Irregular gifts") },
  [ENT_CALC_VOLUNTEERING] = { "volunteering", N_ ("Volunteer allowance within the legal limits") },
  [ENT_CALC_SCHOOL_HELP] = { "school-help", N_ ("Occasional help of a school’s social service") },
  [ENT_CALC_HOUSING_PREMIUM] = { "housing-premium", N_ ("Regional removal or rent premium") },
  [ENT_CALC_FOSTER_ALLOWANCE] = { "foster-allowance", N_ ("Foster care allowance") },
  [ENT_CALC_TRAINING_BONUS] = { "training-bonus",
                                N_ ("Training bonus and refund of travel costs") },
  [ENT_CALC_WAR_RENT] = { "war-rent", N_ ("War pension or front stripe pension") },
  [ENT_CALC_INTEGRATION_ALLOWANCE] = { "integration-allowance",
                                       N_ ("Integration allowance for disabled persons") },
  [ENT_CALC_ENERGY_PREMIUM] = { "energy-premium", N_ ("Covid or energy premium") },
  [ENT_CALC_GERMAN_DETENTION] = { "german-detention", N_ ("German indemnity for detention") },
};

const EntCalcName ent_calc_relations[ENT_CALC_N_RELATIONS] = {
  [ENT_CALC_PARTNER] = { "partner", N_ ("Spouse or life partner") },
  [ENT_CALC_PARENT] = { "parent", N_ ("Parent") },
  [ENT_CALC_CHILD] = { "child", N_ ("Child") },
  [ENT_CALC_GRANDPARENT] = { "grandparent", N_ ("Grandparent") },
  [ENT_CALC_GREAT_GRANDPARENT] = { "great-grandparent", N_ ("Great-grandparent") },
  [ENT_CALC_GRANDCHILD] = { "grandchild", N_ ("Grandchild") },
  [ENT_CALC_PARENT_IN_LAW] = { "parent-in-law", N_ ("Parent-in-law") },
  [ENT_CALC_CHILD_IN_LAW] = { "child-in-law", N_ ("Son-in-law or daughter-in-law") },
  [ENT_CALC_FORMER_SPOUSE] = { "former-spouse", N_ ("Former spouse") },
  [ENT_CALC_SIBLING] = { "sibling", N_ ("Brother or sister") },
  [ENT_CALC_SOMEONE] = { "other", N_ ("Another person") },
};

const EntCalcName ent_calc_counts[ENT_CALC_N_COUNTS] = {
  [ENT_CALC_COUNT_BY_RULE] = { "by-rule", N_ ("As the rule says") },
  [ENT_CALC_COUNT_YES] = { "yes", N_ ("Counted") },
  [ENT_CALC_COUNT_NO] = { "no", N_ ("Not counted") },
};

const EntCalcName ent_calc_isps[ENT_CALC_N_ISP] = {
  [ENT_CALC_ISP_GENERAL] = { "general", N_ ("General exemption for work or training") },
  [ENT_CALC_ISP_STUDENT] = { "student", N_ ("Exemption for students") },
  [ENT_CALC_ISP_SHORTAGE] = { "shortage", N_ ("Exemption for a shortage job") },
  [ENT_CALC_ISP_ARTIST] = { "artist", N_ ("Exemption for artists") },
};

const EntCalcName ent_calc_categories[3] = {
  { "1", N_ ("Category 1, cohabitant") },
  { "2", N_ ("Category 2, single person") },
  { "3", N_ ("Category 3, with a family in charge") },
};
