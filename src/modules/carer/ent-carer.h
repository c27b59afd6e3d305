/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agent of the centre who gives care in people's homes. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CARER (ent_carer_get_type ())
G_DECLARE_FINAL_TYPE (EntCarer, ent_carer, ENT, CARER, EntRecord)

struct _EntCarer
{
  EntRecord parent_instance;

  gint64 agent_id;
  char *agent_name; /* computed */
  int kind;
  char *team_name; /* computed */
  int weekly_minutes; /* of the contract */
  int daily_minutes; /* most in one day */
  int travel_mode;
  gint64 vehicle_id;
  gboolean has_licence;
  /* Where the working day begins and ends: see ent-carer-place.h. */
  int start_kind;
  char *start_address;
  int start_latitude, start_longitude; /* 1e-7 degrees, WGS 84 */
  char *start_placed_for; /* the folded address that the position was found for */
  int end_kind;
  char *end_address;
  int end_latitude, end_longitude;
  char *end_placed_for;
  gboolean speaks_fr, speaks_nl, speaks_de, speaks_en;
  char *other_languages;
  gboolean avoids_dogs, avoids_cats, avoids_smoke; /* an allergy or a fear */
  char *avoids_other;
  int colour; /* 1 to ENT_CARER_COLOURS */
  gint32 from_day;
  gint32 to_day; /* last day */
  char *in_service; /* computed: a sign, or NULL */
  char *note;
  char *sort_key;
};

ENT_DECLARE_SCHEMA (ent_carer_schema)

G_END_DECLS
