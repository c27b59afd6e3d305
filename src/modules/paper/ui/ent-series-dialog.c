/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a series as pages. Who is in the list is read when the dialog opens; checking and
 * issuing are EntPaperSeries. Main thread. */

#include "ent-series-dialog.h"

#include "ent-date.h"
#include "ent-paper-chooser.h"
#include "ent-paper-kinds.h"
#include "ent-paper-me.h"
#include "ent-paper-questions.h"
#include "ent-paper-series.h"
#include "ent-paper-split.h"
#include "ent-pdf-pane.h"
#include "ent-person.h"
#include "ent-resources.h"
#include "ent-series-result.h"
#include "ent-series-review.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 100

struct _EntSeriesDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *view;
  AdwWindowTitle *questions_title;
  GtkWidget *check_button;
  AdwBanner *questions_banner;
  GtkBox *questions_box;
  GtkEditable *purpose_row;
  AdwComboRow *language_row;
  AdwComboRow *order_row;
  AdwComboRow *signing_row;
  AdwSwitchRow *large_row;
  GtkButton *issue_button;
  GtkStack *review_stack;
  GtkProgressBar *check_bar;
  AdwStatusPage *failed_page;
  AdwBin *review_bin;
  GtkProgressBar *run_bar;
  GtkWidget *stop_button;
  EntSeriesResult *result;

  EntPaperQuestions *questions;
  EntStore *store;
  EntPaperRequest *model;
  GArray *ids; /* gint64 */
  EntPaperSeries *series;
  guint progress_source;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntSeriesDialog, ent_series_dialog, ADW_TYPE_DIALOG)

/* Whom the list shows */

typedef struct
{
  GArray *ids;
  gint64 agent_id;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *listed = data;

  g_clear_pointer (&listed->ids, g_array_unref);
  g_free (listed);
}

static gpointer
read_list (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Listed *listed = g_new0 (Listed, 1);

  listed->agent_id = ent_paper_me_agent (db);
  listed->ids = ent_paper_series_persons (db, data, cancellable, error);
  if (listed->ids != NULL)
    return listed;
  listed_free (listed);
  return NULL;
}

static gpointer
read_given (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Listed *listed = g_new0 (Listed, 1);

  listed->agent_id = ent_paper_me_agent (db);
  listed->ids = g_array_copy (data);
  return listed;
}

static void
say (EntSeriesDialog *self, const char *text)
{
  adw_banner_set_title (self->questions_banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->questions_banner, text != NULL);
}

static void
show_listed (EntSeriesDialog *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u person", "%u persons", self->ids->len),
                                           self->ids->len);

  adw_window_title_set_subtitle (self->questions_title, text);
  gtk_widget_set_sensitive (self->check_button, self->ids->len > 0);
  if (self->ids->len == 0)
    say (self, _ ("The list shows nobody."));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSeriesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Listed *listed = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (listed != NULL && self->store != NULL)
    {
      self->ids = g_steal_pointer (&listed->ids);
      self->model->agent_id = listed->agent_id;
      show_listed (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
  g_clear_pointer (&listed, listed_free);
}

/* Checking */

static void
watch (EntSeriesDialog *self, GSourceFunc tick)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (tick == NULL)
    return;
  tick (self);
  self->progress_source = g_timeout_add (PROGRESS_MS, tick, self);
}

static gboolean
check_tick_cb (gpointer user_data)
{
  EntSeriesDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->check_bar, ent_paper_series_get_fraction (self->series));
  return G_SOURCE_CONTINUE;
}

static void
show_total (EntSeriesDialog *self)
{
  guint total = ent_paper_series_get_total (self->series);
  g_autofree char *label = g_strdup_printf (ngettext ("_Issue %u document", "_Issue %u documents",
                                                      total),
                                            total);

  gtk_button_set_label (self->issue_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->issue_button),
                            total > 0 && ent_paper_series_get_lines (self->series) != NULL);
}

static void
show_review (EntSeriesDialog *self)
{
  GtkWidget *pane = ent_pdf_pane_new ();
  GtkWidget *review = ent_series_review_new (ENT_PDF_PANE (pane));
  GtkWidget *split = ent_paper_split_new (pane, review);

  ent_paper_split_set_bar (ENT_PAPER_SPLIT (split), _ ("Persons of the series"));
  adw_bin_set_child (self->review_bin, split);
  ent_series_review_set_series (ENT_SERIES_REVIEW (review), self->store, self->series);
  gtk_stack_set_visible_child_name (self->review_stack, "review");
}

