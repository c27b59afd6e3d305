/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real village: the plain search, the hierarchy and brute force must agree in every cell; two
 * threads must not disturb each other. */
#include "ent-dijkstra.h"
#include "ent-hierarchy.h"
#include "ent-region-build.h"
#include "ent-roads.h"

#include <string.h>

#include "roads-toy.h"

typedef struct
{
  char *folder;
  EntRegion *region;
} Village;

static void
village_set_up (Village *self, gconstpointer data)
{
  g_autofree char *extract = toy_village_path ();
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;
  EntRegionSources sources = { extract, NULL, "Wechelderzande" };

  self->folder = toy_folder ();
  target = g_build_filename (self->folder, "village.region", NULL);
  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->region = ent_region_open (target, &error);
  g_assert_no_error (error);
}

static void
village_tear_down (Village *self, gconstpointer data)
{
  ent_region_unref (self->region);
  toy_remove_folder (self->folder);
}

/* Floyd and Warshall's: three loops that nobody gets wrong. */
static EntWeight *
brute_force (const EntModeGraph *graph)
{
  guint n = graph->n;
  EntWeight *table = g_new (EntWeight, (gsize) n * n);

  memset (table, ENT_WEIGHT_NEVER_BYTE, (gsize) n * n * sizeof *table);
  for (guint i = 0; i < n; i++)
    {
      table[(gsize) i * n + i] = 0;
      for (guint32 j = graph->first[i]; j < graph->first[i + 1]; j++)
        {
          EntWeight *cell = &table[(gsize) i * n + graph->arcs[j].head];

          *cell = MIN (*cell, graph->arcs[j].weight);
        }
    }
  for (guint via = 0; via < n; via++)
    for (guint i = 0; i < n; i++)
      {
        EntWeight there = table[(gsize) i * n + via];

        for (guint j = 0; there != ENT_WEIGHT_NEVER && j < n; j++)
          {
            EntWeight rest = table[(gsize) via * n + j];
            EntWeight *cell = &table[(gsize) i * n + j];

            if (rest != ENT_WEIGHT_NEVER && there + rest < *cell)
              *cell = there + rest;
          }
      }
  return table;
}

/* A place at each vertex and copy. */
static void
seed_all (EntSeeds *seeds, guint n)
{
  seeds->n = n;
  seeds->first = g_new (guint32, n + 1);
  seeds->seeds = g_new (EntSeed, n);
  for (guint i = 0; i < n; i++)
    {
      seeds->first[i] = i;
      seeds->seeds[i] = (EntSeed) { 0, i, ENT_ROAD_NONE };
    }
  seeds->first[n] = n;
}

static void
compare_mode (EntRegion *region, const EntGraph *graph, EntRoadMode mode)
{
  EntModeGraph arcs = { 0 };
  EntHierarchy hierarchy;
  EntSeeds seeds;
  g_autoptr (GError) error = NULL;
  g_autofree EntWeight *truth = NULL;
  g_autofree EntWeight *plain = NULL;
  g_autofree EntWeight *fast = NULL;
  gsize n_cells;
  guint n_joined = 0;

  ent_mode_graph_init (&arcs, graph, mode);
  g_assert_true (ent_hierarchy_load (&hierarchy, region, &arcs, &error));
  seed_all (&seeds, arcs.n);
  n_cells = (gsize) arcs.n * arcs.n;
  truth = brute_force (&arcs);
  plain = g_new (EntWeight, n_cells);
  fast = g_new (EntWeight, n_cells);
  g_assert_true (ent_dijkstra_table (&arcs, &seeds, &seeds, plain, NULL));
  g_assert_true (ent_hierarchy_table (&hierarchy, &seeds, &seeds, fast, NULL));
  for (gsize i = 0; i < n_cells; i++)
    {
      g_assert_cmpuint (plain[i], ==, truth[i]);
      if (i / arcs.n != i % arcs.n || hierarchy.places[i % arcs.n] != ENT_ROAD_NONE)
        g_assert_cmpuint (fast[i], ==, truth[i]);
      n_joined += truth[i] != ENT_WEIGHT_NEVER;
    }
  g_assert_cmpuint (n_joined, >, n_cells / 3);
  ent_seeds_clear (&seeds);
  ent_hierarchy_clear (&hierarchy);
  ent_mode_graph_clear (&arcs);
}

static void
test_three_ways_agree (Village *self, gconstpointer data)
{
  EntGraph graph;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_graph_load (&graph, self->region, &error));
  g_assert_cmpuint (graph.n_vertices, >, 300);
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    compare_mode (self->region, &graph, mode);
  ent_graph_clear (&graph);
}

static EntPoint *
choose_places (EntRegion *region, guint n, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  EntBox box = ent_region_get_box (region);
  EntPoint *places = g_new (EntPoint, n);

  for (guint i = 0; i < n; i++)
    places[i] = (EntPoint) { g_rand_double_range (random, box.south, box.north),
                             g_rand_double_range (random, box.west, box.east) };
  return places;
}

