/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts unplaced visits back, each at its cheapest place that keeps every rule. */
#include "ent-plain-private.h"

/* Passed over once in so many times, so that the search does not repeat itself. */
#define BLINK 100

/* Once in so many times the first visit gets a route of its own. */
#define OPEN_STEPS 60

typedef enum
{
  ORDER_RANDOM,
  ORDER_DEMAND,
  ORDER_FAR,
  ORDER_CLOSE,
  ORDER_WIDTH,
  ORDER_READY,
  ORDER_DUE,
} Order;

static int
order_key (EntPlainChain *chain, Order order, int visit)
{
  const EntPlainData *data = chain->data;
  const EntPlainVisit *v = &data->visits[visit];

  switch (order)
    {
    case ORDER_DEMAND:
      return -v->demand;
    case ORDER_FAR:
      return -data->cost_from[visit];
    case ORDER_CLOSE:
      return data->cost_from[visit];
    case ORDER_WIDTH:
      return v->due - v->ready;
    case ORDER_READY:
      return v->ready;
    case ORDER_DUE:
      return -v->due;
    case ORDER_RANDOM:
    default:
      return (int) (ent_random_next (&chain->random) >> 2);
    }
}

static void
sort_unplaced (EntPlainChain *chain)
{
  static const guint8 orders[16] = {
    ORDER_RANDOM, ORDER_RANDOM, ORDER_RANDOM, ORDER_RANDOM, ORDER_DEMAND, ORDER_DEMAND,
    ORDER_DEMAND, ORDER_DEMAND, ORDER_FAR,    ORDER_FAR,    ORDER_CLOSE,  ORDER_WIDTH,
    ORDER_WIDTH,  ORDER_READY,  ORDER_READY,  ORDER_DUE,
  };
  Order order = orders[ent_random_below (&chain->random, 16)];

  for (int i = 0; i < chain->n_unplaced; i++)
    {
      gint16 visit = chain->unplaced[i];
      int key = order_key (chain, order, visit), j = i;

      for (; j > 0 && chain->keys[j - 1] > key; j--)
        {
          chain->keys[j] = chain->keys[j - 1];
          chain->unplaced[j] = chain->unplaced[j - 1];
        }
      chain->keys[j] = key;
      chain->unplaced[j] = visit;
    }
}

/* The cheapest place below @limit; the detour, or @limit when there is none. */
G_ALWAYS_INLINE static inline int
find_place (EntPlainChain *chain, int route, int visit, int limit, int *after, gboolean remembered)
{
  const EntPlainData *data = chain->data;
  const EntPlainVisit *v = &data->visits[visit];
  const int *cost_to = ent_plain_row (data, data->cost_to, visit);
  const int *cost_from = ent_plain_row (data, data->cost_from, visit);
  const int *time_to = ent_plain_row (data, data->time_to, visit);
  const int *time_from = ent_plain_row (data, data->time_from, visit);
  const EntPlainStop *stop = ent_plain_stops (chain, route);
  const EntPlainStop *first = stop, *last = stop + chain->routes[route].length;
  int ready = v->ready, due = v->due, service = v->service, soonest = ready + service;

  while (stop <= last && stop[1].latest < soonest)
    stop++;
  for (; stop <= last && stop->leave <= due; stop++)
    {
      int place = stop[0].place, next = stop[1].place;
      int detour = cost_from[place] + cost_to[next] - stop->leg;
      int begin;

      if (detour >= limit)
        continue;
      begin = stop->leave + time_from[place];
      if (begin > due || MAX (begin, ready) + service + time_to[next] > stop[1].latest)
        continue;
      if (!remembered && ent_random_once_in (&chain->random, BLINK))
        continue;
      limit = detour;
      *after = (int) (stop - first);
    }
  return limit;
}

static inline int
find_cached (EntPlainChain *chain, int route, int visit, int limit, int *after)
{
  EntPlainCached *cached = &chain->cached[(gsize) visit * chain->data->n_slots + route];

  if (cached->version != chain->routes[route].version)
    {
      cached->version = chain->routes[route].version;
      cached->detour = find_place (chain, route, visit, ENT_PLAIN_NEVER, &cached->after, TRUE);
    }
  else if (cached->detour < limit && ent_random_once_in (&chain->random, BLINK))
    return limit;
  if (cached->detour < limit)
    {
      *after = cached->after;
      return cached->detour;
    }
  return limit;
}

static gboolean
place (EntPlainChain *chain, int visit, gboolean opens)
{
  const EntPlainData *data = chain->data;
  int room = data->capacity - data->visits[visit].demand;
  int best = ENT_PLAIN_NEVER, best_route = -1, best_after = 0;

  for (int r = 0; r < chain->n_used; r++)
    {
      const EntPlainRoute *route = &chain->routes[r];
      int after = 0, found;

      if (route->load > room || route->length == 0)
        continue;
      if (chain->is_touched[r])
        found = find_place (chain, r, visit, best, &after, FALSE);
      else
        found = find_cached (chain, r, visit, best, &after);
      if (found < best)
        {
          best = found;
          best_route = r;
          best_after = after;
        }
    }
  if (best > data->round_trip[visit] || (opens && data->round_trip[visit] < ENT_PLAIN_NEVER))
    {
      int r = ent_plain_chain_new_route (chain);

      if (r >= 0)
        {
          best_route = r;
          best_after = 0;
        }
    }
  if (best_route < 0)
    return FALSE;
  ent_plain_chain_touch (chain, best_route);
  ent_plain_route_insert (chain, best_route, best_after, visit);
  chain->penalty -= data->penalties[visit];
  return TRUE;
}

/* Gives up as soon as the routes cost @limit: FALSE. */
gboolean
ent_plain_recreate (EntPlainChain *chain, gint64 limit)
{
  int left = 0;
  gboolean opens = ent_random_once_in (&chain->random, OPEN_STEPS);

  sort_unplaced (chain);
  for (int i = 0; i < chain->n_unplaced; i++)
    {
      if (!place (chain, chain->unplaced[i], opens && i == 0))
        chain->unplaced[left++] = chain->unplaced[i];
      if (chain->cost >= limit)
        return FALSE;
    }
  chain->n_unplaced = left;
  return ent_plain_chain_weighed (chain) < limit;
}