static void
checked_cb (EntSeriesDialog *self, gboolean good, EntPaperSeries *series)
{
  const GError *error = ent_paper_series_get_error (series);
  g_autofree char *text = NULL;

  if (series != self->series)
    return;
  watch (self, NULL);
  if (good)
    {
      show_review (self);
      show_total (self);
      return;
    }
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed_page, text);
  gtk_stack_set_visible_child_name (self->review_stack, "failed");
}

static void
progress_cb (EntSeriesDialog *self)
{
  guint done = ent_paper_series_get_n_done (self->series);
  guint failed = ent_paper_series_get_n_failed (self->series);
  guint total = ent_paper_series_get_total (self->series);
  /* Translators: how far the issuing is: 12 of 140 */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), done + failed, total);

  gtk_progress_bar_set_fraction (self->run_bar, total > 0 ? (double) (done + failed) / total : 0);
  gtk_progress_bar_set_text (self->run_bar, text);
}

static void
finished_cb (EntSeriesDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  ent_series_result_show (self->result, self->store, self->series);
  adw_navigation_view_push_by_tag (self->view, "result");
  /* There is no way back to the issuing: Escape closes the dialog. */
  adw_navigation_view_set_pop_on_escape (self->view, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

static void
read_options (EntSeriesDialog *self)
{
  guint language = adw_combo_row_get_selected (self->language_row);
  guint signing = adw_combo_row_get_selected (self->signing_row);

  g_clear_pointer (&self->model->language, g_free);
  if (language > 0)
    self->model->language = g_strdup (ent_paper_language_enum.choices[language - 1].nick);
  self->model->signing = ent_signing_enum.choices[signing].value;
  self->model->large_type = adw_switch_row_get_active (self->large_row);
  g_set_str (&self->model->purpose, gtk_editable_get_text (self->purpose_row));
  if (*self->model->purpose == '\0')
    g_clear_pointer (&self->model->purpose, g_free);
  self->model->day = ent_day_today ();
  g_set_str (&self->model->author, ent_paper_me_author (self->store));
}

static void
forget_series (EntSeriesDialog *self)
{
  watch (self, NULL);
  if (self->series == NULL)
    return;
  ent_paper_series_stop (self->series);
  g_signal_handlers_disconnect_by_data (self->series, self);
  g_clear_object (&self->series);
}

static void
check_cb (EntSeriesDialog *self)
{
  const char *unclear = ent_paper_questions_find_unclear (self->questions);
  EntSeriesOrder order = adw_combo_row_get_selected (self->order_row) == 1 ? ENT_SERIES_BY_NAME
                                                                           : ENT_SERIES_BY_POSTCODE;

  if (unclear != NULL)
    {
      ent_paper_questions_focus (self->questions, unclear);
      return;
    }
  read_options (self);
  forget_series (self);
  self->series = ent_paper_series_new (self->store, self->model, self->ids, order);
  ent_series_result_set_order (self->result, order);
  g_signal_connect_swapped (self->series, "checked", G_CALLBACK (checked_cb), self);
  g_signal_connect_swapped (self->series, "notify::total", G_CALLBACK (show_total), self);
  g_signal_connect_swapped (self->series, "progress", G_CALLBACK (progress_cb), self);
  g_signal_connect_swapped (self->series, "finished", G_CALLBACK (finished_cb), self);
  gtk_stack_set_visible_child_name (self->review_stack, "checking");
  show_total (self);
  adw_navigation_view_push_by_tag (self->view, "review");
  ent_paper_series_prepare (self->series);
  watch (self, check_tick_cb);
}

/* Going back to the questions ends the checking. */
static void
popped_cb (EntSeriesDialog *self)
{
  if (self->view != NULL &&
      g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->view), "questions") == 0)
    forget_series (self);
}

/* Issuing */

static void
start (EntSeriesDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  progress_cb (self);
  adw_navigation_view_set_pop_on_escape (self->view, TRUE);
  adw_navigation_view_push_by_tag (self->view, "run");
  ent_paper_series_start (self->series);
}

static void
issue_cb (EntSeriesDialog *self)
{
  start (self);
}

static void
resume_cb (EntSeriesDialog *self)
{
  adw_navigation_view_pop_to_tag (self->view, "review");
  start (self);
}

static void
stop_cb (EntSeriesDialog *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  ent_paper_series_stop (self->series);
}

static void
open_cb (EntSeriesDialog *self, gint64 id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, id);
}

