/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the law asks of working time, for a time. Record: see ent-record.h for threads. */

#include "ent-working-time-rule.h"

#include "ent-clock.h"
#include "ent-rounds-hours.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_WORKING_TIME_REST, "rest", N_("Rest between two days") },
  { ENT_WORKING_TIME_BREAK_AFTER, "break-after", N_("Work of a day before a break is due") },
  { ENT_WORKING_TIME_BREAK, "break", N_("Length of the break") },
};
/* clang-format on */

const EntEnum ent_working_time_kind_enum = { "working-time-kind", kinds, G_N_ELEMENTS (kinds) };

static char *
summary (EntRecord *record)
{
  EntWorkingTimeRule *self = ENT_WORKING_TIME_RULE (record);
  g_autofree char *length = ent_duration_format (self->minutes);

  return g_strdup_printf ("%s · %s", ent_enum_label (&ent_working_time_kind_enum, self->kind),
                          length);
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_WORKING_TIME_RULE (record)->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_working_time_rule_check (ENT_WORKING_TIME_RULE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntWorkingTimeRule, kind, N_("Rule"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_WIDE,
            &ent_working_time_kind_enum),
  ENT_INT (EntWorkingTimeRule, minutes, N_("Duration"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_HOURS),
  ENT_DATE (EntWorkingTimeRule, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntWorkingTimeRule, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntWorkingTimeRule, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_BOOL (EntWorkingTimeRule, to_check, N_("To be checked"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
};

const EntSchema ent_working_time_rule_schema = {
  .table = "working_time_rule",
  .number = 62,
  .title = N_("Rule of working time"),
  .plural = N_("Working time"),
  .icon_name = "ent-calendar-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "kind, from_day DESC, id",
  .type = ent_working_time_rule_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntWorkingTimeRule, ent_working_time_rule, ENT_TYPE_RECORD)

static void
ent_working_time_rule_class_init (EntWorkingTimeRuleClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_working_time_rule_schema);
}

static void
ent_working_time_rule_init (EntWorkingTimeRule *self)
{
}
