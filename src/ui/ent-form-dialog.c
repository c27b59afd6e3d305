/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a form: asking before it is lost, saving once, telling what went wrong where. Main
 * thread. */

#include "ent-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ent-conflict-dialog.h"
#include "ent-error.h"
#include "ent-form-check.h"
#include "ent-resources.h"
#include "ent-shell.h"

struct _EntFormDialog
{
  AdwDialog parent_instance;

  GtkButton *cancel_button;
  GtkButton *save_button;
  GtkWidget *spinner;
  AdwBanner *banner;
  GtkBox *content;

  EntStore *store;
  EntForm *form;
  GtkWidget *extra;
  GObject *original; /* private copy, NULL for a new record */
  GObject *draft;
  GtkWidget *focus; /* weak: where the user was when he saved */
  char *act_label;
  EntFormBuildFunc build;
  gpointer build_data;
  GDestroyNotify build_destroy;
  EntFormWriteFunc write; /* in the stead of build, or NULL */
  EntChangeSet *set; /* while it is being written */
  GPtrArray *choices; /* EntFormChoice: what the user said about conflicts */
  gboolean touched;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFormDialog, ent_form_dialog, ADW_TYPE_DIALOG)

static EntChangeSet *
build_default (EntFormDialog *self, gpointer original, gpointer draft, gpointer unused)
{
  EntChangeSet *set = ent_change_set_new (self->act_label);

  if (original != NULL)
    ent_change_set_edit (set, original, draft);
  else
    ent_change_set_insert (set, draft);
  return set;
}

/* While the act is being written nothing may change it, and nobody may write it twice. */
static void
set_saving (EntFormDialog *self, gboolean saving)
{
  if (saving)
    g_set_weak_pointer (&self->focus, adw_dialog_get_focus (ADW_DIALOG (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), !saving);
  gtk_widget_set_visible (self->spinner, saving);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, saving, -1);
  if (!saving && self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

static void
set_banner (EntFormDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
finish (EntFormDialog *self, EntChangeSet *set)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  g_autoptr (EntFormDialog) keep = g_object_ref (self);

  if (set != NULL)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, set);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (shell != NULL && set != NULL)
    ent_shell_toast (shell, ent_change_set_get_label (set), TRUE);
}

static void
resolved_cb (EntConflictDialog *dialog, EntFormDialog *self)
{
  GPtrArray *conflicts = ent_conflict_dialog_get_conflicts (dialog);

  for (guint i = 0; i < conflicts->len; i++)
    ent_form_check_choose (self->choices, g_ptr_array_index (conflicts, i),
                           ent_conflict_dialog_keeps_yours (dialog, i), self->original,
                           self->draft);
  ent_form_refresh (self->form);
  ent_form_dialog_save (self);
}

static void
settle_conflicts (EntFormDialog *self, GPtrArray *conflicts)
{
  EntConflictDialog *dialog = ent_conflict_dialog_new (self->store, conflicts);

  g_signal_connect_object (dialog, "resolved", G_CALLBACK (resolved_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
tell_invalid (EntFormDialog *self, EntChangeSet *set)
{
  EntIssues *issues = ent_change_set_get_issues (set);
  const EntChange *culprit = ent_form_check_find_culprit (set);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (culprit == NULL || ent_form_check_is_about (culprit, self->original, self->draft))
    {
      ent_form_show_issues (self->form, issues);
      return;
    }
  text = ent_issues_to_text (issues);
  /* Translators: a kind of record and what is wrong with it, “Address: Fill in this field.” */
  sentence = g_strdup_printf (_ ("%s: %s"), _ (culprit->schema->title), text);
  set_banner (self, sentence);
}

static void
tell_error (EntFormDialog *self, EntChangeSet *set, const GError *error)
{
  GPtrArray *conflicts = ent_change_set_get_conflicts (set);

  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID) &&
      ent_change_set_get_issues (set) != NULL)
    tell_invalid (self, set);
  else if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT) &&
           conflicts != NULL && conflicts->len > 0)
    settle_conflicts (self, conflicts);
  else
    set_banner (self, error->message);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) self = user_data;
  g_autoptr (EntChangeSet) set = g_steal_pointer (&self->set);
  g_autoptr (GError) error = NULL;
  gboolean written = ent_store_apply_finish (ENT_STORE (source), result, &error);

  /* The window may have been closed meanwhile. */
  if (self->form == NULL)
    return;

  set_saving (self, FALSE);
  if (written)
    finish (self, set);
  else
    tell_error (self, set, error);
}

