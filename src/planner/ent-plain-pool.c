/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps plans, ranked by cost and by how far they are from those closest to them. A pool belongs to
 * one thread. */
#include "ent-plain-pool.h"

#include <string.h>

#define N_CLOSEST 5

/* So many of the cheapest are sure to stay. */
#define N_SURE 4

typedef struct
{
  gint64 key;
  int member;
} Place;

static void
read_edges (EntPlainMember *member)
{
  const gint16 *stops = member->stops;

  for (int i = 0; stops[i] != 0; i++)
    for (int prev = 0; stops[i] != 0; prev = stops[i++])
      {
        member->prev[stops[i]] = (gint16) prev;
        member->next[stops[i]] = stops[i + 1];
      }
}

static int
count_apart (const EntPlainPool *pool, const EntPlainMember *one, const EntPlainMember *other)
{
  int n = 0;

  for (int v = 1; v <= pool->data->n_visits; v++)
    n += (one->next[v] != other->next[v]) + (one->prev[v] == 0 && other->prev[v] != 0);
  return n;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return one->member - other->member;
}

/* The sum of the distances to the closest others. */
static int
find_solitude (const EntPlainPool *pool, int member)
{
  int closest[N_CLOSEST], n = 0, sum = 0;

  for (int i = 0; i < pool->n; i++)
    {
      int apart = pool->apart[member][i], j;

      if (i == member || (n == N_CLOSEST && apart >= closest[n - 1]))
        continue;
      if (n < N_CLOSEST)
        n++;
      for (j = n - 1; j > 0 && closest[j - 1] > apart; j--)
        closest[j] = closest[j - 1];
      closest[j] = apart;
    }
  for (int i = 0; i < n; i++)
    sum += closest[i];
  return n > 0 ? sum * N_CLOSEST / n : 0;
}

static void
rank_members (EntPlainPool *pool)
{
  Place by_cost[ENT_PLAIN_POOL_MOST + 1] = { 0 }, alone[ENT_PLAIN_POOL_MOST + 1] = { 0 };
  int n = pool->n, scale = 65536 / MAX (1, n - 1);

  for (int i = 0; i < n; i++)
    by_cost[i] = (Place) { pool->members[i].weighed, i };
  g_sort_array (by_cost, n, sizeof (Place), compare_places, NULL);
  for (int i = 0; i < n; i++)
    alone[i] = (Place) { -find_solitude (pool, by_cost[i].member), i };
  g_sort_array (alone, n, sizeof (Place), compare_places, NULL);
  for (int i = 0; i < n; i++)
    {
      int cheap = alone[i].member;

      pool->members[by_cost[cheap].member].rank = scale * (n * cheap + MAX (0, n - N_SURE) * i) / n;
    }
}

void
ent_plain_pool_rank (EntPlainPool *pool, const EntPlainLocal *local)
{
  for (int i = 0; i < pool->n; i++)
    {
      EntPlainMember *member = &pool->members[i];

      member->weighed = member->worth.cost * ENT_PLAIN_FINE +
                        member->worth.warp * local->warp_fine +
                        member->worth.excess * local->load_fine;
    }
  rank_members (pool);
}

static gboolean
has_double (const EntPlainPool *pool, int member)
{
  for (int i = 0; i < pool->n; i++)
    if (i != member && pool->apart[member][i] == 0)
      return TRUE;
  return FALSE;
}

/* Doubles first, then the least worth; never the cheapest. */
static int
find_worst (const EntPlainPool *pool)
{
  int worst = -1, cheapest = 0;
  gboolean worst_is_double = FALSE;

  for (int i = 1; i < pool->n; i++)
    if (pool->members[i].weighed < pool->members[cheapest].weighed)
      cheapest = i;
  for (int i = 0; i < pool->n; i++)
    {
      gboolean is_double = has_double (pool, i);

      if (i != cheapest &&
          (worst < 0 || is_double > worst_is_double ||
           (is_double == worst_is_double && pool->members[i].rank > pool->members[worst].rank)))
        {
          worst = i;
          worst_is_double = is_double;
        }
    }
  return worst;
}

static void
remove_member (EntPlainPool *pool, int member)
{
  int last = --pool->n;
  EntPlainMember removed = pool->members[member];

  pool->members[member] = pool->members[last];
  pool->members[last] = removed;
  for (int i = 0; i < last; i++)
    pool->apart[member][i] = pool->apart[i][member] = pool->apart[last][i];
  pool->apart[member][member] = 0;
}

void
ent_plain_pool_add (EntPlainPool *pool,
                    const EntPlainLocal *local,
                    const gint16 *stops,
                    const EntPlainWorth *worth)
{
  EntPlainMember *member = &pool->members[pool->n];

  memcpy (member->stops, stops, (2 * pool->data->n_places + 2) * sizeof (gint16));
  member->worth = *worth;
  read_edges (member);
  for (int i = 0; i < pool->n; i++)
    pool->apart[i][pool->n] = pool->apart[pool->n][i] = count_apart (pool, member,
                                                                     &pool->members[i]);
  pool->apart[pool->n][pool->n] = 0;
  pool->n++;
  ent_plain_pool_rank (pool, local);
  if (pool->n <= pool->most)
    return;
  while (pool->n > pool->least)
    {
      remove_member (pool, find_worst (pool));
      rank_members (pool);
    }
}

void
ent_plain_pool_clear (EntPlainPool *pool)
{
  pool->n = 0;
}

EntPlainPool *
ent_plain_pool_new (const EntPlainData *data, int least, int most)
{
  EntPlainPool *pool = g_new0 (EntPlainPool, 1);

  pool->data = data;
  pool->least = least;
  pool->most = most;
  for (int i = 0; i <= ENT_PLAIN_POOL_MOST; i++)
    {
      pool->members[i].stops = g_new0 (gint16, 2 * data->n_places + 2);
      pool->members[i].next = g_new0 (gint16, data->n_places);
      pool->members[i].prev = g_new0 (gint16, data->n_places);
    }
  return pool;
}

void
ent_plain_pool_free (EntPlainPool *pool)
{
  if (pool == NULL)
    return;
  for (int i = 0; i <= ENT_PLAIN_POOL_MOST; i++)
    {
      g_free (pool->members[i].stops);
      g_free (pool->members[i].next);
      g_free (pool->members[i].prev);
    }
  g_free (pool);
}
