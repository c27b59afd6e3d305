/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breeds plans: crosses two, improves the child, keeps it when it is worth it. Children may come
 * too late and load too much against fines that follow how many do. Belongs to one thread. */
#pragma once

#include "ent-plain-pool.h"

G_BEGIN_DECLS

/* How many fresh plans are made before the first crossing, and what a pool shrinks to and grows to.
 */
typedef struct
{
  int n_fresh, least, most;
} EntPlainBreeding;

typedef struct
{
  EntPlainBreeding breeding;
  EntPlainChain *chain; /* borrowed: random numbers and room to cross */
  EntPlainLocal *local;
  EntPlainPool *kept, *broken; /* rules kept, rules broken */
  gint16 *child;
  gint8 *origins; /* of the child's routes */
  EntPlainWorth worth; /* of the child */
  int n_bred;
  int n_tried, n_in_time, n_in_load; /* since the fines were set */
  gint64 load_fine, warp_fine;
  gint64 least; /* cost, since the pools were cleared */
  int n_idle; /* children since then */
} EntPlainGenetic;

EntPlainGenetic *ent_plain_genetic_new (const EntPlainData *data,
                                        EntPlainChain *chain,
                                        const EntPlainBreeding *breeding);
void ent_plain_genetic_free (EntPlainGenetic *genetic);

/* Adds a plan that others found. */
void ent_plain_genetic_take (EntPlainGenetic *genetic, const gint16 *stops);

/* Breeds one child; TRUE when it keeps every rule, with it in @genetic->child. The work done is
 * added to the iterations of the chain. */
gboolean ent_plain_genetic_breed (EntPlainGenetic *genetic);

/* Writes a plan that has some routes of one plan and what they leave of the other's. @origins tells
 * which routes are whole: 1 the one's, 2 the other's, else 0. */
void ent_plain_cross (EntPlainChain *chain,
                      const gint16 *const parents[2],
                      gint16 *child,
                      gint8 *origins);

G_END_DECLS
