/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What property counts for: houses and land by their cadastral income, savings by bands. One
 * thread. */
#include "ent-calc-private.h"

#include <glib/gi18n-lib.h>

#define N_BANDS 2

/* All property of one sort together. */
typedef struct
{
  gint64 cadastral;
  gint64 rent;
  gint64 interest;
  int n, n_rented;
  const EntCalcProperty *share; /* any of them: all have the same */
} Estate;

static gboolean
is_same_share (const EntCalcProperty *a, const EntCalcProperty *b)
{
  return (gint64) a->share_part * b->share_whole == (gint64) b->share_part * a->share_whole;
}

static Estate
gather (EntCalcRun *self, gboolean built)
{
  Estate estate = { 0 };

  for (guint i = 0; i < self->c->properties->len; i++)
    {
      const EntCalcProperty *property = &g_array_index (self->c->properties, EntCalcProperty, i);

      if (property->built != built)
        continue;
      if (estate.n > 0 && !is_same_share (estate.share, property))
        ent_calc_run_not_covered (self, _ ("several properties owned in different shares."));
      estate.share = property;
      estate.cadastral += property->cadastral;
      estate.rent += property->rent;
      estate.interest += property->interest;
      estate.n++;
      estate.n_rented += property->rented;
    }
  if (!built && (estate.n_rented > 0 || estate.interest > 0))
    ent_calc_run_not_covered (self, _ ("the rent and the mortgage of unbuilt property."));
  if (estate.n > 1 && estate.n_rented > 0)
    ent_calc_run_not_covered (self, _ ("a rented property beside others."));
  return estate;
}

static gint64
share_of (const Estate *estate, gint64 amount)
{
  return ent_calc_scale_amount (amount, estate->share->share_part, estate->share->share_whole);
}

/* (cadastral income less what is exempt) × factor, of the share. */
static gint64
count_cadastral (EntCalcRun *self,
                 const Estate *estate,
                 gint64 exempt,
                 const EntCalcRow *factor,
                 EntCalcLine *line)
{
  gint64 income = share_of (estate, estate->cadastral);
  gint64 free_part = share_of (estate, exempt);

  if (estate->share->share_part != estate->share->share_whole)
    ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_CO_OWNED));
  ent_calc_line_set_param (line, "income", ENT_CALC_PARAM_MONEY, income);
  ent_calc_line_set_param (line, "exempt", ENT_CALC_PARAM_MONEY, free_part);
  ent_calc_line_set_param (line, "factor", ENT_CALC_PARAM_NUMBER, factor->value);
  line->explanation = N_ ("(cadastral income {income} − exempt {exempt}) × {factor}, if above 0.");
  return MAX (0, income - free_part) * factor->value;
}

/* The rent of a rented house counts instead when it is more. */
static gint64
count_rent (EntCalcRun *self, const Estate *estate, gint64 counted, EntCalcLine *line)
{
  gint64 rent = share_of (estate, estate->rent);

  if (estate->n_rented == 0)
    return counted;
  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_RENTED));
  ent_calc_line_set_param (line, "rent", ENT_CALC_PARAM_MONEY, rent);
  line->explanation =
      rent > counted
          ? N_ ("The rent, {rent} a year, is more than (cadastral income {income} − exempt "
                "{exempt}) × {factor}.")
          : N_ ("(cadastral income {income} − exempt {exempt}) × {factor} is not less than the "
                "rent, {rent} a year.");
  return MAX (rent, counted);
}

static void
take_off_interest (EntCalcRun *self, gint64 interest, gint64 counted)
{
  const EntCalcRow *share;
  EntCalcLine *line;

  if (interest == 0 || counted == 0)
    return;
  share = ent_calc_run_row (self, ENT_CALC_MORTGAGE_SHARE, 0);
  line = ent_calc_run_add (self, "mortgage", N_ ("Mortgage interest"), ENT_CALC_LINE_ITEM, 0);
  ent_calc_line_use (line, share);
  line->amount = -MIN (interest, ent_calc_scale_amount (counted, MIN (share->value, 10000), 10000));
  ent_calc_line_set_param (line, "interest", ENT_CALC_PARAM_MONEY, interest);
  ent_calc_line_set_param (line, "share", ENT_CALC_PARAM_PERCENT, share->value);
  line->explanation = N_ ("{interest} a year, at most {share} of what is counted.");
  self->general += line->amount;
}

