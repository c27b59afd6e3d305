/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule of the calculation at its edges, but for those about cohabitants and the exemption for
 * work. */
#include "calc-case.h"

#define DAY "2025-02-01"
#define MONTH_2 131420 /* category 2, without resources */

static void
assert_category (const EntCalcCase *c, int category)
{
  g_autoptr (EntCalcResult) result = compute (c);

  g_assert_cmpint (result->category, ==, category);
}

static EntCalcMember *
add_child (EntCalcCase *c, const char *birth)
{
  EntCalcMember *child = ent_calc_case_add_member (c);

  child->relation = ENT_CALC_CHILD;
  child->birth = day (birth);
  child->in_charge = TRUE;
  return child;
}

static void
test_category_alone (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 0);

  assert_category (c, 2);
}

static void
test_category_cohabitant (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 0);
  EntCalcMember *sibling = add_adult (c, ENT_CALC_SIBLING, 2000);

  c->requested = c->day;
  assert_category (c, 1);
  sibling->shares = FALSE;
  assert_category (c, 2);
  sibling->shares = TRUE;
  c->homeless_with_project = TRUE;
  assert_category (c, 2);
}

/* A child is a minor until the day before the eighteenth birthday; who is born on 29 February
 * becomes of age on 1 March. */
static void
test_category_family (void)
{
  const struct
  {
    const char *birth, *day;
    gboolean minor;
  } edges[] = {
    { "2007-03-01", "2025-02-28", TRUE }, { "2007-02-28", "2025-02-28", FALSE },
    { "2008-02-29", "2026-02-28", TRUE }, { "2008-02-29", "2026-03-01", FALSE },
    { "2025-02-28", "2025-02-28", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (edges[i].day, 0);

      c->requested = day ("2025-01-01");
      add_child (c, edges[i].birth)->counted = ENT_CALC_COUNT_NO;
      assert_category (c, edges[i].minor ? 3 : 1);
    }
}

static void
test_category_needs_unmarried_child_in_charge (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 0);
  EntCalcMember *child = add_child (c, "2008-06-01");

  assert_category (c, 3);
  child->married = TRUE;
  assert_category (c, 1);
  child->married = FALSE;
  child->in_charge = FALSE;
  assert_category (c, 1);
}

static void
test_category_given (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 1);
  g_autoptr (EntCalcResult) result = NULL;
  g_autofree char *explanation = NULL;

  assert_category (c, 1);
  add_child (c, "2020-01-01");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "category_reason: ");
  c->category_reason = g_strdup ("placed {half} the time");
  result = compute (c);
  explanation = ent_calc_line_explain (line_of (result, "category"));
  g_assert_cmpstr (explanation, ==, "Set by the centre: placed {half} the time");
  c->category = 3;
  assert_category (c, 3);
}

static void
test_equivalent_aid (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = NULL;

  c->regime = ENT_CALC_ERIS;
  result = compute (c);
  g_assert_cmpint (result->month, ==, MONTH_2);
  g_assert_cmpint (line_of (result, "regime")->status, ==, ENT_CALC_TO_CHECK);
}

/* 12,92, 20,83 and 25,83 a month; only what there is; never at or beyond the amount. */
static void
test_general_exemption (void)
{
  const gint64 yearly[] = { 15500, 25000, 31000 };

  for (int category = 1; category <= 3; category++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, category);
      EntCalcResource *income = add_income (c, ENT_CALC_OTHER, 0);
      gint64 annual;

      income->period = ENT_CALC_A_YEAR;
      for (gint64 more = -1; more <= 1; more++)
        {
          g_autoptr (EntCalcResult) result = NULL;

          income->amount = yearly[category - 1] + more;
          result = compute (c);
          g_assert_cmpint (result->exemption, ==, yearly[category - 1] + MIN (more, 0));
          g_assert_cmpint (result->counted, ==, MAX (more, 0));
          annual = result->annual;
        }
      for (gint64 more = -1; more <= 1; more++)
        {
          g_autoptr (EntCalcResult) result = NULL;

          income->amount = annual + more;
          result = compute (c);
          g_assert_cmpint (result->exemption, ==, more < 0 ? yearly[category - 1] : 0);
          g_assert_cmpint (result->granted, ==, more < 0 ? yearly[category - 1] + 1 : 0);
          g_assert_cmpuint (result->refusals->len, ==, more < 0 ? 0 : 1);
        }
    }
}

static void
test_no_exemption_without_resources (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = compute (c);

  g_assert_cmpint (result->month, ==, MONTH_2);
  g_assert_null (ent_calc_result_find (result, "general-exemption"));
}

