/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the day, right above the board that it carries out; worries among home care and on
 * the pages of persons and agents; the notice of cancellations among the rates. Main thread. */

#include "ent-agent.h"
#include "ent-day-acts.h"
#include "ent-day-page.h"
#include "ent-day-patience.h"
#include "ent-day-visit.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-plain-page.h"
#include "ent-cancel-notice.h"
#include "ent-visit.h"
#include "ent-worries-group.h"
#include "ent-worry-pages.h"
#include "ent-worry-watch.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_worries (EntRecordPage *page)
{
  return ent_worries_group_new (ent_record_page_get_store (page), ent_record_page_get_id (page));
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_person_schema)
    ent_worry_extend_person (page);
  else if (schema == &ent_agent_schema)
    ent_record_page_add_later (page, make_worries);
  else if (schema == &ent_visit_schema)
    ent_day_visit_extend_page (page);
}

/* The board says of a block only which visit it is: what cannot be told of it is refused with its
 * reason. */
static void
extend_place_menu (const char *place, GVariant *about, GMenu *menu)
{
  gint64 visit_id;
  int state;

  if (!g_str_equal (place, "board") || !g_variant_is_of_type (about, G_VARIANT_TYPE ("(xi)")))
    return;
  g_variant_get (about, "(xi)", &visit_id, &state);
  ent_day_acts_fill_menu (menu, visit_id, state);
}

static void
fill_open (EntQuery *query, gint32 today)
{
  EntValue followed = ent_text ("followed");

  ent_query_add_condition (query, "state", ENT_OP_NOT_EQUAL, &followed);
}

static void
fill_mine (EntQuery *query, gint32 today)
{
  EntValue mine = ent_text (g_get_user_name ());

  fill_open (query, today);
  ent_query_add_condition (query, "hands_login", ENT_OP_EQUAL, &mine);
}

static void
fill_overdue (EntQuery *query, gint32 today)
{
  EntValue yesterday = ent_day (today - 1);

  fill_open (query, today);
  ent_query_add_condition (query, "due_on", ENT_OP_AT_MOST, &yesterday);
}

static void
fill_late_entries (EntQuery *query, gint32 today)
{
  EntValue yes = ent_int (1);

  ent_query_add_condition (query, "entered_late", ENT_OP_EQUAL, &yes);
}

static const EntReadyList lists[] = {
  { &ent_worry_schema, N_ ("My worries"), fill_mine },
  { &ent_worry_schema, N_ ("Without outcome"), fill_open },
  { &ent_worry_schema, N_ ("Overdue"), fill_overdue },
  { &ent_visit_schema, N_ ("Visits entered late"), fill_late_entries },
  { NULL, NULL, NULL },
};

static const char *const notice_columns[] = { "from_day", "to_day", "hours", "source", NULL };
static const EntFieldGroup notice_groups[] = { { NULL, notice_columns }, { NULL, NULL } };

static void
fill_notice (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const EntPlainSpec notice_spec = {
  .schema = &ent_cancel_notice_schema,
  .groups = notice_groups,
  .create_title = N_ ("New notice of cancelling"),
  .created = N_ ("Notice of cancelling added"),
  .edit_title = N_ ("Edit the notice of cancelling"),
  .changed = N_ ("Notice of cancelling changed"),
  .deleted = N_ ("Notice of cancelling deleted"),
  .fill = fill_notice,
};

static const char *const round_tables[] = { "worry", NULL };
static const char *const rate_tables[] = { "cancel_notice", NULL };
static const EntPlaceTables place_tables[] = { { "rounds", round_tables },
                                               { "care-rates", rate_tables },
                                               { NULL, NULL } };

static const EntPlace places[] = {
  { "day", N_ ("Today's visits"), N_ ("Services"), "ent-today-symbolic", NULL, 53,
    ent_day_page_new },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL },
};

static const EntRecordUi records[] = {
  { &ent_worry_schema, ent_worry_page_open, ent_worry_page_create },
  { &ent_cancel_notice_schema, .plain = &notice_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_day_ui;
const EntModuleUi ent_day_ui = {
  .places = places,
  .records = records,
  .install = ent_day_acts_install,
  .extend_page = extend_page,
  .extend_place_menu = extend_place_menu,
  .tables = place_tables,
  .lists = lists,
  .opened = ent_worry_watch,
  .make_preferences = ent_day_preferences_new,
};
