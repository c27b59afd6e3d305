/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days on which an agent is away, and who stands in. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_ABSENCE_LEAVE = 1,
  ENT_ABSENCE_SICKNESS,
  ENT_ABSENCE_TRAINING,
  ENT_ABSENCE_OTHER
} EntAbsenceKind;

extern const EntEnum ent_absence_kind_enum;

#define ENT_TYPE_AGENT_ABSENCE (ent_agent_absence_get_type ())
G_DECLARE_FINAL_TYPE (EntAgentAbsence, ent_agent_absence, ENT, AGENT_ABSENCE, EntRecord)

/* Both days are days of absence. */
struct _EntAgentAbsence
{
  EntRecord parent_instance;

  gint64 agent_id;
  gint32 from_day;
  gint32 to_day;
  int kind;
  gint64 stand_in_id;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_agent_absence_schema)

G_END_DECLS
