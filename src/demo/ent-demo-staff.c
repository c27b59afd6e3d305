/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The people who work at the invented centre: teams, agents, absences. Thread of the connection. */

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-demo-part.h"
#include "ent-demo-words.h"
#include "ent-team.h"
#include "ent-text.h"

/* Which function of the list is which of ours, and the team where it works. */
static const struct
{
  const char *code;
  EntFunction function;
  guint team;
} functions[] = {
  { "social-worker", ENT_FUNCTION_SOCIAL_WORKER, 0 },
  { "head-social-worker", ENT_FUNCTION_COORDINATOR, 0 },
  { "admin", ENT_FUNCTION_SECRETARY, 5 },
  { "reception", ENT_FUNCTION_SECRETARY, 5 },
  { "director", ENT_FUNCTION_DIRECTOR_GENERAL, 5 },
  { "finance-director", ENT_FUNCTION_FINANCIAL_DIRECTOR, 5 },
  { "president", ENT_FUNCTION_PRESIDENT, 5 },
  { "jurist", ENT_FUNCTION_DPO, 5 },
  { "integration", ENT_FUNCTION_SOCIAL_WORKER, 1 },
  { "debt-mediator", ENT_FUNCTION_SOCIAL_WORKER, 2 },
  { "housing", ENT_FUNCTION_SOCIAL_WORKER, 3 },
  { "energy", ENT_FUNCTION_SOCIAL_WORKER, 3 },
  { "family-helper", ENT_FUNCTION_FAMILY_AIDE, 4 },
  { "home-helper", ENT_FUNCTION_HOUSEHOLD_AIDE, 4 },
  { "planner", ENT_FUNCTION_HOME_CARE_COORDINATOR, 4 },
  { "cook", ENT_FUNCTION_MEALS, 4 },
  { "driver", ENT_FUNCTION_MEALS, 4 },
  { "it", ENT_FUNCTION_IT, 5 },
};

static const char *const teams[] = {
  "Service social général", "Insertion socioprofessionnelle", "Médiation de dettes",
  "Logement et énergie",    "Aide et repas à domicile",       "Administration",
};

#define N_TEAMS G_N_ELEMENTS (teams)

/* What the writing of one agent needs to know of those before. */
typedef struct
{
  gint64 team_ids[N_TEAMS];
  GArray *ids; /* gint64, all agents */
} Staff;

static guint
n_agents (EntDemo *demo)
{
  switch (demo->size)
    {
    case ENT_DEMO_LARGE:
      return 800;
    case ENT_DEMO_MEDIUM:
      return 90;
    case ENT_DEMO_SMALL:
    default:
      return 30;
    }
}

static void
write_teams (EntDemo *demo, Staff *staff)
{
  for (guint i = 0; i < N_TEAMS; i++)
    {
      EntTeam *team = ent_record_new (ENT_TYPE_TEAM);

      team->name = g_strdup (teams[i]);
      team->phone = ent_demo_numbers_landline (demo);
      staff->team_ids[i] = ent_demo_write (demo, team);
    }
  demo->home_team = staff->team_ids[4];
}

static void
fill_function (EntAgent *agent, const EntDemoFunction *function, Staff *staff)
{
  agent->function = ENT_FUNCTION_OTHER;
  agent->team_id = staff->team_ids[4];
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].code, function->code))
      {
        agent->function = functions[i].function;
        agent->team_id = staff->team_ids[functions[i].team];
      }
}

static char *
make_login (EntAgent *agent, guint number)
{
  g_autofree char *last = ent_text_fold (agent->last_name);
  g_autofree char *first = ent_text_fold (agent->first_name);
  g_auto (GStrv) words = g_strsplit (last, " ", 2);

  return g_strdup_printf ("%.1s%s%u", first, words[0], number);
}

/* Who works with persons: social workers hold files, aides go to their homes. */
static void
note_agent (EntDemo *demo, const EntDemoAide *agent, gint64 team_id)
{
  if (agent->function == ENT_FUNCTION_SOCIAL_WORKER)
    {
      g_array_append_val (demo->workers, agent->agent_id);
      g_array_append_val (demo->worker_teams, team_id);
    }
  else if (agent->function == ENT_FUNCTION_FAMILY_AIDE ||
           agent->function == ENT_FUNCTION_HOUSEHOLD_AIDE)
    g_array_append_vals (demo->aides, agent, 1);
}

