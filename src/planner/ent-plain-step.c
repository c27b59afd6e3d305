/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of annealing: exchange tails or cut a route at times, take out strings of neighbouring
 * visits, put them back, keep the outcome or undo it. */
#include "ent-plain-private.h"

#include <string.h>

#define LONGEST_STRING 10
#define N_NEAR_TAILS 20

/* One step in so many cuts a route in two. */
#define CUT_STEPS 50

/* Of a hundred steps so many exchange tails. */
#define TAIL_SHARE 30

static int
position_of (const EntPlainChain *chain, int visit)
{
  const EntPlainStop *stops = ent_plain_stops (chain, chain->route_of[visit]);
  int p = 1;

  while (stops[p].place != visit)
    p++;
  return p;
}

static int
load_up_to (const EntPlainChain *chain, int route, int last)
{
  const EntPlainStop *stops = ent_plain_stops (chain, route);
  int load = 0;

  for (int p = 1; p <= last; p++)
    load += chain->data->visits[stops[p].place].demand;
  return load;
}

/* Joins the head of each of two routes, up to and with the given stop, with the tail of the
 * other. */
static void
swap_tails (EntPlainChain *chain, const int routes[2], const int heads[2])
{
  EntPlainStop *one = ent_plain_stops (chain, routes[0]) + heads[0] + 1;
  EntPlainStop *other = ent_plain_stops (chain, routes[1]) + heads[1] + 1;
  int n_one = chain->routes[routes[0]].length - heads[0];
  int n_other = chain->routes[routes[1]].length - heads[1];

  ent_plain_chain_touch (chain, routes[0]);
  ent_plain_chain_touch (chain, routes[1]);
  for (int i = 0; i < MAX (n_one, n_other); i++)
    {
      EntPlainStop moved = one[i];

      if (i < n_other)
        one[i] = other[i];
      if (i < n_one)
        other[i] = moved;
    }
  chain->routes[routes[0]].length = heads[0] + n_other;
  chain->routes[routes[1]].length = heads[1] + n_one;
  ent_plain_route_refresh (chain, routes[0]);
  ent_plain_route_refresh (chain, routes[1]);
}

static gboolean
may_follow (const EntPlainData *data, const EntPlainStop *head, const EntPlainStop *tail)
{
  return head->leave + ent_plain_row (data, data->time_to, head->place)[tail->place] <=
         tail->latest;
}

static void
exchange_tails (EntPlainChain *chain)
{
  const EntPlainData *data = chain->data;
  int visit = 1 + ent_random_below (&chain->random, data->n_visits);
  int pick = 1 + ent_random_below (&chain->random, MIN (N_NEAR_TAILS, data->n_visits - 1));
  int other = data->near[(gsize) (visit - 1) * data->n_visits + pick];
  int routes[2] = { chain->route_of[visit], chain->route_of[other] }, heads[2], loads[2];
  const EntPlainStop *one, *two;

  if (routes[0] < 0 || routes[1] < 0 || routes[0] == routes[1])
    return;
  heads[0] = position_of (chain, visit);
  heads[1] = position_of (chain, other) - 1;
  one = ent_plain_stops (chain, routes[0]) + heads[0];
  two = ent_plain_stops (chain, routes[1]) + heads[1];
  if (!may_follow (data, one, two + 1) || !may_follow (data, two, one + 1))
    return;
  loads[0] = load_up_to (chain, routes[0], heads[0]);
  loads[1] = load_up_to (chain, routes[1], heads[1]);
  if (loads[0] + chain->routes[routes[1]].load - loads[1] > data->capacity ||
      loads[1] + chain->routes[routes[0]].load - loads[0] > data->capacity)
    return;
  swap_tails (chain, routes, heads);
}

/* Else the number of routes would never grow: a route is opened only for want of another place. */
static void
cut_route (EntPlainChain *chain)
{
  int visit = 1 + ent_random_below (&chain->random, chain->data->n_visits);
  int routes[2] = { chain->route_of[visit], -1 }, heads[2] = { 0, 0 };

  if (routes[0] < 0)
    return;
  heads[0] = position_of (chain, visit);
  if (heads[0] == chain->routes[routes[0]].length)
    return;
  routes[1] = ent_plain_chain_new_route (chain);
  if (routes[1] >= 0)
    swap_tails (chain, routes, heads);
}

/* Takes out @count visits that stand around position @at, or more with some kept between. */
static void
take_string (EntPlainChain *chain, int route, int at, int count)
{
  int length = chain->routes[route].length, kept = 0, first, lowest, highest;

  if (count > 1 && count < length && ent_random_once_in (&chain->random, 2))
    {
      kept = 1;
      while (count + kept < length && ent_random_once_in (&chain->random, 100))
        kept++;
    }
  lowest = MAX (1, at - (count + kept) + 1);
  highest = MIN (at, length - (count + kept) + 1);
  first = lowest + ent_random_below (&chain->random, highest - lowest + 1);
  if (kept > 0)
    {
      int before = 1 + ent_random_below (&chain->random, count - 1);

      ent_plain_route_remove (chain, route, first + before + kept, count - before);
      ent_plain_route_remove (chain, route, first, before);
    }
  else
    {
      ent_plain_route_remove (chain, route, first, count);
    }
}

static void
ruin (EntPlainChain *chain)
{
  const EntPlainData *data = chain->data;
  int placed = data->n_visits - chain->n_unplaced, n_routes = 0, longest, strings, n_ruined = 0;
  int seed = ent_random_below (&chain->random, data->n_visits);
  const gint16 *near = data->near + (gsize) seed * data->n_visits;
  int ruined[4 * ENT_PLAIN_MOST_REMOVED];

  for (int r = 0; r < chain->n_used; r++)
    n_routes += chain->routes[r].length > 0;
  if (n_routes == 0)
    return;
  longest = CLAMP (placed / n_routes, 1, LONGEST_STRING);
  strings = 1 +
            ent_random_below (&chain->random, MAX (1, 4 * chain->mean_removed / (1 + longest) - 1));
  for (int i = 0; i < data->n_visits && n_ruined < strings; i++)
    {
      int visit = near[i], route = chain->route_of[visit], count;
      gboolean seen = FALSE;

      if (route < 0)
        continue;
      for (int j = 0; j < n_ruined; j++)
        seen |= ruined[j] == route;
      if (seen)
        continue;
      ruined[n_ruined++] = route;
      count = 1 + ent_random_below (&chain->random, MIN (chain->routes[route].length, longest));
      ent_plain_chain_touch (chain, route);
      take_string (chain, route, position_of (chain, visit), count);
    }
}

void
ent_plain_step (EntPlainChain *chain, gint64 temperature)
{
  gint64 limit = ent_plain_chain_weighed (chain) +
                 ((temperature * ent_random_exponential (&chain->random)) >> 32) + 1;

  chain->iterations++;
  if (ent_random_once_in (&chain->random, CUT_STEPS))
    cut_route (chain);
  if (chain->data->n_visits > 1 && ent_random_below (&chain->random, 100) < TAIL_SHARE)
    exchange_tails (chain);
  ruin (chain);
  if (ent_plain_recreate (chain, limit))
    ent_plain_chain_keep (chain);
  else
    ent_plain_chain_undo (chain);
}
