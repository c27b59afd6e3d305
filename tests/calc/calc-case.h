/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases for the tests of the calculator, in a few words each. Included once by each test program.
 */
#pragma once

#include "ent-calc-ris.h"
#include "ent-date.h"

#include <string.h>

static EntCalcScales *shipped;

static inline gint32
day (const char *iso)
{
  gint32 found = ent_day_parse_iso (iso);

  g_assert_cmpint (found, !=, ENT_DAY_NONE);
  return found;
}

static inline EntCalcCase *
case_of (const char *iso, int category)
{
  EntCalcCase *c = ent_calc_case_new ();

  c->day = day (iso);
  c->category = category;
  return c;
}

/* In euros a month. */
static inline EntCalcResource *
add_income (EntCalcCase *c, EntCalcResourceKind kind, double euros)
{
  EntCalcResource *resource = ent_calc_case_add_resource (c);

  resource->kind = kind;
  resource->amount = (gint64) (euros * 100 + 0.5);
  return resource;
}

/* An adult who shares the household, with an income in euros a month. */
static inline EntCalcMember *
add_adult (EntCalcCase *c, EntCalcRelation relation, double euros)
{
  EntCalcMember *member = ent_calc_case_add_member (c);
  EntCalcResource *resource;

  member->relation = relation;
  if (euros > 0)
    {
      resource = ent_calc_member_add_resource (member);
      resource->kind = ENT_CALC_WORK;
      resource->amount = (gint64) (euros * 100 + 0.5);
    }
  return member;
}

static inline void
begin_work (EntCalcCase *c, EntCalcIsp isp, const char *since)
{
  c->isp = isp;
  c->isp_since = day (since);
  c->isp_was_on_income = TRUE;
  c->isp_contract_months = 6;
  c->isp_certificate = TRUE;
}

static inline EntCalcResult *
compute (const EntCalcCase *c)
{
  g_autoptr (GError) error = NULL;
  EntCalcResult *result = ent_calc_ris (c, shipped, &error);

  g_assert_no_error (error);
  return result;
}

/* Cents a month. */
static inline gint64
month_of (const EntCalcCase *c)
{
  g_autoptr (EntCalcResult) result = compute (c);

  return result->month;
}

/* Refused with this code, in words that hold these. */
static inline void
assert_refused (const EntCalcCase *c, EntCalcError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_calc_ris (c, shipped, &error));
  g_assert_error (error, ENT_CALC_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static inline const EntCalcLine *
line_of (const EntCalcResult *result, const char *id)
{
  const EntCalcLine *line = ent_calc_result_find (result, id);

  g_assert_nonnull (line);
  return line;
}
