/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tours as linked visits with what is needed to judge a move at once: loading, reading, looking at
 * all pairs that could be neighbours. A local search belongs to one thread. */
#include "ent-plain-local.h"

/* So many visits that a visit might well follow, and as many that might follow it. */
#define N_NEAR 16

typedef struct
{
  gint64 distance;
  int visit;
} Neighbour;

static int
compare_neighbours (gconstpointer a, gconstpointer b, gpointer data)
{
  const Neighbour *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return one->visit - other->visit;
}

/* What going from @a to @b costs, with a fifth of the waiting and the warp that it always has. */
static gint64
measure_edge (const EntPlainData *data, int a, int b)
{
  const EntPlainVisit *one = &data->visits[a], *other = &data->visits[b];
  int trip = ent_plain_row (data, data->time_to, a)[b];
  gint64 waiting = other->ready - ((gint64) one->due + one->service + trip);
  gint64 warp = (gint64) one->ready + one->service + trip - other->due;

  return ent_plain_leg (data, a, b) + MAX (waiting, 0) / 5 + MAX (warp, 0);
}

static void
choose_near (EntPlainLocal *local)
{
  const EntPlainData *data = local->data;
  int n = data->n_visits, count = MIN (N_NEAR, n - 1);
  g_autofree Neighbour *row = g_new (Neighbour, 2 * MAX (n, 1));

  local->n_near = 2 * MAX (count, 0);
  local->near = g_new (gint16, (gsize) MAX (n, 1) * MAX (local->n_near, 1));
  for (int u = 1; u <= n && count > 0; u++)
    {
      gint16 *near = local->near + (gsize) (u - 1) * local->n_near;

      for (int way = 0; way < 2; way++)
        {
          int k = 0;

          for (int v = 1; v <= n; v++)
            if (v != u)
              row[k++] = way == 0 ? (Neighbour) { measure_edge (data, v, u), v }
                                  : (Neighbour) { measure_edge (data, u, v), -v };
          g_sort_array (row, k, sizeof *row, compare_neighbours, NULL);
          for (int i = 0; i < count; i++)
            near[2 * i + way] = (gint16) row[i].visit;
        }
    }
}

static void
link_nodes (EntPlainLocal *local, int one, int other)
{
  local->nodes[one].next = other;
  local->nodes[other].prev = one;
}

void
ent_plain_local_refresh (EntPlainLocal *local, int number)
{
  const EntPlainData *data = local->data;
  EntPlainTour *tour = &local->tours[number];
  EntPlainNode *nodes = local->nodes, *node = &nodes[tour->first];
  EntPlainWalk walk = { 0, data->visits[0].ready, 0 };
  int position = 0;

  node->leave = walk.leave;
  node->warp_to = node->load = 0;
  node->tour = number;
  node->position = 0;
  tour->cost = tour->load = 0;
  while (node != &nodes[tour->last])
    {
      int from = node->place;

      node = &nodes[node->next];
      tour->cost += ent_plain_leg (data, from, node->place);
      tour->load += data->visits[node->place].demand;
      ent_plain_walk_on (data, &walk, node->place);
      node->leave = walk.leave;
      node->warp_to = walk.warp;
      node->load = tour->load;
      node->tour = number;
      node->position = ++position;
    }
  tour->length = position - 1;
  tour->warp = walk.warp;
  tour->fine = ent_plain_fine (local, tour->warp, tour->load);
  node->latest = data->visits[0].due;
  node->warp_from = 0;
  while (node->prev != tour->first)
    {
      const EntPlainNode *next = node;
      const EntPlainVisit *visit;
      int latest;

      node = &nodes[node->prev];
      visit = &data->visits[node->place];
      latest = next->latest - visit->service -
               ent_plain_row (data, data->time_to, node->place)[next->place];
      node->warp_from = next->warp_from + MAX (0, visit->ready - latest);
      node->latest = CLAMP (latest, visit->ready, visit->due);
    }
}

/* The cheapest place over all tours, late or overloaded as it may be. */
static void
insert (EntPlainLocal *local, int visit)
{
  const EntPlainData *data = local->data;
  gint64 best = G_MAXINT64;
  int best_after = local->tours[0].first, seen_empty = FALSE;

  for (int t = 0; t < data->n_slots; t++)
    {
      const EntPlainTour *tour = &local->tours[t];
      int load = tour->load + data->visits[visit].demand;

      if (tour->length == 0 && seen_empty)
        continue;
      seen_empty |= tour->length == 0;
      for (int v = tour->first; v != tour->last; v = local->nodes[v].next)
        {
          const EntPlainNode *node = &local->nodes[v], *next = &local->nodes[node->next];
          EntPlainWalk walk = ent_plain_walk_from (node);
          gint64 added = ent_plain_leg (data, node->place, visit) +
                         ent_plain_leg (data, visit, next->place) -
                         ent_plain_leg (data, node->place, next->place);

          added = added * ENT_PLAIN_FINE - tour->fine;
          if (added + ent_plain_fine (local, 0, load) >= best)
            continue;
          ent_plain_walk_on (data, &walk, visit);
          added += ent_plain_fine (local, ent_plain_walk_end (data, &walk, next), load);
          if (added >= best)
            continue;
          best = added;
          best_after = v;
        }
    }
  link_nodes (local, visit, local->nodes[best_after].next);
  link_nodes (local, best_after, visit);
  ent_plain_local_refresh (local, local->nodes[best_after].tour);
  local->tours[local->nodes[best_after].tour].origin = 0;
}

