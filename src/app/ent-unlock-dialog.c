/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The passphrase dialog. Main thread. */

#include "ent-unlock-dialog.h"

#include <glib/gi18n.h>

#include "ent-window-register.h"

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) window = user_data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (source);
  const char *response = adw_alert_dialog_choose_finish (dialog, result);
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "open"))
    ent_window_register_open_with (window, path, gtk_editable_get_text (GTK_EDITABLE (entry)),
                                   NULL);
}

static void
changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "open", *gtk_editable_get_text (entry) != '\0');
}

static void
activated_cb (AdwEntryRow *row, AdwDialog *dialog)
{
  GtkWidget *button = adw_dialog_get_default_widget (dialog);

  if (button != NULL && gtk_widget_is_sensitive (button))
    gtk_widget_activate (button);
}

void
ent_unlock_dialog_present (EntWindow *window, const char *path, const char *problem)
{
  g_autofree char *name = g_path_get_basename (path);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Passphrase"), NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_password_entry_row_new ();

  if (problem != NULL)
    adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), problem);
  else
    adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                  /* Translators: the name of a file */
                                  _ ("The register “%s” is protected."), name);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Passphrase"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "entry-activated", G_CALLBACK (activated_cb), dialog);
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                  _ ("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "open", FALSE);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), dialog);
  g_object_set_data (G_OBJECT (dialog), "entry", row);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  adw_dialog_set_focus (dialog, row);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (window), NULL, answered_cb,
                           g_object_ref (window));
}
