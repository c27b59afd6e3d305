/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ground of the invented commune: inside the extract that ships, along its roads, joined by
 * ways for everybody; and the region made of it. */

#include <glib/gstdio.h>

#include "ent-demo-extract.h"
#include "ent-demo-ground.h"
#include "ent-region-build.h"
#include "ent-region-shelf.h"
#include "ent-roads.h"

#define N_STREETS 150
#define N_HOUSES 80

static EntDemoGround *ground;
static char *data_folder;

static EntPoint
place (guint village, guint street, guint number)
{
  EntDemoHouse house = { village, street, N_STREETS, number, N_HOUSES };

  return ent_demo_ground_place (ground, &house);
}

static EntRegion *
add_region (gboolean *is_used)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ent_demo_extract_add_region (is_used, NULL, &error);
  EntRegion *region;

  g_assert_no_error (error);
  region = ent_region_open (path, &error);
  g_assert_no_error (error);
  return region;
}

static void
test_inside_the_extract (void)
{
  g_autoptr (EntRegion) region = add_region (NULL);

  for (guint village = 0; village < ENT_DEMO_VILLAGES; village++)
    for (guint street = 0; street < N_STREETS; street++)
      for (guint number = 1; number <= N_HOUSES; number++)
        g_assert_true (ent_region_contains (region, place (village, street, number)));
}

static void
test_always_the_same (void)
{
  g_autoptr (EntDemoGround) again = ent_demo_ground_new (NULL);

  for (guint i = 0; i < 100; i++)
    {
      EntDemoHouse house = { i % ENT_DEMO_VILLAGES, i % N_STREETS, N_STREETS, i % N_HOUSES + 1,
                             N_HOUSES };
      EntPoint one = ent_demo_ground_place (ground, &house);
      EntPoint other = ent_demo_ground_place (again, &house);

      g_assert_cmpfloat (one.latitude, ==, other.latitude);
      g_assert_cmpfloat (one.longitude, ==, other.longitude);
    }
}

/* Houses follow along the street, odd and even face each other, and a street is short. */
static void
test_streets_are_stretches (void)
{
  for (guint village = 0; village < ENT_DEMO_VILLAGES; village++)
    for (guint street = 0; street < N_STREETS; street++)
      {
        EntPoint first = place (village, street, 1);
        double end = ent_geo_distance (first, place (village, street, N_HOUSES - 1));

        g_assert_cmpfloat (end, <, 150);
        g_assert_cmpfloat (ent_geo_distance (first, place (village, street, 3)), <, 30);
        g_assert_cmpfloat (ent_geo_distance (first, place (village, street, 2)), >, 15);
      }
}

static void
test_villages_are_apart (void)
{
  EntBox boxes[ENT_DEMO_VILLAGES];

  for (guint village = 0; village < ENT_DEMO_VILLAGES; village++)
    {
      boxes[village] = ent_box_empty ();
      for (guint street = 0; street < N_STREETS; street++)
        boxes[village] = ent_box_extend (boxes[village], place (village, street, 1));
    }
  for (guint one = 0; one < ENT_DEMO_VILLAGES; one++)
    for (guint other = 0; other < one; other++)
      g_assert_cmpfloat (ent_geo_distance (ent_box_centre (boxes[one]),
                                           ent_box_centre (boxes[other])),
                         >, 400);
}

/* From every street to every eleventh, by all means, there and back. */
static void
test_ways_lead_everywhere (void)
{
  g_autoptr (EntRegion) region = add_region (NULL);
  g_autoptr (EntRoads) roads = ent_roads_open (region, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (EntPoint));

  for (guint i = 0; i < ENT_DEMO_VILLAGES * N_STREETS; i++)
    {
      EntPoint point = place (i / N_STREETS, i % N_STREETS, i % N_HOUSES + 1);

      g_array_append_val (all, point);
      if (i % 11 == 0)
        g_array_append_val (some, point);
    }
  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    for (guint back = 0; back < 2; back++)
      {
        GArray *from = back ? some : all, *to = back ? all : some;
        EntTravelQuery query = { .mode = (EntRoadMode) mode,
                                 .from = (const EntPoint *) (gpointer) from->data,
                                 .n_from = from->len,
                                 .to = (const EntPoint *) (gpointer) to->data,
                                 .n_to = to->len };
        g_autoptr (GError) error = NULL;
        g_autoptr (EntTravelTable) table = ent_roads_table (roads, &query, NULL, &error);

        g_assert_no_error (error);
        for (guint i = 0; i < from->len * to->len; i++)
          g_assert_cmpuint (table->seconds[i], !=, ENT_ROADS_NEVER);
      }
}

