/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income of those under the same roof (article 34), by the version that holds for the file: before
 * 1 March 2026 the first degree may count, since then every adult who owes maintenance does. One
 * thread. */
#include "ent-calc-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntCalcRun *run;
  gint64 cat_1; /* annual amount that stays free, for each person */
  const EntCalcRow *version;
  gint64 pool; /* income of those who count together */
  int n_pool;
  gboolean has_partner; /* counted by himself */
} Round;

typedef enum
{
  NEVER,
  DECLINED, /* by the centre */
  APART, /* a partner */
  POOLED
} Place;

static const EntCalcMember *
member_at (const EntCalcRun *run, guint i)
{
  return &g_array_index (run->c->household, EntCalcMember, i);
}

static void
refuse_member (const Round *self, guint i, const char *field, const char *why)
{
  g_autofree char *path = g_strdup_printf ("household[%u].%s", i, field);

  ent_calc_run_refuse (self->run, path, why);
}

/* Those who owe maintenance by the version. */
static gboolean
is_in_circle (const Round *self, const EntCalcMember *member)
{
  if (self->version->value == 1)
    return member->relation <= ENT_CALC_CHILD;
  if (member->relation == ENT_CALC_PARENT_IN_LAW)
    return self->run->c->married;
  return member->relation <= ENT_CALC_FORMER_SPOUSE;
}

static Place
place_counted (const Round *self, const EntCalcMember *member, guint i)
{
  if (member->relation == ENT_CALC_PARTNER)
    return APART;
  if (member->on_income)
    ent_calc_run_not_covered (self->run,
                              _ ("the income of a cohabitant other than the partner who receives "
                                 "integration income. Say that it is not counted, and why."));
  return POOLED;
}

static Place
place_declined (const Round *self, const EntCalcMember *member, guint i)
{
  if (self->version->value == 1 && member->relation == ENT_CALC_PARTNER && !member->on_income)
    refuse_member (self, i, "counted", _ ("the income of a partner must be counted."));
  if (self->version->value == 2 && member->reason == NULL)
    refuse_member (self, i, "reason",
                   _ ("whoever owes maintenance is counted; say for which reason of equity not."));
  return DECLINED;
}

static Place
find_place (const Round *self, const EntCalcMember *member, guint i)
{
  if (!is_in_circle (self, member))
    {
      if (member->counted == ENT_CALC_COUNT_YES)
        refuse_member (self, i, "counted", _ ("the income of this person can never be counted."));
      return NEVER;
    }
  if (member->counted == ENT_CALC_COUNT_YES)
    return place_counted (self, member, i);
  if (member->counted == ENT_CALC_COUNT_NO)
    return place_declined (self, member, i);
  if (self->version->value == 1 && !member->shares)
    return NEVER;
  if (!member->shares || (self->version->value == 1 && member->relation != ENT_CALC_PARTNER))
    refuse_member (self, i, "counted", _ ("the centre decides: say yes or no."));
  return place_counted (self, member, i);
}

static EntCalcLine *
add_line (const Round *self, guint i, EntCalcLineRole role, gint64 amount)
{
  const EntCalcName *name = &ent_calc_relations[member_at (self->run, i)->relation];
  EntCalcLine *line = ent_calc_run_add (self->run, "cohabitant", name->label, role, amount);

  line->detail = name->code;
  line->item = (int) i;
  return line;
}

static void
add_uncounted (const Round *self, guint i, EntCalcRule rule, const char *explanation)
{
  const char *reason = member_at (self->run, i)->reason;
  EntCalcLine *line = add_line (self, i, ENT_CALC_LINE_FACT, 0);

  ent_calc_line_use (line, ent_calc_run_rule (self->run, rule));
  if (reason != NULL)
    ent_calc_line_set_text (line, "reason", reason);
  line->explanation = explanation;
}

static void
add_declined (const Round *self, guint i)
{
  EntCalcRule rule = self->version->value == 1 ? ENT_CALC_RULE_COHABITANT_MAY
                                               : ENT_CALC_RULE_COHABITANT_EQUITY;

  add_uncounted (self, i, rule,
                 member_at (self->run, i)->reason != NULL
                     ? N_ ("Not counted, as the centre decided: {reason}")
                     : N_ ("Not counted, as the centre decided."));
}

