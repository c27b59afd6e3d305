/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles: what an extract says is drawn, where it should be, in a form that keeps the rules; and a
 * damaged map ends in an error. */
#include <glib/gstdio.h>
#include <sqlcipher/sqlite3.h>
#include <string.h>

#include "ent-region-build.h"
#include "ent-roads-error.h"
#include "ent-tile.h"
#include "roads-toy.h"
#include "tile-reader.h"

/* The tile of a zoom that holds a point of the toy's world. */
static GPtrArray *
read_tile_at (EntRegion *region, EntTileLanguage language, guint zoom, EntPoint point)
{
  EntE7 place = ent_e7_from_point (point);
  EntMapPoint spot = ent_map_point (place.latitude, place.longitude);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTileMaker) maker = ent_tile_maker_new (region, &error);
  g_autoptr (GBytes) tile = NULL;

  g_assert_no_error (error);
  ent_tile_maker_set_language (maker, language);
  tile = ent_tile_make (maker, zoom, (guint) spot.x >> (ENT_MAP_BITS - zoom),
                        (guint) spot.y >> (ENT_MAP_BITS - zoom), &error);
  g_assert_no_error (error);
  return tile_read (tile);
}

static void
add_square (Toy *toy, gint64 first, double north, double east, double side)
{
  toy_node (toy, first, north, east, "");
  toy_node (toy, first + 1, north, east + side, "");
  toy_node (toy, first + 2, north + side, east + side, "");
  toy_node (toy, first + 3, north + side, east, "");
}

static GArray *
part_of (TileFeature *feature, guint i)
{
  g_assert_cmpuint (i, <, feature->parts->len);
  return feature->parts->pdata[i];
}

static void
test_features_are_drawn_by_kind (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) features = NULL;

  add_square (toy, 1, 0, 0, 60);
  add_square (toy, 11, 0, 70, 8);
  toy_node (toy, 21, 20, 20, "amenity=pharmacy name=Pharmacie");
  toy_node (toy, 22, 30, 30, "addr:housenumber=7bis");
  toy_node (toy, 23, 30, 50, "");
  toy_way (toy, 1, "1 2 3 4 1", "landuse=forest name=Bois");
  toy_way (toy, 2, "11 12 13 14 11", "building=yes addr:housenumber=9");
  toy_way (toy, 3, "1 23", "highway=residential name=Rue bridge=yes");
  toy_way (toy, 4, "2 23", "highway=motorway tunnel=yes");
  region = toy_import (toy);
  features = read_tile_at (region, ENT_TILE_LOCAL, 16, toy_point (10, 10));

  g_assert_nonnull (tile_find (features, "land", "wood", NULL));
  g_assert_nonnull (tile_find (features, "building", "building", NULL));
  g_assert_nonnull (tile_find (features, "poi", "pharmacy", "Pharmacie"));
  g_assert_nonnull (tile_find (features, "house", "house", "7bis"));
  g_assert_nonnull (tile_find (features, "house", "house", "9"));
  g_assert_nonnull (tile_find (features, "road_name", "street", "Rue"));
  g_assert_cmpstr (tile_find (features, "road", "street", NULL)->structure, ==, "bridge");
  g_assert_cmpstr (tile_find (features, "road", "motorway", NULL)->structure, ==, "tunnel");
}

static void
test_small_scales_leave_out_details (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) far = NULL;
  g_autoptr (GPtrArray) near = NULL;
  GString *way = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    {
      toy_node (toy, i + 1, i % 2 * 3.0, i * 20.0, "");
      g_string_append_printf (way, "%d ", i + 1);
    }
  toy_way (toy, 1, g_strstrip (way->str), "highway=primary");
  toy_way (toy, 2, "1 2", "highway=footway");
  region = toy_import (toy);
  far = read_tile_at (region, ENT_TILE_LOCAL, 10, toy_point (0, 100));
  near = read_tile_at (region, ENT_TILE_LOCAL, 16, toy_point (0, 100));

  g_assert_null (tile_find (far, "road", "path", NULL));
  g_assert_cmpuint (part_of (tile_find (far, "road", "primary", NULL), 0)->len, <=, 4);
  g_assert_nonnull (tile_find (near, "road", "path", NULL));
  g_assert_cmpuint (part_of (tile_find (near, "road", "primary", NULL), 0)->len, >, 10);
  g_string_free (way, TRUE);
}

