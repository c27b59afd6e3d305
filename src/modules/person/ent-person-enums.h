/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of a person. Constant data, any thread. */

#pragma once

#include "ent-belonging-enums.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SEX_FEMALE = 1,
  ENT_SEX_MALE,
  ENT_SEX_UNSPECIFIED
} EntSex;

/* What allows someone to stay in Belgium; letters are those printed on the cards. */
typedef enum
{
  ENT_RESIDENCE_BELGIAN = 1,
  ENT_RESIDENCE_EU_REGISTRATION,
  ENT_RESIDENCE_EU_PERMANENT,
  ENT_RESIDENCE_A,
  ENT_RESIDENCE_B,
  ENT_RESIDENCE_K,
  ENT_RESIDENCE_L,
  ENT_RESIDENCE_F,
  ENT_RESIDENCE_F_PLUS,
  ENT_RESIDENCE_H,
  ENT_RESIDENCE_M,
  ENT_RESIDENCE_ORANGE,
  ENT_RESIDENCE_ANNEX_15,
  ENT_RESIDENCE_ANNEX_19,
  ENT_RESIDENCE_ANNEX_26,
  ENT_RESIDENCE_ANNEX_35,
  ENT_RESIDENCE_VISA,
  ENT_RESIDENCE_NONE,
  ENT_RESIDENCE_OTHER
} EntResidenceTitle;

/* Languages heard at the counters of the country; nicks are ISO 639 codes. */
typedef enum
{
  ENT_LANGUAGE_FR = 1,
  ENT_LANGUAGE_NL,
  ENT_LANGUAGE_DE,
  ENT_LANGUAGE_EN,
  ENT_LANGUAGE_AR,
  ENT_LANGUAGE_TR,
  ENT_LANGUAGE_ES,
  ENT_LANGUAGE_IT,
  ENT_LANGUAGE_PT,
  ENT_LANGUAGE_PL,
  ENT_LANGUAGE_RO,
  ENT_LANGUAGE_BG,
  ENT_LANGUAGE_RU,
  ENT_LANGUAGE_UK,
  ENT_LANGUAGE_PS,
  ENT_LANGUAGE_FA,
  ENT_LANGUAGE_TI,
  ENT_LANGUAGE_SO,
  ENT_LANGUAGE_SQ,
  ENT_LANGUAGE_SR,
  ENT_LANGUAGE_HY,
  ENT_LANGUAGE_KA,
  ENT_LANGUAGE_KU,
  ENT_LANGUAGE_BER,
  ENT_LANGUAGE_LN,
  ENT_LANGUAGE_SW,
  ENT_LANGUAGE_FF,
  ENT_LANGUAGE_PA,
  ENT_LANGUAGE_ZH,
  ENT_LANGUAGE_VI,
  ENT_LANGUAGE_RMN,
  ENT_LANGUAGE_SIGN,
  ENT_LANGUAGE_OTHER
} EntLanguage;

typedef enum
{
  ENT_CIVIL_SINGLE = 1,
  ENT_CIVIL_MARRIED,
  ENT_CIVIL_LEGAL_COHABITATION,
  ENT_CIVIL_SEPARATED,
  ENT_CIVIL_DIVORCED,
  ENT_CIVIL_WIDOWED
} EntCivil;

typedef enum
{
  ENT_NUMBER_KIND_NISS = 1,
  ENT_NUMBER_KIND_BIS
} EntNumberKind;

extern const EntEnum ent_sex_enum;
extern const EntEnum ent_residence_title_enum;
extern const EntEnum ent_language_enum;
extern const EntEnum ent_civil_enum;
extern const EntEnum ent_number_kind_enum;

G_END_DECLS
