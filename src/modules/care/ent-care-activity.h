/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What home care is made of: help, cleaning, sitting. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CARE_VITAL = 1, /* hygiene, meal, medicine */
  ENT_CARE_IMPORTANT,
  ENT_CARE_POSTPONABLE
} EntCarePriority;

extern const EntEnum ent_care_priority_enum;

#define ENT_TYPE_CARE_ACTIVITY (ent_care_activity_get_type ())
G_DECLARE_FINAL_TYPE (EntCareActivity, ent_care_activity, ENT, CARE_ACTIVITY, EntRecord)

struct _EntCareActivity
{
  EntRecord parent_instance;

  char *name;
  char *code;
  int carer_kind; /* the kind of carer that may do it */
  gboolean is_subsidised;
  gboolean is_charged;
  int minutes;
  int priority; /* what a new visit has */
  gint32 from_day;
  gint32 to_day;
};

ENT_DECLARE_SCHEMA (ent_care_activity_schema)

G_END_DECLS