static void
shuffle (EntPlainLocal *local)
{
  for (int i = local->data->n_visits - 1; i > 0; i--)
    {
      int j = ent_random_below (local->random, i + 1);
      gint16 moved = local->order[i];

      local->order[i] = local->order[j];
      local->order[j] = moved;
    }
}

void
ent_plain_local_set (EntPlainLocal *local, const gint16 *plan, const gint8 *origins)
{
  const EntPlainData *data = local->data;
  int t = 0;

  for (int v = 1; v <= data->n_visits; v++)
    local->nodes[v].tour = -1;
  for (; t < data->n_slots; t++)
    {
      EntPlainTour *tour = &local->tours[t];
      int last = tour->first;

      for (; *plan != 0; plan++)
        {
          link_nodes (local, last, *plan);
          last = *plan;
        }
      link_nodes (local, last, tour->last);
      ent_plain_local_refresh (local, t);
      tour->origin = 0;
      if (last != tour->first)
        {
          plan++;
          if (origins != NULL && tour->fine == 0)
            tour->origin = origins[t];
        }
    }
  shuffle (local);
  for (int i = 0; i < data->n_visits; i++)
    if (local->nodes[local->order[i]].tour < 0)
      insert (local, local->order[i]);
}

EntPlainWorth
ent_plain_local_get (const EntPlainLocal *local, gint16 *plan)
{
  EntPlainWorth worth = { 0 };
  int n = 0;

  for (int t = 0; t < local->data->n_slots; t++)
    {
      const EntPlainTour *tour = &local->tours[t];

      worth.cost += tour->cost;
      worth.warp += tour->warp;
      worth.excess += MAX (0, tour->load - local->data->capacity);
      for (int v = local->nodes[tour->first].next; v != tour->last; v = local->nodes[v].next)
        plan[n++] = (gint16) v;
      if (tour->length > 0)
        plan[n++] = 0;
    }
  plan[n] = 0;
  return worth;
}

/* Whether one of the two was changed since the visit was looked at, here or in the plan that both
 * come from. */
static inline gboolean
is_worth_it (const EntPlainLocal *local, int u, int v, guint tested)
{
  const EntPlainTour *one = &local->tours[local->nodes[u].tour];
  const EntPlainTour *other = &local->tours[local->nodes[v].tour];

  return MAX (one->changed, other->changed) > tested &&
         (one->origin == 0 || one->origin != other->origin);
}

static void
try_empty (EntPlainLocal *local, int u)
{
  for (int t = 0; t < local->data->n_slots; t++)
    if (local->tours[t].length == 0)
      {
        ent_plain_local_try (local, u, local->tours[t].first);
        return;
      }
}

static void
improve (EntPlainLocal *local, int u)
{
  const gint16 *near = local->near + (gsize) (u - 1) * local->n_near;
  guint tested = local->tested[u];

  local->tested[u] = local->n_moves;
  for (int i = 0; i < local->n_near; i++)
    {
      int v = near[i] > 0 ? near[i] : local->nodes[-near[i]].prev;

      if (is_worth_it (local, u, v, tested))
        ent_plain_local_try (local, u, v);
    }
  if (is_worth_it (local, u, u, tested))
    try_empty (local, u);
}

void
ent_plain_local_run (EntPlainLocal *local)
{
  guint before;

  local->n_moves = 1;
  for (int v = 1; v <= local->data->n_visits; v++)
    local->tested[v] = 0;
  for (int t = 0; t < local->data->n_slots; t++)
    local->tours[t].changed = 1;
  shuffle (local);
  do
    {
      before = local->n_moves;
      for (int i = 0; i < local->data->n_visits; i++)
        improve (local, local->order[i]);
    }
  while (local->n_moves > before);
  for (int t = 0; t < local->data->n_slots; t++)
    local->tours[t].origin = 0;
}

void
ent_plain_local_set_fines (EntPlainLocal *local, gint64 load_fine, gint64 warp_fine)
{
  local->load_fine = load_fine;
  local->warp_fine = warp_fine;
  for (int t = 0; t < local->data->n_slots; t++)
    local->tours[t].fine = ent_plain_fine (local, local->tours[t].warp, local->tours[t].load);
}

EntPlainLocal *
ent_plain_local_new (const EntPlainData *data, EntRandom *random)
{
  EntPlainLocal *local = g_new0 (EntPlainLocal, 1);

  local->data = data;
  local->random = random;
  local->nodes = g_new0 (EntPlainNode, data->n_places + 2 * data->n_slots);
  local->tours = g_new0 (EntPlainTour, MAX (data->n_slots, 1));
  local->tested = g_new0 (guint, data->n_places);
  local->order = g_new0 (gint16, data->n_places);
  for (int v = 1; v <= data->n_visits; v++)
    {
      local->nodes[v].place = v;
      local->order[v - 1] = (gint16) v;
    }
  for (int t = 0; t < data->n_slots; t++)
    {
      local->tours[t].first = data->n_places + 2 * t;
      local->tours[t].last = data->n_places + 2 * t + 1;
    }
  choose_near (local);
  return local;
}

void
ent_plain_local_free (EntPlainLocal *local)
{
  if (local == NULL)
    return;
  g_free (local->nodes);
  g_free (local->tours);
  g_free (local->near);
  g_free (local->tested);
  g_free (local->order);
  g_free (local);
}
