/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of an import as pages. What takes time runs on the reading and writing threads, one
 * after the other; a bar tells how far it is. Main thread. */

#include "ent-import-dialog.h"

#include "ent-import-columns.h"
#include "ent-import-job.h"
#include "ent-import-review.h"
#include "ent-person-import.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define MAPPING_SETTING "import-mapping-person"
#define PROGRESS_MS 100

/* What hands the import to a thread, until its callback says step_done(). */
typedef void (*Step) (EntImportDialog *self);

struct _EntImportDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *view;
  AdwBanner *file_banner;
  AdwBanner *columns_banner;
  EntImportColumns *columns;
  AdwComboRow *known_row;
  GtkWidget *use_kept_button;
  EntImportReview *review;
  GtkStack *review_stack;
  GtkProgressBar *check_bar;
  GtkButton *import_button;
  GtkProgressBar *run_bar;
  AdwStatusPage *result_page;
  GtkWidget *undo_button;
  GtkWidget *save_button;

  EntStore *store;
  EntImportJob *job;
  gint64 act;
  guint progress_source;
  GCancellable *cancellable; /* of what is under way */
  gboolean busy; /* a thread has the import */
  Step next; /* what waits for it */
  GFile *refused_file;
};

G_DEFINE_FINAL_TYPE (EntImportDialog, ent_import_dialog, ADW_TYPE_DIALOG)

static void
say (AdwBanner *banner, const char *text)
{
  adw_banner_set_title (banner, text != NULL ? text : "");
  adw_banner_set_revealed (banner, text != NULL);
}

static gboolean
was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
renew_cancellable (EntImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
set_busy (EntImportDialog *self, gboolean busy)
{
  self->busy = busy;
  /* What a column means is not changed under the feet of who reads. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), !busy);
  gtk_widget_set_sensitive (self->use_kept_button, !busy);
}

/* One thread at a time has the import: what was cancelled may still be ending. */
static void
start_step (EntImportDialog *self, Step step)
{
  if (self->busy)
    {
      self->next = step;
      return;
    }
  set_busy (self, TRUE);
  step (self);
}

static void
step_done (EntImportDialog *self)
{
  Step next = g_steal_pointer (&self->next);

  if (self->store == NULL)
    return;
  set_busy (self, FALSE);
  if (next != NULL)
    start_step (self, next);
}

static gboolean
progress_cb (gpointer user_data)
{
  EntImportDialog *self = user_data;
  double fraction = ent_import_job_get_fraction (self->job);

  gtk_progress_bar_set_fraction (self->check_bar, fraction);
  gtk_progress_bar_set_fraction (self->run_bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
watch_progress (EntImportDialog *self, gboolean watch)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (!watch)
    return;
  ent_import_job_reset (self->job);
  progress_cb (self);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
}

/* Columns */

static void
examples_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (rows != NULL && self->columns != NULL)
    ent_import_columns_set_examples (self->columns, rows);
  else if (error != NULL && self->columns_banner != NULL && !was_cancelled (error))
    say (self->columns_banner, error->message);
  step_done (self);
}

static void
read_examples (EntImportDialog *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, ent_import_job_preview,
                       ent_import_job_ref (self->job), (GDestroyNotify) ent_import_job_unref,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, examples_read_cb,
                       g_object_ref (self));
}

static void
show_columns (EntImportDialog *self)
{
  ent_import_columns_set_job (self->columns, self->job, &ent_person_import);
  gtk_widget_set_visible (self->use_kept_button,
                          ent_store_get_setting (self->store, MAPPING_SETTING, NULL) != NULL);
  say (self->columns_banner, NULL);
  renew_cancellable (self);
  start_step (self, read_examples);
}

static void
keep_mapping_cb (EntImportDialog *self)
{
  g_autofree char *text = ent_import_mapping_to_text (self->job->import);

  ent_store_set_setting (self->store, MAPPING_SETTING, text);
  gtk_widget_set_visible (self->use_kept_button, TRUE);
  say (self->columns_banner, _ ("These choices are kept for the next file."));
}

static void
use_kept_mapping_cb (EntImportDialog *self)
{
  const char *text = ent_store_get_setting (self->store, MAPPING_SETTING, NULL);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (ent_import_mapping_from_text (self->job->import, text, &error))
    show_columns (self);
  else
    say (self->columns_banner, _ ("The kept choices fit no column of this file."));
}

/* File */

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntImportJob *job = ent_import_job_read_finish (result, &error);

  if (self->store == NULL || was_cancelled (error))
    {
      g_clear_pointer (&job, ent_import_job_unref);
      return;
    }
  if (job == NULL)
    {
      say (self->file_banner, error->message);
      return;
    }
  g_clear_pointer (&self->job, ent_import_job_unref);
  self->job = job;
  say (self->file_banner, NULL);
  show_columns (self);
  adw_navigation_view_push_by_tag (self->view, "columns");
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ent_import_dialog_load (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say (self->file_banner, error->message);
}

static GtkWindow *
window_of (EntImportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
choose_file_cb (EntImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_dialog_set_title (dialog, _ ("Choose a file to import"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, window_of (self), NULL, file_chosen_cb, g_object_ref (self));
}

/* Review */

static void
preview_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (rows != NULL && self->review != NULL)
    ent_import_review_show_rows (self->review, rows);
  step_done (self);
}

static void
read_preview (EntImportDialog *self)
{
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, ent_import_job_preview,
                       ent_import_job_ref (self->job), (GDestroyNotify) ent_import_job_unref,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, preview_read_cb,
                       g_object_ref (self));
}

static void
show_review (EntImportDialog *self, const GError *error)
{
  const EntImportReport *report = ent_import_get_report (self->job->import);

  watch_progress (self, FALSE);
  if (error != NULL)
    {
      say (self->columns_banner, error->message);
      adw_navigation_view_pop (self->view);
      return;
    }
  ent_import_review_show_report (self->review, report);
  gtk_stack_set_visible_child_name (self->review_stack, "review");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            report->n_added + report->n_updated > 0);
  start_step (self, read_preview);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntImportJob *job = ent_store_run_finish (ENT_STORE (source), result, &error);
  gboolean overtaken = was_cancelled (error) || self->next != NULL || self->review == NULL ||
                       (job != NULL && job != self->job);

  if (!overtaken)
    show_review (self, error);
  g_clear_pointer (&job, ent_import_job_unref);
  step_done (self);
}