static void
test_names_follow_the_language (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) local = NULL;
  g_autoptr (GPtrArray) french = NULL;
  g_autoptr (GPtrArray) german = NULL;

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 90, "");
  toy_node (toy, 3, 10, 10, "place=town name=Luik name:fr=Liège name:de=Lüttich");
  toy_node (toy, 4, 10, 40, "place=village name=Tilff");
  toy_way (toy, 1, "1 2", "highway=residential");
  region = toy_import (toy);
  local = read_tile_at (region, ENT_TILE_DUTCH, 14, toy_point (10, 10));
  french = read_tile_at (region, ENT_TILE_FRENCH, 14, toy_point (10, 10));
  german = read_tile_at (region, ENT_TILE_GERMAN, 14, toy_point (10, 10));

  g_assert_nonnull (tile_find (local, "place", "town", "Luik"));
  g_assert_nonnull (tile_find (french, "place", "town", "Liège"));
  g_assert_nonnull (tile_find (german, "place", "town", "Lüttich"));
  g_assert_nonnull (tile_find (german, "place", "village", "Tilff"));
  g_assert_cmpint (ent_tile_language_of_locale ("fr_BE.UTF-8"), ==, ENT_TILE_FRENCH);
  g_assert_cmpint (ent_tile_language_of_locale ("nl"), ==, ENT_TILE_DUTCH);
  g_assert_cmpint (ent_tile_language_of_locale ("frr"), ==, ENT_TILE_LOCAL);
  g_assert_cmpint (ent_tile_language_of_locale (NULL), ==, ENT_TILE_LOCAL);
}

static void
test_ways_of_a_name_are_one_label (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) features = NULL;

  for (int i = 0; i < 5; i++)
    toy_node (toy, i + 1, 0, i * 15, "");
  toy_way (toy, 1, "1 2", "highway=residential name=Long");
  toy_way (toy, 2, "3 2", "highway=residential name=Long");
  toy_way (toy, 3, "3 4", "highway=residential name=Long");
  toy_way (toy, 4, "4 5", "highway=residential name=Autre");
  region = toy_import (toy);
  features = read_tile_at (region, ENT_TILE_LOCAL, 16, toy_point (0, 20));

  g_assert_cmpuint (tile_count (features, "road_name", "street"), ==, 2);
  g_assert_cmpuint (tile_count (features, "road", "street"), ==, 4);
}

static void
test_areas_of_relations_have_holes (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) features = NULL;
  TileFeature *wood;

  add_square (toy, 1, 0, 0, 60);
  add_square (toy, 11, 20, 20, 15);
  add_square (toy, 21, 0, 100, 30);
  toy_way (toy, 1, "1 2 3", "");
  toy_way (toy, 2, "1 4 3", "");
  toy_way (toy, 3, "11 12 13 14 11", "natural=water");
  toy_way (toy, 4, "21 22 23", "");
  toy_way (toy, 5, "1 11", "highway=residential");
  toy_relation (toy, 1, "w1/outer w2/outer w3/inner", "type=multipolygon landuse=forest");
  toy_relation (toy, 2, "w4/outer", "type=multipolygon landuse=meadow");
  region = toy_import (toy);
  features = read_tile_at (region, ENT_TILE_LOCAL, 16, toy_point (10, 10));

  wood = tile_find (features, "land", "wood", NULL);
  g_assert_nonnull (wood);
  g_assert_cmpuint (wood->parts->len, ==, 2);
  g_assert_cmpint (ent_map_ring_area ((const EntMapPoint *) (gconstpointer) part_of (wood, 1)->data,
                                      4),
                   <, 0);
  g_assert_nonnull (tile_find (features, "water", "lake", NULL));
  /* An edge that does not close draws nothing. */
  g_assert_null (tile_find (features, "land", "farmland", NULL));
}

