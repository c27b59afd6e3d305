/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panel stands beside the map, or in a sheet below it where there is no room. The map is drawn
 * anew from what the parts of the panel tell. Main thread. */

#include "ent-map-page.h"

#include "ent-address-ask.h"
#include "ent-address-lines.h"
#include "ent-address-position.h"
#include "ent-date.h"
#include "ent-map-people.h"
#include "ent-map-view.h"
#include "ent-map-way.h"
#include "ent-person.h"
#include "ent-place-search.h"
#include "ent-regions.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CLOSE_ZOOM 17
#define STREET_ZOOM 15

/* Ids of stops that are no homes. */
#define STOP_END(end) (-1 - (gint64) (end))

struct _EntMapPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwBottomSheet *sheet;
  AdwOverlaySplitView *split;
  AdwBin *side, *sheet_bin;
  GtkScrolledWindow *panel;
  EntMapView *map;
  GtkWidget *search_entry;
  GtkWidget *found_list, *found_row;
  EntMapWay *way;
  GtkWidget *people_group, *people_row, *waiting_row;

  EntShell *shell; /* borrowed: the window around */
  EntRegions *regions; /* borrowed: the program's */
  EntPlaceSearch *search; /* borrowed: the entry owns it */
  EntMapContent *content;
  EntMapPeople *people;
  GCancellable *nearing;
  gint64 found_address; /* id of the address with the pin; 0: it is no address of the register */
  EntWayEnd naming; /* which end the nearest address is asked for */
};

G_DEFINE_FINAL_TYPE (EntMapPage, ent_map_page, ADW_TYPE_NAVIGATION_PAGE)

static const EntPoint nowhere = { NAN, NAN };

/* What is on the map. */

static void
add_end (EntMapPage *self, EntWayEnd end, EntMapRoute *route, GPtrArray *stops)
{
  EntPoint point;
  EntMapStop *stop;

  if (!ent_map_way_get_end (self->way, end, &point))
    return;
  stop = ent_map_stop_new (STOP_END (end), point, route);
  ent_map_stop_describe (stop, end == ENT_WAY_FROM ? "A" : "B",
                         end == ENT_WAY_FROM ? _ ("Start of the way") : _ ("End of the way"), NULL);
  g_ptr_array_add (stops, stop);
}

static void
draw (EntMapPage *self)
{
  const EntRoute *way = ent_map_way_get_route (self->way);
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) stops = g_ptr_array_new_with_free_func (g_object_unref);
  EntMapRoute *route = NULL;

  if (way != NULL)
    {
      route = ent_map_route_new (0, _ ("Measured way"), NULL);
      ent_map_route_take_points (route, way->points, way->n_points);
      g_ptr_array_add (routes, route);
    }
  add_end (self, ENT_WAY_FROM, route, stops);
  add_end (self, ENT_WAY_TO, route, stops);
  ent_map_people_add_stops (self->people, ent_map_view_get_pin (self->map), stops);
  ent_map_content_set (self->content, routes, stops);
}

/* What waits for a hand: transfer full. */
static char *
waiting_text (const EntLocationCounts *counts)
{
  guint waiting = (guint) counts->n_waiting;
  guint doubtful = (guint) counts->n_doubtful;
  g_autofree char *off_map = NULL;
  g_autofree char *to_check = NULL;

  if (waiting == 0 && doubtful == 0)
    return g_strdup (_ ("None: all have a place"));
  off_map = g_strdup_printf (ngettext ("%'u without a place", "%'u without a place", waiting),
                             waiting);
  if (doubtful == 0)
    return g_steal_pointer (&off_map);
  /* Translators: pins that were set on the map before the address was changed */
  to_check = g_strdup_printf (ngettext ("%'u pin to check", "%'u pins to check", doubtful),
                              doubtful);
  return waiting > 0 ? g_strdup_printf ("%s · %s", off_map, to_check) : g_steal_pointer (&to_check);
}

