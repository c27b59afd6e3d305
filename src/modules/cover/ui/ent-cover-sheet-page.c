/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The call list as it will be printed. Main thread; reading and layout are done on the thread of
 * reports. */

#include "ent-cover-sheet-page.h"

#include "ent-cover-query.h"
#include "ent-cover-sheet.h"
#include "ent-date.h"
#include "ent-pdf-acts.h"
#include "ent-pdf-pane.h"

#include <glib/gi18n-lib.h>

#define KIND "call-list"

struct _EntCoverSheetPage
{
  AdwNavigationPage parent_instance;

  EntPdfPane *pane;
  GBytes *pdf; /* NULL until it is there */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntCoverSheetPage, ent_cover_sheet_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  gint64 cover_id;
  gint32 day;
} Question;

static gpointer
make_sheet (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) calls = ent_cover_query_calls (db, question->cover_id, error);
  g_autoptr (EntAbsenceCover) cover = NULL;
  g_autoptr (EntDoc) doc = NULL;

  if (calls == NULL)
    return NULL;
  cover = ent_cover_query_by_id (db, question->cover_id, error);
  if (cover == NULL)
    return NULL;
  doc = ent_cover_sheet_new (cover, calls, question->day);
  return ent_doc_render (doc, NULL, cancellable, error);
}

static void
sheet_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntCoverSheetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->pane == NULL)
    return;
  if (pdf == NULL)
    {
      ent_pdf_pane_show_none (self->pane, _ ("The call list cannot be made"), error->message);
      return;
    }
  self->pdf = g_bytes_ref (pdf);
  ent_pdf_pane_set_document (self->pane, pdf);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", TRUE);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_pdf_print (widget, ENT_COVER_SHEET_PAGE (widget)->pdf, _ ("Call list"), KIND);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_pdf_save (widget, ENT_COVER_SHEET_PAGE (widget)->pdf, _ ("Call list"));
}

static GtkWidget *
button_new (const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
ent_cover_sheet_page_dispose (GObject *object)
{
  EntCoverSheetPage *self = ENT_COVER_SHEET_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  self->pane = NULL;
  G_OBJECT_CLASS (ent_cover_sheet_page_parent_class)->dispose (object);
}

static void
ent_cover_sheet_page_finalize (GObject *object)
{
  EntCoverSheetPage *self = ENT_COVER_SHEET_PAGE (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_cover_sheet_page_parent_class)->finalize (object);
}

static void
ent_cover_sheet_page_class_init (EntCoverSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_cover_sheet_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_cover_sheet_page_finalize;
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print",
                                       NULL);
}

static void
ent_cover_sheet_page_init (EntCoverSheetPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *pane = ent_pdf_pane_new ();

  self->cancellable = g_cancellable_new ();
  self->pane = ENT_PDF_PANE (pane);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Call list"));
  gtk_widget_add_css_class (GTK_WIDGET (ent_pdf_pane_get_view (self->pane)), "private");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                           button_new ("document-save-symbolic", _ ("Save as PDF"), "sheet.save"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                           button_new ("printer-symbolic", _ ("Print"), "sheet.print"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), pane);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", FALSE);
}

AdwNavigationPage *
ent_cover_sheet_page_new (EntStore *store, gint64 cover_id)
{
  EntCoverSheetPage *self = g_object_new (ENT_TYPE_COVER_SHEET_PAGE, NULL);
  Question question = { cover_id, ent_day_today () };

  ent_store_run_async (store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, make_sheet,
                       g_memdup2 (&question, sizeof question), g_free,
                       (GDestroyNotify) g_bytes_unref, self->cancellable, sheet_made_cb,
                       g_object_ref (self));
  return ADW_NAVIGATION_PAGE (self);
}
