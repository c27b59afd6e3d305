/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a stack on a thread of its own, sorts its pages on the reading thread, files them on the
 * writing thread. Main thread. */

#include "ent-filing-dialog.h"

#include "ent-filing-rows.h"
#include "ent-paper-me.h"
#include "ent-pdf-acts.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 100

struct _EntFilingDialog
{
  AdwDialog parent_instance;

  GtkWidget *file_button;
  AdwBanner *banner;
  GtkStack *stack;
  GtkProgressBar *read_bar;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *groups_group;
  AdwPreferencesGroup *rest_group;
  AdwStatusPage *done_page;
  GtkWidget *close_button;
  GtkWidget *save_later_button;

  EntStore *store;
  EntScan *scan;
  EntFilingPlan *plan;
  GPtrArray *rows; /* GtkWidget, borrowed */
  guint progress_source;
  GCancellable *cancellable;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (EntFilingDialog, ent_filing_dialog, ADW_TYPE_DIALOG)

static void
say (EntFilingDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
set_busy (EntFilingDialog *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->rest_group), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups_group), !busy);
  gtk_widget_set_sensitive (self->file_button,
                            !busy && self->plan != NULL && self->plan->groups->len > 0);
}

static void
show_failure (EntFilingDialog *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->failed_page, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* The plan */

static void sort (EntFilingDialog *self);

static void
assign (gpointer user_data, guint position, const char *number)
{
  EntFilingDialog *self = user_data;

  if (self->busy)
    return;
  ent_filing_plan_assign (self->plan, position, number);
  sort (self);
}

static void
clear_rows (EntFilingDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rest (EntFilingDialog *self)
{
  GPtrArray *scanned = ent_scan_get_pages (self->scan);

  for (guint i = 0; i < self->plan->pages->len; i++)
    {
      const EntFilingPage *page = g_ptr_array_index (self->plan->pages, i);
      const EntFilingAssign what = { assign, self, i };
      GtkWidget *row;

      if (page->problem == NULL)
        continue;
      row = ent_filing_rest_row_new (page, g_ptr_array_index (scanned, i), &what);
      adw_preferences_group_add (self->rest_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_plan (EntFilingDialog *self)
{
  clear_rows (self);
  for (guint i = 0; i < self->plan->groups->len; i++)
    {
      GtkWidget *row = ent_filing_group_row_new (g_ptr_array_index (self->plan->groups, i));

      adw_preferences_group_add (self->groups_group, row);
      g_ptr_array_add (self->rows, row);
    }
  add_rest (self);
  adw_preferences_group_set_description (
      self->groups_group, self->plan->groups->len > 0
                              ? _ ("Each is kept with the person whom it is about.")
                              : _ ("No page of this stack was issued by this register."));
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group), ent_filing_plan_n_rest (self->plan) > 0);
  gtk_stack_set_visible_child_name (self->stack, "plan");
}

/* Takes over the signatures that were ticked before. */
static void
keep_ticks (const EntFilingPlan *from, EntFilingPlan *to)
{
  for (guint i = 0; i < from->groups->len; i++)
    for (guint j = 0; j < to->groups->len; j++)
      {
        const EntFilingGroup *before = g_ptr_array_index (from->groups, i);
        EntFilingGroup *after = g_ptr_array_index (to->groups, j);

        if (before->document_id == after->document_id)
          after->is_signed = before->is_signed;
      }
}

static gpointer
sort_thread (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntFilingPlan) plan = ent_filing_plan_copy (data);

  return ent_paper_filing_sort (plan, db, error) ? g_steal_pointer (&plan) : NULL;
}

static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFilingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntFilingPlan *plan = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL)
    {
      g_clear_pointer (&plan, ent_filing_plan_unref);
      return;
    }
  if (plan == NULL)
    {
      set_busy (self, FALSE);
      show_failure (self, error);
      return;
    }
  clear_rows (self);
  keep_ticks (self->plan, plan);
  ent_filing_plan_unref (self->plan);
  self->plan = plan;
  show_plan (self);
  set_busy (self, FALSE);
}

static void
sort (EntFilingDialog *self)
{
  set_busy (self, TRUE);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, sort_thread,
                       ent_filing_plan_copy (self->plan), (GDestroyNotify) ent_filing_plan_unref,
                       (GDestroyNotify) ent_filing_plan_unref, self->cancellable, sorted_cb,
                       g_object_ref (self));
}

/* Reading */

static gboolean
tick_cb (gpointer user_data)
{
  EntFilingDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->read_bar, ent_scan_get_fraction (self->scan));
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFilingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = ent_scan_read_finish (self->scan, result, &error);

  if (self->store == NULL)
    return;
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (!good)
    {
      show_failure (self, error);
      return;
    }
  self->plan = ent_filing_plan_new (ent_scan_get_pages (self->scan));
  sort (self);
}

/* Filing */

typedef struct
{
  EntFilingPlan *plan;
  GBytes *stack;
  char *who;
  EntFilingRun run;
} Filing;

static void
filing_clear (gpointer data)
{
  Filing *filing = data;

  ent_filing_plan_unref (filing->plan);
  g_bytes_unref (filing->stack);
  g_free (filing->who);
}

