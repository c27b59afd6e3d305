/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every case: shown on many that chance makes, always the same ones for a seed. Also
 * what-if and indexation, which compare results. */
#include "calc-case.h"

#define N_CASES 3000

static gboolean
chance (GRand *rand, int of)
{
  return g_rand_int_range (rand, 0, of) == 0;
}

static void
fill_resource (GRand *rand, EntCalcResource *resource, gboolean of_member)
{
  do
    resource->kind = (EntCalcResourceKind) g_rand_int_range (rand, 0, ENT_CALC_N_RESOURCES);
  while (resource->kind == ENT_CALC_APPLICANT_CHILD_BENEFIT ||
         resource->kind == ENT_CALC_ARTICLE_60 || (of_member && resource->kind == ENT_CALC_ALE));
  resource->amount = g_rand_int_range (rand, 0, chance (rand, 3) ? 200000 : 50000);
  resource->hours = resource->kind == ENT_CALC_ALE ? g_rand_int_range (rand, 1, 10000) : 0;
  if (chance (rand, 4))
    resource->period = ENT_CALC_A_YEAR;
}

static void
fill_household (GRand *rand, EntCalcCase *c)
{
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      EntCalcMember *member = ent_calc_case_add_member (c);

      member->relation = (EntCalcRelation) g_rand_int_range (rand, 0, ENT_CALC_N_RELATIONS);
      member->shares = TRUE;
      if (chance (rand, 3))
        {
          member->birth = c->day - g_rand_int_range (rand, 0, 20 * 365);
          member->in_charge = chance (rand, 2);
        }
      if (member->relation == ENT_CALC_PARENT || member->relation == ENT_CALC_CHILD)
        member->counted = chance (rand, 3) ? ENT_CALC_COUNT_NO : ENT_CALC_COUNT_YES;
      member->reason = g_strdup ("a reason");
      if (chance (rand, 2))
        fill_resource (rand, ent_calc_member_add_resource (member), TRUE);
    }
}

/* Any case that can be computed. */
static EntCalcCase *
make_case (GRand *rand)
{
  EntCalcCase *c = ent_calc_case_new ();
  int n = g_rand_int_range (rand, 0, 4);

  c->day = g_rand_int_range (rand, day ("2024-01-01"), day ("2027-12-31"));
  c->requested = g_rand_int_range (rand, day ("2023-01-01"), day ("2026-12-31"));
  c->category = g_rand_int_range (rand, 0, 4);
  c->category_reason = g_strdup ("a reason");
  c->married = chance (rand, 2);
  c->n_children = g_rand_int_range (rand, 0, 5);
  for (int i = 0; i < n; i++)
    fill_resource (rand, ent_calc_case_add_resource (c), FALSE);
  fill_household (rand, c);
  if (chance (rand, 3))
    {
      EntCalcProperty *property = ent_calc_case_add_property (c);

      property->cadastral = g_rand_int_range (rand, 0, 300000);
      property->share_whole = g_rand_int_range (rand, 1, 9);
      property->share_part = g_rand_int_range (rand, 1, property->share_whole + 1);
      property->interest = chance (rand, 2) ? g_rand_int_range (rand, 0, 300000) : 0;
    }
  if (chance (rand, 3))
    c->capital = g_rand_int_range (rand, 0, 5000000);
  if (chance (rand, 2))
    {
      c->isp = ENT_CALC_ISP_GENERAL;
      c->isp_since = c->day - g_rand_int_range (rand, 0, 1200);
      c->isp_was_on_income = TRUE;
    }
  return c;
}

static gint64
grow (GRand *rand)
{
  return chance (rand, 2) ? 1 : g_rand_int_range (rand, 1, 200000);
}

/* Adds to what the case has, and leaves alone what was decided. */
static void
enrich (GRand *rand, EntCalcCase *c)
{
  for (guint i = 0; i < c->resources->len; i++)
    g_array_index (c->resources, EntCalcResource, i).amount += grow (rand);
  for (guint i = 0; i < c->properties->len; i++)
    g_array_index (c->properties, EntCalcProperty, i).cadastral += grow (rand);
  for (guint i = 0; i < c->household->len; i++)
    {
      GArray *resources = g_array_index (c->household, EntCalcMember, i).resources;

      for (guint j = 0; j < resources->len; j++)
        g_array_index (resources, EntCalcResource, j).amount += grow (rand);
    }
  c->capital += grow (rand);
  if (chance (rand, 2))
    fill_resource (rand, ent_calc_case_add_resource (c), FALSE);
}

