/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improves a whole plan by small moves until none is left that pays. Coming too late and loading
 * too much are allowed against fines. A local search belongs to one thread. */
#pragma once

#include "ent-plain-private.h"

G_BEGIN_DECLS

/* Costs with fines are counted in so many parts of a unit of cost. */
#define ENT_PLAIN_FINE 16

/* A visit, under its number, or an end of a tour. Warp is time travelled back to be in time. */
typedef struct
{
  int place; /* 0: an end of a tour */
  int prev, next;
  int tour, position;
  int leave; /* earliest end of the service */
  int latest; /* whoever comes later warps more */
  int load; /* up to and with this visit */
  gint64 warp_to, warp_from; /* up to and with this visit; from here on if one is there by latest */
} EntPlainNode;

typedef struct
{
  int first, last; /* the ends */
  int length, load;
  gint64 cost, warp;
  gint64 fine;
  guint changed; /* when last, in moves */
  int origin; /* the plan it was copied from and is still as there; 0: none */
} EntPlainTour;

typedef struct
{
  const EntPlainData *data;
  EntRandom *random;
  EntPlainNode *nodes;
  EntPlainTour *tours; /* data->n_slots */
  gint16 *near; /* for each visit n_near others; negative: to be followed, else to follow */
  int n_near;
  guint *tested; /* by visit, in moves */
  gint16 *order;
  guint n_moves;
  gint64 load_fine, warp_fine; /* of one unit, in 1/ENT_PLAIN_FINE of cost */
  gint64 work; /* pairs looked at */
} EntPlainLocal;

/* What a plan is worth; whole plans have all visits. */
typedef struct
{
  gint64 cost, warp, excess;
} EntPlainWorth;

EntPlainLocal *ent_plain_local_new (const EntPlainData *data, EntRandom *random);
void ent_plain_local_free (EntPlainLocal *local);

/* Takes a plan as ent_plain_chain_get () writes it and puts in what it leaves out, wherever it
 * costs least. @origins, or NULL, tells for each route which improved plan it comes from whole: two
 * routes of one plan have nothing left to give each other. */
void ent_plain_local_set (EntPlainLocal *local, const gint16 *plan, const gint8 *origins);
EntPlainWorth ent_plain_local_get (const EntPlainLocal *local, gint16 *plan);
void ent_plain_local_run (EntPlainLocal *local);
void ent_plain_local_set_fines (EntPlainLocal *local, gint64 load_fine, gint64 warp_fine);

void ent_plain_local_refresh (EntPlainLocal *local, int tour);
/* Makes the best of what the edge from @v to @u would bring; whether a move was made. */
gboolean ent_plain_local_try (EntPlainLocal *local, int u, int v);

/* On the way along a tour, with warp so far. */
typedef struct
{
  int place, leave;
  gint64 warp;
} EntPlainWalk;

static inline int
ent_plain_leg (const EntPlainData *data, int from, int to)
{
  return data->cost_to[(gsize) from * data->n_places + to];
}

static inline EntPlainWalk
ent_plain_walk_from (const EntPlainNode *node)
{
  return (EntPlainWalk) { node->place, node->leave, node->warp_to };
}

static inline void
ent_plain_walk_on (const EntPlainData *data, EntPlainWalk *walk, int place)
{
  const EntPlainVisit *visit = &data->visits[place];
  int begin = walk->leave + data->time_to[(gsize) walk->place * data->n_places + place];

  begin = MAX (begin, visit->ready);
  if (begin > visit->due)
    {
      walk->warp += begin - visit->due;
      begin = visit->due;
    }
  walk->leave = begin + visit->service;
  walk->place = place;
}

/* The warp of the whole tour that goes on with @rest. */
static inline gint64
ent_plain_walk_end (const EntPlainData *data, const EntPlainWalk *walk, const EntPlainNode *rest)
{
  int begin = walk->leave + data->time_to[(gsize) walk->place * data->n_places + rest->place];

  return walk->warp + rest->warp_from + MAX (0, begin - rest->latest);
}

static inline gint64
ent_plain_fine (const EntPlainLocal *local, gint64 warp, int load)
{
  return warp * local->warp_fine + MAX (0, load - local->data->capacity) * local->load_fine;
}

G_END_DECLS
