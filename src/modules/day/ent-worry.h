/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What worries a carer about somebody, for the reference worker to follow. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_WORRY_NOW = 1,
  ENT_WORRY_TODAY,
  ENT_WORRY_WEEK
} EntWorryUrgency;

typedef enum
{
  ENT_WORRY_NEW = 1,
  ENT_WORRY_SEEN,
  ENT_WORRY_FOLLOWED
} EntWorryState;

typedef enum
{
  ENT_WORRY_CONTACTED = 1,
  ENT_WORRY_VISITED,
  ENT_WORRY_PLAN_CHANGED,
  ENT_WORRY_PASSED_ON,
  ENT_WORRY_NOTHING_NEEDED,
  ENT_WORRY_OTHER
} EntWorryOutcome;

extern const EntEnum ent_worry_urgency_enum;
extern const EntEnum ent_worry_state_enum;
extern const EntEnum ent_worry_outcome_enum;

#define ENT_TYPE_WORRY (ent_worry_get_type ())
G_DECLARE_FINAL_TYPE (EntWorry, ent_worry, ENT, WORRY, EntRecord)

struct _EntWorry
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  int urgency;
  gint32 due_on; /* follows from urgency and the day of noting */
  int state;
  char *what; /* short and factual */
  char *worker_name; /* computed: who follows it */
  char *hands_login; /* computed: the login of that worker, or of who stands in */
  gint64 noted_at;
  gint64 carer_id;
  char *carer_name; /* computed */
  gint64 visit_id; /* 0: told at another moment */
  gint64 agent_id; /* 0: the reference worker of the care plan that runs */
  int outcome;
  char *outcome_text;
  gint32 outcome_on;
  gint64 outcome_by;
};

ENT_DECLARE_SCHEMA (ent_worry_schema)

G_END_DECLS
