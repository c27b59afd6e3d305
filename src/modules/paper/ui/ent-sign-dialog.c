/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signing dialog. The PIN stands in its entry until it is handed over, and nowhere else. Main
 * thread. */

#include "ent-sign-dialog.h"

#include "ent-book.h"
#include "ent-date.h"
#include "ent-group.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-sign-choice.h"
#include "ent-sign-means.h"
#include "ent-sign-preferences.h"

#include <glib/gi18n-lib.h>

#define PULSE_MS 120

struct _EntSignDialog
{
  AdwDialog parent_instance;

  GtkButton *cancel_button;
  GtkWidget *sign_button;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkLabel *summary;
  AdwPreferencesGroup *certificates;
  GtkWidget *secret_group;
  GtkWidget *secret_row;
  GtkWidget *asks_row;
  GtkLabel *problem;
  AdwStatusPage *working_page;
  GtkProgressBar *progress;
  AdwPreferencesGroup *results;

  EntStore *store;
  GArray *request_ids;
  GPtrArray *files; /* (element-type EntBookFile) */
  GPtrArray *to_sign; /* those of them that can be, borrowed */
  EntSignChoices *choices;
  GPtrArray *rows; /* of the choices, borrowed */
  const EntSignChoice *chosen;
  EntSignOutcome *outcome;
  guint next; /* file that is being entered */
  guint n_signed;
  guint pulse;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntSignDialog, ent_sign_dialog, ADW_TYPE_DIALOG)

static void
say (EntSignDialog *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static const char *
secret_text (EntSignDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->secret_row));
}

static void
update_ready (EntSignDialog *self)
{
  gboolean asked = self->chosen != NULL && !ent_sign_choice_asks_itself (self->chosen);
  gboolean choosing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") == 0;

  gtk_widget_set_sensitive (self->sign_button, choosing && self->chosen != NULL &&
                                                   (!asked || *secret_text (self) != '\0'));
  gtk_widget_set_visible (self->sign_button, choosing);
}

static void
show (EntSignDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_button_set_label (self->cancel_button,
                        g_str_equal (name, "done") ? _ ("_Close") : _ ("_Cancel"));
  update_ready (self);
}

static void
secret_changed_cb (EntSignDialog *self)
{
  if (*secret_text (self) != '\0')
    say (self, NULL);
  update_ready (self);
}

/* Certificates */

static void
choose (EntSignDialog *self, const EntSignChoice *choice)
{
  gboolean asks_itself = ent_sign_choice_asks_itself (choice);

  self->chosen = choice;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row),
                                 choice->file != NULL ? _ ("Password of the certificate file")
                                                      : _ ("PIN"));
  gtk_widget_set_visible (self->secret_row, !asks_itself);
  gtk_widget_set_visible (self->asks_row, asks_itself);
  update_ready (self);
}

static void
choice_toggled_cb (GtkCheckButton *check, EntSignDialog *self)
{
  if (gtk_check_button_get_active (check))
    choose (self, g_object_get_data (G_OBJECT (check), "choice"));
}

static char *
describe (const EntSignChoice *choice)
{
  const EntCertificate *certificate = choice->certificate;
  g_autofree char *name = choice->file != NULL ? g_path_get_basename (choice->file) : NULL;
  g_autofree char *day = NULL;

  if (certificate == NULL)
    return g_steal_pointer (&name);
  day = ent_day_format (ent_stamp_day (certificate->not_after * G_USEC_PER_SEC), ENT_DAY_NUMERIC);
  /* Translators: where a certificate is, who issued it, the last day on which it is valid */
  return g_strdup_printf (_ ("%s · issued by %s · valid until %s"),
                          certificate->token != NULL ? certificate->token
                                                     : (name != NULL ? name : ""),
                          certificate->issuer, day);
}

static GtkWidget *
choice_row_new (EntSignDialog *self, const EntSignChoice *choice, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gboolean usable = FALSE;
  g_autofree char *warning = ent_sign_choice_warn (choice, &usable);
  g_autofree char *text = describe (choice);
  g_autofree char *all = warning != NULL ? g_strdup_printf ("%s\n%s", text, warning) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->certificate != NULL
                                                                ? choice->certificate->subject
                                                                : _ ("Certificate file"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all != NULL ? all : text);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "choice", (gpointer) choice);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect (check, "toggled", G_CALLBACK (choice_toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (warning != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, usable ? "warning" : "error");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_set_sensitive (row, usable);
  return row;
}

static void
clear_choices (EntSignDialog *self)
{
  self->chosen = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->certificates, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->choices, ent_sign_choices_free);
}

