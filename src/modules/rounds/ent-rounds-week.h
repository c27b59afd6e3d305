/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Some days of home care as they stand: who works when, whose visits are to be made, and the ways
 * between. A picture of the register, never changed once it is read; any thread. Times are minutes
 * since the midnight before the first day (a later day adds 1,440, whatever the clock does). */

#pragma once

#include "ent-care-activity.h"
#include "ent-geo.h"
#include "ent-rounds-staff.h"
#include "ent-visit.h"

G_BEGIN_DECLS

#define ENT_ROUNDS_NONE (-1)

typedef struct
{
  gint64 person_id;
  char *name;
  int place; /* ENT_ROUNDS_NONE: the address has no place on the map */
  gboolean has_dog, has_cat, smokes;
  guint64 away; /* bits of the days on which the person is not at home */
  int most_carers; /* ENT_INT_NONE: no wish */
} EntRoundsClient;

typedef struct
{
  gint64 id;
  int version; /* of the record as it was read */
  gint64 need_id; /* that it follows from; 0: none */
  int place; /* which of two carers; ENT_INT_NONE */
  int client;
  int carer; /* ENT_ROUNDS_NONE: to place, or a carer who is not in the picture */
  int day; /* 0: the first */
  int start; /* ENT_ROUNDS_NONE: to place */
  int minutes;
  EntVisitState state;
  gboolean is_locked, is_exception;
  EntCarePriority priority;
  int carer_kind; /* who may do it; 0: any */
  char *activity;
  /* Hard, of the whole visit. When nothing is asked: a start on its day, whenever it ends. */
  int earliest, latest;
  int wished_from, wished_to; /* soft, of the whole visit; ENT_ROUNDS_NONE */
  int fixed_at; /* ENT_ROUNDS_NONE */
  int pair; /* the other visit of two carers, ENT_ROUNDS_NONE */
} EntRoundsVisit;

typedef enum
{
  ENT_ROUNDS_WISHED = 1,
  ENT_ROUNDS_REFUSED, /* by the person, for family or after an incident: never again there */
  ENT_ROUNDS_KNOWN, /* has been there in the eight weeks before; see times */
} EntRoundsBondKind;

typedef struct
{
  int client, carer;
  EntRoundsBondKind kind;
  int times; /* visits of the eight weeks before, of ENT_ROUNDS_KNOWN */
} EntRoundsBond;

typedef struct
{
  gint32 first_day;
  int n_days;
  GArray *carers; /* EntRoundsCarer, by sort key */
  GArray *shifts; /* EntRoundsShift, by carer and time */
  GArray *clients; /* EntRoundsClient */
  GArray *visits; /* EntRoundsVisit, by day, start (those without last), id; the cancelled too */
  GArray *bonds; /* EntRoundsBond */
  GArray *places; /* EntPoint */
  GArray *hours; /* EntRoundsHours, of each day */
  GHashTable *by_visit; /* gint64 id → position + 1 in visits */
  /* Of each mode, places × places; NULL until ent_rounds_week_set_ways () */
  int *seconds[ENT_ROAD_N_MODES];
  int *metres[ENT_ROAD_N_MODES];
  gboolean is_estimated; /* ways are as the crow flies: there is no region */
  gatomicrefcount refs;
} EntRoundsWeek;

/* Empty, to be filled by its only owner; then ent_rounds_week_index (). */
EntRoundsWeek *ent_rounds_week_new (gint32 first_day, int n_days);
void ent_rounds_week_index (EntRoundsWeek *self);
EntRoundsWeek *ent_rounds_week_ref (EntRoundsWeek *self);
void ent_rounds_week_unref (EntRoundsWeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoundsWeek, ent_rounds_week_unref)

/* Of a day; those around the picture are as its first or last. */
EntRoundsHours *ent_rounds_week_hours (const EntRoundsWeek *self, int day);
/* Who must rest so long works no longer within a day, whatever the contract leaves open. */
int ent_rounds_week_longest_day (const EntRoundsWeek *self, int day);

/* ENT_ROUNDS_NONE when the visit is not in the picture. */
int ent_rounds_week_find (const EntRoundsWeek *self, gint64 visit_id);

/* Whether the person is not at home that day. */
gboolean ent_rounds_week_is_away (const EntRoundsWeek *self, const EntRoundsVisit *visit);

/* Whether somebody should still come: planned or confirmed. */
gboolean ent_rounds_visit_is_open (const EntRoundsVisit *visit);

/* Whether it takes its carer's time: placed, and neither cancelled nor replaced. */
gboolean ent_rounds_visit_occupies (const EntRoundsVisit *visit);

/* Whether the hours that were agreed allow this start on its day; the minutes that are lacking in
 * @missing, which may be NULL. A window past midnight holds on both of its sides. */
gboolean ent_rounds_visit_allows (const EntRoundsVisit *visit, int start, int *missing);

/* Minutes on the way between two places, and its metres; an unknown place counts as
 * ENT_ROUNDS_UNKNOWN_MINUTES away from everywhere. metres may be NULL. */
#define ENT_ROUNDS_UNKNOWN_MINUTES 10
int ent_rounds_week_way (const EntRoundsWeek *self,
                         EntRoadMode mode,
                         int from,
                         int to,
                         int *metres);

/* What a carer does in the days of the picture: minutes of visits that occupy, minutes on the way
 * and metres, from the start of a shift to its end. Any may be NULL. */
void ent_rounds_week_sum (const EntRoundsWeek *self,
                          int carer,
                          int *minutes,
                          int *travel_minutes,
                          int *metres);

/* What of it counts as work: visits and the ways between them, not those from and to the places
 * where a shift starts and ends. */
int ent_rounds_week_work (const EntRoundsWeek *self, int carer);

G_END_DECLS
