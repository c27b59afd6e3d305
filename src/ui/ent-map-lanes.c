/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rounds share a street, and on which side of it each is drawn. Any thread. */
#include "ent-map-lanes.h"

#include <math.h>

/* A stretch by its two ends, the lesser first, in units of a metre or so. */
typedef struct
{
  gint64 low, high;
} Stretch;

/* Who goes over a stretch. Sides are counted by the direction in which the first of them does, for
 * that stays the same from one stretch to the next. */
typedef struct
{
  GArray *ways; /* guint, each once, in order */
  gboolean first_backwards;
} Users;

static gint64
end_of (EntPoint point)
{
  return (gint64) lround (point.latitude * 1e5) << 32 ^
         (gint64) (guint32) (gint32) lround (point.longitude * 1e5);
}

/* TRUE when the way goes from the greater end to the lesser. */
static gboolean
stretch_of (EntPoint from, EntPoint to, Stretch *stretch)
{
  gint64 a = end_of (from), b = end_of (to);

  *stretch = (Stretch) { MIN (a, b), MAX (a, b) };
  return a > b;
}

static guint
stretch_hash (gconstpointer data)
{
  const Stretch *stretch = data;

  return g_int64_hash (&stretch->low) * 31 + g_int64_hash (&stretch->high);
}

static gboolean
stretch_equal (gconstpointer a, gconstpointer b)
{
  const Stretch *x = a, *y = b;

  return x->low == y->low && x->high == y->high;
}

static void
free_users (gpointer data)
{
  Users *users = data;

  g_array_unref (users->ways);
  g_free (users);
}

static GHashTable *
find_users (const EntMapWay *ways, guint n_ways)
{
  GHashTable *found = g_hash_table_new_full (stretch_hash, stretch_equal, g_free, free_users);

  for (guint way = 0; way < n_ways; way++)
    for (guint i = 0; i + 1 < ways[way].n_points; i++)
      {
        Stretch stretch;
        gboolean backwards = stretch_of (ways[way].points[i], ways[way].points[i + 1], &stretch);
        Users *users = g_hash_table_lookup (found, &stretch);

        if (users == NULL)
          {
            users = g_new (Users, 1);
            *users = (Users) { g_array_new (FALSE, FALSE, sizeof (guint)), backwards };
            g_hash_table_insert (found, g_memdup2 (&stretch, sizeof stretch), users);
          }
        if (users->ways->len == 0 ||
            g_array_index (users->ways, guint, users->ways->len - 1) != way)
          g_array_append_val (users->ways, way);
      }
  return found;
}

static float
lane_in (const Users *users, guint way, gboolean backwards)
{
  float lane = 0.0f;

  for (guint i = 0; i < users->ways->len; i++)
    if (g_array_index (users->ways, guint, i) == way)
      lane = (float) i - (float) (users->ways->len - 1) / 2.0f;
  return backwards != users->first_backwards ? -lane : lane;
}

GPtrArray *
ent_map_lanes (const EntMapWay *ways, guint n_ways)
{
  g_autoptr(GHashTable) users = find_users (ways, n_ways);
  GPtrArray *lanes = g_ptr_array_new_with_free_func (g_free);

  for (guint way = 0; way < n_ways; way++)
    {
      float *sides = g_new0 (float, MAX (ways[way].n_points, 1));

      for (guint i = 0; i + 1 < ways[way].n_points; i++)
        {
          Stretch stretch;
          gboolean backwards = stretch_of (ways[way].points[i], ways[way].points[i + 1], &stretch);

          sides[i] = lane_in (g_hash_table_lookup (users, &stretch), way, backwards);
        }
      g_ptr_array_add (lanes, sides);
    }
  return lanes;
}
