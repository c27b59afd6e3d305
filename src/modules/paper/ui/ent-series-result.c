/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of a series. Files are read, joined and written on a reading thread; those in a folder
 * bear the number of the document and no name. Main thread. */

#include "ent-series-result.h"

#include "ent-group.h"
#include "ent-labels-dialog.h"
#include "ent-paper-series-make.h"
#include "ent-pdf-acts.h"
#include "ent-pdf-pages.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

/* Rows; a failure beyond is counted only. */
#define MOST_FAILURES 200
#define MOST_NAMESAKES 1000

struct _EntSeriesResult
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *problem_label;
  GtkWidget *paper_group;
  AdwPreferencesGroup *ways_group;
  AdwSwitchRow *even_row;
  GtkWidget *resume_group;
  AdwPreferencesGroup *failures_group;

  EntStore *store;
  EntPaperSeries *series;
  EntSeriesOrder order;
  GPtrArray *rows; /* of failures, borrowed */
  GCancellable *cancellable;
  gboolean to_printer; /* else to a file */
};

enum
{
  SIGNAL_RESUME,
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSeriesResult, ent_series_result, ADW_TYPE_BIN)

/* Files */

typedef struct
{
  GPtrArray *lines; /* EntSeriesLine of what was issued */
  gboolean even;
  GFile *folder;
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->lines);
  g_clear_object (&work->folder);
}

static void
work_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, work_clear);
}

static Work *
work_new (EntSeriesResult *self)
{
  Work *work = g_atomic_rc_box_new0 (Work);
  GPtrArray *lines = ent_paper_series_get_lines (self->series);

  work->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_series_line_free);
  work->even = adw_switch_row_get_active (self->even_row);
  for (guint i = 0; i < lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (lines, i);

      if (line->document_id != 0)
        g_ptr_array_add (work->lines, ent_series_line_copy (line));
    }
  return work;
}

static gpointer
join (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) files = ent_paper_series_files (db, work->lines, error);

  return files != NULL ? ent_pdf_join (files, work->even, error) : NULL;
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSeriesResult) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = self->store != NULL ? ent_shell_for (GTK_WIDGET (self)) : NULL;
  const EntDocumentKind *kind;

  if (shell == NULL)
    return;
  gtk_widget_set_sensitive (self->paper_group, TRUE);
  kind = ent_paper_series_get_model (self->series)->kind;
  if (pdf == NULL)
    ent_shell_report (shell, error);
  else if (self->to_printer)
    ent_pdf_print (GTK_WIDGET (self), pdf, _ (kind->title), kind->id);
  else
    ent_pdf_save (GTK_WIDGET (self), pdf, _ (kind->title));
}

static void
start_joining (EntSeriesResult *self, gboolean to_printer)
{
  Work *work = work_new (self);

  self->to_printer = to_printer;
  /* In a file each begins where it begins: there are no sheets. */
  work->even = work->even && to_printer;
  gtk_widget_set_sensitive (self->paper_group, FALSE);
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, join, work, work_unref,
                       (GDestroyNotify) g_bytes_unref, self->cancellable, joined_cb,
                       g_object_ref (self));
}

static void
print_cb (EntSeriesResult *self)
{
  start_joining (self, TRUE);
}

static void
save_one_cb (EntSeriesResult *self)
{
  start_joining (self, FALSE);
}

/* Never over a file that is there. */
static gboolean
write_file (GFile *folder, const char *number, GBytes *pdf, GError **error)
{
  for (guint i = 1; i <= MOST_NAMESAKES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.pdf", number)
                                     : g_strdup_printf ("%s (%u).pdf", number, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (GFileOutputStream) stream = NULL;

      stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, &local_error);
      if (stream != NULL)
        return g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (pdf, NULL),
                                          g_bytes_get_size (pdf), NULL, NULL, error) &&
               g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
      if (i < MOST_NAMESAKES && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return FALSE;
}

static gpointer
write_folder (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  for (guint i = 0; i < work->lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (work->lines, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GPtrArray) files = NULL;

      g_ptr_array_add (one, (gpointer) line);
      files = ent_paper_series_files (db, one, error);
      if (files == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_file (work->folder, line->number, g_ptr_array_index (files, 0), error))
        return NULL;
    }
  return GUINT_TO_POINTER (work->lines->len);
}

static void
folder_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSeriesResult) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (ent_store_run_finish (ENT_STORE (source), result, &error));
  EntShell *shell = self->store != NULL ? ent_shell_for (GTK_WIDGET (self)) : NULL;
  g_autofree char *text = NULL;

  if (shell == NULL)
    return;
  gtk_widget_set_sensitive (self->paper_group, TRUE);
  if (error != NULL)
    {
      gtk_label_set_label (self->problem_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
      return;
    }
  text = g_strdup_printf (ngettext ("%u file saved", "%u files saved", n), n);
  ent_shell_toast (shell, text, FALSE);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSeriesResult) self = user_data;
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  Work *work;

  if (folder == NULL || self->store == NULL)
    {
      g_clear_object (&folder);
      return;
    }
  work = work_new (self);
  work->folder = folder;
  gtk_widget_set_sensitive (self->paper_group, FALSE);
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, write_folder, work,
                       work_unref, NULL, self->cancellable, folder_written_cb, g_object_ref (self));
}

