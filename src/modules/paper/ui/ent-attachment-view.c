/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The viewer of a piece. A picture is decoded on a thread of its own. Main thread. */

#include "ent-attachment-view.h"

#include "ent-date.h"
#include "ent-pdf-pane.h"
#include "ent-piece-file.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntAttachmentView
{
  AdwBin parent_instance;

  GtkStack *stack;
  EntPdfPane *pane;
  GtkPicture *picture;
  AdwStatusPage *other_page;
  GtkLabel *facts;
  GtkWidget *print_button;
  GtkWidget *verify_button;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntAttachmentView, ent_attachment_view, ADW_TYPE_BIN)

static void
show_other (EntAttachmentView *self, const char *title, const char *sentence)
{
  adw_status_page_set_title (self->other_page, title);
  adw_status_page_set_description (self->other_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "other");
}

static void
run_decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  EntAttachmentView *self = ENT_ATTACHMENT_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_other (self, _ ("The picture cannot be shown"),
                  _ ("It is damaged: it is kept as it was received."));
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
show_picture (EntAttachmentView *self, GBytes *bytes)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, decoded_cb, NULL);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, run_decode);
}

static void
ent_attachment_view_dispose (GObject *object)
{
  EntAttachmentView *self = ENT_ATTACHMENT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_ATTACHMENT_VIEW);
  G_OBJECT_CLASS (ent_attachment_view_parent_class)->dispose (object);
}

static void
ent_attachment_view_class_init (EntAttachmentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_attachment_view_dispose;
  g_type_ensure (ENT_TYPE_PDF_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-attachment-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, pane);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, picture);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, other_page);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, facts);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, print_button);
  gtk_widget_class_bind_template_child (widget_class, EntAttachmentView, verify_button);
}

static void
ent_attachment_view_init (EntAttachmentView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_attachment_view_new (void)
{
  return g_object_new (ENT_TYPE_ATTACHMENT_VIEW, NULL);
}

void
ent_attachment_view_show_facts (EntAttachmentView *self, EntAttachment *piece)
{
  g_autofree char *origin = ent_record_display (piece, "origin");
  g_autofree char *day = ent_day_format (piece->received_on, ENT_DAY_NUMERIC);
  g_autofree char *size = g_format_size ((guint64) MAX (piece->size, 0));
  /* Translators: origin of a piece, the day it was received, its size, who added it */
  g_autofree char *text = g_strdup_printf (_ ("%s on %s · %s · added by %s"), origin, day, size,
                                           piece->author);
  g_autofree char *all = piece->note != NULL ? g_strdup_printf ("%s\n%s", text, piece->note) : NULL;
  gboolean is_pdf = ent_piece_is_pdf (piece->media_type);

  gtk_label_set_text (self->facts, all != NULL ? all : text);
  gtk_widget_set_visible (self->print_button, is_pdf);
  gtk_widget_set_visible (self->verify_button, is_pdf);
  gtk_picture_set_alternative_text (self->picture, piece->title);
}

void
ent_attachment_view_show_bytes (EntAttachmentView *self, EntAttachment *piece, GBytes *bytes)
{
  if (ent_piece_is_pdf (piece->media_type))
    {
      ent_pdf_pane_set_document (self->pane, bytes);
      gtk_stack_set_visible_child_name (self->stack, "pages");
    }
  else if (ent_piece_is_picture (piece->media_type))
    show_picture (self, bytes);
  else
    gtk_stack_set_visible_child_name (self->stack, "other");
}

void
ent_attachment_view_show_failure (EntAttachmentView *self, const char *sentence)
{
  show_other (self, _ ("The piece cannot be read"), sentence);
}
