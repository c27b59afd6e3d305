/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a signature that was asked. It is written by signing, refusing and cancelling alone,
 * so that here nothing can be edited or deleted. Main thread. */

#include "ent-signature-page.h"

#include "ent-book-page.h"
#include "ent-document.h"
#include "ent-paper-enums.h"
#include "ent-shell.h"
#include "ent-signature-request.h"

#include <glib/gi18n-lib.h>

struct _EntSignaturePage
{
  EntRecordPage parent_instance;

  GtkLabel *title;
  AdwPreferencesGroup *facts;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntSignaturePage, ent_signature_page, ENT_TYPE_RECORD_PAGE)

static EntSignatureRequest *
line_of (gpointer page)
{
  return ent_record_page_get_record (ENT_RECORD_PAGE (page));
}

static void
add_fact (EntSignaturePage *self, EntSignatureRequest *line, const char *name)
{
  guint position = (guint) ent_schema_find (&ent_signature_request_schema, name);
  const EntColumn *column = &ent_signature_request_schema.columns[position];
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (ent_record_is_empty (line, position))
    return;
  text = ent_record_display (line, name);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  if (g_str_equal (name, "person_name"))
    gtk_widget_add_css_class (row, "private");
  adw_preferences_group_add (self->facts, row);
  g_ptr_array_add (self->rows, row);
}

static void
ent_signature_page_refresh (EntRecordPage *page)
{
  static const char *const shown[] = { "document_number", "person_name", "role",
                                       "agent_name",      "state",       "means",
                                       "asked_at",        "asked_by",    "done_at",
                                       "done_by",         "certificate", "comment" };
  EntSignaturePage *self = ENT_SIGNATURE_PAGE (page);
  EntSignatureRequest *line = line_of (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "record.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "record.delete", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "signature.book",
                                 line->state == ENT_REQUEST_WAITING);
  gtk_label_set_text (self->title, line->document_title);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->facts, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_fact (self, line, shown[i]);
}

static void
document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);

  if (shell != NULL)
    ent_shell_open (shell, &ent_document_schema, line_of (widget)->document_id);
}

static void
book_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);
  AdwNavigationPage *page;

  if (shell == NULL)
    return;
  page = ent_book_page_new (ent_record_page_get_store (ENT_RECORD_PAGE (widget)));
  ent_book_page_select (ENT_BOOK_PAGE (page), line_of (widget)->document_id);
  ent_shell_show (shell, page);
}

static void
ent_signature_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_SIGNATURE_PAGE (object)->rows);
  G_OBJECT_CLASS (ent_signature_page_parent_class)->finalize (object);
}

static void
ent_signature_page_class_init (EntSignaturePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_signature_page_finalize;
  ENT_RECORD_PAGE_CLASS (klass)->refresh = ent_signature_page_refresh;
  gtk_widget_class_install_action (widget_class, "signature.document", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "signature.book", NULL, book_action);
}

static void
ent_signature_page_init (EntSignaturePage *self)
{
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  self->rows = g_ptr_array_new ();
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
  ent_record_page_add (page, GTK_WIDGET (self->title));
  ent_record_page_place_acts (page);
  ent_record_page_add_act (page, "ent-document-symbolic", _ ("The document"), "signature.document");
  ent_record_page_add_act (page, "ent-sign-symbolic", _ ("Signature book"), "signature.book");
  self->facts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  ent_record_page_add (page, GTK_WIDGET (self->facts));
}

AdwNavigationPage *
ent_signature_page_new (EntStore *store, gint64 id)
{
  EntSignaturePage *self = g_object_new (ENT_TYPE_SIGNATURE_PAGE, NULL);

  ent_record_page_set_up (ENT_RECORD_PAGE (self), store, &ent_signature_request_schema, id);
  return ADW_NAVIGATION_PAGE (self);
}
