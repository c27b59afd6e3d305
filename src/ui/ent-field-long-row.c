/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Title above, text below; the page around scrolls, the text does not. Main thread. */

#include "ent-field-long-row.h"

#include "ent-resources.h"

struct _EntFieldLongRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *heading;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (EntFieldLongRow, ent_field_long_row, ADW_TYPE_PREFERENCES_ROW)

static void
ent_field_long_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_FIELD_LONG_ROW);
  G_OBJECT_CLASS (ent_field_long_row_parent_class)->dispose (object);
}

static gboolean
ent_field_long_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_FIELD_LONG_ROW (widget)->view));
}

/* A click beside the text is meant for the text. */
static void
pressed_cb (EntFieldLongRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ent_field_long_row_class_init (EntFieldLongRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_field_long_row_dispose;
  widget_class->grab_focus = ent_field_long_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "widgets/ent-field-long-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFieldLongRow, heading);
  gtk_widget_class_bind_template_child (widget_class, EntFieldLongRow, view);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
ent_field_long_row_init (EntFieldLongRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_field_long_row_new (void)
{
  return g_object_new (ENT_TYPE_FIELD_LONG_ROW, NULL);
}

GtkTextBuffer *
ent_field_long_row_get_buffer (EntFieldLongRow *self)
{
  return gtk_text_view_get_buffer (self->view);
}

GtkWidget *
ent_field_long_row_get_view (EntFieldLongRow *self)
{
  return GTK_WIDGET (self->view);
}

char *
ent_field_long_row_get_text (EntFieldLongRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
ent_field_long_row_add_suffix (EntFieldLongRow *self, GtkWidget *widget)
{
  gtk_box_append (self->heading, widget);
}
