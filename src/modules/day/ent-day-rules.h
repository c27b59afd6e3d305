/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a visit stands at a moment: under way, late, done. Pure functions, any thread; the moment is
 * an argument. */

#pragma once

#include "ent-visit.h"

G_BEGIN_DECLS

#define ENT_DAY_MINUTES 1440

/* A time on the clock of Belgium. */
typedef struct
{
  gint32 day;
  int minutes; /* since its midnight */
} EntDayMoment;

typedef enum
{
  ENT_DAY_TO_PLACE, /* nobody comes, or at no time yet */
  ENT_DAY_AHEAD,
  ENT_DAY_UNDER_WAY,
  ENT_DAY_LATE, /* should have been reported */
  ENT_DAY_DONE,
  ENT_DAY_NOBODY_HOME,
  ENT_DAY_CANCELLED,
  ENT_DAY_REPLACED,
  ENT_DAY_N_STANDINGS
} EntDayStanding;

/* How long a report may take to come. */
typedef struct
{
  int grace; /* minutes */
  gboolean from_start; /* counted from the beginning of the visit, else from its end */
} EntDayPatience;

#define ENT_DAY_GRACE 15

/* Now, as ent_day_today () and ent_clock_now () have it. */
EntDayMoment ent_day_now (void);
/* Minutes that really pass; negative when @to comes first. */
int ent_day_minutes_between (EntDayMoment from, EntDayMoment to);
/* Where the clock stands so many minutes later. */
EntDayMoment ent_day_moment_after (EntDayMoment from, int minutes);
/* Negative, 0, positive: which comes first on the clock. */
int ent_day_moment_compare (EntDayMoment a, EntDayMoment b);

/* What it takes to say how a visit stands. */
typedef struct
{
  int state; /* EntVisitState */
  gint64 carer_id;
  EntDayMoment start; /* ENT_INT_NONE minutes: none yet */
  int minutes;
} EntDayPlanned;

/* @late_by may be NULL; minutes since the start, or end, that no report followed. */
EntDayStanding ent_day_stand (const EntDayPlanned *planned,
                              EntDayMoment now,
                              const EntDayPatience *patience,
                              int *late_by);
/* The end has passed and nobody said how it went, grace or not. */
gboolean ent_day_wants_report (const EntDayPlanned *planned, EntDayMoment now);

/* Minutes of a visit that was done, by what was noted; ENT_INT_NONE when times are missing. */
int ent_day_minutes_done (gint32 day, int began, int ended);

G_END_DECLS