static void
filing_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, filing_clear);
}

static gboolean
file_thread (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Filing *filing = data;

  filing->run.who = filing->who;
  /* As the register stands now: somebody else may have signed meanwhile. */
  return ent_paper_filing_file (apply, filing->plan, filing->stack, &filing->run, error);
}

typedef struct
{
  EntFilingDialog *dialog;
  Filing *filing;
} Waiting;

static void
show_done (EntFilingDialog *self, const EntFilingRun *run)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  guint n_rest = ent_filing_plan_n_rest (self->plan);

  g_string_append_printf (text,
                          ngettext ("%u document was kept with its person.",
                                    "%u documents were kept with their persons.", run->n_filed),
                          run->n_filed);
  if (run->n_known > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u was kept already.", "\n%u were kept already.",
                                      run->n_known),
                            run->n_known);
  if (run->n_signed > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u signature was entered.",
                                      "\n%u signatures were entered.", run->n_signed),
                            run->n_signed);
  if (n_rest > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u page was not recognised.",
                                      "\n%u pages were not recognised.", n_rest),
                            n_rest);
  escaped = g_markup_escape_text (text->str, -1);
  adw_status_page_set_description (self->done_page, escaped);
  gtk_widget_set_visible (self->save_later_button, n_rest > 0);
  gtk_widget_set_visible (self->file_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->close_button);
}

static void
filed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (EntFilingDialog) self = waiting->dialog;
  g_autoptr (GError) error = NULL;
  gboolean written = ent_store_write_finish (ENT_STORE (source), result, &error) != 0;

  if (self->store != NULL)
    {
      adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
      set_busy (self, FALSE);
      if (written)
        show_done (self, &waiting->filing->run);
      else
        say (self, error->message);
    }
  filing_unref (waiting->filing);
}

/* While the thread has the plan, nothing in sight changes it. */
static Filing *
filing_new (EntFilingDialog *self)
{
  Filing *filing = g_atomic_rc_box_new0 (Filing);

  filing->plan = ent_filing_plan_ref (self->plan);
  filing->stack = g_bytes_ref (ent_scan_get_pdf (self->scan));
  filing->who = g_strdup (ent_paper_me_author (self->store));
  return filing;
}

static void
file_cb (EntFilingDialog *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  say (self, NULL);
  set_busy (self, TRUE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  waiting->dialog = g_object_ref (self);
  waiting->filing = filing_new (self);
  ent_store_write_async (self->store, _ ("Scans filed"), file_thread,
                         g_atomic_rc_box_acquire (waiting->filing), filing_unref, NULL, filed_cb,
                         waiting);
}

static void
save_rest_cb (EntFilingDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rest = ent_filing_plan_take_rest (self->plan, ent_scan_get_pdf (self->scan),
                                                      &error);

  if (rest != NULL)
    /* Translators: name of a file: pages of a stack of paper that no document of ours claims */
    ent_pdf_save (GTK_WIDGET (self), rest, _ ("Pages not recognised"));
  else
    say (self, error->message);
}

static void
close_cb (EntFilingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ent_filing_dialog_dispose (GObject *object)
{
  EntFilingDialog *self = ENT_FILING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_FILING_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_filing_dialog_parent_class)->dispose (object);
}

static void
ent_filing_dialog_finalize (GObject *object)
{
  EntFilingDialog *self = ENT_FILING_DIALOG (object);

  g_clear_pointer (&self->plan, ent_filing_plan_unref);
  g_clear_pointer (&self->scan, ent_scan_unref);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_filing_dialog_parent_class)->finalize (object);
}

static void
ent_filing_dialog_class_init (EntFilingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_filing_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_filing_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-filing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, read_bar);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, groups_group);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, rest_group);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilingDialog, save_later_button);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_rest_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ent_filing_dialog_init (EntFilingDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_filing_dialog_present (GtkWidget *parent, EntStore *store, GBytes *stack)
{
  EntFilingDialog *self = g_object_new (ENT_TYPE_FILING_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->scan = ent_scan_new (stack);
  self->progress_source = g_timeout_add (PROGRESS_MS, tick_cb, self);
  ent_scan_read_async (self->scan, self->cancellable, read_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/* Choosing a file */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) stack = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  EntStore *store = ent_shell_get_store (shell);

  if (stack == NULL)
    ent_shell_report (shell, error);
  else if (store != NULL)
    ent_filing_dialog_present (GTK_WIDGET (shell), store, stack);
}

static void
load (EntShell *shell, GFile *file)
{
  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (shell));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    load (shell, file);
}

void
ent_filing_dialog_choose (GtkWidget *parent, EntStore *store)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Scans (PDF, PNG, JPEG)"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_dialog_set_title (dialog, _ ("Choose a scan"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (parent) ? GTK_WINDOW (parent) : NULL, NULL,
                        chosen_cb, g_object_ref (ent_shell_for (parent)));
}

void
ent_filing_dialog_present_file (GtkWidget *parent, GFile *file)
{
  EntShell *shell = ent_shell_for (parent);

  if (shell != NULL)
    load (shell, file);
}