/* A draft on its way to the writing thread. */
typedef struct
{
  EntFormWriteFunc func;
  GObject *draft;
  EntIssues *issues; /* why it was refused, or NULL */
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->draft);
  g_clear_pointer (&writing->issues, ent_issues_free);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* The act goes with its thread; what it found stays. */
static EntIssues *
copy_issues (EntIssues *issues)
{
  EntIssues *copy = ent_issues_new ();

  for (guint i = 0; i < ent_issues_n (issues); i++)
    if (ent_issues_is_warning (issues, i))
      ent_issues_warn (copy, ent_issues_field (issues, i), "%s", ent_issues_message (issues, i));
    else
      ent_issues_add (copy, ent_issues_field (issues, i), "%s", ent_issues_message (issues, i));
  return copy;
}

static gboolean
write_draft (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;
  EntIssues *issues;

  if (writing->func (apply, writing->draft, error))
    return TRUE;
  issues = ent_apply_get_issues (apply);
  if (issues != NULL && ent_issues_n_errors (issues) > 0)
    writing->issues = copy_issues (issues);
  return FALSE;
}

typedef struct
{
  EntFormDialog *dialog;
  Writing *writing;
} Written;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Written *written = user_data;
  g_autoptr (EntFormDialog) self = written->dialog;
  g_autoptr (Writing) writing = written->writing;
  g_autoptr (EntChangeSet) set = g_steal_pointer (&self->set);
  g_autoptr (GError) error = NULL;
  gboolean ok = ent_store_write_finish (ENT_STORE (source), result, &error) != 0;

  if (self->form == NULL)
    return;
  set_saving (self, FALSE);
  if (ok)
    finish (self, set);
  else if (writing->issues != NULL &&
           g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID))
    ent_form_show_issues (self->form, writing->issues);
  else
    set_banner (self, error->message);
}

static void
save_by_func (EntFormDialog *self)
{
  Writing *writing = g_new0 (Writing, 1);
  Written *written = g_new0 (Written, 1);

  writing->func = self->write;
  writing->draft = ent_record_dup (self->draft);
  written->dialog = g_object_ref (self);
  written->writing = writing;
  self->set = ent_change_set_new (self->act_label);
  set_saving (self, TRUE);
  ent_store_write_async (self->store, self->act_label, write_draft, writing, NULL, NULL, written_cb,
                         written);
}

static void
discard_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
ask_to_discard (EntFormDialog *self)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Discard changes?"),
                                           _ ("What you typed here is not saved yet."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "keep", _ ("_Keep editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (self), NULL, discard_chosen_cb,
                           g_object_ref (self));
}

static void
close_attempt_cb (EntFormDialog *self)
{
  if (self->set != NULL)
    return;
  if (self->touched || ent_form_is_dirty (self->form))
    ask_to_discard (self);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (EntFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_form_dialog_save (ENT_FORM_DIALOG (widget));
}

static void
forget_build_func (EntFormDialog *self)
{
  if (self->build_destroy != NULL)
    self->build_destroy (self->build_data);
  self->build = build_default;
  self->build_data = NULL;
  self->build_destroy = NULL;
}

static void
ent_form_dialog_dispose (GObject *object)
{
  EntFormDialog *self = ENT_FORM_DIALOG (object);

  forget_build_func (self);
  g_clear_weak_pointer (&self->focus);
  self->form = NULL;
  self->extra = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_FORM_DIALOG);
  g_clear_object (&self->original);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_form_dialog_parent_class)->dispose (object);
}

