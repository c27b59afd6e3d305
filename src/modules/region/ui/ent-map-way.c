/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All three ways are found at once, for they are compared; the switch says which one is drawn. Main
 * thread. */

#include "ent-map-way.h"

#include "ent-map-ways.h"
#include "ent-place-search.h"
#include "ent-regions.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *row; /* AdwEntryRow */
  GtkToggleButton *pick;
  EntPlaceSearch *search; /* borrowed: the row owns it */
  gboolean known;
  EntPoint point;
} End;

struct _EntMapWay
{
  AdwBin parent_instance;

  GtkWidget *from_row, *to_row;
  GtkToggleButton *from_pick, *to_pick;
  GtkWidget *swap_button, *clear_button;
  GtkLabel *hint;
  AdwToggleGroup *modes;
  GtkListBox *table;

  End ends[ENT_WAY_N_ENDS];
  GtkWidget *rows[ENT_ROAD_N_MODES];
  GtkLabel *figures[ENT_ROAD_N_MODES];
  EntMapWays *ways; /* NULL: not asked, or not yet found */
  GCancellable *finding;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PICKING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapWay, ent_map_way, ADW_TYPE_BIN)

static EntRoadMode
chosen_mode (EntMapWay *self)
{
  return (EntRoadMode) MIN (adw_toggle_group_get_active (self->modes), ENT_ROAD_N_MODES - 1);
}

static const EntRoute *
route_of (EntMapWay *self, EntRoadMode mode)
{
  const EntRoute *route = self->ways != NULL ? self->ways->routes[mode] : NULL;

  return route != NULL && route->seconds != ENT_ROADS_NEVER ? route : NULL;
}

static char *
figures_text (EntMapWay *self, EntRoadMode mode)
{
  const EntRoute *route = route_of (self, mode);
  g_autofree char *time = NULL;
  g_autofree char *length = NULL;

  if (self->ways == NULL)
    return g_strdup ("—");
  if (route == NULL)
    return g_strdup (_ ("No way"));
  time = ent_map_ways_time_text (route->seconds);
  length = ent_map_ways_length_text (route->metres);
  return g_strdup_printf ("%s · %s", time, length);
}

/* What the figures do not say: why there are none, or that they begin far from where one stands.
 * Transfer full, NULL when there is nothing to say. */
static char *
hint_text (EntMapWay *self)
{
  EntRoadMode mode = chosen_mode (self);
  g_autofree char *length = NULL;

  if (self->ends[ENT_WAY_FROM].known != self->ends[ENT_WAY_TO].known)
    return g_strdup (_ ("Choose the other end, by its address or on the map."));
  if (self->ways == NULL)
    return NULL;
  if (route_of (self, mode) == NULL)
    return g_strdup (_ ("No road leads from one place to the other this way."));
  if (self->ways->off_road[mode] < ENT_ROADS_WARN_METRES)
    return NULL;
  length = ent_map_ways_length_text ((guint32) self->ways->off_road[mode]);
  /* Translators: a distance, like “230 m” */
  return g_strdup_printf (_ ("One of the places is %s from the nearest road for this way of "
                             "getting about: look whether it is the right one."),
                          length);
}

static void
show (EntMapWay *self)
{
  g_autofree char *hint = hint_text (self);
  gboolean both = self->ends[ENT_WAY_FROM].known && self->ends[ENT_WAY_TO].known;

  for (EntRoadMode mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      g_autofree char *text = figures_text (self, mode);

      gtk_label_set_label (self->figures[mode], text);
      if (mode == chosen_mode (self))
        gtk_widget_add_css_class (GTK_WIDGET (self->figures[mode]), "heading");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->figures[mode]), "heading");
    }
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table), both);
  gtk_widget_set_sensitive (self->swap_button,
                            self->ends[ENT_WAY_FROM].known || self->ends[ENT_WAY_TO].known);
  gtk_widget_set_sensitive (self->clear_button, gtk_widget_get_sensitive (self->swap_button));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
announce (EntMapWay *self)
{
  g_autofree char *text = figures_text (self, chosen_mode (self));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMapWay) self = user_data;
  g_autoptr (GError) error = NULL;
  EntMapWays *ways = ent_map_ways_find_finish (result, &error);

  if (ways == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->ways, ent_map_ways_free);
  self->ways = ways;
  show (self);
  if (ways != NULL)
    announce (self);
  else
    {
      gtk_label_set_label (self->hint, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
    }
}

static void
find (EntMapWay *self)
{
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->ways, ent_map_ways_free);
  show (self);
  if (roads == NULL || !self->ends[ENT_WAY_FROM].known || !self->ends[ENT_WAY_TO].known)
    return;
  self->finding = g_cancellable_new ();
  ent_map_ways_find_async (roads, self->ends[ENT_WAY_FROM].point, self->ends[ENT_WAY_TO].point,
                           self->finding, found_cb, g_object_ref (self));
}

static EntWayEnd
end_of (EntMapWay *self, EntPlaceSearch *search)
{
  return search == self->ends[ENT_WAY_TO].search ? ENT_WAY_TO : ENT_WAY_FROM;
}

static void
address_found_cb (EntMapWay *self, const EntAddressMatch *match, EntPlaceSearch *search)
{
  EntWayEnd end = end_of (self, search);

  self->ends[end].known = TRUE;
  self->ends[end].point = match->point;
  find (self);
  if (!self->ends[ENT_WAY_TO].known)
    gtk_widget_grab_focus (self->to_row);
}

