/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of labels: addresses are read and drawn on the reading thread. What was chosen is kept on
 * this computer, for its printer. Main thread. */

#include "ent-labels-dialog.h"

#include "ent-centre.h"
#include "ent-date.h"
#include "ent-labels.h"
#include "ent-paper-enums.h"
#include "ent-paper-query.h"
#include "ent-paper-series-make.h"
#include "ent-pdf-acts.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntLabelsDialog
{
  AdwDialog parent_instance;

  GtkWidget *print_button;
  AdwBanner *banner;
  AdwComboRow *stock_row;
  AdwSpinRow *first_row;
  GtkAdjustment *first_adjustment;
  AdwSpinRow *right_row;
  AdwSpinRow *down_row;
  GtkWidget *test_row;

  EntStore *store;
  GArray *ids; /* gint64 */
  EntSeriesOrder order;
  GSettings *settings;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntLabelsDialog, ent_labels_dialog, ADW_TYPE_DIALOG)

/* What the reading thread draws, and what came of it. */
typedef struct
{
  EntLabelSheet sheet;
  GArray *ids;
  EntSeriesOrder order;
  GBytes *pdf;
  guint n_labels;
  guint n_cut;
  guint n_without; /* persons without an address */
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_array_unref (work->ids);
  g_clear_pointer (&work->pdf, g_bytes_unref);
}

static void
work_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, work_clear);
}

static GPtrArray *
read_labels (Work *work, EntDb *db, const char *language, GError **error)
{
  g_autoptr (GPtrArray)
                lines = ent_paper_series_query (db, work->ids, work->order, work->sheet.day, error);
  GPtrArray *labels;
  guint n_living = 0;

  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      EntSeriesLine *line = g_ptr_array_index (lines, i);

      line->is_left_out = line->is_dead;
      n_living += !line->is_dead;
    }
  labels = ent_paper_series_labels (db, lines, work->sheet.day, language, error);
  if (labels != NULL)
    work->n_without = n_living - labels->len;
  return labels;
}

static gpointer
draw (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  g_autoptr (EntCentre) centre = ent_paper_query_centre (db, error);
  const EntChoice *choice;
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (guint));

  if (centre == NULL)
    return NULL;
  choice = ent_enum_by_value (&ent_paper_language_enum, centre->language);
  work->sheet.language = choice != NULL ? choice->nick : "fr";
  labels = work->sheet.test_page ? g_ptr_array_new ()
                                 : read_labels (work, db, work->sheet.language, error);
  if (labels == NULL)
    return NULL;
  work->n_labels = labels->len;
  if (labels->len > 0 || work->sheet.test_page)
    work->pdf = ent_labels_draw (&work->sheet, labels, cut, cancellable, error);
  work->n_cut = cut->len;
  if (work->pdf == NULL && labels->len > 0)
    return NULL;
  return g_atomic_rc_box_acquire (work);
}

static void
say (EntLabelsDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
set_busy (EntLabelsDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->print_button, !busy);
  gtk_widget_set_sensitive (self->test_row, !busy);
}

static void
keep (EntLabelsDialog *self, const Work *work)
{
  const EntLabelStock *stock = work->sheet.stock;
  guint next = (work->sheet.first_position + work->n_labels) % (stock->columns * stock->rows);

  g_settings_set_string (self->settings, "labels-stock", stock->id);
  g_settings_set_double (self->settings, "labels-right", work->sheet.dx);
  g_settings_set_double (self->settings, "labels-down", work->sheet.dy);
  if (work->sheet.test_page)
    return;
  g_settings_set_uint (self->settings, "labels-first", next);
  adw_spin_row_set_value (self->first_row, next + 1);
}

