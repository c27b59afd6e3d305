/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distances and boxes. */
#include "ent-geo.h"

#include <math.h>

static const EntPoint brussels = { 50.8467, 4.3525 };
static const EntPoint liege = { 50.6326, 5.5797 };

static void
test_distance (void)
{
  const EntPoint equator = { 0, 0 }, one_east = { 0, 1 }, north = { 90, 0 }, south = { -90, 12 };
  const EntPoint west = { 0, -179.5 }, east = { 0, 179.5 };

  g_assert_cmpfloat_with_epsilon (ent_geo_distance (equator, one_east), 111195.08, 0.01);
  g_assert_cmpfloat_with_epsilon (ent_geo_distance (north, south), 20015114.44, 0.01);
  g_assert_cmpfloat_with_epsilon (ent_geo_distance (west, east), 111195.08, 0.01);
  g_assert_cmpfloat (ent_geo_distance (brussels, brussels), ==, 0.0);
  g_assert_cmpfloat (ent_geo_distance (brussels, liege), ==, ent_geo_distance (liege, brussels));
  g_assert_cmpfloat (ent_geo_distance (brussels, liege), >, 88000.0);
  g_assert_cmpfloat (ent_geo_distance (brussels, liege), <, 91000.0);
  g_assert_cmpfloat_with_epsilon (ent_geo_metres_per_degree (0), 111195.08, 0.01);
  g_assert_cmpfloat_with_epsilon (ent_geo_metres_per_degree (60), 55597.54, 0.01);
}

static void
test_valid (void)
{
  const EntPoint wrong[] = { { 90.1, 0 },   { -90.1, 0 }, { 0, 180.1 },
                             { 0, -180.1 }, { NAN, 0 },   { 0, INFINITY } };

  g_assert_true (ent_point_is_valid (brussels));
  g_assert_true (ent_point_is_valid ((EntPoint) { -90, 180 }));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ent_point_is_valid (wrong[i]));
}

static void
test_boxes (void)
{
  EntBox box = ent_box_empty ();
  EntBox other = { 51.0, 4.0, 52.0, 5.0 };
  EntPoint centre;

  g_assert_true (ent_box_is_empty (box));
  g_assert_false (ent_box_contains (box, brussels));
  g_assert_false (ent_box_intersects (box, other));

  box = ent_box_extend (box, brussels);
  g_assert_false (ent_box_is_empty (box));
  g_assert_true (ent_box_contains (box, brussels));
  g_assert_false (ent_box_contains (box, liege));

  box = ent_box_extend (box, liege);
  g_assert_true (ent_box_contains (box, brussels));
  g_assert_true (ent_box_contains (box, liege));
  g_assert_cmpfloat (box.south, ==, liege.latitude);
  g_assert_cmpfloat (box.north, ==, brussels.latitude);
  g_assert_cmpfloat (box.west, ==, brussels.longitude);
  g_assert_cmpfloat (box.east, ==, liege.longitude);
  centre = ent_box_centre (box);
  g_assert_true (ent_box_contains (box, centre));

  g_assert_false (ent_box_intersects (box, other));
  g_assert_true (ent_box_intersects (ent_box_union (box, other), other));
  g_assert_true (ent_box_intersects (box, box));
  g_assert_true (ent_box_is_empty (ent_box_union (ent_box_empty (), ent_box_empty ())));
}

/* Every point of the circle lies within the box, and the box is no larger than it must be. */
static void
test_box_around_holds_the_circle (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (15);
  double widest = 0.0;

  for (int i = 0; i < 50000; i++)
    {
      EntPoint point = { brussels.latitude + g_rand_double_range (random, -0.1, 0.1),
                         brussels.longitude + g_rand_double_range (random, -0.1, 0.1) };
      EntBox box = ent_box_around (brussels, 5000.0);

      if (ent_geo_distance (brussels, point) <= 5000.0)
        {
          g_assert_true (ent_box_contains (box, point));
          widest = MAX (widest,
                        (point.longitude - brussels.longitude) / (box.east - brussels.longitude));
        }
    }
  g_assert_cmpfloat (widest, >, 0.98);
}

static void
test_box_around_at_the_limits (void)
{
  EntBox pole = ent_box_around ((EntPoint) { 89.99, 10 }, 5000.0);
  EntBox world = ent_box_around (brussels, 3e7);

  g_assert_true (ent_box_contains (pole, (EntPoint) { 89.99, -170 }));
  g_assert_true (ent_box_contains (world, (EntPoint) { -89, -179 }));
  g_assert_true (ent_box_is_empty (ent_box_around (brussels, -1.0)));
  g_assert_true (ent_box_is_empty (ent_box_around (brussels, NAN)));
  g_assert_true (ent_box_contains (ent_box_around (brussels, 0.0), brussels));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/distance", test_distance);
  g_test_add_func ("/geo/valid", test_valid);
  g_test_add_func ("/geo/boxes", test_boxes);
  g_test_add_func ("/geo/box-around", test_box_around_holds_the_circle);
  g_test_add_func ("/geo/box-around-limits", test_box_around_at_the_limits);
  return g_test_run ();
}