static void
show_counts (EntMapPage *self)
{
  const EntLocationCounts *counts = ent_map_people_get_counts (self->people);
  guint n_homes = ent_map_people_get_n_homes (self->people);
  guint placed = (guint) counts->n_placed;
  g_autofree char *on_map = NULL;
  g_autofree char *off_map = waiting_text (counts);

  if (n_homes > ENT_MAP_PEOPLE_MOST)
    on_map = g_strdup_printf (_ ("The %'u homes nearest to the pin, of %'u"),
                              (guint) ENT_MAP_PEOPLE_MOST, n_homes);
  else
    on_map = g_strdup_printf (ngettext ("%'u has a place", "%'u have a place", placed), placed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->people_row), on_map);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->waiting_row), off_map);
}

static void
people_changed_cb (EntMapPage *self)
{
  show_counts (self);
  draw (self);
  if (adw_switch_row_get_active (ADW_SWITCH_ROW (self->people_row)) &&
      !ent_point_is_valid (ent_map_view_get_pin (self->map)))
    ent_map_view_fit (self->map);
}

static void
people_cb (EntMapPage *self)
{
  ent_map_people_set_shown (self->people,
                            adw_switch_row_get_active (ADW_SWITCH_ROW (self->people_row)));
}

static void
way_changed_cb (EntMapPage *self)
{
  if (self->content == NULL)
    return;
  draw (self);
  if (ent_map_way_get_route (self->way) != NULL)
    ent_map_view_fit (self->map);
}

/* The place with the pin. */

static void
show_found (EntMapPage *self, EntPoint point, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->found_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->found_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->found_row), subtitle);
  gtk_widget_set_visible (self->found_list, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.from-here", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.to-here", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.copy", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.correct", FALSE);
  ent_map_view_set_pin (self->map, point, FALSE);
}

static void
forget_found (EntMapPage *self)
{
  gtk_widget_set_visible (self->found_list, FALSE);
  ent_map_view_set_pin (self->map, nowhere, FALSE);
}

static char *
how_sure (const EntAddressMatch *match)
{
  return g_strdup_printf ("%s · %s", ent_address_precision_text (match->precision),
                          match->origin == ENT_ADDRESS_ORIGIN_BEST ? "BeSt Address"
                                                                   : "OpenStreetMap");
}

static void
address_found_cb (EntMapPage *self, const EntAddressMatch *match)
{
  g_autofree char *title = ent_address_match_format (match);
  g_autofree char *sure = how_sure (match);

  show_found (self, match->point, title, sure);
  ent_map_view_show_place (self->map, match->point,
                           match->precision > ENT_ADDRESS_PRECISION_STREET ? CLOSE_ZOOM
                                                                           : STREET_ZOOM);
  adw_bottom_sheet_set_open (self->sheet, FALSE);
}

static void
address_missed_cb (EntMapPage *self)
{
  forget_found (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->found_row),
                                 _ ("This address is not in the region"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->found_row),
                               _ ("Look at the spelling, or try the street alone."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.from-here", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.to-here", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.correct", FALSE);
  gtk_widget_set_visible (self->found_list, TRUE);
}

static void
search_stopped_cb (EntMapPage *self)
{
  ent_place_search_set_text (self->search, NULL);
  forget_found (self);
}

/* Clicking on the map. */

static char *
near_text (const EntAddressNear *near)
{
  g_autofree char *line = ent_address_match_format (near->match);

  if (near->metres < 25)
    return g_steal_pointer (&line);
  /* Translators: an address, and how far from it in metres */
  return g_strdup_printf (_ ("%.0f m from %s"), near->metres, line);
}

static void
here_named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMapPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddressNear) near = ent_address_ask_near_finish (result, &error);
  EntPoint point = ent_map_view_get_pin (self->map);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !ent_point_is_valid (point))
    return;
  text = near != NULL ? near_text (near) : g_strdup (_ ("No known address nearby"));
  show_found (self, point, text, _ ("Place chosen on the map"));
}

