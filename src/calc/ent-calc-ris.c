/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calculation, from the category to the amount that is paid. Any thread. */
#include "ent-calc-ris.h"

#include "ent-calc-private.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

static EntCalcResult *
result_new (EntCalcScales *scales)
{
  EntCalcResult *self = g_new0 (EntCalcResult, 1);

  self->scales = ent_calc_scales_ref (scales);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_calc_line_free);
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_calc_line_free);
  return self;
}

/* The general exemption: last, and only when all resources together stay below the amount. */
static void
exempt (EntCalcRun *self)
{
  EntCalcResult *result = self->result;
  guint variant = (guint) result->category - 1;
  const EntCalcRow *row = ent_calc_run_row (self, ENT_CALC_GENERAL_EXEMPTION, variant);
  EntCalcLine *line;

  if (result->resources == 0 || result->resources >= result->annual)
    return;
  result->exemption = MIN (row->value, self->general);
  line = ent_calc_run_add (self, "general-exemption", N_ ("General exemption"), ENT_CALC_LINE_ITEM,
                           -result->exemption);
  ent_calc_line_use (line, row);
  ent_calc_line_set_param (line, "exemption", ENT_CALC_PARAM_MONEY, row->value);
  line->explanation = self->beyond > 0
                          ? N_ ("At most {exemption} a year, and not of what the local employment "
                                "agency pays.")
                          : N_ ("At most {exemption} a year.");
}

static EntCalcLine *
add_sum (EntCalcRun *self, const char *id, const char *label, gint64 amount)
{
  EntCalcLine *line = ent_calc_run_add (self, id, label, ENT_CALC_LINE_SUM, amount);

  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_RESOURCES));
  return line;
}

static void
sum_up (EntCalcRun *self)
{
  EntCalcResult *result = self->result;

  result->resources = self->general + self->beyond;
  add_sum (self, "resources", N_ ("Resources before the general exemption"), result->resources);
  exempt (self);
  result->counted = result->resources - result->exemption;
  add_sum (self, "counted", N_ ("Resources that are taken into account"), result->counted);
}

static void
add_refusal (EntCalcRun *self, const char *id, const char *label, const char *explanation)
{
  EntCalcLine *line = ent_calc_line_new (id, label, ENT_CALC_LINE_FACT, ENT_CALC_NO_AMOUNT);

  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_GRANTED));
  ent_calc_line_set_param (line, "resources", ENT_CALC_PARAM_MONEY, self->result->counted);
  ent_calc_line_set_param (line, "annual", ENT_CALC_PARAM_MONEY, self->result->annual);
  line->explanation = explanation;
  g_ptr_array_add (self->result->refusals, line);
}

static void
grant (EntCalcRun *self)
{
  EntCalcResult *result = self->result;
  EntCalcLine *line;

  result->granted = MAX (0, result->annual - result->counted);
  result->month = ent_calc_scale_amount (result->granted, 1, 12);
  line = ent_calc_run_add (self, "granted", N_ ("Granted a year"), ENT_CALC_LINE_SUM,
                           result->granted);
  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_GRANTED));
  ent_calc_line_set_param (line, "annual", ENT_CALC_PARAM_MONEY, result->annual);
  ent_calc_line_set_param (line, "counted", ENT_CALC_PARAM_MONEY, result->counted);
  line->explanation = N_ ("{annual} − {counted}, if above 0.");
  line = ent_calc_run_add (self, "month", N_ ("Granted a month"), ENT_CALC_LINE_SUM, result->month);
  line->period = ENT_CALC_A_MONTH;
  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_GRANTED));
  ent_calc_line_set_param (line, "granted", ENT_CALC_PARAM_MONEY, result->granted);
  line->explanation = N_ ("{granted} ÷ 12.");
  if (result->granted == 0)
    add_refusal (self, "resources-too-high", N_ ("Resources too high"),
                 N_ ("The resources that are taken into account, {resources} a year, reach the "
                     "amount of the category, {annual} a year."));
  else if (result->month == 0)
    add_refusal (self, "below-a-cent", N_ ("Amount too small"),
                 N_ ("Of {annual} a year, the resources leave less than a cent a month."));
}

static gint32
month_begin (gint32 day)
{
  int year, month;

  ent_day_to_ymd (day, &year, &month, NULL);
  return ent_day_from_ymd (year, month, 1);
}

