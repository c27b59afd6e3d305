/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A team or service of the centre. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_TEAM (ent_team_get_type ())
G_DECLARE_FINAL_TYPE (EntTeam, ent_team, ENT, TEAM, EntRecord)

struct _EntTeam
{
  EntRecord parent_instance;

  char *name;
  char *e_mail;
  char *phone;
  gboolean active;
};

ENT_DECLARE_SCHEMA (ent_team_schema)

G_END_DECLS