static void
address_missed_cb (EntMapWay *self, EntPlaceSearch *search)
{
  self->ends[end_of (self, search)].known = FALSE;
  find (self);
  gtk_label_set_label (self->hint, _ ("This address is not in the region."));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
}

/* One place is chosen at a time. */
static void
pick_cb (EntMapWay *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (button == self->from_pick ? self->to_pick : self->from_pick,
                                  FALSE);
  g_signal_emit (self, signals[SIGNAL_PICKING], 0);
}

static void
mode_cb (EntMapWay *self)
{
  if (self->figures[0] == NULL)
    return;
  show (self);
  if (self->ways != NULL)
    announce (self);
}

static void
swap_cb (EntMapWay *self)
{
  End *from = &self->ends[ENT_WAY_FROM];
  End *to = &self->ends[ENT_WAY_TO];
  g_autofree char *from_text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (from->row)));
  g_autofree char *to_text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (to->row)));
  EntPoint point = from->point;
  gboolean known = from->known;

  from->point = to->point;
  from->known = to->known;
  to->point = point;
  to->known = known;
  ent_place_search_set_text (from->search, to_text);
  ent_place_search_set_text (to->search, from_text);
  find (self);
}

static void
clear_cb (EntMapWay *self)
{
  ent_map_way_clear (self);
  gtk_widget_grab_focus (self->from_row);
}

static void
add_table_row (EntMapWay *self, EntRoadMode mode, const char *icon_name, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *figures = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_widget_add_css_class (figures, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figures);
  gtk_list_box_append (self->table, row);
  self->rows[mode] = row;
  self->figures[mode] = GTK_LABEL (figures);
}

static void
set_up_end (EntMapWay *self, EntWayEnd end, GtkWidget *row, GtkToggleButton *pick)
{
  self->ends[end].row = row;
  self->ends[end].pick = pick;
  self->ends[end].search = ent_place_search_attach (row);
  gtk_widget_add_css_class (row, "private");
  g_signal_connect_object (self->ends[end].search, "found", G_CALLBACK (address_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ends[end].search, "missed", G_CALLBACK (address_missed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_map_way_dispose (GObject *object)
{
  EntMapWay *self = ENT_MAP_WAY (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_MAP_WAY);
  G_OBJECT_CLASS (ent_map_way_parent_class)->dispose (object);
}

static void
ent_map_way_finalize (GObject *object)
{
  g_clear_pointer (&ENT_MAP_WAY (object)->ways, ent_map_ways_free);
  G_OBJECT_CLASS (ent_map_way_parent_class)->finalize (object);
}

static void
ent_map_way_class_init (EntMapWayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_map_way_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_map_way_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_MAP_WAY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICKING] = g_signal_new ("picking", ENT_TYPE_MAP_WAY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "region/ent-map-way.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, from_row);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, to_row);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, from_pick);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, to_pick);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, swap_button);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, clear_button);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, hint);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, modes);
  gtk_widget_class_bind_template_child (widget_class, EntMapWay, table);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
ent_map_way_init (EntMapWay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_end (self, ENT_WAY_FROM, self->from_row, self->from_pick);
  set_up_end (self, ENT_WAY_TO, self->to_row, self->to_pick);
  add_table_row (self, ENT_ROAD_CAR, "ent-car-symbolic", _ ("By car"));
  add_table_row (self, ENT_ROAD_BICYCLE, "ent-bicycle-symbolic", _ ("By bicycle"));
  add_table_row (self, ENT_ROAD_FOOT, "ent-walk-symbolic", _ ("On foot"));
  show (self);
}

GtkWidget *
ent_map_way_new (void)
{
  return g_object_new (ENT_TYPE_MAP_WAY, NULL);
}

void
ent_map_way_set_end (EntMapWay *self, EntWayEnd end, EntPoint point, const char *label)
{
  self->ends[end].known = TRUE;
  self->ends[end].point = point;
  ent_place_search_set_text (self->ends[end].search,
                             label != NULL ? label : _ ("Place on the map"));
  gtk_toggle_button_set_active (self->ends[end].pick, FALSE);
  find (self);
}

void
ent_map_way_name_end (EntMapWay *self, EntWayEnd end, const char *label)
{
  if (self->ends[end].known)
    ent_place_search_set_text (self->ends[end].search, label);
}

gboolean
ent_map_way_get_end (EntMapWay *self, EntWayEnd end, EntPoint *point)
{
  *point = self->ends[end].point;
  return self->ends[end].known;
}

gboolean
ent_map_way_is_picking (EntMapWay *self, EntWayEnd *end)
{
  for (EntWayEnd i = 0; i < ENT_WAY_N_ENDS; i++)
    if (gtk_toggle_button_get_active (self->ends[i].pick))
      {
        *end = i;
        return TRUE;
      }
  return FALSE;
}

const EntRoute *
ent_map_way_get_route (EntMapWay *self)
{
  return route_of (self, chosen_mode (self));
}

void
ent_map_way_clear (EntMapWay *self)
{
  for (EntWayEnd end = 0; end < ENT_WAY_N_ENDS; end++)
    {
      self->ends[end].known = FALSE;
      ent_place_search_set_text (self->ends[end].search, NULL);
      gtk_toggle_button_set_active (self->ends[end].pick, FALSE);
    }
  find (self);
}
