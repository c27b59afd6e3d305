/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes in flat arrays: putting in, taking out, undoing. A chain belongs to one thread. */
#include "ent-plain-private.h"

#include <string.h>

static inline int
trip_between (const EntPlainData *data, int from, int to)
{
  return ent_plain_row (data, data->time_to, from)[to];
}

static inline int
leg_between (const EntPlainData *data, int from, int to)
{
  return ent_plain_row (data, data->cost_to, from)[to];
}

/* Stops from @first on leave as early as they can, up to the first that was right already. */
static void
carry_forward (const EntPlainData *data, EntPlainStop *stops, int first, int sure, int last)
{
  for (int i = first; i <= last; i++)
    {
      const EntPlainVisit *visit = &data->visits[stops[i].place];
      int leave = MAX (stops[i - 1].leave + stops[i - 1].trip, visit->ready) + visit->service;

      if (i > sure && leave == stops[i].leave)
        return;
      stops[i].leave = leave;
    }
}

static void
carry_back (const EntPlainData *data, EntPlainStop *stops, int first, int sure)
{
  for (int i = first; i >= 0; i--)
    {
      const EntPlainVisit *visit = &data->visits[stops[i].place];
      int latest = MIN (stops[i + 1].latest - stops[i].trip - visit->service, visit->due);

      if (i < sure && latest == stops[i].latest)
        return;
      stops[i].latest = latest;
    }
}

static void
join (const EntPlainData *data, EntPlainStop *stop)
{
  stop->leg = leg_between (data, stop[0].place, stop[1].place);
  stop->trip = trip_between (data, stop[0].place, stop[1].place);
}

void
ent_plain_route_insert (EntPlainChain *chain, int route, int after, int visit)
{
  const EntPlainData *data = chain->data;
  EntPlainRoute *head = &chain->routes[route];
  EntPlainStop *stops = ent_plain_stops (chain, route);
  int old = stops[after].leg, added;

  memmove (stops + after + 2, stops + after + 1, (head->length + 1 - after) * sizeof *stops);
  stops[after + 1].place = visit;
  join (data, stops + after);
  join (data, stops + after + 1);
  head->length++;
  head->load += data->visits[visit].demand;
  added = stops[after].leg + stops[after + 1].leg - old;
  head->cost += added;
  chain->cost += added;
  chain->route_of[visit] = (gint16) route;
  carry_forward (data, stops, after + 1, after + 1, head->length + 1);
  carry_back (data, stops, after + 1, after + 1);
}

void
ent_plain_route_remove (EntPlainChain *chain, int route, int first, int count)
{
  const EntPlainData *data = chain->data;
  EntPlainRoute *head = &chain->routes[route];
  EntPlainStop *stops = ent_plain_stops (chain, route);
  int added = -stops[first - 1].leg;

  for (int i = first; i < first + count; i++)
    {
      int visit = stops[i].place;

      added -= stops[i].leg;
      head->load -= data->visits[visit].demand;
      chain->route_of[visit] = -1;
      chain->penalty += data->penalties[visit];
      chain->unplaced[chain->n_unplaced++] = (gint16) visit;
    }
  memmove (stops + first, stops + first + count,
           (head->length + 2 - first - count) * sizeof *stops);
  head->length -= count;
  if (head->length == 0)
    {
      /* An empty route costs nothing, even where staying at the depot would. */
      join (data, stops);
      chain->cost -= head->cost;
      head->cost = 0;
    }
  else
    {
      join (data, stops + first - 1);
      added += stops[first - 1].leg;
      head->cost += added;
      chain->cost += added;
    }
  carry_forward (data, stops, first, first - 1, head->length + 1);
  carry_back (data, stops, first - 1, first);
}

/* All numbers of a route whose places were written. */
void
ent_plain_route_refresh (EntPlainChain *chain, int route)
{
  const EntPlainData *data = chain->data;
  EntPlainRoute *head = &chain->routes[route];
  EntPlainStop *stops = ent_plain_stops (chain, route);

  chain->cost -= head->cost;
  head->cost = head->load = 0;
  stops[0].place = stops[head->length + 1].place = 0;
  stops[0].leave = data->visits[0].ready;
  stops[head->length + 1].latest = data->visits[0].due;
  for (int i = 0; i <= head->length; i++)
    {
      join (data, stops + i);
      head->cost += stops[i].leg;
      head->load += data->visits[stops[i].place].demand;
      if (i > 0)
        chain->route_of[stops[i].place] = (gint16) route;
    }
  if (head->length == 0)
    head->cost = 0;
  chain->cost += head->cost;
  carry_forward (data, stops, 1, head->length + 1, head->length + 1);
  carry_back (data, stops, head->length, 0);
}

