/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the requests and their register; requests on the page of a person; the pages of
 * deadlines and of what can be asked for. Main thread. */

#include "ent-date.h"
#include "ent-deadline-rule.h"
#include "ent-latest-group.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-plain-page.h"
#include "ent-queue-page.h"
#include "ent-request-form.h"
#include "ent-request-kind.h"
#include "ent-request-page.h"
#include "ent-request-piece.h"
#include "ent-request.h"

#include <glib/gi18n-lib.h>

static void
create_request (EntShell *shell, EntStore *store)
{
  ent_request_form_register (shell, store, 0);
}

static const char *const rule_columns[] = { "kind", "regime",    "start",    "amount",
                                            "unit", "first_day", "last_day", NULL };
static const char *const force_columns[] = { "from_day", "to_day", "source", "standing", NULL };
static const EntFieldGroup rule_groups[] = { { NULL, rule_columns },
                                             { N_ ("In force"), force_columns },
                                             { NULL, NULL } };

static void
fill_rule (gpointer draft, gint32 today)
{
  EntDeadlineRule *rule = draft;

  rule->unit = ENT_UNIT_DAYS;
  rule->first_day = ENT_FIRST_NEXT;
  rule->last_day = ENT_LAST_STAYS;
  rule->from_day = today;
  rule->standing = ENT_STANDING_TO_CHECK;
}

static const EntPlainSpec rule_page = {
  .schema = &ent_deadline_rule_schema,
  .groups = rule_groups,
  .create_title = N_ ("New deadline"),
  .created = N_ ("Deadline added"),
  .edit_title = N_ ("Edit the deadline"),
  .changed = N_ ("Deadline changed"),
  .deleted = N_ ("Deadline deleted"),
  .fill = fill_rule,
};

static const char *const kind_columns[] = { "name", "regime", "has_project", "active", NULL };
static const EntFieldGroup kind_groups[] = { { NULL, kind_columns }, { NULL, NULL } };

static void
fill_kind (gpointer draft, gint32 today)
{
  g_object_set (draft, "active", TRUE, NULL);
}

static const EntPlainSpec kind_page = {
  .schema = &ent_request_kind_schema,
  .groups = kind_groups,
  .create_title = N_ ("New aid that can be asked for"),
  .created = N_ ("Aid that can be asked for added"),
  .edit_title = N_ ("Edit what can be asked for"),
  .changed = N_ ("Aid that can be asked for changed"),
  .deleted = N_ ("Aid that can be asked for deleted"),
  .fill = fill_kind,
};

static const char *const piece_columns[] = { "request_id",  "name",        "asked_on", "until_day",
                                             "reminded_on", "received_on", "note",     NULL };
static const EntFieldGroup piece_groups[] = { { NULL, piece_columns }, { NULL, NULL } };

static const EntPlainSpec piece_page = {
  .schema = &ent_request_piece_schema,
  .groups = piece_groups,
  .create_title = N_ ("Ask for a piece"),
  .created = N_ ("Piece asked for"),
  .edit_title = N_ ("Edit the piece"),
  .changed = N_ ("Piece changed"),
  .deleted = N_ ("Piece no longer asked for"),
};

/* On the page of a person */

static char *
row_title (gpointer record)
{
  EntRequest *self = record;

  return g_strdup_printf ("%s · %s", self->number, self->objects != NULL ? self->objects : "");
}

static char *
subtitle (gpointer record)
{
  EntRequest *self = record;
  g_autofree char *day = ent_day_format (self->received_on, ENT_DAY_NUMERIC);
  const char *state = self->ending != 0 ? ent_enum_label (&ent_request_ending_enum, self->ending)
                                        : ent_enum_label (&ent_request_stage_enum, self->step);

  if (self->result != 0 && self->ending == 0)
    return g_strdup_printf ("%s · %s · %s", day, state,
                            ent_enum_label (&ent_request_result_enum, self->result));
  return g_strdup_printf ("%s · %s", day, state);
}

static const char *
icon_name (gpointer record)
{
  return "ent-requests-symbolic";
}

static gboolean
is_past (gpointer record)
{
  return !((EntRequest *) record)->is_open;
}

static void
open_request (EntShell *shell, EntStore *store, gint64 id)
{
  ent_shell_open (shell, &ent_request_schema, id);
}

static char *
all_label (guint n)
{
  /* Translators: how many requests a person has made */
  return g_strdup_printf (ngettext ("All requests (%u)", "All requests (%u)", n), n);
}

static const EntLatestSpec requests = {
  .schema = &ent_request_schema,
  .title = N_ ("Requests"),
  .order = "is_open DESC, year DESC, sequence DESC",
  .n_rows = 4,
  .hide_empty = TRUE,
  .row_title = row_title,
  .subtitle = subtitle,
  .icon_name = icon_name,
  .is_past = is_past,
  .open = open_request,
  .all_label = all_label,
};