static void
end_named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMapPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddressNear) near = ent_address_ask_near_finish (result, &error);
  g_autofree char *text = near != NULL ? near_text (near) : NULL;

  if (text != NULL)
    ent_map_way_name_end (self->way, self->naming, text);
}

static void
ask_name (EntMapPage *self, EntPoint point, GAsyncReadyCallback callback)
{
  g_cancellable_cancel (self->nearing);
  g_clear_object (&self->nearing);
  self->nearing = g_cancellable_new ();
  ent_address_ask_near_async (point, self->nearing, callback, g_object_ref (self));
}

static void
place_clicked_cb (EntMapPage *self, double latitude, double longitude)
{
  EntPoint point = { latitude, longitude };

  if (ent_map_way_is_picking (self->way, &self->naming))
    {
      ent_map_way_set_end (self->way, self->naming, point, NULL);
      ask_name (self, point, end_named_cb);
      return;
    }
  ent_map_view_set_pin (self->map, point, FALSE);
  ask_name (self, point, here_named_cb);
}

/* On a narrow window the map is covered by the panel in which it was asked for. */
static void
picking_cb (EntMapPage *self)
{
  EntWayEnd end;

  if (ent_map_way_is_picking (self->way, &end))
    adw_bottom_sheet_set_open (self->sheet, FALSE);
}

/* What a home tells. */

static void
open_person_cb (EntMapPage *self, AdwActionRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "person");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  ent_shell_open (self->shell, &ent_person_schema, *id);
}

static void
correct (EntMapPage *self, gint64 address_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.map-correct-address", "x", address_id);
}

static void
correct_clicked_cb (EntMapPage *self, GtkWidget *button)
{
  gint64 id = *(const gint64 *) g_object_get_data (G_OBJECT (button), "address");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  correct (self, id);
}

static GtkWidget *
correct_button_new (EntMapPage *self, EntAddress *address)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gint64 id = ent_record_get_id (address);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Correct the place on the map"));
  g_object_set_data_full (G_OBJECT (button), "address", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (correct_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
person_row_new (EntMapPage *self, const EntLocated *place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place->name != NULL ? place->name : "");
  gtk_widget_add_css_class (row, "private");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), correct_button_new (self, place->address));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "person",
                          g_memdup2 (&place->address->person_id, sizeof (gint64)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_person_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_popover (EntMapStop *stop, gpointer user_data)
{
  EntMapPage *self = user_data;
  GPtrArray *home = ent_map_people_get_home (self->people, stop->id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (home != NULL ? stop->detail : stop->title);
  GtkWidget *list;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "private");
  gtk_box_append (GTK_BOX (box), label);
  if (home == NULL)
    return box;
  list = gtk_list_box_new ();
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < home->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), person_row_new (self, g_ptr_array_index (home, i)));
  gtk_widget_set_size_request (list, 240, -1);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

/* The region and the room. */

static void
regions_changed_cb (EntMapPage *self)
{
  EntRegion *region = ent_regions_get_current (self->regions);

  adw_window_title_set_subtitle (self->title, region != NULL ? ent_region_get_name (region) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->panel), region != NULL);
  adw_overlay_split_view_set_show_sidebar (
      self->split, region != NULL && !adw_bottom_sheet_get_reveal_bottom_bar (self->sheet));
  adw_bottom_sheet_set_can_open (self->sheet, region != NULL);
  ent_map_view_set_empty_reason (self->map, ent_regions_get_fault (self->regions));
  if (ent_regions_is_ready (self->regions))
    ent_map_view_set_region (self->map, region);
}

static void
move_panel (EntMapPage *self, AdwBin *from, AdwBin *to)
{
  g_object_ref (self->panel);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, GTK_WIDGET (self->panel));
  g_object_unref (self->panel);
}

static void
narrow_cb (EntMapPage *self)
{
  move_panel (self, self->side, self->sheet_bin);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, TRUE);
  regions_changed_cb (self);
}

