/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit of a carer to a beneficiary, planned or done. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_VISIT_PLANNED = 1,
  ENT_VISIT_CONFIRMED,
  ENT_VISIT_DONE,
  ENT_VISIT_CANCELLED_BENEFICIARY,
  ENT_VISIT_CANCELLED_SERVICE,
  ENT_VISIT_NOBODY_HOME,
  ENT_VISIT_REPLACED
} EntVisitState;

extern const EntEnum ent_visit_state_enum;

#define ENT_TYPE_VISIT (ent_visit_get_type ())
G_DECLARE_FINAL_TYPE (EntVisit, ent_visit, ENT, VISIT, EntRecord)

struct _EntVisit
{
  EntRecord parent_instance;

  gint64 person_id;
  gint32 day;
  int start_time; /* empty while nobody placed it */
  int minutes;
  char *person_name; /* computed */
  gint64 activity_id;
  char *activity_name; /* computed */
  gint64 carer_id; /* empty: to place */
  char *carer_name; /* computed */
  int state;
  gint64 plan_id;
  gint64 need_id; /* empty: an extra visit */
  gint32 origin_day; /* with place: under which it was made */
  int place; /* 1 or 2 */
  gboolean is_locked;
  gboolean is_exception; /* somebody changed it: generation leaves it alone */
  char *cancel_reason;
  gint64 told_at;
  int began_at;
  int ended_at; /* may be of the next day */
  gboolean entered_late;
  gint64 reported_at; /* when somebody told how it went */
  gint32 notice_day; /* with notice_time: when a cancellation was told */
  int notice_time;
  int notice_minutes; /* from there to the beginning */
  gboolean notice_late; /* by the rule of its day, or as it was settled for the month */
  gboolean did_call; /* nobody at home: what the carer did then */
  gboolean did_ask_neighbour;
  gboolean did_tell_worker;
  char *remark;
  int travel_minutes;
  int travel_metres;
  gint32 settled_on; /* somebody looked at it for the closing of its month */
};

ENT_DECLARE_SCHEMA (ent_visit_schema)

/* "21/11/2026 at 14:30"; transfer full. */
char *ent_visit_format_when (EntVisit *self);

G_END_DECLS
