/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That somebody is to be told, or has been told, what has changed in a visit. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_NOTICE_OTHER_CARER = 1, /* at the same time */
  ENT_NOTICE_OTHER_TIME, /* and perhaps another carer */
  ENT_NOTICE_CANCELLED,
  ENT_NOTICE_NEW_VISIT, /* the carer has one more */
  ENT_NOTICE_NO_CARER, /* who would have come does not, and nobody else is found yet */
} EntNoticeKind;

typedef enum
{
  ENT_NOTICE_BENEFICIARY = 1,
  ENT_NOTICE_FAMILY,
  ENT_NOTICE_CARER, /* new_carer_id */
  ENT_NOTICE_PRESCRIBER,
} EntNoticeRecipient;

typedef enum
{
  ENT_NOTICE_BY_PHONE = 1,
  ENT_NOTICE_BY_VISIT,
  ENT_NOTICE_BY_LETTER,
  ENT_NOTICE_BY_SMS,
  ENT_NOTICE_BY_E_MAIL,
} EntNoticeHow;

typedef enum
{
  ENT_NOTICE_AGREED = 1,
  ENT_NOTICE_NOT_REACHED,
  ENT_NOTICE_REFUSED,
} EntNoticeOutcome;

extern const EntEnum ent_notice_kind_enum;
extern const EntEnum ent_notice_recipient_enum;
extern const EntEnum ent_notice_how_enum;
extern const EntEnum ent_notice_outcome_enum;

#define ENT_TYPE_VISIT_NOTICE (ent_visit_notice_get_type ())
G_DECLARE_FINAL_TYPE (EntVisitNotice, ent_visit_notice, ENT, VISIT_NOTICE, EntRecord)

struct _EntVisitNotice
{
  EntRecord parent_instance;

  gint64 visit_id;
  gint64 cover_id; /* of which absence; empty: of none */
  char *person_name; /* computed */
  int kind;
  int recipient;
  gint32 day;
  int old_time;
  gint64 old_carer_id;
  char *old_carer; /* computed */
  int new_time; /* empty when nobody comes */
  gint64 new_carer_id;
  char *new_carer; /* computed */
  gint64 told_at; /* empty: still to tell */
  gint64 told_by_id;
  int how;
  int outcome;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_visit_notice_schema)

G_END_DECLS
