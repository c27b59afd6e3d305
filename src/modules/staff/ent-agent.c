/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Someone who works at the centre. Record: see ent-record.h for threads. */

#include "ent-agent.h"

#include "ent-staff-query.h"
#include "ent-staff-rules.h"
#include "ent-team.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice functions[] = {
  { ENT_FUNCTION_SOCIAL_WORKER, "social-worker", N_("Social worker") },
  { ENT_FUNCTION_SECRETARY, "secretary", N_("Secretary") },
  { ENT_FUNCTION_COORDINATOR, "coordinator", N_("Coordinator") },
  { ENT_FUNCTION_HOME_CARE_COORDINATOR, "home-care-coordinator", N_("Home care coordinator") },
  { ENT_FUNCTION_MEALS, "meals", N_("Meals service") },
  { ENT_FUNCTION_DIRECTOR_GENERAL, "director-general", N_("Director general") },
  { ENT_FUNCTION_FINANCIAL_DIRECTOR, "financial-director", N_("Financial director") },
  { ENT_FUNCTION_PRESIDENT, "president", N_("President") },
  { ENT_FUNCTION_DPO, "dpo", N_("Data protection officer") },
  { ENT_FUNCTION_IT, "it", N_("Computer service") },
  { ENT_FUNCTION_FAMILY_AIDE, "family-aide", N_("Family aide") },
  { ENT_FUNCTION_HOUSEHOLD_AIDE, "household-aide", N_("Household aide") },
  { ENT_FUNCTION_HOME_SITTER, "home-sitter", N_("Home sitter") },
  { ENT_FUNCTION_OTHER, "other", N_("Other function") },
};
/* clang-format on */

const EntEnum ent_function_enum = { "function", functions, G_N_ELEMENTS (functions) };

/* clang-format off */
static const EntChoice languages[] = {
  { ENT_AGENT_LANGUAGE_FR, "fr", N_("French") },
  { ENT_AGENT_LANGUAGE_NL, "nl", N_("Dutch") },
  { ENT_AGENT_LANGUAGE_DE, "de", N_("German") },
  { ENT_AGENT_LANGUAGE_EN, "en", N_("English") },
};
/* clang-format on */

const EntEnum ent_agent_language_enum = { "agent-language", languages, G_N_ELEMENTS (languages) };

static char *
summary (EntRecord *record)
{
  EntAgent *self = ENT_AGENT (record);

  if (self->first_name == NULL)
    return g_strdup (self->last_name != NULL ? self->last_name : "");

  return g_strdup_printf ("%s %s", self->first_name,
                          self->last_name != NULL ? self->last_name : "");
}

static void
prepare (EntRecord *record)
{
  EntAgent *self = ENT_AGENT (record);
  g_autofree char *both = NULL;

  ent_staff_clean_text (&self->last_name);
  ent_staff_clean_text (&self->first_name);
  ent_staff_clean_text (&self->login);
  ent_staff_clean_e_mail (&self->e_mail);
  ent_staff_clean_phone (&self->phone);

  both = g_strdup_printf ("%s %s", self->last_name != NULL ? self->last_name : "",
                          self->first_name != NULL ? self->first_name : "");
  g_free (self->sort_key);
  self->sort_key = ent_text_sort_key (both);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntAgent *self = ENT_AGENT (record);

  ent_staff_check_contact (self->e_mail, self->phone, issues);
  ent_staff_check_period (self->active_from, self->active_to, "active_to", issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntAgent, last_name, N_("Last name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_TEXT (EntAgent, first_name, N_("First name"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_ENUM (EntAgent, function, N_("Function"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_function_enum),
  ENT_REF (EntAgent, team_id, N_("Team"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_team_get_type),
  ENT_TEXT (EntAgent, e_mail, N_("E-mail"), ENT_COLUMN_SEARCH),
  ENT_TEXT (EntAgent, phone, N_("Phone"), ENT_COLUMN_IN_LIST | ENT_COLUMN_PHONE),
  ENT_ENUM (EntAgent, language, N_("Language"), ENT_COLUMN_FILTER, &ent_agent_language_enum),
  ENT_DATE (EntAgent, active_from, N_("In service from"), 0),
  ENT_DATE (EntAgent, active_to, N_("In service until"), ENT_COLUMN_FILTER),
  ENT_TEXT (EntAgent, login, N_("Login on this network"), ENT_COLUMN_UNIQUE),
  ENT_COMPUTED (EntAgent, team_name, N_("Team"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_staff_sql_team_name),
  ENT_TEXT (EntAgent, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_agent_schema = {
  .table = "agent",
  .number = 1,
  .title = N_("Agent"),
  .plural = N_("Agents"),
  .icon_name = "ent-staff-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_agent_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAgent, ent_agent, ENT_TYPE_RECORD)

static void
ent_agent_class_init (EntAgentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_agent_schema);
}

static void
ent_agent_init (EntAgent *self)
{
}