static void
write_agent (EntDemo *demo, Staff *staff, const EntDemoFunction *function, guint number)
{
  EntAgent *agent = ent_record_new (ENT_TYPE_AGENT);
  EntDemoOrigin origin = ent_demo_chance (demo, 12) ? ENT_DEMO_ITALIAN : ENT_DEMO_WALLOON;
  gboolean male = ent_demo_chance (demo, 28);
  gboolean left = staff->ids->len > 20 && ent_demo_chance (demo, 8);
  EntDemoAide known;
  gint64 team_id;

  agent->last_name = g_strdup (ent_demo_words_last_name (demo->words, demo->rand, origin));
  agent->first_name = g_strdup (ent_demo_words_first_name (demo->words, demo->rand, origin, male,
                                                           ent_demo_between (demo, 1962, 2000)));
  fill_function (agent, function, staff);
  agent->phone = ent_demo_numbers_landline (demo);
  agent->e_mail = ent_demo_numbers_e_mail (demo, agent->first_name, agent->last_name);
  agent->language = ent_demo_chance (demo, 94) ? ENT_AGENT_LANGUAGE_FR : ENT_AGENT_LANGUAGE_DE;
  agent->active_from = demo->today - ent_demo_between (demo, 200, 9000);
  if (left)
    agent->active_to = demo->today - ent_demo_between (demo, 5, 150);
  agent->login = make_login (agent, number);
  known.function = agent->function;
  known.since = agent->active_from;
  team_id = agent->team_id;
  known.agent_id = ent_demo_write (demo, agent);

  g_array_append_val (staff->ids, known.agent_id);
  if (!left)
    note_agent (demo, &known, team_id);
}

/* One of each of those that a centre has once, then the others by their share. */
static void
write_agents (EntDemo *demo, Staff *staff)
{
  const GArray *list = ent_demo_words_functions (demo->words);
  g_autofree guint *shares = g_new0 (guint, list->len);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const EntDemoFunction *function = &g_array_index (list, EntDemoFunction, i);

      if (function->share > 1)
        shares[i] = function->share;
      else
        write_agent (demo, staff, function, ++n);
    }
  write_agent (demo, staff, &g_array_index (list, EntDemoFunction, 0), ++n);
  while (n < n_agents (demo))
    {
      guint drawn = ent_demo_draw (demo, shares, list->len);

      write_agent (demo, staff, &g_array_index (list, EntDemoFunction, drawn), ++n);
    }
}

static void
write_absence (EntDemo *demo, gint64 agent_id, gint64 stand_in_id, gint32 from, gint32 to)
{
  static const guint weights[] = { 60, 25, 12, 3 };
  EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = agent_id;
  absence->from_day = from;
  absence->to_day = to;
  absence->kind = ENT_ABSENCE_LEAVE + (int) ent_demo_draw (demo, weights, G_N_ELEMENTS (weights));
  absence->stand_in_id = stand_in_id;
  ent_demo_write (demo, absence);
}

/* Two absences in the past year or so for each agent; the first worker is away today, the second
 * stands in. */
static void
write_absences (EntDemo *demo, Staff *staff)
{
  if (demo->workers->len > 1)
    write_absence (demo, g_array_index (demo->workers, gint64, 0),
                   g_array_index (demo->workers, gint64, 1), demo->today - 3, demo->today + 8);

  for (guint i = 0; i < staff->ids->len; i++)
    for (gint32 day = demo->today - 400; day < demo->today + 60;)
      {
        guint other = (i + (guint) ent_demo_between (demo, 1, 5)) % staff->ids->len;
        gint32 from = day + ent_demo_between (demo, 20, 200);
        gint32 to = from + ent_demo_between (demo, 0, 14);
        gboolean replaced = other != i && ent_demo_chance (demo, 60);

        /* Around today only the one absence above, so that the stand-in is really there. */
        if (to < demo->today - 5 || from > demo->today + 10)
          write_absence (demo, g_array_index (staff->ids, gint64, i),
                         replaced ? g_array_index (staff->ids, gint64, other) : 0, from, to);
        day = to;
      }
}

void
ent_demo_fill_staff (EntDemo *demo)
{
  Staff staff = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  write_teams (demo, &staff);
  write_agents (demo, &staff);
  write_absences (demo, &staff);
  g_array_unref (staff.ids);
}
