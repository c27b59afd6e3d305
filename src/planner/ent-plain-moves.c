/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The moves of the local search: up to three visits go behind another one, with or without an
 * exchange for what stood there, and tails of tours are exchanged. Each is judged without being
 * made. A local search belongs to one thread. */
#include "ent-plain-local.h"

/* The edge from v to u is to be made. p stands before u, y behind v. */
typedef struct
{
  int u, v, p, y;
  EntPlainTour *of_u, *of_v;
  gint64 fines; /* of both tours, as they are */
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

static inline int
leg (const EntPlainLocal *local, int from, int to)
{
  return ent_plain_leg (local->data, local->nodes[from].place, local->nodes[to].place);
}

static void
note_change (EntPlainLocal *local, int tour)
{
  ent_plain_local_refresh (local, tour);
  local->tours[tour].changed = local->n_moves;
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

/* Goes on to the visit that ends a string of @count from @first; FALSE where the tour ends. */
static inline gboolean
find_end (const EntPlainNode *nodes, int first, int count, int *end)
{
  *end = first;
  for (int i = 1; i < count; i++)
    *end = nodes[*end].next;
  return nodes[*end].place != 0;
}

G_ALWAYS_INLINE static inline gboolean
try_swap (EntPlainLocal *local, const Pair *pair, int n_moved, int n_back)
{
  const EntPlainNode *nodes = local->nodes;
  gboolean is_within = pair->of_u == pair->of_v;
  Swap swap = { .n_moved = n_moved, .n_back = n_back };
  gint64 fines;

  if (!find_end (nodes, pair->u, n_moved, &swap.e))
    return FALSE;
  swap.x = nodes[swap.e].next;
  swap.z = pair->y;
  swap.load = nodes[swap.e].load - nodes[pair->p].load;
  swap.added = leg (local, pair->v, pair->u) - leg (local, pair->p, pair->u) -
               leg (local, swap.e, swap.x) - leg (local, pair->v, pair->y);
  if (n_back > 0)
    {
      if (nodes[pair->y].place == 0 || !find_end (nodes, pair->y, n_back, &swap.f))
        return FALSE;
      swap.z = nodes[swap.f].next;
      swap.load -= nodes[swap.f].load - nodes[pair->v].load;
      swap.added += leg (local, pair->p, pair->y) + leg (local, swap.f, swap.x) -
                    leg (local, swap.f, swap.z);
    }
  else
    {
      swap.added += leg (local, pair->p, swap.x);
    }
  swap.added = (swap.added + leg (local, swap.e, swap.z)) * ENT_PLAIN_FINE;
  if (swap.added >= pair->fines)
    return FALSE;
  if (is_within)
    {
      int v = nodes[pair->v].position, u = nodes[pair->u].position;

      if ((v >= u && v < u + n_moved) || (v < u && v + n_back >= u - 1))
        return FALSE;
    }
  fines = is_within ? fine_within (local, pair, &swap) : fine_between (local, pair, &swap);
  if (swap.added + fines >= pair->fines)
    return FALSE;
  make_swap (local, pair, &swap);
  return TRUE;
}

/* The head up to v goes on with the tail from u, the head up to p with the tail from y. */
static inline gboolean
try_tails (EntPlainLocal *local, const Pair *pair)
{
  EntPlainNode *nodes = local->nodes;
  EntPlainWalk to = ent_plain_walk_from (&nodes[pair->v]);
  EntPlainWalk from = ent_plain_walk_from (&nodes[pair->p]);
  gint64 added = leg (local, pair->v, pair->u) + leg (local, pair->p, pair->y) -
                 leg (local, pair->p, pair->u) - leg (local, pair->v, pair->y);
  int last = pair->of_u->last, load;

  if (added * ENT_PLAIN_FINE >= pair->fines)
    return FALSE;
  load = nodes[pair->v].load + pair->of_u->load - nodes[pair->p].load;
  added = added * ENT_PLAIN_FINE +
          ent_plain_fine (local, ent_plain_walk_end (local->data, &to, &nodes[pair->u]), load) +
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

gboolean
ent_plain_local_try (EntPlainLocal *local, int u, int v)
{
  const EntPlainNode *nodes = local->nodes;
  Pair pair = { .u = u, .v = v, .p = nodes[u].prev, .y = nodes[v].next };

  local->work++;
  if (pair.p == v || u == v)
    return FALSE;
  pair.of_u = &local->tours[nodes[u].tour];
  pair.of_v = &local->tours[nodes[v].tour];
  pair.fines = pair.of_u->fine + (pair.of_u != pair.of_v ? pair.of_v->fine : 0);
  if (pair.fines == 0 && leg (local, v, u) >= MAX (leg (local, pair.p, u), leg (local, v, pair.y)))
    return FALSE;
  return (pair.of_u != pair.of_v && try_tails (local, &pair)) || try_swap (local, &pair, 1, 0) ||
         try_swap (local, &pair, 2, 0) || try_swap (local, &pair, 3, 0) ||
         try_swap (local, &pair, 1, 1) || try_swap (local, &pair, 2, 1) ||
         try_swap (local, &pair, 1, 2) || try_swap (local, &pair, 2, 2);
}
