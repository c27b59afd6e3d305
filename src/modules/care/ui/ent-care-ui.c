/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care: plans and visits among the rounds, what they cost in a place of their own; on the page
 * of a person; making the visits from the menu of their list. Main thread. */

#include "ent-care-activity.h"
#include "ent-care-generate-dialog.h"
#include "ent-care-person.h"
#include "ent-care-plan-page.h"
#include "ent-care-plan.h"
#include "ent-care-scale-pages.h"
#include "ent-care-visit-page.h"
#include "ent-contribution-reduction.h"
#include "ent-contribution-scale.h"
#include "ent-contribution.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

static void
generate_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_care_generate_dialog_present (shell, store, 0);
}

static void
install (EntShell *shell)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("care-generate", NULL);

  if (!G_IS_ACTION_MAP (shell))
    return;
  g_signal_connect_object (action, "activate", G_CALLBACK (generate_activated_cb), shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
extend_menu (const EntSchema *schema, GMenu *menu)
{
  if (schema == &ent_visit_schema || schema == &ent_care_plan_schema)
    g_menu_append (menu, _ ("_Generate the visits…"), "win.care-generate");
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_person_schema)
    ent_care_person_extend_page (page);
}

static void
add_days (EntQuery *query, gint32 from, gint32 to)
{
  EntValue first = ent_day (from);
  EntValue last = ent_day (to);

  ent_query_add_condition (query, "day", ENT_OP_AT_LEAST, &first);
  if (to != ENT_DAY_NONE)
    ent_query_add_condition (query, "day", ENT_OP_AT_MOST, &last);
  ent_query_set_order (query, "day", FALSE);
}

static void
fill_today (EntQuery *query, gint32 today)
{
  add_days (query, today, today);
}

static void
fill_week (EntQuery *query, gint32 today)
{
  gint32 monday = today - ent_day_weekday (today) + 1;

  add_days (query, monday, monday + 6);
}

static void
fill_to_place (EntQuery *query, gint32 today)
{
  EntValue planned = ent_text ("planned");

  add_days (query, today, ENT_DAY_NONE);
  ent_query_add_condition (query, "state", ENT_OP_EQUAL, &planned);
  ent_query_add_condition (query, "carer_id", ENT_OP_EQUAL, NULL);
}

static void
fill_state (EntQuery *query, const char *state)
{
  EntValue nick = ent_text (state);

  ent_query_add_condition (query, "state", ENT_OP_EQUAL, &nick);
}

static void
fill_suspended (EntQuery *query, gint32 today)
{
  fill_state (query, "suspended");
}

static void
fill_to_review (EntQuery *query, gint32 today)
{
  fill_state (query, "to-review");
}

static void
fill_rates_to_review (EntQuery *query, gint32 today)
{
  EntValue day = ent_day (today);

  ent_query_add_condition (query, "to_day", ENT_OP_EQUAL, NULL);
  ent_query_add_condition (query, "review_on", ENT_OP_AT_MOST, &day);
  ent_query_set_order (query, "review_on", FALSE);
}

static const EntReadyList lists[] = {
  { &ent_visit_schema, N_ ("Visits of today"), fill_today },
  { &ent_visit_schema, N_ ("Visits of this week"), fill_week },
  { &ent_visit_schema, N_ ("Visits to place"), fill_to_place },
  { &ent_care_plan_schema, N_ ("Plans suspended today"), fill_suspended },
  { &ent_care_plan_schema, N_ ("Plans to review"), fill_to_review },
  { &ent_contribution_schema, N_ ("Contributions to review"), fill_rates_to_review },
  { NULL, NULL, NULL },
};

static const char *const round_tables[] = { "care_plan", "visit", NULL };
static const EntPlaceTables place_tables[] = { { "rounds", round_tables }, { NULL, NULL } };

/* What is looked up seldom has a place of its own, so that the rounds stay easy to survey. */
static const char *const rate_tables[] = { "contribution", "contribution_scale",
                                           "contribution_reduction", "care_activity", NULL };

static const EntPlace places[] = {
  { "care-rates", N_ ("Home-care rates"), N_ ("Services"), "ent-bank-symbolic", rate_tables, 58,
    NULL },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL },
};

static const EntRecordUi records[] = {
  { &ent_care_plan_schema, ent_care_plan_page_open, ent_care_plan_page_create },
  { &ent_visit_schema, ent_care_visit_page_open, ent_care_visit_page_create },
  { &ent_contribution_schema, .plain = &ent_care_contribution_page },
  { &ent_care_activity_schema, .plain = &ent_care_activity_page },
  { &ent_contribution_scale_schema, .plain = &ent_care_scale_page },
  { &ent_contribution_reduction_schema, .plain = &ent_care_reduction_page },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_care_ui;
const EntModuleUi ent_care_ui = {
  .places = places,
  .records = records,
  .install = install,
  .extend_menu = extend_menu,
  .extend_page = extend_page,
  .tables = place_tables,
  .lists = lists,
};
