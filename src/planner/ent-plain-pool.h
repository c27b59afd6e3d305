/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that the genetic search breeds from: cheap ones that differ from each other. A pool
 * belongs to one thread. */
#pragma once

#include "ent-plain-local.h"

G_BEGIN_DECLS

#define ENT_PLAIN_POOL_MOST 65

typedef struct
{
  gint16 *stops; /* as ent_plain_chain_get () writes a plan */
  gint16 *next, *prev; /* of each visit; 0: none */
  EntPlainWorth worth;
  gint64 weighed; /* with fines */
  int rank; /* of cost and difference; the least is the best */
} EntPlainMember;

typedef struct
{
  const EntPlainData *data;
  EntPlainMember members[ENT_PLAIN_POOL_MOST + 1];
  int apart[ENT_PLAIN_POOL_MOST + 1][ENT_PLAIN_POOL_MOST + 1]; /* edges that differ */
  int n, least, most;
} EntPlainPool;

/* Grows to @most (up to ENT_PLAIN_POOL_MOST), then shrinks to @least. */
EntPlainPool *ent_plain_pool_new (const EntPlainData *data, int least, int most);
void ent_plain_pool_free (EntPlainPool *pool);
void ent_plain_pool_clear (EntPlainPool *pool);

/* A full pool loses those that are worth least. */
void ent_plain_pool_add (EntPlainPool *pool,
                         const EntPlainLocal *local,
                         const gint16 *stops,
                         const EntPlainWorth *worth);
/* Ranks all members by today's fines. */
void ent_plain_pool_rank (EntPlainPool *pool, const EntPlainLocal *local);

G_END_DECLS
