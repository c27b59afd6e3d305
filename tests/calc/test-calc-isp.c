/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exemption for those who begin to work or to train: how much, how long, for whom. */
#include "calc-case.h"

#define DAY "2025-02-01"

/* Single, with wages in euros a month, and the exemption asked since a day. */
static EntCalcCase *
worker (const char *on, double wages, EntCalcIsp isp, const char *since)
{
  EntCalcCase *c = case_of (on, 2);

  add_income (c, ENT_CALC_WORK, wages);
  begin_work (c, isp, since);
  return c;
}

static gint64
taken_off (const EntCalcCase *c)
{
  g_autoptr (EntCalcResult) result = compute (c);

  return -line_of (result, "isp")->amount;
}

static void
assert_closed (const EntCalcCase *c, const char *words)
{
  g_autoptr (EntCalcResult) result = compute (c);
  g_autofree char *why = ent_calc_line_explain (line_of (result, "isp"));

  g_assert_cmpint (line_of (result, "isp")->amount, ==, 0);
  if (strstr (why, words) == NULL)
    g_error ("“%s” does not say “%s”", why, words);
}

static void
use (EntCalcCase *c, EntCalcIsp type, const char *from, const char *to)
{
  *ent_calc_case_add_isp_period (c) = (EntCalcIspPeriod) { type, day (from), day (to) };
}

