/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks until when visits are to be made, makes them on the writing thread as one act, tells what
 * became of them. Main thread. */

#include "ent-care-generate-dialog.h"

#include "ent-care-generate.h"
#include "ent-care-query.h"
#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-group.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  EntShell *shell;
  EntStore *store;
  GtkWidget *dialog; /* borrowed while it is open */
  GtkWidget *row; /* EntDateRow, likewise */
  EntCareHorizon horizon;
  EntCareCount count;
  gboolean is_idle; /* there was nothing to do */
} Job;

static void
job_free (Job *self)
{
  g_object_unref (self->shell);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
generate (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;
  const EntCareCount *count = &self->count;

  if (!ent_care_generate (apply, &self->horizon, &self->count, cancellable, error))
    return FALSE;
  self->is_idle = count->n_made + count->n_renewed + count->n_removed + count->n_freed +
                      count->n_restored ==
                  0;
  if (!self->is_idle)
    return TRUE;
  /* An act that does nothing has no place in the history. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

/* @format: for so many, translated. */
static void
add_part (GPtrArray *parts, guint n, const char *format)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
}

/* "12 visits made, 3 renewed"; transfer full. */
static char *
outcome_text (const EntCareCount *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (6, g_free, TRUE);

  add_part (parts, count->n_made, ngettext ("%u visit made", "%u visits made", count->n_made));
  add_part (parts, count->n_renewed,
            ngettext ("%u visit renewed", "%u visits renewed", count->n_renewed));
  add_part (parts, count->n_removed,
            ngettext ("%u visit removed", "%u visits removed", count->n_removed));
  add_part (parts, count->n_freed,
            ngettext ("%u visit freed by an absence", "%u visits freed by an absence",
                      count->n_freed));
  add_part (parts, count->n_restored,
            ngettext ("%u visit brought back", "%u visits brought back", count->n_restored));
  add_part (parts, count->n_kept, ngettext ("%u visit kept", "%u visits kept", count->n_kept));
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
generated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ent_store_write_finish (ENT_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (act != 0)
    {
      text = outcome_text (&self->count);
      ent_shell_toast (self->shell, text, TRUE);
    }
  else if (self->is_idle)
    ent_shell_toast (self->shell,
                     self->count.n_kept > 0 ? _ ("All visits stand as they were promised")
                                            : _ ("No plan asks for a visit until then"),
                     FALSE);
  else
    ent_shell_report (self->shell, error);
}

static void
keep_weeks (Job *self)
{
  g_autofree char *weeks = g_strdup_printf ("%d",
                                            MAX (1,
                                                 (self->horizon.to - self->horizon.from + 6) / 7));

  ent_store_set_setting (self->store, ENT_CARE_WEEKS_SETTING, weeks);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Job *self)
{
  gint32 until = ent_date_row_get_day (ENT_DATE_ROW (self->row));

  if (!g_str_equal (response, "generate") || until == ENT_DAY_NONE || until < self->horizon.from)
    {
      job_free (self);
      return;
    }
  self->horizon.to = until;
  if (self->horizon.plan_id == 0)
    keep_weeks (self);
  ent_store_write_async (self->store, _ ("Visits made from the plans"), generate, self, NULL, NULL,
                         generated_cb, self);
}

static void
edited_cb (EntDateRow *row, Job *self)
{
  gint32 until = ent_date_row_get_day (row);
  gboolean is_ready = until != ENT_DAY_NONE && until >= self->horizon.from;

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self->dialog), "generate", is_ready);
}

static GtkWidget *
make_extra (Job *self, gint32 until)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->row = ent_date_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Until"));
  ent_date_row_set_day (ENT_DATE_ROW (self->row), until);
  g_signal_connect (self->row, "edited", G_CALLBACK (edited_cb), self);
  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("Until when"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  return group;
}

void
ent_care_generate_dialog_present (EntShell *shell, EntStore *store, gint64 plan_id)
{
  Job *self = g_new0 (Job, 1);
  int weeks = atoi (ent_store_get_setting (store, ENT_CARE_WEEKS_SETTING, ""));
  AdwAlertDialog *dialog;

  self->shell = g_object_ref (shell);
  self->store = g_object_ref (store);
  self->horizon.plan_id = plan_id;
  self->horizon.from = ent_day_today ();
  self->dialog = GTK_WIDGET (adw_alert_dialog_new (
      _ ("Generate the visits?"),
      plan_id != 0 ? _ ("The visits that this plan promises are made from today on. What somebody "
                        "changed stays.")
                   : _ ("The visits that all running plans promise are made from today on. What "
                        "somebody changed stays.")));
  dialog = ADW_ALERT_DIALOG (self->dialog);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "generate", _ ("_Generate"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "generate", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "generate");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_extra_child (
      dialog, make_extra (self, self->horizon.from + 7 * (weeks > 0 ? weeks : ENT_CARE_WEEKS) - 1));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

static gpointer
read_n_needs (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;

  return GINT_TO_POINTER (ent_care_query_n_needs (db, self->horizon.plan_id) > 0);
}

static void
n_needs_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) self = user_data;

  if (ent_store_run_finish (ENT_STORE (source), result, NULL) != NULL &&
      gtk_widget_get_root (GTK_WIDGET (self->shell)) != NULL)
    ent_care_generate_dialog_present (self->shell, self->store, self->horizon.plan_id);
}

void
ent_care_generate_dialog_offer (EntShell *shell, EntStore *store, gint64 plan_id)
{
  Job *self = g_new0 (Job, 1);

  self->shell = g_object_ref (shell);
  self->store = g_object_ref (store);
  self->horizon.plan_id = plan_id;
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_n_needs, self, NULL, NULL,
                       NULL, n_needs_read_cb, self);
}