/* What somebody has in a year; only wages under article 60 § 7 when wanted. */
static gint64
sum_income (const Round *self, guint i, gboolean only_article_60)
{
  const EntCalcMember *member = member_at (self->run, i);
  gint64 sum = 0;

  for (guint j = 0; j < member->resources->len; j++)
    {
      const EntCalcResource *resource = &g_array_index (member->resources, EntCalcResource, j);

      if (!only_article_60 || resource->kind == ENT_CALC_ARTICLE_60)
        sum += ent_calc_run_resource (self->run, resource, (int) j, (int) i, NULL);
    }
  return sum;
}

static gboolean
has_article_60 (const Round *self, guint i)
{
  const GArray *resources = member_at (self->run, i)->resources;

  for (guint j = 0; j < resources->len; j++)
    if (g_array_index (resources, EntCalcResource, j).kind == ENT_CALC_ARTICLE_60)
      return TRUE;
  return FALSE;
}

/* The income of a partner counts beyond the amount of category 1, or wholly in category 3. */
static void
count_partner (Round *self, guint i)
{
  gboolean on_income = member_at (self->run, i)->on_income;
  gboolean whole = self->run->result->category == 3;
  EntCalcLine *line;
  gint64 income;

  if (on_income && !has_article_60 (self, i))
    {
      add_uncounted (self, i, ENT_CALC_RULE_PARTNER_ON_INCOME,
                     N_ ("Not counted: receives integration income."));
      return;
    }
  line = add_line (self, i, ENT_CALC_LINE_ITEM, 0);
  income = sum_income (self, i, on_income);
  line->amount = whole ? income : MAX (0, income - self->cat_1);
  ent_calc_line_use (line, ent_calc_run_rule (self->run, whole ? ENT_CALC_RULE_PARTNER_FAMILY
                                                               : ENT_CALC_RULE_PARTNER));
  if (on_income)
    ent_calc_line_use (line, ent_calc_run_rule (self->run, ENT_CALC_RULE_PARTNER_ARTICLE_60));
  ent_calc_line_set_param (line, "income", ENT_CALC_PARAM_MONEY, income);
  ent_calc_line_set_param (line, "free", ENT_CALC_PARAM_MONEY, self->cat_1);
  line->explanation = whole ? N_ ("{income} a year, counted wholly in category 3.")
                            : N_ ("{income} a year, less {free}, if above 0.");
  self->has_partner = TRUE;
  self->run->general += line->amount;
}

static void
count_pooled (Round *self, guint i)
{
  EntCalcLine *line = add_line (self, i, ENT_CALC_LINE_FACT, 0);

  line->amount = sum_income (self, i, FALSE);
  line->explanation = N_ ("Income of a year, counted together with that of the others.");
  ent_calc_line_use (line, ent_calc_run_rule (self->run, self->version->value == 1
                                                             ? ENT_CALC_RULE_COHABITANT_MAY
                                                             : ENT_CALC_RULE_COHABITANT_MUST));
  self->pool += line->amount;
  self->n_pool++;
}

static void
count_member (Round *self, guint i)
{
  switch (find_place (self, member_at (self->run, i), i))
    {
    case NEVER:
      add_uncounted (self, i, ENT_CALC_RULE_COHABITANT_NEVER,
                     N_ ("Not counted: owes no maintenance, or does not share the household."));
      break;
    case DECLINED:
      add_declined (self, i);
      break;
    case APART:
      count_partner (self, i);
      break;
    case POOLED:
    default:
      count_pooled (self, i);
      break;
    }
}

