/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income of the applicant, kind by kind, and what is exempt of it. One thread. */
#include "ent-calc-private.h"

#include <glib/gi18n-lib.h>

#define MONTHS 12

/* What a resource amounts to in a year; tells in the line how. */
static gint64
to_year (EntCalcRun *self, const EntCalcResource *resource, EntCalcLine *line)
{
  const EntCalcRow *days;

  if (resource->period == ENT_CALC_A_YEAR)
    return resource->amount;
  ent_calc_line_set_param (line, "amount", ENT_CALC_PARAM_MONEY, resource->amount);
  if (resource->period == ENT_CALC_A_MONTH)
    {
      line->explanation = N_ ("{amount} a month × 12.");
      return resource->amount * MONTHS;
    }
  days = ent_calc_run_row (self, ENT_CALC_UNEMPLOYMENT_DAYS, 0);
  ent_calc_line_use (line, days);
  ent_calc_line_set_param (line, "days", ENT_CALC_PARAM_NUMBER, days->value);
  line->explanation = N_ ("{amount} a day × {days} days × 12.");
  return resource->amount * days->value * MONTHS;
}

/* The part beyond an exempt amount an hour; the general exemption does not touch it. */
static gint64
count_by_hour (EntCalcRun *self, const EntCalcResource *resource, gint64 year, EntCalcLine *line)
{
  const EntCalcRow *hour = ent_calc_run_row (self, ENT_CALC_ALE_HOUR, 0);
  gint64 months = resource->period == ENT_CALC_A_YEAR ? 1 : MONTHS;
  gint64 exempt = ent_calc_scale_amount (hour->value, resource->hours * months, 100);

  ent_calc_line_use (line, hour);
  ent_calc_line_set_param (line, "hour", ENT_CALC_PARAM_MONEY, hour->value);
  ent_calc_line_set_param (line, "exempt", ENT_CALC_PARAM_MONEY, exempt);
  ent_calc_line_set_param (line, "year", ENT_CALC_PARAM_MONEY, year);
  line->explanation = N_ ("{year} a year, less {exempt} exempt at {hour} an hour.");
  return MAX (0, year - exempt);
}

static gint64
exempt_all (const EntCalcResource *resource, gint64 year, EntCalcLine *line)
{
  if (resource->from_debtor)
    {
      line->explanation = N_ ("Counted: given by somebody under the same roof who owes "
                              "maintenance.");
      return year;
    }
  ent_calc_line_set_param (line, "year", ENT_CALC_PARAM_MONEY, year);
  line->explanation = N_ ("{year} a year, exempt.");
  return 0;
}

gint64
ent_calc_run_resource (EntCalcRun *self,
                       const EntCalcResource *resource,
                       int item,
                       int of_member,
                       gint64 *beyond)
{
  const EntCalcName *name = &ent_calc_resources[resource->kind];
  const EntCalcRow *row = ent_calc_run_row (self, ENT_CALC_RESOURCE, resource->kind);
  EntCalcLine *line = ent_calc_run_add (self, "resource", name->label, ENT_CALC_LINE_ITEM, 0);

  line->detail = name->code;
  line->item = item;
  line->of_member = of_member;
  ent_calc_line_use (line, row);
  line->amount = to_year (self, resource, line);
  if (row->value == ENT_CALC_EXEMPT)
    line->amount = exempt_all (resource, line->amount, line);
  if (row->value == ENT_CALC_EXEMPT && of_member >= 0)
    ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_COHABITANT_EXEMPT));
  if (row->value == ENT_CALC_OPEN)
    ent_calc_run_not_covered (self, _ ("the child benefit that a cohabitant receives for the "
                                       "applicant, until it is settled whether it is added before "
                                       "or after the part that stays free."));
  if (row->value != ENT_CALC_BY_HOUR)
    return line->amount;
  if (beyond == NULL)
    ent_calc_run_not_covered (self, _ ("work of a cohabitant for the local employment agency."));
  line->amount = count_by_hour (self, resource, line->amount, line);
  if (beyond != NULL)
    *beyond += line->amount;
  return 0;
}

void
ent_calc_run_income (EntCalcRun *self)
{
  gint64 work = 0;
  gboolean has_article_60 = FALSE;

  for (guint i = 0; i < self->c->resources->len; i++)
    {
      const EntCalcResource *resource = &g_array_index (self->c->resources, EntCalcResource, i);
      gint64 year = ent_calc_run_resource (self, resource, (int) i, -1, &self->beyond);

      self->general += year;
      has_article_60 |= resource->kind == ENT_CALC_ARTICLE_60;
      if (ent_calc_run_value (self, ENT_CALC_RESOURCE, resource->kind) == ENT_CALC_BY_ISP)
        work += year;
    }
  if (self->c->isp != ENT_CALC_ISP_NONE && has_article_60)
    ent_calc_run_not_covered (self, _ ("an exemption for work beside wages under article 60 § 7."));
  if (self->c->isp != ENT_CALC_ISP_NONE)
    ent_calc_run_isp (self, work);
}