static void
wide_cb (EntMapPage *self)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  move_panel (self, self->sheet_bin, self->side);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, FALSE);
  regions_changed_cb (self);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMapPage *self = ENT_MAP_PAGE (widget);

  if (adw_bottom_sheet_get_reveal_bottom_bar (self->sheet))
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_map_view_show_region (ENT_MAP_PAGE (widget)->map);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMapPage *self = ENT_MAP_PAGE (widget);
  EntPoint point = ent_map_view_get_pin (self->map);

  if (ent_point_is_valid (point))
    ent_map_way_set_end (self->way, g_str_equal (name, "map.from-here") ? ENT_WAY_FROM : ENT_WAY_TO,
                         point,
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->found_row)));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMapPage *self = ENT_MAP_PAGE (widget);
  EntPoint point = ent_map_view_get_pin (self->map);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (latitude, sizeof latitude, "%.6f", point.latitude);
  g_ascii_formatd (longitude, sizeof longitude, "%.6f", point.longitude);
  text = g_strdup_printf ("%s, %s", latitude, longitude);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ent_shell_toast (self->shell, _ ("Coordinates copied"), FALSE);
}

static void
correct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  correct (ENT_MAP_PAGE (widget), ENT_MAP_PAGE (widget)->found_address);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search_stopped_cb (ENT_MAP_PAGE (widget));
}

static void
ent_map_page_dispose (GObject *object)
{
  EntMapPage *self = ENT_MAP_PAGE (object);

  g_cancellable_cancel (self->nearing);
  g_clear_object (&self->nearing);
  g_clear_object (&self->content);
  if (self->map != NULL)
    ent_map_view_set_popover_func (self->map, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_MAP_PAGE);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (ent_map_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "place.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "map.region", NULL, region_action);
  gtk_widget_class_install_action (widget_class, "map.from-here", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "map.to-here", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "map.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "map.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "map.forget", NULL, forget_action);
}

static void
ent_map_page_class_init (EntMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_map_page_dispose;

  g_type_ensure (ENT_TYPE_MAP_VIEW);
  g_type_ensure (ENT_TYPE_MAP_WAY);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "region/ent-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, split);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, side);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, sheet_bin);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, panel);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, found_list);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, found_row);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, way);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, people_row);
  gtk_widget_class_bind_template_child (widget_class, EntMapPage, waiting_row);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  install_actions (widget_class);
}

static void
ent_map_page_init (EntMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->regions = ent_regions_get_default ();
  self->content = ent_map_content_new ();
  self->search = ent_place_search_attach (self->search_entry);
  ent_map_view_set_content (self->map, self->content);
  ent_map_view_set_empty_act (self->map, _ ("Import a Region…"), "win.show-preferences::region");
  ent_map_view_set_popover_func (self->map, make_popover, self, NULL);
  g_signal_connect_object (self->search, "found", G_CALLBACK (address_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "missed", G_CALLBACK (address_missed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->way, "changed", G_CALLBACK (way_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->way, "picking", G_CALLBACK (picking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "place-clicked", G_CALLBACK (place_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->regions, "changed", G_CALLBACK (regions_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
ent_map_page_new (EntShell *shell)
{
  EntMapPage *self = g_object_new (ENT_TYPE_MAP_PAGE, NULL);

  self->shell = shell;
  self->people = ent_map_people_new (ent_shell_get_store (shell));
  g_signal_connect_object (self->people, "changed", G_CALLBACK (people_changed_cb), self,
                           G_CONNECT_SWAPPED);
  regions_changed_cb (self);
  show_counts (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
ent_map_page_show_address (EntMapPage *self, const EntLocated *place)
{
  EntPoint point = ent_address_get_position (place->address);
  g_autofree char *line = ent_address_one_line (place->address);

  show_found (self, point, line, place->name != NULL ? place->name : "");
  self->found_address = ent_record_get_id (place->address);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.correct", TRUE);
  ent_map_view_show_place (self->map, point, CLOSE_ZOOM);
}
