/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The new-register dialog: name of the centre, folder, passphrase twice. Each problem stands at its
 * field. Main thread. */

#include "ent-create-dialog.h"

#include <glib/gi18n.h>

#include "ent-text.h"
#include "ent-window-register.h"

typedef struct
{
  EntWindow *window;
  AdwDialog *dialog;
  GtkWidget *name_row;
  GtkWidget *folder_row;
  GtkWidget *first_row;
  GtkWidget *second_row;
  GtkWidget *problem;
  GtkWidget *create_button;
  char *folder;
} Create;

static void
create_free (Create *self)
{
  g_free (self->folder);
  g_free (self);
}

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static char *
path_of (Create *self)
{
  g_autofree char *clean = ent_text_safe_file_name (text_of (self->name_row));
  g_autofree char *file = g_strconcat (clean, ENT_REGISTER_SUFFIX, NULL);

  return g_build_filename (self->folder, file, NULL);
}

/* NULL when all is well; otherwise the sentence, and the row that it is about. */
static char *
find_problem (Create *self, GtkWidget **row)
{
  g_autofree char *name = ent_text_clean (text_of (self->name_row));
  g_autofree char *path = path_of (self);

  *row = self->name_row;
  if (name == NULL)
    return g_strdup (_ ("Give the name of the centre."));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (_ ("There is already a register of this name in the folder."));
  *row = self->first_row;
  if (g_utf8_strlen (text_of (self->first_row), -1) < ENT_PASSPHRASE_MIN)
    return g_strdup_printf (_ ("Choose a passphrase of at least %d characters; several words are "
                               "easy to remember."),
                            ENT_PASSPHRASE_MIN);
  *row = self->second_row;
  if (!g_str_equal (text_of (self->first_row), text_of (self->second_row)))
    return g_strdup (_ ("The two passphrases differ."));
  return NULL;
}

static void
clear_problem_cb (Create *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_remove_css_class (self->name_row, "error");
  gtk_widget_remove_css_class (self->first_row, "error");
  gtk_widget_remove_css_class (self->second_row, "error");
}

static void
create_cb (Create *self)
{
  GtkWidget *row = NULL;
  g_autofree char *problem = find_problem (self, &row);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  clear_problem_cb (self);
  if (problem != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->problem), problem);
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_add_css_class (row, "error");
      gtk_widget_grab_focus (row);
      gtk_accessible_announce (GTK_ACCESSIBLE (row), problem,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }
  path = path_of (self);
  name = ent_text_clean (text_of (self->name_row));
  ent_window_register_open_with (self->window, path, text_of (self->first_row), name);
  adw_dialog_close (self->dialog);
}

static void
show_folder (Create *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder_row), self->folder);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;
  Create *self = g_object_get_data (G_OBJECT (dialog), "create");
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result,
                                                                NULL);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_set_str (&self->folder, g_file_peek_path (file));
  show_folder (self);
}

static void
choose_folder_cb (Create *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  gtk_file_dialog_set_title (dialog, _ ("Folder of the register"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self->window), NULL, folder_chosen_cb,
                                 g_object_ref (self->dialog));
}

static GtkWidget *
titled (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static GtkWidget *
make_content (Create *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *first = adw_preferences_group_new ();
  GtkWidget *second = adw_preferences_group_new ();

  self->name_row = titled (adw_entry_row_new (), _ ("Name of the centre"));
  self->folder_row = titled (adw_action_row_new (), _ ("Folder"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->folder_row),
                             gtk_image_new_from_icon_name ("folder-open-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->folder_row), TRUE);
  self->first_row = titled (adw_password_entry_row_new (), _ ("Passphrase"));
  self->second_row = titled (adw_password_entry_row_new (), _ ("Passphrase again"));
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_margin_top (self->problem, 12);
  gtk_widget_set_visible (self->problem, FALSE);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), self->name_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), self->folder_row);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (second),
      _ ("The file cannot be read without the passphrase, not even by us. Keep a copy of it on "
         "paper in a safe."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (second), self->first_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (second), self->second_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (second), self->problem);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (first));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (second));
  return page;
}

static GtkWidget *
make_header (Create *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->create_button = gtk_button_new_with_mnemonic (_ ("C_reate"));
  gtk_widget_add_css_class (self->create_button, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self->dialog);
  g_signal_connect_swapped (self->create_button, "clicked", G_CALLBACK (create_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->create_button);
  return bar;
}

void
ent_create_dialog_present (EntWindow *window)
{
  Create *self = g_new0 (Create, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->window = window;
  self->dialog = adw_dialog_new ();
  self->folder = g_strdup (documents != NULL ? documents : g_get_home_dir ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  show_folder (self);
  g_signal_connect_swapped (self->folder_row, "activated", G_CALLBACK (choose_folder_cb), self);
  g_signal_connect_swapped (self->name_row, "changed", G_CALLBACK (clear_problem_cb), self);
  g_signal_connect_swapped (self->first_row, "changed", G_CALLBACK (clear_problem_cb), self);
  g_signal_connect_swapped (self->second_row, "changed", G_CALLBACK (clear_problem_cb), self);
  g_signal_connect_swapped (self->second_row, "entry-activated", G_CALLBACK (create_cb), self);

  adw_dialog_set_title (self->dialog, _ ("New register"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_default_widget (self->dialog, self->create_button);
  g_object_set_data_full (G_OBJECT (self->dialog), "create", self, (GDestroyNotify) create_free);
  adw_dialog_present (self->dialog, GTK_WIDGET (window));
}
