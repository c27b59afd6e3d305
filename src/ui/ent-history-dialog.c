/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The trail of one record: a heading a day, a group an act, a row a field. Main thread, reading on
 * a reading thread. */

#include "ent-history-dialog.h"

#include <glib/gi18n-lib.h>

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-field.h"
#include "ent-history.h"
#include "ent-resources.h"

#define FIRST_LIMIT 100

struct _EntHistoryDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkBox *acts;
  GtkWidget *older_button;

  EntStore *store;
  const EntSchema *schema;
  gint64 id;
  guint limit;
  gboolean undoing;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntHistoryDialog, ent_history_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const EntSchema *schema;
  gint64 id;
  guint limit;
} ReadData;

static gpointer
read_history (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  ReadData *read = data;

  return ent_history_read (db, read->schema, read->id, read->limit, error);
}

static void
set_undoing (EntHistoryDialog *self, gboolean undoing)
{
  self->undoing = undoing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->acts), !undoing);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ent_store_undo_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  set_undoing (self, FALSE);
  if (label != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The act was undone")));
      return;
    }
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

typedef struct
{
  EntHistoryDialog *dialog;
  gint64 set_id;
} Question;

static void
undo_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (EntHistoryDialog) self = question->dialog;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "undo") || self->store == NULL || self->undoing)
    return;
  adw_banner_set_revealed (self->banner, FALSE);
  set_undoing (self, TRUE);
  ent_store_undo_act_async (self->store, question->set_id, NULL, undone_cb, g_object_ref (self));
}

/* An act may hold more than what this record shows, an import say, so it is asked first. */
static void
undo_clicked_cb (GtkButton *button, EntHistoryDialog *self)
{
  Question *question = g_new0 (Question, 1);
  AdwDialog *alert = adw_alert_dialog_new (
      _ ("Undo this act?"),
      _ ("Everything that it changed, in other records too, goes back to what it was before."));

  question->dialog = g_object_ref (self);
  question->set_id = *(gint64 *) g_object_get_data (G_OBJECT (button), "ent-set");
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "undo",
                                  _ ("_Undo"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "undo",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (self), NULL, undo_answered_cb,
                           question);
}

static GtkWidget *
make_undo (EntHistoryDialog *self, const EntHistoryEntry *entry)
{
  GtkWidget *widget;
  g_autofree char *name = NULL;

  if (entry->undone)
    {
      widget = gtk_label_new (_ ("Undone"));
      gtk_widget_add_css_class (widget, "dimmed");
      return widget;
    }
  widget = gtk_button_new_with_label (_ ("Undo"));
  /* Translators: the act is named as in “Undo: Address changed” */
  name = g_strdup_printf (_ ("Undo: %s"), entry->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (widget), "ent-set",
                          g_memdup2 (&entry->set_id, sizeof entry->set_id), g_free);
  g_signal_connect_object (widget, "clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  return widget;
}

static const char *
action_name (EntAction action)
{
  switch (action)
    {
    case ENT_ACTION_INSERT:
      /* Translators: nouns, whatever the gender of what was added: “Ajout” */
      return C_ ("history", "Added");
    case ENT_ACTION_DELETE:
      return C_ ("history", "Deleted");
    case ENT_ACTION_UPDATE:
    default:
      return C_ ("history", "Changed");
    }
}

/* Says which record the fields below belong to, and what happened to it. */
static GtkWidget *
make_record_row (const EntHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *what = gtk_label_new (action_name (entry->action));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (entry->schema->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->summary != NULL ? entry->summary : "");
  ent_field_mark_name (row, "subtitle");
  gtk_widget_add_css_class (what, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), what);
  return row;
}

