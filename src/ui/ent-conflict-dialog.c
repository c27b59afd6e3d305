/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One group a field in dispute: what it was, what the other made of it, what you want. Main
 * thread. */

#include "ent-conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "ent-field.h"
#include "ent-resources.h"

struct _EntConflictDialog
{
  AdwDialog parent_instance;

  GtkBox *groups;

  EntStore *store;
  GPtrArray *conflicts; /* EntConflict */
  GPtrArray *yours; /* GtkCheckButton, one a conflict; borrowed */
  GPtrArray *theirs;
};

enum
{
  SIGNAL_RESOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntConflictDialog, ent_conflict_dialog, ADW_TYPE_DIALOG)

static void
summary_cb (GObject *record, GParamSpec *pspec, AdwActionRow *row)
{
  g_autofree char *summary = ent_record_get_summary (record);

  adw_action_row_set_subtitle (row, *summary != '\0' ? summary : "…");
}

static void
show_value (EntConflictDialog *self, GtkWidget *row, const EntColumn *column, const EntValue *value)
{
  g_autofree char *text = NULL;

  if (column->kind == ENT_KIND_REF && value->type == ENT_VALUE_INT && value->i > 0)
    {
      GObject *record = ent_store_peek (self->store, column->type (), value->i);

      g_signal_connect_object (record, "notify::summary", G_CALLBACK (summary_cb), row, 0);
      summary_cb (record, NULL, ADW_ACTION_ROW (row));
      g_object_set_data_full (G_OBJECT (row), "ent-record", record, g_object_unref);
      return;
    }
  text = ent_column_display (column, value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *text != '\0' ? text : "—");
}

static GtkWidget *
make_row (EntConflictDialog *self,
          const char *title,
          const EntConflict *conflict,
          const EntValue *value,
          GtkWidget *check)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "property");
  show_value (self, row, &conflict->schema->columns[conflict->column], value);
  ent_field_mark_private (row, &conflict->schema->columns[conflict->column]);
  if (check == NULL)
    return row;

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  return row;
}

static void
add_conflict (EntConflictDialog *self, const EntConflict *conflict)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *yours = gtk_check_button_new ();
  GtkWidget *theirs = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (ent_column_label (
                                                     &conflict->schema->columns[conflict->column]),
                                                 -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (yours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (yours), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (self, _ ("What you typed"), conflict, &conflict->yours,
                                       yours));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (self, _ ("What somebody else saved"), conflict,
                                       &conflict->theirs, theirs));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (self, _ ("What it was before"), conflict, &conflict->before,
                                       NULL));
  g_ptr_array_add (self->yours, yours);
  g_ptr_array_add (self->theirs, theirs);
  gtk_box_append (self->groups, group);
}

static void
activate_all (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), TRUE);
}

static void
all_yours_cb (EntConflictDialog *self)
{
  activate_all (self->yours);
}

static void
all_theirs_cb (EntConflictDialog *self)
{
  activate_all (self->theirs);
}

static void
cancel_cb (EntConflictDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (EntConflictDialog *self)
{
  g_autoptr (EntConflictDialog) keep = g_object_ref (self);

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_RESOLVED], 0);
}

static void
ent_conflict_dialog_dispose (GObject *object)
{
  EntConflictDialog *self = ENT_CONFLICT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_CONFLICT_DIALOG);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_conflict_dialog_parent_class)->dispose (object);
}

static void
ent_conflict_dialog_finalize (GObject *object)
{
  EntConflictDialog *self = ENT_CONFLICT_DIALOG (object);

  g_ptr_array_unref (self->yours);
  g_ptr_array_unref (self->theirs);
  G_OBJECT_CLASS (ent_conflict_dialog_parent_class)->finalize (object);
}

static void
ent_conflict_dialog_class_init (EntConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_conflict_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_conflict_dialog_finalize;

  signals[SIGNAL_RESOLVED] = g_signal_new ("resolved", ENT_TYPE_CONFLICT_DIALOG, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "widgets/ent-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntConflictDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_yours_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ent_conflict_dialog_init (EntConflictDialog *self)
{
  self->yours = g_ptr_array_new ();
  self->theirs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

EntConflictDialog *
ent_conflict_dialog_new (EntStore *store, GPtrArray *conflicts)
{
  EntConflictDialog *self;

  g_return_val_if_fail (ENT_IS_STORE (store), NULL);
  g_return_val_if_fail (conflicts != NULL, NULL);

  self = g_object_new (ENT_TYPE_CONFLICT_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->conflicts = g_ptr_array_ref (conflicts);
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (self, g_ptr_array_index (conflicts, i));
  return self;
}

GPtrArray *
ent_conflict_dialog_get_conflicts (EntConflictDialog *self)
{
  g_return_val_if_fail (ENT_IS_CONFLICT_DIALOG (self), NULL);

  return self->conflicts;
}

gboolean
ent_conflict_dialog_keeps_yours (EntConflictDialog *self, guint position)
{
  g_return_val_if_fail (ENT_IS_CONFLICT_DIALOG (self), TRUE);

  return gtk_check_button_get_active (g_ptr_array_index (self->yours, position));
}
