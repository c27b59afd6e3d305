/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The category of the applicant, from the facts of the household. One thread. */
#include "ent-calc-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define MAJORITY 18

typedef struct
{
  int category;
  EntCalcRule rule;
  const char *explanation;
} Finding;

gboolean
ent_calc_member_is_minor (const EntCalcMember *self, gint32 day)
{
  return self->birth != ENT_DAY_NONE && ent_day_age (self->birth, day) < MAJORITY;
}

static const EntCalcMember *
member_at (const EntCalcRun *self, guint i)
{
  return &g_array_index (self->c->household, EntCalcMember, i);
}

static gboolean
has_child_in_charge (const EntCalcRun *self)
{
  for (guint i = 0; i < self->c->household->len; i++)
    {
      const EntCalcMember *member = member_at (self, i);

      if (member->in_charge && !member->married && ent_calc_member_is_minor (member, self->day))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shares_household (const EntCalcRun *self)
{
  for (guint i = 0; i < self->c->household->len; i++)
    if (member_at (self, i)->shares)
      return TRUE;
  return FALSE;
}

static Finding
find_category (const EntCalcRun *self)
{
  if (has_child_in_charge (self))
    return (Finding) { 3, ENT_CALC_RULE_CATEGORY_FAMILY,
                       N_ ("At least one unmarried minor child is in charge.") };
  if (self->c->homeless_with_project)
    return (Finding) { 2, ENT_CALC_RULE_CATEGORY_HOMELESS,
                       N_ ("Homeless, with an individual integration project.") };
  if (shares_household (self))
    return (Finding) { 1, ENT_CALC_RULE_CATEGORY_COHABITANT,
                       N_ ("Lives under the same roof with others and settles household matters "
                           "mainly together with them.") };
  if (self->c->household->len > 0)
    return (Finding) { 2, ENT_CALC_RULE_CATEGORY_APART,
                       N_ ("Lives under the same roof with others, without settling household "
                           "matters together.") };
  return (Finding) { 2, ENT_CALC_RULE_CATEGORY_ALONE, N_ ("Lives alone.") };
}

/* The centre has set the category; against the facts only with a reason. */
static Finding
give_category (EntCalcRun *self, Finding found)
{
  const EntCalcCase *c = self->c;

  if (c->category == found.category)
    return found;
  if (c->household->len > 0 && c->category_reason == NULL)
    ent_calc_run_refuse (self, "category_reason",
                         _ ("the household speaks for another category: say why."));
  return (Finding) { c->category, ENT_CALC_RULE_CATEGORY_GIVEN,
                     c->category_reason != NULL ? N_ ("Set by the centre: {reason}")
                                                : N_ ("Set by the centre.") };
}

static void
add_regime (EntCalcRun *self)
{
  EntCalcLine *line;

  if (self->c->regime != ENT_CALC_ERIS)
    return;
  line = ent_calc_run_add (self, "regime", ent_calc_regimes[ENT_CALC_ERIS].label,
                           ENT_CALC_LINE_FACT, ENT_CALC_NO_AMOUNT);
  ent_calc_line_use (line, ent_calc_run_rule (self, ENT_CALC_RULE_EQUIVALENT_AID));
  line->explanation = N_ ("Computed as the integration income is.");
}

void
ent_calc_run_category (EntCalcRun *self)
{
  Finding found = find_category (self);
  EntCalcLine *line;

  if (self->c->category != 0)
    found = give_category (self, found);
  add_regime (self);
  self->result->category = found.category;
  line = ent_calc_run_add (self, "category", ent_calc_categories[found.category - 1].label,
                           ENT_CALC_LINE_FACT, ENT_CALC_NO_AMOUNT);
  line->detail = ent_calc_categories[found.category - 1].code;
  line->explanation = found.explanation;
  ent_calc_line_use (line, ent_calc_run_rule (self, found.rule));
  if (self->c->category_reason != NULL)
    ent_calc_line_set_text (line, "reason", self->c->category_reason);

  line = ent_calc_run_add (self, "amount", N_ ("Integration income of the category"),
                           ENT_CALC_LINE_SUM, 0);
  line->amount = self->result->annual = ent_calc_run_annual (self, found.category, self->day, line);
}
