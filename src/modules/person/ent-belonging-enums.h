/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of what belongs to a person. Constant data, any thread. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

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

extern const EntEnum ent_address_kind_enum;
extern const EntEnum ent_contact_kind_enum;
extern const EntEnum ent_relation_role_enum;
extern const EntEnum ent_alert_kind_enum;
extern const EntEnum ent_member_role_enum;
extern const EntEnum ent_close_reason_enum;

G_END_DECLS