static EntTravelTable *
ask (EntRoads *roads, EntRoadMode mode, const EntPoint *places, guint n, gboolean plain)
{
  EntTravelQuery query = { .mode = mode, .from = places, .n_from = n, .plain = plain };
  g_autoptr (GError) error = NULL;
  EntTravelTable *table = ent_roads_table (roads, &query, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_same (const EntTravelTable *a, const EntTravelTable *b)
{
  gsize size = (gsize) a->n_from * a->n_to * sizeof (guint32);

  g_assert_cmpmem (a->seconds, size, b->seconds, size);
  g_assert_cmpmem (a->metres, size, b->metres, size);
}

static void
test_places (Village *self, gconstpointer data)
{
  g_autoptr (EntRoads) roads = ent_roads_open (self->region, NULL);
  g_autofree EntPoint *places = choose_places (self->region, 150, 1);

  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      g_autoptr (EntTravelTable) plain = ask (roads, mode, places, 150, TRUE);
      g_autoptr (EntTravelTable) fast = ask (roads, mode, places, 150, FALSE);

      assert_same (plain, fast);
      for (guint i = 0; i < 150 * 150; i++)
        g_assert_cmpuint (fast->seconds[i], !=, ENT_ROADS_NEVER);
    }
}

/* The way between two places takes what the table says, and is as long as it is drawn. */
static void
test_ways (Village *self, gconstpointer data)
{
  g_autoptr (EntRoads) roads = ent_roads_open (self->region, NULL);
  g_autofree EntPoint *places = choose_places (self->region, 60, 2);

  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      g_autoptr (EntTravelTable) table = ask (roads, mode, places, 60, FALSE);

      for (guint i = 0; i + 1 < 60; i++)
        {
          EntTravelQuery query = { .mode = mode, .from = places + i, .n_from = 2 };
          g_autoptr (EntRoute) route = ent_roads_route (roads, &query, NULL);
          double metres = 0.0;

          g_assert_cmpuint (route->seconds, ==, table->seconds[i * 60 + i + 1]);
          g_assert_cmpuint (route->metres, ==, table->metres[i * 60 + i + 1]);
          for (guint j = 1; j < route->n_points; j++)
            metres += ent_geo_distance (route->points[j - 1], route->points[j]);
          g_assert_cmpfloat (ABS (metres - route->metres), <, 2.0 + 0.002 * metres);
        }
    }
}

static void
test_row_and_column (Village *self, gconstpointer data)
{
  g_autoptr (EntRoads) roads = ent_roads_open (self->region, NULL);
  g_autofree EntPoint *places = choose_places (self->region, 40, 3);
  EntTravelQuery row = {
    .mode = ENT_ROAD_CAR, .from = places + 39, .n_from = 1, .to = places, .n_to = 40
  };
  EntTravelQuery column = {
    .mode = ENT_ROAD_CAR, .from = places, .n_from = 40, .to = places + 39, .n_to = 1
  };
  g_autoptr (EntTravelTable) whole = ask (roads, ENT_ROAD_CAR, places, 40, FALSE);
  g_autoptr (EntTravelTable) there = ent_roads_table (roads, &row, NULL, NULL);
  g_autoptr (EntTravelTable) back = ent_roads_table (roads, &column, NULL, NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_assert_cmpuint (there->seconds[i], ==, whole->seconds[39 * 40 + i]);
      g_assert_cmpuint (back->seconds[i], ==, whole->seconds[i * 40 + 39]);
    }
}

typedef struct
{
  EntRoads *roads;
  const EntPoint *places;
  EntRoadMode mode;
} Asker;

static gpointer
ask_often_cb (gpointer data)
{
  const Asker *asker = data;
  EntTravelTable *table = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_clear_pointer (&table, ent_travel_table_free);
      table = ask (asker->roads, (asker->mode + i) % ENT_ROAD_N_MODES, asker->places, 60, FALSE);
    }
  return table;
}

static void
test_threads (Village *self, gconstpointer data)
{
  g_autofree EntPoint *places = choose_places (self->region, 60, 4);
  GThread *threads[4];
  g_autoptr (EntRoads) roads = ent_roads_open (self->region, NULL);
  Asker askers[G_N_ELEMENTS (threads)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      askers[i] = (Asker) { roads, places, i % ENT_ROAD_N_MODES };
      threads[i] = g_thread_new ("asker", ask_often_cb, &askers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (EntTravelTable) found = g_thread_join (threads[i]);
      g_autoptr (EntTravelTable)
                    alone = ask (roads, (askers[i].mode + 4) % ENT_ROAD_N_MODES, places, 60, TRUE);

      assert_same (found, alone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Village, NULL, village_set_up, func, village_tear_down)
  ADD ("/roads-village/three-ways-agree", test_three_ways_agree);
  ADD ("/roads-village/places", test_places);
  ADD ("/roads-village/ways", test_ways);
  ADD ("/roads-village/row-and-column", test_row_and_column);
  ADD ("/roads-village/threads", test_threads);
#undef ADD
  return g_test_run ();
}
