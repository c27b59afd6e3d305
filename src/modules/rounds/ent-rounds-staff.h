/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who works in a picture of home care, when, and under which law. Plain data, any thread. */

#pragma once

#include "ent-carer.h"
#include "ent-road-mode.h"

G_BEGIN_DECLS

/* What the law asks of the work of a day, in minutes; 0: nothing. */
typedef struct
{
  int rest; /* between the work of two days */
  int break_length, break_after; /* so long a break when more than that is worked */
} EntRoundsHours;

typedef struct
{
  gint64 id;
  gint64 agent_id;
  char *name;
  int kind; /* EntCarerKind */
  int colour; /* 1 to ENT_CARER_COLOURS */
  EntRoadMode mode;
  int weekly_minutes, daily_minutes; /* ENT_INT_NONE: not said */
  gboolean avoids_dogs, avoids_cats, avoids_smoke;
  int start_place, end_place; /* ENT_ROUNDS_NONE: not known, ways there are not counted */
  /* End of the last visit that began in the two days before the picture, start of the first in the
   * two days behind it; ENT_INT_NONE: there is none. */
  int busy_before, busy_after;
} EntRoundsCarer;

/* Working time as the pattern says; away: taken by an absence, which has a name. One that began the
 * day before the picture and reaches into it is there too, from below 0 on. */
typedef struct
{
  int carer;
  int from, to;
  gboolean is_away;
  char *reason; /* translated; NULL unless away */
} EntRoundsShift;

G_END_DECLS
