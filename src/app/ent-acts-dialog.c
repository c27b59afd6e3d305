/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recent acts. Main thread, reading on the report lane. */

#include "ent-acts-dialog.h"

#include <glib/gi18n.h>

#include "ent-date.h"
#include "ent-history.h"
#include "ent-shell.h"

#define LIMIT 100

typedef struct
{
  EntStore *store;
  AdwDialog *dialog;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
} Acts;

static void
acts_free (Acts *self)
{
  g_object_unref (self->store);
  g_free (self);
}

static gpointer
read_acts (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_history_read_acts (db, LIMIT, error);
}

static void reload (Acts *self);

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;
  Acts *self = g_object_get_data (G_OBJECT (dialog), "acts");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ent_store_undo_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));

  if (label == NULL && shell != NULL)
    ent_shell_report (shell, error);
  if (self != NULL)
    reload (self);
}

/* One act to be undone, while the question stands. */
typedef struct
{
  AdwDialog *dialog;
  gint64 set_id;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (AdwDialog) dialog = question->dialog;
  Acts *self = g_object_get_data (G_OBJECT (dialog), "acts");
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "undo") && self != NULL)
    ent_store_undo_act_async (self->store, question->set_id, NULL, undone_cb,
                              g_object_ref (dialog));
  g_free (question);
}

static void
undo_cb (GtkButton *button, Acts *self)
{
  gint64 *set_id = g_object_get_data (G_OBJECT (button), "set");
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "n-changes"));
  g_autofree char *body = g_strdup_printf (ngettext ("%u record goes back to what it was before.",
                                                     "%u records go back to what they were before.",
                                                     n),
                                           n);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Undo this act?"), body);
  Question *question = g_new0 (Question, 1);

  question->dialog = g_object_ref (self->dialog);
  question->set_id = *set_id;
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "undo",
                                  _ ("_Undo"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "undo",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (self->dialog), NULL, answered_cb,
                           question);
}

static GtkWidget *
act_row (Acts *self, EntHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = ent_stamp_format (entry->at);
  g_autofree char *subtitle = entry->summary != NULL && *entry->summary != '\0'
                                  ? g_strdup_printf ("%s · %s · %s", entry->summary, entry->author,
                                                     when)
                                  : g_strdup_printf ("%s · %s", entry->author, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "private");
  if (entry->undone)
    {
      GtkWidget *mark = gtk_label_new (_ ("undone"));

      gtk_widget_add_css_class (mark, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  else if (!entry->is_lasting)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Undo this act"));
      g_object_set_data_full (G_OBJECT (button), "set",
                              g_memdup2 (&entry->set_id, sizeof entry->set_id), g_free);
      g_object_set_data (G_OBJECT (button), "n-changes", GUINT_TO_POINTER (entry->n_changes));
      g_signal_connect (button, "clicked", G_CALLBACK (undo_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
show_acts (Acts *self, GPtrArray *entries)
{
  AdwPreferencesGroup *old = self->group;

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (guint i = 0; i < entries->len; i++)
    adw_preferences_group_add (self->group, act_row (self, g_ptr_array_index (entries, i)));
  if (old != NULL)
    adw_preferences_page_remove (self->page, old);
  adw_preferences_page_add (self->page, self->group);
}

static void
acts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;
  Acts *self = g_object_get_data (G_OBJECT (dialog), "acts");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self != NULL && entries != NULL)
    show_acts (self, entries);
}

static void
reload (Acts *self)
{
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, read_acts, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, acts_read_cb,
                       g_object_ref (self->dialog));
}

void
ent_acts_dialog_present (GtkWidget *parent, EntStore *store)
{
  Acts *self = g_new0 (Acts, 1);
  GtkWidget *view = adw_toolbar_view_new ();

  self->store = g_object_ref (store);
  self->dialog = adw_dialog_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_dialog_set_title (self->dialog, _ ("Recent acts"));
  adw_dialog_set_content_width (self->dialog, 560);
  adw_dialog_set_content_height (self->dialog, 600);
  adw_dialog_set_child (self->dialog, view);
  g_object_set_data_full (G_OBJECT (self->dialog), "acts", self, (GDestroyNotify) acts_free);
  reload (self);
  adw_dialog_present (self->dialog, parent);
}
