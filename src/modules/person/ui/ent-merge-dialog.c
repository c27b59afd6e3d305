/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choose two persons, see where they differ and what will be moved, merge. The plan is made here
 * and carried out on the writing thread. Main thread. */

#include "ent-merge-dialog.h"

#include "ent-date.h"
#include "ent-merge-fields.h"
#include "ent-module.h"
#include "ent-person-query.h"
#include "ent-person.h"
#include "ent-picker.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

struct _EntMergeDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *choose_group;
  AdwBin *fields;
  GtkListBox *warnings;
  AdwPreferencesGroup *same_group;
  AdwPreferencesGroup *moved_group;
  GtkWidget *compared;
  GtkWidget *merge_button;
  GtkWidget *swap_button;
  GtkWidget *spinner;
  AdwBanner *banner;
  EntPickerRow *survivor;
  EntPickerRow *other;
  GPtrArray *moved_rows; /* borrowed */

  EntStore *store;
  EntPersonMerge *plan;
  GPtrArray *read; /* EntPerson: the survivor, then the other one */
  GCancellable *cancellable;
  gboolean merging;
};

G_DEFINE_FINAL_TYPE (EntMergeDialog, ent_merge_dialog, ADW_TYPE_DIALOG)

/* What is read about the two: the persons as they stand, and what belongs to the one that goes. */
typedef struct
{
  const EntSchema *schema;
  guint n;
} Moved;

typedef struct
{
  gint64 survivor_id;
  gint64 other_id;
  GArray *moved; /* Moved */
} Survey;

static void
survey_free (Survey *self)
{
  g_clear_pointer (&self->moved, g_array_unref);
  g_free (self);
}

static gboolean
count_references (EntDb *db, const EntSchema *schema, gint64 id, guint *n, GError **error)
{
  *n = 0;
  for (guint i = 0; i < schema->n_columns; i++)
    {
      const EntColumn *column = &schema->columns[i];
      g_autoptr (GPtrArray) rows = NULL;

      if (column->kind != ENT_KIND_REF || column->expression != NULL ||
          column->type () != ENT_TYPE_PERSON)
        continue;
      rows = ent_person_query_referring (db, schema, column->name, id, error);
      if (rows == NULL)
        return FALSE;
      *n += rows->len;
    }
  return TRUE;
}

static gpointer
survey (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Survey *asked = data;
  const EntSchema *const *all = ent_registry_schemas ();
  Survey *answer = g_new0 (Survey, 1);

  *answer = *asked;
  answer->moved = g_array_new (FALSE, FALSE, sizeof (Moved));
  for (guint i = 0; all[i] != NULL; i++)
    {
      Moved moved = { all[i], 0 };

      if (!count_references (db, all[i], asked->other_id, &moved.n, error))
        {
          survey_free (answer);
          return NULL;
        }
      if (moved.n > 0)
        g_array_append_val (answer->moved, moved);
    }
  return answer;
}

