/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing, saving and dragging a PDF. Main thread; writing is asynchronous. */

#include "ent-pdf-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-shell.h"
#include "ent-text.h"

typedef struct
{
  GtkWidget *parent;
  GBytes *pdf;
  GtkPrintDialog *dialog;
  GFile *file;
  gboolean is_new; /* the file was not there before */
  char *kind;
} Job;

static Job *
job_new (GtkWidget *parent, GBytes *pdf)
{
  Job *job = g_new0 (Job, 1);

  job->parent = g_object_ref (parent);
  job->pdf = g_bytes_ref (pdf);
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->parent);
  g_bytes_unref (job->pdf);
  g_clear_object (&job->dialog);
  g_clear_object (&job->file);
  g_free (job->kind);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell (Job *job, const GError *error, const char *done)
{
  EntShell *shell = ent_shell_for (job->parent);

  if (shell == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  if (error != NULL)
    ent_shell_report (shell, error);
  else
    ent_shell_toast (shell, done, FALSE);
}

void
ent_pdf_recall_print (const char *kind, GtkPrintSettings **settings, GtkPageSetup **page_setup)
{
  g_autoptr (GSettings) gsettings = g_settings_new ("org.entraide.Entraide");
  g_autoptr (GVariant) all = g_settings_get_value (gsettings, "print-settings");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  const char *text;

  *settings = NULL;
  *page_setup = NULL;
  if (!g_variant_lookup (all, kind, "&s", &text) ||
      !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return;
  *settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  *page_setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);
}

static char *
describe_print (GtkPrintSettings *settings, GtkPageSetup *page_setup)
{
  static const char *const of_one_job[] = {
    GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
    GTK_PRINT_SETTINGS_OUTPUT_DIR
  };
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (settings != NULL)
    {
      g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);

      for (guint i = 0; i < G_N_ELEMENTS (of_one_job); i++)
        gtk_print_settings_unset (kept, of_one_job[i]);
      gtk_print_settings_to_key_file (kept, file, NULL);
    }
  if (page_setup != NULL)
    gtk_page_setup_to_key_file (page_setup, file, NULL);
  return g_key_file_to_data (file, NULL, NULL);
}

void
ent_pdf_remember_print (const char *kind, GtkPrintSettings *settings, GtkPageSetup *page_setup)
{
  g_autoptr (GSettings) gsettings = g_settings_new ("org.entraide.Entraide");
  g_autoptr (GVariant) old = g_settings_get_value (gsettings, "print-settings");
  g_autofree char *text = describe_print (settings, page_setup);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *name, *value;

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (!g_str_equal (name, kind))
      g_variant_builder_add (&builder, "{ss}", name, value);
  g_variant_builder_add (&builder, "{ss}", kind, text);
  g_settings_set_value (gsettings, "print-settings", g_variant_builder_end (&builder));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error);
  tell (job, error, _ ("Sent to the printer"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  gsize n_written;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, &n_written, &error))
    g_output_stream_close_async (G_OUTPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, printed_cb,
                                 g_steal_pointer (&job));
  else
    tell (job, error, NULL);
}

static void
stream_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream)
                stream = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);
  gsize size;
  const void *data = g_bytes_get_data (job->pdf, &size);

  if (stream != NULL)
    g_output_stream_write_all_async (stream, data, size, G_PRIORITY_DEFAULT, NULL, written_cb,
                                     g_steal_pointer (&job));
  else
    tell (job, error, NULL);
}

static void
set_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  GtkPrintSetup *setup = gtk_print_dialog_setup_finish (job->dialog, result, &error);
  GtkPrintDialog *dialog = job->dialog;
  GtkWindow *window = window_of (job->parent);

  if (setup == NULL)
    {
      tell (job, error, NULL);
      return;
    }
  ent_pdf_remember_print (job->kind, gtk_print_setup_get_print_settings (setup),
                          gtk_print_setup_get_page_setup (setup));
  gtk_print_dialog_print (dialog, window, setup, NULL, stream_ready_cb, g_steal_pointer (&job));
  gtk_print_setup_unref (setup);
}

void
ent_pdf_print (GtkWidget *parent, GBytes *pdf, const char *title, const char *kind)
{
  Job *job = job_new (parent, pdf);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) page_setup = NULL;

  job->kind = g_strdup (kind);
  job->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (job->dialog, title);
  ent_pdf_recall_print (kind, &settings, &page_setup);
  if (settings != NULL)
    gtk_print_dialog_set_print_settings (job->dialog, settings);
  if (page_setup != NULL)
    gtk_print_dialog_set_page_setup (job->dialog, page_setup);
  gtk_print_dialog_setup (job->dialog, window_of (parent), NULL, set_up_cb, job);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *display = g_filename_display_name (name);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), display);

  /* A file that was there is exchanged whole; a new one is written in place. */
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && job->is_new)
    g_file_delete_async (job->file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  tell (job, error, text);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *pdf = job->pdf;

  job->file = file;
  if (file == NULL)
    {
      tell (job, error, NULL);
      return;
    }
  job->is_new = !g_file_query_exists (file, NULL);
  g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       saved_cb, g_steal_pointer (&job));
}

char *
ent_pdf_file_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  gsize length = strlen (name) - (g_str_has_suffix (lower, ".pdf") ? 4 : 0);
  g_autofree char *stem = g_strndup (name, length);
  g_autofree char *safe = ent_text_safe_file_name (stem);

  return g_strconcat (safe, ".pdf", NULL);
}

static GListModel *
pdf_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

void
ent_pdf_save (GtkWidget *parent, GBytes *pdf, const char *file_name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = pdf_filters ();
  g_autofree char *name = ent_pdf_file_name (file_name);

  gtk_file_dialog_set_title (dialog, _ ("Save the PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, window_of (parent), NULL, file_chosen_cb, job_new (parent, pdf));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer unused)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable)
                icon = gtk_icon_theme_lookup_icon (theme, "x-office-document", NULL, 48,
                                                   gtk_widget_get_scale_factor (widget),
                                                   gtk_widget_get_direction (widget), 0);

  gtk_drag_source_set_icon (source, GDK_PAINTABLE (icon), 24, 24);
}

static GdkContentProvider *
provider_of (GBytes *pdf)
{
  GdkContentProvider *providers[] = { gdk_content_provider_new_typed (G_TYPE_BYTES, pdf),
                                      gdk_content_provider_new_for_bytes ("application/pdf", pdf) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
ent_pdf_make_draggable (GtkWidget *widget, GBytes *pdf)
{
  static const char key[] = "ent-pdf-drag";
  GtkDragSource *source = g_object_get_data (G_OBJECT (widget), key);
  g_autoptr (GdkContentProvider) provider = pdf != NULL ? provider_of (pdf) : NULL;

  if (source == NULL)
    {
      source = gtk_drag_source_new ();
      g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
      gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
      g_object_set_data (G_OBJECT (widget), key, source);
    }
  gtk_drag_source_set_content (source, provider);
}
