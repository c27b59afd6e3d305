/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions about a visit. Main thread; what is answered is written by ent_day_apply_report ()
 * on the writing thread. */

#include "ent-day-forms.h"

#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-day-report.h"
#include "ent-day-words.h"
#include "ent-error.h"
#include "ent-form-dialog.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

static void
asked_free (EntDayAsked *asked)
{
  g_object_unref (asked->visit);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDayAsked, asked_free)

static gpointer
read_asked (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = ent_sql_load (db, &ent_visit_schema, "WHERE id = $1",
                                             ENT_ARGS (ent_int (*(gint64 *) data)), error);
  EntDayAsked *asked;

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This visit is no longer in the register."));
      return NULL;
    }
  asked = g_new0 (EntDayAsked, 1);
  asked->visit = g_object_ref (g_ptr_array_index (found, 0));
  asked->notice_hours = ent_day_query_notice_hours (db, asked->visit->day);
  return asked;
}

typedef struct
{
  EntShell *shell;
  EntDayAsk ask;
} Asking;

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (EntShell) shell = asking->shell;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDayAsked) asked = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (asked == NULL)
    ent_shell_report (shell, error);
  else if (ent_shell_get_store (shell) == ENT_STORE (source))
    asking->ask (shell, ENT_STORE (source), asked);
}

void
ent_day_forms_ask (EntShell *shell, gint64 visit_id, EntDayAsk ask)
{
  EntStore *store = ent_shell_get_store (shell);
  Asking *asking;

  if (store == NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->shell = g_object_ref (shell);
  asking->ask = ask;
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_asked,
                       g_memdup2 (&visit_id, sizeof visit_id), g_free, (GDestroyNotify) asked_free,
                       NULL, asked_cb, asking);
}

static gboolean
write_told (EntApply *apply, gpointer draft, EntDayReportKind kind, GError **error)
{
  EntDayReport report = { kind, ent_record_get_id (draft), ent_day_now (), draft };

  return ent_day_apply_report (apply, &report, error);
}

static gboolean
write_done (EntApply *apply, gpointer draft, GError **error)
{
  return write_told (apply, draft, ENT_DAY_REPORT_DONE, error);
}

static gboolean
write_nobody_home (EntApply *apply, gpointer draft, GError **error)
{
  return write_told (apply, draft, ENT_DAY_REPORT_NOBODY_HOME, error);
}

static gboolean
write_cancelled (EntApply *apply, gpointer draft, GError **error)
{
  return write_told (apply, draft, ENT_DAY_REPORT_CANCELLED, error);
}

static gboolean
write_worry (EntApply *apply, gpointer draft, GError **error)
{
  return ent_day_apply_worry (apply, draft, error);
}

/* Whose visit, and when it was planned. */
static void
add_intro (EntForm *form, EntVisit *visit)
{
  g_autofree char *summary = ent_record_get_summary (visit);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (visit->carer_name != NULL)
    text = g_strdup_printf ("%s · %s", summary, visit->carer_name);
  label = gtk_label_new (text != NULL ? text : summary);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "private");
  gtk_widget_add_css_class (label, "dimmed");
  ent_form_add_widget (form, label);
}

void
ent_day_forms_done (EntShell *shell, EntStore *store, const EntDayAsked *asked)
{
  static const char *const columns[] = { "began_at", "ended_at", "carer_id", "remark", NULL };
  g_autoptr (EntVisit) draft = ent_record_dup (asked->visit);
  EntFormDialog *dialog;
  EntForm *form;

  if (draft->start_time != ENT_INT_NONE && draft->began_at == ENT_INT_NONE)
    {
      EntDayMoment start = { draft->day, draft->start_time };

      draft->began_at = draft->start_time;
      draft->ended_at = ent_day_moment_after (start, draft->minutes).minutes;
    }
  dialog = ent_form_dialog_new (store, _ ("The visit was done"), asked->visit, draft,
                                _ ("Visit noted as done"));
  form = ent_form_dialog_get_form (dialog);
  add_intro (form, draft);
  ent_form_add_group (form, NULL, _ ("An end before the beginning is one of the next day."),
                      columns);
  ent_form_dialog_set_write_func (dialog, write_done);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note as Done"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

static GtkWidget *
worry_switch_new (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Note a worry next"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("It lands with the reference worker and asks for an outcome."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (group), "row", row);
  return group;
}

static void
nobody_home_saved_cb (EntFormDialog *dialog, EntChangeSet *set, AdwSwitchRow *row)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));
  EntVisit *visit = ent_form_get_draft (ent_form_dialog_get_form (dialog));

  if (shell != NULL && adw_switch_row_get_active (row))
    ent_day_forms_ask (shell, ent_record_get_id (visit), ent_day_forms_worry);
}