/* The centre may take less than the rule gives. */
static gint64
limit_pool (Round *self, gint64 amount, EntCalcLine *line)
{
  const EntCalcCase *c = self->run->c;

  if (c->cohabitants_at_most == ENT_CALC_NO_AMOUNT || c->cohabitants_at_most >= amount)
    return amount;
  if (self->version->value == 2 && c->cohabitants_reason == NULL)
    ent_calc_run_refuse (self->run, "cohabitants.reason",
                         _ ("whoever owes maintenance is counted; say for which reason of equity "
                            "not wholly."));
  if (self->version->value == 2)
    ent_calc_line_use (line, ent_calc_run_rule (self->run, ENT_CALC_RULE_COHABITANT_EQUITY));
  if (c->cohabitants_reason != NULL)
    ent_calc_line_set_text (line, "reason", c->cohabitants_reason);
  line->explanation = c->cohabitants_reason != NULL
                          ? N_ ("{income} − {number} × {free}, if above 0; the centre counts less: "
                                "{reason}")
                          : N_ ("{income} − {number} × {free}, if above 0; the centre counts "
                                "less.");
  return c->cohabitants_at_most;
}

static void
count_pool (Round *self)
{
  EntCalcLine *line;

  if (self->n_pool == 0)
    return;
  line = ent_calc_run_add (self->run, "cohabitants", N_ ("Income of cohabitants that is counted"),
                           ENT_CALC_LINE_ITEM, 0);
  ent_calc_line_use (line, self->version);
  if (self->version->value == 2)
    ent_calc_line_use (line, ent_calc_run_rule (self->run, ENT_CALC_RULE_COHABITANT_FRANCHISE));
  if (self->has_partner)
    ent_calc_line_use (line, ent_calc_run_rule (self->run, ENT_CALC_RULE_PARTNER_APART));
  ent_calc_line_set_param (line, "income", ENT_CALC_PARAM_MONEY, self->pool);
  ent_calc_line_set_param (line, "number", ENT_CALC_PARAM_NUMBER, self->n_pool);
  ent_calc_line_set_param (line, "free", ENT_CALC_PARAM_MONEY, self->cat_1);
  line->explanation = N_ ("{income} − {number} × {free}, if above 0.");
  line->amount = limit_pool (self, MAX (0, self->pool - self->n_pool * self->cat_1), line);
  self->run->general += line->amount;
}

/* The version holds by the day of the request or of the last revision, not by that of the amounts.
 */
static void
find_version (Round *self)
{
  const EntCalcCase *c = self->run->c;
  gint32 day = MAX (c->requested, c->revised);
  EntCalcLine *line;

  if (day == ENT_DAY_NONE)
    ent_calc_run_refuse (self->run, "requested",
                         _ ("the day of the request is needed: it decides which rule about "
                            "cohabitants holds."));
  self->version = ent_calc_scales_find (self->run->result->scales, ENT_CALC_ARTICLE_34, 0, day);
  if (self->version == NULL)
    self->version = ent_calc_run_row (self->run, ENT_CALC_ARTICLE_34, 0);
  self->run->result->article_34 = (int) self->version->value;
  line = ent_calc_run_add (self->run, "article-34", N_ ("Rule about cohabitants"),
                           ENT_CALC_LINE_FACT, ENT_CALC_NO_AMOUNT);
  ent_calc_line_use (line, self->version);
  ent_calc_line_set_param (line, "day", ENT_CALC_PARAM_DAY, day);
  line->explanation =
      self->version->value == 1
          ? N_ ("As it held on {day}: the partner is counted, the first degree may "
                "be.")
          : N_ ("As it held on {day}: every adult who owes maintenance is counted.");
}

void
ent_calc_run_cohabitants (EntCalcRun *run)
{
  Round self = { .run = run };

  for (guint i = 0; i < run->c->household->len && run->error == NULL; i++)
    {
      const EntCalcMember *member = member_at (run, i);

      /* A couple is one at any age. */
      if (member->relation != ENT_CALC_PARTNER && ent_calc_member_is_minor (member, run->day))
        continue;
      if (self.version == NULL)
        {
          find_version (&self);
          self.cat_1 = ent_calc_run_annual (run, 1, run->day, NULL);
        }
      if (run->error == NULL)
        count_member (&self, i);
    }
  if (run->error == NULL && self.version != NULL)
    count_pool (&self);
}
