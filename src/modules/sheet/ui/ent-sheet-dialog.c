/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One dialog for all that can be made of the rounds: shows the rows that the kind asks. Main
 * thread. */

#include "ent-sheet-dialog.h"

#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-group.h"
#include "ent-resources.h"
#include "ent-sheet-file.h"
#include "ent-sheet-page.h"
#include "ent-sheet-query.h"

#include <glib/gi18n-lib.h>

#define WEEK 7

struct _EntSheetDialog
{
  AdwDialog parent_instance;

  GtkButton *make_button;
  AdwPreferencesGroup *when_group;
  AdwComboRow *format_row;
  AdwComboRow *length_row;
  EntDateRow *day_row;
  AdwComboRow *carer_row;
  AdwPreferencesGroup *how_group;
  AdwComboRow *paper_row;
  AdwSwitchRow *sides_row;
  AdwSwitchRow *named_row;

  EntShell *shell;
  EntStore *store;
  EntSheetWish wish;
  GPtrArray *carers; /* EntSheetCarer; NULL until they are read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntSheetDialog, ent_sheet_dialog, ADW_TYPE_DIALOG)

static const struct
{
  const char *title, *button; /* N_() */
} kinds[ENT_SHEET_N_KINDS] = {
  [ENT_SHEET_CARERS] = { N_ ("Sheets of the carers"), N_ ("_Make the sheets") },
  [ENT_SHEET_LETTERS] = { N_ ("Letters of the week"), N_ ("_Make the letters") },
  [ENT_SHEET_BOARD] = { N_ ("Print the board"), N_ ("_Make the pages") },
  [ENT_SHEET_CALENDAR] = { N_ ("Save the rounds of a carer"), N_ ("_Save…") },
  [ENT_SHEET_TRACK] = { N_ ("Save the rounds of a carer"), N_ ("_Save…") },
};

static gboolean
is_file (const EntSheetDialog *self)
{
  return self->wish.kind == ENT_SHEET_CALENDAR || self->wish.kind == ENT_SHEET_TRACK;
}

/* Everybody can be chosen where there is paper for everybody. */
static gboolean
has_all (const EntSheetDialog *self)
{
  return self->wish.kind == ENT_SHEET_CARERS;
}

static gboolean
asks_carer (const EntSheetDialog *self)
{
  return has_all (self) || is_file (self);
}

static gboolean
is_ready (EntSheetDialog *self)
{
  return ent_date_row_get_day (self->day_row) != ENT_DAY_NONE &&
         (!asks_carer (self) ||
          (self->carers != NULL && (has_all (self) || self->carers->len > 0)));
}

static void
show_rows (EntSheetDialog *self)
{
  gboolean is_letter = self->wish.kind == ENT_SHEET_LETTERS;
  gboolean is_track = self->wish.kind == ENT_SHEET_TRACK;

  gtk_widget_set_visible (GTK_WIDGET (self->format_row), is_file (self));
  gtk_widget_set_visible (GTK_WIDGET (self->length_row), !is_letter && !is_track);
  gtk_widget_set_visible (GTK_WIDGET (self->carer_row), asks_carer (self));
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), self->wish.kind == ENT_SHEET_BOARD);
  gtk_widget_set_visible (GTK_WIDGET (self->sides_row),
                          self->wish.kind == ENT_SHEET_CARERS || is_letter);
  gtk_widget_set_visible (GTK_WIDGET (self->named_row), is_file (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row),
                                 is_letter
                                     ? _ ("A day of the week")
                                     : (self->wish.n_days == 1 ? _ ("Day") : _ ("First day")));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->named_row),
      adw_switch_row_get_active (self->named_row)
          ? _ ("Whoever gets at this file learns who is helped at home: keep it off shared "
               "calendars and private telephones.")
      : is_track ? _ ("Without them the file tells only times, numbers and where the stops are.")
                 : _ ("Without them the file tells only times, numbers and what is to be done."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), is_ready (self));
}

static void
changed_cb (EntSheetDialog *self)
{
  if (self->store == NULL)
    return;
  if (is_file (self))
    self->wish.kind = adw_combo_row_get_selected (self->format_row) == 1 ? ENT_SHEET_TRACK
                                                                         : ENT_SHEET_CALENDAR;
  self->wish.n_days = adw_combo_row_get_selected (self->length_row) == 1 ? 1 : WEEK;
  if (self->wish.kind == ENT_SHEET_TRACK)
    self->wish.n_days = 1;
  else if (self->wish.kind == ENT_SHEET_LETTERS)
    self->wish.n_days = WEEK;
  show_rows (self);
}

