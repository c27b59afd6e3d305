/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an absence that was covered. Main thread. */

#include "ent-cover-record.h"

#include "ent-absence-cover.h"
#include "ent-agent-absence.h"
#include "ent-cover-calls.h"
#include "ent-cover-documents.h"
#include "ent-cover-rules.h"
#include "ent-cover-sheet-page.h"
#include "ent-date.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

#define CALLS "ent-calls"

static const char *const columns[] = { "from_day", "from_time", "to_day", "to_time", NULL };
static const EntFieldGroup groups[] = { { N_ ("Absence"), columns }, { NULL, NULL } };

#define ABSENCE "ent-absence"

/* What the staff knows of the absence follows. */
static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntAgentAbsence *absence = g_object_get_data (G_OBJECT (dialog), ABSENCE);
  EntAbsenceCover *old = original, *cover = draft;
  EntChangeSet *set = ent_change_set_new (_ ("Absence changed"));
  EntCoverAway before = { 0, old->from_day, old->from_time, old->to_day, old->to_time, 0 };
  EntCoverAway away = { 0, cover->from_day, cover->from_time, cover->to_day, cover->to_time, 0 };
  EntCoverAway noted = {
    0, absence->from_day, absence->from_time, absence->to_day, absence->to_time, 0
  };
  g_autoptr (EntAgentAbsence) changed = NULL;

  ent_change_set_edit (set, original, draft);
  if (!ent_record_is_loaded (absence) || cover->from_day == ENT_DAY_NONE)
    return set;
  ent_cover_away_follow (&away, &before, &noted);
  changed = ent_record_dup (absence);
  changed->from_day = noted.from_day;
  changed->from_time = noted.from_time;
  changed->to_day = noted.to_day;
  changed->to_time = noted.to_time;
  ent_change_set_edit (set, absence, changed);
  return set;
}

static void
prepare_form (EntFormDialog *dialog, EntStore *store)
{
  EntAbsenceCover *draft = ent_form_get_draft (ent_form_dialog_get_form (dialog));

  if (draft->absence_id == 0)
    return;
  g_object_set_data_full (G_OBJECT (dialog), ABSENCE,
                          ent_store_peek (store, ENT_TYPE_AGENT_ABSENCE, draft->absence_id),
                          g_object_unref);
  ent_form_dialog_set_build_func (dialog, build, NULL, NULL);
}

static const EntPlainSpec spec = {
  .schema = &ent_absence_cover_schema,
  .groups = groups,
  .edit_title = N_ ("Edit the absence"),
  .changed = N_ ("Absence changed"),
  .deleted = N_ ("Stand-ins deleted"),
  .prepare_form = prepare_form,
};

static void
sheet_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell != NULL)
    ent_shell_show (shell, ent_cover_sheet_page_new (ent_record_page_get_store (page),
                                                     ent_record_page_get_id (page)));
}

/* To everybody who has something to be told, also who was told by phone. */
static void
letters_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntCoverCalls *widget = g_object_get_data (G_OBJECT (page), CALLS);
  GPtrArray *calls = ent_cover_calls_get (widget);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const EntCoverCall *call = g_ptr_array_index (calls, i);

      if (!call->is_carer)
        g_variant_builder_add (&ids, "x", call->id);
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "win.paper-letters", "(sax)", ent_cover_letter.id,
                              &ids);
}

static void
add_action (GSimpleActionGroup *group, const char *name, GCallback activated, EntRecordPage *page)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, page, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

AdwNavigationPage *
ent_cover_record_open (EntShell *shell, EntStore *store, gint64 id)
{
  AdwNavigationPage *navigation = ent_plain_page_new (store, &spec, id);
  EntRecordPage *page = ENT_RECORD_PAGE (navigation);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *calls = ent_cover_calls_new (store, id);

  add_action (actions, "sheet", G_CALLBACK (sheet_cb), page);
  add_action (actions, "letters", G_CALLBACK (letters_cb), page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "cover", G_ACTION_GROUP (actions));
  ent_record_page_add_main_act (page, "printer-symbolic", _ ("Call list on paper…"), "cover.sheet");
  ent_record_page_add_act (page, "ent-mail-symbolic", _ ("Letters to the beneficiaries…"),
                           "cover.letters");
  g_object_set_data (G_OBJECT (page), CALLS, calls);
  ent_record_page_add (page, calls);
  return navigation;
}