static void
count_built (EntCalcRun *self)
{
  Estate estate = gather (self, TRUE);
  const EntCalcRow *exempt, *child, *factor;
  EntCalcLine *line;
  gint64 free_part;

  if (estate.n == 0)
    return;
  exempt = ent_calc_run_row (self, ENT_CALC_CADASTRAL_EXEMPT, 0);
  child = ent_calc_run_row (self, ENT_CALC_CADASTRAL_EXEMPT_CHILD, 0);
  factor = ent_calc_run_row (self, ENT_CALC_CADASTRAL_FACTOR, 0);
  free_part = exempt->value + child->value * self->c->n_children;
  line = ent_calc_run_add (self, "built", N_ ("Built property"), ENT_CALC_LINE_ITEM, 0);
  ent_calc_line_use (line, exempt);
  ent_calc_line_use (line, child);
  ent_calc_line_use (line, factor);
  line->amount = count_cadastral (self, &estate, free_part, factor, line);
  line->amount = count_rent (self, &estate, line->amount, line);
  self->general += line->amount;
  take_off_interest (self, estate.interest, line->amount);
}

static void
count_unbuilt (EntCalcRun *self)
{
  Estate estate = gather (self, FALSE);
  const EntCalcRow *exempt, *factor;
  EntCalcLine *line;

  if (estate.n == 0)
    return;
  exempt = ent_calc_run_row (self, ENT_CALC_UNBUILT_EXEMPT, 0);
  factor = ent_calc_run_row (self, ENT_CALC_UNBUILT_FACTOR, 0);
  line = ent_calc_run_add (self, "unbuilt", N_ ("Unbuilt property"), ENT_CALC_LINE_ITEM, 0);
  ent_calc_line_use (line, exempt);
  ent_calc_line_use (line, factor);
  line->amount = count_cadastral (self, &estate, exempt->value, factor, line);
  self->general += line->amount;
}

void
ent_calc_run_property (EntCalcRun *self)
{
  count_built (self);
  count_unbuilt (self);
  if (self->c->transferred)
    ent_calc_run_not_covered (self, _ ("property that was sold or given away in the last ten years "
                                       "(articles 28 to 32), whose figures are not known."));
}

void
ent_calc_run_capital (EntCalcRun *self)
{
  const EntCalcRow *from[N_BANDS], *rate[N_BANDS];

  if (self->c->capital == 0)
    return;
  for (guint i = 0; i < N_BANDS; i++)
    {
      from[i] = ent_calc_run_row (self, ENT_CALC_CAPITAL_FROM, i);
      rate[i] = ent_calc_run_row (self, ENT_CALC_CAPITAL_RATE, i);
    }
  for (guint i = 0; i < N_BANDS; i++)
    {
      gint64 end = i + 1 < N_BANDS ? MIN (self->c->capital, from[i + 1]->value) : self->c->capital;
      gint64 part = MAX (0, end - from[i]->value);
      EntCalcLine *line;

      /* The first band is told though it may be empty: it says why nothing counts. */
      if (part == 0 && i > 0)
        continue;
      line = ent_calc_run_add (self, "capital", N_ ("Movable property"), ENT_CALC_LINE_ITEM, 0);
      line->amount = ent_calc_scale_amount (part, rate[i]->value, 10000);
      ent_calc_line_use (line, from[i]);
      ent_calc_line_use (line, rate[i]);
      ent_calc_line_set_param (line, "rate", ENT_CALC_PARAM_PERCENT, rate[i]->value);
      ent_calc_line_set_param (line, "part", ENT_CALC_PARAM_MONEY, part);
      ent_calc_line_set_param (line, "from", ENT_CALC_PARAM_MONEY, from[i]->value);
      line->explanation = N_ ("{rate} of {part}, the part above {from}.");
      self->general += line->amount;
    }
}
