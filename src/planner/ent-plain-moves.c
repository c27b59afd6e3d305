/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The moves of the local search: up to three visits go behind another one, with or without an
 * exchange for what stood there, and tails of tours are exchanged. Each is judged without being
 * made. A local search belongs to one thread. */
#include "ent-plain-local.h"

#define MOST_MOVED 3
#define MOST_BACK 2

/* The edge from v to u is to be made. p stands before u, y behind v. */
typedef struct
{
  int u, v, p, y;
  EntPlainTour *of_u, *of_v;
  gint64 fines; /* of both tours, as they are */
  int base; /* cost of the new edge, without the two that it takes away */
  const int *of_p; /* what goes out from p costs */
  int moved[MOST_MOVED + 1], back[MOST_BACK + 1]; /* nodes from u and from y on */
  int n_moved, n_back; /* visits among them, without the last */
} Pair;

/* Visits u to e and y to f change places; x follows the first, z the second. */
typedef struct
{
  int e, x, f, z;
  int n_moved, n_back;
  int load; /* that goes from u's tour to v's */
  gint64 added; /* cost in fine units */
} Swap;

static inline void
tie (EntPlainNode *nodes, int one, int other)
{
  nodes[one].next = other;
  nodes[other].prev = one;
}

static void
note_change (EntPlainLocal *local, int tour)
{
  ent_plain_local_refresh (local, tour);
  local->tours[tour].changed = local->n_moves;
  local->tours[tour].origin = 0;
}

static gint64
fine_between (const EntPlainLocal *local, const Pair *pair, const Swap *swap)
{
  const EntPlainData *data = local->data;
  const EntPlainNode *nodes = local->nodes;
  EntPlainWalk to = ent_plain_walk_from (&nodes[pair->v]);
  EntPlainWalk from = ent_plain_walk_from (&nodes[pair->p]);

  for (int i = 0, w = pair->u; i < swap->n_moved; i++, w = nodes[w].next)
    ent_plain_walk_on (data, &to, w);
  for (int i = 0, w = pair->y; i < swap->n_back; i++, w = nodes[w].next)
    ent_plain_walk_on (data, &from, w);
  return ent_plain_fine (local, ent_plain_walk_end (data, &to, &nodes[swap->z]),
                         pair->of_v->load + swap->load) +
         ent_plain_fine (local, ent_plain_walk_end (data, &from, &nodes[swap->x]),
                         pair->of_u->load - swap->load);
}

static void
walk_along (const EntPlainLocal *local, EntPlainWalk *walk, int first, int end)
{
  for (int w = first; w != end; w = local->nodes[w].next)
    ent_plain_walk_on (local->data, walk, w);
}

static gint64
fine_within (const EntPlainLocal *local, const Pair *pair, const Swap *swap)
{
  const EntPlainNode *nodes = local->nodes;
  gboolean is_forward = nodes[pair->v].position > nodes[pair->u].position;
  EntPlainWalk walk = ent_plain_walk_from (&nodes[is_forward ? pair->p : pair->v]);

  if (is_forward)
    {
      if (swap->n_back > 0)
        walk_along (local, &walk, pair->y, swap->z);
      walk_along (local, &walk, swap->x, pair->y);
      walk_along (local, &walk, pair->u, swap->x);
    }
  else
    {
      walk_along (local, &walk, pair->u, swap->x);
      walk_along (local, &walk, swap->z, pair->u);
      if (swap->n_back > 0)
        walk_along (local, &walk, pair->y, swap->z);
    }
  return ent_plain_fine (local,
                         ent_plain_walk_end (local->data, &walk,
                                             &nodes[is_forward ? swap->z : swap->x]),
                         pair->of_u->load);
}

static void
make_swap (EntPlainLocal *local, const Pair *pair, const Swap *swap)
{
  EntPlainNode *nodes = local->nodes;

  local->n_moves++;
  tie (nodes, pair->v, pair->u);
  tie (nodes, swap->e, swap->z);
  if (swap->n_back > 0)
    {
      tie (nodes, pair->p, pair->y);
      tie (nodes, swap->f, swap->x);
    }
  else
    {
      tie (nodes, pair->p, swap->x);
    }
  note_change (local, (int) (pair->of_v - local->tours));
  if (pair->of_u != pair->of_v)
    note_change (local, (int) (pair->of_u - local->tours));
}

/* Strings of one tour that overlap or follow one another. */
static gboolean
is_tangled (const EntPlainNode *nodes, const Pair *pair, const Swap *swap)
{
  int v = nodes[pair->v].position, u = nodes[pair->u].position;

  return (v >= u && v < u + swap->n_moved) || (v < u && v + swap->n_back >= u - 1);
}

