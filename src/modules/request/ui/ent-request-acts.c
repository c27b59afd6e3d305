/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a request. Main thread. */

#include "ent-request-acts.h"

#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-request-rules.h"

#include <glib/gi18n-lib.h>

#define RESULT "ent-request-result"
#define REQUEST "ent-request"

const char *
ent_request_acts_label (EntRequest *request)
{
  static const char *const labels[ENT_STEP_LAST + 1] = {
    NULL,
    NULL,
    N_ ("Start the enquiry…"),
    N_ ("Note the proposal…"),
    N_ ("Note the session…"),
    N_ ("Note the decision…"),
    N_ ("Note the notification…"),
    N_ ("Note the execution…"),
  };
  EntRequestStage next = ent_request_next_step (request);

  return next != 0 ? _ (labels[next]) : NULL;
}

/* By position in the row. */
static const int results[] = { ENT_RESULT_GRANTED, ENT_RESULT_PARTLY, ENT_RESULT_REFUSED };

static void
add_result_row (EntFormDialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    gtk_string_list_append (names, ent_enum_label (&ent_request_result_enum, results[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What is decided"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  ent_form_add_widget (ent_form_dialog_get_form (dialog), group);
  g_object_set_data (G_OBJECT (dialog), RESULT, row);
}

/* The step, and in the same act the request that has reached it. */
static EntChangeSet *
build_step (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (_ ("Step of the request noted"));
  EntRequest *request = g_object_get_data (G_OBJECT (dialog), REQUEST);
  g_autoptr (EntRequest) reached = ent_record_dup (request);
  GtkWidget *row = g_object_get_data (G_OBJECT (dialog), RESULT);

  reached->step = ((EntRequestStep *) draft)->step;
  if (row != NULL)
    reached->result = results[adw_combo_row_get_selected (ADW_COMBO_ROW (row))];
  ent_request_prepare (reached);
  ent_change_set_insert (set, draft);
  ent_change_set_edit (set, request, reached);
  return set;
}

void
ent_request_acts_advance (GtkWidget *parent, EntStore *store, EntRequest *request)
{
  static const char *const columns[] = { "day", "note", NULL };
  EntRequestStage next = ent_request_next_step (request);
  g_autoptr (EntRequestStep) draft = NULL;
  EntFormDialog *dialog;

  if (next == 0)
    return;
  draft = ent_record_new (ENT_TYPE_REQUEST_STEP);
  draft->request_id = ent_record_get_id (request);
  draft->step = (int) next;
  draft->day = ent_day_today ();
  dialog = ent_form_dialog_new (store, ent_enum_label (&ent_request_stage_enum, (int) next), NULL,
                                draft, _ ("Step of the request noted"));
  g_object_set_data_full (G_OBJECT (dialog), REQUEST, ent_record_dup (request), g_object_unref);
  if (next == ENT_STEP_DECISION)
    add_result_row (dialog);
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  ent_form_dialog_set_build_func (dialog, build_step, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_request_acts_hand_over (GtkWidget *parent, EntStore *store, EntRequest *request)
{
  static const char *const columns[] = { "worker_id", "team_id", NULL };
  g_autoptr (EntRequest) draft = ent_record_dup (request);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("Hand over the request"), request, draft,
                                               _ ("Request handed over"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("Whoever takes it over finds it in the queue."), columns);
  ent_form_dialog_set_primary_label (dialog, _ ("_Hand Over"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_request_acts_end (GtkWidget *parent, EntStore *store, EntRequest *request)
{
  static const char *const columns[] = { "ending", "ended_on", "ending_reason", NULL };
  g_autoptr (EntRequest) draft = ent_record_dup (request);
  EntFormDialog *dialog;

  draft->ended_on = ent_day_today ();
  dialog = ent_form_dialog_new (store, _ ("End the request"), request, draft, _ ("Request ended"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("It keeps its number and stays in the register, with the reason."),
                      columns);
  ent_form_dialog_set_primary_label (dialog, _ ("_End the Request"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
