/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is decided about a month: settling visits, bills without a rate, hours granted, corrections.
 * Main thread. */

#include "ent-month-page-private.h"

#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

void
ent_month_acts_update (EntMonthPage *self)
{
  gboolean ready = self->picture != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "month.settle-rest",
                                 ready && self->picture->ledger->cases->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "month.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "month.export", ready);
  ent_month_closing_act_update (self);
}

static void
add_settled (EntChangeSet *set, EntVisit *visit, EntSettling how)
{
  g_autoptr (EntVisit) draft = ent_record_dup (visit);
  EntSettlement settlement = { how, ENT_INT_NONE, ENT_INT_NONE, NULL };

  ent_month_settle (draft, &settlement, ent_day_today ());
  ent_change_set_edit (set, visit, draft);
}

void
ent_month_acts_settle (EntMonthPage *self, gint64 visit_id, EntSettling how)
{
  GPtrArray *cases = self->picture->ledger->cases;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  for (guint i = 0; i < cases->len && shell != NULL; i++)
    {
      EntMonthCase *found = g_ptr_array_index (cases, i);
      g_autoptr (EntChangeSet) set = NULL;

      if (ent_record_get_id (found->visit) != visit_id)
        continue;
      set = ent_change_set_new (_ ("Visit settled"));
      add_settled (set, found->visit, how);
      ent_shell_apply (shell, set, NULL, NULL);
      return;
    }
}

/* Thousands of visits at once: on the writing thread, as one act. */
typedef struct
{
  EntShell *shell;
  EntMonthPicture *picture;
  EntSettling how;
  guint n;
} Rest;

static gboolean
settle_rest (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Rest *rest = data;
  GPtrArray *cases = rest->picture->ledger->cases;
  EntSettlement settlement = { rest->how, ENT_INT_NONE, ENT_INT_NONE, NULL };

  for (guint i = 0; i < cases->len; i++)
    {
      EntMonthCase *found = g_ptr_array_index (cases, i);
      g_autoptr (EntVisit) draft = NULL;

      if (!ent_month_may_settle_rest (found, rest->how))
        continue;
      draft = ent_record_dup (found->visit);
      ent_month_settle (draft, &settlement, ent_day_today ());
      if (!ent_apply_update (apply, found->visit, draft, error))
        return FALSE;
      rest->n++;
    }
  return TRUE;
}

static void
rest_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Rest *rest = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) == 0)
    ent_shell_report (rest->shell, error);
  else
    {
      text = g_strdup_printf (ngettext ("%u visit settled", "%u visits settled", rest->n), rest->n);
      ent_shell_toast (rest->shell, text, TRUE);
    }
  g_object_unref (rest->shell);
  ent_month_picture_unref (rest->picture);
  g_free (rest);
}

static void
settle_rest_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMonthPage *self = ENT_MONTH_PAGE (widget);
  Rest *rest = g_new0 (Rest, 1);

  rest->shell = g_object_ref (ent_shell_for (widget));
  rest->picture = ent_month_picture_ref (self->picture);
  rest->how = g_variant_get_int32 (parameter) == 0 ? ENT_SETTLE_AS_PLANNED : ENT_SETTLE_AS_REPORTED;
  ent_store_write_async (self->store,
                         rest->how == ENT_SETTLE_AS_PLANNED ? _ ("The rest settled as planned")
                                                            : _ ("The rest settled as reported"),
                         settle_rest, rest, NULL, NULL, rest_settled_cb, rest);
}

