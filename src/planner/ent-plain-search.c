/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spends a budget in stages: fresh plans are annealed, plans are bred, the best is annealed again.
 * Each round of annealing has its part of the budget and cools down over it. A search belongs to
 * one thread. */
#include "ent-plain-search.h"

#include <string.h>

#define CHUNK 64

/* Of what others have bred, one in so many offers is taken: pools that share too much become one.
 */
#define FEW_OFFERS 10

/* The first temperature in sixteenths of the mean leg, how often it is halved, and how many visits
 * a step takes out, about. What is started from is not melted. */
typedef enum
{
  COOL_ONE_OF_MANY,
  COOL_ONLY_ONE,
  COOL_WARM,
  COOL_CHILD,
} Cooling;

static const struct
{
  int hot, halvings, removed;
} coolings[] = { { 16, 4, 10 }, { 32, 7, 20 }, { 4, 5, 20 }, { 2, 4, 10 } };

gboolean
ent_plain_elite_is_better (const EntPlainElite *one, const EntPlainElite *other)
{
  return one->penalty != other->penalty ? one->penalty < other->penalty : one->cost < other->cost;
}

void
ent_plain_elite_copy (const EntPlainData *data, EntPlainElite *to, const EntPlainElite *from)
{
  memcpy (to->stops, from->stops, (2 * data->n_places + 2) * sizeof (gint16));
  to->cost = from->cost;
  to->penalty = from->penalty;
}

static void
elite_read (EntPlainElite *elite, const EntPlainChain *chain)
{
  ent_plain_chain_get (chain, elite->stops);
  elite->cost = chain->cost;
  elite->penalty = chain->penalty;
}

static void
note_best (EntPlainSearch *search)
{
  if (ent_plain_elite_is_better (&search->lowest, &search->best))
    ent_plain_elite_copy (search->chain->data, &search->best, &search->lowest);
}

/* From what the chain holds. */
static void
begin_cooling (EntPlainSearch *search, int kind, int from, int until)
{
  search->kind = kind;
  search->from = from;
  search->until = until;
  search->chain->mean_removed = coolings[kind].removed;
  ent_plain_recreate (search->chain, G_MAXINT64);
  ent_plain_chain_keep (search->chain);
  elite_read (&search->lowest, search->chain);
}

static void
begin_fresh (EntPlainSearch *search, int round)
{
  const EntPlainSchedule *schedule = &search->schedule;
  gint64 part = schedule->anneal_until;
  int kind = schedule->n_fresh > 1 ? COOL_ONE_OF_MANY : COOL_ONLY_ONE;

  search->round = round;
  if (round > 0)
    ent_plain_chain_clear (search->chain);
  else if (schedule->is_warm)
    kind = COOL_WARM;
  begin_cooling (search, kind, (int) (part * round / schedule->n_fresh),
                 (int) (part * (round + 1) / schedule->n_fresh));
}

static void
begin_polish (EntPlainSearch *search, int spent)
{
  gboolean is_whole = search->best.penalty == 0;

  search->stage = ENT_PLAIN_POLISH;
  ent_plain_chain_set (search->chain, search->best.stops);
  begin_cooling (search, is_whole ? COOL_WARM : COOL_ONLY_ONE, spent, ENT_PLAIN_WHOLE);
}

/* Founds the pool with a plan that a round has found. */
static void
found_pool (EntPlainSearch *search)
{
  if (search->lowest.penalty > 0 || search->schedule.breed_until <= search->schedule.anneal_until)
    return;
  if (search->genetic == NULL)
    search->genetic = ent_plain_genetic_new (search->chain->data, search->chain,
                                             &search->schedule.breeding);
  ent_plain_genetic_take (search->genetic, search->lowest.stops);
}

static void
end_fresh (EntPlainSearch *search, int spent)
{
  note_best (search);
  found_pool (search);
  if (search->round + 1 < search->schedule.n_fresh)
    begin_fresh (search, search->round + 1);
  else if (search->genetic != NULL)
    search->stage = ENT_PLAIN_BREED;
  else
    begin_polish (search, spent);
}

static void
enter_stage (EntPlainSearch *search, int spent)
{
  while (search->stage == ENT_PLAIN_FRESH && spent >= search->until)
    end_fresh (search, spent);
  if (search->stage == ENT_PLAIN_BREED && spent >= search->schedule.breed_until)
    begin_polish (search, spent);
}