static void
tell (EntLabelsDialog *self, const Work *work)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (work->n_labels == 0 && !work->sheet.test_page)
    g_string_append (text, _ ("None of these persons has an address."));
  else if (work->n_without > 0)
    g_string_append_printf (text,
                            ngettext ("%u person has no address and gets no label.",
                                      "%u persons have no address and get no label.",
                                      work->n_without),
                            work->n_without);
  if (work->n_cut > 0)
    g_string_append_printf (text,
                            ngettext ("%s%u address did not fit and was cut.",
                                      "%s%u addresses did not fit and were cut.", work->n_cut),
                            text->len > 0 ? " " : "", work->n_cut);
  say (self, text->len > 0 ? text->str : NULL);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLabelsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Work *work = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL)
    {
      g_clear_pointer (&work, work_unref);
      return;
    }
  set_busy (self, FALSE);
  if (work == NULL)
    {
      say (self, error->message);
      return;
    }
  tell (self, work);
  if (work->pdf != NULL)
    {
      keep (self, work);
      ent_pdf_print (GTK_WIDGET (self), work->pdf, _ ("Labels"), "labels");
    }
  work_unref (work);
}

static void
start (EntLabelsDialog *self, gboolean test_page)
{
  Work *work = g_atomic_rc_box_new0 (Work);

  work->sheet.stock = &ent_label_stocks[adw_combo_row_get_selected (self->stock_row)];
  work->sheet.first_position = test_page ? 0 : (guint) adw_spin_row_get_value (self->first_row) - 1;
  work->sheet.dx = adw_spin_row_get_value (self->right_row);
  work->sheet.dy = adw_spin_row_get_value (self->down_row);
  work->sheet.test_page = test_page;
  work->sheet.day = ent_day_today ();
  work->ids = g_array_ref (self->ids);
  work->order = self->order;
  set_busy (self, TRUE);
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, draw, work, work_unref,
                       work_unref, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
print_cb (EntLabelsDialog *self)
{
  start (self, FALSE);
}

static void
test_cb (EntLabelsDialog *self)
{
  start (self, TRUE);
}

static void
stock_chosen_cb (EntLabelsDialog *self)
{
  const EntLabelStock *stock = &ent_label_stocks[adw_combo_row_get_selected (self->stock_row)];

  gtk_adjustment_set_upper (self->first_adjustment, stock->columns * stock->rows);
  if (gtk_adjustment_get_value (self->first_adjustment) > stock->columns * stock->rows)
    gtk_adjustment_set_value (self->first_adjustment, 1);
}

static void
fill_stocks (EntLabelsDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *kept = g_settings_get_string (self->settings, "labels-stock");
  guint selected = 0;

  for (guint i = 0; ent_label_stocks[i].id != NULL; i++)
    {
      const EntLabelStock *stock = &ent_label_stocks[i];
      /* Translators: size of a label, number of them on a sheet: across, down */
      g_autofree char *name = g_strdup_printf (_ ("%.1f × %.1f mm, %u × %u"), stock->width,
                                               stock->height, stock->columns, stock->rows);

      gtk_string_list_append (names, name);
      if (g_str_equal (stock->id, kept))
        selected = i;
    }
  adw_combo_row_set_model (self->stock_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stock_row, selected);
}

static void
ent_labels_dialog_dispose (GObject *object)
{
  EntLabelsDialog *self = ENT_LABELS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_LABELS_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (ent_labels_dialog_parent_class)->dispose (object);
}

static void
ent_labels_dialog_finalize (GObject *object)
{
  g_object_unref (ENT_LABELS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ent_labels_dialog_parent_class)->finalize (object);
}

static void
ent_labels_dialog_class_init (EntLabelsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_labels_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_labels_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-labels-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, stock_row);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, first_adjustment);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, right_row);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, down_row);
  gtk_widget_class_bind_template_child (widget_class, EntLabelsDialog, test_row);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
}

static void
ent_labels_dialog_init (EntLabelsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("org.entraide.Entraide");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->stock_row, "notify::selected", G_CALLBACK (stock_chosen_cb),
                            self);
  fill_stocks (self);
  stock_chosen_cb (self);
  adw_spin_row_set_value (self->first_row,
                          g_settings_get_uint (self->settings, "labels-first") + 1);
  adw_spin_row_set_value (self->right_row, g_settings_get_double (self->settings, "labels-right"));
  adw_spin_row_set_value (self->down_row, g_settings_get_double (self->settings, "labels-down"));
}

void
ent_labels_dialog_present (GtkWidget *parent, EntStore *store, GArray *ids, EntSeriesOrder order)
{
  EntLabelsDialog *self = g_object_new (ENT_TYPE_LABELS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->ids = g_array_ref (ids);
  self->order = order;
  adw_dialog_present (ADW_DIALOG (self), parent);
}
