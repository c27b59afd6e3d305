/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a case of the calculator from JSON. What it says is checked by the calculator; here, how it
 * says it. One thread. */
#include "ent-calc-file.h"

#include "ent-date.h"
#include "ent-json-walk.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MAX_WHOLE 1000000

typedef struct
{
  EntJsonWalk *walk;
  EntCalcCase *c;
} Reading;

/* Euros as cents; what is beyond the limits of the calculator stays so, and is refused there. */
static gint64
read_money (Reading *self, const char *member, gint64 fallback)
{
  const double range[] = { -G_MAXDOUBLE, G_MAXDOUBLE };
  double euros = ent_json_walk_number (self->walk, member, 0, range);
  double limit = (double) ENT_CALC_MAX_AMOUNT + 1;
  double cents = CLAMP (euros * 100, -1, limit);

  if (!ent_json_walk_has (self->walk, member))
    return fallback;
  if (cents >= 0 && cents < limit && fabs (cents - rint (cents)) > 0.001)
    ent_json_walk_fail (self->walk, member, _ ("an amount has at most two decimals."));
  return cents < 0 ? -1 : (gint64) rint (cents);
}

static int
read_whole (Reading *self, const char *member, int fallback)
{
  const double range[] = { 0, MAX_WHOLE };
  double value = ent_json_walk_number (self->walk, member, fallback, range);

  if (value != floor (value))
    ent_json_walk_fail (self->walk, member, _ ("a whole number is needed here."));
  return (int) value;
}

static gint32
read_day (Reading *self, const char *member)
{
  const char *text = ent_json_walk_text (self->walk, member, FALSE);
  gint32 day = ent_day_parse_iso (text);

  if (text != NULL && day == ENT_DAY_NONE)
    ent_json_walk_fail (self->walk, member, _ ("“%s” is not a day, written as 2026-12-31."), text);
  return day;
}

/* The first day of a month. */
static gint32
read_month (Reading *self, const char *member)
{
  const char *text = ent_json_walk_text (self->walk, member, FALSE);
  g_autofree char *first = text != NULL ? g_strconcat (text, "-01", NULL) : NULL;
  gint32 day = ent_day_parse_iso (first);

  if (text != NULL && day == ENT_DAY_NONE)
    ent_json_walk_fail (self->walk, member, _ ("“%s” is not a month, written as 2026-12."), text);
  return day;
}

static int
read_name (Reading *self, const char *member, const EntCalcName *names, int n, int fallback)
{
  g_autofree const char **codes = g_new0 (const char *, n + 1);

  for (int i = 0; i < n; i++)
    codes[i] = names[i].code;
  return ent_json_walk_choice (self->walk, member, codes, fallback);
}

static void
require (Reading *self, const char *member)
{
  if (!ent_json_walk_has (self->walk, member))
    ent_json_walk_fail (self->walk, member, _ ("this is missing."));
}

