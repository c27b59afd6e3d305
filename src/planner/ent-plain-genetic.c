/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The genetic search over plain plans: a hybrid of crossing, local search and two pools, of plans
 * that keep the rules and of plans that do not. Belongs to one thread. */
#include "ent-plain-genetic.h"

/* Fines follow the share of plans in time, and within the load, every so many children. */
#define FINE_CHILDREN 50
#define FEWEST_KEPT 35
#define MOST_KEPT 50
#define MOST_FINE (ENT_PLAIN_FINE * 5000)

/* A broken child is repaired once in so many times, with fines so many times as high. */
#define REPAIRED 2
#define REPAIR_FINE 10

/* The pools are filled anew after so many children without a better plan. */
#define MOST_IDLE 8000

/* With so many visits a child's whole routes are not looked at again. With fewer that is quick, and
 * finds what the fines of today allow. */
#define LEAST_TRUSTED 300

/* Pairs of visits looked at that take as long as one step of annealing, about. */
#define WORK_STEP 100

/* What a child takes beside them, in steps. */
#define LEAST_STEPS 10

static void
follow_share (gint64 *fine, int kept, int tried)
{
  if (kept * 100 < tried * FEWEST_KEPT)
    *fine = MIN (*fine * 6 / 5 + 1, MOST_FINE);
  else if (kept * 100 > tried * MOST_KEPT)
    *fine = MAX (*fine * 17 / 20, 1);
}

static void
set_fines (EntPlainGenetic *genetic)
{
  follow_share (&genetic->warp_fine, genetic->n_in_time, genetic->n_tried);
  follow_share (&genetic->load_fine, genetic->n_in_load, genetic->n_tried);
  genetic->n_tried = genetic->n_in_time = genetic->n_in_load = 0;
}

static gboolean
keeps_rules (const EntPlainWorth *worth)
{
  return worth->warp == 0 && worth->excess == 0;
}

static void
add_child (EntPlainGenetic *genetic)
{
  EntPlainPool *pool = keeps_rules (&genetic->worth) ? genetic->kept : genetic->broken;

  ent_plain_pool_add (pool, genetic->local, genetic->child, &genetic->worth);
  genetic->n_idle++;
  if (pool == genetic->kept && genetic->worth.cost < genetic->least)
    {
      genetic->least = genetic->worth.cost;
      genetic->n_idle = 0;
    }
}

static const EntPlainMember *
draw_member (EntPlainGenetic *genetic)
{
  int drawn = ent_random_below (&genetic->chain->random, genetic->kept->n + genetic->broken->n);

  if (drawn < genetic->kept->n)
    return &genetic->kept->members[drawn];
  return &genetic->broken->members[drawn - genetic->kept->n];
}

static const EntPlainMember *
draw_parent (EntPlainGenetic *genetic)
{
  const EntPlainMember *one = draw_member (genetic), *other = draw_member (genetic);

  return one->rank <= other->rank ? one : other;
}

static void
cross (EntPlainGenetic *genetic)
{
  const EntPlainMember *one = draw_parent (genetic), *other = draw_parent (genetic);

  for (int i = 0; i < 10 && one == other; i++)
    other = draw_parent (genetic);
  ent_plain_cross (genetic->chain, (const gint16 *const[2]) { one->stops, other->stops },
                   genetic->child, genetic->origins);
}

static void
educate (EntPlainGenetic *genetic, int times)
{
  gint64 before = genetic->local->work;

  ent_plain_local_set_fines (genetic->local, genetic->load_fine * times,
                             genetic->warp_fine * times);
  ent_plain_local_run (genetic->local);
  genetic->worth = ent_plain_local_get (genetic->local, genetic->child);
  ent_plain_local_set_fines (genetic->local, genetic->load_fine, genetic->warp_fine);
  genetic->chain->iterations += LEAST_STEPS + (genetic->local->work - before) / WORK_STEP;
}

static void
restart (EntPlainGenetic *genetic)
{
  ent_plain_pool_clear (genetic->kept);
  ent_plain_pool_clear (genetic->broken);
  genetic->n_bred = genetic->n_idle = 0;
  genetic->least = G_MAXINT64;
}

gboolean
ent_plain_genetic_breed (EntPlainGenetic *genetic)
{
  if (genetic->n_idle > MOST_IDLE)
    restart (genetic);
  if (genetic->n_tried == FINE_CHILDREN)
    set_fines (genetic);
  genetic->child[0] = 0;
  if (genetic->n_bred++ >= genetic->breeding.n_fresh && genetic->kept->n + genetic->broken->n > 1)
    cross (genetic);
  ent_plain_local_set_fines (genetic->local, genetic->load_fine, genetic->warp_fine);
  ent_plain_local_set (genetic->local, genetic->child,
                       genetic->local->data->n_visits >= LEAST_TRUSTED ? genetic->origins : NULL);
  educate (genetic, 1);
  genetic->n_tried++;
  genetic->n_in_time += genetic->worth.warp == 0;
  genetic->n_in_load += genetic->worth.excess == 0;
  add_child (genetic);
  if (keeps_rules (&genetic->worth))
    return TRUE;
  if (!ent_random_once_in (&genetic->chain->random, REPAIRED))
    return FALSE;
  educate (genetic, REPAIR_FINE);
  if (!keeps_rules (&genetic->worth))
    return FALSE;
  add_child (genetic);
  return TRUE;
}

void
ent_plain_genetic_take (EntPlainGenetic *genetic, const gint16 *stops)
{
  ent_plain_local_set_fines (genetic->local, genetic->load_fine, genetic->warp_fine);
  ent_plain_local_set (genetic->local, stops, NULL);
  genetic->worth = ent_plain_local_get (genetic->local, genetic->child);
  add_child (genetic);
}

EntPlainGenetic *
ent_plain_genetic_new (const EntPlainData *data,
                       EntPlainChain *chain,
                       const EntPlainBreeding *breeding)
{
  EntPlainGenetic *genetic = g_new0 (EntPlainGenetic, 1);
  gint64 demand = 0, ways = 0;

  for (int v = 1; v <= data->n_visits; v++)
    {
      demand += data->visits[v].demand;
      ways += data->cost_to[v];
    }
  genetic->breeding = *breeding;
  genetic->chain = chain;
  genetic->local = ent_plain_local_new (data, &chain->random);
  genetic->kept = ent_plain_pool_new (data, breeding->least, breeding->most);
  genetic->broken = ent_plain_pool_new (data, breeding->least, breeding->most);
  genetic->child = g_new0 (gint16, 2 * data->n_places + 2);
  genetic->origins = g_new0 (gint8, data->n_places);
  genetic->warp_fine = ENT_PLAIN_FINE;
  genetic->load_fine = CLAMP (ENT_PLAIN_FINE * ways / MAX (1, demand), 1, MOST_FINE);
  genetic->least = G_MAXINT64;
  return genetic;
}

void
ent_plain_genetic_free (EntPlainGenetic *genetic)
{
  if (genetic == NULL)
    return;
  ent_plain_local_free (genetic->local);
  ent_plain_pool_free (genetic->kept);
  ent_plain_pool_free (genetic->broken);
  g_free (genetic->child);
  g_free (genetic->origins);
  g_free (genetic);
}
