/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the law asks of working time, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_WORKING_TIME_REST = 1, /* between the work of two days */
  ENT_WORKING_TIME_BREAK_AFTER, /* work of a day beyond which a break is due */
  ENT_WORKING_TIME_BREAK, /* how long it lasts */
} EntWorkingTimeKind;

extern const EntEnum ent_working_time_kind_enum;

#define ENT_TYPE_WORKING_TIME_RULE (ent_working_time_rule_get_type ())
G_DECLARE_FINAL_TYPE (EntWorkingTimeRule, ent_working_time_rule, ENT, WORKING_TIME_RULE, EntRecord)

struct _EntWorkingTimeRule
{
  EntRecord parent_instance;

  int kind;
  int minutes;
  gint32 from_day;
  gint32 to_day;
  char *source;
  gboolean to_check; /* nobody has read it in the law yet */
};

ENT_DECLARE_SCHEMA (ent_working_time_rule_schema)

G_END_DECLS
