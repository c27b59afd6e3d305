/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spends a budget in rounds of annealing: first fresh plans, then children of the best. Each round
 * has its part of the budget and cools down over it. A search belongs to one thread. */
#include "ent-plain-search.h"

#include <string.h>

#define CHUNK 64

/* Visits that a step takes out where there are many plans, and where there is one. */
#define FEW_REMOVED 10
#define MANY_REMOVED 20

/* The fresh plans' part of the budget where there are children. */
#define FRESH_PART (ENT_PLAIN_WHOLE / 10 * 4)

/* Of fresh plans, of children and of one plan that takes the whole: the first temperature in
 * sixteenths of the mean leg, and how often it is halved. What is started from is not melted. */
static const struct
{
  int hot, halvings;
} coolings[] = { { 16, 4 }, { 5, 4 }, { 32, 7 }, { 4, 5 } };

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

/* The part of the budget that is spent when @round begins. */
static int
round_start (const EntPlainSchedule *schedule, int round)
{
  int fresh = schedule->n_children > 0 ? FRESH_PART : ENT_PLAIN_WHOLE;

  if (round <= schedule->n_fresh)
    return (int) ((gint64) fresh * round / schedule->n_fresh);
  return fresh + (int) ((gint64) (ENT_PLAIN_WHOLE - fresh) * (round - schedule->n_fresh) /
                        schedule->n_children);
}

static void
keep_parent (EntPlainSearch *search, const EntPlainElite *found)
{
  int at = 0;

  for (int i = 0; i < search->n_elite; i++)
    if (search->elite[i].cost == found->cost && search->elite[i].penalty == found->penalty)
      return;
  if (search->n_elite < MIN (search->schedule.n_fresh, ENT_PLAIN_ELITE))
    at = search->n_elite++;
  else
    {
      for (int i = 1; i < search->n_elite; i++)
        if (ent_plain_elite_is_better (&search->elite[at], &search->elite[i]))
          at = i;
      if (!ent_plain_elite_is_better (found, &search->elite[at]))
        return;
    }
  ent_plain_elite_copy (search->chain->data, &search->elite[at], found);
}

static void
note_best (EntPlainSearch *search)
{
  if (ent_plain_elite_is_better (&search->lowest, &search->best))
    ent_plain_elite_copy (search->chain->data, &search->best, &search->lowest);
}

static void
end_round (EntPlainSearch *search)
{
  note_best (search);
  if (search->schedule.n_children > 0)
    keep_parent (search, &search->lowest);
}

static void
begin_round (EntPlainSearch *search, int round)
{
  EntPlainChain *chain = search->chain;

  if (round > 0)
    end_round (search);
  search->round = round;
  if (round > 0 && round < search->schedule.n_fresh)
    {
      ent_plain_chain_clear (chain);
    }
  else if (round > 0)
    {
      int one = ent_random_below (&chain->random, search->n_elite);
      int other = ent_random_below (&chain->random, MAX (1, search->n_elite - 1));

      if (other >= one && search->n_elite > 1)
        other++;
      ent_plain_cross (chain, search->elite[one].stops, search->elite[other].stops, search->child);
      ent_plain_chain_set (chain, search->child);
    }
  ent_plain_recreate (chain, G_MAXINT64);
  ent_plain_chain_keep (chain);
  elite_read (&search->lowest, chain);
}

/* In 1/65536 of cost; @spent is past the beginning of the round. */
static gint64
temperature (const EntPlainSearch *search, int spent)
{
  const EntPlainSchedule *schedule = &search->schedule;
  int start = round_start (schedule, search->round);
  int length = MAX (1, round_start (schedule, search->round + 1) - start);
  gint64 leg = search->chain->data->mean_leg;
  int kind = schedule->n_children == 0 ? 2 : search->round >= schedule->n_fresh;
  gint64 elapsed = CLAMP (spent - start, 0, length);

  if (search->round == 0 && schedule->is_warm)
    kind = 3;
  return coolings[kind].hot * leg *
         ent_random_halve ((guint32) (coolings[kind].halvings * 65536 * elapsed / length)) / 16;
}

