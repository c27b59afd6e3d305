/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map in a real window: it is drawn from the region alone, in light and dark, and keys, marks,
 * pin and table do what they say. With ENT_MAP_SHOTS, a folder, pictures of it are left there. */

#include <math.h>
#include <shumate/shumate.h>
#include <string.h>

#include "ent-map-lanes.h"
#include "ent-map-mark.h"
#include "ent-map-marks.h"
#include "ent-map-palette.h"
#include "ent-map-pane.h"
#include "ent-tile.h"
#include "map-fixture.h"

typedef struct
{
  GtkWidget *pane;
  EntMapView *view;
  GtkWidget *map;
  GtkWidget *window;
  EntMapContent *content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer size)
{
  fixture->pane = ent_map_pane_new ();
  fixture->view = ent_map_pane_get_view (ENT_MAP_PANE (fixture->pane));
  fixture->map = map_find (fixture->pane, SHUMATE_TYPE_MAP);
  fixture->window = map_window (fixture->pane, size != NULL ? GPOINTER_TO_INT (size) : 900, 640);
  fixture->content = map_rounds (3, 4);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->content);
  map_wait (20);
}

static gboolean
has_picture (gpointer data)
{
  g_autoptr (GdkTexture) picture = map_picture (data);

  return picture != NULL;
}

static void
leave_picture (Fixture *fixture, const char *name)
{
  const char *folder = g_getenv ("ENT_MAP_SHOTS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GdkTexture) picture = NULL;

  if (path == NULL)
    return;
  map_wait (1000);
  map_wait_for (has_picture, fixture->window);
  picture = map_picture (fixture->window);
  g_assert_true (gdk_texture_save_to_png (picture, path));
}

/* The ground shows more than its plain colour. */
static gboolean
is_drawn (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GdkTexture) picture = NULL;

  if (gtk_widget_get_width (fixture->map) == 0)
    return FALSE;
  map_wait (100);
  picture = map_picture (fixture->map);
  return map_picture_content (picture) > 0.3;
}

static ShumateViewport *
get_viewport (Fixture *fixture)
{
  return shumate_map_get_viewport (SHUMATE_MAP (fixture->map));
}

static EntMapMarks *
get_marks (Fixture *fixture)
{
  return ENT_MAP_MARKS (map_find (fixture->pane, ENT_TYPE_MAP_MARKS));
}

static void
show (Fixture *fixture)
{
  ent_map_view_set_region (fixture->view, map_region ());
  ent_map_pane_set_content (ENT_MAP_PANE (fixture->pane), fixture->content);
  map_wait_for (is_drawn, fixture);
}

/* As if the key were pressed on the map. */
static void
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  gtk_widget_grab_focus (fixture->map);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
  map_wait (300);
}

static void
test_empty_state_offers_its_act (Fixture *fixture, gconstpointer unused)
{
  GtkStack *stack = GTK_STACK (map_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK));
  GtkWidget *button = map_find (map_find (GTK_WIDGET (stack), ADW_TYPE_STATUS_PAGE),
                                GTK_TYPE_BUTTON);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
  g_assert_false (gtk_widget_get_visible (button));
  ent_map_view_set_empty_act (fixture->view, "Import", "window.close");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "window.close");
  ent_map_view_set_region (fixture->view, map_region ());
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "map");
}

static void
test_first_view_is_never_empty (Fixture *fixture, gconstpointer unused)
{
  show (fixture);
  leave_picture (fixture, "village-light.png");
}

static void
test_dark_follows_the_style (Fixture *fixture, gconstpointer unused)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  show (fixture);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  map_wait (200);
  map_wait_for (is_drawn, fixture);
  leave_picture (fixture, "village-dark.png");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* What the library keeps on the disk holds no tile: nothing of what was looked at stays behind. */
static void
test_no_tile_is_kept_on_the_disk (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (map_cache_folder (), "shumate", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  show (fixture);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_assert_true (g_str_has_prefix (name, "cache.db"));
          continue;
        }
      g_autoptr (GDir) inner = g_dir_open (path, 0, NULL);
      g_assert_null (g_dir_read_name (inner));
    }
}