/* Relations of an older make leave their tags to their outer way. */
static void
test_outer_ways_speak_for_their_relation (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GPtrArray) features = NULL;

  add_square (toy, 1, 0, 0, 60);
  add_square (toy, 11, 20, 20, 15);
  toy_way (toy, 1, "1 2 3 4 1", "landuse=forest");
  toy_way (toy, 2, "11 12 13 14 11", "");
  toy_way (toy, 3, "1 11", "highway=residential");
  toy_relation (toy, 1, "w1/outer w2/inner", "type=multipolygon");
  region = toy_import (toy);
  features = read_tile_at (region, ENT_TILE_LOCAL, 16, toy_point (10, 10));

  g_assert_cmpuint (tile_count (features, "land", "wood"), ==, 1);
  g_assert_cmpuint (tile_find (features, "land", "wood", NULL)->parts->len, ==, 2);
}

/* Every tile of the village, at every zoom: the reader checks the rules, this the margins. */
static void
test_tiles_keep_within_their_margins (void)
{
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTileMaker) maker = NULL;
  g_autofree char *folder = toy_folder ();
  g_autofree char *target = g_build_filename (folder, "village", NULL);
  g_autofree char *village = toy_village_path ();
  EntRegionSources sources = { village, NULL, NULL };
  EntE7 corner;
  EntMapPoint low, high;
  guint n_features = 0;

  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  region = ent_region_open (target, &error);
  g_assert_no_error (error);
  maker = ent_tile_maker_new (region, &error);
  g_assert_no_error (error);
  corner = ent_e7_from_point (
      (EntPoint) { ent_tile_get_box (region).north, ent_tile_get_box (region).west });
  low = ent_map_point (corner.latitude, corner.longitude);
  corner = ent_e7_from_point (
      (EntPoint) { ent_tile_get_box (region).south, ent_tile_get_box (region).east });
  high = ent_map_point (corner.latitude, corner.longitude);
  for (guint zoom = 0; zoom <= 16; zoom++)
    for (guint x = (guint) low.x >> (28 - zoom); x <= (guint) high.x >> (28 - zoom); x++)
      for (guint y = (guint) low.y >> (28 - zoom); y <= (guint) high.y >> (28 - zoom); y++)
        {
          g_autoptr (GBytes) tile = ent_tile_make (maker, zoom, x, y, &error);
          g_autoptr (GPtrArray) features = NULL;

          g_assert_no_error (error);
          features = tile_read (tile);
          n_features += features->len;
          for (guint i = 0; i < features->len; i++)
            {
              TileFeature *feature = features->pdata[i];

              for (guint j = 0; j < feature->parts->len; j++)
                {
                  GArray *part = feature->parts->pdata[j];
                  EntMapBox box = ent_map_box_of ((const EntMapPoint *) (gconstpointer) part->data,
                                                  part->len);
                  int margin = feature->shape == ENT_MAP_POINT ? 0 : 128;

                  g_assert_cmpint (box.west, >=, -margin);
                  g_assert_cmpint (box.north, >=, -margin);
                  g_assert_cmpint (box.east, <=, 4096 + margin);
                  g_assert_cmpint (box.south, <=, 4096 + margin);
                }
            }
        }
  g_assert_cmpuint (n_features, >, 5000);
  toy_remove_folder (g_steal_pointer (&folder));
}

