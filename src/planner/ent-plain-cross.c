/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child of two plans: neighbouring routes of the one, and the routes of the other of which these
 * leave most; what is in neither stays unplaced. Any thread, one chain. */
#include "ent-plain-genetic.h"

typedef struct
{
  const EntPlainData *data;
  gint16 *plan; /* ends in 0 once done */
  int n;
  int n_routes;
  gint8 *origins; /* by route */
  gboolean *is_in; /* by place */
} Child;

/* The route of each visit, -1 for none; how many routes there are. */
static int
find_routes (const gint16 *plan, int n_places, gint16 *route_of)
{
  int n = 0;

  for (int v = 0; v < n_places; v++)
    route_of[v] = -1;
  for (int i = 0; plan[i] != 0; i++, n++)
    for (; plan[i] != 0; i++)
      route_of[plan[i]] = (gint16) n;
  return n;
}

/* Copies the routes of @plan that @is_wanted, without the visits that the child has already. */
static void
copy_routes (Child *child, const gint16 *plan, const gboolean *is_wanted, gint8 origin)
{
  for (int i = 0, route = 0; plan[i] != 0; i++, route++)
    {
      int before = child->n, first = i;

      for (; plan[i] != 0; i++)
        if (is_wanted[route] && !child->is_in[plan[i]])
          {
            child->is_in[plan[i]] = TRUE;
            child->plan[child->n++] = plan[i];
          }
      if (child->n > before)
        {
          child->origins[child->n_routes++] = child->n - before == i - first ? origin : 0;
          child->plan[child->n++] = 0;
        }
    }
}

/* The first @count routes that one meets going out from a visit drawn. */
static void
choose_around (EntPlainChain *chain, const gint16 *route_of, int count, gboolean *is_wanted)
{
  const EntPlainData *data = chain->data;
  int seed = ent_random_below (&chain->random, data->n_visits);

  for (int i = 0; i < data->n_visits && count > 0; i++)
    {
      int route = route_of[data->near[(gsize) seed * data->n_visits + i]];

      if (route >= 0 && !is_wanted[route])
        {
          is_wanted[route] = TRUE;
          count--;
        }
    }
}

/* All but the @count routes of which least is left. */
static void
choose_fullest (const gint16 *plan, const gboolean *is_in, int n, int count, gboolean *is_wanted)
{
  g_autofree int *left = g_new0 (int, n + 1);

  for (int i = 0, route = 0; plan[i] != 0; i++, route++)
    {
      is_wanted[route] = TRUE;
      for (; plan[i] != 0; i++)
        left[route] += !is_in[plan[i]];
    }
  for (; count > 0; count--)
    {
      int least = -1;

      for (int r = 0; r < n; r++)
        if (is_wanted[r] && (least < 0 || left[r] < left[least]))
          least = r;
      if (least >= 0)
        is_wanted[least] = FALSE;
    }
}

void
ent_plain_cross (EntPlainChain *chain, const gint16 *const parents[2], gint16 *plan, gint8 *origins)
{
  const EntPlainData *data = chain->data;
  g_autofree gboolean *is_in = g_new0 (gboolean, data->n_places);
  g_autofree gboolean *of_one = g_new0 (gboolean, data->n_places);
  g_autofree gboolean *of_other = g_new0 (gboolean, data->n_places);
  g_autofree gint16 *route_of = g_new (gint16, data->n_places);
  Child child = { data, plan, 0, 0, origins, is_in };
  int n = find_routes (parents[0], data->n_places, route_of);
  int count = 1 + ent_random_below (&chain->random, MAX (1, n - 1)), n_other;

  choose_around (chain, route_of, count, of_one);
  copy_routes (&child, parents[0], of_one, 1);
  n_other = find_routes (parents[1], data->n_places, route_of);
  choose_fullest (parents[1], is_in, n_other, MAX (count, child.n_routes + n_other - data->n_slots),
                  of_other);
  copy_routes (&child, parents[1], of_other, 2);
  plan[child.n] = 0;
}