void
ent_day_forms_nobody_home (EntShell *shell, EntStore *store, const EntDayAsked *asked)
{
  static const char *const columns[] = { "did_call", "did_ask_neighbour", "did_tell_worker",
                                         "remark", NULL };
  g_autoptr (EntVisit) draft = ent_record_dup (asked->visit);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("Nobody at home"), asked->visit, draft,
                                               _ ("Nobody at home: noted"));
  EntForm *form = ent_form_dialog_get_form (dialog);
  GtkWidget *worry = worry_switch_new ();

  add_intro (form, draft);
  ent_form_add_group (form, _ ("What was done then"), NULL, columns);
  ent_form_add_widget (form, worry);
  ent_form_dialog_set_write_func (dialog, write_nobody_home);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note"));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (nobody_home_saved_cb),
                           g_object_get_data (G_OBJECT (worry), "row"), 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

static const EntVisitState cancellers[] = { ENT_VISIT_CANCELLED_BENEFICIARY,
                                            ENT_VISIT_CANCELLED_SERVICE };

static void
who_selected_cb (AdwComboRow *row, GParamSpec *pspec, EntVisit *draft)
{
  draft->state = (int) cancellers[adw_combo_row_get_selected (row)];
}

static GtkWidget *
who_group_new (EntVisit *draft)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cancellers); i++)
    gtk_string_list_append (names, ent_enum_label (&ent_visit_state_enum, (int) cancellers[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What happened"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (who_selected_cb), draft, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/* How long before the visit it was told, and what the rule makes of that. */
static void
show_notice (EntForm *form, const char *column, GtkLabel *label)
{
  EntVisit *draft = ent_form_get_draft (form);
  int hours = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "hours"));
  EntDayMoment told = { draft->notice_day, draft->notice_time };
  EntDayMoment start = { draft->day, draft->start_time };
  g_autofree char *text = NULL;

  if (told.day != ENT_DAY_NONE && told.minutes != ENT_INT_NONE && start.minutes != ENT_INT_NONE)
    text = ent_day_describe_notice (MAX (ent_day_minutes_between (told, start), 0), hours);
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
add_notice (EntForm *form, int hours)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data (G_OBJECT (label), "hours", GINT_TO_POINTER (hours));
  ent_form_add_widget (form, label);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_notice), label, 0);
  show_notice (form, NULL, GTK_LABEL (label));
}

void
ent_day_forms_cancel (EntShell *shell, EntStore *store, const EntDayAsked *asked)
{
  static const char *const reason[] = { "cancel_reason", NULL };
  static const char *const told[] = { "notice_day", "notice_time", NULL };
  g_autoptr (EntVisit) draft = ent_record_dup (asked->visit);
  EntDayMoment now = ent_day_now ();
  EntFormDialog *dialog;
  EntForm *form;

  draft->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  draft->notice_day = now.day;
  draft->notice_time = now.minutes;
  dialog = ent_form_dialog_new (store, _ ("Cancel the visit"), asked->visit, draft,
                                _ ("Visit cancelled"));
  form = ent_form_dialog_get_form (dialog);
  add_intro (form, draft);
  ent_form_add_widget (form, who_group_new (draft));
  ent_form_add_group (form, NULL, NULL, reason);
  ent_form_add_group (form, _ ("When it was told"), NULL, told);
  add_notice (form, asked->notice_hours);
  ent_form_dialog_set_write_func (dialog, write_cancelled);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note the cancellation"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

void
ent_day_forms_worry (EntShell *shell, EntStore *store, const EntDayAsked *asked)
{
  static const char *const columns[] = { "what", "urgency", "carer_id", "agent_id", NULL };
  g_autoptr (EntWorry) draft = ent_record_new (ENT_TYPE_WORRY);
  EntFormDialog *dialog;
  EntForm *form;

  draft->person_id = asked->visit->person_id;
  draft->visit_id = ent_record_get_id (asked->visit);
  draft->carer_id = asked->visit->carer_id;
  dialog = ent_form_dialog_new (store, _ ("Note a worry"), NULL, draft, _ ("Worry noted"));
  form = ent_form_dialog_get_form (dialog);
  add_intro (form, asked->visit);
  ent_form_add_group (form, NULL,
                      _ ("Short and factual: what was seen or heard, and no diagnosis. It lands "
                         "with the reference worker of the care plan unless it is given to "
                         "somebody else."),
                      columns);
  ent_form_dialog_set_write_func (dialog, write_worry);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note the Worry"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}
