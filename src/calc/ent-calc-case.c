/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a case. One thread at a time. */
#include "ent-calc-case.h"

#include "ent-date.h"

static void
clear_member (EntCalcMember *member)
{
  g_free (member->reason);
  g_array_unref (member->resources);
}

static GArray *
new_household (void)
{
  GArray *household = g_array_new (FALSE, TRUE, sizeof (EntCalcMember));

  g_array_set_clear_func (household, (GDestroyNotify) clear_member);
  return household;
}

EntCalcCase *
ent_calc_case_new (void)
{
  EntCalcCase *self = g_new0 (EntCalcCase, 1);

  self->day = self->from = self->to = ENT_DAY_NONE;
  self->requested = self->revised = self->isp_since = ENT_DAY_NONE;
  self->isp = ENT_CALC_ISP_NONE;
  self->cohabitants_at_most = ENT_CALC_NO_AMOUNT;
  self->resources = g_array_new (FALSE, TRUE, sizeof (EntCalcResource));
  self->household = new_household ();
  self->properties = g_array_new (FALSE, TRUE, sizeof (EntCalcProperty));
  self->isp_periods = g_array_new (FALSE, TRUE, sizeof (EntCalcIspPeriod));
  return self;
}

EntCalcCase *
ent_calc_case_copy (const EntCalcCase *self)
{
  EntCalcCase *copy = g_memdup2 (self, sizeof *self);

  copy->category_reason = g_strdup (self->category_reason);
  copy->cohabitants_reason = g_strdup (self->cohabitants_reason);
  copy->resources = g_array_copy (self->resources);
  copy->properties = g_array_copy (self->properties);
  copy->isp_periods = g_array_copy (self->isp_periods);
  copy->household = new_household ();
  for (guint i = 0; i < self->household->len; i++)
    {
      EntCalcMember member = g_array_index (self->household, EntCalcMember, i);

      member.reason = g_strdup (member.reason);
      member.resources = g_array_copy (member.resources);
      g_array_append_val (copy->household, member);
    }
  return copy;
}

void
ent_calc_case_free (EntCalcCase *self)
{
  g_free (self->category_reason);
  g_free (self->cohabitants_reason);
  g_array_unref (self->resources);
  g_array_unref (self->household);
  g_array_unref (self->properties);
  g_array_unref (self->isp_periods);
  g_free (self);
}

static gpointer
last_of (GArray *array)
{
  return array->data + (gsize) (array->len - 1) * g_array_get_element_size (array);
}

static EntCalcResource *
add_resource (GArray *resources)
{
  EntCalcResource resource = { .kind = ENT_CALC_OTHER, .period = ENT_CALC_A_MONTH };

  g_array_append_val (resources, resource);
  return last_of (resources);
}

EntCalcResource *
ent_calc_case_add_resource (EntCalcCase *self)
{
  return add_resource (self->resources);
}

EntCalcResource *
ent_calc_member_add_resource (EntCalcMember *self)
{
  return add_resource (self->resources);
}

EntCalcMember *
ent_calc_case_add_member (EntCalcCase *self)
{
  EntCalcMember member = { .relation = ENT_CALC_SOMEONE, .birth = ENT_DAY_NONE, .shares = TRUE };

  member.resources = g_array_new (FALSE, TRUE, sizeof (EntCalcResource));
  g_array_append_val (self->household, member);
  return last_of (self->household);
}

EntCalcProperty *
ent_calc_case_add_property (EntCalcCase *self)
{
  EntCalcProperty property = { .built = TRUE, .share_part = 1, .share_whole = 1 };

  g_array_append_val (self->properties, property);
  return last_of (self->properties);
}

EntCalcIspPeriod *
ent_calc_case_add_isp_period (EntCalcCase *self)
{
  EntCalcIspPeriod period = { ENT_CALC_ISP_GENERAL, ENT_DAY_NONE, ENT_DAY_NONE };

  g_array_append_val (self->isp_periods, period);
  return last_of (self->isp_periods);
}
