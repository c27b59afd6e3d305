/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exemption for those who begin to work or to train (article 35): whether it is open, how many
 * of its days are used, what it takes off. One thread. */
#include "ent-calc-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint32 from, to;
} Span;

static int
compare_spans (const Span *a, const Span *b)
{
  return a->from < b->from ? -1 : a->from > b->from;
}

static gboolean
is_short (EntCalcIsp type)
{
  return type == ENT_CALC_ISP_SHORTAGE;
}

/* All uses of the long exemption before the day, the present one among them. */
static GArray *
collect_spans (const EntCalcRun *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Span present = { self->c->isp_since, self->day - 1 };

  for (guint i = 0; i < self->c->isp_periods->len; i++)
    {
      const EntCalcIspPeriod *period = &g_array_index (self->c->isp_periods, EntCalcIspPeriod, i);
      Span span = { period->from, MIN (period->to, self->day - 1) };

      if (!is_short (period->type) && span.from <= span.to)
        g_array_append_val (spans, span);
    }
  if (!is_short (self->c->isp) && present.from <= present.to)
    g_array_append_val (spans, present);
  g_array_sort (spans, (GCompareFunc) compare_spans);
  return spans;
}

/* Days that occur in any span, each once; *first is where the earliest begins. */
static int
count_days (const GArray *spans, gint32 *first)
{
  gint64 days = 0, counted_to = G_MININT64;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      gint64 from = MAX ((gint64) span->from, counted_to + 1);

      if (i == 0)
        *first = MIN (*first, span->from);
      if (span->to >= from)
        days += span->to - from + 1;
      counted_to = MAX (counted_to, span->to);
    }
  return (int) days;
}

/* Why the long exemption is not open; NULL when it is. */
static const char *
judge_long (EntCalcRun *self, EntCalcLine *line)
{
  g_autoptr (GArray) spans = collect_spans (self);
  gint32 first = self->c->isp_since;
  int used = count_days (spans, &first);
  const EntCalcRow *total = ent_calc_run_row (self, ENT_CALC_ISP_DAYS, 0);
  const EntCalcRow *years = ent_calc_run_row (self, ENT_CALC_ISP_YEARS, 0);

  ent_calc_line_use (line, total);
  ent_calc_line_use (line, years);
  self->result->isp_days_used = used;
  self->result->isp_days_left = (int) MAX (0, total->value - used);
  ent_calc_line_set_param (line, "used", ENT_CALC_PARAM_NUMBER, used);
  ent_calc_line_set_param (line, "total", ENT_CALC_PARAM_NUMBER, total->value);
  if (used >= total->value)
    return N_ ("Not open: {used} days of {total} are used.");
  if (self->day >= ent_day_add_months (first, (int) years->value * 12))
    return N_ ("Not open: the years over which it is spread are over.");
  return NULL;
}

static gboolean
was_short_before (const EntCalcRun *self)
{
  for (guint i = 0; i < self->c->isp_periods->len; i++)
    {
      const EntCalcIspPeriod *period = &g_array_index (self->c->isp_periods, EntCalcIspPeriod, i);

      if (is_short (period->type) && period->from < self->c->isp_since)
        return TRUE;
    }
  return FALSE;
}

static const char *
judge_short (EntCalcRun *self, EntCalcLine *line)
{
  const EntCalcRow *months = ent_calc_run_row (self, ENT_CALC_ISP_SHORTAGE_MONTHS, 0);
  const EntCalcRow *contract = ent_calc_run_row (self, ENT_CALC_ISP_CONTRACT_MONTHS, 0);

  ent_calc_line_use (line, months);
  ent_calc_line_use (line, contract);
  if (was_short_before (self))
    return N_ ("Not open: it is granted once in a life, and was used before.");
  if (self->c->isp_contract_months < contract->value)
    return N_ ("Not open: the contract is too short.");
  if (!self->c->isp_certificate)
    return N_ ("Not open: the employment service has not certified the shortage job.");
  if (self->day >= ent_day_add_months (self->c->isp_since, (int) months->value))
    return N_ ("Not open: its months are over.");
  return NULL;
}

static const char *
judge (EntCalcRun *self, EntCalcLine *line)
{
  if (!self->c->isp_was_on_income)
    return N_ ("Not open: no integration income was received when work or training began.");
  if (self->day < self->c->isp_since)
    return N_ ("Not open: work or training has not begun yet.");
  return is_short (self->c->isp) ? judge_short (self, line) : judge_long (self, line);
}

/* As with the amount of a category, what is published vouches for what is computed. */
static gint64
find_month (EntCalcRun *self, EntCalcLine *line)
{
  const EntCalcRow *base = ent_calc_run_row (self, ENT_CALC_ISP_BASE, self->c->isp);
  const EntCalcRow *coefficient = ent_calc_run_row (self, ENT_CALC_COEFFICIENT, 0);
  guint published = is_short (self->c->isp) ? ENT_CALC_ISP_SHORTAGE : ENT_CALC_ISP_GENERAL;
  const EntCalcRow *row = ent_calc_scales_find (self->result->scales, ENT_CALC_ISP_MONTH, published,
                                                self->day);
  gint64 month = ent_calc_scale_amount (base->value, coefficient->value, 10000);

  ent_calc_line_use (line, base);
  ent_calc_line_use (line, coefficient);
  if (row == NULL)
    return month;
  if (row->value != month)
    line->status = ENT_CALC_TO_CHECK;
  else
    ent_calc_line_vouch (line, row);
  return month;
}

void
ent_calc_run_isp (EntCalcRun *self, gint64 income)
{
  EntCalcLine *line;
  gint64 month;

  if (self->c->isp == ENT_CALC_ISP_ARTIST)
    {
      ent_calc_run_not_covered (self, _ ("the exemption for artists, whose ceiling is not known."));
      return;
    }
  line = ent_calc_run_add (self, "isp", ent_calc_isps[self->c->isp].label, ENT_CALC_LINE_ITEM, 0);
  line->detail = ent_calc_isps[self->c->isp].code;
  month = find_month (self, line);
  line->explanation = judge (self, line);
  if (line->explanation != NULL)
    return;
  line->amount = -MIN (income, month * 12);
  self->general += line->amount;
  ent_calc_line_set_param (line, "month", ENT_CALC_PARAM_MONEY, month);
  line->explanation = is_short (self->c->isp)
                          ? N_ ("At most {month} a month.")
                          : N_ ("At most {month} a month; {used} days of {total} were used "
                                "before.");
}
