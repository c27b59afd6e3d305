/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Waits for the pages, shows them, gives them to the printer. Main thread. */

#include "ent-sheet-page.h"

#include "ent-pdf-acts.h"
#include "ent-pdf-pane.h"
#include "ent-place-view.h"
#include "ent-resources.h"
#include "ent-sheet-maker.h"
#include "ent-sheet-words.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 100

struct _EntSheetPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkProgressBar *progress;
  GtkWidget *stop_button;
  GtkWidget *handle;
  AdwBin *pane_bin;
  AdwStatusPage *failed_page;

  EntSheetKind kind;
  EntSheetProgress making;
  guint tick_id;
  GBytes *pdf; /* NULL until it is made */
};

G_DEFINE_FINAL_TYPE (EntSheetPage, ent_sheet_page, ADW_TYPE_NAVIGATION_PAGE)

static const struct
{
  const char *title; /* N_() */
  const char *print_kind; /* what the printer was told last goes for the same kind */
} kinds[ENT_SHEET_N_KINDS] = {
  [ENT_SHEET_CARERS] = { N_ ("Sheets of the carers"), "carer-sheets" },
  [ENT_SHEET_LETTERS] = { N_ ("Letters of the week"), "week-letters" },
  [ENT_SHEET_BOARD] = { N_ ("Board of the rounds"), "rounds-board" },
};

static void
set_usable (EntSheetPage *self, gboolean usable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", usable);
}

static gboolean
tick_cb (gpointer user_data)
{
  EntSheetPage *self = user_data;

  gtk_progress_bar_set_fraction (self->progress,
                                 g_atomic_int_get (&self->making.permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
show_pages (EntSheetPage *self)
{
  GtkWidget *pane = ent_pdf_pane_new ();
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_add_css_class (GTK_WIDGET (ent_pdf_pane_get_view (ENT_PDF_PANE (pane))), "private");
  ent_pdf_make_draggable (self->handle, self->pdf);
  gtk_widget_set_visible (self->handle, TRUE);
  adw_bin_set_child (self->pane_bin, pane);
  ent_pdf_pane_set_document (ENT_PDF_PANE (pane), self->pdf);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  set_usable (self, TRUE);
  if (had_focus)
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSheetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  self->pdf = ent_sheet_make_finish (result, &error);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->pdf != NULL)
    {
      show_pages (self);
      return;
    }
  sentence = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntSheetPage *self = ENT_SHEET_PAGE (widget);

  ent_pdf_print (widget, self->pdf, _ (kinds[self->kind].title), kinds[self->kind].print_kind);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntSheetPage *self = ENT_SHEET_PAGE (widget);
  g_autofree char *file_name = g_strdup_printf ("%s %s", _ (kinds[self->kind].title),
                                                adw_window_title_get_subtitle (self->title));

  ent_pdf_save (widget, self->pdf, file_name);
}

/* Back to what lies below, or to the place itself. */
static void
leave (EntSheetPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view == NULL || !adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view)))
    gtk_widget_activate_action (GTK_WIDGET (self), "place.close", NULL);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (ENT_SHEET_PAGE (widget)->making.cancellable);
  leave (ENT_SHEET_PAGE (widget));
}

/* Whoever asked for the pages goes on with them, by the keyboard too. */
static void
ent_sheet_page_shown (AdwNavigationPage *page)
{
  EntSheetPage *self = ENT_SHEET_PAGE (page);

  if (self->pdf == NULL)
    gtk_widget_grab_focus (self->stop_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->pane_bin), GTK_DIR_TAB_FORWARD);
}

static void
ent_sheet_page_dispose (GObject *object)
{
  EntSheetPage *self = ENT_SHEET_PAGE (object);

  g_cancellable_cancel (self->making.cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SHEET_PAGE);
  G_OBJECT_CLASS (ent_sheet_page_parent_class)->dispose (object);
}

static void
ent_sheet_page_finalize (GObject *object)
{
  EntSheetPage *self = ENT_SHEET_PAGE (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_object_unref (self->making.cancellable);
  G_OBJECT_CLASS (ent_sheet_page_parent_class)->finalize (object);
}

static void
ent_sheet_page_class_init (EntSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_sheet_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_sheet_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = ent_sheet_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "sheet/ent-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, progress);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, handle);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, pane_bin);
  gtk_widget_class_bind_template_child (widget_class, EntSheetPage, failed_page);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "sheet.stop", NULL, stop_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save",
                                       NULL);
}

static void
ent_sheet_page_init (EntSheetPage *self)
{
  self->making.cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_place_view_want_whole (ADW_NAVIGATION_PAGE (self));
  set_usable (self, FALSE);
}

void
ent_sheet_page_show (EntShell *shell, EntStore *store, const EntSheetWish *wish)
{
  EntSheetPage *self = g_object_new (ENT_TYPE_SHEET_PAGE, NULL);
  g_autofree char *days = ent_sheet_words_days (wish->first_day, wish->n_days);

  self->kind = wish->kind;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (kinds[self->kind].title));
  adw_window_title_set_title (self->title, _ (kinds[self->kind].title));
  adw_window_title_set_subtitle (self->title, days);
  self->tick_id = g_timeout_add (PROGRESS_MS, tick_cb, self);
  ent_sheet_make_async (store, wish, &self->making, made_cb, g_object_ref (self));
  ent_shell_show (shell, ADW_NAVIGATION_PAGE (self));
}