void
ent_plain_search_begin (EntPlainSearch *search)
{
  begin_round (search, 0);
  note_best (search);
}

/* From a valid plan of all visits on, plans are bred; the founders are those annealed so far. */
static void
begin_breeding (EntPlainSearch *search)
{
  search->genetic = ent_plain_genetic_new (search->chain->data, search->chain);
  keep_parent (search, &search->lowest);
  for (int i = 0; i < search->n_elite; i++)
    if (search->elite[i].penalty == 0)
      ent_plain_genetic_take (search->genetic, search->elite[i].stops);
  ent_plain_genetic_take (search->genetic, search->best.stops);
}

static void
breed (EntPlainSearch *search)
{
  if (ent_plain_genetic_breed (search->genetic) &&
      search->genetic->worth.cost < search->best.cost)
    {
      EntPlainElite found = { search->genetic->child, search->genetic->worth.cost, 0 };

      ent_plain_elite_copy (search->chain->data, &search->best, &found);
    }
}

static void
anneal (EntPlainSearch *search, gint64 hot)
{
  EntPlainChain *chain = search->chain;

  for (int i = 0; i < CHUNK; i++)
    {
      ent_plain_step (chain, hot);
      if (chain->penalty < search->lowest.penalty ||
          (chain->penalty == search->lowest.penalty && chain->cost < search->lowest.cost))
        elite_read (&search->lowest, chain);
    }
}

void
ent_plain_search_run (EntPlainSearch *search,
                      int until,
                      EntPlainSpentFunc spent_func,
                      gpointer data,
                      GCancellable *cancellable)
{
  EntPlainChain *chain = search->chain;
  int n_rounds = search->schedule.n_fresh + search->schedule.n_children, spent;

  while (chain->data->n_visits > 0 && (spent = spent_func (chain->iterations, data)) < until &&
         !g_cancellable_is_cancelled (cancellable))
    {
      int round = search->round;

      if (search->genetic != NULL)
        {
          breed (search);
          continue;
        }
      while (round < n_rounds - 1 && spent >= round_start (&search->schedule, round + 1))
        round++;
      if (round != search->round)
        begin_round (search, round);
      anneal (search, temperature (search, spent));
      note_best (search);
      if (spent >= search->schedule.breed_from && search->best.penalty == 0)
        begin_breeding (search);
    }
  note_best (search);
}

void
ent_plain_search_show (const EntPlainSearch *search, EntPlainElite *shown)
{
  if (search->schedule.n_children > 0)
    ent_plain_elite_copy (search->chain->data, shown, &search->best);
  else
    elite_read (shown, search->chain);
}

void
ent_plain_search_take (EntPlainSearch *search, const EntPlainElite *found, gboolean go_on)
{
  if (search->schedule.n_children > 0)
    keep_parent (search, found);
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
  search->chain->mean_removed = schedule->n_children > 0 ? FEW_REMOVED : MANY_REMOVED;
  search->schedule = *schedule;
  search->round = -1;
  for (int i = 0; i < ENT_PLAIN_ELITE; i++)
    ent_plain_elite_init (&search->elite[i], data);
  ent_plain_elite_init (&search->lowest, data);
  ent_plain_elite_init (&search->best, data);
  search->child = g_new0 (gint16, 2 * data->n_places + 2);
  return search;
}

void
ent_plain_search_free (EntPlainSearch *search)
{
  ent_plain_genetic_free (search->genetic);
  ent_plain_chain_free (search->chain);
  for (int i = 0; i < ENT_PLAIN_ELITE; i++)
    g_free (search->elite[i].stops);
  g_free (search->lowest.stops);
  g_free (search->best.stops);
  g_free (search->child);
  g_free (search);
}
