/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences of signing. Certificates are read by the signing program, not here. Main thread.
 */

#include "ent-sign-preferences.h"

#include "ent-date.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-sign-means.h"
#include "ent-signer.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

/* Places of the list of software: none, then those known, then any other. */
#define NONE 0
#define FIRST 1

struct _EntSignPreferences
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *software_row;
  AdwEntryRow *module_row;
  AdwActionRow *file_row;
  GtkWidget *clear_file_button;
  AdwSwitchRow *stamp_switch;
  AdwEntryRow *stamp_row;
  AdwPreferencesGroup *authorities_group;

  EntStore *store;
  GSettings *settings;
  GPtrArray *authorities; /* (element-type GBytes) */
  GPtrArray *rows; /* of the authorities, borrowed */
  GCancellable *cancellable;
  gboolean showing; /* rows are being written by us */
};

G_DEFINE_FINAL_TYPE (EntSignPreferences, ent_sign_preferences, ADW_TYPE_PREFERENCES_PAGE)

static void
toast (EntSignPreferences *self, const char *text)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_toast (shell, text, FALSE);
}

/* The software of the card */

static guint
n_software (void)
{
  guint n = 0;

  while (ent_sign_software[n].name != NULL)
    n++;
  return n;
}

static void
show_module (EntSignPreferences *self)
{
  g_autofree char *module = ent_sign_settings_get (self->settings, ENT_SIGN_MODULE);
  guint place = module != NULL ? FIRST + n_software () : NONE;

  for (guint i = 0; module != NULL && ent_sign_software[i].name != NULL; i++)
    if (g_strv_contains (ent_sign_software[i].paths, module))
      place = FIRST + i;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->software_row, place);
  gtk_editable_set_text (GTK_EDITABLE (self->module_row), module != NULL ? module : "");
  gtk_widget_set_visible (GTK_WIDGET (self->module_row), place == FIRST + n_software ());
  if (module != NULL && !g_file_test (module, G_FILE_TEST_IS_REGULAR))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->software_row),
                                 _ ("It is not installed on this computer."));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->software_row),
                                 place < FIRST + n_software () ? module : NULL);
  self->showing = FALSE;
}

static void
software_selected_cb (EntSignPreferences *self)
{
  guint place = adw_combo_row_get_selected (self->software_row);
  const EntSignSoftware *software;
  const char *path;

  if (self->showing || self->settings == NULL)
    return;
  if (place == FIRST + n_software ())
    {
      gtk_widget_set_visible (GTK_WIDGET (self->module_row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->module_row));
      return;
    }
  if (place == NONE)
    {
      g_settings_set_string (self->settings, ENT_SIGN_MODULE, "");
      show_module (self);
      return;
    }
  software = &ent_sign_software[place - FIRST];
  path = ent_sign_software_find (software);
  /* Chosen before it is installed, it is found where it usually comes to stand. */
  g_settings_set_string (self->settings, ENT_SIGN_MODULE, path != NULL ? path : software->paths[0]);
  show_module (self);
}

static void
module_applied_cb (EntSignPreferences *self)
{
  g_autofree char *path = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->module_row)));

  g_settings_set_string (self->settings, ENT_SIGN_MODULE, g_strstrip (path));
  show_module (self);
}

static void
fill_software (EntSignPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("means of signing", "None"));
  for (const EntSignSoftware *software = ent_sign_software; software->name != NULL; software++)
    {
      g_autofree char *absent = g_strdup_printf (_ ("%s – not installed"), _ (software->name));

      gtk_string_list_append (names, ent_sign_software_find (software) != NULL ? _ (software->name)
                                                                               : absent);
    }
  gtk_string_list_append (names, _ ("Another one"));
  self->showing = TRUE;
  adw_combo_row_set_model (self->software_row, G_LIST_MODEL (names));
  self->showing = FALSE;
}

/* The certificate file */

