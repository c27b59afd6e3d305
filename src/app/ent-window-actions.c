/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Actions of the window. Main thread. */

#include "ent-window-actions.h"

#include <glib/gi18n.h>

#include "ent-acts-dialog.h"
#include "ent-preferences.h"
#include "ent-search-dialog.h"
#include "ent-window-register.h"

static void
undone (EntWindow *self, GAsyncResult *result, const char *format)
{
  g_autoptr (GError) error = NULL;
  EntStore *store = ent_shell_get_store (ENT_SHELL (self));
  g_autofree char *label = store != NULL ? ent_store_undo_finish (store, result, &error) : NULL;
  g_autofree char *text = label != NULL ? g_strdup_printf (format, label) : NULL;

  if (text != NULL)
    ent_shell_toast (ENT_SHELL (self), text, FALSE);
  else
    ent_shell_report (ENT_SHELL (self), error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;

  /* Translators: what was undone, like “Undone: Address changed” */
  undone (self, result, _ ("Undone: %s"));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;

  /* Translators: what was done again */
  undone (self, result, _ ("Redone: %s"));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (widget));

  if (store != NULL)
    ent_store_undo_async (store, NULL, undone_cb, g_object_ref (widget));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (widget));

  if (store != NULL)
    ent_store_redo_async (store, NULL, redone_cb, g_object_ref (widget));
}

/* A toast undoes the act that it tells of, whatever came after. */
static void
undo_act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (widget));

  if (store != NULL)
    ent_store_undo_act_async (store, g_variant_get_int64 (parameter), NULL, undone_cb,
                              g_object_ref (widget));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_search_dialog_present (ENT_WINDOW (widget));
}

static void
focus_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPlaceView *place = ent_window_get_place (ENT_WINDOW (widget));

  if (place == NULL)
    return;
  if (ent_place_view_get_list (place) != NULL)
    ent_list_page_focus_search (ent_place_view_get_list (place));
  else
    gtk_widget_activate_action (GTK_WIDGET (ent_place_view_get_page (place)), "place.search", NULL);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPlaceView *place = ent_window_get_place (ENT_WINDOW (widget));

  if (place == NULL)
    return;
  if (ent_place_view_get_list (place) != NULL)
    ent_list_page_create (ent_place_view_get_list (place));
  else
    gtk_widget_activate_action (GTK_WIDGET (ent_place_view_get_page (place)), "place.new", NULL);
}

static void
close_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPlaceView *place = ent_window_get_place (ENT_WINDOW (widget));

  if (place != NULL)
    ent_place_view_close (place);
}

static void
blur_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean blurred = gtk_widget_has_css_class (widget, "blurred");

  if (blurred)
    gtk_widget_remove_css_class (widget, "blurred");
  else
    gtk_widget_add_css_class (widget, "blurred");
  ent_shell_toast (ENT_SHELL (widget),
                   blurred ? _ ("Names are shown") : _ ("Names are blurred; F9 shows them again"),
                   FALSE);
}

static void
place_number_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const EntPlace *place = ent_window_nth_place (ENT_WINDOW (widget),
                                                (guint) g_variant_get_int32 (parameter) - 1);

  if (place != NULL)
    ent_window_show_place (ENT_WINDOW (widget), place->id);
}

/* Asked for by a module for a place of another, or for its own from a dialog. */
static void
show_place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_show_place (ENT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_preferences_present_page (ENT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
acts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (widget));

  if (store != NULL)
    ent_acts_dialog_present (widget, store);
}

static void
discover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_discover (ENT_WINDOW (widget));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_create (ENT_WINDOW (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_choose (ENT_WINDOW (widget));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_open_recent (ENT_WINDOW (widget));
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_backup (ENT_WINDOW (widget));
}

static void
close_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_set_store (ENT_WINDOW (widget), NULL);
  ent_window_show_welcome (ENT_WINDOW (widget));
}

static void
cancel_opening_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_window_register_cancel (ENT_WINDOW (widget));
}

/* Actions of the bare window: while a dialog is open, the keys belong to it, and
 * nothing beneath may change or close. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.search", NULL, search_action },
  { "win.focus-search", NULL, focus_search_action },
  { "win.new", NULL, new_action },
  { "win.close-record", NULL, close_record_action },
  { "win.acts", NULL, acts_action },
  { "win.discover", NULL, discover_action },
  { "win.create-register", NULL, create_action },
  { "win.open-register", NULL, open_action },
  { "win.open-recent", NULL, open_recent_action },
  { "win.backup", NULL, backup_action },
  { "win.close-register", NULL, close_register_action },
  { "win.place-number", "i", place_number_action },
};

static void
uncovered_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (widget, name, parameter);
}

/* Bindings of the class come after the focused widget: Ctrl+Z in an entry undoes the typing, and
 * not the last act, as accelerators of the application would. */
static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_k, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.focus-search" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "win.close-record" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "win.open-register" },
    { GDK_KEY_F9, 0, "win.blur" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, GDK_ALT_MASK,
                                         "win.place-number", "i", i);
}

void
ent_window_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     uncovered_action);
  gtk_widget_class_install_action (widget_class, "win.blur", NULL, blur_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.undo-act", "x", undo_act_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action);
  gtk_widget_class_install_action (widget_class, "win.show-preferences", "s",
                                   show_preferences_action);
  install_keys (widget_class);
}

void
ent_window_actions_update (EntWindow *self)
{
  static const char *const need_register[] = { "win.search",       "win.focus-search",
                                               "win.new",          "win.acts",
                                               "win.backup",       "win.close-register",
                                               "win.place-number", "win.close-record" };
  EntStore *store = ent_shell_get_store (ENT_SHELL (self));
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (need_register); i++)
    gtk_widget_action_set_enabled (widget, need_register[i], store != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 store != NULL && ent_store_get_undo_label (store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 store != NULL && ent_store_get_redo_label (store) != NULL);
}