static void
test_keys_move_and_zoom (Fixture *fixture, gconstpointer unused)
{
  ShumateViewport *viewport = get_viewport (fixture);
  double zoom, longitude;

  show (fixture);
  zoom = shumate_viewport_get_zoom_level (viewport);
  press (fixture, GDK_KEY_plus);
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), floor (zoom) + 1,
                                  1e-6);
  press (fixture, GDK_KEY_minus);
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), floor (zoom), 1e-6);
  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  press (fixture, GDK_KEY_Right);
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), >, longitude);
  press (fixture, GDK_KEY_Home);
  g_assert_true (ent_box_contains (
      ent_tile_get_box (map_region ()),
      (EntPoint) { shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                   shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) }));
}

static void
test_tab_goes_along_the_rounds (Fixture *fixture, gconstpointer unused)
{
  EntMapMarks *marks;
  GListModel *stops = ent_map_content_get_stops (fixture->content);

  show (fixture);
  marks = get_marks (fixture);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (EntMapStop) stop = g_list_model_get_item (stops, i);

      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (marks), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_has_focus (ent_map_marks_find (marks, stop)));
    }
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (marks), GTK_DIR_TAB_BACKWARD));
}

static GtkWidget *
popover_cb (EntMapStop *stop, gpointer data)
{
  *(EntMapStop **) data = stop;
  return gtk_label_new (stop->title);
}

static void
test_selection_is_the_tables_too (Fixture *fixture, gconstpointer unused)
{
  GtkListView *list = GTK_LIST_VIEW (
      map_find (GTK_WIDGET (ent_map_pane_get_table (ENT_MAP_PANE (fixture->pane))),
                GTK_TYPE_LIST_VIEW));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  g_autoptr (EntMapStop)
                stop = g_list_model_get_item (ent_map_content_get_stops (fixture->content), 5);
  EntMapStop *shown = NULL;

  show (fixture);
  ent_map_view_set_popover_func (fixture->view, popover_cb, &shown, NULL);
  g_assert_null (gtk_single_selection_get_selected_item (selection));
  g_signal_emit_by_name (ent_map_marks_find (get_marks (fixture), stop), "activated");
  g_assert_true (gtk_single_selection_get_selected_item (selection) == stop);
  g_assert_true (shown == stop);
  gtk_single_selection_set_selected (selection, 2);
  g_assert_cmpint (ent_map_content_get_selected (fixture->content)->id, ==, 2);
  map_wait (300);
  leave_picture (fixture, "village-selected.png");
  ent_map_content_select (fixture->content, NULL);
  g_assert_null (gtk_single_selection_get_selected_item (selection));
}

static void
pin_moved_cb (EntMapView *view, double latitude, double longitude, gboolean done, EntPoint *place)
{
  g_assert_true (done);
  *place = (EntPoint) { latitude, longitude };
}

static void
test_pin_is_nudged (Fixture *fixture, gconstpointer unused)
{
  EntPoint start = ent_box_centre (ent_tile_get_core (map_region ())), told = { NAN, NAN };
  GtkWidget *pin;

  show (fixture);
  ent_map_view_set_pin (fixture->view, start, TRUE);
  ent_map_view_show_place (fixture->view, start, 17);
  map_wait (200);
  g_signal_connect (fixture->view, "pin-moved", G_CALLBACK (pin_moved_cb), &told);
  pin = ent_map_marks_find (get_marks (fixture), NULL);
  g_signal_emit_by_name (pin, "nudged", 10, 0);
  g_assert_cmpfloat (told.longitude, >, start.longitude);
  g_assert_cmpfloat_with_epsilon (told.latitude, start.latitude, 1e-7);
  /* Ten pixels at zoom 17 are a little over two metres here. */
  g_assert_cmpfloat (ent_geo_distance (start, told), <, 6.0);
  g_assert_cmpfloat (ent_geo_distance (start, told), >, 0.5);
  leave_picture (fixture, "village-houses.png");
  ent_map_view_set_pin (fixture->view, (EntPoint) { NAN, NAN }, FALSE);
  g_assert_false (ent_point_is_valid (ent_map_view_get_pin (fixture->view)));
}

static void
test_what_lies_outside_is_said (Fixture *fixture, gconstpointer unused)
{
  GtkRevealer *notice;

  show (fixture);
  notice = GTK_REVEALER (map_find (GTK_WIDGET (fixture->view), GTK_TYPE_REVEALER));
  g_assert_false (gtk_revealer_get_reveal_child (notice));
  ent_map_view_show_place (fixture->view, (EntPoint) { 48.85, 2.35 }, 12);
  g_assert_true (gtk_revealer_get_reveal_child (notice));
  ent_map_view_fit (fixture->view);
  g_assert_false (gtk_revealer_get_reveal_child (notice));
}

