/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is learned from the travel times of the past. */
#include "ent-travel.h"

#include <math.h>

static void
test_slots (void)
{
  g_assert_cmpint (ent_travel_slot (0), ==, ENT_TRAVEL_QUIET);
  g_assert_cmpint (ent_travel_slot (7 * 60 - 1), ==, ENT_TRAVEL_QUIET);
  g_assert_cmpint (ent_travel_slot (7 * 60), ==, ENT_TRAVEL_MORNING);
  g_assert_cmpint (ent_travel_slot (9 * 60), ==, ENT_TRAVEL_DAY);
  g_assert_cmpint (ent_travel_slot (15 * 60 + 30), ==, ENT_TRAVEL_EVENING);
  g_assert_cmpint (ent_travel_slot (18 * 60 + 30), ==, ENT_TRAVEL_QUIET);
  g_assert_cmpint (ent_travel_slot (1439), ==, ENT_TRAVEL_QUIET);
}

static void
test_nothing_learned (void)
{
  EntTravelFactors factors;

  ent_travel_factors_learn (&factors, NULL, 0);
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    for (guint slot = 0; slot < ENT_TRAVEL_N_SLOTS; slot++)
      {
        g_assert_cmpfloat (factors.factor[mode][slot], ==, 1.0);
        g_assert_cmpuint (factors.n[mode][slot], ==, 0);
      }
  g_assert_cmpuint (ent_travel_factors_seconds (&factors, ENT_ROAD_CAR, ENT_TRAVEL_DAY, 61499), ==,
                    61);
  g_assert_cmpuint (ent_travel_factors_seconds (NULL, ENT_ROAD_CAR, ENT_TRAVEL_DAY, 61500), ==, 62);
}

static double
learn_constant (guint n, double ratio)
{
  g_autofree EntTravelObservation *trips = g_new (EntTravelObservation, n);
  EntTravelFactors factors;

  for (guint i = 0; i < n; i++)
    trips[i] = (EntTravelObservation) { ENT_ROAD_CAR, ENT_TRAVEL_MORNING, 600.0, 600.0 * ratio };
  ent_travel_factors_learn (&factors, trips, n);
  g_assert_cmpfloat (factors.factor[ENT_ROAD_CAR][ENT_TRAVEL_DAY], ==, 1.0);
  g_assert_cmpfloat (factors.factor[ENT_ROAD_FOOT][ENT_TRAVEL_MORNING], ==, 1.0);
  return factors.factor[ENT_ROAD_CAR][ENT_TRAVEL_MORNING];
}

static void
test_few_trips_count_little (void)
{
  g_assert_cmpfloat_with_epsilon (learn_constant (8, 4.0), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (learn_constant (1, 1.5), pow (1.5, 1.0 / 9.0), 1e-9);
  g_assert_cmpfloat (learn_constant (400, 1.5), >, 1.48);
  g_assert_cmpfloat (learn_constant (400, 1.5), <, 1.5);
  g_assert_cmpfloat_with_epsilon (learn_constant (8, 0.25), 0.5, 1e-9);
}

static void
test_bounds (void)
{
  g_assert_cmpfloat (learn_constant (1000, 9.0), ==, ENT_TRAVEL_MOST_FACTOR);
  g_assert_cmpfloat (learn_constant (1000, 0.12), ==, ENT_TRAVEL_LEAST_FACTOR);
}

static void
test_outliers (void)
{
  EntTravelObservation trips[51];
  EntTravelFactors factors, without;

  for (guint i = 0; i < G_N_ELEMENTS (trips); i++)
    trips[i] = (EntTravelObservation) { ENT_ROAD_BICYCLE, ENT_TRAVEL_DAY, 300.0,
                                        300.0 * (1.18 + 0.001 * i) };
  ent_travel_factors_learn (&without, trips, G_N_ELEMENTS (trips));
  for (guint i = 0; i < 12; i++)
    trips[4 * i].real = 2900.0;
  ent_travel_factors_learn (&factors, trips, G_N_ELEMENTS (trips));
  g_assert_cmpuint (factors.n[ENT_ROAD_BICYCLE][ENT_TRAVEL_DAY], ==, 51);
  g_assert_cmpfloat_with_epsilon (factors.factor[ENT_ROAD_BICYCLE][ENT_TRAVEL_DAY],
                                  without.factor[ENT_ROAD_BICYCLE][ENT_TRAVEL_DAY], 0.02);
}

static void
test_slips_are_left_out (void)
{
  const EntTravelObservation trips[] = {
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, 59.0, 120.0 },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, 600.0, 10.0 },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, 100.0, 1100.0 },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, 1100.0, 100.0 },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, NAN, 100.0 },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, 100.0, NAN },
    { ENT_ROAD_CAR, ENT_TRAVEL_DAY, -600.0, -600.0 },
  };
  EntTravelFactors factors;

  ent_travel_factors_learn (&factors, trips, G_N_ELEMENTS (trips));
  g_assert_cmpuint (factors.n[ENT_ROAD_CAR][ENT_TRAVEL_DAY], ==, 0);
  g_assert_cmpfloat (factors.factor[ENT_ROAD_CAR][ENT_TRAVEL_DAY], ==, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/travel/slots", test_slots);
  g_test_add_func ("/travel/nothing-learned", test_nothing_learned);
  g_test_add_func ("/travel/few-trips-count-little", test_few_trips_count_little);
  g_test_add_func ("/travel/bounds", test_bounds);
  g_test_add_func ("/travel/outliers", test_outliers);
  g_test_add_func ("/travel/slips-are-left-out", test_slips_are_left_out);
  return g_test_run ();
}
