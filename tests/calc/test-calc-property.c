/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What houses, land and savings count for, at the edges of their bands. */
#include "calc-case.h"

#define DAY "2025-02-01"

static void
test_property (void)
{
  const struct
  {
    gint64 cadastral;
    int n_children;
    gint64 counted;
  } edges[] = {
    { 0, 0, 0 },     { 75000, 0, 0 },  { 75001, 0, 3 },       { 87500, 1, 0 },
    { 87501, 1, 3 }, { 100000, 2, 0 }, { 125000, 0, 150000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, 2);
      g_autoptr (EntCalcResult) result = NULL;

      ent_calc_case_add_property (c)->cadastral = edges[i].cadastral;
      c->n_children = edges[i].n_children;
      result = compute (c);
      g_assert_cmpint (line_of (result, "built")->amount, ==, edges[i].counted);
      g_assert_cmpint (result->resources, ==, edges[i].counted);
    }
}

/* Several houses have one exemption together, in the share of the owner. */
static void
test_property_together (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) both = NULL;
  g_autoptr (EntCalcResult) half = NULL;

  ent_calc_case_add_property (c)->cadastral = 50000;
  ent_calc_case_add_property (c)->cadastral = 40000;
  both = compute (c);
  g_assert_cmpint (both->resources, ==, 3 * 15000);
  g_assert_cmpint (line_of (both, "built")->status, ==, ENT_CALC_VERIFIED);
  /* 2/4 and 1/2 are the same share. */
  for (int i = 0; i < 2; i++)
    {
      EntCalcProperty *house = &g_array_index (c->properties, EntCalcProperty, i);

      house->share_part = 2 - i;
      house->share_whole = 4 - 2 * i;
    }
  half = compute (c);
  g_assert_cmpint (half->resources, ==, 3 * 7500);
  g_assert_cmpint (line_of (half, "built")->status, ==, ENT_CALC_TO_CHECK);
  g_array_index (c->properties, EntCalcProperty, 0).share_part = 1;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "different shares");
}

static void
test_property_rented (void)
{
  const struct
  {
    gint64 rent, counted;
  } edges[] = { { 0, 150000 }, { 150000, 150000 }, { 150001, 150001 } };
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  EntCalcProperty *house = ent_calc_case_add_property (c);

  house->cadastral = 125000;
  house->rented = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcResult) result = NULL;

      house->rent = edges[i].rent;
      result = compute (c);
      g_assert_cmpint (result->resources, ==, edges[i].counted);
      g_assert_cmpint (line_of (result, "built")->status, ==, ENT_CALC_TO_CHECK);
    }
  ent_calc_case_add_property (c)->cadastral = 1;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "a rented property beside others");
}

/* Interest takes off no more than half of what is counted. */
static void
test_property_mortgage (void)
{
  const struct
  {
    gint64 interest, counted;
  } edges[] = { { 1, 149999 }, { 75000, 75000 }, { 75001, 75000 }, { 500000, 75000 } };
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  EntCalcProperty *house = ent_calc_case_add_property (c);

  house->cadastral = 125000;
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcResult) result = NULL;

      house->interest = edges[i].interest;
      result = compute (c);
      g_assert_cmpint (result->resources, ==, edges[i].counted);
      g_assert_cmpint (line_of (result, "mortgage")->status, ==, ENT_CALC_TO_CHECK);
    }
}

static void
test_property_unbuilt (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  g_autoptr (EntCalcResult) result = NULL;
  EntCalcProperty *field = ent_calc_case_add_property (c);

  field->built = FALSE;
  field->cadastral = 3500;
  result = compute (c);
  g_assert_cmpint (result->resources, ==, 3 * 500);
  g_assert_cmpint (line_of (result, "unbuilt")->status, ==, ENT_CALC_TO_CHECK);
  field->interest = 1;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "mortgage of unbuilt property");
}

static void
test_capital (void)
{
  const struct
  {
    gint64 capital, counted;
  } edges[] = {
    { 1, 0 },           { 620000, 0 },      { 620008, 0 },      { 620009, 1 },
    { 1250000, 37800 }, { 1250004, 37800 }, { 1250005, 37801 }, { 2550000, 167800 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (DAY, 2);
      g_autoptr (EntCalcResult) result = NULL;

      c->capital = edges[i].capital;
      result = compute (c);
      g_assert_cmpint (result->resources, ==, edges[i].counted);
      g_assert_nonnull (ent_calc_result_find (result, "capital"));
    }
}

static void
test_transferred_property_is_not_covered (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);

  c->transferred = TRUE;
  assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "articles 28 to 32");
}

static void
test_refuses_property_that_cannot_be (void)
{
  g_autoptr (EntCalcCase) c = case_of (DAY, 2);
  EntCalcProperty *house = ent_calc_case_add_property (c);

  house->share_part = 0;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "properties[0].share: ");
  house->share_part = 3;
  house->share_whole = 2;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "properties[0].share: ");
  house->share_part = 2;
  house->rent = 1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "properties[0].rent: ");
  house->rent = 0;
  house->cadastral = -1;
  assert_refused (c, ENT_CALC_ERROR_INVALID, "properties[0].cadastral: ");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
#define TEST(name, function) g_test_add_func ("/calc/property/" name, function)
  TEST ("alone", test_property);
  TEST ("together", test_property_together);
  TEST ("rented", test_property_rented);
  TEST ("mortgage", test_property_mortgage);
  TEST ("unbuilt", test_property_unbuilt);
  TEST ("transferred", test_transferred_property_is_not_covered);
  TEST ("capital", test_capital);
  TEST ("refuses", test_refuses_property_that_cannot_be);
#undef TEST
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