static void
assert_sums_hold (const EntCalcResult *result)
{
  gint64 sum = 0;

  for (guint i = 0; i < result->lines->len; i++)
    {
      const EntCalcLine *line = g_ptr_array_index (result->lines, i);

      g_assert_nonnull (line->rule);
      g_assert_nonnull (line->source);
      /* Income of the household is told before what counts of it. */
      if (line->role == ENT_CALC_LINE_ITEM && line->of_member < 0)
        sum += line->amount;
      if (g_str_equal (line->id, "resources"))
        g_assert_cmpint (sum, ==, line->amount);
    }
  g_assert_cmpint (sum, ==, result->counted);
  g_assert_cmpint (result->month, >=, 0);
  g_assert_cmpint (result->counted, >=, 0);
  g_assert_cmpint (result->month * 12, <=, result->annual + 6);
  g_assert_cmpint (result->granted, ==, MAX (0, result->annual - result->counted));
  g_assert_true ((result->month == 0) == (result->refusals->len > 0));
}

static void
test_sums_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  int n_granted = 0, n_reduced = 0;

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (EntCalcCase) c = make_case (rand);
      g_autoptr (EntCalcResult) result = compute (c);

      assert_sums_hold (result);
      n_granted += result->month > 0;
      n_reduced += result->month > 0 && result->counted > 0;
    }
  /* The cases are worth it: all sorts occur. */
  g_assert_cmpint (n_granted, >, N_CASES / 4);
  g_assert_cmpint (n_granted, <, N_CASES);
  g_assert_cmpint (n_reduced, >, N_CASES / 10);
}

static void
test_more_resources_never_give_more (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (EntCalcCase) c = make_case (rand);
      g_autoptr (EntCalcCase) richer = ent_calc_case_copy (c);

      enrich (rand, richer);
      g_assert_cmpint (month_of (richer), <=, month_of (c));
    }
}

static void
test_same_case_same_result (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (EntCalcCase) c = make_case (rand);
      g_autoptr (EntCalcCase) copy = ent_calc_case_copy (c);
      g_autoptr (EntCalcResult) first = compute (c);
      g_autoptr (EntCalcResult) second = compute (copy);
      g_autoptr (GArray) changes = ent_calc_compare (first, second);

      g_assert_cmpuint (changes->len, ==, 0);
      g_assert_cmpint (first->month, ==, second->month);
    }
}

/* Every step that differs is told once, and no other. */
static void
test_changes_are_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (EntCalcCase) c = make_case (rand);
      g_autoptr (EntCalcCase) other = chance (rand, 2) ? make_case (rand) : ent_calc_case_copy (c);
      g_autoptr (EntCalcResult) before = NULL;
      g_autoptr (EntCalcResult) after = NULL;
      g_autoptr (GArray) changes = NULL;
      guint n_gone = 0, n_new = 0;

      enrich (rand, other);
      before = compute (c);
      after = compute (other);
      changes = ent_calc_compare (before, after);
      for (guint j = 0; j < changes->len; j++)
        {
          const EntCalcChange *change = &g_array_index (changes, EntCalcChange, j);

          g_assert_true (change->before != NULL || change->after != NULL);
          n_gone += change->after == NULL;
          n_new += change->before == NULL;
        }
      g_assert_cmpuint (before->lines->len - n_gone, ==, after->lines->len - n_new);
    }
}

static void
test_what_if_tells_the_steps (void)
{
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 2);
  g_autoptr (EntCalcCase) what_if = NULL;
  g_autoptr (EntCalcResult) before = NULL;
  g_autoptr (EntCalcResult) after = NULL;
  g_autoptr (GArray) changes = NULL;
  const char *const steps[] = { "capital", "resources", "general-exemption",
                                "counted", "granted",   "month" };

  add_income (c, ENT_CALC_STUDY_GRANT, 100);
  what_if = ent_calc_case_copy (c);
  what_if->capital = 1250000;
  before = compute (c);
  after = compute (what_if);
  changes = ent_calc_compare (before, after);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < changes->len; i++)
    {
      const EntCalcChange *change = &g_array_index (changes, EntCalcChange, i);

      g_assert_cmpstr (change->after->id, ==, steps[i]);
      g_assert_true ((change->before == NULL) == (i == 0 || i == 2));
    }
  g_assert_cmpint (g_array_index (changes, EntCalcChange, 5).before->amount, ==, 131420);
  g_assert_cmpint (g_array_index (changes, EntCalcChange, 5).after->amount, ==, 130353);
}

/* A copy stands by itself. */
static void
test_copy_is_deep (void)
{
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 1);
  g_autoptr (EntCalcCase) copy = NULL;

  c->requested = c->day;
  add_adult (c, ENT_CALC_PARTNER, 1500);
  copy = ent_calc_case_copy (c);
  g_array_index (g_array_index (copy->household, EntCalcMember, 0).resources, EntCalcResource, 0)
      .amount = 0;
  g_assert_cmpint (month_of (copy), ==, 87613);
  g_assert_cmpint (month_of (c), <, 87613);
}

