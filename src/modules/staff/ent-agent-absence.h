/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When an agent is away, and who stands in. Record. */

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

/* Both days are days of absence, from a time of the first and until a time of the last. */
struct _EntAgentAbsence
{
  EntRecord parent_instance;

  gint64 agent_id;
  gint32 from_day;
  int from_time; /* minutes of the day; empty: from its beginning */
  gint32 to_day;
  int to_time; /* empty: until the end of the day */
  int kind;
  gint64 stand_in_id;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_agent_absence_schema)

G_END_DECLS