static void
check (EntImportDialog *self)
{
  ent_import_set_known (self->job->import, adw_combo_row_get_selected (self->known_row) == 1
                                               ? ENT_IMPORT_UPDATE
                                               : ENT_IMPORT_SKIP);
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, ent_import_job_check,
                       ent_import_job_ref (self->job), (GDestroyNotify) ent_import_job_unref,
                       (GDestroyNotify) ent_import_job_unref, self->cancellable, checked_cb,
                       g_object_ref (self));
}

static void
review_cb (EntImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->review_stack, "checking");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  adw_navigation_view_push_by_tag (self->view, "review");
  renew_cancellable (self);
  watch_progress (self, TRUE);
  start_step (self, check);
}

/* Going back to the columns stops the reading. */
static void
popped_cb (EntImportDialog *self)
{
  renew_cancellable (self);
  if (self->job != NULL)
    watch_progress (self, FALSE);
}

/* Import and result */

static void
show_result (EntImportDialog *self)
{
  const EntImportReport *report = ent_import_get_report (self->job->import);
  g_autofree char *sentence = ent_import_review_sentence (report);

  adw_status_page_set_icon_name (self->result_page, "object-select-symbolic");
  adw_status_page_set_title (self->result_page, _ ("Import done"));
  adw_status_page_set_description (self->result_page, sentence);
  gtk_widget_set_visible (self->undo_button, self->act != 0);
  gtk_widget_set_visible (self->save_button, report->n_refused > 0);
}

