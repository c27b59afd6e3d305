/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts deadlines. Any thread. */

#include "ent-deadline.h"

#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS 3660
#define MOST_MONTHS 120

static gboolean
is_off (gint32 day)
{
  return ent_day_weekday (day) > 5 || ent_day_is_legal_holiday (day);
}

static void
note_day_off (EntDeadline *self, gint32 day)
{
  if (ent_day_is_legal_holiday (day))
    g_array_append_val (self->days_off, day);
}

/* The nth working day after a day. */
static gint32
nth_working (gint32 day, int n)
{
  while (n > 0)
    if (!is_off (++day))
      n--;
  return day;
}

static gint32
first_day (const EntDeadlineRule *rule, gint32 start)
{
  switch (rule->first_day)
    {
    case ENT_FIRST_WORKING:
      return nth_working (start, 1);
    case ENT_FIRST_THIRD_WORKING:
      return nth_working (start, 3);
    default:
      return start + 1;
    }
}

/* Three months whose first day is 1 March end on 31 May; whose first day is the 31st, on the last
 * day of a month that is shorter. */
static gint32
court_end (gint32 first, int months)
{
  gint32 same = ent_day_add_months (first, months);
  int mday = 0, other = 0;

  ent_day_to_ymd (first, NULL, NULL, &mday);
  ent_day_to_ymd (same, NULL, NULL, &other);
  return mday == other ? same - 1 : same;
}

/* The standstill that a day lies in, or NULL. */
static const EntStandstill *
find_standstill (GArray *standstills, gint32 day)
{
  for (guint i = 0; standstills != NULL && i < standstills->len; i++)
    {
      const EntStandstill *still = &g_array_index (standstills, EntStandstill, i);

      if (still->from_day <= day && (still->to_day == ENT_DAY_NONE || day <= still->to_day))
        return still;
    }
  return NULL;
}

static void
note_standstill (EntDeadline *self, const EntStandstill *still)
{
  self->n_still++;
  for (guint i = 0; i < self->standstills->len; i++)
    if (g_array_index (self->standstills, EntStandstill, i).from_day == still->from_day &&
        g_array_index (self->standstills, EntStandstill, i).to_day == still->to_day)
      return;
  g_array_append_vals (self->standstills, still, 1);
}

/* Goes on by @n days that count; FALSE when the clock still stands. */
static gboolean
walk (EntDeadline *self, GArray *standstills, int n)
{
  gboolean working = self->rule->unit == ENT_UNIT_WORKING_DAYS;
  gint32 day = self->first - 1;

  while (n > 0)
    {
      const EntStandstill *still = find_standstill (standstills, ++day);

      if (working && is_off (day))
        note_day_off (self, day);
      else if (still == NULL)
        n--;
      else
        note_standstill (self, still);
      if (still != NULL && still->to_day == ENT_DAY_NONE)
        return FALSE;
    }
  self->due = day;
  return TRUE;
}

static gint32
plain_end (const EntDeadline *self)
{
  int amount = self->rule->amount;

  switch (self->rule->unit)
    {
    case ENT_UNIT_WORKING_DAYS:
      return amount > 0 ? nth_working (self->first - 1, amount) : self->start;
    case ENT_UNIT_MONTHS:
      return ent_day_add_months (self->first - 1, amount);
    case ENT_UNIT_COURT_MONTHS:
      return court_end (self->first, amount);
    default:
      return self->first - 1 + amount;
    }
}

/* A last day that is off moves on, over each holiday that it meets. */
static void
move_last (EntDeadline *self)
{
  while (is_off (self->due))
    note_day_off (self, self->due++);
}

EntDeadline *
ent_deadline_count (EntDeadlineRule *rule, gint32 start, GArray *standstills)
{
  EntDeadline *self;
  int n;

  if (start == ENT_DAY_NONE)
    return NULL;
  self = g_new0 (EntDeadline, 1);
  self->rule = g_object_ref (rule);
  self->days_off = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->standstills = g_array_new (FALSE, FALSE, sizeof (EntStandstill));
  self->start = start;
  self->first = first_day (rule, start);
  self->plain = plain_end (self);
  self->due = ENT_DAY_NONE;
  n = rule->unit == ENT_UNIT_WORKING_DAYS ? rule->amount : self->plain - self->first + 1;
  if (n <= 0)
    self->due = self->plain;
  else if (!walk (self, standstills, n))
    return self;
  if (rule->last_day == ENT_LAST_MOVES)
    move_last (self);
  return self;
}

void
ent_deadline_free (EntDeadline *self)
{
  g_object_unref (self->rule);
  g_array_unref (self->days_off);
  g_array_unref (self->standstills);
  g_free (self);
}

static gboolean
is_in_force (const EntDeadlineRule *rule, gint32 day)
{
  return rule->from_day <= day && (rule->to_day == ENT_DAY_NONE || day <= rule->to_day);
}

/* Made for the regime, then the latest. */
static gboolean
is_better (const EntDeadlineRule *rule, const EntDeadlineRule *best)
{
  if (best == NULL)
    return TRUE;
  if ((rule->regime != 0) != (best->regime != 0))
    return rule->regime != 0;
  return rule->from_day > best->from_day;
}

EntDeadlineRule *
ent_deadline_find_rule (GPtrArray *rules, EntDeadlineKind kind, int regime, gint32 day)
{
  EntDeadlineRule *best = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      EntDeadlineRule *rule = g_ptr_array_index (rules, i);

      if (rule->kind == (int) kind && (rule->regime == 0 || rule->regime == regime) &&
          is_in_force (rule, day) && is_better (rule, best))
        best = rule;
    }
  return best;
}

void
ent_deadline_rule_check (EntDeadlineRule *self, EntIssues *issues)
{
  gboolean in_months = self->unit == ENT_UNIT_MONTHS || self->unit == ENT_UNIT_COURT_MONTHS;
  int most = in_months ? MOST_MONTHS : MOST_DAYS;

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->amount != ENT_INT_NONE && (self->amount < 0 || self->amount > most))
    ent_issues_add (issues, "amount", _ ("Enter a number from 0 to %d."), most);
  else if (in_months && self->amount == 0)
    ent_issues_add (issues, "amount", _ ("Enter at least one month, or count in days."));
}
