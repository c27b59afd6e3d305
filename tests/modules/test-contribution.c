/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an hour costs on a day: scale, derogation, what was decided, reduction of the region. */

#include "ent-contribution-rules.h"
#include "ent-money.h"
#include "module-fixture.h"
#include "record-checks.h"

#include <string.h>

typedef struct
{
  EntContributionTables tables;
  EntCareActivity *activity;
  EntContribution *decision;
} World;

static void
add_row (World *self, const char *household, gint64 from, gint64 to, gint64 price)
{
  EntContributionRow *row = ent_record_new (ENT_TYPE_CONTRIBUTION_ROW);

  row->scale_id = 1;
  row->household = g_strdup (household);
  row->income_from = from;
  row->income_to = to;
  row->price = price;
  g_ptr_array_add (self->tables.rows, row);
}

static void
add_reduction (World *self, const char *from, const char *to, gint64 amount)
{
  EntContributionReduction *reduction = ent_record_new (ENT_TYPE_CONTRIBUTION_REDUCTION);

  put (reduction, "from_day", iso (from));
  put (reduction, "to_day", iso (to));
  reduction->amount = amount;
  g_ptr_array_add (self->tables.reductions, reduction);
}

static void
add_scale (World *self, const char *from, const char *to)
{
  EntContributionScale *scale = ent_record_new (ENT_TYPE_CONTRIBUTION_SCALE);

  scale->activity_id = 5;
  put (scale, "from_day", iso (from));
  put (scale, "to_day", iso (to));
  ent_record_set_identity (scale, 1, 1);
  g_ptr_array_add (self->tables.scales, scale);
}

/* A scale of 2024 to 2026 with an invented row, and the reductions of the region. */
static void
world_set_up (World *self, gconstpointer unused)
{
  self->tables.scales = g_ptr_array_new_with_free_func (g_object_unref);
  self->tables.rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->tables.reductions = g_ptr_array_new_with_free_func (g_object_unref);
  self->activity = ent_record_new (ENT_TYPE_CARE_ACTIVITY);
  self->activity->name = g_strdup ("Aide à la vie quotidienne");
  self->activity->is_charged = TRUE;
  ent_record_set_identity (self->activity, 5, 1);
  self->decision = ent_record_new (ENT_TYPE_CONTRIBUTION);
  put (self->decision, "from_day", iso ("2024-01-01"));
  self->decision->income = 140000;
  put (self->decision, "household", ent_text ("2"));
  add_scale (self, "2024-01-01", "2026-12-31");
  add_reduction (self, "2012-01-01", "2024-06-30", 40);
  add_reduction (self, "2024-07-01", NULL, 190);
}

static void
world_tear_down (World *self, gconstpointer unused)
{
  g_ptr_array_unref (self->tables.scales);
  g_ptr_array_unref (self->tables.rows);
  g_ptr_array_unref (self->tables.reductions);
  g_object_unref (self->activity);
  g_object_unref (self->decision);
}

static void
assert_price (World *self, const char *on, EntRateSource source, gint64 price)
{
  g_autoptr (EntRate) rate = ent_contribution_rate (self->decision, self->activity, &self->tables,
                                                   day (on));

  g_assert_cmpint (rate->source, ==, source);
  g_assert_cmpint (rate->price, ==, price);
  g_assert_cmpuint (rate->lines->len, >, 0);
}

/* Prices published after the reduction of 1 July 2024, with what they were before any reduction. */
static void
test_published_examples (World *self, gconstpointer unused)
{
  static const struct
  {
    const char *household;
    gint64 income;
    gint64 before;
    gint64 after;
  } examples[] = {
    { "3", 180000, 621, 431 }, /* single mother, two children */
    { "2", 140000, 859, 669 }, /* couple on a pension */
    { "5", 150000, 526, 336 }, /* integration income, three children */
    { "1", 125000, 719, 529 }, /* isolated and disabled */
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    add_row (self, examples[i].household, examples[i].income, examples[i].income,
             examples[i].before);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      put (self->decision, "household", ent_text (examples[i].household));
      self->decision->income = examples[i].income;
      assert_price (self, "2024-07-01", ENT_RATE_SCALE, examples[i].after);
    }
}

/* The couple paid 8.19 € until the day before. */
static void
test_reduction_by_day (World *self, gconstpointer unused)
{
  add_row (self, "2", 0, ENT_MONEY_NONE, 859);
  assert_price (self, "2024-06-30", ENT_RATE_SCALE, 819);
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 669);
}

static void
test_never_below_nothing (World *self, gconstpointer unused)
{
  add_row (self, "2", 0, ENT_MONEY_NONE, 87);
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 0);
}

static void
test_row_by_income_less_charges (World *self, gconstpointer unused)
{
  add_row (self, "2", ENT_MONEY_NONE, 100000, 300);
  add_row (self, "2", 100001, 139999, 400);
  add_row (self, "2", 140000, ENT_MONEY_NONE, 500);
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 310);
  self->decision->charges = 1;
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 210);
  self->decision->charges = 40000;
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 110);
  self->decision->charges = 200000;
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 110);
}

