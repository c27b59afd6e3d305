/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The common ground of the tests of maps. Main thread. */

#include "map-fixture.h"

#include <locale.h>

#include "ent-region-build.h"
#include "ent-roads.h"
#include "ent-tile.h"
#include "window-fixture.h"

static char *folder;
static EntRegion *region;

void
map_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("map-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  adw_init ();
  /* So that what a key does is done at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/entraide/Entraide/icons");
}

int
map_run (void)
{
  int status = g_test_run ();

  g_clear_pointer (&region, ent_region_unref);
  remove_all (folder);
  return status;
}

const char *
map_cache_folder (void)
{
  return folder;
}

EntRegion *
map_region (void)
{
  const char *extract = g_getenv ("ENT_MAP_EXTRACT");
  g_autofree char *village = NULL;
  g_autofree char *target = NULL;
  EntRegionSources sources = { 0 };
  g_autoptr (GError) error = NULL;

  if (region != NULL)
    return region;
  village = g_test_build_filename (G_TEST_DIST, "..", "data", "demo", "wechelderzande-be.osm.pbf",
                                   NULL);
  target = g_build_filename (folder, "test.region", NULL);
  sources.osm_path = extract != NULL ? extract : village;
  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  region = ent_region_open (target, &error);
  g_assert_no_error (error);
  return region;
}

static EntPoint
choose_place (GRand *rand)
{
  EntBox box = ent_tile_get_core (map_region ());
  EntPoint middle = ent_box_centre (box);
  double reach = MIN ((box.north - box.south) * 0.25, 0.02);

  return (EntPoint) { middle.latitude + g_rand_double_range (rand, -reach, reach),
                      middle.longitude + 1.5 * g_rand_double_range (rand, -reach, reach) };
}

/* A round starts and ends at the same house for all. */
static void
add_leg (EntRoads *roads, GArray *way, EntPoint from, EntPoint to)
{
  EntPoint ends[] = { from, to };
  EntTravelQuery query = { .mode = ENT_ROAD_CAR, .from = ends, .n_from = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoute) route = ent_roads_route (roads, &query, &error);

  g_assert_no_error (error);
  g_array_append_vals (way, route->points, route->n_points);
}

static void
add_round (GRand *rand, EntRoads *roads, guint number, guint n_stops, GPtrArray *lists[2])
{
  static const char *const names[] = { "Aline", "Bruno", "Chantal", "Didier", "Elke", "Fabrice" };
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  EntPoint office = ent_box_centre (ent_tile_get_core (map_region ())), last = office;
  g_autofree char *detail = g_strdup_printf ("%u visits", n_stops);
  EntMapRoute *route = ent_map_route_new (number, names[number % G_N_ELEMENTS (names)], detail);

  for (guint i = 0; i < n_stops; i++)
    {
      EntPoint place = choose_place (rand);
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      g_autofree char *title = g_strdup_printf ("Visit %c%u", 'A' + number, i + 1);
      g_autofree char *time = g_strdup_printf ("%02u:%02u", 8 + i / 2, i % 2 * 30);
      EntMapStop *stop;
      EntRoadPlace snapped;

      if (ent_roads_snap (roads, ENT_ROAD_CAR, place, &snapped))
        place = snapped.place;
      stop = ent_map_stop_new (number * 100 + i, place, route);
      ent_map_stop_describe (stop, label, title, time);
      g_ptr_array_add (lists[1], stop);
      add_leg (roads, way, last, place);
      last = place;
    }
  add_leg (roads, way, last, office);
  ent_map_route_take_points (route, (const EntPoint *) (gconstpointer) way->data, way->len);
  g_ptr_array_add (lists[0], route);
}

EntMapContent *
map_rounds (guint n_rounds, guint n_stops)
{
  EntMapContent *content = ent_map_content_new ();
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) stops = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoads) roads = ent_roads_open (map_region (), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_rounds; i++)
    add_round (rand, roads, i, n_stops, (GPtrArray *[]) { routes, stops });
  ent_map_content_set (content, routes, stops);
  return content;
}

GtkWidget *
map_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
map_wait_for (MapCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + 15 * G_TIME_SPAN_SECOND;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
map_wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

GdkTexture *
map_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                      node,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

double
map_picture_content (GdkTexture *picture)
{
  gsize width = picture != NULL ? (gsize) gdk_texture_get_width (picture) : 0;
  gsize height = picture != NULL ? (gsize) gdk_texture_get_height (picture) : 0, n = 0;
  g_autofree guint32 *pixels = g_new (guint32, width * height);

  if (picture == NULL)
    return 0.0;
  gdk_texture_download (picture, (guchar *) pixels, width * sizeof *pixels);
  for (gsize i = 0; i < width * height; i++)
    n += pixels[i] != pixels[0] ? 1 : 0;
  return (double) n / (double) (width * height);
}

GtkWidget *
map_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = map_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
