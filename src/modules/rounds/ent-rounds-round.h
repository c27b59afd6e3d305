/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of one carer: visits in the order of time, and the ways between them. Any thread. */

#pragma once

#include "ent-rounds-week.h"

G_BEGIN_DECLS

#define ENT_ROUNDS_DAY 1440

/* A visit that a carer makes. Stops of one round are joined by ways; a round begins and ends where
 * the shift does. */
typedef struct
{
  int visit;
  int from, to;
  int shift; /* in which it begins, ENT_ROUNDS_NONE */
  int day; /* of work: that on which the shift begins */
} EntRoundsStop;

typedef struct
{
  int minutes; /* at people's homes */
  int work; /* with the ways between them */
  int travel, metres; /* with those from the start and to the end */
} EntRoundsSums;

/* The day of a time; also before the picture. */
int ent_rounds_day_of (int time);

/* Days from the Monday of its calendar week to a day of the picture. */
int ent_rounds_days_since_monday (const EntRoundsWeek *week, int day);

/* What the visit would be in the carer's round. */
EntRoundsStop ent_rounds_stop_make (const EntRoundsWeek *week, int visit, int carer, int start);
gboolean ent_rounds_stop_joins (const EntRoundsStop *a, const EntRoundsStop *b);

/* Minutes between two stops; NULL stands for where the carer starts, or ends. @metres may be NULL.
 */
int ent_rounds_stop_way (const EntRoundsWeek *week,
                         int carer,
                         const EntRoundsStop *from,
                         const EntRoundsStop *to,
                         int *metres);

/* Of stops in order. */
void ent_rounds_stops_sum (const EntRoundsWeek *week,
                           int carer,
                           const EntRoundsStop *stops,
                           guint n,
                           EntRoundsSums *sums);

/* Seconds on the way as the crow flies, on roads that wind. */
int ent_rounds_week_estimate (const EntRoundsWeek *week,
                              EntRoadMode mode,
                              int from,
                              int to,
                              int *metres);

/* The carer's shifts in the picture: from @first to before @end. */
void ent_rounds_week_shifts_of (const EntRoundsWeek *week, int carer, int *first, int *end);

G_END_DECLS