static void
show_file (EntSignPreferences *self)
{
  g_autofree char *path = ent_sign_settings_get (self->settings, ENT_SIGN_FILE);
  g_autofree char *gone = NULL;

  if (path != NULL && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    gone = g_strdup_printf (_ ("%s is not there any more."), path);
  adw_action_row_set_subtitle (self->file_row,
                               gone != NULL
                                   ? gone
                                   : (path != NULL ? path : C_ ("means of signing", "None")));
  gtk_widget_set_visible (self->clear_file_button, path != NULL);
}

static void
clear_file_cb (EntSignPreferences *self)
{
  g_settings_set_string (self->settings, ENT_SIGN_FILE, "");
  show_file (self);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL && self->settings != NULL)
    {
      g_settings_set_string (self->settings, ENT_SIGN_FILE, path);
      show_file (self);
    }
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    toast (self, error->message);
}

static GtkFileDialog *
file_dialog_new (const char *title, const char *kind, const char *const *suffixes)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static GtkWindow *
window_of (EntSignPreferences *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
choose_file_cb (EntSignPreferences *self)
{
  static const char *const suffixes[] = { "p12", "pfx", NULL };
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Certificate file"),
                                                     _ ("Certificate files"), suffixes);

  gtk_file_dialog_open (dialog, window_of (self), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

/* Time-stamps */

static void
show_stamp (EntSignPreferences *self)
{
  g_autofree char *server = ent_sign_settings_get (self->settings, ENT_SIGN_STAMP_SERVER);

  self->showing = TRUE;
  adw_switch_row_set_active (self->stamp_switch, server != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->stamp_row), server != NULL ? server : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stamp_row), server != NULL);
  self->showing = FALSE;
}

static void
stamp_switched_cb (EntSignPreferences *self)
{
  gboolean active = adw_switch_row_get_active (self->stamp_switch);

  if (self->showing || self->settings == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->stamp_row), active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->stamp_row));
  else
    g_settings_set_string (self->settings, ENT_SIGN_STAMP_SERVER, "");
}

static void
stamp_applied_cb (EntSignPreferences *self)
{
  g_autofree char *address = ent_text_clean (
      gtk_editable_get_text (GTK_EDITABLE (self->stamp_row)));
  gboolean good = address == NULL || ((g_str_has_prefix (address, "https://") ||
                                       g_str_has_prefix (address, "http://")) &&
                                      g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL));

  if (!good)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->stamp_row), "error");
      toast (self, _ ("This is not the address of a server: it begins with https:// or http://."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->stamp_row), "error");
  g_settings_set_string (self->settings, ENT_SIGN_STAMP_SERVER, address != NULL ? address : "");
  show_stamp (self);
}

/* Authorities */

static void show_authorities (EntSignPreferences *self);

static void
remove_clicked_cb (GtkButton *button, EntSignPreferences *self)
{
  GBytes *one = g_object_get_data (G_OBJECT (button), "authority");
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->authorities, one, g_bytes_equal, &position))
    return;
  g_ptr_array_remove_index (self->authorities, position);
  ent_sign_authorities_save (self->store, self->authorities);
  show_authorities (self);
}