static void
save_many_cb (EntSeriesResult *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Choose a folder for the files"));
  gtk_file_dialog_select_folder (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 self->cancellable, folder_chosen_cb, g_object_ref (self));
}

static void
labels_cb (EntSeriesResult *self)
{
  GPtrArray *lines = ent_paper_series_get_lines (self->series);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (lines, i);

      if (line->document_id != 0)
        g_array_append_val (ids, line->subject_id);
    }
  ent_labels_dialog_present (GTK_WIDGET (self), self->store, ids, self->order);
}

static void
resume_cb (EntSeriesResult *self)
{
  g_signal_emit (self, signals[SIGNAL_RESUME], 0);
}

/* Failures */

static void
failure_activated_cb (EntSeriesResult *self, AdwActionRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "person");

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, *id);
}

static void
add_failure (EntSeriesResult *self, const EntSeriesLine *line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->problem);
  gtk_widget_add_css_class (row, "private");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "person",
                          g_memdup2 (&line->subject_id, sizeof line->subject_id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (failure_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->failures_group, row);
  g_ptr_array_add (self->rows, row);
}

static guint
show_failures (EntSeriesResult *self)
{
  GPtrArray *lines = ent_paper_series_get_lines (self->series);
  guint n_left = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->failures_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (lines, i);

      if (line->is_left_out || line->document_id != 0)
        continue;
      n_left++;
      if (line->problem != NULL && self->rows->len < MOST_FAILURES)
        add_failure (self, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->failures_group), self->rows->len > 0);
  return n_left;
}

void
ent_series_result_show (EntSeriesResult *self, EntStore *store, EntPaperSeries *series)
{
  guint n_done = ent_paper_series_get_n_done (series);
  const GError *error = ent_paper_series_get_error (series);
  g_autofree char *title = NULL;
  guint n_left;

  g_set_object (&self->store, store);
  g_set_object (&self->series, series);
  n_left = show_failures (self);
  title = g_strdup_printf (ngettext ("%u document issued", "%u documents issued", n_done), n_done);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->problem_label, error != NULL ? error->message : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
  gtk_widget_set_visible (self->paper_group, n_done > 0);
  gtk_widget_set_visible (self->resume_group, n_left > 0);
}

void
ent_series_result_set_order (EntSeriesResult *self, EntSeriesOrder order)
{
  self->order = order;
}

static void
ent_series_result_dispose (GObject *object)
{
  EntSeriesResult *self = ENT_SERIES_RESULT (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SERIES_RESULT);
  g_clear_object (&self->store);
  g_clear_object (&self->series);
  G_OBJECT_CLASS (ent_series_result_parent_class)->dispose (object);
}

static void
ent_series_result_finalize (GObject *object)
{
  EntSeriesResult *self = ENT_SERIES_RESULT (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_series_result_parent_class)->finalize (object);
}

static void
ent_series_result_class_init (EntSeriesResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_series_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_series_result_finalize;
  signals[SIGNAL_RESUME] = g_signal_new ("resume", ENT_TYPE_SERIES_RESULT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", ENT_TYPE_SERIES_RESULT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-series-result.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, problem_label);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, paper_group);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, ways_group);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, even_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, resume_group);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesResult, failures_group);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_one_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_many_cb);
  gtk_widget_class_bind_template_callback (widget_class, labels_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
}

static void
ent_series_result_init (EntSeriesResult *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (ADW_PREFERENCES_GROUP (self->paper_group), _ ("Result"));
  ent_group_set_name (self->ways_group, _ ("Other ways to give them out"));
  ent_group_set_name (ADW_PREFERENCES_GROUP (self->resume_group), _ ("Not issued"));
}