static void
test_row_of_household_goes_first (World *self, gconstpointer unused)
{
  add_row (self, NULL, 0, ENT_MONEY_NONE, 500);
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 310);
  add_row (self, "2", 0, ENT_MONEY_NONE, 400);
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 210);
  put (self->decision, "household", ent_text ("3"));
  assert_price (self, "2024-07-01", ENT_RATE_SCALE, 310);
}

static void
test_derogation (World *self, gconstpointer unused)
{
  add_row (self, "2", 0, ENT_MONEY_NONE, 859);
  put (self->decision, "from_day", iso ("2024-11-30"));
  self->decision->derogation_rate = 300;
  assert_error (self->decision, "derogation");
  put (self->decision, "derogation", ent_text ("DÉMO-1"));
  assert_clean (self->decision);
  /* Three months, to the end of a shorter month. */
  g_assert_cmpint (self->decision->derogation_to, ==, day ("2025-02-27"));
  assert_price (self, "2025-02-27", ENT_RATE_DEROGATION, 110);
  assert_price (self, "2025-02-28", ENT_RATE_SCALE, 669);
}

static void
test_without_scale (World *self, gconstpointer unused)
{
  add_row (self, "2", 0, ENT_MONEY_NONE, 859);
  assert_price (self, "2026-12-31", ENT_RATE_SCALE, 669);
  assert_price (self, "2027-01-01", ENT_RATE_UNKNOWN, ENT_MONEY_NONE);
  self->decision->rate = 700;
  assert_price (self, "2027-01-01", ENT_RATE_DECIDED, 510);
}

static void
test_outside_the_decision (World *self, gconstpointer unused)
{
  add_row (self, "2", 0, ENT_MONEY_NONE, 859);
  put (self->decision, "to_day", iso ("2025-12-31"));
  assert_price (self, "2025-12-31", ENT_RATE_SCALE, 669);
  assert_price (self, "2026-01-01", ENT_RATE_UNKNOWN, ENT_MONEY_NONE);
  assert_price (self, "2023-12-31", ENT_RATE_UNKNOWN, ENT_MONEY_NONE);
}

static void
test_free_activity (World *self, gconstpointer unused)
{
  g_autoptr (EntRate) rate = NULL;

  self->activity->is_charged = FALSE;
  assert_price (self, "2024-07-01", ENT_RATE_FREE, 0);
  rate = ent_contribution_rate (NULL, self->activity, &self->tables, day ("2024-07-01"));
  g_assert_cmpint (rate->price, ==, 0);
}

static void
test_explained (World *self, gconstpointer unused)
{
  g_autoptr (EntRate) rate = NULL;

  add_row (self, "2", 0, ENT_MONEY_NONE, 859);
  self->decision->charges = 10000;
  rate = ent_contribution_rate (self->decision, self->activity, &self->tables, day ("2024-07-01"));
  g_assert_cmpuint (rate->lines->len, ==, 4);
  g_assert_cmpint (rate->before, ==, 859);
  g_assert_cmpint (rate->reduction, ==, 190);
  g_assert_nonnull (strstr (g_ptr_array_index (rate->lines, 0), "300,00"));
  g_assert_nonnull (strstr (g_ptr_array_index (rate->lines, 1), "8,59"));
  g_assert_nonnull (strstr (g_ptr_array_index (rate->lines, 2), "1,90"));
  g_assert_nonnull (strstr (g_ptr_array_index (rate->lines, 3), "6,69"));
}

static void
test_checks (World *self, gconstpointer unused)
{
  g_autoptr (EntContributionRow) row = ent_record_new (ENT_TYPE_CONTRIBUTION_ROW);

  row->price = -1;
  assert_error (row, "price");
  row->price = 500;
  row->income_from = 200;
  row->income_to = 100;
  assert_error (row, "income_to");
  assert_clean (self->decision);
  g_assert_cmpint (self->decision->review_on, ==, day ("2025-01-01"));
  put (self->decision, "derogation", ent_text ("DÉMO-1"));
  assert_error (self->decision, "derogation_rate");
}

#define TEST(path, function) g_test_add (path, World, NULL, world_set_up, function, world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/contribution/published", test_published_examples);
  TEST ("/contribution/reduction-by-day", test_reduction_by_day);
  TEST ("/contribution/never-below-nothing", test_never_below_nothing);
  TEST ("/contribution/income-less-charges", test_row_by_income_less_charges);
  TEST ("/contribution/household-first", test_row_of_household_goes_first);
  TEST ("/contribution/derogation", test_derogation);
  TEST ("/contribution/without-scale", test_without_scale);
  TEST ("/contribution/outside", test_outside_the_decision);
  TEST ("/contribution/free", test_free_activity);
  TEST ("/contribution/explained", test_explained);
  TEST ("/contribution/checks", test_checks);
  return g_test_run ();
}