static void
test_refusal_says_why (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = NULL;
  g_autofree char *why = NULL;

  add_income (c, ENT_CALC_PENSION, 1400);
  result = compute (c);
  g_assert_cmpint (result->month, ==, 0);
  g_assert_cmpuint (result->refusals->len, ==, 1);
  why = ent_calc_line_explain (g_ptr_array_index (result->refusals, 0));
  g_assert_nonnull (strstr (why, "reach the amount of the category"));
}

/* What the scales leave beyond five cents a year is no amount a month. */
static void
test_refuses_less_than_a_cent (void)
{
  const struct
  {
    gint64 left, month;
  } edges[] = { { 5, 0 }, { 6, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, 2);
      g_autoptr (EntCalcResult) result = NULL;
      EntCalcResource *work = add_income (c, ENT_CALC_ALE, 0);

      work->period = ENT_CALC_A_YEAR;
      work->hours = 100;
      work->amount = 1577041 + 410 - edges[i].left;
      result = compute (c);
      g_assert_cmpint (result->granted, ==, edges[i].left);
      g_assert_cmpint (result->month, ==, edges[i].month);
      g_assert_cmpuint (result->refusals->len, ==, edges[i].month == 0);
    }
}

/* Each kind of income by itself: 100 € a month count, or not. */
static void
test_kinds_of_income (void)
{
  for (EntCalcResourceKind kind = 0; kind < ENT_CALC_N_RESOURCES; kind++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, 2);
      g_autoptr (EntCalcResult) result = NULL;
      gboolean exempt = kind >= ENT_CALC_CPAS_AID;

      if (kind == ENT_CALC_ALE || kind == ENT_CALC_APPLICANT_CHILD_BENEFIT)
        continue;
      add_income (c, kind, 100);
      result = compute (c);
      g_assert_cmpint (result->resources, ==, exempt ? 0 : 120000);
      g_assert_cmpint (line_of (result, "resource")->amount, ==, result->resources);
      g_assert_cmpint (line_of (result, "resource")->status == ENT_CALC_TO_CHECK, ==,
                       kind >= ENT_CALC_FOSTER_ALLOWANCE);
    }
}

static void
test_gift_of_a_debtor_counts (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);

  add_income (c, ENT_CALC_IRREGULAR_GIFT, 100)->from_debtor = TRUE;
  g_assert_cmpint (month_of (c), ==, (1577041 - 120000 + 25000 + 6) / 12);
  add_income (c, ENT_CALC_PENSION, 100)->from_debtor = TRUE;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[1].from_debtor: ");
}

/* 4,10 € an hour are exempt; beyond, neither the general exemption nor that for work helps. */
static void
test_local_employment_agency (void)
{
  const struct
  {
    gint64 amount, counted;
  } edges[] = { { 18450, 0 }, { 18451, 12 }, { 20000, 18600 } };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, 2);
      g_autoptr (EntCalcResult) result = NULL;
      EntCalcResource *work = add_income (c, ENT_CALC_ALE, 0);

      work->amount = edges[i].amount;
      work->hours = 4500;
      begin_work (c, ENT_CALC_ISP_GENERAL, DAY);
      result = compute (c);
      g_assert_cmpint (result->counted, ==, edges[i].counted);
      g_assert_cmpint (result->exemption, ==, 0);
    }
}

/* Beside it, other income keeps its exemption. */
static void
test_local_employment_agency_beside_a_pension (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = NULL;
  EntCalcResource *work = add_income (c, ENT_CALC_ALE, 200);

  work->hours = 4500;
  add_income (c, ENT_CALC_PENSION, 100);
  result = compute (c);
  g_assert_cmpint (result->resources, ==, 18600 + 120000);
  g_assert_cmpint (result->exemption, ==, 25000);
}

static void
test_unemployment_by_the_day (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = NULL;
  EntCalcResource *benefit = add_income (c, ENT_CALC_UNEMPLOYMENT, 40.25);

  benefit->period = ENT_CALC_A_DAY;
  result = compute (c);
  g_assert_cmpint (result->resources, ==, 4025 * 26 * 12);
  g_assert_cmpint (line_of (result, "resource")->status, ==, ENT_CALC_TO_CHECK);
  benefit->kind = ENT_CALC_SICKNESS;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].period: ");
}

