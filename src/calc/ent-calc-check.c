/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the first thing in a case that cannot be. One thread at a time. */
#include "ent-calc-case.h"
#include "ent-calc-scales.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define MAX_SHARE 10000
#define MAX_CHILDREN 50
#define MAX_HOURS 80000 /* in a month of 31 days there are 744 */
#define MAX_HOURS_A_YEAR 900000
#define MAX_CONTRACT_MONTHS 1200

typedef struct
{
  const EntCalcCase *c;
  const char *prefix; /* of the list, and its item: "household[1]." */
  GError **error;
} Check;

static gboolean
refuse (Check *self, const char *field, const char *why)
{
  g_set_error (self->error, ENT_CALC_ERROR, ENT_CALC_ERROR_INVALID, "%s%s: %s", self->prefix, field,
               why);
  return FALSE;
}

static gboolean
check_amount (Check *self, const char *field, gint64 amount)
{
  if (amount < 0)
    return refuse (self, field, _ ("an amount is not below 0."));
  return amount <= ENT_CALC_MAX_AMOUNT ||
         refuse (self, field, _ ("this amount is too large to be true."));
}

static gboolean
check_number (Check *self, const char *field, int number, int most)
{
  return (number >= 0 && number <= most) ||
         refuse (self, field, _ ("this number is not possible."));
}

static gboolean
check_length (Check *self, const char *field, const GArray *list)
{
  return list->len <= ENT_CALC_MAX_ITEMS || refuse (self, field, _ ("this list is too long."));
}

static gboolean
check_resource (Check *self, const EntCalcResource *resource)
{
  if (!check_amount (self, "amount", resource->amount) ||
      !check_number (self, "hours", resource->hours,
                     resource->period == ENT_CALC_A_YEAR ? MAX_HOURS_A_YEAR : MAX_HOURS))
    return FALSE;
  if (resource->period == ENT_CALC_A_DAY && resource->kind != ENT_CALC_UNEMPLOYMENT)
    return refuse (self, "period", _ ("only unemployment benefit is told by the day."));
  if (resource->kind == ENT_CALC_ALE && resource->hours == 0)
    return refuse (self, "hours", _ ("the hours of the period are needed here."));
  if (resource->kind != ENT_CALC_ALE && resource->hours != 0)
    return refuse (self, "hours", _ ("hours belong to the local employment agency only."));
  if (resource->from_debtor && resource->kind != ENT_CALC_IRREGULAR_GIFT)
    return refuse (self, "from_debtor", _ ("this is asked of irregular gifts only."));
  return TRUE;
}