static GtkWidget *
make_group (EntRecordPage *page)
{
  return GTK_WIDGET (ent_latest_group_new (ent_record_page_get_store (page), &requests,
                                           ent_record_page_get_id (page)));
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell != NULL)
    ent_request_form_register (shell, ent_record_page_get_store (page),
                               ent_record_page_get_id (page));
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GSimpleAction) add = NULL;

  if (schema != &ent_person_schema)
    return;
  actions = g_simple_action_group_new ();
  add = g_simple_action_new ("add", NULL);
  g_signal_connect_object (add, "activate", G_CALLBACK (add_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (add));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "requests", G_ACTION_GROUP (actions));
  ent_record_page_add_act (page, "ent-requests-symbolic", _ ("Register a request"), "requests.add");
  ent_record_page_add_later (page, make_group);
}

/* From anywhere */

static void
new_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_request_form_register (shell, store, 0);
}

static void
install (EntShell *shell)
{
  g_autoptr (GSimpleAction) action = NULL;

  if (!G_IS_ACTION_MAP (shell))
    return;
  action = g_simple_action_new ("request-new", NULL);
  g_signal_connect_object (action, "activate", G_CALLBACK (new_cb), shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
extend_menu (const EntSchema *schema, GMenu *menu)
{
  if (schema == &ent_person_schema)
    g_menu_append (menu, _ ("Register a re_quest…"), "win.request-new");
}

/* Ready lists */

static void
fill_open (EntQuery *query, gint32 today)
{
  EntValue yes = ent_int (1);

  ent_query_add_condition (query, "is_open", ENT_OP_EQUAL, &yes);
}

static void
fill_nobody (EntQuery *query, gint32 today)
{
  fill_open (query, today);
  ent_query_add_condition (query, "worker_id", ENT_OP_EQUAL, NULL);
}

static void
fill_urgent (EntQuery *query, gint32 today)
{
  EntValue yes = ent_int (1);

  fill_open (query, today);
  ent_query_add_condition (query, "is_urgent", ENT_OP_EQUAL, &yes);
}

static void
fill_unemployment (EntQuery *query, gint32 today)
{
  EntValue yes = ent_int (1);

  ent_query_add_condition (query, "after_unemployment", ENT_OP_EQUAL, &yes);
}

static void
fill_annulled (EntQuery *query, gint32 today)
{
  EntValue annulled = ent_text ("annulled");

  ent_query_add_condition (query, "ending", ENT_OP_EQUAL, &annulled);
}

static void
fill_missing (EntQuery *query, gint32 today)
{
  ent_query_add_condition (query, "received_on", ENT_OP_EQUAL, NULL);
}

static void
fill_overdue (EntQuery *query, gint32 today)
{
  EntValue yesterday = ent_day (today - 1);

  fill_missing (query, today);
  ent_query_add_condition (query, "until_day", ENT_OP_AT_MOST, &yesterday);
}

static void
fill_to_check (EntQuery *query, gint32 today)
{
  EntValue to_check = ent_text ("to-check");

  ent_query_add_condition (query, "standing", ENT_OP_EQUAL, &to_check);
}

static const EntReadyList lists[] = {
  { &ent_request_schema, N_ ("Requests under way"), fill_open },
  { &ent_request_schema, N_ ("In nobody’s hands yet"), fill_nobody },
  { &ent_request_schema, N_ ("Urgent requests"), fill_urgent },
  { &ent_request_schema, N_ ("After the end of unemployment benefit"), fill_unemployment },
  { &ent_request_schema, N_ ("Annulled requests"), fill_annulled },
  { &ent_request_piece_schema, N_ ("Pieces still missing"), fill_missing },
  { &ent_request_piece_schema, N_ ("Pieces overdue"), fill_overdue },
  { &ent_deadline_rule_schema, N_ ("Deadlines to be checked"), fill_to_check },
  { NULL, NULL, NULL },
};

static const char *const kept_beside[] = { "request", NULL };
static const char *const register_tables[] = { "request", "request_piece", "request_kind",
                                               "deadline_rule", NULL };

static const EntPlace places[] = {
  { "requests", N_ ("Requests"), N_ ("Reception and files"), "ent-requests-symbolic", NULL, 20,
    ent_queue_page_new, kept_beside },
  { "request-register", N_ ("Register of requests"), N_ ("Reception and files"),
    "ent-file-symbolic", register_tables, 21, NULL, NULL },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL },
};

static const EntRecordUi records[] = {
  { &ent_request_schema, ent_request_page_open, create_request, NULL },
  { &ent_request_piece_schema, .plain = &piece_page },
  { &ent_request_kind_schema, .plain = &kind_page },
  { &ent_deadline_rule_schema, .plain = &rule_page },
  { NULL, NULL, NULL, NULL },
};

extern const EntModuleUi ent_request_ui;
const EntModuleUi ent_request_ui = {
  .places = places,
  .records = records,
  .install = install,
  .extend_menu = extend_menu,
  .extend_page = extend_page,
  .lists = lists,
};