static void
ent_form_dialog_finalize (GObject *object)
{
  EntFormDialog *self = ENT_FORM_DIALOG (object);

  g_ptr_array_unref (self->choices);
  g_free (self->act_label);
  G_OBJECT_CLASS (ent_form_dialog_parent_class)->finalize (object);
}

static void
ent_form_dialog_class_init (EntFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_form_dialog_dispose;
  object_class->finalize = ent_form_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", ENT_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_CHANGE_SET);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFormDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, EntFormDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, EntFormDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, EntFormDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntFormDialog, content);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, ent_form_dialog_save);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
}

/* Before the focused widget: a text of several lines would take it for a new line. */
static void
add_enter (EntFormDialog *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                          gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ent_form_dialog_init (EntFormDialog *self)
{
  self->build = build_default;
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_form_choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_enter (self);
}

EntFormDialog *
ent_form_dialog_new (EntStore *store,
                     const char *title,
                     gpointer original,
                     gpointer draft,
                     const char *act_label)
{
  EntFormDialog *self;

  g_return_val_if_fail (ENT_IS_STORE (store), NULL);
  g_return_val_if_fail (ENT_IS_RECORD (draft), NULL);

  self = g_object_new (ENT_TYPE_FORM_DIALOG, "title", title, NULL);
  self->store = g_object_ref (store);
  /* The shared record goes on changing when others write; what this user saw must not. */
  self->original = original != NULL ? ent_record_dup (original) : NULL;
  self->draft = g_object_ref (draft);
  self->act_label = g_strdup (act_label);
  self->form = ent_form_new (store, draft);
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  /* The form hands the focus on to its first field: one comes here to type. */
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->form));
  return self;
}

EntForm *
ent_form_dialog_get_form (EntFormDialog *self)
{
  g_return_val_if_fail (ENT_IS_FORM_DIALOG (self), NULL);

  return self->form;
}

void
ent_form_dialog_set_primary_label (EntFormDialog *self, const char *label)
{
  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  gtk_button_set_label (self->save_button, label);
}

void
ent_form_dialog_set_build_func (EntFormDialog *self,
                                EntFormBuildFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  forget_build_func (self);
  if (func == NULL)
    return;
  self->build = func;
  self->build_data = user_data;
  self->build_destroy = destroy;
}

void
ent_form_dialog_set_write_func (EntFormDialog *self, EntFormWriteFunc func)
{
  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  self->write = func;
}

void
ent_form_dialog_set_extra (EntFormDialog *self, GtkWidget *extra)
{
  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  if (self->extra == extra)
    return;
  if (self->extra != NULL)
    gtk_box_remove (self->content, self->extra);
  self->extra = extra;
  if (extra != NULL)
    gtk_box_append (self->content, extra);
}

void
ent_form_dialog_set_touched (EntFormDialog *self, gboolean touched)
{
  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  self->touched = touched;
}

void
ent_form_dialog_save (EntFormDialog *self)
{
  g_autoptr (EntChangeSet) set = NULL;

  g_return_if_fail (ENT_IS_FORM_DIALOG (self));

  if (self->set != NULL)
    return;
  set_banner (self, NULL);
  ent_form_show_issues (self->form, NULL);
  if (!ent_form_collect (self->form))
    return;
  if (self->write != NULL)
    {
      save_by_func (self);
      return;
    }

  set = self->build (self, self->original, self->draft, self->build_data);
  if (set != NULL)
    ent_form_check_apply_choices (self->choices, set);
  if (set == NULL || !ent_form_check_has_effect (set))
    {
      finish (self, NULL);
      return;
    }
  self->set = ent_change_set_ref (set);
  set_saving (self, TRUE);
  ent_store_apply_async (self->store, set, NULL, applied_cb, g_object_ref (self));
}

void
ent_form_dialog_set_ready (EntFormDialog *self, gboolean ready)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", ready);
}
