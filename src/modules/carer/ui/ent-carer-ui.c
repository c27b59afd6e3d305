/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the rounds: carers, vehicles, keys; and what they add to agents and persons. Main
 * thread. */

#include "ent-agent.h"
#include "ent-carer-open.h"
#include "ent-carer-qualification.h"
#include "ent-carer.h"
#include "ent-home-key-groups.h"
#include "ent-home-key.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-plain-page.h"
#include "ent-vehicle.h"

#include <glib/gi18n-lib.h>

#define DAYS_AHEAD 90

static const char *const vehicle_columns[] = { "name",   "kind",      "plate", "from_day",
                                               "to_day", "stands_at", "note",  NULL };
static const EntFieldGroup vehicle_groups[] = { { NULL, vehicle_columns }, { NULL, NULL } };

static void
fill_vehicle (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const EntPlainSpec vehicle_spec = {
  .schema = &ent_vehicle_schema,
  .groups = vehicle_groups,
  .create_title = N_ ("New vehicle"),
  .created = N_ ("Vehicle added"),
  .edit_title = N_ ("Edit the vehicle"),
  .changed = N_ ("Vehicle changed"),
  .deleted = N_ ("Vehicle deleted"),
  .fill = fill_vehicle,
};

static const char *const qualification_columns[] = { "carer_id",    "kind",     "label", "number",
                                                     "obtained_on", "valid_to", NULL };
static const EntFieldGroup qualification_groups[] = { { NULL, qualification_columns },
                                                      { NULL, NULL } };

static const EntPlainSpec qualification_spec = {
  .schema = &ent_carer_qualification_schema,
  .groups = qualification_groups,
  .create_title = N_ ("New qualification"),
  .created = N_ ("Qualification added"),
  .edit_title = N_ ("Edit the qualification"),
  .changed = N_ ("Qualification changed"),
  .deleted = N_ ("Qualification deleted"),
};

static const char *const whose[] = { "person_id", NULL };
static const EntFieldGroup key_groups[] = { { NULL, whose },
                                            { N_ ("Key"), ent_home_key_columns },
                                            { NULL, NULL } };
static const EntChildSpec *const key_children[] = { &ent_home_key_loans, NULL };

static const EntPlainSpec key_spec = {
  .schema = &ent_home_key_schema,
  .groups = key_groups,
  .children = key_children,
  .create_title = N_ ("New key"),
  .created = N_ ("Key noted"),
  .edit_title = N_ ("Edit the key"),
  .changed = N_ ("Key changed"),
  .deleted = N_ ("Key deleted"),
  .prepare_form = ent_home_key_form_prepare,
};

static AdwNavigationPage *
open_carer (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_carer_page_new (store, id);
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_person_schema)
    ent_home_key_extend_person (page);
  else if (schema == &ent_agent_schema)
    ent_carer_extend_agent (page);
}

static void
fill_in_service (EntQuery *query, gint32 today)
{
  ent_query_add_condition (query, "in_service", ENT_OP_NOT_EQUAL, NULL);
}

static void
fill_ending (EntQuery *query, gint32 today)
{
  EntValue first = ent_day (today);
  EntValue last = ent_day (today + DAYS_AHEAD);

  ent_query_add_condition (query, "valid_to", ENT_OP_AT_LEAST, &first);
  ent_query_add_condition (query, "valid_to", ENT_OP_AT_MOST, &last);
  ent_query_set_order (query, "valid_to", FALSE);
}

static void
fill_out (EntQuery *query, gint32 today)
{
  ent_query_add_condition (query, "holder", ENT_OP_NOT_EQUAL, NULL);
}

static const EntReadyList lists[] = {
  { &ent_carer_schema, N_ ("Carers in service today"), fill_in_service },
  { &ent_carer_qualification_schema, N_ ("Qualifications that end within 90 days"), fill_ending },
  { &ent_home_key_schema, N_ ("Keys that are out"), fill_out },
  { NULL, NULL, NULL },
};

static const char *const tables[] = { "carer", "carer_qualification", "vehicle", "home_key", NULL };

static const EntPlace places[] = {
  { "rounds", N_ ("Home care"), N_ ("Services"), "ent-home-symbolic", tables, 55, NULL },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL },
};

static const EntRecordUi records[] = {
  { &ent_carer_schema, open_carer, ent_carer_page_create },
  { &ent_carer_qualification_schema, .plain = &qualification_spec },
  { &ent_vehicle_schema, .plain = &vehicle_spec },
  { &ent_home_key_schema, .plain = &key_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_carer_ui;
const EntModuleUi ent_carer_ui = {
  .places = places,
  .records = records,
  .extend_page = extend_page,
  .lists = lists,
};
