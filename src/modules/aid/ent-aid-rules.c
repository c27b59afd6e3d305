/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for aids, and what they add up to. Any thread. */

#include "ent-aid-rules.h"

#include "ent-date.h"
#include "ent-money.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* More than the law lets anybody work. */
#define HOURS_MAX 50

gboolean
ent_aid_is_income (const EntAid *self)
{
  return self->kind == ENT_AID_RIS || self->kind == ENT_AID_ERIS;
}

gboolean
ent_aid_runs (const EntAid *self, gint32 day)
{
  return self->from_day != ENT_DAY_NONE && self->from_day <= day &&
         (self->to_day == ENT_DAY_NONE || day <= self->to_day);
}

static EntAid *
later (EntAid *a, EntAid *b)
{
  return a == NULL || b->from_day > a->from_day ? b : a;
}

EntAid *
ent_aid_running (GPtrArray *aids, EntAidKind kind, gint32 day)
{
  EntAid *found = NULL;

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);

      if (aid->kind == (int) kind && ent_aid_runs (aid, day))
        found = later (found, aid);
    }
  return found;
}

EntAid *
ent_aid_running_income (GPtrArray *aids, gint32 day)
{
  EntAid *ris = ent_aid_running (aids, ENT_AID_RIS, day);
  EntAid *eris = ent_aid_running (aids, ENT_AID_ERIS, day);

  return eris != NULL ? later (ris, eris) : ris;
}

/* The earliest beginning among those that run on a day. */
static gint32
earliest (GPtrArray *aids, gint32 day)
{
  gint32 first = ENT_DAY_NONE;

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);

      if (ent_aid_is_income (aid) && ent_aid_runs (aid, day) &&
          (first == ENT_DAY_NONE || aid->from_day < first))
        first = aid->from_day;
    }
  return first;
}

gint32
ent_aid_income_since (GPtrArray *aids, gint32 day)
{
  gint32 since = earliest (aids, day);

  while (since != ENT_DAY_NONE)
    {
      gint32 before = earliest (aids, since - 1);

      if (before == ENT_DAY_NONE)
        break;
      since = before;
    }
  return since;
}

gint32
ent_aid_last_day_of_months (gint32 since, int months)
{
  gint32 next = ent_day_add_months (since, months);
  int began = 0, ends = 0;

  if (next == ENT_DAY_NONE || !ent_day_to_ymd (since, NULL, NULL, &began) ||
      !ent_day_to_ymd (next, NULL, NULL, &ends))
    return ENT_DAY_NONE;
  return ends < began ? next : next - 1;
}

int
ent_aid_income_months (GPtrArray *aids, gint32 day)
{
  gint32 since = ent_aid_income_since (aids, day);
  int months = -1;
  gint32 last;

  if (since == ENT_DAY_NONE)
    return 0;
  do
    last = ent_aid_last_day_of_months (since, ++months + 1);
  while (last != ENT_DAY_NONE && last <= day);
  return months;
}

/* An open side of a period lies before or after every day. */
static gboolean
meets (const EntAid *self, gint32 from, gint32 to)
{
  return self->from_day != ENT_DAY_NONE && (to == ENT_DAY_NONE || self->from_day <= to) &&
         (from == ENT_DAY_NONE || self->to_day == ENT_DAY_NONE || from <= self->to_day);
}

GPtrArray *
ent_aid_in_period (GPtrArray *aids, gint32 from, gint32 to)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < aids->len; i++)
    if (meets (g_ptr_array_index (aids, i), from, to))
      g_ptr_array_add (found, g_ptr_array_index (aids, i));
  return found;
}

static void
check_amount (gint64 amount, const char *field, EntIssues *issues)
{
  if (amount != ENT_MONEY_NONE && amount < 0)
    ent_issues_add (issues, field, _ ("An amount granted cannot lie below zero."));
}

static void
check_hours (const char *text, EntIssues *issues)
{
  g_autofree char *dotted = text != NULL ? g_strdup (text) : NULL;
  char *end = NULL;
  double hours;

  if (dotted == NULL || *dotted == '\0')
    return;
  hours = g_ascii_strtod (g_strdelimit (dotted, ",", '.'), &end);
  if (end == dotted || *end != '\0' || !(hours > 0 && hours <= HOURS_MAX))
    ent_issues_add (issues, "weekly_hours", _ ("Type the hours of a week, like 38 or 28,5."));
}

void
ent_aid_check (EntAid *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  check_amount (self->monthly_amount, "monthly_amount", issues);
  check_amount (self->one_off_amount, "one_off_amount", issues);
  check_hours (self->weekly_hours, issues);
  if (self->days_worked != ENT_INT_NONE && self->days_worked < 0)
    ent_issues_add (issues, "days_worked", _ ("Days worked cannot lie below zero."));

  if (!ent_aid_is_income (self))
    return;
  if (self->category == 0)
    ent_issues_add (issues, "category", _ ("Integration income needs its category."));
  if (self->monthly_amount == ENT_MONEY_NONE)
    ent_issues_add (issues, "monthly_amount", _ ("Integration income needs its amount a month."));
}

void
ent_aid_check_overlap (GPtrArray *aids, EntAid *self, EntIssues *issues)
{
  if (!ent_aid_is_income (self) || self->from_day == ENT_DAY_NONE)
    return;

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *other = g_ptr_array_index (aids, i);

      if (ent_record_get_id (other) == ent_record_get_id (self) || !ent_aid_is_income (other) ||
          !meets (other, self->from_day, self->to_day))
        continue;
      ent_issues_warn (issues, "from_day",
                       _ ("Integration income is already noted for some of these days."));
      return;
    }
}
