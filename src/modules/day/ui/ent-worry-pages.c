/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a worry, and worries on the page of a person. Main thread. */

#include "ent-worry-pages.h"

#include "ent-date.h"
#include "ent-plain-page.h"
#include "ent-staff-query.h"
#include "ent-worry-rules.h"

#include <glib/gi18n-lib.h>

static const char *const what[] = { "person_id", "what", "urgency", "carer_id", "agent_id", NULL };
static const char *const follow[] = {
  "state", "worker_name", "due_on", "noted_at", "visit_id", NULL
};
static const char *const outcome[] = { "outcome", "outcome_text", "outcome_on", "outcome_by",
                                       NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("Follow-up"), follow },
  { N_ ("Outcome"), outcome },
  { NULL, NULL },
};

static const EntPlainSpec spec = {
  .schema = &ent_worry_schema,
  .groups = groups,
  .create_title = N_ ("Note a worry"),
  .created = N_ ("Worry noted"),
  .edit_title = N_ ("Edit the worry"),
  .changed = N_ ("Worry changed"),
  .deleted = N_ ("Worry deleted"),
};

/* Whoever comes here wants to close it: without an outcome the field says so. */
static EntChangeSet *
build_outcome (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer unused)
{
  EntChangeSet *set = ent_change_set_new (_ ("Worry followed up"));

  ((EntWorry *) draft)->state = ENT_WORRY_FOLLOWED;
  ent_change_set_edit (set, original, draft);
  return set;
}

static void
ask_outcome (EntRecordPage *page, gint64 agent_id)
{
  g_autoptr (EntWorry) original = ent_record_dup (ent_record_page_get_record (page));
  g_autoptr (EntWorry) draft = ent_record_dup (original);
  EntFormDialog *dialog;

  if (draft->outcome_on == ENT_DAY_NONE)
    draft->outcome_on = ent_day_today ();
  if (draft->outcome_by == 0)
    draft->outcome_by = agent_id;
  dialog = ent_form_dialog_new (ent_record_page_get_store (page), _ ("What came of it"), original,
                                draft, _ ("Worry followed up"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, outcome);
  ent_form_dialog_set_build_func (dialog, build_outcome, NULL, NULL);
  ent_form_dialog_set_primary_label (dialog, _ ("_Close the Worry"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static gpointer
read_me (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_staff_query_by_login (db, g_get_user_name (), error);
}

static void
me_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRecordPage) page = user_data;
  g_autoptr (EntAgent) me = ent_store_run_finish (ENT_STORE (source), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    ask_outcome (page, me != NULL ? ent_record_get_id (me) : 0);
}

/* Who follows it up is usually who sits here. */
static void
outcome_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  ent_store_run_async (ent_record_page_get_store (page), ENT_LANE_READ, G_PRIORITY_HIGH, read_me,
                       NULL, NULL, g_object_unref, ent_record_page_get_cancellable (page),
                       me_read_cb, g_object_ref (page));
}

static void
seen_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Worry seen"));
  g_autoptr (EntWorry) original = ent_record_dup (ent_record_page_get_record (page));
  g_autoptr (EntWorry) draft = ent_record_dup (original);
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  draft->state = ENT_WORRY_SEEN;
  ent_change_set_edit (set, original, draft);
  if (shell != NULL)
    ent_shell_apply (shell, set, NULL, NULL);
}

/* Until it has an outcome. */
static void
loaded_cb (EntWorry *worry, GParamSpec *pspec, GActionMap *actions)
{
  gboolean is_open = ent_record_is_loaded (worry) && ent_worry_is_open (worry);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "outcome")),
                               is_open);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "seen")),
                               is_open && worry->state == ENT_WORRY_NEW);
}

static void
add_action (EntRecordPage *page, GActionMap *actions, const char *name, GCallback activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, page, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

AdwNavigationPage *
ent_worry_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  AdwNavigationPage *navigation = ent_plain_page_new (store, &spec, id);
  EntRecordPage *page = ENT_RECORD_PAGE (navigation);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  EntWorry *worry = ent_record_page_get_record (page);

  add_action (page, G_ACTION_MAP (actions), "outcome", G_CALLBACK (outcome_cb));
  add_action (page, G_ACTION_MAP (actions), "seen", G_CALLBACK (seen_cb));
  g_signal_connect_object (worry, "notify", G_CALLBACK (loaded_cb), actions, 0);
  loaded_cb (worry, NULL, G_ACTION_MAP (actions));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "worry", G_ACTION_GROUP (actions));
  ent_record_page_add_main_act (page, "object-select-symbolic", _ ("Note what came of it"),
                                "worry.outcome");
  ent_record_page_add_act (page, "ent-reveal-symbolic", _ ("Mark as seen"), "worry.seen");
  return navigation;
}

static const char *const asked[] = { "person_id", "what", "urgency", "carer_id", "agent_id", NULL };

void
ent_worry_page_create (EntShell *shell, EntStore *store)
{
  g_autoptr (EntWorry) draft = ent_record_new (ENT_TYPE_WORRY);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ (spec.create_title), NULL, draft,
                                               _ (spec.created));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("Short and factual: what was seen or heard, and no diagnosis."), asked);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

static char *
row_title (gpointer record)
{
  return ent_worry_describe (record, ent_day_today (), ent_stamp_now ());
}

static char *
row_subtitle (gpointer record)
{
  EntWorry *worry = record;
  g_autofree char *noted = ent_stamp_format (worry->noted_at);

  /* Translators: what worries a carer, and when that was noted */
  return g_strdup_printf (_ ("%1$s (noted on %2$s)"), worry->what, noted);
}

static const char *
row_icon (gpointer record)
{
  return ent_worry_is_open (record) ? "ent-worry-symbolic" : "object-select-symbolic";
}

static void
open_worry (EntShell *shell, EntStore *store, gpointer record)
{
  ent_shell_open (shell, &ent_worry_schema, ent_record_get_id (record));
}

static const char *const of_person[] = { "what", "urgency", "carer_id", "agent_id", NULL };

static const EntChildSpec worries = {
  .schema = &ent_worry_schema,
  .title = N_ ("Worries"),
  .add_label = N_ ("Note a worry"),
  .added = N_ ("Worry noted"),
  .changed = N_ ("Worry changed"),
  .removed = N_ ("Worry deleted"),
  .columns = of_person,
  .order = "state = 'followed', noted_at DESC, id DESC",
  .past_column = "outcome_on",
  .row_title = row_title,
  .subtitle = row_subtitle,
  .icon_name = row_icon,
  .activate = open_worry,
  .hide_empty = TRUE,
};

static GtkWidget *
make_worries (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &worries,
                              ent_record_page_get_id (page));
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  ent_child_group_add (ENT_CHILD_GROUP (ent_record_page_get_later (page, make_worries)));
}

void
ent_worry_extend_person (EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  ent_record_page_add_later (page, make_worries);
  add_action (page, G_ACTION_MAP (actions), "note", G_CALLBACK (note_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "worries", G_ACTION_GROUP (actions));
  ent_record_page_add_menu_item (page, _ ("Note a worry"), "worries.note");
}

EntQuery *
ent_worry_query_open (const char *login)
{
  EntQuery *query = ent_query_new (&ent_worry_schema);
  EntValue followed = ent_text ("followed");
  EntValue mine = ent_text (login);

  ent_query_add_condition (query, "state", ENT_OP_NOT_EQUAL, &followed);
  if (login != NULL)
    ent_query_add_condition (query, "hands_login", ENT_OP_EQUAL, &mine);
  return query;
}
