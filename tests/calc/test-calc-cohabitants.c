/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those under the same roof, before and since 1 March 2026. */
#include "calc-case.h"

#define CAT_1 1051360 /* a year from February 2025 */
#define BEFORE "2026-02-28"
#define SINCE "2026-03-01"

/* In February 2026, whose amounts are known for certain, by a request of this day. */
static EntCalcCase *
case_asked (const char *requested)
{
  EntCalcCase *c = case_of ("2026-02-15", 1);

  c->requested = day (requested);
  return c;
}

static gint64
resources_of (const EntCalcCase *c)
{
  g_autoptr (EntCalcResult) result = compute (c);

  return result->resources;
}

static void
test_version_by_the_day (void)
{
  g_assert_cmpint (ent_calc_article_34 (shipped, day (BEFORE)), ==, 1);
  g_assert_cmpint (ent_calc_article_34 (shipped, day (SINCE)), ==, 2);
  g_assert_cmpint (ent_calc_article_34 (shipped, day ("2007-04-01")), ==, 1);
}

/* A running file keeps the old rule until it is revised, whatever the month of the amounts. */
static void
test_version_of_a_running_file (void)
{
  const struct
  {
    const char *day, *requested, *revised;
    int version;
  } files[] = {
    { "2026-04-01", BEFORE, NULL, 1 },         { "2026-04-01", SINCE, NULL, 2 },
    { "2026-04-01", "2025-01-01", BEFORE, 1 }, { "2026-04-01", "2025-01-01", SINCE, 2 },
    { "2026-02-01", SINCE, NULL, 2 },          { "2026-04-01", SINCE, SINCE, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (files[i].day, 1);
      g_autoptr (EntCalcResult) result = NULL;

      c->requested = day (files[i].requested);
      if (files[i].revised != NULL)
        c->revised = day (files[i].revised);
      add_adult (c, ENT_CALC_PARTNER, 1000);
      result = compute (c);
      g_assert_cmpint (result->article_34, ==, files[i].version);
    }
}

static void
test_needs_the_day_of_the_request (void)
{
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 1);

  g_assert_cmpint (month_of (c), ==, 87613);
  ent_calc_case_add_member (c)->birth = day ("2020-01-01");
  g_assert_cmpint (month_of (c), ==, 87613);
  add_adult (c, ENT_CALC_SIBLING, 0);
  assert_refused (c, ENT_CALC_ERROR_INVALID, "requested: ");
}

/* The part of a partner's income above category 1 counts. */
static void
test_partner (void)
{
  const char *const days[] = { BEFORE, SINCE };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (gint64 more = -1; more <= 1; more++)
      {
        g_autoptr (EntCalcCase) c = case_asked (days[i]);
        EntCalcMember *partner = add_adult (c, ENT_CALC_PARTNER, 1);
        EntCalcResource *income = &g_array_index (partner->resources, EntCalcResource, 0);

        income->period = ENT_CALC_A_YEAR;
        income->amount = CAT_1 + more;
        g_assert_cmpint (resources_of (c), ==, MAX (more, 0));
      }
}

static void
test_partner_must_count_before (void)
{
  g_autoptr (EntCalcCase) c = case_asked (BEFORE);
  EntCalcMember *partner = add_adult (c, ENT_CALC_PARTNER, 1000);

  partner->counted = ENT_CALC_COUNT_NO;
  partner->reason = g_strdup ("any");
  assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].counted: ");
}

static void
test_partner_on_income (void)
{
  g_autoptr (EntCalcCase) c = case_asked (BEFORE);
  EntCalcMember *partner = add_adult (c, ENT_CALC_PARTNER, 1500);
  g_autoptr (EntCalcResult) result = NULL;
  EntCalcResource *wages;

  partner->on_income = TRUE;
  g_assert_cmpint (resources_of (c), ==, 0);
  wages = ent_calc_member_add_resource (partner);
  wages->kind = ENT_CALC_ARTICLE_60;
  wages->amount = 150000;
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
  result = compute (c);
  g_assert_cmpint (line_of (result, "cohabitant")->status, ==, ENT_CALC_TO_CHECK);
}

static void
test_partner_of_a_family (void)
{
  g_autoptr (EntCalcCase) c = case_asked (BEFORE);
  g_autoptr (EntCalcResult) result = NULL;
  EntCalcMember *child = ent_calc_case_add_member (c);

  child->birth = day ("2020-05-05");
  child->in_charge = TRUE;
  c->category = 0;
  add_adult (c, ENT_CALC_PARTNER, 500);
  result = compute (c);
  g_assert_cmpint (result->category, ==, 3);
  g_assert_cmpint (result->resources, ==, 600000);
  g_assert_cmpint (line_of (result, "cohabitant")->status, ==, ENT_CALC_TO_CHECK);
}

