/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit that returns by a rhythm, as a care plan promises it. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CARE_EVERY_WEEK = 1,
  ENT_CARE_WEEK_A,
  ENT_CARE_WEEK_B,
  ENT_CARE_MONTHLY,
  ENT_CARE_ONCE
} EntCareRhythm;

typedef enum
{
  ENT_CARE_FIRST = 1,
  ENT_CARE_SECOND,
  ENT_CARE_THIRD,
  ENT_CARE_FOURTH,
  ENT_CARE_LAST
} EntCareNth;

extern const EntEnum ent_care_rhythm_enum;
extern const EntEnum ent_care_nth_enum;

#define ENT_TYPE_CARE_NEED (ent_care_need_get_type ())
G_DECLARE_FINAL_TYPE (EntCareNeed, ent_care_need, ENT, CARE_NEED, EntRecord)

struct _EntCareNeed
{
  EntRecord parent_instance;

  gint64 plan_id;
  gint64 activity_id;
  char *activity_name; /* computed */
  char *tasks; /* computed: their names */
  int rhythm;
  gboolean monday;
  gboolean tuesday;
  gboolean wednesday;
  gboolean thursday;
  gboolean friday;
  gboolean saturday;
  gboolean sunday;
  int nth;
  gint32 once_on;
  gint32 from_day;
  gint32 to_day;
  int minutes;
  int n_carers; /* 1 or 2 */
  int earliest; /* of the whole visit: hard */
  int latest;
  int wished_from; /* soft */
  int wished_to;
  int fixed_at;
  char *fixed_reason;
  int priority;
  int min_gap_days;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_care_need_schema)

G_END_DECLS
