/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs that are saved, dragged out, printed as they were last. Needs a display. Main thread. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "ent-pdf-acts.h"
#include "pdf-toys.h"
#include "window-fixture.h"

static const char *const letter[] = { "Bonjour", NULL };

static void
test_print_is_remembered_by_kind (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) page_setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPrintSettings) none = NULL;
  g_autoptr (GtkPageSetup) kept_setup = NULL;
  g_autoptr (GtkPageSetup) no_setup = NULL;

  gtk_print_settings_set_printer (settings, "Etage 2");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_DEFAULT_SOURCE, "tray-2");
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set_n_copies (settings, 12);
  gtk_page_setup_set_orientation (page_setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  ent_pdf_remember_print ("letter", settings, page_setup);
  ent_pdf_remember_print ("label", NULL, NULL);

  ent_pdf_recall_print ("letter", &kept, &kept_setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Etage 2");
  g_assert_cmpstr (gtk_print_settings_get (kept, GTK_PRINT_SETTINGS_DEFAULT_SOURCE), ==, "tray-2");
  g_assert_cmpint (gtk_print_settings_get_duplex (kept), ==, GTK_PRINT_DUPLEX_HORIZONTAL);
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 1);
  g_assert_cmpint (gtk_page_setup_get_orientation (kept_setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  ent_pdf_recall_print ("attestation", &none, &no_setup);
  g_assert_null (none);
  g_assert_null (no_setup);
}

static void
test_file_names (void)
{
  g_autofree char *plain = ent_pdf_file_name ("Attestation 2026/42");
  g_autofree char *ended = ent_pdf_file_name ("lettre.PDF");

  g_assert_cmpstr (plain, ==, "Attestation 2026-42.pdf");
  g_assert_cmpstr (ended, ==, "lettre.pdf");
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* The dialog is ready when its folder has been read. */
static gboolean
can_confirm (void)
{
  GtkWindow *dialog = find_dialog ();
  GtkWidget *button = dialog != NULL ? gtk_window_get_default_widget (dialog) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button) && gtk_widget_activate (button);
}

static char *
saved_path (void)
{
  return g_build_filename (g_get_home_dir (), "Attestation 2026-42.pdf", NULL);
}

static gboolean
is_saved (void)
{
  g_autofree char *path = saved_path ();
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

static void
test_saved (void)
{
  GtkWidget *window = adw_window_new ();
  g_autoptr (GBytes) pdf = pdf_toy_new (letter, NULL);
  g_autofree char *path = saved_path ();
  g_autofree char *contents = NULL;
  gsize length;

  /* Where the dialog begins. */
  g_assert_cmpint (g_chdir (g_get_home_dir ()), ==, 0);
  ent_pdf_save (window, pdf, "Attestation 2026/42");
  wait_until (can_confirm ());
  wait_until (is_saved ());
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GdkContentProvider *
offered (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        return gtk_drag_source_get_content (GTK_DRAG_SOURCE (controller));
    }
  return NULL;
}

static void
test_dragged_out (void)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  g_autoptr (GBytes) pdf = pdf_toy_new (letter, NULL);
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  ent_pdf_make_draggable (button, pdf);
  formats = gdk_content_provider_ref_formats (offered (button));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "application/pdf"));
  g_value_init (&value, G_TYPE_BYTES);
  g_assert_true (gdk_content_provider_get_value (offered (button), &value, NULL));
  g_assert_true (g_value_get_boxed (&value) == pdf);
  ent_pdf_make_draggable (button, NULL);
  g_assert_null (offered (button));
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pdf-acts/print-settings", test_print_is_remembered_by_kind);
  g_test_add_func ("/pdf-acts/file-names", test_file_names);
  g_test_add_func ("/pdf-acts/save", test_saved);
  g_test_add_func ("/pdf-acts/drag", test_dragged_out);
  return g_test_run ();
}
