/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map and what stands around it, in the whole window: without a region, with one, finding an
 * address and a way, choosing a place by hand for a household. */

#include "ent-address-position.h"
#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-date.h"
#include "ent-demo-extract.h"
#include "ent-demo.h"
#include "ent-locate-detail.h"
#include "ent-locate-page.h"
#include "ent-location-query.h"
#include "ent-map-page.h"
#include "ent-map-view.h"
#include "ent-map-way.h"
#include "ent-region-job.h"
#include "ent-region-preferences.h"
#include "ent-region-shelf.h"
#include "ent-regions.h"
#include "ent-window.h"
#include "window-fixture.h"

#include <math.h>
#include <sqlcipher/sqlite3.h>

static char *register_path;
static EntApplication *application;
static EntWindow *window;

static EntMapPage *
show_map (void)
{
  EntPlaceView *view;

  ent_window_show_place (window, "map");
  view = ent_window_get_place (window);
  ent_place_view_close (view);
  settle (100);
  g_assert_null (ent_place_view_get_list (view));
  return ENT_MAP_PAGE (ent_place_view_get_page (view));
}

static void
test_without_a_region (void)
{
  EntMapPage *page;
  AdwDialog *dialog;

  wait_until (ent_regions_is_ready (ent_regions_get_default ()));
  g_assert_null (ent_regions_get_current (ent_regions_get_default ()));
  page = show_map ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (page), "win.show-preferences", "s", "region"));
  settle (150);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_PREFERENCES_DIALOG (dialog));
  g_assert_cmpstr (adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (dialog)),
                   ==, "region");
  adw_dialog_force_close (dialog);
  settle (50);
}

static void
import (const char *path, const char *name)
{
  EntRegionJob *job = ent_region_job_get_default ();
  const EntRegionSources sources = { .osm_path = path, .name = name };

  ent_region_job_start (job, ENT_SHELL (window), &sources);
  wait_until (!ent_region_job_is_running (job));
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Told above the preferences, in which the import was begun. */
static void
test_wrong_file_is_told (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "README.md", NULL);
  g_auto (GStrv) files = NULL;
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", "s", "region");
  settle (150);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  import (path, "Wrong");
  wait_until (find_where (GTK_WIDGET (dialog), is_label, "The region could not be imported") !=
              NULL);
  adw_dialog_force_close (dialog);
  g_assert_nonnull (ent_region_job_get_fault (ent_region_job_get_default ()));
  files = ent_region_shelf_list ();
  g_assert_cmpuint (g_strv_length (files), ==, 0);
}

static void
test_import_is_used_at_once (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                 "wechelderzande-be.osm.pbf", NULL);
  EntRegions *regions = ent_regions_get_default ();

  import (path, "Wechelderzande");
  g_assert_null (ent_region_job_get_fault (ent_region_job_get_default ()));
  wait_until (ent_regions_get_current (regions) != NULL);
  g_assert_cmpstr (ent_region_get_name (ent_regions_get_current (regions)), ==, "Wechelderzande");
  g_assert_nonnull (ent_regions_get_addresses (regions));
  g_assert_nonnull (ent_regions_get_roads (regions));
}

/* The map of the demo is offered like any other, but never takes its place unasked. */
static void
test_demo_comes_last (void)
{
  EntRegions *regions = ent_regions_get_default ();
  g_autofree char *real = g_strdup (ent_region_get_path (ent_regions_get_current (regions)));
  g_autofree char *demo = ent_demo_extract_add_region (NULL, NULL, NULL);
  const EntRegionEntry *first;

  ent_regions_choose (regions, "");
  wait_until (ent_regions_get_entries (regions)->len == 2);
  first = g_ptr_array_index (ent_regions_get_entries (regions), 0);
  g_assert_cmpstr (first->path, ==, demo);
  g_assert_cmpstr (ent_region_get_path (ent_regions_get_current (regions)), ==, real);

  ent_regions_choose (regions, demo);
  wait_until (ent_region_is_demo (ent_regions_get_current (regions)));
  g_assert_true (ent_region_shelf_remove (demo, NULL));
  ent_regions_choose (regions, real);
  wait_until (ent_regions_get_entries (regions)->len == 1);
  g_assert_cmpstr (ent_region_get_path (ent_regions_get_current (regions)), ==, real);
}