/* Calls read for each item of a list, standing there. */
static void
read_list (Reading *self,
           const char *member,
           void (*read) (Reading *self, gpointer data),
           gpointer data)
{
  guint n;

  if (!ent_json_walk_into (self->walk, member))
    return;
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read (self, data);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

static void
fill_resource (Reading *self, EntCalcResource *resource)
{
  static const char *const members[] = { "kind", "amount", "period", "hours", "from_debtor", NULL };
  const double range[] = { 0, MAX_WHOLE };

  ent_json_walk_only (self->walk, members);
  require (self, "kind");
  require (self, "amount");
  resource->kind = (EntCalcResourceKind) read_name (self, "kind", ent_calc_resources,
                                                    ENT_CALC_N_RESOURCES, ENT_CALC_OTHER);
  resource->period = (EntCalcPeriod) read_name (self, "period", ent_calc_periods,
                                                ENT_CALC_N_PERIODS, ENT_CALC_A_MONTH);
  resource->amount = read_money (self, "amount", 0);
  resource->hours = (int) rint (ent_json_walk_number (self->walk, "hours", 0, range) * 100);
  resource->from_debtor = ent_json_walk_flag (self->walk, "from_debtor");
}

static void
read_resource (Reading *self, gpointer unused)
{
  fill_resource (self, ent_calc_case_add_resource (self->c));
}

static void
read_member_resource (Reading *self, gpointer member)
{
  fill_resource (self, ent_calc_member_add_resource (member));
}

static void
read_member (Reading *self, gpointer unused)
{
  static const char *const members[] = { "relation",  "birth",     "married", "shares",
                                         "in_charge", "on_income", "counted", "reason",
                                         "resources", NULL };
  EntCalcMember *member = ent_calc_case_add_member (self->c);

  ent_json_walk_only (self->walk, members);
  require (self, "relation");
  member->relation = (EntCalcRelation) read_name (self, "relation", ent_calc_relations,
                                                  ENT_CALC_N_RELATIONS, ENT_CALC_SOMEONE);
  member->birth = read_day (self, "birth");
  member->married = ent_json_walk_flag (self->walk, "married");
  if (ent_json_walk_has (self->walk, "shares"))
    member->shares = ent_json_walk_flag (self->walk, "shares");
  member->in_charge = ent_json_walk_flag (self->walk, "in_charge");
  member->on_income = ent_json_walk_flag (self->walk, "on_income");
  member->counted = (EntCalcCount) read_name (self, "counted", ent_calc_counts, ENT_CALC_N_COUNTS,
                                              ENT_CALC_COUNT_BY_RULE);
  member->reason = g_strdup (ent_json_walk_text (self->walk, "reason", FALSE));
  read_list (self, "resources", read_member_resource, member);
}

/* "1/2" */
static void
read_share (Reading *self, EntCalcProperty *property)
{
  const char *text = ent_json_walk_text (self->walk, "share", FALSE);
  int length = 0;

  if (text == NULL)
    return;
  if (strlen (text) > 9 ||
      sscanf (text, "%5d/%5d%n", &property->share_part, &property->share_whole, &length) != 2 ||
      text[length] != '\0' || strspn (text, "0123456789/") != strlen (text))
    ent_json_walk_fail (self->walk, "share", _ ("“%s” is not a share, written as 1/2."), text);
}

static void
read_property (Reading *self, gpointer unused)
{
  static const char *const members[] = { "unbuilt", "cadastral", "share", "rented",
                                         "rent",    "interest",  NULL };
  EntCalcProperty *property = ent_calc_case_add_property (self->c);

  ent_json_walk_only (self->walk, members);
  require (self, "cadastral");
  property->built = !ent_json_walk_flag (self->walk, "unbuilt");
  property->cadastral = read_money (self, "cadastral", 0);
  property->rented = ent_json_walk_flag (self->walk, "rented");
  property->rent = read_money (self, "rent", 0);
  property->interest = read_money (self, "interest", 0);
  read_share (self, property);
}

static void
read_isp_period (Reading *self, gpointer unused)
{
  static const char *const members[] = { "type", "from", "to", NULL };
  EntCalcIspPeriod *period = ent_calc_case_add_isp_period (self->c);

  ent_json_walk_only (self->walk, members);
  period->type = (EntCalcIsp) read_name (self, "type", ent_calc_isps, ENT_CALC_N_ISP,
                                         ENT_CALC_ISP_GENERAL);
  period->from = read_day (self, "from");
  period->to = read_day (self, "to");
}

static void
read_isp (Reading *self)
{
  static const char *const members[] = {
    "type", "since", "was_on_income", "contract_months", "certificate", "periods", NULL
  };

  if (!ent_json_walk_into (self->walk, "isp"))
    return;
  ent_json_walk_only (self->walk, members);
  require (self, "type");
  self->c->isp = (EntCalcIsp) read_name (self, "type", ent_calc_isps, ENT_CALC_N_ISP,
                                         ENT_CALC_ISP_GENERAL);
  self->c->isp_since = read_day (self, "since");
  self->c->isp_was_on_income = ent_json_walk_flag (self->walk, "was_on_income");
  self->c->isp_contract_months = read_whole (self, "contract_months", 0);
  self->c->isp_certificate = ent_json_walk_flag (self->walk, "certificate");
  read_list (self, "periods", read_isp_period, NULL);
  ent_json_walk_out (self->walk);
}

static void
read_cohabitants (Reading *self)
{
  static const char *const members[] = { "at_most", "reason", NULL };

  if (!ent_json_walk_into (self->walk, "cohabitants"))
    return;
  ent_json_walk_only (self->walk, members);
  self->c->cohabitants_at_most = read_money (self, "at_most", ENT_CALC_NO_AMOUNT);
  self->c->cohabitants_reason = g_strdup (ent_json_walk_text (self->walk, "reason", FALSE));
  ent_json_walk_out (self->walk);
}

static void
read_days (Reading *self)
{
  gboolean has_month = ent_json_walk_has (self->walk, "month");

  if (has_month == ent_json_walk_has (self->walk, "day"))
    ent_json_walk_fail (self->walk, "day", _ ("say either a day or a month."));
  self->c->day = has_month ? read_month (self, "month") : read_day (self, "day");
  self->c->from = read_day (self, "from");
  self->c->to = read_day (self, "to");
  self->c->requested = read_day (self, "requested");
  self->c->revised = read_day (self, "revised");
}

static void
read_case (Reading *self)
{
  static const char *const members[] = { "$schema",
                                         "id",
                                         "regime",
                                         "day",
                                         "month",
                                         "from",
                                         "to",
                                         "requested",
                                         "revised",
                                         "category",
                                         "category_reason",
                                         "homeless_with_project",
                                         "married",
                                         "children",
                                         "resources",
                                         "household",
                                         "properties",
                                         "capital",
                                         "transferred",
                                         "isp",
                                         "cohabitants",
                                         NULL };
  EntCalcCase *c = self->c;

  ent_json_walk_only (self->walk, members);
  ent_json_walk_text (self->walk, "id", FALSE);
  c->regime = (EntCalcRegime) read_name (self, "regime", ent_calc_regimes, ENT_CALC_N_REGIMES,
                                         ENT_CALC_RIS);
  read_days (self);
  c->category = read_whole (self, "category", 0);
  if (c->category == 0 && ent_json_walk_has (self->walk, "category"))
    ent_json_walk_fail (self->walk, "category", _ ("the categories are 1, 2 and 3."));
  c->category_reason = g_strdup (ent_json_walk_text (self->walk, "category_reason", FALSE));
  c->homeless_with_project = ent_json_walk_flag (self->walk, "homeless_with_project");
  c->married = ent_json_walk_flag (self->walk, "married");
  c->n_children = read_whole (self, "children", 0);
  read_list (self, "resources", read_resource, NULL);
  read_list (self, "household", read_member, NULL);
  read_list (self, "properties", read_property, NULL);
  c->capital = read_money (self, "capital", 0);
  c->transferred = ent_json_walk_flag (self->walk, "transferred");
  read_isp (self);
  read_cohabitants (self);
}

EntCalcCase *
ent_calc_file_read (JsonNode *node, GError **error)
{
  g_autoptr (EntCalcCase) c = ent_calc_case_new ();
  g_autoptr (EntJsonWalk) walk = ent_json_walk_new (node);
  Reading reading = { walk, c };

  read_case (&reading);
  return ent_json_walk_check (walk, error) ? g_steal_pointer (&c) : NULL;
}