static void
test_largest_amounts (void)
{
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 1);
  g_autoptr (EntCalcResult) result = NULL;

  c->requested = c->day;
  c->capital = ENT_CALC_MAX_AMOUNT;
  for (guint i = 0; i < ENT_CALC_MAX_ITEMS; i++)
    {
      EntCalcMember *member = add_adult (c, ENT_CALC_PARENT, 0);
      EntCalcProperty *property = ent_calc_case_add_property (c);

      add_income (c, ENT_CALC_UNEMPLOYMENT, 0)->amount = ENT_CALC_MAX_AMOUNT;
      g_array_index (c->resources, EntCalcResource, i).period = ENT_CALC_A_DAY;
      member->counted = ENT_CALC_COUNT_YES;
      ent_calc_member_add_resource (member)->amount = ENT_CALC_MAX_AMOUNT;
      property->cadastral = property->interest = ENT_CALC_MAX_AMOUNT;
      property->share_part = property->share_whole = 10000;
    }
  result = compute (c);
  g_assert_cmpint (result->month, ==, 0);
  g_assert_cmpint (line_of (result, "resource")->amount, ==, ENT_CALC_MAX_AMOUNT * 312);
  g_assert_cmpint (line_of (result, "built")->amount, ==, (200 * ENT_CALC_MAX_AMOUNT - 75000) * 3);
  assert_sums_hold (result);
  add_income (c, ENT_CALC_OTHER, 1);
  assert_refused (c, ENT_CALC_ERROR_INVALID, "resources: this list is too long");
}

static void
test_indexation (void)
{
  g_autoptr (EntCalcCase) alone = case_of ("2020-01-01", 2);
  g_autoptr (EntCalcCase) worker = case_of ("2025-05-05", 1);
  g_autoptr (EntCalcCase) wrong = case_of ("2025-05-05", 2);
  const EntCalcCase *const cases[] = { alone, worker, wrong };
  const EntCalcMoment before = { shipped, day ("2025-01-31") };
  const EntCalcMoment after = { shipped, day ("2025-02-01") };
  g_autoptr (GArray) found = NULL;
  const EntCalcIndexed *indexed;

  alone->from = alone->to = alone->day;
  worker->requested = day ("2025-01-01");
  add_income (worker, ENT_CALC_PENSION, 300);
  wrong->transferred = TRUE;
  found = ent_calc_index (cases, G_N_ELEMENTS (cases), &before, &after);
  indexed = (const EntCalcIndexed *) found->data;
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (indexed[0].before->month, ==, 128846);
  g_assert_cmpint (indexed[0].after->month, ==, 131420);
  g_assert_cmpint (indexed[0].after->paid, ==, 131420);
  g_assert_cmpint (indexed[1].after->month - indexed[1].before->month, ==, 87613 - 85897);
  g_assert_error (indexed[2].error, ENT_CALC_ERROR, ENT_CALC_ERROR_NOT_COVERED);
  g_assert_null (indexed[2].before);
  g_assert_null (indexed[2].after);
}

/* Two tables, one day: what a new coefficient would do. */
static void
test_indexation_by_another_table (void)
{
  g_autoptr (EntCalcScales) raised = ent_calc_scales_new ();
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 2);
  const EntCalcCase *const cases[] = { c };
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < ent_calc_scales_get_n_rows (shipped); i++)
    {
      EntCalcRow row = *ent_calc_scales_get_row (shipped, i);

      if (row.scale == ENT_CALC_COEFFICIENT)
        row.value *= 2;
      g_assert_true (ent_calc_scales_add (raised, &row, NULL));
    }
  g_assert_true (ent_calc_scales_seal (raised, NULL));
  found = ent_calc_index (cases, 1, &(EntCalcMoment) { shipped, c->day },
                          &(EntCalcMoment) { raised, c->day });
  g_assert_cmpint (g_array_index (found, EntCalcIndexed, 0).before->annual, ==, 1577041);
  g_assert_cmpint (g_array_index (found, EntCalcIndexed, 0).after->annual, ==, 3154083);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
#define TEST(name, function) g_test_add_func ("/calc/" name, function)
  TEST ("invariants/sums-hold", test_sums_hold);
  TEST ("invariants/more-never-gives-more", test_more_resources_never_give_more);
  TEST ("invariants/same-case-same-result", test_same_case_same_result);
  TEST ("invariants/largest-amounts", test_largest_amounts);
  TEST ("what-if/changes-are-whole", test_changes_are_whole);
  TEST ("what-if/tells-the-steps", test_what_if_tells_the_steps);
  TEST ("what-if/copy-is-deep", test_copy_is_deep);
  TEST ("indexation/two-days", test_indexation);
  TEST ("indexation/another-table", test_indexation_by_another_table);
#undef TEST
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
