/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of a region with rounds, stops and a pin on it. Main thread. */
#include "ent-map-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <shumate/shumate.h>

#include "ent-map-camera.h"
#include "ent-map-labels.h"
#include "ent-map-marks.h"
#include "ent-map-project.h"
#include "ent-map-routes.h"
#include "ent-map-style.h"

#define PAN_STEP 0.15
#define FAR_PAN_STEP 0.5
#define FIT_ZOOM 16
/* A click that moved farther was a drag. */
#define CLICK_PIXELS 5.0

struct _EntMapView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkButton *none_button;
  GtkOverlay *overlay;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  AdwBin *scale_bin;
  GtkLabel *attribution_label;

  ShumateMap *map;
  EntMapCamera *camera;
  ShumateLayer *ground; /* borrowed from the map, as the next */
  ShumateLayer *labels;
  EntMapRoutes *routes;
  EntMapMarks *marks;
  EntMapSource *source;
  EntRegion *region;
  EntBox box; /* of the region */
  EntBox core; /* where nearly all of it lies */
  EntMapContent *content;
  GtkWidget *popover;
  EntMapPopoverFunc popover_func;
  gpointer popover_data;
  GDestroyNotify popover_destroy;
  double pressed_x, pressed_y;
};

enum
{
  PIN_MOVED,
  PLACE_CLICKED,
  STOP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapView, ent_map_view, ADW_TYPE_BIN)

static void
close_popover (EntMapView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static guint
count_outside (EntMapView *self)
{
  GListModel *stops = self->content != NULL ? ent_map_content_get_stops (self->content) : NULL;
  guint n = 0;

  for (guint i = 0; stops != NULL && i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr(EntMapStop) stop = g_list_model_get_item (stops, i);

      n += ent_point_is_valid (stop->place) && !ent_box_contains (self->box, stop->place) ? 1 : 0;
    }
  return n;
}

/* Says when what is looked at is not in the region: an empty map would look like a fault. */
static void
update_notice (EntMapView *self)
{
  EntBox view = ent_map_camera_get_view (self->camera);
  guint n_outside = count_outside (self);
  g_autofree char *text = NULL;

  if (self->region == NULL || ent_box_is_empty (view))
    return;
  if (!ent_box_contains (self->box, ent_box_centre (view)))
    text = g_strdup (_ ("This part is not in the imported region."));
  else if (n_outside > 0)
    text = g_strdup_printf (ngettext ("%u stop lies outside the imported region.",
                                      "%u stops lie outside the imported region.", n_outside),
                            n_outside);
  if (text != NULL)
    gtk_label_set_text (self->notice_label, text);
  gtk_revealer_set_reveal_child (self->notice_revealer, text != NULL);
}

static void
viewport_changed_cb (EntMapView *self)
{
  close_popover (self);
  update_notice (self);
}

static void
remove_layer (EntMapView *self, gpointer layer)
{
  if (layer != NULL && gtk_widget_get_parent (layer) == GTK_WIDGET (self->map))
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (layer));
}

/* The layers from the ground up, in the colours of the hour. */
static void
update_layers (EntMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr(ShumateMapSource) ground = NULL;
  g_autoptr(ShumateMapSource) labels = NULL;

  remove_layer (self, self->ground);
  remove_layer (self, self->routes);
  remove_layer (self, self->labels);
  remove_layer (self, self->marks);
  self->ground = self->labels = NULL;
  if (self->source != NULL)
    {
      ground = ent_map_style_new_renderer (ENT_MAP_STYLE_GROUND, dark, self->source);
      labels = ent_map_style_new_renderer (ENT_MAP_STYLE_LABELS, dark, self->source);
      shumate_viewport_set_reference_map_source (viewport, ground);
      self->ground = SHUMATE_LAYER (shumate_map_layer_new (ground, viewport));
      self->labels = SHUMATE_LAYER (
          ent_map_labels_new (labels, viewport, ent_map_style_get_colour ("halo", dark)));
      shumate_map_add_layer (self->map, self->ground);
    }
  ent_map_routes_set_dark (self->routes, dark);
  ent_map_marks_set_dark (self->marks, dark);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->routes));
  if (self->labels != NULL)
    shumate_map_add_layer (self->map, self->labels);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->marks));
}

static void
show_popover (EntMapView *self, EntMapStop *stop)
{
  GtkWidget *mark = ent_map_marks_find (self->marks, stop);
  GtkWidget *child;
  graphene_rect_t bounds;

  close_popover (self);
  if (self->popover_func == NULL || mark == NULL ||
      !gtk_widget_compute_bounds (mark, GTK_WIDGET (self), &bounds))
    return;
  child = self->popover_func (stop, self->popover_data);
  if (child == NULL)
    return;
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), child);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
selected_cb (EntMapView *self)
{
  EntMapStop *stop = ent_map_content_get_selected (self->content);

  ent_map_marks_set_selected (self->marks, stop);
  ent_map_routes_set_selected (self->routes, stop != NULL ? stop->route : NULL);
  if (stop != NULL && ent_point_is_valid (stop->place))
    ent_map_camera_show (self->camera, stop->place, 0);
  else
    close_popover (self);
}

