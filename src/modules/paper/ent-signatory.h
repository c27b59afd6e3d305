/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs for the centre, in which capacity, from when to when. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_SIGNATORY (ent_signatory_get_type ())
G_DECLARE_FINAL_TYPE (EntSignatory, ent_signatory, ENT, SIGNATORY, EntRecord)

struct _EntSignatory
{
  EntRecord parent_instance;

  int role;
  gint64 agent_id;
  char *agent_name; /* computed */
  char *title_fr; /* "La Directrice générale" */
  char *title_nl;
  char *title_de;
  gint32 from_day;
  gint32 to_day; /* last day */
  char *delegation; /* reference of the act that delegates the signature */
};

ENT_DECLARE_SCHEMA (ent_signatory_schema)

G_END_DECLS
