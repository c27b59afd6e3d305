/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Someone who works at the centre. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_FUNCTION_SOCIAL_WORKER = 1,
  ENT_FUNCTION_SECRETARY,
  ENT_FUNCTION_COORDINATOR,
  ENT_FUNCTION_HOME_CARE_COORDINATOR,
  ENT_FUNCTION_MEALS,
  ENT_FUNCTION_DIRECTOR_GENERAL,
  ENT_FUNCTION_FINANCIAL_DIRECTOR,
  ENT_FUNCTION_PRESIDENT,
  ENT_FUNCTION_DPO,
  ENT_FUNCTION_IT,
  ENT_FUNCTION_OTHER,
  ENT_FUNCTION_FAMILY_AIDE,
  ENT_FUNCTION_HOUSEHOLD_AIDE,
  ENT_FUNCTION_HOME_SITTER
} EntFunction;

/* Languages in which an agent works with the public; nicks are ISO 639-1. */
typedef enum
{
  ENT_AGENT_LANGUAGE_FR = 1,
  ENT_AGENT_LANGUAGE_NL,
  ENT_AGENT_LANGUAGE_DE,
  ENT_AGENT_LANGUAGE_EN
} EntAgentLanguage;

extern const EntEnum ent_function_enum;
extern const EntEnum ent_agent_language_enum;

#define ENT_TYPE_AGENT (ent_agent_get_type ())
G_DECLARE_FINAL_TYPE (EntAgent, ent_agent, ENT, AGENT, EntRecord)

struct _EntAgent
{
  EntRecord parent_instance;

  char *last_name;
  char *first_name;
  int function;
  gint64 team_id;
  char *e_mail;
  char *phone;
  int language;
  gint32 active_from;
  gint32 active_to;
  char *login;
  char *team_name; /* computed */
  char *sort_key;
};

ENT_DECLARE_SCHEMA (ent_agent_schema)

G_END_DECLS