static void
show_failure (EntImportDialog *self, const GError *error)
{
  gboolean cancelled = was_cancelled (error);
  g_autofree char *text = cancelled ? NULL : g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->result_page,
                                 cancelled ? "ent-undo-symbolic" : "dialog-error-symbolic");
  adw_status_page_set_title (self->result_page,
                             cancelled ? _ ("Import cancelled") : _ ("The import failed"));
  adw_status_page_set_description (self->result_page,
                                   cancelled ? _ ("The register is as it was before.") : text);
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->save_button, FALSE);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->act = ent_store_write_finish (ENT_STORE (source), result, &error);
  if (self->view == NULL)
    return;
  watch_progress (self, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (error == NULL)
    show_result (self);
  else
    show_failure (self, error);
  adw_navigation_view_push_by_tag (self->view, "result");
  step_done (self);
}

static void
run (EntImportDialog *self)
{
  ent_store_write_async (self->store, _ ("Persons imported"), ent_import_job_run,
                         ent_import_job_ref (self->job), (GDestroyNotify) ent_import_job_unref,
                         self->cancellable, imported_cb, g_object_ref (self));
}

static void
import_cb (EntImportDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push_by_tag (self->view, "run");
  renew_cancellable (self);
  watch_progress (self, TRUE);
  start_step (self, run);
}

static void
stop_cb (EntImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ent_store_undo_finish (ENT_STORE (source), result, &error);
  g_autofree char *text = label == NULL ? g_markup_escape_text (error->message, -1) : NULL;

  if (self->result_page == NULL)
    return;
  gtk_widget_set_sensitive (self->undo_button, TRUE);
  if (label == NULL)
    {
      adw_status_page_set_description (self->result_page, text);
      return;
    }
  gtk_widget_set_visible (self->undo_button, FALSE);
  adw_status_page_set_icon_name (self->result_page, "ent-undo-symbolic");
  adw_status_page_set_title (self->result_page, _ ("Import undone"));
  adw_status_page_set_description (self->result_page, _ ("The register is as it was before."));
}

static void
undo_cb (EntImportDialog *self)
{
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  ent_store_undo_act_async (self->store, self->act, NULL, undone_cb, g_object_ref (self));
}

static void
refused_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  gboolean written = ent_import_job_save_refused_finish (result, &error);

  step_done (self);
  if (shell == NULL)
    return;
  if (written)
    ent_shell_toast (shell, _ ("Refused lines saved"), FALSE);
  else
    ent_shell_report (shell, error);
}

static void
save_refused (EntImportDialog *self)
{
  ent_import_job_save_refused_async (self->job, self->refused_file, refused_written_cb,
                                     g_object_ref (self));
}

static void
refused_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL || self->store == NULL)
    return;
  g_set_object (&self->refused_file, file);
  start_step (self, save_refused);
}

static void
save_refused_cb (EntImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the refused lines"));
  /* Translators: name of a file */
  gtk_file_dialog_set_initial_name (dialog, _ ("refused lines.csv"));
  gtk_file_dialog_save (dialog, window_of (self), NULL, refused_file_chosen_cb,
                        g_object_ref (self));
}

static void
close_cb (EntImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ent_import_dialog_dispose (GObject *object)
{
  EntImportDialog *self = ENT_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_import_dialog_parent_class)->dispose (object);
}

static void
ent_import_dialog_finalize (GObject *object)
{
  EntImportDialog *self = ENT_IMPORT_DIALOG (object);

  g_clear_pointer (&self->job, ent_import_job_unref);
  g_clear_object (&self->refused_file);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_import_dialog_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_mapping_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_kept_mapping_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ent_import_dialog_class_init (EntImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_import_dialog_finalize;

  g_type_ensure (ENT_TYPE_IMPORT_COLUMNS);
  g_type_ensure (ENT_TYPE_IMPORT_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "person/ent-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, file_banner);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, columns_banner);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, known_row);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, use_kept_button);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, review_stack);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, check_bar);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, run_bar);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EntImportDialog, save_button);
  bind_callbacks (widget_class);
}

static void
ent_import_dialog_init (EntImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

EntImportDialog *
ent_import_dialog_present (GtkWidget *parent, EntStore *store)
{
  EntImportDialog *self = g_object_new (ENT_TYPE_IMPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  adw_dialog_present (ADW_DIALOG (self), parent);
  return self;
}

void
ent_import_dialog_load (EntImportDialog *self, GFile *file)
{
  renew_cancellable (self);
  ent_import_job_read_async (file, self->cancellable, file_read_cb, g_object_ref (self));
}