static GtkWidget *
make_field_row (const EntHistoryEntry *entry, const EntHistoryField *field)
{
  GtkWidget *row = adw_action_row_new ();
  const char *before = field->before != NULL ? field->before : "—";
  const char *after = field->after != NULL ? field->after : "—";
  g_autofree char *both = entry->action == ENT_ACTION_INSERT ? g_strdup (after)
                          : entry->action == ENT_ACTION_DELETE
                              ? g_strdup (before)
                              : g_strdup_printf ("%s → %s", before, after);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (field->column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  ent_field_mark_private (row, field->column);
  return row;
}

static void
add_day_heading (EntHistoryDialog *self, gint32 day)
{
  g_autofree char *text = ent_day_format (day, ENT_DAY_LONG);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (self->acts, label);
}

/* The day stands in the heading above. */
static char *
format_hour (gint64 stamp)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (stamp / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return ent_clock_format (local != NULL
                               ? g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)
                               : ENT_CLOCK_NONE);
}

static GtkWidget *
add_act (EntHistoryDialog *self, const EntHistoryEntry *entry)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *hour = format_hour (entry->at);
  g_autofree char *who = g_strdup_printf ("%s · %s", hour, entry->author);
  g_autofree char *title = g_markup_escape_text (entry->label, -1);
  g_autofree char *description = g_markup_escape_text (who, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  if (!entry->is_lasting)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                             make_undo (self, entry));
  gtk_box_append (self->acts, group);
  return group;
}

static void
fill_entry (EntHistoryDialog *self, GtkWidget *group, const EntHistoryEntry *entry)
{
  if (entry->schema != self->schema || entry->record_id != self->id)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_record_row (entry));
  for (guint i = 0; i < entry->fields->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_field_row (entry, g_ptr_array_index (entry->fields, i)));
}

static void
show_entries (EntHistoryDialog *self, GPtrArray *entries)
{
  GtkWidget *group = NULL;
  gint64 set_id = 0;
  gint32 day = ENT_DAY_NONE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->acts))) != NULL)
    gtk_box_remove (self->acts, child);

  for (guint i = 0; i < entries->len; i++)
    {
      const EntHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (ent_stamp_day (entry->at) != day)
        {
          day = ent_stamp_day (entry->at);
          add_day_heading (self, day);
        }
      if (group == NULL || entry->set_id != set_id)
        {
          set_id = entry->set_id;
          group = add_act (self, entry);
        }
      fill_entry (self, group, entry);
    }
  gtk_widget_set_visible (self->older_button, entries->len >= self->limit);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "acts" : "empty");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries != NULL)
    {
      show_entries (self, entries);
      return;
    }
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
load (EntHistoryDialog *self)
{
  ReadData *read = g_new0 (ReadData, 1);

  read->schema = self->schema;
  read->id = self->id;
  read->limit = self->limit;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_history, read, g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntHistoryDialog *self, const EntNews *news)
{
  if (ent_news_touches_record (news, self->schema, self->id))
    load (self);
}

static void
older_cb (EntHistoryDialog *self)
{
  self->limit += 2 * FIRST_LIMIT;
  load (self);
}

static void
retry_cb (EntHistoryDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  load (self);
}

static void
ent_history_dialog_dispose (GObject *object)
{
  EntHistoryDialog *self = ENT_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_history_dialog_parent_class)->dispose (object);
}

static void
ent_history_dialog_finalize (GObject *object)
{
  g_object_unref (ENT_HISTORY_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ent_history_dialog_parent_class)->finalize (object);
}

static void
ent_history_dialog_class_init (EntHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_history_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "widgets/ent-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, acts);
  gtk_widget_class_bind_template_child (widget_class, EntHistoryDialog, older_button);
  gtk_widget_class_bind_template_callback (widget_class, older_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
ent_history_dialog_init (EntHistoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->limit = FIRST_LIMIT;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_history_dialog_present (GtkWidget *parent, EntStore *store, const EntSchema *schema, gint64 id)
{
  EntHistoryDialog *self;

  g_return_if_fail (ENT_IS_STORE (store));
  g_return_if_fail (schema != NULL);

  self = g_object_new (ENT_TYPE_HISTORY_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->schema = schema;
  self->id = id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
