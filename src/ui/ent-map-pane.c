/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map and its table together. Main thread. */
#include "ent-map-pane.h"

#include <glib/gi18n-lib.h>

struct _EntMapPane
{
  AdwBreakpointBin parent_instance;

  AdwBottomSheet *sheet;
  AdwBin *side_bin;
  AdwBin *sheet_bin;
  EntMapView *view;
  EntMapTable *table;
  GtkLabel *bar_label;
  EntMapContent *content;
};

G_DEFINE_FINAL_TYPE (EntMapPane, ent_map_pane, ADW_TYPE_BREAKPOINT_BIN)

/* The bar of the closed sheet says what is selected, or what there is. */
static void
update_bar (EntMapPane *self)
{
  EntMapStop *stop = self->content != NULL ? ent_map_content_get_selected (self->content) : NULL;
  guint n = self->content != NULL
                ? g_list_model_get_n_items (ent_map_content_get_stops (self->content))
                : 0;
  g_autofree char *text = NULL;

  if (stop != NULL)
    text = g_strjoin (" · ", stop->label != NULL ? stop->label : "",
                      stop->title != NULL ? stop->title : "", NULL);
  else
    text = g_strdup_printf (ngettext ("%u stop", "%u stops", n), n);
  gtk_label_set_text (self->bar_label, text);
}

/* Whoever chooses in the sheet wants to see the place on the map below it. */
static void
table_activated_cb (EntMapPane *self, EntMapStop *stop)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  if (ent_point_is_valid (stop->place))
    ent_map_view_show_place (self->view, stop->place, 15);
}

static void
move_table (EntMapPane *self, AdwBin *from, AdwBin *to)
{
  g_object_ref (self->table);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, GTK_WIDGET (self->table));
  g_object_unref (self->table);
}

static void
narrow_cb (EntMapPane *self)
{
  move_table (self, self->side_bin, self->sheet_bin);
}

static void
wide_cb (EntMapPane *self)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  move_table (self, self->sheet_bin, self->side_bin);
}

static void
ent_map_pane_dispose (GObject *object)
{
  EntMapPane *self = ENT_MAP_PANE (object);

  ent_map_pane_set_content (self, NULL);
  G_OBJECT_CLASS (ent_map_pane_parent_class)->dispose (object);
}

static void
ent_map_pane_class_init (EntMapPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_map_pane_dispose;
  g_type_ensure (ENT_TYPE_MAP_VIEW);
  g_type_ensure (ENT_TYPE_MAP_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entraide/Entraide/ui/map/ent-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, side_bin);
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, sheet_bin);
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, table);
  gtk_widget_class_bind_template_child (widget_class, EntMapPane, bar_label);
  gtk_widget_class_bind_template_callback (widget_class, table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
ent_map_pane_init (EntMapPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_bar (self);
}

GtkWidget *
ent_map_pane_new (void)
{
  return g_object_new (ENT_TYPE_MAP_PANE, NULL);
}

void
ent_map_pane_set_content (EntMapPane *self, EntMapContent *content)
{
  if (content == self->content)
    return;
  if (self->content != NULL)
    g_signal_handlers_disconnect_by_data (self->content, self);
  g_set_object (&self->content, content);
  if (content != NULL)
    {
      g_signal_connect_object (content, "changed", G_CALLBACK (update_bar), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (content, "notify::selected", G_CALLBACK (update_bar), self,
                               G_CONNECT_SWAPPED);
      update_bar (self);
    }
  ent_map_view_set_content (self->view, content);
  ent_map_table_set_content (self->table, content);
}

EntMapView *
ent_map_pane_get_view (EntMapPane *self)
{
  return self->view;
}

EntMapTable *
ent_map_pane_get_table (EntMapPane *self)
{
  return self->table;
}