static gboolean
judge_swap (EntPlainLocal *local, const Pair *pair, int n_moved, int n_back, int added)
{
  const EntPlainNode *nodes = local->nodes;
  Swap swap = { .n_moved = n_moved, .n_back = n_back, .added = (gint64) added * ENT_PLAIN_FINE };
  gint64 fines;

  swap.e = pair->moved[n_moved - 1];
  swap.x = pair->moved[n_moved];
  swap.z = pair->back[n_back];
  swap.load = nodes[swap.e].load - nodes[pair->p].load;
  if (n_back > 0)
    {
      swap.f = pair->back[n_back - 1];
      swap.load -= nodes[swap.f].load - nodes[pair->v].load;
    }
  if (pair->of_u != pair->of_v)
    fines = fine_between (local, pair, &swap);
  else if (is_tangled (nodes, pair, &swap))
    return FALSE;
  else
    fines = fine_within (local, pair, &swap);
  if (swap.added + fines >= pair->fines)
    return FALSE;
  make_swap (local, pair, &swap);
  return TRUE;
}

static inline gboolean
try_swaps (EntPlainLocal *local, const Pair *pair)
{
  const EntPlainNode *nodes = local->nodes;
  int back[MOST_BACK + 1], y = nodes[pair->y].place;

  for (int j = 0; j <= pair->n_back; j++)
    back[j] = nodes[pair->back[j]].place;
  for (int i = 1; i <= pair->n_moved; i++)
    {
      int x = nodes[pair->moved[i]].place;
      const int *of_e = ent_plain_row (local->data, local->data->cost_to,
                                       nodes[pair->moved[i - 1]].place);
      int base = pair->base - of_e[x], added = base + of_e[y] + pair->of_p[x];

      if ((gint64) added * ENT_PLAIN_FINE < pair->fines && judge_swap (local, pair, i, 0, added))
        return TRUE;
      base += pair->of_p[y];
      for (int j = 1; j <= pair->n_back && i < MOST_MOVED; j++)
        {
          const int *of_f = ent_plain_row (local->data, local->data->cost_to, back[j - 1]);

          added = base + of_e[back[j]] + of_f[x] - of_f[back[j]];
          if ((gint64) added * ENT_PLAIN_FINE < pair->fines &&
              judge_swap (local, pair, i, j, added))
            return TRUE;
        }
    }
  return FALSE;
}

/* The head up to v goes on with the tail from u, the head up to p with the tail from y. */
static inline gboolean
try_tails (EntPlainLocal *local, const Pair *pair)
{
  EntPlainNode *nodes = local->nodes;
  EntPlainWalk to = ent_plain_walk_from (&nodes[pair->v]);
  EntPlainWalk from = ent_plain_walk_from (&nodes[pair->p]);
  gint64 added = (gint64) (pair->base + pair->of_p[nodes[pair->y].place]) * ENT_PLAIN_FINE;
  int last = pair->of_u->last, load;

  if (added >= pair->fines)
    return FALSE;
  load = nodes[pair->v].load + pair->of_u->load - nodes[pair->p].load;
  added += ent_plain_fine (local, ent_plain_walk_end (local->data, &to, &nodes[pair->u]), load) +
           ent_plain_fine (local, ent_plain_walk_end (local->data, &from, &nodes[pair->y]),
                           pair->of_u->load + pair->of_v->load - load);
  if (added >= pair->fines)
    return FALSE;
  local->n_moves++;
  tie (nodes, pair->v, pair->u);
  tie (nodes, pair->p, pair->y);
  pair->of_u->last = pair->of_v->last;
  pair->of_v->last = last;
  note_change (local, (int) (pair->of_v - local->tours));
  note_change (local, (int) (pair->of_u - local->tours));
  return TRUE;
}

/* Lists the nodes from @first on, as many visits as there are to @most and the node behind them. */
static inline int
list_nodes (const EntPlainNode *nodes, int first, int most, int *list)
{
  int n = 0;

  list[0] = first;
  while (n < most && nodes[list[n]].place != 0)
    {
      list[n + 1] = nodes[list[n]].next;
      n++;
    }
  return n;
}

gboolean
ent_plain_local_try (EntPlainLocal *local, int u, int v)
{
  const EntPlainData *data = local->data;
  const EntPlainNode *nodes = local->nodes;
  Pair pair = { .u = u, .v = v, .p = nodes[u].prev, .y = nodes[v].next };
  const int *of_v = ent_plain_row (data, data->cost_to, nodes[v].place);
  int there, gone, gone_too;

  local->work++;
  if (pair.p == v || u == v)
    return FALSE;
  pair.of_u = &local->tours[nodes[u].tour];
  pair.of_v = &local->tours[nodes[v].tour];
  pair.fines = pair.of_u->fine + (pair.of_u != pair.of_v ? pair.of_v->fine : 0);
  pair.of_p = ent_plain_row (data, data->cost_to, nodes[pair.p].place);
  there = of_v[u];
  gone = pair.of_p[u];
  gone_too = of_v[nodes[pair.y].place];
  if ((gint64) (there - MAX (gone, gone_too)) * ENT_PLAIN_FINE >= pair.fines)
    return FALSE;
  pair.base = there - gone - gone_too;
  if (pair.of_u != pair.of_v && try_tails (local, &pair))
    return TRUE;
  pair.n_moved = list_nodes (nodes, u, MOST_MOVED, pair.moved);
  pair.n_back = list_nodes (nodes, pair.y, MOST_BACK, pair.back);
  return try_swaps (local, &pair);
}
