/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks who is away, and when. The form is that of the record that will be kept; it is written
 * later, with what became of the visits. Main thread. */

#include "ent-cover-dialog.h"

#include "ent-absence-cover.h"
#include "ent-agent-absence.h"
#include "ent-cover-page.h"
#include "ent-cover-rules.h"
#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-group.h"

#include <glib/gi18n-lib.h>

#define REASON "ent-reason"
#define HINT "ent-hint"

static const char *const who[] = { "carer_id", NULL };
static const char *const when[] = { "from_day", "from_time", "to_day", "to_time", NULL };

static void
read_away (EntFormDialog *dialog, EntCoverAway *away)
{
  EntAbsenceCover *draft = ent_form_get_draft (ent_form_dialog_get_form (dialog));
  AdwComboRow *reason = g_object_get_data (G_OBJECT (dialog), REASON);

  *away = (EntCoverAway) {
    .carer_id = draft->carer_id,
    .from_day = draft->from_day,
    .from_time = draft->from_time,
    .to_day = draft->to_day,
    .to_time = draft->to_time,
    .kind = ent_absence_kind_enum.choices[adw_combo_row_get_selected (reason)].value
  };
}

static void
show_hint (EntFormDialog *dialog, const EntCoverAway *away)
{
  GtkLabel *hint = g_object_get_data (G_OBJECT (dialog), HINT);
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (away->to_day != ENT_DAY_NONE || away->from_day == ENT_DAY_NONE)
    {
      gtk_label_set_label (hint, _ ("Without times the whole days are taken."));
      return;
    }
  last = ent_day_format (ent_cover_away_last_day (away), ENT_DAY_NUMERIC);
  /* Translators: a day */
  text = g_strdup_printf (_ ("Without a last day four weeks are noted, until %s."), last);
  gtk_label_set_label (hint, text);
}

static void
check (EntFormDialog *dialog)
{
  EntForm *form = ent_form_dialog_get_form (dialog);
  g_autoptr (EntIssues) issues = ent_issues_new ();
  EntCoverAway away;

  read_away (dialog, &away);
  show_hint (dialog, &away);
  if (away.from_day != ENT_DAY_NONE)
    ent_cover_away_check (&away, issues);
  if (ent_issues_n_errors (issues) > 0)
    ent_form_show_issues (form, issues);
  else
    ent_form_show_issues (form, NULL);
  ent_form_dialog_set_ready (dialog, away.carer_id != 0 && away.from_day != ENT_DAY_NONE &&
                                         ent_issues_n_errors (issues) == 0);
}

static void
changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  check (dialog);
}

/* What is asked here is written with what is decided on the page. */
static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntShell *shell = user_data;
  EntStore *store = ent_shell_get_store (shell);
  EntCoverAway away;

  read_away (dialog, &away);
  if (store != NULL)
    ent_shell_show (shell, ent_cover_page_new (store, &away));
  return NULL;
}

static GtkWidget *
make_reasons (EntFormDialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < ent_absence_kind_enum.n_choices; i++)
    gtk_string_list_append (names, _ (ent_absence_kind_enum.choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Reason"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; i < ent_absence_kind_enum.n_choices; i++)
    if (ent_absence_kind_enum.choices[i].value == ENT_ABSENCE_SICKNESS)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("Reason"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (dialog), REASON, row);
  return group;
}

/* It stands there from the start: the dialog does not grow once it is open. */
static GtkWidget *
make_hint (EntFormDialog *dialog)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  g_object_set_data (G_OBJECT (dialog), HINT, label);
  return label;
}

void
ent_cover_dialog_present (EntShell *shell, EntStore *store, gint64 carer_id, gint32 day)
{
  g_autoptr (EntAbsenceCover) draft = ent_record_new (ENT_TYPE_ABSENCE_COVER);
  EntFormDialog *dialog;
  EntForm *form;

  draft->carer_id = carer_id;
  draft->from_day = draft->to_day = day;
  dialog = ent_form_dialog_new (store, _ ("A carer is away"), NULL, draft, _ ("Stand-ins"));
  form = ent_form_dialog_get_form (dialog);
  ent_form_dialog_set_primary_label (dialog, _ ("_Find"));
  ent_form_dialog_set_build_func (dialog, build, g_object_ref (shell), g_object_unref);
  ent_form_add_group (form, _ ("Who is away"), NULL, who);
  ent_form_add_group (form, _ ("From when to when"), NULL, when);
  ent_form_add_widget (form, make_hint (dialog));
  ent_form_add_widget (form, make_reasons (dialog));
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), dialog, 0);
  check (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}
