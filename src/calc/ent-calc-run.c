/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the steps of a calculation stand on: rows of the scales, lines, rounding, the annual amount.
 * One thread. */
#include "ent-calc-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

/* Products of sums and coefficients, before they are divided. */
__extension__ typedef unsigned __int128 Wide;

gint64
ent_calc_scale_amount (gint64 amount, gint64 by, gint64 part)
{
  g_return_val_if_fail (amount >= 0 && by >= 0 && part > 0, 0);

  return (gint64) (((Wide) amount * (Wide) by * 2 + (Wide) part) / ((Wide) part * 2));
}

void
ent_calc_run_refuse (EntCalcRun *self, const char *field, const char *why)
{
  if (self->error == NULL)
    self->error = g_error_new (ENT_CALC_ERROR, ENT_CALC_ERROR_INVALID, "%s: %s", field, why);
}

void
ent_calc_run_not_covered (EntCalcRun *self, const char *what)
{
  if (self->error == NULL)
    self->error = g_error_new (ENT_CALC_ERROR, ENT_CALC_ERROR_NOT_COVERED, _ ("Not covered: %s"),
                               what);
}

static void
miss_row (EntCalcRun *self, EntCalcScale scale, guint variant)
{
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_NUMERIC);
  const char *code = ent_calc_scale_variant_code (scale, variant);
  /* Translators: what a scale tells, its code, the day 21/11/2026 */
  g_autofree char *what = g_strdup_printf (_ ("no scale “%s” (%s) holds on %s."),
                                           _ (ent_calc_scale_info[scale].label),
                                           code[0] != '\0' ? code : ent_calc_scale_info[scale].code,
                                           day);

  ent_calc_run_not_covered (self, what);
}

const EntCalcRow *
ent_calc_run_row (EntCalcRun *self, EntCalcScale scale, guint variant)
{
  static const EntCalcRow nothing = { .from = ENT_DAY_NONE, .to = ENT_DAY_NONE };
  const EntCalcRow *row = ent_calc_scales_find (self->result->scales, scale, variant, self->day);

  if (row == NULL)
    miss_row (self, scale, variant);
  return row != NULL ? row : &nothing;
}

gint64
ent_calc_run_value (EntCalcRun *self, EntCalcScale scale, guint variant)
{
  return ent_calc_run_row (self, scale, variant)->value;
}

const EntCalcRow *
ent_calc_run_rule (EntCalcRun *self, EntCalcRule rule)
{
  return ent_calc_run_row (self, ENT_CALC_RULE, rule);
}

EntCalcLine *
ent_calc_run_add (EntCalcRun *self,
                  const char *id,
                  const char *label,
                  EntCalcLineRole role,
                  gint64 amount)
{
  EntCalcLine *line = ent_calc_line_new (id, label, role, amount);

  g_ptr_array_add (self->result->lines, line);
  return line;
}

/* A published amount that the formula does not give is told, and trusted by nobody. */
static void
compare_published (EntCalcRun *self, guint variant, gint32 day, gint64 annual, EntCalcLine *line)
{
  const EntCalcRow *month = ent_calc_scales_find (self->result->scales, ENT_CALC_MONTH, variant,
                                                  day);

  if (month == NULL)
    return;
  if (month->value == ent_calc_scale_amount (annual, 1, 12))
    {
      ent_calc_line_vouch (line, month);
      return;
    }
  line->status = ENT_CALC_TO_CHECK;
  ent_calc_line_set_param (line, "published", ENT_CALC_PARAM_MONEY, month->value);
  line->explanation = N_ ("{base} × {coefficient}; the published amount is {published} a month.");
}

static gint64
annual_from_base (EntCalcRun *self,
                  const EntCalcRow *base,
                  const EntCalcRow *coefficient,
                  gint32 day,
                  EntCalcLine *line)
{
  gint64 annual = ent_calc_scale_amount (base->value, coefficient->value, 10000);

  if (line == NULL)
    return annual;
  ent_calc_line_use (line, base);
  ent_calc_line_use (line, coefficient);
  ent_calc_line_set_param (line, "base", ENT_CALC_PARAM_MONEY, base->value);
  ent_calc_line_set_param (line, "coefficient", ENT_CALC_PARAM_RATIO, coefficient->value);
  line->explanation = N_ ("{base} × {coefficient}.");
  compare_published (self, base->variant, day, annual, line);
  return annual;
}

static gint64
annual_from_month (EntCalcRun *self, const EntCalcRow *month, EntCalcLine *line)
{
  if (line != NULL)
    {
      ent_calc_line_use (line, month);
      ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_AMOUNT_FROM_MONTH));
      ent_calc_line_set_param (line, "month", ENT_CALC_PARAM_MONEY, month->value);
      line->explanation = N_ ("{month} a month × 12: the annual amount of that time is not known.");
    }
  return month->value * 12;
}

gint64
ent_calc_run_annual (EntCalcRun *self, int category, gint32 day, EntCalcLine *line)
{
  const EntCalcScales *scales = self->result->scales;
  guint variant = (guint) category - 1;
  const EntCalcRow *base = ent_calc_scales_find (scales, ENT_CALC_BASE, variant, day);
  const EntCalcRow *coefficient = ent_calc_scales_find (scales, ENT_CALC_COEFFICIENT, 0, day);
  const EntCalcRow *annual = ent_calc_scales_find (scales, ENT_CALC_ANNUAL, variant, day);
  const EntCalcRow *month = ent_calc_scales_find (scales, ENT_CALC_MONTH, variant, day);

  if (base != NULL && coefficient != NULL)
    return annual_from_base (self, base, coefficient, day, line);
  if (annual == NULL && month != NULL)
    return annual_from_month (self, month, line);
  if (annual == NULL)
    {
      miss_row (self, ENT_CALC_ANNUAL, variant);
      return 0;
    }
  if (line != NULL)
    ent_calc_line_use (line, annual);
  return annual->value;
}
