/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an entry of the register. Everything beyond the record is read at once on the reading
 * thread, again whenever the record or its signatures change. Main thread. */

#include "ent-document-page.h"

#include "ent-document-acts.h"
#include "ent-document-side.h"
#include "ent-paper-issue.h"
#include "ent-paper-query.h"
#include "ent-paper-split.h"
#include "ent-pdf-acts.h"
#include "ent-pdf-pane.h"
#include "ent-person.h"
#include "ent-shell.h"
#include "ent-signature-request.h"

#include <glib/gi18n-lib.h>

struct _EntDocumentPage
{
  EntRecordPage parent_instance;

  AdwBanner *banner;
  GtkStack *preview; /* "pdf" or "none" */
  EntPdfPane *pane;
  AdwStatusPage *none;
  EntDocumentSide *side;
  EntPaperSplit *split;
  EntDocumentMore *more;
  gboolean reading;
  gboolean wants_focus;
  gboolean stale; /* something changed while it was being read */
};

G_DEFINE_FINAL_TYPE (EntDocumentPage, ent_document_page, ENT_TYPE_RECORD_PAGE)

static EntDocument *
document_of (EntDocumentPage *self)
{
  return ent_record_page_get_record (ENT_RECORD_PAGE (self));
}

static EntStore *
store_of (EntDocumentPage *self)
{
  return ent_record_page_get_store (ENT_RECORD_PAGE (self));
}

static void
read_file (EntDocumentMore *more, EntDb *db, EntDocument *document)
{
  g_autoptr (GError) error = NULL;

  more->pdf = ent_paper_get_file (db, document, &error);
  if (more->pdf == NULL)
    more->failure = g_strdup (error->message);
}

static gpointer
read_more (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;
  g_autoptr (EntDocument) document = ent_paper_query_record (db, &ent_document_schema, *id, error);
  g_autoptr (EntDocumentMore) more = g_new0 (EntDocumentMore, 1);

  if (document == NULL)
    return NULL;
  if (document->entry == ENT_ENTRY_CANCELLED)
    more->other = ent_paper_query_record (db, &ent_document_schema, document->cancels_id, NULL);
  else
    {
      more->other = ent_paper_query_cancellation (db, *id, NULL);
      read_file (more, db, document);
    }
  more->requests = ent_paper_query_requests (db, *id, error);
  return more->requests != NULL ? g_steal_pointer (&more) : NULL;
}

static void
update_actions (EntDocumentPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  EntDocument *document = document_of (self);
  gboolean has_file = self->more->pdf != NULL;
  gboolean issued = document->entry == ENT_ENTRY_ISSUED;

  gtk_widget_action_set_enabled (widget, "document.print", has_file);
  gtk_widget_action_set_enabled (widget, "document.save", has_file);
  gtk_widget_action_set_enabled (widget, "document.attach", has_file && document->person_id != 0);
  gtk_widget_action_set_enabled (widget, "document.send", issued);
  gtk_widget_action_set_enabled (widget, "document.again", issued);
  gtk_widget_action_set_enabled (widget, "document.cancel", issued && self->more->other == NULL);
}

static void
show_banner (EntDocumentPage *self)
{
  EntDocument *document = document_of (self);
  EntDocument *other = self->more->other;
  g_autofree char *text = NULL;

  if (other != NULL && document->entry == ENT_ENTRY_ISSUED)
    /* Translators: a document no longer holds: number of the entry that says so, and why */
    text = g_strdup_printf (_ ("Cancelled by %s: %s"), other->number,
                            other->reason != NULL ? other->reason : "");
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_button_label (self->banner, text != NULL ? _ ("_Show") : NULL);
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
show_none (EntDocumentPage *self)
{
  EntDocument *document = document_of (self);
  gboolean cancels = document->entry == ENT_ENTRY_CANCELLED;
  g_autofree char *escaped = NULL;

  escaped = g_markup_escape_text (cancels && document->reason != NULL ? document->reason
                                  : self->more->failure != NULL       ? self->more->failure
                                                                      : "",
                                  -1);
  adw_status_page_set_icon_name (self->none,
                                 cancels ? "ent-document-symbolic" : "dialog-warning-symbolic");
  adw_status_page_set_title (self->none,
                             cancels ? _ ("Cancellation") : _ ("The file cannot be shown"));
  adw_status_page_set_description (self->none, escaped);
}

static void
show_more (EntDocumentPage *self)
{
  ent_document_side_show_more (self->side, document_of (self), self->more);
  show_banner (self);
  update_actions (self);
  if (self->more->pdf != NULL)
    ent_pdf_pane_set_document (self->pane, self->more->pdf);
  else
    show_none (self);
  gtk_stack_set_visible_child_name (self->preview, self->more->pdf != NULL ? "pdf" : "none");
  if (self->wants_focus && gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD))
    self->wants_focus = FALSE;
}

static void start_reading (EntDocumentPage *self);

static void
more_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  EntDocumentMore *more = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  self->reading = FALSE;
  if (more != NULL)
    {
      g_clear_pointer (&self->more, ent_document_more_free);
      self->more = more;
      show_more (self);
    }
  else if (shell != NULL && error != NULL)
    ent_shell_report (shell, error);
  if (self->stale)
    start_reading (self);
}