static void
content_changed_cb (EntMapView *self)
{
  close_popover (self);
  ent_map_routes_set (self->routes, ent_map_content_get_routes (self->content));
  ent_map_marks_set (self->marks, ent_map_content_get_stops (self->content));
  update_notice (self);
}

static void
stop_activated_cb (EntMapView *self, EntMapStop *stop)
{
  ent_map_content_select (self->content, stop);
  show_popover (self, stop);
  g_signal_emit (self, signals[STOP_ACTIVATED], 0, stop);
}

static void
stop_focused_cb (EntMapView *self, EntMapStop *stop)
{
  ent_map_camera_show (self->camera, stop->place, 0);
}

static void
pin_moved_cb (EntMapView *self, gboolean done)
{
  EntPoint pin = ent_map_marks_get_pin (self->marks);

  if (done)
    ent_map_camera_show (self->camera, pin, 0);
  g_signal_emit (self, signals[PIN_MOVED], 0, pin.latitude, pin.longitude, done);
}

static void
pressed_cb (EntMapView *self, int n_press, double x, double y, GtkGestureClick *click)
{
  self->pressed_x = x;
  self->pressed_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
released_cb (EntMapView *self, int n_press, double x, double y, GtkGestureClick *click)
{
  EntPoint place;

  if (n_press != 1 || hypot (x - self->pressed_x, y - self->pressed_y) > CLICK_PIXELS)
    return;
  place = ent_map_project_from_widget (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map),
                                       x, y);
  if (self->content != NULL)
    ent_map_content_select (self->content, NULL);
  g_signal_emit (self, signals[PLACE_CLICKED], 0, place.latitude, place.longitude);
}

/* Before the map and the marks see the key: they have arrow keys of their own. */
static gboolean
key_pressed_cb (EntMapView *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *pin = ent_map_marks_find (self->marks, NULL);
  double step = (state & GDK_SHIFT_MASK) != 0 ? FAR_PAN_STEP : PAN_STEP;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->overlay)) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      ent_map_camera_zoom (self->camera, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      ent_map_camera_zoom (self->camera, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ent_map_view_show_region (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (focus == pin)
        return GDK_EVENT_PROPAGATE;
      ent_map_camera_pan (self->camera,
                          key == GDK_KEY_Left    ? -step
                          : key == GDK_KEY_Right ? step
                                                 : 0.0,
                          key == GDK_KEY_Up     ? -step
                          : key == GDK_KEY_Down ? step
                                                : 0.0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *unused)
{
  ent_map_camera_zoom (ENT_MAP_VIEW (widget)->camera, 1);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *unused)
{
  ent_map_camera_zoom (ENT_MAP_VIEW (widget)->camera, -1);
}

static void
fit (GtkWidget *widget, const char *action, GVariant *unused)
{
  ent_map_view_fit (ENT_MAP_VIEW (widget));
}

static void
ent_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntMapView *self = ENT_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (ent_map_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ent_map_view_dispose (GObject *object)
{
  EntMapView *self = ENT_MAP_VIEW (object);

  close_popover (self);
  ent_map_view_set_content (self, NULL);
  ent_map_view_set_popover_func (self, NULL, NULL, NULL);
  g_clear_pointer (&self->camera, ent_map_camera_free);
  g_clear_object (&self->routes);
  g_clear_object (&self->marks);
  g_clear_object (&self->source);
  g_clear_pointer (&self->region, ent_region_unref);
  G_OBJECT_CLASS (ent_map_view_parent_class)->dispose (object);
}

static void
ent_map_view_class_init (EntMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_map_view_dispose;
  widget_class->size_allocate = ent_map_view_size_allocate;

  signals[PIN_MOVED] = g_signal_new ("pin-moved", ENT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE,
                                     G_TYPE_BOOLEAN);
  signals[PLACE_CLICKED] = g_signal_new ("place-clicked", ENT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE,
                                         G_TYPE_DOUBLE);
  signals[STOP_ACTIVATED] = g_signal_new ("stop-activated", ENT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_MAP_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entraide/Entraide/ui/map/ent-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, none_page);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, none_button);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, notice_label);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, scale_bin);
  gtk_widget_class_bind_template_child (widget_class, EntMapView, attribution_label);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit);
}

/* North stays up: there is nothing to turn the map back with. */
static void
forbid_turning (ShumateMap *map)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_GESTURE_ROTATE (controller))
        gtk_widget_remove_controller (GTK_WIDGET (map), controller);
    }
}