/* The one used last, else the first that can be. */
static GtkWidget *
preferred_row (EntSignDialog *self)
{
  g_autoptr (GSettings) settings = ent_sign_settings_new ();
  g_autofree char *last = ent_sign_settings_get (settings, ENT_SIGN_CERTIFICATE);
  GtkWidget *best = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const EntSignChoice *choice = g_ptr_array_index (self->choices->list, i);

      if (!gtk_widget_get_sensitive (row))
        continue;
      if (g_strcmp0 (ent_sign_choice_get_name (choice), last) == 0)
        return row;
      if (best == NULL)
        best = row;
    }
  return best;
}

static void
show_choices (EntSignDialog *self)
{
  GtkCheckButton *group = NULL;
  GtkWidget *best;

  adw_preferences_group_set_description (self->certificates, self->choices->problem);
  for (guint i = 0; i < self->choices->list->len; i++)
    {
      GtkWidget *row = choice_row_new (self, g_ptr_array_index (self->choices->list, i), group);

      if (group == NULL)
        group = g_object_get_data (G_OBJECT (row), "check");
      adw_preferences_group_add (self->certificates, row);
      g_ptr_array_add (self->rows, row);
    }
  best = preferred_row (self);
  gtk_widget_set_visible (self->secret_group, best != NULL);
  if (self->choices->list->len == 0)
    adw_status_page_set_description (self->none_page, self->choices->problem);
  show (self, self->choices->list->len > 0 ? "choose" : "none");
  if (best == NULL)
    return;
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (best), "check"), TRUE);
  if (gtk_widget_get_visible (self->secret_row))
    gtk_widget_grab_focus (self->secret_row);
  else
    gtk_widget_grab_focus (self->sign_button);
}

static void
choices_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntSignChoices *choices = ent_sign_choices_load_finish (result, &error);

  if (choices == NULL || self->store == NULL)
    {
      g_clear_pointer (&choices, ent_sign_choices_free);
      return;
    }
  clear_choices (self);
  self->choices = choices;
  show_choices (self);
}

static void
look_for_choices (EntSignDialog *self)
{
  ent_sign_choices_load_async (self->cancellable, choices_loaded_cb, g_object_ref (self));
}

static void
look_again_cb (EntSignDialog *self)
{
  say (self, NULL);
  show (self, "loading");
  look_for_choices (self);
}

static void
preferences_cb (EntSignDialog *self)
{
  AdwDialog *dialog = ent_sign_preferences_present (GTK_WIDGET (self), self->store);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (look_again_cb), self, G_CONNECT_SWAPPED);
}

/* What came of it */

static void
add_result (EntSignDialog *self, const EntBookFile *file, const char *trouble)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (trouble != NULL ? "dialog-warning-symbolic"
                                                                  : "object-select-symbolic");
  g_autofree char *title = g_strdup_printf ("%s – %s", file->number, file->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), trouble != NULL ? trouble : _ ("Signed"));
  gtk_widget_add_css_class (icon, trouble != NULL ? "error" : "success");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->results, row);
}

static void
finish (EntSignDialog *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  g_autofree char *text = g_strdup_printf (ngettext ("%u document signed", "%u documents signed",
                                                     self->n_signed),
                                           self->n_signed);

  if (shell != NULL && self->n_signed > 0)
    ent_shell_toast (shell, text, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (self->n_signed == self->files->len)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  adw_preferences_group_set_title (self->results, text);
  for (guint i = 0; i < self->files->len; i++)
    {
      const EntBookFile *file = g_ptr_array_index (self->files, i);

      add_result (self, file, file->error != NULL ? file->error->message : NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
  show (self, "done");
}

/* Entering what was signed, one after the other. */

static void enter_next (EntSignDialog *self);

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignDialog) self = user_data;
  EntBookFile *file = g_ptr_array_index (self->to_sign, self->next);

  if (ent_store_write_finish (ENT_STORE (source), result, &file->error) != 0)
    self->n_signed++;
  if (self->store == NULL)
    return;
  self->next++;
  enter_next (self);
}

static void
enter_next (EntSignDialog *self)
{
  const EntSigned *signed_file;
  EntBookFile *file;

  for (; self->next < self->to_sign->len; self->next++)
    {
      file = g_ptr_array_index (self->to_sign, self->next);
      signed_file = g_ptr_array_index (self->outcome->files, self->next);
      gtk_progress_bar_set_fraction (self->progress, (double) self->next / self->to_sign->len);
      if (signed_file->pdf != NULL)
        {
          ent_book_sign_async (self->store, file->request_id, signed_file->pdf, self->outcome->name,
                               entered_cb, g_object_ref (self));
          return;
        }
      file->error = signed_file->error != NULL ? g_error_copy (signed_file->error) : NULL;
    }
  finish (self);
}

/* Signing */

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (ENT_SIGN_DIALOG (user_data)->progress);
  return G_SOURCE_CONTINUE;
}

