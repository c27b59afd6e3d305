/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of the person records. Constant data, any thread. */

#pragma once

#include "ent-column.h"

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

typedef enum
{
  ENT_ADDRESS_DOMICILE = 1,
  ENT_ADDRESS_RESIDENCE,
  ENT_ADDRESS_POSTAL,
  ENT_ADDRESS_REFERENCE,
  ENT_ADDRESS_TEMPORARY
} EntAddressKind;

typedef enum
{
  ENT_CONTACT_MOBILE = 1,
  ENT_CONTACT_LANDLINE,
  ENT_CONTACT_E_MAIL,
  ENT_CONTACT_OTHER
} EntContactKind;

typedef enum
{
  ENT_RELATION_CONTACT = 1,
  ENT_RELATION_LEGAL_REPRESENTATIVE,
  ENT_RELATION_TRUSTED,
  ENT_RELATION_GUARDIAN,
  ENT_RELATION_DOCTOR,
  ENT_RELATION_SOCIAL_WORKER,
  ENT_RELATION_LAWYER,
  ENT_RELATION_LANDLORD,
  ENT_RELATION_DEBT_MEDIATOR,
  ENT_RELATION_EMPLOYER,
  ENT_RELATION_SCHOOL,
  ENT_RELATION_OTHER
} EntRelationRole;

typedef enum
{
  ENT_ALERT_DOG = 1,
  ENT_ALERT_AGGRESSION,
  ENT_ALERT_HEALTH,
  ENT_ALERT_ACCESS,
  ENT_ALERT_OTHER
} EntAlertKind;

typedef enum
{
  ENT_MEMBER_REFERENCE = 1,
  ENT_MEMBER_PARTNER,
  ENT_MEMBER_CHILD,
  ENT_MEMBER_PARENT,
  ENT_MEMBER_RELATIVE,
  ENT_MEMBER_OTHER
} EntMemberRole;

typedef enum
{
  ENT_CLOSE_SOLVED = 1,
  ENT_CLOSE_MOVED,
  ENT_CLOSE_NO_NEWS,
  ENT_CLOSE_DECEASED,
  ENT_CLOSE_MERGED,
  ENT_CLOSE_OTHER
} EntCloseReason;

extern const EntEnum ent_sex_enum;
extern const EntEnum ent_residence_title_enum;
extern const EntEnum ent_language_enum;
extern const EntEnum ent_civil_enum;
extern const EntEnum ent_number_kind_enum;
extern const EntEnum ent_address_kind_enum;
extern const EntEnum ent_contact_kind_enum;
extern const EntEnum ent_relation_role_enum;
extern const EntEnum ent_alert_kind_enum;
extern const EntEnum ent_member_role_enum;
extern const EntEnum ent_close_reason_enum;

G_END_DECLS
