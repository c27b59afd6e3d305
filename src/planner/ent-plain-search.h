/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One worker of the plain kernel: anneals plans of its own, then children of its best ones. */
#pragma once

#include "ent-plain-genetic.h"

G_BEGIN_DECLS

#define ENT_PLAIN_ELITE 20

/* A whole budget; parts of it are counted in this. */
#define ENT_PLAIN_WHOLE (1 << 30)

/* A plan as ent_plain_chain_get () writes it, and what it is worth. */
typedef struct
{
  gint16 *stops;
  gint64 cost, penalty;
} EntPlainElite;

/* How the budget is spent: @n_fresh plans from nothing, then @n_children. One fresh plan takes the
 * whole. */
typedef struct
{
  int n_fresh, n_children;
  gboolean is_warm; /* the first plan is there already */
  int breed_from; /* the spent part of the budget from which plans are bred; more: never */
} EntPlainSchedule;

typedef struct
{
  EntPlainChain *chain;
  EntPlainSchedule schedule;
  EntPlainElite elite[ENT_PLAIN_ELITE];
  int n_elite;
  EntPlainElite lowest; /* of this round */
  EntPlainElite best;
  gint16 *child;
  int round; /* -1: not begun */
  EntPlainGenetic *genetic; /* NULL until it begins */
} EntPlainSearch;

/* The spent part of the budget, 0 to ENT_PLAIN_WHOLE. */
typedef int (*EntPlainSpentFunc) (gint64 iterations, gpointer data);

EntPlainSearch *ent_plain_search_new (const EntPlainData *data,
                                      const EntPlainSchedule *schedule,
                                      guint64 seed,
                                      int worker);
void ent_plain_search_free (EntPlainSearch *search);

/* The first plan, from what the chain holds: to be called once, before the rest. */
void ent_plain_search_begin (EntPlainSearch *search);

/* Goes on until @spent tells @until or more, or @cancellable is cancelled. */
void ent_plain_search_run (EntPlainSearch *search,
                           int until,
                           EntPlainSpentFunc spent,
                           gpointer data,
                           GCancellable *cancellable);

/* Takes over what another worker found: goes on from it while one plan is annealed, keeps it among
 * the parents of children otherwise. */
void ent_plain_search_take (EntPlainSearch *search, const EntPlainElite *found, gboolean go_on);

/* What the others should know: the plan under change while one is annealed, the best otherwise. */
void ent_plain_search_show (const EntPlainSearch *search, EntPlainElite *shown);

gboolean ent_plain_elite_is_better (const EntPlainElite *one, const EntPlainElite *other);
void ent_plain_elite_init (EntPlainElite *elite, const EntPlainData *data);
void ent_plain_elite_copy (const EntPlainData *data, EntPlainElite *to, const EntPlainElite *from);

/* Writes a plan that has some routes of one plan and what they leave of the other's. */
void ent_plain_cross (EntPlainChain *chain, const gint16 *one, const gint16 *other, gint16 *child);

G_END_DECLS