static void
test_no_more_than_is_earned (void)
{
  const struct
  {
    double wages;
    gint64 taken_off;
  } edges[] = {
    { 0, 0 }, { 200, 240000 }, { 309.47, 371364 }, { 309.48, 371376 }, { 309.49, 371376 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = worker (DAY, edges[i].wages, ENT_CALC_ISP_GENERAL, DAY);

      g_assert_cmpint (taken_off (c), ==, edges[i].taken_off);
    }
}

static void
test_amount_by_the_day (void)
{
  const struct
  {
    const char *day;
    EntCalcIsp isp;
    gint64 month;
  } amounts[] = {
    { "2021-09-01", ENT_CALC_ISP_GENERAL, 25896 },  { "2022-01-01", ENT_CALC_ISP_GENERAL, 26413 },
    { "2022-11-30", ENT_CALC_ISP_GENERAL, 28591 },  { "2022-12-01", ENT_CALC_ISP_GENERAL, 29163 },
    { "2024-04-30", ENT_CALC_ISP_GENERAL, 29746 },  { "2024-05-01", ENT_CALC_ISP_GENERAL, 30342 },
    { "2025-01-31", ENT_CALC_ISP_STUDENT, 30342 },  { "2025-02-01", ENT_CALC_ISP_STUDENT, 30948 },
    { "2026-03-01", ENT_CALC_ISP_GENERAL, 31567 },  { "2024-01-01", ENT_CALC_ISP_SHORTAGE, 42630 },
    { "2024-05-01", ENT_CALC_ISP_SHORTAGE, 43483 }, { "2025-02-01", ENT_CALC_ISP_SHORTAGE, 44352 },
    { "2026-03-01", ENT_CALC_ISP_SHORTAGE, 45239 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (EntCalcCase) c = worker (amounts[i].day, 2000, amounts[i].isp, amounts[i].day);

      g_assert_cmpint (taken_off (c), ==, 12 * amounts[i].month);
    }
}

static void
test_unknown_before (void)
{
  const struct
  {
    const char *day;
    EntCalcIsp isp;
  } early[] = {
    { "2021-08-31", ENT_CALC_ISP_GENERAL },
    { "2021-12-31", ENT_CALC_ISP_STUDENT },
    { "2023-12-31", ENT_CALC_ISP_SHORTAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (early); i++)
    {
      g_autoptr (EntCalcCase) c = worker (early[i].day, 2000, early[i].isp, early[i].day);

      assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "no scale");
    }
}

/* Once for all jobs and trainings together, and for nothing else. */
static void
test_once_for_all_work (void)
{
  g_autoptr (EntCalcCase) c = worker (DAY, 200, ENT_CALC_ISP_GENERAL, DAY);

  add_income (c, ENT_CALC_TRAINING, 50);
  add_income (c, ENT_CALC_PENSION, 500);
  g_assert_cmpint (taken_off (c), ==, 300000);
  add_income (c, ENT_CALC_WORK, 100);
  g_assert_cmpint (taken_off (c), ==, 371376);
}

static void
test_not_for_newcomers (void)
{
  g_autoptr (EntCalcCase) c = worker (DAY, 900, ENT_CALC_ISP_GENERAL, DAY);

  c->isp_was_on_income = FALSE;
  assert_closed (c, "no integration income was received");
}

static void
test_not_before_it_begins (void)
{
  g_autoptr (EntCalcCase) c = worker ("2025-01-31", 900, ENT_CALC_ISP_GENERAL, DAY);

  assert_closed (c, "has not begun yet");
}

/* 1095 days in all: open on the last, closed on the next. */
static void
test_days_in_all (void)
{
  g_autoptr (EntCalcCase) c = worker ("2025-12-31", 900, ENT_CALC_ISP_GENERAL, "2023-01-01");
  g_autoptr (EntCalcResult) last = compute (c);
  g_autoptr (EntCalcResult) after = NULL;

  g_assert_cmpint (last->isp_days_used, ==, 1095);
  assert_closed (c, "1095 days of 1095 are used");
  c->day--;
  after = compute (c);
  g_assert_cmpint (after->isp_days_used, ==, 1094);
  g_assert_cmpint (after->isp_days_left, ==, 1);
  g_assert_cmpint (taken_off (c), >, 0);
}

/* Days of other centres and of both long kinds count, each day once, none from the day on. */
static void
test_running_total (void)
{
  g_autoptr (EntCalcCase) c = worker ("2025-02-11", 900, ENT_CALC_ISP_GENERAL, "2025-02-01");
  g_autoptr (EntCalcResult) result = NULL;

  use (c, ENT_CALC_ISP_STUDENT, "2024-02-28", "2024-03-01"); /* 3 days of a leap year */
  use (c, ENT_CALC_ISP_GENERAL, "2024-03-01", "2024-03-02"); /* 1 more */
  use (c, ENT_CALC_ISP_GENERAL, "2024-02-29", "2024-02-29"); /* none more */
  use (c, ENT_CALC_ISP_SHORTAGE, "2023-01-01", "2023-03-31"); /* another right */
  use (c, ENT_CALC_ISP_GENERAL, "2025-02-05", "2030-01-01"); /* the present use */
  result = compute (c);
  g_assert_cmpint (result->isp_days_used, ==, 4 + 10);
  g_assert_cmpint (result->isp_days_left, ==, 1095 - 14);
}

/* Spread over six years from the first day of use. */
static void
test_years_over_which_it_is_spread (void)
{
  g_autoptr (EntCalcCase) c = worker ("2028-02-28", 900, ENT_CALC_ISP_GENERAL, "2028-01-01");

  use (c, ENT_CALC_ISP_GENERAL, "2022-02-28", "2022-03-31");
  assert_closed (c, "spread are over");
  c->day--;
  g_assert_cmpint (taken_off (c), >, 0);
}

static void
test_shortage_months (void)
{
  g_autoptr (EntCalcCase) c = worker ("2025-02-27", 900, ENT_CALC_ISP_SHORTAGE, "2024-11-30");
  g_autoptr (EntCalcResult) result = compute (c);

  g_assert_cmpint (taken_off (c), ==, 12 * 44352);
  g_assert_cmpint (result->isp_days_used, ==, 0);
  c->day = day ("2025-02-28"); /* three months after 30 November */
  assert_closed (c, "its months are over");
}

static void
test_shortage_terms (void)
{
  g_autoptr (EntCalcCase) c = worker (DAY, 900, ENT_CALC_ISP_SHORTAGE, DAY);

  c->isp_contract_months = 3;
  g_assert_cmpint (taken_off (c), >, 0);
  c->isp_contract_months = 2;
  assert_closed (c, "the contract is too short");
  c->isp_contract_months = 3;
  c->isp_certificate = FALSE;
  assert_closed (c, "has not certified");
  c->isp_certificate = TRUE;
  use (c, ENT_CALC_ISP_GENERAL, "2024-01-01", "2024-01-31");
  g_assert_cmpint (taken_off (c), >, 0);
  use (c, ENT_CALC_ISP_SHORTAGE, DAY, "2025-04-30"); /* the present use */
  g_assert_cmpint (taken_off (c), >, 0);
  use (c, ENT_CALC_ISP_SHORTAGE, "2024-01-01", "2024-01-01");
  assert_closed (c, "once in a life");
}

static void
test_not_covered (void)
{
  g_autoptr (EntCalcCase) artist = worker (DAY, 900, ENT_CALC_ISP_ARTIST, DAY);
  g_autoptr (EntCalcCase) c = worker (DAY, 900, ENT_CALC_ISP_GENERAL, DAY);

  assert_refused (artist, ENT_CALC_ERROR_NOT_COVERED, "artists");
  add_income (c, ENT_CALC_ARTICLE_60, 1000);
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "article 60");
}

static void
test_refuses_what_cannot_be (void)
{
  g_autoptr (EntCalcCase) c = worker (DAY, 900, ENT_CALC_ISP_GENERAL, DAY);
  EntCalcIspPeriod *period;

  c->isp_since = ENT_DAY_NONE;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "isp.since: ");
  c->isp_since = c->day;
  c->isp_contract_months = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "isp.contract_months: ");
  c->isp_contract_months = 0;
  period = ent_calc_case_add_isp_period (c);
  assert_refused (c, ENT_CALC_ERROR_INVALID, "isp.periods[0].from: ");
  period->from = c->day;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "isp.periods[0].to: ");
  period->to = c->day - 1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "isp.periods[0].to: ");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
#define TEST(name, function) g_test_add_func ("/calc/isp/" name, function)
  TEST ("no-more-than-is-earned", test_no_more_than_is_earned);
  TEST ("amount-by-the-day", test_amount_by_the_day);
  TEST ("unknown-before", test_unknown_before);
  TEST ("once-for-all-work", test_once_for_all_work);
  TEST ("not-for-newcomers", test_not_for_newcomers);
  TEST ("not-before-it-begins", test_not_before_it_begins);
  TEST ("days-in-all", test_days_in_all);
  TEST ("running-total", test_running_total);
  TEST ("years", test_years_over_which_it_is_spread);
  TEST ("shortage/months", test_shortage_months);
  TEST ("shortage/terms", test_shortage_terms);
  TEST ("not-covered", test_not_covered);
  TEST ("refuses", test_refuses_what_cannot_be);
#undef TEST
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
