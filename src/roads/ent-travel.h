/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is learned from the travel times of the past: how much longer, or shorter, a way takes than
 * the map says, for each way of getting about and part of the day. Pure; any thread. */
#pragma once

#include <glib.h>

#include "ent-road-mode.h"

G_BEGIN_DECLS

/* Parts of a day that drive alike. */
typedef enum
{
  ENT_TRAVEL_QUIET, /* before 7:00 and from 18:30 */
  ENT_TRAVEL_MORNING, /* 7:00–9:00: people go to work and school */
  ENT_TRAVEL_DAY, /* 9:00–15:30 */
  ENT_TRAVEL_EVENING, /* 15:30–18:30: and come back */
  ENT_TRAVEL_N_SLOTS
} EntTravelSlot;

/* Of a minute after midnight, 0–1439. */
EntTravelSlot ent_travel_slot (guint minute);

/* One trip: what was foretold without any factor, and what it took, in seconds. */
typedef struct
{
  EntRoadMode mode;
  EntTravelSlot slot;
  double predicted, real;
} EntTravelObservation;

/* The bounds of a factor. */
#define ENT_TRAVEL_LEAST_FACTOR 0.5
#define ENT_TRAVEL_MOST_FACTOR 3.0

typedef struct
{
  double factor[ENT_ROAD_N_MODES][ENT_TRAVEL_N_SLOTS];
  guint n[ENT_ROAD_N_MODES][ENT_TRAVEL_N_SLOTS]; /* trips that it was learned from */
} EntTravelFactors;

/* All 1, learned from nothing. */
void ent_travel_factors_init (EntTravelFactors *self);

/* Each factor is the median of real ÷ predicted over the trips of its mode and part of the day, so
 * that one flat tyre changes nothing; drawn towards 1 as long as there are few (half of the way, on
 * a logarithmic scale, at eight trips); and kept within the bounds. Trips of less than a minute,
 * and ratios beyond 1:10 or 10:1, are slips and left out. What was learned before is forgotten. */
void ent_travel_factors_learn (EntTravelFactors *self,
                               const EntTravelObservation *trips,
                               gsize n_trips);

/* Milliseconds of the map as seconds of a part of the day, rounded. @self may be NULL. */
guint32 ent_travel_factors_seconds (const EntTravelFactors *self,
                                    EntRoadMode mode,
                                    EntTravelSlot slot,
                                    guint32 milliseconds);

G_END_DECLS