/* Before, the centre has to decide about the first degree, and about nobody else. */
static void
test_first_degree_before (void)
{
  const EntCalcRelation first[] = { ENT_CALC_PARENT, ENT_CALC_CHILD };

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (EntCalcCase) c = case_asked (BEFORE);
      EntCalcMember *member = add_adult (c, first[i], 1500);

      assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].counted: the centre decides");
      member->counted = ENT_CALC_COUNT_NO;
      g_assert_cmpint (resources_of (c), ==, 0);
      member->counted = ENT_CALC_COUNT_YES;
      g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
    }
}

static void
test_others_never_before (void)
{
  for (EntCalcRelation relation = ENT_CALC_GRANDPARENT; relation < ENT_CALC_N_RELATIONS; relation++)
    {
      g_autoptr (EntCalcCase) c = case_asked (BEFORE);
      EntCalcMember *member;

      c->married = TRUE;
      member = add_adult (c, relation, 3000);
      g_assert_cmpint (resources_of (c), ==, 0);
      member->counted = ENT_CALC_COUNT_YES;
      assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].counted: ");
    }
}

/* Since, whoever owes maintenance counts without being asked about. */
static void
test_debtors_since (void)
{
  for (EntCalcRelation relation = ENT_CALC_PARENT; relation < ENT_CALC_N_RELATIONS; relation++)
    {
      g_autoptr (EntCalcCase) c = case_asked (SINCE);
      gboolean counts = relation <= ENT_CALC_FORMER_SPOUSE;

      c->married = TRUE;
      add_adult (c, relation, 1500);
      g_assert_cmpint (resources_of (c), ==, counts ? 1800000 - CAT_1 : 0);
    }
}

static void
test_parents_in_law_of_the_married_only (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);

  add_adult (c, ENT_CALC_PARENT_IN_LAW, 1500);
  g_assert_cmpint (resources_of (c), ==, 0);
  c->married = TRUE;
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
}

/* The part that stays free is multiplied by the persons, also by those who have nothing. */
static void
test_free_part_by_person (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);

  add_adult (c, ENT_CALC_PARENT, 2500);
  g_assert_cmpint (resources_of (c), ==, 3000000 - CAT_1);
  add_adult (c, ENT_CALC_PARENT, 0);
  g_assert_cmpint (resources_of (c), ==, 3000000 - 2 * CAT_1);
  add_adult (c, ENT_CALC_GRANDPARENT, 0);
  g_assert_cmpint (resources_of (c), ==, 0);
}

static void
test_equity (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);
  EntCalcMember *parent = add_adult (c, ENT_CALC_PARENT, 1500);
  g_autoptr (EntCalcResult) result = NULL;
  g_autofree char *explanation = NULL;

  parent->counted = ENT_CALC_COUNT_NO;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "household[0].reason: ");
  parent->reason = g_strdup ("debts that a court settled");
  result = compute (c);
  g_assert_cmpint (result->resources, ==, 0);
  g_assert_cmpint (line_of (result, "cohabitant")->status, ==, ENT_CALC_TO_CHECK);
  explanation = ent_calc_line_explain (line_of (result, "cohabitant"));
  g_assert_nonnull (strstr (explanation, "debts that a court settled"));
}

/* Wholly or partly: before as the centre likes, since with a reason. */
static void
test_partly (void)
{
  g_autoptr (EntCalcCase) before = case_asked (BEFORE);
  g_autoptr (EntCalcCase) since = case_asked (SINCE);

  add_adult (before, ENT_CALC_PARENT, 1500)->counted = ENT_CALC_COUNT_YES;
  add_adult (since, ENT_CALC_PARENT, 1500);
  before->cohabitants_at_most = since->cohabitants_at_most = 1800000 - CAT_1;
  g_assert_cmpint (resources_of (since), ==, 1800000 - CAT_1);
  before->cohabitants_at_most = since->cohabitants_at_most = 100;
  g_assert_cmpint (resources_of (before), ==, 100);
  assert_refused (since, ENT_CALC_ERROR_INVALID, "cohabitants.reason: ");
  since->cohabitants_reason = g_strdup ("a handicap");
  g_assert_cmpint (resources_of (since), ==, 100);
  since->cohabitants_at_most = -1;
  assert_refused (since, ENT_CALC_ERROR_INVALID, "cohabitants.at_most: ");
}

