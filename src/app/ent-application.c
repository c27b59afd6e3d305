/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Application-wide actions, style, settings. Main thread. */

#include "ent-application.h"

#include <glib/gi18n.h>

#include "ent-config.h"
#include "ent-preferences.h"
#include "ent-resources.h"
#include "ent-window.h"

struct _EntApplication
{
  AdwApplication parent_instance;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

static void
color_scheme_cb (EntApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int choice = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));

  /* Each window closes its register first. */
  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (ENT_IS_WINDOW (window))
    ent_preferences_present (ENT_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (ENT_RESOURCE "metainfo.xml", ENT_VERSION);

  adw_about_dialog_set_comments (
      ADW_ABOUT_DIALOG (dialog),
      _ ("Entraide works without any network: it asks for none and opens none. Names, files and "
         "addresses stay on this computer."));
  adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (dialog), "SQLCipher",
                                      "© 2008–2024 Zetetic LLC", GTK_LICENSE_BSD_3, NULL);
  adw_about_dialog_add_legal_section (
      ADW_ABOUT_DIALOG (dialog), _ ("Places"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Postcodes and municipalities compared with GeoNames and Statbel (CC BY 4.0); names of "
         "countries from iso-codes (LGPL 2.1)."));
  adw_about_dialog_add_legal_section (
      ADW_ABOUT_DIALOG (dialog), _ ("Map of the demo commune"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Wechelderzande: © OpenStreetMap contributors, Open Database License 1.0."));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
ent_application_startup (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);
  static const GActionEntry entries[] = {
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
    { "about", about_action, NULL, NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
  };

  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);

  self->settings = g_settings_new (ENT_APP_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb),
                           self, G_CONNECT_SWAPPED);
  color_scheme_cb (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
ent_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (ent_window_new (ENT_APPLICATION (application)));
  gtk_window_present (window);
}

static void
ent_application_finalize (GObject *object)
{
  g_clear_object (&ENT_APPLICATION (object)->settings);
  G_OBJECT_CLASS (ent_application_parent_class)->finalize (object);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = ent_application_startup;
  G_APPLICATION_CLASS (klass)->activate = ent_application_activate;
}

static void
ent_application_init (EntApplication *self)
{
}

EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION, "application-id", ENT_APP_ID, "resource-base-path",
                       "/org/entraide/Entraide", "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);
}

GSettings *
ent_application_get_settings (EntApplication *self)
{
  return self->settings;
}

char *
ent_application_get_user (EntApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "user-name");
  const char *real = g_get_real_name ();

  if (*name != '\0')
    return g_steal_pointer (&name);
  return g_strdup (
      real != NULL && *real != '\0' && !g_str_equal (real, "Unknown") ? real : g_get_user_name ());
}