/* As a program of another version would have left it. */
static void
number_form (const char *path, int form)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", form);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_older_file_says_what_helps (void)
{
  EntRegions *regions = ent_regions_get_default ();
  EntMapPage *page = show_map ();
  g_autofree char *path = g_strdup (ent_region_get_path (ent_regions_get_current (regions)));
  GtkWidget *map = find_widget (GTK_WIDGET (page), ENT_TYPE_MAP_VIEW, NULL);

  number_form (path, ENT_REGION_FORMAT - 1);
  ent_regions_refresh (regions);
  wait_until (ent_regions_get_current (regions) == NULL);
  g_assert_nonnull (ent_regions_get_fault (regions));
  wait_until (find_where (map, is_label, ent_regions_get_fault (regions)) != NULL);

  number_form (path, ENT_REGION_FORMAT);
  ent_regions_refresh (regions);
  wait_until (ent_regions_get_current (regions) != NULL);
  g_assert_null (ent_regions_get_fault (regions));
}

static void
test_preferences_tell_what_it_holds (void)
{
  AdwDialog *dialog;
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", "s", "region");
  settle (150);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  page = find_widget (GTK_WIDGET (dialog), ENT_TYPE_REGION_PREFERENCES, NULL);
  g_assert_nonnull (page);
  wait_until (gtk_widget_get_mapped (page));
  adw_dialog_force_close (dialog);
  settle (50);
}

static void
test_address_gets_a_pin (void)
{
  EntMapPage *page = show_map ();
  GtkWidget *map = find_widget (GTK_WIDGET (page), ENT_TYPE_MAP_VIEW, NULL);
  GtkWidget *entry = find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "place.search", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "moereind 20, wechelderzande");
  g_signal_emit_by_name (entry, "activate");
  wait_until (ent_point_is_valid (ent_map_view_get_pin (ENT_MAP_VIEW (map))));
  g_assert_true (ent_region_contains (ent_regions_get_current (ent_regions_get_default ()),
                                      ent_map_view_get_pin (ENT_MAP_VIEW (map))));

  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzzzz qqqqq 1");
  g_signal_emit_by_name (entry, "activate");
  wait_until (!ent_point_is_valid (ent_map_view_get_pin (ENT_MAP_VIEW (map))));
}

static void
test_way_is_measured_and_turned_round (void)
{
  EntMapPage *page = show_map ();
  EntMapWay *way = ENT_MAP_WAY (find_widget (GTK_WIDGET (page), ENT_TYPE_MAP_WAY, NULL));
  AdwToggleGroup *modes = ADW_TOGGLE_GROUP (
      find_widget (GTK_WIDGET (way), ADW_TYPE_TOGGLE_GROUP, NULL));
  EntBox box = ent_region_get_box (ent_regions_get_current (ent_regions_get_default ()));
  EntPoint centre = ent_box_centre (box);
  EntPoint north = { centre.latitude + (box.north - centre.latitude) / 3, centre.longitude };
  guint32 by_car;

  ent_map_way_set_end (way, ENT_WAY_FROM, centre, "A");
  g_assert_null (ent_map_way_get_route (way));
  ent_map_way_set_end (way, ENT_WAY_TO, north, "B");
  wait_until (ent_map_way_get_route (way) != NULL);
  by_car = ent_map_way_get_route (way)->seconds;
  g_assert_cmpuint (ent_map_way_get_route (way)->n_points, >=, 2);
  adw_toggle_group_set_active_name (modes, "foot");
  settle (20);
  g_assert_cmpuint (ent_map_way_get_route (way)->seconds, >, by_car);
  ent_map_way_clear (way);
  g_assert_null (ent_map_way_get_route (way));
}

static gpointer
count_placed (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntLocationCounts counts;

  ent_location_query_counts (db, &counts);
  return GINT_TO_POINTER ((int) counts.n_placed);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(int *) user_data = GPOINTER_TO_INT (ent_store_run_finish (ENT_STORE (source), result, NULL));
}

static int
n_placed (void)
{
  int n = -1;

  ent_store_run_async (ent_shell_get_store (ENT_SHELL (window)), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                       count_placed, NULL, NULL, NULL, NULL, counted_cb, &n);
  wait_until (n >= 0);
  return n;
}

static gpointer
read_placed (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_location_query_placed (db, error);
}

/* The demo places nobody by hand. */
static gboolean
is_by_hand (const EntLocated *place)
{
  return place->address->placed_at == ENT_PLACED_BY_HAND;
}

static void
placed_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **) user_data = ent_store_run_finish (ENT_STORE (source), result, NULL);
}

static GPtrArray *
placed_by_hand (void)
{
  GPtrArray *places = NULL;

  ent_store_run_async (ent_shell_get_store (ENT_SHELL (window)), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                       read_placed, NULL, NULL, NULL, NULL, placed_read_cb, &places);
  wait_until (places != NULL);
  for (guint i = places->len; i-- > 0;)
    if (!is_by_hand (g_ptr_array_index (places, i)))
      g_ptr_array_remove_index (places, i);
  return places;
}

