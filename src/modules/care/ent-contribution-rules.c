/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an hour of home care costs a beneficiary on a day, and why. Any thread. */

#include "ent-contribution-rules.h"

#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* How long a derogation holds, in months. */
#define DEROGATION_MONTHS 3

static void
check_amount (gint64 amount, const char *field, EntIssues *issues)
{
  if (amount != ENT_MONEY_NONE && amount < 0)
    ent_issues_add (issues, field, _ ("An amount is not below zero."));
}

void
ent_contribution_scale_check (EntContributionScale *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

void
ent_contribution_row_check (EntContributionRow *self, EntIssues *issues)
{
  check_amount (self->price, "price", issues);
  check_amount (self->income_from, "income_from", issues);
  if (self->income_from != ENT_MONEY_NONE && self->income_to != ENT_MONEY_NONE &&
      self->income_to < self->income_from)
    ent_issues_add (issues, "income_to", _ ("The highest income lies below the lowest."));
}

void
ent_contribution_reduction_check (EntContributionReduction *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  check_amount (self->amount, "amount", issues);
}

void
ent_contribution_complete (EntContribution *self)
{
  if (self->review_on == ENT_DAY_NONE)
    self->review_on = ent_care_review_day (self->from_day, self->to_day);
  if (self->derogation_rate != ENT_MONEY_NONE && self->derogation_to == ENT_DAY_NONE &&
      self->from_day != ENT_DAY_NONE)
    self->derogation_to = ent_day_add_months (self->from_day, DEROGATION_MONTHS) - 1;
}

void
ent_contribution_check (EntContribution *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  ent_staff_check_period (self->from_day, self->derogation_to, "derogation_to", issues);
  check_amount (self->income, "income", issues);
  check_amount (self->charges, "charges", issues);
  check_amount (self->rate, "rate", issues);
  check_amount (self->derogation_rate, "derogation_rate", issues);
  if (self->derogation_rate != ENT_MONEY_NONE && self->derogation == NULL)
    ent_issues_add (issues, "derogation", _ ("A derogation needs its reference."));
  if (self->derogation != NULL && self->derogation_rate == ENT_MONEY_NONE)
    ent_issues_add (issues, "derogation_rate", _ ("Say which price the derogation sets."));
  if (self->review_on != ENT_DAY_NONE && self->review_on < self->from_day)
    ent_issues_add (issues, "review_on", _ ("The review lies before the first day."));
}

static gboolean
covers (gint32 from, gint32 to, gint32 day)
{
  return from != ENT_DAY_NONE && from <= day && (to == ENT_DAY_NONE || day <= to);
}

/* Of several in force the one that began last. */
static EntContributionScale *
find_scale (const EntContributionTables *tables, gint64 activity_id, gint32 day)
{
  EntContributionScale *found = NULL;

  for (guint i = 0; i < tables->scales->len; i++)
    {
      EntContributionScale *scale = g_ptr_array_index (tables->scales, i);

      if (scale->activity_id == activity_id && covers (scale->from_day, scale->to_day, day) &&
          (found == NULL || scale->from_day > found->from_day))
        found = scale;
    }
  return found;
}

static EntContributionReduction *
find_reduction (const EntContributionTables *tables, gint32 day)
{
  EntContributionReduction *found = NULL;

  for (guint i = 0; i < tables->reductions->len; i++)
    {
      EntContributionReduction *reduction = g_ptr_array_index (tables->reductions, i);

      if (covers (reduction->from_day, reduction->to_day, day) &&
          (found == NULL || reduction->from_day > found->from_day))
        found = reduction;
    }
  return found;
}

static gboolean
row_fits (const EntContributionRow *row, const char *household, gint64 income)
{
  return (row->household == NULL || g_strcmp0 (row->household, household) == 0) &&
         (row->income_from == ENT_MONEY_NONE || row->income_from <= income) &&
         (row->income_to == ENT_MONEY_NONE || income <= row->income_to);
}

/* A row of the household goes before one for all; where two touch, the lower income. */
static EntContributionRow *
find_row (const EntContributionTables *tables,
          gint64 scale_id,
          const char *household,
          gint64 income)
{
  EntContributionRow *found = NULL;

  for (guint i = 0; i < tables->rows->len; i++)
    {
      EntContributionRow *row = g_ptr_array_index (tables->rows, i);
      gboolean better;

      if (row->scale_id != scale_id || !row_fits (row, household, income))
        continue;
      better = found == NULL || (found->household == NULL && row->household != NULL) ||
               ((found->household == NULL) == (row->household == NULL) &&
                row->income_from < found->income_from);
      if (better)
        found = row;
    }
  return found;
}

static gint64
or_nothing (gint64 amount)
{
  return amount != ENT_MONEY_NONE ? amount : 0;
}

static gint64
counted_income (const EntContribution *decision)
{
  return MAX (0, or_nothing (decision->income) - or_nothing (decision->charges));
}

static void
tell_income (EntRate *rate, const EntContribution *decision)
{
  g_autofree char *income = ent_money_format (or_nothing (decision->income));
  g_autofree char *charges = ent_money_format (or_nothing (decision->charges));
  g_autofree char *counted = ent_money_format (counted_income (decision));

  g_ptr_array_add (rate->lines,
                   /* Translators: three amounts of money a month */
                   g_strdup_printf (_ ("Income %s, less charges %s: %s a month."), income, charges,
                                    counted));
}

static gboolean
take_derogation (EntRate *rate, const EntContribution *decision, gint32 day)
{
  g_autofree char *price = NULL;
  g_autofree char *until = NULL;

  if (decision->derogation_rate == ENT_MONEY_NONE ||
      !covers (decision->from_day, decision->derogation_to, day))
    return FALSE;
  rate->source = ENT_RATE_DEROGATION;
  rate->before = decision->derogation_rate;
  price = ent_money_format (rate->before);
  until = ent_day_format (decision->derogation_to, ENT_DAY_NUMERIC);
  g_ptr_array_add (rate->lines,
                   /* Translators: reference of a decision, last day, amount of money */
                   g_strdup_printf (_ ("Derogation %s until %s: %s an hour."),
                                    decision->derogation != NULL ? decision->derogation : "", until,
                                    price));
  return TRUE;
}

static gboolean
take_scale (EntRate *rate,
            const EntContribution *decision,
            const EntCareActivity *activity,
            const EntContributionTables *tables,
            gint32 day)
{
  EntContributionScale *scale = find_scale (tables, ent_record_get_id ((gpointer) activity), day);
  EntContributionRow *row = scale == NULL
                                ? NULL
                                : find_row (tables, ent_record_get_id (scale), decision->household,
                                            counted_income (decision));
  g_autofree char *price = NULL;
  g_autofree char *since = NULL;

  if (row == NULL)
    return FALSE;
  rate->source = ENT_RATE_SCALE;
  rate->before = row->price;
  price = ent_money_format (row->price);
  since = ent_day_format (scale->from_day, ENT_DAY_NUMERIC);
  tell_income (rate, decision);
  g_ptr_array_add (rate->lines,
                   /* Translators: first day of a scale, code of a household, amount of money */
                   g_strdup_printf (_ ("Scale since %s, household %s: %s an hour."), since,
                                    row->household != NULL ? row->household : "–", price));
  return TRUE;
}

static gboolean
take_decided (EntRate *rate, const EntContribution *decision)
{
  g_autofree char *price = NULL;
  g_autofree char *since = NULL;

  if (decision->rate == ENT_MONEY_NONE)
    return FALSE;
  rate->source = ENT_RATE_DECIDED;
  rate->before = decision->rate;
  price = ent_money_format (decision->rate);
  since = ent_day_format (decision->from_day, ENT_DAY_NUMERIC);
  g_ptr_array_add (rate->lines,
                   /* Translators: first day, amount of money */
                   g_strdup_printf (_ ("No scale covers this day: as decided since %s, %s an "
                                       "hour."),
                                    since, price));
  return TRUE;
}

static void
take_reduction (EntRate *rate, const EntContributionTables *tables, gint32 day)
{
  EntContributionReduction *reduction = find_reduction (tables, day);
  g_autofree char *price = NULL;

  rate->reduction = reduction != NULL ? or_nothing (reduction->amount) : 0;
  rate->price = MAX (0, rate->before - rate->reduction);
  if (reduction != NULL)
    {
      g_autofree char *amount = ent_money_format (rate->reduction);
      g_autofree char *since = ent_day_format (reduction->from_day, ENT_DAY_NUMERIC);

      g_ptr_array_add (rate->lines,
                       /* Translators: first day, amount of money taken off */
                       g_strdup_printf (_ ("Reduction since %s: − %s an hour."), since, amount));
    }
  price = ent_money_format (rate->price);
  /* Translators: an amount of money */
  g_ptr_array_add (rate->lines, g_strdup_printf (_ ("To pay: %s an hour."), price));
}

EntRate *
ent_contribution_rate (const EntContribution *decision,
                       const EntCareActivity *activity,
                       const EntContributionTables *tables,
                       gint32 day)
{
  EntRate *rate = g_new0 (EntRate, 1);

  rate->price = ENT_MONEY_NONE;
  rate->before = ENT_MONEY_NONE;
  rate->lines = g_ptr_array_new_with_free_func (g_free);
  if (!activity->is_charged)
    {
      rate->source = ENT_RATE_FREE;
      rate->price = rate->before = 0;
      g_ptr_array_add (rate->lines, g_strdup (_ ("This activity is free of charge.")));
      return rate;
    }
  if (decision == NULL || !covers (decision->from_day, decision->to_day, day))
    {
      g_ptr_array_add (rate->lines, g_strdup (_ ("Nothing was decided for this day.")));
      return rate;
    }
  if (take_derogation (rate, decision, day) || take_scale (rate, decision, activity, tables, day) ||
      take_decided (rate, decision))
    take_reduction (rate, tables, day);
  else
    g_ptr_array_add (rate->lines,
                     g_strdup (_ ("Neither a scale nor the decision tells a price for this day.")));
  return rate;
}

void
ent_rate_free (EntRate *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}