static void
add_row (EntSignPreferences *self, const EntCertificate *certificate, GBytes *authority)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *day = ent_day_format (ent_stamp_day (certificate->not_after * G_USEC_PER_SEC),
                                         ENT_DAY_NUMERIC);
  gboolean expired = certificate->not_after < g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *text = g_strdup_printf (expired ? _ ("Expired on %s") : _ ("Valid until %s"),
                                           day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), certificate->subject);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (expired)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Do not trust it any more"));
  g_object_set_data_full (G_OBJECT (button), "authority", g_bytes_ref (authority),
                          (GDestroyNotify) g_bytes_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->authorities_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_plain_row (EntSignPreferences *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "none");
  adw_preferences_group_add (self->authorities_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (EntSignPreferences *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->authorities_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) described = ent_signer_inspect_finish (result, &error);

  if (self->authorities_group == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_rows (self);
  if (described == NULL)
    add_plain_row (self, error->message);
  else if (described->len == self->authorities->len)
    for (guint i = 0; i < described->len; i++)
      add_row (self, g_ptr_array_index (described, i), g_ptr_array_index (self->authorities, i));
}

static void
show_authorities (EntSignPreferences *self)
{
  if (self->authorities->len == 0)
    {
      clear_rows (self);
      add_plain_row (self, _ ("None: every certificate is told as unknown"));
      return;
    }
  ent_signer_inspect_async (self->authorities, self->cancellable, described_cb,
                            g_object_ref (self));
}

/* Authorities that were read, until the signing program has said that they are some. */
typedef struct
{
  EntSignPreferences *page;
  GPtrArray *found;
} Adding;

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  EntSignPreferences *self = adding->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) described = ent_signer_inspect_finish (result, &error);

  if (described == NULL)
    toast (self, error->message);
  else if (ent_sign_authorities_add (self->authorities, adding->found) == 0)
    toast (self, _ ("These authorities are trusted already."));
  else
    {
      ent_sign_authorities_save (self->store, self->authorities);
      show_authorities (self);
    }
  g_ptr_array_unref (adding->found);
  g_object_unref (self);
  g_free (adding);
}

static void
authority_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) found = NULL;
  Adding *adding;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, NULL, NULL, &error))
    {
      toast (self, error->message);
      return;
    }
  found = ent_sign_authorities_split (text);
  if (found->len == 0)
    {
      toast (self, _ ("There is no certificate in this file: it has to be a PEM text."));
      return;
    }
  adding = g_new0 (Adding, 1);
  adding->page = g_steal_pointer (&self);
  adding->found = g_steal_pointer (&found);
  ent_signer_inspect_async (adding->found, NULL, checked_cb, adding);
}

static void
authorities_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source),
                                                                      result, &error);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_file_load_contents_async (file, self->cancellable, authority_read_cb, g_object_ref (self));
    }
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    toast (self, error->message);
}

static void
add_authority_cb (EntSignPreferences *self)
{
  static const char *const suffixes[] = { "pem", "crt", "cer", NULL };
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Trusted authorities"),
                                                     _ ("Certificates (PEM)"), suffixes);

  gtk_file_dialog_open_multiple (dialog, window_of (self), self->cancellable, authorities_chosen_cb,
                                 g_object_ref (self));
}

static void
ent_sign_preferences_dispose (GObject *object)
{
  EntSignPreferences *self = ENT_SIGN_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SIGN_PREFERENCES);
  G_OBJECT_CLASS (ent_sign_preferences_parent_class)->dispose (object);
}

static void
ent_sign_preferences_finalize (GObject *object)
{
  EntSignPreferences *self = ENT_SIGN_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->authorities, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_sign_preferences_parent_class)->finalize (object);
}

static void
ent_sign_preferences_class_init (EntSignPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_sign_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_sign_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "paper/ent-sign-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, software_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, module_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, file_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, clear_file_button);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, stamp_switch);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, stamp_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignPreferences, authorities_group);
  gtk_widget_class_bind_template_callback (widget_class, software_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, module_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, stamp_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, stamp_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_authority_cb);
}

static void
ent_sign_preferences_init (EntSignPreferences *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwPreferencesPage *
ent_sign_preferences_new (EntStore *store)
{
  EntSignPreferences *self = g_object_new (ENT_TYPE_SIGN_PREFERENCES, NULL);

  fill_software (self);
  self->settings = ent_sign_settings_new ();
  show_module (self);
  show_file (self);
  show_stamp (self);
  gtk_widget_set_visible (GTK_WIDGET (self->authorities_group), store != NULL);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->authorities = ent_sign_authorities_load (store);
      show_authorities (self);
    }
  return ADW_PREFERENCES_PAGE (self);
}

AdwDialog *
ent_sign_preferences_present (GtkWidget *parent, EntStore *store)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_dialog_set_title (dialog, _ ("Signature"));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ent_sign_preferences_new (store));
  adw_dialog_present (dialog, parent);
  return dialog;
}