/* From the row of an address on the page of a person, say. */
static void
show_placed_address (void)
{
  g_autoptr (GPtrArray) places = placed_by_hand ();
  gint64 id = ent_record_get_id (((EntLocated *) g_ptr_array_index (places, 0))->address);
  EntPlaceView *view;
  GtkWidget *map;

  ent_window_show_place (window, "beneficiaries");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.map-show-address", "x", id));
  view = NULL;
  wait_until ((view = ent_window_get_place (window)) != NULL &&
              ent_place_view_get_page (view) != NULL);
  map = find_widget (GTK_WIDGET (ent_place_view_get_page (view)), ENT_TYPE_MAP_VIEW, NULL);
  wait_until (ent_point_is_valid (ent_map_view_get_pin (ENT_MAP_VIEW (map))));
  g_assert_false (ent_place_view_has_open (view));
}

/* The act of the menu beside the address that is shown. */
static void
correct_shown_address (double latitude, double longitude)
{
  EntPlaceView *view = ent_window_get_place (window);
  GtkWidget *page = GTK_WIDGET (ent_place_view_get_page (view));
  GtkWidget *map, *detail;

  g_assert_true (gtk_widget_activate_action (page, "map.correct", NULL));
  wait_until (ent_place_view_has_open (view));
  detail = find_widget (GTK_WIDGET (view), ENT_TYPE_LOCATE_DETAIL, NULL);
  map = find_widget (detail, ENT_TYPE_MAP_VIEW, NULL);
  wait_until (ent_point_is_valid (ent_map_view_get_pin (ENT_MAP_VIEW (map))));
  g_signal_emit_by_name (map, "place-clicked", latitude, longitude);
  settle (50);
  ent_locate_detail_place (ENT_LOCATE_DETAIL (detail));
}

static gboolean
all_lie_at (double latitude)
{
  g_autoptr (GPtrArray) places = placed_by_hand ();

  for (guint i = 0; i < places->len; i++)
    {
      const EntLocated *place = g_ptr_array_index (places, i);

      if (fabs (ent_address_get_position (place->address).latitude - latitude) > 1e-6)
        return FALSE;
    }
  return TRUE;
}

/* The streets of the invented commune are on no map: a home that was never placed is not found, and
 * the pin is set by hand. */
static void
test_home_is_placed_by_hand_and_undone (void)
{
  EntPlaceView *view;
  GtkWidget *page, *map, *list;
  int n_before;

  show_map ();
  n_before = n_placed ();
  g_assert_cmpint (n_before, >, 1000);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.map-locate", NULL));
  view = ent_window_get_place (window);
  g_assert_true (ent_place_view_has_open (view));
  page = find_widget (GTK_WIDGET (view), ENT_TYPE_LOCATE_PAGE, NULL);
  g_assert_nonnull (page);
  list = find_widget (page, GTK_TYPE_LIST_VIEW, NULL);
  wait_until (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0);
  map = find_widget (page, ENT_TYPE_MAP_VIEW, NULL);
  settle (100);
  g_signal_emit_by_name (map, "place-clicked", 51.26, 4.79);
  settle (100);
  ent_locate_detail_place (ENT_LOCATE_DETAIL (find_widget (page, ENT_TYPE_LOCATE_DETAIL, NULL)));
  wait_until (n_placed () > n_before);
  show_placed_address ();
  correct_shown_address (51.262, 4.795);
  wait_until (all_lie_at (51.262));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (all_lie_at (51.26));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (n_placed () == n_before);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_app_modules_register ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  folder = g_dir_make_tmp ("entraide-region-XXXXXX", NULL);
  register_path = g_build_filename (folder, "commune.entraide", NULL);
  g_assert_true (ent_demo_create (register_path, ENT_DEMO_SMALL, 7, ent_day_from_ymd (2026, 11, 21),
                                  NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  g_settings_set_string (ent_application_get_settings (application), "last-register",
                         register_path);
  window = ent_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (ent_window_get_place (window) != NULL);
  settle (100);

  g_test_add_func ("/region/without", test_without_a_region);
  g_test_add_func ("/region/wrong-file", test_wrong_file_is_told);
  g_test_add_func ("/region/import", test_import_is_used_at_once);
  g_test_add_func ("/region/demo-last", test_demo_comes_last);
  g_test_add_func ("/region/older-file", test_older_file_says_what_helps);
  g_test_add_func ("/region/preferences", test_preferences_tell_what_it_holds);
  g_test_add_func ("/region/address", test_address_gets_a_pin);
  g_test_add_func ("/region/way", test_way_is_measured_and_turned_round);
  g_test_add_func ("/region/by-hand", test_home_is_placed_by_hand_and_undone);
  status = g_test_run ();
  ent_window_set_store (window, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
  g_object_unref (application);
  return status;
}