/* A wrong PIN has changed how the card stands: its rows are read anew, the sentence stays. */
static void
try_again (EntSignDialog *self, const GError *error)
{
  show (self, "choose");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  say (self, error->message);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->secret_row) ? self->secret_row
                                                                   : self->sign_button);
  if (self->chosen->module != NULL)
    look_for_choices (self);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntSignOutcome *outcome = ent_sign_choice_sign_finish (result, &error);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->store == NULL)
    {
      g_clear_pointer (&outcome, ent_sign_outcome_free);
      return;
    }
  if (outcome == NULL)
    {
      try_again (self, error);
      return;
    }
  self->outcome = outcome;
  self->next = 0;
  adw_status_page_set_title (self->working_page, _ ("Entering the signatures…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  enter_next (self);
}

static void
remember_choice (EntSignDialog *self)
{
  g_autoptr (GSettings) settings = ent_sign_settings_new ();

  g_settings_set_string (settings, ENT_SIGN_CERTIFICATE, ent_sign_choice_get_name (self->chosen));
}

static void
sign_cb (EntSignDialog *self)
{
  const char *secret;

  if (!gtk_widget_get_sensitive (self->sign_button) || self->chosen == NULL)
    return;
  remember_choice (self);
  say (self, NULL);
  secret = ent_sign_choice_asks_itself (self->chosen) ? NULL : secret_text (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ent_sign_choice_sign_async (self->chosen, self->to_sign, secret, self->cancellable, signed_cb,
                              g_object_ref (self));
  gtk_editable_set_text (GTK_EDITABLE (self->secret_row), "");
  adw_status_page_set_title (self->working_page, _ ("Signing…"));
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  show (self, "working");
}

static void
cancel_cb (EntSignDialog *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "working") == 0)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* The documents */

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *files = ent_book_read_files_finish (ENT_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->store == NULL || files == NULL)
    {
      g_clear_pointer (&files, g_ptr_array_unref);
      if (self->store != NULL && error != NULL)
        {
          adw_status_page_set_description (self->none_page, error->message);
          show (self, "none");
        }
      return;
    }
  self->files = files;
  for (guint i = 0; i < files->len; i++)
    if (((EntBookFile *) g_ptr_array_index (files, i))->pdf != NULL)
      g_ptr_array_add (self->to_sign, g_ptr_array_index (files, i));
  if (self->to_sign->len == 0)
    {
      finish (self);
      return;
    }
  if (self->to_sign->len == 1)
    {
      const EntBookFile *file = g_ptr_array_index (self->to_sign, 0);

      /* Translators: number and title of a document that is going to be signed */
      text = g_strdup_printf (_ ("You sign %s – %s."), file->number, file->title);
    }
  else
    text = g_strdup_printf (ngettext ("You sign %u document with one PIN.",
                                      "You sign %u documents with one PIN.", self->to_sign->len),
                            self->to_sign->len);
  gtk_label_set_text (self->summary, text);
  look_for_choices (self);
}

static void
ent_sign_dialog_dispose (GObject *object)
{
  EntSignDialog *self = ENT_SIGN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_SIGN_DIALOG);
  G_OBJECT_CLASS (ent_sign_dialog_parent_class)->dispose (object);
}

static void
ent_sign_dialog_finalize (GObject *object)
{
  EntSignDialog *self = ENT_SIGN_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->request_ids, g_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->to_sign, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, ent_sign_choices_free);
  g_clear_pointer (&self->outcome, ent_sign_outcome_free);
  G_OBJECT_CLASS (ent_sign_dialog_parent_class)->finalize (object);
}

static void
ent_sign_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (ENT_SIGN_DIALOG (dialog)->cancellable);
}

static void
ent_sign_dialog_class_init (EntSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_sign_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_sign_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ent_sign_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, sign_button);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, certificates);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, secret_group);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, secret_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, asks_row);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, working_page);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EntSignDialog, results);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, preferences_cb);
  gtk_widget_class_bind_template_callback (widget_class, secret_changed_cb);
}

static void
ent_sign_dialog_init (EntSignDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->to_sign = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (ADW_PREFERENCES_GROUP (self->secret_group), _ ("PIN"));
  ent_group_set_name (self->results, _ ("Result"));
}

void
ent_sign_dialog_present (GtkWidget *parent, EntStore *store, GArray *request_ids)
{
  EntSignDialog *self = g_object_new (ENT_TYPE_SIGN_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->request_ids = g_array_copy (request_ids);
  show (self, "loading");
  ent_book_read_files_async (store, self->request_ids, self->cancellable, files_read_cb,
                             g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
