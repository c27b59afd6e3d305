/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deletions of the last 30 days, each with a button that undoes the act. Main thread, reading on a
 * reading thread. */

#include "ent-trash-dialog.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-field.h"
#include "ent-history.h"
#include "ent-resources.h"

#define DAYS_KEPT 30
#define MOST_SHOWN 500

struct _EntTrashDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkListBox *list;

  EntStore *store;
  gboolean restoring;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntTrashDialog, ent_trash_dialog, ADW_TYPE_DIALOG)

static gpointer
read_trash (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_history_read_trash (db, ent_stamp_now () - DAYS_KEPT * G_TIME_SPAN_DAY, MOST_SHOWN,
                                 error);
}

static void
set_restoring (EntTrashDialog *self, gboolean restoring)
{
  self->restoring = restoring;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !restoring);
}

/* The button that was pressed goes with its row; the keyboard stays in the dialog. */
static void
keep_focus (EntTrashDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ent_store_undo_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  set_restoring (self, FALSE);
  keep_focus (self);
  if (label != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Restored")));
      return;
    }
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
restore_clicked_cb (GtkButton *button, EntTrashDialog *self)
{
  gint64 set_id = *(gint64 *) g_object_get_data (G_OBJECT (button), "ent-set");

  if (self->restoring)
    return;
  adw_banner_set_revealed (self->banner, FALSE);
  set_restoring (self, TRUE);
  ent_store_undo_act_async (self->store, set_id, NULL, restored_cb, g_object_ref (self));
}

static GtkWidget *
make_row (EntTrashDialog *self, const EntHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  const char *summary = entry->summary != NULL ? entry->summary : "";
  g_autofree char *stamp = ent_stamp_format (entry->at);
  g_autofree char *detail = g_strdup_printf ("%s\n%s · %s", entry->label, stamp, entry->author);
  /* Translators: the name of what was deleted, “Restore: Dupont Anne” */
  g_autofree char *name = g_strdup_printf (_ ("Restore: %s"), summary);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *summary != '\0' ? summary : _ (entry->schema->title));
  ent_field_mark_name (row, "title");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (entry->schema->icon_name));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* A button says what is written on it, unless this is taken away. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "ent-set",
                          g_memdup2 (&entry->set_id, sizeof entry->set_id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
  keep_focus (self);
}

static void
load (EntTrashDialog *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_trash, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntTrashDialog *self)
{
  load (self);
}

static void
retry_cb (EntTrashDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  load (self);
}

static void
ent_trash_dialog_dispose (GObject *object)
{
  EntTrashDialog *self = ENT_TRASH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_TRASH_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_trash_dialog_parent_class)->dispose (object);
}

static void
ent_trash_dialog_finalize (GObject *object)
{
  g_object_unref (ENT_TRASH_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ent_trash_dialog_parent_class)->finalize (object);
}

static void
ent_trash_dialog_class_init (EntTrashDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_trash_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_trash_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTrashDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntTrashDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntTrashDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, EntTrashDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
ent_trash_dialog_init (EntTrashDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_trash_dialog_present (GtkWidget *parent, EntStore *store)
{
  EntTrashDialog *self;

  g_return_if_fail (ENT_IS_STORE (store));

  self = g_object_new (ENT_TYPE_TRASH_DIALOG, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