static void
answered_cb (EntSeriesDialog *self, const char *path, const char *text)
{
  ent_paper_request_set_answer (self->model, path, text);
}

static void
fill_choices (EntSeriesDialog *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) signings = gtk_string_list_new (NULL);

  gtk_string_list_append (languages, _ ("Each person’s own"));
  for (guint i = 0; i < ent_paper_language_enum.n_choices; i++)
    gtk_string_list_append (languages, _ (ent_paper_language_enum.choices[i].label));
  for (guint i = 0; i < ent_signing_enum.n_choices; i++)
    gtk_string_list_append (signings, _ (ent_signing_enum.choices[i].label));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (languages));
  adw_combo_row_set_model (self->signing_row, G_LIST_MODEL (signings));
}

static void
add_questions (EntSeriesDialog *self)
{
  self->questions = ENT_PAPER_QUESTIONS (ent_paper_questions_new (self->model->kind));
  if (ent_paper_questions_has_any (self->questions))
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (self->questions),
        _ ("What you answer here is said to all; what you leave empty is proposed for each."));
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (self->questions_box, GTK_WIDGET (self->questions));
  gtk_widget_set_visible (GTK_WIDGET (self->questions),
                          ent_paper_questions_has_any (self->questions));
}

static void
ent_series_dialog_dispose (GObject *object)
{
  EntSeriesDialog *self = ENT_SERIES_DIALOG (object);

  forget_series (self);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SERIES_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_series_dialog_parent_class)->dispose (object);
}

static void
ent_series_dialog_finalize (GObject *object)
{
  EntSeriesDialog *self = ENT_SERIES_DIALOG (object);

  g_clear_pointer (&self->model, ent_paper_request_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_series_dialog_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
ent_series_dialog_class_init (EntSeriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_series_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_series_dialog_finalize;

  g_type_ensure (ENT_TYPE_SERIES_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-series-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, view);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, questions_title);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, check_button);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, questions_banner);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, questions_box);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, signing_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, large_row);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, issue_button);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, review_stack);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, check_bar);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, review_bin);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, run_bar);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesDialog, result);
  bind_callbacks (widget_class);
}

static void
ent_series_dialog_init (EntSeriesDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

static EntSeriesDialog *
dialog_new (EntStore *store, const EntDocumentKind *kind)
{
  EntSeriesDialog *self = g_object_new (ENT_TYPE_SERIES_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->model = ent_paper_request_new (kind, 0, ent_day_today ());
  adw_dialog_set_title (ADW_DIALOG (self), _ (kind->title));
  adw_window_title_set_title (self->questions_title, _ (kind->title));
  add_questions (self);
  return self;
}

EntSeriesDialog *
ent_series_dialog_present_for (GtkWidget *parent,
                               EntStore *store,
                               GArray *ids,
                               const EntDocumentKind *kind)
{
  EntSeriesDialog *self = dialog_new (store, kind);

  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_given, g_array_copy (ids),
                       (GDestroyNotify) g_array_unref, listed_free, self->cancellable, listed_cb,
                       g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
  return self;
}

EntSeriesDialog *
ent_series_dialog_present (GtkWidget *parent,
                           EntStore *store,
                           const EntQuery *query,
                           const EntDocumentKind *kind)
{
  EntSeriesDialog *self = dialog_new (store, kind);

  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_list, ent_query_copy (query),
                       (GDestroyNotify) ent_query_free, listed_free, self->cancellable, listed_cb,
                       g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
  return self;
}

/* Which document first */

typedef struct
{
  GtkWidget *parent; /* borrowed: the chooser stands in it */
  EntStore *store;
  EntQuery *query;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->store);
  ent_query_free (choosing->query);
  g_free (choosing);
}

static void
chosen_cb (EntPaperChooser *chooser, const char *id, gpointer user_data)
{
  Choosing *choosing = user_data;
  const EntDocumentKind *kind = ent_paper_kind (id);

  if (kind != NULL)
    ent_series_dialog_present (choosing->parent, choosing->store, choosing->query, kind);
}

void
ent_series_dialog_choose (EntShell *shell, EntStore *store, const EntQuery *query)
{
  EntPaperChooser *chooser = ent_paper_chooser_new (&ent_person_schema);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->parent = GTK_WIDGET (shell);
  choosing->store = g_object_ref (store);
  choosing->query = ent_query_copy (query);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), choosing, choosing_free, 0);
  adw_dialog_present (ADW_DIALOG (chooser), GTK_WIDGET (shell));
}
