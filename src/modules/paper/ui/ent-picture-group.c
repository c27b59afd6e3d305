/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as part of a form. Main thread; files are read in a thread. */

#include "ent-picture-group.h"

#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntPictureGroup
{
  AdwPreferencesGroup parent_instance;

  GtkStack *stack;
  GtkPicture *picture;
  GtkLabel *message;
  GtkWidget *remove_button;
  GtkWidget *spinner;

  EntPictureFileConvert convert;
  GBytes *bytes;
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPictureGroup, ent_picture_group, ADW_TYPE_PREFERENCES_GROUP)

static void
warn_when_small (EntPictureGroup *self)
{
  int width;

  if (self->convert == NULL && ent_picture_file_check (self->bytes, &width, NULL, NULL) &&
      width < ENT_PICTURE_FILE_GOOD_WIDTH)
    ent_picture_group_set_message (self, _ ("This picture is small and will look coarse on paper: "
                                            "300 pixels or more are better."));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPictureGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_picture_file_choose_finish (result, &error);

  gtk_widget_set_visible (self->spinner, FALSE);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ent_picture_group_set_message (self, error->message);
  if (bytes == NULL)
    return;
  ent_picture_group_set_picture (self, bytes);
  warn_when_small (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_cb (EntPictureGroup *self)
{
  ent_picture_group_set_message (self, NULL);
  gtk_widget_set_visible (self->spinner, TRUE);
  ent_picture_file_choose_async (GTK_WIDGET (self), self->convert, self->cancellable, chosen_cb,
                                 g_object_ref (self));
}

static void
remove_cb (EntPictureGroup *self)
{
  ent_picture_group_set_picture (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ent_picture_group_dispose (GObject *object)
{
  EntPictureGroup *self = ENT_PICTURE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_PICTURE_GROUP);
  G_OBJECT_CLASS (ent_picture_group_parent_class)->dispose (object);
}

static void
ent_picture_group_class_init (EntPictureGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_picture_group_dispose;
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_PICTURE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-picture-group.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPictureGroup, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPictureGroup, picture);
  gtk_widget_class_bind_template_child (widget_class, EntPictureGroup, message);
  gtk_widget_class_bind_template_child (widget_class, EntPictureGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, EntPictureGroup, spinner);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ent_picture_group_init (EntPictureGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_picture_group_new (const char *title, const char *description, EntPictureFileConvert convert)
{
  EntPictureGroup *self = g_object_new (ENT_TYPE_PICTURE_GROUP, "title", title, "description",
                                        description, NULL);

  self->convert = convert;
  gtk_picture_set_alternative_text (self->picture, title);
  return GTK_WIDGET (self);
}

void
ent_picture_group_set_picture (EntPictureGroup *self, GBytes *picture)
{
  g_autoptr (GdkTexture) texture = NULL;

  if (picture != NULL)
    texture = gdk_texture_new_from_bytes (picture, NULL);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = picture != NULL ? g_bytes_ref (picture) : NULL;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, texture != NULL ? "picture" : "none");
  gtk_widget_set_visible (self->remove_button, picture != NULL);
  ent_picture_group_set_message (self, NULL);
}

GBytes *
ent_picture_group_get_picture (EntPictureGroup *self)
{
  return self->bytes;
}

void
ent_picture_group_set_message (EntPictureGroup *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->message), message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
