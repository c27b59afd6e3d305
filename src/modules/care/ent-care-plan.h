/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was promised to a beneficiary at home. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CARE_PLAN_DRAFT = 1,
  ENT_CARE_PLAN_COMING,
  ENT_CARE_PLAN_RUNS,
  ENT_CARE_PLAN_SUSPENDED, /* the person is away */
  ENT_CARE_PLAN_TO_REVIEW,
  ENT_CARE_PLAN_ENDED
} EntCarePlanState;

extern const EntEnum ent_care_plan_state_enum;

#define ENT_TYPE_CARE_PLAN (ent_care_plan_get_type ())
G_DECLARE_FINAL_TYPE (EntCarePlan, ent_care_plan, ENT, CARE_PLAN, EntRecord)

struct _EntCarePlan
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  int state; /* computed, as of today */
  gboolean is_draft;
  gint64 aid_id;
  gint32 decided_on;
  int organ;
  char *reference;
  gint64 agent_id;
  char *agent_name; /* computed */
  gint32 from_day;
  gint32 to_day;
  gint32 review_on; /* a year after the first day unless said otherwise */
  char *access;
  char *alerts; /* no diagnosis */
  gboolean has_dog;
  gboolean has_cat;
  char *other_pets;
  gboolean smokes;
  char *phone;
  int most_carers; /* continuity: a wish */
  char *note;
};

ENT_DECLARE_SCHEMA (ent_care_plan_schema)

G_END_DECLS
