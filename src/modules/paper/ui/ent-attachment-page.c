/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a piece. Its file never changes, so it is read once. Main thread. */

#include "ent-attachment-page.h"

#include "ent-attachment-view.h"
#include "ent-form-dialog.h"
#include "ent-pdf-acts.h"
#include "ent-person.h"
#include "ent-piece-file.h"
#include "ent-shell.h"
#include "ent-text.h"
#include "ent-vault.h"
#include "ent-verify-dialog.h"

#include <glib/gi18n-lib.h>

/* What is remembered of printers for pieces, as for a kind of document. */
#define PRINT_KIND "piece"

struct _EntAttachmentPage
{
  EntRecordPage parent_instance;

  EntAttachmentView *view;
  GBytes *bytes; /* NULL until it was read */
  gboolean reading;
};

G_DEFINE_FINAL_TYPE (EntAttachmentPage, ent_attachment_page, ENT_TYPE_RECORD_PAGE)

static EntAttachment *
piece_of (EntAttachmentPage *self)
{
  return ent_record_page_get_record (ENT_RECORD_PAGE (self));
}

static gpointer
read_bytes (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_vault_get (db, data, error);
}

static void
update_acts (EntAttachmentPage *self)
{
  gboolean is_pdf = ent_piece_is_pdf (piece_of (self)->media_type);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "piece.print", self->bytes != NULL && is_pdf);
  gtk_widget_action_set_enabled (widget, "piece.verify", self->bytes != NULL && is_pdf);
  gtk_widget_action_set_enabled (widget, "piece.save", self->bytes != NULL);
}

static void
bytes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntAttachmentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ent_store_run_finish (ENT_STORE (source), result, &error);

  self->reading = FALSE;
  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      return;
    }
  if (bytes == NULL)
    {
      ent_attachment_view_show_failure (self->view, error->message);
      return;
    }
  self->bytes = bytes;
  ent_attachment_view_show_bytes (self->view, piece_of (self), bytes);
  if (ent_piece_is_pdf (piece_of (self)->media_type))
    ent_pdf_make_draggable (GTK_WIDGET (self->view), bytes);
  update_acts (self);
}

static void
ent_attachment_page_refresh (EntRecordPage *page)
{
  EntAttachmentPage *self = ENT_ATTACHMENT_PAGE (page);
  EntAttachment *piece = piece_of (self);

  ent_attachment_view_show_facts (self->view, piece);
  update_acts (self);
  if (self->bytes != NULL || self->reading || piece->file == NULL)
    return;
  self->reading = TRUE;
  ent_store_run_async (ent_record_page_get_store (page), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                       read_bytes, g_strdup (piece->file), g_free, (GDestroyNotify) g_bytes_unref,
                       ent_record_page_get_cancellable (page), bytes_read_cb, g_object_ref (self));
}

static void
ent_attachment_page_edit (EntRecordPage *page)
{
  static const char *const columns[] = { "title", "received_on", "case_file_id", "note", NULL };
  gpointer record = ent_record_page_get_record (page);
  g_autoptr (GObject) draft = ent_record_dup (record);
  EntFormDialog *dialog = ent_form_dialog_new (ent_record_page_get_store (page),
                                               _ ("Edit the piece"), record, draft,
                                               _ ("Piece changed"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

/* Acts */

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntAttachmentPage *self = ENT_ATTACHMENT_PAGE (widget);

  ent_pdf_print (widget, self->bytes, piece_of (self)->title, PRINT_KIND);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntAttachmentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  if (shell != NULL && error != NULL)
    ent_shell_report (shell, error);
  else if (shell != NULL)
    ent_shell_toast (shell, _ ("Saved"), FALSE);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntAttachmentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (file != NULL && self->bytes != NULL)
    g_file_replace_contents_bytes_async (file, self->bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                         g_object_ref (self));
  else if (shell != NULL && error != NULL &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ent_shell_report (shell, error);
}

/* The title of what is neither a PDF nor a picture is the name of its file. */
static char *
file_name_of (EntAttachment *piece)
{
  const char *ending = "";
  g_autofree char *name = NULL;

  if (g_strcmp0 (piece->media_type, "image/png") == 0)
    ending = ".png";
  else if (g_strcmp0 (piece->media_type, "image/jpeg") == 0)
    ending = ".jpg";
  name = ent_text_safe_file_name (piece->title);
  return g_strconcat (name, ending, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntAttachmentPage *self = ENT_ATTACHMENT_PAGE (widget);
  EntAttachment *piece = piece_of (self);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *file_name = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ent_piece_is_pdf (piece->media_type))
    {
      ent_pdf_save (widget, self->bytes, piece->title);
      return;
    }
  dialog = gtk_file_dialog_new ();
  file_name = file_name_of (piece);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        save_chosen_cb, g_object_ref (self));
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntAttachmentPage *self = ENT_ATTACHMENT_PAGE (widget);

  ent_verify_dialog_present_pdf (widget, ent_record_page_get_store (ENT_RECORD_PAGE (self)),
                                 self->bytes);
}

static void
person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);

  if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, piece_of (ENT_ATTACHMENT_PAGE (widget))->person_id);
}

static void
ent_attachment_page_dispose (GObject *object)
{
  EntAttachmentPage *self = ENT_ATTACHMENT_PAGE (object);

  self->view = NULL;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  G_OBJECT_CLASS (ent_attachment_page_parent_class)->dispose (object);
}

static void
ent_attachment_page_class_init (EntAttachmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntRecordPageClass *page_class = ENT_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_attachment_page_dispose;
  page_class->refresh = ent_attachment_page_refresh;
  page_class->edit = ent_attachment_page_edit;
  page_class->deleted = N_ ("Piece deleted");
  gtk_widget_class_install_action (widget_class, "piece.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "piece.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "piece.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "piece.person", NULL, person_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "piece.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "piece.save",
                                       NULL);
}

static void
ent_attachment_page_init (EntAttachmentPage *self)
{
  self->view = ENT_ATTACHMENT_VIEW (ent_attachment_view_new ());
  ent_record_page_set_content (ENT_RECORD_PAGE (self), GTK_WIDGET (self->view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "piece.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "piece.verify", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "piece.save", FALSE);
}

AdwNavigationPage *
ent_attachment_page_new (EntStore *store, gint64 id)
{
  EntAttachmentPage *self = g_object_new (ENT_TYPE_ATTACHMENT_PAGE, NULL);

  ent_record_page_set_up (ENT_RECORD_PAGE (self), store, &ent_attachment_schema, id);
  return ADW_NAVIGATION_PAGE (self);
}