/* Amounts that change inside the part of a month would need two of them. */
static void
check_part (EntCalcRun *self)
{
  int category = self->result->category;

  if (ent_calc_run_annual (self, category, self->c->from, NULL) !=
      ent_calc_run_annual (self, category, self->c->to, NULL))
    ent_calc_run_not_covered (self, _ ("a part of a month in which the amounts change."));
}

static void
pay_part (EntCalcRun *self)
{
  EntCalcResult *result = self->result;
  gint32 begin = month_begin (self->day);
  int in_month = ent_day_add_months (begin, 1) - begin;
  int days = self->c->to - self->c->from + 1;
  const EntCalcRow *row = ent_calc_run_row (self, ENT_CALC_PART_MONTH_DAYS, 0);
  gint64 parts = row->value != 0 ? row->value : in_month;
  EntCalcLine *line;

  check_part (self);
  /* A whole month is whole, however it is divided; a part is never more. */
  if (days < in_month)
    result->paid = ent_calc_scale_amount (result->month, MIN (days, parts), parts);
  line = ent_calc_run_add (self, "part", N_ ("Paid for a part of the month"), ENT_CALC_LINE_SUM,
                           result->paid);
  line->period = ENT_CALC_A_MONTH;
  ent_calc_line_use (line, row);
  ent_calc_line_set_param (line, "from", ENT_CALC_PARAM_DAY, self->c->from);
  ent_calc_line_set_param (line, "to", ENT_CALC_PARAM_DAY, self->c->to);
  ent_calc_line_set_param (line, "days", ENT_CALC_PARAM_NUMBER, days);
  ent_calc_line_set_param (line, "parts", ENT_CALC_PARAM_NUMBER, days < in_month ? parts : days);
  line->explanation = N_ ("From {from} to {to}: {days} days of {parts}.");
}

static void
judge_status (EntCalcResult *result)
{
  for (guint i = 0; i < result->lines->len; i++)
    {
      const EntCalcLine *line = g_ptr_array_index (result->lines, i);

      result->status = MAX (result->status, line->status);
    }
}

static void
compute (EntCalcRun *self)
{
  ent_calc_run_category (self);
  ent_calc_run_income (self);
  ent_calc_run_property (self);
  ent_calc_run_capital (self);
  ent_calc_run_cohabitants (self);
  sum_up (self);
  grant (self);
  self->result->paid = self->result->month;
  if (self->c->from != ENT_DAY_NONE)
    pay_part (self);
  judge_status (self->result);
}

EntCalcResult *
ent_calc_ris (const EntCalcCase *c, EntCalcScales *scales, GError **error)
{
  EntCalcRun self = { .c = c, .day = c->day };

  if (!ent_calc_case_check (c, error))
    return NULL;
  self.result = result_new (scales);
  compute (&self);
  if (self.error == NULL)
    return self.result;
  g_propagate_error (error, self.error);
  ent_calc_result_free (self.result);
  return NULL;
}

int
ent_calc_article_34 (const EntCalcScales *scales, gint32 day)
{
  const EntCalcRow *row = ent_calc_scales_find (scales, ENT_CALC_ARTICLE_34, 0, day);

  return row != NULL ? (int) row->value : 0;
}

static void
clear_indexed (EntCalcIndexed *indexed)
{
  g_clear_pointer (&indexed->before, ent_calc_result_free);
  g_clear_pointer (&indexed->after, ent_calc_result_free);
  g_clear_error (&indexed->error);
}

static EntCalcResult *
compute_at (const EntCalcCase *c, const EntCalcMoment *moment, GError **error)
{
  EntCalcCase there = *c; /* borrows the lists */

  there.day = moment->day;
  there.from = there.to = ENT_DAY_NONE;
  return ent_calc_ris (&there, moment->scales, error);
}

GArray *
ent_calc_index (const EntCalcCase *const *cases,
                guint n_cases,
                const EntCalcMoment *before,
                const EntCalcMoment *after)
{
  GArray *found = g_array_sized_new (FALSE, TRUE, sizeof (EntCalcIndexed), n_cases);

  g_array_set_clear_func (found, (GDestroyNotify) clear_indexed);
  for (guint i = 0; i < n_cases; i++)
    {
      EntCalcIndexed indexed = { 0 };

      indexed.before = compute_at (cases[i], before, &indexed.error);
      if (indexed.before != NULL)
        indexed.after = compute_at (cases[i], after, &indexed.error);
      g_array_append_val (found, indexed);
    }
  return found;
}