static void
start_reading (EntDocumentPage *self)
{
  EntRecordPage *page = ENT_RECORD_PAGE (self);
  gint64 id = ent_record_page_get_id (page);

  self->stale = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  ent_store_run_async (store_of (self), ENT_LANE_READ, G_PRIORITY_DEFAULT, read_more,
                       g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) ent_document_more_free,
                       ent_record_page_get_cancellable (page), more_read_cb, g_object_ref (self));
}

/* A signature or a cancellation is a row of its own, which names the document. */
static void
store_changed_cb (EntDocumentPage *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_signature_request_schema) ||
      ent_news_touches (news, &ent_document_schema))
    start_reading (self);
}

static void
show_bar (EntDocumentPage *self)
{
  /* Translators: what opens the acts and details of a document; %s is its number, D2026-000123 */
  g_autofree char *text = g_strdup_printf (_ ("%s: save, note the sending, details"),
                                           document_of (self)->number);

  ent_paper_split_set_bar (self->split, text);
}

static void
ent_document_page_refresh (EntRecordPage *page)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (page);

  ent_document_side_show (self->side, document_of (self));
  show_bar (self);
  if (self->more == NULL)
    start_reading (self);
  else
    show_more (self);
}

static void
open_entry (EntDocumentPage *self, gint64 id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_show (shell, ent_document_page_new (store_of (self), id));
}

static void
open_other_cb (EntDocumentPage *self)
{
  if (self->more != NULL && self->more->other != NULL)
    open_entry (self, ent_record_get_id (self->more->other));
}

static void
open_person_cb (EntDocumentPage *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, document_of (self)->person_id);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (widget);
  EntDocument *document = document_of (self);

  ent_pdf_print (widget, self->more->pdf, document->number, document->kind);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (widget);

  ent_pdf_save (widget, self->more->pdf, document_of (self)->number);
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (widget);

  ent_document_note_sending (widget, store_of (self), document_of (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (widget);

  ent_document_cancel (widget, store_of (self), document_of (self));
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_document_issue_again (widget, document_of (ENT_DOCUMENT_PAGE (widget)));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocumentPage *self = ENT_DOCUMENT_PAGE (widget);

  ent_document_attach (widget, store_of (self), document_of (self), self->more->pdf);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDocument *document = document_of (ENT_DOCUMENT_PAGE (widget));
  EntShell *shell = ent_shell_for (widget);

  if (document->number == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), document->number);
  if (shell != NULL)
    ent_shell_toast (shell, _ ("Number copied"), FALSE);
}

static void
ent_document_page_finalize (GObject *object)
{
  g_clear_pointer (&ENT_DOCUMENT_PAGE (object)->more, ent_document_more_free);
  G_OBJECT_CLASS (ent_document_page_parent_class)->finalize (object);
}

/* What may be done; all but copying waits until the rest is read. */
static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "document.print", print_action }, { "document.save", save_action },
  { "document.send", send_action },   { "document.cancel", cancel_action },
  { "document.again", again_action }, { "document.attach", attach_action },
  { "document.copy", copy_action },
};

static void
ent_document_page_class_init (EntDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_document_page_finalize;
  ENT_RECORD_PAGE_CLASS (klass)->refresh = ent_document_page_refresh;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save",
                                       NULL);
}

static GtkWidget *
preview_new (EntDocumentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->banner = ADW_BANNER (adw_banner_new (""));
  self->pane = ENT_PDF_PANE (ent_pdf_pane_new ());
  gtk_widget_add_css_class (GTK_WIDGET (ent_pdf_pane_get_view (self->pane)), "private");
  self->none = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "compact");
  self->preview = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_stack_add_named (self->preview, GTK_WIDGET (self->pane), "pdf");
  gtk_stack_add_named (self->preview, GTK_WIDGET (self->none), "none");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (open_other_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

/* What is done most with a document stays in sight when its side is folded away. */
static void
add_print_tool (EntDocumentPage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Print"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "document.print");
  ent_pdf_pane_add_tool (self->pane, button);
  ent_paper_split_stand_in (self->split, button);
}

static void
ent_document_page_init (EntDocumentPage *self)
{
  GtkWidget *preview = preview_new (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   actions[i].activate == copy_action);
  self->side = ENT_DOCUMENT_SIDE (ent_document_side_new ());
  g_signal_connect_object (self->side, "open-person", G_CALLBACK (open_person_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side, "open-other", G_CALLBACK (open_other_cb), self,
                           G_CONNECT_SWAPPED);
  self->split = ENT_PAPER_SPLIT (ent_paper_split_new (preview, GTK_WIDGET (self->side)));
  add_print_tool (self);
}

static void
add_menu (EntRecordPage *page)
{
  ent_record_page_add_menu_item (page, _ ("_Issue again…"), "document.again");
  ent_record_page_add_menu_item (page, _ ("Add to the _pieces of the person"), "document.attach");
  ent_record_page_add_menu_item (page, _ ("_Copy the number"), "document.copy");
  ent_record_page_add_menu_item (page, _ ("Ca_ncel the document…"), "document.cancel");
}

AdwNavigationPage *
ent_document_page_new (EntStore *store, gint64 id)
{
  EntDocumentPage *self = g_object_new (ENT_TYPE_DOCUMENT_PAGE, NULL);
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  ent_record_page_set_content (page, GTK_WIDGET (self->split));
  add_menu (page);
  ent_record_page_set_up (page, store, &ent_document_schema, id);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}

void
ent_document_page_take_focus (EntDocumentPage *self)
{
  self->wants_focus = TRUE;
}
