/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deadline is and how it is counted, for a time. Record: see ent-record.h for threads.
 */

#include "ent-deadline-rule.h"

#include "ent-deadline.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntDeadlineRule *self = ENT_DEADLINE_RULE (record);
  g_autofree char *length = ent_deadline_format_length (self);

  /* Translators: a deadline, like “Decision”, then its length, like “30 days” */
  return g_strdup_printf (_ ("%s: %s"), ent_enum_label (&ent_deadline_kind_enum, self->kind),
                          length);
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_DEADLINE_RULE (record)->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_deadline_rule_check (ENT_DEADLINE_RULE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntDeadlineRule, kind, N_("Deadline"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_WIDE,
            &ent_deadline_kind_enum),
  ENT_ENUM (EntDeadlineRule, regime, N_("Only for"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_regime_enum),
  ENT_ENUM (EntDeadlineRule, start, N_("Runs from"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST,
            &ent_deadline_start_enum),
  ENT_INT (EntDeadlineRule, amount, N_("How many"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_ENUM (EntDeadlineRule, unit, N_("Counted in"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST,
            &ent_deadline_unit_enum),
  ENT_ENUM (EntDeadlineRule, first_day, N_("First day that counts"), ENT_COLUMN_REQUIRED,
            &ent_deadline_first_enum),
  ENT_ENUM (EntDeadlineRule, last_day, N_("When it ends on a day off"), ENT_COLUMN_REQUIRED,
            &ent_deadline_last_enum),
  ENT_DATE (EntDeadlineRule, from_day, N_("In force from"), ENT_COLUMN_REQUIRED |
            ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntDeadlineRule, to_day, N_("In force until"), ENT_COLUMN_FILTER),
  ENT_TEXT (EntDeadlineRule, source, N_("Source"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_WIDE),
  ENT_ENUM (EntDeadlineRule, standing, N_("Standing"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER, &ent_rule_standing_enum),
};

const EntSchema ent_deadline_rule_schema = {
  .table = "deadline_rule",
  .number = 70,
  .title = N_("Deadline"),
  .plural = N_("Deadlines"),
  .icon_name = "ent-history-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_deadline_rule_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntDeadlineRule, ent_deadline_rule, ENT_TYPE_RECORD)

static void
ent_deadline_rule_class_init (EntDeadlineRuleClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_deadline_rule_schema);
}

static void
ent_deadline_rule_init (EntDeadlineRule *self)
{
}