/* Puts damaged rows in the place of the map's, and asks for tiles. */
static void
damage_map (const char *path, GRand *rand)
{
  sqlite3 *db;
  sqlite3_stmt *read, *write;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "SELECT id, features FROM map_chunk", -1, &read, NULL);
  sqlite3_prepare_v2 (db, "UPDATE map_chunk SET features = $1 WHERE id = $2", -1, &write, NULL);
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      int size = sqlite3_column_bytes (read, 1);
      g_autofree guint8 *bytes = g_memdup2 (sqlite3_column_blob (read, 1), (gsize) size);

      for (int i = 0; i < 1 + size / 300; i++)
        bytes[g_rand_int_range (rand, 0, size)] = (guint8) g_rand_int_range (rand, 0, 256);
      if (g_rand_int_range (rand, 0, 4) == 0)
        size = g_rand_int_range (rand, 0, size);
      sqlite3_bind_blob (write, 1, bytes, size, SQLITE_STATIC);
      sqlite3_bind_int64 (write, 2, sqlite3_column_int64 (read, 0));
      g_assert_cmpint (sqlite3_step (write), ==, SQLITE_DONE);
      sqlite3_reset (write);
    }
  sqlite3_finalize (read);
  sqlite3_finalize (write);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close_v2 (db);
}

static void
test_damaged_maps_end_in_an_error (void)
{
  g_autofree char *folder = toy_folder ();
  g_autofree char *target = g_build_filename (folder, "village", NULL);
  g_autofree char *village = toy_village_path ();
  EntRegionSources sources = { village, NULL, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_errors = 0;

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntRegion) region = NULL;
      g_autoptr (EntTileMaker) maker = NULL;

      ent_region_build (&sources, target, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      damage_map (target, rand);
      region = ent_region_open (target, &error);
      g_assert_no_error (error);
      maker = ent_tile_maker_new (region, &error);
      g_assert_no_error (error);
      for (guint zoom = 8; zoom <= 16; zoom += 2)
        {
          EntMapPoint middle = ent_map_point (512650000, 47890000);
          guint x = (guint) middle.x >> (ENT_MAP_BITS - zoom);
          guint y = (guint) middle.y >> (ENT_MAP_BITS - zoom);
          g_autoptr (GError) fault = NULL;
          g_autoptr (GBytes) tile = ent_tile_make (maker, zoom, x, y, &fault);

          if (tile == NULL)
            {
              g_assert_error (fault, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED);
              n_errors++;
            }
        }
    }
  g_assert_cmpuint (n_errors, >, 20);
  toy_remove_folder (g_steal_pointer (&folder));
}

static gpointer
make_tiles (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTileMaker) maker = ent_tile_maker_new (data, &error);
  EntPoint point = toy_point (10, 10);
  EntMapPoint spot;
  EntE7 place = ent_e7_from_point (point);

  g_assert_no_error (error);
  spot = ent_map_point (place.latitude, place.longitude);
  for (guint i = 0; i < 200; i++)
    {
      guint zoom = 10 + i % 7;
      g_autoptr (GBytes) tile = ent_tile_make (maker, zoom, (guint) spot.x >> (ENT_MAP_BITS - zoom),
                                              (guint) spot.y >> (ENT_MAP_BITS - zoom), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (tile), >, 0);
    }
  return NULL;
}

static void
test_makers_work_side_by_side (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRegion) region = NULL;
  GThread *threads[3];

  add_square (toy, 1, 0, 0, 60);
  toy_way (toy, 1, "1 2 3 4 1", "landuse=forest");
  toy_way (toy, 2, "1 3", "highway=primary");
  region = toy_import (toy);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("tiles", make_tiles, region);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile/features-are-drawn-by-kind", test_features_are_drawn_by_kind);
  g_test_add_func ("/tile/small-scales-leave-out-details", test_small_scales_leave_out_details);
  g_test_add_func ("/tile/names-follow-the-language", test_names_follow_the_language);
  g_test_add_func ("/tile/ways-of-a-name-are-one-label", test_ways_of_a_name_are_one_label);
  g_test_add_func ("/tile/areas-of-relations-have-holes", test_areas_of_relations_have_holes);
  g_test_add_func ("/tile/outer-ways-speak-for-their-relation",
                   test_outer_ways_speak_for_their_relation);
  g_test_add_func ("/tile/tiles-keep-within-their-margins", test_tiles_keep_within_their_margins);
  g_test_add_func ("/tile/damaged-maps-end-in-an-error", test_damaged_maps_end_in_an_error);
  g_test_add_func ("/tile/makers-work-side-by-side", test_makers_work_side_by_side);
  return g_test_run ();
}
