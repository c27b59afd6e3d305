/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a visit. What somebody changes by hand is an exception from then on. Main thread. */

#include "ent-care-visit-page.h"

#include "ent-care-calendar.h"
#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static const char *const what[] = { "person_id", "activity_id",   "day",   "start_time", "minutes",
                                    "carer_id",  "cancel_reason", "state", NULL };
static const char *const done[] = { "began_at", "ended_at", "entered_late", "remark", NULL };
static const char *const more[] = { "is_locked", "is_exception",   "told_at",       "plan_id",
                                    "need_id",   "travel_minutes", "travel_metres", NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("What was done"), done },
  { N_ ("Details"), more },
  { NULL, NULL },
};

static void
fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "day", today, "minutes", 60, NULL);
}

static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (original == NULL ? _ ("Visit added")
                                                           : _ ("Visit changed"));

  if (original == NULL)
    {
      ent_change_set_insert (set, draft);
      return set;
    }
  ent_visit_note_exception (original, draft);
  ent_change_set_edit (set, original, draft);
  return set;
}

static void
prepare_form (EntFormDialog *dialog, EntStore *store)
{
  ent_form_dialog_set_build_func (dialog, build, NULL, NULL);
}

static const EntPlainSpec spec = {
  .schema = &ent_visit_schema,
  .groups = groups,
  .create_title = N_ ("Extra visit"),
  .created = N_ ("Visit added"),
  .edit_title = N_ ("Edit the visit"),
  .changed = N_ ("Visit changed"),
  .deleted = N_ ("Visit deleted"),
  .fill = fill,
  .prepare_form = prepare_form,
};

static const EntVisitState reasons[] = { ENT_VISIT_CANCELLED_BENEFICIARY,
                                         ENT_VISIT_CANCELLED_SERVICE, ENT_VISIT_NOBODY_HOME };

static void
who_selected_cb (AdwComboRow *row, GParamSpec *pspec, EntVisit *draft)
{
  draft->state = (int) reasons[adw_combo_row_get_selected (row)];
}

static GtkWidget *
who_group_new (EntVisit *draft)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    gtk_string_list_append (names, ent_enum_label (&ent_visit_state_enum, (int) reasons[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What happened"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (who_selected_cb), draft, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static EntFormDialog *
dialog_new (EntRecordPage *page, EntVisit *draft, const char *title, const char *label)
{
  g_autoptr (EntVisit) original = ent_record_dup (ent_record_page_get_record (page));

  return ent_form_dialog_new (ent_record_page_get_store (page), title, original, draft, label);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  static const char *const columns[] = { "cancel_reason", NULL };
  g_autoptr (EntVisit) draft = ent_record_dup (ent_record_page_get_record (page));
  EntFormDialog *dialog;
  EntForm *form;

  draft->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  draft->is_exception = TRUE;
  dialog = dialog_new (page, draft, _ ("Cancel the visit"), _ ("Visit cancelled"));
  form = ent_form_dialog_get_form (dialog);
  ent_form_add_widget (form, who_group_new (draft));
  ent_form_add_group (form, NULL, NULL, columns);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note the cancellation"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
done_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  static const char *const columns[] = { "carer_id", "began_at", "ended_at", "remark", NULL };
  g_autoptr (EntVisit) draft = ent_record_dup (ent_record_page_get_record (page));
  EntFormDialog *dialog;
  int end = ENT_INT_NONE;

  if (draft->start_time != ENT_INT_NONE)
    end = ent_care_end_on_clock (draft->day, draft->start_time, draft->minutes) % (24 * 60);
  ent_visit_mark_done (draft, draft->start_time, end, ent_day_today ());
  dialog = dialog_new (page, draft, _ ("The visit was done"), _ ("Visit noted as done"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

/* Only what is still to come about can be cancelled or done. */
static void
loaded_cb (EntVisit *visit, GParamSpec *pspec, GActionMap *actions)
{
  gboolean is_open = ent_record_is_loaded (visit) && ent_visit_is_open (visit);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "cancel")),
                               is_open);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "done")),
                               is_open);
}

static void
add_action (EntRecordPage *page, GActionMap *actions, const char *name, GCallback activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, page, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

AdwNavigationPage *
ent_care_visit_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  AdwNavigationPage *navigation = ent_plain_page_new (store, &spec, id);
  EntRecordPage *page = ENT_RECORD_PAGE (navigation);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  EntVisit *visit = ent_record_page_get_record (page);

  add_action (page, G_ACTION_MAP (actions), "cancel", G_CALLBACK (cancel_cb));
  add_action (page, G_ACTION_MAP (actions), "done", G_CALLBACK (done_cb));
  g_signal_connect_object (visit, "notify", G_CALLBACK (loaded_cb), actions, 0);
  loaded_cb (visit, NULL, G_ACTION_MAP (actions));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "visit", G_ACTION_GROUP (actions));
  ent_record_page_add_main_act (page, "object-select-symbolic", _ ("Note as done"), "visit.done");
  ent_record_page_add_act (page, "ent-absence-symbolic", _ ("Cancel the visit"), "visit.cancel");
  return navigation;
}

void
ent_care_visit_page_create (EntShell *shell, EntStore *store)
{
  ent_plain_page_create (shell, store, &spec);
}
