/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which carers a beneficiary wishes, and which may not come. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CARE_WISHED = 1,
  ENT_CARE_REFUSED,
  ENT_CARE_FAMILY,
  ENT_CARE_INCIDENT
} EntCareWishKind;

extern const EntEnum ent_care_wish_kind_enum;

#define ENT_TYPE_CARE_WISH (ent_care_wish_get_type ())
G_DECLARE_FINAL_TYPE (EntCareWish, ent_care_wish, ENT, CARE_WISH, EntRecord)

struct _EntCareWish
{
  EntRecord parent_instance;

  gint64 plan_id;
  gint64 carer_id;
  char *carer_name; /* computed */
  int kind;
  char *reason;
  gint32 from_day;
  gint32 to_day;
};

ENT_DECLARE_SCHEMA (ent_care_wish_schema)

G_END_DECLS