static void
read_wish (EntSheetDialog *self)
{
  guint carer = adw_combo_row_get_selected (self->carer_row);
  gint32 day = ent_date_row_get_day (self->day_row);

  self->wish.first_day = self->wish.kind == ENT_SHEET_LETTERS ? day - ent_day_weekday (day) + 1
                                                              : day;
  self->wish.is_two_sided = adw_switch_row_get_active (self->sides_row);
  self->wish.is_large = adw_combo_row_get_selected (self->paper_row) == 1;
  self->wish.is_named = adw_switch_row_get_active (self->named_row);
  self->wish.carer_id = 0;
  if (!asks_carer (self))
    return;
  carer -= has_all (self) ? 1 : 0;
  if (carer < self->carers->len)
    self->wish.carer_id = ((EntSheetCarer *) g_ptr_array_index (self->carers, carer))->id;
}

static void
make_cb (EntSheetDialog *self)
{
  g_autoptr (EntShell) shell = g_object_ref (self->shell);
  g_autoptr (EntStore) store = g_object_ref (self->store);
  EntSheetWish wish;

  read_wish (self);
  wish = self->wish;
  adw_dialog_close (ADW_DIALOG (self));
  if (wish.kind == ENT_SHEET_CALENDAR || wish.kind == ENT_SHEET_TRACK)
    ent_sheet_file_save (shell, store, &wish);
  else
    ent_sheet_page_show (shell, store, &wish);
}

/* Carers */

static gpointer
read_carers (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_sheet_query_carers (db, *(gint32 *) data, error);
}

static void
fill_carers (EntSheetDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (has_all (self))
    gtk_string_list_append (names, _ ("All who have a visit"));
  for (guint i = 0; i < self->carers->len; i++)
    {
      const EntSheetCarer *carer = g_ptr_array_index (self->carers, i);

      if (carer->id == self->wish.carer_id)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, carer->name);
    }
  adw_combo_row_set_model (self->carer_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->carer_row, selected);
}

static void
carers_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSheetDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *carers = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL)
    {
      g_clear_pointer (&carers, g_ptr_array_unref);
      return;
    }
  if (carers == NULL)
    {
      ent_shell_report (self->shell, error);
      return;
    }
  self->carers = carers;
  fill_carers (self);
  show_rows (self);
}

static void
ent_sheet_dialog_dispose (GObject *object)
{
  EntSheetDialog *self = ENT_SHEET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->shell);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SHEET_DIALOG);
  G_OBJECT_CLASS (ent_sheet_dialog_parent_class)->dispose (object);
}

static void
ent_sheet_dialog_finalize (GObject *object)
{
  EntSheetDialog *self = ENT_SHEET_DIALOG (object);

  g_clear_pointer (&self->carers, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_sheet_dialog_parent_class)->finalize (object);
}

static void
ent_sheet_dialog_class_init (EntSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_sheet_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_sheet_dialog_finalize;

  g_type_ensure (ENT_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "sheet/ent-sheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, when_group);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, carer_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, how_group);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, sides_row);
  gtk_widget_class_bind_template_child (widget_class, EntSheetDialog, named_row);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ent_sheet_dialog_init (EntSheetDialog *self)
{
  g_autoptr (GtkExpression) expression = NULL;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (self->when_group, _ ("Which days"));
  ent_group_set_name (self->how_group, _ ("How"));
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  adw_combo_row_set_expression (self->carer_row, expression);
}

void
ent_sheet_dialog_present (EntShell *shell, EntStore *store, const EntSheetWish *wish)
{
  EntSheetDialog *self = g_object_new (ENT_TYPE_SHEET_DIALOG, NULL);

  self->shell = g_object_ref (shell);
  self->wish = *wish;
  adw_dialog_set_title (ADW_DIALOG (self), _ (kinds[wish->kind].title));
  gtk_button_set_label (self->make_button, _ (kinds[wish->kind].button));
  ent_date_row_set_day (self->day_row, wish->first_day);
  adw_combo_row_set_selected (self->length_row, wish->n_days == 1 ? 1 : 0);
  self->store = g_object_ref (store);
  changed_cb (self);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_carers,
                       g_memdup2 (&wish->first_day, sizeof wish->first_day), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, carers_read_cb,
                       g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (shell));
}