static void
set_aside (EntMonthPage *self, const EntBillLine *line)
{
  static const char *const columns[] = { "reason", NULL };
  g_autoptr (EntMonthCorrection) draft = ent_record_new (ENT_TYPE_MONTH_CORRECTION);
  EntFormDialog *dialog;

  draft->kind = ENT_MONTH_SET_ASIDE;
  draft->year = line->month.year;
  draft->month = line->month.month;
  draft->person_id = line->person_id;
  draft->entered_on = ent_day_today ();
  dialog = ent_form_dialog_new (self->store, _ ("Do not bill this month"), NULL, draft,
                                _ ("Left out of the bills"));
  ent_form_add_group (
      ent_form_dialog_get_form (dialog), NULL,
      _ ("The hours count in all totals, but nothing is billed for them. This stays "
         "noted with the month."),
      columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* A bill that a dialog is about. */
typedef struct
{
  EntMonthPage *page;
  EntMonthPicture *picture;
  const EntBillLine *line;
} Bill;

static void
bill_free (gpointer data)
{
  Bill *bill = data;

  g_object_unref (bill->page);
  ent_month_picture_unref (bill->picture);
  g_free (bill);
}

static void
bill_response_cb (AdwAlertDialog *dialog, const char *response, Bill *bill)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (bill->page));

  if (g_str_equal (response, "person") && shell != NULL)
    ent_shell_open (shell, &ent_person_schema, bill->line->person_id);
  else if (g_str_equal (response, "aside") && bill->page->store != NULL)
    set_aside (bill->page, bill->line);
}

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Whose bill it is, then how it came about, a line each. */
static GtkWidget *
explain (const Bill *bill)
{
  const EntMonthLedger *ledger = bill->picture->ledger;
  g_autoptr (GPtrArray) why = ent_month_bill_why (ledger, bill->line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *name = new_line (ent_month_ledger_person (ledger, bill->line->person_id), "heading");

  gtk_widget_add_css_class (name, "private");
  gtk_box_append (GTK_BOX (box), name);
  for (guint i = 0; i < why->len; i++)
    gtk_box_append (GTK_BOX (box), new_line (g_ptr_array_index (why, i), NULL));
  return box;
}

void
ent_month_acts_open_bill (EntMonthPage *self, guint index)
{
  const EntBillLine *line = g_ptr_array_index (self->picture->bills, index);
  Bill *bill = g_new0 (Bill, 1);
  AdwAlertDialog *dialog;

  bill->page = g_object_ref (self);
  bill->picture = ent_month_picture_ref (self->picture);
  bill->line = line;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Why this amount?"), NULL));
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  if (line->kind == ENT_BILL_NO_RATE && !line->is_closed)
    adw_alert_dialog_add_response (dialog, "aside", _ ("_Do not bill…"));
  if (line->person_id != 0)
    adw_alert_dialog_add_response (dialog, "person",
                                   line->kind == ENT_BILL_NO_RATE ? _ ("Decide a _rate")
                                                                  : _ ("Open the _person"));
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_set_prefer_wide_layout (dialog, TRUE);
  adw_alert_dialog_set_extra_child (dialog, explain (bill));
  g_object_set_data_full (G_OBJECT (dialog), "bill", bill, bill_free);
  g_signal_connect (dialog, "response", G_CALLBACK (bill_response_cb), bill);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

void
ent_month_acts_add_hours (EntMonthPage *self, gint64 activity_id)
{
  static const char *const columns[] = { "activity_id", "year",   "kind", "hours",
                                         "decided_on",  "source", NULL };
  g_autoptr (EntContingent) draft = ent_record_new (ENT_TYPE_CONTINGENT);
  EntFormDialog *dialog;

  draft->activity_id = activity_id;
  draft->year = self->month.year;
  draft->decided_on = ent_day_today ();
  dialog = ent_form_dialog_new (self->store, _ ("Hours of the contingent"), NULL, draft,
                                _ ("Hours noted"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
correct (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const about[] = {
    "year", "month", "person_id", "carer_id", "activity_id", NULL
  };
  static const char *const what[] = { "minutes", "amount", "reason", NULL };
  EntMonthPage *self = ENT_MONTH_PAGE (widget);
  g_autoptr (EntMonthCorrection) draft = ent_record_new (ENT_TYPE_MONTH_CORRECTION);
  EntFormDialog *dialog;
  EntForm *form;

  draft->year = self->month.year;
  draft->month = self->month.month;
  draft->entered_on = ent_day_today ();
  dialog = ent_form_dialog_new (self->store, _ ("Correction of a closed month"), NULL, draft,
                                _ ("Correction entered"));
  form = ent_form_dialog_get_form (dialog);
  ent_form_add_group (form, _ ("What it is about"), NULL, about);
  ent_form_add_group (form, _ ("More or less"),
                      _ ("With a minus sign it takes off. It counts today, and stays for good."),
                      what);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
ent_month_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.settle-rest", "i", settle_rest_activated);
  gtk_widget_class_install_action (widget_class, "month.correct", NULL, correct);
}
