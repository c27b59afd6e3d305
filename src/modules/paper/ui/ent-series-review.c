/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of lines, and the draft of the one selected, made on the reading thread. Main thread. */

#include "ent-series-review.h"

#include "ent-paper-make.h"
#include "ent-paper-series-make.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

/* A line as the list knows it. */
#define ENT_TYPE_SERIES_ITEM (ent_series_item_get_type ())
G_DECLARE_FINAL_TYPE (EntSeriesItem, ent_series_item, ENT, SERIES_ITEM, GObject)

struct _EntSeriesItem
{
  GObject parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (EntSeriesItem, ent_series_item, G_TYPE_OBJECT)

static void
ent_series_item_class_init (EntSeriesItemClass *klass)
{
}

static void
ent_series_item_init (EntSeriesItem *self)
{
}

struct _EntSeriesReview
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkLabel *count_label;
  EntPdfPane *pane; /* borrowed */
  GtkSingleSelection *selection; /* borrowed: the list holds it */
  EntStore *store;
  EntPaperSeries *series;
  GCancellable *cancellable; /* of the draft being made */
};

G_DEFINE_FINAL_TYPE (EntSeriesReview, ent_series_review, ADW_TYPE_BIN)

static EntSeriesLine *
line_of (EntSeriesReview *self, GtkListItem *item)
{
  EntSeriesItem *held = gtk_list_item_get_item (item);

  return g_ptr_array_index (ent_paper_series_get_lines (self->series), held->position);
}

/* Preview */

typedef struct
{
  EntPaperRequest *model;
  gint64 subject_id;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  ent_paper_request_free (draft->model);
  g_free (draft);
}

static gpointer
make_draft (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Draft *draft = data;
  g_autoptr (EntPaperRequest)
                request = ent_paper_series_request (db, draft->model, draft->subject_id);

  return ent_paper_draft (db, request, cancellable, error);
}

static void
draft_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSeriesReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperDraft) draft = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->pane == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ent_pdf_pane_set_document (self->pane, draft != NULL ? draft->pdf : NULL);
}

static void
selected_cb (EntSeriesReview *self)
{
  EntSeriesItem *item = gtk_single_selection_get_selected_item (self->selection);
  GPtrArray *lines = ent_paper_series_get_lines (self->series);
  const EntSeriesLine *line;
  Draft *draft;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (lines == NULL || item == NULL)
    return;
  line = g_ptr_array_index (lines, item->position);
  draft = g_new0 (Draft, 1);
  draft->model = ent_paper_request_copy (ent_paper_series_get_model (self->series));
  draft->subject_id = line->subject_id;
  self->cancellable = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, make_draft, draft, draft_free,
                       (GDestroyNotify) ent_paper_draft_free, self->cancellable, draft_made_cb,
                       g_object_ref (self));
}

static void
step (EntSeriesReview *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (by < 0 && position == 0) || (by > 0 && position + 1 >= n))
    return;
  gtk_list_view_scroll_to (self->list, position + (guint) by,
                           GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
previous_cb (EntSeriesReview *self)
{
  step (self, -1);
}

static void
next_cb (EntSeriesReview *self)
{
  step (self, 1);
}

/* Rows */

static void
show_count (EntSeriesReview *self)
{
  GPtrArray *lines = ent_paper_series_get_lines (self->series);
  guint total = ent_paper_series_get_total (self->series);
  g_autofree char *text = NULL;

  /* Translators: how many of the persons of a list get a letter */
  text = g_strdup_printf (ngettext ("%u of %u person", "%u of %u persons", lines->len), total,
                          lines->len);
  gtk_label_set_label (self->count_label, text);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  EntSeriesReview *self = ENT_SERIES_REVIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (check), ENT_TYPE_SERIES_REVIEW));
  EntSeriesItem *held = gtk_list_item_get_item (item);

  if (self == NULL || held == NULL)
    return;
  ent_paper_series_leave_out (self->series, held->position, !gtk_check_button_get_active (check));
  show_count (self);
}