void
ent_plain_chain_touch (EntPlainChain *chain, int route)
{
  const EntPlainRoute *head = &chain->routes[route];

  if (chain->is_touched[route])
    return;
  chain->is_touched[route] = TRUE;
  chain->old_routes[chain->n_touched] = *head;
  memcpy (chain->old_stops + (gsize) chain->n_touched * chain->data->row,
          ent_plain_stops (chain, route), (head->length + 2) * sizeof (EntPlainStop));
  chain->touched[chain->n_touched++] = route;
}

/* The first free slot, to be filled; -1: every vehicle is out. */
int
ent_plain_chain_new_route (EntPlainChain *chain)
{
  for (int r = 0; r < chain->data->n_slots; r++)
    if (chain->routes[r].length == 0)
      {
        chain->n_used = MAX (chain->n_used, r + 1);
        return r;
      }
  return -1;
}

static gboolean
is_as_before (const EntPlainChain *chain, int i)
{
  const EntPlainRoute *now = &chain->routes[chain->touched[i]], *old = &chain->old_routes[i];
  const EntPlainStop *stops = ent_plain_stops (chain, chain->touched[i]);
  const EntPlainStop *before = chain->old_stops + (gsize) i * chain->data->row;

  if (now->length != old->length || now->cost != old->cost)
    return FALSE;
  for (int p = 1; p <= now->length; p++)
    if (stops[p].place != before[p].place)
      return FALSE;
  return TRUE;
}

static void
begin_step (EntPlainChain *chain)
{
  for (int i = 0; i < chain->n_touched; i++)
    chain->is_touched[chain->touched[i]] = FALSE;
  chain->n_touched = 0;
  chain->old_cost = chain->cost;
  chain->old_penalty = chain->penalty;
  chain->n_old_unplaced = chain->n_unplaced;
  if (chain->n_unplaced > 0)
    memcpy (chain->old_unplaced, chain->unplaced, chain->n_unplaced * sizeof (gint16));
}

void
ent_plain_chain_keep (EntPlainChain *chain)
{
  for (int i = 0; i < chain->n_touched; i++)
    {
      int route = chain->touched[i];

      if (!is_as_before (chain, i))
        chain->routes[route].version = ++chain->last_version;
    }
  while (chain->n_used > 0 && chain->routes[chain->n_used - 1].length == 0)
    chain->n_used--;
  begin_step (chain);
}

void
ent_plain_chain_undo (EntPlainChain *chain)
{
  for (int i = 0; i < chain->n_touched; i++)
    {
      int route = chain->touched[i];
      EntPlainStop *stops = ent_plain_stops (chain, route);

      chain->routes[route] = chain->old_routes[i];
      memcpy (stops, chain->old_stops + (gsize) i * chain->data->row,
              (chain->old_routes[i].length + 2) * sizeof (EntPlainStop));
      for (int p = 1; p <= chain->old_routes[i].length; p++)
        chain->route_of[stops[p].place] = (gint16) route;
    }
  chain->cost = chain->old_cost;
  chain->penalty = chain->old_penalty;
  chain->n_unplaced = chain->n_old_unplaced;
  if (chain->n_unplaced > 0)
    memcpy (chain->unplaced, chain->old_unplaced, chain->n_unplaced * sizeof (gint16));
  for (int i = 0; i < chain->n_unplaced; i++)
    chain->route_of[chain->unplaced[i]] = -1;
  begin_step (chain);
}

void
ent_plain_chain_clear (EntPlainChain *chain)
{
  const EntPlainData *data = chain->data;

  chain->cost = chain->penalty = 0;
  chain->n_unplaced = chain->n_used = 0;
  for (int r = 0; r < data->n_slots; r++)
    {
      chain->routes[r] = (EntPlainRoute) { .version = ++chain->last_version };
      ent_plain_route_refresh (chain, r);
    }
  for (int v = 1; v <= data->n_visits; v++)
    {
      chain->route_of[v] = -1;
      chain->unplaced[chain->n_unplaced++] = (gint16) v;
      chain->penalty += data->penalties[v];
    }
  begin_step (chain);
}