/* In 1/65536 of cost; @spent is past the beginning of the round. */
static gint64
temperature (const EntPlainSearch *search, int spent)
{
  gint64 elapsed = spent - search->from, length = MAX (1, search->until - search->from);
  gint64 exponent = coolings[search->kind].halvings * 65536 * CLAMP (elapsed, 0, length) / length;

  return coolings[search->kind].hot * (gint64) search->chain->data->mean_leg *
         ent_random_halve ((guint32) exponent) / 16;
}

static void
anneal (EntPlainSearch *search, gint64 hot, int steps)
{
  EntPlainChain *chain = search->chain;

  for (int i = 0; i < steps; i++)
    {
      ent_plain_step (chain, hot);
      if (chain->penalty < search->lowest.penalty ||
          (chain->penalty == search->lowest.penalty && chain->cost < search->lowest.cost))
        elite_read (&search->lowest, chain);
    }
}

/* Anneals a child for a short time. */
static void
mutate (EntPlainSearch *search)
{
  int steps = search->schedule.mutation * search->chain->data->n_visits, i;

  ent_plain_chain_set (search->chain, search->genetic->child);
  begin_cooling (search, COOL_CHILD, 0, steps);
  for (i = 0; i < steps; i += CHUNK)
    anneal (search, temperature (search, i), CHUNK);
  ent_plain_genetic_take (search->genetic, search->lowest.stops);
  note_best (search);
}

static void
breed (EntPlainSearch *search)
{
  EntPlainGenetic *genetic = search->genetic;
  const EntPlainData *data = search->chain->data;

  if (!ent_plain_genetic_breed (genetic))
    return;
  if (genetic->worth.cost < search->best.cost)
    {
      EntPlainElite found = { genetic->child, genetic->worth.cost, 0 };

      ent_plain_elite_copy (data, &search->best, &found);
    }
  if (search->schedule.mutation > 0 &&
      ent_random_once_in (&search->chain->random, search->schedule.mutated))
    mutate (search);
}

void
ent_plain_search_begin (EntPlainSearch *search)
{
  begin_fresh (search, 0);
  note_best (search);
}

void
ent_plain_search_run (EntPlainSearch *search,
                      int until,
                      EntPlainSpentFunc spent_func,
                      gpointer data,
                      GCancellable *cancellable)
{
  int spent;

  while (search->chain->data->n_visits > 0 &&
         (spent = spent_func (search->chain->iterations, data)) < until &&
         !g_cancellable_is_cancelled (cancellable))
    {
      enter_stage (search, spent);
      if (search->stage == ENT_PLAIN_BREED)
        {
          breed (search);
        }
      else
        {
          anneal (search, temperature (search, spent), CHUNK);
          note_best (search);
        }
    }
}

void
ent_plain_search_show (const EntPlainSearch *search, EntPlainElite *shown)
{
  if (search->stage == ENT_PLAIN_BREED || search->schedule.n_fresh > 1)
    ent_plain_elite_copy (search->chain->data, shown, &search->best);
  else
    elite_read (shown, search->chain);
}

void
ent_plain_search_take (EntPlainSearch *search, const EntPlainElite *found, gboolean go_on)
{
  if (search->stage == ENT_PLAIN_BREED && ++search->n_offers % FEW_OFFERS != 0)
    return;
  if (search->genetic != NULL && search->stage != ENT_PLAIN_POLISH)
    {
      if (found->penalty == 0)
        ent_plain_genetic_take (search->genetic, found->stops);
    }
  else if (go_on)
    ent_plain_chain_set (search->chain, found->stops);
  if (ent_plain_elite_is_better (found, &search->best))
    ent_plain_elite_copy (search->chain->data, &search->best, found);
}

void
ent_plain_elite_init (EntPlainElite *elite, const EntPlainData *data)
{
  elite->stops = g_new0 (gint16, 2 * data->n_places + 2);
  elite->cost = elite->penalty = G_MAXINT64;
}

EntPlainSearch *
ent_plain_search_new (const EntPlainData *data,
                      const EntPlainSchedule *schedule,
                      guint64 seed,
                      int worker)
{
  EntPlainSearch *search = g_new0 (EntPlainSearch, 1);

  search->chain = ent_plain_chain_new (data, seed, (guint64) worker);
  search->schedule = *schedule;
  ent_plain_elite_init (&search->lowest, data);
  ent_plain_elite_init (&search->best, data);
  return search;
}

void
ent_plain_search_free (EntPlainSearch *search)
{
  ent_plain_genetic_free (search->genetic);
  ent_plain_chain_free (search->chain);
  g_free (search->lowest.stops);
  g_free (search->best.stops);
  g_free (search);
}
