/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of working time. Pure, but for the seed. */

#include "ent-rounds-hours.h"

#include "ent-date.h"
#include "ent-rounds-round.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static const struct
{
  EntWorkingTimeKind kind;
  int minutes;
} known[] = {
  { ENT_WORKING_TIME_REST, 11 * 60 },
  { ENT_WORKING_TIME_BREAK_AFTER, 6 * 60 },
  { ENT_WORKING_TIME_BREAK, 30 },
};

#define KNOWN_FROM "2001-01-20"
#define KNOWN_SOURCE "Loi du 14 décembre 2000"

void
ent_working_time_rule_check (EntWorkingTimeRule *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->minutes != ENT_INT_NONE && (self->minutes < 1 || self->minutes >= ENT_ROUNDS_DAY))
    ent_issues_add (issues, "minutes", _ ("More than nothing, and less than a day."));
}

static int
minutes_on (GPtrArray *rules, EntWorkingTimeKind kind, gint32 day)
{
  gint32 since = ENT_DAY_NONE;
  int minutes = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const EntWorkingTimeRule *rule = g_ptr_array_index (rules, i);

      if (rule->kind != (int) kind || rule->from_day > day ||
          (rule->to_day != ENT_DAY_NONE && rule->to_day < day) ||
          (since != ENT_DAY_NONE && rule->from_day < since))
        continue;
      since = rule->from_day;
      minutes = rule->minutes;
    }
  return minutes;
}

EntRoundsHours
ent_rounds_hours_on (GPtrArray *rules, gint32 day)
{
  EntRoundsHours hours = { .rest = minutes_on (rules, ENT_WORKING_TIME_REST, day),
                           .break_length = minutes_on (rules, ENT_WORKING_TIME_BREAK, day),
                           .break_after = minutes_on (rules, ENT_WORKING_TIME_BREAK_AFTER, day) };

  if (hours.break_after == 0)
    hours.break_length = 0;
  return hours;
}

gboolean
ent_rounds_seed (EntApply *apply, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (EntWorkingTimeRule) rule = ent_record_new (ENT_TYPE_WORKING_TIME_RULE);

      rule->kind = (int) known[i].kind;
      rule->minutes = known[i].minutes;
      rule->from_day = ent_day_parse_iso (KNOWN_FROM);
      rule->source = g_strdup (KNOWN_SOURCE);
      rule->to_check = TRUE;
      if (!ent_apply_insert (apply, rule, error))
        return FALSE;
    }
  return TRUE;
}
