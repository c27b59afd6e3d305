/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences dialog. Main thread; a passphrase is changed in a thread. */

#include "ent-preferences.h"

#include <glib/gi18n.h>

#include "ent-app-modules.h"
#include "ent-text.h"

typedef struct
{
  EntWindow *window;
  GtkWidget *old_row;
  GtkWidget *new_row;
  GtkWidget *again_row;
} Passphrase;

static void
style_changed_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "color-scheme", (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
style_row (GSettings *settings)
{
  const char *names[] = { _ ("As the system"), _ ("Light"), _ ("Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Style"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              (guint) g_settings_get_enum (settings, "color-scheme"));
  g_signal_connect (row, "notify::selected", G_CALLBACK (style_changed_cb), settings);
  return row;
}

static GtkWidget *
post_group (EntWindow *window)
{
  EntApplication *application = ent_window_get_application (window);
  GSettings *settings = ent_application_get_settings (application);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *blur = adw_switch_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("This computer"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), style_row (settings));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _ ("Your name in the history"));
  g_settings_bind (settings, "user-name", name, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (blur), _ ("Blur names at start"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (blur),
                               _ ("For a screen that visitors can see; F9 shows and blurs"));
  g_settings_bind (settings, "blur-at-start", blur, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), blur);
  return group;
}

static void
centre_applied_cb (AdwEntryRow *row, EntWindow *window)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (window));
  g_autofree char *name = ent_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));

  if (store != NULL && name != NULL)
    {
      ent_store_set_setting (store, "centre.name", name);
      ent_window_show_register_name (window);
    }
}

typedef struct
{
  EntRegister *reg;
  char *old_passphrase;
  char *new_passphrase;
} Change;

static void
change_free (Change *self)
{
  explicit_bzero (self->old_passphrase, strlen (self->old_passphrase));
  explicit_bzero (self->new_passphrase, strlen (self->new_passphrase));
  g_free (self->old_passphrase);
  g_free (self->new_passphrase);
  g_free (self);
}

static gpointer
change_passphrase (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;

  ent_register_change_passphrase (change->reg, change->old_passphrase, change->new_passphrase,
                                  error);
  return NULL;
}

static void
passphrase_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  ent_store_run_finish (ENT_STORE (source), result, &error);
  if (error != NULL)
    ent_shell_report (ENT_SHELL (window), error);
  else
    ent_shell_toast (ENT_SHELL (window), _ ("Passphrase changed"), FALSE);
}

static void
change_clicked_cb (Passphrase *self)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (self->window));
  const char *fresh = gtk_editable_get_text (GTK_EDITABLE (self->new_row));
  Change *change;

  if (store == NULL)
    return;
  gtk_widget_remove_css_class (self->again_row, "error");
  if (!g_str_equal (fresh, gtk_editable_get_text (GTK_EDITABLE (self->again_row))))
    {
      gtk_widget_add_css_class (self->again_row, "error");
      ent_shell_toast (ENT_SHELL (self->window), _ ("The two passphrases differ."), FALSE);
      return;
    }
  change = g_new0 (Change, 1);
  change->reg = ent_store_get_register (store);
  change->old_passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->old_row)));
  change->new_passphrase = g_strdup (fresh);
  ent_store_run_async (store, ENT_LANE_WRITE, G_PRIORITY_DEFAULT, change_passphrase, change,
                       (GDestroyNotify) change_free, NULL, NULL, passphrase_changed_cb,
                       g_object_ref (self->window));
  gtk_editable_set_text (GTK_EDITABLE (self->old_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}

static GtkWidget *
password_row (const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static GtkWidget *
passphrase_group (EntWindow *window)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();
  Passphrase *self = g_new0 (Passphrase, 1);

  self->window = window;
  self->old_row = password_row (_ ("Present passphrase"));
  self->new_row = password_row (_ ("New passphrase"));
  self->again_row = password_row (_ ("New passphrase again"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Passphrase"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->old_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->new_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->again_row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("Change the passphrase"));
  g_signal_connect_swapped (button, "activated", G_CALLBACK (change_clicked_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  g_object_set_data_full (G_OBJECT (group), "passphrase", self, g_free);
  return group;
}

static GtkWidget *
register_group (EntWindow *window, EntStore *store)
{
  EntRegister *reg = ent_store_get_register (store);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *path = adw_action_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("This register"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _ ("Name of the centre"));
  gtk_editable_set_text (GTK_EDITABLE (name), ent_store_get_setting (store, "centre.name", ""));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (name), TRUE);
  g_signal_connect (name, "apply", G_CALLBACK (centre_applied_cb), window);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (path), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (path),
                                 ent_register_is_encrypted (reg)
                                     ? _ ("Protected by a passphrase")
                                     : _ ("Not protected: for invented people only"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (path), ent_register_get_path (reg));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (path), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (path),
                             gtk_image_new_from_icon_name (ent_register_is_encrypted (reg)
                                                               ? "ent-lock-symbolic"
                                                               : "ent-reveal-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), path);
  return group;
}

/* What modules keep for the whole centre has dialogs of its own. */
static GtkWidget *
documents_group (void)
{
  const struct
  {
    const char *title;
    const char *subtitle;
    const char *action;
  } rows[] = {
    { _ ("The centre and its letters"), _ ("Address, bank account, opening hours, logo"),
      "win.paper-centre" },
    { _ ("Who signs what"), _ ("Which capacities sign each document"), "win.paper-signers" },
    { _ ("My own signature"), _ ("A picture to put above your name"), "win.paper-own-signature" },
    { _ ("Templates"), _ ("The texts of attestations and letters"), "win.paper-templates" },
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Documents"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rows[i].title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rows[i].subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), rows[i].action);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

void
ent_preferences_present_page (EntWindow *window, const char *name)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  EntStore *store = ent_shell_get_store (ENT_SHELL (window));

  adw_preferences_page_set_title (page, _ ("General"));
  adw_preferences_page_set_icon_name (page, "emblem-system-symbolic");
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (post_group (window)));
  if (store != NULL)
    {
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (register_group (window, store)));
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (documents_group ()));
    }
  if (store != NULL && ent_register_is_encrypted (ent_store_get_register (store)))
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (passphrase_group (window)));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  ent_app_modules_add_preferences (ADW_PREFERENCES_DIALOG (dialog), store);
  if (name != NULL)
    adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), name);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

void
ent_preferences_present (EntWindow *window)
{
  ent_preferences_present_page (window, NULL);
}
