/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the month: files for pay, authority and bills, and the summary on paper. The work is
 * done on the report thread. */

#include "ent-month-page-private.h"

#include "ent-date.h"
#include "ent-month-document.h"
#include "ent-pdf-acts.h"
#include "ent-pdf-pane.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntMonthPage *page;
  EntMonth month;
  GFile *file;
  const char *what; /* "pay", "authority", "bill", "summary" */
  gboolean is_ods;
  char *centre;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->file);
  g_free (self->centre);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static EntMonthLedger *
load_ledger (EntDb *db, const Export *self, GCancellable *cancellable, GError **error)
{
  EntMonthRange range = g_str_equal (self->what, "authority") ? ENT_MONTH_RANGE_QUARTER
                                                              : ENT_MONTH_RANGE_MONTH;

  return ent_month_ledger_load (db, ent_month_range_first (self->month, range),
                                ent_month_range_last (self->month, range), ent_day_today (), NULL,
                                cancellable, error);
}

static EntMonthTable *
make_table (const EntMonthLedger *ledger, const char *what)
{
  if (g_str_equal (what, "pay"))
    return ent_month_table_pay (ledger);
  return g_str_equal (what, "authority") ? ent_month_table_authority (ledger)
                                         : ent_month_table_bill (ledger);
}

static gpointer
write_file (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  g_autoptr (EntMonthLedger) ledger = load_ledger (db, self, cancellable, error);
  g_autoptr (EntMonthTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  if (ledger == NULL)
    return NULL;
  table = make_table (ledger, self->what);
  bytes = self->is_ods ? ent_month_table_to_ods (table) : ent_month_table_to_csv (table);
  text = g_bytes_get_data (bytes, &length);
  g_file_replace_contents (self->file, text, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                           cancellable, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));

  ent_store_run_finish (ENT_STORE (source), result, &error);
  if (shell == NULL)
    return;
  if (error != NULL)
    ent_shell_report (shell, error);
  else
    ent_shell_toast (shell, _ ("File written"), FALSE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  EntStore *store = self->page->store;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file == NULL || store == NULL)
    return;
  ent_store_run_async (store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, write_file, self, NULL, NULL,
                       NULL, written_cb, self);
  g_steal_pointer (&self);
}

static Export *
export_new (EntMonthPage *page, const char *what)
{
  Export *self = g_new0 (Export, 1);

  self->page = g_object_ref (page);
  self->month = page->month;
  self->what = what;
  self->centre = g_strdup (ent_store_get_setting (page->store, "centre.name", NULL));
  return self;
}

/* "Hours for pay 2026-11.ods"; of a quarter "… 2026-T4.ods". */
static char *
file_name (const Export *self)
{
  const char *title = g_str_equal (self->what, "pay")    ? _ ("Hours for pay")
                      : g_str_equal (self->what, "bill") ? _ ("Contributions to bill")
                                                         : _ ("Subsidised hours by quarter");
  const char *ending = self->is_ods ? "ods" : "csv";
  g_autofree char *name = NULL;

  if (g_str_equal (self->what, "authority"))
    name = g_strdup_printf ("%s %d-T%d.%s", title, self->month.year,
                            ent_month_quarter (self->month), ending);
  else
    name = g_strdup_printf ("%s %d-%02d.%s", title, self->month.year, self->month.month, ending);
  return ent_text_safe_file_name (name);
}

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const kinds[] = { "pay", "authority", "bill" };
  const char *wanted = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = NULL;
  Export *self = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (wanted, kinds[i]))
      self = export_new (ENT_MONTH_PAGE (widget), kinds[i]);
  if (self == NULL)
    return;
  self->is_ods = g_str_has_suffix (wanted, ".ods");
  file = file_name (self);
  gtk_file_dialog_set_title (dialog, _ ("Save the file"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        self);
}

static gpointer
draw (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  g_autoptr (EntMonthLedger) ledger = load_ledger (db, self, cancellable, error);

  return ledger != NULL ? ent_month_document (ledger, self->centre, cancellable, error) : NULL;
}

static void
print_clicked_cb (GtkButton *button, GBytes *pdf)
{
  ent_pdf_print (GTK_WIDGET (button), pdf, _ ("Summary of the month"), "month");
}

static void
save_clicked_cb (GtkButton *button, GBytes *pdf)
{
  ent_pdf_save (GTK_WIDGET (button), pdf, _ ("Summary of the month"));
}

static GtkWidget *
button_new (const char *icon_name, const char *tooltip, GCallback clicked, GBytes *pdf)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_data (button, "clicked", clicked, g_bytes_ref (pdf),
                         (GClosureNotify) (void (*) (void)) g_bytes_unref, 0);
  return button;
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));
  g_autofree char *title = ent_month_format (self->month);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *pane = ent_pdf_pane_new ();

  g_object_ref_sink (view);
  if (pdf != NULL && shell != NULL)
    {
      adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                               button_new ("document-save-symbolic", _ ("Save the file"),
                                           G_CALLBACK (save_clicked_cb), pdf));
      adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                               button_new ("document-print-symbolic", _ ("Print"),
                                           G_CALLBACK (print_clicked_cb), pdf));
      ent_pdf_pane_set_document (ENT_PDF_PANE (pane), pdf);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), pane);
  if (pdf != NULL && shell != NULL)
    ent_shell_show (shell, adw_navigation_page_new (view, title));
  else if (shell != NULL)
    ent_shell_report (shell, error);
  g_object_unref (view);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMonthPage *page = ENT_MONTH_PAGE (widget);
  Export *self = export_new (page, "summary");

  ent_store_run_async (page->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, draw, self, NULL,
                       (GDestroyNotify) g_bytes_unref, NULL, drawn_cb, self);
}

void
ent_month_export_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.export", "s", export_activated);
  gtk_widget_class_install_action (widget_class, "month.print", NULL, print_activated);
}
