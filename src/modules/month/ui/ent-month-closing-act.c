/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing a month: asks once more, closes on the writing thread, shows how far it is, can be
 * stopped. Main thread. */

#include "ent-month-page-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 80

typedef struct
{
  EntMonthPage *page;
  EntMonthClosingOrder order;
  EntMonthProgress progress;
} Job;

static void
job_free (Job *self)
{
  g_object_unref (self->page);
  g_free (self->order.author);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
close_month (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;

  return ent_month_close (apply, &self->order, cancellable, error);
}

void
ent_month_closing_act_update (EntMonthPage *self)
{
  gboolean may = self->picture != NULL && self->working == NULL &&
                 ent_month_may_close (&self->picture->hindrance);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "month.close", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "month.stop", self->working != NULL);
  gtk_revealer_set_reveal_child (self->progress_revealer, self->working != NULL);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  EntMonthPage *self = job->page;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  gint64 act = ent_store_write_finish (ENT_STORE (source), result, &error);
  g_autofree char *month = ent_month_format (job->order.month);
  /* Translators: a month and its year */
  g_autofree char *text = g_strdup_printf (_ ("%s is closed"), month);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->working);
  if (self->store != NULL)
    ent_month_closing_act_update (self);
  if (shell == NULL)
    return;
  if (act != 0)
    ent_shell_toast (shell, text, FALSE);
  else
    ent_shell_report (shell, error);
}

static gboolean
tick_cb (gpointer data)
{
  Job *job = data;

  gtk_progress_bar_set_fraction (job->page->progress,
                                 g_atomic_int_get (&job->progress.done) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
start (EntMonthPage *self)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (self);
  job->order.month = self->month;
  job->order.today = ent_day_today ();
  job->order.author = g_strdup (ent_register_get_user (ent_store_get_register (self->store)));
  job->order.progress = &job->progress;
  self->working = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->tick_id = g_timeout_add (TICK_MS, tick_cb, job);
  ent_month_closing_act_update (self);
  ent_store_write_async (self->store, _ ("Month closed"), close_month, job, NULL, self->working,
                         closed_cb, job);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, EntMonthPage *self)
{
  if (g_str_equal (response, "close-month") && self->store != NULL && self->working == NULL)
    start (self);
}

static void
ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMonthPage *self = ENT_MONTH_PAGE (widget);
  g_autofree char *month = ent_month_format (self->month);
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  /* Translators: a month and its year */
  body = g_strdup_printf (_ ("%s: its visits and its figures then stay as they are, for good. This "
                             "cannot be undone. What proves wrong later is corrected by entries "
                             "that count in the month in which they are made."),
                          month);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Close this month?"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "close-month",
                                  _ ("_Close the month"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "close-month", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (ENT_MONTH_PAGE (widget)->working);
}

void
ent_month_closing_act_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.close", NULL, ask);
  gtk_widget_class_install_action (widget_class, "month.stop", NULL, stop);
}