/* @plan has its routes closed by 0 and the whole by another one. */
void
ent_plain_chain_set (EntPlainChain *chain, const gint16 *plan)
{
  int route = 0;

  ent_plain_chain_clear (chain);
  for (; *plan != 0; plan++, route++)
    {
      EntPlainStop *stops = ent_plain_stops (chain, route);

      for (; *plan != 0; plan++)
        {
          stops[++chain->routes[route].length].place = *plan;
          chain->penalty -= chain->data->penalties[*plan];
        }
      ent_plain_route_refresh (chain, route);
    }
  chain->n_used = route;
  chain->n_unplaced = 0;
  for (int v = 1; v <= chain->data->n_visits; v++)
    if (chain->route_of[v] < 0)
      chain->unplaced[chain->n_unplaced++] = (gint16) v;
  begin_step (chain);
}

static gboolean
may_append (const EntPlainChain *chain, int route, int visit)
{
  const EntPlainData *data = chain->data;
  const EntPlainRoute *head = &chain->routes[route];
  const EntPlainStop *last = ent_plain_stops (chain, route) + head->length;
  const EntPlainVisit *v = &data->visits[visit];
  int begin = MAX (last->leave + trip_between (data, last->place, visit), v->ready);

  return chain->route_of[visit] < 0 && head->load <= data->capacity - v->demand &&
         begin <= v->due &&
         begin + v->service + trip_between (data, visit, 0) <= data->visits[0].due;
}

void
ent_plain_chain_start (EntPlainChain *chain, const int *plan, int n)
{
  int route = 0, left = 0;

  ent_plain_chain_clear (chain);
  for (int i = 0; i < n && route < chain->data->n_slots; i++)
    {
      if (plan[i] == 0)
        route += chain->routes[route].length > 0;
      else if (may_append (chain, route, plan[i]))
        {
          ent_plain_route_insert (chain, route, chain->routes[route].length, plan[i]);
          chain->penalty -= chain->data->penalties[plan[i]];
          chain->n_used = route + 1;
        }
    }
  for (int v = 1; v <= chain->data->n_visits; v++)
    if (chain->route_of[v] < 0)
      chain->unplaced[left++] = (gint16) v;
  chain->n_unplaced = left;
  begin_step (chain);
}

/* Writes the plan, at most 2 n_visits + 1 numbers; how many. */
int
ent_plain_chain_get (const EntPlainChain *chain, gint16 *plan)
{
  int n = 0;

  for (int r = 0; r < chain->n_used; r++)
    {
      const EntPlainStop *stops = ent_plain_stops (chain, r);

      for (int p = 1; p <= chain->routes[r].length; p++)
        plan[n++] = (gint16) stops[p].place;
      if (chain->routes[r].length > 0)
        plan[n++] = 0;
    }
  plan[n++] = 0;
  return n;
}

EntPlainChain *
ent_plain_chain_new (const EntPlainData *data, guint64 seed, guint64 stream)
{
  EntPlainChain *chain = g_new0 (EntPlainChain, 1);
  gsize n_slots = MAX (data->n_slots, 1);

  chain->data = data;
  ent_random_init (&chain->random, seed, stream);
  chain->routes = g_new0 (EntPlainRoute, n_slots);
  chain->stops = g_new0 (EntPlainStop, n_slots * data->row);
  chain->cached = g_new0 (EntPlainCached, n_slots * data->n_places);
  chain->route_of = g_new0 (gint16, data->n_places);
  chain->unplaced = g_new0 (gint16, data->n_places);
  chain->touched = g_new0 (int, n_slots);
  chain->is_touched = g_new0 (gboolean, n_slots);
  chain->old_routes = g_new0 (EntPlainRoute, n_slots);
  chain->old_stops = g_new0 (EntPlainStop, n_slots * data->row);
  chain->old_unplaced = g_new0 (gint16, data->n_places);
  chain->keys = g_new0 (int, data->n_places);
  ent_plain_chain_clear (chain);
  return chain;
}

void
ent_plain_chain_free (EntPlainChain *chain)
{
  g_free (chain->routes);
  g_free (chain->stops);
  g_free (chain->cached);
  g_free (chain->route_of);
  g_free (chain->unplaced);
  g_free (chain->touched);
  g_free (chain->is_touched);
  g_free (chain->old_routes);
  g_free (chain->old_stops);
  g_free (chain->old_unplaced);
  g_free (chain->keys);
  g_free (chain);
}