static void
test_narrow_puts_the_table_in_a_sheet (Fixture *fixture, gconstpointer unused)
{
  AdwBottomSheet *sheet = ADW_BOTTOM_SHEET (map_find (fixture->pane, ADW_TYPE_BOTTOM_SHEET));
  GtkWidget *table = GTK_WIDGET (ent_map_pane_get_table (ENT_MAP_PANE (fixture->pane)));

  show (fixture);
  g_assert_true (adw_bottom_sheet_get_reveal_bottom_bar (sheet));
  g_assert_true (gtk_widget_is_ancestor (table, adw_bottom_sheet_get_sheet (sheet)));
  g_assert_cmpint (gtk_widget_get_width (fixture->map), >, 300);
  leave_picture (fixture, "village-narrow.png");
}

static void
test_looks_are_all_different (void)
{
  for (guint i = 0; i < 40; i++)
    for (guint j = 0; j < i; j++)
      {
        EntMapStyle a = ent_map_palette_get (i), b = ent_map_palette_get (j);

        g_assert_true (a.shape != b.shape || !gdk_rgba_equal (&a.colour, &b.colour));
      }
}

static void
test_shared_streets_get_lanes (void)
{
  const EntPoint there[] = { { 50.0, 5.0 }, { 50.001, 5.0 }, { 50.002, 5.001 } };
  const EntPoint back[] = { { 50.001, 5.0 }, { 50.0, 5.0 } };
  const EntMapWay ways[] = { { there, 3 }, { back, 2 } };
  g_autoptr (GPtrArray) lanes = ent_map_lanes (ways, 2);
  const float *first = lanes->pdata[0], *second = lanes->pdata[1];

  /* Both are told by the right of their own direction: the same sign is the other side. */
  g_assert_cmpfloat (fabsf (first[0]), ==, 0.5f);
  g_assert_cmpfloat (second[0], ==, first[0]);
  g_assert_cmpfloat (first[1], ==, 0.0f);
}

/* Two rounds along a winding street do not change sides at its bends. */
static void
test_lanes_stay_on_their_side (void)
{
  const EntPoint bends[] = {
    { 50.0, 5.0 }, { 50.001, 5.001 }, { 50.0, 5.002 }, { 49.999, 5.001 }, { 49.998, 5.002 }
  };
  const EntMapWay ways[] = { { bends, 5 }, { bends, 5 } };
  g_autoptr (GPtrArray) lanes = ent_map_lanes (ways, 2);

  for (guint way = 0; way < 2; way++)
    for (guint i = 0; i < 4; i++)
      g_assert_cmpfloat (((const float *) lanes->pdata[way])[i], ==, way == 0 ? -0.5f : 0.5f);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  map_init (&argc, &argv);

  ADD ("/map-view/empty-state-offers-its-act", test_empty_state_offers_its_act);
  ADD ("/map-view/first-view-is-never-empty", test_first_view_is_never_empty);
  ADD ("/map-view/dark-follows-the-style", test_dark_follows_the_style);
  ADD ("/map-view/no-tile-is-kept-on-the-disk", test_no_tile_is_kept_on_the_disk);
  ADD ("/map-view/keys-move-and-zoom", test_keys_move_and_zoom);
  ADD ("/map-view/tab-goes-along-the-rounds", test_tab_goes_along_the_rounds);
  ADD ("/map-view/selection-is-the-tables-too", test_selection_is_the_tables_too);
  ADD ("/map-view/pin-is-nudged", test_pin_is_nudged);
  ADD ("/map-view/what-lies-outside-is-said", test_what_lies_outside_is_said);
  g_test_add ("/map-view/narrow-puts-the-table-in-a-sheet", Fixture, GINT_TO_POINTER (360), set_up,
              test_narrow_puts_the_table_in_a_sheet, tear_down);
  g_test_add_func ("/map-view/looks-are-all-different", test_looks_are_all_different);
  g_test_add_func ("/map-view/shared-streets-get-lanes", test_shared_streets_get_lanes);
  g_test_add_func ("/map-view/lanes-stay-on-their-side", test_lanes_stay_on_their_side);
  return map_run ();
}
