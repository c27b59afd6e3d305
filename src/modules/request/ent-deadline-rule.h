/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deadline is and how it is counted, for a time. Record. */

#pragma once

#include "ent-deadline-enums.h"
#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_DEADLINE_RULE (ent_deadline_rule_get_type ())
G_DECLARE_FINAL_TYPE (EntDeadlineRule, ent_deadline_rule, ENT, DEADLINE_RULE, EntRecord)

struct _EntDeadlineRule
{
  EntRecord parent_instance;

  int kind; /* EntDeadlineKind */
  int regime; /* EntRegime; 0: whatever the aid */
  int start; /* EntDeadlineStart */
  int amount;
  int unit; /* EntDeadlineUnit */
  int first_day; /* EntDeadlineFirst */
  int last_day; /* EntDeadlineLast */
  gint32 from_day;
  gint32 to_day;
  char *source;
  int standing; /* EntRuleStanding */
};

ENT_DECLARE_SCHEMA (ent_deadline_rule_schema)

G_END_DECLS
