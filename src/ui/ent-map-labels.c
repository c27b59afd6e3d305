/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names on the map, with a halo. Main thread. */
#include "ent-map-labels.h"

#include <gtk/gtk.h>

struct _EntMapLabels
{
  ShumateLayer parent_instance;

  GtkWidget *labels;
  GdkRGBA halo;
};

G_DEFINE_FINAL_TYPE (EntMapLabels, ent_map_labels, SHUMATE_TYPE_LAYER)

/* Sharp copies all round make an outline at a fraction of what a blur costs. */
static void
ent_map_labels_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapLabels *self = ENT_MAP_LABELS (widget);
  static const float steps[][2] = { { 1, 0 },          { -1, 0 },         { 0, 1 },
                                    { 0, -1 },         { 0.75f, 0.75f },  { -0.75f, 0.75f },
                                    { 0.75f, -0.75f }, { -0.75f, -0.75f } };
  GskShadow shadows[G_N_ELEMENTS (steps)];

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    shadows[i] = (GskShadow) { self->halo, steps[i][0] * 1.2f, steps[i][1] * 1.2f, 0 };
  gtk_snapshot_push_shadow (snapshot, shadows, G_N_ELEMENTS (shadows));
  gtk_widget_snapshot_child (widget, self->labels, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
ent_map_labels_dispose (GObject *object)
{
  EntMapLabels *self = ENT_MAP_LABELS (object);

  g_clear_pointer (&self->labels, gtk_widget_unparent);
  G_OBJECT_CLASS (ent_map_labels_parent_class)->dispose (object);
}

static void
ent_map_labels_class_init (EntMapLabelsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_map_labels_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ent_map_labels_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "map-labels");
}

static void
ent_map_labels_init (EntMapLabels *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

EntMapLabels *
ent_map_labels_new (ShumateMapSource *labels, ShumateViewport *viewport, GdkRGBA halo)
{
  EntMapLabels *self = g_object_new (ENT_TYPE_MAP_LABELS, "viewport", viewport, NULL);

  self->halo = halo;
  self->labels = GTK_WIDGET (shumate_map_layer_new (labels, viewport));
  /* Hundreds of names in no order tell a screen reader nothing; the table tells what matters. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->labels), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  gtk_widget_set_parent (self->labels, GTK_WIDGET (self));
  return self;
}