/* Beside a road where a car may stop, not in a field. */
static void
test_near_roads (void)
{
  g_autoptr (EntRegion) region = add_region (NULL);
  g_autoptr (EntRoads) roads = ent_roads_open (region, NULL);

  for (guint i = 0; i < ENT_DEMO_VILLAGES * N_STREETS; i++)
    for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
      {
        EntRoadPlace found;

        g_assert_true (ent_roads_snap (roads, (EntRoadMode) mode,
                                       place (i / N_STREETS, i % N_STREETS, 1 + i % N_HOUSES),
                                       &found));
        g_assert_cmpfloat (found.metres, <, 15);
      }
}

static void
test_used_where_there_is_none (void)
{
  gboolean is_used = FALSE;
  g_autoptr (EntRegion) region = add_region (&is_used);

  g_assert_true (is_used);
  g_assert_true (ent_region_is_demo (region));
  g_assert_true (ent_region_shelf_is_own (ent_region_get_path (region)));
  g_assert_cmpint (ent_region_get_count (region, "houses"), >, 1000);
}

/* A map that is there stays in use, and the one of the demo is made once. */
static void
test_another_stays_in_use (void)
{
  g_autofree char *path = ent_region_shelf_path_for ("real", NULL);
  g_autoptr (GBytes) bytes = ent_demo_extract_read (NULL);
  EntRegionSources sources = { .osm = bytes, .name = "Real" };
  g_autoptr (EntRegion) first = add_region (NULL);
  g_autoptr (EntRegion) real = NULL;
  g_autoptr (EntRegion) again = NULL;
  gboolean is_used = TRUE;

  g_assert_true (ent_region_build (&sources, path, NULL, NULL, NULL, NULL));
  real = ent_region_open (path, NULL);
  g_assert_false (ent_region_is_demo (real));
  again = add_region (&is_used);
  g_assert_false (is_used);
  g_assert_cmpint (ent_region_get_made_time (again), ==, ent_region_get_made_time (first));
  g_unlink (path);
}

static void
test_damaged_is_made_anew (void)
{
  g_autoptr (EntRegion) region = add_region (NULL);
  g_autofree char *path = g_strdup (ent_region_get_path (region));
  g_autoptr (EntRegion) again = NULL;

  g_assert_true (g_file_set_contents (path, "nothing", -1, NULL));
  again = add_region (NULL);
  g_assert_true (ent_region_is_demo (again));
}

static void
test_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntRegion) region = add_region (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left = NULL;

  g_assert_true (ent_region_shelf_remove (ent_region_get_path (region), NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (ent_demo_extract_add_region (NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = ent_region_shelf_list ();
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
remove_data (void)
{
  g_autofree char *shelf = ent_region_shelf_user_folder ();
  g_autofree char *above = g_path_get_dirname (shelf);
  g_auto (GStrv) paths = ent_region_shelf_list ();

  for (guint i = 0; paths[i] != NULL; i++)
    g_unlink (paths[i]);
  g_rmdir (shelf);
  g_rmdir (above);
  g_rmdir (data_folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int code;

  data_folder = g_dir_make_tmp ("entraide-ground-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", data_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  ground = ent_demo_ground_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/demo/ground/inside", test_inside_the_extract);
  g_test_add_func ("/demo/ground/same", test_always_the_same);
  g_test_add_func ("/demo/ground/streets", test_streets_are_stretches);
  g_test_add_func ("/demo/ground/villages", test_villages_are_apart);
  g_test_add_func ("/demo/ground/ways", test_ways_lead_everywhere);
  g_test_add_func ("/demo/ground/roads", test_near_roads);
  g_test_add_func ("/demo/region/used", test_used_where_there_is_none);
  g_test_add_func ("/demo/region/another", test_another_stays_in_use);
  g_test_add_func ("/demo/region/damaged", test_damaged_is_made_anew);
  g_test_add_func ("/demo/region/stopped", test_stopped);
  code = g_test_run ();
  ent_demo_ground_free (ground);
  remove_data ();
  g_free (data_folder);
  return code;
}