static void
make_map (EntMapView *self)
{
  ShumateViewport *viewport;

  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  forbid_turning (self->map);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->map), "map-ground");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Arrow keys move the map, plus and minus zoom, Home shows the whole region, Tab goes from "
         "stop to stop. The list tells the same in words."),
      -1);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
  self->camera = ent_map_camera_new (self->map);
  self->routes = g_object_ref_sink (ent_map_routes_new (viewport));
  self->marks = g_object_ref_sink (ent_map_marks_new (viewport));
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "stop-activated", G_CALLBACK (stop_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "stop-focused", G_CALLBACK (stop_focused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "pin-moved", G_CALLBACK (pin_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_map_view_init (EntMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  ShumateScale *scale;

  self->box = self->core = ent_box_empty ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_map_view_set_empty_reason (self, NULL);
  make_map (self);
  scale = shumate_scale_new (shumate_map_get_viewport (self->map));
  shumate_scale_set_unit (scale, SHUMATE_UNIT_METRIC);
  adw_bin_set_child (self->scale_bin, GTK_WIDGET (scale));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_layers), self, G_CONNECT_SWAPPED);
  update_layers (self);
}

GtkWidget *
ent_map_view_new (void)
{
  return g_object_new (ENT_TYPE_MAP_VIEW, NULL);
}

void
ent_map_view_set_region (EntMapView *self, EntRegion *region)
{
  g_auto(GStrv) attributions = region != NULL ? ent_region_dup_attributions (region) : NULL;
  g_autofree char *attribution = attributions != NULL ? g_strjoinv (" · ", attributions) : NULL;

  if (region == self->region)
    return;
  g_clear_object (&self->source);
  g_clear_pointer (&self->region, ent_region_unref);
  self->box = self->core = ent_box_empty ();
  if (region != NULL)
    {
      self->region = ent_region_ref (region);
      self->source = ent_map_source_new (region,
                                         ent_tile_language_of_locale (g_get_language_names ()[0]));
      self->box = ent_tile_get_box (region);
      self->core = ent_tile_get_core (region);
    }
  gtk_label_set_text (self->attribution_label, attribution != NULL ? attribution : "");
  gtk_stack_set_visible_child_name (self->stack, region != NULL ? "map" : "none");
  update_layers (self);
  ent_map_view_fit (self);
}

void
ent_map_view_set_empty_reason (EntMapView *self, const char *reason)
{
  g_autofree char *plain = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  adw_status_page_set_title (self->none_page,
                             reason != NULL ? _ ("The map cannot be shown") : _ ("No map yet"));
  adw_status_page_set_description (self->none_page,
                                   plain != NULL ? plain
                                                 : _ ("The map of the region must be imported "
                                                      "once. It then works without any network."));
}

void
ent_map_view_set_empty_act (EntMapView *self, const char *label, const char *action)
{
  if (label != NULL)
    gtk_button_set_label (self->none_button, label);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->none_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->none_button), label != NULL && action != NULL);
}

void
ent_map_view_set_content (EntMapView *self, EntMapContent *content)
{
  if (content == self->content)
    return;
  if (self->content != NULL)
    g_signal_handlers_disconnect_by_data (self->content, self);
  g_set_object (&self->content, content);
  if (content == NULL)
    return;
  g_signal_connect_object (content, "changed", G_CALLBACK (content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  content_changed_cb (self);
  ent_map_view_fit (self);
  selected_cb (self);
}

void
ent_map_view_fit (EntMapView *self)
{
  EntBox box = self->content != NULL ? ent_map_content_get_box (self->content) : ent_box_empty ();

  ent_map_camera_fit (self->camera, ent_box_is_empty (box) ? self->core : box, FIT_ZOOM);
}

void
ent_map_view_show_region (EntMapView *self)
{
  ent_map_camera_fit (self->camera, self->core, FIT_ZOOM);
}

void
ent_map_view_show_place (EntMapView *self, EntPoint place, guint least_zoom)
{
  ent_map_camera_show (self->camera, place, least_zoom);
}

void
ent_map_view_set_pin (EntMapView *self, EntPoint place, gboolean movable)
{
  ent_map_marks_set_pin (self->marks, place, movable);
}

EntPoint
ent_map_view_get_pin (EntMapView *self)
{
  return ent_map_marks_get_pin (self->marks);
}

void
ent_map_view_set_popover_func (EntMapView *self,
                               EntMapPopoverFunc func,
                               gpointer data,
                               GDestroyNotify destroy)
{
  if (self->popover_destroy != NULL)
    self->popover_destroy (self->popover_data);
  self->popover_func = func;
  self->popover_data = data;
  self->popover_destroy = destroy;
}
