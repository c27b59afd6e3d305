/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the plain kernel share: the prepared problem, and a chain, which is a plan of
 * routes in flat arrays under change. The problem is read by all threads, a chain belongs to one.
 */
#pragma once

#include "ent-plain.h"
#include "ent-random.h"

G_BEGIN_DECLS

#define ENT_PLAIN_NEVER G_MAXINT32
#define ENT_PLAIN_MOST_REMOVED 20

/* Place 0 is the depot. A visit reads one row of "to" (from the visit to the place) and one of
 * "from" (from the place to the visit). */
typedef struct
{
  int n_visits, n_places, n_slots, capacity, row;
  EntPlainVisit *visits;
  int *cost_to, *cost_from, *time_to, *time_from;
  int *penalties;
  gint64 weight; /* of one unit of penalty, in cost */
  gint16 *near; /* for each visit all visits, closest in place and time first; n_visits a row */
  int *round_trip; /* cost of a route of this visit alone; ENT_PLAIN_NEVER: not possible */
  int mean_leg;
} EntPlainData;

/* Stops 0 and length + 1 of a route are the depot. */
typedef struct
{
  int place;
  int leave; /* earliest end of the service */
  int latest; /* latest start of the service */
  int leg; /* cost to the next stop */
  int trip; /* time to the next stop */
} EntPlainStop;

typedef struct
{
  int length; /* visits; 0: the slot is free */
  int load;
  int cost;
  guint32 version; /* another one whenever the stops become others */
} EntPlainRoute;

/* The cheapest place for a visit in a route of that version. */
typedef struct
{
  guint32 version;
  int detour; /* ENT_PLAIN_NEVER: none */
  int after;
} EntPlainCached;

typedef struct
{
  const EntPlainData *data;
  EntRandom random;
  int mean_removed; /* visits taken out in a step, about; to ENT_PLAIN_MOST_REMOVED */
  EntPlainRoute *routes;
  EntPlainStop *stops; /* data->row a route */
  EntPlainCached *cached; /* data->n_slots a visit */
  gint16 *route_of; /* by place; -1: unplaced */
  gint16 *unplaced;
  int n_unplaced;
  int n_used; /* routes at and above are free */
  guint32 last_version;
  gint64 cost; /* of the routes */
  gint64 penalty; /* of the unplaced */

  /* What the step under way has changed, as it was. */
  int *touched;
  int n_touched;
  gboolean *is_touched;
  EntPlainRoute *old_routes;
  EntPlainStop *old_stops;
  gint16 *old_unplaced;
  int n_old_unplaced;
  gint64 old_cost, old_penalty;
  int *keys;

  gint64 iterations;
} EntPlainChain;

EntPlainData *ent_plain_data_new (const EntPlainProblem *problem);
void ent_plain_data_free (EntPlainData *data);

EntPlainChain *ent_plain_chain_new (const EntPlainData *data, guint64 seed, guint64 stream);
void ent_plain_chain_free (EntPlainChain *chain);
void ent_plain_chain_clear (EntPlainChain *chain);
void ent_plain_chain_set (EntPlainChain *chain, const gint16 *plan);
/* As far as it can be driven: visits named twice, that come too late or for which there is no room
 * are left out. */
void ent_plain_chain_start (EntPlainChain *chain, const int *plan, int n);
int ent_plain_chain_get (const EntPlainChain *chain, gint16 *plan);

/* Touching a route keeps it for ent_plain_chain_undo (). */
void ent_plain_chain_touch (EntPlainChain *chain, int route);
void ent_plain_chain_keep (EntPlainChain *chain);
void ent_plain_chain_undo (EntPlainChain *chain);
void ent_plain_route_insert (EntPlainChain *chain, int route, int after, int visit);
void ent_plain_route_remove (EntPlainChain *chain, int route, int first, int count);
void ent_plain_route_refresh (EntPlainChain *chain, int route);
int ent_plain_chain_new_route (EntPlainChain *chain);

/* Ruin, recreate, accept or undo; @temperature in 1/65536 of cost. */
void ent_plain_step (EntPlainChain *chain, gint64 temperature);
gboolean ent_plain_recreate (EntPlainChain *chain, gint64 limit);

static inline EntPlainStop *
ent_plain_stops (const EntPlainChain *chain, int route)
{
  return chain->stops + (gsize) route * chain->data->row;
}

static inline const int *
ent_plain_row (const EntPlainData *data, const int *matrix, int place)
{
  return matrix + (gsize) place * data->n_places;
}

static inline gint64
ent_plain_chain_weighed (const EntPlainChain *chain)
{
  return chain->cost + chain->penalty * chain->data->weight;
}

G_END_DECLS