static gboolean
check_resources (Check *self, const GArray *resources)
{
  Check item = *self;

  if (!check_length (self, "resources", resources))
    return FALSE;
  for (guint i = 0; i < resources->len; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%sresources[%u].", self->prefix, i);

      item.prefix = prefix;
      if (!check_resource (&item, &g_array_index (resources, EntCalcResource, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_member (Check *self, const EntCalcMember *member)
{
  if (member->birth != ENT_DAY_NONE && member->birth > self->c->day)
    return refuse (self, "birth", _ ("this is after the day of the calculation."));
  if (member->in_charge && member->birth == ENT_DAY_NONE)
    return refuse (self, "birth", _ ("the birth of a person in charge is needed here."));
  if (member->reason != NULL && member->reason[0] == '\0')
    return refuse (self, "reason", _ ("a reason is some words long."));
  return check_resources (self, member->resources);
}

static gboolean
check_household (Check *self)
{
  Check item = *self;

  if (!check_length (self, "household", self->c->household))
    return FALSE;
  for (guint i = 0; i < self->c->household->len; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("household[%u].", i);

      item.prefix = prefix;
      if (!check_member (&item, &g_array_index (self->c->household, EntCalcMember, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_property (Check *self, const EntCalcProperty *property)
{
  if (!check_amount (self, "cadastral", property->cadastral) ||
      !check_amount (self, "rent", property->rent) ||
      !check_amount (self, "interest", property->interest))
    return FALSE;
  if (property->share_whole < 1 || property->share_whole > MAX_SHARE || property->share_part < 1 ||
      property->share_part > property->share_whole)
    return refuse (self, "share", _ ("this is no share of a whole."));
  if (!property->rented && property->rent > 0)
    return refuse (self, "rent", _ ("a property that is not rented has no rent."));
  return TRUE;
}

static gboolean
check_properties (Check *self)
{
  Check item = *self;

  if (!check_length (self, "properties", self->c->properties))
    return FALSE;
  for (guint i = 0; i < self->c->properties->len; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("properties[%u].", i);

      item.prefix = prefix;
      if (!check_property (&item, &g_array_index (self->c->properties, EntCalcProperty, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_isp (Check *self)
{
  const EntCalcCase *c = self->c;
  Check item = *self;

  if (!check_length (self, "isp.periods", c->isp_periods) ||
      !check_number (self, "isp.contract_months", c->isp_contract_months, MAX_CONTRACT_MONTHS))
    return FALSE;
  if (c->isp != ENT_CALC_ISP_NONE && c->isp_since == ENT_DAY_NONE)
    return refuse (self, "isp.since", _ ("this is missing."));
  for (guint i = 0; i < c->isp_periods->len; i++)
    {
      const EntCalcIspPeriod *period = &g_array_index (c->isp_periods, EntCalcIspPeriod, i);
      g_autofree char *prefix = g_strdup_printf ("isp.periods[%u].", i);

      item.prefix = prefix;
      if (period->from == ENT_DAY_NONE)
        return refuse (&item, "from", _ ("this is missing."));
      if (period->to == ENT_DAY_NONE)
        return refuse (&item, "to", _ ("this is missing."));
      if (period->to < period->from)
        return refuse (&item, "to", _ ("this is before the beginning."));
    }
  return TRUE;
}

static gboolean
is_same_month (gint32 a, gint32 b)
{
  int year_a, month_a, year_b, month_b;

  return ent_day_to_ymd (a, &year_a, &month_a, NULL) &&
         ent_day_to_ymd (b, &year_b, &month_b, NULL) && year_a == year_b && month_a == month_b;
}

static gboolean
check_days (Check *self)
{
  const EntCalcCase *c = self->c;

  if (self->c->day == ENT_DAY_NONE)
    return refuse (self, "day", _ ("this is missing."));
  if (c->revised != ENT_DAY_NONE && c->requested != ENT_DAY_NONE && c->revised < c->requested)
    return refuse (self, "revised", _ ("a file is revised after it was requested."));
  if (c->from == ENT_DAY_NONE && c->to == ENT_DAY_NONE)
    return TRUE;
  if (c->from == ENT_DAY_NONE || !is_same_month (c->from, self->c->day))
    return refuse (self, "from", _ ("this is not in the month of the calculation."));
  if (c->to == ENT_DAY_NONE || !is_same_month (c->to, self->c->day))
    return refuse (self, "to", _ ("this is not in the month of the calculation."));
  return c->to >= c->from || refuse (self, "to", _ ("this is before the beginning."));
}

gboolean
ent_calc_case_check (const EntCalcCase *c, GError **error)
{
  Check self = { c, "", error };

  if (!check_days (&self) || !check_resources (&self, c->resources) || !check_household (&self) ||
      !check_properties (&self) || !check_isp (&self))
    return FALSE;
  if (c->category < 0 || c->category > 3)
    return refuse (&self, "category", _ ("the categories are 1, 2 and 3."));
  return check_amount (&self, "capital", c->capital) &&
         check_number (&self, "children", c->n_children, MAX_CHILDREN) &&
         (c->cohabitants_at_most == ENT_CALC_NO_AMOUNT ||
          check_amount (&self, "cohabitants.at_most", c->cohabitants_at_most));
}