static void
setup_cb (EntSeriesReview *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "private");
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), note);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), texts);
  g_object_set_data (G_OBJECT (item), "check", check);
  g_object_set_data (G_OBJECT (item), "name", name);
  g_object_set_data (G_OBJECT (item), "note", note);
  gtk_list_item_set_child (item, row);
}

static char *
note_of (const EntSeriesLine *line)
{
  if (line->problem != NULL)
    return g_strdup (line->problem);
  if (line->is_dead)
    return g_strdup (_ ("Has died: left out unless you choose otherwise."));
  return g_strdup (line->postcode != NULL ? line->postcode : _ ("No address"));
}

static void
bind_cb (EntSeriesReview *self, GtkListItem *item)
{
  const EntSeriesLine *line = line_of (self, item);
  GtkCheckButton *check = g_object_get_data (G_OBJECT (item), "check");
  GtkWidget *note = g_object_get_data (G_OBJECT (item), "note");
  g_autofree char *text = note_of (line);
  /* Translators: a box to tick: whether a person of a list gets a letter */
  g_autofree char *label = g_strdup_printf (_ ("Issue for %s"), line->name);

  gtk_label_set_label (g_object_get_data (G_OBJECT (item), "name"), line->name);
  gtk_label_set_label (GTK_LABEL (note), text);
  gtk_widget_remove_css_class (note, line->problem != NULL ? "dim-label" : "warning");
  gtk_widget_add_css_class (note, line->problem != NULL ? "warning" : "dim-label");
  gtk_check_button_set_active (check, !line->is_left_out);
  gtk_widget_set_sensitive (GTK_WIDGET (check), line->problem == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
}

static void
unbind_cb (EntSeriesReview *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (g_object_get_data (G_OBJECT (item), "check"), toggled_cb,
                                        item);
}

static void
ent_series_review_dispose (GObject *object)
{
  EntSeriesReview *self = ENT_SERIES_REVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->pane = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SERIES_REVIEW);
  g_clear_object (&self->store);
  g_clear_object (&self->series);
  G_OBJECT_CLASS (ent_series_review_parent_class)->dispose (object);
}

static void
ent_series_review_class_init (EntSeriesReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_series_review_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-series-review.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSeriesReview, list);
  gtk_widget_class_bind_template_child (widget_class, EntSeriesReview, count_label);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ent_series_review_init (EntSeriesReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_series_review_new (EntPdfPane *pane)
{
  EntSeriesReview *self = g_object_new (ENT_TYPE_SERIES_REVIEW, NULL);

  self->pane = pane;
  return GTK_WIDGET (self);
}

static guint
append (GListStore *items, GPtrArray *lines, gboolean left_out)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (EntSeriesItem) item = NULL;

      if (((EntSeriesLine *) g_ptr_array_index (lines, i))->is_left_out != left_out)
        continue;
      item = g_object_new (ENT_TYPE_SERIES_ITEM, NULL);
      item->position = i;
      g_list_store_append (items, item);
      n++;
    }
  return n;
}

void
ent_series_review_set_series (EntSeriesReview *self, EntStore *store, EntPaperSeries *series)
{
  g_autoptr (GListStore) items = g_list_store_new (ENT_TYPE_SERIES_ITEM);
  GPtrArray *lines = ent_paper_series_get_lines (series);
  GtkSelectionModel *model;
  guint n_left_out;

  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->store, store);
  g_set_object (&self->series, series);
  /* Who gets nothing comes first: something may be put right. */
  n_left_out = append (items, lines, TRUE);
  append (items, lines, FALSE);
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&items))));
  self->selection = GTK_SINGLE_SELECTION (model);
  if (n_left_out < lines->len)
    gtk_single_selection_set_selected (self->selection, n_left_out);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
  show_count (self);
  selected_cb (self);
}
