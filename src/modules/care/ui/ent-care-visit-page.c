/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a visit. What somebody changes by hand is an exception from then on; how a visit went
 * is told by the acts that the day adds. Main thread. */

#include "ent-care-visit-page.h"

#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static const char *const what[] = { "person_id",  "activity_id",   "day",
                                    "start_time", "minutes",       "carer_id",
                                    "state",      "cancel_reason", NULL };
static const char *const done[] = { "began_at",          "ended_at",        "did_call",
                                    "did_ask_neighbour", "did_tell_worker", "reported_at",
                                    "entered_late",      "remark",          NULL };
static const char *const notice[] = { "notice_day", "notice_time", "notice_minutes", "notice_late",
                                      NULL };
static const char *const more[] = { "is_locked",     "is_exception", "told_at",
                                    "plan_id",       "need_id",      "travel_minutes",
                                    "travel_metres", "settled_on",   NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("What was done"), done },
  { N_ ("Notice of the cancellation"), notice },
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
  g_autoptr (EntVisit) before = original != NULL ? g_object_ref (original)
                                                : ent_record_new (ENT_TYPE_VISIT);

  ent_visit_follow_state (before, draft, ent_day_today ());
  if (original == NULL)
    {
      ent_change_set_insert (set, draft);
      return set;
    }
  ent_visit_note_exception (original, draft);
  ent_change_set_edit (set, original, draft);
  return set;
}

/* Only what its state has to tell is asked. */
static void
show_fields (EntForm *form)
{
  static const struct
  {
    const char *column;
    int states[2];
  } asked[] = {
    { "cancel_reason", { ENT_VISIT_CANCELLED_BENEFICIARY, ENT_VISIT_CANCELLED_SERVICE } },
    { "began_at", { ENT_VISIT_DONE } },
    { "ended_at", { ENT_VISIT_DONE } },
    { "did_call", { ENT_VISIT_NOBODY_HOME } },
    { "did_ask_neighbour", { ENT_VISIT_NOBODY_HOME } },
    { "did_tell_worker", { ENT_VISIT_NOBODY_HOME } },
    /* Noted by itself: read on the page. */
    { "reported_at", { 0 } },
    { "entered_late", { 0 } },
  };
  EntVisit *draft = ent_form_get_draft (form);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    ent_form_set_column_visible (form, asked[i].column,
                                 draft->state == asked[i].states[0] ||
                                     draft->state == asked[i].states[1]);
}

static void
changed_cb (EntForm *form, const char *column, gpointer unused)
{
  if (g_str_equal (column, "state"))
    show_fields (form);
}

/* When a cancellation was told is judged by the rule of its day: that is an act of its own. */
static void
hide_notice (EntForm *form)
{
  GtkWidget *row = ent_form_get_row (form, "notice_day");

  gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), FALSE);
}

static void
prepare_form (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);

  hide_notice (form);
  show_fields (form);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), NULL);
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

AdwNavigationPage *
ent_care_visit_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_plain_page_new (store, &spec, id);
}

void
ent_care_visit_page_create (EntShell *shell, EntStore *store)
{
  ent_plain_page_create (shell, store, &spec);
}