static void
test_part_of_a_month (void)
{
  const struct
  {
    const char *from, *to;
    gint64 paid;
  } edges[] = {
    { "2025-02-01", "2025-02-28", MONTH_2 },
    { "2025-02-28", "2025-02-28", 4694 }, /* 131420 / 28 = 4693,57 */
    { "2025-02-15", "2025-02-28", MONTH_2 / 2 },
    { "2025-03-02", "2025-03-31", 127181 }, /* 30 of 31 days: 127180,65 */
    { "2025-03-01", "2025-03-31", MONTH_2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (edges[i].from, 2);
      g_autoptr (EntCalcResult) result = NULL;

      c->from = c->day;
      c->to = day (edges[i].to);
      result = compute (c);
      g_assert_cmpint (result->month, ==, MONTH_2);
      g_assert_cmpint (result->paid, ==, edges[i].paid);
      g_assert_cmpint (line_of (result, "part")->status, ==, ENT_CALC_TO_CHECK);
    }
}

static void
test_part_of_a_leap_month (void)
{
  g_autoptr (EntCalcCase) c = case_of ("2024-02-01", 2);
  g_autoptr (EntCalcResult) result = NULL;

  c->from = c->to = day ("2024-02-29");
  result = compute (c);
  g_assert_cmpint (result->paid, ==, (result->month * 2 + 29) / 58);
  c->to = day ("2024-03-01");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "to: ");
  c->to = ENT_DAY_NONE;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "to: ");
  c->from = day ("2024-01-31");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "from: ");
  c->from = day ("2024-02-02");
  c->to = day ("2024-02-01");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "to: ");
}

/* A centre that counts thirtieths changes one row. */
static void
test_part_in_thirtieths (void)
{
  const struct
  {
    const char *from, *to;
    gint64 paid;
  } edges[] = {
    { "2025-02-28", "2025-02-28", 4381 }, /* 131420 / 30 = 4380,67 */
    { "2025-03-02", "2025-03-31", MONTH_2 },
    { "2025-02-01", "2025-02-28", MONTH_2 },
  };
  g_autoptr (EntCalcScales) scales = ent_calc_scales_new ();

  for (guint i = 0; i < ent_calc_scales_get_n_rows (shipped); i++)
    {
      EntCalcRow row = *ent_calc_scales_get_row (shipped, i);

      if (row.scale == ENT_CALC_PART_MONTH_DAYS)
        row.value = 30;
      g_assert_true (ent_calc_scales_add (scales, &row, NULL));
    }
  g_assert_true (ent_calc_scales_seal (scales, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (edges[i].from, 2);
      g_autoptr (EntCalcResult) result = NULL;

      c->from = c->day;
      c->to = day (edges[i].to);
      result = ent_calc_ris (c, scales, NULL);
      g_assert_cmpint (result->paid, ==, edges[i].paid);
    }
}

static void
test_refuses_what_cannot_be (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  EntCalcResource *income = add_income (c, ENT_CALC_OTHER, 0);

  income->amount = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].amount: an amount is not below 0");
  income->amount = ENT_CALC_MAX_AMOUNT + 1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].amount: this amount is too large");
  income->amount = 0;
  income->hours = 1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].hours: ");
  income->kind = ENT_CALC_ALE;
  income->hours = 0;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].hours: ");
  income->hours = 80001;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources[0].hours: ");
  income->hours = 100;
  c->capital = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "capital: ");
  c->capital = 0;
  c->category = 4;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "category: ");
  c->category = 2;
  c->n_children = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "children: ");
  c->n_children = 0;
  c->day = ENT_DAY_NONE;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "day: ");
  c->day = day (DAY);
  c->requested = day ("2025-01-02");
  c->revised = day ("2025-01-01");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "revised: ");
  c->revised = c->requested;
  g_assert_cmpint (month_of (c), ==, MONTH_2);
}

static void
test_refuses_members_that_cannot_be (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 0);
  EntCalcMember *child = add_child (c, "2025-02-02");

  assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].birth: ");
  child->birth = ENT_DAY_NONE;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].birth: ");
  child->birth = c->day;
  ent_calc_member_add_resource (child)->amount = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].resources[0].amount: ");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
#define TEST(name, function) g_test_add_func ("/calc/rules/" name, function)
  TEST ("category/alone", test_category_alone);
  TEST ("category/cohabitant", test_category_cohabitant);
  TEST ("category/family", test_category_family);
  TEST ("category/child", test_category_needs_unmarried_child_in_charge);
  TEST ("category/given", test_category_given);
  TEST ("equivalent-aid", test_equivalent_aid);
  TEST ("general-exemption", test_general_exemption);
  TEST ("general-exemption/none", test_no_exemption_without_resources);
  TEST ("refusal/says-why", test_refusal_says_why);
  TEST ("refusal/less-than-a-cent", test_refuses_less_than_a_cent);
  TEST ("income/kinds", test_kinds_of_income);
  TEST ("income/gift-of-a-debtor", test_gift_of_a_debtor_counts);
  TEST ("income/local-employment-agency", test_local_employment_agency);
  TEST ("income/local-employment-agency/pension", test_local_employment_agency_beside_a_pension);
  TEST ("income/unemployment-by-the-day", test_unemployment_by_the_day);
  TEST ("part/month", test_part_of_a_month);
  TEST ("part/leap-month", test_part_of_a_leap_month);
  TEST ("part/thirtieths", test_part_in_thirtieths);
  TEST ("refuses/case", test_refuses_what_cannot_be);
  TEST ("refuses/members", test_refuses_members_that_cannot_be);
#undef TEST
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
