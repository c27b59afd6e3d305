/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "A carer is away" in the menus of the board and on the page of a carer; absences that were
 * covered and notices among the lists of home care. Main thread. */

#include "ent-absence-cover.h"
#include "ent-carer.h"
#include "ent-cover-dialog.h"
#include "ent-cover-record.h"
#include "ent-date.h"
#include "ent-place.h"
#include "ent-visit-notice.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

static void
ask_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  gint32 today = ent_day_today ();
  int first, n;

  g_variant_get (parameter, "(ii)", &first, &n);
  if (store != NULL)
    ent_cover_dialog_present (shell, store, 0,
                              today >= first && today < first + n ? today : (gint32) first);
}

static void
visit_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVisit) visit = ent_store_load_finish (ENT_STORE (source), result, &error);

  if (visit == NULL)
    ent_shell_report (shell, error);
  else if (ent_shell_get_store (shell) == ENT_STORE (source))
    ent_cover_dialog_present (shell, ENT_STORE (source), visit->carer_id, visit->day);
}

static void
ask_of_visit_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_store_load_async (store, ENT_TYPE_VISIT, g_variant_get_int64 (parameter), NULL,
                          visit_read_cb, g_object_ref (shell));
}

static void
add_action (EntShell *shell, const char *name, const char *type, GCallback activated)
{
  g_autoptr (GVariantType) parameter = g_variant_type_new (type);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect_object (action, "activate", activated, shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
install (EntShell *shell)
{
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "cover-ask", "(ii)", G_CALLBACK (ask_cb));
  add_action (shell, "cover-ask-of-visit", "x", G_CALLBACK (ask_of_visit_cb));
}

static void
extend_place_menu (const char *place, GVariant *about, GMenu *menu)
{
  gboolean is_visit = g_variant_is_of_type (about, G_VARIANT_TYPE ("(xi)"));
  g_autoptr (GVariant) target = is_visit ? g_variant_get_child_value (about, 0)
                                        : g_variant_ref (about);
  g_autoptr (GMenuItem) item = NULL;

  if (!g_str_equal (place, "board"))
    return;
  item = g_menu_item_new (is_visit ? _ ("This Carer Is A_way…") : _ ("A Carer Is _Away…"), NULL);
  g_menu_item_set_action_and_target_value (item,
                                           is_visit ? "win.cover-ask-of-visit" : "win.cover-ask",
                                           target);
  g_menu_append_item (menu, item);
}

static void
carer_away_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell != NULL)
    ent_cover_dialog_present (shell, ent_record_page_get_store (page),
                              ent_record_page_get_id (page), ent_day_today ());
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GSimpleAction) action = NULL;

  if (schema != &ent_carer_schema)
    return;
  actions = g_simple_action_group_new ();
  action = g_simple_action_new ("ask", NULL);
  g_signal_connect_object (action, "activate", G_CALLBACK (carer_away_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "cover", G_ACTION_GROUP (actions));
  ent_record_page_add_act (page, "ent-absence-symbolic", _ ("Is away…"), "cover.ask");
}

static void
fill_still_to_tell (EntQuery *query, gint32 today)
{
  EntValue day = ent_day (today);

  ent_query_add_condition (query, "told_at", ENT_OP_EQUAL, NULL);
  ent_query_add_condition (query, "day", ENT_OP_AT_LEAST, &day);
  ent_query_set_order (query, "day", FALSE);
}

static const EntReadyList lists[] = {
  { &ent_visit_notice_schema, N_ ("Still to tell"), fill_still_to_tell },
  { NULL, NULL, NULL },
};

static const char *const tables[] = { "absence_cover", "visit_notice", NULL };
static const EntPlaceTables place_tables[] = { { "rounds", tables }, { NULL, NULL } };

static const char *const change_columns[] = { "visit_id", "person_name", "day",
                                              "kind",     "old_time",    "old_carer",
                                              "new_time", "new_carer",   NULL };
static const char *const answer_columns[] = { "recipient",  "outcome", "how", "told_at",
                                              "told_by_id", "note",    NULL };
static const EntFieldGroup notice_groups[] = { { N_ ("Visit"), change_columns },
                                               { N_ ("Told"), answer_columns },
                                               { NULL, NULL } };

static const EntPlainSpec notice_spec = {
  .schema = &ent_visit_notice_schema,
  .groups = notice_groups,
  .edit_title = N_ ("Edit the notice"),
  .changed = N_ ("Notice changed"),
  .deleted = N_ ("Notice deleted"),
};

static void
show_calls_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));
  EntVisitNotice *notice = ent_record_page_get_record (page);

  if (shell != NULL && notice->cover_id != 0)
    ent_shell_open (shell, &ent_absence_cover_schema, notice->cover_id);
}

/* A notice follows from a change; it is answered on the call list. */
static AdwNavigationPage *
open_notice (EntShell *shell, EntStore *store, gint64 id)
{
  AdwNavigationPage *page = ent_plain_page_new (store, &notice_spec, id);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("calls", NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (show_calls_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "cover", G_ACTION_GROUP (actions));
  ent_record_page_add_main_act (ENT_RECORD_PAGE (page), "ent-phone-symbolic", _ ("Call list"),
                                "cover.calls");
  return page;
}

static const EntPlace places[] = { { NULL, NULL, NULL, NULL, NULL, 0, NULL } };

static const EntRecordUi records[] = {
  { &ent_absence_cover_schema, ent_cover_record_open, NULL },
  { &ent_visit_notice_schema, open_notice, NULL },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_cover_ui;
const EntModuleUi ent_cover_ui = {
  .places = places,
  .records = records,
  .install = install,
  .extend_page = extend_page,
  .extend_place_menu = extend_place_menu,
  .tables = place_tables,
  .lists = lists,
};
