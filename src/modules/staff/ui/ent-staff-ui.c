/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the staff: agents with their absences and stand-ins, teams. Main thread. */

#include <glib/gi18n-lib.h>

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-place.h"
#include "ent-plain-page.h"
#include "ent-team.h"

static const char *const absence_columns[] = { "kind",    "from_day",    "from_time", "to_day",
                                               "to_time", "stand_in_id", "note",      NULL };

static const char *
absence_icon (gpointer record)
{
  return "ent-absence-symbolic";
}

static void
fill_absence (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const EntChildSpec absences = {
  .schema = &ent_agent_absence_schema,
  .title = N_ ("Absences"),
  .add_label = N_ ("Add an absence"),
  .added = N_ ("Absence added"),
  .changed = N_ ("Absence changed"),
  .removed = N_ ("Absence deleted"),
  .columns = absence_columns,
  .order = "from_day DESC, id DESC",
  .past_column = "to_day",
  .icon_name = absence_icon,
  .fill = fill_absence,
};

static const EntChildSpec *const agent_children[] = { &absences, NULL };
static const char *const agent_names[] = { "last_name", "first_name", "function", "team_id", NULL };
static const char *const agent_contact[] = { "e_mail", "phone", "language", NULL };
static const char *const agent_period[] = { "active_from", "active_to", "login", NULL };
static const EntFieldGroup agent_groups[] = {
  { NULL, agent_names },
  { N_ ("Contact"), agent_contact },
  { N_ ("At the centre"), agent_period },
  { NULL, NULL },
};

static const EntPlainSpec agent_spec = {
  .schema = &ent_agent_schema,
  .groups = agent_groups,
  .children = agent_children,
  .create_title = N_ ("New agent"),
  .created = N_ ("Agent added"),
  .edit_title = N_ ("Edit the agent"),
  .changed = N_ ("Agent changed"),
  .deleted = N_ ("Agent deleted"),
};

static const char *const team_columns[] = { "name", "e_mail", "phone", "active", NULL };
static const EntFieldGroup team_groups[] = { { NULL, team_columns }, { NULL, NULL } };

static void
fill_team (gpointer draft, gint32 today)
{
  g_object_set (draft, "active", TRUE, NULL);
}

static const EntPlainSpec team_spec = {
  .schema = &ent_team_schema,
  .groups = team_groups,
  .create_title = N_ ("New team"),
  .created = N_ ("Team added"),
  .edit_title = N_ ("Edit the team"),
  .changed = N_ ("Team changed"),
  .deleted = N_ ("Team deleted"),
  .fill = fill_team,
};

static const char *const tables[] = { "agent", "team", NULL };

static const EntPlace places[] = {
  { "staff", N_ ("Staff"), N_ ("The centre"), "ent-staff-symbolic", tables, 90 },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = {
  { &ent_agent_schema, .plain = &agent_spec },
  { &ent_team_schema, .plain = &team_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_staff_ui;
const EntModuleUi ent_staff_ui = { places, records, NULL, NULL };
