/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number by which a month is counted, for a time. Record: see ent-record.h for
 * threads. */

#include "ent-month-rule.h"

#include "ent-month-enums.h"
#include "ent-month-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntMonthRule *self = ENT_MONTH_RULE (record);

  /* Translators: a rule, like “Minutes that may differ from the plan”, then its number */
  return g_strdup_printf (_ ("%s: %d"), ent_enum_label (&ent_month_rule_kind_enum, self->kind),
                          MAX (0, self->value));
}

static void
prepare (EntRecord *record)
{
  EntMonthRule *self = ENT_MONTH_RULE (record);

  ent_staff_clean_text (&self->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_month_rule_check (ENT_MONTH_RULE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntMonthRule, kind, N_("Rule"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER | ENT_COLUMN_WIDE, &ent_month_rule_kind_enum),
  ENT_INT (EntMonthRule, value, N_("Value"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_DATE (EntMonthRule, from_day, N_("First day"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntMonthRule, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntMonthRule, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
};

const EntSchema ent_month_rule_schema = {
  .table = "month_rule",
  .number = 61,
  .title = N_("Rule of the month"),
  .plural = N_("Rules of the month"),
  .icon_name = "ent-history-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_month_rule_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntMonthRule, ent_month_rule, ENT_TYPE_RECORD)

static void
ent_month_rule_class_init (EntMonthRuleClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_month_rule_schema);
}

static void
ent_month_rule_init (EntMonthRule *self)
{
}