static void
show_banner (EntMergeDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
show_moved (EntMergeDialog *self, GArray *moved)
{
  for (guint i = 0; i < self->moved_rows->len; i++)
    adw_preferences_group_remove (self->moved_group, g_ptr_array_index (self->moved_rows, i));
  g_ptr_array_set_size (self->moved_rows, 0);

  for (guint i = 0; i < moved->len; i++)
    {
      const Moved *line = &g_array_index (moved, Moved, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *n = g_strdup_printf ("%u", line->n);
      GtkWidget *label = gtk_label_new (n);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dimmed");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (line->schema->plural));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->moved_group, row);
      g_ptr_array_add (self->moved_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->moved_group), moved->len > 0);
}

static GtkWidget *
warning_row_new (const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("ent-alert-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
show_plan (EntMergeDialog *self)
{
  g_autoptr (GPtrArray) warnings = ent_merge_fields_warnings (self->plan);
  GtkWidget *fields = ent_merge_fields_new (self->store, self->plan);

  gtk_list_box_remove_all (self->warnings);
  for (guint i = 0; i < warnings->len; i++)
    gtk_list_box_append (self->warnings, warning_row_new (g_ptr_array_index (warnings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->same_group),
                          gtk_widget_get_first_child (fields) == NULL);
  adw_bin_set_child (self->fields, fields);
  gtk_widget_set_visible (self->compared, TRUE);
  gtk_widget_set_sensitive (self->merge_button, TRUE);
}

static void
forget_plan (EntMergeDialog *self)
{
  gtk_widget_set_visible (self->compared, FALSE);
  gtk_widget_set_sensitive (self->merge_button, FALSE);
  adw_bin_set_child (self->fields, NULL);
  g_clear_pointer (&self->plan, ent_person_merge_free);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->read, 0);
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Survey *answer = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_banner (self, error->message);
      return;
    }
  show_moved (self, answer->moved);
  survey_free (answer);
}

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntPerson *person = ent_store_load_finish (ENT_STORE (source), result, &error);

  if (person == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_banner (self, error->message);
      return;
    }
  g_ptr_array_add (self->read, person);
  if (self->read->len == 1)
    {
      ent_store_load_async (self->store, ENT_TYPE_PERSON,
                            ent_picker_row_get_selected_id (self->other), self->cancellable,
                            person_read_cb, g_object_ref (self));
      return;
    }
  self->plan = ent_person_merge_new (g_ptr_array_index (self->read, 0),
                                     g_ptr_array_index (self->read, 1), ent_day_today ());
  show_plan (self);
}

static void
compare (EntMergeDialog *self)
{
  gint64 survivor_id = ent_picker_row_get_selected_id (self->survivor);
  gint64 other_id = ent_picker_row_get_selected_id (self->other);
  Survey *asked;

  forget_plan (self);
  show_banner (self, NULL);
  gtk_widget_set_sensitive (self->swap_button, survivor_id != 0 || other_id != 0);
  if (survivor_id == 0 || other_id == 0)
    return;
  if (survivor_id == other_id)
    {
      show_banner (self, _ ("This is twice the same record. Choose another one."));
      return;
    }
  ent_store_load_async (self->store, ENT_TYPE_PERSON, survivor_id, self->cancellable,
                        person_read_cb, g_object_ref (self));
  asked = g_new0 (Survey, 1);
  asked->survivor_id = survivor_id;
  asked->other_id = other_id;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, survey, asked,
                       (GDestroyNotify) survey_free, (GDestroyNotify) survey_free,
                       self->cancellable, surveyed_cb, g_object_ref (self));
}

static void
swap_cb (EntMergeDialog *self)
{
  gint64 survivor_id = ent_picker_row_get_selected_id (self->survivor);
  gint64 other_id = ent_picker_row_get_selected_id (self->other);

  g_signal_handlers_block_by_func (self->survivor, compare, self);
  ent_picker_row_set_selected_id (self->survivor, other_id);
  g_signal_handlers_unblock_by_func (self->survivor, compare, self);
  ent_picker_row_set_selected_id (self->other, survivor_id);
}

static void
set_merging (EntMergeDialog *self, gboolean merging)
{
  self->merging = merging;
  gtk_widget_set_visible (self->spinner, merging);
  gtk_widget_set_sensitive (self->merge_button, !merging);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_group), !merging);
  gtk_widget_set_sensitive (self->compared, !merging);
  adw_dialog_set_can_close (ADW_DIALOG (self), !merging);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ent_store_write_finish (ENT_STORE (source), result, &error);
  gint64 survivor_id = ent_picker_row_get_selected_id (self->survivor);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  set_merging (self, FALSE);
  if (act == 0)
    {
      show_banner (self, error->message);
      return;
    }
  if (shell != NULL)
    {
      ent_shell_toast (shell, _ ("Two records merged into one"), TRUE);
      ent_shell_open (shell, &ent_person_schema, survivor_id);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
merge_cb (EntMergeDialog *self)
{
  if (self->plan == NULL || self->merging)
    return;
  show_banner (self, NULL);
  set_merging (self, TRUE);
  ent_store_write_async (self->store, _ ("Two records merged into one"), ent_person_merge_apply,
                         self->plan, NULL, NULL, merged_cb, g_object_ref (self));
}

static void
cancel_cb (EntMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ent_merge_dialog_dispose (GObject *object)
{
  EntMergeDialog *self = ENT_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_MERGE_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_merge_dialog_parent_class)->dispose (object);
}

static void
ent_merge_dialog_finalize (GObject *object)
{
  EntMergeDialog *self = ENT_MERGE_DIALOG (object);

  g_clear_pointer (&self->plan, ent_person_merge_free);
  g_ptr_array_unref (self->read);
  g_ptr_array_unref (self->moved_rows);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_merge_dialog_parent_class)->finalize (object);
}

static void
ent_merge_dialog_class_init (EntMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_merge_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "person/ent-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, choose_group);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, same_group);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, moved_group);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, compared);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, merge_button);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, swap_button);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, EntMergeDialog, banner);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
}

static void
ent_merge_dialog_init (EntMergeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->read = g_ptr_array_new_with_free_func (g_object_unref);
  self->moved_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static EntPickerRow *
add_picker (EntMergeDialog *self, const char *title, gint64 id)
{
  GtkWidget *row = ent_picker_row_new (self->store, &ent_person_schema);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "private");
  if (id != 0)
    ent_picker_row_set_selected_id (ENT_PICKER_ROW (row), id);
  g_signal_connect_object (row, "notify::selected-id", G_CALLBACK (compare), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->choose_group, row);
  return ENT_PICKER_ROW (row);
}

void
ent_merge_dialog_present (GtkWidget *parent, EntStore *store, gint64 survivor_id, gint64 other_id)
{
  EntMergeDialog *self = g_object_new (ENT_TYPE_MERGE_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->survivor = add_picker (self, _ ("Record that stays"), survivor_id);
  self->other = add_picker (self, _ ("Record that goes"), other_id);
  compare (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
