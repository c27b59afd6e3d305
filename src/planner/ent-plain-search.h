/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One worker of the plain kernel: anneals plans, breeds from them, anneals the best once more. */
#pragma once

#include "ent-plain-genetic.h"

G_BEGIN_DECLS

/* A whole budget; parts of it are counted in this. */
#define ENT_PLAIN_WHOLE (1 << 30)

/* A plan as ent_plain_chain_get () writes it, and what it is worth. */
typedef struct
{
  gint16 *stops;
  gint64 cost, penalty;
} EntPlainElite;

/* How the budget is spent: @n_fresh plans from nothing, then children of plans, then the best is
 * annealed again. Only plans that leave nothing out have children; without them, it is all
 * annealing. */
typedef struct
{
  int n_fresh;
  gboolean is_warm; /* the first plan is there already */
  int anneal_until, breed_until; /* spent parts of the budget */
  int mutated, mutation; /* one of so many children is annealed for so many steps a visit */
  EntPlainBreeding breeding;
} EntPlainSchedule;

typedef enum
{
  ENT_PLAIN_FRESH,
  ENT_PLAIN_BREED,
  ENT_PLAIN_POLISH,
} EntPlainStage;

typedef struct
{
  EntPlainChain *chain;
  EntPlainSchedule schedule;
  EntPlainStage stage;
  int from, until; /* of the round of annealing under way */
  int round;
  int kind; /* of its cooling */
  EntPlainElite lowest; /* of this round */
  EntPlainElite best;
  int n_offers; /* by other workers, while plans are bred */
  EntPlainGenetic *genetic; /* NULL where nothing is bred */
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

/* Takes over what another worker found: among the parents while plans are bred, else, when told to
 * @go_on, in place of the plan under change. */
void ent_plain_search_take (EntPlainSearch *search, const EntPlainElite *found, gboolean go_on);

/* What the others should know: the plan under change while one is annealed, the best otherwise. */
void ent_plain_search_show (const EntPlainSearch *search, EntPlainElite *shown);

gboolean ent_plain_elite_is_better (const EntPlainElite *one, const EntPlainElite *other);
void ent_plain_elite_init (EntPlainElite *elite, const EntPlainData *data);
void ent_plain_elite_copy (const EntPlainData *data, EntPlainElite *to, const EntPlainElite *from);

G_END_DECLS
