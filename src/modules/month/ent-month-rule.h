/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number by which a month is counted, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_RULE (ent_month_rule_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthRule, ent_month_rule, ENT, MONTH_RULE, EntRecord)

struct _EntMonthRule
{
  EntRecord parent_instance;

  int kind;
  int value; /* minutes or per cent: see EntMonthRuleKind */
  gint32 from_day;
  gint32 to_day;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_month_rule_schema)

G_END_DECLS