static void
test_not_sharing_the_household (void)
{
  g_autoptr (EntCalcCase) before = case_asked (BEFORE);
  g_autoptr (EntCalcCase) since = case_asked (SINCE);
  EntCalcMember *parent;

  before->category = since->category = 0;
  add_adult (before, ENT_CALC_PARENT, 1500)->shares = FALSE;
  g_assert_cmpint (resources_of (before), ==, 0);
  parent = add_adult (since, ENT_CALC_PARENT, 1500);
  parent->shares = FALSE;
  assert_refused (since, ENT_CALC_ERROR_INVALID, "household[0].counted: ");
  parent->counted = ENT_CALC_COUNT_YES;
  g_assert_cmpint (resources_of (since), ==, 1800000 - CAT_1);
}

/* Of age on the day of the calculation, not before. */
static void
test_minors_never (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);
  EntCalcMember *child = add_adult (c, ENT_CALC_CHILD, 1500);

  child->birth = day ("2008-02-16");
  g_assert_cmpint (resources_of (c), ==, 0);
  child->birth = day ("2008-02-15");
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
}

static void
test_minor_partner (void)
{
  g_autoptr (EntCalcCase) c = case_asked (BEFORE);

  add_adult (c, ENT_CALC_PARTNER, 1500)->birth = day ("2008-12-31");
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
}

static void
test_partner_beside_others (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);
  g_autoptr (EntCalcResult) result = NULL;

  add_adult (c, ENT_CALC_PARENT, 1500);
  add_adult (c, ENT_CALC_PARTNER, 1000);
  result = compute (c);
  g_assert_cmpint (result->resources, ==, (1800000 - CAT_1) + (1200000 - CAT_1));
  g_assert_cmpint (line_of (result, "cohabitants")->status, ==, ENT_CALC_TO_CHECK);
}

static void
test_income_of_cohabitants (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);
  EntCalcMember *parent = add_adult (c, ENT_CALC_PARENT, 1500);
  EntCalcResource *more = ent_calc_member_add_resource (parent);

  more->kind = ENT_CALC_HANDICAP_SUPPLEMENT;
  more->amount = 50000;
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
  more->kind = ENT_CALC_APPLICANT_CHILD_BENEFIT;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "before or after");
  more->kind = ENT_CALC_ALE;
  more->hours = 100;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "local employment agency");
}

/* The exemption for work is for the applicant alone. */
static void
test_no_exemption_for_work_of_cohabitants (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);

  add_adult (c, ENT_CALC_PARENT, 1500);
  begin_work (c, ENT_CALC_ISP_GENERAL, "2026-02-01");
  g_assert_cmpint (resources_of (c), ==, 1800000 - CAT_1);
}

static void
test_debtor_on_income_is_not_covered (void)
{
  g_autoptr (EntCalcCase) c = case_asked (SINCE);
  EntCalcMember *parent = add_adult (c, ENT_CALC_PARENT, 0);

  parent->on_income = TRUE;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "receives integration income");
  parent->counted = ENT_CALC_COUNT_NO;
  parent->reason = g_strdup ("receives it himself");
  g_assert_cmpint (resources_of (c), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
#define TEST(name, function) g_test_add_func ("/calc/cohabitants/" name, function)
  TEST ("version/day", test_version_by_the_day);
  TEST ("version/running-file", test_version_of_a_running_file);
  TEST ("version/needs-the-request", test_needs_the_day_of_the_request);
  TEST ("partner/above-category-1", test_partner);
  TEST ("partner/must-count-before", test_partner_must_count_before);
  TEST ("partner/on-income", test_partner_on_income);
  TEST ("partner/minor", test_minor_partner);
  TEST ("partner/family", test_partner_of_a_family);
  TEST ("partner/beside-others", test_partner_beside_others);
  TEST ("before/first-degree", test_first_degree_before);
  TEST ("before/others-never", test_others_never_before);
  TEST ("since/debtors", test_debtors_since);
  TEST ("since/parents-in-law", test_parents_in_law_of_the_married_only);
  TEST ("since/equity", test_equity);
  TEST ("since/on-income", test_debtor_on_income_is_not_covered);
  TEST ("free-part-by-person", test_free_part_by_person);
  TEST ("partly", test_partly);
  TEST ("not-sharing", test_not_sharing_the_household);
  TEST ("minors-never", test_minors_never);
  TEST ("income", test_income_of_cohabitants);
  TEST ("no-exemption-for-work", test_no_exemption_for_work_of_cohabitants);
#undef TEST
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
