/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new register knows of unsocial hours and of the rules of the month. Thread of the
 * connection. */

#include "ent-month-seed.h"

#include "ent-date.h"
#include "ent-month-enums.h"
#include "ent-month-rule.h"
#include "ent-unsocial-rate.h"

#include <glib/gi18n-lib.h>

#define SINCE "2000-01-01"

static const struct
{
  EntUnsocialKind kind;
  int from, to;
  int percent;
} rates[] = {
  { ENT_UNSOCIAL_EVENING, 20 * 60, 22 * 60, 20 },
  { ENT_UNSOCIAL_SATURDAY, 0, 24 * 60, 26 },
  { ENT_UNSOCIAL_HOLIDAY, 0, 24 * 60, 56 },
  { ENT_UNSOCIAL_NIGHT, 22 * 60, 6 * 60, 35 },
};

static const struct
{
  EntMonthRuleKind kind;
  int value;
} rules[] = {
  { ENT_MONTH_TOLERANCE, 10 },
  { ENT_MONTH_BILL_LATE_CANCEL, 0 },
  { ENT_MONTH_BILL_NOBODY_HOME, 0 },
};

static gboolean
insert_rate (EntApply *apply, guint i, GError **error)
{
  g_autoptr (EntUnsocialRate) rate = ent_record_new (ENT_TYPE_UNSOCIAL_RATE);

  rate->kind = (int) rates[i].kind;
  rate->from_minute = rates[i].from;
  rate->to_minute = rates[i].to;
  rate->percent = rates[i].percent;
  rate->from_day = ent_day_parse_iso (SINCE);
  rate->source = g_strdup (_ ("Agreements of the non-profit sector – to be checked"));
  return ent_apply_insert (apply, rate, error);
}

static gboolean
insert_rule (EntApply *apply, guint i, GError **error)
{
  g_autoptr (EntMonthRule) rule = ent_record_new (ENT_TYPE_MONTH_RULE);

  rule->kind = (int) rules[i].kind;
  rule->value = rules[i].value;
  rule->from_day = ent_day_parse_iso (SINCE);
  rule->source = g_strdup (_ ("Choice of the centre – to be checked"));
  return ent_apply_insert (apply, rule, error);
}

gboolean
ent_month_seed (EntApply *apply, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (!insert_rate (apply, i, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!insert_rule (apply, i, error))
      return FALSE;
  return TRUE;
}
